"""What the file says of itself, read past its write-ahead log and without any lock."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LAST_CHANGE = "SELECT id, meeting_id, row_id FROM change WHERE id <= ? ORDER BY id DESC LIMIT 1"
"""The last change up to one of this number."""


@dataclass(frozen=True, slots=True)
class Content:
    """What the file alone, without its write-ahead log, says of itself."""

    file_id: str | None
    """None in a file of an older schema."""
    last: tuple[Any, ...]
    """Its last change; empty before the first."""


def content(path: Path) -> Content:
    """Reads the file alone, takes no lock and leaves none; sqlite3.Error if it is broken or being written."""
    if not path.stat().st_size:
        raise sqlite3.DatabaseError("0 B")
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as alone:
        tables = {name for (name,) in alone.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        ids = alone.execute("SELECT id FROM file").fetchall() if "file" in tables else []
        last = alone.execute(LAST_CHANGE, (2**62,)).fetchone() if "change" in tables else None
    return Content(ids[0][0] if ids else None, last or ())
