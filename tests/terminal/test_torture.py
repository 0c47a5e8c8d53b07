"""The torture in short: each part runs, and what it looks for is found where it is."""

from __future__ import annotations

from functools import partial

import pytest

from benchmarks.torture import hands, hostile, kills, locks, windows
from benchmarks.torture.__main__ import PARTS, main
from benchmarks.torture.table import Row, table
from benchmarks.torture.tally import LOST, Tally
from tests.terminal.fork_server import ForkServer
from tests.terminal.terminal import Terminal


@pytest.fixture(autouse=True)
def begun_at_once(forked: ForkServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """`make torture` begins each program from the disk, and kills some of them while they load."""
    monkeypatch.setattr(hands, "Terminal", partial(Terminal, begin=forked))


def test_a_short_round_of_hostile_text_breaks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hostile, "LINES", 130)
    monkeypatch.setattr(hostile, "BYTES", 6)
    found = hostile.inputs(1)
    assert found.faults == []
    assert found.counts[hostile.UNIT] == 130


def test_some_kills_lose_nothing() -> None:
    found = kills.lives(2, 2)
    assert found.faults == []
    assert found.counts["accepted lines"]


def test_lines_pasted_and_lines_that_wait_outlast_a_kill() -> None:
    found = kills.lives(3, 2, first=5)
    assert found.faults == []
    assert found.counts["whole lines not yet accepted"] >= 5


@pytest.mark.parametrize("kind", [0, 7])
def test_a_locked_file_and_one_that_was_replaced_lose_nothing(kind: int) -> None:
    lost = [fault for fault in locks.troubled(1, kind).faults if not fault.startswith("late")]
    assert lost == []


def test_two_windows_lose_nothing() -> None:
    assert windows.recorded(1, 6).faults == []


def test_a_part_nobody_has_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nothing=3"]) == 2
    assert "no part is called nothing" in capsys.readouterr().err


def test_a_fault_says_how_to_repeat_it_and_stands_in_its_column() -> None:
    tally = Tally()
    tally.expect(False, LOST, 7, "要点")
    tally.expect(True, LOST, 8, "kept")
    assert tally.faults == ["lost seed=7: 要点"]
    told = table([Row("kills", "kills", 10, tally)], 7, 60)
    assert "0 of 10 kills" in told
    assert "kills lost seed=7: 要点" in told


def test_every_part_says_how_much_it_is_asked_for() -> None:
    assert {*PARTS} == {"kills", "locks", "places", "windows", "hours", "hostile"}
