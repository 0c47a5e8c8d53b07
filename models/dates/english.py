"""English due expressions, read by the same rules: Nov 30, next Friday, end of month, in 3 working days."""

from __future__ import annotations

import datetime as dt
import re

from models.dates.clock import read_time
from models.dates.core import (
    AFTER_WORK,
    APPROXIMATE,
    FROM_CLOSE,
    OTHER_YEAR,
    Reader,
    Reading,
    Rule,
    Scene,
    add_months,
    month_end,
    month_start,
)
from models.dates.days import KEPT_BACK, on_date, weekday_on

_MONTHS = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_MONTH_NUMBERS = {
    name: value
    for value, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_DAY_NAMES = r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_DAYS = (
    r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
_DAY_NUMBERS = {name: value for value, name in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])}
_NUMBERS = {
    name: value
    for value, name in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    )
}
_NUMBERS |= {
    "a": 1,
    "an": 1,
    "the": 1,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "a couple of": 2,
    "half a": 0,
}
_COUNT = r"(?P<count>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|an?)"
_END = r"(?:the )?(?:very )?(?P<part>end|beginning|start|middle|mid) of (?:the )?"
_ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"


def _month_number(match: re.Match[str]) -> int:
    return _MONTH_NUMBERS[match["month"][:3].lower()]


def _date(match: re.Match[str], scene: Scene) -> Reading:
    year = int(match["year"]) if match["year"] else None
    return on_date(year, _month_number(match), int(match["day"]), scene)


def _ordinal(match: re.Match[str], scene: Scene) -> Reading:
    """The 20th: of this month, or of the next where that is past."""
    for ahead in (0, 1):
        first = month_start(scene.day.year, scene.day.month + ahead)
        reading = on_date(first.year, first.month, int(match["day"]), scene)
        if reading.day is None or reading.day >= scene.day:
            return reading
    return reading


def _named_month(match: re.Match[str], scene: Scene) -> Reading:
    written = int(match["year"]) if match["year"] else None
    reading = _part(match, written or scene.day.year, _month_number(match), 1)
    if written is None and reading.day is not None and reading.day < scene.day - KEPT_BACK:
        later = _part(match, scene.day.year + 1, _month_number(match), 1)
        return Reading(later.day, (*later.flags, OTHER_YEAR), later.start)
    return reading


def _part(match: re.Match[str], year: int, month: int, length: int) -> Reading:
    """A span of whole months or the part of it that is named; its beginning and middle are approximate days."""
    first, last = month_start(year, month), month_end(year, month + length - 1)
    part = (match.groupdict().get("part") or "").lower()
    if part in ("end", "late"):
        return Reading(last)
    if part in ("beginning", "start", "early"):
        return Reading(first.replace(day=10 if length == 3 else 31 if length == 12 else 5), (APPROXIMATE,))
    if part in ("mid", "middle"):
        return Reading(month_start(year, month + length // 2).replace(day=15), (APPROXIMATE,))
    return Reading(last, start=first)


def _weekday(match: re.Match[str], scene: Scene) -> Reading:
    groups = match.groupdict()
    which = (groups.get("which") or groups.get("week") or "").lower()
    week = {"this": "本", "next": "下", "last": "上"}.get(which)
    return weekday_on(week, _DAY_NUMBERS[match["weekday"][:3].lower()], scene)


def _relative(match: re.Match[str], scene: Scene) -> Reading:
    word = match["word"].lower()
    ahead = (
        2
        if word.startswith(("the day after", "day after"))
        else 1
        if word.startswith(("tomorrow", "next day", "the next"))
        else 0
    )
    return Reading(scene.day + dt.timedelta(days=ahead), ("晚上",) if word == "tonight" else ())


def _end_of_day(_match: re.Match[str], scene: Scene) -> Reading:
    return Reading(scene.day, (AFTER_WORK,))


_SHORT = {"eom": "month", "eow": "week", "eoy": "year", "eoq": "quarter"}


def _period(match: re.Match[str], scene: Scene) -> Reading:
    groups = match.groupdict()
    short = (groups.get("short") or "").lower()
    unit = _SHORT.get(short) or match["unit"].lower()
    ahead = {"next": 1, "last": -1}.get((groups.get("which") or "").lower(), 0)
    if unit == "week":
        return _week(match, ahead, scene)
    length = {"month": 1, "quarter": 3, "year": 12}[unit]
    month = (scene.day.month - 1) // length * length + 1 + ahead * length
    reading = _part(match, scene.day.year, month, length)
    return Reading(reading.day) if short else reading


def _week(match: re.Match[str], ahead: int, scene: Scene) -> Reading:
    monday = scene.day + dt.timedelta(days=7 * ahead - scene.day.weekday())
    part = (match.groupdict().get("part") or "").lower()
    if part in ("beginning", "start", "early"):
        return Reading(monday, (APPROXIMATE,))
    if part in ("mid", "middle"):
        return Reading(monday + dt.timedelta(days=2), (APPROXIMATE,))
    last = max(
        (one for one in _days(monday) if scene.calendar.is_workday(one)),
        default=monday + dt.timedelta(days=6),
    )
    bare = not part and not match.groupdict().get("short")
    return Reading(last, start=monday if bare else None)


def _days(monday: dt.date) -> list[dt.date]:
    return [monday + dt.timedelta(days=ahead) for ahead in range(7)]


def _quarter(match: re.Match[str], scene: Scene) -> Reading:
    half = match["kind"].lower() == "h"
    length = 6 if half else 3
    month = (int(match["number"]) - 1) * length + 1
    if (half and int(match["number"]) > 2) or not 1 <= int(match["number"]) <= 4:
        return Reading(None, ())
    written = match["year"] or match["before_year"]
    year = int(written) if written else scene.day.year
    if not written and month_end(year, month + length - 1) < scene.day:
        later = _part(match, year + 1, month, length)
        return Reading(later.day, (*later.flags, OTHER_YEAR), later.start)
    return _part(match, year, month, length)


def _length(match: re.Match[str], scene: Scene) -> Reading:
    words = match["count"].lower()
    count = int(words) if words.isdigit() else _NUMBERS[words]
    unit = match["unit"].lower().rstrip("s")
    if unit in ("hour", "hr", "minute", "min"):
        if scene.anchor.ends_at is None:
            return Reading(None, (FROM_CLOSE,))
        moment = scene.anchor.ends_at + dt.timedelta(hours=count if unit.startswith("h") else count / 60)
        return Reading(moment.date(), moment=moment)
    if match["working"] and unit == "day":
        return Reading(scene.calendar.add_workdays(scene.day, count))
    if unit in ("day", "week"):
        return Reading(scene.day + dt.timedelta(days=count * (7 if unit == "week" else 1)))
    return Reading(add_months(scene.day, count * {"month": 1, "quarter": 3, "year": 12}[unit]))


def _next_working_day(_match: re.Match[str], scene: Scene) -> Reading:
    return Reading(scene.calendar.next_workday(scene.day))


def _timed(read: Reader) -> Reader:
    """The same reading with the time of day that stands before it (5pm Friday, EOD tomorrow)."""

    def read_with_time(match: re.Match[str], scene: Scene) -> Reading:
        reading = read(match, scene)
        time, flags = read_time(match["at"])
        moment = (
            dt.datetime.combine(reading.day, time) if time is not None and reading.day is not None else None
        )
        return Reading(reading.day, (*reading.flags, *flags), reading.start, moment)

    return read_with_time


_AT = r"\d{1,2}(?::\d\d)? ?[ap]\.?m\.?|\d{1,2}:\d\d|eod|cob|(?:the )?end of day|close of business|noon"
_OF_WEEK = r"(?: (?:of )?(?P<week>this|next) week)?"
_UNITS = r"(?P<unit>hours?|hrs?|minutes?|mins?|days?|weeks?|months?|quarters?|years?)"
_LENGTH = rf"{_COUNT} (?P<working>(?:working|business|work) )?{_UNITS}(?: time)?"
_YEAR = r"(?:,? (?P<year>20\d\d))?"
_EDGE = r"(?![\w])"
RULES = (
    Rule(
        "day",
        "JjFfMmAaSsOoNnDd",
        rf"{_MONTHS} ?(?:the )?{_ORDINAL}{_EDGE}(?!%|:\d)(?:,? ?(?P<year>20\d\d){_EDGE})?",
        _date,
    ),
    Rule(
        "day",
        "0123Tt",
        rf"(?:the )?{_ORDINAL}(?: of)? ?-?{_MONTHS}{_EDGE}(?:[ ,-]{{1,2}}(?P<year>20\d\d){_EDGE})?",
        _date,
    ),
    Rule("day", "Tt", r"the (?P<day>\d{1,2})(?:st|nd|rd|th)\b", _ordinal),
    Rule(
        "period",
        "EeBbSsMmTtLl",
        rf"(?:{_END})?{_MONTHS}(?: of)?{_YEAR}{_EDGE}",
        _named_month,
        lone=True,
    ),
    Rule("period", "EeBbSsMmTt", rf"{_END}{_MONTHS}{_YEAR}{_EDGE}", _named_month),
    Rule("period", "EeLlMm", rf"(?P<part>early|late|mid)[- ]{_MONTHS}{_YEAR}{_EDGE}", _named_month),
    Rule("period", "JjFfMmAaSsOoNnDd", rf"{_MONTHS}{_YEAR}{_EDGE}", _named_month, weak=True),
    Rule(
        "weekday",
        "TtNnLlCc",
        rf"(?P<which>this|next|last|coming|the coming) {_DAYS}{_EDGE}",
        _weekday,
    ),
    Rule("weekday", "MmTtWwFfSs", rf"{_DAY_NAMES}{_EDGE}{_OF_WEEK}", _weekday),
    Rule("weekday", "MmTtWwFfSs", rf"{_DAYS}{_EDGE}{_OF_WEEK}", _weekday, weak=True),
    Rule("weekday", "TtNn", rf"(?P<which>this|next) week'?s?(?: on)? {_DAYS}{_EDGE}", _weekday),
    Rule(
        "day",
        "TtDdNn",
        r"(?P<word>today|tonight|tomorrow|(?:the )?day after tomorrow|(?:the )?next day)\b",
        _relative,
    ),
    Rule(
        "day",
        "EeCcTt",
        r"(?:eod|cob|(?:the )?end of (?:the |this )?(?:business )?day|close of business)\b(?: today)?",
        _end_of_day,
    ),
    Rule(
        "period",
        "EeBbSsMmTt",
        rf"{_END}(?:(?P<which>this|next|last) )?(?P<unit>week|month|quarter|year)\b",
        _period,
    ),
    Rule(
        "period",
        "TtNnEeMmWwYyQq",
        r"(?:(?P<which>this|next|last) )?(?P<unit>week|month|quarter|year)[ -](?P<part>end)\b",
        _period,
    ),
    Rule(
        "period",
        "TtNnLl",
        r"(?P<which>this|next|last) (?P<unit>week|month|quarter|year)(?!-| (?:mon|tue|wed|thu|fri|sat|sun))\b",
        _period,
    ),
    Rule("period", "Ee", r"(?P<short>eom|eow|eoy|eoq)\b", _period),
    Rule(
        "period",
        "EeBbSsMmTtQqHh2",
        rf"(?:{_END})?(?:(?P<before_year>20\d\d) )?(?P<kind>[qh])(?P<number>\d)(?!\d)"
        rf"(?:(?: of)?,? (?P<year>20\d\d))?{_EDGE}",
        _quarter,
    ),
    Rule("duration", "IiWw", rf"(?:in|within)(?: the next)? {_LENGTH}{_EDGE}", _length),
    Rule(
        "duration",
        "0123456789OoTtFfSsEeNnAa",
        rf"{_LENGTH} (?:from (?:now|today)|later|after (?:the|this) meeting|from (?:the|this) meeting){_EDGE}",
        _length,
    ),
    Rule("duration", "0123456789OoTtFfSsEeNnAa", rf"{_LENGTH}{_EDGE}", _length, lone=True),
    Rule("period", "Tt", r"(?<=within )the (?P<unit>week|month|quarter|year)\b", _period),
    Rule(
        "weekday",
        "0123456789EeCcNn",
        rf"(?P<at>{_AT}),? (?:on )?(?:(?P<which>this|next|coming) )?{_DAYS}{_EDGE}",
        _timed(_weekday),
    ),
    Rule(
        "day",
        "0123456789EeCcNn",
        rf"(?P<at>{_AT}),? (?P<word>today|tomorrow|(?:the )?day after tomorrow)\b",
        _timed(_relative),
    ),
    Rule("day", "NnTt", r"(?:the )?next (?:working|business) day\b", _next_working_day),
)
