"""Expressions that name a period: 下周内, 9月底, 10月中旬, Q4末, 下半年, 年底."""

from __future__ import annotations

import datetime as dt
import re

from models.dates.core import (
    APPROXIMATE,
    INVALID_DAY,
    OTHER_YEAR,
    RANGE_END,
    UNPUBLISHED,
    Reading,
    Rule,
    Scene,
    month_end,
    month_start,
)
from models.dates.days import (
    KEPT_BACK,
    MONTH,
    NUMERALS,
    WEEK,
    WEEKDAYS,
    YEAR,
    month_of_word,
    weeks_ahead,
    year_of,
)
from models.dates.plain import number

_WORKING = (
    r"(?:(?P<nth>最后一?个?|倒数第一个|第[一二两三四五六七八九十\d]{1,2}个?|首个?|头一?个?)"
    r"(?:工作日|(?:周|星期|礼拜)(?P<nth_day>[一二三四五六日天]))"
    r"|(?P<nth_week>最后一个?|第[一二三四五1-5]个?|首|头一?个?)(?:周|星期|礼拜)(?![一二三四五六日天末])"
    r"|(?P<first_day>第一天|首日))"
)
_NO_PERIOD_BEHIND = r"(?!度|报|刊|薪|卡|费|会|饼|球|历|考|检|结|均|例)"


def _nth(words: str) -> int:
    """The figure of 第三个 and 首个; the last is -1."""
    if words.startswith(("最后", "倒数")):
        return -1
    return 1 if words[0] in "首头" else number(words.strip("第个"))


def nth_working_day(nth: int, first: dt.date, last: dt.date, scene: Scene) -> Reading:
    """The n-th or last working day of a period."""
    flags = () if scene.calendar.published(last) else (UNPUBLISHED,)
    before = last + dt.timedelta(days=1) if nth < 0 else first - dt.timedelta(days=1)
    return Reading(scene.calendar.add_workdays(before, nth), flags)


def nth_weekday(nth: int, weekday: int, first: dt.date, last: dt.date) -> Reading:
    """The n-th or last Friday of a period, none where it has not so many."""
    if nth < 0:
        return Reading(last - dt.timedelta(days=(last.weekday() - weekday) % 7))
    day = first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return Reading(day) if day <= last else Reading(None, (INVALID_DAY,))


def nth_week(nth: int, first: dt.date, last: dt.date, scene: Scene) -> Reading:
    """The last working day of a period's n-th week; its first week is the first in which anybody works in it."""
    begin = last if nth < 0 else scene.calendar.next_workday(first - dt.timedelta(days=1))
    monday = begin - dt.timedelta(days=begin.weekday()) + dt.timedelta(days=7 * max(nth - 1, 0))
    if monday > last:
        return Reading(None, (INVALID_DAY,))
    return Reading(min(_last_workday(monday, scene), last), (APPROXIMATE,))


def _part(
    match: re.Match[str], first: dt.date, last: dt.date, scene: Scene, early: dt.date, middle: dt.date
) -> Reading:
    """A period, or the part of it that its suffix names; 初 and 中 are days by convention, so approximate."""
    groups = match.groupdict()
    if groups.get("nth_day"):
        return nth_weekday(_nth(match["nth"]), WEEKDAYS[match["nth_day"]], first, last)
    if groups.get("nth_week"):
        return nth_week(_nth(match["nth_week"]), first, last, scene)
    if groups.get("first_day"):
        return Reading(first)
    if groups.get("nth"):
        return nth_working_day(_nth(match["nth"]), first, last, scene)
    part = groups.get("part") or ""
    if part.startswith(("初", "头")):
        return Reading(early, (APPROXIMATE,))
    if part.startswith("中"):
        return Reading(middle, (APPROXIMATE,))
    if part:
        return Reading(last)
    return Reading(last, start=first)


def _week(match: re.Match[str], scene: Scene) -> Reading:
    ahead = weeks_ahead(match["week"]) if match["week"] else 0
    monday = scene.day + dt.timedelta(days=7 * ahead - scene.day.weekday())
    return _part(match, monday, _last_workday(monday, scene), scene, monday, monday + dt.timedelta(days=2))


def _last_workday(monday: dt.date, scene: Scene) -> dt.date:
    """The last working day of a week, or its Sunday where nobody works all week."""
    for back in range(6, -1, -1):
        day = monday + dt.timedelta(days=back)
        if scene.calendar.is_workday(day):
            return day
    return monday + dt.timedelta(days=6)


_TENTHS = {
    "上旬": (1, 10),
    "中上旬": (1, 20),
    "中旬": (11, 20),
    "下旬": (21, 0),
    "中下旬": (11, 0),
    "上半月": (1, 15),
    "下半月": (16, 0),
}


def _month(match: re.Match[str], scene: Scene) -> Reading:
    groups = match.groupdict()
    year, rolls = year_of(match, scene), False
    if groups.get("month"):
        month = number(match["month"])
        if not 1 <= month <= 12:
            return Reading(None, (INVALID_DAY,))
        rolls = year is None
        year = year or scene.day.year
    else:
        year, month = month_of_word(groups.get("month_word") or "", scene.day)
    reading = _in_month(match, year, month, scene)
    if rolls and reading.day is not None and reading.day < scene.day - KEPT_BACK:
        return with_flag(_in_month(match, year + 1, month, scene), OTHER_YEAR)
    return reading


def _months_listed(match: re.Match[str], scene: Scene) -> Reading:
    """9-10月: the last month's end, in the year after where the months run over it."""
    reading = _month(match, scene)
    if reading.day is None or not 1 <= number(match["first"]) <= 12:
        return Reading(None, (INVALID_DAY,))
    start = month_start(reading.day.year, number(match["first"]))
    if start > reading.day:
        start = month_start(reading.day.year - 1, start.month)
    return Reading(reading.day, (*reading.flags, RANGE_END), None if match["part"] else start)


def _in_month(match: re.Match[str], year: int, month: int, scene: Scene) -> Reading:
    first, last = month_start(year, month), month_end(year, month)
    tenth = match.groupdict().get("tenth")
    if tenth:
        begin, end = _TENTHS[tenth]
        return Reading(first.replace(day=end) if end else last, start=first.replace(day=begin))
    return _part(match, first, last, scene, first.replace(day=5), first.replace(day=15))


def _bare_month(match: re.Match[str], scene: Scene) -> Reading:
    """月底, 中旬 …: this month's, or the next month's where this one's is past."""
    reading = _in_month(match, scene.day.year, scene.day.month, scene)
    if reading.day is not None and reading.day < scene.day:
        reading = _in_month(match, scene.day.year, scene.day.month + 1, scene)
    return reading


def with_flag(reading: Reading, flag: str) -> Reading:
    """The same reading with one more flag."""
    return Reading(reading.day, (*reading.flags, flag), reading.start, reading.moment)


def _quarter(match: re.Match[str], scene: Scene) -> Reading:
    year = year_of(match, scene)
    groups = match.groupdict()
    short = groups.get("short_year")
    if short:
        year = int(short) % 100 + 2000
    which = groups.get("quarter")
    if which:
        return _named_months(match, year, number(which) * 3 - 2, 3, scene)
    word = groups.get("quarter_word") or ""
    shift = word.count("下") - word.count("上")
    month = (scene.day.month - 1) // 3 * 3 + 1 + 3 * shift
    reading = _months(match, scene.day.year, month, 3, scene)
    if not word and reading.day is not None and reading.day < scene.day:
        return _months(match, scene.day.year, month + 3, 3, scene)
    return reading


def _half_year(match: re.Match[str], scene: Scene) -> Reading:
    second = match["half"] in ("下", "2")
    return _named_months(match, year_of(match, scene), 7 if second else 1, 6, scene)


def _named_months(match: re.Match[str], year: int | None, month: int, length: int, scene: Scene) -> Reading:
    """A quarter or half-year by name: next year's once this year's is over."""
    if year is None and month_end(scene.day.year, month + length - 1) < scene.day:
        return with_flag(_months(match, scene.day.year + 1, month, length, scene), OTHER_YEAR)
    return _months(match, year or scene.day.year, month, length, scene)


def _months(match: re.Match[str], year: int, month: int, length: int, scene: Scene) -> Reading:
    first, last = month_start(year, month), month_end(year, month + length - 1)
    middle = month_start(year, month + length // 2).replace(day=15)
    return _part(match, first, last, scene, first.replace(day=10), middle)


def _year(match: re.Match[str], scene: Scene) -> Reading:
    year = year_of(match, scene) or scene.day.year
    reading = _in_year(match, year, scene)
    bare = year_of(match, scene) is None
    if bare and reading.day is not None and reading.day < scene.day:
        return with_flag(_in_year(match, year + 1, scene), OTHER_YEAR)
    return reading


def _in_year(match: re.Match[str], year: int, scene: Scene) -> Reading:
    return _part(
        match, dt.date(year, 1, 1), dt.date(year, 12, 31), scene, dt.date(year, 1, 31), dt.date(year, 6, 30)
    )


_HEAD = "头(?![一两几寸部版条号衔疼像脑绪等])"
_PART = rf"(?P<part>底|末|尾|初|{_HEAD}|中(?![旬央间心午秋上下国东]))"
_QUARTER = r"季(?:度|(?=[末底尾初中内前之以]))"
_QUARTER_PART = rf"(?:的?{_WORKING}|{_PART})?"
RULES = (
    Rule(
        "period",
        "本这当下次上周",
        rf"{WEEK}(?:周|星期|礼拜)(?![一二三四五六日天1-7])(?:的?{_WORKING}|{_PART})?{_NO_PERIOD_BEHIND}",
        _week,
    ),
    # Without a prefix they are this week's.
    Rule("period", "周", r"(?P<week>)周(?:(?P<part>末|底|初|中(?![央间心]))|(?=[之以]?内)(?!内外))", _week),
    Rule(
        "period",
        NUMERALS + "今明来次翌后去本这当该下次上",
        rf"{YEAR}{MONTH}(?:的?{_WORKING}|(?P<tenth>上旬|中上旬|中下旬|中旬|下旬|上半月|下半月)|(?:月?的?(?P<part>底|末|尾|初|{_HEAD}|最后一[天日]|中(?![旬央间心午秋国东])))?)"
        rf"{_NO_PERIOD_BEHIND}(?!\d)",
        _month,
    ),
    Rule(
        "period",
        NUMERALS + "今明来",
        rf"{YEAR}(?P<first>\d{{1,2}})[-~至到](?P<month>\d{{1,2}})月份?(?P<part>底|末)?(?!\d)",
        _months_listed,
    ),
    Rule(
        "period",
        "月",
        rf"月(?:(?P<part>底|末|尾|初|{_HEAD}|中(?![旬央间心午秋国东]))|(?=之?内)|的?{_WORKING})",
        _bare_month,
    ),
    Rule("period", "上中下", r"(?P<tenth>上旬|中旬|下旬|下半月|上半月)", _bare_month),
    Rule(
        "period",
        NUMERALS + "今明来次翌后去本这当第",
        rf"{YEAR}(?:的|第)?(?P<quarter>[一二三四1-4]){_QUARTER}(?!报){_QUARTER_PART}",
        _quarter,
    ),
    Rule(
        "period",
        "本这当下上季",
        rf"(?P<quarter_word>本|这一?个?|当|下{{1,9}}一?个?|上{{1,9}}一?个?)?{_QUARTER}(?!报|刊){_QUARTER_PART}",
        _quarter,
    ),
    Rule(
        "period",
        NUMERALS + "今明来次翌后Qq",
        rf"(?:{YEAR}|(?P<short_year>(?:20)?\d\d)\s?)q(?P<quarter>[1-4])(?![\d.])(?:季度)?{_QUARTER_PART}",
        _quarter,
    ),
    Rule("period", NUMERALS + "今明来次翌后上下", rf"{YEAR}(?P<half>[上下])半年{_QUARTER_PART}", _half_year),
    Rule("period", "Hh", r"h(?P<half>[12])(?![\da-z])", _half_year),
    Rule(
        "period",
        NUMERALS + "今明来次翌后去本年",
        rf"(?:(?P<year>20\d\d|2\d|[零一二三四五六七八九]{{4}})年|(?P<year_word>今年|明年|(?<![未本原后将近历])来年|次年|翌年|后年|去年|本年度?))度?年?(?:的?{_WORKING}|{_PART})?(?!\d|级|货|会|假|薪|龄)",
        _year,
    ),
    Rule(
        "period", "年", r"年(?:(?P<part>底|末|尾|初|中(?![央间心国]))|(?=之?内)(?!内外)|终(?!奖|总))", _year
    ),
)
