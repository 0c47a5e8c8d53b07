"""The readings of pasted lines, made in a thread of their own: copying a long meeting to try them in takes a while."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from models.capture.values import Reading
    from tui.open_meeting import OpenMeeting

_AHEAD = 40
"""Lines read beyond the one that is asked for."""


class Rehearsed(Protocol):
    """Lines tried one after the other, in a copy of the meeting."""

    def readings(self, place: int) -> list[Reading]:
        """How the line at a place will be understood, the best way first."""

    def close(self) -> None:
        """Lets the copy go."""


class ReadingAhead:
    """How each line will be understood after those before it; what is not read yet is read beside, and told then."""

    def __init__(self, meeting: OpenMeeting, lines: Sequence[str], told: Callable[[], None]) -> None:
        self._meeting, self._lines, self._told = meeting, lines, told
        self._found: list[list[Reading]] = []
        self._rehearsal: Rehearsed | None = None
        self._at_work = False
        self._closed = False
        # A store belongs to one thread: the one that reads makes it, uses it and closes it.
        self._thread = ThreadPoolExecutor(1)

    def at(self, place: int) -> list[Reading] | None:
        """The readings of the line at a place (from 0), the best first; None while it is not read yet."""
        if place < len(self._found):
            return self._found[place]
        if not (self._at_work or self._closed):
            self._at_work = True
            read = asyncio.get_running_loop().run_in_executor(
                self._thread, copy_context().run, self._read_to, min(place + _AHEAD, len(self._lines) - 1)
            )
            read.add_done_callback(self._done)
        return None

    def close(self) -> None:
        """Lets the copy go; what is being read is read to its end, and told to nobody."""
        self._closed = True
        self._thread.submit(self._close)
        self._thread.shutdown(wait=False)

    def _read_to(self, place: int) -> list[list[Reading]]:
        if self._rehearsal is None:
            self._rehearsal = self._meeting.rehearsal(self._lines)
        return [self._rehearsal.readings(n) for n in range(len(self._found), place + 1)]

    def _close(self) -> None:
        if self._rehearsal is not None:
            self._rehearsal.close()

    def _done(self, read: asyncio.Future[list[list[Reading]]]) -> None:
        # Where the file cannot be read the lines stand without their readings, and Enter says what is wrong.
        if self._closed or read.cancelled() or read.exception():
            return
        self._found += read.result()
        self._at_work = False
        self._told()
