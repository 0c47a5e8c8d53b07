"""Every command of the screen below by name, key and sentence; typing narrows the list, Enter runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset, Region, Size
from textual.layout import Layout

from models.i18n import _
from models.text import fold_lower
from tui.keys import Command
from tui.screens.base import CommandScreen
from tui.screens.palette.commands import PALETTE
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.cells import Paragraph, Span, width
from tui.widgets.drawn import Row
from tui.widgets.hints import key_line
from tui.widgets.notice import Notice
from tui.widgets.pane import Pane
from tui.widgets.places import Places, framed

if TYPE_CHECKING:
    from tui.app import JiyaoApp

_LABEL = 22
_NOT_HERE = ("app.palette",)


class CommandsPane(Pane):
    """Commands, a line each."""

    def __init__(self) -> None:
        super().__init__("commands")
        self.commands: dict[str, Command] = {}

    def show(self, commands: list[Command]) -> None:
        """Shows these commands, the first singled out."""
        self.commands = {command.id: command for command in commands}
        self.title = [(_("Commands"), style(self.palette.text, bold=True))]
        self.fill(list(self.commands) or ["-none"])
        if self.chosen is None:
            self.choose_first()
        self.refresh()

    def draw(self, key: str) -> list[Paragraph]:
        """Its words, what it does, and its keys on the right."""
        p = self.palette
        command = self.commands.get(key)
        if command is None:
            return [Paragraph([(_("No command is called so."), style(p.dim))])]
        lead: list[Span] = [(command.label, style(p.text, bold=True))]
        gap = self.inner[0] - _LABEL - width(command.help) - width(command.keys_label)
        tail: list[Span] = [(" " * max(2, gap), style(p.dim)), (command.keys_label, style(p.accent))]
        return [Paragraph([(command.help, style(p.dim)), *tail], lead, _LABEL)]


class PaletteScreen(CommandScreen):
    """The commands of the screen it was opened over, and those of the app."""

    scope = PALETTE

    def __init__(self, jiyao: JiyaoApp) -> None:
        super().__init__(jiyao)
        self.below = jiyao.screen
        own = self.below.commands if isinstance(self.below, CommandScreen) else ()
        self.choices = [c for c in (*own, *jiyao.commands) if c.id not in _NOT_HERE]
        self.header, self.footer = Row("header"), Row("footer")
        self.pane = CommandsPane()
        self.bar = CaptureBar()
        self._layout = Places(self._places)

    def compose(self) -> ComposeResult:
        """The list over the bar that narrows it."""
        yield self.header
        yield self.pane
        yield self.bar
        yield self.footer
        yield Notice("too-small", self.too_small)

    @property
    def layout(self) -> Layout:
        """Arranges by name and size."""
        return self._layout

    def _places(self, size: Size) -> dict[str, Region]:
        return framed(size, lambda body: {"commands": body}, self.bar.wanted_height(size.width))

    def on_mount(self) -> None:
        """All of them."""
        self.set_focus(self.pane)
        self.show()

    def on_resize(self) -> None:
        """The keys that fit may be others."""
        self.show()

    def show(self) -> None:
        """The commands that hold what was typed."""
        p = self.jiyao.palette
        words = fold_lower(self.bar.text).split()
        self.pane.show([c for c in self.choices if _holds(c, words)])
        self.header.show([(" ◆ " + _("Commands"), style(p.accent, bold=True))])
        self.footer.show(key_line((*self.commands, *self.jiyao.commands), p, self.size.width))
        self.bar.title = [(_("Narrow the list"), style(p.accent))]
        self.bar.prompt = [("⌕ ", style(p.accent))]
        self.bar.refresh()

    def caret(self) -> Offset | None:
        """The caret's cell on the terminal."""
        return self.bar.region.offset + self.bar.caret_cell() if self.bar.region.area else None

    def take_key(self, event: events.Key) -> bool:
        """Typing narrows the list."""
        if event.key in ("up", "down", "enter", "escape", "pageup", "pagedown"):
            return False
        taken = self.bar.take_key(event)
        self.show()
        return taken

    def take_paste(self, text: str) -> bool:
        """A paste narrows it, too."""
        self.bar.insert(" ".join(text.split()), alone=True)
        self.show()
        return True

    def action_choose(self, step: int) -> None:
        """Up Down."""
        self.pane.choose_next(step)

    def action_run(self) -> None:
        """Enter: the command runs on the screen below; where none fits the list stays."""
        command = self.pane.commands.get(self.pane.chosen or "")
        if command is not None:
            self.app.pop_screen()
            self.jiyao.call_later(self._run, command.action)

    async def _run(self, action: str) -> None:
        """Unless a key that came at once has left the screen below already."""
        if self.jiyao.screen is self.below:
            await self.jiyao.run_action(action, self.below)

    def action_back(self) -> None:
        """Esc."""
        self.app.pop_screen()


def _holds(command: Command, words: list[str]) -> bool:
    text = fold_lower(f"{command.label} {command.help} {command.keys_label} {command.id}")
    return all(word in text for word in words)
