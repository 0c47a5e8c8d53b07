"""Lines that are read before they are stored: each as it will be understood after those before it.

They are taken in a copy of the meeting in memory, so that nobody else has to wait, and none is read twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from models.capture.values import Reading
from models.meeting_view import MeetingView
from models.recorder.recorder import Recorder
from models.store import Store

_PORTION = 20
"""Lines read at a time: a key comes between two portions."""


class Rehearsal:
    """The readings of many lines, read as far as somebody has looked."""

    def __init__(self, view: MeetingView, clock: Callable[[], dt.datetime], lines: Sequence[str]) -> None:
        self._lines = lines
        self._store = view.store.copy_of(view.minutes)
        copied = MeetingView(self._store, view.meeting_id)
        copied.earlier = view.earlier
        self._recorder = Recorder(self._store, view.meeting_id, clock=clock, view=copied)
        self._read: list[list[Reading]] = []
        self._behind: Store | None = None
        """What it was copied from, where nobody else has that open."""

    @classmethod
    def apart(
        cls, path: Path, meeting_id: str, clock: Callable[[], dt.datetime], lines: Sequence[str]
    ) -> Rehearsal:
        """A rehearsal over a connection of its own, for the thread that asks; StoreError if it cannot be read."""
        store = Store.open(path)
        try:
            made = cls(MeetingView(store, meeting_id), clock, lines)
        except BaseException:
            store.close()
            raise
        made._behind = store
        return made

    def readings(self, place: int) -> list[Reading]:
        """How the line at a place (from 0) will be understood, the best way first."""
        while len(self._read) <= place:
            begun = len(self._read)
            self._read += self._recorder.take_all(self._lines[begun : begun + _PORTION])
        return self._read[place]

    def close(self) -> None:
        """Lets the copy go."""
        self._store.close()
        if self._behind is not None:
            self._behind.close()
