"""Changes that a line makes to entries that stand already: more words, other words, what was missing."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any

from models.capture.values import (
    ChangeLine,
    ContinuationLine,
    Parsed,
    ReplacementLine,
    SlotsLine,
    VoteLine,
)
from models.i18n import _
from models.item_words import differences, item_words
from models.kinds import KINDS, latest_field, of, owner_ids, text_fields
from models.meeting import Action, Entry, OpenIssue, Opinion, Point, Resolution
from models.recorder import people, step_names
from models.recorder.entries import action, link, named, untie_owner
from models.recorder.said_by import attribute, said_by
from models.recorder.step import MeetingStep
from models.vocabulary import field_label


def last_entries(step: MeetingStep) -> list[Entry]:
    """The entries of the last line: one, or the same opinion of several departments."""
    last = step.minutes.entry(step.last) or step.minutes.latest_entry
    if not isinstance(last, Opinion) or last.line_id is None:
        return [last] if last else []
    return [
        o for o in step.minutes.opinions(last.topic_id) if o.line_id == last.line_id and o.text == last.text
    ]


def continuation(step: MeetingStep, item: ContinuationLine) -> bool:
    """Continues the last entry with more words."""
    last = last_entries(step)
    for entry in last:
        field = latest_field(entry)
        words = _joined(getattr(entry, field), item.text)
        step.change(entry, **{field: words}, doubt=entry.doubt or item.doubt)
    return bool(last)


def _joined(before: str, more: str) -> str:
    """Joins two texts: Latin words by a space, Chinese ones as a new clause unless a sign parts them already."""
    if before[-1:].isascii() and before[-1:].isalnum() and more[:1].isascii() and more[:1].isalnum():
        return f"{before} {more}"
    bare = _is_word(before[-1:]) and _is_word(more[:1])
    return f"{before}，{more}" if bare else before + more


def _is_word(char: str) -> bool:
    return char.isalnum() or char in ("%", "％", "℃")


def replacement(step: MeetingStep, item: ReplacementLine) -> bool:
    """Replaces words in the entry that holds them."""
    entry = step.minutes.entry(item.found_in)
    if entry is None:
        return False
    for field in text_fields(entry):
        before = getattr(entry, field)
        if item.old in before:
            # The reading knows which of several places is meant (8万, and not 18万).
            last = field == latest_field(entry) and item.preview
            step.change(entry, **{field: last or before.replace(item.old, item.new)})
            return True
    # Found in another form (full-width, capitals): the reading has worked out what comes of it.
    if item.preview:
        step.change(entry, **{latest_field(entry): item.preview})
    return bool(item.preview)


def slots(step: MeetingStep, item: SlotsLine) -> bool:
    """Fills what the latest action (or open issue, if that came later) lacks."""
    found = [*step.minutes.all(Action)[-1:], *step.minutes.all(OpenIssue)[-1:]]
    latest = max(found, key=attrgetter("seq"), default=None)
    if latest is None:
        return False
    if isinstance(latest, OpenIssue):
        _fill_issue(step, latest, item)
    elif isinstance(latest, Action):
        _fill_action(step, latest, item)
    return True


def _fill_action(step: MeetingStep, action: Action, item: SlotsLine) -> None:
    said: dict[str, Any] = {}
    if not (action.owner_department_id or action.owner_id):
        department_id, person_id = people.who(step, item.owner_department, item.owner)
        said |= {"owner_department_id": department_id, "owner_id": person_id}
    elif not action.owner_id and item.owner:
        department_id, person_id = people.who(step, item.owner_department, item.owner)
        if department_id == action.owner_department_id:
            said["owner_id"] = person_id
    if item.due_text and not action.due:
        said |= {"due_text": item.due_text, "due": item.due, "due_flags": "、".join(item.flags)}
    if item.cooperating_none and not any(
        step.minutes.links(tie, action.id) for tie in of(action).links.values()
    ):
        said["cooperating_none"] = True
    step.change(action, **said)
    _tie_more(step, action, item)


def _fill_issue(step: MeetingStep, issue: OpenIssue, item: SlotsLine) -> None:
    said: dict[str, Any] = {}
    if not (issue.lead_department_id or issue.lead_id):
        department_id, person_id = people.who(step, item.owner_department, item.owner)
        said |= {"lead_department_id": department_id, "lead_id": person_id}
    if not issue.revisit and (item.revisit_text or item.due_text):
        said |= {"revisit_text": item.revisit_text or item.due_text, "revisit": item.revisit or item.due}
    if item.handling and item.handling not in issue.handling:
        said["handling"] = "；".join(filter(None, [issue.handling, item.handling]))
    step.change(issue, **said)


def vote(step: MeetingStep, item: VoteLine) -> bool:
    """Sets the vote of the latest resolution."""
    latest = step.minutes.all(Resolution)[-1:]
    for resolution in latest:
        step.change(resolution, vote=item.vote)
    return bool(latest)


# -- by number -------------------------------------------------------------------------------------------------


def put_right(step: MeetingStep, item: ChangeLine) -> bool:
    """Changes the entry a correction is about: its stance, its words, or what an item's number could name."""
    entry = step.minutes.entry(item.entry)
    if entry is None:
        return False
    if isinstance(entry, Opinion) and item.stance:
        for one in last_entries(step) if entry == step.minutes.latest_entry else [entry]:
            step.change(one, stance=item.stance)
        return True
    if isinstance(entry, Opinion | Point) and (item.owner_department or item.owner):
        give = said_by if entry.asks else attribute
        give(step, entry, *people.who(step, item.owner_department, item.owner))
        return True
    if item.text:
        step.change(entry, **{latest_field(entry): item.text})
        return True
    return bool(item.target) and change(step, item)


def change(step: MeetingStep, item: ChangeLine) -> bool:
    """Changes a resolution, action or open issue by its number."""
    row = step.minutes.numbered(item.target)
    if row is None or item.missing or refused((item,)):
        return False
    if item.retract:
        step.message = _("Deleted: {entry}").format(entry=step_names.in_words(step.minutes, row))
        step.drop(row)
        return True
    before = item_words(step.minutes, row)
    said = _said(step, row, item)
    step.change(row, **{name: value for name, value in said.items() if name in {f.name for f in fields(row)}})
    _tie_more(step, row, item, keep="改" not in step.line)
    untie_owner(step, row.id)
    if isinstance(row, Resolution):
        for condition in item.conditions:
            action(step, condition, condition_of=row)
    now = step.minutes.numbered(item.target) or row
    told = _told(row.code, differences(before, item_words(step.minutes, now)), item)
    step.message = " · ".join(filter(None, [step.message, told]))
    return True


def _told(code: str, changed: str, item: ChangeLine) -> str:
    """What was and is of an item, and which conditions it got."""
    conditions = [f"{_('Condition')} {condition.task}" for condition in item.conditions]
    told = "  ".join(filter(None, [changed, *conditions]))
    return f"{code}  {told}" if told else _("{number}: nothing changed").format(number=code)


_OF = {
    "D": {"executing_department", "effective_text"},
    "A": {"owner", "owner_department", "cooperating", "helpers", "status"},
    "Q": {"owner", "owner_department", *KINDS[OpenIssue].remarks},
}
"""The fields a line can change of each kind of item beside its words and its due."""
_FIELDS = tuple(dict.fromkeys(name for kind in _OF for name in sorted(_OF[kind])))


def refused(items: tuple[Parsed, ...]) -> str:
    """Why a change is refused: it names what the item does not have; nothing where it can be done."""
    for item in items:
        if not isinstance(item, ChangeLine) or not item.target or item.target.startswith("上"):
            continue
        for name in _FIELDS:
            if getattr(item, name) and name not in _OF[item.target[0]]:
                return _("{number} has no {field}; nothing was changed.").format(
                    number=item.target, field=field_label(name)
                )
    return ""


def _tie_more(step: MeetingStep, row: Entry, item: SlotsLine | ChangeLine, keep: bool = True) -> None:
    """`A3 +研发部` adds a department, never the owner's own; 配合部门改为 names all of them."""
    for name, tie in of(row).links.items():
        said = getattr(item, name)
        if said or (said is not None and isinstance(item, ChangeLine)):
            kept = step.minutes.linked(tie, row.id) if keep else ()
            owners = owner_ids(step.minutes.entry(row.id) or row)
            wanted = [one for one in named(step, said) if one is None or one.id not in owners]
            link(step, tie, row.id, [*kept, *wanted])


def _said(step: MeetingStep, row: Entry, item: ChangeLine) -> dict[str, Any]:
    """The fields the line gives, under the names of the row's kind."""
    said: dict[str, Any] = {}
    if item.text is not None:
        said[latest_field(row)] = item.text
    if item.owner_department is not None or item.owner is not None:
        department_id, person_id = people.who(step, item.owner_department, item.owner)
        said |= {"owner_department_id": department_id, "owner_id": person_id}
        said |= {"lead_department_id": department_id, "lead_id": person_id}
    if item.executing_department is not None:
        said["executing_department_id"] = people.department_id(step, item.executing_department)
    if item.due_text is not None:
        flags = "、".join(item.flags)
        said |= {"due_text": item.due_text, "due": item.due, "due_flags": flags, "due_by_hand": False}
        said |= {"revisit_text": item.due_text, "revisit": item.due}
    if item.effective_text is not None:
        said |= {"effective_text": item.effective_text, "effective": item.effective}
    if item.status is not None:
        said["status"] = item.status
    said |= {name: said_of for name in of(row).remarks if (said_of := getattr(item, name, None)) is not None}
    return said
