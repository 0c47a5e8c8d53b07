"""Whom a word names: the departments and people of one meeting, by every form people write them in.

A word that fits two is never decided here: all of them come back, and the caller offers them. Everything is worked
out once, when the roster is built, because the capture bar asks on every key.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from models.names import called, codes_of, runs_on, stem, surname_and_title
from models.text import fold_lower

__all__ = ["Department", "Named", "Person", "Roster", "codes_of"]

Department = tuple[int, str, tuple[str, ...], tuple[str, ...]]
"""Number, name, aliases, codes (pinyin spellings, see `models.names.codes_of`)."""
Person = tuple[str | None, int, str, str, str, tuple[str, ...], str]
"""Department's name or None, number, name, full name, title, codes, attendance."""


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
        return (self.department or "") + (self.person or "")


class _Index:
    """Names to whom they name: an exact name wins over what else somebody is called."""

    def __init__(self) -> None:
        self._exact: dict[str, list[Named]] = {}
        self._other: dict[str, list[Named]] = {}

    def add(self, word: str, who: Named, exact: bool = True) -> None:
        key = fold_lower(word.strip())
        found = (self._exact if exact else self._other).setdefault(key, []) if key else []
        if who not in found:
            found.append(who)

    def done(self) -> dict[str, tuple[Named, ...]]:
        return {key: tuple(who) for key, who in (self._other | self._exact).items()}


def _by_first(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """For each character a name begins with the lengths of those names, longest first."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[0], set()).add(len(name))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


class Roster:
    """The departments and people of a meeting, found by name; never changed once built."""

    def __init__(self) -> None:
        self.departments: tuple[Named, ...] = ()
        self.people: tuple[Named, ...] = ()
        self._names: dict[str, tuple[Named, ...]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._short: dict[str, tuple[Named, ...]] = {}
        self._short_lengths: dict[str, tuple[int, ...]] = {}
        self._within: dict[str | None, dict[str, tuple[Named, ...]]] = {}
        self._within_lengths: dict[str | None, dict[str, tuple[int, ...]]] = {}
        self._codes: dict[str, tuple[Named, ...]] = {}
        self._numbers: dict[str, Named] = {}
        self._beginnings: frozenset[str] = frozenset()
        self.company: Roster | None = None
        """The company's list, asked where nobody of the meeting fits; those it gives have no number."""

    @classmethod
    def build(
        cls,
        departments: Iterable[Department] = (),
        people: Iterable[Person] = (),
        company: Roster | None = None,
    ) -> Roster:
        """A roster from plain data; codes may be missing, then names are found by their characters alone."""
        made = cls()
        made.company = company
        names, short, codes = _Index(), _Index(), _Index()
        numbers = made._add_departments(departments, names, short, codes)
        made._add_people(people, numbers, names, short, codes)
        made._names, made._short, made._codes = names.done(), short.done(), codes.done()
        made._short = {word: who for word, who in made._short.items() if word not in made._names}
        made._lengths, made._short_lengths = _by_first(made._names), _by_first(made._short)
        made._numbers = {who.number: who for who in (*made.departments, *made.people) if who.number}
        written = {
            fold_lower(name)
            for who in (*made.departments, *made.people)
            for name in (who.person, who.label)
            if name
        }
        made._beginnings = frozenset(name[:end] for name in written for end in range(1, len(name) + 1))
        return made

    def _add_departments(
        self, departments: Iterable[Department], names: _Index, short: _Index, codes: _Index
    ) -> dict[str, int]:
        found = []
        for number, name, aliases, spelt in departments:
            who = Named(name, None, str(number or ""), codes=spelt)
            found.append(who)
            names.add(name, who)
            for alias in aliases:
                # An alias as short as 市场 is no safer inside a text than the name without its ending.
                (names if len(alias) > 2 or alias.isascii() else short).add(alias, who)
            if cut := stem(name):
                short.add(cut, who, exact=False)
            for code in spelt:
                codes.add(code, who)
        self.departments = tuple(found)
        return {who.department or "": int(who.number) for who in found if who.number}

    def _add_people(
        self, people: Iterable[Person], numbers: dict[str, int], names: _Index, short: _Index, codes: _Index
    ) -> None:
        found = []
        within: dict[str | None, _Index] = {}
        for department, number, name, full_name, title, spelt, attendance in people:
            place = f"{numbers[department]}.{number}" if department in numbers else ""
            who = Named(department, name, place, attendance, spelt)
            found.append(who)
            own = within.setdefault(department, _Index())
            for index in (names, own):
                index.add(name, who)
                for word in called(name, full_name, title):
                    index.add(word, who, exact=word == full_name)
            if (parts := surname_and_title(name)) and not title:
                # 销售部总监 for 沈总监, where nobody else in 销售部 is one.
                own.add(parts[1], who, exact=False)
            _add_words(name, full_name, title, who, short, own)
            for code in spelt:
                codes.add(code, who)
        self.people = tuple(found)
        self._within = {department: index.done() for department, index in within.items()}
        self._within_lengths = {department: _by_first(index) for department, index in self._within.items()}

    def at(self, low: str, pos: int, short: bool = False) -> tuple[int, tuple[Named, ...]] | None:
        """The longest known name at `pos` of a folded lower-case text, with its end and whom it names.

        `short` takes names that are safe only where a name must stand: 市场 for 市场部, Li for Li Wei.
        """
        found = _longest(low, pos, self._names, self._lengths)
        if short:
            found = _further(found, _longest(low, pos, self._short, self._short_lengths))
        if self.company is None:
            return found
        other = self.company.at(low, pos, short)
        # The names of a whole company are too many to be looked for where anything may stand.
        if other is not None and not short and any(who.person for who in other[1]):
            return found
        return _further(found, other)

    def person(self, department: str | None, low: str, pos: int) -> tuple[int, tuple[Named, ...]] | None:
        """The longest known name at `pos` among the people of one department."""
        index = self._within.get(department)
        found = None if index is None else _longest(low, pos, index, self._within_lengths[department])
        return found if self.company is None else _further(found, self.company.person(department, low, pos))

    def by_number(self, number: str) -> Named | None:
        """Whom a number names: 4 a department, 4.2 its second person; None where there is none."""
        return self._numbers.get(number)

    def by_code(self, code: str) -> tuple[Named, ...]:
        """Everybody whose pinyin spelling is exactly this (scb, shichangbu, ljl)."""
        return self._codes.get(code) or (self.company.by_code(code) if self.company else ())

    def named(self, name: str) -> tuple[Named, ...]:
        """Everybody a whole word names."""
        key = fold_lower(name.strip())
        found = self._names.get(key) or self._short.get(key)
        return found or (self.company.named(name) if self.company else ())

    def beginning(self, word: str) -> tuple[Named, ...]:
        """The departments whose names begin with a word (人力 for 人力资源部)."""
        found = tuple(who for who in self.departments if (who.department or "").startswith(word))
        return found or (self.company.beginning(word) if self.company else ())

    @property
    def everybody(self) -> tuple[Named, ...]:
        """All departments and people a name may stand for, those of the meeting first."""
        own = (*self.departments, *self.people)
        return (*own, *self.outside) if self.company else own

    @cached_property
    def outside(self) -> tuple[Named, ...]:
        """The departments and people of the company that are not in the meeting."""
        if self.company is None:
            return ()
        here = {who.label for who in (*self.departments, *self.people)}
        return tuple(
            who for who in (*self.company.departments, *self.company.people) if who.label not in here
        )

    def begins(self, typed: str) -> bool:
        """Whether some department's or person's name, alone or both together, begins with what is typed."""
        return typed in self._beginnings

    def knows_department(self, name: str | None) -> bool:
        """Whether a department of exactly this name is in the meeting."""
        return any(who.department == name for who in self.departments)


def _add_words(name: str, full_name: str, title: str, who: Named, short: _Index, own: _Index) -> None:
    """A title alone names somebody within the department; one word of an English name where a name must stand."""
    if title:
        own.add(title, who, exact=False)
    for text in (name, full_name):
        if text.isascii() and " " in text.strip():
            for word in text.split():
                if len(word) > 1:
                    short.add(word, who, exact=False)
                    own.add(word, who, exact=False)


def _further(
    found: tuple[int, tuple[Named, ...]] | None, other: tuple[int, tuple[Named, ...]] | None
) -> tuple[int, tuple[Named, ...]] | None:
    """Whichever of two finds reaches further into the text; the first of equal ones."""
    return other if other is not None and (found is None or other[0] > found[0]) else found


def _longest(
    low: str, pos: int, names: dict[str, tuple[Named, ...]], lengths: dict[str, tuple[int, ...]]
) -> tuple[int, tuple[Named, ...]] | None:
    for length in lengths.get(low[pos : pos + 1], ()):
        who = names.get(low[pos : pos + length]) if pos + length <= len(low) else None
        if who is not None and _stands(low, pos, pos + length):
            return pos + length, who
    return None


def _stands(low: str, pos: int, end: int) -> bool:
    """Whether the name is not just part of a longer word, Latin or Chinese."""
    if end < len(low) and _latin(low[end - 1]) and _latin(low[end]):
        return False
    if pos and _latin(low[pos]) and _latin(low[pos - 1]):
        return False
    return not runs_on(low, end)


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
