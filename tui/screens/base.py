"""What every screen shares: its commands, and the size below which it says what it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol, runtime_checkable

from textual.screen import Screen

from models.i18n import _
from tui import keys
from tui.theme import style
from tui.widgets.cells import Span
from tui.widgets.places import SMALLEST

if TYPE_CHECKING:
    from tui.app import JiyaoApp
    from tui.result import Said


@runtime_checkable
class KeepsDraft(Protocol):
    """A screen in which something may stand unfinished."""

    def keep_draft(self) -> None:
        """Makes it durable."""


@runtime_checkable
class Speaks(Protocol):
    """A screen with a place for a line to the user."""

    def say(self, said: Said) -> None:
        """Shows it."""


class CommandScreen(Screen[Any], inherit_bindings=False):
    """A screen whose keys are those its scope declares."""

    scope: ClassVar[keys.Scope]

    def __init__(self, jiyao: JiyaoApp) -> None:
        super().__init__()
        self.jiyao = jiyao
        self.commands = self.scope.commands(jiyao.keymap)
        self._bindings = keys.bindings(self.commands)

    def on_mount(self) -> None:
        """Words carry their colours, so another theme puts them up anew."""
        self.jiyao.theme_changed_signal.subscribe(self, lambda _theme: self.show())

    def show(self) -> None:
        """Brings every part in line with what it shows."""

    def command(self, command_id: str) -> keys.Command:
        """A command of this screen or of the app by its id."""
        return next(c for c in (*self.commands, *self.jiyao.commands) if c.id == command_id)

    def too_small(self) -> list[Span]:
        """What to say on a terminal without room to work in."""
        size = self.size
        text = _("This screen needs {width}×{height} cells and has {w}×{h}. Nothing typed is lost.")
        said = text.format(width=SMALLEST.width, height=SMALLEST.height, w=size.width, h=size.height)
        return [(said, style(self.jiyao.palette.warn))]

    def key_of(self, command_id: str) -> str:
        """The key shown for a command: F5."""
        return self.command(command_id).key_label
