"""A stored entry as the values whose line would make it: the way back from rows to what capture reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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
)
from models.meeting import (
    Action,
    Background,
    Disagreement,
    Entry,
    Note,
    OpenIssue,
    Opinion,
    Point,
    Resolution,
)
from models.minutes import Minutes

_FIRST = "#1"
"""How a line names the dispute that it opens itself."""


def value_of(minutes: Minutes, entry: Entry) -> Parsed:
    """The value an entry is taken back as: of a settled dispute the dispute, of a resolution not its conditions."""
    return _MAKERS[type(entry)](minutes, entry)


def values_of(minutes: Minutes, entry: Entry) -> tuple[Parsed, ...]:
    """Everything one line says of an entry: a dispute with what became of it, a resolution with its conditions."""
    if isinstance(entry, Disagreement) and entry.dispute and (entry.consensus or entry.status == "deferred"):
        opened = DisputeLine(dispute=entry.dispute, parties=_parties(minutes, entry))
        return opened, _outcome(entry, _FIRST)
    if isinstance(entry, Resolution):
        conditions = tuple(_action(minutes, action) for action in minutes.conditions(entry.id))
        return (_resolution(minutes, entry, conditions),)
    return (value_of(minutes, entry),)


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


def _shared(entry: Entry) -> dict[str, Any]:
    return {"doubt": entry.doubt, "candidates": tuple(filter(None, entry.candidates.split("、")))}


def _opinion(minutes: Minutes, entry: Opinion) -> Parsed:
    department, person = _who(minutes, entry.department_id, entry.person_id)
    return OpinionLine(
        **_shared(entry), department=department, person=person, stance=entry.stance, text=entry.text
    )


def _parties(minutes: Minutes, entry: Disagreement) -> tuple[str, ...]:
    return tuple(department.name for department in minutes.parties(entry.id))


def _disagreement(minutes: Minutes, entry: Disagreement) -> Parsed:
    if entry.dispute:
        return DisputeLine(**_shared(entry), dispute=entry.dispute, parties=_parties(minutes, entry))
    return _outcome(entry, None)


def _outcome(entry: Disagreement, settles: str | None) -> Parsed:
    if entry.status == "deferred":
        return DeferredLine(**_shared(entry), reason=entry.reason, settles=settles)
    return ConsensusLine(**_shared(entry), consensus=entry.consensus, settles=settles)


def _resolution(minutes: Minutes, entry: Resolution, conditions: tuple[ActionLine, ...] = ()) -> Parsed:
    return ResolutionLine(
        **_shared(entry),
        text=entry.text,
        executing_department=minutes.department_name(entry.executing_department_id) or None,
        effective_text=entry.effective_text or _spoken(entry.effective),
        effective=entry.effective,
        conditions=conditions,
    )


def _action(minutes: Minutes, entry: Action) -> ActionLine:
    department, person = _who(minutes, entry.owner_department_id, entry.owner_id)
    return ActionLine(
        **_shared(entry),
        task=entry.task,
        owner_department=department,
        owner=person,
        cooperating=tuple(helper.name for helper in minutes.cooperating(entry.id)),
        due_text=entry.due_text or _spoken(entry.due),
        due=entry.due,
        flags=tuple(filter(None, entry.due_flags.split("、"))),
    )


def _open_issue(minutes: Minutes, entry: OpenIssue) -> Parsed:
    department, person = _who(minutes, entry.lead_department_id, entry.lead_id)
    return OpenIssueLine(
        **_shared(entry),
        text=entry.text,
        lead_department=department,
        lead=person,
        handling=entry.handling,
        revisit_text=entry.revisit_text or _spoken(entry.revisit),
        revisit=entry.revisit,
    )


def _spoken(day: str | None) -> str:
    return (day or "").replace("T", " ")


_MAKERS: dict[type[Entry], Callable[[Minutes, Any], Parsed]] = {
    Background: lambda _minutes, entry: BackgroundLine(**_shared(entry), text=entry.text),
    Point: lambda _minutes, entry: PointLine(**_shared(entry), text=entry.text),
    Note: lambda _minutes, entry: NoteLine(**_shared(entry), text=entry.text),
    Opinion: _opinion,
    Disagreement: _disagreement,
    Resolution: _resolution,
    Action: _action,
    OpenIssue: _open_issue,
}
