"""The fields of the file's other objects: the meeting itself, a person, a topic."""

from __future__ import annotations

from models import meeting as m
from models import participation, vocabulary
from models.interchange.fields import (
    Field,
    Known,
    choice,
    figure,
    flag,
    listed,
    required,
    text,
    texts,
    tied,
    time,
    words,
)
from models.interchange.node import Node


def _materials(node: Node, known: Known, _meeting: m.Row) -> list[m.Row]:
    found = enumerate(node.texts("materials"), 1)
    return [m.Material(**known.places.fresh(), seq=seq, text=said) for seq, said in found]


def _checklist(node: Node, known: Known, _meeting: m.Row) -> list[m.Row]:
    found = enumerate(node.children("checklist"), 1)
    return [
        m.ChecklistItem(**known.places.fresh(), seq=seq, text=item.text("text"), done=item.flag("done"))
        for seq, item in found
    ]


MEETING = (
    Field("id", lambda _, meeting: meeting.id),
    *texts("name", "scenario", "theme", "goal", "sponsor"),
    time("starts_at"),
    time("ends_at"),
    *texts("place", "online", "host", "recorder", "document_number", "copies", "signed_by", "issuer"),
    choice("status", vocabulary.Status, vocabulary.Status.DRAFT),
    Field("materials", lambda minutes, _: [one.text for one in minutes.materials], rows=_materials),
    Field(
        "checklist",
        lambda minutes, _: [{"text": one.text, "done": one.done} for one in minutes.checklist],
        rows=_checklist,
    ),
    time("next_at"),
    text("next_place"),
    time("closed_at"),
    text("closed_by"),
)

DEPARTMENT = (required("name"), listed("aliases"))


def person(usual: vocabulary.Role) -> tuple[Field, ...]:
    """The fields of somebody in the list; the usual role is what one has of whom the file says none."""
    return (
        required("name"),
        *texts("full_name", "title"),
        flag("head"),
        choice("role", vocabulary.Role, usual),
        choice("attendance", vocabulary.Presence, vocabulary.Presence.UNKNOWN),
        *texts("reason", "proxy"),
        time("arrived_at"),
        time("left_at"),
    )


ATTENDEE = person(vocabulary.Role.ATTENDEE)
GUEST = person(vocabulary.Role.GUEST)

TOPIC = (
    Field("id", lambda _, topic: topic.id),
    words("number"),
    text("title"),
    figure("minutes"),
    *texts("expected", "presenter"),
    tied("departments", m.TopicDepartment),
    flag("no_dispute"),
    Field("head_count", participation.head_count, lambda node, _: {"head_count": node.number("head_count")}),
)

WAIVER = (words("rule"), words("item"), time("at"))
