"""Finds due expressions in running text, and leaves alone what only names things (10月费用报表, 3号会议室)."""

from __future__ import annotations

import re
from functools import lru_cache

from models.dates.core import DueSpan
from models.dates.expressions import STARTS, Found, core_at, expression_at
from models.dates.plain import Plain, plain

# Two characters of which the second may not begin an expression: it is inside a number, a word or a longer due.
_INSIDE_WORD = re.compile(
    r"(?:\d[.:/]?[\d:]|[一二三四五六七八九十廿][一二三四五六七八九十百]|[第每逐隔达近超]\w"
    r"|[\d一二三四五六七八九十上下本这第每个当今明去后][季月年旬]|[\d上下本这次个]周|[\d一二三四五六七八九十]日)$"
)
# 大下周一 and a further 下 before 下周一: more than any rule knows of stands before it.
_STACKED = re.compile(
    r"(?:^|[^线以之手名旗底楼网放扩加重])[上下大再][上下大前后]|[线以之手名旗底楼网](?:上上|下下)"
)
_RECURS = re.compile(
    r"(?:[每逐隔][^,，。;；、]{0,3}?(?:天|日|周|月|季度?|年|晚|早|星期|礼拜)[^,，。;；]{0,3}|\b(?:every|each) \w+ )$"
)
# What belongs to the expression it follows, and what no rule reads together with it.
_LINK = re.compile(
    r"的?那?一?个?(?=[周星礼今明本上下同])|的(?=[\d一二两三四五六七八九十第最首头])|[和与及跟或、/至到~-]|或者|以及|还是"
    r"| (?:(?:and|or|&|after|before|from|following|of|in|on|the|until|to|through)\s)*",
    re.IGNORECASE,
)
_COUNT = r"[一二两三四五六七八九十几半\d]"
_UNITS = r"(?:工作日|小时|天|日(?!报|程|志)|周|星期|礼拜|(?<=个)月|季度|旬)"
_RELATED = re.compile(
    rf"(?:[之以]?[前后])?的?(?:第{_COUNT}{{1,3}}|最后{_COUNT}?|[首头前后]{_COUNT}{{0,3}})个?(?:多)?{_UNITS}(?:[一二三四五六日天末内]|之?内)?"
    rf"|[之以]?[前后]的?{_COUNT}{{1,3}}个?{_UNITS}"
    r"|的?(?:这个?时[候间]|此时|同一时[间候]|同一?[天日]|那[天日])"
    r"| weeks?\b(?!ly)|,? (?:after|before) (?:next|last)\b| eve\b| or so\b| ish\b",
    re.IGNORECASE,
)
_DAY_LEFT = re.compile(r"[零一二三四五六七八九十廿]{1,3}(?=[日号前]|$|[^\w])")
_OF_DATES = ("day", "weekday", "period", "holiday")

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


_LONGEST = 160
"""Characters beyond which no expression is looked for, so that a long line costs no more for each of its dues."""


def match_at(text: str, pos: int) -> int | None:
    """The end of the longest due expression beginning exactly at `pos`; None where there is none, or no whole one."""
    whole, end = _ends_at(text, pos)
    return end if whole else None


def whole_words_at(text: str, pos: int) -> int | None:
    """The end of words beginning at `pos` that only together name a day, though no rule reads them (周五后的周二)."""
    whole, end = _ends_at(text, pos)
    return None if whole else end


def _ends_at(text: str, pos: int) -> tuple[bool, int | None]:
    """Whether a whole expression begins at `pos`, and where it ends with all that belongs to it."""
    if pos >= len(text) or text[pos] not in STARTS:
        return False, None
    base = max(0, pos - 16)
    whole, end = _ends_within(text[base : pos + _LONGEST], pos - base)
    return whole, None if end is None else base + end


@lru_cache(maxsize=256)
def _ends_within(text: str, pos: int) -> tuple[bool, int | None]:
    ready = plain(text)
    place = ready.place(pos)
    found = None if place is None else _at(ready, place)
    if found is None or _hangs_on_event(ready.text, found):
        return False, None
    end = beyond(ready.text, found)
    return end == found.end, ready.origin(end)


def deed_at(text: str, pos: int) -> bool:
    """Whether what stands here may be the deed that is due."""
    return _DEED.match(text, pos) is not None


def find(text: str, loose: bool = False) -> list[DueSpan]:
    """The due expressions in a text, left to right and apart; `loose` adds those that may belong to longer words."""
    ready = plain(text)
    spans: list[DueSpan] = []
    place = 0
    while place < len(ready.text):
        found = _at(ready, place) if ready.text[place] in STARTS else None
        if found is None:
            place += 1
            continue
        whole = beyond(ready.text, found)
        if whole > found.end:
            # Only together do the words name a day, and nothing here knows which.
            place = whole
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
    if place and _inside_longer(text, place, found):
        return None
    return found


def _inside_longer(text: str, place: int, found: Found) -> bool:
    """Whether an expression would begin inside a number, a word, a further 下 or what recurs (每天|上午十点前)."""
    if _INSIDE_WORD.search(text, max(0, place - 3), place + 1):
        return True
    if (
        _STACKED.search(text, max(0, place - 2), place + 2)
        and text[place - 1] in "上下大再线以之手名旗底楼网"
    ):
        return True
    return found.rule.kind not in ("periodic", "vague", "event") and (
        _RECURS.search(text, max(0, place - 12), place) is not None
    )


def beyond(text: str, found: Found) -> int:
    """Where an expression ends together with what belongs to it though no rule reads both (两周后|的那个周五)."""
    if found.rule.kind in ("vague", "event", "periodic"):
        return found.end
    related = _RELATED.match(text, found.end)
    if related is not None:
        return related.end()
    closed = (found.tail or _own_tail(found)).endswith(("前", "内"))
    if not closed and found.rule.kind == "period" and (left := _DAY_LEFT.match(text, found.end)):
        return left.end()
    return _with_further(text, found, closed)


def _with_further(text: str, found: Found, closed: bool) -> int:
    """The end of a second expression that begins where this one ends, perhaps behind 的 or a word between."""
    link = _LINK.match(text, found.end)
    place = link.end() if link is not None else found.end
    linked = place > found.end
    if place > found.end and text[found.end : place].isspace():
        return found.end
    if closed and not text.startswith("的", found.end):
        return found.end
    core = core_at(text, place)
    if (
        core is None
        or core[0].kind not in _OF_DATES
        or (core[0].weak and not (linked and core[0].kind == "weekday"))
    ):
        return found.end
    return core[1].end()


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


def _span(ready: Plain, found: Found, taken: int) -> DueSpan:
    """The span of an expression; `taken` is where the one before it ends in the original text."""
    if _hangs_on_event(ready.text, found):
        start = max(ready.start(_event_start(ready.text, found.start)), taken)
        return DueSpan(start, ready.origin(found.end), "event", _own_tail(found))
    start = found.start if found.keeps_lead else found.body
    return DueSpan(
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
