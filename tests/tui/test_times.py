"""Minutes used and planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from models.meeting import Meeting, Pause, Point, Topic, TopicTime
from models.minutes import Minutes
from tui.times import meeting_minutes, topic_minutes, used_of_planned

MEETING = Meeting(id="m", meeting_id="m", starts_at="2026-09-16T14:00", ends_at="2026-09-16T16:00")
TOPIC = Topic(id="t", meeting_id="m", seq=1, number="1.1", minutes=20)
LIVE = TopicTime(id="tt", meeting_id="m", topic_id="t", began_at="2026-09-16T14:10")
BREAK = Pause(id="p", meeting_id="m", began_at="2026-09-16T14:20", ended_at="2026-09-16T14:30")


def at(hour: int, minute: int, day: int = 16) -> datetime:
    return datetime(2026, 9, day, hour, minute)


def test_breaks_do_not_count() -> None:
    minutes = Minutes([MEETING, TOPIC, LIVE, BREAK])
    assert meeting_minutes(minutes, at(14, 40)) == (30, 120)
    assert topic_minutes(minutes, "t", at(14, 40)) == 20


def test_a_break_that_goes_on_stops_the_clock() -> None:
    minutes = Minutes([MEETING, TOPIC, LIVE, replace(BREAK, ended_at=None)])
    assert topic_minutes(minutes, "t", at(15, 0)) == 10


def test_the_clock_stops_when_the_meeting_ends() -> None:
    ended = replace(MEETING, adjourned_at="2026-09-16T15:00")
    assert meeting_minutes(Minutes([ended, TOPIC, LIVE]), at(18, 0)) == (60, 120)


def test_a_meeting_nobody_ended_does_not_run_on_for_days() -> None:
    assert meeting_minutes(Minutes([MEETING, TOPIC, LIVE]), at(9, 0, day=20))[0] == 10


def test_the_plan_is_the_sum_of_the_topics_where_no_end_is_known() -> None:
    open_end = replace(MEETING, ends_at=None)
    assert meeting_minutes(Minutes([open_end, TOPIC]), at(14, 5)) == (5, 20)


def test_a_topic_that_was_never_live_took_no_time() -> None:
    assert topic_minutes(Minutes([MEETING, TOPIC]), "t", at(15, 0)) is None


def test_a_meeting_recorded_on_another_day_than_planned_runs_from_its_first_topic() -> None:
    later = replace(LIVE, began_at="2026-09-18T09:00")
    minutes = Minutes([MEETING, TOPIC, later])
    assert meeting_minutes(minutes, at(9, 25, day=18)) == (25, 120)
    assert topic_minutes(minutes, "t", at(9, 25, day=18)) == 25


def test_a_meeting_of_tomorrow_that_is_looked_at_today_has_taken_no_time() -> None:
    assert meeting_minutes(Minutes([MEETING, TOPIC]), at(9, 0, day=15))[0] == 0


def test_what_was_left_in_the_middle_and_taken_up_the_next_day_does_not_count_the_night() -> None:
    said = Point(id="e", meeting_id="m", topic_id="t", seq=1, at="2026-09-16T14:25", text="到这里")
    resumed = replace(LIVE, id="u", began_at="2026-09-17T10:00")
    left = replace(LIVE, ended_at="2026-09-17T10:00")
    minutes = Minutes([MEETING, TOPIC, left, resumed, said])
    assert topic_minutes(minutes, "t", at(10, 5, day=17)) == 15


@pytest.mark.parametrize(
    ("used", "planned", "shown"),
    [(25, 20, "⚠25′/20′"), (20, 20, "20′/20′"), (None, 20, "–/20′"), (7, None, "7′")],
)
def test_more_than_planned_has_a_sign_of_its_own(used: int | None, planned: int | None, shown: str) -> None:
    assert used_of_planned(used, planned) == shown
