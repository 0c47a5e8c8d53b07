"""The torture in short: each part runs, and what it looks for is found where it is."""

from __future__ import annotations

import pytest

from benchmarks.torture import hostile, kills, windows
from benchmarks.torture.__main__ import main
from benchmarks.torture.tally import Tally


def test_a_short_round_of_hostile_text_breaks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hostile, "LINES", 130)
    monkeypatch.setattr(hostile, "RAW", 6)
    found = hostile.inputs(1)
    assert found.faults == []
    assert found.counts["inputs"] == 130


def test_some_kills_lose_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kills, "LIVES", 2)
    found = kills.lives(2)
    assert found.faults == []


def test_two_windows_lose_nothing() -> None:
    assert windows.recorded(1, 6).faults == []


def test_a_part_nobody_has_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nothing=3"]) == 2
    assert "no part is called nothing" in capsys.readouterr().err


def test_a_fault_says_how_to_repeat_it() -> None:
    tally = Tally()
    tally.expect(False, 7, "lost: 要点")
    tally.expect(True, 8, "kept")
    assert tally.faults == ["seed=7: lost: 要点"]
