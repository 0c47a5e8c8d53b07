"""What lines do to entries: made, added to, corrected, changed by number."""

from __future__ import annotations

import pytest

from models.meeting import (
    Action,
    Disagreement,
    Meeting,
    Note,
    OpenIssue,
    Opinion,
    Point,
    Resolution,
    new_id,
)
from models.recorder import Recorder
from models.store import Store
from tests.models.recording import codes, type_in


def test_more_words_go_to_each_opinion_of_the_line(recorder: Recorder) -> None:
    minutes = type_in(recorder, "研发部、财务部：来不及", "……要到十月")
    assert [o.text for o in minutes.all(Opinion)] == ["来不及，要到十月"] * 2


def test_more_words_go_to_the_consensus_that_was_typed_last(recorder: Recorder) -> None:
    minutes = type_in(recorder, "争议：占比取30%还是25%", "市场部：要30%", "共识：占比先按28%", "……季末再看")
    assert minutes.all(Disagreement)[0].consensus == "占比先按28%，季末再看"


def test_what_follows_a_deferral_is_about_the_dispute_that_was_deferred(recorder: Recorder) -> None:
    minutes = type_in(
        recorder, "争议：占比取30%还是25%", "市场部：要30%", "搁置：占比先看测算", "……等财务部的数"
    )
    (dispute,) = minutes.all(Disagreement)
    assert (dispute.status, dispute.reason) == ("deferred", "占比先看测算，等财务部的数")
    assert [o.text for o in minutes.all(Opinion)] == ["要30%"]


def test_old_words_are_replaced_and_a_miss_leaves_nothing(recorder: Recorder, store: Store) -> None:
    minutes = type_in(recorder, "市场部：培训需要10个工作日", "更正：10个=>12个")
    assert minutes.all(Opinion)[0].text == "培训需要12个工作日"
    steps = len(store.steps(recorder.meeting_id))
    missed = recorder.accept("更正：没有的话=>别的")
    assert missed.miss
    assert "没有的话" in missed.message
    assert len(store.steps(recorder.meeting_id)) == steps


def test_labels_alone_fill_what_the_latest_action_lacks(recorder: Recorder) -> None:
    minutes = type_in(recorder, "行动：出方案", "负责人：市场部李经理 配合部门：研发部 完成时限：下周五前")
    action = minutes.all(Action)[0]
    assert minutes.person_name(action.owner_id) == "李经理"
    assert (action.due_text, action.due) == ("下周五前", "2026-09-25")
    assert [d.name for d in minutes.cooperating(action.id)] == ["研发部"]


def test_an_empty_marker_turns_the_latest_entry_and_keeps_its_id(recorder: Recorder) -> None:
    minutes = type_in(recorder, "市场部：李经理周五前出方案")
    before = minutes.all(Opinion)[0]
    minutes = type_in(recorder, "行动：")
    action = minutes.all(Action)[0]
    assert (action.id, action.seq, action.line_id) == (before.id, before.seq, before.line_id)
    assert minutes.department_name(action.owner_department_id) == "市场部"
    assert action.due == "2026-09-18"
    assert minutes.all(Opinion) == []
    recorder.undo()
    assert minutes.all(Opinion) == [before]


@pytest.mark.parametrize(
    "line", ["市场部：太贵", "市场部：研发部周五前给不出", "FP&A: Bob will draft the letter by Wednesday"]
)
def test_an_opinion_made_an_action_is_nobodys_job_unless_it_says_whose(recorder: Recorder, line: str) -> None:
    minutes = type_in(recorder, line, "行动：")
    (action,) = minutes.all(Action)
    assert minutes.department_name(action.owner_department_id) not in ("市场部", "FP&A")


def test_items_are_changed_by_number_and_the_old_words_stay_in_the_history(
    recorder: Recorder, store: Store
) -> None:
    type_in(recorder, "决议：占28%", "行动：出方案 @李经理 +研发部 /9月25日前")
    minutes = type_in(recorder, "A1 @孙主管", "行1 、12月4日", "A1 +市场部", "D1改为：占25%")
    action = minutes.all(Action)[0]
    assert minutes.person_name(action.owner_id) == "孙主管"
    assert (action.due_text, action.due) == ("12月4日", "2026-12-04")
    assert [d.name for d in minutes.cooperating(action.id)] == ["市场部", "研发部"]
    decision = minutes.all(Resolution)[0]
    assert decision.text == "占25%"
    assert [c.after["text"] for c in store.history(decision.id)] == ["占28%", "占25%"]


def test_a_retracted_resolution_is_gone_and_its_number_not_given_again(recorder: Recorder) -> None:
    minutes = type_in(recorder, "决议：甲；条件：孙主管下周五前核算", "撤销D1", "决议：乙")
    assert codes(minutes) == ["A1", "D2"]
    assert minutes.all(Action)[0].condition_of is None


def test_the_vote_and_the_outcome_and_the_next_meeting_are_kept(recorder: Recorder) -> None:
    minutes = type_in(
        recorder, "决议：甲", "表决：赞成4反对1弃权1", "结论：达成一致", "下次会议：12月9日14:00；地点：205"
    )
    assert "4" in minutes.all(Resolution)[0].vote
    assert minutes.topics[0].outcome == "agreed"
    assert (minutes.meeting.next_at, minutes.meeting.next_place) == ("2026-12-09T14:00", "205")
    recorder.accept("下次会议：另行通知")
    assert minutes.meeting.next_at == "2026-12-09T14:00"
    assert [n.text for n in minutes.all(Note)] == ["下次会议：另行通知"]


def test_what_finds_no_place_is_kept_as_a_note_and_said(recorder: Recorder) -> None:
    accepted = recorder.accept("表决：赞成4反对1弃权1")
    assert accepted.message
    assert [n.text for n in recorder.minutes.all(Note)] == ["表决：赞成4反对1弃权1"]
    assert recorder.import_lines(["", "要点：一", "s/没有/别的/", "结论：待定"]) == [3]
    assert [n.text for n in recorder.minutes.all(Note)][1:] == ["s/没有/别的/"]


def test_the_previous_meetings_action_gets_its_new_due_and_state(store: Store, recorder: Recorder) -> None:
    type_in(recorder, "行动：采购样机 @李经理 /9月25日前", "行动：做培训 @孙主管 /9月25日前")
    following = new_id()
    store.create(
        Meeting(
            id=following,
            meeting_id=following,
            starts_at="2026-11-25T14:00",
            previous_meeting_id=recorder.meeting_id,
        )
    )
    later = Recorder(store, following)
    assert later.context.previous_codes == {"A1", "A2"}
    type_in(later, "上A2延期到12月11日，缺货", "上A1完成")
    first, second = store.load(recorder.meeting_id).all(Action)
    assert (first.status, second.due, second.due_by_hand) == ("done", "2026-12-11", True)
    assert [n.text for n in later.minutes.all(Note)] == ["上A2延期到12月11日，缺货", "上A1完成"]
    later.undo()
    later.undo()
    assert store.load(recorder.meeting_id).all(Action)[1].due == "2026-09-25"


def test_a_line_that_gives_nothing_is_kept_as_typed(recorder: Recorder, store: Store) -> None:
    before = len(store.lines(recorder.meeting_id))
    accepted = recorder.accept("分歧：——")
    assert (accepted.touched, accepted.miss) == ([], False)
    assert len(store.lines(recorder.meeting_id)) == before + 1
    assert recorder.accept("   ").label == ""


@pytest.mark.parametrize("line", ["??", "？？", " ？？ "])
def test_question_marks_alone_doubt_the_latest_entry_and_add_no_word(recorder: Recorder, line: str) -> None:
    recorder.accept("市场部：首月投放200万")
    recorder.accept(line)
    (said,) = recorder.minutes.all(Opinion)
    assert (said.text, said.doubt) == ("首月投放200万", True)


def test_words_kept_as_a_note_are_clean_however_they_came(recorder: Recorder) -> None:
    recorder.accept("上A2撤销，休息？\r休息\x07")
    assert [note.text for note in recorder.minutes.all(Note)] == ["上A2撤销，休息？ 休息"]


@pytest.mark.parametrize(
    ("lines", "handling", "day"),
    [
        (["处理方式：请示总经理", "再议时间：9月25日"], "请示总经理", "2026-09-25"),
        (["处理方式：请示总经理；再议时间：9月25日"], "请示总经理", "2026-09-25"),
        (["处理方式：先核账", "处理方式：再请示"], "先核账；再请示", None),
        (["Q1 处理方式：请示总经理", "Q1 再议：9月25日"], "请示总经理", "2026-09-25"),
        (["处理方式：先核账", "Q1 处理方式：请示总经理；再议：9月25日"], "请示总经理", "2026-09-25"),
        (["handling: ask the board; revisit: Sep 25"], "ask the board", "2026-09-25"),
        (["Q1 handling: ask the board"], "ask the board", None),
    ],
)
def test_how_an_open_issue_is_handled_is_said_later_by_a_label_or_by_its_number(
    recorder: Recorder, lines: list[str], handling: str, day: str | None
) -> None:
    minutes = type_in(recorder, "议题：甲", "遗留：占比取多少", *lines)
    (issue,) = minutes.all(OpenIssue)
    assert (issue.handling, issue.revisit, issue.text) == (handling, day, "占比取多少")
    assert minutes.all(Point) == []
