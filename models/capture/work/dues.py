"""The due that the words of an action say without sign or label, at the places where it can be nothing else.

Right behind the owner, at the beginning, as a clause of its own, at the end of the line. 10月费用报表, 48小时内响应流程
and 会议改到周五 have none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from models.capture.line import LONG
from models.capture.named.mentions import mention_at
from models.capture.words.lexicon import TIME_WORDS, either
from models.capture.words.work_verbs import (
    CLOSES,
    SAYS_NO_MORE,
    certain_work_verb_at,
    names_work,
    work_verb_at,
)
from models.capture.work import owners
from models.capture.work.slots import GAP, Slots
from models.dates import DueSpan, find

_NEAR = 8
"""How many characters before a due may belong to it (完成时间为, 务必于)."""
_WITHIN = re.compile("内(?=审[核批定议查])")
_SEPARATOR = re.compile(r"[\x00\s,，:—–|-]*")
_AT = re.compile(
    r"\s*+(?:需要?|应|须|要|必须|务必|争取|力争|确保|计划|预计|[将拟](?=于|在))?\s*+(?:于|在|by )?\s*+"
)
_TIME_WORD = re.compile(rf"\s*+(?:{either(TIME_WORDS)})(?:为|是|:)?\s*+$")
_PREPOSITION = re.compile(
    r"(?:^|(?<=[\s\x00,，]))(?:务必|须|应|需|请)?(?:于|在|争取|力争|确保|计划|预计|限期?|限于)(?:于|在)?\s*+$"
    r"|于\s*+$|[并且也]在\s*+$|(?<=[\s\x00])(?:on|in|during) $"
)
_FROZEN = re.compile(r"[为到至在]\s*+$")
_REST_OF_CLAUSE = re.compile(r"[^,，;；。()\x00—|｜]*")
_LATIN_LEAD = re.compile(
    r"(?:by|before|until|till|no later than|within|in|end of|due|tomorrow|today|next|this)\b"
)
# 11.30前: with two figures for the day it is no decimal.
_DOTTED = re.compile(
    r"(?<![A-Za-z0-9.])(?<!版)(?<!版本)(?:1[0-2]|0?[1-9])\.(?:[12]\d|3[01]|0[1-9])[之以]?前(?!端|台|景)"
)
_EDGES = ",，;；。:()\x00—|｜"


def spans_in(low: str) -> list[DueSpan]:
    """The due expressions of a text; the places decide which of them counts. Of a long one those near its ends."""
    if len(low) <= 2 * LONG:
        return _spans(low)
    head = max(low.rfind(sign, 0, LONG) for sign in _CLAUSE_ENDS) + 1
    ends = [low.find(sign, len(low) - LONG) for sign in _CLAUSE_ENDS]
    tail = min((end for end in ends if end >= 0), default=len(low))
    later = (replace(one, start=one.start + tail, end=one.end + tail) for one in _spans(low[tail:]))
    return [*_spans(low[:head]), *later]


_CLAUSE_ENDS = ",，;；。"


def _spans(low: str) -> list[DueSpan]:
    spans = [_whole(span, low) for span in find(low, loose=True)]
    dotted = [DueSpan(*match.span(), "day", "前") for match in _DOTTED.finditer(low)]
    if not dotted:
        return spans
    apart = [
        one for one in dotted if not any(one.start < span.end and span.start < one.end for span in spans)
    ]
    return sorted([*spans, *apart], key=lambda span: span.start)


def _whole(span: DueSpan, low: str) -> DueSpan:
    """The due with the 内 that belongs to it, where 内审 looks like a word (本周内|审核)."""
    if not span.tail and _WITHIN.match(low, span.end):
        return replace(span, end=span.end + 1, tail="内")
    return span


def leading_span(low: str, spans: list[DueSpan], pos: int) -> DueSpan | None:
    """The due at the beginning of the words, if they begin with one."""
    at = _AT.match(low, pos)
    places = {pos, at.end() if at else pos}
    return next((span for span in spans if span.start in places and not span.vague), None)


def behind(low: str, pos: int) -> int:
    """The next place with words, past gaps and separators."""
    gap = _SEPARATOR.match(low, pos)
    return gap.end() if gap else pos


def read_behind_owner(slots: Slots, spans: list[DueSpan], pos: int) -> None:
    """市场部李经理|于周五前|提交: right behind the owner, whose words are a gap now."""
    if slots.due:
        return
    start = behind(slots.low, pos)
    at = _AT.match(slots.low, start)
    for place in dict.fromkeys((start, at.end() if at else start)):
        span = next((one for one in spans if one.start == place and not one.vague), None)
        if span is None:
            continue
        led = "于" in slots.low[start:place] or _stands_before_deed(slots.low, span)
        if led or (_is_whole_period(slots.low, span) and work_verb_at(slots.low, span.end)):
            _take(slots, span, start)
            return


def read_leading(slots: Slots, span: DueSpan, owned: bool) -> None:
    """A due at the beginning: the owner's that follows it, a clause of its own, or one with a verb of work behind."""
    following = slots.low[span.end : span.end + 1]
    alone = not following or following in _EDGES
    by_event = span.kind == "event" and bool(span.tail)
    if owned or alone or by_event or _stands_before_deed(slots.low, span):
        _take(slots, span, span.start)


def read_due(slots: Slots, spans: list[DueSpan]) -> None:
    """A due apart from the task: a day before a vague word, a clause of its own first, the last before others."""
    places = [
        (span.vague, place[0], -span.start, span, place)
        for span in spans
        if GAP not in slots.low[span.start : span.end] and (place := _place(slots.low, span)) is not None
    ]
    if places:
        *_rank, span, (kind, start, end) = min(places, key=lambda one: one[:3])
        slots.due = slots.said(span.start, span.end)
        slots.passing = kind == _BEFORE_DEED and not _limits(span)
        slots.take(start, end)


def _take(slots: Slots, span: DueSpan, start: int) -> None:
    slots.due = slots.said(span.start, span.end)
    follows = slots.words.low[span.end : span.end + 1].isalnum()
    slots.passing = not _limits(span) and follows and "于" not in slots.low[start : span.start]
    slots.take(start, span.end)


def _limits(span: DueSpan) -> bool:
    """Whether the words say a limit (前, 内), and not just a day."""
    return span.tail.endswith(("前", "内", "止")) or span.kind in ("periodic", "event")


_WHOLE_PERIOD = re.compile(r"[月周年度]$|q[1-4]$|半年$")
# What a bare day or period belongs to instead of saying when: 周五例会, 10月费用报表, 周三的材料, 明天会议.
_ITS_THING = re.compile(
    r"\s*+(?:的|[和与及]|[例晨晚早周月年]?会(?!签|同)|会议|起(?!草)|以[来后]|[之]?后|份(?!内)|班(?!车)|版|号|活动|大促|促销|行程|当[天日]"
    r"|假期|放假|考试|数据|报[表告](?!送)|账单|费用|预算|计划|排[期班]|日程|纪要|材料|清单|方案|需求|版本|订单|目标|绩效|工资|指标)"
)


def _stands_before_deed(low: str, span: DueSpan) -> bool:
    """Whether a due at the beginning of a clause says when what follows is done, whatever its verb.

    A limit (周五前) always does; a day (后天) unless what follows is its own (周五例会); a length of time and an hour
    only before a verb that cannot be half of a noun (48小时内|响应流程); a whole period (10月|费用报表) never.
    """
    if span.kind == "open" or span.vague:
        return False
    if span.kind == "event" and not span.tail:
        return work_verb_at(low, span.end)
    if not low[span.end : span.end + 1].isalnum():
        return True
    if span.kind == "duration":
        return certain_work_verb_at(low, span.end) or not names_work(low, span.end)
    if span.tail.endswith(("前", "内", "止")):
        return True
    if _ITS_THING.match(low, span.end) or _is_whole_period(low, span):
        return False
    return span.kind != "time" or work_verb_at(low, span.end)


def _is_whole_period(low: str, span: DueSpan) -> bool:
    return span.kind == "period" and _WHOLE_PERIOD.search(low, span.start, span.end) is not None


_BEFORE_DEED = 2


def _place(low: str, span: DueSpan) -> tuple[int, int, int] | None:
    """How surely a due stands apart (0 the surest), from where and to where; None where it is part of the task."""
    start = _own_start(low, span.start)
    left = low[max(0, start - _NEAR) : start]
    begins = not left.strip() or left.rstrip()[-1] in _EDGES
    spaced = left != left.rstrip()
    rest = _REST_OF_CLAUSE.match(low, span.end)
    closes = CLOSES.match(rest[0] if rest else "")
    latin = low[span.start].isascii() and low[span.start].isalpha()
    if closes is not None and (begins or (spaced and not latin)):
        return 0, start, span.end + (closes.end("verb") if closes["verb"] in SAYS_NO_MORE else 0)
    if span.vague:
        return None
    if _ends_line(low, span, latin, closes is not None and bool(closes["verb"]), low[start : span.start]):
        return 1, start, span.end
    if begins and span.kind != "open" and _stands_before_deed(low, span):
        return _BEFORE_DEED, start, span.end
    if _limits(span) and spaced and low[span.end : span.end + 1].isspace():
        return 3, start, span.end
    return None


def _own_start(low: str, start: int) -> int:
    """Where the words that belong to a due before it begin: 于, 时间为."""
    near = low[max(0, start - _NEAR) : start]
    match = _PREPOSITION.search(near) or _TIME_WORD.search(near)
    return start - (len(near) - match.start()) if match else start


def _ends_line(low: str, span: DueSpan, latin: bool, closed: bool, before: str) -> bool:
    """…9月23日前 at the end, perhaps with 提交 behind; lengths of time there are mostly what is agreed, not when."""
    if not span.free or span.kind == "duration":
        return bool(
            span.free
            and latin
            and not low[span.end :].strip(" .,\x00")
            and (_LATIN_LEAD.match(low, span.start) or _COUNTED.search(low[span.start : span.end]))
        )
    if _limits(span) and closed:
        return True
    if low[span.end :].strip(" 。.!！,\x00"):
        return False
    if latin:
        return _LATIN_LEAD.match(low, span.start) is not None or _ends_latin(low, span)
    near = low[max(0, span.start - _NEAR - len(before)) : span.start - len(before)]
    return (_limits(span) or "于" in before) and _FROZEN.search(near) is None


# Words behind which a day is what is spoken of, not when it is done: move it to Oct 15, the slides for Monday.
_SPOKEN_OF = re.compile(
    r"\b(?:to|for|from|of|since|about|than|between|and|or|through|versus|vs|the|an?|our|its|his|her"
    r"|their|my|your|that"
    r"|until|till|via|per|is|was|into)\s+$"
)
_LED = re.compile(r"(?:^|[\s\x00,])(?:on|in|at|during|around|about),?\s+$|[,\x00—–-]\s*$")


def _ends_latin(low: str, span: DueSpan) -> bool:
    """Whether an English day without by or before ends the line as its due (COB Friday, Oct 15, on the 15th)."""
    before = low[: span.start]
    if span.kind == "period" and not low.startswith(_ENDS_PERIOD, span.start) and not _LED.search(before):
        return False
    return bool(before.strip()) and _SPOKEN_OF.search(before[-16:]) is None


_COUNTED = re.compile(r" (?:from (?:now|today)|later|after th.. meeting)$")
_ENDS_PERIOD = (
    "end ",
    "eow",
    "eom",
    "eoy",
    "eoq",
    "early",
    "late",
    "mid",
    "the end",
    "beginning",
    "start",
    "w/c",
)
_BEFORE = " \x00,，:"


def _in_a_name(span: DueSpan, slots: Slots) -> bool:
    """Whether a day is only part of somebody's name (周一楠)."""
    if slots.context.roster.holds(slots.low, span.start, span.end):
        return True
    # June to order the paint: whoever is to do something is no month.
    one = mention_at(slots.words, span.start, slots.context, short=True)
    return one is not None and one.person is not None and owners.sets_out_in_english(slots.low, one.end)


def read_words(slots: Slots, acting: bool = False) -> None:
    """What the words themselves say, as far as no sign or label said it; where two readings are possible, nothing.

    `acting` takes a leading department for the owner only before a verb of work.
    """
    spans = [] if slots.due else [one for one in spans_in(slots.low) if not _in_a_name(one, slots)]
    owners.read_parts(slots)
    pos = len(slots.low) - len(slots.low.lstrip(_BEFORE))
    lead = leading_span(slots.low, spans, pos)
    beginning = behind(slots.low, lead.end) if lead else pos
    owners.read_called(slots, beginning)
    end = owners.read_beginning(slots, beginning, acting)
    if lead is not None:
        read_leading(slots, lead, owned=end is not None)
    elif slots.owner is not None:
        read_behind_owner(slots, spans, pos)
    if lead is None and end is not None:
        read_behind_owner(slots, spans, end)
    if not slots.due:
        read_due(slots, spans)
    helps_from = owners.read_helping(slots)
    if helps_from and not slots.due:
        _read_before(slots, spans, helps_from)


def _read_before(slots: Slots, spans: list[DueSpan], end: int) -> None:
    """The due that ends before the clause in which somebody helps (redo it by Friday, Graham to help with the plan)."""
    last = next((one for one in spans if not slots.low[one.end : end].strip(" ,;\x00")), None)
    if last is None or last.end > end:
        return
    slots.due = slots.said(last.start, last.end)
    slots.take(last.start, last.end)
