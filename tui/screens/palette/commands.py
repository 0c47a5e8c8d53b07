"""Keys of the command palette."""

from __future__ import annotations

from models.i18n import _
from tui.keys import Command, Scope, back, moves, saved


def _commands() -> tuple[Command, ...]:
    return (
        Command(
            "palette.run", ("enter",), "run", _("Run"), _("Runs the command on the screen below"), rank=1
        ),
        *moves("palette"),
        Command("palette.page_up", ("pageup",), "choose(-8)", _("Page up"), _("Some lines up")),
        Command("palette.page_down", ("pagedown",), "choose(8)", _("Page down"), _("Some lines down")),
        Command("palette.clear", ("ctrl+u",), "clear", _("Clear"), _("Shows all commands again")),
        back("palette", _("Back"), _("Back to where you were"), rank=2),
        saved("palette"),
        Command("palette.close", ("ctrl+p",), "back", _("Back"), _("Back to where you were")),
    )


PALETTE = Scope("palette", _commands)
