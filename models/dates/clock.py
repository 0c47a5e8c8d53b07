"""Times of day, in the ways they are said and typed: 9:45, 14点半, 下午2点, 晚8点, 2:30 pm."""

from __future__ import annotations

import datetime as dt
import re

from models.dates.core import AFTER_WORK, TAKEN_AS_AFTERNOON, Reading, Rule, Scene
from models.dates.plain import number, plain

_HALF = r"上午|早上|早晨|清晨|凌晨|中午|午间|下午|午后|傍晚|晚上|晚间|夜里|早|晚|午"
_HOUR = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_MINUTE = r"(?:\d{1,2}|[零一二三四五六七八九十]{1,3})"
CLOCK = (
    rf"(?:{_HALF})?\s*(?:\d{{1,2}}:\d{{2}}(?::\d\d)?|{_HOUR}(?:点|时(?!间|段|长|限|候))(?:半|[一三]刻|钟|整|{_MINUTE}分?)?)"
    r"(?:\s*[ap]\.?m\b\.?)?"
    r"|\d{1,2}\s*[ap]\.?m\b\.?"
)
_WORDS = (
    r"上午|早上|下午|中午|晚上|晚间|傍晚|下班|上班(?:[之以]?[前后]|时)?|一大?早|(?<=[今明后日天一二三四五六])早(?!会|餐)"
    r"|(?<=[今明后日天一二三四五六当])晚(?!会|餐)"
)
_ENGLISH_WORDS = (
    r"(?:(?:by |before |at |in the |first thing(?: in the)? )?(?:eod|cob|noon|midnight|morning|afternoon|evening"
    r"|(?:the )?end of (?:the )?day|close of business|close of play|night)(?![A-Za-z0-9])|first thing\b)"
)

SAME_TIME = r"同一时[间候段刻]|(?:at )?(?:the )?same time\b"
_IS_SAME_TIME = re.compile(SAME_TIME, re.IGNORECASE)
ZONE = (
    r"(?P<zone> ?\(?(?:[ecmp][sd]?t|utc(?:[+-]\d{1,2})?|gmt(?:[+-]\d{1,2})?|bst|cest|cet|eest|eet|ist|jst"
    r"|kst|sgt|hkt|aest|aedt"
    r"|(?:eastern|pacific|central|mountain|london|new york|beijing|tokyo|berlin) time)\b\)?)?"
)

# A time of day behind a date, perhaps the end of a range of times; words without an hour (下班, 上午) count too.
TIME = (
    rf"(?P<time>\s*(?:T|at |by |@ ?|,|的)?\s*(?:{CLOCK})(?:\s*[-~至到]\s*(?:{CLOCK}))?{ZONE}"
    rf"|\s*的?(?:{_WORDS})|[,\s]*的?(?:{SAME_TIME})|[, ]{{0,2}}{_ENGLISH_WORDS})"
)

_READ = re.compile(
    rf"(?P<half>{_HALF})?\s*(?:(?P<h>\d{{1,2}}):(?P<m>\d{{2}})(?::\d\d)?"
    rf"|(?P<hour>{_HOUR})(?P<dot>点|时(?!间|段|长|限|候))(?P<rest>半|[一三]刻|钟|整|{_MINUTE}分?)?|(?P<bare>\d{{1,2}}))"
    r"(?:\s*(?P<ap>[ap])\.?m\b\.?)?",
    re.IGNORECASE,
)
# 2-4pm: the sign behind the second hour holds for the first.
_LATE_PM = re.compile(
    r"(?<![\d:])(\d{1,2}(?::\d\d)?)(?=\s*-\s*\d{1,2}(?::\d\d)?\s*([ap])\.?m\b)", re.IGNORECASE
)
_WORD_FLAGS = {
    "上午": "上午",
    "上班": "上午",
    "早": "上午",
    "下午": "下午",
    "中午": "中午",
    "晚": "晚上",
    "傍晚": "晚上",
    "morning": "上午",
    "first thing": "上午",
    "night": "晚上",
    "afternoon": "下午",
    "evening": "晚上",
    "下班": AFTER_WORK,
    "eod": AFTER_WORK,
    "cob": AFTER_WORK,
    "end of": AFTER_WORK,
    "close of": AFTER_WORK,
}


def parse_time(text: str) -> str | None:
    """Read one time of day as `HH:MM`; None for anything else. 24:00 is 23:59 of the same day."""
    match = _READ.fullmatch(plain(text).text.strip())
    if match is None or (match["bare"] and not match["ap"]):
        return None
    found = _clock(match, None)
    return found[0].strftime("%H:%M") if found else None


def read_time(words: str) -> tuple[dt.time | None, tuple[str, ...]]:
    """Read the time part of an expression: the (last) clock time, or the flag of a word without an hour.

    Raises ValueError on an hour that does not exist.
    """
    times, flags = read_times(words)
    if times:
        return times[-1], flags
    lowered = words.lower()
    for word, flag in (("noon", dt.time(12)), ("midnight", dt.time(23, 59))):
        if word in lowered:
            return flag, ()
    return None, next(((flag,) for word, flag in _WORD_FLAGS.items() if word in lowered), ())


def is_same_time(words: str) -> bool:
    """Whether the words say the meeting's own time (同一时间, same time)."""
    return _IS_SAME_TIME.search(words) is not None


def read_times(words: str) -> tuple[list[dt.time], tuple[str, ...]]:
    """Every clock time in the words; a part of the day said once holds for those after it (下午2点-4点)."""
    times: list[dt.time] = []
    flags: tuple[str, ...] = ()
    half: str | None = None
    for match in _READ.finditer(_LATE_PM.sub(r"\1\2m", words)):
        if match["bare"] and not match["ap"]:
            continue
        half = match["half"] or half
        found = _clock(match, half)
        if found is None:
            raise ValueError(words)
        times.append(found[0])
        flags = found[1]
    return times, flags


def _clock(match: re.Match[str], half: str | None) -> tuple[dt.time, tuple[str, ...]] | None:
    hour = number(match["h"] or match["hour"] or match["bare"])
    minute = _minute(match)
    half = match["half"] or half
    flags: tuple[str, ...] = ()
    if match["ap"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["ap"].lower() == "p" else 0)
    elif half:
        hour = _with_half(half, hour)
    elif match["dot"] == "点" and 1 <= hour <= 6:
        # Nobody in an office means five in the morning.
        hour, flags = hour + 12, (TAKEN_AS_AFTERNOON,)
    if hour == 24 and minute == 0:
        return dt.time(23, 59), flags
    return (dt.time(hour, minute), flags) if hour < 24 and minute < 60 else None


def _minute(match: re.Match[str]) -> int:
    if match["m"]:
        return int(match["m"])
    rest = match["rest"] or ""
    if rest in ("半", "一刻", "三刻"):
        return {"半": 30, "一刻": 15, "三刻": 45}[rest]
    digits = rest.rstrip("分")
    return number(digits) if digits and digits not in ("钟", "整") else 0


def _with_half(half: str, hour: int) -> int:
    if half in ("下午", "午后", "傍晚") and 1 <= hour < 12:
        return hour + 12
    if half in ("晚上", "晚间", "夜里", "晚"):
        return 24 if hour == 12 else hour + 12 if 5 <= hour < 12 else hour
    if half in ("中午", "午间", "午") and 1 <= hour <= 3:
        return hour + 12
    return hour


def _today(match: re.Match[str], scene: Scene) -> Reading:
    """A time of day alone is the meeting's own day."""
    time, flags = read_time(match[0])
    moment = dt.datetime.combine(scene.day, time) if time is not None else None
    return Reading(scene.day, flags, moment=moment)


RULES = (
    Rule(
        "time",
        "0123456789一二两三四五六七八九十上早清凌中午下傍晚夜",
        rf"(?:{CLOCK})(?:\s*[-~至到]\s*(?:{CLOCK}))?",
        _today,
        weak=True,
    ),
    Rule("time", "下上中晚傍", r"(?:下班|上午|中午|下午|晚上|傍晚)(?=[之以]?前)", _today),
    Rule("time", "NnMm", r"(?:noon|midnight)\b", _today, weak=True),
)
