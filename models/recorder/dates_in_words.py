"""Dates that were set by words: they follow when what they count from changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from models import dates
from models.dates import Anchor, Due
from models.meeting import Action, OpenIssue, Resolution
from models.recorder.step import MeetingStep, anchor


def follow(step: MeetingStep, *, only_hours: bool = False) -> None:
    """Works every date set by words out again, or only those that count in hours from the meeting's end."""
    count_from = anchor(step.meeting, step.moment.now)
    for action in step.minutes.all(Action):
        if action.due_text and not action.due_by_hand:
            due = dates.resolve(action.due_text, count_from, step.calendar)
            if not only_hours or _in_hours(due):
                _set(step, action, due=due.date, due_flags="、".join(due.flags))
    for issue in step.minutes.all(OpenIssue):
        if issue.revisit_text:
            due = dates.resolve(issue.revisit_text, count_from, step.calendar)
            if not only_hours or _in_hours(due):
                _set(step, issue, revisit=due.date)
    if not only_hours:
        _follow_effective(step, count_from)


def _in_hours(due: Due) -> bool:
    return due.kind == "duration" and due.date is not None and "T" in due.date


def _follow_effective(step: MeetingStep, count_from: Anchor) -> None:
    for resolution in step.minutes.all(Resolution):
        if resolution.effective_text:
            found = dates.effective(resolution.effective_text, count_from)
            day = (
                found[1]
                if found
                else dates.resolve(resolution.effective_text, count_from, step.calendar).date
            )
            _set(step, resolution, effective=day)


def _set(step: MeetingStep, row: Action | OpenIssue | Resolution, **worked_out: Any) -> None:
    """Writes what was worked out; that is no change of the entry's own."""
    if replace(row, **worked_out) != row:
        step.change(row, **worked_out, changed_at=row.changed_at)


def by_words(step: MeetingStep, words: str) -> dict[str, object]:
    """The due fields of an action for words."""
    due = dates.resolve(words, anchor(step.meeting, step.moment.now), step.calendar)
    flags = "、".join(due.flags) if words else ""
    return {"due_text": words, "due": due.date, "due_flags": flags, "due_by_hand": False}
