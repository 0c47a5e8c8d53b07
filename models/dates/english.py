"""English days and lengths of time, read by the same rules: Nov 30, next Friday, in 3 working days, EOD tomorrow."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from models.dates.clock import ZONE, is_same_time, read_time
from models.dates.core import (
    AFTER_WORK,
    FROM_CLOSE,
    OTHER_ZONE,
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
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?:\.(?!\s*$))?"
)
MONTH_STARTS = "JjFfMmAaSsOoNnDd"
EDGE = r"(?!\w)"
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBER_NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {name: value for value, name in enumerate(_NUMBER_NAMES)}
_NUMBERS |= {"a": 1, "an": 1, "twelve": 12, "fifteen": 15, "twenty": 20}

_FULL_DAYS = r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_DAYS = (
    r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
_ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FIRST = r"(?P<first>\d{1,2}(?:st|nd|rd|th)? ?(?:-|to) ?)?"
_OF_WEEK = r"(?: (?:of )?(?P<week>this|next) (?:week|wk))?"
_TOMORROW = r"(?:tomorrow|tomorow|tommorow|tmrw|tmw|tmrow|tmoro)"
"""The next day, as hurried people type it, too."""
_AT = (
    rf"(?:\d{{1,2}}(?::\d\d)? ?[ap]\.?m\.?|\d{{1,2}}:\d\d){ZONE}|eod|cob|(?:the )?end of (?:the )?day"
    rf"|close of (?:business|play)"
    r"|noon|midnight|first thing|(?:the )?same time|(?:the )?(?:morning|afternoon|evening) of"
)
_AT_STARTS = "0123456789EeCcNnTtFfSsMmAa"
_COUNT = r"(?P<count>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|an?)"
_COUNT_STARTS = "0123456789OoTtFfSsEeNnAa"
_UNITS = r"(?P<unit>fortnights?|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|quarters?|years?)"
_LENGTH = rf"(?:the next )?{_COUNT} (?P<working>(?:working|business|work) )?{_UNITS}(?: time)?"
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
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
    return weekday_on(week, DAY_NAMES.index(match["weekday"][:3].lower()), scene)


def _relative(match: re.Match[str], scene: Scene) -> Reading:
    word = match["word"].lower().removeprefix("the ")
    word = "tomorrow" if re.fullmatch(_TOMORROW, word) else word
    ahead = {"tomorrow": 1, "next day": 1, "following day": 1, "day after tomorrow": 2}.get(word, 0)
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
    if unit in _DAYS_OF:
        return Reading(scene.day + dt.timedelta(days=count * _DAYS_OF[unit]))
    return Reading(add_months(scene.day, count * {"month": 1, "quarter": 3, "year": 12}[unit]))


def _week_on(match: re.Match[str], scene: Scene) -> Reading:
    """Friday week, next Friday week, a week from Monday, two weeks on Friday: so many weeks after that day."""
    reading = _weekday(match, scene)
    weeks = (match.groupdict().get("weeks") or "a").lower()
    count = int(weeks) if weeks.isdigit() else _NUMBERS[weeks]
    assert reading.day is not None
    if (match.groupdict().get("fortnight") or "").lower().startswith("f"):
        count *= 2
    return Reading(reading.day + dt.timedelta(days=7 * count))


def _next_working_day(_match: re.Match[str], scene: Scene) -> Reading:
    return Reading(scene.calendar.next_workday(scene.day))


def _timed(read: Reader) -> Reader:
    """The same reading with the time of day that stands before it (5pm Friday, EOD tomorrow)."""

    def read_with_time(match: re.Match[str], scene: Scene) -> Reading:
        reading = read(match, scene)
        if match["zone"]:
            return replace(reading, flags=(*reading.flags, OTHER_ZONE))
        time, flags = read_time(match["at"])
        start = scene.anchor.starts_at
        if is_same_time(match["at"]) and start is not None:
            time = start.time()
        moment = (
            dt.datetime.combine(reading.day, time) if time is not None and reading.day is not None else None
        )
        return replace(reading, flags=(*reading.flags, *flags), moment=moment)

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
    Rule(
        "weekday",
        "MmTtWwFfSsNnCc",
        rf"(?:(?P<which>this|next|coming) )?{_FULL_DAYS} week\b(?!ly|end)",
        _week_on,
    ),
    Rule(
        "weekday",
        _COUNT_STARTS,
        rf"(?P<weeks>\d{{1,2}}|one|two|three|four|an?) (?P<fortnight>weeks?|fortnight) (?:from|on"
        rf"|after) (?:(?P<which>this|next|coming) )?{_DAYS}{EDGE}",
        _week_on,
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
        rf"(?P<at>{_AT}),? (?P<word>today|{_TOMORROW}|(?:the )?day after tomorrow)\b",
        _timed(_relative),
    ),
    Rule(
        "day",
        "TtDdNn",
        rf"(?P<word>today|tonight|{_TOMORROW}|(?:the )?day after tomorrow|(?:the )?(?:next|following) day)\b",
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
