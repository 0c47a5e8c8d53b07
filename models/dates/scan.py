"""Finds due expressions in running text, and leaves alone what only names things (10月费用报表, 3号会议室)."""

from __future__ import annotations

import re

from models.dates.core import Span
from models.dates.expressions import STARTS, Found, expression_at
from models.dates.plain import Plain, plain

# Two characters of which the second may not begin an expression: it is inside a number, a word or a longer due.
_INSIDE_WORD = re.compile(
    r"(?:\d[.:/]?[\d:]|[一二三四五六七八九十廿][一二三四五六七八九十百]|[第每逐隔达近超]\w"
    r"|[\d一二三四五六七八九十上下本这第每个当今明去后][季月年旬]|[\d上下本这次个]周|[\d一二三四五六七八九十]日)$"
)
_NOT_A_DUE_AFTER = re.compile(
    r"(?:为|到|自|从|由|(?<!截)至|定于|始于|低于|高于|晚于|原定|超过|不足|过去|最近|历时|有效期|保修期|质保)\s*$"
)
_AFTER_EVENT = re.compile(r"(?:后|起|之日)的?\s*$")
# The words before 后 that an unknown event is taken to consist of: what follows a name or a preposition.
_EVENT_WORDS = re.compile(r"[一-龥]{0,4}$")
_EVENT_BEGINS = re.compile(r".*[部处室组局院司办委理监管师员工总长任在于由请把将向对给@+]")
_WORD = re.compile(r"[A-Za-z0-9_]")
_PAST = re.compile(r"上(?!旬|半)|去|昨|前天|last\b", re.IGNORECASE)
# What may stand right behind a due without a tail and still be the deed that is due.
_NAMES_A_THING = (
    "流程|机制|制度|标准|规范|规则|率|口径|通道|时限|承诺|报告|结果|数据|用例|环境|方案|计划|会|单|表|书|函"
)
_DEED = re.compile(
    r"\s*(?:$|[^\w]|完成|提交|提供|定稿|交(?!付|易|期)|给|出(?!差|口|现|入|货量)|发(?!布|展|票)|报(?!表|告|价)|到位"
    r"|汇报|落实|开始|召开|答复|修复|整改|落地|排查|归档|部署|补|改|做|办|拿|送|搞|弄|签|付|安排|组织|形成|输出|制定|拟|编制|更新"
    rf"|(?:反馈|确认|启动|上线|交付|发布|回复)(?!{_NAMES_A_THING})"
    rf"|(?:响应|处理|解决|验收|测试|评审)(?!.{{0,3}}(?:{_NAMES_A_THING}))"
    r"|必须|须|应|需|要|能|可以|会[给出交]|再议|再定|由|请|把|将|前)"
)
# Vague words that are adverbs before any verb; the others (近期, 待定) stand where their clause ends.
_ADVERBS = ("尽", "抓", "赶", "立", "即刻", "马上", "及时", "随时", "适时", "择机", "asap", "immediately")


def match_at(text: str, pos: int) -> int | None:
    """The end of the longest due expression beginning exactly at `pos`, or None."""
    if pos >= len(text) or text[pos] not in STARTS:
        return None
    ready = plain(text)
    place = ready.place(pos)
    if place is None:
        return None
    found = _at(ready, place)
    return None if found is None or _hangs_on_event(ready.text, found) else ready.origin(found.end)


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
        span = _span(ready, found, spans[-1].end if spans else 0)
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
    if place and _INSIDE_WORD.search(text, max(0, place - 3), place + 1):
        return None
    return found


def _ends_well(text: str, found: Found) -> bool:
    if found.end >= len(text):
        return True
    last, following = text[found.end - 1], text[found.end]
    if last.isascii() and last.isalnum():
        return not (following.isascii() and (following.isalnum() or following in "%_"))
    return True


def _hangs_on_event(text: str, found: Found) -> bool:
    """Whether a length of time counts from something said before it (资料齐全后3天内)."""
    before = max(0, found.start - 4)
    return found.rule.kind == "duration" and _AFTER_EVENT.search(text, before, found.start) is not None


def _span(ready: Plain, found: Found, taken: int) -> Span:
    """The span of an expression; `taken` is where the one before it ends in the original text."""
    if _hangs_on_event(ready.text, found):
        start = max(ready.start(_event_start(ready.text, found.start)), taken)
        return Span(start, ready.origin(found.end), "event", _own_tail(found))
    start = found.start if found.keeps_lead else found.body
    return Span(
        ready.start(start),
        ready.origin(found.end),
        _kind(found),
        found.tail or _own_tail(found),
        _is_free(ready.text, start, found),
    )


def _event_start(text: str, end: int) -> int:
    """Where the event before 后 begins: its last few characters, behind any name or preposition among them."""
    after = _AFTER_EVENT.search(text, max(0, end - 4), end)
    end = after.start() if after else end
    words = _EVENT_WORDS.search(text, max(0, end - 4), end)
    start = words.start() if words else end
    begins = _EVENT_BEGINS.match(text, start, max(start, end - 1))
    return begins.end() if begins else start


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
    if found.is_open and found.lead != "negative":
        return False
    if not found.keeps_lead and _NOT_A_DUE_AFTER.search(text, max(0, start - 5), start):
        return False
    tail = found.tail or _own_tail(found)
    if tail.endswith("前"):
        return True
    if not tail and _PAST.match(found.core[0]):
        return False
    closed = found.tail_kind in ("before", "inside", "end") or found.lead in ("by", "before", "limit")
    if found.rule.weak and not closed:
        return False
    if found.rule.kind == "vague":
        return _vague_is_free(text, found)
    return _DEED.match(text, found.end) is not None


def _vague_is_free(text: str, found: Found) -> bool:
    """Adverbs (尽快) are free before any verb, the others (近期, 待定) only where their clause ends."""
    if found.core[0].lower().startswith(_ADVERBS):
        return True
    return found.end >= len(text) or not text[found.end].isalnum()
