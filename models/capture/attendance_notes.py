"""What is said about somebody's attendance beside the name: reason, stand-in, time."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from models.capture.line import Context, Words, trimmed
from models.capture.mentions import mention_at
from models.capture.values import AttendanceLine
from models.dates import parse_time

TIME = re.compile(
    r"(?:(?:(?:上午|下午|中午|早上|晚上)?\s*+\d{1,2}(?::\d{2}|[点时](?:\d{1,2}分?|半|[一三]刻)?))(?:\s*+[ap]m)?"
    r"|(?:十[一二]?|[一二两三四五六七八九])[点时](?:[一二三四五]?十[一二三四五六七八九]?分?|零?五分|半|[一三]刻)?"
    r"|\d{1,2}\s?[ap]m\b)"
)
LATE_BY = re.compile(r"(?:迟到|晚到|晚)?(?:约)?\s*+(\d{1,3})\s*+(?:分钟|min(?:ute)?s?)")
_PROXY = re.compile(
    r"(?:后面|后续|之后|接下来|下面)?(?:已?(?:经)?(?:安排|委托|指派|派|请|由|委派|让|叫|换|托)|已请)?\s*+(?P<name>[^,;。、\s]{2,12}?)\s*+(?:代为|代替|代表|替|代)(?:其|他|她)?"
    r"(?:参会|参加(?:会议)?|出席|与会|到会|开会|会议|会)?"
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


def is_proxy(low: str) -> bool:
    """Whether words name a stand-in (王工代参会)."""
    return _PROXY.fullmatch(low) is not None


def proxy_of(words: Words, context: Context) -> str | None:
    """Who stands in (已安排陈工程师代为参会, 王工代); as the meeting calls the person."""
    match = _PROXY.fullmatch(words.low)
    if match is None:
        return None
    group = "name" if match["name"] else "english"
    found = mention_at(words, match.start(group), context)
    if found is not None and found.end == match.end(group) and found.certain and found.person:
        return found.person
    return words.raw[match.start(group) : match.end(group)]


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
        late = LATE_BY.fullmatch(line.reason or "")
        start = context.anchor.starts_at
        if late is None:
            return replace(line, arrived_at=context.now)
        if start is not None:
            came = start + dt.timedelta(minutes=int(late[1]))
            return replace(line, arrived_at=came.strftime("%H:%M"), reason=None)
    if line.attendance == "left" and line.left_at is None:
        return replace(line, left_at=context.now)
    return line
