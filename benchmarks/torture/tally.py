"""What one part of the torture counted, and how its faults can be repeated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

WORKERS = 2
"""Rounds that run at once: what is tortured has to stand a busy machine, too."""


@dataclass
class Tally:
    """Counts by what was counted, and every fault in words."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def count(self, what: str, number: int = 1) -> None:
        """Adds to what was counted."""
        self.counts[what] += number

    def fault(self, seed: int, words: object) -> None:
        """Notes a fault with the seed of its round."""
        self.faults.append(f"seed={seed}: {words}")

    def expect(self, holds: object, seed: int, words: object) -> None:
        """Notes a fault unless something holds."""
        if not holds:
            self.fault(seed, words)

    def add(self, other: Tally) -> None:
        """Takes in what another round counted."""
        self.counts += other.counts
        self.faults += other.faults


def rounds(one: Callable[[int], Tally], seeds: Iterable[int], workers: int = WORKERS) -> Tally:
    """All rounds of a part, some at once, each in a process of its own; a round that breaks is a fault."""
    whole = Tally()
    with ProcessPoolExecutor(workers, max_tasks_per_child=20) as pool:
        running = {seed: pool.submit(one, seed) for seed in seeds}
        for seed, result in running.items():
            if (broken := result.exception()) is not None:
                whole.fault(seed, f"the round broke: {type(broken).__name__}: {broken}")
            else:
                whole.add(result.result())
    return whole
