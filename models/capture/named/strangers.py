"""Names nobody has entered yet, where a name must stand, where the words behind confirm them, or before a colon.

@市场部王小明 · 学工部说… · 财务部王芳负责… · 设计院3天内出图
车间李主任：… · 后端-小周：… · 财务部王芳：… · 市场部（李经理、张专员）：…
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from models.capture.line import Context, Words
from models.capture.named.mentions import LIST, Mention, mention_at, mentions_at, with_person
from models.capture.words.lexicon import SPEAKS, STANCE_OF
from models.names import (
    bare_name_end,
    is_department,
    is_department_stem,
    is_english_department,
    is_plain_name,
    is_post,
    latin_name_end,
    nickname_end,
    person_end,
    plain_names,
    unknown_departments,
)
from models.roster import Named

_ASSERTS = re.compile(rf"{SPEAKS}|倾向|则|想")
_MOST_LISTED = 6
"""So many runs of names joined by 、 and 和 are looked at; a longer list is read as text."""
_TOKEN = re.compile(r"[\u3400-\u9fff\w&·]+")
_LATIN_NAME = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ÿ.'’-]*(?: [A-Z][A-Za-z.'-]*){0,2}")
_CODE = re.compile(r"[a-z][a-z0-9&]*(?![a-z0-9])")
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?(?![\d%.])")


def name_at(words: Words, pos: int, context: Context, digits: bool = True) -> Mention | None:
    """The name where one must stand (after a sign or label): short names, codes, numbers and new names too."""
    low = words.low
    if digits and (number := _NUMBER.match(low, pos)):
        who = context.roster.by_number(number[0])
        return None if who is None else Mention(pos, number.end(), (who,))
    found = mention_at(words, pos, context, short=True, colon=True)
    if found is not None:
        return _with_bare_name(words, found)
    code = _CODE.match(low, pos)
    if code is not None and (fits := context.roster.by_code(code[0])):
        chosen = context.choices.get(code[0])
        return Mention(pos, code.end(), (chosen,) if chosen else fits)
    of_department = next((one for one in _unknown(words, pos, context) if one.person), None)
    # 陈星利、…: a name that stands alone is whole, and never the first half of itself.
    alone = bare_name_end(low, pos)
    if of_department is None or (of_department.department is None and (alone or 0) > of_department.end):
        return _new_name(words, pos)
    return of_department


def _with_bare_name(words: Words, found: Mention) -> Mention:
    """A department with the name without title behind it (市场部王小明)."""
    low = words.low
    if not found.certain or found.person is not None:
        return found
    end = bare_name_end(low, found.end)
    if end is None:
        return found
    return Mention(found.start, end, (Named(found.department, words.raw[found.end : end]),), known=False)


def _new_name(words: Words, pos: int) -> Mention | None:
    low = words.low
    token = _TOKEN.match(low, pos)
    if token is None:
        return None
    if is_department(token[0]):
        return Mention(pos, token.end(), (Named(words.raw[pos : token.end()]),), known=False)
    end = person_end(low, pos, loose=True) or bare_name_end(low, pos)
    if end is not None:
        return Mention(pos, end, (Named(None, words.raw[pos:end]),), known=False)
    if is_post(token[0]):
        return Mention(pos, token.end(), (Named(None, token[0]),), known=False)
    if is_department_stem(token[0]):
        return Mention(pos, token.end(), (Named(token[0]),), known=False)
    latin = _LATIN_NAME.match(words.raw, pos)
    if latin is None:
        return None
    who = Named(latin[0]) if is_english_department(latin[0]) else Named(None, latin[0])
    return Mention(pos, latin.end(), (who,), known=False)


def with_plain_name(words: Words, one: Mention, confirms: Callable[[str, int], bool]) -> Mention:
    """A department with a name without title, if what stands behind that confirms it."""
    if not one.certain or one.person is not None:
        return one
    for end in plain_names(words.low, one.end):
        if confirms(words.low, end):
            who = (Named(one.department, words.raw[one.end : end]),)
            return Mention(one.start, end, who, known=False)
    return one


def confirmed_at(
    words: Words,
    pos: int,
    context: Context,
    confirms: Callable[[str, int], bool],
    most: int = _MOST_LISTED,
) -> list[Mention]:
    """The names at `pos`; among them departments of unusual words, if what stands behind the last confirms it."""

    def more(end: int) -> list[Mention]:
        link = LIST.match(words.low, end) if most else None
        return confirmed_at(words, link.end(), context, confirms, most - 1) if link else []

    if found := mentions_at(words, pos, context):
        found[-1] = with_plain_name(words, found[-1], confirms)
        return [*found, *more(found[-1].end)]
    for one in _unknown(words, pos, context):
        others = more(one.end)
        if confirms(words.low, (others or [one])[-1].end):
            return [one, *others]
    return []


_LONGEST_BEGINNING = 7


def by_beginning(
    words: Words, pos: int, context: Context, confirms: Callable[[str, int], bool]
) -> list[Mention]:
    """A known department by a beginning of its name (供应链), if what stands behind confirms that it ends there."""
    for end in range(min(len(words.low), pos + _LONGEST_BEGINNING), pos + 1, -1):
        who = context.roster.beginning(words.low[pos:end])
        if who and confirms(words.low, end):
            chosen = context.choices.get(words.low[pos:end])
            return [Mention(pos, end, (chosen,) if chosen else who)]
    return []


def _unknown(words: Words, pos: int, context: Context) -> Iterator[Mention]:
    """What may be a department of unusual words, with somebody of it, unless somebody known is named inside."""
    for end in unknown_departments(words.low, pos):
        if any(context.roster.at(words.low, inner) for inner in range(pos + 1, end - 1)):
            break
        department = Mention(pos, end, (Named(words.raw[pos:end]),), known=False)
        yield with_person(words, department, context, False)
    for end in plain_names(words.low, pos):
        yield Mention(pos, end, (Named(None, words.raw[pos:end]),), known=False)


def departments_in(words: Words, context: Context) -> tuple[str, ...]:
    """The departments a text names, in order, each once."""
    return tuple(
        dict.fromkeys(
            who.department
            for one in mentions_in(words, context)
            if one.certain and (who := one.who[0]).department
        )
    )


def _asserts(low: str, pos: int) -> bool:
    return _ASSERTS.match(low, pos) is not None


def mentions_in(words: Words, context: Context) -> Iterator[Mention]:
    """Every department and person named anywhere in a text; of unusual words only where a clause begins."""
    low = words.low
    pos = 0
    begins = True
    while pos < len(low):
        found = [mention_at(words, pos, context) if low[pos] not in "【[" else None]
        if found[0] is None and begins:
            found = [*confirmed_at(words, pos, context, _asserts)[:1]] or [*_short_list(words, pos, context)]
        named = [one for one in found if one is not None]
        yield from named
        begins = low[pos] in " ,;。:"
        pos = named[-1].end if named else pos + 1


def _short_list(words: Words, pos: int, context: Context) -> list[Mention]:
    """Departments by their short names, which are names only where several stand together (技术和市场意见不一)."""
    found = mentions_at(words, pos, context, short=True)
    return found if len(found) > 1 and all(one.known and one.certain for one in found) else []


_UNITS = (
    "车间",
    "支行",
    "分行",
    "营业部",
    "门店",
    "工厂",
    "分厂",
    "基地",
    "研究所",
    "学院",
    "项目",
    "站",
    "队",
    "班",
)
"""Other parts of a house, which speak only with somebody's name: 动力车间王主任："""
_BETWEEN = re.compile(r"\s*+(?:[-–—·/|(]\s*+)?")
SPACE = re.compile(r"\s+(?=[^\s:])")


def people_of(head: Words, found: list[Mention], context: Context) -> list[Mention]:
    """People in brackets behind a department, instead of it (市场部（李经理、张专员）：…)."""
    one = found[-1]
    end = head.low.find(")", one.end) if head.low.startswith("(", one.end) else -1
    if len(found) > 1 or end < 0 or not one.certain or one.person is not None:
        return found
    people: list[Mention] = []
    pos = one.end + 1
    while pos < end:
        known = context.roster.person(one.department, head.low, pos)
        stop = known[0] if known else person_end(head.low, pos)
        if stop is None:
            return found
        who = known[1] if known else (Named(one.department, head.raw[pos:stop]),)
        people.append(Mention(pos, end + 1, who, known=known is not None))
        link = LIST.match(head.low, stop) or SPACE.match(head.low, stop)
        pos = link.end() if link else stop
        if link is None and stop != end:
            return found
    return people


def with_name_to_colon(head: Words, one: Mention, colon: int) -> Mention:
    """财务部王芳：the rest before the colon is the name of somebody of a department."""
    between = _BETWEEN.match(head.low, one.end)
    start = between.end() if between else one.end
    bracketed = head.low[one.end : start].endswith("(")
    name = _without_stance(head.low[start:colon]).rstrip(")" if bracketed else " ")
    if not one.certain or one.person is not None:
        return one
    if not (_has_plain_form(name) or person_end(name, 0, loose=True) == len(name)):
        return one
    end = start + len(name) + bracketed
    return replace(
        one, end=end, who=(Named(one.department, head.raw[start : start + len(name)]),), known=False
    )


def formed(words: Words, pos: int, colon: int, context: Context) -> Mention | None:
    """A name nobody knows yet, of a department's or person's form, as long as it fills the place before the colon."""
    low = words.low
    whole = _without_stance(low[pos:colon])
    if (end := latin_name_end(words.raw, pos)) == pos + len(whole) and _begins_as_somebody(whole, context):
        return Mention(pos, end, (Named(None, words.raw[pos:end]),), known=False)
    if end == pos + len(whole) and " " in whole and is_english_department(whole):
        return Mention(pos, end, (Named(words.raw[pos:end]),), known=False)
    pair = _formed_pair(words, pos, whole)
    if pair is not None:
        return pair
    stop = min((place for sign in "、,/" if (place := low.find(sign, pos, colon)) > 0), default=colon)
    head = _without_stance(low[pos:stop])
    if is_department(head):
        return Mention(pos, pos + len(head), (Named(words.raw[pos : pos + len(head)]),), known=False)
    end = person_end(low, pos, loose=True)
    if end == pos + len(head):
        return Mention(pos, end, (Named(None, words.raw[pos:end]),), known=False)
    return _formed_pair(words, pos, head)


_STANCE_WORDS = tuple(STANCE_OF)


def _begins_as_somebody(name: str, context: Context) -> bool:
    """Whether a Latin name begins like somebody's: Tom Jones where there is a Tom, not Budget Review."""
    return any(who.person for who in context.roster.resolve(name.partition(" ")[0]).who)


def _without_stance(head: str) -> str:
    head = head.rstrip()
    if not head.endswith(_STANCE_WORDS):
        return head
    stance = next((word for word in STANCE_OF if head.endswith(word) and len(head) > len(word)), "")
    return head[: len(head) - len(stance)].rstrip()


def _formed_pair(words: Words, pos: int, head: str) -> Mention | None:
    """车间李主任, 华强公司-王总: an unknown department with an unknown person behind."""
    for cut in range(2, min(len(head) - 1, 9)):
        rest = re.match(r"\s*+[-–—/·(]?\s*+", head[cut:])
        start = cut + (rest.end() if rest else 0)
        end = person_end(head, start, loose=True) or bare_name_end(head, start)
        closed = end is not None and head[end:] in ("", ")")
        if closed and end is not None and _of_department(head[:cut], head[start:end]):
            named = Named(words.raw[pos : pos + cut], words.raw[pos + start : pos + end])
            return Mention(pos, pos + len(head), (named,), known=False)
    return None


def _of_department(head: str, name: str) -> bool:
    """Whether somebody called so can be of 车间, or of 后端 without an ending."""
    if is_department(head):
        return _has_plain_form(name) or person_end(name, 0, loose=True) == len(name)
    if head.endswith(_UNITS) and not head.startswith(("本", "各", "第", "该")):
        return person_end(name, 0, loose=True) == len(name)
    return is_department_stem(head) and (nickname_end(name, 0) or person_end(name, 0)) == len(name)


def _has_plain_form(name: str) -> bool:
    return nickname_end(name, 0) == len(name) or is_plain_name(name)
