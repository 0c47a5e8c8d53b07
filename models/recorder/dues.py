"""Dates that were set by words: they follow when what they count from changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from models import dates
from models.dates import Anchor
from models.meeting import Action, OpenIssue, Resolution
from models.recorder.sheet import Sheet


def follow(sheet: Sheet, anchor: Anchor) -> None:
    """Works every date set by words out again."""
    for action in sheet.minutes.all(Action):
        if action.due_text and not action.due_by_hand:
            due = dates.resolve(action.due_text, anchor)
            _set(sheet, action, due=due.date, due_flags="、".join(due.flags))
    for issue in sheet.minutes.all(OpenIssue):
        if issue.revisit_text:
            _set(sheet, issue, revisit=dates.resolve(issue.revisit_text, anchor).date)
    for resolution in sheet.minutes.all(Resolution):
        if resolution.effective_text:
            found = dates.effective(resolution.effective_text, anchor)
            day = found[1] if found else dates.resolve(resolution.effective_text, anchor).date
            _set(sheet, resolution, effective=day)


def _set(sheet: Sheet, row: Action | OpenIssue | Resolution, **worked_out: Any) -> None:
    """Writes what was worked out; that is no change of the entry's own."""
    if replace(row, **worked_out) != row:
        sheet.change(row, **worked_out, changed_at=row.changed_at)


def by_words(words: str, anchor: Anchor) -> dict[str, object]:
    """The due fields of an action for words."""
    due = dates.resolve(words, anchor)
    flags = "、".join(due.flags) if words else ""
    return {"due_text": words, "due": due.date, "due_flags": flags, "due_by_hand": False}
