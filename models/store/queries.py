"""What the home screen and the command ask of all meetings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeVar

from models.iso import sound
from models.store.connection import Connection
from models.store.listed import BLANK, NOT_TRASHED


@dataclass(frozen=True, slots=True)
class MeetingSummary:
    """A meeting in the list of meetings."""

    id: str
    name: str
    scenario: str
    starts_at: str | None
    status: str
    closed_at: str | None
    topics: int
    resolutions: int
    actions: int
    open_actions: int
    open_issues: int
    changed_at: str
    """With seconds."""
    begun: bool = False
    """Whether somebody has said something."""


@dataclass(frozen=True, slots=True)
class LedgerAction:
    """An action among those of all meetings, in words."""

    id: str
    meeting_id: str
    meeting: str
    starts_at: str | None
    topic_number: str
    topic: str
    number: str
    task: str
    owner_department: str | None
    owner: str | None
    cooperating: str | None
    """Departments, with 、 between them."""
    helpers: str | None
    """People who help, with 、 between them."""
    helping: str | None
    """Both: people by name, and the departments of whom nobody is named."""
    due_text: str
    due: str | None
    due_flags: str
    status: str
    condition_of: str | None
    """The number of the resolution it is a condition of."""
    doubt: bool
    first_due: str | None
    """The date it had before it slipped for the first time; None if it never did."""
    slips: int

    @property
    def with_them(self) -> tuple[str, ...]:
        """Who helps the owner, one by one."""
        return tuple(filter(None, (self.helping or "").split("、")))


S = TypeVar("S", MeetingSummary, LedgerAction)


def _count(table: str, more: str = "") -> str:
    return f"(SELECT count(*) FROM {table} WHERE meeting_id = m.id{more})"


_UNFINISHED = "status NOT IN ('done', 'cancelled')"
_SUMMARY = (
    "SELECT m.id, m.name, m.scenario, m.starts_at, m.status, m.closed_at,"
    f" {_count('topic')}, {_count('resolution')}, {_count('action')},"
    f" {_count('action', ' AND ' + _UNFINISHED)}, {_count('open_issue')}, latest.at,"
    " EXISTS (SELECT 1 FROM opinion WHERE meeting_id = m.id)"
    " OR EXISTS (SELECT 1 FROM point WHERE meeting_id = m.id)"
    " FROM latest CROSS JOIN meeting AS m ON m.id = latest.meeting_id"
    f" WHERE m.id {NOT_TRASHED} AND (? OR NOT ({BLANK})) ORDER BY latest.step_id DESC LIMIT ? OFFSET ?"
)


def summaries(connection: Connection, limit: int, offset: int, *, blank: bool) -> list[MeetingSummary]:
    """The meetings, those changed last first; a limit of -1 gives all."""
    found = connection.rows(_SUMMARY, (blank, limit, offset))
    return [_sound(MeetingSummary(*row), begun=bool(row[-1])) for row in found]


def _sound(found: S, **fields: Any) -> S:
    """The summary with these fields, and without what is no date or time."""
    for name in ("starts_at", "closed_at", "due", "first_due"):
        if getattr(found, name, None) is not None:
            fields[name] = sound(getattr(found, name))
    return replace(found, **fields)


def actions(connection: Connection, **wanted: Any) -> list[LedgerAction]:
    """The actions that answer to every wish that is not None, by due date, those without one last."""
    conditions = {
        "meeting": "meeting_id = ?",
        "department": "owner_department = ?",
        "owner": "owner = ?",
        "due_before": f"due < ? AND {_UNFINISHED}",
        "unfinished": f"? AND {_UNFINISHED}",
    }
    asked = {name: value for name, value in wanted.items() if value is not None}
    where = " AND ".join([f"meeting_id {NOT_TRASHED}", *(f"({conditions[name]})" for name in asked)])
    return [
        _sound(LedgerAction(**row), doubt=bool(row["doubt"]))
        for row in connection.dicts(
            f"SELECT * FROM all_actions WHERE {where} ORDER BY due IS NULL, due, starts_at, CAST(substr(number, 2)"
            " AS INTEGER)",
            list(asked.values()),
        )
    ]
