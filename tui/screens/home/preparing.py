"""A meeting that is prepared first: a new one, or the next after the one that is singled out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from models.i18n import _
from models.new_meeting import begin as begin_meeting
from models.store import StoreError
from tui.result import Result
from tui.theme import style
from tui.widgets.menu import Choice

if TYPE_CHECKING:
    from tui.screens.home.screen import HomeScreen


def begin(screen: HomeScreen) -> None:
    """Asks which of the two it is, where there is a choice."""
    chosen = screen.meetings.chosen
    before = next((m for m in screen.ledger.meetings if m.id == chosen), None)
    if before is None:
        _prepare(screen, None)
        return
    text = style(screen.jiyao.palette.text)
    name = before.name or _("(meeting without a name)")
    follow = _("The next after {name}: people, place, what is open").format(name=name)
    choices = [
        Choice([(_("A new meeting"), text)], partial(_prepare, screen, None)),
        Choice([(follow, text)], partial(_prepare, screen, before.id)),
    ]
    screen.choose_from(_("Prepare a meeting"), choices)


def _prepare(screen: HomeScreen, previous: str | None) -> None:
    """Makes the meeting and goes to its form."""
    try:
        screen.jiyao.show("prepare", begin_meeting(screen.jiyao.store, previous_id=previous))
    except StoreError as error:
        screen.say(Result(str(error), ok=False))
