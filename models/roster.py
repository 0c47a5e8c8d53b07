"""Whom a word names: the one resolver of departments and people, asked wherever a name can stand.

A word fits one, several or nobody. Where it fits several, or one only perhaps, it is never decided here: all of them
come back, and the caller offers them. What each is called stands in `models.spoken`; everything is worked out once,
when the roster is built, because the capture bar asks on every key.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from models import spoken
from models.name_table import NOBODY, Fit, Index, Named, Names, Table
from models.names import codes_of
from models.spoken import Address, Word
from models.text import fold_lower, name_key

__all__ = ["Department", "Fit", "Named", "Person", "Roster", "codes_of"]

Department = tuple[int, str, tuple[str, ...], tuple[str, ...]]
"""Number, name, aliases, codes (pinyin spellings, see `models.names.codes_of`)."""
Person = tuple[str | None, int, str, str, str, tuple[str, ...], str]
"""Department's name or None, number, name, full name, title, codes, attendance."""


_MOST_BEFORE = 2
"""So many characters of a name may stand before what looks like a day in it."""
_MOST_KEPT = 2000
"""So many answers are kept: the bar asks for the same words at each key."""


class Roster:
    """The departments and people of a meeting, found by name; never changed once built."""

    def __init__(self) -> None:
        self.departments: tuple[Named, ...] = ()
        self.people: tuple[Named, ...] = ()
        self._names = self._short = NOBODY
        self._within: dict[str | None, Names] = {}
        self._beginning: Table = {}
        self._surnames: dict[str, list[tuple[Named, str]]] = {}
        self._codes: Table = {}
        self._numbers: dict[str, Named] = {}
        self._typed: frozenset[str] = frozenset()
        self._resolved: dict[tuple[str, str | None], Fit] = {}
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
        names, short, codes = Index(), Index(), Index()
        numbers = made._add_departments(departments, names, short, codes)
        made._add_people(people, numbers, names, short, codes)
        table = names.done()
        made._names, made._codes = Names(table), codes.done()
        made._short = Names({word: who for word, who in short.done().items() if word not in table})
        everybody = (*made.departments, *made.people)
        made._numbers = {who.number: who for who in everybody if who.number}
        written = {fold_lower(name) for who in everybody for name in (who.person, who.label) if name}
        made._typed = frozenset(name[:end] for name in written for end in range(1, len(name) + 1))
        return made

    def _add_departments(
        self, departments: Iterable[Department], names: Index, short: Index, codes: Index
    ) -> dict[str, int]:
        found = []
        beginnings = Index()
        for number, name, aliases, spelt in departments:
            who = Named(name, None, str(number or ""), codes=spelt)
            found.append(who)
            for word in spoken.of_department(name, aliases):
                (names if word.anywhere else short).add(word.text, who, word.exact)
            for beginning in spoken.beginnings(name):
                beginnings.add(beginning, who)
            for code in (*spelt, *spoken.initials(name)):
                codes.add(code, who)
        self.departments = tuple(found)
        self._beginning = beginnings.done()
        return {who.department or "": int(who.number) for who in found if who.number}

    def _add_people(
        self, people: Iterable[Person], numbers: dict[str, int], names: Index, short: Index, codes: Index
    ) -> None:
        found = []
        within: dict[str | None, Index] = {}
        for department, number, name, full_name, title, spelt, attendance in people:
            place = f"{numbers[department]}.{number}" if department in numbers else ""
            who = Named(department, name, place, attendance, spelt)
            found.append(who)
            own = within.setdefault(department, Index())
            for word in spoken.of_person(name, full_name, title):
                _add(word, who, names, short, own)
            surname, post = spoken.surname_and_post(name, full_name, title)
            if surname:
                self._surnames.setdefault(surname, []).append((who, post))
            for code in (*spelt, *spoken.initials(full_name or name)):
                codes.add(code, who, spoken.reads_surname(code, full_name or name))
        self.people = tuple(found)
        self._within = {department: Names(index.done()) for department, index in within.items()}

    # -- in a running text ---------------------------------------------------------------------------------------

    def at(self, low: str, pos: int, short: bool = False) -> Fit | None:
        """The longest known name at `pos` of a folded lower-case text, with its end and whom it names.

        `short` takes names that are safe only where a name must stand: 市场 for 市场部, Li for Li Wei.
        """
        found = self._names.at(low, pos)
        if short:
            found = _further(found, self._short.at(low, pos))
        if self.company is None:
            return found
        other = self.company.at(low, pos, short)
        # The names of a whole company are too many to be looked for where anything may stand.
        if other is not None and not short and any(who.person for who in other.who):
            return found
        return _further(found, other)

    def person(self, department: str | None, low: str, pos: int) -> Fit | None:
        """The longest known name at `pos` among the people of one department."""
        found = self._within.get(department, NOBODY).at(low, pos)
        return found if self.company is None else _further(found, self.company.person(department, low, pos))

    def holds(self, low: str, start: int, end: int) -> bool:
        """Whether the words between two places are part of a longer name of a person (周一 of 周一楠)."""
        for pos in range(max(0, start - _MOST_BEFORE), start + 1):
            found = self._names.at(low, pos)
            if found and found.who[0].person and found.end > start and (pos < start or found.end > end):
                return True
        return False

    # -- a whole word --------------------------------------------------------------------------------------------

    def resolve(self, word: str, department: str | None = None) -> Fit:
        """Whom a whole word names, in every form people use where a name must stand; nobody fits is no `who`.

        With a department it is one of its people.
        """
        found = self._resolved.get((word, department))
        if found is None:
            if len(self._resolved) > _MOST_KEPT:
                self._resolved.clear()
            found = self._resolved[word, department] = self._resolve(word, department)
        return found

    def _resolve(self, word: str, department: str | None) -> Fit:
        key = name_key(word)
        found = self._own(key, department)
        if not found.who and self.company is not None:
            found = self.company._own(key, department)
        return found._replace(end=len(word))

    def _own(self, key: str, department: str | None) -> Fit:
        if department is not None:
            who = self._within.get(department, NOBODY).table.get(key)
            return Fit(0, who) if who else self._addressed(key, department)
        who = self._names.table.get(key) or self._short.table.get(key)
        if who:
            return Fit(0, who)
        found = self._addressed(key, None)
        if found.who:
            return found
        by_number = self._numbers.get(key)
        return Fit(0, self._beginning.get(key) or self._codes.get(key) or ((by_number,) if by_number else ()))

    def _addressed(self, key: str, department: str | None) -> Fit:
        """Who is addressed so: 老王 小王 王老师 王总 王总监 王建国总监."""
        address = spoken.address(key)
        if address is None:
            return Fit(0, ())
        if address.name:
            whole = self._within.get(department, NOBODY) if department is not None else self._names
            return Fit(0, tuple(who for who in whole.table.get(address.name, ()) if who.person))
        return _fitting(address, self._surnames.get(address.surname, ()), department)

    def by_surname(self, surname: str) -> tuple[Named, ...]:
        """Everybody of the meeting with this surname."""
        return tuple(who for who, _post in self._surnames.get(surname, ()))

    def by_number(self, number: str) -> Named | None:
        """Whom a number names: 4 a department, 4.2 its second person; None where there is none."""
        return self._numbers.get(number)

    def by_code(self, code: str) -> tuple[Named, ...]:
        """Everybody whose pinyin spelling or initials are exactly this (scb, shichangbu, ljl, bh)."""
        return self._codes.get(code) or (self.company.by_code(code) if self.company else ())

    def beginning(self, word: str) -> tuple[Named, ...]:
        """The departments whose names begin with a word of two characters or more (人力 for 人力资源部)."""
        return self._beginning.get(word) or (self.company.beginning(word) if self.company else ())

    def near(self, word: str, person: bool) -> tuple[Named, ...]:
        """Departments, or people, whom a name nobody knows may have been meant for, the likeliest first."""
        among = [who for who in self.everybody if bool(who.person) is person]
        return spoken.near(word, [(who, who.person or who.department or "") for who in among])

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
        return typed in self._typed

    def is_person(self, name: str) -> bool:
        """Whether this is the whole name of somebody, of the meeting or the company."""
        own = any(who.person for who in self._names.table.get(fold_lower(name), ()))
        return own or (self.company is not None and self.company.is_person(name))

    def knows(self, department: str | None, person: str | None = None) -> bool:
        """Whether a department, or somebody, of exactly this name is in the meeting."""
        return (department, person) in self._labels

    def is_known(self, department: str | None, person: str | None = None) -> bool:
        """The same, in the company's list too."""
        if self.knows(department, person):
            return True
        return self.company is not None and self.company.is_known(department, person)

    @cached_property
    def _labels(self) -> frozenset[tuple[str | None, str | None]]:
        return frozenset((who.department, who.person) for who in (*self.departments, *self.people))


def _add(word: Word, who: Named, names: Index, short: Index, own: Index) -> None:
    """Puts what a person is called where it counts: anywhere, where a name must stand, within the department."""
    if word.anywhere:
        names.add(word.text, who, word.exact)
    elif not word.within:
        short.add(word.text, who, word.exact)
    own.add(word.text, who, word.exact)


def _fitting(address: Address, among: Iterable[tuple[Named, str]], department: str | None) -> Fit:
    """Of the people of a surname those the title fits, else those whose title nobody knows: they are only likely."""
    people = [(who, post) for who, post in among if department in (None, who.department)]
    if not address.title:
        return Fit(0, tuple(who for who, post in people if spoken.answers(post, address)))
    fits = tuple(who for who, post in people if post and spoken.answers(post, address))
    unknown = tuple(who for who, post in people if not post)
    return Fit(0, fits) if fits else Fit(0, unknown, sure=address.general)


def _further(found: Fit | None, other: Fit | None) -> Fit | None:
    """Whichever of two finds reaches further into the text; the first of equal ones."""
    return other if other is not None and (found is None or other.end > found.end) else found
