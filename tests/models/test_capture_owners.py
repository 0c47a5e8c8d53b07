"""An owner is taken only from a sign, a label, or who leads the task before a verb or a due; no name vanishes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from models.capture import readings
from models.capture.values import ActionLine, PointLine, to_json
from tests.meetings.contexts import MEETING, read, roster

ENGLISH = replace(
    MEETING,
    roster=roster(
        {"Marketing": ["Tom", "Grace Hopper"], "Legal": ["Lena", "Bob White"], "Sales": ["Niko", "Will"]}
    ),
)
NIKO = replace(ENGLISH, speaker=("Sales", "Niko"))
SPEAKING = replace(MEETING, speaker=("研发部", "陈工程师"))


def said(line: str, context: Any) -> dict[str, Any]:
    """The only value of a line."""
    (item,) = read(line, context)
    return item


@pytest.mark.parametrize(
    ("line", "task"),
    [
        ("行动：把合同发给 李经理", "把合同发给 李经理"),
        ("行动：周五前把合同发给 李经理", "把合同发给 李经理"),
        ("行动：请示 刘总监", "请示 刘总监"),
        ("行动：联系 李经理 要样品", "联系 李经理 要样品"),
        ("行动：新增产线 李经理 周五前", "新增产线 李经理"),
        ("行动：通知李经理，陈工程师，周五前", "通知李经理，陈工程师"),
        ("行动：向 孙主管 汇报预算", "向 孙主管 汇报预算"),
        ("行动：和 赵经理 对齐口径", "和 赵经理 对齐口径"),
        ("行动：李经理和陈工程师的方案合并", "李经理和陈工程师的方案合并"),
        ("行动：为研发部准备样品", "为研发部准备样品"),
        ("行动：从 财务部 借两个人", "从 财务部 借两个人"),
    ],
)
def test_a_name_elsewhere_belongs_to_the_task(line: str, task: str) -> None:
    item = said(line, MEETING)
    assert (item["kind"], item["owner_department"], item["owner"]) == ("action", None, None)
    assert item["task"] == task


@pytest.mark.parametrize(
    "task",
    [
        "send the report to Lena",
        "find out if Will agreed",
        "get the figures from Bob White",
        "book a room for Grace",
        "review the draft with Tom",
        "tell Lena, whatever she says, that it is off",
    ],
)
def test_an_english_name_elsewhere_belongs_to_the_task(task: str) -> None:
    item = said(f"action: {task}", NIKO)
    assert (item["owner"], item["owner_department"], item["task"]) == (None, None, task)


@pytest.mark.parametrize(
    ("line", "owner", "helpers", "task"),
    [
        ("行动：李经理找 陈工程师 要数据", "李经理", [], "找 陈工程师 要数据"),
        ("行动：李经理、陈工程师一起审厂，9月27日前", "李经理", ["陈工程师"], "陈工程师一起审厂"),
        ("行动：李经理、张专员拆账单表，9月25日前", "李经理", ["张专员"], "张专员拆账单表"),
        ("行动：李经理与陈工程师对接口", "李经理", ["陈工程师"], "与陈工程师对接口"),
        ("行动：锁定原料（李经理，9月23日）", "李经理", [], "锁定原料"),
        ("行动：出方案，李经理，周五前", "李经理", [], "出方案"),
        ("行动：出方案 责任人：李经理 孙主管", "李经理", ["孙主管"], "出方案"),
        ("行动：出方案 执行人：李经理 闭环时间：周五", "李经理", [], "出方案"),
        ("行动：出方案 跟进人——李经理", "李经理", [], "出方案"),
    ],
)
def test_who_leads_or_is_labelled_owns_and_the_others_help(
    line: str, owner: str, helpers: list[str], task: str
) -> None:
    item = said(line, MEETING)
    assert (item["owner"], item["helpers"], item["task"]) == (owner, helpers, task)


@pytest.mark.parametrize(
    ("line", "owner", "due"),
    [
        ("完成横屏适配 责任人：李经理 截止日期：2026/10/11", "李经理", "2026-10-11"),
        ("迁移公告改稿，跟进人：李经理，周四前发我", "李经理", "2026-09-17"),
        ("老化箱校准；承办人：孙主管", "孙主管", None),
        ("@李经理 把流水表的慢查询捞出来", "李经理", None),
    ],
)
def test_a_task_with_its_owners_label_or_sign_is_an_action_whoever_speaks(
    line: str, owner: str, due: str | None
) -> None:
    for context in (MEETING, SPEAKING):
        item = said(line, context)
        assert (item["kind"], item["owner"], item["due"]) == ("action", owner, due)


@pytest.mark.parametrize(
    "line",
    [
        "市场部：责任人：李经理还没定",
        "市场部说责任人：李经理太忙",
        "责任人：还没定下来",
        "要明确责任人：每个环节都要有",
        "流程里写了负责人：谁提出谁负责",
        "@所有人 周五前交表",
    ],
)
def test_a_label_behind_a_speaker_or_without_somebody_known_makes_no_action(line: str) -> None:
    assert [item["kind"] for item in read(line, SPEAKING)] != ["action"]


@pytest.mark.parametrize(
    ("line", "owner", "task"),
    [
        ("Niko to meet Lena", "Niko", "meet Lena"),
        ("Grace to send minutes by Friday", "Grace Hopper", "send minutes"),
        ("Tom will send the deck by Friday", "Tom", "send the deck"),
        ("action: Niko will send the QA report", "Niko", "send the QA report"),
        ("action: @Tom to send the list", "Tom", "send the list"),
        ("Tom and Lena to draft the notice", "Tom", "draft the notice with Lena"),
        ("finish the port, owner: Tom", "Tom", "finish the port"),
    ],
)
def test_name_to_verb_is_an_action_whoever_speaks(line: str, owner: str, task: str) -> None:
    for context in (ENGLISH, NIKO):
        item = said(line, context)
        assert (item["kind"], item["owner"], item["task"]) == ("action", owner, task)


def test_name_will_verb_without_a_due_is_a_point_and_the_action_its_second_reading() -> None:
    first, second, *_ = readings("Tom will send the deck", NIKO)
    assert isinstance(first.items[0], PointLine)
    assert isinstance(second.items[0], ActionLine)
    assert second.items[0].owner == "Tom"


@pytest.mark.parametrize(
    "line", ["Lena will be on leave by Friday", "Tom will not sign by Friday", "Lena will need a week"]
)
def test_what_will_be_of_somebody_is_no_deed_and_nobodys_in_particular(line: str) -> None:
    (item,) = read(line, NIKO)
    assert (item["kind"], item["text"]) == ("point", line)


@pytest.mark.parametrize(
    "line",
    [
        "Legal to the board",
        "Tom to date has nothing",
        "Lena is on leave",
        "Lena has sent it by Friday",
        "Bob White should know",
        "Sales to Marketing handover",
    ],
)
def test_what_is_no_deed_is_neither_an_action_nor_said_by_who_it_names(line: str) -> None:
    (item,) = read(line, NIKO)
    assert item["kind"] != "action"
    assert (item.get("department"), item.get("person")) == ("Sales", "Niko")


def test_helpers_are_names_in_json() -> None:
    line = ActionLine(task="x")
    assert to_json(line)["helpers"] == []


@pytest.mark.parametrize(
    ("line", "jobs"),
    [
        (
            "行动：李经理周五之前下PO，孙主管周四先批",
            [("李经理", "下PO", "2026-09-18"), ("孙主管", "先批", "2026-09-17")],
        ),
        (
            "行动：李经理出方案，孙主管核算，9月25日前",
            [("李经理", "出方案", None), ("孙主管", "核算", "2026-09-25")],
        ),
        ("行动：李经理出方案，陈工程师配合测试", [("李经理", "出方案，陈工程师配合测试", None)]),
        ("行动：李经理出方案，研发部的接口先冻结", [("李经理", "出方案，研发部的接口先冻结", None)]),
        ("行动：出方案，孙主管周四先批", [(None, "出方案，孙主管周四先批", None)]),
        ("行动：李经理出方案，再找孙主管核算", [("李经理", "出方案，再找孙主管核算", None)]),
        ("行动：李经理出方案，陈工程师一起核对", [("李经理", "出方案，陈工程师一起核对", None)]),
    ],
)
def test_a_second_job_begins_with_somebody_known_who_does_something(
    line: str, jobs: list[tuple[str | None, str, str | None]]
) -> None:
    assert [(item["owner"], item["task"], item["due"]) for item in read(line, MEETING)] == jobs


@pytest.mark.parametrize(
    ("line", "owner", "task"),
    [
        ("AI: Tom to send the deck", "Tom", "send the deck"),
        ("Next step - Tom to price the lifts", "Tom", "price the lifts"),
        ("Action on Lena: label every breaker", "Lena", "label every breaker"),
        ("TODO(Tom): fix it", "Tom", "fix it"),
        ("[ ] Tom to approve the text", "Tom", "approve the text"),
        ("[ ] approve the text", None, "approve the text"),
    ],
)
def test_what_other_minutes_put_before_an_action(line: str, owner: str | None, task: str) -> None:
    item = said(line, NIKO)
    assert (item["kind"], item["owner"], item["task"]) == ("action", owner, task)


@pytest.mark.parametrize(
    "line", ["Action on pricing: none yet", "TODO(later): maybe", "next steps were unclear"]
)
def test_what_only_looks_like_the_head_of_an_action_is_speech(line: str) -> None:
    assert said(line, NIKO)["kind"] == "opinion"


@pytest.mark.parametrize(
    ("line", "text", "condition", "department"),
    [
        ("决议：同意上线，前提是财务部先批预算", "同意上线", "先批预算", "财务部"),
        ("决议：同意上线，但条件是接口先冻结；执行：研发部", "同意上线", "接口先冻结", None),
        ("decision: ship in May, subject to Legal signing off", "ship in May", "Legal signing off", "Legal"),
        ("decision: ship in May provided that Lena signs", "ship in May", "Lena signs", "Legal"),
    ],
)
def test_a_decision_says_its_condition_without_a_label(
    line: str, text: str, condition: str, department: str | None
) -> None:
    item = said(line, NIKO if line.isascii() else MEETING)
    (found,) = item["conditions"]
    assert (item["text"], found["task"], found["owner_department"]) == (text, condition, department)


@pytest.mark.parametrize(
    "line",
    [
        "决议：前提是什么还没定",
        "决议：明确前提条件后再议",
        "decision: prices are subject to change",
        "decision: pay what was provided by Legal",
    ],
)
def test_what_only_sounds_like_a_condition_is_the_decision(line: str) -> None:
    item = said(line, NIKO if line.isascii() else MEETING)
    assert item["conditions"] == []
    assert item["text"] == line.split("：", 1)[-1].removeprefix("decision: ")


@pytest.mark.parametrize(
    ("line", "owner", "helpers"),
    [
        ("行动：整改 责任人：陈星利、贺张俭、丰先家", "陈星利", ["贺张俭", "丰先家"]),
        ("行动：提交报告 责任人：张省委 截止日期：2026/10/15", "张省委", []),
        ("next step: PR to Project Progression with what was said", None, []),
    ],
)
def test_an_unknown_name_is_whole_and_an_unknown_latin_word_in_front_is_none(
    line: str, owner: str | None, helpers: list[str]
) -> None:
    item = said(line, NIKO if line.isascii() else MEETING)
    assert (item["owner"], item["owner_department"], item["helpers"]) == (owner, None, helpers)


@pytest.mark.parametrize("line", ["通过平台提供的共享能力，计划做一个样例", "张工 @zhang_gong"])
def test_by_what_means_and_a_list_of_accounts_are_neither_decided_nor_said(line: str) -> None:
    assert [item["kind"] for item in read(line, MEETING)] == ["point"]


@pytest.mark.parametrize(
    ("line", "context", "text"),
    [
        ("遗留：占比取多少；配合部门：研发部", MEETING, "占比取多少；配合：研发部"),
        ("遗留：占比取多少 @李经理 +研发部", MEETING, "占比取多少；配合：研发部"),
        ("遗留：占比取多少，由李经理牵头，研发部配合", MEETING, "占比取多少；配合：研发部"),
        ("遗留：占比取多少；负责人：李经理、陈工程师", MEETING, "占比取多少；配合：研发部陈工程师"),
        ("遗留：占比取多少；配合部门：无", MEETING, "占比取多少；配合：无"),
        ("open: the share; owner: Lena; with: Marketing", ENGLISH, "the share; with: Marketing"),
    ],
)
def test_who_helps_with_an_open_issue_stays_in_its_words_and_reads_back(
    line: str, context: Any, text: str
) -> None:
    item = said(line, context)
    assert (item["kind"], item["text"]) == ("open_issue", text)
    assert (
        said(f"{line.split('：', maxsplit=1)[0].split(':', maxsplit=1)[0]}: {text}", context)["text"] == text
    )


@pytest.mark.parametrize(
    ("line", "context", "text"),
    [
        ("遗留：占比取多少；完成时限：周五；再议：下周一", MEETING, "占比取多少；完成时限：周五"),
        ("open: the share @Lena; due: Friday; revisit: Monday", ENGLISH, "the share; due: Friday"),
    ],
)
def test_a_due_beside_the_day_an_open_issue_comes_back_stays_in_its_words(
    line: str, context: Any, text: str
) -> None:
    assert said(line, context)["text"] == text
