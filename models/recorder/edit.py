"""Edits fields of a row by hand, with the dates their words mean and the departments they name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models import kinds
from models.meeting import (
    Action,
    Disagreement,
    Entry,
    Link,
    Meeting,
    OpenIssue,
    Row,
    Topic,
    TopicDepartment,
)
from models.recorder import dates_in_words, entries, facts, topics
from models.recorder.step import MeetingStep

_OF_TOPICS = {"concerned": TopicDepartment}


def edit(step: MeetingStep, row: Row, fields: dict[str, Any]) -> None:
    """Changes the fields; see `Recorder.edit`."""
    for name, link in _links(row).items():
        if name in fields:
            entries.link(step, link, row.id, entries.named(step, fields.pop(name)))
    if isinstance(row, Meeting):
        facts.change_meeting(step, **fields)
    elif fields:
        step.change(row, **_dated(step, row, fields))
        entries.untie_owner(step, row.id)


def _links(row: Row) -> Mapping[str, type[Link]]:
    """The rows that tie departments or people to this one, by the name of the field that takes them all."""
    if isinstance(row, Entry):
        return kinds.of(row).links
    return _OF_TOPICS if isinstance(row, Topic) else {}


def _dated(step: MeetingStep, row: Row, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with the dates their words mean."""
    if isinstance(row, Action) and "due" in fields and "due_text" not in fields:
        return {"due_by_hand": True, "due_flags": "", **fields}
    if isinstance(row, Action) and "due_text" in fields and "due" not in fields:
        return {**dates_in_words.by_words(step, fields["due_text"]), **fields}
    if isinstance(row, OpenIssue) and "revisit_text" in fields and "revisit" not in fields:
        return {"revisit": dates_in_words.by_words(step, fields["revisit_text"])["due"], **fields}
    return fields


def pair(step: MeetingStep, found: Disagreement, other: Disagreement | None) -> None:
    """Lets what settled one disagreement settle the other, or stand alone."""
    said: dict[str, Any] = {"consensus": found.consensus, "status": found.status, "reason": found.reason}
    if other is None:
        if found.dispute:
            topic = step.minutes.topic(found.topic_id) or topics.live(step)
            step.add(Disagreement(**step.place(topic, False, ()), **said))
            step.change(found, consensus="", reason="", status="open")
        return
    if found.dispute:
        step.change(found, consensus="", reason="", status="open")
    else:
        step.drop(found)
    # What the other was settled or set aside by before stays said.
    for name in ("consensus", "reason"):
        said[name] = "；".join(dict.fromkeys(filter(None, (getattr(other, name), said[name]))))
    step.change(other, **said)
