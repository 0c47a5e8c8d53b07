"""The words of single values in the language in use: weekdays, holidays, flags, fields."""

from __future__ import annotations

import datetime as dt

from models.i18n import _


def weekday_name(day: dt.date) -> str:
    """The short name of a day of the week."""
    names = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
    return names[day.weekday()]


def holiday_label(name: str) -> str:
    """A holiday's name; the calendar's Chinese one stands for it everywhere else."""
    return {
        "元旦": _("New Year"),
        "春节": _("Spring Festival"),
        "清明节": _("Tomb-Sweeping Day"),
        "劳动节": _("Labour Day"),
        "端午节": _("Dragon Boat Festival"),
        "中秋节": _("Mid-Autumn Festival"),
        "国庆节": _("National Day"),
    }.get(name, name)


def flag_words(flag: str) -> str:
    """What a due's flag says, in the language in use; the flag itself is data."""
    return {
        "早于会议日": _("before the meeting"),
        "非工作日": _("not a working day"),
        "放假安排未公布": _("holidays not announced yet"),
        "无明确时限": _("no definite day"),
        "周期性": _("recurring"),
        "以事件为起点": _("counted from an event"),
        "约数": _("approximate"),
        "跨年": _("next year"),
        "区间取末日": _("end of the range"),
        "星期与日期不符": _("weekday and date differ"),
        "括注日期不符": _("date in brackets differs"),
        "无效日期": _("no such date"),
        "当天或下周": _("today or next week?"),
        "未写明节日": _("which holiday?"),
        "“前”指本期间开始之前": _("before the period begins"),
        "下班": _("by the end of work"),
        "自散会起算": _("counted from the end of the meeting"),
        "按下午计": _("taken as afternoon"),
        "无法识别": _("not understood"),
        "上午": _("morning"),
        "中午": _("noon"),
        "下午": _("afternoon"),
        "晚上": _("evening"),
    }.get(flag, flag)


def missing_words(name: str) -> str:
    """What is missing, in the template's words."""
    return {
        "owner_department": _("owning department"),
        "owner": _("person in charge"),
        "due": _("due date"),
        "executing_department": _("executing department"),
        "lead_department": _("leading department"),
        "lead": _("lead"),
        "revisit": _("revisit date"),
        "department": _("department"),
    }.get(name, name)


def fact_label(name: str) -> str:
    """The template's word of one of the meeting's facts."""
    return {
        "name": _("Meeting name"),
        "theme": _("Theme"),
        "goal": _("Goal"),
        "sponsor": _("Sponsor"),
        "scenario": _("Scenario"),
        "time": _("Meeting time"),
        "place": _("Place"),
        "host": _("Host"),
        "recorder": _("Recorder"),
        "material": _("Material"),
    }.get(name, name)
