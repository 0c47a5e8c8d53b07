"""The worked table of due expressions: a meeting on Wednesday 2026-09-16 from 14:00 to 16:00."""

from __future__ import annotations

import datetime as dt

import pytest

from models.dates import Anchor, is_due, resolve

MEETING = Anchor(dt.date(2026, 9, 16), dt.datetime(2026, 9, 16, 14), dt.datetime(2026, 9, 16, 16), ended=True)

WORKED = """
11月30日前 | 2026-11-30 |
十一月三十日前 | 2026-11-30 |
2026年9月30日前 | 2026-09-30 |
2026/9/30前 | 2026-09-30 |
20260930 | 2026-09-30 |
9/30前 | 2026-09-30 |
30日前 | 2026-09-30 |
10日前 | 2026-10-10 |
9月20日14:00 | 2026-09-20T14:00 |
9月20日下午2点前 | 2026-09-20T14:00 |
9月18日(周五)17:30前 | 2026-09-18T17:30 |
9月21日上午10点 | 2026-09-21T10:00 |
今天 | 2026-09-16 |
当天 | 2026-09-16 |
明日下班前 | 2026-09-17 | 下班
后天前 | 2026-09-18 |
次日 | 2026-09-17 |
本周五前 | 2026-09-18 |
星期五前 | 2026-09-18 |
周一前 | 2026-09-21 |
下周一 | 2026-09-21 |
下下周一前 | 2026-09-28 |
本周内 | 2026-09-20 |
本周末 | 2026-09-20 |
下周前 | 2026-09-20 | “前”指本期间开始之前
本月底前 | 2026-09-30 |
月底前 | 2026-09-30 |
9月底前 | 2026-09-30 |
下月底前 | 2026-10-31 | 非工作日
下月5日前 | 2026-10-05 | 非工作日
下个月10号 | 2026-10-10 |
9月下旬 | 2026-09-30 |
10月初 | 2026-10-05 | 约数、非工作日
下月中旬 | 2026-10-20 |
10月内 | 2026-10-31 | 非工作日
10月 | 2026-10-31 | 非工作日
Q4前 | 2026-09-30 | “前”指本期间开始之前
第四季度内 | 2026-12-31 |
季度末 | 2026-09-30 |
下季度初 | 2026-10-10 | 约数
Q1 | 2027-03-31 | 跨年、放假安排未公布
2026年Q4 | 2026-12-31 |
年末 | 2026-12-31 |
明年1月 | 2027-01-31 | 放假安排未公布、非工作日
下半年内 | 2026-12-31 |
48小时内 | 2026-09-18T16:00 |
3天内 | 2026-09-19 | 非工作日
10日内 | 2026-09-26 | 非工作日
1周内 | 2026-09-23 |
2周后 | 2026-09-30 |
一个月内 | 2026-10-16 |
三个月内 | 2026-12-16 |
会后2天内 | 2026-09-18 |
3个工作日内 | 2026-09-20 |
5个工作日内 | 2026-09-22 |
会后2个工作日内 | 2026-09-18 |
下一个工作日 | 2026-09-17 |
下周最后一个工作日 | 2026-09-24 |
节后第一个工作日 | 2026-09-28 |
国庆节前 | 2026-09-30 |
中秋前 | 2026-09-24 |
元旦前 | 2026-12-31 | 放假安排未公布
双11前 | 2026-11-10 |
待定 | - | 无明确时限
另行通知 | - | 无明确时限
持续推进 | - | 无明确时限
立即 | - | 无明确时限
每月5日前 | - | 周期性
上线前3天 | - | 以事件为起点
收到需求后24小时内 | - | 以事件为起点
T+3 | - | 以事件为起点
"""

CATALOGUE = """
11.30前 | 2026-11-30 |
11/30 | 2026-11-30 |
11-30 | 2026-11-30 |
2026-11-30 | 2026-11-30 |
20261130 | 2026-11-30 |
十一月三十日 | 2026-11-30 |
20号前 | 2026-09-20 |
下午2点 | 2026-09-16T14:00 |
17：30 | 2026-09-16T17:30 |
今日 | 2026-09-16 |
明天 | 2026-09-17 |
后天 | 2026-09-18 |
大后天 | 2026-09-19 | 非工作日
明早 | 2026-09-17 | 上午
周五前 | 2026-09-18 |
本周五 | 2026-09-18 |
下周五 | 2026-09-25 | 非工作日
周三前 | 2026-09-23 | 当天或下周
下周内 | 2026-09-24 |
下周初 | 2026-09-21 | 约数
9月上旬 | 2026-09-10 | 早于会议日
10月上旬 | 2026-10-10 |
月初 | 2026-10-05 | 约数、非工作日
月中 | 2026-10-15 | 约数
季初 | 2026-10-10 | 约数
年初 | 2027-01-31 | 约数、跨年、放假安排未公布、非工作日
Q4末 | 2026-12-31 |
四季度内 | 2026-12-31 |
本季度末 | 2026-09-30 |
年底前 | 2026-12-31 |
Q2 | 2027-06-30 | 跨年、放假安排未公布
24小时内 | 2026-09-17T16:00 |
半个月内 | 2026-10-01 | 非工作日
2个月内 | 2026-11-16 |
半年内 | 2027-03-16 | 放假安排未公布
本月最后一个工作日 | 2026-09-30 |
国庆前 | 2026-09-30 |
节前 | 2026-09-24 | 未写明节日
国庆节后第一个工作日 | 2026-10-08 |
国庆前最后一个工作日 | 2026-09-30 |
国庆节后 | - | 无明确时限
春节后 | - | 无明确时限
春节前 | - | 放假安排未公布
春节后第一个工作日 | - | 放假安排未公布
元旦后第一个工作日 | - | 放假安排未公布
双十一前 | 2026-11-10 |
618前 | 2027-06-17 | 跨年、放假安排未公布
9月18日至25日 | 2026-09-25 | 区间取末日、非工作日
每周五 | - | 周期性
合同签订后5个工作日内 | - | 以事件为起点
下次例会前 | - | 以事件为起点
自纪要发布之日起5个工作日内 | - | 以事件为起点
尽快 | - | 无明确时限
近期 | - | 无明确时限
随时 | - | 无明确时限
长期 | - | 无明确时限
持续 | - | 无明确时限
适时 | - | 无明确时限
年前 | - | 无明确时限
节后 | - | 无明确时限
9月26日(周五) | 2026-09-26 | 星期与日期不符、非工作日
下周五(9月26日) | 2026-09-25 | 括注日期不符、非工作日
9月31日 | - | 无效日期
9月10日前 | 2026-09-10 | 早于会议日
7月1日前 | 2027-07-01 | 跨年、放假安排未公布
9月25日（中秋）前 | 2026-09-25 | 非工作日
不早于9月25日 | - | 无明确时限
"""


def rows(table: str) -> list[tuple[str, str | None, set[str]]]:
    split = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return [
        (words, None if date == "-" else date, set(flags.split("、")) if flags else set())
        for words, date, flags in split
    ]


@pytest.mark.parametrize(("words", "date", "flags"), rows(WORKED))
def test_a_row_of_the_worked_table_has_its_date_and_flags(
    words: str, date: str | None, flags: set[str]
) -> None:
    due = resolve(words, MEETING)
    assert (due.text, due.date, set(due.flags)) == (words, date, flags)
    assert is_due(words)


@pytest.mark.parametrize(("words", "date", "flags"), rows(CATALOGUE))
def test_an_expression_of_the_catalogue_has_its_date_and_flags(
    words: str, date: str | None, flags: set[str]
) -> None:
    due = resolve(words, MEETING)
    assert (due.text, due.date, set(due.flags)) == (words, date, flags)
    assert is_due(words)


def test_a_day_off_is_kept_and_the_working_day_before_is_offered() -> None:
    due = resolve("9月25日（中秋）前", MEETING)
    assert (due.date, due.flags, due.suggestion) == ("2026-09-25", ("非工作日",), "2026-09-24")


def test_a_working_day_has_no_suggestion() -> None:
    assert resolve("9月24日前", MEETING).suggestion is None


def test_no_working_day_before_the_meeting_is_offered() -> None:
    saturday = Anchor(dt.date(2026, 11, 21))
    assert resolve("今天", saturday).suggestion is None


def test_hours_wait_for_the_end_of_the_meeting() -> None:
    due = resolve("48小时内", Anchor(dt.date(2026, 9, 16), dt.datetime(2026, 9, 16, 14)))
    assert (due.date, due.flags) == (None, ("自散会起算",))


def test_every_day_of_a_month_is_read_in_english() -> None:
    anchor = Anchor(dt.date(2026, 11, 25))
    read = [resolve(f"by {day} December", anchor).date for day in range(1, 32)]
    assert read == [f"2026-12-{day:02}" for day in range(1, 32)]
