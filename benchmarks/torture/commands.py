"""Commands that are killed while they write: what they were to make is there whole or not at all."""

from __future__ import annotations

import random
import subprocess
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.measuring import JIYAO
from benchmarks.torture.left import left
from benchmarks.torture.tally import BROKEN, DOUBLED, LOST, Tally
from models.store import Store
from tests.meetings.stored import MEETING

_TOOK: dict[str, float] = {}
"""How long each took when nobody killed it, so that a kill falls into its life."""


def killed(tally: Tally, chance: random.Random, name: str, *arguments: object) -> None:
    """Starts a command and kills it at some moment of its life; the first of its kind in this process may end."""
    argv = [*JIYAO, *map(str, arguments)]
    began = time.monotonic()
    process = subprocess.Popen(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(chance.uniform(0.2, 1.0) * _TOOK[name] if name in _TOOK else None)
        _TOOK[name] = time.monotonic() - began
        tally.count(f"{name} that came to its end")
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        tally.count("kills")
        tally.count(f"in {name}")


def importing(database: Path, chance: random.Random, tally: Tally, seed: int) -> None:
    """A meeting of a file is there whole or not at all."""
    name = f"导入{chance.random()}"
    size = chance.choice((20, 400, 1500))
    lines = [f"第{n}行，{name}" for n in range(size)]
    file = database.with_name(f"{name}.txt")
    file.write_text("\n".join((f"会议：{name}", *(f"要点：{line}" for line in lines))), encoding="utf-8")
    killed(tally, chance, f"import of {size} lines", "import", file, "--db", database)
    stored = [words for words in left(database).entries if words.endswith(name)]
    tally.expect(stored in ([], lines), BROKEN, seed, f"import left {len(stored)} of {size} lines")


def exporting(database: Path, chance: random.Random, tally: Tally, seed: int) -> None:
    """A document is there whole or not at all, also over an older one."""
    target = database.with_name("minutes.docx")
    before = target.exists()
    killed(tally, chance, "export", "export", MEETING, "-o", target, "--db", database)
    tally.expect(target.exists() or not before, LOST, seed, "an older document is gone")
    if target.exists():
        tally.expect(_opens(target), BROKEN, seed, "half a document")


def _opens(document: Path) -> bool:
    """Whether it is a whole archive."""
    if not zipfile.is_zipfile(document):
        return False
    with zipfile.ZipFile(document) as file:
        return file.testzip() is None


def backing_up(database: Path, chance: random.Random, tally: Tally, seed: int) -> None:
    """A backup is there whole or not at all."""
    target = database.with_name(f"backup-{chance.random()}.db")
    killed(tally, chance, "backup", "backup", target, "--db", database)
    if target.exists():
        tally.expect(_whole(target, database), BROKEN, seed, "half a backup")


def restoring(database: Path, chance: random.Random, tally: Tally, seed: int) -> None:
    """What stood there is there, or the backup, each whole; of another file, as the meeting is still needed."""
    place, backup = database.with_name("restored.db"), database.with_name("for-restore.db")
    if not backup.exists():
        _copy(database, backup)
        _copy(database, place)
    killed(tally, chance, "restore", "restore", backup, "--db", place)
    tally.expect(place.exists() or list(place.parent.glob("restored*.db")), LOST, seed, "both files are gone")
    for file in place.parent.glob("restored*.db"):
        tally.expect(_whole(file, backup), BROKEN, seed, f"{file.name} is not whole after restore")


def _copy(database: Path, target: Path) -> None:
    store = Store.open(database)
    store.backup(target)
    store.close()


def _whole(file: Path, other: Path) -> bool:
    """Whether a file is sound and holds the meeting with at least the entries both have."""
    store = Store.open(file)
    try:
        return store.check() == [] and bool(store.load(MEETING).all_entries) and other.exists()
    finally:
        store.close()


def making(database: Path, chance: random.Random, tally: Tally, seed: int) -> None:
    """A new database and its first meeting."""
    place = database.with_name(f"new-{chance.random()}.db")
    killed(tally, chance, "new database", "new", "--name", "新会", "--db", place)
    store = Store.open(place)
    names = [meeting.name for meeting in store.meetings()]
    tally.expect(names in ([], ["新会"]), DOUBLED, seed, f"a new database holds {names}")
    tally.expect(store.check() == [], BROKEN, seed, "a new database is broken")
    store.close()


COMMANDS: tuple[Callable[[Path, random.Random, Tally, int], None], ...] = (
    importing,
    exporting,
    backing_up,
    restoring,
    making,
)
