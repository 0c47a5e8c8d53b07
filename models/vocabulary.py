"""The closed vocabularies of a meeting, with the word each value has on screen and in the document.

Values are what the database, the interchange format and the code hold; labels are what people read.
"""

from __future__ import annotations

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
