"""A finished sample meeting in each language, typed line by line as a recorder would have typed it.

The lines stand in a text file beside this module and go through the same recorder as everybody's, under a clock that
runs from the meeting's beginning to its end; so the sample has its history, its speakers' times and its recap too.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from models.new_meeting import begin
from models.recorder import Recorder
from models.store import Store

_BEGIN = dt.datetime(2026, 11, 25, 14, 0)
_MINUTES = 96
_TOPIC = ("议题", "topic")


def lines(language: str) -> list[str]:
    """What was typed, facts first."""
    text = (Path(__file__).parent / f"{language}.txt").read_text(encoding="utf-8")
    return text.splitlines()


def add_sample(store: Store, language: str) -> str:
    """Records the sample meeting, reads it back page by page and closes it; gives its id."""
    typed = lines(language)
    first = next(number for number, line in enumerate(typed) if line.startswith(_TOPIC))
    hand = _Hand()
    with store.transaction():
        meeting_id = begin(store)
        recorder = Recorder(store, meeting_id, clock=hand)
        for number, line in enumerate(typed):
            hand.at(_MINUTES * max(0, number - first) // (len(typed) - first))
            recorder.accept(line)
        hand.at(_MINUTES)
        host = recorder.minutes.meeting.host
        for page in ("attendance", *(topic.id for topic in recorder.minutes.topics), "open"):
            recorder.closing.confirm(page, host)
        recorder.closing.close(host)
    return meeting_id


class _Hand:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self._now = _BEGIN

    def at(self, minutes: int) -> None:
        """Sets it so many minutes after the beginning."""
        self._now = _BEGIN + dt.timedelta(minutes=minutes)

    def __call__(self) -> dt.datetime:
        return self._now
