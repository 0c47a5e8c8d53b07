"""Any byte may come from the keyboard or in a paste: it costs a character at most, never the program."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.meetings.stored import MEETING
from tests.terminal.conftest import Starter
from tests.terminal.record import draft, prepare, said
from tests.terminal.terminal import Terminal

STRANGE = {
    "a character of a GBK terminal": b"\xc4\xe3",
    "no character anywhere": b"\xff",
    "Latin-1, or a key with Alt": b"\xe9",
    "half a character": "你".encode()[:2],
    "half of a pair": b"\xed\xa0\x80",
    "half of a pair by its number": b"\x1b[55296u",
    "a number that is no character": b"\x1b[1114112u",
}


def test_recording_goes_on_over_bytes_that_are_no_character(jiyao: Starter, database: Path) -> None:
    prepare(database)
    term = jiyao("open", MEETING)
    term.expect("议题：")
    for number, (kind, strange) in enumerate(STRANGE.items()):
        term.send("前半".encode() + strange + "后半\r".encode())
        term.line(f"下一条{number}")
        assert term.until(lambda last=f"下一条{number}": said(database)[-1:] == [last]), (kind, term.text())
        first = said(database)[-2]
        assert first.startswith("前半"), kind
        assert first.endswith("后半"), kind
        term.paste(f"粘前{number}")
        term.send(b"\x1b[200~" + strange + b"\x1b[201~")
        term.line("粘后")
        pasted = f"粘前{number}"
        assert term.until(lambda begins=pasted: said(database)[-1].startswith(begins)), (kind, term.text())
        assert term.exit is None, kind
        assert not term.shows("Traceback"), kind
    assert len(said(database)) == 3 * len(STRANGE)


def test_a_terminal_of_another_encoding_is_told_of(jiyao: Starter, database: Path) -> None:
    prepare(database)
    term = jiyao("open", MEETING)
    term.expect("议题：")
    term.send("市场部".encode("gbk"))
    term.expect("终端发来的字节不是 UTF-8")


def test_a_gbk_terminal_is_read_and_written_in_its_own_encoding(jiyao: Starter, database: Path) -> None:
    prepare(database)
    term = jiyao("open", MEETING, env={"LANG": "zh_CN.GBK"}, parse=False)
    assert term.wait_raw("推广流程".encode("gbk"))
    term.send("市场部：先试点\r".encode("gbk"))
    assert term.until(lambda: said(database) == ["先试点"])
    assert term.wait_raw("先试点".encode("gbk"))


FAULTY = """
import tempfile, tui.failure, tui.terminal
from tui.command import main
def broken(self, data):
    if "坏" in data:
        raise RuntimeError("nobody foresaw this")
    return read(self, data)
read = tui.terminal.OrderlyParser.feed
tui.terminal.OrderlyParser.feed = broken
tempfile.tempdir = {folder!r}
main(["open", {meeting!r}])
"""


def test_an_error_in_the_thread_of_the_keys_is_told_in_one_line(database: Path, tmp_path: Path) -> None:
    prepare(database)
    code = FAULTY.format(folder=str(tmp_path), meeting=MEETING)
    env = {"JIYAO_DB": str(database), "JIYAO_LANG": "zh_CN"}
    term = Terminal([sys.executable, "-c", code], 120, 36, env=env)
    term.expect("议题：")
    term.type("说到一半")
    term.expect("› 说到一半")
    term.type("坏")
    assert term.wait_end() == 1
    assert term.shows("程序出错（RuntimeError）")
    assert not term.shows("Traceback")
    assert "nobody foresaw this" in next(tmp_path.glob("jiyao-*.txt")).read_text(encoding="utf-8")
    assert draft(database) == "说到一半"
    term.close()
