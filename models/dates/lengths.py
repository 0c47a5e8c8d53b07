"""Expressions that count a length of time from the meeting: 48小时内, 3个工作日内, 两周后, 一个半月内."""

from __future__ import annotations

import datetime as dt
import re

from models.dates.core import APPROXIMATE, FROM_CLOSE, RANGE_END, Reading, Rule, Scene, add_months
from models.dates.days import NUMERALS
from models.dates.plain import NUMERAL, is_loose_number, number

INSIDE = (
    r"[之以]?内(?!部(?!署)|容|存|外|网|测(?![试算评量])|审(?![核批定议查])|控(?!制)|置(?!换)|训(?!练)"
    r"|核(?![对算实查准定减验发销])|需(?!要))"
)
AFTER = r"(?:[之以]后|过?后(?!端|台|续|期|勤|面|方|果))"
_FROM = (
    r"(?:会后|会议(?:结束)?后|散会后|(?:从|自)?(?:即日|今天|今日|今|现在|会议之?日)起(?:的|计|算)?"
    r"|今后|未来|接下来)?\s*"
)
_UNIT = (
    r"(?P<unit>工作日|工作天|小时|钟头|h(?![a-z])|分钟|自然日|日历日|日历天|天|日|周|星期|礼拜|年"
    r"|(?<=[个半])(?:月|季度))"
)
_AMOUNT = (
    rf"(?:(?:{NUMERAL}[-~至到])(?P<upto>{NUMERAL})|(?P<count>{NUMERAL})|(?P<half>半))"
    rf"(?P<more>个半|个(?!季度的))?{_UNIT}(?P<post>半)?"
)


def _length(match: re.Match[str], scene: Scene) -> Reading:
    count, flags = _count(match)
    unit = match["unit"]
    if unit in ("小时", "钟头", "分钟", "h", "H"):
        return _hours(count / 60 if unit == "分钟" else count, flags, scene)
    if unit.startswith("工作"):
        return Reading(scene.calendar.add_workdays(scene.day, int(count + 0.5)), flags)
    if unit.endswith(("天", "日")):
        rough = flags if count == int(count) else (*flags, APPROXIMATE)
        return Reading(scene.day + dt.timedelta(days=int(count)), rough)
    if unit in ("周", "星期", "礼拜"):
        return Reading(scene.day + dt.timedelta(days=int(count * 7)), flags)
    return Reading(_months_on(scene.day, count * {"月": 1, "季度": 3, "年": 12}[unit]), flags)


def _count(match: re.Match[str]) -> tuple[float, tuple[str, ...]]:
    """How many units, halves included; of a range (3-5天) the last, of a vague pair (两三天) the larger."""
    written = match["upto"] or match["count"]
    if written is None:
        return 0.5, ()
    flags: tuple[str, ...] = (RANGE_END,) if match["upto"] else ()
    if is_loose_number(written):
        return float(number(written[-1])), (APPROXIMATE,)
    count = float(written) if "." in written else float(number(written))
    return count + (0.5 if (match["more"] or "").endswith("半") or match["post"] else 0), flags


def _hours(count: float, flags: tuple[str, ...], scene: Scene) -> Reading:
    """Hours count from the end of the meeting, so they have no date before it is known."""
    if scene.anchor.ends_at is None:
        return Reading(None, (*flags, FROM_CLOSE))
    moment = scene.anchor.ends_at + dt.timedelta(hours=count)
    return Reading(moment.date(), flags, moment=moment)


def _months_on(day: dt.date, months: float) -> dt.date:
    """So many months later; half a month is fifteen days."""
    whole = add_months(day, int(months))
    return whole + dt.timedelta(days=15) if months % 1 else whole


def _next_working_day(match: re.Match[str], scene: Scene) -> Reading:
    nth = match.groupdict().get("nth")
    return Reading(scene.calendar.add_workdays(scene.day, number(nth) if nth else 1))


_STARTS = NUMERALS + "百半会散从自即今现未接"
RULES = (
    Rule(
        "duration",
        _STARTS,
        rf"{_FROM}(?<!第)(?<![\d.]){_AMOUNT}(?:{INSIDE}|(?:左右|上下)?{AFTER}|左右{INSIDE})",
        _length,
    ),
    Rule("duration", _STARTS, rf"{_FROM}{_AMOUNT}", _length, lone=True),
    Rule("day", "下次会", r"(?:会后)?(?:下一?个?|次一?个?)工作日", _next_working_day),
    Rule("day", "会第", rf"(?:会后)?第(?P<nth>{NUMERAL})个?工作日", _next_working_day),
)
