"""Finds departments and people named in a line, in every form people write the two together.

市场部李经理 · 市场部 李经理 · 市场部-李经理 · 市场部（李经理） · 【市场部】李经理 · 李经理（市场部） · 市场/李经理
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from models.capture.line import Context, Words
from models.capture.words.everyday import ORDINARY_STEMS
from models.capture.words.lexicon import SPEAKS, STANCE_OF, either
from models.capture.words.work_verbs import work_verb_at
from models.english_name_words import HONORIFICS
from models.names import (
    department_end,
    is_department,
    latin_name_end,
    nickname_end,
    person_end,
    surname_of,
    title_end,
)
from models.roster import Fit, Named

_BETWEEN = re.compile(r"\s*+(?:[-–—·/|]{1,2}\s*+|的)?")
_BETWEEN_COLON = re.compile(r"\s*+(?:[-–—·/|:]{1,2}\s*+)?")
LIST = re.compile(r"\s*+(?:、|,|/|&|(?<=\s)\+(?=\s)|和|与|及|以及|\band\b)\s*+")


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a department or person is named; several in `who` mean that the words fit each of them."""

    start: int
    end: int
    who: tuple[Named, ...]
    known: bool = True
    sure: bool = True
    """Whether the words are enough; else even one whom they fit is only offered."""

    @property
    def certain(self) -> bool:
        """Whether the words fit one only."""
        return len(self.who) == 1 and self.sure

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
    if (start := _behind_honorific(low, pos)) is not None:
        named = _single(words, start, context, short=True)
        agree = named and named.known and all(_may_be_called(low[pos:start], who) for who in named.who)
        return replace(named, start=pos) if named and agree else None
    found = context.roster.at(low, pos, short)
    end = department_end(low, pos)
    if found is not None and (end is None or found.end >= end):
        longer = _longer_latin(words, pos, found, context)
        return None if longer else _known(low, pos, _with_title(low, pos, found), context)
    if end is not None:
        return _formed(words, pos, end, context, Named(words.raw[pos:end]))
    end = person_end(low, pos) or nickname_end(low, pos)
    if end is not None:
        return _formed(words, pos, end, context, Named(None, words.raw[pos:end]))
    return _by_beginning(words, pos, context) if short else None


def _known(low: str, pos: int, found: Fit, context: Context) -> Mention:
    """Who is known by these words, or who was chosen of several."""
    chosen = context.choices.get(low[pos : found.end])
    return Mention(pos, found.end, (chosen,) if chosen else found.who, sure=found.sure or chosen is not None)


_NO_TITLE = ("代表", "主管", "会计", "助理")
"""Titles that are as often a verb or a noun behind a name: 王芳代表研发部…"""


def _with_title(low: str, pos: int, found: Fit) -> Fit:
    """The name with the title behind it (王建国总监), which is no further word."""
    end = title_end(low, found.end)
    if end is None or low.startswith(_NO_TITLE, found.end) or surname_of(low[pos : found.end]) == "":
        return found
    return found._replace(end=end) if all(who.person for who in found.who) else found


def _formed(words: Words, pos: int, end: int, context: Context, new: Named) -> Mention:
    """Whom a name by its form alone (王总监, 总经办) fits, else somebody new."""
    found = context.roster.resolve(words.low[pos:end], new.department if new.person else None)
    fits = found._replace(
        end=end, who=tuple(who for who in found.who if bool(who.person) is bool(new.person))
    )
    chosen = context.choices.get(words.low[pos:end])
    if fits.who or chosen:
        return _known(words.low, pos, fits, context)
    return Mention(pos, end, (new,), known=False)


_HONORIFIC = re.compile(rf"(?:{'|'.join(HONORIFICS)})\.? (?=[a-z])")
_HONORIFIC_STARTS = frozenset(word[0] for word in HONORIFICS)


def _behind_honorific(low: str, pos: int) -> int | None:
    """Where the name behind Dr or Ms begins."""
    match = _HONORIFIC.match(low, pos) if low[pos : pos + 1] in _HONORIFIC_STARTS else None
    return match.end() if match else None


_WOMEN = frozenset(("mrs", "ms", "miss", "lady", "madam"))
_MEN = frozenset(("mr", "sir", "lord"))


def _may_be_called(honorific: str, who: Named) -> bool:
    """Whether it is a person, and none whose own Mr is another's Mrs."""
    own = (who.person or "").partition(" ")[0].lower().rstrip(".")
    said = honorific.strip().rstrip(".")
    other = (said in _WOMEN and own in _MEN) or (said in _MEN and own in _WOMEN)
    return who.person is not None and not other


def _longer_latin(words: Words, pos: int, found: Fit, context: Context) -> bool:
    """Whether a known first name only begins another name: Tom Okafor is no Tom Bradley."""
    if words.low[found.end : found.end + 1] != " " or not all(who.person for who in found.who):
        return False
    if " " in words.low[pos : found.end] or not words.low[pos].isascii():
        return False
    end = latin_name_end(words.raw, pos)
    return end is not None and end > found.end and context.roster.at(words.low, found.end + 1, True) is None


_BEGINNING = re.compile("[\u3400-\u9fff]{2,8}|[a-z&]+(?: [a-z&]+)*")
_LONGEST = 60
"""Characters beyond which no name of a department goes on: more of them are not tried one by one."""
_CUT = re.compile(
    rf"$|[^\w]|负责|牵头|主办|{SPEAKS}|{either(word for word in STANCE_OF if not word.isascii())}"
)


def _by_beginning(words: Words, pos: int, context: Context) -> Mention | None:
    """A department by a beginning that fits no other (供应链), where its name must end: before a sign or its people."""
    run = _BEGINNING.match(words.low, pos, pos + _LONGEST)
    for end in range(run.end() if run else pos, pos + 1, -1):
        who = context.roster.beginning(words.low[pos:end])
        if who and (_CUT.match(words.low, end) or _names_somebody(words, end, who, context)):
            return _known(words.low, pos, Fit(end, who), context)
    return None


def _names_somebody(words: Words, pos: int, who: tuple[Named, ...], context: Context) -> bool:
    """Whether somebody of a department stands right behind its beginning (供应链韩雪)."""
    if len(who) != 1:
        return False
    known = context.roster.person(who[0].department, words.low, pos)
    return known is not None or person_end(words.low, pos) is not None


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
    if pos == department.end and low.startswith("负责人", pos) and low[pos + 3 : pos + 4] != ":":
        return replace(department, end=pos + 3)
    found = _person_within(words, pos, name, context) or _titled(words, pos, name)
    if found is None or (title_end(low, pos) == found.end and not _acts(low, pos, department.end, found.end)):
        return department
    end, who, sure = found
    if paren:
        if low[end : end + 1] != ")":
            return department
        end += 1
    return Mention(department.start, end, who, known=_is_known(who, context), sure=sure)


def _is_known(who: tuple[Named, ...], context: Context) -> bool:
    return bool(who[0].number) or context.roster.knows(who[0].department, who[0].person)


_ACTS = re.compile(rf"$|[^\w]|因|由于|于|{SPEAKS}|请假|缺席|列席|没来|未到|到了|先走|代")


def _acts(low: str, pos: int, department_end: int, end: int) -> bool:
    """Whether a title alone behind a department is a person (研发部总监表示) and not a thing (市场部主管会议)."""
    return pos == department_end and (_ACTS.match(low, end) is not None or work_verb_at(low, end))


def _titled(words: Words, pos: int, department: str | None) -> Fit | None:
    """Somebody of a department called by the title alone (研发部总监)."""
    end = title_end(words.low, pos)
    return None if end is None else Fit(end, (Named(department, words.raw[pos:end]),))


def _person_within(words: Words, pos: int, department: str | None, context: Context) -> Fit | None:
    low = words.low
    found = context.roster.person(department, low, pos)
    formed = person_end(low, pos) or nickname_end(low, pos)
    if found is not None and (formed is None or found.end >= formed):
        return None if _longer_latin(words, pos, found, context) else _with_title(low, pos, found)
    if formed is not None:
        one = _formed(words, pos, formed, context, Named(department, words.raw[pos:formed]))
        return Fit(formed, one.who, one.sure)
    other = context.roster.at(low, pos)
    if other is not None and any(who.person for who in other.who):
        return Fit(other.end, (Named(department, words.raw[pos : other.end]),))
    return None


_OPENS = re.compile(r" ?\(\s*+")
_FROM = re.compile(r"(?: from|, ?| of)(?: the)? |代表(?!团|大会|处|性)")


_ATTENDS = re.compile("参会|参加|出席|到会|与会|开会")
"""Behind 孙主管代表财务部 it says who is there, and not what somebody of 财务部 does."""


def _with_department(words: Words, person: Mention, context: Context) -> Mention:
    """The person with the department behind, in brackets or not (Tom (R&D), Bob from Legal), if one stands there."""
    low = words.low
    if opening := _OPENS.match(low, person.end):
        return _in_brackets(words, person, opening.end(), context)
    behind = _FROM.match(low, person.end)
    department = mention_at(words, behind.end(), context, short=True) if behind else None
    fits = () if department is None else _of(person.who, department)
    if department is None or not fits or _ATTENDS.match(low, department.end):
        return person
    return replace(person, end=department.end, who=fits)


def _of(people: tuple[Named, ...], department: Mention) -> tuple[Named, ...]:
    """Those of the people who are of a department that is named, and nobody of it."""
    if not department.certain or department.person:
        return ()
    return tuple(who for who in people if who.person and who.department == department.department)


def _in_brackets(words: Words, person: Mention, pos: int, context: Context) -> Mention:
    low = words.low
    close = low.find(")", person.end, pos + 40)
    department = mention_at(words, pos, context, short=True) if close > 0 else None
    if (
        department is None
        or low[department.end : close].strip()
        or not department.certain
        or department.person
    ):
        return person
    fits = _of(person.who, department)
    name, word = department.department, words.raw[person.start : person.end]
    who = fits if len(fits) == 1 else (Named(name, word),)
    return Mention(person.start, close + 1, who, known=_is_known(who, context))


_MOST = 40
"""So many names are a list; what goes on is none that somebody says."""


def mentions_at(words: Words, pos: int, context: Context, *, short: bool = False) -> list[Mention]:
    """The names at `pos` and those listed after it (销售部、客服部)."""
    low = words.low
    found: list[Mention] = []
    while len(found) < _MOST and (one := mention_at(words, pos, context, short=short)) is not None:
        found.append(one)
        link = LIST.match(low, one.end)
        if link is None:
            break
        pos = link.end()
    return found


def known_at(words: Words, pos: int, context: Context) -> Mention | None:
    """A known department or person at `pos`, by a short name too unless that is an ordinary word."""
    found = mention_at(words, pos, context, short=True)
    if found is None or not found.known or words.low[found.start : found.end] in ORDINARY_STEMS:
        return None
    return found


def is_speaking(who: Mention, context: Context) -> bool:
    """Whether it is whoever speaks."""
    return all((one.department, one.person) == context.speaker for one in who.who)
