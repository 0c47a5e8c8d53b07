"""Where the meeting is: the live topic, who has the floor, breaks."""

from __future__ import annotations

from models.meeting import (
    Note,
    Opinion,
)
from models.recorder import Recorder
from tests.meetings.stored import Clock
from tests.models.recording import type_in


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


def test_a_name_and_a_colon_alone_give_the_floor_and_make_no_entry(recorder: Recorder) -> None:
    taken = recorder.accept("市场部李经理：")
    assert (taken.label, recorder.minutes.all(Opinion)) == ("李经理发言", [])
    recorder.accept("首月投放200万")
    (said,) = recorder.minutes.all(Opinion)
    assert recorder.minutes.person_name(said.person_id) == "李经理"
    assert recorder.undo() is not None
    assert recorder.undo() == "李经理发言“市场部李经理：”"
