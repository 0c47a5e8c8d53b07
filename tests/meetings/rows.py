"""A meeting written down row by row, so that it depends on no grammar and no store."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from models import meeting as m
from models.minutes import Minutes


class Rows:
    """The rows of one meeting by id; ids that a test gives can be read in a failure, others count up by table."""

    def __init__(self, meeting_id: str, *, at: str = "", **facts: Any) -> None:
        """A meeting of these facts; `at` is when everything was said, else an entry comes every minute."""
        self.meeting_id = meeting_id
        self.rows: dict[str, m.Row] = {}
        self._at = at
        self._seq = 0
        self._counts: dict[str, int] = {}
        self.add(m.Meeting, id=meeting_id, **facts)

    def add(self, kind: type[m.Row], **fields: Any) -> str:
        """Takes a row in; gives its id."""
        row_id = fields.pop("id", "") or self._next_id(kind)
        return self.put(kind(id=row_id, meeting_id=self.meeting_id, **fields))

    def put(self, row: m.Row) -> str:
        """Takes a row in that is whole already."""
        self.rows[row.id] = row
        return row.id

    def change(self, row_id: str, **fields: Any) -> Rows:
        """Gives fields of a row new values."""
        self.rows[row_id] = replace(self.rows[row_id], **fields)
        return self

    def drop(self, row_id: str) -> Rows:
        """Takes a row out."""
        del self.rows[row_id]
        return self

    def minutes(self) -> Minutes:
        """The meeting as screens, rules and documents read it."""
        return Minutes(self.rows.values())

    def department(self, name: str, *people: str, attendance: str = "present", number: int = 0) -> str:
        """A department with its people; their ids are their names."""
        number = number or sum(isinstance(row, m.Department) for row in self.rows.values()) + 1
        self.add(m.Department, id=name, number=number, name=name)
        for place, person in enumerate(people, 1):
            self.person(person, name, number=place, attendance=attendance)
        return name

    def person(self, name: str, department: str | None, **fields: Any) -> str:
        """Somebody in the meeting's list; the id is the name."""
        fields = {"number": 1, "attendance": "present"} | fields
        return self.add(m.Person, id=name, name=name, department_id=department, **fields)

    def topic(self, number: str, title: str, **fields: Any) -> str:
        """A topic; its id is its number."""
        return self.add(m.Topic, id=number, seq=self._next_seq(), number=number, title=title, **fields)

    def entry(self, kind: type[m.Entry], row_id: str = "", topic: str = "1.1", **fields: Any) -> str:
        """An entry under a topic, of one of the entry classes."""
        seq = self._next_seq()
        fields = {"at": self._at or f"2026-09-16T14:{seq % 60:02}"} | fields
        return self.add(kind, id=row_id, topic_id=topic, seq=seq, **fields)

    def helps(self, action: str, department: str) -> str:
        """A department that helps with an action."""
        return self.add(
            m.Cooperation, id=f"{action}+{department}", action_id=action, department_id=department
        )

    def waive(self, rule: str, item: str) -> Rows:
        """Lets a finding pass knowingly."""
        self.add(m.Waiver, id=f"w{rule}{item}", rule=rule, item=item, at="2026-09-16T15:55")
        return self

    def _next_seq(self) -> int:
        self._seq += 1
        return self._seq

    def _next_id(self, kind: type[m.Row]) -> str:
        prefix = kind.table[:3]
        self._counts[prefix] = self._counts.get(prefix, 0) + 1
        return f"{prefix}{self._counts[prefix]:07}"
