"""What is to be done next with a meeting: the question the home screen answers for each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from models.lazy import lazily

with lazily:
    from models import meeting as rows

if TYPE_CHECKING:
    from models.calendar import WorkCalendar
    from models.minutes import Minutes
    from models.store.queries import MeetingSummary


class Stage(StrEnum):
    """Where a meeting is, in the order in which the home screen lists meetings."""

    TODAY = "today"
    """Held today and not closed."""
    RUNNING = "running"
    """Recorded on another day or on none, and not closed."""
    DRAFT = "draft"
    """Closed; the minutes are being written."""
    COMING = "coming"
    """Held on a later day."""
    DONE = "done"
    """On its way to the departments, or there."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """The stage of a meeting, and until when its draft is due."""

    stage: Stage
    draft_due: dt.date | None = None
    days_left: int = 0
    """Working days until the draft is due; negative where it is late."""


def next_step(
    meeting: MeetingSummary, today: dt.date, calendar: WorkCalendar, draft_workdays: int = 2
) -> NextStep:
    """What is next with a meeting."""
    day = dt.date.fromisoformat(meeting.starts_at[:10]) if meeting.starts_at else None
    if meeting.closed_at is None and meeting.status == "draft":
        if day == today:
            return NextStep(Stage.TODAY)
        return NextStep(Stage.COMING if day and day > today else Stage.RUNNING)
    if meeting.status in ("draft", "in_review"):
        held = day or dt.date.fromisoformat((meeting.closed_at or meeting.changed_at)[:10])
        due = calendar.add_workdays(held, draft_workdays)
        return NextStep(Stage.DRAFT, due, workdays_between(today, due, calendar))
    return NextStep(Stage.DONE)


def has_begun(minutes: Minutes, now: dt.datetime) -> bool:
    """Whether a meeting is being recorded, or should be: something stands in it, or its time has come."""
    meeting = minutes.meeting
    if minutes.has_entries or minutes.all(rows.TopicTime) or meeting.adjourned_at or meeting.closed_at:
        return True
    return meeting.starts_at is not None and dt.datetime.fromisoformat(meeting.starts_at) <= now


def workdays_between(start: dt.date, end: dt.date, calendar: WorkCalendar) -> int:
    """How many working days lie behind the first day up to the second; negative where the second is earlier."""
    if end < start:
        return -workdays_between(end, start, calendar)
    days = (start + dt.timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(calendar.is_workday(day) for day in days)
