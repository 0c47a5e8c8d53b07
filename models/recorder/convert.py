"""An entry of one kind becomes one of another: same id, same place, its words read again as what it now is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from models import i18n
from models.capture.idiom import idiom
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
from models.entry_values import value_of
from models.kinds import latest_text
from models.meeting import Action, Disagreement, Entry, OpenIssue, Opinion
from models.recorder import dues, entries
from models.recorder.step import MeetingStep

_ANNOUNCED = {
    "action": ("action", ActionLine),
    "resolution": ("resolution", ResolutionLine),
    "open_issue": ("open_issue", OpenIssueLine),
    "disagreement": ("dispute", DisputeLine),
}
"""The kinds whose words are read again as what they now are, each with the marker that reads them so."""


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
    if isinstance(entry, Action) and kind == "open_issue":
        return _issue_of(value_of(step.minutes, entry))
    if isinstance(entry, OpenIssue) and kind == "action":
        return _action_of(step, value_of(step.minutes, entry))
    if kind in _ANNOUNCED:
        return _read(step, entry, kind, text)
    if kind == "opinion":
        return OpinionLine(text=text, department=_department(step, entry), speaks=False)
    return {"background": BackgroundLine, "point": PointLine, "note": NoteLine}[kind](text=text)


def _issue_of(item: Parsed) -> Parsed:
    """An action left open: who owned it leads it, and its due is when it comes back."""
    assert isinstance(item, ActionLine)
    return OpenIssueLine(
        text=item.task,
        lead_department=item.owner_department,
        lead=item.owner,
        revisit_text=item.due_text,
        revisit=item.due,
        candidates=item.candidates,
    )


def _action_of(step: MeetingStep, item: Parsed) -> Parsed:
    """An open issue that is to be done; how it is handled stays in the words."""
    assert isinstance(item, OpenIssueLine)
    say = idiom(i18n.current())
    handling = say.labelled("handling", item.handling) if item.handling else ""
    flags = str(dues.by_words(step, item.revisit_text)["due_flags"])
    return ActionLine(
        task=say.words("，", ", ").join(filter(None, [item.text, handling])),
        owner_department=item.lead_department,
        owner=item.lead,
        due_text=item.revisit_text,
        due=item.revisit,
        flags=tuple(filter(None, flags.split("、"))),
        candidates=item.candidates,
    )


def _number(step: MeetingStep, entry: Entry) -> str | None:
    topic = step.minutes.topic(entry.topic_id)
    return topic.number if topic else None


def _read(step: MeetingStep, entry: Entry, kind: str, text: str) -> Parsed:
    family, wanted = _ANNOUNCED[kind]
    found = next((r.items for r in step.read(idiom(i18n.DEFAULT).marked(family, text))), ())
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
