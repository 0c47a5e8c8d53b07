"""What one round of the torture counted, its faults by kind, and how each can be repeated."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

LOST = "lost"
DOUBLED = "doubled"
MIXED = "mixed"
"""Glued to another line, or in another order than typed."""
BROKEN = "broken"
"""A file or document that is not whole."""
ENDED = "ended"
"""A crash, a traceback, or no answer."""
RAW = "raw"
"""Bytes to the terminal, or into a file, that do more than draw."""
UNTRUE = "untrue"
"""Something said that is not so, or not said that is."""
LATE = "late"
KINDS = (LOST, DOUBLED, MIXED, BROKEN, ENDED, RAW, UNTRUE, LATE)
"""The columns of the table."""


@dataclass
class Tally:
    """Counts by what was counted, and every fault in words."""

    counts: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def count(self, what: str, number: int = 1) -> None:
        """Adds to what was counted."""
        self.counts[what] += number

    def fault(self, kind: str, seed: int, words: object) -> None:
        """Notes a fault with the seed of its round."""
        self.kinds[kind] += 1
        self.faults.append(f"{kind} seed={seed}: {words}")

    def expect(self, holds: object, kind: str, seed: int, words: object) -> None:
        """Notes a fault unless something holds."""
        if not holds:
            self.fault(kind, seed, words)

    def add(self, other: Tally) -> None:
        """Takes in what another round counted."""
        self.counts += other.counts
        self.kinds += other.kinds
        self.faults += other.faults
