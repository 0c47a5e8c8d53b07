"""A meeting that is prepared first: a new one, or the next after the one that is singled out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from models.i18n import _
from models.meeting import Meeting, new_id
from models.next_meeting import carry_on
from models.store import StoreError
from tui.result import Said
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
    store = screen.jiyao.store
    try:
        if previous is not None:
            meeting_id = carry_on(store, previous)
        else:
            meeting_id = new_id()
            store.create(Meeting(id=meeting_id, meeting_id=meeting_id))
        screen.jiyao.show("prepare", meeting_id)
    except StoreError as error:
        screen.say(Said(str(error), ok=False))
