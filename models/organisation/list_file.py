"""A company's list as people export it: a table with a heading row, in any order, with more columns than are wanted.

Spreadsheets leave a department's name only in the first of its rows, some lists have a row for the department
itself, and the head is either ticked in each row or named in it; all of these are taken.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from models.i18n import _
from models.organisation.columns import columns as known_columns
from models.organisation.columns import meaning
from models.organisation.company import CompanyDepartment, CompanyPerson, Organisation, spoken
from models.text import clean, fold

_SIGNS = (",", "\t", ";", "，", "|")
_LIST = re.compile(r"[、，,;；/|]+")
_YES = frozenset(
    ("是", "对", "yes", "y", "true", "t", "1", "x", "√", "✓", "✔", "v", "负责人", "部门负责人", "head")
)
_NO = frozenset(("", "否", "不是", "无", "no", "n", "false", "f", "0", "-", "—", "×", "✗", "成员", "member"))
_FIGURE = re.compile(r"\d+")


@dataclass
class _Found:
    """A department as far as it was read."""

    place: float
    order: int | None = None
    aliases: dict[str, None] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    people: dict[str, tuple[float, int, CompanyPerson]] = field(default_factory=dict)


def read_organisation(text: str) -> Organisation:
    """The list in a text with separated columns; ValueError says in one line why it is none."""
    rows = _rows(text)
    place, columns = _headings(rows)
    found: dict[str, _Found] = {}
    above = ""
    for number, row in enumerate(rows[place + 1 :]):
        cells = {name: clean(row[at]).strip() for name, at in columns.items() if at < len(row)}
        # A merged cell of a spreadsheet: the name stands only in its first row.
        above = cells.get("department") or above
        if above or cells.get("name") or cells.get("full_name"):
            _take(found.setdefault(above, _Found(len(found))), above, cells, number)
    if not any(one.people for one in found.values()) and not any(found):
        raise ValueError(_("there is no department or person in it"))
    return _organisation(found)


def _rows(text: str) -> list[list[str]]:
    first = next((line for line in text.lstrip("\ufeff").splitlines() if line.strip()), "")
    sign = max(_SIGNS, key=lambda s: sum(meaning(word) is not None for word in first.split(s)))
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=sign)
    try:
        return [row for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise ValueError(str(error)) from error


def _headings(rows: list[list[str]]) -> tuple[int, dict[str, int]]:
    """The row of headings, among the first few, and the place of each wanted column."""
    for place, row in enumerate(rows[:5]):
        columns: dict[str, int] = {}
        for at, heading in enumerate(row):
            if (name := meaning(heading)) is not None:
                columns.setdefault(name, at)
        if len(columns) > 1 and columns.keys() & {"department", "name", "full_name"}:
            return place, columns
    wanted = ", ".join(
        known_columns()[name][0] for name in ("department", "name", "title", "head", "order", "email")
    )
    words = _("no row of column names was found; wanted are columns such as {names}")
    raise ValueError(words.format(names=wanted))


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
        key = person.full_name or person.name
        found.people[key] = (order if order is not None else float("inf"), number, person)


def _person(department: str, name: str, cells: dict[str, str], head: bool) -> CompanyPerson:
    full = cells.get("full_name", "")
    return CompanyPerson(
        0,
        department,
        name,
        full if full != name else "",
        cells.get("title", ""),
        head,
        tuple(_listed(cells.get("aliases", ""))),
        fold(cells.get("email", "")),
    )


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
        own = [order for order, _number, _person in one.people.values()]
        return (one.order if one.order is not None else min(own, default=float("inf")), one.place)

    ordered = sorted(found.items(), key=lambda item: order(item[1]))
    named = [(name, one) for name, one in ordered if name]
    departments = [CompanyDepartment(n, name, tuple(one.aliases)) for n, (name, one) in enumerate(named, 1)]
    people: list[CompanyPerson] = []
    for _name, one in ordered:
        listed = [person for *_, person in sorted(one.people.values(), key=lambda item: item[:2])]
        for person in spoken([_headed(p, one.heads) for p in listed]):
            people.append(replace(person, place=len(people) + 1))
    return Organisation(tuple(departments), tuple(people))


def _headed(person: CompanyPerson, heads: set[str]) -> CompanyPerson:
    """The person, as the head where a row names them as that."""
    named = person.name in heads or (bool(person.full_name) and person.full_name in heads)
    return replace(person, head=True) if named else person
