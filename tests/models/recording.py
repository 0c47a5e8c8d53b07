"""Lines typed into a meeting, and what stands in it then."""

from __future__ import annotations

from models.meeting import (
    Action,
    OpenIssue,
    Resolution,
)
from models.minutes import Minutes
from models.recorder import Recorder


def type_in(recorder: Recorder, *lines: str) -> Minutes:
    """Types lines into the meeting, and gives its minutes."""
    for line in lines:
        recorder.accept(line)
    return recorder.minutes


def people(recorder: Recorder) -> dict[str, str]:
    """Everybody, as department and name, with whether they are there."""
    minutes = recorder.minutes
    listed = [p for d in minutes.departments for p in minutes.people(d.id)] + minutes.guests
    return {minutes.department_name(p.department_id) + p.name: p.attendance for p in listed}


def codes(minutes: Minutes) -> list[str]:
    """The numbers of resolutions, actions and open issues, in the order of reading."""
    return [e.code for e in minutes.all_entries if isinstance(e, Resolution | Action | OpenIssue)]
