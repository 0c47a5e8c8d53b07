"""A table of names: whom each word names, and where in a running text one stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from models import spoken
from models.names import runs_on


@dataclass(frozen=True, slots=True)
class Named:
    """One department, or one person with the department; a guest has none."""

    department: str | None
    person: str | None = None
    number: str = ""
    """4 for a department, 4.2 for its second person; empty where the meeting gives none."""
    attendance: str = "unknown"
    codes: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Department and person as they are written together: 市场部李经理."""
        gap = " " if self.person and (self.department or "")[-1:].isascii() and self.department else ""
        return f"{self.department or ''}{gap}{self.person or ''}"


class Fit(NamedTuple):
    """Whom the words up to `end` name; of one who is not `sure` it is only likely, so that he is offered."""

    end: int
    who: tuple[Named, ...]
    sure: bool = True


Table = dict[str, tuple[Named, ...]]


class Index:
    """Words to whom they name: an exact name wins over what else somebody is called."""

    def __init__(self) -> None:
        self._exact: dict[str, list[Named]] = {}
        self._other: dict[str, list[Named]] = {}

    def add(self, word: str, who: Named, exact: bool = True) -> None:
        for key in spoken.keys(word):
            found = (self._exact if exact else self._other).setdefault(key, [])
            if who not in found:
                found.append(who)

    def done(self) -> Table:
        return {key: tuple(who) for key, who in (self._other | self._exact).items()}


class Names:
    """A table of names and, for each character one begins with, how long those are, longest first."""

    def __init__(self, table: Table) -> None:
        self.table = table
        lengths: dict[str, set[int]] = {}
        for name in table:
            lengths.setdefault(name[0], set()).add(len(name))
        self._lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}

    def at(self, low: str, pos: int) -> Fit | None:
        """The longest name at `pos` that is not part of a longer word."""
        for length in self._lengths.get(low[pos : pos + 1], ()):
            who = self.table.get(low[pos : pos + length]) if pos + length <= len(low) else None
            if who is not None and _stands(low, pos, pos + length):
                return Fit(pos + length, who)
        return None


NOBODY = Names({})


def _stands(low: str, pos: int, end: int) -> bool:
    """Whether the name is not just part of a longer word, Latin or Chinese."""
    if end < len(low) and _latin(low[end - 1]) and _goes_on(low, end):
        return False
    if pos and _latin(low[pos]) and _latin(low[pos - 1]):
        return False
    return not runs_on(low, end)


def _goes_on(low: str, end: int) -> bool:
    """Whether a Latin word is longer than this: Anne-Marie, but Tom's."""
    behind = low[end + 1 : end + 2]
    if low[end] == "-":
        return behind.isalpha()
    if low[end] in "'’":
        return behind.isalpha() and (behind != "s" or low[end + 2 : end + 3].isalpha())
    return _latin(low[end])


def _latin(char: str) -> bool:
    return char.isalnum() and (char.isascii() or "\u00c0" <= char <= "\u024f")
