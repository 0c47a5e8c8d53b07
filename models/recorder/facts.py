"""The meeting's own facts: what it is called, when and where it is, who leads and who records it."""

from __future__ import annotations

import re
from typing import Any

from models.capture.values import FactLine
from models.capture.words.lexicon import OFFICE
from models.i18n import _
from models.meeting import Material, Meeting, new_id
from models.recorder import dates_in_words, people
from models.recorder.step import MeetingStep
from models.vocabulary import Scenario

_TEXTS = frozenset({"name", "theme", "goal", "sponsor", "host", "recorder", *OFFICE})
_ONLINE = re.compile(
    r"[（(]\s*(?:线上|在线|远程|online)\s*[：:]?\s*(?P<online>.*?)\s*[）)]\s*$", re.IGNORECASE
)
_SCENARIOS = {
    Scenario.KICKOFF: ("启动", "kickoff", "kick-off", "kick off"),
    Scenario.SYNC: ("同步", "进度", "例会", "周会", "sync", "progress"),
    Scenario.PROBLEM: ("协调", "问题", "专项", "problem"),
    Scenario.ALIGNMENT: ("对齐", "目标", "alignment", "goal"),
    Scenario.PROCESS: ("流程", "优化", "研讨", "process"),
}


def fact(step: MeetingStep, item: FactLine) -> bool:
    """Sets a fact; False for a time that is none."""
    if item.field in _TEXTS:
        change_meeting(step, **{item.field: item.value})
    elif item.field == "scenario":
        change_meeting(step, scenario=scenario(item.value))
    elif item.field == "place":
        change_meeting(step, **place(item.value))
    elif item.field == "material":
        _materials(step, item.value)
    elif item.starts_at:
        change_meeting(step, starts_at=item.starts_at, ends_at=item.ends_at)
    else:
        step.message = _("No date was understood; the line is kept as a note.")
        return False
    return True


def change_meeting(step: MeetingStep, **said: Any) -> Meeting:
    """Changes facts; who leads and records joins the list, and dates set by words follow the meeting's."""
    before = step.meeting
    after = step.change(before, **said)
    for role in ("host", "recorder"):
        if getattr(after, role) != getattr(before, role):
            people.named_as_written(step, getattr(after, role))
    if (before.starts_at, before.ends_at) != (after.starts_at, after.ends_at):
        dates_in_words.follow(step)
    return after


def scenario(words: str) -> str:
    """The value for what a scenario is called, by the first word that tells it; other words stay as they are."""
    folded = words.strip().lower()
    for value, signs in _SCENARIOS.items():
        if folded == value or any(sign in folded for sign in signs):
            return value.value
    return words.strip()


def place(words: str) -> dict[str, str]:
    """The place and the online room (behind 线上： in brackets) as fields of the meeting."""
    if match := _ONLINE.search(words):
        return {"place": words[: match.start()].strip(), "online": match["online"]}
    return {"place": words.strip(), "online": ""}


def _materials(step: MeetingStep, words: str) -> None:
    seq = max((m.seq for m in step.minutes.materials), default=0)
    for text in re.split(r"[；;、\n]", words):
        if text.strip():
            seq += 1
            step.add(Material(id=new_id(), meeting_id=step.meeting.id, seq=seq, text=text.strip()))
