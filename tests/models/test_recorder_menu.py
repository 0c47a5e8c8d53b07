"""What is done to an entry by its menu: turned into another kind, edited, moved, paired, deleted."""

from __future__ import annotations

import pytest

from models.gaps import lacks_somebody
from models.meeting import (
    Action,
    Disagreement,
    OpenIssue,
    Opinion,
    Point,
    Resolution,
)
from models.recorder import Recorder
from tests.meetings.stored import everything
from tests.models.recording import type_in


def test_what_an_issue_holds_goes_along_when_it_is_to_be_done_and_back(recorder: Recorder) -> None:
    minutes = type_in(recorder, "遗留：占比；由谁出？ @财务部孙主管 /9月25日；处理方式：先核")
    issue = minutes.all(OpenIssue)[0]
    recorder.convert(issue.id, "action")
    action = minutes.all(Action)[0]
    assert (action.task, action.owner_id, action.due_text) == (
        "占比；由谁出？，处理方式：先核",
        issue.lead_id,
        "9月25日",
    )
    assert (action.due, action.due_flags) == ("2026-09-25", "非工作日")
    recorder.convert(issue.id, "open_issue")
    back = minutes.all(OpenIssue)[0]
    assert (back.lead_id, back.revisit_text, back.revisit) == (issue.lead_id, "9月25日", "2026-09-25")


def test_every_kind_becomes_every_other_and_comes_back_by_undo(recorder: Recorder) -> None:
    kinds = ["background", "point", "opinion", "disagreement", "resolution", "action", "open_issue", "note"]
    type_in(recorder, "市场部：九月底前交方案，研发部配合")
    entry = recorder.minutes.all(Opinion)[0]
    for one in kinds:
        for other in kinds:
            recorder.convert(entry.id, one)
            before = everything(recorder.minutes)
            recorder.convert(entry.id, other)
            found = recorder.minutes.entry(entry.id)
            assert found
            assert found.table == other
            if other != one:
                recorder.undo()
                assert everything(recorder.minutes) == before


def test_entries_are_edited_moved_marked_and_deleted(recorder: Recorder) -> None:
    minutes = type_in(recorder, "议题：甲", "议题：乙", "市场部：x", "行动：出方案 /9月25日前")
    opinion, action = minutes.all(Opinion)[0], minutes.all(Action)[0]
    recorder.move(opinion.id, minutes.topics[0].id)
    recorder.edit(opinion.id, text="y", stance="support", doubt=True, left_out=True)
    after = minutes.all(Opinion)[0]
    assert (after.topic_id, after.text, after.stance, after.doubt, after.left_out) == (
        minutes.topics[0].id,
        "y",
        "support",
        True,
        True,
    )
    recorder.edit(action.id, cooperating=["研发部"], due_text="下周五")
    assert minutes.all(Action)[0].due == "2026-09-25"
    assert [d.name for d in minutes.cooperating(action.id)] == ["研发部"]
    recorder.edit(action.id, due="2026-10-09")
    assert minutes.all(Action)[0].due_by_hand
    recorder.delete(minutes.topics[1].id)
    assert [len(minutes.topics), len(minutes.all_entries)] == [1, 1]
    recorder.edit("gone", text="nothing")
    for _ in range(5):
        recorder.undo()
    assert minutes.all(Opinion) == [opinion]
    assert minutes.all(Action) == [action]


def test_a_consensus_is_paired_with_another_dispute(recorder: Recorder) -> None:
    minutes = type_in(recorder, "争议：甲还是乙", "争议：早还是晚", "共识：按28%")
    first, second = minutes.all(Disagreement)
    settled, other = (first, second) if first.consensus else (second, first)
    recorder.pair(settled.id, other.id)
    assert [(d.id, d.consensus, d.status) for d in minutes.all(Disagreement) if d.consensus] == [
        (other.id, "按28%", "settled")
    ]
    recorder.pair(other.id, None)
    assert [(d.dispute, d.consensus) for d in minutes.all(Disagreement)] == [
        ("甲还是乙", ""),
        ("早还是晚", ""),
        ("", "按28%"),
    ]
    recorder.pair(minutes.all(Disagreement)[2].id, first.id)
    assert [(d.dispute, d.consensus) for d in minutes.all(Disagreement)] == [
        ("甲还是乙", "按28%"),
        ("早还是晚", ""),
    ]


def test_an_old_entry_typed_anew_moves_neither_topic_nor_speaker(recorder: Recorder) -> None:
    minutes = type_in(recorder, "议题：甲", "研发部：来不及", "要点：看数据", "议题：乙", "市场部：要加预算")
    old, point = minutes.all(Opinion)[0], minutes.all(Point)[0]
    recorder.retype(old.id, "研发部：最迟十月")
    recorder.retype(point.id, "要点：看新数据")
    assert recorder.context.speaker == ("市场部", None)
    recorder.retype(old.id, "最迟十一月")
    again = minutes.all(Opinion)[0]
    assert (again.id, again.text, minutes.department_name(again.department_id)) == (
        old.id,
        "最迟十一月",
        "研发部",
    )
    assert minutes.live_topic
    assert minutes.live_topic.title == "乙"


def test_who_and_by_when_go_along_when_an_action_becomes_an_open_issue(recorder: Recorder) -> None:
    minutes = type_in(recorder, "行动：定占比 @李经理 /下周五")
    action = minutes.all(Action)[0]
    recorder.convert(action.id, "open_issue")
    issue = minutes.all(OpenIssue)[0]
    assert (issue.text, minutes.person_name(issue.lead_id), issue.revisit) == (
        "定占比",
        "李经理",
        "2026-09-25",
    )
    recorder.convert(action.id, "action")
    assert minutes.all(Action)[0].due == "2026-09-25"
    recorder.convert(action.id, "resolution")
    assert minutes.department_name(minutes.all(Resolution)[0].executing_department_id) == "市场部"


def test_a_consensus_made_into_a_resolution_leaves_its_dispute_settled(recorder: Recorder) -> None:
    minutes = type_in(recorder, "争议：取30%还是25%", "共识：先按28%", "决议：")
    dispute = minutes.all(Disagreement)[0]
    assert (dispute.dispute, dispute.consensus, dispute.status) == ("取30%还是25%", "先按28%", "settled")
    assert [r.text for r in minutes.all(Resolution)] == ["先按28%"]


@pytest.mark.parametrize("by_hand", [False, True])
def test_whoever_becomes_the_owner_does_not_help_as_well(recorder: Recorder, *, by_hand: bool) -> None:
    type_in(recorder, "出席：市场部：李经理；研发部：王工", "行动：核对口径 @研发部 +市场部")
    task = recorder.minutes.all(Action)[0]
    market = recorder.minutes.departments[0]
    if by_hand:
        recorder.edit(task.id, owner_department_id=market.id, owner_id=None)
    else:
        recorder.accept("A1 @李经理")
    changed = recorder.minutes.all(Action)[0]
    assert changed.owner_department_id == market.id
    assert recorder.minutes.cooperating(task.id) == []


def test_an_action_of_all_departments_that_is_given_to_one_is_its_own(recorder: Recorder) -> None:
    type_in(recorder, "出席：市场部：李经理；财务部：孙主管", "行动：各部门提交清单")
    recorder.accept("A1 @财务部")
    assert not recorder.minutes.all(Action)[0].for_all
    assert list(lacks_somebody(recorder.minutes.all(Action)[0])), "who of them is asked for"


def test_deleting_a_dispute_that_was_settled_names_both_and_so_does_undoing_it(recorder: Recorder) -> None:
    type_in(recorder, "议题：甲", "争议：费用谁出", "共识：费用市场部出")
    recorder.delete(recorder.minutes.all(Disagreement)[0].id)
    assert recorder.minutes.all(Disagreement) == []
    told = recorder.undo() or ""
    assert "费用谁出" in told
    assert "费用市场部出" in told
