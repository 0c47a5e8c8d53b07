"""When a meeting is, when the next one is, and from which day a decision holds."""

from __future__ import annotations

import datetime as dt
import re

from models import date_order
from models.calendar import WorkCalendar
from models.dates.clock import is_same_time, read_times
from models.dates.core import TODAY_OR_NEXT, Anchor, Reading, Scene
from models.dates.expressions import Core, Found, core_at, expression_at, is_note
from models.dates.plain import plain
from models.dates.resolve import WEEKDAY_NOTE, standard_calendar, weekday_number

_BRACKET = re.compile(r"\(([^()]*)\)")
_TIMES = re.compile(r"\d{1,2}:\d{2}|[点时]|\d\s*[ap]\.?m\b", re.IGNORECASE)
_UNTIL = re.compile(r"(?:[-~至到]|to )\s*", re.IGNORECASE)
# Where a resolution may say from when it holds; the last choice is a day or period at the start of a clause.
_FROM = re.compile(
    r"(?P<at_once>(?:自|从)?(?:即日|今[天日]|会议?之?[日后])起|effective immediately"
    r"|with immediate effect|effective today)"
    r"|(?P<lead>(?<![来各])(?:自|从)|\b(?:effective |starting |as )?from |\bas of |\beffective |\bstarting )"
    r"|(?:(?<![一-龥\w])|(?<=同意|批准|决定|明确|要求|拟于))(?=[本下次明后今第一二三四五六七八九十\d])",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:[之以]?后)?\s*(?:起(?!草|诉|步|点|源)|开始(?:执行|实施|生效|施行|试行))")


def parse_moment(text: str, anchor: Anchor, calendar: WorkCalendar | None = None) -> str | None:
    """Read a day, perhaps with a time, as `2026-12-09` or `2026-12-09T14:00`; None where no single day is meant."""
    start, _ = _moments(text, Scene(anchor.day, anchor, calendar or standard_calendar()), lone_times=False)
    return start


def parse_period(text: str, today: dt.date) -> tuple[str | None, str | None]:
    """Read a meeting's time as start and end in ISO form; a missing end or a text that is no time gives None.

    Times without a day, and the weekday of `today`, are today's: people write down the meeting they sit in.
    """
    return _moments(
        text,
        Scene(today, Anchor(today, day_first=date_order.day_first()), standard_calendar()),
        lone_times=True,
    )


def _moments(text: str, scene: Scene, lone_times: bool) -> tuple[str | None, str | None]:
    ready = plain(text.strip()).text
    ready = _BRACKET.sub(lambda match: "" if is_note(match[1]) or not match[1] else match[0], ready)
    found = expression_at(ready, 0) if ready else None
    if found is None or found.lead == "negative" or found.tail in ("后", "之后", "以后"):
        return None, None
    if found.rule.kind == "time" and lone_times:
        return _with_times(ready, scene.day, scene)
    if found.rule.kind not in ("day", "weekday", "holiday", "duration"):
        return None, None
    reading = _read((found.rule, found.core), scene)
    if reading.day is None:
        return None, None
    own_day = lone_times and TODAY_OR_NEXT in reading.flags
    day = scene.day if own_day else _of_its_weekday(found, reading.day, text)
    if reading.moment is not None:
        return reading.moment.isoformat(timespec="minutes"), None
    return _with_times(ready[found.core.end() :], day, scene)


def _of_its_weekday(found: Found, day: dt.date, text: str) -> dt.date:
    """The day in the year in which it falls on the weekday beside it, where no year is written."""
    groups = found.core.groupdict()
    weekday = WEEKDAY_NOTE.search(plain(text).text)
    if weekday is None or not groups.get("month") or groups.get("year") or groups.get("year_word"):
        return day
    for years in (0, -1, 1):
        try:
            other = day.replace(year=day.year + years)
        except ValueError:
            continue
        if other.weekday() == weekday_number(weekday):
            return other
    return day


def _read(core: Core, scene: Scene) -> Reading:
    """What a core means, nothing where its figures name no day."""
    try:
        return core[0].read(core[1], scene)
    except (ValueError, OverflowError):
        return Reading(None)


def _with_times(rest: str, day: dt.date, scene: Scene) -> tuple[str | None, str | None]:
    """The day with the first and second time of day that follow it."""
    try:
        times, _ = read_times(rest) if _TIMES.search(rest) else ([], ())
        if scene.anchor.starts_at is not None and is_same_time(rest):
            times = [scene.anchor.starts_at.time()]
    except ValueError:
        return None, None
    if not times:
        return day.isoformat(), None
    start = dt.datetime.combine(day, times[0]).isoformat(timespec="minutes")
    if len(times) == 1:
        return start, None
    last = _last_day(rest, day, scene) or _end_day(day, times[0], times[1])
    return start, dt.datetime.combine(last, times[1]).isoformat(timespec="minutes")


def _end_day(day: dt.date, start: dt.time, end: dt.time) -> dt.date:
    """The next day for an end at most twelve hours after a start across midnight (22:00-01:00), else the same."""
    if end > start:
        return day
    next_day = day + dt.timedelta(days=1)
    lasts = dt.datetime.combine(next_day, end) - dt.datetime.combine(day, start)
    return next_day if lasts <= dt.timedelta(hours=12) else day


def _last_day(rest: str, day: dt.date, scene: Scene) -> dt.date | None:
    """The day the end has of its own (2026-09-16 14:00 至 2026-09-17 12:00)."""
    for match in _UNTIL.finditer(rest):
        core = core_at(rest, match.end())
        if core is not None and core[0].kind == "day":
            return _read(core, Scene(day, scene.anchor, scene.calendar)).day
    return None


def effective(text: str, anchor: Anchor, calendar: WorkCalendar | None = None) -> tuple[str, str] | None:
    """The words of a resolution that say from when it holds (自下月起), with that period's first day; None if none."""
    ready = plain(text)
    scene = Scene(anchor.day, anchor, calendar or standard_calendar())
    for match in _FROM.finditer(ready.text):
        found = (match.end(), anchor.day) if match["at_once"] else _from_core(ready.text, match, scene)
        if found is not None:
            end, day = found
            return text[ready.start(match.start()) : ready.origin(end)], day.isoformat()
    return None


def _from_core(text: str, match: re.Match[str], scene: Scene) -> tuple[int, dt.date] | None:
    """The end and the first day of what stands behind 自 or from; 自 and a bare day need their 起."""
    core = core_at(text, match.end())
    if core is None or core[0].kind not in ("day", "weekday", "period"):
        return None
    closing = _BEGINS.match(text, core[1].end())
    english = (match["lead"] or "").isascii() and match["lead"]
    if closing is None and not english:
        return None
    reading = _read(core, scene)
    day = reading.start or reading.day
    return None if day is None else (closing.end() if closing else core[1].end(), day)
