"""Converts an entry of one kind into one of another: same id, same place, its words read again as what it now is."""

from __future__ import annotations

from dataclasses import replace

from models import i18n
from models.capture.values import (
    ActionLine,
    ConvertLine,
    OpenIssueLine,
    OpinionLine,
    Parsed,
    ResolutionLine,
)
from models.capture.words.idiom import idiom
from models.entry_values import bare, value_of
from models.kinds import KINDS, latest_text, owner_ids
from models.meeting import ENTRIES, Action, Disagreement, Entry, OpenIssue, Opinion
from models.recorder import dues, entries
from models.recorder.step import MeetingStep


def convert_latest(step: MeetingStep, item: ConvertLine) -> bool:
    """Turns the latest entry into a resolution or an action."""
    latest = step.minutes.entry(step.last) or step.minutes.latest_entry
    if latest is None:
        return False
    convert(step, latest, item.into)
    return True


def convert(step: MeetingStep, entry: Entry, table: str) -> None:
    """Makes an entry one of another kind (the name of its table); nothing happens if it is that already."""
    if entry.table == table:
        return
    kind = next(kind for kind in ENTRIES if kind.table == table)
    item = replace(_item(step, entry, kind), doubt=entry.doubt, topic=None)
    if isinstance(entry, Disagreement) and entry.dispute and latest_text(entry) != entry.dispute:
        # What it was settled by is made into something else, but the dispute stays settled by it.
        item = replace(item, topic=_number(step, entry))
    else:
        step.turn(entry)
    entries.ADDS[type(item)](step, item)


def _item(step: MeetingStep, entry: Entry, kind: type[Entry]) -> Parsed:
    """The words of an entry as a value of the new kind."""
    if isinstance(entry, Action) and kind is OpenIssue:
        return _issue_of(value_of(step.minutes, entry))
    if isinstance(entry, OpenIssue) and kind is Action:
        return _action_of(step, value_of(step.minutes, entry))
    item = bare(kind, latest_text(entry))
    if KINDS[kind].more_than_words:
        return _read(step, entry, item)
    if isinstance(item, OpinionLine):
        return replace(item, department=_department(step, entry), speaks=False)
    return item


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


def _read(step: MeetingStep, entry: Entry, bare_item: Parsed) -> Parsed:
    """The words read again behind the marker of what they now are."""
    line = idiom(i18n.DEFAULT).marked(bare_item.kind, latest_text(entry))
    found = next((r.items for r in step.read(line)), ())
    if len(found) != 1 or not isinstance(found[0], type(bare_item)):
        return bare_item
    item = found[0]
    if isinstance(item, ResolutionLine) and not item.executing_department and not isinstance(entry, Opinion):
        return replace(item, executing_department=_department(step, entry))
    return item


def _department(step: MeetingStep, entry: Entry) -> str | None:
    """The department of an opinion, or the one that owns, executes or leads."""
    return step.minutes.department_name(owner_ids(entry)[0]) or None
