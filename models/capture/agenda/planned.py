"""Planned lengths of topics: 20分钟, 半小时, 一个半小时, 1小时20分钟, half an hour, in minutes."""

from __future__ import annotations

import re

from models.dates.plain import NUMERAL, number

_MINUTE = r"(?:分钟|分|min(?:ute)?s?|m|'|′|’)"
_HOUR = r"(?:小时|钟头|hours?|hrs?|h)"
_LENGTH = re.compile(
    r"(?:约|大约|预计|计划|about )?\s*+(?:"
    rf"(?P<half>半个?{_HOUR}|half an hour|half-hour)"
    rf"|(?P<hours>{NUMERAL}(?:\.\d)?)\s*+个?(?P<half_before>半)?{_HOUR}(?P<half_after>半)?"
    rf"(?:\s*+零?(?P<more>{NUMERAL})\s*+{_MINUTE}?)?"
    r"|(?P<quarters>[123一二两三])\s*+刻钟"
    rf"|(?:{NUMERAL}\s*+[-~至到—–]\s*+)?(?P<minutes>{NUMERAL})\s*+{_MINUTE}"
    r")\s*+(?:左右)?"
)
_BRACKETED = re.compile(r"\(\s*+([^()]{1,24}?)\s*+\)\s*+$")
_BEHIND = re.compile(rf"[\s,，]\s*+(半个?小时|half an hour|{NUMERAL}\s*+(?:分钟|min(?:ute)?s?))\s*+$")
"""Without brackets, hours may be what the topic is about (响应时限 2小时)."""
_LONGEST = 24 * 60


def planned(low: str) -> int | None:
    """How long a text says, if it says nothing else; `low` is folded and in lower case."""
    match = _LENGTH.fullmatch(low.strip())
    if match is None:
        return None
    if match["half"]:
        return 30
    if match["quarters"]:
        return 15 * number(match["quarters"])
    if match["minutes"]:
        return _within(_value(match["minutes"]))
    half = 0.5 if match["half_before"] or match["half_after"] else 0
    more = _value(match["more"]) if match["more"] else 0
    return _within((_value(match["hours"]) + half) * 60 + more)


def _value(figure: str) -> float:
    return float(figure) if "." in figure else number(figure)


def _within(minutes: float) -> int | None:
    return round(minutes) if 0 < minutes <= _LONGEST else None


def cut_off(low: str) -> tuple[int, int] | None:
    """Where a topic's title ends that says its length behind it, and that length; None where none is said."""
    for shape in (_BRACKETED, _BEHIND):
        if (found := shape.search(low)) and (minutes := planned(found[1])):
            return found.start(), minutes
    return None
