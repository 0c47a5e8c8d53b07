"""Every rule: a meeting in which nothing is wanting is not flagged, and one change to it is, by that rule alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from models import i18n
from models.findings import RULES, Severity, Thresholds, Trigger, check, read_thresholds, silent_departments
from models.meeting import Action, Disagreement, OpenIssue, Opinion, Person, Point, Resolution
from tests.meetings.flawless import ID, flawless
from tests.meetings.rows import Rows

DAY_BEFORE = dt.date(2026, 9, 15)
DAY_AFTER = dt.date(2026, 9, 17)
WEEK_AFTER = dt.date(2026, 9, 23)
Change = Callable[[Rows], object]


def found(sheet: Rows, trigger: str, today: dt.date, **thresholds: int) -> list[tuple[str, str]]:
    """What is found, as the rule and where."""
    return [(f.rule, f.where) for f in check(sheet.minutes(), trigger, Thresholds(**thresholds), today)]


@pytest.mark.parametrize(
    ("trigger", "today"), [("agenda", DAY_BEFORE), ("close", DAY_AFTER), ("final", DAY_AFTER)]
)
def test_a_meeting_in_which_nothing_is_wanting_has_no_findings(trigger: str, today: dt.date) -> None:
    assert found(flawless(), trigger, today) == []


AGENDA: list[tuple[str, Change, str]] = [
    ("R1", lambda s: s.change(ID, sponsor=""), "基本信息"),
    ("R1", lambda s: s.change(ID, theme=""), "基本信息"),
    ("R1", lambda s: s.change(ID, theme="确定方案；解决投诉"), "基本信息"),
    (
        "R1-topics",
        lambda s: [s.topic(f"1.{n}", "议题", minutes=1, expected="结果") for n in range(3, 7)],
        "议程",
    ),
    ("R2", lambda s: s.change(ID, starts_at=None), "基本信息"),
    ("R2", lambda s: s.change(ID, place="", online=""), "基本信息"),
    ("R2", lambda s: s.change(ID, online="腾讯会议"), "基本信息"),
    ("R2-topics", lambda s: s.change("1.2", minutes=None), "1.2"),
    ("R2-topics", lambda s: s.change("1.2", expected=""), "1.2"),
    ("R2-topics", lambda s: s.change("1.2", minutes=100), "议程"),
    ("R3", lambda s: s.person("张专员", "市场部", number=3), "市场部"),
    ("R3", lambda s: s.department("法务部"), "法务部"),
    ("R5", lambda s: s.drop("资料"), "背景资料"),
    ("R6", lambda s: s.change("会议室", done=False), "会议保障"),
    ("R7", lambda s: s.change(ID, recorder=""), "基本信息"),
    ("R7", lambda s: s.change(ID, recorder="市场部王总监"), "基本信息"),
    ("R29", lambda s: s.change(ID, scenario="party"), "基本信息"),
]


@pytest.mark.parametrize(("rule", "change", "where"), AGENDA)
def test_an_agenda_that_lacks_one_thing_is_flagged_for_it(rule: str, change: Change, where: str) -> None:
    sheet = flawless()
    change(sheet)
    assert found(sheet, "agenda", DAY_BEFORE) == [(rule, where)]


def test_an_agenda_sent_on_the_day_itself_is_late() -> None:
    assert ("R4", "议程") in found(flawless(), "agenda", dt.date(2026, 9, 16))
    assert found(flawless(), "agenda", DAY_BEFORE, agenda_workdays=2) == [("R4", "议程")]


def change_entry(row_id: str, **fields: object) -> Change:
    """A table's shorthand for one entry with other fields."""
    return lambda sheet: sheet.change(row_id, **fields)


def drop_resolution(sheet: Rows) -> None:
    sheet.drop("D1").change("A1", condition_of=None)


CLOSE: list[tuple[str, Change, str]] = [
    ("R8", change_entry("李经理", attendance="unknown"), "市场部李经理"),
    ("R8", change_entry("刘总监", reason=""), "研发部刘总监"),
    ("R9", change_entry("刘总监", proxy="孙主管"), "研发部刘总监"),
    ("R9", change_entry("刘总监", proxy="马工"), "研发部刘总监"),
    ("R13", change_entry("争议1", status="open", consensus=""), "1.1 争议"),
    ("R13", lambda s: s.drop("Q1"), "1.2 争议"),
    ("R13-lead", change_entry("Q1", lead_id=None, lead_department_id=None), "Q1"),
    ("R13-lead", change_entry("Q1", revisit=None, revisit_text=""), "Q1"),
    ("R14", drop_resolution, "1.1"),
    ("R15", change_entry("D1", executing_department_id=None), "D1"),
    ("R15-when", change_entry("D1", effective=None, effective_text=""), "D1"),
    ("R15-vague", change_entry("D1", text="原则上分为常规流程与紧急流程两种"), "D1"),
    ("R16", change_entry("A1", owner_department_id=None, owner_id=None), "A1"),
    ("R16", change_entry("A1", owner_id=None), "A1"),
    ("R16", change_entry("A1", owner_department_id=None), "A1"),
    ("R16-task", change_entry("A1", task="出方案"), "A1"),
    ("R16-task", lambda s: s.helps("A1", "研发部"), "A1"),
    ("R17", change_entry("A1", due=None, due_text="待定"), "A1"),
    ("R18", lambda s: s.drop("c1.2"), "1.2"),
    ("R21", change_entry("意见市场", text="这个素材下周能搞定"), "1.1 市场部"),
    ("R28", lambda s: s.change("1.2", number="1.0"), "1.0"),
    ("R28", lambda s: s.change("1.2", number="二"), "二"),
    ("R31", lambda s: s.drop("A1"), "D1"),
    ("silent", lambda s: s.drop("意见财务"), "1.1"),
    ("two-fit", change_entry("A1", candidates="研发部陈工程师、市场部陈工程师"), "A1"),
    ("not-present", change_entry("意见研发", person_id="刘总监"), "1.1 研发部"),
    ("doubt", change_entry("意见研发", doubt=True), "1.1 研发部"),
    ("day-off", change_entry("A1", due="2026-09-25"), "A1"),
    ("before-meeting", change_entry("A1", due="2026-09-11"), "A1"),
    ("changed", change_entry("A1", changed_at="2026-09-16T15:52"), "A1"),
    ("changed", change_entry("A1", at="2026-09-16T15:52"), "A1"),
]


@pytest.mark.parametrize(("rule", "change", "where"), CLOSE)
def test_a_meeting_that_lacks_one_thing_at_the_close_is_flagged_for_it(
    rule: str, change: Change, where: str
) -> None:
    sheet = flawless()
    change(sheet)
    assert found(sheet, "close", DAY_AFTER) == [(rule, where)]


def test_an_opinion_of_nobody_is_flagged() -> None:
    sheet = flawless().change("意见财务", department_id=None, person_id=None)
    assert ("R12", "1.1 意见") in found(sheet, "close", DAY_AFTER)


def test_a_topic_on_which_one_department_spoke_is_flagged() -> None:
    sheet = flawless().drop("意见财务").drop("意见研发")
    assert ("R12-two", "1.1") in found(sheet, "close", DAY_AFTER)


def test_one_department_alone_is_no_cross_department_meeting() -> None:
    sheet = flawless()
    for name in ("陈工程师", "孙主管", "何专员"):
        sheet.change(name, attendance="absent", reason="出差")
    assert ("R32", "出席") in found(sheet, "close", DAY_AFTER)


def test_an_owner_who_is_absent_is_flagged_unless_somebody_stands_in() -> None:
    sheet = flawless().change("A1", owner_id="刘总监")
    assert found(sheet, "close", DAY_AFTER) == []
    sheet.change("刘总监", proxy="")
    assert found(sheet, "close", DAY_AFTER) == [("absent-owner", "A1")]


def test_a_person_without_department_who_is_no_guest_is_unknown() -> None:
    sheet = flawless()
    sheet.person("赵六", None)
    assert found(sheet, "close", DAY_AFTER) == [("unknown-name", "赵六")]
    sheet.change("赵六", role="guest")
    assert found(sheet, "close", DAY_AFTER) == []


def test_many_people_not_checked_are_one_finding_that_offers_them_all_as_present() -> None:
    sheet = flawless()
    for name in ("王总监", "李经理", "陈工程师", "孙主管"):
        sheet.change(name, attendance="unknown")
    (finding,) = [f for f in check(sheet.minutes(), "close", today=DAY_AFTER) if f.rule == "R8"]
    assert "4" in finding.message
    assert [o.label for o in finding.offers] == ["全部已到"]


def test_speaking_before_arriving_or_after_leaving_is_flagged() -> None:
    late = flawless().change("陈工程师", attendance="late", arrived_at="2026-09-16T14:30")
    assert ("not-present", "1.1 研发部") in found(late, "close", DAY_AFTER)
    left = flawless().change("陈工程师", attendance="left", left_at="2026-09-16T14:05")
    assert ("not-present", "1.1 研发部") in found(left, "close", DAY_AFTER)
    in_time = flawless().change("陈工程师", attendance="late", arrived_at="2026-09-16T14:05")
    assert found(in_time, "close", DAY_AFTER) == []


FINAL: list[tuple[str, Change, str]] = [
    ("R7-own", change_entry("意见财务", department_id="行政部", person_id="何专员"), "基本信息"),
    ("R11", lambda s: s.drop("背景1"), "1.1"),
    ("R11", change_entry("背景1", text="长" * 101), "1.1"),
    ("R21-long", change_entry("要点1", text="长" * 201), "1.1 要点"),
    ("R22", change_entry(ID, status="in_review"), "纪要"),
    ("R27", change_entry(ID, name=""), "基本信息"),
    ("R27", change_entry(ID, ends_at="2026-09-16T13:00"), "基本信息"),
    ("R28-gaps", change_entry("D2", number=3), "决议"),
    ("R30", change_entry("A1", task="于X月X日前提供产品功能亮点说明"), "A1"),
    ("R30", change_entry(ID, host="市场部*总监"), "基本信息"),
]


@pytest.mark.parametrize(("rule", "change", "where"), FINAL)
def test_minutes_that_lack_one_thing_are_flagged_before_they_become_final(
    rule: str, change: Change, where: str
) -> None:
    sheet = flawless()
    change(sheet)
    assert (rule, where) in found(sheet, "final", DAY_AFTER)


def test_a_topic_without_any_record_is_flagged() -> None:
    sheet = flawless()
    sheet.topic("1.3", "上市时间节点对齐", minutes=20, expected="节点")
    assert ("R10", "1.3") in found(sheet, "final", DAY_AFTER)


def test_an_empty_section_is_flagged() -> None:
    sheet = flawless()
    sheet.drop("A1").drop("A2")
    assert ("R20", "纪要") in found(sheet, "final", DAY_AFTER)


def test_a_draft_later_than_two_working_days_is_flagged() -> None:
    sheet = flawless().change(ID, status="draft")
    assert ("R19", "初稿") not in found(sheet, "final", dt.date(2026, 9, 18))
    assert ("R19", "初稿") in found(sheet, "final", WEEK_AFTER)
    assert ("R19", "初稿") not in found(sheet, "final", WEEK_AFTER, draft_workdays=10)


def test_every_rule_is_shown_by_some_test_of_this_table() -> None:
    shown = {rule for rule, _change, _where in AGENDA + CLOSE + FINAL}
    alone = {"R4", "R10", "R12", "R12-two", "R19", "R20", "R32", "absent-owner", "unknown-name", "who"}
    assert shown | alone == set(RULES)


def test_a_waived_finding_is_not_found_again_and_another_of_the_same_item_still_is() -> None:
    sheet = flawless().change("意见市场", text="咱们下周搞定")
    both = check(sheet.minutes(), "close", today=DAY_AFTER)
    assert [f.part for f in both] == ["咱们", "搞定"]
    sheet.waive(both[0].rule, both[0].key)
    assert [f.part for f in check(sheet.minutes(), "close", today=DAY_AFTER)] == ["搞定"]


def test_what_was_changed_in_the_minute_of_the_confirmation_was_confirmed_as_changed() -> None:
    sheet = flawless().change("A1", changed_at="2026-09-16T15:50", at="2026-09-16T15:50")
    assert found(sheet, "close", DAY_AFTER) == []


def test_a_rule_switched_off_in_the_configuration_is_not_asked() -> None:
    sheet = flawless().change("A1", due=None)
    thresholds = read_thresholds({"R17": False, "background_max": 5})
    assert [f.rule for f in check(sheet.minutes(), "close", thresholds, DAY_AFTER)] == []
    assert "R11" in [f.rule for f in check(sheet.minutes(), "final", thresholds, DAY_AFTER)]


def test_entries_left_out_cancelled_or_superseded_are_not_looked_at() -> None:
    sheet = flawless()
    sheet.entry(Action, "A3", number=3, task="出", status="cancelled", at="2026-09-16T14:10")
    sheet.entry(Point, "口语", text="咱们搞定", left_out=True)
    sheet.entry(Resolution, "D3", number=3, text="尽快办", superseded_by="D1")
    assert found(sheet, "close", DAY_AFTER) == []


def test_the_recorders_own_department_is_never_called_silent() -> None:
    minutes = flawless().minutes()
    (topic, _second) = minutes.topics
    assert silent_departments(minutes, topic) == []
    minutes = flawless().drop("意见财务").minutes()
    assert [d.name for d in silent_departments(minutes, topic)] == ["财务部"]


def test_findings_come_topic_by_topic_with_the_hard_ones_first() -> None:
    sheet = flawless().change("A2", due=None).change("D2", effective=None, effective_text="").drop("意见财务")
    order = [(f.topic_id, f.severity) for f in check(sheet.minutes(), "close", today=DAY_AFTER)]
    assert order == [("1.1", Severity.SOFT), ("1.2", Severity.HARD), ("1.2", Severity.SOFT)]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_rule_has_its_words_in_both_languages(language: str) -> None:
    with i18n.language(language):
        words = [rule.wording() for rule in RULES.values()]
    assert all(words)
    assert all(w.isascii() == (language == "en") for w in words)


def test_every_trigger_asks_its_own_rules() -> None:
    asked = {t: {r.id for r in RULES.values() if t in r.triggers} for t in Trigger}
    assert asked[Trigger.CLOSE] < asked[Trigger.FINAL]
    assert not asked[Trigger.AGENDA] & asked[Trigger.CLOSE]


def test_the_kinds_of_row_a_meeting_may_lack_do_no_harm() -> None:
    empty = Rows(ID).minutes()
    for trigger in Trigger:
        check(empty, trigger, today=DAY_AFTER)


def test_a_dispute_settled_by_hand_or_opinions_of_guests_are_in_order() -> None:
    sheet = flawless()
    sheet.person("陈老师", None, role="guest")
    sheet.entry(Opinion, "来宾意见", person_id="陈老师", text="建议参考行业做法")
    sheet.entry(Disagreement, "共识", consensus="10月15日正式上市", status="settled")
    assert found(sheet, "close", DAY_AFTER) == []
    assert all(isinstance(p, Person) for p in sheet.minutes().guests)
    assert isinstance(sheet.rows["Q1"], OpenIssue)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"contacts_max": "two"}, "contacts_max"),
        ({"contacts_max": True}, "contacts_max"),
        ({"draft_workdays": -1}, "draft_workdays"),
        ({"contact_max": 3}, "contact_max"),
        ({"R99": False}, "R99"),
        ({"R17": 0}, "R17"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_named(settings: dict[str, str | int | bool], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_thresholds(settings)


def test_every_figure_is_in_the_documentation() -> None:
    text = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
    for figure in fields(Thresholds):
        assert figure.name == "off" or f"    {figure.name} = {figure.default}" in text
