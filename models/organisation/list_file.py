"""A company's list as people export it: a table with a heading row, in any order, with more columns than are wanted.

Spreadsheets leave a department's name only in the first of its rows, some lists have a row for the department
itself, and the head is either ticked in each row or named in it; all of these are taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from models.i18n import _
from models.name_words import TITLES
from models.organisation.company import CompanyDepartment, CompanyPerson, Organisation, told_apart
from models.organisation.departments import Departments
from models.organisation.table import read_table
from models.text import clean, fold, unpadded

_LIST = re.compile(r"[、，,;；/|]+")
_YES = frozenset(
    ("是", "对", "yes", "y", "true", "t", "1", "x", "√", "✓", "✔", "v", "负责人", "部门负责人", "head")
)
_NO = frozenset(("", "否", "不是", "无", "no", "n", "false", "f", "0", "-", "—", "×", "✗", "成员", "member"))
_FIGURE = re.compile(r"\d+")
_WITH_TITLE = re.compile(rf"(.{{2,}}?)\s*[(（]\s*(.*(?:{'|'.join(TITLES)}))\s*[)）]")
"""A name with the title in brackets behind it, where a list has no column for titles."""


@dataclass
class _Found:
    """A department as far as it was read."""

    place: float
    order: int | None = None
    aliases: dict[str, None] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    people: list[tuple[float, int, CompanyPerson]] = field(default_factory=list)


def read_organisation(text: str) -> Organisation:
    """The list in a text with separated columns; ValueError says in one line why it is none."""
    columns, rows = read_table(text)
    found: dict[str, _Found] = {}
    above = ""
    table: list[tuple[str, int, dict[str, str]]] = []
    for line, row in rows:
        cells = {name: clean(row[at]).strip() for name, at in columns.items() if at < len(row)}
        # A merged cell of a spreadsheet: the name stands only in its first row.
        above = cells.get("department") or above
        if above or cells.get("name") or cells.get("full_name"):
            table.append((above, line, cells))
    departments = Departments(cell for cell, _line, _cells in table)
    for cell, line, cells in table:
        for name in departments.named(cell):
            _take(found.setdefault(name, _Found(len(found))), name, cells, line)
    if not any(one.people for one in found.values()) and not any(found):
        raise ValueError(_("there is no department or person in it"))
    return _organisation(found)


def _take(found: _Found, department: str, cells: dict[str, str], number: int) -> None:
    order = _figure(cells.get("order", ""))
    own = _figure(cells.get("department_order", ""))
    for alias in _listed(cells.get("department_aliases", "")):
        found.aliases.setdefault(alias)
    name = cells.get("name") or cells.get("full_name") or ""
    if not name:
        own = order if own is None else own
        for alias in _listed(cells.get("aliases", "")):
            found.aliases.setdefault(alias)
    if own is not None and (found.order is None or own < found.order):
        found.order = own
    head, named = _head(cells.get("head", ""))
    if named:
        found.heads.add(named)
    if name:
        person = _person(department, name, cells, head)
        same = next((one for one in found.people if _is_same(one[2], person)), None)
        if same is not None:
            found.people.remove(same)
        found.people.append((order if order is not None else float("inf"), number, person))


def _is_same(one: CompanyPerson, other: CompanyPerson) -> bool:
    """Whether two rows are of one person: of one name, and nothing that tells them apart."""
    return (one.full_name or one.name) == (other.full_name or other.name) and all(
        getattr(one, field) == getattr(other, field) or not (getattr(one, field) and getattr(other, field))
        for field in ("title", "email")
    )


def _person(department: str, name: str, cells: dict[str, str], head: bool) -> CompanyPerson:
    name, full = unpadded(name), unpadded(cells.get("full_name", ""))
    title, email = cells.get("title", ""), fold(cells.get("email", ""))
    if (match := _WITH_TITLE.fullmatch(name)) and not title:
        name, title = match[1], match[2]
    aliases = tuple(_listed(cells.get("aliases", "")))
    kept = email if "@" in email else ""
    return CompanyPerson(0, department, name, full if full != name else "", title, head, aliases, kept)


def _head(cell: str) -> tuple[bool, str]:
    """Whether the row is the head's own, and who is named as the head."""
    low = fold(cell).strip().lower()
    if low in _YES:
        return True, ""
    return False, "" if low in _NO else cell


def _listed(cell: str) -> Iterator[str]:
    return (word.strip() for word in _LIST.split(cell) if word.strip())


def _figure(cell: str) -> int | None:
    match = _FIGURE.search(fold(cell))
    return int(match[0][:9]) if match else None


def _organisation(found: dict[str, _Found]) -> Organisation:
    def order(one: _Found) -> tuple[float, float]:
        # People numbered through the whole company order their departments as well.
        own = [order for order, _number, _person in one.people]
        return (one.order if one.order is not None else min(own, default=float("inf")), one.place)

    ordered = sorted(found.items(), key=lambda item: order(item[1]))
    named = [(name, one) for name, one in ordered if name]
    departments = [CompanyDepartment(n, name, tuple(one.aliases)) for n, (name, one) in enumerate(named, 1)]
    people: list[CompanyPerson] = []
    for _name, one in ordered:
        listed = [person for *_, person in sorted(one.people, key=lambda item: item[:2])]
        for person in told_apart([_headed(p, one.heads) for p in listed]):
            people.append(replace(person, place=len(people) + 1))
    return Organisation(tuple(departments), tuple(people))


def _headed(person: CompanyPerson, heads: set[str]) -> CompanyPerson:
    """The person, as the head where a row names them as that."""
    named = person.name in heads or (bool(person.full_name) and person.full_name in heads)
    return replace(person, head=True) if named else person
