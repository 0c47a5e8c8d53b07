"""The rows of a table somebody exported, whatever sign parts its columns and whatever stands above its headings."""

from __future__ import annotations

import csv
import re

from models.i18n import _
from models.organisation.columns import columns as known_columns
from models.organisation.columns import meaning

_SIGNS = (",", "\t", ";", "，", "；", "|", "｜", "/")
_HINT = re.compile(r"sep=(.)\s*")
_TOP = 8
"""So many lines may stand above the headings."""

Columns = dict[str, int]
"""The place of each column that is wanted."""


def read_table(text: str) -> tuple[Columns, list[tuple[int, list[str]]]]:
    """The wanted columns, and the rows below the headings with their lines (from 1); ValueError says what is wrong."""
    lines = text.lstrip("\ufeff").split("\n")
    sign, above = _sign(lines)
    rows = _rows(lines, sign, above)
    for place, (_line, row) in enumerate(rows[:_TOP]):
        columns = _columns(row)
        if _are_headings(columns):
            return columns, rows[place + 1 :]
    wanted = ", ".join(
        known_columns()[name][0] for name in ("department", "name", "title", "head", "order", "email")
    )
    words = _("no row of column names was found; wanted are columns such as {names}")
    raise ValueError(words.format(names=wanted))


def _sign(lines: list[str]) -> tuple[str, int]:
    """The sign that parts the columns, by the row in which it parts most headings, and the lines to pass over."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    hint = _HINT.fullmatch(lines[first]) if lines else None
    if hint is not None:
        return hint[1], first + 1
    top = lines[: first + _TOP]
    best = max(_SIGNS, key=lambda sign: max((_headings_in(line, sign) for line in top), default=0))
    return best, first


def _headings_in(line: str, sign: str) -> int:
    return len(_columns([cell.strip().strip('"') for cell in line.split(sign)]))


def _columns(row: list[str]) -> Columns:
    columns: Columns = {}
    for at, heading in enumerate(row):
        if (name := meaning(heading)) is not None:
            columns.setdefault(name, at)
    return columns


def _are_headings(columns: Columns) -> bool:
    return len(columns) > 1 and bool(columns.keys() & {"department", "name", "full_name"})


def _rows(lines: list[str], sign: str, above: int) -> list[tuple[int, list[str]]]:
    """The rows that hold anything, with the lines they begin in; a quotation mark that is never closed is refused."""
    reader = csv.reader((line + "\n" for line in lines[above:]), delimiter=sign, strict=True)
    rows: list[tuple[int, list[str]]] = []
    begins = above + 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return rows
        except csv.Error as error:
            raise ValueError(_unclosed(begins)) from error
        if any(_runs_over(cell, sign) for cell in row):
            raise ValueError(_unclosed(begins))
        if any(cell.strip() for cell in row):
            rows.append((begins, row))
        begins = above + reader.line_num + 1


def _runs_over(cell: str, sign: str) -> bool:
    """Whether a cell has swallowed the row below it: a further line with columns of its own."""
    return any(sign in line for line in cell.strip().split("\n")[1:])


def _unclosed(line: int) -> str:
    return _("line {line}: a quotation mark is not closed").format(line=line)
