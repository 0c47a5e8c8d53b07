"""A file that takes nothing for a while: held by another program, or on a disk without room; and nothing is glued.

Lines are typed one after the other all the time. Afterwards each is an entry of its own, in the order of typing,
and every key was shown within the time in which people do not notice waiting.
"""

from __future__ import annotations

import random
import resource
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from benchmarks.measuring import JIYAO, scratch
from benchmarks.torture.hands import Hands, started
from benchmarks.torture.left import held, left
from benchmarks.torture.tally import Tally, rounds
from tests.meetings.stored import MEETING
from tests.terminal.record import prepare
from tests.terminal.terminal import Terminal

FIGURE = 40
SHORT = 3
ANSWER_SECONDS = 0.1
"""Within which the screen shows a key."""
_BUSY = 0.05
"""The share of keys that may be later, for what else the machine does."""


def run(figure: int, seed: int) -> Tally:
    """So many times that the file takes nothing; the screen is timed, so one after the other."""
    return rounds(troubled, range(seed, seed + figure), workers=1)


@contextmanager
def locked(database: Path, _terminal: Terminal, _chance: random.Random) -> Iterator[None]:
    """Another program holds the file for up to half a minute."""
    with closing(sqlite3.connect(database, isolation_level=None, timeout=30)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def full(_database: Path, terminal: Terminal, chance: random.Random) -> Iterator[None]:
    """No file can grow beyond this: not the database's log, and either a small one beside it or none at all."""
    limit = chance.choice((0, 4096))
    before = resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        if terminal.exit is None:
            resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, before)


@contextmanager
def importing(database: Path, _terminal: Terminal, _chance: random.Random) -> Iterator[None]:
    """Another window takes in six thousand lines."""
    file = database.with_name("many.txt")
    file.write_text("\n".join(f"市场部：导入第{n}句" for n in range(6000)), encoding="utf-8")
    with subprocess.Popen(
        [*JIYAO, "import", str(file), "--db", str(database)], stdout=subprocess.DEVNULL
    ) as other:
        yield
        other.wait()


@contextmanager
def gone(database: Path, _terminal: Terminal, _chance: random.Random) -> Iterator[None]:
    """The file is moved away, and put back."""
    away = database.with_name("away.db")
    database.rename(away)
    yield
    away.rename(database)


TROUBLES = (locked, full, importing, gone)


def troubled(seed: int) -> Tally:
    """Lines and half a line before, within and after some trouble."""
    tally, chance = Tally(), random.Random(seed)
    with scratch() as folder:
        database = folder / "jiyao.db"
        prepare(database)
        with started(database, "open", MEETING) as terminal:
            terminal.expect("议题", 30)
            hands = Hands(terminal, chance, str(seed))
            lines = [_typed(hands, tally) for _ in range(2)]
            trouble = chance.choice(TROUBLES)
            with trouble(database, terminal, chance):
                lines += [_typed(hands, tally) for _ in range(chance.randrange(1, 12))]
                terminal.until(lambda: False, chance.uniform(0, 5))
            lines += [_typed(hands, tally) for _ in range(2)]
            _all_there(database, terminal, lines, tally, trouble.__name__, seed)
        late = tally.counts["keys shown too late"]
        tally.expect(
            late <= _BUSY * tally.counts["keys"], seed, f"{trouble.__name__}: {late} keys shown too late"
        )
        tally.count(f"times {trouble.__name__}")
    return tally


def _typed(hands: Hands, tally: Tally) -> str:
    """Types a line key by key, and times each until it is shown."""
    line = f"要点：{hands.words()}"
    for place, key in enumerate(line, 1):
        began = time.monotonic()
        hands.terminal.type(key)
        hands.terminal.wait(line[max(0, place - 6) : place])
        tally.count("keys")
        tally.count("keys shown too late", time.monotonic() - began > ANSWER_SECONDS)
    hands.terminal.send(b"\r")
    return line


def _all_there(
    database: Path, terminal: Terminal, lines: list[str], tally: Tally, what: str, seed: int
) -> None:
    """Every line is stored once and by itself, in the order of typing."""
    tally.count("lines", len(lines))

    def mine() -> list[str]:
        return [line for line in left(database).stored if line.startswith("要点")]

    terminal.until(lambda: mine() == lines and not held(database), 60)
    tally.expect(mine() == lines, seed, f"{what}: {mine()} instead of {lines}")
    tally.expect(not held(database), seed, f"{what}: still held {held(database)}")
