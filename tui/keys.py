"""Commands and their keys: what a screen declares once, in its own `commands.py`.

Bindings, footer, help page and command palette are made from the declarations and cannot disagree. These are
functions because their words are in the language chosen at the start; a user's keymap replaces keys by id.
`tui.screens.commands` lists them all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from textual.binding import Binding, BindingsMap

from models.i18n import _

Keymap = Mapping[str, tuple[str, ...]]
"""Keys by the id of a command."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a user can do."""

    id: str
    """The scope and a name: record.recap."""
    keys: tuple[str, ...]
    """Textual's key names; the first is the one shown."""
    action: str
    """The action of the screen (or `app.…`) it runs."""
    label: str
    """One or two words, for the footer and the palette."""
    help: str
    """One sentence, for the help page and tooltips."""
    rank: int = 0
    """Its place in the footer, 1 first; 0 is not shown there."""
    priority: bool = False
    """Whether it works whatever has the focus."""
    together: str = ""
    """What the footer calls all commands of this rank, where that is not its own label."""

    def bindings(self) -> list[Binding]:
        """A Textual binding for each key."""
        return [
            Binding(
                key,
                self.action,
                self.label,
                show=bool(self.rank),
                key_display=key_label(key),
                tooltip=self.help,
                id=self.id,
                priority=self.priority,
            )
            for key in self.keys
        ]

    @property
    def key_label(self) -> str:
        """Its first key as people write it, or nothing."""
        return key_label(self.keys[0]) if self.keys else ""

    @property
    def keys_label(self) -> str:
        """All its keys as people write them: Ctrl+Z."""
        return " ".join(key_label(key) for key in self.keys)


_NAMES = {
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "enter": "Enter",
    "delete": "Del",
    "backspace": "Backspace",
    "tab": "Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def key_label(key: str) -> str:
    """A key as people write it: ctrl+z is Ctrl+Z."""
    *modifiers, last = key.split("+")
    named = (
        _("Space")
        if last == "space"
        else _NAMES.get(last, last.upper() if len(last) == 1 or last[1:].isdigit() else last.title())
    )
    return "+".join([*(m.title() for m in modifiers), named])


@dataclass(frozen=True, slots=True)
class Scope:
    """The commands of one screen, or of the application, under a name their ids begin with."""

    name: str
    """record, app …"""
    declare: Callable[[], tuple[Command, ...]]
    """Makes them with their own keys, in the language in use."""

    def commands(self, keymap: Keymap | None = None) -> tuple[Command, ...]:
        """The commands with the user's own keys, where there are some."""
        own = keymap or {}
        return tuple(replace(c, keys=own.get(c.id, c.keys)) for c in self.declare())


def moves(scope: str) -> tuple[Command, ...]:
    """The commands that move in a list: up and down."""
    return (
        Command(f"{scope}.up", ("up",), "choose(-1)", _("Up"), _("The line before")),
        Command(f"{scope}.down", ("down",), "choose(1)", _("Down"), _("The next line")),
    )


def back(scope: str, label: str, words: str, rank: int) -> Command:
    """The command that leaves a screen by Esc."""
    return Command(f"{scope}.back", ("escape",), "back", label, words, rank=rank)


def saved(scope: str) -> Command:
    """The command that says what is stored."""
    words = _("Says when the last entry was saved, and what is not stored; there is nothing to save")
    return Command(f"{scope}.saved", ("ctrl+s",), "saved", _("Saved"), words)


def undoing(scope: str) -> tuple[Command, ...]:
    """The commands of a screen that only shows: undo and redo say where they are to be had."""
    words = _("Says which screen holds the next step to take back")
    return (
        Command(f"{scope}.undo", ("ctrl+z",), "undo", _("Undo"), words),
        Command(f"{scope}.redo", ("ctrl+y",), "redo", _("Redo"), _("Redoes what was undone")),
    )


def _app() -> tuple[Command, ...]:
    return (
        Command("app.help", ("f12",), "app.help", _("Help"), _("Keys and grammar on one page"), rank=90),
        Command("app.palette", ("ctrl+p",), "app.palette", _("Commands"), _("Every command by name")),
        Command(
            "app.go",
            ("ctrl+g",),
            "app.go",
            _("Go to"),
            _("Then a digit: any pane, topic or screen; 0 is home"),
        ),
        Command(
            "app.theme",
            (),
            "app.theme",
            _("Dark / light"),
            _("Switches between the dark and the light theme"),
        ),
        Command(
            "app.anew",
            (),
            "app.anew",
            _("Write all to a new file"),
            _("If the database is gone or broken: all there is goes to a new file, and so does what follows"),
        ),
        Command(
            "app.quit",
            ("ctrl+q",),
            "app.quit",
            _("Quit"),
            _("Quits; it asks only where something is kept nowhere"),
            priority=True,
        ),
    )


APP = Scope("app", _app)
"""What works on every screen."""


def keymap(settings: Mapping[str, object]) -> Keymap:
    """The user's own keys from the configuration: a key or a list of keys for a command's id."""
    return {
        command: tuple(str(k) for k in keys) if isinstance(keys, tuple | list) else (str(keys),)
        for command, keys in settings.items()
    }


def bindings(found: tuple[Command, ...]) -> BindingsMap:
    """The commands as what Textual looks keys up in."""
    return BindingsMap(binding for command in found for binding in command.bindings())
