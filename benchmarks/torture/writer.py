"""One of several processes on one file: `python -m benchmarks.torture.writer FILE MEETING SEED`.

Prints how many entries it was told are stored, and every alarm.
"""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from models.store import LockedStore, Store, StoreError
from tests.meetings.stored import opinion

TURNS = 150


class Writer:
    """Does what windows and people from outside do to a file, in random order."""

    def __init__(self, path: Path, meeting: str, seed: int) -> None:
        self.path, self.meeting, self.chance = path, meeting, random.Random(seed)
        self.store = Store.open(path, busy_seconds=30)
        self.stored = 0
        self.alarms: list[str] = []

    def turn(self) -> None:
        """One thing; a locked file is no alarm."""
        doings: dict[Callable[[], object], int] = {
            self.write: 60,
            self.watch: 20,
            self.checkpoint: 8,
            self.rebuild: 2,
            self.read_long: 2,
            self.back_up: 2,
            self.come_again: 2,
        }
        doing = self.chance.choices([*doings], [*doings.values()])[0]
        try:
            doing()
        except LockedStore:
            return
        except StoreError as error:
            self.alarms.append(type(error).__name__)

    def write(self) -> None:
        """One entry."""
        with self.store.step(self.meeting, "", "w") as step:
            text = "长" * self.chance.choice((3, 30, 1500))
            step.insert(opinion(self.meeting, text, step.next_number("seq")))
        self.stored += 1

    def watch(self) -> None:
        """The look of a window, twice a second."""
        self.store.watch()

    def _other(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, isolation_level=None, timeout=0.05)

    def checkpoint(self) -> None:
        """A checkpoint of any kind, as far as the others let it come."""
        kind = self.chance.choice(("PASSIVE", "FULL", "RESTART", "TRUNCATE"))
        with closing(self._other()) as other:
            other.execute(f"PRAGMA wal_checkpoint({kind})").fetchall()

    def rebuild(self) -> None:
        """A new layout of the whole file, if nobody stands in the way."""
        with suppress(sqlite3.Error), closing(self._other()) as other:
            other.execute("VACUUM")

    def read_long(self) -> None:
        """A reader who holds up every checkpoint while lines come in."""
        with closing(self._other()) as other:
            other.execute("BEGIN")
            other.execute("SELECT count(*) FROM change").fetchall()
            for _ in range(10):
                self.write()
                self.checkpoint()
                self.watch()

    def back_up(self) -> None:
        """A backup, gone again."""
        target = self.path.with_name(f"backup-{self.chance.random()}.db")
        self.store.backup(target)
        target.unlink()

    def come_again(self) -> None:
        """A window that closes and opens."""
        self.store.close()
        self.store = Store.open(self.path, busy_seconds=30)


if __name__ == "__main__":
    writer = Writer(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
    for _ in range(TURNS):
        writer.turn()
    writer.store.close()
    print(writer.stored, *writer.alarms)
