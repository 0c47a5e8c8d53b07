"""Between the store and the home screen: what there is of all meetings, what a search finds, how a meeting begins.

It knows no widget; failures of the store come out as words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from models.i18n import _
from models.importing import UnreadableError, take_in
from models.next_step import has_begun
from models.store import Store, StoreError
from tui.result import Result

if TYPE_CHECKING:
    from models.meeting import Row, Written
    from models.store import LedgerAction, MeetingSummary
    from models.store.search import Hit
    from tui.program import Program

_FIRST = 40
"""Meetings read before the first frame."""
_MOST_HITS = 100


@dataclass(frozen=True, slots=True)
class Ledger:
    """The meetings and actions that are known, on one day."""

    today: dt.date
    meetings: Sequence[MeetingSummary] = ()
    actions: Sequence[LedgerAction] = ()
    whole: bool = False
    """Whether every meeting and action has been looked at, or only the newest meetings."""


def read_all(path: str) -> tuple[list[MeetingSummary], list[LedgerAction]]:
    """All meetings and all open actions, over a connection of this thread's own."""
    store = Store.open(path)
    try:
        return list(store.meetings()), list(store.actions(unfinished=True))
    finally:
        store.close()


class HomeSession:
    """All meetings of the store the program is open over."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.ledger = Ledger(self._today, tuple(self._store.meetings(limit=_FIRST)))

    @property
    def _store(self) -> Store:
        return self._program.store

    @property
    def _today(self) -> dt.date:
        return self._program.clock().date()

    def know(self, meetings: Sequence[MeetingSummary], actions: Sequence[LedgerAction]) -> None:
        """Takes in what `read_all` found."""
        self.ledger = Ledger(self._today, meetings, actions, whole=True)

    def meeting(self, meeting_id: str | None) -> MeetingSummary | None:
        """The summary of a meeting, if it is known."""
        return next((m for m in self.ledger.meetings if m.id == meeting_id), None)

    def search(self, text: str) -> list[Hit]:
        """Searches all meetings for rows that hold these words; StoreError."""
        return list(self._store.search(text, _MOST_HITS))

    # -- beginning a meeting --------------------------------------------------------------------------------------

    def begin(self, name: str, scenario: str) -> Result:
        """Stores a meeting that begins now; `touched` holds its id."""
        now = self._program.clock().isoformat(timespec="minutes")
        return self._begun(lambda: _begin(self._store, name=name, scenario=scenario, starts_at=now))

    def prepare(self, previous_id: str | None) -> Result:
        """Stores a meeting that begins later, the next after a previous one if there is one; `touched` holds its id."""
        return self._begun(lambda: _begin(self._store, previous_id=previous_id))

    def _begun(self, begin: Callable[[], str]) -> Result:
        try:
            return Result(touched=(begin(),))
        except StoreError as error:
            return Result(str(error), ok=False)

    def take_in(self, words: str) -> Result:
        """Imports the file of a path, as typed or dragged in, as a meeting; `touched` holds its id."""
        path = Path(words.strip().strip("'\"")).expanduser()
        try:
            (taken,) = take_in(self._store, self._program.clock, [path])
        except (StoreError, UnreadableError) as error:
            return Result(str(error), ok=False)
        return Result(_taken(path, taken.unplaced), touched=(taken.meeting_id,))

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

    def _written(self, row_id: str) -> Written | None:
        from models.meeting import Written

        meeting = self._program.meeting
        return meeting.minutes.get(Written, row_id) if meeting else None


def _begin(store: Store, *, previous_id: str | None = None, **facts: str) -> str:
    # Here, because the home screen stands before any row of a meeting is known.
    from models.new_meeting import begin

    return begin(store, previous_id=previous_id, **facts)


def _taken(path: Path, unplaced: list[int]) -> str:
    if not unplaced:
        return _("Taken in: {name}").format(name=path.name)
    words = _("Taken in: {name}; kept as notes: line {numbers}")
    return words.format(name=path.name, numbers=", ".join(map(str, unplaced)))
