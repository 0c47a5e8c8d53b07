"""What hands do in a real terminal: numbers that become consecutive, the trash, the export sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.meeting import NUMBERED
from models.store import Store
from tests.meetings.people import LINES
from tests.meetings.stored import MEETING, prepare
from tests.terminal.conftest import Starter

pytestmark = pytest.mark.usefixtures("forked")


@pytest.fixture
def meeting(database: Path) -> Path:
    """A meeting in which A1 was taken back, so that A2 and A3 stand."""
    prepare(database, *LINES, "撤销A1").close()
    return database


def codes(database: Path) -> list[str]:
    store = Store.open(database)
    try:
        minutes = store.load(MEETING)
        return [row.code for kind in NUMBERED for row in minutes.all(kind)]
    finally:
        store.close()


def owner(database: Path, code: str) -> str:
    store = Store.open(database)
    try:
        minutes = store.load(MEETING)
        action = minutes.numbered(code)
        return minutes.person_name(getattr(action, "owner_id", None))
    finally:
        store.close()


def test_a_line_typed_before_the_recap_hits_the_item_it_meant(jiyao: Starter, meeting: Path) -> None:
    terminal = jiyao("open", "last")
    terminal.expect("记录")
    terminal.type("A3 @李经理")
    terminal.expect("A3 @李经理")
    terminal.press("f9")
    terminal.expect("请主持人宣读")
    terminal.press("pgdn", "pgup")
    assert codes(meeting) == ["D1", "D2", "A2", "A3"], "a look changes none"
    terminal.press("enter")
    terminal.expect("编号改为连续：A2→A1 A3→A2")
    terminal.press("esc")
    terminal.expect("A2 @李经理")
    terminal.press("enter")
    assert terminal.until(lambda: owner(meeting, "A2") == "李经理"), terminal.text()
    assert codes(meeting) == ["D1", "D2", "A1", "A2"]


def test_a_killed_windows_line_means_the_same_item_when_it_comes_back(jiyao: Starter, meeting: Path) -> None:
    terminal = jiyao("open", "last")
    terminal.expect("记录")
    terminal.type("A3 @李经理")
    store = Store.open(meeting)
    assert terminal.until(lambda: store.revision(MEETING) > 0 and _is_kept(meeting)), terminal.text()
    terminal.kill()
    from models.recorder import Recorder

    Recorder(store, MEETING).closing.confirm("attendance")
    store.close()
    again = jiyao("open", "last")
    again.expect("A2 @李经理")


def _is_kept(database: Path) -> bool:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(database)) as connection:
        return ("A3 @李经理",) in connection.execute("SELECT text FROM draft").fetchall()


def test_a_meeting_goes_into_the_trash_and_comes_back(jiyao: Starter, meeting: Path) -> None:
    terminal = jiyao()
    terminal.expect("新产品上市启动会")
    terminal.press("del")
    terminal.expect("已放入回收站：新产品上市启动会")
    terminal.expect("还没有会议")
    terminal.press("f8")
    terminal.expect("还剩 30 天")
    terminal.type("1")
    terminal.expect("已从回收站取回：新产品上市启动会")
    terminal.press("ctrl+q")


def test_a_meeting_begun_and_left_leaves_no_trace(jiyao: Starter, database: Path) -> None:
    terminal = jiyao()
    terminal.expect("还没有会议")
    terminal.press("ctrl+t")
    terminal.expect("会议主题")
    terminal.press("ctrl+q")
    assert terminal.wait_end() == 0
    again = jiyao()
    again.expect("还没有会议")


def test_the_sheet_completes_a_folder_and_asks_before_it_writes_over_a_file(
    jiyao: Starter, meeting: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "归档文件夹"
    folder.mkdir()
    terminal = jiyao("open", "last", size=(80, 24))
    terminal.expect("记录")
    terminal.press("ctrl+o")
    terminal.expect("写到哪里")
    terminal.press("ctrl+u")
    terminal.type(f"{tmp_path}/归")
    terminal.press("tab")
    terminal.expect("归档文件夹/")
    terminal.press("enter")
    terminal.expect("已导出")
    assert len(list(folder.iterdir())) == 1
    terminal.press("ctrl+o")
    terminal.expect("已有同名文件")
    terminal.press("enter")
    terminal.expect("两份都留")
    terminal.press("enter")
    terminal.expect("已导出")
    assert terminal.until(lambda: len(list(folder.glob("*.docx"))) == 2), terminal.text()
