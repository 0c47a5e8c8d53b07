"""Minutes used and planned, as the screens show them."""

from __future__ import annotations

from datetime import datetime

from models.meeting import TopicTime
from models.minutes import Minutes


def meeting_minutes(minutes: Minutes, now: datetime) -> tuple[int, int | None]:
    """Minutes the meeting has run, breaks left out, and how many were planned."""
    meeting = minutes.meeting
    began = [t.began_at for t in minutes.all(TopicTime)] + ([meeting.starts_at] if meeting.starts_at else [])
    end = _end(minutes, now)
    used = _span(minutes, _moment(min(began)) or end, end) if began else 0
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


def _end(minutes: Minutes, now: datetime) -> datetime:
    """When the meeting ended; while nobody said so, now, but on another day the last thing that was typed."""
    if ended := _moment(minutes.meeting.adjourned_at):
        return ended
    began = minutes.meeting.starts_at or ""
    if began[:10] in ("", now.date().isoformat()):
        return now
    latest = minutes.latest_entry
    known = [t.began_at for t in minutes.all(TopicTime)] + ([latest.at] if latest and latest.at else [])
    return min(now, _moment(max(known, default=began)) or now)


def _span(minutes: Minutes, began: datetime, ended: datetime) -> int:
    """The minutes between two times without the breaks in it."""
    total = _whole(began, ended)
    for pause in minutes.pauses:
        first = max(began, _moment(pause.began_at) or ended)
        last = min(ended, _moment(pause.ended_at) or ended)
        total -= _whole(first, last)
    return max(0, total)


def _whole(began: datetime | None, ended: datetime | None) -> int:
    return max(0, int((ended - began).total_seconds() // 60)) if began and ended else 0


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
