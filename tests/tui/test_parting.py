"""What is said on leaving of lines that are not in the database."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

import pytest

from models import i18n
from models.held import HeldLines
from models.store.held import HeldFile
from models.store.windows import LiveWindows
from tui.parting import rescued, words

NOW = dt.datetime(2026, 9, 16, 14, 5)


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.use("en")


def held(folder: Path) -> HeldLines:
    return HeldLines(HeldFile(folder / "a.db", LiveWindows(folder / "a.db"), "meeting", "window"))


def test_nothing_is_said_where_everything_is_stored(tmp_path: Path) -> None:
    assert list(words([held(tmp_path)], None)) == []


def test_what_is_kept_is_counted_by_what_will_become_of_it(tmp_path: Path) -> None:
    found = held(tmp_path)
    found.hold(["one", "two"], "locked")
    found.hold(["three"], "stands in no entry", asks=True)
    waiting, asking = words([found], None)
    assert waiting.startswith("2 lines are not stored yet")
    assert asking.startswith("1 line asks")


def test_what_nothing_keeps_is_written_to_a_file_of_its_own_and_said_in_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "a file"))
    (tmp_path / "a file").write_text("")
    found = held(tmp_path / "gone")
    found.hold(["marketing: the one line", "half a lo\ud800ne surrogate"], "gone")
    assert not found.is_kept
    path = rescued(found.unkept, NOW)
    assert path == tmp_path / "jiyao-unsaved-20260916-140500.txt"
    assert path.read_text(encoding="utf-8").splitlines()[0] == "marketing: the one line"
    assert list(words([found], path)) == [f"Not stored; written to {path}:", *found.unkept]
    assert path.stat().st_mode & 0o077 == 0


def test_where_the_home_folder_takes_nothing_another_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "gone"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    path = rescued(["a line"], NOW)
    assert path is not None
    assert path.parent == tmp_path
