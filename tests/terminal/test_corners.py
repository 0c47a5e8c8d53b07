"""What is rare in a shell and at a start: nowhere to write, no key, no possible date, a signal before the screen."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import termios
import time
from contextlib import closing
from pathlib import Path

import pytest

from models.demo import add_sample
from models.store import Store
from models.store.files import open_archive
from tests.meetings.stored import MEETING, Clock, open_store, typed
from tests.terminal.conftest import Starter
from tests.tui.shell import PROGRAM, done, inside, refused
from tui.commands.screens import _clear_demos


def through_a_shell(command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "words", ["list", "list --json", "show last", "show last --json", "parse 市场部：好"]
)
@pytest.mark.parametrize("where", [">&-", ">/dev/full"])
def test_an_answer_that_cannot_be_written_is_refused_in_one_line(
    database: Path, words: str, where: str
) -> None:
    if where == ">/dev/full" and not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    done("new", "--name", "预算协调会")
    answer = through_a_shell(f"'{PROGRAM}' {words} {where}")
    assert answer.returncode == 1
    assert len(answer.stderr.splitlines()) == 1, answer.stderr
    assert "无法写出结果" in answer.stderr


def test_a_key_that_is_none_is_named_before_anything_is_drawn(
    jiyao: Starter, tmp_path: Path, database: Path
) -> None:
    done("new", "--name", "预算协调会")
    for number, key in enumerate(('""', '"ctrl+"', '["f4", "two keys"]')):
        config = tmp_path / f"{number}.toml"
        config.write_text(f'[keys]\n"record.recap" = {key}\n', encoding="utf-8")
        term = jiyao("open", "last", env={"JIYAO_CONFIG": str(config)})
        assert term.wait_end() == 1
        assert b"record.recap" in term.raw
        assert "不是按键".encode() in term.raw
    assert not list(tmp_path.glob("jiyao-*.txt"))


DATES = ("9999-12-31T23:59", "0001-01-01T00:00")


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("field", ["next_at", "starts_at", "ends_at"])
def test_a_date_at_the_end_of_time_is_refused_by_its_field(
    tmp_path: Path, database: Path, field: str, date: str
) -> None:
    file = tmp_path / "minutes.json"
    file.write_text(f'{{"format": "jiyao-meeting/1", "meeting": {{"{field}": "{date}"}}}}', encoding="utf-8")
    assert field in refused("import", file)


def test_a_year_in_which_nobody_meets_is_no_date_of_a_line(database: Path) -> None:
    (found,) = done("parse", "行动：市场部出方案 、9999-12-31前", "--json").json
    assert found["due"] is None
    assert "9999" in refused("new", "--at", "9999-12-31 23:59")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A file with the sample meeting, and the meeting's id."""
    path = tmp_path_factory.mktemp("sample") / "jiyao.db"
    store = Store.open(path)
    meeting = add_sample(store, "zh_CN")
    store.close()
    return path, meeting


@pytest.mark.parametrize("date", [*DATES, "garbage", "2026-13-40", ""])
def test_dates_written_from_outside_that_are_none_cost_no_traceback(
    tmp_path: Path, database: Path, sample: tuple[Path, str], date: str
) -> None:
    file, meeting = sample
    shutil.copy(file, database)
    with closing(sqlite3.connect(database)) as outside, outside:
        outside.execute("UPDATE meeting SET starts_at = ?, ends_at = ?, next_at = ?", (date,) * 3)
        outside.execute("UPDATE action SET due = ?", (date,))
        outside.execute("UPDATE open_issue SET revisit = ?", (date,))
    for words in (
        ("list",),
        ("show", meeting),
        ("check", meeting),
        ("actions", "--overdue"),
        ("show", meeting, "--json"),
    ):
        assert inside(*words).status == 0
    for name in ("m.docx", "m.md", "m.txt", "m.json"):
        done("export", meeting, "-o", tmp_path / name)
    done("agenda", meeting, "-o", tmp_path / "a.docx")
    for command in ("export", "agenda"):
        refused(command, meeting, "-o", tmp_path / "m.ics")


@pytest.fixture
def only_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A backup on a medium that cannot be written, as the system says of it."""
    done("new", "--name", "预算协调会")
    folder = tmp_path / "medium"
    folder.mkdir()
    done("backup", folder / "old.db")
    really = os.access
    monkeypatch.setattr(
        os,
        "access",
        lambda path, mode: (
            not str(path).startswith(str(folder)) and really(path, mode)
            if mode == os.W_OK
            else really(path, mode)
        ),
    )
    return folder / "old.db"


def test_a_backup_on_a_medium_that_cannot_be_written_is_shown_and_exported(
    only_read: Path, tmp_path: Path
) -> None:
    before = sorted(only_read.parent.iterdir())
    assert "预算协调会" in done("list", "--db", only_read).out
    assert "预算协调会" in done("show", "last", "--db", only_read).out
    done("search", "预算", "--db", only_read)
    done("actions", "--db", only_read)
    done("check", "last", "--db", only_read)
    done("export", "last", "-o", tmp_path / "m.docx", "-o", tmp_path / "m.txt", "--db", only_read)
    assert inside("new", "--db", only_read).status == 1
    assert sorted(only_read.parent.iterdir()) == before


def test_what_has_to_be_written_before_it_can_be_read_is_not_read_in_part(
    database: Path, tmp_path: Path
) -> None:
    store = Store.open(database)
    typed(store, "市场部：先试点")
    copy = tmp_path / "copy.db"
    shutil.copy(database, copy)
    shutil.copy(f"{database}-wal", f"{copy}-wal")
    store.close()
    with pytest.raises(Exception, match=r"copy\.db"):
        open_archive(copy)


def test_the_draft_kept_last_is_offered_though_the_clock_was_set_back(tmp_path: Path) -> None:
    clock = Clock()
    store = Store.open(tmp_path / "a.db", clock=clock)
    typed(store)
    for window, text, day in (
        ("one", "先打的", 17),
        ("two", "后打的", 16),
        ("one", "先打的又改", 17),
        ("two", "最后打的", 15),
    ):
        clock.now = clock.now.replace(day=day)
        store.keep_draft(MEETING, window, text, 0)
    store.close()
    again = open_store(tmp_path / "a.db")
    found = again.draft(MEETING, "three")
    assert found is not None
    assert found.text == "最后打的"
    again.close()


def test_what_a_killed_program_left_unfinished_is_cleared(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    typed(store)
    old, new, other = (tmp_path / f".a.db.{name}" for name in ("abcdefgh12", "abcdefgh34", "held-lines"))
    for file in (old, new, other):
        file.touch()
    for file in (old, other):
        os.utime(file, (time.time() - 7200,) * 2)
    store.keep_draft(MEETING, "window", "说到一半", 0)
    assert (old.exists(), new.exists(), other.exists()) == (False, True, True)
    store.close()


def test_demos_that_were_killed_days_ago_are_cleared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for name, age in (("jiyao-demo-old", 2 * 86400), ("jiyao-demo-new", 60), ("other", 2 * 86400)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "demo.db").touch()
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    _clear_demos()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["jiyao-demo-new", "other"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_before_the_first_frame_leaves_the_terminal_as_it_was(
    jiyao: Starter, database: Path, number: signal.Signals
) -> None:
    done("new", "--name", "预算协调会")
    term = jiyao("open", "last")
    assert term.until(lambda: not termios.tcgetattr(term.fd)[3] & termios.ECHO)
    os.kill(term.pid, number)
    assert term.wait_end() is not None
    assert termios.tcgetattr(term.fd)[3] & termios.ECHO
    assert not term.shows("Traceback")
