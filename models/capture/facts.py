"""The meeting's own facts and the next meeting's time and place."""

from __future__ import annotations

import re

from models.capture.lexicon import marked
from models.capture.line import Context, Words, trimmed
from models.capture.values import FactLine, NextLine
from models.dates import parse_moment, parse_period
from models.vocabulary import scenario_in

_PLACE = re.compile(rf"(?:^|[\s,;。])(?:{marked('place')})\s*+:\s*+")
_TIME_LABEL = re.compile(rf"(?:^|(?<=[\s,;]))(?:{marked('time')})\s*+:\s*+")


def fact(field: str, words: Words, context: Context, doubt: bool = False) -> FactLine:
    """One fact; a time is read as start and end, a scenario as its value where the words name one."""
    value = words.text()
    if field == "time":
        starts_at, ends_at = parse_period(value, context.anchor.day)
        return FactLine(field=field, value=value, starts_at=starts_at, ends_at=ends_at, doubt=doubt)
    if field == "scenario":
        value = scenario_in(words.low) or value
    return FactLine(field=field, value=value, doubt=doubt)


_FIGURE = re.compile(r"[\d一二三四五六七八九十明后]")


def is_time(words: Words) -> bool:
    """Whether words may be a meeting's time: 时间 紧 is none."""
    return _FIGURE.search(words.low[:12]) is not None


def next_meeting(words: Words, context: Context, doubt: bool = False) -> NextLine:
    """The next meeting's time and place; the words are kept whole."""
    text = words.text()
    place = _PLACE.search(words.low)
    where = trimmed(words.raw[place.end() :]) if place else ""
    head = words.cut(0, place.start()) if place else words
    if label := _TIME_LABEL.match(head.low):
        head = head.cut(label.end())
    when = parse_moment(head.text(), context.anchor)
    if not where and when is not None:
        where = _place_behind(head)
    return NextLine(next_at=when, next_place=where or None, text=text, doubt=doubt)


_ENGLISH = (
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{3,6})?|(?:mon|tues?|wed(?:nes)?"
    r"|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|next|tomorrow|week|noon|at|on|in|[ap]m|st|nd|rd|th"
)
_MOMENT = re.compile(
    r"(?:[\d一二两三四五六七八九十下本周星期礼拜年月日号天:点时半分上中下午早晚明后/.()\s~至到—–-]"
    rf"|(?<![a-z])(?:{_ENGLISH})(?![a-z]))+(?=$|[\s,;,，]|在|于)[\s,;，]*(?:在|于)?\s*+(?P<place>.*)$"
)


def _place_behind(head: Words) -> str:
    """下次会议：12月9日14:00 二号楼205: what stands behind the time, separated."""
    match = _MOMENT.match(head.low)
    return "" if match is None else trimmed(head.raw[match.start("place") : match.end("place")])


_AGAIN = re.compile(
    r"(?:那|行|好|ok)?[\s,，]*+(?:下[次回]|下一次|next(?: one| time)?)(?:会议?|例会|碰头会?|开会|我们|大家|就"
    r"|再|还是|还|定在?|放在?|约在?|:)*\s*+"
)
_MEETS = (
    r"(?:再|还是|还|继续|接着|准时|都|老)*+(?:碰一?下?|碰头|碰面|碰个头|开会?|见|聚|聚一下|过|来|对一下"
    r"|same time)?(?:吧|了)?"
)
_ROOM = (
    r"(?:(?:还|仍|也)?(?:是|在|就在|还是在?)?\s*+(?P<place>(?:这|那|老|同一?)[^,，;；。\s]{1,8}"
    r"|[^,，;；。]{0,14}?(?:会议室|室|楼|厅|线上|会议|zoom|teams|食堂|\b(?:room|place|canteen|office|online))))?"
)
_BEHIND = re.compile(
    rf"[\s,，]*+{_MEETS}[\s,，]*+{_ROOM}[\s,，]*+{_MEETS}(?:[,，;；\s]\s*+(?:(?:专门|主要|重点|继续|再"
    rf"|接着)*(?:看|过|聊|说|评|议|讨论)\S.*))?[。.!！]?"
)
_SAME_TIME = re.compile(r"(?=\S{0,8}(?:同一时间|老时间|这个时间|这个点|\d{1,2}\s*+[点:]))")
_AGAIN_LAST = re.compile(
    r"\s*+(?:继续|接着)(?:吧)?\s*+[。.!！]?|\s*+(?:再|接着|继续|还)+(?:碰|碰头|碰一下|碰一次|开|开会|聚"
    r"|过一遍)(?:吧)?\s*+[。.!！]?"
)
_TIME_RUN = re.compile(
    r"(?:[\d一二两三四五六七八九十下本周星期礼拜月日号天:点时半刻分上中下午早晚明后大/.\s~至到—–-]|同一时间"
    r"|老时间|[ap]m|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    r"|\b(?:on|at|the)\b|(?<=\d)(?:st|nd|rd|th))+"
)


def met_again(words: Words, context: Context, doubt: bool = False) -> NextLine | None:
    """The next meeting in a sentence without marker (下次28号下午2点还是这间, 下周二同一时间再碰); None for others."""
    again = _AGAIN.match(words.low)
    start = again.end() if again else 0
    run = _TIME_RUN.match(words.low, start)
    if run is None or (again is None and not _SAME_TIME.match(words.low)):
        return None
    when = parse_moment(_clocked(run[0].strip().replace("老时间", "同一时间")), context.anchor)
    behind = (_BEHIND if again else _AGAIN_LAST).fullmatch(words.low, run.end())
    if when is None or behind is None:
        return None
    place = behind.groupdict().get("place") or ""
    where = trimmed(words.raw[slice(*behind.span("place"))]) if place else ""
    return NextLine(next_at=when, next_place=where or None, text=words.text(), doubt=doubt)


def _clocked(said: str) -> str:
    """The words with an English 9.30 as 9:30."""
    return re.sub(r"(?<![\d.])(\d{1,2})\.([0-5]\d)(?![\d.])", r"\1:\2", said) if said.isascii() else said


def is_moment(words: Words) -> bool:
    """Whether words are a time and at most a place behind it (12月9日14:00 二号楼205), and not 周五前交材料."""
    return _MOMENT.match(words.low) is not None
