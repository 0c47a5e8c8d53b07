"""English periods, read by the same rules: end of month, next week, mid-October, Q4 2026."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from models.dates.core import (
    APPROXIMATE,
    INVALID_DAY,
    OTHER_YEAR,
    Reading,
    Rule,
    Scene,
    month_end,
    month_start,
)
from models.dates.days import KEPT_BACK, on_date
from models.dates.english import DAY_NAMES, EDGE, MONTH_STARTS, MONTHS, month_number
from models.dates.periods import nth_week, nth_weekday, nth_working_day

_END = r"(?:the )?(?:very )?(?P<part>end|beginning|start|middle|mid) of (?:the )?"
_PART = r"(?P<part>early|late|mid)[- ]"
_WHICH = r"(?:(?P<which>this|next|last|coming|following) )?"
_UNIT = r"(?P<unit>week|wk|month|quarter|year)"
_YEAR = r"(?:,? (?P<year>20\d\d))?"
_END_STARTS = "EeBbSsMmTt"
_PART_STARTS = "EeLlMm"
_EARLY = ("beginning", "start", "early")
_NTH = (
    r"(?:the )?(?P<nth>first|second|third|fourth|fifth|last|final|1st|2nd|3rd|4th|5th)"
    r" (?:(?P<working>working|business) day|(?P<nth_day>(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?"
    r"|sun)(?:day)?)|(?P<one>day|week))"
    r" (?:of|in) (?:the )?"
)
_NTH_STARTS = "TtFfSsLl12345"
_NTHS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1}
_SHORT = {"eom": "month", "eow": "week", "eoy": "year", "eoq": "quarter"}
_MONTHS_LONG = {"month": 1, "quarter": 3, "half": 6, "year": 12}
# What the beginning of a period means by convention, as a day of its first month.
_EARLY_DAYS = {1: 5, 3: 10, 6: 10, 12: 31}


def _part(match: re.Match[str], year: int, month: int, length: int, scene: Scene) -> Reading:
    """A span of whole months or the part of it that is named; its beginning and middle are approximate days."""
    first, last = month_start(year, month), month_end(year, month + length - 1)
    if match.groupdict().get("nth"):
        return _nth(match, first, last, scene)
    part = (match.groupdict().get("part") or "").lower()
    if part in ("end", "late"):
        return Reading(last)
    if part in _EARLY:
        return Reading(first.replace(day=_EARLY_DAYS[length]), (APPROXIMATE,))
    if part:
        return Reading(month_start(year, month + length // 2).replace(day=15), (APPROXIMATE,))
    return Reading(last, start=first)


def _nth(match: re.Match[str], first: dt.date, last: dt.date, scene: Scene) -> Reading:
    """The first Monday, last working day, last day or second week of a period."""
    word = match["nth"].lower()
    nth = int(word[0]) if word[0].isdigit() else _NTHS[word]
    if match["nth_day"]:
        return nth_weekday(nth, DAY_NAMES.index(match["nth_day"][:3].lower()), first, last)
    if match["working"]:
        return nth_working_day(nth, first, last, scene)
    if match["one"].lower() == "week":
        return nth_week(nth, first, last, scene)
    return Reading(last if nth < 0 else first + dt.timedelta(days=nth - 1))


def _next_years(match: re.Match[str], scene: Scene, month: int, length: int) -> Reading:
    later = _part(match, scene.day.year + 1, month, length, scene)
    return Reading(later.day, (*later.flags, OTHER_YEAR), later.start)


def _named_month(match: re.Match[str], scene: Scene) -> Reading:
    written = int(match["year"]) if match["year"] else None
    month = month_number(match)
    reading = _part(match, written or scene.day.year, month, 1, scene)
    if written is None and reading.day is not None and reading.day < scene.day - KEPT_BACK:
        return _next_years(match, scene, month, 1)
    return reading


def _period(match: re.Match[str], scene: Scene) -> Reading:
    groups = match.groupdict()
    short = (groups.get("short") or "").lower()
    unit = _SHORT.get(short) or match["unit"].lower().replace("wk", "week")
    ahead = {"next": 1, "following": 1, "last": -1}.get((groups.get("which") or "").lower(), 0)
    if unit == "week":
        return _week(match, ahead, scene)
    length = _MONTHS_LONG[unit]
    month = (scene.day.month - 1) // length * length + 1 + ahead * length
    reading = _part(match, scene.day.year, month, length, scene)
    return Reading(reading.day) if short else reading


def _week(match: re.Match[str], ahead: int, scene: Scene) -> Reading:
    monday = scene.day + dt.timedelta(days=7 * ahead - scene.day.weekday())
    if match.groupdict().get("nth"):
        return _nth(match, monday, monday + dt.timedelta(days=6), scene)
    part = (match.groupdict().get("part") or "").lower()
    if part in _EARLY:
        return Reading(monday, (APPROXIMATE,))
    if part in ("mid", "middle"):
        return Reading(monday + dt.timedelta(days=2), (APPROXIMATE,))
    days = [monday + dt.timedelta(days=one) for one in range(7)]
    last = max((one for one in days if scene.calendar.is_workday(one)), default=days[-1])
    bare = not part and not match.groupdict().get("short")
    return Reading(last, start=monday if bare else None)


def _quarter(match: re.Match[str], scene: Scene) -> Reading:
    """Q4 and H2, next year's once this year's is over."""
    half, number = match["kind"].lower() == "h", int(match["number"])
    if not 1 <= number <= (2 if half else 4):
        return Reading(None, (INVALID_DAY,))
    length = _MONTHS_LONG["half" if half else "quarter"]
    month = (number - 1) * length + 1
    written = match["year"] or match.groupdict().get("before_year")
    if not written and month_end(scene.day.year, month + length - 1) < scene.day:
        return _next_years(match, scene, month, length)
    return _part(match, int(written) if written else scene.day.year, month, length, scene)


def _week_of(match: re.Match[str], scene: Scene) -> Reading:
    """w/c 14 Dec, week of Dec 14: that week, whose last working day counts."""
    day = on_date(None, month_number(match), int(match["day"]), scene).day
    if day is None:
        return Reading(None, (INVALID_DAY,))
    monday = day - dt.timedelta(days=day.weekday())
    return replace(nth_week(1, monday, monday + dt.timedelta(days=6), scene), flags=(), start=monday)


def _week_after_next(match: re.Match[str], scene: Scene) -> Reading:
    return _week(match, 2, scene)


RULES = (
    Rule("period", _NTH_STARTS, rf"{_NTH}{MONTHS}{_YEAR}{EDGE}", _named_month),
    Rule("period", _NTH_STARTS, rf"{_NTH}{_WHICH}{_UNIT}\b", _period),
    Rule(
        "period",
        _NTH_STARTS + "QqHh",
        rf"{_NTH}(?P<kind>[qh])(?P<number>\d)(?!\d)(?:(?: of)?,? (?P<year>20\d\d))?{EDGE}",
        _quarter,
    ),
    Rule(
        "period",
        "WwTt",
        rf"(?:(?:the )?week (?:of|commencing|beginning|starting)|w/?c"
        rf"|wk) (?:the )?(?:{MONTHS} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?{EDGE})",
        _week_of,
    ),
    Rule(
        "period",
        "WwTt",
        rf"(?:(?:the )?week (?:of|commencing|beginning|starting)|w/?c|wk) (?:the )?(?P<day>\d{{1,2}})(?:st"
        rf"|nd|rd|th)? (?:of )?{MONTHS}{EDGE}",
        _week_of,
    ),
    Rule("period", _END_STARTS, rf"(?:{_END})?(?:the )?week after next\b", _week_after_next),
    Rule("period", _END_STARTS, rf"{_END}{MONTHS}{_YEAR}{EDGE}", _named_month),
    Rule("period", _PART_STARTS, rf"{_PART}{MONTHS}{_YEAR}{EDGE}", _named_month),
    Rule("period", MONTH_STARTS, rf"{MONTHS}(?: of)?{_YEAR}{EDGE}", _named_month, weak=True),
    Rule("period", _END_STARTS, rf"{_END}{_WHICH}{_UNIT}\b", _period),
    Rule("period", _PART_STARTS, rf"{_PART}{_WHICH}{_UNIT}\b", _period),
    Rule("period", "TtNnEeMmWwYyQq", rf"{_WHICH}{_UNIT}[ -](?P<part>end)\b", _period),
    Rule(
        "period",
        "TtNnLl",
        rf"(?P<which>this|next|last) {_UNIT}(?!-| (?:mon|tue|wed|thu|fri|sat|sun))\b",
        _period,
    ),
    Rule("period", "Tt", rf"(?<=within )the {_UNIT}\b", _period),
    Rule("period", "Ee", r"(?P<short>eom|eow|eoy|eoq)\b", _period),
    Rule(
        "period",
        _END_STARTS + "QqHh2",
        rf"(?:{_END})?(?:(?P<before_year>20\d\d) )?(?P<kind>[qh])(?P<number>\d)(?!\d)"
        rf"(?:(?: of)?,? (?P<year>20\d\d))?{EDGE}",
        _quarter,
    ),
    Rule(
        "period",
        _PART_STARTS,
        rf"{_PART}(?P<kind>[qh])(?P<number>\d)(?:(?: of)?,? (?P<year>20\d\d))?{EDGE}",
        _quarter,
    ),
)
