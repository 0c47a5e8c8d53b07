"""Times in front of what is said in a chat or transcript: a moment of a day, or into the recording."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DAY = (
    r"(?:(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?"
    r"|(?:(?P<near_month>\d{1,2})月(?P<near_day>\d{1,2})日)|(?:(?P<short_month>\d\d)-(?P<short_day>\d\d)(?![-\d]))"
    r"|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|昨天|今天|前天|星期[一二三四五六日天]|周[一二三四五六日]|(?:yesterday|today)(?:\s+at)?)"
)
_CLOCK = (
    r"(?P<half>上午|下午|晚上|中午|凌晨|早上|傍晚)?\s*+(?P<hour>\d{1,2}):(?P<minute>[0-5]?\d)"
    r"(?::(?P<second>[0-5]?\d)(?:[.,]\d{1,3})?)?(?!\d|:\d)(?:\s*+(?P<noon>[ap])\.?m\b\.?)?"
)
WHEN = rf"(?:{_DAY}(?:t|[\s,]*+))?{_CLOCK}"
"""A pattern of a time, with the day in front or without; of folded lower-case text."""
_EARLY = 7
"""Before this hour a time with seconds counts from the beginning of a recording."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time as it stands in front of what is said."""

    hour: int
    minute: int
    second: int | None = None
    day: str = ""
    """2026-09-16, or 09-16 where no year is said."""
    halved: bool = False
    """Whether it says which half of the day it is in."""

    @classmethod
    def of(cls, match: re.Match[str]) -> Stamp | None:
        """The time that `WHEN` matched; None where there is no such time of a day or recording."""
        hour, minute = int(match["hour"]), int(match["minute"])
        second = int(match["second"]) if match["second"] else None
        halved = bool(match["half"] or match["noon"])
        if halved:
            late = match["noon"] == "p" or match["half"] in ("下午", "晚上", "中午", "傍晚")
            hour = hour % 12 + 12 * late if hour <= 12 else hour
            if match["half"] == "中午" and hour in (22, 23):
                hour -= 12
        day = _day(match)
        return cls(hour, minute, second, day, halved) if hour < 24 or not (day or halved) else None

    @property
    def of_recording(self) -> bool:
        """Whether, alone, it counts from the beginning of a recording: 00:12:05, 00:05."""
        if self.day or self.halved:
            return False
        return self.hour == 0 or self.hour > 23 or (self.second is not None and self.hour < _EARLY)

    def written(self, into_recording: bool) -> str:
        """The time in one form for all: 14:03, 2026-09-16 14:03, or +0:12:05 into the recording."""
        if not into_recording or self.day or self.halved:
            return f"{self.day} {self.hour:02}:{self.minute:02}".strip() if self.hour < 24 else ""
        hour, minute, second = (
            (0, self.hour, self.minute) if self.second is None else (self.hour, self.minute, self.second)
        )
        return f"+{hour + minute // 60}:{minute % 60:02}:{second:02}"


def _day(match: re.Match[str]) -> str:
    """The day in ISO form, without its year where none is said; nothing where there is no such day."""
    month = match["month"] or match["near_month"] or match["short_month"]
    day = match["day"] or match["near_day"] or match["short_day"]
    if not month or not 1 <= int(month) <= 12 or not 1 <= int(day) <= 31:
        return ""
    return f"{match['year'] + '-' if match['year'] else ''}{int(month):02}-{int(day):02}"
