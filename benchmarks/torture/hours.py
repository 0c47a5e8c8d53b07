"""A working day in some minutes: a clock that runs a hundred times as fast, and hands that are never still."""

from __future__ import annotations

import random
import re
import sys
import time
from functools import partial
from pathlib import Path

from benchmarks.measuring import ROOT, SIZE, scratch
from benchmarks.torture.hands import Hands, TimeUpError, opened
from benchmarks.torture.left import left
from benchmarks.torture.tally import BROKEN, DOUBLED, ENDED, LATE, LOST, Tally
from tests.meetings.stored import MEETING
from tests.terminal.record import prepare
from tests.terminal.terminal import Terminal

FIGURE = 8
SHORT = 1
UNIT = "hours"
FASTER = 100
MEGABYTES = 30
"""By so much memory may grow from the first minutes to the last; how much it is altogether `make bench` asks."""
PROGRAM = f"""
import datetime as dt, sys, time
from tui import command
began, real = time.time(), dt.datetime
class Fast(real):
    @classmethod
    def now(cls, tz=None):
        return real(2026, 9, 16, 9, 0) + dt.timedelta(seconds=(time.time() - began) * {FASTER})
dt.datetime = Fast
command.main(sys.argv[1:])
"""


def rounds(figure: int, seed: int) -> list[partial[Tally]]:
    """So many hours, in one window."""
    return [partial(a_day, seed, figure)]


def a_day(seed: int, figure: int) -> Tally:
    """A window that is never still for so many hours."""
    tally, chance = Tally(), random.Random(seed)
    with scratch() as folder:
        database = folder / "jiyao.db"
        prepare(database)
        argv = [sys.executable, "-c", PROGRAM, "open", MEETING, "--db", str(database)]
        terminal = Terminal(argv, *SIZE, env={"PYTHONPATH": str(ROOT)})
        try:
            tally.expect(opened(terminal), ENDED, seed, terminal.text())
            hands = Hands(terminal, chance, str(seed))
            _record(hands, figure * 360 / FASTER, tally, seed)
            before = _megabytes(terminal.pid)
            _record(hands, figure * 3240 / FASTER, tally, seed)
            grown = _megabytes(terminal.pid) - before
            tally.expect(
                grown <= MEGABYTES, LATE, seed, f"{grown} MB of memory more than in the first minutes"
            )
            _ended(database, hands, tally, seed)
            tally.count("MB more at the end", grown)
        finally:
            terminal.close()
    tally.count(UNIT, figure)
    return tally


def _record(hands: Hands, seconds: float, tally: Tally, seed: int) -> None:
    """Lines, looks at every screen, pastes and undos until the day is over."""
    end = time.monotonic() + seconds
    looks = ("f2", "f3", "f5", "f8", "ctrl+l", "ctrl+r", "f9", "f12", "pgup", "pgdn", "ctrl+n", "ctrl+s")
    try:
        while time.monotonic() < end:
            for _ in range(hands.chance.randrange(3, 12)):
                hands.enter(hands.words())
            hands.press(hands.chance.choice(looks), "esc", "esc", "esc")
            if hands.chance.random() < 0.2:
                hands.press("ctrl+z", "ctrl+y")
    except TimeUpError:
        tally.fault(ENDED, seed, f"no answer (exit {hands.terminal.exit}): {hands.terminal.text()[-500:]}")


def _ended(database: Path, hands: Hands, tally: Tally, seed: int) -> None:
    """Nothing is lost, and leaving is in order."""
    tally.count("lines", len(hands.accepted))
    found = left(database)
    for words in hands.accepted:
        number = found.entries.count(words)
        tally.expect(number == 1, DOUBLED if number else LOST, seed, f"{number} entries: {words}")
    tally.expect(not found.faults, BROKEN, seed, f"broken: {found.faults}")
    hands.terminal.send(b"\x11")
    tally.expect(hands.terminal.wait_end(60) == 0, ENDED, seed, f"leaving gave {hands.terminal.exit}")


def _megabytes(pid: int) -> int:
    """The most memory a process ever had; 0 where the system does not say."""
    status = Path(f"/proc/{pid}/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii")) if status.exists() else None
    return int(found[1]) // 1024 if found else 0
