"""Due expressions beyond the worked table: other spellings, other days to count from, English."""

from __future__ import annotations

import datetime as dt

import pytest

from models import date_order, i18n
from models.calendar import WorkCalendar
from models.dates import FLAG_ORDER, Anchor, is_due, resolve
from tests.models.test_dates_worked import MEETING, rows


def on(day: str) -> Anchor:
    return Anchor(dt.date.fromisoformat(day))


COMPOSED = """
2026-09-22 | 两周后的周五 | 2026-10-09 |
2026-09-22 | 三周后周一 | 2026-10-12 |
2026-09-22 | 本月最后一个周五 | 2026-09-25 | 非工作日
2026-09-22 | 下月第一个周一 | 2026-10-05 | 非工作日
2026-09-22 | 10月第二个周三前 | 2026-10-14 |
2026-09-22 | 10月第六个周三前 | - | 无效日期
2026-09-22 | 十月的第一天 | 2026-10-01 | 非工作日
2026-09-22 | 下季度第一周 | 2026-10-10 | 约数
2026-09-22 | 12月最后一周 | 2026-12-31 | 约数
2026-09-22 | 下周二三 | 2026-09-30 | 区间取末日
2026-09-22 | 本周四、五前 | 2026-09-25 | 区间取末日、非工作日
2026-09-22 | 下月头 | 2026-10-05 | 约数、非工作日
2026-09-22 | 下个月今天 | 2026-10-22 |
2026-10-31 | 下个月今天 | 2026-11-30 |
2026-09-22 | 明年今天 | 2027-09-22 | 放假安排未公布
2026-09-22 | 下下下周一前 | 2026-10-12 |
2026-09-22 | 下下下个月5号前 | 2026-12-05 | 非工作日
2026-09-22 | 大大后天 | 2026-09-26 | 非工作日
2026-09-22 | 来年一月底 | 2027-01-31 | 放假安排未公布、非工作日
2026-09-22 | 下周一一早 | 2026-09-28 | 上午
2026-09-22 | 下周一上班前 | 2026-09-28 | 上午
2026-09-22 | 当晚 | 2026-09-22 | 晚上
2026-09-22 | 国庆后第一周 | - | 以事件为起点
2026-09-22 | 每天下午五点前 | - | 周期性
2026-09-22 | 每个工作日的下午三点 | - | 周期性
2026-09-22 | 每天上午 | - | 周期性
2026-09-22 | 每周二至周四 | - | 周期性
2026-09-22 | 每周一、三、五前 | - | 周期性
2026-09-22 | 每周二和周四 | - | 周期性
2026-09-22 | every Friday by 3pm | - | 周期性
2026-09-22 | Mondays | - | 周期性
2026-09-22 | the first Monday of every month | - | 周期性
2026-09-22 | the first Monday of October | 2026-10-05 | 非工作日
2026-09-22 | last Friday of the month | 2026-09-25 | 非工作日
2026-09-22 | last day of the month | 2026-09-30 |
2026-09-22 | Friday week | 2026-10-02 | 非工作日
2026-09-22 | next Friday week | 2026-10-09 |
2026-09-22 | a week from Monday | 2026-10-05 | 非工作日
2026-09-22 | two weeks from today | 2026-10-06 | 非工作日
2026-09-22 | within a fortnight | 2026-10-06 | 非工作日
2026-09-22 | first thing Monday | 2026-09-28 | 上午
2026-09-22 | w/c 14 Dec | 2026-12-18 |
2026-09-22 | mid-Q1 2027 | 2027-02-15 | 约数、放假安排未公布
2026-09-22 | New Year's Eve | 2026-12-31 |
2026-09-22 | Monday 9/28 | 2026-09-28 |
2026-09-22 | 9am PST Monday | 2026-09-28 | 时区未换算
2026-09-22 | within 3 days of approval | - | 以事件为起点
2026-09-22 | 15.12.2026 | 2026-12-15 |
2026-09-22 | 12/15/2026 | 2026-12-15 |
2026-09-22 | 13/12 | 2026-12-13 | 非工作日
2026-09-22 | 周五后的周二 | - | 无法识别
2026-09-22 | 大下周一 | - | 无法识别
2026-09-22 | Friday after next | - | 无法识别
2026-12-29 | 3个工作日内 | 2027-01-04 | 放假安排未公布
"""

SPELLINGS = """
9 月 25 日 前 | 2026-09-25 | 非工作日
９月２５日前 | 2026-09-25 | 非工作日
９／２５前 | 2026-09-25 | 非工作日
7 天 内 | 2026-09-23 |
３个工作日内 | 2026-09-20 |
九月二十五日 | 2026-09-25 | 非工作日
9月25前 | 2026-09-25 | 非工作日
9.25前 | 2026-09-25 | 非工作日
2026.9.25 | 2026-09-25 | 非工作日
26年9月25日 | 2026-09-25 | 非工作日
本月20号之前 | 2026-09-20 |
截至9月25日 | 2026-09-25 | 非工作日
截止到下周五 | 2026-09-25 | 非工作日
最晚周五 | 2026-09-18 |
最晚不超过9月24日 | 2026-09-24 |
不迟于9月24日 | 2026-09-24 |
于9月24日前 | 2026-09-24 |
9月24日为止 | 2026-09-24 |
9月24日之前完成 | 2026-09-24 |
9月25日17点前 | 2026-09-25T17:00 | 非工作日
9月24日（周四）前 | 2026-09-24 |
9月24日周四前 | 2026-09-24 |
周四9月24日前 | 2026-09-24 |
9月24日前（含当日） | 2026-09-24 |
下周三（23日） | 2026-09-23 |
9月24日左右 | 2026-09-24 | 约数
暂定9月24日 | 2026-09-24 | 约数
国庆放假前 | 2026-09-30 |
国庆前一天 | 2026-09-30 |
十一前 | 2026-09-30 |
十一月一日 | 2026-11-01 | 非工作日
双十二前 | 2026-12-11 |
三季度结束前 | 2026-09-30 |
今年年底 | 2026-12-31 |
月末 | 2026-09-30 |
周四上午10点前 | 2026-09-17T10:00 |
周四下班前 | 2026-09-17 | 下班
今天下班前 | 2026-09-16 | 下班
明早9点 | 2026-09-17T09:00 |
周五5点前 | 2026-09-18T17:00 | 按下午计
下周三下午 | 2026-09-23 | 下午
今天24点前 | 2026-09-16T23:59 |
这周五 | 2026-09-18 |
这个月底 | 2026-09-30 |
两周内 | 2026-09-30 |
十天之内 | 2026-09-26 | 非工作日
一个半月内 | 2026-10-31 | 非工作日
两三天内 | 2026-09-19 | 约数、非工作日
3-5个工作日内 | 2026-09-22 | 区间取末日
5个工作日 | 2026-09-22 |
11月中旬前 | 2026-11-10 | “前”指本期间开始之前
11月上旬 | 2026-11-10 |
下下周三 | 2026-09-30 |
次周周三 | 2026-09-23 |
9/18-9/24 | 2026-09-24 | 区间取末日
9月18-24日 | 2026-09-24 | 区间取末日
22-24日 | 2026-09-24 | 区间取末日
周三至周五 | 2026-09-18 | 区间取末日、当天或下周
从周五到下周三 | 2026-09-23 | 区间取末日
9-10月 | 2026-10-31 | 区间取末日、非工作日
周五或下周一 | - | 无明确时限
9月25日、26日 | - | 无明确时限
（下周三前） | 2026-09-23 |
DDL：9月24日 | 2026-09-24 |
中午前 | 2026-09-16 | 中午
周五晚 | 2026-09-18 | 晚上
周五晚8点 | 2026-09-18T20:00 |
9月24日前上线 | 2026-09-24 |
尽快，最晚周五 | 2026-09-18 |
尽快（周五前） | 2026-09-18 |
自今日起3天内 | 2026-09-19 | 非工作日
上周五 | 2026-09-11 | 早于会议日
10月1日后 | - | 无明确时限
最早10月9日 | - | 无明确时限
自10月9日起 | - | 无明确时限
元宵节前 | - | 无明确时限
每周五17:00前 | - | 周期性
每周一、三 | - | 周期性
每年年底 | - | 周期性
一周两次 | - | 周期性
若干天内 | - | 无明确时限
次年1月 | 2027-01-31 | 放假安排未公布、非工作日
上线后一周内 | - | 以事件为起点
验收通过后3个工作日内 | - | 以事件为起点
例会前 | - | 以事件为起点
下周例会前 | - | 以事件为起点
国庆后3天内 | - | 以事件为起点
13月5日 | - | 无效日期
32号 | - | 无效日期
2月30日 | - | 无效日期
9月24日25:00 | - | 无效日期
"""

ENGLISH = """
by Friday | 2026-09-18 |
Friday 5pm | 2026-09-18T17:00 |
by 5pm Friday | 2026-09-18T17:00 |
by EOD tomorrow | 2026-09-17 | 下班
this Friday | 2026-09-18 |
next Friday | 2026-09-25 | 非工作日
Wednesday next week | 2026-09-23 |
Wednesday | 2026-09-23 | 当天或下周
tomorrow | 2026-09-17 |
the day after tomorrow | 2026-09-18 |
EOD | 2026-09-16 | 下班
next week | 2026-09-24 |
by next week | 2026-09-20 | “前”指本期间开始之前
end of next week | 2026-09-24 |
early next week | 2026-09-21 | 约数
end of month | 2026-09-30 |
by end of October | 2026-10-31 | 非工作日
mid-October | 2026-10-15 | 约数
EOM | 2026-09-30 |
in 3 working days | 2026-09-20 |
within 3 working days | 2026-09-20 |
within 48 hours | 2026-09-18T16:00 |
in two weeks | 2026-09-30 |
two weeks from now | 2026-09-30 |
Nov 30 | 2026-11-30 |
November 30th | 2026-11-30 |
30 Nov 2026 | 2026-11-30 |
Nov 28-30 | 2026-11-30 | 区间取末日
2026-11-30 14:00 | 2026-11-30T14:00 |
no later than Nov 30 | 2026-11-30 |
Friday at the latest | 2026-09-18 |
Sept 26 (Friday) | 2026-09-26 | 星期与日期不符、非工作日
Friday, Sept 25 | 2026-09-25 | 非工作日
Nov 31 | - | 无效日期
before National Day | 2026-09-30 |
before Spring Festival | - | 放假安排未公布
Q4 | 2026-12-31 |
end of Q4 | 2026-12-31 |
by Q4 | 2026-09-30 | “前”指本期间开始之前
Q1 2027 | 2027-03-31 | 放假安排未公布
TBD | - | 无明确时限
ASAP | - | 无明确时限
not before Nov 30 | - | 无明确时限
every Friday | - | 周期性
weekly | - | 周期性
after launch | - | 以事件为起点
5 days after launch | - | 以事件为起点
"""

ELSEWHERE = """
2026-09-20 | 本周内 | 2026-09-20 |
2026-09-20 | 本周五 | 2026-09-18 | 早于会议日
2026-09-20 | 周日 | 2026-09-27 | 当天或下周、非工作日
2026-12-28 | 1月10日前 | 2027-01-10 | 跨年、放假安排未公布、非工作日
2026-12-28 | 10日前 | 2027-01-10 | 跨年、放假安排未公布、非工作日
2026-12-28 | 10月底 | 2026-10-31 | 早于会议日、非工作日
2026-12-28 | 10月28日 | 2027-10-28 | 跨年、放假安排未公布
2026-12-28 | 下月底 | 2027-01-31 | 放假安排未公布、非工作日
2026-12-28 | 元旦后第一个工作日 | - | 放假安排未公布
2026-12-28 | 两周内 | 2027-01-11 | 放假安排未公布
2026-11-20 | 9月21日 | 2026-09-21 | 早于会议日
2026-11-20 | 9月20日 | 2027-09-20 | 跨年、放假安排未公布
2026-11-30 | 3个月内 | 2027-02-28 | 放假安排未公布、非工作日
2026-02-10 | 春节前 | 2026-02-14 |
2026-02-10 | 春节后第一个工作日 | 2026-02-24 |
2026-02-10 | 端午节后第二个工作日 | 2026-06-23 |
2026-10-03 | 国庆节后第一个工作日 | 2026-10-08 |
2026-10-03 | 节后第一个工作日 | 2026-10-08 |
2026-10-03 | 国庆前 | 2027-09-30 | 跨年、放假安排未公布
2025-09-15 | 国庆节后第一个工作日 | 2025-10-09 |
2023-12-20 | 元旦前 | 2023-12-29 |
2027-03-10 | 五一前 | 2027-04-30 | 放假安排未公布
2027-03-10 | 端午前 | - | 放假安排未公布
2027-03-10 | 节前 | - | 未写明节日、放假安排未公布
2027-03-10 | 2月29日 | - | 无效日期
2027-03-10 | 2028年2月29日 | 2028-02-29 | 放假安排未公布
"""


@pytest.mark.parametrize(("words", "date", "flags"), rows(SPELLINGS) + rows(ENGLISH))
def test_an_expression_however_it_is_spelt_has_its_date_and_flags(
    words: str, date: str | None, flags: set[str]
) -> None:
    due = resolve(words, MEETING)
    assert (due.date, set(due.flags)) == (date, flags)
    assert is_due(words)


@pytest.mark.parametrize("line", (ELSEWHERE.strip() + COMPOSED.rstrip()).splitlines())
def test_an_expression_counts_from_its_own_meeting(line: str) -> None:
    day, words, date, flags = (cell.strip() for cell in line.split("|"))
    due = resolve(words, on(day))
    assert (due.date or "-", set(due.flags)) == (date, set(flags.split("、")) if flags else set())


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "市场部",
        "10月费用报表",
        "3号会议室",
        "产品说明书",
        "占比25%",
        "1.5亿元",
        "目前",
        "市场部前",
        "A4",
        "may be",
    ],
)
def test_a_text_that_is_no_due_is_said_to_be_none(words: str) -> None:
    assert not is_due(words)
    assert resolve(words, MEETING).date is None


def test_words_nobody_can_read_as_a_due_are_kept_and_flagged() -> None:
    due = resolve("  蓝色  ", MEETING)
    assert (due.text, due.date, due.flags) == ("蓝色", None, ("无法识别",))


@pytest.mark.parametrize(
    "words", ["客户确认后", "系统升级完成前", "另议", "视审批进度", "once the client confirms"]
)
def test_a_slot_takes_words_that_are_a_due_only_there(words: str) -> None:
    assert not is_due(words)
    due = resolve(words, MEETING)
    assert due.date is None
    assert due.flags != ("无法识别",)


def test_the_words_stay_as_they_were_written() -> None:
    assert resolve(" ９月 25 日 前 ", MEETING).text == "９月 25 日 前"


def test_a_local_calendar_decides_what_a_day_off_is() -> None:
    calendar = WorkCalendar.from_lines(["2026-09-24 休", "2026-09-26 班"])
    assert resolve("9月26日", MEETING, calendar).flags == ()
    assert resolve("中秋前", MEETING, calendar).date == "2026-09-23"


def test_a_local_arrangement_opens_an_unpublished_year() -> None:
    lines = ["2027-02-05 休 春节", "2027-02-06 休 春节", "2027-02-08 休 春节", "2027-02-14 班"]
    calendar = WorkCalendar.from_lines(lines)
    meeting = on("2027-01-20")
    assert resolve("春节前", meeting, calendar).date == "2027-02-04"
    assert resolve("春节后第一个工作日", meeting, calendar).date == "2027-02-09"
    assert resolve("春节前", meeting, calendar).flags == ()


def test_every_flag_has_its_place_in_the_order() -> None:
    due = resolve("9月10日（周五）左右", MEETING)
    assert due.flags == tuple(sorted(due.flags, key=FLAG_ORDER.index))
    assert len(set(FLAG_ORDER)) == len(FLAG_ORDER)


def test_the_same_time_is_the_meetings_own() -> None:
    start = dt.datetime(2026, 9, 22, 14, 30)
    meeting = Anchor(start.date(), start)
    assert resolve("下周三同一时间", meeting).date == "2026-09-30T14:30"
    assert resolve("same time next Monday", meeting).date == "2026-09-28T14:30"
    assert resolve("下周三同一时间", on("2026-09-22")).date == "2026-09-30"


def test_the_order_of_day_and_month_is_the_meetings_where_both_are_possible() -> None:
    meeting = Anchor(dt.date(2026, 9, 22), day_first=True)
    assert resolve("4/12", meeting).date == "2026-12-04"
    assert resolve("12/25", meeting).date == "2026-12-25"
    assert resolve("4/12/2027", meeting).date == "2027-12-04"


def test_where_nobody_knows_the_order_an_ambiguous_date_is_asked_and_others_are_read() -> None:
    meeting = Anchor(dt.date(2026, 9, 22), day_first=None)
    for words in ("4/12", "4/12/2027"):
        asked = resolve(words, meeting)
        assert (asked.date, asked.flags) == (None, ("日月顺序不明",))
    read = [resolve(words, meeting).date for words in ("12/25", "25/12", "11/11", "15/12/2026", "Dec 4")]
    assert read == ["2026-12-25", "2026-12-25", "2026-11-11", "2026-12-15", "2026-12-04"]


@pytest.mark.parametrize(
    ("setting", "locale", "language", "day_first"),
    [
        ("dmy", "en_US.UTF-8", "en", True),
        ("mdy", "en_GB.UTF-8", "en", False),
        ("", "en_GB.UTF-8", "en", True),
        ("", "en_US.UTF-8", "en", False),
        ("", "de_DE.UTF-8", "en", True),
        ("", "zh_CN.UTF-8", "en", False),
        ("", "C.UTF-8", "en", None),
        ("", "C.UTF-8", "zh_CN", False),
    ],
)
def test_the_order_is_the_settings_else_the_locales_else_nobodys(
    monkeypatch: pytest.MonkeyPatch, setting: str, locale: str, language: str, day_first: bool | None
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    with i18n.language(language):
        date_order.use(setting)
        assert date_order.day_first() is day_first
        date_order.use("")
