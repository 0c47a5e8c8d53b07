"""Search over all meetings: a copy of every text in one normal form, looked through from end to end.

Any run of characters is found, from one character up. Full-text indexes are not used, because they find no Chinese
word of two characters. The copy follows the change log, so it cannot miss a writer.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from models.store.connection import Connection
from models.store.rows import KINDS
from models.text import normal

SEARCHED: dict[str, tuple[str, ...]] = {
    "meeting": ("name", "theme", "goal", "place", "host", "recorder"),
    "department": ("name", "aliases"),
    "person": ("name", "full_name", "title", "reason", "proxy"),
    "topic": ("title", "expected"),
    "background": ("text",),
    "point": ("text",),
    "opinion": ("text",),
    "disagreement": ("dispute", "consensus", "reason"),
    "resolution": ("text", "effective_text"),
    "action": ("task", "due_text"),
    "open_issue": ("text", "handling", "revisit_text"),
    "note": ("text",),
    "written": ("text",),
}
"""The columns looked through, by table."""


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


def index_changes(connection: Connection) -> None:
    """Brings the copy up to date with the change log."""
    done = connection.value("SELECT change_id FROM search_state")
    changes = connection.rows(
        'SELECT id, meeting_id, "table", row_id, after FROM change WHERE id > ? ORDER BY id', (done,)
    )
    for _, meeting_id, table, row_id, after in changes:
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
    return " ".join(row[column] for column in SEARCHED[table] if row.get(column))


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
        f'SELECT meeting_id, "table", row_id FROM search WHERE {where} ORDER BY id DESC LIMIT ?',
        [*words, limit],
    )
    return [
        hit for meeting_id, table, row_id in found for hit in _hits(connection, meeting_id, table, row_id)
    ]


def _hits(connection: Connection, meeting_id: str, table: str, row_id: str) -> list[Hit]:
    columns = ", ".join(f"r.{column}" for column in SEARCHED[KINDS[table].table])
    meeting = "r.id" if table == "meeting" else "r.meeting_id"
    return [
        Hit(meeting_id, name, starts_at, table, row_id, " ".join(t for t in texts if t))
        for name, starts_at, *texts in connection.rows(
            f"SELECT m.name, m.starts_at, {columns} FROM {table} AS r JOIN meeting AS m ON m.id = {meeting}"
            " WHERE r.id = ?",
            (row_id,),
        )
    ]
