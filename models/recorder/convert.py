"""An entry of one kind becomes one of another: same id, same place, its words read again as what it now is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from models.capture.values import (
    ActionLine,
    BackgroundLine,
    ConvertLine,
    DisputeLine,
    NoteLine,
    OpenIssueLine,
    OpinionLine,
    Parsed,
    PointLine,
    ResolutionLine,
)
from models.kinds import latest_text
from models.meeting import Action, Disagreement, Entry, OpenIssue, Opinion
from models.recorder import entries, typed
from models.recorder.step import MeetingStep

_MARKERS = {"action": "行动：", "resolution": "决议：", "open_issue": "遗留：", "disagreement": "争议："}


def convert_latest(step: MeetingStep, item: ConvertLine) -> bool:
    """Turns the latest entry into a resolution or an action."""
    latest = step.minutes.entry(step.last) or step.minutes.latest_entry
    if latest is None:
        return False
    convert(step, latest, item.into)
    return True


def convert(step: MeetingStep, entry: Entry, kind: str) -> None:
    """Makes an entry one of another kind (the name of its table); nothing happens if it is that already."""
    if entry.table == kind:
        return
    item = replace(
        _item(step, entry, kind),
        doubt=entry.doubt,
        topic=None,
    )
    if isinstance(entry, Disagreement) and entry.dispute and latest_text(entry) != entry.dispute:
        # What it was settled by is made into something else, but the dispute stays settled by it.
        item = replace(item, topic=_number(step, entry))
    else:
        step.turn(entry)
    _WRITERS[type(item)](step, item)


_WRITERS: dict[type[Parsed], Callable[[MeetingStep, Any], bool]] = {
    BackgroundLine: entries.background,
    PointLine: entries.point,
    NoteLine: entries.note,
    OpinionLine: entries.opinion,
    DisputeLine: entries.dispute,
    ResolutionLine: entries.resolution,
    ActionLine: entries.action,
    OpenIssueLine: entries.open_issue,
}


def _item(step: MeetingStep, entry: Entry, kind: str) -> Parsed:
    """The words of an entry as a value of the new kind."""
    text = latest_text(entry)
    if kind in _MARKERS:
        return _read(step, entry, kind, text)
    if kind == "opinion":
        return OpinionLine(text=text, department=_department(step, entry), speaks=False)
    return {"background": BackgroundLine, "point": PointLine, "note": NoteLine}[kind](text=text)


def _number(step: MeetingStep, entry: Entry) -> str | None:
    topic = step.minutes.topic(entry.topic_id)
    return topic.number if topic else None


def _read(step: MeetingStep, entry: Entry, kind: str, text: str) -> Parsed:
    if isinstance(entry, Action | OpenIssue) and kind in ("action", "open_issue"):
        # Who and by when go along.
        text = typed.line_of(step.minutes, entry.id).partition("：")[2]
    wanted = {
        "action": ActionLine,
        "resolution": ResolutionLine,
        "open_issue": OpenIssueLine,
        "disagreement": DisputeLine,
    }[kind]
    found = next((r.items for r in step.read(_MARKERS[kind] + text)), ())
    if len(found) != 1 or not isinstance(found[0], wanted):
        return _bare(kind, text)
    item = found[0]
    if isinstance(item, ActionLine) and not item.owner_department and not item.owner:
        # What a department said it would do, it does.
        return replace(item, owner_department=_department(step, entry))
    if isinstance(item, ResolutionLine) and not item.executing_department and not isinstance(entry, Opinion):
        return replace(item, executing_department=_department(step, entry))
    return item


def _bare(kind: str, text: str) -> Parsed:
    if kind == "action":
        return ActionLine(task=text)
    if kind == "resolution":
        return ResolutionLine(text=text)
    return OpenIssueLine(text=text) if kind == "open_issue" else DisputeLine(dispute=text)


def _department(step: MeetingStep, entry: Entry) -> str | None:
    """The department of an opinion, or the one that owns, executes or leads."""
    columns = (
        ("department_id",)
        if isinstance(entry, Opinion)
        else (
            "owner_department_id",
            "executing_department_id",
            "lead_department_id",
        )
    )
    ids = [getattr(entry, column, None) for column in columns]
    return next((step.minutes.department_name(i) for i in ids if i), None)
