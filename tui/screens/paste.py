"""Several lines pasted at once: each is shown with its reading before any is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult

from models.i18n import ngettext
from tui.screens.base import CommandScreen
from tui.theme import style
from tui.widgets.cells import Paragraph, Span
from tui.widgets.drawn import Row
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from tui.app import JiyaoApp
    from tui.screens.record import RecordScreen


class LinesPane(Pane):
    """The lines and how each will be understood if it stood alone."""

    def __init__(self, screen: RecordScreen, lines: list[str]) -> None:
        super().__init__("lines")
        self._screen = screen
        self._lines_by_key = {str(n): line for n, line in enumerate(lines, 1)}

    def draw(self, key: str) -> list[Paragraph]:
        """A line, and its reading below."""
        p = self.palette
        line = self._lines_by_key[key]
        readings = self._screen.read(line, self.inner[0] - 8)
        lead: list[Span] = [(f"{key} ", style(p.dim))]
        found = [Paragraph([(line, style(p.text))], lead, 4)]
        return [*found, Paragraph([("→ ", style(p.dim)), *readings[0]], (), 4)] if readings else found

    def begin(self) -> None:
        """Shows the lines."""
        p = self.palette
        count = len(self._lines_by_key)
        words = ngettext("{n} line, each an entry of its own", "{n} lines, each an entry of its own", count)
        self.title = [(words.format(n=count), style(p.text, bold=True))]
        self.fill(list(self._lines_by_key))


class PasteScreen(CommandScreen):
    """Enter takes all lines; Esc goes back to the bar, where they still stand."""

    scope = "paste"

    def __init__(self, jiyao: JiyaoApp, below: RecordScreen, lines: list[str]) -> None:
        super().__init__(jiyao)
        self.below = below
        self.lines = lines
        self.pane = LinesPane(below, lines)
        self.footer = Row("footer")

    def compose(self) -> ComposeResult:
        """The list over a footer."""
        yield self.pane
        yield self.footer

    def on_mount(self) -> None:
        """Shows the lines."""
        p = self.jiyao.palette
        self.pane.focus()
        self.pane.begin()
        spans: list[Span] = [(" ", style(p.text))]
        for command in self.commands:
            if command.rank:
                spans += [
                    (command.key_label, style(p.text, bold=True)),
                    (f" {command.label}  ", style(p.dim)),
                ]
        self.footer.show(spans)

    def on_resize(self) -> None:
        """Sets the lines to the new width."""
        self.pane.begin()

    def action_accept(self) -> None:
        """Each line becomes an entry; the first that fails stays in the bar with those after it."""
        self.dismiss()
        self.below.accept_lines(self.lines)

    def action_back(self) -> None:
        """Back; the lines stay in the bar."""
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Up and down."""
        self.pane.scroll_lines(lines)
