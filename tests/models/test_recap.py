"""The recap in words made for reading aloud, in both languages, and what is confirmed after which change."""

from __future__ import annotations

import datetime as dt

import pytest

from models import i18n
from models.meeting import Action, Disagreement, Objection, OpenIssue, Pause, Resolution
from models.recap import ATTENDANCE, CLOSING, OPEN, Item, digest, plain, recap, summary
from models.recap.read_aloud import Piece
from tests.meetings.flawless import ID, flawless
from tests.meetings.rows import Rows

TODAY = dt.date(2026, 9, 16)


def sheet_with_everything() -> Rows:
    """The launch meeting with what real meetings leave open."""
    sheet = flawless().change("A2", due="2026-09-25", due_text="下周五")
    sheet.person("钱主管", "财务部", number=2, attendance="late", arrived_at="2026-09-16T14:12")
    sheet.entry(
        Action,
        "A3",
        "1.2",
        number=3,
        task="确认测试完成时间。",
        owner_department_id="研发部",
        due_text="待定",
    )
    sheet.entry(Action, "A4", "1.2", number=4, task="提交复工排期")
    sheet.entry(
        Action,
        "A5",
        "1.2",
        number=5,
        task="补充近两年渠道数据",
        owner_department_id="研发部",
        owner_id="陈工程师",
        due="2026-09-20T17:30",
    )
    sheet.entry(Disagreement, "争议3", "1.2", dispute="时间是否合适")
    return sheet


CHINESE = """\
人数  应到7人，实到6人。
到会  市场部：王总监、李经理
研发部：陈工程师
财务部：孙主管、钱主管
行政部：何专员
缺席  研发部刘总监因客户拜访缺席，已安排陈工程师代为参会。
迟到  财务部钱主管于14:12到会。
共识  关于“是否需增设紧急响应通道”，共识为：研发部设置7×24小时紧急接口。
决议 D1 推广支持需求分为常规流程与紧急流程两种，由研发部执行，自10月起生效。
行动 A1 由研发部陈工程师负责，市场部配合，于9月23日（周三）前提供产品功能亮点说明。
决议 D2 上市总预算500万元不变，由财务部执行，自会议之日起生效，条件为A2（提交三档占比的成本测算）。
行动 A2 由财务部孙主管负责，市场部配合，于9月25日（周五，中秋节放假）前提交三档占比的成本测算。
行动 A3 由研发部负责，完成时限为“待定”：确认测试完成时间。
行动 A4 负责人待定，完成时限待定：提交复工排期。
行动 A5 由研发部陈工程师负责，于9月20日（周日，上班）17:30前补充近两年渠道数据。
搁置  推广费用占比取30%还是25%：搁置，见Q1。
遗留 Q1 推广费用占比取30%还是25%，由财务部孙主管牵头，9月28日（周一）再议。
争议  时间是否合适：尚无共识。
行动 A3 由研发部负责，完成时限为“待定”：确认测试完成时间。
行动 A4 负责人待定，完成时限待定：提交复工排期。
遗留 Q1 推广费用占比取30%还是25%，由财务部孙主管牵头，9月28日（周一）再议。
争议  时间是否合适：尚无共识。"""

ENGLISH = """\
Head-count  7 expected, 6 present.
Present  市场部: 王总监, 李经理
研发部: 陈工程师
财务部: 孙主管, 钱主管
行政部: 何专员
Absent  研发部刘总监 is absent (客户拜访); 陈工程师 stands in.
Late  财务部钱主管 arrived at 14:12.
Consensus  On “是否需增设紧急响应通道”, the consensus: 研发部设置7×24小时紧急接口.
Resolution D1 推广支持需求分为常规流程与紧急流程两种, carried out by 研发部, effective 自10月起.
Action A1 研发部陈工程师 is responsible, 市场部 helping, by 23 September (Wed): 提供产品功能亮点说明.
Resolution D2 上市总预算500万元不变, carried out by 财务部, effective 自会议之日起, on condition of A2 (提交三档占比的成本测算).
Action A2 财务部孙主管 is responsible, 市场部 helping, by 25 September (Fri, Mid-Autumn Festival, day off): 提交三档占比的成本测算.
Action A3 研发部 is responsible; due: 待定: 确认测试完成时间.
Action A4 Nobody is responsible yet; no due date yet: 提交复工排期.
Action A5 研发部陈工程师 is responsible, by 20 September (Sun, a working day) 17:30: 补充近两年渠道数据.
Set aside  推广费用占比取30%还是25%: set aside, 见Q1.
Open issue Q1 推广费用占比取30%还是25%, taken up by 财务部孙主管, discussed again 28 September (Mon).
Dispute  时间是否合适: no consensus yet.
Action A3 研发部 is responsible; due: 待定: 确认测试完成时间.
Action A4 Nobody is responsible yet; no due date yet: 提交复工排期.
Open issue Q1 推广费用占比取30%还是25%, taken up by 财务部孙主管, discussed again 28 September (Mon).
Dispute  时间是否合适: no consensus yet."""  # noqa: E501


def said(item: Item) -> str:
    return f"{item.label} {item.code} {plain(item.words)}".strip()


@pytest.mark.parametrize(("language", "expected"), [("zh_CN", CHINESE), ("en", ENGLISH)])
def test_every_item_is_a_sentence_to_be_read_aloud(language: str, expected: str) -> None:
    with i18n.language(language):
        pages = recap(sheet_with_everything().minutes(), today=TODAY).pages
        assert "\n".join(said(item) for page in pages for item in page.items) == expected


def test_the_walk_goes_from_attendance_over_the_topics_to_what_is_open_and_the_close() -> None:
    pages = recap(flawless().minutes(), today=TODAY).pages
    assert [page.key for page in pages] == [ATTENDANCE, "1.1", "1.2", OPEN, CLOSING]
    assert [page.title for page in pages] == [
        "出席",
        "推广与技术支持协作流程",
        "销售提成预算分配方案",
        "尚待解决",
        "散会",
    ]


def test_who_and_when_are_set_off_in_a_sentence() -> None:
    item = recap(flawless().minutes(), today=TODAY).pages[1].items[-1]
    assert [span.text for span in item.words if span.strong] == ["研发部陈工程师", "9月23日（周三）"]
    assert item.words[0] == Piece("由")


def test_a_page_is_confirmed_until_an_item_of_it_changes() -> None:
    whole = recap(flawless().minutes(), today=TODAY)
    assert (whole.confirmed, whole.to_confirm, whole.first_open()) == (4, 4, 4)
    changed = recap(flawless().change("A1", changed_at="2026-09-16T15:55").minutes(), today=TODAY)
    page = changed.pages[1]
    assert (page.confirmed, page.changed, changed.first_open()) == (False, True, 1)
    assert [item.code or item.label for item in page.items if not item.confirmed] == ["A1"]


def test_the_attendance_is_no_longer_confirmed_when_somebodys_changes() -> None:
    sheet = flawless().change("李经理", attendance="absent", reason="生病", changed_at="2026-09-16T15:51")
    page = recap(sheet.minutes(), today=TODAY).pages[0]
    assert (page.confirmed, page.changed) == (False, True)


def test_findings_stand_on_the_page_and_at_the_item_they_are_about() -> None:
    whole = recap(sheet_with_everything().minutes(), today=TODAY)
    budget = whole.pages[2]
    by_code = {
        item.code: [f.title for f in item.findings] for item in budget.items if item.findings and item.code
    }
    assert by_code == {"A2": ["非工作日"], "A3": ["R16", "R17"], "A4": ["R16", "R17"]}
    assert len(budget.findings) == len(whole.findings) == 6
    assert whole.pages[1].findings == ()


def test_an_objection_stands_with_its_item_and_keeps_it_open() -> None:
    sheet = flawless()
    sheet.add(Objection, id="o1", topic_id="1.1", item="D1", by="财务部", text="成本未核算")
    whole = recap(sheet.minutes(), today=TODAY)
    assert [o.text for i in whole.pages[1].items if i.code == "D1" for o in i.objections] == ["成本未核算"]
    assert "D1" in [item.code for item in whole.pages[3].items]


def test_what_is_cancelled_superseded_or_left_out_is_not_read_out() -> None:
    sheet = flawless().change("A1", status="cancelled")
    sheet.entry(Resolution, "D3", number=3, text="分为三种", superseded_by="D1")
    sheet.change("争议1", left_out=True)
    assert [item.code for item in recap(sheet.minutes(), today=TODAY).pages[1].items] == ["D1"]


def test_the_digest_reads_all_resolutions_and_then_the_actions_of_each_owner() -> None:
    found = digest(sheet_with_everything().minutes())
    assert [line.code for line in found.resolutions] == ["D1", "D2"]
    assert [(owner, [line.code for line in lines]) for owner, lines in found.owners] == [
        ("研发部", ["A3"]),
        ("研发部陈工程师", ["A1", "A5"]),
        ("财务部孙主管", ["A2"]),
        ("负责人待定", ["A4"]),
    ]


def test_the_summary_counts_the_meeting_by_department() -> None:
    found = summary(sheet_with_everything().minutes())
    assert (found.expected, found.came, found.length) == (7, 6, 120)
    assert found.by_department == (("研发部", 1, 3), ("财务部", 1, 1), ("", 0, 1))
    assert (found.resolutions, found.actions, found.open_issues, found.disputes) == (2, 5, 1, 1)
    assert found.draft_due == dt.date(2026, 9, 18)


def test_the_length_is_to_the_end_of_the_meeting_without_its_breaks() -> None:
    sheet = flawless().change(ID, adjourned_at="2026-09-16T15:40")
    sheet.add(Pause, id="p", began_at="2026-09-16T15:00", ended_at="2026-09-16T15:10")
    assert summary(sheet.minutes()).length == 90
    running = flawless().minutes()
    assert summary(running, now=dt.datetime(2026, 9, 16, 14, 45)).length == 45
    assert summary(running, now=dt.datetime(2026, 11, 1, 9, 0)).length == 120


def test_signs_in_what_people_typed_do_not_become_fields_of_the_sentence() -> None:
    sheet = flawless().change("A1", task="整理{task}与{0}清单").change("D1", text="按{who}执行")
    page = recap(sheet.minutes(), today=TODAY).pages[1]
    assert "整理{task}与{0}清单" in plain(page.items[2].words)
    assert "按{who}执行" in plain(page.items[1].words)


def test_an_english_name_stands_before_its_department() -> None:
    sheet = flawless().change("财务部", name="Finance").change("孙主管", name="Sun Li")
    with i18n.language("en"):
        action = recap(sheet.minutes(), today=TODAY).pages[2].items[1]
    assert plain(action.words).startswith(
        "Sun Li (Finance) is responsible, 市场部 helping, by 24 September (Thu): "
    )


def test_a_dispute_set_aside_is_still_open_until_an_open_issue_takes_it_up() -> None:
    sheet = flawless()
    sheet.entry(Disagreement, "争议9", "1.1", dispute="是补差还是退货", status="deferred", reason="待测算")
    assert "争议9" in [item.id for item in recap(sheet.minutes(), today=TODAY).pages[3].items]
    sheet.entry(OpenIssue, "Q9", "1.1", number=9, text="退货")
    assert [item.id for item in recap(sheet.minutes(), today=TODAY).pages[3].items] == ["Q1", "Q9"]


def test_the_walk_names_the_department_nobody_is_listed_of() -> None:
    sheet = flawless()
    sheet.department("测试组")
    assert "参会名单中没有测试组的人员" in [f.message for f in recap(sheet.minutes(), today=TODAY).findings]


def test_a_resolution_says_what_it_replaces_how_its_conditions_stand_and_the_vote() -> None:
    sheet = flawless().change("A2", status="done").change("D2", vote="赞成4反对1。")
    sheet.entry(Resolution, "D9", "1.2", number=9, text="原预算方案", superseded_by="D2")
    (words,) = [i.words for i in recap(sheet.minutes(), today=TODAY).pages[2].items if i.code == "D2"]
    assert plain(words).endswith("，条件为A2（提交三档占比的成本测算，已完成），表决赞成4反对1，取代D9。")
