"""The company's list in the file: of all meetings, replaced as a whole, no part of any meeting's undo."""

from __future__ import annotations

from models.organisation.company import CompanyDepartment, CompanyPerson, Organisation
from models.store.connection import Connection, safe


class Company:
    """The list as it stands in one file, read when it has changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: tuple[int, Organisation] = (0, Organisation())

    def get(self) -> Organisation:
        """The company; the same object while nobody imports another list."""
        version = self._connection.value("SELECT version FROM company_import") or 0
        if version != self._known[0]:
            self._known = (version, self._read())
        return self._known[1]

    def _read(self) -> Organisation:
        departments = self._connection.rows(
            "SELECT place, name, aliases FROM company_department ORDER BY place"
        )
        people = self._connection.rows(
            "SELECT place, department, name, full_name, title, head, aliases, email FROM company_person ORDER BY place"
        )
        return Organisation(
            tuple(CompanyDepartment(place, name, _listed(aliases)) for place, name, aliases in departments),
            tuple(
                CompanyPerson(place, department, name, full_name, title, bool(head), _listed(aliases), email)
                for place, department, name, full_name, title, head, aliases, email in people
            ),
        )

    def keep(self, found: Organisation, at: str) -> None:
        """Puts this list in the place of the one that stands."""
        with self._connection.immediate():
            self._connection.execute("DELETE FROM company_department")
            self._connection.execute("DELETE FROM company_person")
            for d in found.departments:
                self._insert("company_department", d.place, d.name, "、".join(d.aliases))
            for p in found.people:
                words = (p.department, p.name, p.full_name, p.title, p.head, "、".join(p.aliases), p.email)
                self._insert("company_person", p.place, *words)
            self._connection.execute(
                "INSERT INTO company_import (id, version, at) VALUES (1, 1, ?)"
                " ON CONFLICT (id) DO UPDATE SET version = version + 1, at = excluded.at",
                (at,),
            )

    def _insert(self, table: str, *values: object) -> None:
        marks = ", ".join("?" * len(values))
        self._connection.execute(f"INSERT INTO {table} VALUES ({marks})", [safe(value) for value in values])


def _listed(words: str) -> tuple[str, ...]:
    return tuple(filter(None, words.split("、")))
