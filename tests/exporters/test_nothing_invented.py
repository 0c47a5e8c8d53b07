"""The document says nothing that nobody said: what is not known to be none is not called none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from exporters.content import document
from exporters.options import Options
from exporters.parts import Document, Table
from models.i18n import language
from models.meeting import Action, Meeting, Resolution, Topic
from models.minutes import Minutes
from models.recorder import Recorder
from tests.meetings.stored import MEETING, empty_store

HERE = "出席：市场部：李经理；研发部：王工；财务部：孙主管"


@pytest.fixture
def recorder(tmp_path: Path) -> Iterator[Recorder]:
    with language("zh_CN"):
        store = empty_store(tmp_path / "jiyao.db")
        store.create(Meeting(id=MEETING, meeting_id=MEETING, name="周例会", starts_at="2026-11-25T14:00"))
        yield Recorder(store, MEETING)
        store.close()


def typed(recorder: Recorder, *lines: str) -> Minutes:
    for line in lines:
        recorder.accept(line)
    return recorder.minutes


def made(minutes: Minutes, final: bool = True, **options: str) -> Document:
    return document(minutes, Options(language="zh_CN", final=final, **options))


def table(found: Document, kind: str) -> list[list[str]]:
    tables = [b for s in found.sections for b in s.blocks if isinstance(b, Table) and b.kind == kind]
    return [["\n".join(p.text for p in cell) for cell in row.cells] for one in tables for row in one.rows]


def disputed(recorder: Recorder, *lines: str, final: bool = True) -> str:
    """What stands under 分歧与共识 after these lines."""
    return table(made(typed(recorder, HERE, "议题：改造", *lines), final), "topics")[1][1]


def test_no_disagreement_is_said_where_somebody_said_so(recorder: Recorder) -> None:
    assert disputed(recorder, "市场部：工期太短", "争议：无") == "无争议。"


def test_silence_is_not_called_agreement(recorder: Recorder) -> None:
    assert disputed(recorder, "市场部：工期太短") == "—"


def test_no_disagreement_is_said_where_every_department_supports(recorder: Recorder) -> None:
    assert disputed(recorder, "市场部支持：尽快", "研发部支持：可以") == "—"
    assert disputed(recorder, "财务部支持：可以") == "无争议。"


@pytest.mark.parametrize("final", [True, False])
def test_whoever_opposed_or_reserved_is_named_in_draft_and_final(recorder: Recorder, final: bool) -> None:
    lines = ("市场部反对：工期太短", "研发部保留：需评估", "财务部有条件支持：不超预算", "决议：同意改造")
    assert disputed(recorder, *lines, final=final) == "市场部反对；研发部保留；财务部有条件支持。"


def test_a_department_that_came_round_is_not_said_to_oppose(recorder: Recorder) -> None:
    assert disputed(recorder, "市场部反对：工期太短", "市场部支持：改到12月就行") == "—"


def test_the_parties_of_a_settled_dispute_are_told_by_its_consensus(recorder: Recorder) -> None:
    lines = ("市场部反对：太贵", "争议：市场部与研发部对价格意见不一", "共识：价格定28元")
    assert disputed(recorder, *lines) == "争议：市场部与研发部对价格意见不一；共识：价格定28元。"


def test_a_later_dispute_takes_back_that_there_was_none(recorder: Recorder) -> None:
    typed(recorder, HERE, "议题：改造", "争议：无")
    assert recorder.minutes.all(Topic)[0].no_dispute
    typed(recorder, "争议：要不要做")
    assert not recorder.minutes.all(Topic)[0].no_dispute


def test_what_is_set_aside_is_no_quarrel_and_points_to_nothing_else(recorder: Recorder) -> None:
    lines = ("争议：无", "搁置：智能外呼，预算没定", "遗留：历史录音要不要迁移")
    assert disputed(recorder, *lines) == "无争议。\n搁置，智能外呼，预算没定。"


def test_a_dispute_points_to_the_open_issue_that_is_about_it(recorder: Recorder) -> None:
    lines = (
        "争议：推广费用占比取多少",
        "遗留：历史录音要不要迁移",
        "遗留：推广费用占比",
        "搁置：推广费用等测算",
    )
    told = "争议：推广费用占比取多少；未达成共识，推广费用等测算，见遗留问题Q2。"
    assert disputed(recorder, *lines) == told


def test_there_is_none_is_refused_where_a_dispute_stands(recorder: Recorder) -> None:
    typed(recorder, HERE, "议题：改造", "争议：要不要做")
    assert "争议" in recorder.accept("争议：无").message
    assert not recorder.minutes.all(Topic)[0].no_dispute


def test_a_topic_nobody_spoke_about_says_that_it_was_not_discussed(recorder: Recorder) -> None:
    typed(recorder, HERE, "议题：改造", "要点：先看预算", "议题：采购")
    assert table(made(recorder.minutes), "topics")[2:] == [
        ["1.2", "采购", "本议题未讨论。", "—"],
        ["分歧与共识", "—"],
    ]


def test_nobody_is_said_to_be_missing_only_after_a_roll_call(recorder: Recorder) -> None:
    assert ["缺席人员及原因", "—"] in table(made(recorder.minutes), "facts")
    typed(recorder, HERE)
    assert ["缺席人员及原因", "无"] in table(made(recorder.minutes), "facts")
    typed(recorder, "议题：改造", "行动：出图 @法务部赵律师 /12月4日")
    assert ["缺席人员及原因", "—"] in table(made(recorder.minutes), "facts")


def test_that_nobody_helps_is_said_only_where_somebody_said_so(recorder: Recorder) -> None:
    typed(recorder, HERE, "议题：改造", "行动：出图 @王工 /12月4日", "行动：比价 @孙主管；配合：无")
    assert [row[3] for row in table(made(recorder.minutes), "actions")] == ["—", "无"]
    recorder.accept("A2 +市场部")
    assert [row[3] for row in table(made(recorder.minutes), "actions")] == ["—", "市场部"]


def test_labels_alone_say_of_the_latest_action_that_nobody_helps(recorder: Recorder) -> None:
    typed(recorder, HERE, "议题：改造", "行动：出图 @王工", "配合：无")
    assert recorder.minutes.all(Action)[0].cooperating_none


def test_a_condition_is_told_in_its_own_words(recorder: Recorder) -> None:
    typed(recorder, HERE, "议题：改造", "决议：同意改造；条件：财务部孙主管12月4日前复核预算")
    assert table(made(recorder.minutes), "resolutions")[0][5] == "条件A1：复核预算"
    recorder.accept("A1 已完成")
    assert table(made(recorder.minutes), "resolutions")[0][5] == "条件A1：复核预算（已完成）"


def test_an_objection_at_the_recap_stands_in_draft_and_final(recorder: Recorder) -> None:
    typed(recorder, HERE, "议题：改造", "决议：同意改造")
    recorder.closing.object_to(recorder.minutes.all(Resolution)[0].id, "财务部孙主管", "预算没有批")
    for final in (True, False):
        assert (
            "财务部孙主管对D1提出异议：预算没有批。" in table(made(recorder.minutes, final), "topics")[1][1]
        )


def test_what_nobody_configured_is_not_printed_as_fact(recorder: Recorder) -> None:
    typed(recorder, HERE, "议题：改造", "要点：先看预算")
    found = made(recorder.minutes)
    assert "密级" not in found.subtitle
    assert not any("分发" in section.heading for section in found.sections)
    draft = made(recorder.minutes, final=False)
    words = [
        p.text for s in draft.sections if "分发" in s.heading for p in s.blocks if not isinstance(p, Table)
    ]
    assert words == ["分发范围：待补", "分发方式：待补", "存档位置：待补"]
    told = made(recorder.minutes, channels="OA", confidentiality="内部")
    assert "密级：内部" in told.subtitle
    assert [p.text for p in told.sections[-2].blocks if not isinstance(p, Table)] == ["分发方式：OA。"]


def test_materials_are_attached_and_nothing_else(recorder: Recorder) -> None:
    typed(recorder, "资料：预算表", HERE, "议题：改造", "要点：先看预算")
    blocks = made(recorder.minutes).sections[-2].blocks
    assert [p.text for p in blocks if not isinstance(p, Table)] == ["附件：预算表。"]
