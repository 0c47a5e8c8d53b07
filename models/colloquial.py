"""Spoken words that do not belong in minutes (避免口语化表述), and what is written instead.

The table beside this module holds only words that are hardly ever right in written Chinese. What stands inside
quotation marks is somebody's own wording and is left alone, and so is a match inside a longer word of the `except`
column or inside a name. Nothing is changed here: the words are found, and their written forms offered.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from models.i18n import _

_TABLE = Path(__file__).with_suffix(".csv")
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|「[^」]*」|《[^》]*》|\"[^\"]*\"")
_DELETE = "-"
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Colloquialism:
    """One row of the table: words of the same use, how they are written, and where they do not count."""

    words: tuple[str, ...]
    written: tuple[str, ...]
    """Written forms; "" leaves the word out, {department} is the one that speaks; none where only people know."""
    advice: str
    exceptions: re.Pattern[str] | None
    decisions_only: bool
    """Wrong only in a resolution or an action, where a promise needs a date or a measure."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A spoken word found in a text."""

    word: str
    start: int
    written: tuple[str, ...]
    advice: str

    def replaced(self, text: str, written: str) -> str:
        """The text with this one word in its written form; a sign that then stands alone at the start goes too."""
        after = text[self.start + len(self.word) :]
        before = text[: self.start]
        if not written and (not before or before[-1] in "，,、；;。"):
            after = after.lstrip("，,、 ")
        return before + written + after


def find(
    text: str, *, decision: bool = False, department: str = "", names: Iterable[str] = ()
) -> list[Spoken]:
    """The spoken words of a text in their order, each word once; `decision` looks for vague promises too."""
    found = [(row, word, start) for row, word, start in _matches(text) if decision or not row.decisions_only]
    if not found:
        return []
    protected = _protected(text, names)
    spoken: dict[str, Spoken] = {}
    for row, word, start in found:
        if word not in spoken and not _within(protected, start, start + len(word)):
            spoken[word] = Spoken(word, start, _forms(row, department), row.advice)
    return list(spoken.values())


def form_label(spoken: Spoken, form: str) -> str:
    """What taking a written form does, in words."""
    if not form:
        return _("leave “{word}” out").format(word=spoken.word)
    return _("“{word}” -> “{written}”").format(word=spoken.word, written=form)


def advice_label(advice: str) -> str:
    """What a writer is told where no other word will do."""
    return {
        "statement": _("say it as a statement"),
        "date": _("give a date"),
        "figure": _("give a figure"),
        "standard": _("say what will be checked"),
        "list": _("name at least two"),
    }.get(advice, "")


@lru_cache(maxsize=1)
def table() -> tuple[Colloquialism, ...]:
    """The whole table, read once."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(_row(row) for row in csv.DictReader(file))


def _row(row: dict[str, str]) -> Colloquialism:
    forms = row["written"].split("／") if row["written"] else []
    return Colloquialism(
        words=tuple(row["words"].split("、")),
        written=tuple("" if form == _DELETE else form for form in forms),
        advice=row["advice"],
        exceptions=re.compile(row["except"]) if row["except"] else None,
        decisions_only=row["scope"] == "decision",
    )


@lru_cache(maxsize=1)
def _pattern() -> tuple[re.Pattern[str], dict[str, Colloquialism]]:
    rows = {word: row for row in table() for word in row.words}
    longest_first = sorted(rows, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), rows


@lru_cache(maxsize=8192)
def _matches(text: str) -> tuple[tuple[Colloquialism, str, int], ...]:
    """Every match in a text that no exception of its row covers; kept, since a meeting is looked over often."""
    pattern, rows = _pattern()
    found = [(rows[match[0]], match[0], match.start()) for match in pattern.finditer(text)]
    return tuple(hit for hit in found if not _excepted(text, *hit))


def _excepted(text: str, row: Colloquialism, word: str, start: int) -> bool:
    if row.exceptions is None:
        return False
    ranges = [match.span() for match in row.exceptions.finditer(text)]
    return _within(ranges, start, start + len(word))


def _protected(text: str, names: Iterable[str]) -> list[Range]:
    """The ranges of quotations, and of people's and departments' names (王总 in 王总是组长)."""
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    return quoted + [span for name in names if name for span in _occurrences(text, name)]


def _occurrences(text: str, word: str) -> Iterator[Range]:
    start = text.find(word)
    while start >= 0:
        yield start, start + len(word)
        start = text.find(word, start + 1)


def _within(ranges: list[Range], start: int, end: int) -> bool:
    """Whether the piece of text overlaps one of the ranges."""
    return any(first < end and start < last for first, last in ranges)


def _forms(row: Colloquialism, department: str) -> tuple[str, ...]:
    forms = (form.format(department=department) for form in row.written if department or "{" not in form)
    return tuple(forms)
