"""The calendar file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporters import ExportError, agenda, export
from models import meeting as m
from models.minutes import Minutes
from tests.exporters.choices import options
from tests.meetings.launch import launch


def unfolded(data: bytes) -> list[str]:
    return data.decode("utf-8").replace("\r\n ", "").split("\r\n")


def test_the_meeting_the_next_one_and_every_open_due_are_events() -> None:
    lines = unfolded(export(launch(), ".ics", options()))

    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 8
    assert "DTSTART:20260916T140000" in lines
    assert "DTEND:20260916T160000" in lines
    assert "DTSTART:20260930T140000" in lines
    assert "SUMMARY:A3 提交三档占比的成本测算（财务部孙主管）" in lines
    place = lines.index("SUMMARY:A3 提交三档占比的成本测算（财务部孙主管）")
    assert lines[place - 2 : place] == ["DTSTART;VALUE=DATE:20260925", "DTEND;VALUE=DATE:20260926"]


def test_a_due_with_a_time_is_at_that_time_and_what_is_done_is_not_in_it() -> None:
    minutes = launch()
    first, second, *_others = minutes.all(m.Action)
    minutes.apply([replace(first, due="2026-09-23T14:00"), replace(second, status="done")])

    lines = unfolded(export(minutes, ".ics", options()))

    assert "DTSTART:20260923T140000" in lines
    assert not any("A2 " in line for line in lines)


def test_lines_are_folded_between_characters_at_75_octets() -> None:
    data = export(launch(theme="长" * 500), ".ics", options())

    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert f"会议主题：{'长' * 500}" in "".join(unfolded(data))
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_signs_that_mean_something_are_escaped() -> None:
    lines = unfolded(export(launch(name="A; B, C\\D\nE\x07"), ".ics", options()))

    assert "SUMMARY:A\\; B\\, C\\\\D\\nE" in lines


def test_events_of_the_same_meeting_keep_their_ids() -> None:
    def ids(minutes: Minutes) -> list[str]:
        return [line for line in unfolded(export(minutes, ".ics", options())) if line.startswith("UID:")]

    assert ids(launch()) == ids(launch(name="anders"))
    assert len(set(ids(launch()))) == 8


def test_the_agenda_s_calendar_holds_the_meeting_alone() -> None:
    lines = unfolded(agenda(launch(), ".ics", options()))

    assert lines.count("BEGIN:VEVENT") == 1
    assert any(
        line.startswith("DESCRIPTION:") and "1.2 销售提成预算分配方案（25分钟）" in line for line in lines
    )


def test_a_meeting_without_any_date_is_refused_in_one_line() -> None:
    empty = Minutes([m.Meeting(id="x", meeting_id="x")])

    for write in (export, agenda):
        with pytest.raises(ExportError, match="日期"):
            write(empty, ".ics", options())
