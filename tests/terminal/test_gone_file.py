"""The file under an open window is moved, deleted, replaced or broken: said at once, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from models.store import Store
from tests.meetings.stored import MEETING
from tests.terminal.conftest import Starter
from tests.terminal.record import draft, prepare, said
from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.usefixtures("forked")


def moved(database: Path, _backup: Path) -> None:
    database.rename(database.with_name("elsewhere.db"))


def deleted(database: Path, _backup: Path) -> None:
    for file in database.parent.glob(f"{database.name}*"):
        file.unlink()


def replaced(database: Path, backup: Path) -> None:
    """As a program that synchronises folders does, which keeps the other file as a copy."""
    database.rename(database.with_name("conflict.db"))
    shutil.copy(backup, database)


def overwritten(database: Path, backup: Path) -> None:
    shutil.copyfile(backup, database)


def emptied(database: Path, _backup: Path) -> None:
    os.truncate(database, 0)


def broken(database: Path, _backup: Path) -> None:
    os.truncate(database, database.stat().st_size // 2)


WHAT = {
    moved: "已不在原处",
    deleted: "已不在原处",
    replaced: "被另一个文件替换",
    overwritten: "被另一个文件替换",
    emptied: "已损坏",
    broken: "已损坏",
}


def opened(jiyao: Starter, database: Path) -> tuple[Terminal, Path]:
    """The record screen over a meeting with one line, and a backup from before that line."""
    prepare(database)
    backup = database.with_name("backup.db")
    store = Store.open(database)
    store.backup(backup)
    store.close()
    term = jiyao("open", MEETING)
    term.expect("议题：")
    term.line("市场部：第一条")
    assert term.until(lambda: said(database) == ["第一条"])
    term.settle(0.7)
    return term, backup


@pytest.mark.parametrize("happens", WHAT, ids=lambda happens: happens.__name__)
def test_it_is_said_before_the_next_key_and_everything_goes_to_a_new_file(
    jiyao: Starter, database: Path, happens: Callable[[Path, Path], None]
) -> None:
    term, backup = opened(jiyao, database)
    happens(database, backup)
    term.expect(WHAT[happens])
    term.expect("可保住")
    term.expect("✗ 未存")
    term.type("说到一半")
    term.press("ctrl+p")
    term.type("新文件")
    term.press("enter")
    term.expect("会议在其中继续")
    term.line("，说完了")
    (new,) = database.parent.glob("jiyao-*.db")
    assert term.until(lambda: said(new) == ["第一条", "说到一半，说完了"]), term.text()
    term.press("ctrl+q")
    assert term.wait_end() == 0
    assert new.name.encode() in term.raw


@pytest.mark.parametrize("happens", [replaced, overwritten], ids=lambda happens: happens.__name__)
def test_what_took_the_place_of_the_file_is_whole_afterwards(
    jiyao: Starter, database: Path, happens: Callable[[Path, Path], None]
) -> None:
    term, backup = opened(jiyao, database)
    happens(database, backup)
    term.expect(WHAT[happens])
    term.press("ctrl+q")
    term.wait_end()
    with sqlite3.connect(database) as outside:
        assert outside.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert said(database) == []


@pytest.mark.parametrize("happens", WHAT, ids=lambda happens: happens.__name__)
def test_leaving_keeps_everything_in_a_new_file_unasked(
    jiyao: Starter, database: Path, happens: Callable[[Path, Path], None]
) -> None:
    term, backup = opened(jiyao, database)
    happens(database, backup)
    term.type("没来得及")
    term.press("ctrl+q")
    assert term.wait_end() == 0
    (new,) = database.parent.glob("jiyao-*.db")
    assert said(new) == ["第一条"]
    assert draft(new) == "没来得及"
    assert new.name.encode() in term.raw


def test_a_line_entered_right_after_the_file_was_replaced_is_not_said_to_be_stored(
    jiyao: Starter, database: Path
) -> None:
    term, backup = opened(jiyao, database)
    overwritten(database, backup)
    term.line("市场部：第二条")
    term.expect("被另一个文件替换")
    assert not term.shows("✓ 市场部的意见")
    assert said(database) == [], "another window opens the backup"


def test_a_file_that_was_moved_is_whole_where_it_is_now(jiyao: Starter, database: Path) -> None:
    term, backup = opened(jiyao, database)
    moved(database, backup)
    term.expect(WHAT[moved])
    term.kill()
    assert said(database.with_name("elsewhere.db")) == ["第一条"]


def test_a_file_put_back_is_written_to_again(jiyao: Starter, database: Path) -> None:
    term, backup = opened(jiyao, database)
    moved(database, backup)
    term.expect(WHAT[moved])
    database.with_name("elsewhere.db").rename(database)
    term.expect("数据库又可以用了")
    term.line("市场部：第二条")
    assert term.until(lambda: said(database) == ["第一条", "第二条"]), term.text()


def test_a_backup_copied_over_what_a_kill_left_is_whole(jiyao: Starter, database: Path) -> None:
    term, backup = opened(jiyao, database)
    term.kill()
    assert database.with_name(f"{database.name}-wal").stat().st_size
    shutil.copyfile(backup, database)
    assert said(database) == []
    with sqlite3.connect(database) as outside:
        assert outside.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("happens", [deleted, overwritten], ids=lambda happens: happens.__name__)
def test_lines_typed_after_it_went_away_are_in_the_new_file_in_order(
    jiyao: Starter, database: Path, happens: Callable[[Path, Path], None]
) -> None:
    term, backup = opened(jiyao, database)
    happens(database, backup)
    term.type("市场部：第二条\r市场部：第三条\r说到一半")
    term.expect("2行未存入")
    term.press("ctrl+q")
    assert term.wait_end() == 0
    (new,) = database.parent.glob("jiyao-*.db")
    assert said(new) == ["第一条", "第二条", "第三条"]
    assert draft(new) == "说到一半"
    assert not list(database.parent.glob(".*.held-*"))


def test_lines_typed_while_it_was_away_go_in_when_it_is_put_back(jiyao: Starter, database: Path) -> None:
    term, backup = opened(jiyao, database)
    moved(database, backup)
    term.type("市场部：第二条\r市场部：第三条\r")
    term.expect("2行未存入")
    database.with_name("elsewhere.db").rename(database)
    assert term.until(lambda: said(database) == ["第一条", "第二条", "第三条"]), term.text()


def test_nothing_is_left_beside_where_a_file_was_that_was_moved(jiyao: Starter, database: Path) -> None:
    term, backup = opened(jiyao, database)
    moved(database, backup)
    term.expect(WHAT[moved])
    term.press("ctrl+q")
    assert term.wait_end() == 0
    assert [file.name for file in database.parent.glob(f"{database.name}*")] == []
    assert said(database.with_name("elsewhere.db")) == ["第一条"]


def test_an_empty_log_that_another_window_still_uses_stays(jiyao: Starter, database: Path) -> None:
    term, backup = opened(jiyao, database)
    other = jiyao("open", MEETING)
    other.expect("第一条")
    moved(database, backup)
    term.expect(WHAT[moved])
    other.expect(WHAT[moved])
    term.press("ctrl+q")
    assert term.wait_end() == 0
    database.with_name("elsewhere.db").rename(database)
    other.line("市场部：第二条")
    assert other.until(lambda: said(database) == ["第一条", "第二条"]), other.text()
