"""What the home screen says is next with a meeting."""

from __future__ import annotations

import datetime as dt

import pytest

from models.calendar import WorkCalendar
from models.next_step import Stage, next_step, workdays_between
from models.store.queries import MeetingSummary

TODAY = dt.date(2026, 9, 24)
CALENDAR = WorkCalendar()


def meeting(starts_at: str | None, closed_at: str | None = None, status: str = "draft") -> MeetingSummary:
    return MeetingSummary("m", "会", "", starts_at, status, closed_at, 0, 0, 0, 0, 0, "2026-09-24T10:00:00")


@pytest.mark.parametrize(
    ("summary", "stage"),
    [
        (meeting("2026-09-24T14:00"), Stage.TODAY),
        (meeting("2026-09-23T14:00"), Stage.RUNNING),
        (meeting(None), Stage.RUNNING),
        (meeting("2026-09-28T14:00"), Stage.COMING),
        (meeting("2026-09-24T09:00", "2026-09-24T10:00"), Stage.DRAFT),
        (meeting("2026-09-24T09:00", "2026-09-24T10:00", "in_review"), Stage.DRAFT),
        (meeting("2026-09-24T09:00", "2026-09-24T10:00", "final"), Stage.DONE),
    ],
)
def test_a_meeting_is_at_one_stage(summary: MeetingSummary, stage: Stage) -> None:
    assert next_step(summary, TODAY, CALENDAR).stage is stage


def test_a_draft_is_due_two_working_days_after_the_meeting_over_a_holiday() -> None:
    step = next_step(meeting("2026-09-24T09:00", "2026-09-24T10:00"), TODAY, CALENDAR)
    assert (step.draft_due, step.days_left) == (dt.date(2026, 9, 29), 2)


def test_a_late_draft_counts_the_working_days_it_is_late() -> None:
    step = next_step(meeting("2026-09-16T09:00", "2026-09-16T10:00"), TODAY, CALENDAR)
    assert (step.draft_due, step.days_left) == (dt.date(2026, 9, 18), -5)


def test_working_days_between_count_make_up_days() -> None:
    assert workdays_between(dt.date(2026, 9, 18), dt.date(2026, 9, 21), CALENDAR) == 2
    assert workdays_between(dt.date(2026, 9, 21), dt.date(2026, 9, 21), CALENDAR) == 0
