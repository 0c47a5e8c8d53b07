"""What a finding offers is data the recorder can carry out, and taking it ends the finding."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from models.capture.values import DeferredLine, OpenIssueLine, OpinionLine, Reading, ResolutionLine
from models.findings import Finding, Offer, check, take
from models.findings.finding import Convert, Write
from models.meeting import Written, WrittenSource
from tests.meetings.flawless import flawless
from tests.meetings.rows import Rows

TODAY = dt.date(2026, 9, 17)


class OnTheSheet:
    """Carries out on a sheet what the recorder carries out on the store; lines are only kept."""

    def __init__(self, sheet: Rows) -> None:
        self.sheet = sheet
        self.lines: list[tuple[str, Reading]] = []
        self.converted: list[tuple[str, str]] = []

    def accept(self, line: str, reading: Reading | None = None) -> None:
        assert reading is not None
        self.lines.append((line, reading))

    def edit(self, row_id: str, **fields: Any) -> None:
        self.sheet.change(row_id, **fields)

    def convert(self, row_id: str, kind: str) -> None:
        self.converted.append((row_id, kind))

    def set_attendance(self, person_id: str, attendance: str) -> None:
        self.sheet.change(person_id, attendance=attendance)


def one(sheet: Rows, rule: str) -> Finding:
    """The only finding of a rule."""
    (finding,) = [f for f in check(sheet.minutes(), "close", today=TODAY) if f.rule == rule]
    return finding


def labels(finding: Finding) -> list[str]:
    return [offer.label for offer in finding.offers]


@pytest.mark.parametrize(
    ("rule", "row", "fields"),
    [
        ("day-off", "A1", {"due": "2026-09-25"}),
        ("R17", "A1", {"due": None, "due_text": "待定"}),
        ("R16", "A1", {"owner_id": None}),
        ("R15", "D1", {"executing_department_id": None}),
        ("R15-when", "D1", {"effective": None, "effective_text": ""}),
        ("R14", "1.2", {"outcome": None}),
        ("R13-lead", "Q1", {"lead_id": None, "lead_department_id": None}),
        ("R13", "争议2", {"status": "open"}),
        ("R8", "李经理", {"attendance": "unknown"}),
        ("R21", "意见市场", {"text": "下周能搞定"}),
        ("doubt", "意见市场", {"doubt": True}),
        ("not-present", "李经理", {"attendance": "absent", "reason": "出差"}),
        ("two-fit", "A1", {"owner_id": None, "candidates": "研发部陈工程师、研发部刘总监"}),
    ],
)
def test_the_first_offer_ends_the_finding(rule: str, row: str, fields: dict[str, Any]) -> None:
    sheet = flawless().change(row, **fields)
    if rule == "R14":
        sheet.drop("D2").change("A2", condition_of=None)
    found = [f for f in check(sheet.minutes(), "close", today=TODAY) if f.rule == rule]
    for finding in found:
        take(OnTheSheet(sheet), finding.offers[0])
    assert found
    assert [f.rule for f in check(sheet.minutes(), "close", today=TODAY) if f.rule == rule] == []


def test_a_due_date_on_a_holiday_offers_the_working_days_around_it() -> None:
    finding = one(flawless().change("A1", due="2026-09-25", due_text="下周五"), "day-off")
    assert finding.message == "9月25日中秋节放假"
    assert labels(finding) == ["前一个工作日 9月24日（周四）", "后一个工作日 9月28日（周一）"]


def test_a_due_date_moved_to_a_working_day_keeps_its_words_and_loses_its_warning() -> None:
    sheet = flawless().change("A1", due="2026-09-25", due_text="下周五", due_flags="非工作日、约数")
    take(OnTheSheet(sheet), one(sheet, "day-off").offers[0])
    action = sheet.rows["A1"]
    assert (action.due, action.due_text, action.due_flags, action.due_by_hand) == (
        "2026-09-24",
        "下周五",
        "约数",
        True,
    )


def test_an_action_without_a_day_offers_days_and_to_become_an_open_issue() -> None:
    sheet = flawless().change("A1", due=None, due_text="待定").change("meeting", next_at="2026-09-30T14:00")
    finding = one(sheet, "R17")
    assert finding.message == "缺完成时限（写作“待定”）"
    assert labels(finding) == [
        "下次会议前：9月30日（周三）",
        "周五前：9月18日（周五）",
        "5个工作日内：9月22日（周二）",
        "转为遗留问题",
    ]
    recorder = OnTheSheet(sheet)
    take(recorder, finding.offers[-1])
    assert recorder.converted == [("A1", "open_issue")]
    assert isinstance(finding.offers[-1].change, Convert)


def test_a_dispute_without_consensus_offers_to_be_set_aside_as_an_open_issue() -> None:
    sheet = flawless().change("争议1", status="open", consensus="")
    recorder = OnTheSheet(sheet)
    take(recorder, one(sheet, "R13").offers[0])
    ((line, reading),) = recorder.lines
    aside, issue = reading.items
    assert line == "1.1补：遗留：是否需增设紧急响应通道"
    assert isinstance(aside, DeferredLine)
    assert aside.settles == "争议1"
    assert isinstance(issue, OpenIssueLine)
    assert (issue.text, issue.topic) == ("是否需增设紧急响应通道", "1.1")


def test_a_silent_department_can_be_said_to_have_no_objection() -> None:
    finding = one(flawless().drop("意见财务"), "silent")
    assert labels(finding) == ["财务部：无意见"]
    change = finding.offers[0].change
    assert isinstance(change, Write)
    assert change.items == (
        OpinionLine(department="财务部", stance="support", text="无意见", speaks=False, topic="1.1"),
    )


def test_a_topic_with_a_consensus_and_no_resolution_offers_the_consensus_as_one() -> None:
    finding = one(flawless().drop("D1"), "R14")
    change = finding.offers[0].change
    assert isinstance(change, Write)
    assert change.items == (ResolutionLine(text="研发部设置7×24小时紧急接口", topic="1.1"),)


def test_an_owner_missing_in_a_department_is_offered_from_those_of_it_who_came() -> None:
    sheet = flawless().change("A1", owner_id=None)
    assert labels(one(sheet, "R16")) == ["研发部陈工程师负责"]


def test_a_name_that_fits_two_offers_both() -> None:
    sheet = flawless().change("A1", owner_id=None, candidates="研发部陈工程师、财务部孙主管")
    assert labels(one(sheet, "two-fit")) == ["研发部陈工程师", "财务部孙主管"]


def test_a_spoken_word_is_offered_in_its_written_form() -> None:
    sheet = flawless().change("意见市场", text="我觉得下周能搞定")
    found = [f for f in check(sheet.minutes(), "close", today=TODAY) if f.rule == "R21"]
    assert [labels(f) for f in found] == [["“我觉得”改为“市场部认为”"], ["“搞定”改为“完成”"]]
    take(OnTheSheet(sheet), found[1].offers[0])
    assert sheet.rows["意见市场"] == replace(sheet.rows["意见市场"], text="我觉得下周能完成")


def test_every_offer_has_words() -> None:
    sheet = flawless().change("A1", due=None).change("D1", executing_department_id=None)
    offers: list[Offer] = [o for f in check(sheet.minutes(), "close", today=TODAY) for o in f.offers]
    assert offers
    assert all(offer.label for offer in offers)


def test_once_a_sentence_is_written_its_own_spoken_words_count() -> None:
    sheet = flawless().change("意见市场", text="我觉得下周能搞定")
    entry = sheet.rows["意见市场"]
    written = Written(id="w", meeting_id="meeting", topic_id=entry.topic_id, seq=1, text="下周能搞定")  # type: ignore[attr-defined]
    sheet.put(written)
    sheet.put(WrittenSource(id="s", meeting_id="meeting", written_id="w", item=entry.id, text=entry.text))  # type: ignore[attr-defined]
    (found,) = (f for f in check(sheet.minutes(), "close", today=TODAY) if f.rule == "R21")
    assert (found.item, labels(found)) == (entry.id, ["“搞定”改为“完成”"])
    take(OnTheSheet(sheet), found.offers[0])
    assert sheet.rows["w"] == replace(written, text="下周能完成")
    assert not [f for f in check(sheet.minutes(), "close", today=TODAY) if f.rule == "R21"]
