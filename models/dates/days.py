"""Expressions that name a day: 9月25日, 11/30, 20号, 明天, 下周五."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from models.dates.core import (
    APPROXIMATE,
    INVALID_DAY,
    ORDER_UNKNOWN,
    OTHER_YEAR,
    RANGE_END,
    TODAY_OR_NEXT,
    Reading,
    Rule,
    Scene,
    add_months,
    month_start,
)
from models.dates.plain import NUMERAL, number
from models.iso import YEARS

DIGITS = "0123456789"
NUMERALS = DIGITS + "零一二两三四五六七八九十廿"
# A past day up to this far back is taken at its word; beyond it, next year's is meant.
KEPT_BACK = dt.timedelta(days=60)

YEAR = (
    r"(?:(?P<year>\d{4}|\d{2}|[零一二三四五六七八九]{4})年(?!级|货|会)|"
    r"(?P<year_word>今年|明年|(?<![未本原后将近历])来年|次年|翌年|后年|去年|本年度?))?"
)
MONTH_WORD = r"(?P<month_word>本月份?|这一?个?月|当月|该月|下{1,9}一?个?月|次月|上{1,9}一?个?月)"
MONTH = rf"(?:(?P<month>\d{{1,2}}|十[一二]?|[一二三四五六七八九])月份?|{MONTH_WORD})"
_DAY = r"(?P<day>\d{1,2}|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
# What a figure before 日 or 号 may be instead of a day of the month: 3号楼, 10日内 (a length of time), 5日游.
_NO_DAY_BEHIND = (
    r"(?![楼线机门库厅馆仓桌厂院棚炉井台位文样]|会议室|车间|产线|窗口|样机|方案|项目|工位"
    r"|之?内|以内|之?后|以后|[游均活报志程])"
)
WEEKDAYS = {char: value for value, char in enumerate("一二三四五六")} | {"日": 6, "天": 6, "末": 5}


def year_of(match: re.Match[str], scene: Scene) -> int | None:
    """The year an expression writes (2026年, 26年, 明年); None where it writes none."""
    groups = match.groupdict()
    written, word = groups.get("year"), groups.get("year_word")
    if written:
        value = number(written)
        return value + 2000 if value < 100 else value
    if word:
        return scene.day.year + {"明": 1, "来": 1, "次": 1, "翌": 1, "后": 2, "去": -1}.get(word[0], 0)
    return None


def month_of_word(word: str, day: dt.date) -> tuple[int, int]:
    """Year and month of 本月, 下月, 下下月, 上月 as seen from a day."""
    shift = word.count("下") - word.count("上") + (word.startswith("次"))
    first = month_start(day.year, day.month + shift)
    return first.year, first.month


def on_date(year: int | None, month: int, day: int, scene: Scene) -> Reading:
    """A written month and day, of this year or the year the 60-day rule gives."""
    if year is not None and year not in YEARS:
        return Reading(None, (INVALID_DAY,))
    try:
        found = dt.date(year or scene.day.year, month, day)
        if year is None and found < scene.day - KEPT_BACK:
            return Reading(dt.date(scene.day.year + 1, month, day), (OTHER_YEAR,))
    except ValueError:
        if year is None and (month, day) == (2, 29):
            return _leap_day(scene)
        return Reading(None, (INVALID_DAY,))
    return Reading(found)


def _leap_day(scene: Scene) -> Reading:
    """29 February of a year without one: next year's if that has one and this year's would be long past."""
    if scene.day > dt.date(scene.day.year, 3, 1) + KEPT_BACK and (scene.day.year + 1) % 4 == 0:
        return Reading(dt.date(scene.day.year + 1, 2, 29), (OTHER_YEAR,))
    return Reading(None, (INVALID_DAY,))


def _month_day(match: re.Match[str], scene: Scene) -> Reading:
    groups = match.groupdict()
    if groups.get("month_word"):
        year, month = month_of_word(match["month_word"], scene.day)
        return on_date(year, month, number(match["day"]), scene)
    return on_date(year_of(match, scene), number(match["month"]), number(match["day"]), scene)


def _slashed(match: re.Match[str], scene: Scene) -> Reading:
    """25/12, 12/25/2026, 25.12.2026: by whichever figure can be no month, else in the meeting's order."""
    first, second, year = int(match["first"]), int(match["second"]), match["written"]
    unsure = scene.anchor.day_first is None and match["sign"] == "/"
    if unsure and first <= 12 and second <= 12 and first != second:
        return Reading(None, (ORDER_UNKNOWN,))
    if second > 12:
        month, day = first, second
    elif first > 12 or match["sign"] == "." or scene.anchor.day_first:
        month, day = second, first
    else:
        month, day = first, second
    if year is None:
        return on_date(None, month, day, scene)
    return on_date(int(year) + (2000 if len(year) == 2 else 0), month, day, scene)


def _compact(match: re.Match[str], scene: Scene) -> Reading:
    digits = match["digits"]
    return on_date(int(digits[:4]), int(digits[4:6]), int(digits[6:]), scene)


def _day_only(match: re.Match[str], scene: Scene) -> Reading:
    day = number(match["day"])
    for ahead in range(3):
        first = month_start(scene.day.year, scene.day.month + ahead)
        try:
            found = first.replace(day=day)
        except ValueError:
            if not 1 <= day <= 31:
                return Reading(None, (INVALID_DAY,))
            if ahead == 0:
                # 31日 said in a month of thirty days is a slip, not the month after.
                return Reading(None, (INVALID_DAY,))
            continue
        if found >= scene.day:
            return Reading(found, (OTHER_YEAR,) if found.year != scene.day.year else ())
    return Reading(None, (INVALID_DAY,))


def _days_listed(match: re.Match[str], scene: Scene) -> Reading:
    reading = _day_only(match, scene)
    return Reading(reading.day, (*reading.flags, RANGE_END))


_RELATIVE = {
    **dict.fromkeys(("今天", "今日", "今", "当", "当天", "当日", "本日", "会议当天", "会议当日"), 0),
    **dict.fromkeys(("明天", "明日", "明", "次日", "翌日", "第二天", "隔天", "明儿"), 1),
    **dict.fromkeys(("后天", "后日"), 2),
    **dict.fromkeys(("昨天", "昨日"), -1),
    "前天": -2,
}


def _relative(match: re.Match[str], scene: Scene) -> Reading:
    word = match["word"]
    further = word.count("大")
    return Reading(scene.day + dt.timedelta(days=_RELATIVE[word[further:]] + further))


def _two_days(match: re.Match[str], scene: Scene) -> Reading:
    return Reading(scene.day + dt.timedelta(days=2 if "后" in match[0] else 1), (APPROXIMATE,))


def _like_today(match: re.Match[str], scene: Scene) -> Reading:
    """下个月今天, 下周这个时候: today's day of a later month, year or week, and the meeting's own time where said."""
    groups = match.groupdict()
    if groups["week"]:
        day = scene.day + dt.timedelta(days=7 * weeks_ahead(groups["week"]))
    elif groups["month_word"]:
        year, month = month_of_word(groups["month_word"], scene.day)
        day = add_months(scene.day, (year - scene.day.year) * 12 + month - scene.day.month)
    else:
        day = add_months(scene.day, 12 * ((year_of(match, scene) or scene.day.year) - scene.day.year))
    return Reading(day, moment=at_the_same_time(match["like"], day, scene))


def at_the_same_time(words: str, day: dt.date, scene: Scene) -> dt.datetime | None:
    """The day with the meeting's own time, where the words say the same time and it is known."""
    start = scene.anchor.starts_at
    return dt.datetime.combine(day, start.time()) if "时" in words and start is not None else None


def _days_of_week(match: re.Match[str], scene: Scene) -> Reading:
    """下周二三, 本周四、五: the last of the days."""
    reading = weekday_on(match["week"], WEEKDAYS[match["weekday"]], scene)
    assert reading.day is not None
    ahead = (WEEKDAYS[match["last"]] - reading.day.weekday()) % 7
    return Reading(reading.day + dt.timedelta(days=ahead), (*reading.flags, RANGE_END))


def _weekday_later(match: re.Match[str], scene: Scene) -> Reading:
    """两周后的周五: that day of the week so many weeks on."""
    later = replace(scene, day=scene.day + dt.timedelta(days=7 * number(match["count"])))
    if match["weekday"] is None:
        return Reading(later.day)
    return weekday_on("本", WEEKDAYS[match["weekday"]], later)


def weekday_on(week: str | None, weekday: int, scene: Scene) -> Reading:
    """A weekday of 本周, 下周 … or, bare, the next one strictly after the day."""
    monday = scene.day - dt.timedelta(days=scene.day.weekday())
    if week is None:
        ahead = (weekday - scene.day.weekday() - 1) % 7 + 1
        return Reading(scene.day + dt.timedelta(days=ahead), (TODAY_OR_NEXT,) if ahead == 7 else ())
    return Reading(monday + dt.timedelta(days=7 * weeks_ahead(week) + weekday))


def weeks_ahead(word: str) -> int:
    """How many weeks from this one 本周, 下周, 下下周, 上周 lie."""
    return word.count("下") - word.count("上") + word.count("次")


def _weekday(match: re.Match[str], scene: Scene) -> Reading:
    name = match["weekday"]
    weekday = int(name) - 1 if name.isdigit() else WEEKDAYS[name]
    return weekday_on(match["week"], weekday, scene)


WEEK = r"(?P<week>本|这一?个?|当|下{1,9}一?个?|次|上{1,9}一?个?)"
# What makes a figure behind a weekday one of persons, parties or hours instead of one more day.
NO_COUNT = r"(?![个点时号月年周天日方部人位批季名家条项轮版次级期件台组楼川早大十百\d:.])"
_WEEK_WORD = r"(?:周|星期|礼拜)"
RULES = (
    Rule(
        "day",
        NUMERALS + "今明来次翌后本这当该下上",
        rf"(?:{WEEK}{_WEEK_WORD}|{MONTH_WORD}|(?:明年|(?<![未本原后将近历])来年|次年|翌年|后年)(?<=(?P<year_word>[明来次翌后]年)))"
        r"的?(?P<like>(?:今[天日]|同一?[天日])(?:的?(?:同一时[间候段刻]|这个?时[间候]))?|这个?时[间候]|同一时[间候段刻]|此时)",
        _like_today,
    ),
    Rule(
        "weekday",
        "本这当下次上周星礼",
        rf"(?:{WEEK}(?:{_WEEK_WORD}的?)?)?{_WEEK_WORD}(?P<weekday>[一二三四五六日天])"
        rf"(?:(?:[、,/和与及](?:{_WEEK_WORD})?|{_WEEK_WORD})?(?P<last>[一二三四五六日天]){NO_COUNT}){{1,6}}",
        _days_of_week,
    ),
    Rule(
        "weekday",
        NUMERALS,
        rf"(?P<count>{NUMERAL})个?{_WEEK_WORD}[之以]?后的?(?:那一?个?)?(?:{_WEEK_WORD}(?P<weekday>[一二三四五六日天])|今[天日]|同一[天日])",
        _weekday_later,
    ),
    Rule(
        "day",
        NUMERALS + "今明来次翌后去本这当该下次上",
        rf"{YEAR}{MONTH}\s*{_DAY}(?:日(?!均|报|志)|号(?!楼|线|会议室))",
        _month_day,
    ),
    # The 日 left out: only figures, and nothing behind them that makes them an amount.
    Rule(
        "day",
        NUMERALS + "今明来次翌后本下",
        rf"{YEAR}{MONTH}(?P<day>\d{{1,2}})(?![\d.%:个万亿元人项条名家台份次件天点时小周月年日号])",
        _month_day,
    ),
    Rule(
        "day",
        DIGITS,
        r"(?P<year>\d{4})(?:(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign))(?P<day>\d{1,2})(?!\d)(?:日|号)?",
        _month_day,
    ),
    Rule("day", "2", r"(?P<digits>20\d\d(?:0[1-9]|1[0-2])(?:[0-3]\d))(?!\d)", _compact),
    Rule(
        "day",
        DIGITS,
        r"(?!24/7)(?P<first>[12]\d|3[01]|0?[1-9])(?P<sign>/)(?P<second>1[0-2]|0?[1-9])(?P<written>(?!))?"
        r"(?![\d%:/万亿元个人倍版天小周月年gG])(?:日|号)?",
        _slashed,
        weak=True,
    ),
    Rule(
        "day",
        DIGITS,
        r"(?P<month>0?[1-9]|1[0-2])(?P<sign>[/.-])(?P<day>3[01]|[12]\d|0?[1-9])(?![\d%:万亿元个人倍版天小周月年]|(?P=sign)\d)(?:日|号)?",
        _month_day,
        weak=True,
    ),
    Rule(
        "day",
        DIGITS,
        r"(?!24/7)(?P<first>\d{1,2})(?P<sign>[/.])(?P<second>\d{1,2})(?P=sign)(?P<written>20\d\d)(?![\d./])",
        _slashed,
    ),
    # Two figures for the year only where the middle one can be no month: 26/9/25 begins with the year for many.
    Rule(
        "day",
        DIGITS,
        r"(?P<first>0?[1-9]|1[0-2])(?P<sign>/)(?P<second>1[3-9]|2\d|3[01])/(?P<written>\d\d)(?![\d./])",
        _slashed,
    ),
    Rule("day", NUMERALS, rf"{_DAY}(?:日|号){_NO_DAY_BEHIND}", _day_only),
    Rule(
        "day",
        "今当本会散明次翌第隔后大昨前",
        r"(?:(?:会后|散会后)(?=当|次|翌|第))?(?P<word>今[天日]|会议当[天日]|当[天日]|本日(?!常)|明[天日]|次日|翌日|第二天|隔天|大{0,3}后天|后日|昨[天日]|前天"
        r"|今(?=[早晚])(?!早晚)|明(?=[早晚])|明儿|当(?=晚(?!会|餐|宴|报)))(?:之?内|里)?",
        _relative,
    ),
    # 25-27日: only the last has its 日.
    Rule(
        "day",
        DIGITS,
        rf"(?P<first>\d{{1,2}})[-~至到](?P<day>\d{{1,2}})(?:日|号){_NO_DAY_BEHIND}",
        _days_listed,
    ),
    Rule("day", "今明", r"今明两?天|明后两?天", _two_days),
    Rule(
        "weekday",
        "本这当下次上周星礼",
        rf"(?:{WEEK}(?:(?:周|星期|礼拜)的?)?)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天]|[1-7](?![\d.:年个天小月周]))(?!日常|天气)",
        _weekday,
    ),
)
