"""Minutes used and planned, as the screens show them."""

from __future__ import annotations

from datetime import datetime, timedelta

from models.meeting import TopicTime
from models.minutes import Minutes

_LONGEST = timedelta(hours=12)
"""What seems to last longer was left in the middle and taken up on another day."""


def meeting_minutes(minutes: Minutes, now: datetime) -> tuple[int, int | None]:
    """Minutes the meeting has run, breaks left out, and how many were planned."""
    meeting = minutes.meeting
    end = _end(minutes, now)
    used = _span(minutes, _moment(_beginning(minutes)) or end, end)
    planned = None
    if meeting.starts_at and meeting.ends_at:
        planned = _whole(_moment(meeting.starts_at), _moment(meeting.ends_at))
    return used, planned or sum(t.minutes or 0 for t in minutes.topics) or None


def topic_minutes(minutes: Minutes, topic_id: str, now: datetime) -> int | None:
    """Minutes a topic was live, breaks left out; None if it never was."""
    stretches = minutes.topic_times(topic_id)
    end = _end(minutes, now)
    used = [_span(minutes, _moment(t.began_at) or end, _moment(t.ended_at) or end) for t in stretches]
    return sum(used) if used else None


def is_over(used: int | None, planned: int | None) -> bool:
    """Whether more minutes were used than were planned."""
    return used is not None and planned is not None and used > planned


def used_of_planned(used: int | None, planned: int | None) -> str:
    """12′/20′, with a sign before it where it is more than was planned."""
    sign = "⚠" if is_over(used, planned) else ""
    return sign + ("–" if used is None else f"{used}′") + (f"/{planned}′" if planned else "")


def _beginning(minutes: Minutes) -> str | None:
    """When the meeting began: as planned, or when its first topic did; that alone, if it was on another day."""
    planned = minutes.meeting.starts_at
    first = min((t.began_at for t in minutes.all(TopicTime)), default=None)
    if first and planned and first[:10] == planned[:10]:
        return min(first, planned)
    return first or planned


def _end(minutes: Minutes, now: datetime) -> datetime:
    """When the meeting ended; while nobody said so, now, but on another day the last thing that was typed."""
    if ended := _moment(minutes.meeting.adjourned_at):
        return ended
    began = _beginning(minutes) or ""
    if began[:10] in ("", now.date().isoformat()):
        return now
    latest = minutes.latest_entry
    known = [t.began_at for t in minutes.all(TopicTime)] + ([latest.at] if latest and latest.at else [])
    return min(now, _moment(max(known, default=began)) or now)


def _span(minutes: Minutes, began: datetime, ended: datetime) -> int:
    """The minutes between two times without the breaks in it."""
    if ended - began > _LONGEST:
        ended = _last_typed(minutes, began)
    total = _whole(began, ended)
    for pause in minutes.pauses:
        first = max(began, _moment(pause.began_at) or ended)
        last = min(ended, _moment(pause.ended_at) or ended)
        total -= _whole(first, last)
    return max(0, total)


def _last_typed(minutes: Minutes, began: datetime) -> datetime:
    """When the last entry of that day was typed."""
    day = began.date().isoformat()
    typed = [entry.at for entry in minutes.all_entries if entry.at and entry.at[:10] == day]
    return max(began, _moment(max(typed, default=None)) or began)


def _whole(began: datetime | None, ended: datetime | None) -> int:
    return max(0, int((ended - began).total_seconds() // 60)) if began and ended else 0


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
