"""A file that takes nothing for a while, or is no longer there: nothing is glued, lost or said that is not so.

Lines are typed one after the other all the time. Afterwards each is an entry of its own, in the order of typing,
and every key was shown within the time in which people do not notice waiting.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from functools import partial
from pathlib import Path

from benchmarks.measuring import JIYAO, scratch
from benchmarks.torture.hands import PATIENCE, POINT, Hands, opened, started
from benchmarks.torture.left import held, left
from benchmarks.torture.tally import BROKEN, ENDED, LATE, LOST, MIXED, UNTRUE, Tally
from models.store import Store
from tests.meetings.stored import MEETING
from tests.terminal.record import prepare
from tests.terminal.terminal import Terminal

FIGURE = 100
SHORT = 10
UNIT = "troubles"
ANSWER_SECONDS = 0.1
"""Within which the screen shows a key, less what other programs kept it waiting."""
BUSY_SHARE, BUSY_SECONDS = 0.03, 0.3
"""The share of a round's keys that may be later, and how late none may be: a busy machine does all more slowly."""
Passing = Callable[[Path, Terminal, random.Random], AbstractContextManager[None]]
Lasting = Callable[[Path, Path], None]
_MANY = 6_000
"""Lines of the import in another window."""


def rounds(figure: int, seed: int) -> list[partial[Tally]]:
    """So many troubles, each kind as often as every other."""
    return [partial(troubled, seed + n, n) for n in range(figure)]


# -- what takes nothing for a while, and then does ---------------------------------------------------------------


@contextmanager
def locked(database: Path, _terminal: Terminal, _chance: random.Random) -> Iterator[None]:
    """Another program holds the file."""
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
    """Another window takes in many lines."""
    file = database.with_name("many.txt")
    file.write_text("\n".join(f"市场部：导入第{n}句" for n in range(_MANY)), encoding="utf-8")
    argv = [*JIYAO, "import", str(file), "--db", str(database)]
    with subprocess.Popen(argv, stdout=subprocess.DEVNULL) as other:
        yield
        other.wait()


@contextmanager
def put_back(database: Path, _terminal: Terminal, _chance: random.Random) -> Iterator[None]:
    """The file is moved away, and put back."""
    away = database.with_name("away.db")
    database.rename(away)
    yield
    away.rename(database)


# -- what never takes anything again ---------------------------------------------------------------------------


def moved(database: Path, _backup: Path) -> None:
    """The file gets another name."""
    database.rename(database.with_name("elsewhere.db"))


def deleted(database: Path, _backup: Path) -> None:
    """The file is gone, with all that lies beside it."""
    for file in database.parent.glob(f"{database.name}*"):
        file.unlink()


def replaced(database: Path, backup: Path) -> None:
    """Another file takes the place, as of a program that synchronises folders."""
    database.rename(database.with_name("conflict.db"))
    shutil.copy(backup, database)


def overwritten(database: Path, backup: Path) -> None:
    """A copy is written over the file, which keeps its inode."""
    shutil.copyfile(backup, database)


def emptied(database: Path, _backup: Path) -> None:
    """Nothing is left of it."""
    os.truncate(database, 0)


def halved(database: Path, _backup: Path) -> None:
    """The second half is gone."""
    os.truncate(database, database.stat().st_size // 2)


PASSING: tuple[Passing, ...] = (locked, full, importing, put_back)
LASTING: tuple[Lasting, ...] = (moved, deleted, replaced, overwritten, emptied, halved)


def troubled(seed: int, kind: int) -> Tally:
    """Lines and half a line before, within and after some trouble, by its place among them."""
    tally, chance = Tally(), random.Random(seed)
    kind %= len(PASSING) + len(LASTING)
    with scratch() as folder:
        database = folder / "jiyao.db"
        prepare(database)
        _back_up(database, database.with_name("backup.db"))
        with started(database, "open", MEETING) as terminal:
            tally.expect(opened(terminal), ENDED, seed, terminal.text())
            at = Trouble(database, Hands(terminal, chance, str(seed)), tally, seed)
            at.type_lines(2)
            if kind < len(PASSING):
                at.pass_by(PASSING[kind])
            else:
                at.stay(LASTING[kind - len(PASSING)])
        at.in_time()
        tally.count(UNIT)
        tally.count(f"times {at.name}")
        tally.count("lines", len(at.lines))
    return tally


def _back_up(database: Path, backup: Path) -> None:
    store = Store.open(database)
    store.backup(backup)
    store.close()


class Trouble:
    """A window that is typed into, whatever happens to its file."""

    def __init__(self, database: Path, hands: Hands, tally: Tally, seed: int) -> None:
        self.database, self.hands, self.tally, self.seed = database, hands, tally, seed
        self.name = "before"
        """What happens to the file."""
        self.terminal, self.chance = hands.terminal, hands.chance
        self.lines: list[str] = []
        self.times: list[float] = []
        """Seconds after which each key was shown."""

    def type_lines(self, number: int) -> None:
        """Types lines key by key, and times each key until it is shown."""
        for _ in range(number):
            words = self.hands.words()
            self._type(POINT + words)
            self.terminal.send(b"\r")
            self.lines.append(words)

    def _type(self, line: str) -> None:
        for place, key in enumerate(line, 1):
            began, idle = time.monotonic(), _kept_waiting(self.terminal.pid)
            self.terminal.type(key)
            shown = self.terminal.wait(line[max(0, place - 6) : place], PATIENCE)
            took = time.monotonic() - began - (_kept_waiting(self.terminal.pid) - idle)
            self.tally.count("keys")
            self.tally.expect(
                shown, ENDED, self.seed, f"{self.name}: never shown: {line} in {self.terminal.text()}"
            )
            self.tally.count(f"keys later than {ANSWER_SECONDS * 1000:.0f} ms", took > ANSWER_SECONDS)
            self.times.append(took)

    def in_time(self) -> None:
        """Whether the screen answered in time throughout."""
        late = sorted(took for took in self.times if took > ANSWER_SECONDS)
        in_time = len(late) <= BUSY_SHARE * len(self.times) and max(self.times) <= BUSY_SECONDS
        words = f"{self.name}: of {len(self.times)} keys late by seconds: {[round(took, 3) for took in late]}"
        self.tally.expect(in_time, LATE, self.seed, words)

    def pass_by(self, trouble: Passing) -> None:
        """Types on within it; when it is over every line is in the file, once and in order."""
        self._stored_so_far()
        self.name = trouble.__name__
        with trouble(self.database, self.terminal, self.chance):
            self.type_lines(self.chance.randrange(2, 12))
            if trouble is not importing:
                self._held_is_said()
            self.terminal.until(lambda: False, self.chance.uniform(0, 3))
        self.type_lines(2)
        self.terminal.until(
            lambda: self._mine(self.database) == self.lines and not held(self.database), PATIENCE
        )
        self._all_in(self.database)
        waits = held(self.database)
        self.tally.expect(not waits, LOST, self.seed, f"{self.name}: still held {waits}")
        self._leave()

    def _stored_so_far(self) -> None:
        there = self.terminal.until(lambda: self._mine(self.database) == self.lines, PATIENCE)
        self.tally.expect(there, LOST, self.seed, f"{self._mine(self.database)} instead of {self.lines}")

    def _held_is_said(self) -> None:
        """Nothing that is not stored is said to be, and how many lines wait stands on the screen."""
        waiting = len(self.lines) - 2
        said = self.terminal.wait(f"{waiting}行未存入", PATIENCE)
        self.tally.expect(
            said, UNTRUE, self.seed, f"{self.name}: {waiting} lines wait: {self.terminal.text()}"
        )

    def stay(self, trouble: Lasting) -> None:
        """Types on after it; the window keeps everything in a new file, and leaves what lies in its place alone."""
        backup = self.database.with_name("backup.db")
        self._stored_so_far()
        before = sorted(left(self.database).entries)
        self.name = trouble.__name__
        trouble(self.database, backup)
        self.type_lines(self.chance.randrange(1, 6))
        self._held_is_said()
        if self.chance.random() < 0.5:
            self._to_a_new_file()
            self.type_lines(2)
        half = self.hands.words()
        self.hands.type(half)
        self._leave()
        new = [*self.database.parent.glob("jiyao-*.db")]
        self.tally.expect(len(new) == 1, LOST, self.seed, f"{self.name}: new files are {new}")
        for file in new[:1]:
            self._all_in(file)
            self.tally.expect(left(file).holds(half), LOST, self.seed, f"{self.name}: unfinished: {half}")
        self._others(before)

    def _to_a_new_file(self) -> None:
        self.terminal.press("ctrl+p")
        self.terminal.type("新文件")
        self.terminal.press("enter")
        # What waited goes in at once, and that is said last.
        there = self.terminal.until(lambda: self._says("会议在其中继续", "等待的行已全部存入"), PATIENCE)
        self.tally.expect(there, ENDED, self.seed, f"{self.name}: no new file: {self.terminal.text()}")
        self.terminal.press("ctrl+g", "0")
        listed = self.terminal.wait("09-16跨部门协作启动会", PATIENCE)
        self.tally.expect(
            listed, ENDED, self.seed, f"{self.name}: not listed at home: {self.terminal.text()}"
        )
        self.terminal.press("enter")
        self.tally.expect(opened(self.terminal), ENDED, self.seed, self.terminal.text())

    def _says(self, *words: str) -> bool:
        return any(self.terminal.shows(one) for one in words)

    def _others(self, before: list[str]) -> None:
        """The file that went elsewhere is whole, and so is what took its place."""
        for name in ("elsewhere.db", "conflict.db"):
            file = self.database.with_name(name)
            if file.exists():
                found = left(file)
                whole = sorted(found.entries) == before and not found.faults
                self.tally.expect(whole, BROKEN, self.seed, f"{self.name}: {name} holds {found.entries}")
        if self.name in ("replaced", "overwritten"):
            found = left(self.database)
            self.tally.expect(
                not found.entries, MIXED, self.seed, f"{self.name}: the backup got {found.entries}"
            )
            self.tally.expect(
                not found.faults, BROKEN, self.seed, f"{self.name}: the backup is {found.faults}"
            )

    def _leave(self) -> None:
        self.terminal.send(b"\x11")
        ended = self.terminal.wait_end(PATIENCE)
        told = bytes(self.terminal.raw).decode("utf-8", "replace")
        in_order = ended == 0 and "Traceback" not in told and "程序出错" not in told
        self.tally.expect(in_order, ENDED, self.seed, f"{self.name}: leaving gave {ended}: {told[-1500:]}")

    def _mine(self, file: Path) -> list[str]:
        """The lines typed here that a file holds, in its order."""
        return [words for words in left(file).entries if words.startswith("第")]

    def _all_in(self, file: Path) -> None:
        """Every line is stored once and by itself, in the order of typing."""
        found = self._mine(file)
        kind = LOST if len(found) < len(self.lines) else MIXED
        self.tally.expect(
            found == self.lines, kind, self.seed, f"{self.name}: {found} instead of {self.lines}"
        )


def _kept_waiting(pid: int) -> float:
    """Seconds a program and these hands wanted to run and other programs ran; 0 where the system does not say."""
    tasks = (*Path(f"/proc/{pid}/task").glob("*/schedstat"), Path("/proc/self/schedstat"))
    return sum(_waited(task) for task in tasks)


def _waited(task: Path) -> float:
    try:
        return int(task.read_text(encoding="ascii").split()[1]) / 1e9
    except OSError:
        return 0.0
