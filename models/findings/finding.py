"""What a finding is: something the template asks for and the minutes do not have, and what may be done about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from models.capture.values import Parsed, Reading


class Severity(StrEnum):
    """A hard finding keeps the minutes from becoming final unless it is waived; a soft one is a hint."""

    HARD = "hard"
    SOFT = "soft"


class Trigger(StrEnum):
    """When a rule is asked: before the agenda goes out, at the close, before the minutes become final."""

    AGENDA = "agenda"
    CLOSE = "close"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of fields of a row."""

    row_id: str
    fields: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Write:
    """A change made as if a line had been typed."""

    line: str
    items: tuple[Parsed, ...]


@dataclass(frozen=True, slots=True)
class Convert:
    """A conversion of an entry into another kind."""

    row_id: str
    kind: str


@dataclass(frozen=True, slots=True)
class Attend:
    """A change of a person's attendance."""

    person_id: str
    attendance: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """Who said an entry that asks, and all of its run; nobody in particular where neither is named."""

    row_id: str
    department_id: str | None
    person_id: str | None


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer beside a finding: a change that one key makes."""

    label: str
    change: Edit | Write | Convert | Attend | Attribute


class Changer(Protocol):
    """The part of the recorder that carries out an offer."""

    def accept(self, line: str, reading: Reading | None = None) -> Any: ...
    def edit(self, row_id: str, **fields: Any) -> Any: ...
    def convert(self, row_id: str, kind: str) -> Any: ...
    def set_attendance(self, person_id: str, attendance: str) -> Any: ...
    def attribute(self, row_id: str, department_id: str | None, person_id: str | None) -> Any: ...


def take(recorder: Changer, offer: Offer) -> None:
    """Takes an offer: makes its change as one step of the recorder's that can be undone."""
    match offer.change:
        case Edit(row_id, fields):
            recorder.edit(row_id, **fields)
        case Write(line, items):
            recorder.accept(line, Reading(items))
        case Convert(row_id, kind):
            recorder.convert(row_id, kind)
        case Attend(person_id, attendance):
            recorder.set_attendance(person_id, attendance)
        case Attribute(row_id, department_id, person_id):
            recorder.attribute(row_id, department_id, person_id)


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding: one thing missing at one place."""

    rule: str
    """R16, or the id of a rule the template does not number."""
    title: str
    """What a list shows of the rule: R16, or its name."""
    severity: Severity
    item: str
    """The id of the row it is about; the meeting's where it is about all of it."""
    topic_id: str | None
    where: str
    message: str
    offers: tuple[Offer, ...] = ()
    part: str = ""
    """Tells two findings of one rule about one item apart."""

    @property
    def key(self) -> str:
        """What a waiver of this finding names as its item."""
        return f"{self.item}/{self.part}" if self.part else self.item


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The thresholds of the rules, and the rules that are switched off."""

    agenda_workdays: int = 1
    """The agenda goes out at least this many working days before the meeting."""
    draft_workdays: int = 2
    """The draft is due this many working days after it."""
    contacts_min: int = 1
    contacts_max: int = 2
    topics_max: int = 5
    background_max: int = 100
    cell_max: int = 200
    """Characters of one entry."""
    task_min: int = 6
    off: frozenset[str] = field(default_factory=frozenset)
    """The ids of rules that are switched off."""
