"""Nothing typed is lost: not by a kill, not by a signal, not by a resize, not by a store that refuses."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.meetings.stored import MEETING
from tests.terminal.conftest import Starter
from tests.terminal.record import draft, prepare, said

pytestmark = pytest.mark.usefixtures("forked")


def test_a_kill_while_typing_keeps_every_accepted_line_and_the_unfinished_one(
    jiyao: Starter, database: Path
) -> None:
    prepare(database)
    first = jiyao("open", MEETING)
    first.expect("议题：")
    for n in range(5):
        first.line(f"第{n}条")
    first.type("说到一半，没说")
    assert first.until(lambda: draft(database) == "说到一半，没说")
    first.kill()
    assert said(database) == [f"第{n}条" for n in range(5)]
    second = jiyao("open", MEETING)
    second.expect("› 说到一半，没说")
    second.type("完\r")
    assert second.until(lambda: said(database)[-1] == "说到一半，没说完")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_program_after_the_last_character_is_kept(
    jiyao: Starter, database: Path, number: signal.Signals
) -> None:
    prepare(database)
    term = jiyao("open", MEETING)
    term.expect("议题：")
    term.type("刚打的字")
    term.expect("› 刚打的字")
    term.kill(number, grace=10.0)
    assert draft(database) == "刚打的字"


def test_quitting_asks_nothing_and_keeps_the_unfinished_line(jiyao: Starter, database: Path) -> None:
    prepare(database)
    term = jiyao("open", MEETING)
    term.expect("议题：")
    term.send("没说完\x11".encode())
    assert term.wait_end() == 0
    jiyao("open", MEETING).expect("› 没说完")


def test_an_entry_taken_back_is_neither_lost_nor_doubled_by_a_kill(jiyao: Starter, database: Path) -> None:
    prepare(database, "市场部：原来的话")
    term = jiyao("open", MEETING)
    term.expect("原来的话")
    term.press("up")
    term.expect("修改")
    term.type("，加上新的")
    assert term.until(lambda: draft(database).endswith("加上新的"))
    term.kill()
    assert said(database) == ["原来的话"]
    again = jiyao("open", MEETING)
    again.expect("修改")
    again.press("enter")
    again.expect_gone("修改意见")
    assert again.until(lambda: said(database) == ["原来的话，加上新的"])


def test_resizing_while_typing_loses_nothing(jiyao: Starter, database: Path) -> None:
    prepare(database)
    term = jiyao("open", MEETING)
    term.expect("议题：")
    typed = ""
    for n, size in enumerate([(80, 24), (150, 40), (60, 15), (120, 36), (40, 10), (80, 24)]):
        text = f"第{n}段文字，"
        term.type(text)
        term.resize(*size)
        typed += text
    term.type("完\r")
    term.expect("完")
    term.expect("段文字")
    assert term.until(lambda: said(database) == [typed + "完"])


def test_the_terminal_knows_its_size_better_than_the_shell_that_exported_one(
    jiyao: Starter, database: Path
) -> None:
    prepare(database)
    term = jiyao("open", MEETING, size=(120, 36), env={"COLUMNS": "80", "LINES": "24"})
    term.expect("各部门意见 F3")


def test_a_terminal_too_small_says_what_it_needs_and_still_takes_lines(
    jiyao: Starter, database: Path
) -> None:
    prepare(database)
    term = jiyao("open", MEETING)
    term.expect("议题：")
    term.resize(60, 15)
    term.expect("80×24")
    term.line("看不见也记下")
    assert term.until(lambda: said(database) == ["看不见也记下"])


def test_another_windows_entry_appears_without_a_key(jiyao: Starter, database: Path) -> None:
    prepare(database)
    first, second = jiyao("open", MEETING), jiyao("open", MEETING)
    first.expect("议题：")
    second.expect("议题：")
    second.line("市场部：另一窗口的话")
    first.expect("另一窗口的话")
