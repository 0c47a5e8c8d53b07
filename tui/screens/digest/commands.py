"""Keys of what was decided so far."""

from __future__ import annotations

from models.i18n import _
from tui.keys import Command, Scope, back, saved, undoing


def _commands() -> tuple[Command, ...]:
    return (
        back("digest", _("Back"), _("Back to recording"), rank=1),
        Command("digest.close", ("ctrl+l", "enter"), "back", _("Back"), _("Back to recording")),
        Command("digest.up", ("up",), "scroll(-1)", _("Scroll"), _("One line up"), rank=2),
        Command("digest.down", ("down",), "scroll(1)", _("Scroll"), _("One line down"), rank=2),
        Command("digest.page_up", ("pageup",), "scroll_page(-1)", _("Pages"), _("A page up"), rank=3),
        Command(
            "digest.page_down", ("pagedown",), "scroll_page(1)", _("Page down"), _("A page down"), rank=3
        ),
        *undoing("digest"),
        saved("digest"),
    )


DIGEST = Scope("digest", _commands)
