"""A stored entry as the values whose line would make it: the way back from rows to what capture reads."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from models import kinds
from models.capture.values import (
    ActionLine,
    BackgroundLine,
    ConsensusLine,
    DeferredLine,
    DisputeLine,
    NoteLine,
    OpenIssueLine,
    OpinionLine,
    Parsed,
    PointLine,
    ResolutionLine,
    Somebody,
)
from models.capture.words.everyday import EVERY_DEPARTMENT
from models.meeting import (
    Action,
    Background,
    Department,
    Disagreement,
    Entry,
    Note,
    OpenIssue,
    Opinion,
    Person,
    Point,
    Resolution,
)
from models.minutes import Minutes

_FIRST = "#1"
"""How a line names the dispute that it opens itself."""


def value_of(minutes: Minutes, entry: Entry) -> Parsed:
    """The value an entry is taken back as: of a settled dispute the dispute, of a resolution not its conditions."""
    if isinstance(entry, Disagreement) and not entry.dispute:
        return _outcome(entry, None)
    return LINES[type(entry)](**_said(minutes, entry))


def values_of(minutes: Minutes, entry: Entry) -> tuple[Parsed, ...]:
    """Everything one line says of an entry: a dispute with what became of it, a resolution with its conditions."""
    if isinstance(entry, Disagreement) and entry.dispute and (entry.consensus or entry.status == "deferred"):
        opened = replace(value_of(minutes, entry), doubt=False, candidates=())
        return opened, _outcome(entry, _FIRST)
    value = value_of(minutes, entry)
    if isinstance(value, ResolutionLine):
        conditions = (value_of(minutes, action) for action in minutes.conditions(entry.id))
        return (replace(value, conditions=tuple(one for one in conditions if isinstance(one, ActionLine))),)
    return (value,)


def stand_in(person: Person) -> str:
    """The words that name who stands in for somebody; empty where nobody does."""
    if not person.proxy:
        return ""
    return f"{person.proxy} stands in" if person.proxy.isascii() else f"{person.proxy}代参会"


def said_name(minutes: Minutes, person_id: str | None) -> str | None:
    """What tells a person from the others of the department: the full name where two are called alike."""
    person = minutes.person(person_id)
    if person is None:
        return None
    alike = [other for other in minutes.people(person.department_id) if other.name == person.name]
    return (person.full_name if len(alike) > 1 else "") or person.name


def _who(minutes: Minutes, department_id: str | None, person_id: str | None) -> tuple[str | None, str | None]:
    """Department and person by name; somebody alone brings the own department along."""
    person = minutes.person(person_id)
    home = department_id or (person.department_id if person else None)
    return minutes.department_name(home) or None, said_name(minutes, person_id)


def _said(minutes: Minutes, entry: Entry) -> dict[str, Any]:
    """What a line says of an entry: its words and days, whose it is, which departments are tied to it."""
    kind = kinds.of(entry)
    said: dict[str, Any] = {column: getattr(entry, column) for column in kind.said}
    said["asks"] = getattr(entry, "asks", "") or None
    said["said_as"] = getattr(entry, "said_as", "")
    said["speaks"] = not said["asks"]
    if kind.due:
        said[kind.due.words] = said[kind.due.words] or (said[kind.due.day] or "").replace("T", " ")
        said["flags"] = _parts(getattr(entry, kind.due.flags)) if kind.due.flags else ()
    if kind.owner:
        who = _who(minutes, *kinds.owner_ids(entry))
        said |= dict(zip(kind.owner.names, who, strict=False))
    if isinstance(entry, Action) and entry.for_all and not any(kinds.owner_ids(entry)):
        said["owner_department"] = EVERY_DEPARTMENT
    for name, tie in kind.links.items():
        said[name] = tuple(_tied(minutes, one) for one in minutes.linked(tie, entry.id))
    room = {field.name for field in fields(LINES[type(entry)])}
    return {**_shared(entry), **{name: value for name, value in said.items() if name in room}}


def _tied(minutes: Minutes, one: Department | Person) -> str | Somebody:
    """What a line calls a department or person that is tied to an entry."""
    if isinstance(one, Department):
        return one.name
    return Somebody(minutes.department_name(one.department_id) or None, said_name(minutes, one.id) or "")


def _shared(entry: Entry) -> dict[str, Any]:
    return {"doubt": entry.doubt, "candidates": _parts(entry.candidates)}


def _parts(joined: str) -> tuple[str, ...]:
    return tuple(filter(None, joined.split("、")))


def _outcome(entry: Disagreement, settles: str | None) -> Parsed:
    if entry.status == "deferred":
        return DeferredLine(**_shared(entry), reason=entry.reason, settles=settles)
    return ConsensusLine(**_shared(entry), consensus=entry.consensus, settles=settles)


LINES: dict[type[Entry], type[Parsed]] = {
    Background: BackgroundLine,
    Point: PointLine,
    Opinion: OpinionLine,
    Disagreement: DisputeLine,
    Resolution: ResolutionLine,
    Action: ActionLine,
    OpenIssue: OpenIssueLine,
    Note: NoteLine,
}
"""What a line is read as that gives an entry of each kind."""


def bare(kind: type[Entry], text: str) -> Parsed:
    """A value that gives an entry of this kind with these words and nothing else."""
    said: dict[str, Any] = {kinds.KINDS[kind].texts[0]: text}
    return LINES[kind](**said)
