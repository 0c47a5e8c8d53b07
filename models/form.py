"""The form before the meeting: which fields there are, section by section, and what stands in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from models import wording
from models.meeting import ChecklistItem, Department, Material, Meeting, Row, Topic
from models.vocabulary import scenario_label

if TYPE_CHECKING:
    from models.findings import Finding
    from models.minutes import Minutes
    from models.store.held import HeldLine

SECTIONS = ("facts", "people", "agenda", "things")
FACTS = ("name", "theme", "goal", "sponsor", "scenario", "time", "place", "online", "host", "recorder")
OFFICE = ("document_number", "copies", "signed_by", "issuer")
"""Facts of the document, which few need: they stand at the end of the form."""
TOPIC = ("title", "minutes", "expected", "presenter", "departments")

_NEW = "+"
_HELD = "~"
"""Before the id of a line that is held: a row that is not stored yet."""


class Kind(StrEnum):
    """What a field is about."""

    FACT = "fact"
    DEPARTMENT = "department"
    GUEST = "guest"
    TOPIC = "topic"
    MATERIAL = "material"
    CHECK = "check"


_SECTIONS = {
    Kind.FACT: "facts",
    Kind.DEPARTMENT: "people",
    Kind.GUEST: "people",
    Kind.TOPIC: "agenda",
    Kind.MATERIAL: "things",
    Kind.CHECK: "things",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A line of the form."""

    kind: Kind
    id: str = ""
    """The row's; none for a fact, and for the line on which a new row is typed."""
    name: str = ""
    """Which fact, or which column of a topic."""

    @property
    def is_new(self) -> bool:
        """Whether a new row is typed here."""
        return self.kind is not Kind.FACT and not self.id

    @property
    def is_row(self) -> bool:
        """Whether a whole row is taken out on it."""
        return bool(self.id) and self.name in ("", "title")

    @property
    def held_id(self) -> str:
        """The id of the held line that will make its row; nothing where the row is stored."""
        return self.id.removeprefix(_HELD) if self.id.startswith(_HELD) else ""

    @property
    def section(self) -> str:
        """The section it stands in."""
        return "things" if self.name in OFFICE else _SECTIONS[self.kind]

    @property
    def key(self) -> str:
        """The field as a text, for lists and drafts: fact/theme, topic/ID/minutes, topic/+."""
        row = () if self.kind is Kind.FACT else (self.id or _NEW,)
        return "/".join((self.kind, *row, *filter(None, (self.name,))))

    @property
    def place(self) -> str:
        """Where a line that is held for it goes."""
        return f"prepare/{self.key}"

    @classmethod
    def of(cls, key: str) -> Field:
        """The field of a key; ValueError for one that names no kind of field."""
        kind, row_id, name = (*key.split("/"), "")[:3]
        if kind == Kind.FACT:
            return fact(row_id)
        return cls(Kind(kind), "" if row_id == _NEW else row_id, name)

    def is_beside(self, other: Field) -> bool:
        """Whether both belong to the same row."""
        return (self.kind, self.id) == (other.kind, other.id)


def fact(name: str) -> Field:
    """The field of a fact of the meeting."""
    return Field(Kind.FACT, name=name)


FIRST = fact("name")
SCENARIO = fact("scenario")
TIME = fact("time")
NEW_TOPIC = Field(Kind.TOPIC)
NEW_DEPARTMENT = Field(Kind.DEPARTMENT)
NEW_MATERIAL = Field(Kind.MATERIAL)
NEW_CHECK = Field(Kind.CHECK)
NEW = {field.kind: field for field in (NEW_TOPIC, NEW_DEPARTMENT, NEW_MATERIAL, NEW_CHECK)}
"""The field on which a row of a kind is typed anew."""

_WHERE = {
    "theme": fact("theme"),
    "themes": fact("theme"),
    "sponsor": fact("sponsor"),
    "topics": NEW_TOPIC,
    "time": TIME,
    "place": fact("place"),
    "people": NEW_DEPARTMENT,
    "online": fact("online"),
    "length": TIME,
    "sent": TIME,
    "materials": NEW_MATERIAL,
    "recorder": fact("recorder"),
    "scenario": SCENARIO,
}
"""The field on which a finding about the whole meeting is mended."""


def fields_of(
    minutes: Minutes, section: str, at: Field | None = None, held: Sequence[HeldLine] = ()
) -> list[Field]:
    """The fields of a section, rows that are held before the line for another new one.

    The topic one is at is opened up, the others show their title alone.
    """
    if section == "facts":
        return [fact(name) for name in FACTS]
    if section == "people":
        stored = [*_rows(Kind.DEPARTMENT, minutes.departments), *_rows(Kind.GUEST, minutes.guests)]
        return [*stored, *_new_rows(NEW_DEPARTMENT, held)]
    if section == "agenda":
        topics = [field for topic in minutes.topics for field in topic_fields(topic, at)]
        return [*topics, *_new_rows(NEW_TOPIC, held)]
    return [
        *_rows(Kind.MATERIAL, minutes.materials),
        *_new_rows(NEW_MATERIAL, held),
        *_rows(Kind.CHECK, minutes.checklist),
        *_new_rows(NEW_CHECK, held),
        *(fact(name) for name in OFFICE),
    ]


def _new_rows(new: Field, held: Sequence[HeldLine]) -> list[Field]:
    """The rows that are held of a kind, and the line on which another is typed."""
    waiting = [Field(new.kind, _HELD + line.id) for line in held if line.into == new.place]
    return [*waiting, new]


def held_in(field: Field, held: Sequence[HeldLine]) -> HeldLine | None:
    """What is held for a field, typed into it and not stored; each line for a new row is a row of its own."""
    if field.is_new:
        return None
    mine = (line for line in held if line.id == field.held_id or line.into == field.place)
    return next(reversed([*mine]), None)


def _rows(kind: Kind, rows: Sequence[Row]) -> list[Field]:
    return [Field(kind, row.id) for row in rows]


def topic_fields(topic: Topic, at: Field | None) -> list[Field]:
    """The fields of a topic: all where one is at one of them, else its title."""
    title = Field(Kind.TOPIC, topic.id, TOPIC[0])
    opened = at is not None and title.is_beside(at)
    return [Field(Kind.TOPIC, topic.id, name) for name in TOPIC] if opened else [title]


def new_in(section: str) -> Field:
    """The field of a section on which its first kind of row is typed anew."""
    return {"people": NEW_DEPARTMENT, "agenda": NEW_TOPIC, "things": NEW_MATERIAL}[section]


def where_mended(minutes: Minutes, finding: Finding) -> Field:
    """The field on which a finding is mended."""
    if finding.item == minutes.meeting.id:
        return _WHERE.get(finding.part, fact("theme"))
    if minutes.topic(finding.item):
        return Field(Kind.TOPIC, finding.item, finding.part or "title")
    return Field(Kind.DEPARTMENT if minutes.department(finding.item) else Kind.CHECK, finding.item)


# -- what stands in them ------------------------------------------------------------------------------------------


def text_of(minutes: Minutes, field: Field) -> str:
    """What stands in a field, as it would be typed."""
    match field.kind:
        case Kind.FACT:
            return _fact_text(minutes.meeting, field.name)
        case Kind.TOPIC:
            topic = minutes.topic(field.id)
            return _topic_text(minutes, topic, field.name) if topic else ""
        case Kind.DEPARTMENT:
            return _department_text(minutes, minutes.department(field.id))
        case Kind.GUEST:
            return minutes.person_name(field.id)
        case Kind.MATERIAL | Kind.CHECK:
            row = minutes.get(Material, field.id) or minutes.get(ChecklistItem, field.id)
            return row.text if row else ""


def _fact_text(meeting: Meeting, name: str) -> str:
    if name == "scenario":
        return scenario_label(meeting.scenario)
    return _period(meeting) if name == "time" else str(getattr(meeting, name))


def _period(meeting: Meeting) -> str:
    """2026-11-25 14:00-16:00; the second day only where it is another one."""
    start, end = meeting.starts_at or "", meeting.ends_at or ""
    until = end[11:16] if end[:10] == start[:10] else end.replace("T", " ")
    return start.replace("T", " ") + (f"-{until}" if end else "")


def _topic_text(minutes: Minutes, topic: Topic, name: str) -> str:
    if name == "departments":
        return "、".join(d.name for d in minutes.concerned(topic.id))
    value = getattr(topic, name)
    return "" if value is None else str(value)


def _department_text(minutes: Minutes, department: Department | None) -> str:
    if department is None:
        return ""
    chinese = wording.chinese()
    names = ("、" if chinese else ", ").join(p.name for p in minutes.people(department.id))
    return f"{department.name}{'：' if chinese else ': '}{names}" if names else department.name
