"""What the home screen asks of all meetings, and the way from it to one entry of one meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.store import Store

if TYPE_CHECKING:
    from models.meeting import Written
    from models.store import LedgerAction, MeetingSummary
    from tui.program import Program


def read_all(path: str) -> tuple[list[MeetingSummary], list[LedgerAction]]:
    """All meetings and all open actions, over a connection of this thread's own."""
    store = Store.open(path)
    try:
        return list(store.meetings()), list(store.actions(unfinished=True))
    finally:
        store.close()


def go_to(jiyao: Program, row_id: str) -> None:
    """Singles out an entry on the record screen, or a written sentence on the polish screen, that has just opened."""
    row = _written(jiyao, row_id) or (jiyao.meeting.minutes.entry(row_id) if jiyao.meeting else None)
    go_to = getattr(jiyao.screen, "go_to", None)
    if row is not None and go_to is not None:
        jiyao.screen.app.call_after_refresh(go_to, row)


def screen_of(jiyao: Program, row_id: str) -> str:
    """The screen on which a row of the open meeting is found."""
    return "polish" if _written(jiyao, row_id) else "record"


def _written(jiyao: Program, row_id: str) -> Written | None:
    from models.meeting import Written

    return jiyao.meeting.minutes.get(Written, row_id) if jiyao.meeting else None
