"""Next meeting of a series: the same people and place, and the topics that were not finished.

Actions and open issues are not copied: there is one ledger, and the new meeting shows what of it is open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from models.meeting import (
    ChecklistItem,
    Department,
    Meeting,
    Person,
    Row,
    Topic,
    TopicDepartment,
    new_id,
)
from models.minutes import Minutes

_AS_IT_WAS = ("name", "scenario", "sponsor", "online", "host", "recorder", "copies", "signed_by", "issuer")


def following(before: Minutes) -> tuple[Meeting, list[Row]]:
    """The meeting after one, and the rows it begins with."""
    meeting_id = new_id()
    return _meeting(before, meeting_id), list(_Copy(before, meeting_id).rows())


def unfinished(minutes: Minutes, topic: Topic) -> bool:
    """Whether a topic is to come back: not agreed, put off, or with nothing decided or agreed under it."""
    if topic.outcome is not None:
        return topic.outcome != "agreed"
    disputes = minutes.disagreements(topic.id)
    if any(d.dispute and d.status != "settled" for d in disputes):
        return True
    return not (minutes.resolutions(topic.id) or any(d.consensus for d in disputes))


def _meeting(before: Minutes, meeting_id: str) -> Meeting:
    old = before.meeting
    return Meeting(
        id=meeting_id,
        meeting_id=meeting_id,
        previous_meeting_id=old.id,
        starts_at=old.next_at,
        ends_at=_end(old),
        place=old.next_place or old.place,
        **{name: getattr(old, name) for name in _AS_IT_WAS},
    )


def _end(old: Meeting) -> str | None:
    """As long as it was planned last time."""
    if not (old.starts_at and old.ends_at and old.next_at and len(old.next_at) > 10):
        return None
    begin, end, following = map(dt.datetime.fromisoformat, (old.starts_at, old.ends_at, old.next_at))
    return (following + (end - begin)).isoformat(timespec="minutes")


class _Copy:
    """The rows of the new meeting, each under an id of its own."""

    def __init__(self, before: Minutes, meeting_id: str) -> None:
        self._before = before
        self._meeting_id = meeting_id
        self._ids: dict[str, str] = {}

    def _new(self, row: Row, **fields: Any) -> Row:
        self._ids[row.id] = new_id()
        return replace(row, id=self._ids[row.id], meeting_id=self._meeting_id, **fields)

    def rows(self) -> Iterator[Row]:
        """Departments, people, topics not finished and what is to be seen to, parents first."""
        for number, department in enumerate(self._before.departments, 1):
            yield self._new(department, number=number)
        for home in (*self._before.departments, None):
            yield from self._people(home)
        topics = [t for t in self._before.topics if t.title and unfinished(self._before, t)]
        for seq, topic in enumerate(topics, 1):
            yield self._new(topic, seq=seq, number=f"1.{seq}", outcome=None, head_count=None)
            for link in self._before.links(TopicDepartment, topic.id):
                home_id = self._ids[link.department_id]
                yield self._new(link, topic_id=self._ids[topic.id], department_id=home_id)
        for item in self._before.all(ChecklistItem):
            yield self._new(item, done=False)

    def _people(self, home: Department | None) -> Iterator[Row]:
        fresh = {"attendance": "unknown", "reason": "", "proxy": "", "arrived_at": None, "left_at": None}
        people: list[Person] = self._before.people(home.id if home else None)
        for number, person in enumerate(people, 1):
            where = self._ids[home.id] if home else None
            yield self._new(person, department_id=where, number=number, **fresh)
