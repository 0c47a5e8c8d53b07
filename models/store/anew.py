"""Everything to a new file, when the one that was opened is gone: all of it where it can be read, else from memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from models.meeting import TABLES, Meeting, Row
from models.minutes import Minutes
from models.store.connection import Connection
from models.store.copies import copy_to
from models.store.errors import StoreError
from models.store.files import open_file
from models.store.log import Log
from models.store.rows import load


def write_anew(old: Connection, target: Path, minutes: Minutes | None, at: str) -> None:
    """Writes a new file: a copy of the old one that holds the meeting as it stands in memory, else the meeting alone.

    A moved or deleted file can still be read through the connection that has it open; one that something else was
    written into cannot, or not as it was.
    """
    with suppress(StoreError):
        copy_to(old, target)
        if _holds(target, minutes):
            return
    if minutes is None:
        old.check_place()
    target.unlink(missing_ok=True)
    with closing(open_file(target)) as new:
        if minutes is not None:
            rows = [row for row in _standing_alone(new, minutes) if not isinstance(row, Meeting)]
            Log(new, lambda: at, {}).create(replace(minutes.meeting, previous_meeting_id=None), rows, "")


def _holds(path: Path, minutes: Minutes | None) -> bool:
    """Whether a copy is sound and holds the meeting as it stands."""
    with closing(Connection(path)) as copy:
        if copy.value("PRAGMA quick_check") != "ok":
            return False
        return minutes is None or _rows(load(copy, minutes.meeting.id)) == _rows(minutes)


def _rows(minutes: Minutes) -> dict[str, Row]:
    return {row.id: row for kind in TABLES for row in minutes.all(kind)}


def _standing_alone(connection: Connection, minutes: Minutes) -> Iterator[Row]:
    """The rows without what they refer to outside the meeting: lines as typed, an earlier meeting."""
    known = _rows(minutes)
    for row in known.values():
        columns = connection.rows('SELECT "from" FROM pragma_foreign_key_list(?)', (row.table,))
        strange: dict[str, Any] = {name: None for (name,) in columns if getattr(row, name) not in known}
        yield replace(row, **strange)
