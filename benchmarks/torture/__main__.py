"""Runs the torture and prints a table; exit status 1 if anything was lost, glued, false or broken.

python -m benchmarks.torture                        all parts at the contract's figures
python -m benchmarks.torture short                  all parts, about a quarter of a minute each
python -m benchmarks.torture kills=50 places        some parts, with other figures
python -m benchmarks.torture kills=1 seed=1234567   one round again, by the seed of its fault
"""

from __future__ import annotations

import random
import sys
import time
from importlib import import_module
from types import ModuleType

from benchmarks.measuring import scratch
from benchmarks.torture.tally import Tally

PARTS = ("kills", "locks", "places", "windows", "hours", "hostile")
"""The modules beside this one, in the order in which they are run: each has `run(figure, seed)`."""


def main(arguments: list[str]) -> int:
    """Runs the parts that are named, all where none is."""
    given = dict(argument.partition("=")[::2] for argument in arguments)
    seed = int(given.pop("seed", 0)) or random.SystemRandom().randrange(1_000_000, 9_000_000)
    short = given.pop("short", None) is not None
    if strange := given.keys() - {*PARTS}:
        print(f"no part is called {', '.join(sorted(strange))}: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    found = [_part(name, given.get(name, ""), short, seed) for name in PARTS if name in given or not given]
    for name, tally in found:
        for fault in tally.faults:
            print(f"{name} {fault}")
    return 1 if any(tally.faults for _name, tally in found) else 0


def _part(name: str, figure: str, short: bool, seed: int) -> tuple[str, Tally]:
    """Runs one part and prints its row of the table."""
    part = import_module(f"benchmarks.torture.{name}")
    began = time.monotonic()
    with scratch():
        tally: Tally = part.run(int(figure) if figure else _figure(part, short), seed)
    counted = ", ".join(f"{number:,} {what}" for what, number in tally.counts.items())
    mark = f"{len(tally.faults)} FAULTS" if tally.faults else "0 faults"
    print(f"{name:<8} {mark:>9}  {time.monotonic() - began:5.0f} s  seed={seed}  {counted}", flush=True)
    return name, tally


def _figure(part: ModuleType, short: bool) -> int:
    figure: int = part.SHORT if short else part.FIGURE
    return figure


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
