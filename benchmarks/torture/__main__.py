"""Runs the torture and prints a table; exit status 1 if anything was lost, doubled, mixed, broken, untrue or late.

python -m benchmarks.torture                        all parts at the contract's figures, about an hour on two cores
python -m benchmarks.torture short                  all parts, about two minutes
python -m benchmarks.torture kills=50 places        some parts, with other figures
python -m benchmarks.torture kills=1 seed=1234567   one round again, by the seed of its fault
python -m benchmarks.torture table=FILE             keeps the table in a file as it grows
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from importlib import import_module
from multiprocessing import get_context

from benchmarks.measuring import scratch
from benchmarks.torture.table import Row, table, write
from benchmarks.torture.tally import ENDED, Tally

PARTS = ("hours", "windows", "locks", "kills", "hostile", "places")
"""The modules beside this one, the longest rounds first: each has `rounds(figure, seed)`, a `FIGURE` and its `UNIT`."""
AT_ONCE = 3 * (os.cpu_count() or 1)
"""Rounds that run at once: most of their time they wait, and what is tortured has to stand a busy machine, too."""

Round = Callable[[], Tally]


def main(arguments: list[str]) -> int:
    """Runs the parts that are named, all where none is."""
    given = dict(argument.partition("=")[::2] for argument in arguments)
    seed = int(given.pop("seed", 0)) or random.SystemRandom().randrange(1_000_000, 9_000_000)
    short = given.pop("short", None) is not None
    path = given.pop("table", "")
    if strange := given.keys() - {*PARTS}:
        print(f"no part is called {', '.join(sorted(strange))}: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    rows, waiting = [], []
    for name in (name for name in PARTS if name in given or not given):
        part = import_module(f"benchmarks.torture.{name}")
        row = Row(name, part.UNIT, int(given.get(name) or (part.SHORT if short else part.FIGURE)))
        rows.append(row)
        waiting.append([(row, seed + n, one) for n, one in enumerate(part.rounds(row.figure, seed))])
    return run(rows, [*_mixed(waiting)], seed, path)


def run(rows: list[Row], waiting: list[tuple[Row, int, Round]], seed: int, path: str = "") -> int:
    """Runs all rounds, as many at once as may be, each in a process of its own; the table is told as it grows."""
    began = time.monotonic()
    # Workers that are replaced after some rounds hang the pool of Python 3.11.
    with scratch(), ProcessPoolExecutor(AT_ONCE, get_context("spawn")) as pool:
        running = {pool.submit(one): (row, own) for row, own, one in waiting}
        for result in as_completed(running):
            row, own = running[result]
            for fault in _taken(row, own, result).faults:
                print(f"{row.name} {fault}", flush=True)
            if path:
                write(path, table(rows, seed, time.monotonic() - began))
    print(table(rows, seed, time.monotonic() - began), flush=True)
    return 1 if any(row.tally.faults for row in rows) else 0


def _taken(row: Row, seed: int, result: Future[Tally]) -> Tally:
    """What a round counted, now in its row; a round that breaks is a fault."""
    if (broken := result.exception()) is None:
        found = result.result()
    else:
        found = Tally()
        found.fault(ENDED, seed, f"the round broke: {type(broken).__name__}: {broken}")
    row.tally.add(found)
    return found


def _mixed(parts: list[list[tuple[Row, int, Round]]]) -> Iterator[tuple[Row, int, Round]]:
    """The rounds of all parts, each part spread over the whole time, the first of each first."""
    placed = [
        ((n / len(part), row.name), (row, seed, one))
        for part in parts
        for n, (row, seed, one) in enumerate(part)
    ]
    for _place, one in sorted(placed, key=lambda placed: placed[0]):
        yield one


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
