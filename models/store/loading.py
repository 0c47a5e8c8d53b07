"""A meeting out of the file: whole, or what has changed of it since."""

from __future__ import annotations

from models.meeting import TABLES, Meeting, Row
from models.minutes import Minutes
from models.store.connection import Connection
from models.store.errors import NoSuchMeeting
from models.store.rows import KINDS, from_image, from_table, shape


def load(connection: Connection, meeting_id: str) -> Minutes:
    """The whole meeting; NoSuchMeeting if there is none."""
    minutes = Minutes(row for kind in TABLES for row in _rows(connection, kind, meeting_id))
    if not minutes.all(Meeting):
        raise NoSuchMeeting(reference=meeting_id)
    return minutes


def _rows(connection: Connection, kind: type[Row], meeting_id: str) -> list[Row]:
    columns = ", ".join(shape(kind).columns)
    owner = "id" if kind is Meeting else "meeting_id"
    return from_table(
        kind,
        connection.rows(f"SELECT {columns} FROM {kind.table} WHERE {owner} = ?", (meeting_id,)),
    )


def refresh(connection: Connection, minutes: Minutes) -> set[type[Row]]:
    """Applies what the log holds beyond the minutes' revision; gives the tables that changed."""
    changes = connection.rows(
        'SELECT id, "table", row_id, after FROM change WHERE meeting_id = ? AND id > ? ORDER BY id',
        (minutes.meeting.id, minutes.revision),
    )
    if not changes:
        return set()
    # Of several changes to one row only the last counts.
    last = {(KINDS[table], row_id): after for _, table, row_id, after in changes if table in KINDS}
    minutes.apply(
        [from_image(kind.table, after) for (kind, _), after in last.items() if after is not None],
        [row for row, after in last.items() if after is None],
    )
    minutes.revision = changes[-1][0]
    return {kind for kind, _ in last}
