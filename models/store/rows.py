"""Between the rows of the tables and the dataclasses of the meeting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, TypeVar

from models.meeting import TABLES, Meeting, Row

R = TypeVar("R", bound=Row)

KINDS: dict[str, type[Row]] = {kind.table: kind for kind in TABLES}
_LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Shape:
    """How a class of rows stands in its table."""

    columns: tuple[str, ...]
    flags: frozenset[str]
    """Columns that hold yes or no."""
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
        insert=f"INSERT INTO {kind.table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
        update=f"UPDATE {kind.table} SET {changing} WHERE id = ?",
    )


def safe(value: Any) -> Any:
    """The value as SQLite can hold it: lone halves of surrogate pairs become U+FFFD, huge figures the largest."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    elif isinstance(value, int):
        return max(-_LARGEST, min(_LARGEST, value))
    return value


def values(row: Row, columns: Iterable[str]) -> list[Any]:
    """The row's values in the order of the columns."""
    return [safe(getattr(row, column)) for column in columns]


def from_table(kind: type[R], found: Iterable[Sequence[Any]]) -> list[R]:
    """The rows for what `SELECT` of all columns of the shape gave."""
    columns = shape(kind).columns
    return [_row(kind, dict(zip(columns, one, strict=True))) for one in found]


def from_image(table: str, image: str) -> Row:
    """The row of an image in the log; columns that are no more are passed over, later ones have their defaults."""
    import json

    kind = KINDS[table]
    data = json.loads(image)
    return _row(kind, {name: data[name] for name in shape(kind).columns if name in data})


def _row(kind: type[R], data: dict[str, Any]) -> R:
    for flag in shape(kind).flags:
        if flag in data:
            data[flag] = bool(data[flag])
    if kind is Meeting:
        data["meeting_id"] = data["id"]
    return kind(**data)


def image_dict(image: str | None) -> Mapping[str, Any]:
    """An image as a mapping; nothing where there was no row."""
    import json

    return json.loads(image) if image else {}
