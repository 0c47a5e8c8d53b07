"""A topic polished in a real terminal, a crash while a sentence is written, and the same again after reopening."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from docx import Document

from models.meeting import Written
from models.recorder import Recorder
from models.store import Store
from tests.meetings.people import BEGINS
from tests.meetings.stored import MEETING
from tests.terminal.conftest import Starter
from tests.terminal.record import prepare, said, stored

pytestmark = pytest.mark.usefixtures("forked")

LINES = (
    "要点：现在流程有点乱",
    "要点：需求单没有统一格式",
    "市场部李经理：这个素材周五能搞定",
    "研发部：要提前7天",
    "决议：流程分为两种；执行：研发部",
)


@pytest.fixture
def closed(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A closed meeting; the program is started, and exports to, a folder of its own."""
    prepare(database, *LINES)
    store = Store.open(database)
    Recorder(store, MEETING, clock=lambda: BEGINS).closing.close("李经理")
    store.close()
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def written(database: Path) -> list[str]:
    """The written sentences as another program finds them."""
    return [row.text for row in stored(database).all(Written)]


def put_aside(database: Path) -> str:
    """The words of a sentence that is being written, as they are kept at this moment."""
    outside = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)
    try:
        return "".join(
            text for (text,) in outside.execute("SELECT text FROM draft WHERE \"window\" LIKE '%-polish'")
        )
    finally:
        outside.close()


def test_a_topic_is_polished_left_reopened_changed_again_and_exported(
    jiyao: Starter, closed: Path, database: Path
) -> None:
    before = said(database)
    first = jiyao()
    first.expect("待整理")
    first.press("enter")
    first.expect("写入纪要")
    first.press("pgdn")
    first.expect("1.2 预算分配")
    first.press("tab", "tab")
    first.expect("已选 2 句")
    first.press("enter", "ctrl+u")
    first.type("现行流程不清，需求单格式不一")
    first.press("enter")
    assert first.until(lambda: written(database) == ["现行流程不清，需求单格式不一"]), first.text()
    first.press("ctrl+n")
    first.expect("“搞定”改为“完成”")
    first.type("1")
    assert first.until(lambda: "这个素材周五能完成" in written(database)), written(database)
    first.press("ctrl+q")
    assert first.wait_end() == 0

    again = jiyao()
    again.expect("待整理")
    again.press("enter")
    again.expect("写入纪要")
    again.press("pgdn")
    again.expect("✎ 现行流程不清，需求单格式不一")
    again.press("enter")
    again.type("，须统一")
    again.press("enter")
    assert again.until(lambda: "现行流程不清，需求单格式不一，须统一" in written(database)), again.text()
    again.press("ctrl+o")
    again.expect("写到哪里")
    again.press("enter")
    assert again.until(lambda: any(closed.glob("*.docx"))), again.text()

    assert said(database) == before
    words = document_words(closed)
    assert "现行流程不清，需求单格式不一，须统一。" in words
    assert "这个素材周五能完成" in words
    assert "有点乱" not in words
    assert "搞定" not in words


def document_words(folder: Path) -> str:
    (file,) = folder.glob("*.docx")
    tables = Document(str(file)).tables
    return "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)


def test_a_kill_while_a_sentence_is_written_loses_no_word_of_it(
    jiyao: Starter, closed: Path, database: Path
) -> None:
    first = jiyao()
    first.expect("待整理")
    first.press("enter", "pgdn")
    first.expect("1.2 预算分配")
    first.press("enter")
    first.type("，写到一半")
    assert first.until(lambda: "写到一半" in put_aside(database)), first.text()
    first.kill()
    assert written(database) == []

    record = jiyao("open", "last")
    record.expect("跨部门协作启动会")
    assert not record.shows("写到一半")
    record.press("ctrl+q")
    assert record.wait_end() == 0

    again = jiyao()
    again.expect("待整理")
    again.press("enter", "pgdn", "enter")
    again.expect("✎ 现在流程有点乱，写到一半")
    again.press("enter")
    assert again.until(lambda: written(database) == ["现在流程有点乱，写到一半"]), again.text()
