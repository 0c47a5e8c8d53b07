"""Who joins the meeting by a line: departments and people nobody knows yet, and who else may have been meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from models.capture.line import Context
from models.capture.values import AttendanceLine, Parsed, Somebody
from models.capture.words.everyday import ALL_DEPARTMENTS
from models.roster import Named, Roster

P = TypeVar("P", bound=Parsed)

_PAIRS = (
    ("department", "person"),
    ("department", "name"),
    ("owner_department", "owner"),
    ("lead_department", "lead"),
    ("executing_department", ""),
)
"""The fields in which a value names a department and a person of it."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A department, or a person, that a line would add to the meeting."""

    department: str | None
    person: str | None
    near: tuple[Named, ...] = ()
    """Whom the name may have been meant for."""


def newcomers(items: Iterable[Parsed], context: Context) -> list[Newcomer]:
    """Who would join, each once; nobody while the first list of the meeting is made."""
    roster = context.roster
    found: dict[tuple[str | None, str | None], Newcomer] = {}
    for item in items:
        if isinstance(item, AttendanceLine) and (item.role == "guest" or not roster.departments):
            continue
        for department, person in _named(item):
            for one in _new(department, person, roster):
                found.setdefault((one.department, one.person), one)
    return list(found.values())


def _new(department: str | None, person: str | None, roster: Roster) -> Iterator[Newcomer]:
    """The department, and the person, where neither the meeting nor the company has them."""
    if department and department not in ALL_DEPARTMENTS and not roster.is_known(department):
        yield Newcomer(department, None, roster.near(department, person=False))
    if person and not roster.is_known(department, person):
        near = roster.near(person, person=True)
        yield Newcomer(department, person, tuple(one for one in near if department in (None, one.department)))


def _named(item: Parsed) -> Iterator[tuple[str | None, str | None]]:
    """Whom a value names, by department and person."""
    own = {field.name for field in fields(item)}
    for department, person in _PAIRS:
        if department in own and (not person or person in own):
            yield getattr(item, department), getattr(item, person) if person else None
    for name in getattr(item, "cooperating", None) or ():
        yield name, None
    for one in getattr(item, "helpers", None) or ():
        yield one.department, one.name
    for condition in getattr(item, "conditions", ()):
        yield from _named(condition)


def instead(items: tuple[Parsed, ...], new: Newcomer, meant: Named) -> tuple[Parsed, ...]:
    """The values with somebody known in the place of a newcomer."""
    return tuple(_instead(item, new, meant) for item in items)


def _instead(item: P, new: Newcomer, meant: Named) -> P:
    own = {field.name for field in fields(item)}
    changed: dict[str, Any] = {}
    for department, person in _PAIRS:
        if department not in own or (person and person not in own):
            continue
        if getattr(item, department) != new.department or (
            new.person and getattr(item, person or department) != new.person
        ):
            continue
        changed[department] = meant.department
        if person and new.person:
            changed[person] = meant.person
    if new.person is None and new.department in (names := getattr(item, "cooperating", None) or ()):
        changed["cooperating"] = tuple(meant.department if name == new.department else name for name in names)
    if helpers := getattr(item, "helpers", None):
        changed["helpers"] = tuple(_helper(one, new, meant) for one in helpers)
    changed["missing"] = tuple(name for name in item.missing if not changed.get(name))
    return replace(item, **changed)


def _helper(one: Somebody, new: Newcomer, meant: Named) -> Somebody:
    if one.department != new.department or (new.person and one.name != new.person):
        return one
    return Somebody(meant.department, meant.person if new.person and meant.person else one.name)
