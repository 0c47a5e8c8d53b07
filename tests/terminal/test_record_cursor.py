"""The hardware cursor, where input methods open their candidates, stands at the caret after every paint."""

from __future__ import annotations

from pathlib import Path

import pytest
from wcwidth import wcswidth

from tests.meetings.stored import MEETING
from tests.terminal.conftest import Starter
from tests.terminal.record import prepare
from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.usefixtures("forked")

BLOCK = "dde3ec"
"""The caret's colour in the dark theme: a block in the colour of text."""


def caret(term: Terminal) -> tuple[int, int]:
    """The cell in which the caret is drawn."""
    screen = term.screen
    cells = [
        (x, y) for y in range(screen.lines) for x in range(screen.columns) if screen.buffer[y][x].bg == BLOCK
    ]
    assert cells, term.text()
    return cells[0]


def test_the_cursor_follows_the_caret_through_every_layout(jiyao: Starter, database: Path) -> None:
    prepare(database)
    term = jiyao("open", MEETING)
    term.expect("议题：")
    wrong = []
    steps = [
        *("甲", "乙，", "abc ", "长" * 60, "短", "，" * 3, "再长" * 70),
        *("{left}", "{left}", "{up}", "{home}", "字", "{end}", "{del}", "{backspace}", "{ctrl+home}", "{ctrl+end}"),
        *("{enter}", "市场部：看法", "{enter}", "行动：核算 @孙主管 、周五", "{enter}"),
        *("{f8}", "{down}", "打", "{f2}", "{esc}"),
        *("{pgup}", "字", "{esc}", "{ctrl+u}", "{up}", "{esc}"),
    ]  # fmt: skip
    for step in steps:
        if step.startswith("{"):
            term.press(step[1:-1])
        else:
            term.type(step)
            term.settle(0.1)
        if term.cursor != caret(term):
            wrong.append((step, term.cursor, caret(term)))
    assert not wrong


def test_the_cursor_is_right_after_resizes_in_the_middle_of_typing(jiyao: Starter, database: Path) -> None:
    prepare(database)
    term = jiyao("open", MEETING)
    term.expect("议题：")
    term.type("推广费用与提成的预算占比如何确定" * 6)
    for n, size in enumerate([(80, 24), (100, 28), (200, 50), (81, 24), (120, 36)]):
        term.settle(0.1)
        term.resize(*size)
        term.type(f"第{n}次")
        term.expect(f"第{n}次")
        term.settle(0.2)
        assert term.cursor == caret(term), size


def test_the_cursor_stands_behind_wide_characters_by_cells(jiyao: Starter, database: Path) -> None:
    prepare(database)
    term = jiyao("open", MEETING)
    term.expect("议题：")
    term.settle(0.5)
    before = term.cursor
    term.type("中文ab，")
    term.expect("› 中文ab，")
    term.settle(0.2)
    assert term.cursor == (before[0] + wcswidth("中文ab，"), before[1])
