"""Keys of the home screen."""

from __future__ import annotations

from models.i18n import _
from tui.keys import Command, Scope, moves


def _commands() -> tuple[Command, ...]:
    return (
        Command(
            "home.open",
            ("enter",),
            "open",
            _("Open"),
            _("Opens the meeting, action or hit that is singled out"),
            rank=1,
        ),
        Command(
            "home.new",
            ("ctrl+n",),
            "new",
            _("New meeting"),
            _("A new meeting: its name, then its scenario, then you record"),
            rank=2,
        ),
        Command(
            "home.prepare",
            ("ctrl+t",),
            "prepare",
            _("Prepare a meeting"),
            _("A new meeting, or the next after the one singled out, prepared before it begins"),
            rank=6,
        ),
        Command(
            "home.import",
            ("ctrl+o",),
            "import_file",
            _("From a file"),
            _("Takes in lines or a chat (.txt .srt .vtt), a meeting (.json) or the company's list (.csv)"),
            rank=3,
        ),
        Command(
            "home.demo",
            ("f5",),
            "demo",
            _("Sample meeting"),
            _("While there is no meeting: a finished sample, in a file that goes when the program ends"),
            rank=4,
        ),
        *moves("home"),
        Command("home.pane", ("tab",), "other_pane", _("Other list"), _("Meetings or actions"), rank=5),
        Command(
            "home.recap",
            ("f9",),
            "recap",
            _("Recap"),
            _("Walks through the meeting that is singled out"),
            rank=8,
        ),
        Command(
            "home.trash",
            ("delete",),
            "trash",
            _("To the trash"),
            _("Puts the meeting that is singled out into the trash; for 30 days it can be taken out again"),
            rank=7,
        ),
        Command(
            "home.open_trash",
            ("f8",),
            "open_trash",
            _("Trash"),
            _("What is in the trash: taken out again, or deleted for good"),
            rank=9,
        ),
        Command(
            "home.undo",
            ("ctrl+z",),
            "undo",
            _("Undo"),
            _("Takes out again what was put into the trash last, or puts back what was taken out of it"),
        ),
        Command("home.page_up", ("pageup",), "choose(-8)", _("Page up"), _("Some lines up")),
        Command("home.page_down", ("pagedown",), "choose(8)", _("Page down"), _("Some lines down")),
        Command("home.clear", ("escape", "ctrl+u"), "clear", _("Back"), _("Ends the search or the question")),
    )


HOME = Scope("home", _commands)
