"""What is known of the company, and how a person of it is called in a meeting."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

from models.spoken import of_person


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
    """As shown: the full name where it is known, else 李经理."""
    full_name: str = ""
    title: str = ""
    head: bool = False
    aliases: tuple[str, ...] = ()
    email: str = ""

    def answers_to(self, name: str) -> bool:
        """Whether this is a whole name of theirs."""
        return name in (self.name, self.full_name, *self.aliases)

    @property
    def called(self) -> frozenset[str]:
        """What else they are called wherever they are named: 李总监, 李总."""
        words = of_person(self.name, self.full_name, self.title)
        return frozenset(word.text for word in words if word.anywhere)


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
        fits = fits or [person for person in among if name in person.called]
        return fits[0] if len(fits) == 1 else None


def told_apart(people: list[CompanyPerson]) -> list[CompanyPerson]:
    """The people of one department, the second of a name with a number behind it (张伟2): both are still 张伟."""
    seen: Counter[str] = Counter()
    found = []
    for person in people:
        seen[person.name] += 1
        count = seen[person.name]
        called = f"{person.name}{count}" if count > 1 else person.name
        # Beside a title the name is the full one: 李经理 alone would have none.
        full = person.full_name or (person.name if count > 1 or person.title else "")
        found.append(replace(person, name=called, full_name=full))
    return found
