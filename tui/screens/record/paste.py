"""Several lines pasted at once: each is shown with its reading before any is stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.geometry import Region
from textual.widget import Widget

from models.i18n import _
from tui.program import Program
from tui.screens.base import CommandScreen
from tui.screens.record.commands import PASTE
from tui.screens.record.reading import described, lines_waiting
from tui.screens.record.reading_ahead import ReadingAhead
from tui.screens.record.session import RecordSession
from tui.theme import style
from tui.widgets.list_pane import ListPane
from tui.widgets.typesetting import Paragraph, Span


class LinesPane(ListPane):
    """The lines and how each will be understood after those before it."""

    def __init__(self, session: RecordSession, lines: list[str]) -> None:
        super().__init__("lines")
        self._session = session
        self._lines_by_key = {str(n): line for n, line in enumerate(lines, 1)}
        self.ahead = ReadingAhead(session.meeting, lines, self.begin)

    def draw(self, key: str) -> list[Paragraph]:
        """A line, and its reading below."""
        p = self.palette
        line = self._lines_by_key[key]
        lead: list[Span] = [(f"{key} ", style(p.dim))]
        found = [Paragraph([(line, style(p.text))], lead, 4)]
        readings = self.ahead.at(int(key) - 1)
        if readings is None:
            found.append(Paragraph([("→ …", style(p.dim))], (), 4))
        elif readings:
            read = described(readings[0], self._session.minutes, p, self.inner[0] - 8)
            found.append(Paragraph([("→ ", style(p.dim)), *read], (), 4))
        return found

    def begin(self) -> None:
        """Shows the lines."""
        p = self.palette
        self.title = [(lines_waiting(len(self._lines_by_key)), style(p.text, bold=True))]
        self.fill(list(self._lines_by_key))


class PasteScreen(CommandScreen):
    """Enter takes all lines; Esc goes back to the bar, where they still stand."""

    scope = PASTE

    def __init__(
        self, jiyao: Program, session: RecordSession, lines: list[str], accept: Callable[[list[str]], None]
    ) -> None:
        super().__init__(jiyao)
        self._session = session
        self._lines, self._accept = lines, accept
        self.pane = LinesPane(session, lines)

    def parts(self) -> Iterable[Widget]:
        """The list."""
        yield self.pane

    def body(self, room: Region) -> dict[str, Region]:
        """The list in all the room there is."""
        return {"lines": room}

    def on_mount(self) -> None:
        """Shows the lines."""
        self.pane.focus()
        self.show()

    def on_unmount(self) -> None:
        """The readings are wanted no more."""
        self.pane.ahead.close()

    def show(self) -> None:
        """The lines, with what Enter and Esc will do."""
        p, meeting = self.jiyao.palette, self._session.minutes.meeting
        title: list[Span] = [(" ◆ " + _("Pasted lines") + "  ", style(p.accent, bold=True))]
        self.header.show([*title, (meeting.name or meeting.theme, style(p.text, bold=True))])
        self.pane.begin()

    def action_accept(self) -> None:
        """Each line becomes an entry; what cannot be stored is held above the bar."""
        self.dismiss()
        self._accept(self._lines)

    def action_back(self) -> None:
        """Back; the lines stay in the bar."""
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Up and down."""
        self.pane.scroll_lines(lines)
