"""The working calendar against announcements that can be looked up."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from models.calendar import CalendarFileError, WorkCalendar


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.fixture
def calendar() -> WorkCalendar:
    return WorkCalendar()


@pytest.mark.parametrize("text", ["2026-09-20", "2026-10-10", "2026-02-14", "2026-01-04"])
def test_a_weekend_day_worked_for_a_holiday_is_a_working_day(calendar: WorkCalendar, text: str) -> None:
    assert calendar.is_workday(day(text))
    assert calendar.is_makeup(day(text))


@pytest.mark.parametrize("text", ["2026-09-25", "2026-10-07", "2026-09-19", "2026-02-23"])
def test_a_holiday_and_a_plain_weekend_are_days_off(calendar: WorkCalendar, text: str) -> None:
    assert not calendar.is_workday(day(text))
    assert not calendar.is_makeup(day(text))


def test_working_days_are_counted_over_holidays_and_make_up_days(calendar: WorkCalendar) -> None:
    assert calendar.add_workdays(day("2026-09-16"), 3) == day("2026-09-20")
    assert calendar.add_workdays(day("2026-09-24"), 1) == day("2026-09-28")
    assert calendar.add_workdays(day("2026-10-08"), -1) == day("2026-09-30")
    assert calendar.add_workdays(day("2026-09-19"), 0) == day("2026-09-19")


def test_next_and_previous_are_strict(calendar: WorkCalendar) -> None:
    assert calendar.next_workday(day("2026-09-24")) == day("2026-09-28")
    assert calendar.previous_workday(day("2026-09-24")) == day("2026-09-23")


def test_counting_runs_on_into_years_that_are_not_published(calendar: WorkCalendar) -> None:
    assert calendar.next_workday(day("2027-01-08")) == day("2027-01-11")
    assert calendar.add_workdays(day("2035-06-29"), 1) == day("2035-07-02")


@pytest.mark.parametrize(
    ("before", "after"),
    [("2026-12-31", "2027-01-04"), ("2029-04-30", "2029-05-03"), ("2030-09-30", "2030-10-04")],
)
def test_days_the_law_fixes_are_off_in_a_year_not_yet_published(
    calendar: WorkCalendar, before: str, after: str
) -> None:
    assert not calendar.published(day(after))
    assert calendar.next_workday(day(before)) == day(after)


def test_a_local_line_makes_a_day_the_law_fixes_a_working_day() -> None:
    assert WorkCalendar.from_lines(["2027-01-01 班"]).is_workday(day("2027-01-01"))


def test_holidays_have_their_chinese_names_and_weekends_none(calendar: WorkCalendar) -> None:
    assert calendar.holiday_name(day("2026-09-25")) == "中秋节"
    assert calendar.holiday_name(day("2026-10-03")) == "国庆节"
    assert calendar.holiday_name(day("2026-09-19")) is None
    assert calendar.holiday_name(day("2026-09-20")) is None


def test_what_is_not_announced_is_said(calendar: WorkCalendar) -> None:
    assert calendar.published(day("2026-12-31"))
    assert calendar.published(2004)
    assert not calendar.published(2027)
    assert not calendar.published(day("2027-05-01"))


def test_a_new_year_holiday_that_begins_in_december_belongs_to_the_year_it_ends_in(
    calendar: WorkCalendar,
) -> None:
    holiday = calendar.holiday("元旦", 2023)
    assert holiday is not None
    assert (holiday.first, holiday.last) == (day("2022-12-31"), day("2023-01-02"))


def test_two_holidays_in_one_another_keep_their_own_days(calendar: WorkCalendar) -> None:
    national, autumn = calendar.holiday("国庆节", 2025), calendar.holiday("中秋节", 2025)
    assert national is not None
    assert autumn is not None
    assert (national.first, national.last) == (day("2025-10-01"), day("2025-10-08"))
    assert (autumn.first, autumn.last) == (day("2025-10-06"), day("2025-10-06"))


def test_an_unpublished_year_has_only_the_holidays_with_a_fixed_day(calendar: WorkCalendar) -> None:
    new_year = calendar.holiday("元旦", 2027)
    assert new_year is not None
    assert (new_year.first, new_year.announced) == (day("2027-01-01"), False)
    assert calendar.holiday("春节", 2027) is None


def test_the_next_holiday_is_the_one_that_begins_after_the_day(calendar: WorkCalendar) -> None:
    following = calendar.next_holiday(day("2026-09-25"))
    assert following is not None
    assert following.name == "国庆节"
    last = calendar.next_holiday(day("2026-11-01"))
    assert last is not None
    assert (last.name, last.announced) == ("元旦", False)
    assert calendar.next_holiday(day("2027-02-01")) is None


def test_local_lines_win_and_may_carry_the_holiday(tmp_path: Path) -> None:
    file = tmp_path / "calendar.txt"
    file.write_text(
        "\ufeff# 公司安排\n2026-09-24 休\n2026-09-26 班\n\n"
        "2027-02-05 休 春节\n2027-02-06 休 春节\n2027-02-14 班  # 调休\n",
        encoding="utf-8",
    )
    calendar = WorkCalendar.load(file)
    assert not calendar.is_workday(day("2026-09-24"))
    assert calendar.is_makeup(day("2026-09-26"))
    assert calendar.holiday_name(day("2026-09-26")) is None
    assert calendar.published(2027)
    holiday = calendar.holiday("春节", 2027)
    assert holiday is not None
    assert (holiday.first, holiday.last) == (day("2027-02-05"), day("2027-02-06"))


def test_one_private_day_off_announces_no_year() -> None:
    assert not WorkCalendar.from_lines(["2027-03-08 休"]).published(2027)


def test_a_missing_file_means_the_published_calendar(tmp_path: Path) -> None:
    assert not WorkCalendar.load(tmp_path / "none.txt").is_workday(day("2026-10-01"))


@pytest.mark.parametrize("line", ["2026-13-01 休", "2026-01-01", "2026-01-01 假", "1月1日 休"])
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(CalendarFileError, match="line 2"):
        WorkCalendar.from_lines(["2026-01-02 休", line])
