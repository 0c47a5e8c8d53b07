"""Keys of the polish screen."""

from __future__ import annotations

from models.i18n import _
from tui.keys import Command, Scope, back, moves, saved


def _commands() -> tuple[Command, ...]:
    return (
        Command(
            "polish.edit",
            ("enter",),
            "edit",
            _("Write"),
            _("Other words for the sentence; with several marked, one sentence for all of them"),
            rank=1,
        ),
        Command(
            "polish.mark",
            ("tab",),
            "mark",
            _("Mark"),
            _("Marks the sentence, to make one of several; again: takes the mark off"),
            rank=2,
        ),
        Command(
            "polish.leave_out",
            ("delete",),
            "leave_out",
            _("Leave out"),
            _("Leaves the sentence out of the minutes, or takes it in again"),
            rank=3,
        ),
        Command(
            "polish.next",
            ("ctrl+n",),
            "next",
            _("Next to look at"),
            _(
                "The next sentence with a spoken word or older than what was typed; digits take what is offered"
            ),
            rank=4,
        ),
        Command(
            "polish.menu",
            ("space",),
            "menu",
            _("Menu"),
            _("What to do with the sentence: split, back to what was typed, let a word pass, add one"),
            rank=5,
        ),
        *moves("polish"),
        Command("polish.previous", ("pageup",), "turn(-1)", _("Topics"), _("The topic before"), rank=6),
        Command("polish.following", ("pagedown",), "turn(1)", _("Topics"), _("The next topic"), rank=6),
        Command("polish.export", ("ctrl+o",), "export", _("Export"), _("Exports the document"), rank=7),
        Command(
            "polish.undo", ("ctrl+z",), "undo", _("Undo"), _("Undoes the last step, saying which"), rank=8
        ),
        Command("polish.redo", ("ctrl+y",), "redo", _("Redo"), _("Redoes what was undone")),
        saved("polish"),
        back("polish", _("Back"), _("Takes the marks off, then goes back; everything written stays"), rank=9),
    )


POLISH = Scope("polish", _commands)
