"""What is said about somebody's attendance beside the name: reason, stand-in, time."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from models.capture.line import Context, Words, trimmed
from models.capture.named.mentions import mention_at
from models.capture.values import AttendanceLine
from models.dates import parse_time
from models.dates.plain import number

TIME = re.compile(
    r"(?:(?:(?:上午|下午|中午|早上|晚上)?\s*+\d{1,2}(?::\d{2}|[点时](?:\d{1,2}分?|半|[一三]刻)?))(?:\s*+[ap]m(?![a-z]))?"
    r"|(?:十[一二]?|[一二两三四五六七八九])[点时](?:[一二三四五]?十[一二三四五六七八九]?分?|零?五分|半|[一三]刻)?"
    r"|\d{1,2}\s?[ap]m(?![a-z]))"
)
_LATE_BY = re.compile(
    r"(?:迟到|晚到|晚个?)?(?:约|大概)?\s*+(?:(?P<half>半个?小时)"
    r"|(?P<n>\d{1,3}|[一二三四五六七八九十两]+)来?\s*+(?:分钟|min(?:ute)?s?))"
)
_SENDS = r"已?(?:安排|委托|指派|委派|派了?|请|由|让|叫|换成?|换了|改由|托)|(?:has |have )?(?:sent|sends|sending)(?= )"
_INSTEAD = r"代替|代表|代为|顶替|代|替|顶"
_COMES_ALONG = r"过?来|参会|参加(?:会议)?|出席|与会|到会|开会|听会?|会议|会|了|的|一下"
_PROXY = re.compile(
    rf"(?:(?:已经?|就|只好|今天|后面|后续|后来|之后|接下来|下面)\s*+)*+(?P<sends>(?:{_SENDS})\s*+)?"
    r"(?:(?:他们|她们|我们|他|她|自己|部门|[科处部室组店])++[里内那]?(?:边)?的?)?(?:同事)?"
    rf"(?P<name>[^,;。、\s]{{1,12}}?)\s?(?:来?(?:{_INSTEAD})(?:其|他们?|她们?|一下|个班)?(?:{_COMES_ALONG})*"
    r"|(?P<sent>(?<!\s)(?:过?来|参加(?:会议)?|参会|到会|出席)(?:了|的)?))"
    r"|(?P<english>[a-z][a-z .'-]*?) (?:stands in|standing in|attends instead|as proxy|is proxy)"
)
_FOR = re.compile(r"(?:代替?|替|for )\s*+(?P<name>[^,;。]{2,12})")
_SEPARATOR = re.compile(r"[，,；;]")
_CAUSE = re.compile(r"(?:原因(?:是|为)?\s*+:?|因(?![公病事故])为?|由于)\s*+(?=\S)")
_LEAVES = re.compile("走|离|退|left")
_COMES = re.compile("到|来|进")


def parts(note: str) -> list[Words]:
    """Clauses of a note in brackets, between its commas and semicolons."""
    return [Words.of(trimmed(part)) for part in _SEPARATOR.split(note) if trimmed(part)]


def noted(line: AttendanceLine, note: str, context: Context) -> tuple[AttendanceLine, list[AttendanceLine]]:
    """The line with what a note says, and the line of the absent person it names (代刘总监)."""
    reasons: list[str] = []
    more: list[AttendanceLine] = []
    for words in parts(note):
        instead = _FOR.fullmatch(words.low)
        if (stand_in := proxy_of(words, context)) is not None:
            line = replace(line, proxy=stand_in)
        elif instead is not None and line.attendance == "present":
            more.append(_replaced(line, words, instead.start("name"), context))
        elif (time := clock(words.low)) is not None:
            line = _with_time(line, words.low, time)
        else:
            cause = _CAUSE.match(words.low)
            reasons.append(words.raw[cause.end() if cause else 0 :])
    if reasons:
        line = replace(line, reason="，".join(filter(None, [line.reason, *reasons])))
    return line, more


def _replaced(line: AttendanceLine, words: Words, start: int, context: Context) -> AttendanceLine:
    absent = mention_at(words, start, context)
    department = (absent.department if absent else None) or line.department
    name = (absent.person if absent else None) or words.raw[start:]
    return AttendanceLine(
        department=department, name=name, attendance="absent", proxy=line.name, doubt=line.doubt
    )


def _with_time(line: AttendanceLine, low: str, time: str) -> AttendanceLine:
    if line.attendance == "left" or _LEAVES.search(low):
        return replace(line, attendance="left", left_at=time)
    if line.attendance == "absent":
        return replace(line, reason="，".join(filter(None, [line.reason, low])))
    late = line.attendance != "present" or _COMES.search(low)
    return replace(line, attendance="late" if late else "present", arrived_at=time)


def clock(low: str) -> str | None:
    """The time of day a note says (14:30到会, 下午2点半), as HH:MM."""
    match = TIME.search(low)
    return parse_time(match[0].strip()) if match else None


def proxy_at(low: str, pos: int = 0) -> tuple[int, int] | None:
    """Where the name of a stand-in stands in words that fill the rest (已安排陈工程师代为参会, 委托科里小骆来)."""
    match = _PROXY.fullmatch(low, pos)
    if match is None or (match["sent"] and not match["sends"]):
        return None
    return match.span("english" if match["english"] else "name")


def proxy_of(words: Words, context: Context) -> str | None:
    """Who stands in; as the meeting calls the person."""
    span = proxy_at(words.low)
    if span is None:
        return None
    found = mention_at(words, span[0], context)
    if found is not None and found.end == span[1] and found.certain and found.person:
        return found.person
    return words.raw[slice(*span)]


def minutes_late(low: str) -> int | None:
    """How many minutes late words say that somebody is or will be (迟到10分钟, 晚半小时)."""
    match = _LATE_BY.search(low)
    if match is None:
        return None
    return 30 if match["half"] else number(match["n"].replace("两", "二"))


def minutes_behind(minutes: int, context: Context) -> str | None:
    """The time so many minutes behind the meeting's start, as HH:MM; none where nobody knows when it starts."""
    start = context.anchor.starts_at
    return None if start is None else (start + dt.timedelta(minutes=minutes)).strftime("%H:%M")


def came(line: AttendanceLine, time: str | None, context: Context) -> AttendanceLine:
    """Somebody who came, then or now: late, unless that was before the meeting began."""
    start = context.anchor.starts_at
    when = in_half_of_day(time, start) or context.now
    on_time = when is not None and start is not None and when <= start.strftime("%H:%M")
    return replace(line, attendance="present" if on_time else "late", arrived_at=when)


_BEFORE_START, _BEHIND_START = dt.timedelta(hours=1), dt.timedelta(hours=6)


def in_half_of_day(clock: str | None, start: dt.datetime | None) -> str | None:
    """A time of day, twelve hours later where only then it is one of the meeting's (4:20 in an afternoon)."""
    if clock is None or start is None or not 1 <= int(clock[:2]) < 12:
        return clock
    said = dt.datetime.combine(start.date(), dt.time.fromisoformat(clock))
    earliest, later = start - _BEFORE_START, said + dt.timedelta(hours=12)
    if said < earliest <= later <= start + _BEHIND_START:
        return later.strftime("%H:%M")
    return clock


def timed(line: AttendanceLine, context: Context) -> AttendanceLine:
    """The line with the time of now where it needs one and none was said; ten minutes late is a time as well."""
    line = replace(
        line,
        arrived_at=in_half_of_day(line.arrived_at, context.anchor.starts_at),
        left_at=in_half_of_day(line.left_at, context.anchor.starts_at),
    )
    if line.attendance == "late" and line.arrived_at is None:
        reason = line.reason or ""
        late = minutes_late(reason) if _LATE_BY.fullmatch(reason) else None
        if late is None:
            return replace(line, arrived_at=context.now)
        if at := minutes_behind(late, context):
            return replace(line, arrived_at=at, reason=None)
    if line.attendance == "left" and line.left_at is None:
        return replace(line, left_at=context.now)
    return line
