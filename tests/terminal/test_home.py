"""The first minutes with the program, in a real terminal: nothing, a meeting, the way back, a search."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.store import Store
from tests.meetings.people import LINES
from tests.meetings.stored import prepare
from tests.terminal.conftest import Starter

pytestmark = pytest.mark.usefixtures("forked")


def meetings(database: Path) -> list[tuple[str, str]]:
    """Names and scenarios, as another program finds them."""
    store = Store.open(database)
    try:
        return [(meeting.name, meeting.scenario) for meeting in store.meetings()]
    finally:
        store.close()


def test_a_first_meeting_is_one_key_a_name_and_a_digit_away(jiyao: Starter, database: Path) -> None:
    terminal = jiyao()
    terminal.expect("还没有会议")
    terminal.press("ctrl+n")
    terminal.expect("新建会议：名称")
    terminal.line("客户投诉响应流程协调会")
    terminal.expect("问题协调会")
    terminal.type("3")
    terminal.expect("Enter 记下")
    assert meetings(database) == [("客户投诉响应流程协调会", "problem")]


def test_the_name_of_a_new_meeting_half_typed_stands_there_again_after_a_kill(
    jiyao: Starter, database: Path
) -> None:
    terminal = jiyao()
    terminal.expect("还没有会议")
    terminal.press("ctrl+n")
    terminal.type("客户投诉响应")
    terminal.expect("✎ 客户投诉响应")
    assert terminal.until(lambda: kept(database) == "客户投诉响应")
    terminal.kill()
    again = jiyao()
    again.expect("还没有会议")
    again.press("ctrl+n")
    again.expect("✎ 客户投诉响应")
    again.line("协调会")
    again.expect("问题协调会")
    again.type("3")
    again.expect("Enter 记下")
    assert meetings(database) == [("客户投诉响应协调会", "problem")]
    assert kept(database) == ""


def kept(database: Path) -> str:
    """The unfinished name, as another program finds it."""
    store = Store.open(database)
    try:
        return store.remembered("home.name")
    finally:
        store.close()


def test_keys_that_arrive_together_make_the_meeting_and_record_the_first_line(
    jiyao: Starter, database: Path
) -> None:
    terminal = jiyao()
    terminal.expect("还没有会议")
    terminal.type("\x0e流程优化会\r5")
    terminal.expect("Enter 记下")
    terminal.line("议题：审批")
    terminal.expect("1.1 审批")
    assert meetings(database) == [("流程优化会", "process")]


def test_a_search_finds_two_characters_and_opens_the_entry_where_it_stands(
    jiyao: Starter, database: Path
) -> None:
    prepare(database, *LINES).close()
    terminal = jiyao()
    terminal.expect("新产品上市启动会")
    terminal.type("成本")
    terminal.expect("查找：成本")
    # The cursor is moved at the end of a frame, and the heading may arrive before it.
    assert terminal.until(lambda: "成本" in terminal.text().splitlines()[terminal.cursor[1]])
    assert terminal.cursor[0] > 4
    terminal.press("enter")
    terminal.expect("Enter 记下")
    terminal.expect("1.2 销售提成预算分配方案")
    terminal.press("ctrl+g")
    terminal.expect("首页")
    terminal.type("0")
    terminal.expect("查找全部会议")


def test_home_in_english_on_a_small_terminal_survives_resizing(jiyao: Starter, database: Path) -> None:
    prepare(database, *LINES).close()
    terminal = jiyao(size=(80, 24), lang="en")
    terminal.expect("Open actions")
    terminal.resize(60, 20)
    terminal.expect("80×24")
    terminal.resize(120, 36)
    terminal.expect("in progress; recap is next")
    terminal.press("ctrl+q")
    assert terminal.wait_end() == 0
