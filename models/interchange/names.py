"""Who is meant by the names of a file: departments and people by what they are called in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from models import called
from models.capture.words.everyday import EVERY_DEPARTMENT
from models.i18n import _
from models.interchange.node import Node
from models.meeting import Department, Person
from models.minutes import Minutes


@dataclass
class Names:
    """The departments and people of the file read so far."""

    departments: dict[str, str] = field(default_factory=dict)
    people: dict[tuple[str | None, str], str] = field(default_factory=dict)
    anywhere: dict[str, str] = field(default_factory=dict)

    def add_department(self, department: Department) -> None:
        """Makes a department known by its name."""
        self.departments.setdefault(department.name, department.id)

    def add_person(self, person: Person) -> None:
        """Makes a person known by the name as spoken and by the full name, the first of two namesakes winning."""
        home = next((name for name, one in self.departments.items() if one == person.department_id), "")
        for name in filter(None, (person.full_name, person.name)):
            self.people.setdefault((person.department_id, name), person.id)
            self.anywhere.setdefault(name, person.id)
            self.anywhere.setdefault(home + name, person.id)

    def department(self, node: Node, key: str) -> str | None:
        """The id of the department a field names."""
        name = node.text(key)
        return self._department(node, key, name) if name and name != EVERY_DEPARTMENT else None

    def department_list(self, node: Node, key: str) -> list[str]:
        """The ids of the departments a field lists, each once."""
        return list(dict.fromkeys(self._department(node, key, name) for name in node.texts(key)))

    def people_list(self, node: Node, key: str) -> list[str]:
        """The ids of the people a field lists, each once."""
        return list(dict.fromkeys(self._person(node, key, name, None) for name in node.texts(key)))

    def person(self, node: Node, key: str, department_id: str | None) -> str | None:
        """The id of the person a field names, of this department if it has one of that name."""
        name = node.text(key)
        return self._person(node, key, name, department_id) if name else None

    def _person(self, node: Node, key: str, name: str, department_id: str | None) -> str:
        found = self.people.get((department_id, name)) or self.anywhere.get(name)
        if found is None:
            raise node.wrong(key, _("nobody in the file is called {name}").format(name=name))
        return found

    def _department(self, node: Node, key: str, name: str) -> str:
        if name not in self.departments:
            raise node.wrong(key, _("no department in the file is called {name}").format(name=name))
        return self.departments[name]


def person_reference(minutes: Minutes, person_id: str | None) -> str | None:
    """How other fields name a person: as spoken, or by the full name where two of a department are spoken alike."""
    person = minutes.person(person_id)
    if person is None:
        return None
    namesakes = [p for p in minutes.people(person.department_id) if p.name == person.name]
    return person.full_name if len(namesakes) > 1 and person.full_name else person.name


def reference_anywhere(minutes: Minutes, person: Person) -> str:
    """How a list of people names one: with the department where somebody of another is called the same."""
    said = person_reference(minutes, person.id) or ""
    alike = [one for one in minutes.all(Person) if called.goes_by(one, said)]
    return said if len(alike) == 1 else minutes.department_name(person.department_id) + said
