"""The whole program as a recorder meets it: a meeting typed, walked through, closed and handed over; and crashes."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import termios
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from tests.terminal.conftest import Starter
from tests.terminal.terminal import Terminal
from tests.tui.shell import done

LAUNCH = Path(__file__).parents[1] / "data" / "launch.txt"
LINES = LAUNCH.read_text(encoding="utf-8").splitlines()


def rows(database: Path, sql: str) -> list[tuple[Any, ...]]:
    """What stands in the file at this moment, seen from outside."""
    outside = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)
    try:
        return outside.execute(sql).fetchall()
    finally:
        outside.close()


def typed_lines(database: Path) -> list[str]:
    """The lines that are durable, as they were typed."""
    return [text for (text,) in rows(database, "SELECT text FROM line ORDER BY rowid")]


def draft(database: Path) -> str:
    """The unfinished line that is kept."""
    return "".join(text for (text,) in rows(database, "SELECT text FROM draft"))


def closed(database: Path) -> bool:
    return bool(rows(database, "SELECT 1 FROM meeting WHERE closed_at IS NOT NULL"))


def say(terminal: Terminal, database: Path, line: str) -> None:
    """Types a line and Enter as a person does, and waits until it is durable."""
    before = len(typed_lines(database))
    terminal.type(line)
    terminal.settle(0.01)
    terminal.send(b"\r")
    assert terminal.until(lambda: len(typed_lines(database)) > before), (
        f"not stored: {line}\n{terminal.text()}"
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program is started, and therefore exports to."""
    found = tmp_path / "desk"
    found.mkdir()
    monkeypatch.chdir(found)
    return found


@pytest.fixture
def recording(jiyao: Starter, folder: Path) -> Terminal:
    """The record screen of a new meeting without any facts."""
    done("new", "--name", "还没有名字的会")
    terminal = jiyao("open", "last")
    terminal.expect("还没有名字的会")
    return terminal


@pytest.fixture
def recorded(recording: Terminal, database: Path) -> Terminal:
    """The launch meeting, typed line by line."""
    for line in LINES:
        say(recording, database, line)
    return recording


@pytest.fixture
def closed_meeting(recorded: Terminal, database: Path) -> Terminal:
    """The launch meeting after the recap: every page confirmed, the meeting closed."""
    recorded.press("f9")
    recorded.expect("会末回顾")
    for _page in range(12):
        if closed(database):
            return recorded
        recorded.press("enter")
    pytest.fail(f"the recap never closed the meeting:\n{recorded.text()}")


def meeting_of(reference: str) -> dict[str, Any]:
    """A meeting in its interchange form, without what no two recordings share: ids, times, the recap."""
    return _comparable(done("show", reference, "--json").json)


_OWN = {"id", "at", "closed_at", "closed_by", "confirmed_at", "confirmed_by", "head_count", "waivers"}


def _comparable(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _comparable(item) for key, item in value.items() if key not in _OWN}
    if isinstance(value, list):
        return [_comparable(item) for item in value]
    return value


# -- a whole meeting -------------------------------------------------------------------------------------------


def test_a_meeting_typed_and_closed_is_the_one_that_import_makes_and_its_document_says_so(
    closed_meeting: Terminal, folder: Path, database: Path
) -> None:
    typed = meeting_of("last")
    imported = meeting_of(done("import", LAUNCH).word)
    assert typed == imported

    closed_meeting.press("ctrl+o")
    closed_meeting.expect("写到哪里")
    closed_meeting.press("enter")
    assert closed_meeting.until(lambda: any(folder.glob("*.docx"))), closed_meeting.text()
    (file,) = folder.glob("*.docx")
    assert "2026年Q3新产品上市跨部门协作启动会" in file.name
    check_tables(file, typed)


def check_tables(file: Path, meeting: dict[str, Any]) -> None:
    """Everything decided stands in the document's tables, each in the row of its number."""
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows] for table in Document(str(file)).tables
    ]
    cells = {cells[0]: cells for table in tables for cells in table}
    everything = "\n".join(text for table in tables for row in table for text in row)
    for topic in meeting["topics"]:
        assert topic["title"] in cells[topic["number"]]
        for opinion in topic["opinions"]:
            assert plain(opinion["text"]) in plain(everything)
        for resolution in topic["resolutions"]:
            assert plain(resolution["text"]) in plain(" ".join(cells[resolution["number"]]))
        for action in topic["actions"]:
            row = plain(" ".join(cells[action["number"]]))
            assert plain(action["task"]) in row
            assert action["owner"] in row
    facts = meeting["meeting"]
    assert facts["theme"] in everything
    assert "客户拜访" in everything


def plain(text: str) -> str:
    """The words alone: the document ends sentences and sets signs its own way."""
    return re.sub(r"[\W_]+", "", text)


def test_the_document_becomes_pages_in_libreoffice(
    needs_libreoffice: str, database: Path, tmp_path: Path
) -> None:
    done("export", done("import", LAUNCH).word, "-o", tmp_path / "minutes.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    convert = [
        needs_libreoffice,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        tmp_path,
        tmp_path / "minutes.docx",
    ]
    subprocess.run(convert, check=True, capture_output=True)
    from pypdf import PdfReader

    pages = PdfReader(tmp_path / "minutes.pdf").pages
    text = plain("".join(page.extract_text() for page in pages))
    assert 1 <= len(pages) <= 6
    for words in (
        "2026年Q3新产品上市跨部门协作启动会",
        "产品上市日定为2026年10月15日",
        "提供产品功能亮点说明",
    ):
        assert plain(words) in text


# -- crashes and haste ------------------------------------------------------------------------------------------


def test_a_kill_while_typing_loses_no_accepted_line_and_not_the_unfinished_one(
    recording: Terminal, jiyao: Starter, database: Path
) -> None:
    for line in LINES[:14]:
        say(recording, database, line)
    recording.type("市场部：写到一半的话，还没有")
    assert recording.until(lambda: "还没有" in draft(database)), "the unfinished line was never kept"
    recording.kill()
    assert typed_lines(database) == LINES[:14]

    again = jiyao("open", "last")
    again.expect("市场部：写到一半的话，还没有")
    again.send("写完\r".encode())
    assert again.until(lambda: len(typed_lines(database)) == 15)
    assert typed_lines(database)[-1] == "市场部：写到一半的话，还没有写完"
    topics = done("show", "last", "--json").json["topics"]
    assert topics[0]["opinions"][-1]["text"].startswith("写到一半的话，还没有写完")


def test_fifty_lines_sent_at_once_are_fifty_entries_in_their_order(
    recording: Terminal, database: Path
) -> None:
    lines = [f"要点：第{number}件事" for number in range(1, 51)]
    recording.send("".join(f"{line}\r" for line in lines).encode())
    assert recording.until(lambda: len(typed_lines(database)) >= 50), recording.text()
    points = done("show", "last", "--json").json["topics"][0]["points"]
    assert [point["text"] for point in points] == [line.removeprefix("要点：") for line in lines]
    assert [point["seq"] for point in points] == sorted(point["seq"] for point in points)
    recording.expect("第50件事")


@pytest.mark.parametrize("line_discipline", ["from the first moment", "once the command has begun"])
def test_what_is_typed_before_the_first_frame_is_not_lost(
    jiyao: Starter, folder: Path, database: Path, line_discipline: str
) -> None:
    done("new", "--name", "心急的人")
    terminal = jiyao("open", "last")
    if line_discipline == "once the command has begun":
        assert terminal.until(lambda: not termios.tcgetattr(terminal.fd)[3] & termios.ECHO)
    terminal.send("要点：等不及了\r市场部：我也是\r写到一半".encode())
    assert terminal.until(lambda: len(typed_lines(database)) == 2), terminal.text()
    assert typed_lines(database) == ["要点：等不及了", "市场部：我也是"]
    terminal.expect("写到一半")


# -- terminals in which nothing can be shown ----------------------------------------------------------------------


def test_a_terminal_that_is_too_small_is_told_what_is_needed(jiyao: Starter, database: Path) -> None:
    done("new")
    terminal = jiyao("open", "last", size=(60, 20))
    assert terminal.wait_end() == 1
    assert terminal.shows("终端大小是 60x20")
    assert b"\x1b[?1049h" not in terminal.raw


def test_a_terminal_that_cannot_place_text_is_told(jiyao: Starter, database: Path) -> None:
    done("new")
    terminal = jiyao("open", "last", env={"TERM": "dumb"})
    assert terminal.wait_end() == 1
    assert terminal.shows("TERM=dumb")


def test_a_key_for_a_command_that_is_not_there_is_told(jiyao: Starter, folder: Path) -> None:
    config = folder / "config.toml"
    config.write_text('[keys]\nrecord.recpa = "f6"\n', encoding="utf-8")
    terminal = jiyao("demo", env={"JIYAO_CONFIG": str(config)})
    assert terminal.wait_end() == 1
    assert terminal.shows("record.recpa")
    assert b"\x1b[?1049h" not in terminal.raw


def test_a_key_of_ones_own_does_what_the_usual_one_does(
    recording: Terminal, jiyao: Starter, folder: Path
) -> None:
    config = folder / "config.toml"
    config.write_text('[keys]\nrecord.recap = "f6"\n', encoding="utf-8")
    terminal = jiyao("open", "last", env={"JIYAO_CONFIG": str(config)})
    terminal.expect("还没有名字的会")
    terminal.press("f6")
    terminal.expect("会末回顾")


def test_the_sample_meeting_opens_in_either_language_and_leaves_nothing_behind(
    jiyao: Starter, folder: Path
) -> None:
    for lang, words in (
        ("zh_CN", "客户服务平台升级项目启动会"),
        ("en", "Kick-off for the new customer service platform"),
    ):
        terminal = jiyao("demo", lang=lang, env={"TMPDIR": str(folder)})
        terminal.expect(words)
        assert list(folder.glob("jiyao-demo-*"))
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
        assert list(folder.iterdir()) == []
