"""What a due expression is made of: the meeting it counts from, its reading, and the rules that read it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from models.calendar import WorkCalendar

# Flags are data: they are stored and exported as these words, and translated only where they are shown.
BEFORE_MEETING = "早于会议日"
DAY_OFF = "非工作日"
UNPUBLISHED = "放假安排未公布"
NO_SINGLE_DAY = "无明确时限"
PERIODIC = "周期性"
FROM_EVENT = "以事件为起点"
APPROXIMATE = "约数"
OTHER_YEAR = "跨年"
RANGE_END = "区间取末日"
WEEKDAY_DIFFERS = "星期与日期不符"
BRACKET_DIFFERS = "括注日期不符"
INVALID_DAY = "无效日期"
TODAY_OR_NEXT = "当天或下周"
UNNAMED_HOLIDAY = "未写明节日"
BEFORE_PERIOD = "“前”指本期间开始之前"
AFTER_WORK = "下班"
FROM_CLOSE = "自散会起算"
TAKEN_AS_AFTERNOON = "按下午计"
OTHER_ZONE = "时区未换算"
UNKNOWN = "无法识别"
ORDER_UNKNOWN = "日月顺序不明"
PARTS_OF_DAY = ("上午", "中午", "下午", "晚上")

# The order flags are listed in: what is wrong, what was chosen, what is uncertain, what the calendar says.
FLAG_ORDER = (
    *(UNKNOWN, ORDER_UNKNOWN, INVALID_DAY, WEEKDAY_DIFFERS, BRACKET_DIFFERS, BEFORE_MEETING),
    *(NO_SINGLE_DAY, PERIODIC, FROM_EVENT, FROM_CLOSE, UNNAMED_HOLIDAY),
    *(BEFORE_PERIOD, RANGE_END, TODAY_OR_NEXT, APPROXIMATE, TAKEN_AS_AFTERNOON, OTHER_ZONE, OTHER_YEAR),
    *(UNPUBLISHED, DAY_OFF, AFTER_WORK, *PARTS_OF_DAY),
)
_RANK = {flag: rank for rank, flag in enumerate(FLAG_ORDER)}


def in_order(flags: tuple[str, ...]) -> tuple[str, ...]:
    """The flags once each, in the order they are listed in."""
    return tuple(sorted(set(flags), key=_RANK.__getitem__))


@dataclass(frozen=True, slots=True)
class Anchor:
    """The meeting a due counts from; hours count from `ends_at` and stay open while that is unknown."""

    day: dt.date
    starts_at: dt.datetime | None = None
    ends_at: dt.datetime | None = None
    ended: bool = False
    day_first: bool | None = False
    """Whether 4/12 is the fourth of December; None where nobody knows."""


@dataclass(frozen=True, slots=True)
class Due:
    """A due expression in its own words with the date it means: `2026-09-25`, `2026-09-20T14:00`, or None.

    None stands where no single day is meant; the flags say why. `suggestion` is the working day before a day off.
    """

    text: str
    date: str | None
    flags: tuple[str, ...] = ()
    suggestion: str | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class DueSpan:
    """A due expression inside a text, by character positions.

    `kind` is its rule's: day, weekday, period, duration, holiday, vague, periodic, event, open. `tail` is the
    closing word (前, 内, 底前 as 前 …) or empty. `free` tells that nothing beside it makes it part of a longer word.
    """

    start: int
    end: int
    kind: str
    tail: str = ""
    free: bool = True

    @property
    def vague(self) -> bool:
        """Whether the words name no day at all (尽快, 待定, 近期)."""
        return self.kind == "vague"


@dataclass(frozen=True, slots=True)
class Scene:
    """What a rule reads against: the day to count from, the meeting, and the calendar."""

    day: dt.date
    anchor: Anchor
    calendar: WorkCalendar


@dataclass(frozen=True, slots=True)
class Reading:
    """What the core of an expression means before time of day and tail are applied.

    `day` is the named day, or a period's last; `start` is a period's first day and None for a named day; `moment`
    is set where hours decide.
    """

    day: dt.date | None
    flags: tuple[str, ...] = ()
    start: dt.date | None = None
    moment: dt.datetime | None = None


Reader = Callable[["re.Match[str]", Scene], Reading]


@dataclass(frozen=True)
class Rule:
    """One kind of expression: the characters it can begin with, its pattern, and what it means.

    `lone` rules count only where the whole text is the expression (5个工作日); `weak` ones are taken out of a
    running text only with a tail (9.25前), because bare they are mostly something else. `slot` rules take almost any
    words, so they count only where the text is known to stand for a due.
    """

    kind: str
    starts: str
    pattern: str
    read: Reader
    lone: bool = False
    weak: bool = False
    slot: bool = False

    @cached_property
    def shape(self) -> re.Pattern[str]:
        """The compiled pattern; compiled at first use, because all of them would cost the program's start 50 ms."""
        return re.compile(self.pattern, re.IGNORECASE)


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month; months beyond 12 or below 1 run into the neighbouring years."""
    return month_start(year, month + 1) - dt.timedelta(days=1)


def month_start(year: int, month: int) -> dt.date:
    """The first day of a month; months beyond 12 or below 1 run into the neighbouring years."""
    return dt.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or that month's last day where it has no such day."""
    first = month_start(day.year, day.month + months)
    return first.replace(day=min(day.day, month_end(first.year, first.month).day))
