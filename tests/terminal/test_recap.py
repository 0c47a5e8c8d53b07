"""A recap in a real terminal, walked from the first page to the close."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.meeting import Action, Objection, OpenIssue
from models.minutes import Minutes
from models.store import Store
from tests.meetings.people import LINES
from tests.meetings.stored import MEETING, prepare
from tests.terminal.conftest import Starter
from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.usefixtures("forked")


@pytest.fixture
def meeting(database: Path) -> Path:
    """A recorded meeting with a gap of every kind."""
    prepare(database, *LINES).close()
    return database


def stored(database: Path) -> Minutes:
    """The meeting as another program finds it."""
    store = Store.open(database)
    try:
        return store.load(MEETING)
    finally:
        store.close()


@pytest.fixture
def recap(meeting: Path, jiyao: Starter) -> Terminal:
    """The recap, on its first page."""
    terminal = jiyao("open", "last")
    terminal.expect("记录")
    terminal.press("f9")
    terminal.expect("请主持人宣读")
    return terminal


def test_a_recap_is_walked_mended_and_closed(recap: Terminal, meeting: Path) -> None:
    recap.press("enter")
    recap.expect("议题 1.1")
    _objection(recap)
    recap.press("enter")
    recap.expect("议题 1.2")
    _take_the_working_day_before(recap)
    _correct(recap)
    recap.press("enter")
    recap.expect("4/5 页")
    recap.press("enter")
    recap.expect("历时")
    recap.press("enter")
    recap.expect("以上全部会后处理")
    recap.press("1")
    recap.expect("导出纪要文档")
    _everything_is_kept(stored(meeting))


def _objection(recap: Terminal) -> None:
    """The full-width space of a Chinese input method opens the menu."""
    recap.press("down", "down")
    recap.type("\u3000")
    recap.expect("异议：谁、什么")
    recap.type("2")
    recap.expect("的异议")
    recap.line("财务部：成本未核算")
    recap.expect("异议 财务部：成本未核算")


def _take_the_working_day_before(recap: Terminal) -> None:
    recap.press("down", "down", "space")
    recap.expect("前一个工作日 9月24日（周四）")
    recap.type("1")
    recap.expect("于9月24日（周四）前")


def _correct(recap: Terminal) -> None:
    """The line is edited where the input method finds the cursor, and the walk goes on where it was."""
    recap.press("down", "space")
    recap.expect("更正")
    number = next(line for line in recap.text().splitlines() if "更正" in line).split("更正")[0].split()[-1]
    recap.type(number)
    recap.expect("更正A3")
    column, row = recap.cursor
    line = recap.text().splitlines()[row]
    assert line.startswith("│ ✎ 行动：确认测试完成时间")
    assert column > 20
    recap.send(b"\x15")
    recap.line("行动：确认测试完成时间 @陈工程师 /9月22日")
    recap.expect("于9月22日（周二）前确认测试完成时间")
    recap.expect("议题 1.2")


def _everything_is_kept(minutes: Minutes) -> None:
    assert minutes.meeting.closed_at
    assert minutes.meeting.closed_by == "市场部王总监"
    assert len(minutes.confirmations) == 4
    assert {c.head_count for c in minutes.confirmations} == {5}
    assert {a.code: a.due for a in minutes.all(Action)} == {
        "A1": "2026-09-23",
        "A2": "2026-09-24",
        "A3": "2026-09-22",
    }
    assert [(o.by, o.text) for o in minutes.all(Objection)] == [("财务部", "成本未核算")]
    assert minutes.all(OpenIssue) == []


def test_keys_that_arrive_together_confirm_in_order(recap: Terminal, meeting: Path) -> None:
    recap.send(b"\r\r\r\r")
    recap.expect("历时")
    assert len(stored(meeting).confirmations) == 4
    assert stored(meeting).meeting.closed_at is None


def test_escape_goes_back_to_recording_and_the_recap_goes_on_where_it_was(recap: Terminal) -> None:
    recap.press("enter", "esc")
    recap.expect("记下")
    recap.press("f9")
    recap.expect("1/4 页已确认")
    recap.expect("议题 1.1")


def test_the_recap_in_english_on_a_small_terminal(meeting: Path, jiyao: Starter) -> None:
    terminal = jiyao("open", "last", size=(80, 24), lang="en")
    terminal.expect("Attendance")
    terminal.press("f9", "pgdn")
    terminal.expect("For the host to read out")
    terminal.expect("is responsible")
    terminal.press("ctrl+l")
    terminal.expect_gone("What is missing")
    terminal.resize(60, 20)
    terminal.expect("80×24")
    terminal.resize(120, 36)
    terminal.expect("is responsible")


def test_an_objection_half_typed_stands_there_again_after_a_kill(
    recap: Terminal, meeting: Path, jiyao: Starter
) -> None:
    recap.press("pgdn", "down", "down", "space")
    recap.expect("异议：谁")
    recap.press("2")
    recap.expect("对D1的异议")
    recap.type("财务部：成本")
    assert recap.until(lambda: _unfinished(meeting) == "财务部：成本")
    recap.kill()
    again = jiyao("open", "last")
    again.expect("记录")
    again.press("f9")
    again.expect("对D1的异议")
    again.type("未核算\r")
    again.expect("已记下异议")
    assert [(o.by, o.text) for o in stored(meeting).all(Objection)] == [("财务部", "成本未核算")]


def _unfinished(database: Path) -> str:
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute("SELECT text FROM draft WHERE editing LIKE 'objection/%'").fetchone()
    return str(found[0]) if found else ""
