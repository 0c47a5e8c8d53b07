"""Dates that follow the meeting, and what the close does: numbers, pages confirmed."""

from __future__ import annotations

import datetime as dt

from models.meeting import (
    Action,
    OpenIssue,
    Resolution,
)
from models.recorder import Recorder
from tests.meetings.stored import Clock
from tests.models.recording import codes, type_in


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
