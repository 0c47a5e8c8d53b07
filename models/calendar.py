"""The Chinese working calendar: which days are worked, as far as it is announced.

The State Council publishes each year's holidays and make-up working days late in the year before. chinesecalendar
carries what is published; a local file of `YYYY-MM-DD 休|班` lines wins over it, so that an office can enter a new
arrangement, or days off of its own, before the library knows it. Nothing is guessed beyond Monday to Friday and the
days the law fixes, and `published` says where that is all there is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from models.lazy import lazily

with lazily:
    from chinese_calendar import constants

_ONE_DAY = dt.timedelta(days=1)
_LINE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\s+([休班])(?:\s+(\S+))?\s*(?:#.*)?")
_NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
    "Anti-Fascist 70th Day": "抗战胜利纪念日",
}
# The holidays whose day stands in the solar calendar, whatever the year's arrangement around it turns out to be.
_FIXED = {"元旦": (1, 1), "劳动节": (5, 1), "国庆节": (10, 1)}
_OFF_BY_LAW = {
    **dict.fromkeys(((1, 1),), "元旦"),
    **dict.fromkeys(((5, 1), (5, 2)), "劳动节"),
    **dict.fromkeys(((10, 1), (10, 2), (10, 3)), "国庆节"),
}
"""Days that are off in every year, whether its arrangement is announced or not, with their holiday."""


class CalendarFileError(ValueError):
    """A line of the local calendar file that cannot be read; the message names the line."""


@dataclass(frozen=True, slots=True)
class Override:
    """One line of the local file: the day is off or worked, and perhaps the holiday it belongs to."""

    off: bool
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday of one year with its first and last day off."""

    name: str
    first: dt.date
    last: dt.date
    announced: bool = True


class WorkCalendar:
    """Working days of the published Chinese calendar, with local overrides that win."""

    def __init__(self, overrides: dict[dt.date, Override] | None = None) -> None:
        self._overrides = dict(overrides or {})

    @classmethod
    def load(cls, path: Path | None) -> WorkCalendar:
        """Read the local file; a missing file means no overrides. Raises CalendarFileError on a bad line."""
        if path is None or not path.exists():
            return cls()
        return cls.from_lines(path.read_text(encoding="utf-8-sig").splitlines())

    @classmethod
    def from_lines(cls, lines: Iterable[str]) -> WorkCalendar:
        """Build from `YYYY-MM-DD 休|班 [节日]` lines; blank lines and # comments are skipped."""
        overrides: dict[dt.date, Override] = {}
        for number, line in enumerate(lines, 1):
            text = line.strip()
            if text and not text.startswith("#"):
                day, override = _read_line(text, number)
                overrides[day] = override
        return cls(overrides)

    def is_workday(self, day: dt.date) -> bool:
        """Whether people work on this day; Monday to Friday but for what the law fixes in an unpublished year."""
        override = self._overrides.get(day)
        if override is not None:
            return not override.off
        if self._by_law(day):
            return False
        off, made_up = self._library
        return day in made_up or (day.weekday() < 5 and day not in off)

    def is_makeup(self, day: dt.date) -> bool:
        """Whether this weekend day is worked to make up for a holiday (调休上班)."""
        return day.weekday() >= 5 and self.is_workday(day)

    def holiday_name(self, day: dt.date) -> str | None:
        """The Chinese name of the holiday this day off belongs to; None for a working day or a plain weekend."""
        override = self._overrides.get(day)
        if override is not None and (override.name or not override.off):
            return override.name if override.off else None
        english = self._library[0].get(day)
        return _NAMES.get(english, english) if english else self._by_law(day)

    def _by_law(self, day: dt.date) -> str | None:
        """The holiday that the law puts on this day of a year whose arrangement is not known."""
        return None if self.published(day) else _OFF_BY_LAW.get((day.month, day.day))

    def published(self, when: dt.date | int) -> bool:
        """Whether the arrangement of this day's year (or of this year) is known.

        A year the library lacks counts as known once the local file holds both a 休 and a 班 line of it, because
        every announced arrangement has both and a single private day off announces nothing.
        """
        return (when if isinstance(when, int) else when.year) in self._years

    def add_workdays(self, day: dt.date, n: int) -> dt.date:
        """The n-th working day after this day (before it, where n is negative); n = 0 is the day itself."""
        step = _ONE_DAY if n > 0 else -_ONE_DAY
        for _ in range(abs(n)):
            day += step
            while not self.is_workday(day):
                day += step
        return day

    def next_workday(self, day: dt.date) -> dt.date:
        """The first working day after this day."""
        return self.add_workdays(day, 1)

    def previous_workday(self, day: dt.date) -> dt.date:
        """The last working day before this day."""
        return self.add_workdays(day, -1)

    def holiday(self, name: str, year: int) -> Holiday | None:
        """The holiday of this Chinese name that ends in this year.

        Where the year is unpublished, 元旦, 劳动节 and 国庆节 come as their one fixed day with `announced` false, and
        the others as None: their days hang on the arrangement.
        """
        found = self._holidays.get((name, year))
        if found is not None or self.published(year) or name not in _FIXED:
            return found
        month, day = _FIXED[name]
        return Holiday(name, dt.date(year, month, day), dt.date(year, month, day), announced=False)

    def holiday_around(self, day: dt.date) -> Holiday | None:
        """The announced holiday this day lies in."""
        return next((one for one in self._holidays.values() if one.first <= day <= one.last), None)

    def next_holiday(self, after: dt.date) -> Holiday | None:
        """The next holiday that begins after this day; None where only an announcement could say which it is."""
        later = [holiday for holiday in self._holidays.values() if holiday.first > after]
        if later:
            return min(later, key=lambda holiday: holiday.first)
        return self.holiday("元旦", after.year + 1) if self.published(after) else None

    @cached_property
    def _library(self) -> tuple[dict[dt.date, str], dict[dt.date, str]]:
        return constants.holidays, constants.workdays

    @cached_property
    def _years(self) -> frozenset[int]:
        off, _ = self._library
        local_off = {day.year for day, override in self._overrides.items() if override.off}
        local_on = {day.year for day, override in self._overrides.items() if not override.off}
        return frozenset(range(min(off).year, max(off).year + 1)) | (local_off & local_on)

    @cached_property
    def _holidays(self) -> dict[tuple[str, int], Holiday]:
        """Every named holiday by name and the year of its last day; days of two holidays may interlock (2025)."""
        running: dict[str, Holiday] = {}
        finished: list[Holiday] = []
        for day in sorted({*self._library[0], *self._overrides}):
            name = self.holiday_name(day)
            if name is None:
                continue
            earlier = running.get(name)
            if earlier is not None and (day - earlier.last).days <= 3:
                running[name] = Holiday(name, earlier.first, day)
                continue
            if earlier is not None:
                finished.append(earlier)
            running[name] = Holiday(name, day, day)
        return {(one.name, one.last.year): one for one in [*finished, *running.values()]}


def _canonical(name: str) -> str:
    """The holiday's name as the calendar spells it, from the shorter forms a local file may use."""
    if name in ("清明", "端午", "中秋", "国庆"):
        return name + "节"
    return {"五一": "劳动节", "元旦节": "元旦"}.get(name, name)


def _read_line(text: str, number: int) -> tuple[dt.date, Override]:
    match = _LINE.fullmatch(text)
    if match is None:
        raise CalendarFileError(f"line {number}: expected YYYY-MM-DD 休|班, found {text!r}")
    try:
        day = dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError as error:
        raise CalendarFileError(f"line {number}: no such day: {text!r}") from error
    return day, Override(match[4] == "休", _canonical(match[5]) if match[5] else None)
