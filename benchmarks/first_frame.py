"""How long the program takes to its first frame, beside a bare Textual application in the same run.

python -m benchmarks.first_frame [ROUNDS]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.bare import READY
from benchmarks.measuring import BARE, JIYAO, SIZE, Result, expect, middle, ms, scratch, tell
from models.meeting import Meeting, new_id
from models.store import Store
from tests.terminal.terminal import Terminal

LIMIT = 1.25
MANY = 10_000
LATEST = "最后改动的会议"
"""The name of the meeting that is opened."""
HOME = "未完成行动项"
"""A heading of the home screen."""


def measure(rounds: int = 9) -> list[Result]:
    """Home and record screen, with one meeting and with ten thousand in the file."""
    with scratch() as folder:
        small, large = folder / "small.db", folder / "large.db"
        _fill(small, 1)
        _fill(large, MANY)
        programs = {
            "bare": (BARE, READY),
            "home": ([*JIYAO, "--db", str(small)], HOME),
            f"home, {MANY:,} meetings": ([*JIYAO, "--db", str(large)], HOME),
            "open last": ([*JIYAO, "open", "last", "--db", str(small)], LATEST),
            f"open last, {MANY:,} meetings": ([*JIYAO, "open", "last", "--db", str(large)], LATEST),
        }
        times: dict[str, list[float]] = {name: [] for name in programs}
        # In turn, so that what else the machine does falls on all of them; the first round fills the caches.
        for turn in range(rounds + 1):
            for name, (argv, ready) in programs.items():
                took = seconds_to_first_frame(argv, ready)
                if turn:
                    times[name].append(took)
    bare = middle(times.pop("bare"))
    return [
        Result(f"first frame: {name}", middle(taken) / bare, LIMIT, f"{ms(middle(taken))} against {ms(bare)}")
        for name, taken in times.items()
    ]


def seconds_to_first_frame(argv: Sequence[str], ready: str) -> float:
    """From starting the process until the words stand in its output."""
    began = time.perf_counter()
    terminal = Terminal(argv, *SIZE, parse=False)
    try:
        expect(terminal, ready)
        return time.perf_counter() - began
    finally:
        terminal.kill()
        terminal.close()


def _fill(path: Path, count: int) -> None:
    store = Store.open(path)
    with store.transaction():
        for number in range(count):
            meeting_id = new_id()
            name = LATEST if number == count - 1 else f"部门例会 {number}"
            store.create(
                Meeting(id=meeting_id, meeting_id=meeting_id, name=name, starts_at="2026-11-25T14:00")
            )
    store.close()


if __name__ == "__main__":
    sys.exit(tell(measure(*map(int, sys.argv[1:]))))
