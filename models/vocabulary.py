"""The closed vocabularies of a meeting, with the word each value has on screen and in the document.

Values are what the database, the interchange format and the code hold; labels are what people read.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum

from models.i18n import _


class Scenario(StrEnum):
    """The five kinds of meeting the template names."""

    KICKOFF = "kickoff"
    SYNC = "sync"
    PROBLEM = "problem"
    ALIGNMENT = "alignment"
    PROCESS = "process"


_SCENARIO_WORDS = (
    (Scenario.KICKOFF, "启动|kick-?off"),
    (Scenario.PROBLEM, "问题|专项|problem"),
    (Scenario.ALIGNMENT, "对齐|目标|alignment|goal"),
    (Scenario.PROCESS, "流程|优化|研讨|process"),
    (Scenario.SYNC, "同步|进度|例会|周会|月会|sync|progress|status"),
)


def scenario_in(low: str) -> str | None:
    """The kind of meeting that words in lower case speak of, as its name does (渠道价格专项协调会)."""
    return next((kind.value for kind, shape in _SCENARIO_WORDS if re.search(shape, low)), None)


class Role(StrEnum):
    """What a person is in the meeting, beside host and recorder, which the meeting itself names."""

    ATTENDEE = "attendee"
    OBSERVER = "observer"
    GUEST = "guest"


class Presence(StrEnum):
    """Where a person was while the meeting went on."""

    PRESENT = "present"
    LATE = "late"
    ABSENT = "absent"
    LEFT = "left"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """How a department stands to what is discussed; NONE is an opinion without a stance."""

    SUPPORT = "support"
    CONDITIONAL = "conditional"
    OPPOSE = "oppose"
    RESERVE = "reserve"
    ABSTAIN = "abstain"
    NONE = "none"


CARRIED = "〃"
"""The sign of what is somebody's only because nobody else was named since."""


class Asks(StrEnum):
    """What an entry asks: whose it is."""

    WHO = "who"


class DisputeStatus(StrEnum):
    """How far a disagreement has come."""

    OPEN = "open"
    SETTLED = "settled"
    DEFERRED = "deferred"


class Outcome(StrEnum):
    """What a topic ended in."""

    AGREED = "agreed"
    NOT_AGREED = "not_agreed"
    INCONCLUSIVE = "inconclusive"
    DEFERRED = "deferred"


class ActionStatus(StrEnum):
    """How far an action has come."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    LATE = "late"
    CANCELLED = "cancelled"


class Status(StrEnum):
    """Where the minutes are on their way."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    CONFIRMING = "confirming"
    FINAL = "final"
    DISTRIBUTED = "distributed"
    ARCHIVED = "archived"


def scenario_label(value: str | None) -> str:
    """The template's name of a scenario; an unknown one is shown as it is."""
    return {
        "kickoff": _("Project kick-off meeting"),
        "sync": _("Progress sync meeting"),
        "problem": _("Problem coordination meeting"),
        "alignment": _("Goal alignment meeting"),
        "process": _("Process improvement workshop"),
    }.get(value or "", value or "")


def presence_label(value: str) -> str:
    """The word of an attendance value."""
    return {
        "present": _("present"),
        "late": _("late"),
        "absent": _("absent"),
        "left": _("left early"),
        "unknown": _("not checked"),
    }.get(value, value)


def role_label(value: str) -> str:
    """The word of a role."""
    return {"attendee": _("attendee"), "observer": _("observer"), "guest": _("guest")}.get(value, value)


def stance_label(value: str) -> str:
    """The word of a stance; an opinion without one has none."""
    return {
        "support": _("support"),
        "conditional": _("conditional support"),
        "oppose": _("oppose"),
        "reserve": _("reserve"),
        "abstain": _("abstain"),
        "none": "",
    }.get(value, value)


def dispute_label(value: str) -> str:
    """The word of a disagreement's status."""
    return {"open": _("unsettled"), "settled": _("settled"), "deferred": _("set aside")}.get(value, value)


def outcome_label(value: str | None) -> str:
    """The word of a topic's outcome; empty while there is none."""
    return {
        "agreed": _("agreed"),
        "not_agreed": _("not agreed"),
        "inconclusive": _("inconclusive"),
        "deferred": _("postponed"),
    }.get(value or "", value or "")


def action_status_label(value: str) -> str:
    """The word of an action's status in the action table."""
    return {
        "open": _("not started"),
        "doing": _("in progress"),
        "done": _("done"),
        "late": _("delayed"),
        "cancelled": _("cancelled"),
    }.get(value, value)


def with_state(code: str, status: str) -> str:
    """An action's number with its state: A3 (not started)."""
    return _("{code} ({state})").format(code=code, state=action_status_label(status))


def status_label(value: str) -> str:
    """The word of the minutes' status."""
    return {
        "draft": _("draft"),
        "in_review": _("in review"),
        "confirming": _("being confirmed"),
        "final": _("final"),
        "distributed": _("distributed"),
        "archived": _("archived"),
    }.get(value, value)


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
        "时区未换算": _("time zone not converted"),
        "无法识别": _("not understood"),
        "日月顺序不明": _("day or month first?"),
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


def field_label(name: str) -> str:
    """A field of an entry, topic or person that can change, in words; the meeting's facts have the template's."""
    return {
        "kind": _("kind"),
        "speaker": _("speaker"),
        "stance": _("stance"),
        "dispute": _("dispute"),
        "consensus": _("consensus"),
        "reason": _("reason"),
        "vote": _("vote"),
        "topic": _("topic"),
        "doubt": _("to be checked"),
        "left_out": _("in the minutes"),
        "next": _("next meeting"),
        "title": _("title"),
        "length": _("length"),
        "outcome": _("outcome"),
        "attendance": _("attendance"),
        "proxy": _("stand-in"),
        "text": _("wording"),
        "owner": _("responsible person"),
        "owner_department": _("responsible person"),
        "cooperating": _("cooperating departments"),
        "helpers": _("cooperating departments"),
        "executing_department": _("executing department"),
        "effective": _("effective"),
        "effective_text": _("effective"),
        "due": _("due date"),
        "handling": _("handling"),
        "status": _("status"),
    }.get(name) or fact_label(name)


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
        "document_number": _("Document number"),
        "copies": _("Copies to"),
        "signed_by": _("Signed by"),
        "issuer": _("Issued by"),
    }.get(name, name)
