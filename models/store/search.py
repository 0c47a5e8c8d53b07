"""Search over all meetings: a copy of every text in one normal form, looked through from end to end.

Any run of characters is found, from one character up. Full-text indexes are not used, because they find no Chinese
word of two characters. The copy follows the change log, so it cannot miss a writer.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from models.i18n import _
from models.kinds import KINDS
from models.store.connection import Connection
from models.store.listed import NOT_TRASHED
from models.text import normal


@dataclass(frozen=True, slots=True)
class Searched:
    """A table that is looked through."""

    columns: tuple[str, ...]
    name: Callable[[], str]
    """What one of its rows is called."""


SEARCHED: dict[str, Searched] = {
    "meeting": Searched(("name", "theme", "goal", "place", "host", "recorder"), lambda: _("meeting")),
    "department": Searched(("name", "aliases"), lambda: _("department")),
    "person": Searched(("name", "full_name", "title", "reason", "proxy"), lambda: _("person")),
    "topic": Searched(("title", "expected"), lambda: _("topic")),
    **{kind.row.table: Searched(kind.searched, kind.name) for kind in KINDS.values()},
    "written": Searched(("text",), lambda: _("written minutes")),
}
"""What is looked through, by table."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One row that holds the words."""

    meeting_id: str
    meeting: str
    starts_at: str | None
    table: str
    row_id: str
    text: str
    """The row's texts as written."""

    @property
    def kind(self) -> str:
        """What kind of row it is, in a word."""
        return SEARCHED[self.table].name()


def index_changes(connection: Connection) -> None:
    """Brings the copy up to date with the change log."""
    done = connection.value("SELECT change_id FROM search_state")
    changes = connection.rows(
        'SELECT id, meeting_id, "table", row_id, after FROM change WHERE id > ? ORDER BY id', (done,)
    )
    for _change, meeting_id, table, row_id, after in changes:
        if table in SEARCHED:
            _copy(connection, meeting_id, table, row_id, after)
    if changes:
        connection.execute("UPDATE search_state SET change_id = ?", (changes[-1][0],))


def _copy(connection: Connection, meeting_id: str, table: str, row_id: str, after: str | None) -> None:
    text = "" if after is None else normal(_texts(table, after))
    if not text:
        connection.execute("DELETE FROM search WHERE row_id = ?", (row_id,))
        return
    connection.execute(
        'INSERT INTO search (meeting_id, "table", row_id, text) VALUES (?, ?, ?, ?)'
        ' ON CONFLICT (row_id) DO UPDATE SET "table" = excluded."table", text = excluded.text',
        (meeting_id, table, row_id, text),
    )


def _texts(table: str, image: str) -> str:
    row = json.loads(image)
    return " ".join(row[column] for column in SEARCHED[table].columns if row.get(column))


def search(connection: Connection, text: str, limit: int) -> list[Hit]:
    """The rows that hold every word of the text (words stand apart by spaces), newest first."""
    if connection.value("SELECT max(id) FROM change") != connection.value(
        "SELECT change_id FROM search_state"
    ):
        with connection.immediate():
            index_changes(connection)
    words = normal(text).split()
    if not words:
        return []
    where = " AND ".join("instr(text, ?) > 0" for _ in words)
    found = connection.rows(
        f'SELECT meeting_id, "table", row_id FROM search WHERE {where}'
        f" AND meeting_id {NOT_TRASHED} ORDER BY id DESC LIMIT ?",
        [*words, limit],
    )
    return [
        hit for meeting_id, table, row_id in found for hit in _hits(connection, meeting_id, table, row_id)
    ]


def _hits(connection: Connection, meeting_id: str, table: str, row_id: str) -> list[Hit]:
    columns = ", ".join(f"r.{column}" for column in SEARCHED[table].columns)
    meeting = "r.id" if table == "meeting" else "r.meeting_id"
    return [
        Hit(meeting_id, name, starts_at, table, row_id, " ".join(t for t in texts if t))
        for name, starts_at, *texts in connection.rows(
            f"SELECT m.name, m.starts_at, {columns} FROM {table} AS r JOIN meeting AS m ON m.id = {meeting}"
            " WHERE r.id = ?",
            (row_id,),
        )
    ]
