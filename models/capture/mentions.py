"""Finds departments and people named in a line, in every form people write the two together.

市场部李经理 · 市场部 李经理 · 市场部-李经理 · 市场部（李经理） · 【市场部】李经理 · 李经理（市场部） · 市场/李经理
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from models.capture.lexicon import SPEAKS
from models.capture.line import Context, Words
from models.capture.work_verbs import work_verb_at
from models.names import (
    department_end,
    is_department,
    nickname_end,
    person_end,
    title_end,
)
from models.roster import Named

_BETWEEN = re.compile(r"\s*+(?:[-–—·/|]{1,2}\s*+|的)?")
_BETWEEN_COLON = re.compile(r"\s*+(?:[-–—·/|:]{1,2}\s*+)?")
LIST = re.compile(r"\s*+(?:、|,|/|&|和|与|及|以及|\band\b)\s*+")


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a department or person is named; several in `who` mean that the words fit each of them."""

    start: int
    end: int
    who: tuple[Named, ...]
    known: bool = True

    @property
    def certain(self) -> bool:
        """Whether the words fit one only."""
        return len(self.who) == 1

    @property
    def department(self) -> str | None:
        """The department, where it is certain."""
        return self.who[0].department if self.certain else None

    @property
    def person(self) -> str | None:
        """The person, where it is certain."""
        return self.who[0].person if self.certain else None

    @property
    def candidates(self) -> tuple[str, ...]:
        """All whom the words fit, where that is more than one."""
        return () if self.certain else tuple(who.label for who in self.who)


def mention_at(
    words: Words, pos: int, context: Context, *, short: bool = False, colon: bool = False
) -> Mention | None:
    """The department or person named at `pos`, both where they stand together.

    `short` takes 市场 for 市场部 and the like; `colon` takes 市场部:李经理 as one.
    """
    low = words.low
    if low[pos : pos + 1] in ("【", "["):
        return _bracketed(words, pos, context)
    first = _single(words, pos, context, short)
    if first is None:
        return None
    if first.certain and first.person is None:
        return with_person(words, first, context, colon)
    return _with_department(words, first, context)


def _single(words: Words, pos: int, context: Context, short: bool) -> Mention | None:
    """One name, known or of a name's form; the longer of the two."""
    low = words.low
    found = context.roster.at(low, pos, short)
    end = department_end(low, pos)
    if found is not None and (end is None or found[0] >= end):
        word = low[pos : found[0]]
        chosen = context.choices.get(word)
        return Mention(pos, found[0], (chosen,) if chosen else found[1])
    if end is not None:
        return Mention(pos, end, (Named(words.raw[pos:end]),), known=False)
    end = person_end(low, pos) or nickname_end(low, pos)
    return None if end is None else Mention(pos, end, (Named(None, words.raw[pos:end]),), known=False)


def _bracketed(words: Words, pos: int, context: Context) -> Mention | None:
    low = words.low
    close = low.find("】" if low[pos] == "【" else "]", pos, pos + 20)
    inner = mention_at(words, pos + 1, context, short=True) if close > 0 else None
    if inner is None or inner.end != close:
        name = words.raw[pos + 1 : close] if close > 0 else ""
        if not is_department(name):
            return None
        inner = Mention(pos + 1, close, (Named(name),), known=False)
    whole = replace(inner, start=pos, end=close + 1)
    return with_person(words, whole, context, False) if whole.certain and whole.person is None else whole


def with_person(words: Words, department: Mention, context: Context, colon: bool) -> Mention:
    """The department with the person that follows it, if one does."""
    low = words.low
    name = department.department
    between = (_BETWEEN_COLON if colon else _BETWEEN).match(low, department.end)
    pos = between.end() if between else department.end
    paren = low[pos : pos + 1] == "("
    pos += paren
    found = _person_within(words, pos, name, context) or _titled(words, pos, name)
    if found is None or (title_end(low, pos) == found[0] and not _acts(low, pos, department.end, found[0])):
        return department
    end, who = found
    if paren:
        if low[end : end + 1] != ")":
            return department
        end += 1
    return Mention(department.start, end, who, known=bool(who[0].number))


_ACTS = re.compile(rf"$|[^\w]|因|由于|于|{SPEAKS}|请假|缺席|列席|没来|未到|到了|先走|代")


def _acts(low: str, pos: int, department_end: int, end: int) -> bool:
    """Whether a title alone behind a department is a person (研发部总监表示) and not a thing (市场部主管会议)."""
    return pos == department_end and (_ACTS.match(low, end) is not None or work_verb_at(low, end))


def _titled(words: Words, pos: int, department: str | None) -> tuple[int, tuple[Named, ...]] | None:
    """Somebody of a department called by the title alone (研发部总监)."""
    end = title_end(words.low, pos)
    return None if end is None else (end, (Named(department, words.raw[pos:end]),))


def _person_within(
    words: Words, pos: int, department: str | None, context: Context
) -> tuple[int, tuple[Named, ...]] | None:
    low = words.low
    found = context.roster.person(department, low, pos)
    formed = person_end(low, pos) or nickname_end(low, pos)
    if found is not None and (formed is None or found[0] >= formed):
        return found
    if formed is not None:
        return formed, (Named(department, words.raw[pos:formed]),)
    other = context.roster.at(low, pos)
    if other is not None and any(who.person for who in other[1]):
        return other[0], (Named(department, words.raw[pos : other[0]]),)
    return None


def _with_department(words: Words, person: Mention, context: Context) -> Mention:
    """The person with the department in brackets behind, if one stands there."""
    low = words.low
    if low[person.end : person.end + 1] != "(":
        return person
    close = low.find(")", person.end, person.end + 14)
    department = mention_at(words, person.end + 1, context, short=True) if close > 0 else None
    if department is None or department.end != close or not department.certain or department.person:
        return person
    name = department.department
    fits = tuple(who for who in person.who if who.department == name)
    word = words.raw[person.start : person.end]
    who = fits if len(fits) == 1 else (Named(name, word),)
    return Mention(person.start, close + 1, who, known=bool(who[0].number))


def mentions_at(words: Words, pos: int, context: Context, *, short: bool = False) -> list[Mention]:
    """The names at `pos` and those listed after it (销售部、客服部)."""
    low = words.low
    found: list[Mention] = []
    while (one := mention_at(words, pos, context, short=short)) is not None:
        found.append(one)
        link = LIST.match(low, one.end)
        if link is None:
            break
        pos = link.end()
    return found
