"""What every screen shares: its commands, and the size below which it says what it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.screen import Screen

from tui import keys

if TYPE_CHECKING:
    from tui.app import JiyaoApp


class CommandScreen(Screen[Any], inherit_bindings=False):
    """A screen whose keys are those declared under its scope in `tui.keys`."""

    scope: ClassVar[str]

    def __init__(self, jiyao: JiyaoApp) -> None:
        super().__init__()
        self.jiyao = jiyao
        self.commands = keys.commands(self.scope, jiyao.keymap)
        self._bindings = keys.bindings(self.commands)

    def command(self, command_id: str) -> keys.Command:
        """A command of this screen or of the app by its id."""
        return next(c for c in (*self.commands, *self.jiyao.commands) if c.id == command_id)

    def key_of(self, command_id: str) -> str:
        """The key shown for a command: F5."""
        return self.command(command_id).key_label
