"""From a meeting to `jiyao-meeting/1`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from models import head_count
from models.interchange import written
from models.meeting import Action, Disagreement, Entry, OpenIssue, Opinion, Person, Point, Resolution, Topic
from models.minutes import Minutes

FORMAT = "jiyao-meeting/1"

Json = dict[str, Any]


def dumps(minutes: Minutes) -> bytes:
    """The meeting as a UTF-8 file, indented for people who read it."""
    text = json.dumps(to_dict(minutes), ensure_ascii=False, indent=2)
    return (text + "\n").encode("utf-8", errors="replace")


def to_dict(minutes: Minutes) -> Json:
    """The meeting as plain dictionaries and lists, in the order the format names its fields."""
    return {
        "format": FORMAT,
        "meeting": _meeting(minutes),
        "departments": [
            {
                "name": department.name,
                "aliases": _listed(department.aliases),
                "people": [_person(p) for p in minutes.people(department.id)],
            }
            for department in minutes.departments
        ],
        "guests": [_person(p) for p in minutes.guests],
        "topics": [_topic(minutes, topic) for topic in minutes.topics],
        "waivers": [{"rule": w.rule, "item": w.item, "at": _time(w.at)} for w in minutes.waivers],
    }


def _meeting(minutes: Minutes) -> Json:
    m = minutes.meeting
    return {
        "id": m.id,
        **_texts(m, "name", "scenario", "theme", "goal", "sponsor"),
        "starts_at": _time(m.starts_at),
        "ends_at": _time(m.ends_at),
        **_texts(m, "place", "online", "host", "recorder"),
        "status": m.status,
        "materials": [material.text for material in minutes.materials],
        "checklist": [{"text": item.text, "done": item.done} for item in minutes.checklist],
        "next_at": _time(m.next_at),
        "next_place": m.next_place or None,
        "closed_at": _time(m.closed_at),
        "closed_by": m.closed_by or None,
    }


def _person(person: Person) -> Json:
    return {
        "name": person.name,
        **_texts(person, "full_name", "title"),
        "head": person.head,
        "role": person.role,
        "attendance": person.attendance,
        **_texts(person, "reason", "proxy"),
        "arrived_at": _time(person.arrived_at),
        "left_at": _time(person.left_at),
    }


def _topic(minutes: Minutes, topic: Topic) -> Json:
    confirmation = next((c for c in minutes.confirmations if c.page == topic.id), None)
    return {
        "id": topic.id,
        "number": topic.number,
        **_texts(topic, "title"),
        "minutes": topic.minutes,
        **_texts(topic, "expected", "presenter"),
        "departments": [d.name for d in minutes.concerned(topic.id)],
        "head_count": head_count.of_topic(minutes, topic),
        "background": [b.text for b in minutes.backgrounds(topic.id)],
        "points": [_point(p) for p in minutes.points(topic.id)],
        "opinions": [_opinion(minutes, o) for o in minutes.opinions(topic.id)],
        "disagreements": [_disagreement(minutes, d) for d in minutes.disagreements(topic.id)],
        "resolutions": [_resolution(minutes, r) for r in minutes.resolutions(topic.id)],
        "actions": [_action(minutes, a) for a in minutes.actions(topic.id)],
        "open_issues": [_open_issue(minutes, q) for q in minutes.open_issues(topic.id)],
        "notes": [n.text for n in minutes.notes(topic.id)],
        **written.fields(minutes, topic.id),
        "left_out": [written.reference(minutes, e) for e in minutes.topic_entries(topic.id) if e.left_out],
        "objections": [{"item": o.item, "by": o.by, "text": o.text} for o in minutes.objections(topic.id)],
        "outcome": topic.outcome,
        "confirmed_at": _time(confirmation.at) if confirmation else None,
        "confirmed_by": (confirmation.by or None) if confirmation else None,
    }


def _point(point: Point) -> Json:
    return {**_identity(point), "text": point.text, **_state(point)}


def _opinion(minutes: Minutes, opinion: Opinion) -> Json:
    return {
        **_identity(opinion),
        "department": _department(minutes, opinion.department_id),
        "person": person_reference(minutes, opinion.person_id),
        "stance": opinion.stance,
        "text": opinion.text,
        **_state(opinion),
    }


def _disagreement(minutes: Minutes, row: Disagreement) -> Json:
    return {
        **_identity(row),
        **_texts(row, "dispute"),
        "parties": [d.name for d in minutes.parties(row.id)],
        **_texts(row, "consensus"),
        "status": row.status,
        **_texts(row, "reason"),
        **_state(row),
    }


def _resolution(minutes: Minutes, row: Resolution) -> Json:
    successor = minutes.get(Resolution, row.superseded_by)
    return {
        **_identity(row),
        "number": row.code,
        "text": row.text,
        "executing_department": _department(minutes, row.executing_department_id),
        **_texts(row, "effective_text"),
        "effective": row.effective,
        "conditions": [a.code for a in minutes.conditions(row.id)],
        **_texts(row, "vote"),
        "superseded_by": successor.code if successor else None,
        **_state(row),
    }


def _action(minutes: Minutes, row: Action) -> Json:
    condition_of = minutes.get(Resolution, row.condition_of)
    return {
        **_identity(row),
        "number": row.code,
        "task": row.task,
        "owner_department": _department(minutes, row.owner_department_id),
        "owner": person_reference(minutes, row.owner_id),
        "cooperating": [d.name for d in minutes.cooperating(row.id)],
        **_texts(row, "due_text"),
        "due": row.due,
        "due_flags": _listed(row.due_flags),
        "status": row.status,
        "condition_of": condition_of.code if condition_of else None,
        **_state(row),
    }


def _open_issue(minutes: Minutes, row: OpenIssue) -> Json:
    return {
        **_identity(row),
        "number": row.code,
        "text": row.text,
        "lead_department": _department(minutes, row.lead_department_id),
        "lead": person_reference(minutes, row.lead_id),
        **_texts(row, "handling", "revisit_text"),
        "revisit": row.revisit,
        **_state(row),
    }


def person_reference(minutes: Minutes, person_id: str | None) -> str | None:
    """How other fields name a person: as spoken, or by the full name where two of a department are spoken alike."""
    person = minutes.person(person_id)
    if person is None:
        return None
    namesakes = [p for p in minutes.people(person.department_id) if p.name == person.name]
    return person.full_name if len(namesakes) > 1 and person.full_name else person.name


def _identity(entry: Entry) -> Json:
    return {"id": entry.id, "seq": entry.seq}


def _state(entry: Entry) -> Json:
    return {"at": _time(entry.at), "doubt": entry.doubt}


def _texts(row: object, *names: str) -> Mapping[str, str | None]:
    return {name: getattr(row, name) or None for name in names}


def _department(minutes: Minutes, department_id: str | None) -> str | None:
    return minutes.department_name(department_id) or None


def _listed(joined: str) -> list[str]:
    return [part for part in joined.split("、") if part]


def _time(value: str | None) -> str | None:
    return value[:16] if value else None
