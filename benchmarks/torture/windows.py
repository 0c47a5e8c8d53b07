"""Two and three windows that record one meeting at once, one of them taking back what it did."""

from __future__ import annotations

import random
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from benchmarks.measuring import scratch
from benchmarks.torture.hands import Hands, TimeUpError, opened, started
from benchmarks.torture.left import held, left
from benchmarks.torture.tally import BROKEN, DOUBLED, ENDED, LOST, MIXED, UNTRUE, Tally
from tests.meetings.stored import MEETING
from tests.terminal.record import prepare

FIGURE = 2_000
SHORT = 20
UNIT = "lines"
LINES = 200
"""Lines of one round, over all windows."""


def rounds(figure: int, seed: int) -> list[partial[Tally]]:
    """So many lines, every other round in three windows."""
    sizes = [min(LINES, figure - begun) for begun in range(0, figure, LINES)]
    return [partial(recorded, seed + n, size, 2 + n % 2) for n, size in enumerate(sizes)]


def recorded(seed: int, lines: int = LINES, number: int = 2) -> Tally:
    """So many lines in so many windows."""
    tally, chance = Tally(), random.Random(seed)
    with scratch() as folder, ExitStack() as stack:
        database = folder / "jiyao.db"
        prepare(database)
        windows = [_window(stack, database, chance, f"{seed}-{place}") for place in range(number)]
        try:
            for _ in range(lines):
                _turn(chance.choice(windows), tally)
            _same(database, windows, tally, seed)
        except TimeUpError:
            screens = "\n".join(window.terminal.text() for window in windows)
            tally.fault(ENDED, seed, f"a window did not answer: {screens}")
        tally.count(f"rounds of {number} windows")
    return tally


def _window(stack: ExitStack, database: Path, chance: random.Random, name: str) -> Hands:
    terminal = stack.enter_context(started(database, "open", MEETING))
    if not opened(terminal):
        raise TimeUpError
    return Hands(terminal, chance, name)


def _turn(window: Hands, tally: Tally) -> None:
    """A line, and sometimes the step before it taken back and made again."""
    window.enter(window.words())
    tally.count(UNIT)
    if window.chance.random() < 0.1:
        window.press("ctrl+z")
        window.until(lambda: "撤销" in window.said)
        window.press("ctrl+y")
        window.until(lambda: "重做" in window.said)
        tally.count("steps taken back and made again")


def _same(database: Path, windows: list[Hands], tally: Tally, seed: int) -> None:
    """Every line is there once, those of a window in its order, and each window shows what the others said last."""
    for window in windows:
        before = left(database).entries[-1]
        window.enter(window.words())
        tally.expect(window.terminal.wait(before, 30), UNTRUE, seed, f"a window does not show {before}")
    found = left(database)
    tally.expect(not found.faults, BROKEN, seed, f"broken: {found.faults}")
    tally.expect(not held(database), LOST, seed, f"held: {held(database)}")
    for window in windows:
        mine = [words for words in found.entries if words in {*window.accepted}]
        kind = LOST if {*window.accepted} - {*mine} else DOUBLED if len(mine) > len({*mine}) else MIXED
        tally.expect(mine == window.accepted, kind, seed, f"{mine} instead of {window.accepted}")
    strange = {*found.entries} - {words for window in windows for words in window.accepted}
    tally.expect(not strange, MIXED, seed, f"nobody typed {strange}")
