"""Which due an action takes from its words, and the sentence that is left when it is taken."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from models.capture import parse
from models.capture.values import ActionLine, AttendanceLine, NextLine, OpenIssueLine, ResolutionLine
from tests.meetings.contexts import EXAMPLES, MEETING


def action(line: str, english: bool = False) -> ActionLine:
    (value,) = parse(line, EXAMPLES["en"] if english else MEETING)
    assert isinstance(value, ActionLine)
    return value


@pytest.mark.parametrize(
    ("line", "task", "due"),
    [
        ("行动：李经理今天下午三点拆完账单表", "拆完账单表", "2026-09-16T15:00"),
        ("行动：李经理8月中旬拆完账单表", "拆完账单表", "2026-08-20"),
        ("行动：李经理9.28前定下配方", "定下配方", "2026-09-28"),
        ("行动：李经理两周内排出夜班名单", "排出夜班名单", "2026-09-30"),
        ("行动：由李经理于10个工作日内核对名单", "核对名单", "2026-09-30"),
        ("行动：李经理9月18日（周五）接好开关", "接好开关", "2026-09-18"),
        ("行动：李经理这个周末出稿", "出稿", "2026-09-20"),
        ("行动：后天拆完账单表", "拆完账单表", "2026-09-18"),
        ("行动：周四李经理拆完账单表", "拆完账单表", "2026-09-17"),
        ("行动：李经理盘清库存，力争下周五完成", "盘清库存", "2026-09-25"),
        ("行动：李经理整理清单，下下下周一前完成", "整理清单", "2026-10-05"),
        (
            "行动：李经理整理清单，周四前发给研发部，下周一前定稿",
            "整理清单，周四前发给研发部，定稿",
            "2026-09-21",
        ),
        ("行动：李经理整理清单 /两周后的周五", "整理清单", "2026-10-02"),
        ("行动：完成改版 完成时间2026.12.20", "完成改版", "2026-12-20"),
        ("行动：完成改版（2026.12.15）", "完成改版", "2026-12-15"),
        ("行动：完成改版；完成时限：本月底前提交初稿", "完成改版，提交初稿", "2026-09-30"),
    ],
)
def test_a_due_counts_at_the_beginning_of_a_clause_or_behind_the_owner(
    line: str, task: str, due: str
) -> None:
    found = action(line)
    assert (found.task, found.due) == (task, due)


@pytest.mark.parametrize(
    ("line", "task", "words"),
    [
        ("行动：出稿；完成时限：周五后的周二；负责人：李经理", "出稿", "周五后的周二"),
        ("行动：李经理出稿 /周五后的周二", "出稿", "周五后的周二"),
        ("行动：李经理出稿 /T+3", "出稿", "T+3"),
        ("行动：李经理T+3前出稿", "出稿", "T+3前"),
        ("行动：李经理报日报，每天下午五点前完成", "报日报", "每天下午五点前"),
        ("行动：李经理报日报 、每个工作日下午三点前", "报日报", "每个工作日下午三点前"),
        ("李经理每周二、周四报日报", "报日报", "每周二、周四"),
        ("行动：李经理报日报，每周一、三、五前", "报日报", "每周一、三、五前"),
        ("行动：李经理盘点 截止日期：每周更新", "盘点", "每周更新"),
        ("行动：李经理整理清单，大下周一前完成", "整理清单，大下周一前完成", ""),
        ("行动：李经理周五后的周二出稿", "周五后的周二出稿", ""),
    ],
)
def test_words_that_name_no_single_day_stay_together_and_give_no_date(
    line: str, task: str, words: str
) -> None:
    found = action(line)
    assert (found.task, found.due_text, found.due) == (task, words, None)
    assert bool(found.flags) == bool(words)


@pytest.mark.parametrize(
    "line",
    [
        "李经理10月费用报表核对",
        "李经理周五例会纪要整理",
        "李经理48小时内响应流程",
        "10月费用报表交财务部",
        "李经理下周会议材料准备",
        "李经理明天的会议材料准备",
    ],
)
def test_a_day_that_belongs_to_a_thing_is_no_due(line: str) -> None:
    assert action(f"行动：{line}").due_text == ""


@pytest.mark.parametrize(
    ("line", "task"),
    [
        ("行动：李经理整理清单，并在9月底前完成。", "整理清单。"),
        ("行动：李经理整理清单，并在9月底前完成", "整理清单"),
        ("行动：李经理整理清单，9月底前。", "整理清单。"),
    ],
)
def test_the_sentence_a_due_is_taken_from_reads_as_one(line: str, task: str) -> None:
    assert action(line).task == task


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("by COB Friday", "2026-09-18"),
        ("EOD", "2026-09-16"),
        ("EOW", "2026-09-20"),
        ("tonight", "2026-09-16"),
        ("Oct 15", "2026-10-15"),
        ("on the 15th", "2026-10-15"),
        ("in Q1 2027", "2027-03-31"),
        ("by mid-Q1", "2027-02-15"),
        ("two weeks from today", "2026-09-30"),
        ("the day after tomorrow", "2026-09-18"),
        ("Friday week", "2026-09-25"),
        (", first Monday of October.", "2026-10-05"),
    ],
)
def test_an_english_due_ends_its_sentence(words: str, due: str) -> None:
    found = action(f"action: send the list {words}", english=True)
    assert (found.task.rstrip("."), found.due) == ("send the list", due)


@pytest.mark.parametrize(
    "line",
    [
        "move the launch to Oct 15",
        "prepare the slides for Monday",
        "review Q1 2027",
        "answer the mail of Friday",
        "send the list Friday after next",
    ],
)
def test_an_english_day_that_is_only_spoken_of_is_no_due(line: str) -> None:
    found = action(f"action: {line}", english=True)
    assert (found.task, found.due_text) == (line, "")


@pytest.mark.parametrize(
    "words", ["within 3 days of approval", ", two days after delivery", "every Friday by 3pm"]
)
def test_an_english_due_that_hangs_on_something_else_has_no_date(words: str) -> None:
    found = action(f"action: send the list {words}", english=True)
    assert (found.task, found.due_text, found.due) == ("send the list", words.strip(", "), None)


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("late: Bob White 4:20", "16:20"),
        ("late: Bob White 14:20", "14:20"),
        ("late: Bob White joined at 2:20", "14:20"),
        ("left: Bob White at 3:05pm", "15:05"),
        ("left: Bob White 3pm", "15:00"),
        ("left: Bob White 3:05", "15:05"),
    ],
)
def test_a_time_on_a_twelve_hour_clock_falls_into_the_meetings_half_of_the_day(line: str, time: str) -> None:
    (value,) = parse(line, EXAMPLES["en"])
    assert isinstance(value, AttendanceLine)
    assert (value.name, value.arrived_at or value.left_at, value.reason) == ("Bob White", time, None)


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("迟到：李经理 14:20", "14:20"),
        ("李经理15:20先走", "15:20"),
        ("迟到：李经理 9:40", "21:40"),
        ("迟到：李经理 12:10", "12:10"),
    ],
)
def test_an_hour_past_noon_is_said_on_a_24_hour_clock_whenever_the_meeting_began(
    line: str, time: str
) -> None:
    zh = EXAMPLES["zh_CN"]
    evening = replace(zh.anchor, starts_at=dt.datetime(2026, 11, 30, 21, 31))
    (value,) = parse(line, replace(zh, anchor=evening))
    assert isinstance(value, AttendanceLine)
    assert (value.arrived_at or value.left_at) == time


@pytest.mark.parametrize(
    ("line", "due", "kept"),
    [
        ("行动：看稿 @李经理 /周五 /12月8日", "周五", "12月8日"),
        ("行动：看稿 @李经理；完成时限：周五；截止：12月8日", "周五", "截止：12月8日"),
        ("行动：看稿 @李经理 /周五；截止：12月8日", "12月8日", "周五"),
        ("action: read it @Mr Li /by Friday /8 Dec", "by Friday", "8 Dec"),
    ],
)
def test_of_two_dues_one_counts_and_the_other_stays_where_one_sees_it(line: str, due: str, kept: str) -> None:
    (value,) = parse(line, EXAMPLES["zh_CN"])
    assert isinstance(value, ActionLine)
    assert value.due_text == due
    assert kept in value.task


def test_of_a_segment_said_twice_the_first_counts_and_the_second_stays() -> None:
    (decided,) = parse(
        "决议：上线；生效：10月1日；生效：11月1日；执行：市场部；执行：研发部", EXAMPLES["zh_CN"]
    )
    assert isinstance(decided, ResolutionLine)
    assert (decided.effective_text, decided.executing_department) == ("10月1日", "市场部")
    assert decided.text == "上线；生效：11月1日；执行：研发部"
    (issue,) = parse(
        "遗留：外包价格；再议时间：周五；再议时间：下周一；处理方式：问；处理方式：再问", EXAMPLES["zh_CN"]
    )
    assert isinstance(issue, OpenIssueLine)
    assert (issue.text, issue.revisit_text) == ("外包价格，再议时间：下周一", "周五")
    assert issue.handling == "问；再问"


@pytest.mark.parametrize(
    "line", ["open: the price /next meeting", "open: the price; revisit: our next session"]
)
def test_an_issue_is_taken_up_again_at_the_next_meeting(line: str) -> None:
    (issue,) = parse(line, EXAMPLES["en"])
    assert isinstance(issue, OpenIssueLine)
    assert issue.text == "the price"
    assert "next" in issue.revisit_text


@pytest.mark.parametrize(
    "line",
    [
        "Mr Li is on leave until Monday",
        "Mr Li was travelling until Friday",
        "Mr Li is back on Monday",
        "Mr Li gave notice by Friday",
        "Legal reviewed it on Friday",
        "Mr Li off until Friday",
    ],
)
def test_what_is_told_of_somebody_in_english_is_no_job_of_his(line: str) -> None:
    assert not any(isinstance(value, ActionLine) for value in parse(line, EXAMPLES["en"]))


@pytest.mark.parametrize(
    ("line", "attendance", "at", "proxy"),
    [
        ("Mr Li joined at 15:20", "late", "15:20", None),
        ("Mr Li arrived at 4:20", "late", "16:20", None),
        ("Mr Li had to leave at 3:30", "left", "15:30", None),
        ("Mr Li can't make it today", "absent", None, None),
        ("Mr Li sends his apologies", "absent", None, None),
        ("Apologies from Mr Li", "absent", None, None),
        ("Bob White is deputising for Mr Li", "absent", None, "Bob White"),
        ("Bob White stands in for Mr Li today", "absent", None, "Bob White"),
    ],
)
def test_coming_and_going_is_said_in_english_as_people_say_it(
    line: str, attendance: str, at: str | None, proxy: str | None
) -> None:
    (value,) = parse(line, EXAMPLES["en"])
    assert isinstance(value, AttendanceLine)
    assert (value.name, value.attendance) == ("Mr Li", attendance)
    assert (value.arrived_at or value.left_at, value.proxy) == (at, proxy)


@pytest.mark.parametrize("line", ["Mr Li left the file on the server", "Mr Li joined the project in May"])
def test_what_is_left_or_joined_is_no_attendance(line: str) -> None:
    assert not any(isinstance(value, AttendanceLine) for value in parse(line, EXAMPLES["en"]))


def test_a_verb_that_only_ends_like_the_past_is_a_job() -> None:
    (value,) = parse("Legal proceed with the review by Friday", EXAMPLES["en"])
    assert isinstance(value, ActionLine)


def test_without_a_planned_end_an_hour_of_the_same_day_is_a_due() -> None:
    begun = replace(EXAMPLES["zh_CN"].anchor, starts_at=dt.datetime(2026, 9, 16, 14, 0), ends_at=None)
    context = replace(EXAMPLES["zh_CN"], anchor=begun)
    (job,) = parse("李经理今天下午六点前发报价", context)
    assert isinstance(job, ActionLine)
    (chat,) = parse("李经理两点半前把范围敲死", context)
    assert not isinstance(chat, ActionLine)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("next meeting: 8 Dec 2pm, room 3", "room 3"),
        ("next meeting: 14 Dec", None),
        ("next: Mon 14 Dec at 2pm Leeds office", "Leeds office"),
    ],
)
def test_of_an_english_day_and_hour_nothing_is_taken_for_a_place(line: str, place: str | None) -> None:
    (value,) = parse(line, EXAMPLES["en"])
    assert isinstance(value, NextLine)
    assert value.next_place == place


def test_who_helps_by_a_plus_sign_does_not_stay_in_the_task() -> None:
    (value,) = parse("行动：宣传页修订 @孙主管 +李经理 /12月8日", EXAMPLES["zh_CN"])
    assert isinstance(value, ActionLine)
    assert (value.task, [one.name for one in value.helpers]) == ("宣传页修订", ["李经理"])
