"""The file under an open window: what any window writes alarms nobody, and whatever else happens to it is noticed."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import cache, partial
from pathlib import Path

from benchmarks.torture.tally import BROKEN, ENDED, LOST, UNTRUE, Tally
from models.store import Store, StoreError
from tests.meetings.stored import new_meeting, open_store, opinion

FIGURE = 1_000
SHORT = 44
UNIT = "files"
FILES = 20
"""Files of one round; after them writers come together once, and a checkpoint is held up."""
ROOT = Path(__file__).resolve().parents[2]
PAGE = 4096
READER = """
import sys
from models.store import Store
for line in sys.stdin:
    path, meeting = line.rstrip("\\n").split("\\t")
    try:
        store = Store.open(path)
        print(len(store.load(meeting).all_entries), store.check(), flush=True)
        store.close()
    except Exception as error:
        print(type(error).__name__, error, flush=True)
"""


def rounds(figure: int, seed: int) -> list[partial[Tally]]:
    """So many files to which something happens, and some that are only written to."""
    sizes = [min(FILES, figure - begun) for begun in range(0, figure, FILES)]
    return [partial(files, seed + n * FILES, size) for n, size in enumerate(sizes)]


def files(seed: int, number: int = FILES) -> Tally:
    """Every attack in turn, and then what is no attack."""
    whole, attacks = Tally(), [*ATTACKS]
    for n in range(number):
        whole.add(attacked(seed + n, attacks[(seed + n) % len(attacks)]))
    whole.add(half_a_checkpoint(seed))
    whole.add(together(seed))
    return whole


class Window:
    """A meeting that is written to, with copies of its file from before."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder, self.chance = folder, chance
        self.path = folder / "a.db"
        self.store = open_store(self.path)
        self.meeting = new_meeting(self.store)
        self.written = 0

    def write(self, lines: int) -> None:
        """So many acknowledged entries, of one page and of several."""
        for _ in range(lines):
            with self.store.step(self.meeting, "", "w") as step:
                text = "长" * self.chance.choice((3, 300, 900))
                step.insert(opinion(self.meeting, text, self.written + 1))
            self.written += 1

    def checkpoint(self, kind: str) -> None:
        """A checkpoint by somebody else."""
        with closing(sqlite3.connect(self.path, isolation_level=None)) as other:
            other.execute(f"PRAGMA wal_checkpoint({kind})").fetchall()

    def noticed(self) -> str:
        """What the window says of its file; nothing if all is well."""
        try:
            self.store.watch()
        except StoreError as error:
            return type(error).__name__
        return ""

    def found_in(self, path: Path) -> str:
        """How many entries another program finds in a file, and whether it is sound."""
        reader = _another_program()
        assert reader.stdin is not None
        assert reader.stdout is not None
        reader.stdin.write(f"{path}\t{self.meeting}\n")
        reader.stdin.flush()
        return reader.stdout.readline().strip()


@cache
def _another_program() -> subprocess.Popen[str]:
    """A program that opens what it is told; one for all files, as starting it is dearer than what it does."""
    argv = [sys.executable, "-c", READER]
    return subprocess.Popen(argv, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def outside(work: Callable[[], object]) -> None:
    """Does something in another process, because closing a file here would let go of this one's locks."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    os.waitpid(child, 0)


# -- what happens to a file ------------------------------------------------------------------------------------


def copied_over(window: Window, copy: Path) -> None:
    """A copy is written over the file, which keeps its inode."""
    shutil.copyfile(copy, window.path)


def replaced(window: Window, copy: Path) -> None:
    """Another file takes the place, as of a program that synchronises folders."""
    window.path.rename(window.folder / "moved.db")
    shutil.copyfile(copy, window.folder / "ready.db")
    (window.folder / "ready.db").rename(window.path)


def moved(window: Window, _copy: Path) -> None:
    """The file gets another name."""
    window.path.rename(window.folder / "moved.db")


def deleted(window: Window, _copy: Path) -> None:
    """The file is gone, with all that lies beside it."""
    for file in window.folder.glob("a.db*"):
        file.unlink()


def log_deleted(window: Window, _copy: Path) -> None:
    """What lies beside the file is tidied away."""
    for file in window.folder.glob("a.db-*"):
        file.unlink()


def emptied(window: Window, _copy: Path) -> None:
    """Nothing is left of it."""
    os.truncate(window.path, 0)


def halved(window: Window, _copy: Path) -> None:
    """The second half is gone."""
    os.truncate(window.path, window.path.stat().st_size // 2)


def text_written(window: Window, _copy: Path) -> None:
    """It is another file altogether."""
    window.path.write_text("no database", encoding="ascii")


def garbled(window: Window, _copy: Path) -> None:
    """Every byte is another one."""
    _write_over(window.path, 0, os.urandom(window.path.stat().st_size))


def garbled_but_for_the_first_page(window: Window, _copy: Path) -> None:
    """It looks like the file, and is none."""
    _write_over(window.path, PAGE, os.urandom(window.path.stat().st_size - PAGE))


def zeroed(window: Window, _copy: Path) -> None:
    """Every byte is zero."""
    _write_over(window.path, 0, bytes(window.path.stat().st_size))


def _write_over(path: Path, place: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(data)


Attack = Callable[[Window, Path], None]
ATTACKS: dict[Attack, str] = {
    copied_over: "ReplacedStore",
    replaced: "ReplacedStore",
    moved: "MissingStore",
    deleted: "MissingStore",
    log_deleted: "LostLog",
    emptied: "DamagedStore",
    halved: "DamagedStore",
    text_written: "DamagedStore",
    garbled: "DamagedStore",
    garbled_but_for_the_first_page: "DamagedStore",
    zeroed: "DamagedStore",
}
"""What may happen, and what the window must say of it."""


def attacked(seed: int, attack: Attack | None = None) -> Tally:
    """Something happens to the file at a random moment: it is said, nothing is written after it, all is whole."""
    tally, chance = Tally(), random.Random(seed)
    attack = attack or chance.choice([*ATTACKS])
    with tempfile.TemporaryDirectory(prefix="jiyao-torture-") as folder:
        window = Window(Path(folder), chance)
        copies = _lived(window)
        copy = chance.choice([*copies])
        outside(partial(attack, window, copy))
        if attack in (copied_over, replaced) and chance.random() < 0.3:
            first = window.found_in(window.path)
            whole = first == f"{copies[copy]} []" or first.startswith("LockedStore")
            tally.expect(whole, BROKEN, seed, f"{attack.__name__}: another window finds {first}")
        noticed = window.noticed()
        tally.expect(noticed == ATTACKS[attack], UNTRUE, seed, f"{attack.__name__}: {noticed!r}")
        tally.expect(_refuses(window), UNTRUE, seed, f"{attack.__name__}: a line was stored")
        window.store.close()
        _look_at(window, attack, copies[copy], tally, seed)
    tally.count(UNIT)
    tally.count(f"{attack.__name__.replace('_', ' ')}")
    return tally


def _lived(window: Window) -> dict[Path, int]:
    """Writes and checkpoints in some order; gives copies of the file, and how many entries each holds."""
    window.write(window.chance.randrange(1, 40))
    window.checkpoint("TRUNCATE")
    window.noticed()
    older, backup = window.folder / "older.db", window.folder / "backup.db"
    outside(lambda: shutil.copyfile(window.path, older))
    window.store.backup(backup)
    copies = {older: window.written, backup: window.written}
    window.write(window.chance.randrange(1, 40))
    window.checkpoint(window.chance.choice(("PASSIVE", "TRUNCATE")))
    window.noticed()
    window.write(window.chance.randrange(0, 10))
    return copies


def _refuses(window: Window) -> bool:
    try:
        window.write(1)
    except StoreError:
        return True
    return False


def _look_at(window: Window, attack: Attack, copied: int, tally: Tally, seed: int) -> None:
    """What took the place of the file is whole, and so is the file, wherever it went."""
    expected = {window.folder / "moved.db": window.written}
    if attack in (copied_over, replaced):
        expected[window.path] = copied
    elif attack is log_deleted:
        expected[window.path] = window.written
    for path, entries in expected.items():
        if path.exists():
            found = window.found_in(path)
            tally.expect(
                found == f"{entries} []", LOST, seed, f"{attack.__name__}: {path.name} holds {found}"
            )


# -- what is no attack -----------------------------------------------------------------------------------------


def half_a_checkpoint(seed: int) -> Tally:
    """A reader holds a checkpoint up after a file was rebuilt, which leaves pages of quite different moments."""
    tally, chance = Tally(), random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="jiyao-torture-") as folder:
        window = Window(Path(folder), chance)
        _lived(window)
        with closing(sqlite3.connect(window.path, isolation_level=None)) as other:
            _rebuild(window, other, chance)
            other.execute("BEGIN")
            other.execute("SELECT count(*) FROM meeting").fetchall()
            window.write(chance.randrange(1, 6))
            window.checkpoint("PASSIVE")
            said = [window.noticed(), window.noticed()]
            tally.expect(said == ["", ""], UNTRUE, seed, f"half a checkpoint was called {said}")
        window.write(2)
        window.store.close()
        found = window.found_in(window.path)
        tally.expect(found == f"{window.written} []", LOST, seed, f"after half a checkpoint it holds {found}")
    tally.count("checkpoints held up")
    return tally


def _rebuild(window: Window, other: sqlite3.Connection, chance: random.Random) -> None:
    """What another program may do to its tables: pages go elsewhere, roots too."""
    other.execute("CREATE TABLE passing (a, b)")
    other.execute("INSERT INTO passing SELECT id, after FROM change")
    window.write(chance.randrange(3))
    other.execute("DROP TABLE passing")
    other.execute("VACUUM")
    if chance.random() < 0.5:
        other.execute("ALTER TABLE draft ADD COLUMN later TEXT")
    window.write(chance.randrange(3))


def together(seed: int) -> Tally:
    """Three processes write, watch, check point, rebuild, read long and back up: nobody is alarmed, all is there."""
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="jiyao-torture-") as folder:
        path = Path(folder) / "a.db"
        store = open_store(path)
        meeting = new_meeting(store)
        store.close()
        writers = [
            subprocess.Popen(
                [sys.executable, "-m", "benchmarks.torture.writer", path, meeting, str(seed + n)],
                cwd=ROOT,
                stdout=subprocess.PIPE,
                text=True,
            )
            for n in range(3)
        ]
        said = [writer.communicate()[0].split() for writer in writers]
        store = Store.open(path)
        lines = sum(int(words[0]) for words in said if words)
        stored = len(store.load(meeting).all_entries)
        tally.expect(stored == lines, LOST, seed, f"{stored} of {lines} entries of three writers")
        tally.expect([w.returncode for w in writers] == [0, 0, 0], ENDED, seed, f"writers ended: {said}")
        tally.expect(store.check() == [], BROKEN, seed, store.check())
        store.close()
    tally.count("entries of three writers", lines)
    for words in said:
        for alarm in words[1:]:
            tally.fault(UNTRUE, seed, f"a writer was told {alarm}")
    return tally
