"""Attendance said in a sentence: 郑经理到了 · 15:20 赵经理先走 · 周总监因客户拜访缺席，王工代参会 · 郑经理（14:30到会）."""

from __future__ import annotations

import re
from dataclasses import replace

from models.capture.context import Context
from models.capture.mentions import Mention, mentions_at
from models.capture.parsed import AttendanceLine
from models.capture.notes import TIME, clock, noted, parts, proxy_of, timed
from models.capture.roll import all_present, everybody
from models.capture.words import Words, trimmed

_STATES = (
    (
        "absent",
        None,
        "缺席|没来|没有来|未到(?![账货期位])|没到|未能到会|请假|请了?[病事年]假|未出席|未参会|(?:不能|无法|未能)(?:参会|参加|出席|到会)|来不了|不来了|缺会|is absent|absent",
    ),
    (
        "left",
        None,
        "先走|先行离开|离席|早退|提前离会|提前离席|提前离开|提前走|先离开|先离席|先离会|离会|离开会场|走了|left early|left|leaves",
    ),
    ("present", "observer", "列席"),
    (
        "present",
        None,
        "线上参会|线上参加|线上接入|线上出席|远程参会|远程接入|电话接入|电话参会|视频参会|出席|参会|到齐",
    ),
    ("late", None, "迟到|晚到|到了|到会|已到|到场|刚到|赶到|赶来|来了|进场|入场|arrived|is here|joined"),
)
_WORDS = tuple(
    (
        attendance,
        role,
        re.compile(
            rf"\s*(?:会议)?(?:今天|今日|本次|现在|刚刚?|才|还|尚|已经?|也|均|都|全部|要|需|先行|临时)*(?:{words})(?:会议|本次会议|一步)?(?:\s*了)?(?:\s*\d{{1,3}}\s*分钟)?\s*(?=$|[,;。.!()])"
        ),
    )
    for attendance, role, words in _STATES
)
_REASON = re.compile(
    r"\s*(?:(?:因为?|由于)(?P<reason>[^,;。]{1,40}?)(?:而|,)?|(?P<short>出差|生病|病假|休假|年假|事假|外出|开会|临时有事|有事))?(?=\s*(?:今天|今日|本次|临时|要|需|先行|已)*(?:缺席|没来|没有来|未到|没到|未能|请|未|不能|无法|来不了|不来|缺会|先|离|早退|提前|走|迟到|晚到|刚到|才到|列席|线上|远程|电话))"
)
_INSTEAD = re.compile(
    r"\s*(?:委托|由|请)\s*(?P<proxy>[^,;。]{2,12}?代(?:为|替)?(?:参会|参加|出席|与会|到会))\s*(?=$|[,;。])"
)
_LATE_BY = re.compile(r"(?:迟到|晚到)\s*(\d{1,3})\s*分钟")


def presence(words: Words, context: Context, doubt: bool = False) -> tuple[AttendanceLine, ...]:
    """Who came, went or stayed away; nothing where the words are not only about that."""
    low = words.low
    if everybody(words, context):
        return all_present(context, doubt)
    time = TIME.match(low)
    start = time.end() + len(low[time.end() :]) - len(low[time.end() :].lstrip(" ,")) if time else 0
    found = mentions_at(words, start, context)
    if not found or not all(one.certain for one in found):
        return ()
    said = clock(low[: time.end()]) if time else None
    end = found[-1].end
    if low[end : end + 1] == "(" and (close := low.find(")", end)) > 0:
        return _bracketed(words, found, end, close, said, context, doubt)
    return _said(words, found, end, said, context, doubt)


def _said(
    words: Words, found: list[Mention], pos: int, said: str | None, context: Context, doubt: bool
) -> tuple[AttendanceLine, ...]:
    low = words.low
    if instead := _INSTEAD.match(low, pos):
        proxy = proxy_of(words.cut(instead.start("proxy"), instead.end("proxy")), context)
        return _made(found, "absent", None, context, doubt, proxy=proxy) if proxy else ()
    time = re.compile(rf"\s*(?:于|在)?\s*({TIME.pattern})\s*(?:才|刚)?").match(low, pos)
    if time is not None:
        said, pos = clock(time[1]) or said, time.end()
        if low[pos : pos + 1] == "到" and not low[pos + 1 : pos + 2].isalnum():
            return _arrived(found, said, context, doubt) if not low[pos + 1 :].strip(" 。.") else ()
    reason = _REASON.match(low, pos)
    why = ""
    if reason is not None and reason.lastgroup:
        why, pos = words.raw[reason.start(reason.lastgroup) : reason.end(reason.lastgroup)], reason.end()
    for attendance, role, shape in _WORDS:
        if match := shape.match(low, pos):
            rest = words.cut(match.end())
            if attendance != "absent" and not any(one.person for one in found):
                return ()
            if not why and "假" in match[0]:
                why = match[0].strip(" 了。")
            return _finished(found, attendance, role, why, said, match[0], rest, context, doubt)
    return ()


def _finished(
    found: list[Mention],
    attendance: str,
    role: str | None,
    why: str,
    said: str | None,
    word: str,
    rest: Words,
    context: Context,
    doubt: bool,
) -> tuple[AttendanceLine, ...]:
    """What follows the attendance word may be a stand-in, a reason or brackets; anything else makes the line something else."""
    note = trimmed(rest.raw).strip("()（）。. ")
    if note and not _is_note(note, attendance, context):
        return ()
    if attendance == "late" and not _LATE_BY.search(word) and "迟" not in word and "晚" not in word:
        lines = _arrived(found, said, context, doubt)
    else:
        lines = _made(found, attendance, role, context, doubt, said=said, reason=why)
        if by := _LATE_BY.search(word):
            lines = tuple(replace(one, reason=f"{by[1]}分钟", arrived_at=None) for one in lines)
        elif attendance == "present" and re.search("线上|远程|电话|视频", word):
            lines = tuple(replace(one, reason=re.search("线上|远程|电话|视频", word)[0]) for one in lines)  # type: ignore[index]
    if note:
        lines = tuple(noted(one, note, context)[0] for one in lines)
    return lines


def _is_note(note: str, attendance: str, context: Context) -> bool:
    if any(proxy_of(part, context) for part in parts(note)):
        return True
    if re.match("原因|因为|因(?!此)|由于", note):
        return True
    return (
        attendance == "absent"
        and len(note) <= 12
        and re.search("出差|拜访|请假|生病|休假|客户|冲突|有事", note) is not None
    )


def _bracketed(
    words: Words,
    found: list[Mention],
    opening: int,
    close: int,
    said: str | None,
    context: Context,
    doubt: bool,
) -> tuple[AttendanceLine, ...]:
    """郑经理（14:30到会）, 周经理（请假）: the word stands in brackets."""
    behind = words.low[close + 1 :].strip(" 。.")
    if behind:
        tail = _said(words, found, close + 1, said, context, doubt)
        note = words.raw[opening + 1 : close]
        return tuple(noted(one, note, context)[0] for one in tail)
    inner = words.cut(opening + 1, close)
    if (time := clock(inner.low)) and re.fullmatch(
        rf"{TIME.pattern}\s*(?:才|刚)?(?:到会?|到场|到达|来|进|赶到|参会|加入|arrived?)(?:了)?", inner.low
    ):
        return _arrived(found, time, context, doubt)
    return _said(inner, found, 0, said, context, doubt)


def _arrived(
    found: list[Mention], said: str | None, context: Context, doubt: bool
) -> tuple[AttendanceLine, ...]:
    """Somebody came: late, unless that was before the meeting began."""
    when = said or context.now
    start = context.anchor.starts_at
    on_time = when is not None and start is not None and when <= start.strftime("%H:%M")
    lines = _made(found, "present" if on_time else "late", None, context, doubt)
    return tuple(replace(one, arrived_at=when) for one in lines)


def _made(
    found: list[Mention],
    attendance: str,
    role: str | None,
    context: Context,
    doubt: bool,
    said: str | None = None,
    reason: str = "",
    proxy: str | None = None,
) -> tuple[AttendanceLine, ...]:
    lines = []
    for one in found:
        line = AttendanceLine(
            department=one.department,
            name=one.person,
            attendance=attendance,
            role=role,
            reason=reason or None,
            proxy=proxy,
            doubt=doubt,
        )
        if said is not None:
            line = (
                replace(line, left_at=said)
                if attendance == "left"
                else replace(line, arrived_at=said)
                if attendance == "late"
                else line
            )
        lines.append(timed(line, context))
    return tuple(lines)
