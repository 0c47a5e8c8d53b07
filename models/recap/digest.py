"""已定事项: everything decided so far on one page to read out, and what the closing page says of the whole meeting."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TypeVar

from models import wording
from models.calendar import WorkCalendar
from models.i18n import _
from models.meeting import Action, Disagreement, OpenIssue, Resolution
from models.minutes import Minutes
from models.recap.read_aloud import Reader, Words

N = TypeVar("N", Resolution, Action)

DECIDED = "digest"
"""What the store calls this page: it keeps that the room has seen it, and the numbers on it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One numbered sentence."""

    id: str
    code: str
    words: Words


@dataclass(frozen=True, slots=True)
class Digest:
    """Everything decided: the resolutions, then the actions of each owner."""

    resolutions: tuple[Line, ...]
    owners: tuple[tuple[str, tuple[Line, ...]], ...]
    """An owner's name and what is theirs, in the order of departments and people; actions of nobody last."""


def digest(minutes: Minutes, calendar: WorkCalendar | None = None) -> Digest:
    """The digest of a meeting, in sentences to be read out."""
    read = Reader(minutes, calendar or WorkCalendar())
    resolutions = [Line(r.id, r.code, read.resolution(r)) for r in _held(minutes, Resolution)]
    owners: dict[str, list[Line]] = {}
    for action in sorted(_held(minutes, Action), key=lambda a: _owner_place(minutes, a)):
        name = wording.owner_of_action(minutes, action)
        lines = owners.setdefault(name or _("Nobody yet"), [])
        lines.append(Line(action.id, action.code, read.action(action)))
    return Digest(tuple(resolutions), tuple((name, tuple(lines)) for name, lines in owners.items()))


def _held(minutes: Minutes, kind: type[N]) -> list[N]:
    return sorted(minutes.holding(kind), key=lambda row: row.number)


def _owner_place(minutes: Minutes, action: Action) -> tuple[int, int]:
    department, person = minutes.department(action.owner_department_id), minutes.person(action.owner_id)
    return (department.number if department else 9999, person.number if person else 0)


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures on the closing page."""

    expected: int
    came: int
    length: int | None
    """Minutes, breaks left out; None where no end or beginning is known."""
    resolutions: int
    actions: int
    by_department: tuple[tuple[str, int, int], ...]
    """A department, the resolutions it carries out, the actions it owns; nobody's last, under an empty name."""
    open_issues: int
    disputes: int
    draft_due: dt.date | None


def summary(
    minutes: Minutes,
    now: dt.datetime | None = None,
    calendar: WorkCalendar | None = None,
    draft_workdays: int = 2,
) -> Summary:
    """The figures of the meeting; while it has no end, its length is counted to now."""
    resolutions = _held(minutes, Resolution)
    actions = _held(minutes, Action)
    day = wording.parse_day(minutes.meeting.starts_at)
    return Summary(
        expected=minutes.expected,
        came=minutes.attending,
        length=_length(minutes, now),
        resolutions=len(resolutions),
        actions=len(actions),
        by_department=_by_department(minutes, resolutions, actions),
        open_issues=len(minutes.holding(OpenIssue)),
        disputes=sum(d.status == "open" for d in minutes.holding(Disagreement)),
        draft_due=(calendar or WorkCalendar()).add_workdays(day, draft_workdays) if day else None,
    )


def _by_department(
    minutes: Minutes, resolutions: list[Resolution], actions: list[Action]
) -> tuple[tuple[str, int, int], ...]:
    carried = Counter(minutes.department_name(r.executing_department_id) for r in resolutions)
    owned = Counter(minutes.department_name(a.owner_department_id) for a in actions)
    names = [*(d.name for d in minutes.departments), ""]
    return tuple((name, carried[name], owned[name]) for name in names if carried[name] or owned[name])


def _length(minutes: Minutes, now: dt.datetime | None) -> int | None:
    meeting = minutes.meeting
    began = _moment(meeting.starts_at)
    ended = _moment(meeting.adjourned_at) or _moment(meeting.closed_at) or now or _moment(meeting.ends_at)
    if began and (not ended or ended.date() != began.date() or ended < began):
        ended = _moment(meeting.ends_at)
    if not began or not ended or ended < began:
        return None
    return int((ended - began).total_seconds()) // 60 - _paused(minutes)


def _moment(value: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(value) if value and len(value) > 10 else None


def _paused(minutes: Minutes) -> int:
    total = 0
    for pause in minutes.pauses:
        began, ended = _moment(pause.began_at), _moment(pause.ended_at)
        total += int((ended - began).total_seconds()) // 60 if began and ended else pause.minutes or 0
    return total
