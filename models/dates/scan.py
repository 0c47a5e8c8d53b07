"""Finds due expressions in running text, and leaves alone what only names things (10月费用报表, 3号会议室)."""

from __future__ import annotations

import re

from models.dates.core import Span
from models.dates.grammar import STARTS, Found, expression_at
from models.dates.text import Plain, plain

# A character before which an expression would begin inside a longer word or number, or after which it is not a due.
_BLOCKED_BEFORE = re.compile(
    r"(?:\d[.:/]?[\d:]|[一二三四五六七八九十廿][一二三四五六七八九十百]|[第每逐隔达近超]\w|[\d一二三四五六七八九十上下本这第每个当今明去后][季月年旬]|[\d上下本这次个]周)$"
)
_NOT_A_DUE_AFTER = re.compile(r"(?:为|到|自|从|改至|延至|推迟至|原定|截取|超过|不足|低于|高于)\s*$")
_AFTER_EVENT = re.compile(r"(?:后|起|之日)的?\s*$")
_WORD = re.compile(r"[A-Za-z0-9_]")
# What may stand right behind a due without a tail and still be the deed that is due.
_DEED = re.compile(
    r"\s*(?:$|[^\w]|完成|提交|提供|定稿|交付|交|给|出(?!差|口|现|入|货量)|发(?!布会|展|票)|报(?!表|告|价)|到位|上线(?!方案|评审|计划)|反馈|确认(?!书|函|单)|汇报|落实|"
    r"启动(?!会)|开始|召开|答复|回复|补|改|做|办|拿|送|安排|组织|形成|输出|制定|拟|编制|更新|必须|须|应|需|要|能|可以|会[给出交]|再议|再定|由|请|把|将|前)"
)
_LATIN_BEFORE = re.compile(r"[A-Za-z]$")


def match_at(text: str, pos: int) -> int | None:
    """The end of the longest due expression beginning exactly at `pos`, or None."""
    if pos >= len(text) or text[pos] not in STARTS:
        return None
    ready = plain(text)
    place = ready.place(pos)
    if place is None:
        return None
    found = _at(ready, place)
    return None if found is None else ready.origin(found.end)


def find(text: str, loose: bool = False) -> list[Span]:
    """The due expressions in a text, left to right and apart; `loose` adds those that may belong to longer words."""
    ready = plain(text)
    spans: list[Span] = []
    place = 0
    while place < len(ready.text):
        found = _at(ready, place) if ready.text[place] in STARTS else None
        if found is None:
            place += 1
            continue
        span = _span(ready, found)
        if span.free or loose:
            spans.append(span)
        place = max(found.end, place + 1)
    return spans


def _at(ready: Plain, place: int) -> Found | None:
    """The expression beginning here, unless it would begin inside a word or hang on an event before it."""
    text = ready.text
    if place and text[place].isascii() and text[place].isalpha() and _WORD.match(text[place - 1]):
        return None
    found = expression_at(text, place)
    if found is None or not _ends_well(text, found):
        return None
    if place and _BLOCKED_BEFORE.search(text, max(0, place - 3), place + 1):
        return None
    if found.rule.kind == "duration" and _AFTER_EVENT.search(text, max(0, place - 4), place):
        return None
    return found


def _ends_well(text: str, found: Found) -> bool:
    if found.end >= len(text):
        return True
    last, following = text[found.end - 1], text[found.end]
    if last.isascii() and last.isalnum():
        return not (following.isascii() and (following.isalnum() or following in "%_"))
    return True


def _span(ready: Plain, found: Found) -> Span:
    start = found.start
    if found.lead and not found.keeps_lead:
        start = found.core.start()
    return Span(
        ready.start(start),
        ready.origin(found.end),
        _kind(found),
        found.tail or _own_tail(found),
        _is_free(ready.text, start, found),
    )


def _kind(found: Found) -> str:
    return "open" if found.is_open else found.rule.kind


_OWN_TAIL = re.compile(r"(?:[之以]?前|[之以]?内|[之以]?后)$")


def _own_tail(found: Found) -> str:
    """The tail a duration or holiday carries inside its own words (3天内, 国庆前)."""
    match = _OWN_TAIL.search(found.core[0])
    return match[0] if match else ""


def _is_free(text: str, start: int, found: Found) -> bool:
    """Whether nothing beside the expression makes it part of a longer word, or a thing spoken about."""
    if found.rule.kind in ("event", "periodic"):
        return True
    if not found.keeps_lead and _NOT_A_DUE_AFTER.search(text, max(0, start - 5), start):
        return False
    tail = found.tail or _own_tail(found)
    if tail.endswith("前"):
        return True
    if found.rule.weak and not tail and found.lead not in ("by", "before", "limit"):
        return False
    if found.rule.kind == "vague":
        return _vague_is_free(text, found)
    return _DEED.match(text, found.end) is not None


_ADVERBS = ("尽", "抓", "赶", "立", "即刻", "马上", "及时", "随时", "适时", "择机", "asap", "immediately")


def _vague_is_free(text: str, found: Found) -> bool:
    """Adverbs (尽快) are free before any verb, the others (近期, 待定) only where their clause ends."""
    if found.core[0].lower().startswith(_ADVERBS):
        return True
    return found.end >= len(text) or not text[found.end].isalnum()
