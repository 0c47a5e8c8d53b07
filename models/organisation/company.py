"""What is known of the company, and how a person of it is called in a meeting."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

from models.name_words import TITLES
from models.names import surname_of


@dataclass(frozen=True, slots=True)
class CompanyDepartment:
    """A department; `place` counts from 1 in the company's order."""

    place: int
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CompanyPerson:
    """Someone of the company; `place` counts from 1 over all departments."""

    place: int
    department: str
    name: str
    """As spoken: 李经理."""
    full_name: str = ""
    title: str = ""
    head: bool = False
    aliases: tuple[str, ...] = ()
    email: str = ""

    def answers_to(self, name: str) -> bool:
        """Whether this is a whole name of theirs."""
        return name in (self.name, self.full_name, *self.aliases)


@dataclass(frozen=True)
class Organisation:
    """All departments and people, in the company's order."""

    departments: tuple[CompanyDepartment, ...] = ()
    people: tuple[CompanyPerson, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.departments or self.people)

    @cached_property
    def _by_name(self) -> dict[str, CompanyDepartment]:
        named = {alias: d for d in reversed(self.departments) for alias in d.aliases}
        return named | {d.name: d for d in self.departments}

    @cached_property
    def _by_department(self) -> dict[str, list[CompanyPerson]]:
        found: dict[str, list[CompanyPerson]] = {}
        for person in self.people:
            found.setdefault(person.department, []).append(person)
        return found

    def department(self, name: str) -> CompanyDepartment | None:
        """The department of this name or alias."""
        return self._by_name.get(name)

    def people_of(self, department: str) -> list[CompanyPerson]:
        """Its people, in order."""
        return self._by_department.get(department, [])

    def person(self, department: str | None, name: str) -> CompanyPerson | None:
        """The one person of this name, in the department if one is named; None where nobody or several fit."""
        among = self.people if department is None else self.people_of(department)
        fits = [person for person in among if person.answers_to(name)]
        return fits[0] if len(fits) == 1 else None


def spoken(people: list[CompanyPerson]) -> list[CompanyPerson]:
    """The people of one department under the names they are called by: 李明, 经理 is 李经理, where only one is."""
    called = [_called(person) for person in people]
    twice = {name for name, count in Counter(p.name for p in called).items() if count > 1}
    kept = [before if after.name in twice else after for before, after in zip(people, called, strict=True)]
    seen: Counter[str] = Counter()
    return [_numbered(person, seen) for person in kept]


def _numbered(person: CompanyPerson, seen: Counter[str]) -> CompanyPerson:
    """The second of two whom neither name nor title tells apart, with a number behind the name (张伟2)."""
    seen[person.name] += 1
    count = seen[person.name]
    if count == 1:
        return person
    return replace(person, name=f"{person.name}{count}", full_name=person.full_name or person.name)


def _called(person: CompanyPerson) -> CompanyPerson:
    plain = (title for title in TITLES if not title.startswith("高级"))
    title = next((title for title in plain if person.title.endswith(title)), "")
    if person.full_name or not title:
        return person
    surname = surname_of(person.name)
    return replace(person, name=surname + title, full_name=person.name) if surname else person
