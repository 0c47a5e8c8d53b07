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
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{3,6})?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|next|tomorrow|week|noon|at|on|in|[ap]m|st|nd|rd|th"
)
_MOMENT = re.compile(
    r"(?:[\d一二三四五六七八九十下本周星期礼拜年月日号天:点时半分上中下午早晚明后/.()\s~至到—–-]"
    rf"|(?<![a-z])(?:{_ENGLISH})(?![a-z]))+(?=$|[\s,;,，]|在|于)[\s,;，]*(?:在|于)?\s*+(?P<place>.*)$"
)


def _place_behind(head: Words) -> str:
    """下次会议：12月9日14:00 二号楼205: what stands behind the time, separated."""
    match = _MOMENT.match(head.low)
    return "" if match is None else trimmed(head.raw[match.start("place") : match.end("place")])


def is_moment(words: Words) -> bool:
    """Whether words are a time and at most a place behind it (12月9日14:00 二号楼205), and not 周五前交材料."""
    return _MOMENT.match(words.low) is not None
