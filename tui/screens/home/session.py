"""Between the store and the home screen: what there is of all meetings, and what a search finds. It knows no widget."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.lazy import lazily
from models.next_step import has_begun
from models.store import Store, StoreError
from tui.program import Clock, Program

with lazily:
    from models import meeting as rows

if TYPE_CHECKING:
    from models.meeting import Row
    from models.store.held import HeldCount
    from models.store.queries import LedgerAction, MeetingSummary
    from models.store.search import Hit

_FIRST = 40
"""Meetings read before the first frame."""
_MOST_HITS = 100


@dataclass(frozen=True, slots=True)
class Ledger:
    """The meetings and actions that are known, on one day."""

    today: dt.date
    meetings: Sequence[MeetingSummary] = ()
    actions: Sequence[LedgerAction] = ()
    held: Mapping[str, HeldCount] = field(default_factory=dict)
    """Lines that are not stored, by the id of their meeting."""
    whole: bool = False
    """Whether every meeting and action has been looked at, or only the newest meetings."""


def read_all(path: str, clock: Clock) -> Ledger:
    """All meetings and all open actions, over a connection of this thread's own; what is too old in the trash goes."""
    store = Store.open(path, clock=clock)
    try:
        # Whatever stands in the way of that, the lists are read.
        with suppress(StoreError):
            store.trash.clear()
        meetings, actions = list(store.meetings(blank=False)), list(store.actions(unfinished=True))
        return Ledger(clock().date(), meetings, actions, store.held_counts(), whole=True)
    finally:
        store.close()


class HomeSession:
    """All meetings of the store the program is open over."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.ledger = Ledger(self._today, tuple(self._store.meetings(limit=_FIRST, blank=False)))

    @property
    def _store(self) -> Store:
        return self._program.store

    @property
    def _today(self) -> dt.date:
        return self._program.clock().date()

    def know(self, ledger: Ledger) -> None:
        """Takes in what `read_all` found."""
        self.ledger = ledger

    def meeting(self, meeting_id: str | None) -> MeetingSummary | None:
        """The summary of a meeting, if it is known."""
        return next((m for m in self.ledger.meetings if m.id == meeting_id), None)

    def search(self, text: str) -> list[Hit]:
        """Searches all meetings for rows that hold these words; StoreError."""
        return list(self._store.search(text, _MOST_HITS))

    # -- an unfinished answer -----------------------------------------------------------------------------------

    def keep_answer(self, name: str, text: str) -> bool:
        """Keeps what is typed in answer to a question, until it is answered; whether the store took it."""
        try:
            with self._store.at_once():
                self._store.remember(name, text)
        except StoreError:
            return False
        return True

    def unfinished(self, name: str) -> str:
        """What stood unfinished when the program was last left or lost."""
        with suppress(StoreError):
            return self._store.remembered(name) if name else ""
        return ""

    # -- the open meeting -----------------------------------------------------------------------------------------

    def screen_of(self, row_id: str) -> str:
        """The screen on which a row of the open meeting is found."""
        return "polish" if self._written(row_id) else "record"

    def row(self, row_id: str) -> Row | None:
        """An entry or a written sentence of the open meeting."""
        meeting = self._program.meeting
        return self._written(row_id) or (meeting.minutes.entry(row_id) if meeting else None)

    def has_begun(self) -> bool:
        """Whether the open meeting is past its preparation."""
        meeting = self._program.meeting
        return meeting is None or has_begun(meeting.minutes, self._program.clock())

    def _written(self, row_id: str) -> rows.Written | None:
        meeting = self._program.meeting
        return meeting.minutes.get(rows.Written, row_id) if meeting else None
