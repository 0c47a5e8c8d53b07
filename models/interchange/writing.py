"""From a meeting to `jiyao-meeting/1`."""

from __future__ import annotations

import json

from models.interchange import entries, fields, objects, written
from models.interchange.fields import Json
from models.meeting import Topic
from models.minutes import Minutes

FORMAT = "jiyao-meeting/1"


def dumps(minutes: Minutes) -> bytes:
    """The meeting as a UTF-8 file, indented for people who read it."""
    text = json.dumps(to_dict(minutes), ensure_ascii=False, indent=2)
    return (text + "\n").encode("utf-8", errors="replace")


def to_dict(minutes: Minutes) -> Json:
    """The meeting as plain dictionaries and lists, in the order the format names its fields."""
    return {
        "format": FORMAT,
        "meeting": fields.write(objects.MEETING, minutes, minutes.meeting),
        "departments": [
            {
                **fields.write(objects.DEPARTMENT, minutes, department),
                "people": _people(minutes, department.id),
            }
            for department in minutes.departments
        ],
        "guests": _people(minutes, None),
        "topics": [_topic(minutes, topic) for topic in minutes.topics],
        "waivers": [fields.write(objects.WAIVER, minutes, waiver) for waiver in minutes.waivers],
    }


def _people(minutes: Minutes, department_id: str | None) -> list[Json]:
    return [fields.write(objects.ATTENDEE, minutes, person) for person in minutes.people(department_id)]


def _topic(minutes: Minutes, topic: Topic) -> Json:
    confirmation = next((c for c in minutes.confirmations if c.page == topic.id), None)
    return {
        **fields.write(objects.TOPIC, minutes, topic),
        **entries.to_lists(minutes, topic.id),
        **written.fields(minutes, topic.id),
        "left_out": [written.reference(minutes, e) for e in minutes.topic_entries(topic.id) if e.left_out],
        "objections": [{"item": o.item, "by": o.by, "text": o.text} for o in minutes.objections(topic.id)],
        "outcome": topic.outcome,
        "confirmed_at": fields.minute(confirmation.at) if confirmation else None,
        "confirmed_by": (confirmation.by or None) if confirmation else None,
    }
