"""English days and lengths of time, read by the same rules: Nov 30, next Friday, in 3 working days, EOD tomorrow."""

from __future__ import annotations

import datetime as dt
import re

from models.dates.clock import read_time
from models.dates.core import (
    AFTER_WORK,
    FROM_CLOSE,
    RANGE_END,
    Reader,
    Reading,
    Rule,
    Scene,
    add_months,
    month_start,
)
from models.dates.days import on_date, weekday_on

MONTHS = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
MONTH_STARTS = "JjFfMmAaSsOoNnDd"
EDGE = r"(?!\w)"
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBER_NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {name: value for value, name in enumerate(_NUMBER_NAMES)}
_NUMBERS |= {"a": 1, "an": 1, "twelve": 12, "fifteen": 15, "twenty": 20}

_FULL_DAYS = r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_DAYS = (
    r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
_ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FIRST = r"(?P<first>\d{1,2}(?:st|nd|rd|th)? ?(?:-|to) ?)?"
_OF_WEEK = r"(?: (?:of )?(?P<week>this|next) week)?"
_AT = r"\d{1,2}(?::\d\d)? ?[ap]\.?m\.?|\d{1,2}:\d\d|eod|cob|(?:the )?end of day|close of business|noon"
_AT_STARTS = "0123456789EeCcNnTt"
_COUNT = r"(?P<count>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|an?)"
_COUNT_STARTS = "0123456789OoTtFfSsEeNnAa"
_UNITS = r"(?P<unit>hours?|hrs?|minutes?|mins?|days?|weeks?|months?|quarters?|years?)"
_LENGTH = rf"{_COUNT} (?P<working>(?:working|business|work) )?{_UNITS}(?: time)?"
_ON = r"from (?:now|today)|later|after (?:the|this) meeting|from (?:the|this) meeting"


def month_number(match: re.Match[str]) -> int:
    """The month an English name stands for."""
    return _MONTH_NAMES.index(match["month"][:3].lower()) + 1


def _date(match: re.Match[str], scene: Scene) -> Reading:
    year = int(match["year"]) if match["year"] else None
    reading = on_date(year, month_number(match), int(match["day"]), scene)
    if match.groupdict().get("first") and reading.day is not None:
        return Reading(reading.day, (*reading.flags, RANGE_END))
    return reading


def _ordinal(match: re.Match[str], scene: Scene) -> Reading:
    """The 20th: of this month, or of the next where that is past."""
    reading = on_date(scene.day.year, scene.day.month, int(match["day"]), scene)
    if reading.day is None or reading.day >= scene.day:
        return reading
    first = month_start(scene.day.year, scene.day.month + 1)
    return on_date(first.year, first.month, int(match["day"]), scene)


def _weekday(match: re.Match[str], scene: Scene) -> Reading:
    groups = match.groupdict()
    which = (groups.get("which") or groups.get("week") or "").lower()
    week = {"this": "本", "next": "下", "last": "上"}.get(which)
    return weekday_on(week, _DAY_NAMES.index(match["weekday"][:3].lower()), scene)


def _relative(match: re.Match[str], scene: Scene) -> Reading:
    word = match["word"].lower().removeprefix("the ")
    ahead = {"tomorrow": 1, "next day": 1, "day after tomorrow": 2}.get(word, 0)
    return Reading(scene.day + dt.timedelta(days=ahead), ("晚上",) if word == "tonight" else ())


def _end_of_day(_match: re.Match[str], scene: Scene) -> Reading:
    return Reading(scene.day, (AFTER_WORK,))


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


RULES = (
    Rule(
        "day",
        MONTH_STARTS,
        rf"{MONTHS} ?(?:the )?{_FIRST}{_ORDINAL}{EDGE}(?!%|:\d)(?:,? ?(?P<year>20\d\d){EDGE})?",
        _date,
    ),
    Rule(
        "day",
        "0123456789Tt",
        rf"(?:the )?{_ORDINAL}(?: of)? ?-?{MONTHS}{EDGE}(?:[ ,-]{{1,2}}(?P<year>20\d\d){EDGE})?",
        _date,
    ),
    Rule("day", "Tt", r"the (?P<day>\d{1,2})(?:st|nd|rd|th)\b", _ordinal),
    Rule("weekday", "TtNnLlCc", rf"(?P<which>this|next|last|coming|the coming) {_DAYS}{EDGE}", _weekday),
    Rule("weekday", "MmTtWwFfSs", rf"{_FULL_DAYS}{EDGE}{_OF_WEEK}", _weekday),
    Rule("weekday", "MmTtWwFfSs", rf"{_DAYS}{EDGE}{_OF_WEEK}", _weekday, weak=True),
    Rule("weekday", "TtNn", rf"(?P<which>this|next) week'?s?(?: on)? {_DAYS}{EDGE}", _weekday),
    Rule(
        "weekday",
        _AT_STARTS,
        rf"(?P<at>{_AT}),? (?:on )?(?:(?P<which>this|next|coming) )?{_DAYS}{EDGE}",
        _timed(_weekday),
    ),
    Rule(
        "day",
        _AT_STARTS,
        rf"(?P<at>{_AT}),? (?P<word>today|tomorrow|(?:the )?day after tomorrow)\b",
        _timed(_relative),
    ),
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
    Rule("duration", "IiWw", rf"(?:in|within)(?: the next)? {_LENGTH}{EDGE}", _length),
    Rule("duration", _COUNT_STARTS, rf"{_LENGTH} (?:{_ON}){EDGE}", _length),
    Rule("duration", _COUNT_STARTS, rf"{_LENGTH}{EDGE}", _length, lone=True),
    Rule("day", "NnTt", r"(?:the )?next (?:working|business) day\b", _next_working_day),
)
