"""What lines, menus and the close do to a meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.capture import Reading
from models.gaps import lacks_somebody
from models.i18n import language
from models.meeting import (
    Action,
    Background,
    Disagreement,
    Meeting,
    Note,
    OpenIssue,
    Opinion,
    Point,
    Resolution,
    new_id,
)
from models.minutes import Minutes
from models.recorder import Recorder
from models.store import ChangedSince, Store
from tests.meetings.people import TIMES
from tests.meetings.stored import Clock, empty_store, everything, outside, typed


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = empty_store(tmp_path / "a.db")
    yield opened
    opened.close()


@pytest.fixture
def recorder(store: Store, clock: Clock) -> Recorder:
    roll = "出席：市场部：王总监、李经理；研发部：陈工程师；财务部：孙主管"
    return typed(store, roll, clock=clock, **TIMES)


def type_in(recorder: Recorder, *lines: str) -> Minutes:
    for line in lines:
        recorder.accept(line)
    return recorder.minutes


def people(recorder: Recorder) -> dict[str, str]:
    minutes = recorder.minutes
    listed = [p for d in minutes.departments for p in minutes.people(d.id)] + minutes.guests
    return {minutes.department_name(p.department_id) + p.name: p.attendance for p in listed}


def codes(minutes: Minutes) -> list[str]:
    return [e.code for e in minutes.all_entries if isinstance(e, Resolution | Action | OpenIssue)]


# -- who -------------------------------------------------------------------------------------------------------


def test_the_roll_sets_the_order_before_the_first_entry_and_never_after(recorder: Recorder) -> None:
    names = [d.name for d in recorder.minutes.departments]
    assert names == ["市场部", "研发部", "财务部"]
    type_in(recorder, "主持：法务部蒋律师", "出席：财务部：孙主管；研发部：陈工程师")
    assert [d.name for d in recorder.minutes.departments] == ["市场部", "研发部", "财务部", "法务部"]
    type_in(recorder, "要点：开始", "出席：法务部：蒋律师；生产部：周主任")
    assert [(d.number, d.name) for d in recorder.minutes.departments] == [
        (1, "市场部"),
        (2, "研发部"),
        (3, "财务部"),
        (4, "法务部"),
        (5, "生产部"),
    ]


def test_whoever_is_named_first_by_host_and_recorder_stands_behind_the_roll(
    store: Store, clock: Clock
) -> None:
    meeting = new_id()
    store.create(Meeting(id=meeting, meeting_id=meeting))
    recorder = Recorder(store, meeting, clock=clock)
    type_in(recorder, "记录：行政部何专员", "主持：市场部王总监", "出席：市场部：王总监；研发部：王工")
    assert [d.name for d in recorder.minutes.departments] == ["市场部", "研发部", "行政部"]
    assert people(recorder) == {"市场部王总监": "present", "研发部王工": "present", "行政部何专员": "present"}


def test_unknown_departments_and_people_join_visibly(recorder: Recorder) -> None:
    recorder.accept("生产部周主任：产能不够")
    assert recorder.minutes.departments[-1].name == "生产部"
    assert people(recorder)["生产部周主任"] == "present"


def test_absence_keeps_reason_and_proxy_and_the_proxy_is_there(recorder: Recorder, clock: Clock) -> None:
    type_in(recorder, "缺席：研发部周总监（客户拜访，王工代参会）", "迟到：李经理 14:20", "离席：孙主管")
    minutes = recorder.minutes
    absent = next(p for p in minutes.people(minutes.departments[1].id) if p.name == "周总监")
    assert (absent.attendance, absent.reason, absent.proxy) == ("absent", "客户拜访", "王工")
    assert people(recorder)["研发部王工"] == "present"
    late = next(p for p in minutes.people(minutes.departments[0].id) if p.name == "李经理")
    assert (late.attendance, late.arrived_at) == ("late", "2026-09-16T14:20")
    left = minutes.people(minutes.departments[2].id)[0]
    assert (left.attendance, left.left_at) == ("left", "2026-09-16T14:05")


def test_the_space_key_goes_through_present_absent_late_left_with_the_time(
    recorder: Recorder, clock: Clock
) -> None:
    person = recorder.minutes.people(recorder.minutes.departments[0].id)[1]
    seen = []
    for minute in (10, 20, 30, 40):
        clock.now = clock.now.replace(minute=minute)
        recorder.cycle_attendance(person.id)
        now = recorder.minutes.person(person.id)
        assert now
        seen.append((now.attendance, now.arrived_at, now.left_at))
    assert seen == [
        ("absent", None, None),
        ("late", "2026-09-16T14:20", None),
        ("left", "2026-09-16T14:20", "2026-09-16T14:30"),
        ("present", None, None),
    ]


def test_a_guest_is_of_no_department_and_does_not_count(recorder: Recorder) -> None:
    recorder.accept("来宾：陈老师")
    assert [(g.name, g.role) for g in recorder.minutes.guests] == [("陈老师", "guest")]
    assert (recorder.minutes.attending, recorder.minutes.expected) == (4, 4)


# -- where we are ----------------------------------------------------------------------------------------------


def test_lines_before_any_topic_go_to_one_without_a_title(recorder: Recorder) -> None:
    minutes = type_in(recorder, "市场部：要加预算", "议题：预算", "研发部：不同意")
    assert [(t.number, t.title) for t in minutes.topics] == [("1.1", ""), ("1.2", "预算")]
    assert [len(minutes.topic_entries(t.id)) for t in minutes.topics] == [1, 1]


def test_the_agendas_first_topic_starts_live(recorder: Recorder) -> None:
    recorder.preparation.plan_topic("预算 (20分钟)")
    schedule = recorder.preparation.plan_topic("排期") or ""
    recorder.edit(schedule, expected="定日期", concerned=["市场部", "新部门"])
    minutes = type_in(recorder, "市场部：要加预算")
    assert minutes.live_topic
    assert minutes.live_topic.title == "预算"
    assert minutes.topics[1].expected == "定日期"
    assert [d.name for d in minutes.concerned(minutes.topics[1].id)] == ["市场部", "新部门"]


def test_the_time_of_each_topic_is_kept(recorder: Recorder, clock: Clock) -> None:
    for minute, line in ((10, "议题：甲"), (20, "议题：乙"), (30, "回1.1"), (40, "散会")):
        clock.now = clock.now.replace(minute=minute)
        accepted = recorder.accept(line)
    assert accepted.adjourned
    minutes = recorder.minutes
    first, second = minutes.topics
    assert [(t.began_at[-5:], (t.ended_at or "")[-5:]) for t in minutes.topic_times(first.id)] == [
        ("14:10", "14:20"),
        ("14:30", "14:40"),
    ]
    assert [(t.began_at[-5:], (t.ended_at or "")[-5:]) for t in minutes.topic_times(second.id)] == [
        ("14:20", "14:30")
    ]
    assert minutes.meeting.adjourned_at == "2026-09-16T14:40"


def test_an_entry_for_another_topic_leaves_the_live_one_and_the_speaker(recorder: Recorder) -> None:
    minutes = type_in(
        recorder, "议题：甲", "议题：乙", "市场部：要加预算", "1.1补：研发部：周四给接口", "先投后算"
    )
    first, second = minutes.topics
    assert [o.text for o in minutes.opinions(first.id)] == ["周四给接口"]
    assert minutes.live_topic == second
    assert [minutes.department_name(o.department_id) for o in minutes.opinions(second.id)] == [
        "市场部",
        "市场部",
    ]


def test_the_speaker_lasts_until_a_topic_a_point_or_a_break(recorder: Recorder) -> None:
    for ending in ("议题：新", "要点：下面看数据", "休息10分钟"):
        type_in(recorder, "市场部：要加预算", "行动：出方案 @孙主管", "先投后算")
        assert recorder.context.speaker == ("市场部", None)
        type_in(recorder, ending)
        assert recorder.context.speaker is None
    type_in(recorder, "市场部：要加预算")
    recorder.end_speaker()
    assert recorder.context.speaker is None


def test_a_break_has_a_beginning_and_an_end(recorder: Recorder, clock: Clock) -> None:
    recorder.accept("休息10分钟")
    clock.now = clock.now.replace(minute=17)
    minutes = type_in(recorder, "继续")
    assert [(p.minutes, p.began_at[-5:], (p.ended_at or "")[-5:]) for p in minutes.pauses] == [
        (10, "14:05", "14:17")
    ]


def test_other_departments_without_objection_are_those_that_have_not_spoken(recorder: Recorder) -> None:
    minutes = type_in(recorder, "记录：财务部孙主管", "议题：预算", "市场部：要加预算", "其他部门无意见")
    assert [minutes.department_name(o.department_id) for o in minutes.all(Opinion)] == ["市场部", "研发部"]
    assert recorder.context.speaker == ("市场部", None)


def test_a_note_before_the_facts_does_not_end_them_nor_take_the_first_topics_place(
    recorder: Recorder,
) -> None:
    accepted = recorder.accept("时间：待定")
    assert accepted.message
    minutes = type_in(recorder, "时间：2026年9月22日9:30-11:00", "地点：205", "议题：预算（20分钟）")
    assert (minutes.meeting.starts_at, minutes.meeting.place) == ("2026-09-22T09:30", "205")
    assert [(t.number, t.title, t.minutes) for t in minutes.topics] == [("1.1", "预算", 20)]
    assert [n.text for n in minutes.all(Note)] == ["时间：待定"]


# -- entries ---------------------------------------------------------------------------------------------------


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


# -- by menu ---------------------------------------------------------------------------------------------------


def test_an_entry_taken_back_keeps_id_number_and_order_when_its_kind_stays(recorder: Recorder) -> None:
    minutes = type_in(recorder, "行动：出方案 @李经理 +研发部 /9月25日前")
    action = minutes.all(Action)[0]
    assert recorder.typed(action.id) == "行动：出方案 @市场部李经理 +研发部 /9月25日前"
    recorder.retype(action.id, "行动：出新方案 @孙主管 /9月28日")
    again = minutes.all(Action)[0]
    assert (again.id, again.number, again.seq, again.task, again.due) == (
        action.id,
        1,
        action.seq,
        "出新方案",
        "2026-09-28",
    )
    assert minutes.cooperating(action.id) == []
    recorder.retype(action.id, "决议：出新方案")
    assert codes(minutes) == ["D1"]
    recorder.undo()
    recorder.undo()
    assert minutes.all(Action)[0].task == "出方案"
    assert [d.name for d in minutes.cooperating(action.id)] == ["研发部"]


@pytest.mark.parametrize(
    "line",
    [
        "背景：预算已批",
        "要点：怎么分",
        "市场部李经理支持：先投后算",
        "研发部：来不及？？",
        "决议：占28%；执行：财务部",
        "行动：出方案 @市场部李经理 +研发部 /9月25日前",
        "遗留：占比 @财务部孙主管 /下周五",
        "争议：取30%还是25%",
        "共识：先按28%",
        "搁置：下次再议",
        "备注：会后说",
    ],
)
def test_the_line_an_entry_is_taken_back_as_gives_the_same_entry(recorder: Recorder, line: str) -> None:
    minutes = type_in(recorder, line)
    entry = minutes.all_entries[-1]
    before = everything(minutes)
    recorder.retype(entry.id, recorder.typed(entry.id))
    after = minutes.entry(entry.id)
    assert after
    ignored = ("line_id", "changed_at")
    fields = [f for kind in type(entry).__mro__ for f in getattr(kind, "__slots__", ()) if f not in ignored]
    assert {f: getattr(after, f) for f in fields} == {f: getattr(entry, f) for f in fields}
    assert {t: len(rows) for t, rows in before.items()} == {
        t: len(rows) for t, rows in everything(minutes).items()
    }


ENTRIES = [
    "背景：预算已批",
    "要点：怎么分",
    "市场部李经理支持：先投后算",
    "研发部：来不及？？",
    "决议：占28%；执行：财务部",
    "行动：出方案 @市场部李经理 +研发部 /9月25日前",
    "遗留：占比 @财务部孙主管 /下周五；处理方式：先核",
    "争议：取30%还是25%",
    "共识：先按28%",
    "搁置：下次再议",
    "备注：会后说",
]


@pytest.mark.parametrize("spoken", ["zh_CN", "en"])
@pytest.mark.parametrize("line", ENTRIES)
def test_the_line_of_an_entry_typed_once_more_gives_a_second_one_alike(
    recorder: Recorder, line: str, spoken: str
) -> None:
    minutes = type_in(recorder, line)
    first, before = minutes.all_entries[-1], everything(minutes)
    with language(spoken):
        again = recorder.typed(first.id)
    recorder.delete(first.id)
    recorder.accept(again)
    second = minutes.all_entries[-1]
    ignored = ("id", "seq", "number", "line_id", "changed_at")
    fields = [f for kind in type(first).__mro__ for f in getattr(kind, "__slots__", ()) if f not in ignored]
    assert {f: getattr(second, f) for f in fields} == {f: getattr(first, f) for f in fields}
    assert {t: len(rows) for t, rows in before.items()} == {
        t: len(rows) for t, rows in everything(minutes).items()
    }


@pytest.mark.parametrize("line", ENTRIES)
def test_an_entry_put_back_unchanged_is_no_step(recorder: Recorder, store: Store, line: str) -> None:
    minutes = type_in(recorder, line)
    before, steps = everything(minutes), len(store.steps(recorder.meeting_id))
    entry = minutes.all_entries[-1]
    typed = recorder.typed(entry.id)
    done = recorder.retype(entry.id, typed, recorder.readings(typed, entry.id)[0])
    assert (done.label, done.touched, done.message) == ("", [], "")
    assert everything(minutes) == before
    assert len(store.steps(recorder.meeting_id)) == steps


def test_in_english_an_entry_is_taken_back_in_english_and_nobody_joins(recorder: Recorder) -> None:
    minutes = type_in(
        recorder,
        "present: Marketing: Mr Li; Legal: Ms Wang",
        "topic: budget",
        "action: send the report @Mr Li /by Friday",
    )
    before = everything(minutes)
    action = minutes.all(Action)[0]
    with language("en"):
        line = recorder.typed(action.id)
        assert line == "action: send the report @Marketing Mr Li /by Friday"
        recorder.retype(action.id, line)
        assert everything(minutes) == before
        recorder.retype(action.id, line.replace("report", "reports"))
    after = minutes.all(Action)[0]
    assert (after.task, after.owner_id, after.due) == ("send the reports", action.owner_id, action.due)
    assert minutes.people(None) == []


def test_an_entry_no_line_says_is_kept_unless_it_is_typed_anew(recorder: Recorder) -> None:
    minutes = type_in(recorder, "行动：找人谈 @财务部孙主管")
    action = minutes.all(Action)[0]
    recorder.edit(action.id, task="找 @李经理 谈")
    back = recorder.taken_back(action.id)
    assert back
    assert (back.line, back.whole) == ("行动：找 @李经理 谈 @财务部孙主管", False)
    before = everything(minutes)
    assert recorder.readings(back.line, action.id)[0].items == back.stored
    recorder.retype(action.id, back.line)
    recorder.retype(action.id, back.line, recorder.readings(back.line, action.id)[0])
    assert everything(minutes) == before
    other = recorder.readings(back.line, action.id)[1]
    recorder.retype(action.id, back.line, other)
    assert minutes.all(Action)[0].task != "找 @李经理 谈"


def test_an_entry_is_shown_as_it_was_typed_until_it_says_something_else(recorder: Recorder) -> None:
    minutes = type_in(
        recorder, "市场部：先投", "2026年以前没做过", "任务 出方案@李经理 /周五", "议题：乙", "财务部：太贵"
    )
    first, carried, action = minutes.all_entries[:3]
    assert [recorder.as_typed(entry.id) for entry in (first, carried, action)] == [
        "市场部：先投",
        "2026年以前没做过",
        "任务 出方案@李经理 /周五",
    ]
    recorder.edit(carried.id, text="去年没做过")
    recorder.edit(action.id, task="出新方案")
    with language("en"):
        assert recorder.as_typed(first.id) == "市场部：先投"
        assert recorder.as_typed(carried.id) == "市场部: 去年没做过"
        assert recorder.as_typed(action.id) == "action: 出新方案 @市场部李经理 /周五"


def test_a_line_that_gave_several_entries_is_not_shown_for_each(recorder: Recorder) -> None:
    minutes = type_in(recorder, "市场部、研发部：先投", "市场部：先投；财务部：太贵")
    assert [recorder.as_typed(entry.id) for entry in minutes.all_entries] == [
        "市场部：先投",
        "研发部：先投",
        "市场部：先投",
        "财务部：太贵",
    ]


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


# -- dates -----------------------------------------------------------------------------------------------------


def test_dues_set_by_words_follow_the_meetings_date_and_those_by_hand_do_not(recorder: Recorder) -> None:
    minutes = type_in(
        recorder, "行动：甲 /下周五", "行动：乙 /下周五", "遗留：丙 /下周五", "决议：自下月起执行"
    )
    recorder.edit(minutes.all(Action)[1].id, due="2026-10-09")
    recorder.edit(recorder.meeting_id, starts_at="2026-10-21T14:00", ends_at=None)
    assert [a.due for a in minutes.all(Action)] == ["2026-10-30", "2026-10-09"]
    assert minutes.all(OpenIssue)[0].revisit == "2026-10-30"
    assert minutes.all(Resolution)[0].effective == "2026-11-01"
    recorder.undo()
    assert [a.due for a in minutes.all(Action)] == ["2026-09-25", "2026-10-09"]


def test_hours_count_from_the_real_end_once_it_is_known(recorder: Recorder, clock: Clock) -> None:
    recorder.edit(recorder.meeting_id, ends_at=None)
    minutes = type_in(recorder, "行动：回复客户 /24小时内")
    assert minutes.all(Action)[0].due is None
    clock.now = clock.now.replace(hour=15, minute=50)
    recorder.closing.close("王总监")
    assert minutes.all(Action)[0].due == "2026-09-17T15:50"


def test_hours_are_counted_anew_when_the_meeting_ends_later_than_planned(
    recorder: Recorder, clock: Clock
) -> None:
    minutes = type_in(recorder, "行动：回复客户 /24小时内", "行动：出方案 /下周五")
    assert [a.due for a in minutes.all(Action)] == ["2026-09-17T16:00", "2026-09-25"]
    clock.now = clock.now.replace(hour=16, minute=30)
    type_in(recorder, "散会")
    assert [a.due for a in minutes.all(Action)] == ["2026-09-17T16:30", "2026-09-25"]


def test_a_meeting_closed_on_a_later_day_ended_as_planned(recorder: Recorder, clock: Clock) -> None:
    minutes = type_in(recorder, "行动：回复客户 /24小时内")
    clock.now += dt.timedelta(days=2)
    recorder.closing.close("王总监")
    assert minutes.meeting.adjourned_at == "2026-09-16T16:00"
    assert minutes.all(Action)[0].due == "2026-09-17T16:00"


# -- the end ---------------------------------------------------------------------------------------------------


def test_closing_makes_numbers_consecutive_once_in_reading_order(recorder: Recorder, clock: Clock) -> None:
    minutes = type_in(
        recorder,
        "议题：甲",
        "行动：一",
        "行动：二",
        "议题：乙",
        "行动：三",
        "决议：四",
        "决议：五",
        "1.1补：行动：六",
    )
    type_in(recorder, "撤销A2", "撤销D1")
    assert codes(minutes) == ["A1", "A3", "D2", "A4"]
    clock.now = clock.now.replace(hour=16, minute=0)
    recorder.closing.close("王总监")
    assert [(a.task, a.code) for a in minutes.all(Action)] == [("一", "A1"), ("三", "A3"), ("六", "A2")]
    assert [r.code for r in minutes.all(Resolution)] == ["D1"]
    assert (minutes.meeting.closed_at, minutes.meeting.closed_by) == ("2026-09-16T16:00", "王总监")
    type_in(recorder, "行动：七")
    assert codes(minutes)[-1] == "A4"
    type_in(recorder, "撤销A4", "行动：八")
    assert codes(minutes)[-1] == "A5"
    recorder.closing.close("李经理")
    assert codes(minutes)[-1] == "A5"


def test_pages_are_confirmed_with_who_when_and_the_head_count(recorder: Recorder) -> None:
    minutes = type_in(recorder, "议题：甲", "决议：乙", "缺席：孙主管")
    topic = minutes.topics[0].id
    for page in ("attendance", topic, topic, "open"):
        recorder.closing.confirm(page, "王总监")
    said = {c.page: (c.by, c.head_count) for c in minutes.confirmations}
    assert said[topic] == ("王总监", 3)
    assert len(minutes.confirmations) == 3
    assert minutes.topics[0].head_count == 3
    assert minutes.meeting.recapped_at
    recorder.closing.object_to(minutes.all(Resolution)[0].id, "研发部", "来不及")
    recorder.waive("R12", minutes.all(Resolution)[0].id)
    assert [(o.by, o.text, o.topic_id) for o in minutes.objections(topic)] == [("研发部", "来不及", topic)]
    assert [w.rule for w in minutes.waivers] == ["R12"]
    for _ in range(6):
        recorder.undo()
    assert (minutes.confirmations, minutes.waivers, minutes.topics[0].head_count) == ([], [], None)


# -- steps -----------------------------------------------------------------------------------------------------


def test_undo_says_what_it_took_back_in_the_users_language(recorder: Recorder) -> None:
    with language("en"):
        type_in(recorder, "议题：甲", "财务部：不行", "行动：出方案", "决议：甲；条件：孙主管下周五前核算")
        type_in(
            recorder, "要点：一", "背景：二", "争议：三", "共识：三", "出席：法务部：蒋律师", "休息10分钟"
        )
        said = []
        said += [recorder.undo() for _ in range(10)]
    assert said == [
        "Break",
        "Attendance of 蒋律师",
        "Consensus “三”",
        "Dispute “三”",
        "Background “二”",
        "Point “一”",
        "D1 and 1 more",
        "A1 “出方案”",
        "Opinion of 财务部 “不行”",
        "Topic 1.1",
    ]


def test_two_windows_show_each_others_entries_and_lose_none(
    store: Store, recorder: Recorder, clock: Clock
) -> None:
    type_in(recorder, "议题：甲")
    other_store = Store.open(store.path, clock=clock)
    other = Recorder(other_store, recorder.meeting_id, clock=clock)
    assert not other.view.poll()
    for n in range(5):
        recorder.accept(f"市场部：一{n}")
        other.accept(f"行动：二{n}")
    assert recorder.view.poll()
    assert other.view.poll()
    assert not other.view.poll()
    assert (
        everything(recorder.minutes)
        == everything(other.minutes)
        == everything(store.load(recorder.meeting_id))
    )
    assert [e.seq for e in recorder.minutes.all_entries] == list(range(1, 11))
    assert codes(other.minutes) == ["A1", "A2", "A3", "A4", "A5"]
    recorder.undo()
    other.view.poll()
    assert len(other.minutes.all(Action)) == 5
    action = other.minutes.all(Action)[0]
    recorder.edit(action.id, task="从另一个窗口改的")
    for _ in range(4):
        other.undo()
    with pytest.raises(ChangedSince):
        other.undo()
    other_store.close()


def test_a_failed_save_leaves_the_meeting_on_the_screen_as_it_is_in_the_file(
    store: Store, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(recorder.minutes)
    raw = outside(store).conn
    raw.execute("CREATE TRIGGER refuse BEFORE INSERT ON action BEGIN SELECT RAISE(ABORT, 'no'); END")
    from models.store import StoreError

    with pytest.raises(StoreError):
        recorder.accept("生产部：行；行动：出方案")
    raw.execute("DROP TRIGGER refuse")
    assert everything(recorder.minutes) == before
    recorder.accept("行动：出方案")
    assert everything(recorder.minutes) == everything(store.load(recorder.meeting_id))


def test_a_draft_is_kept_with_the_entry_that_was_taken_back(recorder: Recorder) -> None:
    recorder.view.keep_draft("市场部：要", 5, "entry")
    draft = recorder.view.draft()
    assert draft
    assert (draft.text, draft.cursor, draft.editing) == ("市场部：要", 5, "entry")
    recorder.view.keep_draft("", 0)
    assert recorder.view.draft() is None


def test_a_line_is_stored_and_no_longer_unfinished_in_one_step(recorder: Recorder) -> None:
    recorder.view.keep_draft("要点：预算三成", 7)
    recorder.accept("要点：预算三成")
    assert recorder.view.draft() is None
    recorder.view.keep_draft("要点：另一句", 6)
    recorder.accept("要点：补一句")
    kept = recorder.view.draft()
    assert kept
    assert kept.text == "要点：另一句"


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


def test_the_context_is_made_once_per_change_and_minute(recorder: Recorder, clock: Clock) -> None:
    first = recorder.context
    assert recorder.context is first
    clock.now += dt.timedelta(minutes=1)
    second = recorder.context
    assert second is not first
    assert second.roster is first.roster
    recorder.accept("要点：一")
    assert recorder.context.facts_open is False
    assert recorder.context.roster is first.roster


def test_a_locked_file_does_not_keep_names_from_being_read_by_their_initials(
    store: Store, clock: Clock
) -> None:
    meeting = new_id()
    store.create(Meeting(id=meeting, meeting_id=meeting))
    Recorder(store, meeting, clock=clock).accept("出席：市场部：王总监")
    hasty = Store.open(store.path, clock=clock, busy_seconds=0)
    recorder = Recorder(hasty, meeting, clock=clock)
    with store.transaction():
        recorder.keep_codes({"市场部": ("scb",)})
        (item,) = recorder.readings("scb：要加预算")[0].items
    assert (item.kind, getattr(item, "department", None)) == ("opinion", "市场部")
    assert hasty.codes(["市场部"]) == {}
    hasty.close()


def test_a_reading_chosen_among_several_is_the_one_that_is_taken(recorder: Recorder) -> None:
    found = recorder.readings("市场部：周五前出方案")
    wanted = next(r for r in found if any(item.kind == "action" for item in r.items))
    assert isinstance(wanted, Reading)
    recorder.accept("市场部：周五前出方案", wanted)
    assert len(recorder.minutes.all(Action)) == 1
    assert recorder.minutes.all(Background) == recorder.minutes.all(Point) == []


def test_lines_are_rehearsed_one_after_the_other_and_nothing_of_them_stays(
    store: Store, recorder: Recorder
) -> None:
    recorder.accept("议题：甲")
    lines = ["测试组：回归要4天；研发部：接口还没联调", "还差两个接口", "行动：补接口 @李经理", "A1 /9月23日"]
    before = (recorder.minutes.revision, store.lines(recorder.meeting_id))
    read = recorder.rehearse(lines)
    assert (recorder.minutes.revision, store.lines(recorder.meeting_id)) == before
    assert [d.name for d in recorder.minutes.departments] == ["市场部", "研发部", "财务部"]
    assert [one[0].items[0].kind for one in read] == ["opinion", "opinion", "action", "change"]
    for line in lines:
        recorder.accept(line)
    said = recorder.minutes.all(Opinion)[-1]
    assert (recorder.minutes.department_name(said.department_id), said.text) == ("研发部", "还差两个接口")


@pytest.mark.parametrize("line", ["??", "？？", " ？？ "])
def test_question_marks_alone_doubt_the_latest_entry_and_add_no_word(recorder: Recorder, line: str) -> None:
    recorder.accept("市场部：首月投放200万")
    recorder.accept(line)
    (said,) = recorder.minutes.all(Opinion)
    assert (said.text, said.doubt) == ("首月投放200万", True)


def test_a_name_and_a_colon_alone_give_the_floor_and_make_no_entry(recorder: Recorder) -> None:
    taken = recorder.accept("市场部李经理：")
    assert (taken.label, recorder.minutes.all(Opinion)) == ("李经理发言", [])
    recorder.accept("首月投放200万")
    (said,) = recorder.minutes.all(Opinion)
    assert recorder.minutes.person_name(said.person_id) == "李经理"
    assert recorder.undo() is not None
    assert recorder.undo() == "李经理发言"


def test_a_line_that_changes_nothing_says_so(recorder: Recorder) -> None:
    assert recorder.accept("决议：首月投放200万").label == "D1"
    assert recorder.accept("决议：").message == "没有变化"
