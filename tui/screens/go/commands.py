"""Keys of the list of places."""

from __future__ import annotations

from models.i18n import _
from tui.keys import Command, Scope, back, moves, saved


def _commands() -> tuple[Command, ...]:
    return (
        Command("go.there", ("enter",), "go_there", _("Go"), _("Goes to what is singled out"), rank=1),
        *moves("go"),
        back("go", _("Back"), _("Back to where you were"), rank=2),
        saved("go"),
        Command("go.close", ("ctrl+g",), "back", _("Back"), _("Back to where you were")),
    )


GO = Scope("go", _commands)
