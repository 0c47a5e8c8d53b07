"""What the tests of the store and the recorder share: a small meeting in a real file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from models.meeting import TABLES, Department, Meeting, Opinion, Row, Topic, new_id
from models.minutes import Minutes
from models.store import Store

NOW = dt.datetime(2026, 9, 16, 14, 5, 30)


def clock() -> dt.datetime:
    """A clock that stands still."""
    return NOW


def open_store(path: Path) -> Store:
    """A store whose clock stands still and that does not wait long for others."""
    return Store.open(path, clock=clock, busy_seconds=10)


def new_meeting(store: Store, **facts: str) -> str:
    """A meeting of its own with a topic and a department; gives its id."""
    meeting = new_id()
    store.create(
        Meeting(
            id=meeting, meeting_id=meeting, **{"name": "启动会", "starts_at": "2026-09-16T14:00", **facts}
        ),
        [
            Topic(id=f"topic-{meeting}", meeting_id=meeting, seq=1, number="1.1", title="预算"),
            Department(id=f"dept-{meeting}", meeting_id=meeting, number=1, name="市场部"),
        ],
    )
    return meeting


def opinion(meeting: str, text: str, seq: int = 1, **fields: object) -> Opinion:
    """An opinion of the meeting's department."""
    return Opinion(
        id=new_id(),
        meeting_id=meeting,
        topic_id=f"topic-{meeting}",
        department_id=f"dept-{meeting}",
        seq=seq,
        text=text,
        **fields,  # type: ignore[arg-type]
    )


def everything(minutes: Minutes) -> dict[str, list[Row]]:
    """All rows of a meeting, to be compared."""
    return {kind.table: sorted(minutes.all(kind), key=lambda row: row.id) for kind in TABLES}
