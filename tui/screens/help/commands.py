"""Keys of the help page."""

from __future__ import annotations

from models.i18n import _
from tui.keys import Command, Scope, back, saved


def _commands() -> tuple[Command, ...]:
    return (
        back("help", _("Back"), _("Back to where you were"), rank=1),
        Command("help.close", ("f12", "enter"), "back", _("Back"), _("Back to where you were")),
        saved("help"),
        Command("help.up", ("up",), "scroll(-1)", _("Scroll"), _("One line up"), rank=2),
        Command("help.down", ("down",), "scroll(1)", _("Scroll"), _("One line down"), rank=2),
        Command("help.page_up", ("pageup",), "scroll_page(-1)", _("Pages"), _("A page up"), rank=3),
        Command("help.page_down", ("pagedown",), "scroll_page(1)", _("Pages"), _("A page down"), rank=3),
    )


HELP = Scope("help", _commands)
