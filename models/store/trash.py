"""The trash (回收站): meetings put aside, which can be taken out again for thirty days and then go for good.

A meeting that is written to is not in the trash any more. One begun from the screen in which nobody wrote anything
is not listed at all, and goes after the same time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from models.lazy import lazily
from models.store.connection import Connection
from models.store.listed import BLANK
from models.store.referred import find_trashed

with lazily:
    from models.store import search

DAYS = 30
"""So long a meeting can be taken out again."""


@dataclass(frozen=True, slots=True)
class Trashed:
    """A meeting in the trash."""

    id: str
    name: str
    starts_at: str | None
    trashed_at: str

    @property
    def until(self) -> dt.date:
        """The last day on which it can be taken out."""
        return dt.date.fromisoformat(self.trashed_at[:10]) + dt.timedelta(days=DAYS)

    def days_left(self, today: dt.date) -> int:
        """For how many days it can still be taken out."""
        return max(0, (self.until - today).days)


class Trash:
    """The trash of one file."""

    def __init__(self, connection: Connection, now: Callable[[], str]) -> None:
        self._connection, self._now = connection, now

    @property
    def meetings(self) -> list[Trashed]:
        """What is in it, that put in last first."""
        found = self._connection.rows(
            "SELECT m.id, m.name, m.starts_at, t.at FROM trash AS t JOIN meeting AS m ON m.id = t.meeting_id"
            " ORDER BY t.at DESC, t.rowid DESC"
        )
        return [Trashed(*row) for row in found]

    def find(self, reference: str) -> str:
        """The id of the meeting in it that has this id, or alone has this in its id; NoTrashedMeeting."""
        return find_trashed(self._connection, reference)

    def holds(self, meeting_id: str) -> bool:
        """Whether a meeting is in it."""
        return bool(self._connection.value("SELECT 1 FROM trash WHERE meeting_id = ?", (meeting_id,)))

    def put(self, meeting_id: str) -> None:
        """Puts a meeting into it."""
        with self._connection.immediate():
            self._connection.execute(
                "INSERT OR REPLACE INTO trash (meeting_id, at) VALUES (?, ?)", (meeting_id, self._now())
            )

    def take_out(self, meeting_id: str) -> None:
        """Takes a meeting out again, as it was."""
        with self._connection.immediate():
            self._connection.execute("DELETE FROM trash WHERE meeting_id = ?", (meeting_id,))

    def empty(self) -> int:
        """Deletes everything in it for good; gives how many meetings that were."""
        return self._delete([one.id for one in self.meetings])

    def clear(self) -> int:
        """Deletes what has been in it, or has stayed blank, for too long; gives how many meetings that were."""
        long_ago = dt.datetime.fromisoformat(self._now()) - dt.timedelta(days=DAYS)
        before = (long_ago.isoformat(timespec="seconds"),)
        old = self._connection.rows("SELECT meeting_id FROM trash WHERE at < ?", before)
        blank = self._connection.rows(
            "SELECT m.id FROM latest JOIN meeting AS m ON m.id = latest.meeting_id"
            f" WHERE latest.at < ? AND {BLANK}",
            before,
        )
        return self._delete([row[0] for row in old + blank])

    def _delete(self, meeting_ids: list[str]) -> int:
        """Deletes meetings with their rows, their log and all that is said of them."""
        if meeting_ids:
            with self._connection.immediate():
                delete(self._connection, meeting_ids)
        return len(meeting_ids)


def delete(connection: Connection, meeting_ids: Iterable[str]) -> None:
    """Deletes meetings within a transaction: the rows before their log, into which triggers write what is deleted."""
    search.index_changes(connection)
    tables = sorted(_tables(connection), key=lambda name: name == "change")
    for meeting_id in meeting_ids:
        connection.execute(
            "UPDATE meeting SET previous_meeting_id = NULL WHERE previous_meeting_id = ?", (meeting_id,)
        )
        for table in tables:
            connection.execute(f"DELETE FROM {table} WHERE meeting_id = ?", (meeting_id,))
        connection.execute("DELETE FROM meeting WHERE id = ?", (meeting_id,))
        # What was written into it meanwhile.
        connection.execute("DELETE FROM change WHERE meeting_id = ?", (meeting_id,))
    connection.execute("UPDATE search_state SET change_id = (SELECT coalesce(max(id), 0) FROM change)")


def _tables(connection: Connection) -> list[str]:
    """The tables with something of a meeting, beside its own."""
    found = connection.rows(
        "SELECT m.name FROM sqlite_master AS m, pragma_table_info(m.name) AS p"
        " WHERE m.type = 'table' AND p.name = 'meeting_id'"
    )
    return [name for (name,) in found]
