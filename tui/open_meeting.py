"""The meeting that is open: shown at once, and written to through a recorder that is made when it is first asked for.

This is the one seam between showing and writing. Whatever only changes a meeting (the recorder, the grammar, the
dates) waits here for the first key, or for the thread that loads it behind the first frame: a fifth of a second that
no start has to wait for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from models.lazy import lazily
from models.meeting_view import MeetingView

with lazily:
    from models import recorder
    from models.recorder import rehearsal

if TYPE_CHECKING:
    from models.store import Store


class OpenMeeting(MeetingView):
    """A meeting open in this program, under this program's clock."""

    def __init__(self, store: Store, meeting_id: str, clock: Callable[[], datetime], window: str) -> None:
        super().__init__(store, meeting_id, window)
        self.clock = clock

    @cached_property
    def recorder(self) -> recorder.Recorder:
        """What changes the meeting."""
        return recorder.Recorder(self.store, self.meeting_id, clock=self.clock, view=self)

    def rehearsal(self, lines: Sequence[str]) -> rehearsal.Rehearsal:
        """How lines will be understood one after the other, before any is stored; for a thread beside the screen's."""
        return rehearsal.Rehearsal.apart(self.store.path, self.meeting_id, self.clock, lines)
