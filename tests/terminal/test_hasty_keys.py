"""Keys that come faster than the screens they lead to: each does its work, and nothing fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.meetings.stored import MEETING
from tests.terminal.conftest import Starter
from tests.terminal.keys import key
from tests.terminal.record import prepare
from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.usefixtures("forked")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    return folder


@pytest.fixture
def screen(jiyao: Starter, database: Path, reports: Path) -> Terminal:
    """The record screen of a narrow terminal, on which only one pane beside the topic is shown."""
    prepare(database)
    term = jiyao("open", MEETING, size=(80, 24), env={"TMPDIR": str(reports)})
    term.expect("议题：")
    return term


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        (["ctrl+g", "1", "f12"], "一页看全按键与写法"),
        (["ctrl+g", "1", "f9"], "请主持人宣读"),
        (["ctrl+g", "o", "ctrl+l"], "行动项（按负责人）"),
        (["f8", "right", "right", "f5", "left"], "预算分配"),
        (["f3", "f8", "f8", "left", "right"], "预算分配"),
    ],
)
def test_keys_sent_at_once_do_their_work(screen: Terminal, reports: Path, keys: list[str], seen: str) -> None:
    screen.send(b"".join(key(name) if len(name) > 1 else name.encode() for name in keys))
    screen.settle()
    assert list(reports.iterdir()) == [], screen.text()
    screen.expect(seen)


def test_left_and_right_in_a_pane_a_smaller_terminal_hides(screen: Terminal, reports: Path) -> None:
    screen.resize(120, 36)
    screen.send(key("f5"))
    screen.settle()
    screen.resize(60, 18)
    screen.send(key("right") + key("left"))
    screen.settle()
    assert list(reports.iterdir()) == []
    screen.resize(80, 24)
    screen.expect("预算分配")
