"""How people and days are called in words: what findings, the recap and every list say about them.

Day words belong to the language they are said in and are therefore constants here, not messages of the catalogue.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING

from models import i18n
from models.i18n import _
from models.lazy import lazily

with lazily:
    from models import called

if TYPE_CHECKING:
    from models.calendar import WorkCalendar
    from models.meeting import Action, Department, Person
    from models.minutes import Minutes

_WEEKDAYS = {
    "zh_CN": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_HOLIDAYS = {
    "元旦": "New Year",
    "春节": "Spring Festival",
    "清明节": "Tomb-Sweeping Day",
    "劳动节": "Labour Day",
    "端午节": "Dragon Boat Festival",
    "中秋节": "Mid-Autumn Festival",
    "国庆节": "National Day",
}


def chinese() -> bool:
    """Whether words are being made in Chinese."""
    return i18n.current() == "zh_CN"


def parse_day(value: str | None) -> dt.date | None:
    """The day of an ISO date or time; None where there is none."""
    return dt.date.fromisoformat(value[:10]) if value else None


def weekday(day: dt.date) -> str:
    """周五, Fri."""
    return _WEEKDAYS[i18n.current()][day.weekday()]


def day_words(day: dt.date, year: int | None = None) -> str:
    """9月25日, 25 September; with its year where that is another than the one given."""
    far = year is not None and day.year != year
    if chinese():
        return f"{day.year}年{day.month}月{day.day}日" if far else f"{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if far else "")


def day_off_words(day: dt.date, calendar: WorkCalendar) -> str:
    """What is special about a day: 中秋节放假, 上班 (a weekend day that is worked), or nothing."""
    if calendar.is_makeup(day):
        return "上班" if chinese() else "a working day"
    if calendar.is_workday(day):
        return ""
    name = calendar.holiday_name(day)
    if chinese():
        return f"{name}放假" if name else "休息日"
    return f"{_HOLIDAYS.get(name, name)}, day off" if name else "day off"


def spoken_day(value: str, calendar: WorkCalendar, year: int | None = None) -> str:
    """A date (and time) to be read out: 9月25日（周五，中秋节放假）, 25 September (Fri, day off)."""
    day = dt.date.fromisoformat(value[:10])
    about = [weekday(day)]
    if special := day_off_words(day, calendar):
        about.append(special)
    clock = value[11:16]
    if chinese():
        return f"{day_words(day, year)}（{'，'.join(about)}）{clock}"
    return f"{day_words(day, year)} ({', '.join(about)})" + (f" {clock}" if clock else "")


def brief_day(value: str, year: int | None = None) -> str:
    """A date in a list: 09-25 周五; a year that is not the one given stands before it."""
    day = dt.date.fromisoformat(value[:10])
    shown = value[5:10] if year is None or day.year == year else value[:10]
    return f"{shown} {weekday(day)}"


def listed(words: Iterable[str]) -> str:
    """Several names in a row, with the sign of the language between them."""
    return ("、" if chinese() else ", ").join(words)


def clauses(parts: Iterable[str]) -> str:
    """Clauses of one sentence, those that say something; one that was a sentence of its own loses its full stop."""
    return ("；" if chinese() else "; ").join(part.rstrip("。.") for part in parts if part)


def ranges(codes: Iterable[str]) -> list[str]:
    """Numbers of items, those in a row together: A1–A4, A6, D1."""
    parts = sorted((code.rstrip("0123456789"), int(code.lstrip("上ADQ"))) for code in codes)
    found: list[tuple[str, int, int]] = []
    for letter, number in parts:
        if found and found[-1][0] == letter and found[-1][2] == number - 1:
            found[-1] = (letter, found[-1][1], number)
        else:
            found.append((letter, number, number))
    return [f"{letter}{a}" if a == b else f"{letter}{a}–{letter}{b}" for letter, a, b in found]


def full_stop() -> str:
    """The sign that ends a sentence."""
    return "。" if chinese() else "."


def colon() -> str:
    """The sign between a name and what is said of it."""
    return "：" if chinese() else ": "


def named(department: str, person: str) -> str:
    """A department and a person as one name: 财务部孙主管, Sun Li (Finance)."""
    if not department or not person:
        return department or person
    return f"{person} ({department})" if department[-1:].isascii() else f"{department}{person}"


def owner_of(minutes: Minutes, department_id: str | None, person_id: str | None) -> str:
    """A department, a person, or both, in words; nothing where neither is known."""
    return named(minutes.department_name(department_id), minutes.person_name(person_id))


def owner_of_action(minutes: Minutes, action: Action) -> str:
    """Who owns an action, in words: every department's is 各部门, nobody's is nothing."""
    owner = owner_of(minutes, action.owner_department_id, action.owner_id)
    return owner or (_("all departments") if action.for_all else "")


def helping(
    minutes: Minutes, action: Action, called: Callable[[Person], str] = attrgetter("name")
) -> list[tuple[Department | None, str]]:
    """Who helps with an action, each with the department: people by name, departments of whom nobody is named."""
    people = minutes.helpers(action.id)
    departments = {department.id: department for department in minutes.cooperating(action.id)}
    theirs = {person.department_id for person in people}
    found: list[tuple[Department | None, str]] = []
    for person in people:
        home = minutes.department(person.department_id)
        # Somebody of the owner's own department needs no other name than the own.
        where = home.name if home and home.id != action.owner_department_id else ""
        found.append((home, named(where, called(person))))
    found += [(one, one.name) for one in departments.values() if one.id not in theirs]
    return sorted(found, key=lambda one: one[0].number if one[0] else 0)


def recorder_department(minutes: Minutes) -> str | None:
    """The id of the department the recorder belongs to, as far as the meeting's facts say it."""
    found = called.department_of(minutes, minutes.meeting.recorder)
    return found.id if found else None


def shortened(text: str, cells: int = 40) -> str:
    """The beginning of a text that fits a list, … where something was cut; wide characters count two."""
    used = 0
    for place, sign in enumerate(text):
        used += 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        if used > cells - 1 and place < len(text) - 1:
            return text[:place] + "…"
    return text
