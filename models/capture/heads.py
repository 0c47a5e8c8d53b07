"""Names that nobody has entered yet, in the place before a speaker's colon.

车间李主任：… · 后端-小周：… · 财务部王芳：… · 市场部（李经理、张专员）：…
"""

from __future__ import annotations

import re
from dataclasses import replace

from models.capture.context import Context
from models.capture.lexicon import STANCE_OF
from models.capture.mentions import Mention
from models.capture.words import Words
from models.names import (
    bare_name_end,
    is_department,
    is_department_stem,
    is_plain_name,
    nickname_end,
    person_end,
)
from models.roster import Named

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
LIST = re.compile(r"\s*+(?:、|,|/|&|和|与|及|以及)\s*+")


def people_of(head: Words, found: list[Mention], context: Context) -> list[Mention]:
    """市场部（李经理、张专员）：each of them instead of the department."""
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


def with_plain_name(head: Words, one: Mention, colon: int) -> Mention:
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
    if len(longer := context.roster.beginning(whole)) == 1 and len(whole) > 1:
        return Mention(pos, pos + len(whole), longer)
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


def _without_stance(head: str) -> str:
    head = head.rstrip()
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
