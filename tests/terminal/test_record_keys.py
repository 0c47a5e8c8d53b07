"""Keys that arrive together act in the order they were pressed, and every character typed is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.meetings.stored import MEETING
from tests.terminal.conftest import Starter
from tests.terminal.keys import key
from tests.terminal.record import prepare, said, stored
from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.usefixtures("forked")


@pytest.fixture
def screen(jiyao: Starter, database: Path) -> Terminal:
    """The record screen, ready for typing."""
    prepare(database)
    term = jiyao("open", MEETING)
    term.expect("议题：")
    return term


def test_only_the_keys_that_need_it_come_as_escape_sequences(screen: Terminal) -> None:
    assert b"\x1b[>1u" in screen.raw


def test_text_and_keys_in_one_read_act_in_order(screen: Terminal) -> None:
    cases = {
        "旧{backspace}新": "新",
        "旧的话{ctrl+u}新": "新",
        "甲丙{left}乙": "甲乙丙",
        "乙{home}甲{end}丙": "甲乙丙",
        "甲{f2}乙{f8}{esc}丙": "甲乙丙",
        "甲{pgup}乙{esc}丙": "甲乙丙",
        "甲乙{ctrl+z}丙": "丙",
        "甲{tab}{esc}乙": "甲乙",
    }
    for keys, left in cases.items():
        screen.send(_bytes(keys))
        screen.expect(f"›{left}│")
        screen.send(_bytes("{ctrl+u}"))
        screen.expect("›│")


def test_lines_typed_ahead_become_entries_in_order(screen: Terminal, database: Path) -> None:
    lines = [f"第{n}条记录，费用{n}万元" for n in range(1, 51)]
    screen.send("".join(f"{line}\r" for line in lines).encode() + "未完".encode())
    screen.expect("› 未完")
    # What was typed before the grammar is loaded waits for it, in its order.
    assert screen.until(lambda: said(database) == lines)


def test_text_before_a_key_that_opens_a_screen_stays_in_the_bar(screen: Terminal) -> None:
    screen.send("没说完".encode() + key("f9"))
    screen.settle()
    screen.press("esc")
    screen.expect("› 没说完")


def test_every_printable_character_is_kept_and_no_control_character(screen: Terminal, database: Path) -> None:
    typed = "甲\u3000乙👨\u200d👩\u200d👧e\u0301丙"
    screen.line(typed)
    screen.expect("要点甲")
    screen.paste("甲\x07\x1b[31m乙\x1b]0;title\x07丙\r")
    screen.expect("› 甲乙丙")
    screen.press("enter")
    screen.expect_gone("› 甲乙丙")
    assert said(database) == [typed, "甲乙丙"]


def test_a_paste_of_several_lines_is_stored_only_when_its_readings_were_confirmed(
    screen: Terminal, database: Path
) -> None:
    screen.paste("市场部：推广费不低于30%\r\n\r\n财务部反对：应控制在25%\n行动：核算成本 @孙主管 、本周五\n")
    screen.expect("3 行，各为一条")
    screen.expect("反对")
    screen.press("esc")
    screen.expect("› 市场部：推广费不低于30%↵")
    assert said(database) == []
    screen.press("enter")
    screen.expect("3 行，各为一条")
    screen.press("enter")
    screen.expect("A1 核算成本")
    assert said(database) == ["推广费不低于30%", "应控制在25%"]
    assert [a.task for a in stored(database).actions(stored(database).topics[1].id)] == ["核算成本"]


def test_an_escape_sequence_in_a_paste_does_not_type_what_follows_it(
    screen: Terminal, database: Path
) -> None:
    screen.send("\x1b[200~一\x1b[31m二\r三\x1b[2".encode())
    screen.send("01~四".encode())
    screen.expect("2 行，各为一条")
    assert said(database) == []


def _bytes(keys: str) -> bytes:
    """Text with {key names} in it, as one run of bytes."""
    parts = keys.replace("}", "{").split("{")
    return b"".join(part.encode() if n % 2 == 0 else key(part) for n, part in enumerate(parts))
