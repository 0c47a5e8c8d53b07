"""What the file says of itself, read past its write-ahead log and without any lock.

While a checkpoint is under way the file holds pages of several moments, and any of this may be missing or make no
sense. What is read as an id or a count is one nevertheless: ids have a form of their own, a count has a name beside it.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Content:
    """What a file says of itself, as far as it does."""

    file_id: str | None
    """None in a file of an older schema."""
    changes: int | None
    """How many changes were ever logged; it never falls, whatever is deleted. None before the first."""
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
        return Content(None, None, None)
    (file_id,) = connection.execute("SELECT id FROM file").fetchone() or ("",)
    (changes,) = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'change'").fetchone() or (
        None,
    )
    last = connection.execute("SELECT id, meeting_id, row_id FROM change ORDER BY id DESC LIMIT 1").fetchone()
    return Content(file_id if re.fullmatch("[0-9a-f]{16}", str(file_id)) else None, changes, last)


def is_another(found: Content, file_id: str | None, changes: int) -> bool:
    """Whether this is surely not the file of this id, which was seen to hold so many changes."""
    return found.file_id not in (None, file_id) or (found.changes is not None and found.changes < changes)


def change(connection: sqlite3.Connection, number: int) -> tuple[Any, ...] | None:
    """A change by its number, as `Content.last` has it."""
    found = connection.execute("SELECT id, meeting_id, row_id FROM change WHERE id = ?", (number,)).fetchone()
    return None if found is None else tuple(found)
