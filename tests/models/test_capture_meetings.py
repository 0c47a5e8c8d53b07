"""Two whole meetings, typed line by line, become what was meant, each line read after those before it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.capture import Context, parse
from models.capture.values import AttendanceLine, FactLine, OpinionLine, Parsed, TopicLine
from models.dates import Anchor
from tests.meetings.contexts import ANCHOR, read, roster
from tests.meetings.stored import sample_lines

_LAUNCH = """
fact:name fact:time fact:place fact:theme fact:goal fact:scenario fact:host fact:recorder
attendance*8 attendance
topic background point opinion opinion opinion dispute+consensus resolution action action outcome
topic background opinion continuation opinion opinion dispute deferred resolution action open_issue
topic opinion opinion opinion consensus resolution action action outcome
"""
_COMPLAINT = """
fact:name fact:time fact:place fact:scenario fact:theme fact:host fact:recorder
attendance*6 attendance attendance
topic background opinion opinion opinion opinion dispute+dispute consensus consensus
resolution resolution action action action
topic opinion opinion opinion replacement resolution note outcome
"""


def _kinds(items: tuple[Parsed, ...]) -> str:
    kinds = [f"{item.kind}:{item.field}" if isinstance(item, FactLine) else item.kind for item in items]
    if len(kinds) > 1 and len(set(kinds)) == 1 and kinds[0] == "attendance":
        return f"attendance*{len(kinds)}"
    return "+".join(kinds)


class _Meeting:
    """Just enough of a meeting for the next line's context: who came, who speaks."""

    def __init__(self) -> None:
        self.context = Context(anchor=ANCHOR, now="14:20")
        self._people: dict[str, list[str]] = {}

    def type(self, line: str) -> tuple[Parsed, ...]:
        items = parse(line, self.context)
        for item in items:
            self._keep(item)
        return items

    def _keep(self, item: Parsed) -> None:
        if isinstance(item, AttendanceLine) and item.department and item.name:
            names = self._people.setdefault(item.department, [])
            names += [item.name] if item.name not in names else []
            self.context = replace(self.context, roster=roster(self._people))
        elif isinstance(item, TopicLine):
            self.context = replace(self.context, facts_open=False, speaker=None)
        elif isinstance(item, OpinionLine):
            self.context = replace(self.context, speaker=(item.department, item.person))


@pytest.mark.parametrize(("name", "kinds"), [("launch", _LAUNCH), ("complaint", _COMPLAINT)])
def test_a_meeting_reads_kind_by_kind(name: str, kinds: str) -> None:
    meeting = _Meeting()
    lines = sample_lines(name)
    assert [(line, _kinds(meeting.type(line))) for line in lines] == list(
        zip(lines, kinds.split(), strict=True)
    )


def test_the_launch_meetings_actions_have_owner_help_and_day() -> None:
    meeting = _Meeting()
    lines = sample_lines("launch")
    for line in lines[:10]:
        meeting.type(line)
    actions = [item for line in lines for item in read(line, meeting.context) if item["kind"] == "action"]
    assert [(a["owner_department"], a["owner"], a["cooperating"], a["due"]) for a in actions] == [
        ("研发部", "陈工程师", ["市场部"], "2026-09-23"),
        ("市场部", "李经理", ["研发部", "销售部"], "2026-09-30"),
        ("销售部", "赵经理", [], "2026-09-20"),
        ("销售部", "钱主管", ["研发部"], "2026-10-08"),
        ("研发部", "陈工程师", [], None),
    ]


def test_the_complaint_meetings_people_are_found_by_pinyin_and_short_forms() -> None:
    meeting = _Meeting()
    meeting.context = replace(meeting.context, anchor=Anchor(ANCHOR.day))
    for line in sample_lines("complaint")[:10]:
        meeting.type(line)
    (opinion,) = read("kfb: 高峰期在10:00-12:00", meeting.context)
    assert (opinion["department"], opinion["text"]) == ("客服部", "高峰期在10:00-12:00")
    (action,) = read("action: add the escalation phone to the website @冯经理 /Q4末", meeting.context)
    assert (action["owner_department"], action["owner"], action["due"]) == ("市场部", "冯经理", "2026-12-31")
