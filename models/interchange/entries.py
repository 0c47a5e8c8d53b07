"""The entries of a topic in the file: one list a kind, with the fields of its objects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from models import meeting as m
from models import vocabulary
from models.capture.words.everyday import EVERY_DEPARTMENT
from models.interchange import fields
from models.interchange.fields import Columns, Field, Json, Known
from models.interchange.node import Node
from models.kinds import KINDS
from models.minutes import Minutes


def _due(node: Node, known: Known) -> Columns:
    """The day of an action; one that its words do not mean was set by hand."""
    day = node.day("due")
    return {"due": day, "due_by_hand": day not in (None, known.places.day_of(node.text("due_text")))}


def _condition_of(node: Node, known: Known) -> Columns:
    """The resolution an action is a condition of, which either of the two may say."""
    said = known.places.numbered(node, "condition_of", m.Resolution.letter)
    return {"condition_of": said or known.places.condition_of.get(known.places.number(node))}


def _owner_name(minutes: Minutes, row: m.Action) -> str | None:
    name = minutes.department_name(row.owner_department_id)
    return name or (EVERY_DEPARTMENT if row.for_all and not row.owner_id else None)


def _owner_read(node: Node, known: Known) -> Columns:
    """The department that owns an action; 各部门 is every department and none of the list."""
    if node.text("owner_department") == EVERY_DEPARTMENT:
        return {"owner_department_id": None, "for_all": True}
    return {"owner_department_id": known.names.department(node, "owner_department")}


_OWNER = Field("owner_department", _owner_name, _owner_read)


@dataclass(frozen=True, slots=True)
class EntryList:
    """The list of a topic's entries of one kind; without fields its items are bare texts."""

    key: str
    fields: tuple[Field, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether its items are texts alone, to which the file gives no id."""
        return not self.fields


def _ties(kind: type[m.Entry]) -> tuple[Field, ...]:
    """The departments and people tied to an entry."""
    return tuple(fields.tied(name, tie) for name, tie in KINDS[kind].links.items())


def _remarks(kind: type[m.Entry]) -> tuple[Field, ...]:
    """What is said of an entry beside its own words."""
    return fields.texts(*KINDS[kind].remarks)


LISTS: dict[type[m.Entry], EntryList] = {
    m.Background: EntryList("background"),
    m.Point: EntryList("points", (fields.words("text"), fields.choice_or_none("asks", vocabulary.Asks))),
    m.Opinion: EntryList(
        "opinions",
        (
            fields.department("department"),
            fields.person("person", "department"),
            fields.choice("stance", vocabulary.Stance, vocabulary.Stance.NONE),
            fields.words("text"),
            fields.choice_or_none("asks", vocabulary.Asks),
            fields.text("said_as"),
        ),
    ),
    m.Disagreement: EntryList(
        "disagreements",
        (
            fields.text("dispute"),
            *_ties(m.Disagreement),
            fields.text("consensus"),
            fields.choice("status", vocabulary.DisputeStatus, vocabulary.DisputeStatus.OPEN),
            fields.text("reason"),
        ),
    ),
    m.Resolution: EntryList(
        "resolutions",
        (
            fields.number(),
            fields.words("text"),
            fields.department("executing_department"),
            fields.text("effective_text"),
            fields.day("effective"),
            # Read as condition_of of the actions they name: see Places.
            Field("conditions", lambda minutes, row: [a.code for a in minutes.conditions(row.id)]),
            fields.text("vote"),
            *_remarks(m.Resolution),
            fields.code("superseded_by", m.Resolution),
        ),
    ),
    m.Action: EntryList(
        "actions",
        (
            fields.number(),
            fields.words("task"),
            _OWNER,
            fields.person("owner", "owner_department"),
            *_ties(m.Action),
            fields.flag("cooperating_none"),
            fields.text("due_text"),
            Field("due", lambda _, row: row.due, _due),
            fields.listed("due_flags"),
            *_remarks(m.Action),
            fields.choice("status", vocabulary.ActionStatus, vocabulary.ActionStatus.OPEN),
            Field("condition_of", fields.code("condition_of", m.Resolution).write, _condition_of),
        ),
    ),
    m.OpenIssue: EntryList(
        "open_issues",
        (
            fields.number(),
            fields.words("text"),
            fields.department("lead_department"),
            fields.person("lead", "lead_department"),
            *_remarks(m.OpenIssue),
            fields.text("revisit_text"),
            fields.day("revisit"),
        ),
    ),
    m.Note: EntryList("notes"),
}
"""The lists of a topic by kind of entry, in the order of the file."""

NUMBERS: dict[str, str] = {
    found.key: kind.letter if issubclass(kind, m.Numbered) else ""
    for kind, found in LISTS.items()
    if not found.bare
}
"""The lists whose items have an id and a place in the order of typing, with the letter of their numbers."""


# -- writing ---------------------------------------------------------------------------------------------------


def to_lists(minutes: Minutes, topic_id: str) -> Json:
    """What stands under a topic, a list for each kind."""
    return {
        found.key: [_item(minutes, found, entry) for entry in minutes.entries(kind, topic_id)]
        for kind, found in LISTS.items()
    }


def _item(minutes: Minutes, found: EntryList, entry: Any) -> Any:
    if found.bare:
        return entry.text
    own = fields.write(found.fields, minutes, entry)
    return {"id": entry.id, "seq": entry.seq, **own, "at": fields.minute(entry.at), "doubt": entry.doubt}


# -- reading ---------------------------------------------------------------------------------------------------


def from_lists(node: Node, topic: m.Topic, known: Known) -> list[m.Row]:
    """Every entry of a topic, each before the rows that belong to it."""
    reader = _Reader(topic, known, frozenset(node.texts("left_out")))
    return [row for kind, found in LISTS.items() for row in reader.read(kind, found, node)]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the lists of one topic."""

    topic: m.Topic
    known: Known
    left_out: frozenset[str]

    def read(self, kind: type[m.Entry], found: EntryList, node: Node) -> Iterator[m.Row]:
        if found.bare:
            for place, text in enumerate(node.texts(found.key), 1):
                yield kind(**self._unnamed(f"{kind.table}.{place}", text))
            return
        for item in node.children(found.key):
            entry = kind(**self._common(item), **fields.columns(found.fields, item, self.known))
            yield entry
            yield from fields.rows(found.fields, item, self.known, entry)

    def _common(self, item: Node) -> dict[str, Any]:
        return {
            "id": self.known.places.of(item),
            "meeting_id": self.topic.meeting_id,
            "topic_id": self.topic.id,
            "seq": self.known.places.seq(item),
            "at": item.time("at"),
            "doubt": item.flag("doubt"),
            "left_out": item.text("id") in self.left_out,
        }

    def _unnamed(self, reference: str, text: str) -> dict[str, Any]:
        """What the file gives no id of its own is referred to by its kind and place: background.1."""
        return {
            **self.known.places.fresh(),
            "topic_id": self.topic.id,
            "seq": self.known.places.seq(),
            "left_out": reference in self.left_out,
            "text": text,
        }
