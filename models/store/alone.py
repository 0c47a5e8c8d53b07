"""What the file says of itself, read past its write-ahead log and without any lock."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Content:
    """What the file alone, without its write-ahead log, says of itself."""

    file_id: str | None
    """None in a file of an older schema."""
    changes: int
    """How many changes were ever logged; it never falls, whatever is deleted."""
    last: tuple[Any, ...] | None
    """The last change that stands in the log: its number, meeting and row."""


def content(path: Path) -> Content:
    """Reads the file alone, takes no lock and leaves none; sqlite3.Error if it is broken or being written."""
    if not path.stat().st_size:
        raise sqlite3.DatabaseError("0 B")
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as alone:
        return content_of(alone)


def content_of(connection: sqlite3.Connection) -> Content:
    """The same as a connection sees it, log and all."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not {"file", "change"} <= tables:
        return Content(None, 0, None)
    (file_id,) = connection.execute("SELECT id FROM file").fetchone() or (None,)
    (changes,) = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'change'").fetchone() or (
        0,
    )
    last = connection.execute("SELECT id, meeting_id, row_id FROM change ORDER BY id DESC LIMIT 1").fetchone()
    return Content(file_id, changes, last)


def change(connection: sqlite3.Connection, number: int) -> tuple[Any, ...] | None:
    """A change by its number, as `Content.last` has it."""
    found = connection.execute("SELECT id, meeting_id, row_id FROM change WHERE id = ?", (number,)).fetchone()
    return None if found is None else tuple(found)
