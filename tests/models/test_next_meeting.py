"""From the previous meeting: people and place come along, what is open comes back, and there is one ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.meeting import Meeting, Note, Progress
from models.new_meeting import begin
from models.recorder import Recorder
from models.series import Carried
from models.store import Store

FIRST = dt.datetime(2026, 11, 25, 14, 0)
LINES = (
    "出席：市场部：李经理、张专员；采购部：郑经理",
    "缺席：采购部郑经理（出差，钱工代参会）",
    "议题：样品采购 (20分钟)",
    "决议：向第二供应商采购样品",
    "行动：@市场部李经理 发布预热素材 /11月28日前",
    "行动：@采购部郑经理 完成样品到货 +市场部 /11月30日前",
    "遗留：备用仓库租金，牵头人：郑经理，再议时间：12月2日",
    "议题：预算分配 (30分钟)",
    "市场部：费用占25%",
    "下次会议：12月2日14:00；地点：二楼会议室",
)


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    store = Store.open(database)
    yield store
    store.close()


@pytest.fixture
def first(store: Store) -> Recorder:
    facts = {"name": "样品周会", "scenario": "sync", "place": "三楼会议室", "host": "市场部李经理"}
    times = {"starts_at": "2026-11-25T14:00", "ends_at": "2026-11-25T15:30"}
    store.create(Meeting(id="first00000", meeting_id="first00000", **facts, **times))
    return recorded(store, "first00000", FIRST, *LINES)


def recorded(store: Store, meeting_id: str, now: dt.datetime, *lines: str) -> Recorder:
    recorder = Recorder(store, meeting_id, clock=lambda: now)
    for line in lines:
        recorder.accept(line)
    return recorder


def after(recorder: Recorder, days: int, *lines: str) -> Recorder:
    """The next meeting of the row, so many days after the first, with these lines recorded."""
    following = begin(recorder.store, previous_id=recorder.meeting_id)
    return recorded(recorder.store, following, FIRST + dt.timedelta(days=days), *lines)


def carried(recorder: Recorder) -> dict[str, Carried]:
    return {one.code: one for one in recorder.view.carried}


def test_the_same_people_come_with_nothing_known_of_their_attendance(first: Recorder) -> None:
    minutes = after(first, 7).minutes
    listed = {d.name: [p.name for p in minutes.people(d.id)] for d in minutes.departments}
    assert listed == {"市场部": ["李经理", "张专员"], "采购部": ["郑经理", "钱工"]}
    people = [p for d in minutes.departments for p in minutes.people(d.id)]
    assert {(p.attendance, p.reason, p.proxy) for p in people} == {("unknown", "", "")}


def test_time_and_place_are_those_said_at_the_end(first: Recorder) -> None:
    meeting = after(first, 7).minutes.meeting
    assert (meeting.starts_at, meeting.ends_at) == ("2026-12-02T14:00", "2026-12-02T15:30")
    assert (meeting.name, meeting.place, meeting.host) == ("样品周会", "二楼会议室", "市场部李经理")
    assert meeting.previous_meeting_id == "first00000"


def test_only_topics_that_were_not_finished_come_back(first: Recorder) -> None:
    topics = after(first, 7).minutes.topics
    assert [(t.number, t.title, t.minutes, t.outcome) for t in topics] == [("1.1", "预算分配", 30, None)]


def test_open_actions_and_issues_are_shown_with_where_they_are_from(first: Recorder) -> None:
    shown = after(first, 7).view.carried
    assert [(one.code, one.owner, one.due, one.meeting.name) for one in shown] == [
        ("上A1", "市场部李经理", "2026-11-28", "样品周会"),
        ("上A2", "采购部郑经理", "2026-11-30", "样品周会"),
        ("上Q1", "采购部郑经理", "2026-12-02", "样品周会"),
    ]


def test_what_is_said_changes_the_one_ledger_and_keeps_first_date_and_reason(first: Recorder) -> None:
    second = after(first, 7, "上A2延期到12月11日，缺货", "上A1完成")
    ledger = {a.number: (a.status, a.due) for a in first.store.actions(meeting="first00000")}
    assert ledger == {"A1": ("done", "2026-11-28"), "A2": ("late", "2026-12-11")}
    late = carried(second)["上A2"]
    assert (late.first_due, late.due, late.reason) == ("2026-11-30", "2026-12-11", "缺货")
    assert not carried(second)["上A1"].is_open
    notes = [note.text for note in second.minutes.all(Note)]
    assert notes == ["上A2延期到12月11日，缺货", "上A1完成"]


def test_the_ledger_of_all_meetings_says_the_first_date_and_how_often_it_slipped(first: Recorder) -> None:
    after(first, 7, "上A2延期到12月11日，缺货")
    listed = {a.number: a for a in first.store.actions(meeting="first00000")}
    assert (listed["A2"].due, listed["A2"].first_due, listed["A2"].slips) == ("2026-12-11", "2026-11-30", 1)
    assert (listed["A1"].first_due, listed["A1"].slips) == (None, 0)


def test_a_meeting_carried_over_twice_shows_what_both_left_open(first: Recorder) -> None:
    second = after(
        first, 7, "上A2延期到12月11日，缺货", "上A1完成", "行动：@市场部张专员 核对价格 /12月8日前"
    )
    third = after(second, 14, "上上A2延期到12月18日，海关查验", "上A1完成", "上上Q1已解决")
    found = carried(third)
    assert list(found) == ["上A1", "上上A2", "上上Q1"]
    twice = found["上上A2"]
    assert (twice.first_due, twice.due, twice.reason) == ("2026-11-30", "2026-12-18", "海关查验")
    assert [one.due for one in twice.slips] == ["2026-12-11", "2026-12-18"]
    assert [code for code, one in found.items() if one.is_open] == ["上上A2"]
    assert [one.code for one in after(third, 21).view.carried] == ["上上上A2"]


def test_undo_takes_back_what_was_said_in_the_other_meeting_too(first: Recorder) -> None:
    second = after(first, 7, "上A2延期到12月11日，缺货")
    assert second.undo() == "上A2“上A2延期到12月11日，缺货”"
    assert carried(second)["上A2"].due == "2026-11-30"
    assert not first.store.load("first00000").all(Progress)
    assert second.redo() == "上A2“上A2延期到12月11日，缺货”"
    assert carried(second)["上A2"].reason == "缺货"


def test_a_number_the_earlier_meeting_does_not_have_is_asked_for(first: Recorder) -> None:
    second = after(first, 7)
    accepted = second.accept("上A9完成")
    assert (accepted.miss, accepted.message) == (True, "没有上A9；有 上A1–上A2、上Q1。")
    assert second.accept("上上A1完成").miss
    assert not second.minutes.all_entries


def test_what_another_window_says_about_it_is_seen(first: Recorder) -> None:
    second = after(first, 7)
    assert carried(second)["上A1"].is_open
    recorded(first.store, second.meeting_id, FIRST + dt.timedelta(days=7), "上A1完成")
    assert not carried(second)["上A1"].is_open


def test_without_an_agenda_what_is_said_stands_under_a_topic_that_says_what_it_is(first: Recorder) -> None:
    first.accept("1.2补：决议：预算500万元")
    second = after(first, 7)
    assert second.minutes.topics == []
    second.accept("上A1完成")
    assert [topic.title for topic in second.minutes.topics] == ["上次会议行动项回顾"]
    assert second.undo() == "上A1“上A1完成”"
    assert second.minutes.topics == []
