"""Every command of every screen, declared once: its id, keys, words and help.

Bindings, footer, help page and command palette are made from these and cannot disagree. The declarations are
functions because their words are in the language chosen at the start; a user's keymap replaces keys by id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

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


def app_commands() -> tuple[Command, ...]:
    """What works on every screen."""
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
            "app.quit",
            ("ctrl+q",),
            "app.quit",
            _("Quit"),
            _("Quits without asking: nothing can be lost"),
            priority=True,
        ),
    )


def record_commands() -> tuple[Command, ...]:
    """The record screen."""
    return (
        Command(
            "record.accept",
            ("enter",),
            "accept",
            _("Record"),
            _("Accepts the line; in an empty bar while another topic is looked at: makes that topic live"),
        ),
        Command(
            "record.complete",
            ("tab",),
            "complete",
            _("Complete"),
            _("Completes names, departments, markers and dates"),
        ),
        Command(
            "record.reading",
            ("shift+tab",),
            "next_reading",
            _("Next reading"),
            _("Takes the line in its next possible sense"),
        ),
        Command(
            "record.back",
            ("escape",),
            "back",
            _("Back"),
            _("Back to the bar and the live topic; what stands in the bar stays"),
        ),
        Command(
            "record.take_back",
            ("up",),
            "take_back",
            _("Take back"),
            _("In an empty bar: takes the latest entry back for editing"),
        ),
        Command("record.clear", ("ctrl+u",), "clear", _("Clear"), _("Clears the bar; Ctrl+Z brings it back")),
        Command(
            "record.attendance",
            ("f2",),
            "pane('attendance')",
            _("Attendance"),
            _("Goes to the attendance"),
            rank=1,
            together=_("Panes"),
        ),
        Command(
            "record.opinions", ("f3",), "pane('opinions')", _("Views"), _("Goes to the opinions"), rank=1
        ),
        Command(
            "record.disagreements",
            ("f5",),
            "pane('disagreements')",
            _("Disputed"),
            _("Goes to the disagreements"),
            rank=1,
        ),
        Command(
            "record.decisions",
            ("f8",),
            "pane('decisions')",
            _("Resolutions, actions"),
            _("Goes to the resolutions; again: to the actions"),
            rank=1,
        ),
        Command(
            "record.previous_topic",
            ("pageup",),
            "look(-1)",
            _("Topics"),
            _("Looks at the previous topic; the live one stays live (in a pane: scrolls it)"),
            rank=2,
        ),
        Command(
            "record.next_topic",
            ("pagedown",),
            "look(1)",
            _("Next topic"),
            _("Looks at the next topic; the live one stays live (in a pane: scrolls it)"),
            rank=2,
        ),
        Command(
            "record.new_topic",
            ("ctrl+t",),
            "new_topic",
            _("New topic"),
            _("Begins a line that opens a topic"),
            rank=5,
        ),
        Command(
            "record.incomplete",
            ("ctrl+n",),
            "next_incomplete",
            _("Next gap"),
            _("Goes to the next entry that is incomplete or doubtful"),
            rank=3,
        ),
        Command(
            "record.stances",
            ("ctrl+r",),
            "app.stances",
            _("Stances"),
            _("Stance board: departments by topics"),
            rank=8,
        ),
        Command(
            "record.digest",
            ("ctrl+l",),
            "app.digest",
            _("Decided so far"),
            _("All resolutions, then actions by owner, one page to read out"),
            rank=6,
        ),
        Command("record.export", ("ctrl+o",), "export", _("Export"), _("Exports the document"), rank=7),
        Command(
            "record.recap",
            ("f9",),
            "app.recap",
            _("Recap"),
            _("Walks through the meeting before it closes"),
            rank=4,
        ),
        Command(
            "record.polish",
            (),
            "app.polish",
            _("Polish"),
            _("After the close: what was typed beside what the document says"),
        ),
        Command(
            "record.prepare",
            (),
            "app.prepare",
            _("Preparing"),
            _("Before the meeting: facts, people, agenda, materials, logistics"),
        ),
        Command("record.home", (), "app.home", _("Home"), _("All meetings, what is due, search")),
        Command(
            "record.undo",
            ("ctrl+z",),
            "undo",
            _("Undo"),
            _("Undoes what is being typed first, then steps, saying which"),
            rank=13,
        ),
        Command("record.redo", ("ctrl+y",), "redo", _("Redo"), _("Redoes what was undone")),
        Command(
            "record.saved",
            ("ctrl+s",),
            "saved",
            _("Saved"),
            _("Says when the last entry was saved; there is nothing to save"),
        ),
        Command(
            "record.menu",
            ("space",),
            "menu",
            _("Menu"),
            _("In a pane: menu of the entry (stance, doubt, move, kind, delete …)"),
        ),
        Command("record.delete", ("delete",), "delete", _("Delete"), _("In a pane: deletes the entry")),
        Command(
            "record.left", ("left",), "neighbour(-1)", _("Pane before"), _("In a pane: to the pane before it")
        ),
        Command(
            "record.right", ("right",), "neighbour(1)", _("Pane after"), _("In a pane: to the pane after it")
        ),
    )


def paste_commands() -> tuple[Command, ...]:
    """The list of pasted lines."""
    return (
        Command(
            "paste.accept", ("enter",), "accept", _("Record all"), _("Accepts every line in turn"), rank=1
        ),
        Command(
            "paste.back", ("escape",), "back", _("Back"), _("Back to the bar; the lines stay there"), rank=2
        ),
        Command("paste.up", ("up",), "scroll(-1)", _("Up"), _("Scrolls up")),
        Command("paste.down", ("down",), "scroll(1)", _("Down"), _("Scrolls down")),
        Command("paste.page_up", ("pageup",), "scroll(-10)", _("Page up"), _("Scrolls up by a page")),
        Command("paste.page_down", ("pagedown",), "scroll(10)", _("Page down"), _("Scrolls down by a page")),
    )


def _of_screen(name: str) -> tuple[Command, ...]:
    """The commands of the screens around recording, which are needed only where one of them is shown."""
    from tui import screen_keys

    return screen_keys.SCOPES[name]()


SCOPES: dict[str, Callable[[], tuple[Command, ...]]] = {
    "app": app_commands,
    "record": record_commands,
    "paste": paste_commands,
    **{
        name: partial(_of_screen, name)
        for name in ("home", "prepare", "recap", "polish", "digest", "stances", "help", "palette", "go")
    },
}
"""The declarations of each screen, by its name."""


def commands(scope: str, keymap: Keymap | None = None) -> tuple[Command, ...]:
    """The commands of a scope, with the user's own keys."""
    own = keymap or {}
    return tuple(replace(c, keys=own.get(c.id, c.keys)) for c in SCOPES[scope]())


def keymap(settings: Mapping[str, object]) -> Keymap:
    """The user's own keys from the configuration: a key or a list of keys for a command's id."""
    return {
        command: tuple(str(k) for k in keys) if isinstance(keys, tuple | list) else (str(keys),)
        for command, keys in settings.items()
    }


def bindings(found: tuple[Command, ...]) -> BindingsMap:
    """The commands as what Textual looks keys up in."""
    return BindingsMap(binding for command in found for binding in command.bindings())
