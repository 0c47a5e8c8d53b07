"""Times of day, meeting times, the next meeting, and from when a resolution holds."""

from __future__ import annotations

import datetime as dt

import pytest

from models.dates import Anchor, effective, parse_moment, parse_period, parse_time

TODAY = dt.date(2026, 11, 25)
MEETING = Anchor(TODAY, dt.datetime(2026, 11, 25, 14), dt.datetime(2026, 11, 25, 16))


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9:45", "09:45"),
        ("9：45", "09:45"),
        ("14:30", "14:30"),
        ("下午2点", "14:00"),
        ("２点", "14:00"),
        ("14点半", "14:30"),
        ("下午三点一刻", "15:15"),
        ("21点05", "21:05"),
        ("9时30分", "09:30"),
        ("上午九点", "09:00"),
        ("晚8点", "20:00"),
        ("中午1点", "13:00"),
        ("12点", "12:00"),
        ("2:30 pm", "14:30"),
        ("12am", "00:00"),
        ("24:00", "23:59"),
        ("25:00", None),
        ("9", None),
        ("13pm", None),
        ("李经理", None),
    ],
)
def test_a_time_of_day_is_read(text: str, time: str | None) -> None:
    assert parse_time(text) == time


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("12月9日14:00", "2026-12-09T14:00"),
        ("12月9日", "2026-12-09"),
        ("12月9日（周三）14:00", "2026-12-09T14:00"),
        ("12月9日 14:00-16:00", "2026-12-09T14:00"),
        ("12月9日上午9点半，三楼会议室", "2026-12-09T09:30"),
        ("下周三下午2点", "2026-12-02T14:00"),
        ("Dec 9, 2pm", "2026-12-09T14:00"),
        ("两周后", "2026-12-09"),
        ("待定", None),
        ("下周", None),
        ("每周五", None),
        ("14:00", None),
    ],
)
def test_the_next_meeting_has_its_day_and_time(text: str, moment: str | None) -> None:
    assert parse_moment(text, MEETING) == moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("两周后同一时间", "2026-12-09T14:30"),
        ("下周三同一时间段", "2026-12-02T14:30"),
        ("same time next Monday", "2026-11-30T14:30"),
        ("next Monday, same time", "2026-11-30T14:30"),
    ],
)
def test_the_same_time_is_that_of_this_meeting(text: str, moment: str) -> None:
    start = dt.datetime.combine(TODAY, dt.time(14, 30))
    assert parse_moment(text, Anchor(TODAY, start)) == moment


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026年9月16日14:00-16:00", "2026-09-16T14:00", "2026-09-16T16:00"),
        ("2026-09-22 09:30-11:00", "2026-09-22T09:30", "2026-09-22T11:00"),
        ("2026年9月16日（周三）14:00—16:00", "2026-09-16T14:00", "2026-09-16T16:00"),
        ("２０２６年９月１６日１４：００－１６：００", "2026-09-16T14:00", "2026-09-16T16:00"),
        ("2026.9.16 14:00–16:00", "2026-09-16T14:00", "2026-09-16T16:00"),
        ("2026年9月16日14:00 ～ 16:00", "2026-09-16T14:00", "2026-09-16T16:00"),
        ("2026年9月16日14时至16时", "2026-09-16T14:00", "2026-09-16T16:00"),
        ("2026年9月16日下午2:00到4:00", "2026-09-16T14:00", "2026-09-16T16:00"),
        ("今天下午2点-4点", "2026-11-25T14:00", "2026-11-25T16:00"),
        ("下午2点半到4点", "2026-11-25T14:30", "2026-11-25T16:00"),
        ("14:00-16:00", "2026-11-25T14:00", "2026-11-25T16:00"),
        ("周三14:00-15:30", "2026-11-25T14:00", "2026-11-25T15:30"),
        ("Nov 25, 2026 14:00-16:00", "2026-11-25T14:00", "2026-11-25T16:00"),
        ("Wed Nov 25 2-4pm", "2026-11-25T14:00", "2026-11-25T16:00"),
        ("2026-09-16 14:00~2026-09-17 12:00", "2026-09-16T14:00", "2026-09-17T12:00"),
        ("2026-09-16 22:00-01:00", "2026-09-16T22:00", "2026-09-17T01:00"),
        ("2026-09-16 16:00-14:00", "2026-09-16T16:00", "2026-09-16T14:00"),
        ("9月16日（周三）14:00-16:00", "2026-09-16T14:00", "2026-09-16T16:00"),
        ("Dec 9 14:00, Sunshine room", "2026-12-09T14:00", None),
        ("9月16日（周四）14:00-16:00", "2027-09-16T14:00", "2027-09-16T16:00"),
        ("2026-11-25 14:00", "2026-11-25T14:00", None),
        ("2026年9月16日", "2026-09-16", None),
        ("2026年9月16日14:00开始", "2026-09-16T14:00", None),
        ("9月31日14:00", None, None),
        ("待定", None, None),
        ("", None, None),
    ],
)
def test_a_meetings_time_has_start_and_end(text: str, start: str | None, end: str | None) -> None:
    assert parse_period(text, TODAY) == (start, end)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("自下月起，客户投诉响应流程分为两种", "自下月起", "2026-12-01"),
        ("决定：自11月起，投诉响应分为两种", "自11月起", "2026-11-01"),
        ("通过《办法》，从12月1日起执行", "从12月1日起", "2026-12-01"),
        ("12月1日起生效", "12月1日起", "2026-12-01"),
        ("即日起执行", "即日起", "2026-11-25"),
        ("自下季度起调整", "自下季度起", "2027-01-01"),
        ("split it from November on", "from November", "2026-11-01"),
        ("effective immediately", "effective immediately", "2026-11-25"),
    ],
)
def test_a_resolution_says_from_when_it_holds(text: str, words: str, day: str) -> None:
    assert effective(text, MEETING) == (words, day)


@pytest.mark.parametrize(
    "text",
    [
        "来自研发部的需求",
        "从市场部Q4预算列支",
        "自本决议通过之日起",
        "12月1日前完成",
        "from the market department",
    ],
)
def test_other_uses_of_from_set_no_day(text: str) -> None:
    assert effective(text, MEETING) is None
