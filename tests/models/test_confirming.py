"""What is confirmed at the recap, at which head-count, and what takes the confirmation away."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable

import pytest

from models import interchange, participation
from models.meeting import Person
from models.recap import ATTENDANCE, Page, recap
from models.recorder import Recorder
from models.store import Store
from tests.meetings.stored import Clock, typed


@pytest.fixture
def clock() -> Clock:
    return Clock(dt.datetime(2026, 9, 16, 14, 5))


@pytest.fixture
def recorder(store: Store, clock: Clock) -> Recorder:
    roll = "出席：市场部：王总监、李经理；研发部：陈工程师、刘总监；财务部：孙主管"
    return typed(store, roll, clock=clock, starts_at="2026-09-16T14:00")


def told(recorder: Recorder, clock: Clock, *timed: str) -> None:
    """Lines with the time before each."""
    for one in timed:
        time, _sep, line = one.partition(" ")
        clock.at(time)
        recorder.accept(line)


def page(recorder: Recorder, place: int) -> Page:
    return recap(recorder.minutes).pages[place]


def person(recorder: Recorder, name: str) -> Person:
    return next(p for p in recorder.minutes.all(Person) if p.name == name)


def test_each_topic_knows_who_came_and_went(recorder: Recorder, clock: Clock) -> None:
    told(
        recorder,
        clock,
        "14:05 议题：一",
        "14:10 缺席：研发部刘总监",
        "14:20 议题：二",
        "14:25 迟到：刘总监 14:25",
        "14:40 王总监先走",
        "14:40 议题：三",
        "14:50 回1.1",
        "14:55 孙主管先走",
    )
    minutes = recorder.minutes
    assert [participation.head_count(minutes, t) for t in minutes.topics] == [5, 5, 4]
    assert [t.number for t in participation.in_order_of_discussion(minutes)] == ["1.1", "1.2", "1.3"]
    assert participation.in_the_room(minutes) == 3
    assert [t.head_count for t in minutes.topics] == [4, 5, 4], "as it was when each topic ended"
    written = json.loads(interchange.dumps(minutes))
    assert [t["head_count"] for t in written["topics"]] == [5, 5, 4]


def test_a_head_count_that_was_read_in_stays_where_no_times_are_known(recorder: Recorder) -> None:
    recorder.edit(recorder.preparation.plan_topic("一") or "", head_count=8)
    (topic,) = recorder.minutes.topics
    assert participation.head_count(recorder.minutes, topic) == 8


def test_a_page_is_confirmed_at_the_head_count_of_the_moment(recorder: Recorder, clock: Clock) -> None:
    told(recorder, clock, "14:05 议题：一", "14:06 决议：试点；执行：研发部", "15:00 李经理先走")
    clock.at("15:10")
    recorder.closing.confirm(recorder.minutes.topics[0].id, "王总监")
    (said,) = recorder.minutes.confirmations
    assert (said.by, said.at[11:], said.head_count) == ("王总监", "15:10", 4)
    assert recorder.minutes.topics[0].head_count == 5, "李经理 took part in it"


def test_the_attendance_lapses_when_one_comes_for_another_who_goes(recorder: Recorder, clock: Clock) -> None:
    told(recorder, clock, "14:05 缺席：刘总监")
    recorder.closing.confirm(ATTENDANCE)
    assert page(recorder, 0).confirmed
    recorder.set_attendance(person(recorder, "刘总监").id, "present")
    recorder.set_attendance(person(recorder, "李经理").id, "absent")
    assert (page(recorder, 0).confirmed, page(recorder, 0).changed) == (False, True)
    recorder.closing.confirm(ATTENDANCE)
    assert page(recorder, 0).confirmed
    recorder.edit(person(recorder, "李经理").id, reason="生病")
    assert not page(recorder, 0).confirmed
    recorder.undo()
    assert page(recorder, 0).confirmed


def test_somebody_new_or_gone_takes_the_confirmed_attendance_away(recorder: Recorder) -> None:
    recorder.closing.confirm(ATTENDANCE)
    recorder.accept("来宾：陈老师")
    assert page(recorder, 0).changed
    recorder.closing.confirm(ATTENDANCE)
    recorder.delete(person(recorder, "陈老师").id)
    assert not page(recorder, 0).confirmed


def test_a_topic_lapses_when_an_item_changes_goes_or_no_longer_holds(recorder: Recorder) -> None:
    recorder.accept("决议：试点；执行：研发部")
    recorder.accept("决议：推广；执行：市场部")
    recorder.accept("备注：茶水费报销")
    first, second = (recorder.minutes.numbered(code) for code in ("D1", "D2"))
    assert first
    assert second
    recorder.accept("行动：提交上线方案 @市场部李经理 +研发部 /9月23日")
    action = recorder.minutes.numbered("A1")
    assert action
    changes: tuple[Callable[[], object], ...] = (
        lambda: recorder.edit(first.id, text="试点两个月"),
        lambda: recorder.edit(first.id, superseded_by=second.id),
        lambda: recorder.accept("表决：赞成4反对1"),
        lambda: recorder.edit(action.id, cooperating=["研发部", "财务部"]),
        lambda: recorder.delete(first.id),
        lambda: recorder.accept("结论：达成一致"),
        lambda: recorder.edit(recorder.minutes.topics[0].id, title="改了名的议题"),
    )
    for change in changes:
        recorder.closing.confirm(recorder.minutes.topics[0].id)
        assert page(recorder, 1).confirmed
        change()
        assert not page(recorder, 1).confirmed
        recorder.undo()
        assert page(recorder, 1).confirmed
    recorder.accept("备注：只给自己看")
    assert page(recorder, 1).confirmed
