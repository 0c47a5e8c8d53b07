"""Keys of the recap."""

from __future__ import annotations

from models.i18n import _
from tui.keys import Command, Scope, back, saved


def _commands() -> tuple[Command, ...]:
    return (
        Command(
            "recap.confirm",
            ("enter",),
            "confirm",
            _("Confirm page"),
            _("The whole page is confirmed, on to the next; on the last page: closes the meeting"),
            rank=1,
        ),
        Command("recap.up", ("up",), "choose(-1)", _("Choose"), _("Singles out the item before"), rank=2),
        Command("recap.down", ("down",), "choose(1)", _("Choose"), _("Singles out the next item"), rank=2),
        Command(
            "recap.menu",
            ("space",),
            "menu",
            _("Menu"),
            _("What to do with the item: take what is offered, correct, objection, leave open"),
            rank=3,
        ),
        Command("recap.previous", ("pageup",), "turn(-1)", _("Pages"), _("The page before"), rank=4),
        Command("recap.next", ("pagedown",), "turn(1)", _("Pages"), _("The next page"), rank=4),
        Command(
            "recap.finding",
            ("ctrl+n",),
            "next_finding",
            _("Next gap"),
            _("The next thing that is missing, on whatever page"),
            rank=5,
        ),
        Command(
            "recap.projector",
            ("ctrl+l",),
            "projector",
            _("Projector"),
            _("Large, for the projector: what is missing or doubtful is hidden"),
            rank=6,
        ),
        Command(
            "recap.undo", ("ctrl+z",), "undo", _("Undo"), _("Undoes the last step, saying which"), rank=8
        ),
        Command("recap.redo", ("ctrl+y",), "redo", _("Redo"), _("Redoes what was undone")),
        saved("recap"),
        Command("recap.export", ("ctrl+o",), "export", _("Export"), _("Exports the document"), rank=9),
        back("recap", _("Back to recording"), _("Back to recording; everything confirmed stays so"), rank=7),
    )


RECAP = Scope("recap", _commands)
