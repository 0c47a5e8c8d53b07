"""Expressions that hang on a holiday or a shopping day: 国庆前, 节后第一个工作日, 双十一前."""

from __future__ import annotations

import datetime as dt
import re

from models.calendar import Holiday
from models.dates.core import (
    APPROXIMATE,
    FROM_EVENT,
    NO_SINGLE_DAY,
    OTHER_YEAR,
    UNNAMED_HOLIDAY,
    UNPUBLISHED,
    Reading,
    Rule,
    Scene,
)
from models.dates.days import NUMERALS, YEAR, year_of
from models.dates.plain import NUMERAL, number

NAMES = {
    "元旦": "元旦",
    "新年": "元旦",
    "春节": "春节",
    "农历新年": "春节",
    "过年": "春节",
    "清明": "清明节",
    "五一": "劳动节",
    "劳动节": "劳动节",
    "端午": "端午节",
    "中秋": "中秋节",
    "国庆": "国庆节",
    "十一": "国庆节",
    "new year": "元旦",
    "new year's day": "元旦",
    "spring festival": "春节",
    "chinese new year": "春节",
    "lunar new year": "春节",
    "qingming": "清明节",
    "labour day": "劳动节",
    "labor day": "劳动节",
    "may day": "劳动节",
    "dragon boat festival": "端午节",
    "mid-autumn festival": "中秋节",
    "mid-autumn": "中秋节",
    "mid-autumn day": "中秋节",
    "national day": "国庆节",
    "qingming festival": "清明节",
    "dragon boat": "端午节",
}
_FIXED_DAYS = {"元旦": (1, 1), "劳动节": (5, 1), "国庆节": (10, 1)}
_NAME = (
    r"(?:五一(?=劳动)|十一(?=国庆))?(?P<holiday>元旦|新年|春节|农历新年|过年|清明|五一|劳动节|劳动节|端午|中秋|国庆"
    r"|十一(?=[之以]?前|[之以]?后|长假|小长假|黄金周|假|期间|放假|当天))节?(?:小?长假|黄金周|假期|放假|假日|假)?"
)
_ANY = r"(?P<any>(?<![情环季细音关调春礼章时])节日?(?=[之以]?[前后])|(?:小?长假|放假|假期)(?=[之以]?[前后]))"
_RELATION = (
    rf"(?P<relation>[之以]?前的?(?P<eve>夕|一[天日]|(?P<back>{NUMERAL})[天日])"
    rf"|[之以]?前的?(?:最后一?个?|倒数第一个|(?P<last_n>{NUMERAL})个)工作日"
    rf"|[之以]?前(?!端|后|台|期|提(?!交|供|出|报))"
    rf"|[之以]?后的?(?:第|前|头)?(?:(?P<nth>{NUMERAL})个|首个|第一个)工作日(?:[之以]?内)?"
    rf"|[之以]?后的?(?:第一天|首日|(?:上班|开工|复工)(?:首日|第一天|第1天)|(?:第一|首)个上班日)"
    rf"|[之以]?后(?:的?(?:第|头|首|前)?{NUMERAL}?个?(?:天|日|周|星期|个月|月)(?:[之以]?内)?)?|结束(?:之|以)?前|最后一天|期间|期内|内|当[天日]|前后)?"
)


def _holiday(match: re.Match[str], scene: Scene) -> Reading:
    relation = match.groupdict().get("relation") or ""
    holiday, certain, flags = _meant(match, relation, scene)
    if _is_open(relation):
        counted = any(char in relation for char in "天日周月")
        return Reading(None, (*flags, FROM_EVENT if counted else NO_SINGLE_DAY))
    if holiday is None:
        return Reading(None, (*flags, NO_SINGLE_DAY if certain else UNPUBLISHED))
    if holiday.announced:
        reading = _relative_to(holiday, match, relation, scene)
    elif _is_before(relation) or relation.startswith("当") or not relation:
        reading = _relative_to(holiday, match, relation, scene)
        flags = (*flags, UNPUBLISHED)
    else:
        # How long it lasts, and so what comes after it, hangs on the arrangement.
        return Reading(None, (*flags, UNPUBLISHED))
    rolled = (OTHER_YEAR,) if _rolled(match, reading, scene) else ()
    return Reading(reading.day, (*flags, *reading.flags, *rolled))


def _meant(match: re.Match[str], relation: str, scene: Scene) -> tuple[Holiday | None, bool, tuple[str, ...]]:
    """The holiday meant, whether its absence is certain, and the flag of one that is not named."""
    if not match.groupdict().get("any"):
        name = NAMES[match["holiday"].lower()]
        return *named(name, year_of(match, scene), relation, scene), ()
    if _is_before(relation):
        holiday = scene.calendar.next_holiday(scene.day)
        return holiday, holiday is not None, (UNNAMED_HOLIDAY,)
    holiday = scene.calendar.holiday_around(scene.day) or scene.calendar.next_holiday(scene.day)
    return holiday, holiday is not None, ()


def _rolled(match: re.Match[str], reading: Reading, scene: Scene) -> bool:
    return reading.day is not None and year_of(match, scene) is None and reading.day.year != scene.day.year


def _is_before(relation: str) -> bool:
    return relation.lstrip("之以").startswith("前") and relation != "前后"


def _is_open(relation: str) -> bool:
    """国庆节后 alone, or so many days after it, names no single day; 前后 neither."""
    if relation == "前后":
        return True
    after = relation.lstrip("之以").startswith("后")
    return after and "工作日" not in relation and not relation.endswith(("第一天", "第1天", "首日", "上班日"))


def named(name: str, year: int | None, relation: str, scene: Scene) -> tuple[Holiday | None, bool]:
    """The holiday meant, and whether its absence is certain rather than a matter of an unpublished year."""
    calendar = scene.calendar
    if year is not None:
        return calendar.holiday(name, year), calendar.published(year)
    for candidate in (scene.day.year, scene.day.year + 1):
        holiday = calendar.holiday(name, candidate)
        if holiday is None and not calendar.published(candidate):
            return None, False
        if holiday is not None:
            bound = holiday.first if _is_before(relation) else holiday.last
            if bound > scene.day or (bound == scene.day and not _is_before(relation)):
                return holiday, True
    return None, True


def _relative_to(holiday: Holiday, match: re.Match[str], relation: str, scene: Scene) -> Reading:
    groups, calendar = match.groupdict(), scene.calendar
    if groups.get("eve") and groups["eve"] != "夕":
        back = number(groups["back"]) if groups.get("back") else 1
        flags = (APPROXIMATE,) if holiday.name == "春节" else ()
        return Reading(holiday.first - dt.timedelta(days=back), flags)
    if _is_before(relation):
        count = number(groups["last_n"]) if groups.get("last_n") else 1
        return Reading(calendar.add_workdays(holiday.first, -count))
    if "后" in relation[:2] and "最后" not in relation:
        count = number(groups["nth"]) if groups.get("nth") else 1
        return Reading(calendar.add_workdays(holiday.last, count))
    if relation.startswith(("结束", "最后", "期", "内")):
        return Reading(holiday.last)
    return Reading(_day_itself(holiday))


def _day_itself(holiday: Holiday) -> dt.date:
    """The festival's own day: 1 October, though its days off may begin earlier."""
    fixed = _FIXED_DAYS.get(holiday.name)
    return dt.date(holiday.last.year, *fixed) if fixed else holiday.first


_SHOPPING = {
    "双十一": (11, 11),
    "双11": (11, 11),
    "双十二": (12, 12),
    "双12": (12, 12),
    "618": (6, 18),
    "六一八": (6, 18),
}
_SHOPPING |= {"圣诞": (12, 25), "圣诞节": (12, 25), "christmas": (12, 25)}


def _shopping(match: re.Match[str], scene: Scene) -> Reading:
    month, day = _SHOPPING[match["node"].lower()]
    relation = match["relation"] or ""
    if "后" in relation or relation == "前后":
        return Reading(None, (NO_SINGLE_DAY,))
    back = dt.timedelta(days=1 if "前" in relation else 0)
    year = year_of(match, scene)
    found = dt.date(year or scene.day.year, month, day) - back
    if year is None and found < scene.day:
        return Reading(dt.date(scene.day.year + 1, month, day) - back, (OTHER_YEAR,))
    return Reading(found)


def _christmas(match: re.Match[str], scene: Scene) -> Reading:
    year = scene.day.year + (scene.day > dt.date(scene.day.year, 12, 25))
    return Reading(
        dt.date(year, 12, 24 if match["before"] else 25), (OTHER_YEAR,) if year > scene.day.year else ()
    )


def _eve(match: re.Match[str], scene: Scene) -> Reading:
    day = (12, 31) if "new" in match[0].lower() else (12, 24)
    return Reading(dt.date(scene.day.year + (dt.date(scene.day.year, *day) < scene.day), *day))


def _english(match: re.Match[str], scene: Scene) -> Reading:
    relation = "前" if match["before"] else ""
    holiday, certain = named(NAMES[match["holiday"].lower()], None, relation, scene)
    if holiday is None:
        return Reading(None, (NO_SINGLE_DAY if certain else UNPUBLISHED,))
    unknown = () if holiday.announced else (UNPUBLISHED,)
    if not relation:
        return Reading(_day_itself(holiday), unknown)
    return Reading(scene.calendar.previous_workday(holiday.first), unknown)


def _lunar(_match: re.Match[str], _scene: Scene) -> Reading:
    return Reading(None, (NO_SINGLE_DAY,))


_WORDS = r"[^\s,。;:、]{0,6}?[之以]?"
_ENGLISH_NAMES = "|".join(
    sorted((re.escape(name) for name in NAMES if name.isascii()), key=len, reverse=True)
)
RULES = (
    Rule("holiday", NUMERALS + "今明次翌后元新春农过清五劳端中国十", rf"{YEAR}{_NAME}{_RELATION}", _holiday),
    # Festivals of the lunar calendar that are no days off: nothing here knows their day.
    Rule(
        "open", "元除小腊重七农正", rf"(?:元宵|除夕|小年|腊八|重阳|七夕|农历|正月|腊月){_WORDS}[前后]", _lunar
    ),
    Rule("holiday", "节小长放假", rf"{_ANY}{_RELATION}", _holiday),
    Rule(
        "holiday",
        NUMERALS + "今明次翌后双圣6",
        rf"{YEAR}(?P<node>双十[一二]|双1[12]|618|六一八|圣诞)节?(?:大促|活动)?(?P<relation>[之以]?前夕?|[之以]?后|前后|当[天日]|期间)",
        _shopping,
    ),
    Rule("holiday", "BbPpCc", r"(?P<before>before |prior to |by )?christmas(?: day)?\b", _christmas),
    Rule("holiday", "CcNn", r"(?:christmas|new year'?s) eve\b", _eve),
    Rule(
        "holiday",
        "BbNnSsCcLlQqMmDdPp",
        rf"(?P<before>before |prior to |by )?(?:the )?(?P<holiday>{_ENGLISH_NAMES})\b",
        _english,
    ),
)
