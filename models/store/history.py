"""What the log tells: the story of a row, the lines as typed, and a copy of it all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.store.connection import Connection
from models.store.errors import ReadOnlyStore, translated
from models.store.rows import image_dict


@dataclass(frozen=True, slots=True)
class RowChange:
    """One change of a row; an empty mapping stands for no row."""

    at: str | None
    """None if it was written from outside jiyao."""
    label: str
    window: str
    kind: str
    table: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was typed."""

    id: str
    step_id: int
    at: str
    text: str


def of_row(connection: Connection, row_id: str) -> list[RowChange]:
    """The changes of a row, oldest first."""
    return [
        RowChange(at, label or "", window or "", kind or "", table, image_dict(before), image_dict(after))
        for at, label, window, kind, table, before, after in connection.rows(
            'SELECT s.at, s.label, s."window", s.kind, c."table", c.before, c.after FROM change AS c'
            " LEFT JOIN step AS s ON s.id = c.step_id WHERE c.row_id = ? ORDER BY c.id",
            (row_id,),
        )
    ]


def lines(connection: Connection, meeting_id: str) -> list[Line]:
    """The lines of a meeting, oldest first."""
    return [
        Line(*row)
        for row in connection.rows(
            "SELECT id, step_id, at, text FROM line WHERE meeting_id = ? ORDER BY rowid", (meeting_id,)
        )
    ]


def line(connection: Connection, line_id: str | None) -> str | None:
    """The text of one line."""
    found = connection.value("SELECT text FROM line WHERE id = ?", (line_id,))
    return None if found is None else str(found)


def copy(connection: Connection, target: Path) -> None:
    """Writes a copy that appears under its name only when it is complete."""
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        connection.execute("VACUUM INTO ?", (str(unfinished),))
        unfinished.replace(target)
    except PermissionError as error:
        raise ReadOnlyStore(target) from error
    except OSError as error:
        raise translated(sqlite3.OperationalError(error.strerror or str(error)), target) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
