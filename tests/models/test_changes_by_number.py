"""A change by number says what it does, is refused in words where it cannot, and never takes a wrong state."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from models.capture import readings, to_json
from models.capture.description import describe
from models.i18n import language
from models.meeting import Action, OpenIssue, Opinion, Point, Resolution
from models.recorder import Recorder
from models.store import Store
from models.wording import ranges
from tests.meetings.contexts import MEETING, read
from tests.meetings.people import TIMES
from tests.meetings.stored import Clock, typed

_CHANGES: list[tuple[str, dict[str, Any]]] = [
    ("D1 @研发部", {"executing_department": "研发部"}),
    ("D1 执行：研发部", {"executing_department": "研发部"}),
    ("D1；执行部门：研发部", {"executing_department": "研发部"}),
    ("D1 、12月31日", {"effective": "2026-12-31", "due": None}),
    ("D1改为：占25%；执行：研发部", {"text": "占25%", "executing_department": "研发部"}),
    ("A2改由李经理负责", {"owner": "李经理", "status": None}),
    ("A2取消", {"status": "cancelled"}),
    ("A2 取消，没钱", {"status": "cancelled", "reason": "没钱"}),
    ("A2 延期到12月5日", {"due": "2026-12-05", "status": None}),
    ("A2 owner: 李经理", {"owner": "李经理"}),
    ("A2 负责人是李经理", {"owner": "李经理"}),
    ("A2 owner is 李经理", {"owner": "李经理"}),
    ("A2 李经理", {"owner": "李经理"}),
    ("A2 时限12月8日", {"due": "2026-12-08"}),
    ("A2 时限是12月8日", {"due": "2026-12-08"}),
    ("move A2 to Dec 8", {"due": "2026-12-08"}),
    ("push A2 back to Dec 8", {"due": "2026-12-08"}),
    ("reassign A2 to 李经理", {"owner": "李经理"}),
    ("A2 done", {"status": "done"}),
    ("A2 is done", {"status": "done"}),
    ("A2 cancelled", {"status": "cancelled"}),
    ("A2 reassigned to 李经理", {"owner": "李经理"}),
    ("A2 moved to Dec 4", {"due": "2026-12-04"}),
    ("上A2已完成", {"status": "done"}),
    ("上A2 已下单，PO号3", {"status": None, "reason": "已下单，PO号3"}),
    ("上A2还差法务没交", {"status": None, "reason": "还差法务没交"}),
    ("上A2 进行中 60%", {"status": "doing", "reason": "60%"}),
    ("上A2并入上A7", {"status": "cancelled", "reason": "并入上A7"}),
    ("上次的A2改由李经理负责", {"status": None, "owner": "李经理"}),
    ("上A2改到12月11日", {"status": "late", "due": "2026-12-11"}),
    ("last A2 is done", {"status": "done"}),
    ("last week's A2 - done", {"status": "done"}),
    ("previous A2 done", {"status": "done"}),
    ("re last A2: done", {"status": "done"}),
    ("last A2 pushed to Dec 11, waiting on Legal", {"status": "late", "reason": "waiting on Legal"}),
    ("last A2 not done", {"status": "doing"}),
    ("last A2: done by Friday", {"status": None, "reason": "done by Friday"}),
]


@pytest.mark.parametrize(("line", "expected"), _CHANGES)
def test_a_change_says_what_it_changes(line: str, expected: dict[str, Any]) -> None:
    (item,) = read(line, MEETING)
    assert (item["kind"], {name: item[name] for name in expected}) == ("change", expected)


@pytest.mark.parametrize("line", ["A2、A3取消", "A2和A3都取消", "A2, A3 cancelled"])
def test_what_is_said_of_several_is_said_of_each(line: str) -> None:
    items = read(line, MEETING)
    assert [(item["target"], item["status"]) for item in items] == [("A2", "cancelled"), ("A3", "cancelled")]


@pytest.mark.parametrize(
    "line",
    [
        "A4 纸没了",
        "A2 的预算太高",
        "A2完成不了",
        "A2取消不合适",
        "A2 done when the vendor answers",
        "A2 is done when it is done",
        "A2延期的原因要说明",
        "A2完成后再说",
        "D1 的执行部门没定",
        "上A2的预算太高",
        "上A2完成不了",
        "上A2完成的质量不行",
        "last A2 of the series was better",
    ],
)
def test_what_only_begins_with_a_number_changes_nothing(line: str) -> None:
    assert [item["kind"] for item in read(line, MEETING)] == ["point"]


@pytest.mark.parametrize(
    "line",
    [
        "A9 @王工",
        "A9@王工 、12月4日",
        "撤销D7",
        "A9 done",
        "A9取消",
        "D7改为：占25%",
        "A9负责人改为王工",
        "上A9已完成",
        "A9 @unknown name",
        "A9删除",
        "A9 删了吧",
        "删掉A9",
        "A9不要了",
        "delete A9",
        "A9 deleted",
        "行动9 @王工",
        "决议9 执行：研发部",
        "遗留9 @王工",
        "把A9删了",
    ],
)
def test_a_change_of_an_item_there_is_none_of_asks_which_is_meant(line: str) -> None:
    (item,) = read(line, MEETING)
    assert (item["kind"], item["missing"]) == ("change", ["target"])


@pytest.mark.parametrize(
    "line", ["A9 纸没了", "A9 号楼", "A9延期的原因", "Q4 、12月4日前", "取消Q3", "A380 @", "撤销合同"]
)
def test_a_number_of_no_item_before_ordinary_words_is_text(line: str) -> None:
    assert [item["kind"] for item in read(line, MEETING)] == ["point"]


def test_of_several_items_one_that_is_not_there_is_asked_for() -> None:
    items = read("A9、A2取消", MEETING)
    assert [(item["target"], item["missing"]) for item in items] == [("A9", ["target"]), ("A2", [])]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("A9 @李经理", "没有A9；有 A1、D1、Q1。"),
        ("撤销D7", "没有D7；有 A1、D1、Q1。"),
        ("A1、A9取消", "没有A9；有 A1、D1、Q1。"),
    ],
)
def test_a_change_of_an_item_there_is_none_of_is_held_and_says_which_there_are(
    recorder: Recorder, line: str, said: str
) -> None:
    before = recorder.minutes.revision
    accepted = recorder.accept(line)
    assert (accepted.miss, accepted.message) == (True, said)
    assert recorder.minutes.revision == before


@pytest.mark.parametrize(
    "line",
    [
        "A2 @新来的人",
        "D1 执行：新来的人",
        "A2改由新来的人负责",
        "A2负责人改为谁谁谁",
        "A2 延期到再说",
        "A2 owner: whoever comes",
    ],
)
def test_a_change_that_names_nobody_and_no_day_asks_and_is_no_point(line: str) -> None:
    (item,) = read(line, MEETING)
    assert (item["kind"], item["missing"]) == ("change", ["value"])


@pytest.mark.parametrize(
    "line", ["A2删除", "A2 删掉吧", "A2 deleted", "删掉A2", "delete A2", "drop A2", "A2 remove", "把A2删了"]
)
def test_words_behind_a_number_take_the_item_back_as_those_before_it_do(line: str) -> None:
    (item,) = read(line, MEETING)
    assert (item["kind"], item["target"], item["retract"]) == ("change", "A2", True)


@pytest.mark.parametrize(
    "line",
    ["A2删除键坏了", "A2 删除线的问题", "drop A2 paper", "delete A2 and start over", "A2 @", "A2删不删再看"],
)
def test_words_of_deleting_in_a_sentence_take_nothing_back(line: str) -> None:
    assert [item["kind"] for item in read(line, MEETING)] == ["point"]


@pytest.mark.parametrize("line", ["行动2 @李经理", "行2 @李经理"])
def test_a_number_behind_the_kind_means_the_item_where_nothing_new_is_said(line: str) -> None:
    (item,) = read(line, MEETING)
    assert (item["kind"], item["target"], item["owner"]) == ("change", "A2", "李经理")
    (new,) = read("行动2 @李经理 出方案", MEETING)
    assert (new["kind"], new["task"]) == ("action", "出方案")


@pytest.mark.parametrize("line", ["回3.3", "回到3.3", "back to 3.3", "回到第九个议题", "3.3补：接口周四给"])
def test_a_topic_there_is_none_of_is_asked_for(line: str) -> None:
    (item,) = read(line, MEETING)
    assert (item["kind"], item["missing"], item["title"]) == ("topic", ["number"], None)


def test_a_topic_there_is_none_of_is_held_and_says_which_there_are(recorder: Recorder) -> None:
    before = recorder.minutes.revision
    with language("zh_CN"):
        accepted = recorder.accept("回3.3")
    assert (accepted.miss, accepted.message) == (True, "没有议题3.3；有 1.1。")
    assert recorder.minutes.revision == before


@pytest.mark.parametrize("line", ["原A1 @孙主管", "原A1删除", "撤销原A1", "原A1、A9取消"])
def test_a_number_of_an_item_that_is_gone_changes_no_other_and_asks(recorder: Recorder, line: str) -> None:
    before = recorder.minutes.revision
    with language("zh_CN"):
        accepted = recorder.accept(line)
    assert accepted.miss
    assert "当时的A1已经没有了" in accepted.message
    assert recorder.minutes.revision == before


@pytest.mark.parametrize("line", ["change: 出=>交", "correct: 出=>交", "replace: 出=>交", "改：出=>交"])
def test_words_are_replaced_behind_any_word_for_it(recorder: Recorder, line: str) -> None:
    recorder.accept(line)
    assert [action.task for action in recorder.minutes.all(Action)] == ["交方案"]


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("上面第一条行动改成12月4日", "A1"),
        ("第1条行动延期到12月4日", "A1"),
        ("回复：上面第1条行动改成12月4日", "A1"),
        ("the first action moves to 4 Dec", "A1"),
        ("上面第3条行动改成12月4日", ""),
        ("上面第一条改成12月4日", ""),
    ],
)
def test_an_item_counted_in_words_is_changed_or_asked_for(recorder: Recorder, line: str, target: str) -> None:
    accepted = recorder.accept(line)
    assert accepted.miss is not bool(target)
    assert recorder.minutes.all(Point) == []
    assert [bool(action.due == "2026-12-04") for action in recorder.minutes.all(Action)] == [bool(target)]


def test_the_clause_of_a_contract_is_no_item_of_the_meeting(recorder: Recorder) -> None:
    recorder.accept("第三条改成甲方付款")
    assert [point.text for point in recorder.minutes.all(Point)] == ["第三条改成甲方付款"]


def test_what_a_line_takes_back_or_adds_is_said_in_its_words(recorder: Recorder) -> None:
    with language("zh_CN"):
        assert recorder.accept("D1；条件：挪不动再关").message == "D1  条件 挪不动再关"
        assert recorder.accept("A1删除").message == "已删除：A1“出方案”"


def test_a_day_with_a_condition_is_settled_on_whoever_speaks() -> None:
    (item,) = read("那就12月16日上线，前提是财务部先批", replace(MEETING, speaker=("研发部", None)))
    assert (item["kind"], [one["task"] for one in item["conditions"]]) == ("resolution", ["先批"])
    (said,) = read("那就12月16日上线", replace(MEETING, speaker=("研发部", None)))
    assert said["kind"] == "opinion"


def test_the_short_label_names_the_owner() -> None:
    (item,) = read("行动：写报告；负责：李经理；12月4日", MEETING)
    assert (item["owner"], item["task"], item["due"]) == ("李经理", "写报告", "2026-12-04")
    (slots,) = read("负责：李经理", MEETING)
    assert (slots["kind"], slots["owner"]) == ("slots", "李经理")


def test_numbers_in_a_row_are_told_together() -> None:
    assert ranges(["A2", "D1", "A1", "A3", "A10", "上A2", "上A1"]) == ["A1–A3", "A10", "D1", "上A1–上A2"]


@pytest.mark.parametrize(
    ("line", "old", "new"),
    [
        ("s/旧/新/g", "旧", "新"),
        ("s|https://a/x|https://b|", "https://a/x", "https://b"),
        ("s/a/附件 A\\/B/", "a", "附件 A/B"),
    ],
)
def test_words_are_replaced_between_either_sign(line: str, old: str, new: str) -> None:
    (item,) = read(line, MEETING)
    assert (item["kind"], item["old"], item["new"]) == ("replacement", old, new)


@pytest.fixture
def recorder(store: Store) -> Recorder:
    roll = "出席：市场部：李经理；研发部：陈工程师；财务部：孙主管"
    lines = ("决议：占28%", "行动：出方案 @李经理 /9月25日", "遗留：找供应商")
    return typed(store, roll, *lines, clock=Clock(), **TIMES)


def test_a_resolution_gets_who_carries_it_out_its_time_and_its_conditions(recorder: Recorder) -> None:
    for line in ("D1 @研发部", "D1 、12月31日", "D1改为：占25%；条件：财务部先批预算"):
        recorder.accept(line)
    minutes = recorder.minutes
    (decision,) = minutes.all(Resolution)
    assert minutes.department_name(decision.executing_department_id) == "研发部"
    assert (decision.effective, decision.text) == ("2026-12-31", "占25%")
    (condition,) = minutes.conditions(decision.id)
    assert minutes.department_name(condition.owner_department_id) == "财务部"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("D1 @李经理", "D1没有负责人"),
        ("D1 +市场部", "D1没有配合部门"),
        ("Q1 +市场部", "Q1没有配合部门"),
        ("A1执行部门改为研发部", "A1没有执行部门"),
    ],
)
def test_a_field_the_item_does_not_have_is_refused_in_words(
    recorder: Recorder, store: Store, line: str, words: str
) -> None:
    steps = len(store.steps(recorder.meeting_id))
    with language("zh_CN"):
        accepted = recorder.accept(line)
    assert accepted.miss
    assert words in accepted.message
    assert len(store.steps(recorder.meeting_id)) == steps


def test_what_changes_nothing_says_so(recorder: Recorder) -> None:
    with language("zh_CN"):
        assert "没有变化" in recorder.accept("A1 @李经理").message
        assert "没有变化" not in recorder.accept("A1 @孙主管").message


def test_a_later_meeting_gives_an_item_a_new_owner_and_keeps_words_without_a_state(store: Store) -> None:
    typed(store, "出席：市场部：李经理；财务部：孙主管", "行动：出方案 @李经理", meeting="first", **TIMES)
    later = typed(store, "要点：开始", meeting="second", previous_meeting_id="first", **TIMES)
    for line in ("上A1改由孙主管负责", "上A1 已下单，等货"):
        later.accept(line)
    first = store.load("first")
    (action,) = first.all(Action)
    assert (first.person_name(action.owner_id), action.status) == ("孙主管", "open")
    assert [row.text for row in later.minutes.all(Point)] == ["开始"]
    with language("zh_CN"):
        assert "负责人不变" in later.accept("上A1改由王主任负责").message
    assert store.load("first").all(Action) == [action]
    assert (later.minutes.all(Opinion), later.minutes.all(OpenIssue)) == ([], [])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("A2：负责人：李经理", [("A2", "owner", "李经理")]),
        ("A2: owner: 李经理", [("A2", "owner", "李经理")]),
        ("A2完成，A3取消", [("A2", "status", "done"), ("A3", "status", "cancelled")]),
        ("A2 done, A3 moved to Dec 4", [("A2", "status", "done"), ("A3", "due", "2026-12-04")]),
        ("上A2已完成，上Q1还差法务没交", [("上A2", "status", "done"), ("上Q1", "reason", "还差法务没交")]),
        ("上A2已完成，Q1还差法务没交", [("上A2", "status", "done"), ("上Q1", "reason", "还差法务没交")]),
    ],
)
def test_a_line_may_change_several_numbers_each_in_its_own_way(
    line: str, expected: list[tuple[str, str, str]]
) -> None:
    items = read(line, replace(MEETING, previous_codes=frozenset({"A2", "Q1"})))
    assert [
        (one["target"], name, one[name]) for one, (_t, name, _v) in zip(items, expected, strict=True)
    ] == expected


@pytest.mark.parametrize("line", ["A2：这个再说", "A2取消，A3一起想办法", "A2的事李经理在跟，A3还没"])
def test_what_is_no_change_behind_a_number_changes_no_further_item(line: str) -> None:
    assert len(read(line, MEETING)) == 1


@pytest.mark.parametrize(
    ("line", "told", "echo"),
    [
        ("A1 @孙主管", "A1  负责人：市场部李经理 → 财务部孙主管", "市场部李经理 → 财务部 孙主管"),
        ("A1延期到9月30日", "A1  完成时限：（无） → 2026-09-30", "完成时限 （无） → 2026-09-30 周三"),
        ("A1完成", "A1  状态：未开始 → 已完成", "未开始 → 已完成"),
        ("D1改为：占25%", "D1  内容：占28% → 占25%", "占28% → 占25%"),
        (
            "A1完成，D1 @研发部",
            "A1  状态：未开始 → 已完成 · D1  执行部门：（无） → 研发部",
            "未开始 → 已完成",
        ),
    ],
)
def test_a_change_says_what_was_and_what_is(store: Store, line: str, told: str, echo: str) -> None:
    recorder = typed(store, "出席：市场部：李经理；财务部：孙主管；研发部：王工", meeting="w", **TIMES)
    for before in ("决议：占28%", "行动：出方案 @李经理"):
        recorder.accept(before)
    with language("zh_CN"):
        said = readings(line, recorder.context)[0].items[0]
        assert echo in " ".join(part.text for part in describe(said))
        assert to_json(said)["was"]
        assert recorder.accept(line).message == told


@pytest.mark.parametrize("line", ["A1 @李经理", "A1 负责人是李经理", "A1 时限9月25日"])
def test_a_change_that_says_what_stands_already_says_so_and_holds_nothing(
    recorder: Recorder, line: str
) -> None:
    for typed_before in ("A1 @李经理", "A1 时限9月25日"):
        recorder.accept(typed_before)
    revision = recorder.minutes.revision
    accepted = recorder.accept(line)
    assert (accepted.miss, accepted.changed, recorder.minutes.revision) == (False, False, revision)
    assert "A1" in accepted.message
