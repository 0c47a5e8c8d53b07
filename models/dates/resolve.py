"""Reads an expression against its meeting: which day, and what about that day must be said."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache

from models.calendar import WorkCalendar
from models.dates.clock import is_same_time, read_time
from models.dates.core import (
    APPROXIMATE,
    BEFORE_MEETING,
    BEFORE_PERIOD,
    BRACKET_DIFFERS,
    DAY_OFF,
    INVALID_DAY,
    NO_SINGLE_DAY,
    OTHER_ZONE,
    RANGE_END,
    TODAY_OR_NEXT,
    UNKNOWN,
    UNPUBLISHED,
    WEEKDAY_DIFFERS,
    Anchor,
    Due,
    Reading,
    Scene,
    in_order,
)
from models.dates.days import WEEKDAYS
from models.dates.expressions import Found, core_at, whole
from models.dates.plain import plain

WEEKDAY_NOTE = re.compile(
    r"(?:周|星期|礼拜)(?P<day>[一二三四五六日天])|\b(?P<english>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur)?(?:day)?\b",
    re.I,
)
_ENGLISH_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@lru_cache(maxsize=1)
def standard_calendar() -> WorkCalendar:
    """The published calendar without local overrides."""
    return WorkCalendar()


def resolve(text: str, anchor: Anchor, calendar: WorkCalendar | None = None) -> Due:
    """Read any text as a due of this meeting; never raises.

    The words are kept. Where no single day is meant the date is None, and the flags say why; a text that is no due
    expression at all has the flag 无法识别.
    """
    words = text.strip()
    found = _whole(words, slot=True)
    if found is None:
        return Due(words, None, (UNKNOWN,))
    scene = Scene(anchor.day, anchor, calendar or standard_calendar())
    try:
        return replace(_due(words, _read(found, scene), scene), kind=found.rule.kind)
    except (ValueError, OverflowError):
        # A day, an hour or a year that does not exist, however it was spelt.
        return Due(words, None, (INVALID_DAY,), kind=found.rule.kind)


@lru_cache(maxsize=256)
def is_due(text: str) -> bool:
    """Whether the whole text is a due expression, one without a date (待定, 每周五, 上线前3天) included."""
    return _whole(text.strip(), slot=False) is not None


def _whole(words: str, slot: bool) -> Found | None:
    """The expression that all the words are; one bracket around them is no part of it."""
    ready = plain(words).text
    if ready.startswith("(") and ready.endswith(")"):
        ready = ready[1:-1].strip()
    return whole(ready, slot)


def _read(found: Found, scene: Scene) -> Reading:
    """Core, then second day of a range, tail, brackets and time of day, each refining what the one before said."""
    reading = found.rule.read(found.core, scene)
    if found.is_open:
        return Reading(None, reading.flags if reading.day is None else (NO_SINGLE_DAY,))
    if found.choice:
        return Reading(None, (NO_SINGLE_DAY,))
    if found.second is not None:
        reading = _range_end(found, reading, scene)
    if reading.day is None:
        return reading
    reading = _tailed(found, reading, scene)
    reading = _checked(found, reading, scene)
    return _timed(found, reading, scene)


def _range_end(found: Found, first: Reading, scene: Scene) -> Reading:
    """The last day of 9月18日至25日: the second day as seen from the first."""
    assert found.second is not None
    rule, match = found.second
    if first.day is None:
        return first
    from_first = first.day
    if rule.kind == "weekday":
        # 周三至周五 said on a Wednesday begins today, though 周三 alone would be next week's.
        from_first -= dt.timedelta(days=8 if TODAY_OR_NEXT in first.flags else 1)
    second = rule.read(match, replace(scene, day=from_first))
    return Reading(second.day, (*first.flags, *second.flags, RANGE_END))


def _tailed(found: Found, reading: Reading, scene: Scene) -> Reading:
    """Apply 前 to a period (the last working day before it begins) and 左右 to anything; 前 keeps a named day."""
    if found.tail_kind == "around" or found.lead == "rough":
        return replace(reading, flags=(*reading.flags, APPROXIMATE))
    before = found.tail_kind == "before" or found.lead in ("before", "by")
    if not before or reading.start is None:
        return reading
    if found.lead == "by" and reading.start <= scene.day:
        return reading
    day = scene.calendar.previous_workday(reading.start)
    return Reading(day, (*reading.flags, BEFORE_PERIOD))


def _checked(found: Found, reading: Reading, scene: Scene) -> Reading:
    """Compare with what the brackets say; the day first written stands, and the difference is flagged."""
    flags = list(reading.flags)
    for note in found.notes:
        weekday = WEEKDAY_NOTE.fullmatch(note)
        if weekday is not None:
            number = weekday_number(weekday)
            if reading.day is not None and number != reading.day.weekday():
                flags.append(WEEKDAY_DIFFERS)
            continue
        core = core_at(note, 0)
        if core is None or core[1].end() != len(note):
            continue
        if core[0].read(core[1], scene).day != reading.day:
            flags.append(BRACKET_DIFFERS)
    return replace(reading, flags=tuple(flags))


def weekday_number(match: re.Match[str]) -> int:
    """The weekday a note beside a date names, Monday first."""
    return WEEKDAYS[match["day"]] if match["day"] else _ENGLISH_DAYS.index(match["english"].lower())


def _timed(found: Found, reading: Reading, scene: Scene) -> Reading:
    if not found.time or reading.day is None:
        return reading
    if found.zone:
        # What o'clock it is here, and so perhaps which day, hangs on two zones nobody named both of.
        return replace(reading, flags=(*reading.flags, OTHER_ZONE))
    if is_same_time(found.time):
        start = scene.anchor.starts_at
        return replace(reading, moment=start and dt.datetime.combine(reading.day, start.time()))
    time, flags = read_time(found.time)
    moment = dt.datetime.combine(reading.day, time) if time is not None else None
    return replace(reading, flags=(*reading.flags, *flags), moment=moment)


def _due(words: str, reading: Reading, scene: Scene) -> Due:
    """Say about the day what the calendar knows: before the meeting, a day off, a year not yet announced."""
    day, flags = reading.day, list(reading.flags)
    if day is None:
        return Due(words, None, in_order(tuple(flags) or (NO_SINGLE_DAY,)))
    calendar = scene.calendar
    started = scene.anchor.starts_at
    if day < scene.day or (reading.moment and started and reading.moment < started):
        flags.append(BEFORE_MEETING)
    if not calendar.published(day):
        flags.append(UNPUBLISHED)
    suggestion = None
    if not calendar.is_workday(day):
        flags.append(DAY_OFF)
        earlier = calendar.previous_workday(day)
        suggestion = earlier.isoformat() if earlier >= scene.day else None
    written = reading.moment.isoformat(timespec="minutes") if reading.moment else day.isoformat()
    return Due(words, written, in_order(tuple(flags)), suggestion)
