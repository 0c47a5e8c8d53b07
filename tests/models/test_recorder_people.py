"""Who takes part: the roll, who joins by being named, who is absent, late or gone."""

from __future__ import annotations

from models.meeting import (
    Meeting,
    new_id,
)
from models.recorder import Recorder
from models.store import Store
from tests.meetings.stored import Clock
from tests.models.recording import people, type_in


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
