"""When a meeting is, when the next one is, and from which day a decision holds."""

from __future__ import annotations

import datetime as dt
import re

from models.dates.clock import read_times
from models.dates.core import Anchor, Scene
from models.dates.grammar import Found, core_at, expression_at, is_note
from models.dates.resolve import standard_calendar
from models.dates.text import plain

_BRACKET = re.compile(r"\(([^()]*)\)")
_TIMES = re.compile(r"\d{1,2}:\d{2}|[点时]|\d\s*[ap]\.?m\b", re.IGNORECASE)


def parse_moment(text: str, anchor: Anchor) -> str | None:
    """Read a day, perhaps with a time, as `2026-12-09` or `2026-12-09T14:00`; None where no single day is meant."""
    start, _ = _moments(text, anchor)
    return start


def parse_period(text: str, today: dt.date) -> tuple[str | None, str | None]:
    """Read a meeting's time as start and end in ISO form; a missing end or a text that is no time gives None."""
    return _moments(text, Anchor(today))


def _moments(text: str, anchor: Anchor) -> tuple[str | None, str | None]:
    ready = plain(text.strip()).text
    ready = _BRACKET.sub(lambda match: "" if is_note(match[1]) or not match[1] else match[0], ready)
    found = expression_at(ready, 0) if ready else None
    if found is None:
        return _time_today(ready, anchor)
    if found.tail_kind == "after" or found.lead == "negative":
        return None, None
    day = _first_day(found, anchor)
    if day is None:
        return None, None
    return _with_times(ready, found, day, anchor)


def _first_day(found: Found, anchor: Anchor) -> dt.date | None:
    """The day the expression begins with, without its times; None for a period or words without a day."""
    if found.rule.kind not in ("day", "weekday", "holiday", "duration"):
        return None
    try:
        reading = found.rule.read(found.core, Scene(anchor.day, anchor, standard_calendar()))
    except (ValueError, OverflowError):
        return None
    return reading.day


def _with_times(ready: str, found: Found, day: dt.date, anchor: Anchor) -> tuple[str | None, str | None]:
    rest = ready[found.core.end() :]
    try:
        times, _ = read_times(rest) if _TIMES.search(rest) else ([], ())
        last = _last_day(rest, day, anchor) or day
    except (ValueError, OverflowError):
        return None, None
    if not times:
        return day.isoformat(), None
    end = dt.datetime.combine(last, times[1]).isoformat(timespec="minutes") if len(times) > 1 else None
    return dt.datetime.combine(day, times[0]).isoformat(timespec="minutes"), end


def _last_day(rest: str, day: dt.date, anchor: Anchor) -> dt.date | None:
    """The day the end has of its own (2026-09-16 14:00 至 2026-09-17 12:00)."""
    match = re.search(r"(?:[-~至到]|to )\s*", rest)
    while match is not None:
        core = core_at(rest, match.end())
        if core is not None and core[0].kind == "day" and ":" not in core[1][0]:
            scene = Scene(day, anchor, standard_calendar())
            return core[0].read(core[1], scene).day
        match = re.compile(r"(?:[-~至到]|to )\s*").search(rest, match.end())
    return None


def _time_today(ready: str, anchor: Anchor) -> tuple[str | None, str | None]:
    """Times without a day are today's, as long as nothing else is said."""
    if not re.fullmatch(
        r"[\d:点时半分刻上中下午早晚凌晨am\spm.\-~至到一二三四五六七八九十]+", ready, re.IGNORECASE
    ):
        return None, None
    try:
        times, _ = read_times(ready) if _TIMES.search(ready) else ([], ())
    except ValueError:
        return None, None
    stamps = [dt.datetime.combine(anchor.day, time).isoformat(timespec="minutes") for time in times[:2]]
    return (stamps + [None, None])[0], (stamps + [None, None])[1]


def effective(text: str, anchor: Anchor) -> tuple[str, str] | None:
    """The words of a resolution that say from when it holds (自下月起), with that period's first day; None if none."""
    ready = plain(text)
    for match in re.finditer(
        r"即日起|(?<![自从来])(?:自|从)|\b(?:effective |starting |as )?from |\bas of |\beffective |\bstarting ",
        ready.text,
        re.I,
    ):
        read_one = _effective_at(ready.text, match, anchor)
        if read_one is not None:
            end, day = read_one
            return text[ready.start(match.start()) : ready.origin(end)], day.isoformat()
    return None


def _effective_at(text: str, match: re.Match[str], anchor: Anchor) -> tuple[int, dt.date] | None:
    if match[0] == "即日起":
        return match.end(), anchor.day
    at_once = re.compile(r"(?:即日|今[天日]|本?会议?之?[日后]|now|today)(?:起|开始)?", re.I).match(
        text, match.end()
    )
    if at_once is not None:
        return at_once.end(), anchor.day
    core = core_at(text, match.end())
    if core is None or core[0].kind not in ("day", "weekday", "period"):
        return None
    closing = re.compile(r"(?:[之以]?后)?\s*(?:起|开始|\(含\)起)").match(text, core[1].end())
    if closing is None and match[0] in ("自", "从"):
        return None
    try:
        reading = core[0].read(core[1], Scene(anchor.day, anchor, standard_calendar()))
    except (ValueError, OverflowError):
        return None
    day = reading.start or reading.day
    return None if day is None else (closing.end() if closing else core[1].end(), day)
