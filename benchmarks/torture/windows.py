"""Two and three windows that record one meeting at once, one of them taking back what it did."""

from __future__ import annotations

import random
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from benchmarks.measuring import scratch
from benchmarks.torture.hands import Hands, TimeUpError, started
from benchmarks.torture.left import held, left
from benchmarks.torture.tally import Tally, rounds
from tests.meetings.stored import MEETING
from tests.terminal.record import prepare

FIGURE = 2_000
SHORT = 20
LINES = 200
"""Lines of one round, over all windows."""


def run(figure: int, seed: int) -> Tally:
    """So many lines, a round of them after the other: a round has its windows, and the machine, for itself."""
    lines = min(figure, LINES)
    return rounds(partial(recorded, lines=lines), range(seed, seed + -(-figure // lines)), workers=1)


def recorded(seed: int, lines: int = LINES) -> Tally:
    """So many lines in two or three windows."""
    tally, chance = Tally(), random.Random(seed)
    with scratch() as folder, ExitStack() as stack:
        database = folder / "jiyao.db"
        prepare(database)
        number = chance.choice((2, 3))
        windows = [_window(stack, database, chance, f"{seed}-{place}") for place in range(number)]
        try:
            for _ in range(lines):
                _turn(chance.choice(windows), tally)
            _same(database, windows, tally, seed)
        except TimeUpError:
            tally.fault(seed, "a window did not answer")
        tally.count(f"rounds of {number} windows")
    return tally


def _window(stack: ExitStack, database: Path, chance: random.Random, name: str) -> Hands:
    terminal = stack.enter_context(started(database, "open", MEETING))
    terminal.expect("议题", 30)
    return Hands(terminal, chance, name)


def _turn(window: Hands, tally: Tally) -> None:
    """A line, and sometimes the step before it taken back and made again."""
    window.enter(f"要点：{window.words()}")
    tally.count("lines")
    if window.chance.random() < 0.1:
        window.press("ctrl+z")
        window.until(lambda: "撤销" in window.said)
        window.press("ctrl+y")
        window.until(lambda: "重做" in window.said)
        tally.count("steps taken back and made again")


def _same(database: Path, windows: list[Hands], tally: Tally, seed: int) -> None:
    """Every line is there once, those of a window in its order, and each window shows what the others said last."""
    for window in windows:
        before = left(database).stored[-1].removeprefix("要点：")
        window.enter(f"要点：{window.words()}")
        tally.expect(window.terminal.wait(before, 20), seed, f"a window does not show {before}")
    found = left(database)
    tally.expect(not found.faults and not held(database), seed, f"broken or held: {found.faults}")
    for window in windows:
        mine = [line for line in found.stored if line in window.accepted]
        tally.expect(mine == window.accepted, seed, f"{len(mine)} of {len(window.accepted)} lines")
