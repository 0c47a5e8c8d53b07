"""Fields of the file's objects: each says in one place under which name a column is written, and how it is read.

A field that holds other rows (the departments of a dispute, the materials of a meeting) reads those instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from models.interchange.names import Names, person_reference, reference_anywhere
from models.interchange.node import Node
from models.interchange.places import Places
from models.meeting import Department, Link, Numbered, Row
from models.minutes import Minutes

Json = dict[str, Any]
Columns = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """What one object of a file may refer to: the places and the names of all others."""

    places: Places
    names: Names


def _no_columns(_node: Node, _known: Known) -> Columns:
    return {}


def _no_rows(_node: Node, _known: Known, _row: Row) -> list[Row]:
    return []


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an object."""

    name: str
    write: Callable[[Minutes, Any], Any]
    read: Callable[[Node, Known], Columns] = _no_columns
    rows: Callable[[Node, Known, Row], list[Row]] = _no_rows
    """The rows it holds that belong to the object's own."""


def write(fields: Iterable[Field], minutes: Minutes, row: Row) -> Json:
    """A row as the fields of its object, in their order."""
    return {field.name: field.write(minutes, row) for field in fields}


def columns(fields: Iterable[Field], node: Node, known: Known) -> dict[str, Any]:
    """What an object says of the columns of its row."""
    return {name: value for field in fields for name, value in field.read(node, known).items()}


def rows(fields: Iterable[Field], node: Node, known: Known, row: Row) -> list[Row]:
    """The rows that belong to an object's own."""
    return [one for field in fields for one in field.rows(node, known, row)]


# -- fields by what they hold ----------------------------------------------------------------------------------


def words(name: str) -> Field:
    """A text that is always written."""
    return Field(name, lambda _, row: getattr(row, name), lambda node, _: {name: node.text(name)})


def required(name: str) -> Field:
    """A text without which an object is refused."""
    return Field(name, lambda _, row: getattr(row, name), lambda node, _: {name: node.required(name)})


def text(name: str) -> Field:
    """A text, null where it is empty."""
    return Field(name, lambda _, row: getattr(row, name) or None, lambda node, _: {name: node.text(name)})


def texts(*names: str) -> tuple[Field, ...]:
    """Several such texts."""
    return tuple(map(text, names))


def listed(name: str) -> Field:
    """A list of texts, which the row holds with 、 between them."""
    return Field(
        name,
        lambda _, row: [part for part in getattr(row, name).split("、") if part],
        lambda node, _: {name: "、".join(node.texts(name))},
    )


def figure(name: str) -> Field:
    """A whole number."""
    return Field(name, lambda _, row: getattr(row, name), lambda node, _: {name: node.number(name)})


def flag(name: str) -> Field:
    """True or false."""
    return Field(name, lambda _, row: getattr(row, name), lambda node, _: {name: node.flag(name)})


def choice(name: str, allowed: type[StrEnum], usual: str) -> Field:
    """One of the values of a vocabulary; the usual one where the file is silent."""
    return Field(
        name,
        lambda _, row: getattr(row, name),
        lambda node, _: {name: node.choice(name, [*allowed], usual)},
    )


def choice_or_none(name: str, allowed: type[StrEnum]) -> Field:
    """One of the values of a vocabulary, null where there is none."""
    return Field(
        name,
        lambda _, row: getattr(row, name) if getattr(row, name) in [*allowed] else None,
        lambda node, _: {name: node.choice(name, [*allowed], "") if node.text(name) else ""},
    )


def time(name: str) -> Field:
    """A local time without seconds."""
    return Field(name, lambda _, row: minute(getattr(row, name)), lambda node, _: {name: node.time(name)})


def minute(value: str | None) -> str | None:
    """A time without its seconds."""
    return value[:16] if value else None


def day(name: str) -> Field:
    """A date, perhaps with a time."""
    return Field(name, lambda _, row: getattr(row, name), lambda node, _: {name: node.day(name)})


def department(name: str) -> Field:
    """A department by its name; the row holds its id."""
    column = f"{name}_id"
    return Field(
        name,
        lambda minutes, row: minutes.department_name(getattr(row, column)) or None,
        lambda node, known: {column: known.names.department(node, name)},
    )


def person(name: str, within: str) -> Field:
    """A person by name, of the department another field names where that has one of this name."""
    column = f"{name}_id"
    return Field(
        name,
        lambda minutes, row: person_reference(minutes, getattr(row, column)),
        lambda node, known: {
            column: known.names.person(node, name, known.names.department(node, within)),
        },
    )


def tied(name: str, link: type[Link]) -> Field:
    """Departments or people by their names, each tied to the row by a row of its own."""

    def linked(node: Node, known: Known, row: Row) -> list[Row]:
        departments = link.of is Department
        found = (
            known.names.department_list(node, name) if departments else known.names.people_list(node, name)
        )
        column = f"{link.of.table}_id"
        return [link(**known.places.fresh(), **{link.owner: row.id, column: one}) for one in found]

    def called(minutes: Minutes, row: Row) -> list[str]:
        found = minutes.linked(link, row.id)
        return [
            one.name if isinstance(one, Department) else reference_anywhere(minutes, one) for one in found
        ]

    return Field(name, called, rows=linked)


def number() -> Field:
    """The number of an entry with its letter: A3."""
    return Field("number", lambda _, row: row.code, lambda node, known: {"number": known.places.number(node)})


def code(name: str, kind: type[Numbered]) -> Field:
    """The number of another entry, whose id the row holds."""

    def written(minutes: Minutes, row: Any) -> str | None:
        found = minutes.get(kind, getattr(row, name))
        return found.code if found else None

    return Field(name, written, lambda node, known: {name: known.places.numbered(node, name, kind.letter)})
