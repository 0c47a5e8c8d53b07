"""Whether a row of a meeting goes by a whole name, as values, files and facts give it: nobody else compares the two.

What somebody types is another matter: whom that names is for `models.roster` to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from models.meeting import Department, Person
from models.minutes import Minutes
from models.text import name_key

R = TypeVar("R", Department, Person)


def names_of(row: Department | Person) -> tuple[str, ...]:
    """The whole names of a department or person."""
    others = row.aliases.split("、") if isinstance(row, Department) else (row.full_name,)
    return tuple(filter(None, (row.name, *others)))


def goes_by(row: Department | Person, name: str | None) -> bool:
    """Whether this is one of its whole names."""
    return bool(name) and name_key(name or "") in map(name_key, names_of(row))


def labelled(minutes: Minutes, label: str) -> Department | Person | None:
    """The department or person whom a label names, as candidates are kept: 市场部李经理, R&D Tom Okafor, 财务部."""
    for department in minutes.departments:
        if label == department.name:
            return department
        for person in minutes.people(department.id):
            if label in (f"{department.name}{person.name}", f"{department.name} {person.name}"):
                return person
    return next((guest for guest in minutes.all(Person) if label == guest.name), None)


def first_called(rows: Iterable[R], name: str | None) -> R | None:
    """The first of the rows that goes by a name."""
    return next((row for row in rows if goes_by(row, name)), None)


def only_called(rows: Iterable[R], name: str | None) -> R | None:
    """The one row that goes by a name; None where there are two."""
    found = [row for row in rows if goes_by(row, name)]
    return found[0] if len(found) == 1 else None


def leading(departments: Iterable[Department], words: str) -> Department | None:
    """The department whose name words begin with, the longest of several (市场部 of 市场部王总监)."""
    found = [(len(name), one) for one in departments for name in names_of(one) if words.startswith(name)]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def written(minutes: Minutes, words: str) -> Person | None:
    """The person whom the host's or recorder's words name (市场部王总监, 王建国, Bob Hargreaves (Legal))."""
    words = words.strip()
    if not words:
        return None
    people = [*minutes.guests, *(p for d in minutes.departments for p in minutes.people(d.id))]
    if (found := only_called(people, words)) is not None:
        return found
    for person in people:
        home = minutes.department(person.department_id)
        spoken = names_of(person)
        if home and any(d in words and p in words for d in names_of(home) for p in spoken):
            return person
    ends = [person for person in people if any(words.endswith(name) for name in names_of(person))]
    return ends[0] if len(ends) == 1 else None


def department_of(minutes: Minutes, words: str) -> Department | None:
    """The department of whom the host's or recorder's words name."""
    words = words.strip()
    if (found := leading(minutes.departments, words)) is not None:
        return found
    person = written(minutes, words)
    return minutes.department(person.department_id) if person else None
