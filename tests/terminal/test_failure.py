"""A fault nobody foresaw, put into the real program: the meeting goes on, and no traceback reaches the user."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.locks import locked
from tests.meetings.stored import MEETING
from tests.terminal.record import draft, prepare, ready, said
from tests.terminal.terminal import Terminal

FAULTY = """
import tempfile, tui.app, tui.failure
from tui.command import main
def broken(self):
    raise RuntimeError("nobody foresaw this")
tui.app.JiyaoApp.action_stances = broken
tui.failure._SOON = {soon}
tempfile.tempdir = {folder!r}
main(["open", {meeting!r}])
"""


def start(database: Path, folder: Path, soon: float) -> Terminal:
    """The program with a stance board that breaks."""
    code = FAULTY.format(soon=soon, folder=str(folder), meeting=MEETING)
    env = {"JIYAO_DB": str(database), "JIYAO_LANG": "zh_CN"}
    return Terminal([sys.executable, "-c", code], 120, 36, env=env)


def test_a_broken_screen_is_opened_anew_with_what_stood_in_the_bar(database: Path, tmp_path: Path) -> None:
    prepare(database)
    term = start(database, tmp_path, soon=0)
    term.expect("议题：")
    ready(term)
    term.line("市场部：先试点")
    term.type("说到一半的话")
    term.press("ctrl+r")
    term.expect("已重新打开")
    assert term.shows("› 说到一半的话")
    term.line("，后来说完了")
    assert term.until(lambda: said(database) == ["先试点", "说到一半的话，后来说完了"])
    assert not term.shows("Traceback")
    term.close()


def test_what_keeps_breaking_ends_in_one_line_and_a_report(database: Path, tmp_path: Path) -> None:
    prepare(database)
    term = start(database, tmp_path, soon=1e9)
    term.expect("议题：")
    term.type("说到一半的话")
    term.press("ctrl+r")
    assert term.wait_end() == 1
    assert term.shows("程序出错（RuntimeError）")
    assert not term.shows("Traceback")
    assert "nobody foresaw this" in next(tmp_path.glob("jiyao-*.txt")).read_text(encoding="utf-8")
    assert draft(database) == "说到一半的话"
    term.close()


def test_what_ends_the_program_while_lines_wait_says_nothing_untrue(database: Path, tmp_path: Path) -> None:
    prepare(database)
    term = start(database, tmp_path, soon=1e9)
    term.expect("议题：")
    with locked(database):
        term.line("市场部：等着的一句")
        term.expect("1行未存入")
        term.press("ctrl+r")
        assert term.wait_end() == 1
    assert term.shows("有 1 行尚未存入")
    assert term.shows("未存入的内容见上")
    assert not term.shows("已记下的内容都已保存")
    term.close()


def test_lines_that_wait_outlast_a_broken_screen(database: Path, tmp_path: Path) -> None:
    prepare(database)
    term = start(database, tmp_path, soon=0)
    term.expect("议题：")
    with locked(database):
        term.line("市场部：等着的一句")
        term.expect("1行未存入")
        term.press("ctrl+r")
        term.expect("已重新打开")
        assert term.shows("1行未存入")
    assert term.until(lambda: said(database) == ["等着的一句"])
    term.close()
