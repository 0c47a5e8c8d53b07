"""Every command of the screen below by name, key and sentence; typing narrows the list, Enter runs."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.geometry import Region
from textual.widget import Widget

from models.i18n import _
from models.text import fold_lower
from tui.keys import Command
from tui.program import Program
from tui.screens.base import CommandScreen
from tui.screens.palette.commands import PALETTE
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.list_pane import ListPane
from tui.widgets.typesetting import Paragraph, Span, width

_LABEL = 22
_NOT_HERE = ("app.palette",)


class CommandsPane(ListPane):
    """The list of commands, a line each."""

    def __init__(self) -> None:
        super().__init__("commands")
        self.commands: dict[str, Command] = {}

    def show(self, commands: list[Command]) -> None:
        """Shows these commands, the first selected."""
        self.commands = {command.id: command for command in commands}
        self.title = [(_("Commands"), style(self.palette.text, bold=True))]
        self.fill(list(self.commands) or ["-none"])
        if self.chosen is None:
            self.choose_first()
        self.refresh()

    def draw(self, key: str) -> list[Paragraph]:
        """A command: its label, what it does, and its keys on the right."""
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
    bar: CaptureBar

    def __init__(self, jiyao: Program) -> None:
        super().__init__(jiyao)
        self.below = jiyao.screen
        own = self.below.commands if isinstance(self.below, CommandScreen) else ()
        self.choices = [c for c in (*own, *jiyao.commands) if c.id not in _NOT_HERE]
        self.pane = CommandsPane()
        self.bar = CaptureBar()

    def parts(self) -> Iterable[Widget]:
        """The list over the bar that narrows it."""
        yield self.pane

    def body(self, room: Region) -> dict[str, Region]:
        """The list in all the room there is."""
        return {"commands": room}

    def on_mount(self) -> None:
        """Shows all commands."""
        self.set_focus(self.pane)
        self.show()

    def show(self) -> None:
        """Shows the commands that hold what was typed."""
        p = self.jiyao.palette
        words = fold_lower(self.bar.text).split()
        self.pane.show([c for c in self.choices if _holds(c, words)])
        self.header.show([(" ◆ " + _("Commands"), style(p.accent, bold=True))])
        self.bar.title = [(_("Narrow the list"), style(p.accent))]
        self.bar.prompt = [("⌕ ", style(p.accent))]
        self.bar.refresh()

    def take_typed(self, event: events.Key) -> bool:
        """Narrows the list by what is typed."""
        if event.key in ("up", "down", "enter", "escape", "pageup", "pagedown", "ctrl+u"):
            return False
        taken = self.bar.take_key(event)
        self.show()
        return taken

    def take_paste(self, text: str) -> bool:
        """Narrows the list by a paste."""
        self.bar.insert(" ".join(text.split()), alone=True)
        self.show()
        return True

    def action_choose(self, step: int) -> None:
        """Moves in the list: Up Down PgUp PgDn."""
        self.pane.choose_next(step)

    def action_clear(self) -> None:
        """Empties what narrows the list: Ctrl+U."""
        self.bar.clear()
        self.show()

    def action_run(self) -> None:
        """Runs the selected command on the screen below; where none fits the list stays: Enter."""
        command = self.pane.commands.get(self.pane.chosen or "")
        if command is not None:
            self.app.pop_screen()
            self.app.call_later(self._run, command.action)

    async def _run(self, action: str) -> None:
        """Runs an action, unless a key that came at once has left the screen below already."""
        if self.jiyao.screen is self.below:
            await self.app.run_action(action, self.below)


def _holds(command: Command, words: list[str]) -> bool:
    text = fold_lower(f"{command.label} {command.help} {command.keys_label} {command.id}")
    return all(word in text for word in words)
