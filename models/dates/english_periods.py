"""English periods, read by the same rules: end of month, next week, mid-October, Q4 2026."""

from __future__ import annotations

import datetime as dt
import re

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
from models.dates.days import KEPT_BACK
from models.dates.english import EDGE, MONTH_STARTS, MONTHS, month_number

_END = r"(?:the )?(?:very )?(?P<part>end|beginning|start|middle|mid) of (?:the )?"
_PART = r"(?P<part>early|late|mid)[- ]"
_WHICH = r"(?:(?P<which>this|next|last) )?"
_UNIT = r"(?P<unit>week|month|quarter|year)"
_YEAR = r"(?:,? (?P<year>20\d\d))?"
_END_STARTS = "EeBbSsMmTt"
_PART_STARTS = "EeLlMm"
_EARLY = ("beginning", "start", "early")
_SHORT = {"eom": "month", "eow": "week", "eoy": "year", "eoq": "quarter"}
_MONTHS_LONG = {"month": 1, "quarter": 3, "half": 6, "year": 12}
# What the beginning of a period means by convention, as a day of its first month.
_EARLY_DAYS = {1: 5, 3: 10, 6: 10, 12: 31}


def _part(match: re.Match[str], year: int, month: int, length: int) -> Reading:
    """A span of whole months or the part of it that is named; its beginning and middle are approximate days."""
    first, last = month_start(year, month), month_end(year, month + length - 1)
    part = (match.groupdict().get("part") or "").lower()
    if part in ("end", "late"):
        return Reading(last)
    if part in _EARLY:
        return Reading(first.replace(day=_EARLY_DAYS[length]), (APPROXIMATE,))
    if part:
        return Reading(month_start(year, month + length // 2).replace(day=15), (APPROXIMATE,))
    return Reading(last, start=first)


def _next_years(match: re.Match[str], scene: Scene, month: int, length: int) -> Reading:
    later = _part(match, scene.day.year + 1, month, length)
    return Reading(later.day, (*later.flags, OTHER_YEAR), later.start)


def _named_month(match: re.Match[str], scene: Scene) -> Reading:
    written = int(match["year"]) if match["year"] else None
    month = month_number(match)
    reading = _part(match, written or scene.day.year, month, 1)
    if written is None and reading.day is not None and reading.day < scene.day - KEPT_BACK:
        return _next_years(match, scene, month, 1)
    return reading


def _period(match: re.Match[str], scene: Scene) -> Reading:
    groups = match.groupdict()
    short = (groups.get("short") or "").lower()
    unit = _SHORT.get(short) or match["unit"].lower()
    ahead = {"next": 1, "last": -1}.get((groups.get("which") or "").lower(), 0)
    if unit == "week":
        return _week(match, ahead, scene)
    length = _MONTHS_LONG[unit]
    month = (scene.day.month - 1) // length * length + 1 + ahead * length
    reading = _part(match, scene.day.year, month, length)
    return Reading(reading.day) if short else reading


def _week(match: re.Match[str], ahead: int, scene: Scene) -> Reading:
    monday = scene.day + dt.timedelta(days=7 * ahead - scene.day.weekday())
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
    return _part(match, int(written) if written else scene.day.year, month, length)


RULES = (
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
    Rule("period", _PART_STARTS, rf"{_PART}(?P<kind>[qh])(?P<number>\d){_YEAR}{EDGE}", _quarter),
)
