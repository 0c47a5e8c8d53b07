"""A file that takes nothing for a while, and lines that ask: nothing is glued to the next line, nothing is lost."""

from __future__ import annotations

import os
import pty
import resource
import signal
import subprocess
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.locks import locked
from tests.meetings.stored import MEETING
from tests.support import missing
from tests.terminal.conftest import PROGRAM, Starter
from tests.terminal.record import draft, prepare, ready, said
from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.usefixtures("forked")

SIX = [f"第{n}句" for n in range(6)]


@contextmanager
def full(term: Terminal, limit: int = 4096) -> Iterator[None]:
    """Within it the program can make no file longer than this."""
    if not hasattr(resource, "prlimit"):
        missing("prlimit, which Linux alone has")
    before = resource.prlimit(term.pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        if term.exit is None:
            resource.prlimit(term.pid, resource.RLIMIT_FSIZE, before)


@pytest.fixture
def term(jiyao: Starter, database: Path) -> Terminal:
    prepare(database)
    opened = jiyao("open", MEETING)
    ready(opened)
    return opened


def test_six_lines_typed_while_another_program_holds_the_file_are_six_entries(
    term: Terminal, database: Path
) -> None:
    with locked(database):
        for n, line in enumerate(SIX, 1):
            term.line(f"要点：{line}")
            term.expect(f"{n}行未存入")
        term.type("说到一半")
        term.expect("› 说到一半")
        assert term.shows("数据库被锁定")
        assert term.shows("✗ 未存")
        assert said(database) == []
    assert term.until(lambda: said(database) == SIX), term.text()
    term.expect_gone("未存入")
    assert term.shows("› 说到一半"), "what is being typed is not touched"


def test_a_held_line_and_what_it_asks_have_the_whole_width(jiyao: Starter, database: Path) -> None:
    prepare(database)
    term = jiyao("open", MEETING, size=(80, 24))
    ready(term)
    long = "这一句话有三十三个字长，在八十列的屏幕上应该一个字都不少地看得见"
    with locked(database):
        term.line(f"要点：{long}")
        term.expect("1行未存入")
        assert term.until(lambda: "数据库被锁定" in term.text())
        assert long in term.text()
    assert term.until(lambda: said(database) == [long]), term.text()
    term.line("A9 @一个名字很长而且谁也没有听说过的同事，他明天才到会场")
    term.expect("1行未存入")
    term.expect("没有A9：还没有任何编号。")
    assert "明天才到会场" in term.text()


def test_lines_that_come_all_at_once_stay_apart_too(term: Terminal, database: Path) -> None:
    with locked(database):
        term.type("".join(f"要点：{line}\r" for line in SIX) + "后面")
        term.expect("6行未存入")
    assert term.until(lambda: said(database) == SIX), term.text()
    term.expect("› 后面")


def test_six_lines_typed_while_nothing_can_be_written_are_six_entries(term: Terminal, database: Path) -> None:
    with full(term):
        for n, line in enumerate(SIX, 1):
            term.line(f"要点：{line}")
            term.expect(f"{n}行未存入")
    assert term.until(lambda: said(database) == SIX), term.text()


def test_while_nothing_can_be_written_nothing_says_that_it_can(term: Terminal, database: Path) -> None:
    with full(term):
        term.line("要点：第一句")
        term.expect("1行未存入")
        for _ in range(6):
            # The clock of the program strikes once a second.
            term.settle(0.4)
            assert not term.shows("又可以用了"), term.text()
    assert term.until(lambda: said(database) == ["第一句"]), term.text()


@pytest.mark.parametrize("limit", [0, 4096])
def test_a_line_whose_beginning_was_unfinished_on_a_full_disk_is_not_offered_again(
    jiyao: Starter, database: Path, limit: int
) -> None:
    prepare(database)
    term = jiyao("open", MEETING)
    term.expect("议题：")
    with full(term, limit):
        term.type("要点：第一")
        term.settle(1.2)
        term.type("句\r")
        term.expect("1行未存入")
    assert term.until(lambda: said(database) == ["第一句"]), term.text()
    assert term.until(lambda: draft(database) == "")
    assert term.until(lambda: not held_files(database))
    term.kill()
    again = jiyao("open", MEETING)
    again.expect("议题：")
    again.settle()
    assert not again.shows("› 要点")


def test_a_kill_while_lines_wait_loses_none_and_doubles_none(
    jiyao: Starter, term: Terminal, database: Path
) -> None:
    with locked(database):
        for line in SIX:
            term.line(f"要点：{line}")
        term.expect("6行未存入")
        term.type("说到一半")
        assert term.until(lambda: any("说到一半" in p.read_text() for p in held_files(database)))
        term.kill()
        again = jiyao("open", MEETING)
        again.expect("6行未存入")
        again.expect("› 说到一半")
    assert again.until(lambda: said(database) == SIX), again.text()
    again.line("，说完了")
    assert again.until(lambda: said(database) == [*SIX, "说到一半，说完了"])
    assert again.until(lambda: not held_files(database))


def held_files(database: Path) -> list[Path]:
    return [p for p in database.parent.glob(f".{database.name}.held-*") if not p.name.endswith("~")]


def test_a_correction_that_misses_is_held_and_the_lines_after_it_are_stored(
    jiyao: Starter, database: Path
) -> None:
    prepare(database, "市场部：先做一版方案")
    term = jiyao("open", MEETING)
    term.expect("先做一版方案")
    for line in ("更正：方安=>计划", "研发部：两周太短", "市场部：方安那就三周"):
        term.line(line)
    assert term.until(lambda: said(database) == ["先做一版方案", "两周太短", "方安那就三周"]), term.text()
    term.expect("1行未存入")
    assert term.shows("更正：方安=>计划"), "held with its reason, though by now it would fit"
    term.press("up")
    term.expect("› 更正：方安=>计划")
    term.expect_gone("未存入")
    term.press("ctrl+u")
    assert said(database) == ["先做一版方案", "两周太短", "方安那就三周"]


def test_del_drops_the_last_line_and_undo_brings_it_back_into_the_bar(term: Terminal, database: Path) -> None:
    term.line("更正：没有=>不会有")
    term.line("A9 @李经理")
    term.line("更正：甲甲=>乙乙")
    term.expect("甲甲=>乙乙")
    term.press("del")
    term.expect("已丢弃：更正：甲甲=>乙乙")
    term.press("ctrl+z")
    term.expect("› 更正：甲甲=>乙乙")


def test_saved_says_what_is_not(term: Terminal, database: Path) -> None:
    term.line("更正：没有=>不会有")
    term.expect("1行未存入")
    with locked(database):
        term.line("要点：锁着")
        term.expect("2行未存入")
        term.press("ctrl+s")
        term.expect("等待存入 1 行；待改未存 1 行")
        assert not term.shows("全部已保存")


def test_saved_says_that_the_line_in_the_bar_is_no_entry_yet(term: Terminal) -> None:
    term.line("要点：第一句")
    term.expect("第一句")
    term.type("说到一半")
    term.press("ctrl+s")
    term.expect("输入栏里的这行已保住但尚未记下，Enter 记下")
    term.press("ctrl+u", "ctrl+s")
    term.expect("全部已保存")
    assert not term.shows("尚未记下")
    term.press("up", "ctrl+s")
    term.expect("输入栏里的修改已保住但尚未生效，Enter 生效")


# -- leaving -----------------------------------------------------------------------------------------------------


def test_quitting_while_lines_wait_says_so_and_they_go_in_at_the_next_start(
    jiyao: Starter, term: Terminal, database: Path
) -> None:
    with locked(database):
        term.line("要点：被拒的一句")
        term.expect("1行未存入")
        term.type("后面的字")
        term.press("ctrl+q")
        assert term.wait_end() == 0
        assert "有 1 行尚未存入".encode() in term.raw
        shown = jiyao("show", MEETING)
        assert shown.wait_end() == 0
        assert "本会议有 1 行尚未存入".encode() in shown.raw
    again = jiyao("open", MEETING)
    again.expect("› 后面的字")
    assert again.until(lambda: said(database) == ["被拒的一句"])


def test_quitting_says_that_the_line_in_the_bar_is_no_entry_yet(
    jiyao: Starter, term: Terminal, database: Path
) -> None:
    term.line("要点：第一句")
    term.type("说到一半")
    term.expect("› 说到一半")
    term.press("ctrl+q")
    assert term.wait_end() == 0
    assert "尚未记下的一行已保住，再回到那个界面时仍在：说到一半".encode() in term.raw
    again = jiyao("open", MEETING)
    again.expect("› 说到一半")
    again.press("ctrl+u", "ctrl+q")
    assert again.wait_end() == 0
    assert "尚未记下".encode() not in again.raw


def test_quitting_asks_where_something_is_kept_nowhere_and_then_prints_it(
    jiyao: Starter, database: Path, tmp_path: Path
) -> None:
    prepare(database)
    term = jiyao("open", MEETING, env={"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")})
    term.expect("议题：")
    with full(term, 0):
        term.line("要点：哪儿也存不下")
        term.expect("未保住：退出就会丢失")
        term.press("ctrl+s")
        term.expect("未保住 1 行")
        assert term.shows("要点：哪儿也存不下")
        term.press("ctrl+q")
        term.expect("再按 Ctrl+Q")
        assert term.exit is None
        term.press("ctrl+q")
        assert term.wait_end() == 0
    assert "要点：哪儿也存不下".encode() in term.raw.rpartition(b"\x1b[?1049l")[2]


def test_what_was_kept_nowhere_is_kept_as_soon_as_there_is_room(
    jiyao: Starter, database: Path, tmp_path: Path
) -> None:
    prepare(database)
    term = jiyao("open", MEETING, env={"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")})
    term.expect("议题：")
    with full(term, 0):
        term.line("更正：没有=>不会有")
        term.expect("未保住：退出就会丢失")
    term.expect_gone("未保住")
    term.press("ctrl+q")
    assert term.wait_end() == 0
    assert "有 1 行待改".encode() in term.raw


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_lines_wait_leaves_them_beside_the_database(
    jiyao: Starter, term: Terminal, database: Path, number: signal.Signals
) -> None:
    with locked(database):
        term.line("要点：被拒的一句")
        term.expect("1行未存入")
        term.type("后面的字")
        term.expect("› 后面的字")
        term.kill(number, grace=10.0)
    again = jiyao("open", MEETING)
    again.expect("› 后面的字")
    assert again.until(lambda: said(database) == ["被拒的一句"])


def test_a_terminal_that_is_gone_without_a_signal_ends_the_program_in_order(database: Path) -> None:
    prepare(database)
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(ours, (36, 120))
    env = {**os.environ, "JIYAO_DB": str(database), "TERM": "xterm-256color"}
    # In a session of its own it has no controlling terminal, so that no signal tells it.
    program = subprocess.Popen(
        [PROGRAM, "open", MEETING],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=env,
        start_new_session=True,
    )
    os.close(theirs)
    seen = b""
    while "议题：".encode() not in seen:
        seen += os.read(ours, 65536)
    os.write(ours, "要点：第一句\r说到一半".encode())
    while "说到一半".encode() not in seen:
        seen += os.read(ours, 65536)
    os.close(ours)
    try:
        program.wait(30)
    finally:
        program.kill()
        program.wait()
    assert said(database) == ["第一句"]
    assert draft(database) == "说到一半"


# -- pasting -----------------------------------------------------------------------------------------------------


def test_a_kill_while_pasted_lines_are_taken_in_loses_none_and_doubles_none(
    jiyao: Starter, term: Terminal, database: Path
) -> None:
    pasted = [f"第{n}行" for n in range(300)]
    term.paste("\n".join(f"要点：{line}" for line in pasted))
    term.expect("300 行，各为一条")
    term.press("enter")
    assert term.until(lambda: len(said(database)) > 20)
    term.kill()
    first = said(database)
    assert first == pasted[: len(first)]
    again = jiyao("open", MEETING)
    assert again.until(lambda: len(said(database)) == 300, 60), again.text()
    assert said(database) == pasted
    assert draft(database) == ""


def test_what_is_typed_while_pasted_lines_go_in_comes_behind_them(term: Terminal, database: Path) -> None:
    pasted = [f"第{n}行" for n in range(60)]
    term.paste("\n".join(f"要点：{line}" for line in pasted))
    term.expect("60 行，各为一条")
    term.type("\r要点：最后一句\r")
    assert term.until(lambda: len(said(database)) == 61, 60), term.text()
    assert said(database) == [*pasted, "最后一句"]


def test_the_newest_of_the_lines_that_waited_is_in_view(term: Terminal, database: Path) -> None:
    lines = [f"第{n}句" for n in range(20)]
    with locked(database):
        term.type("".join(f"要点：{line}\r" for line in lines))
        term.expect("20行未存入")
    assert term.until(lambda: said(database) == lines), term.text()
    term.expect_gone("未存入")
    term.expect("讨论要点 第19句")
