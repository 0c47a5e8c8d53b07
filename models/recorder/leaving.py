"""Departments and people that leave the meeting: made by mistake, or another one under a wrong name."""

from __future__ import annotations

from models.called import first_called, labelled
from models.i18n import _
from models.kinds import KINDS, owner_ids
from models.meeting import TABLES, Department, Entry, Link, Meeting, Person, Row
from models.name_table import Named
from models.recorder.step import MeetingStep
from models.recorder.steps import Steps
from models.references import OWNED, columns, still_named
from models.whose import asks


class Leaving:
    """Takes departments and people out of the meeting; every method is one step."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps

    def take_out(self, row_id: str) -> bool:
        """Takes out a department with its people, or a person; False where something still names one of them."""
        with self._steps.begin() as step:
            row = step.minutes.row(row_id)
            if not isinstance(row, Department | Person):
                return False
            step.label = _("taking out {name}").format(name=row.name)
            return _take_out(step, row)

    def merge(self, row_id: str, into_id: str) -> None:
        """Lets another department or person stand wherever this one does, and takes this one out."""
        with self._steps.begin() as step:
            row, other = step.minutes.row(row_id), step.minutes.row(into_id)
            if isinstance(row, Department | Person) and type(row) is type(other) and row != other:
                step.label = _("{name} is {other}").format(name=row.name, other=other.name)
                fits = _fits(step)
                _choose(step, fits, _merge(step, row, other))


def _take_out(step: MeetingStep, one: Department | Person) -> bool:
    if still_named(step.minutes, one):
        return False
    for person in step.minutes.people(one.id) if isinstance(one, Department) else ():
        step.drop(person)
    step.drop(one)
    return True


def _merge(step: MeetingStep, one: Department | Person, other: Department | Person) -> dict[str, str]:
    """Lets another department or person stand wherever this one does, and takes this one out; gives who became whom."""
    became = {one.id: other.id}
    if isinstance(one, Department) and isinstance(other, Department):
        for person in step.minutes.people(one.id):
            became |= _move(step, person, other)
    if isinstance(one, Person) and isinstance(other, Person) and other.attendance == "unknown":
        # What was seen of the one was seen of the other: they are one.
        step.change(
            other,
            attendance=one.attendance,
            arrived_at=one.arrived_at,
            left_at=one.left_at,
            reason=one.reason,
        )
    _replace(step, one, other)
    step.drop(one)
    return became


def _move(step: MeetingStep, person: Person, home: Department) -> dict[str, str]:
    """Moves a person to another department; there they may be known already, and become one."""
    there = step.minutes.people(home.id)
    same = first_called(there, person.name)
    if same is not None:
        return _merge(step, person, same)
    number = step.next_place(f"person {home.id}", max((p.number for p in there), default=0))
    step.change(person, department_id=home.id, number=number)
    return {}


def _fits(step: MeetingStep) -> dict[str, list[str]]:
    """Whom the name in each entry fits that fits several, by the entry's id."""
    found = {
        entry.id: [labelled(step.minutes, name) for name in entry.candidates.split("、")]
        for entry in step.minutes.all_entries
        if entry.candidates
    }
    return {entry_id: [row.id for row in rows if row] for entry_id, rows in found.items() if all(rows)}


def _choose(step: MeetingStep, fits: dict[str, list[str]], became: dict[str, str]) -> None:
    """Who fits after some have become one: where a single one is left, it is meant."""
    for entry_id, before in fits.items():
        entry = step.minutes.entry(entry_id)
        left = [row for one in dict.fromkeys(became.get(i, i) for i in before) if (row := _who(step, one))]
        if entry is None or not left:
            continue
        owner = KINDS[type(entry)].owner
        if len(left) == 1 and owner and not asks(entry):
            row = left[0]
            home, person = (row.department_id, row.id) if isinstance(row, Person) else (row.id, None)
            said = dict(zip(owner.columns, (home, person), strict=False))
            step.change(entry, candidates="", **said)
        else:
            step.change(entry, candidates="、".join(_label(step, row) for row in left if len(left) > 1))


def _who(step: MeetingStep, row_id: str) -> Department | Person | None:
    return step.minutes.department(row_id) or step.minutes.person(row_id)


def _label(step: MeetingStep, one: Department | Person) -> str:
    """The name by which a candidate is kept."""
    if isinstance(one, Department):
        return Named(one.name).label
    return Named(step.minutes.department_name(one.department_id) or None, one.name).label


def _replace(step: MeetingStep, one: Department | Person, other: Department | Person) -> None:
    for kind in TABLES:
        if kind is Person:
            continue
        names = columns(kind, type(one))
        for row in [r for r in step.minutes.all(kind) if any(getattr(r, name) == one.id for name in names)]:
            _renamed(step, row, {name: other.id for name in names if getattr(row, name) == one.id}, other)


def _renamed(step: MeetingStep, row: Row, changed: dict[str, str], other: Department | Person) -> None:
    """The row with the other in its place; a tie the other has already, or that is to an owner itself, goes."""
    if isinstance(row, Link):
        owner = step.minutes.entry(getattr(row, row.owner))
        tied = [link.tied_id for link in step.minutes.links(type(row), getattr(row, row.owner))]
        if other.id in tied or (owner and other.id in owner_ids(owner)):
            step.drop(row)
        else:
            step.change(row, **changed)
        if owner:
            step.outdate(owner)
        return
    if isinstance(other, Person) and isinstance(row, Entry | Meeting):
        home = OWNED[type(row)].department if isinstance(row, Entry) else "speaker_department_id"
        changed = {**changed, home: other.department_id or ""}
    step.change(row, **{name: value or None for name, value in changed.items()})
