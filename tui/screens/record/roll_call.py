"""The roll call of the record screen: everybody at one key, then the exceptions, each with reason and stand-in.

Space goes round the states of one person, Enter asks why somebody is absent, and both leave one on the list, so that
twenty people are called in one pass.
"""

from __future__ import annotations

from collections.abc import Callable

from models.i18n import ngettext
from models.meeting import Person
from tui.result import Result
from tui.screens.record.panes import EVERYBODY, MeetingPane
from tui.screens.record.session import RecordSession


class RollCall:
    """Calls the people on the attendance pane; `done` shows what came of it."""

    def __init__(self, session: RecordSession, pane: MeetingPane, done: Callable[[Result], None]) -> None:
        self._session, self._pane, self._done = session, pane, done

    def begin(self) -> None:
        """Chooses who is to be called first: all of them, else the first nobody has looked for."""
        pane, minutes = self._pane, self._session.minutes
        waiting = (key for key in pane.items if (p := minutes.get(Person, key)) and p.attendance == "unknown")
        pane.choose(EVERYBODY if EVERYBODY in pane.items else next(waiting, None))
        if pane.chosen is None:
            pane.choose_first()

    def mark(self, chosen: str) -> bool:
        """Gives a person the next state, or marks everybody as here; False where the item is neither."""
        if chosen == EVERYBODY:
            self._mark_everybody()
        elif self._session.minutes.person(chosen) is not None:
            self._done(self._session.do(lambda: self._session.recorder.cycle_attendance(chosen)))
        else:
            return False
        return True

    def _mark_everybody(self) -> None:
        counted: list[int] = []
        recorder = self._session.recorder
        result = self._session.do(lambda: counted.append(recorder.all_present()))
        self._done(Result(_here(counted[0])) if result.ok else result)
        self._pane.choose_first()

    def call_next(self, person_id: str) -> None:
        """Chooses who comes after a person, whose reason has just been stored."""
        self._pane.choose(person_id)
        self._pane.choose_next(1)


def _here(count: int) -> str:
    return ngettext("{n} person is here", "{n} people are here", count).format(n=count)
