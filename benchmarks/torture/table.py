"""The table of the torture: a row a part, its faults by kind, and what it counted; written anew after every round."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.torture.tally import KINDS, Tally

_WIDE = 300
"""Of a fault so much is told below the table; all of it is told when it is found."""


@dataclass
class Row:
    """One part: what it counts, how much of that it is asked for, and what its rounds found."""

    name: str
    unit: str
    figure: int
    tally: Tally = field(default_factory=Tally)

    def __str__(self) -> str:
        done = f"{self.tally.counts[self.unit]:,} of {self.figure:,} {self.unit}"
        kinds = "".join(f"{self.tally.kinds[kind] or '.':>8}" for kind in KINDS)
        return f"{self.name:<8} {done:<30}{len(self.tally.faults):>7}{kinds}"

    @property
    def counted(self) -> str:
        """Everything it counted, in one line."""
        others = (f"{number:,} {what}" for what, number in sorted(self.tally.counts.items()) if number)
        return f"  {self.name}: {', '.join(others)}"


def table(rows: list[Row], seed: int, seconds: float) -> str:
    """The whole table, with every fault below it."""
    head = f"{'part':<8} {'done':<30}{'faults':>7}" + "".join(f"{kind:>8}" for kind in KINDS)
    faults = (f"{row.name} {fault:.{_WIDE}}".partition("\n")[0] for row in rows for fault in row.tally.faults)
    below = f"seed={seed}, {seconds / 60:.0f} minutes"
    return "\n".join((head, *map(str, rows), below, *(row.counted for row in rows), *faults, ""))


def write(path: str, text: str) -> None:
    """Keeps the table in a file, whole at any moment."""
    unfinished = Path(f"{path}~")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(path)
