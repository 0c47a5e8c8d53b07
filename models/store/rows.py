"""A meeting out of the file, whole or what has changed of it, and its rows between tables, log and dataclasses."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, TypeVar

from models.iso import sound
from models.meeting import TABLES, Meeting, Row
from models.minutes import Minutes
from models.store.connection import Connection, safe
from models.store.errors import NoSuchMeeting

R = TypeVar("R", bound=Row)

KINDS: dict[str, type[Row]] = {kind.table: kind for kind in TABLES}


def load(connection: Connection, meeting_id: str) -> Minutes:
    """The whole meeting; NoSuchMeeting if there is none."""
    minutes = Minutes(row for kind in TABLES for row in _stored(connection, kind, meeting_id))
    if not minutes.all(Meeting):
        raise NoSuchMeeting(reference=meeting_id)
    return minutes


def _stored(connection: Connection, kind: type[Row], meeting_id: str) -> list[Row]:
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


# -- rows and classes ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shape:
    """How a class of rows stands in its table."""

    columns: tuple[str, ...]
    flags: frozenset[str]
    """Columns that hold yes or no."""
    moments: tuple[str, ...]
    """Columns that hold a date or a time, or nothing."""
    insert: str
    update: str


def shape(kind: type[Row]) -> Shape:
    """The shape of a class of rows; a meeting's own id is not kept twice."""
    return _shape(kind.table)


@cache
def _shape(table: str) -> Shape:
    kind = KINDS[table]
    names = [f.name for f in fields(kind) if not (kind is Meeting and f.name == "meeting_id")]
    changing = ", ".join(f"{name} = ?" for name in names if name != "id")
    return Shape(
        columns=tuple(names),
        # Annotations are kept as written: "bool".
        flags=frozenset(f.name for f in fields(kind) if f.type == "bool"),
        moments=tuple(f.name for f in fields(kind) if f.type == "str | None" and _is_moment(f.name)),
        insert=f"INSERT INTO {kind.table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
        update=f"UPDATE {kind.table} SET {changing} WHERE id = ?",
    )


def _is_moment(name: str) -> bool:
    return name.endswith("_at") or name in ("at", "due", "due_before", "effective", "revisit")


def values(row: Row, columns: Iterable[str]) -> list[Any]:
    """The row's values in the order of the columns."""
    return [safe(getattr(row, column)) for column in columns]


def from_table(kind: type[R], found: Iterable[Sequence[Any]]) -> list[R]:
    """The rows for what `SELECT` of all columns of the shape gave."""
    columns = shape(kind).columns
    return [_row(kind, dict(zip(columns, one, strict=True))) for one in found]


def from_image(table: str, image: str) -> Row:
    """The row of an image in the log; columns that are no more are passed over, later ones have their defaults."""
    kind = KINDS[table]
    data = json.loads(image)
    return _row(kind, {name: data[name] for name in shape(kind).columns if name in data})


def _row(kind: type[R], data: dict[str, Any]) -> R:
    for flag in shape(kind).flags:
        if flag in data:
            data[flag] = bool(data[flag])
    for name in shape(kind).moments:
        # Written from outside it may be anything, and whoever reads a row counts on it.
        if data.get(name) is not None:
            data[name] = sound(data[name])
    if kind is Meeting:
        data["meeting_id"] = data["id"]
    return kind(**data)


def image_dict(image: str | None) -> Mapping[str, Any]:
    """An image as a mapping; nothing where there was no row."""
    return json.loads(image) if image else {}
