"""Kills (-9) at random moments, on every screen and in the middle of every command that writes.

A line counts as accepted once the screen says ✓ after its Enter; what has stood anywhere for longer than a second may
not be lost either. Both are looked for right after the kill, and again when the round is over: no more than once then.
"""

from __future__ import annotations

import random
import signal
import subprocess
import time
import zipfile
from collections import Counter
from contextlib import chdir, suppress
from pathlib import Path

from benchmarks.measuring import JIYAO, scratch
from benchmarks.torture.hands import Hands, TimeUpError, started
from benchmarks.torture.left import held, left
from benchmarks.torture.scenes import SCENES
from benchmarks.torture.tally import Tally, rounds
from models.store import Store
from tests.meetings.stored import MEETING
from tests.terminal.record import prepare

FIGURE = 1_000
SHORT = 8
LIVES = 10
"""Kills of one round, on one meeting that goes on growing."""
MOMENTS = ((0.1, 1.5), (1.5, 8.0), (1.5, 8.0))
"""Between how many seconds after its first frame a program is killed: some before anything was done."""
CLEAR = b"\x15"
"""Ctrl+U."""
SAID = (
    "市场部李经理：先试点",
    "研发部：要提前7天",
    "决议：流程分为两种；执行：研发部",
    "行动：出方案 @王工程师 /9月25日",
)


def run(figure: int, seed: int) -> Tally:
    """So many kills, a round of them at a time."""
    return rounds(lives, range(seed, seed + -(-figure // LIVES)))


def lives(seed: int) -> Tally:
    """A round: the program is started and killed again and again on one meeting, sometimes a command."""
    tally, chance = Tally(), random.Random(seed)
    with scratch() as folder, chdir(folder):
        database = folder / "jiyao.db"
        prepare(database, *SAID)
        accepted: list[str] = []
        claims: list[str] = []
        for life in range(LIVES):
            if chance.random() < 0.2:
                COMMANDS[chance.randrange(len(COMMANDS))](database, chance, tally, seed)
                continue
            hands = one_life(database, chance, f"{seed}-{life}")
            tally.count("kills")
            tally.count(f"on {hands.reached or 'the way there'}")
            look_at(database, hands, tally, seed)
            accepted += hands.accepted
            claims += hands.claims
        tally.count("accepted lines", len(accepted))
        tally.count("texts not yet accepted", len(claims))
        _settled(database, accepted, tally, seed)
    return tally


def one_life(database: Path, chance: random.Random, name: str) -> Hands:
    """Starts, types on some screen until the moment comes, kills."""
    with started(database, "open", MEETING) as terminal:
        hands = Hands(terminal, chance, name)
        scene = chance.choice(SCENES)
        with suppress(TimeUpError):
            hands.sees("议程")
            hands.sees("›")
            terminal.send(CLEAR)
            hands.end = time.monotonic() + chance.uniform(*chance.choice(MOMENTS))
            scene(hands, database)
            hands.until(lambda: False)
        terminal.kill(signal.SIGKILL)
    return hands


def look_at(database: Path, hands: Hands, tally: Tally, seed: int) -> None:
    """What was accepted is stored, what else was typed is kept, and the file is sound."""
    found = left(database)
    tally.expect(not found.faults, seed, f"broken: {found.faults}")
    for line in hands.accepted:
        tally.expect(line in found.stored, seed, f"accepted and lost ({hands.reached}): {line}")
    for words in hands.claims:
        tally.expect(found.holds(words), seed, f"typed and lost ({hands.reached}): {words}")


def _settled(database: Path, accepted: list[str], tally: Tally, seed: int) -> None:
    """The next start takes in what waits; after it every accepted line is there once."""
    with started(database, "open", MEETING) as terminal:
        terminal.expect("议程", 30)
        tally.expect(terminal.until(lambda: not held(database), 60), seed, f"still waits: {held(database)}")
        terminal.send(b"\x11")
        tally.expect(terminal.wait_end(30) == 0, seed, f"leaving gave {terminal.exit}")
    counted = Counter(left(database).stored)
    for line in accepted:
        tally.expect(counted[line] == 1, seed, f"stored {counted[line]} times: {line}")
    twice = [line for line, number in counted.items() if number > 1 and "命" in line]
    tally.expect(not twice, seed, f"stored twice: {twice[:5]}")


# -- commands --------------------------------------------------------------------------------------------------


def _killed(chance: random.Random, *arguments: object) -> None:
    """Starts a command and kills it at some moment of its life."""
    process = subprocess.Popen(
        [*JIYAO, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        process.wait(chance.uniform(0.1, 3.0))
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def importing(database: Path, chance: random.Random, tally: Tally, seed: int) -> None:
    """A meeting of a file is there whole or not at all."""
    name = f"导入{chance.random()}"
    lines = [f"要点：第{n}行，{name}" for n in range(chance.choice((20, 400, 1500)))]
    file = Path(f"{name}.txt")
    file.write_text("\n".join((f"会议：{name}", *lines)), encoding="utf-8")
    _killed(chance, "import", file, "--db", database)
    stored = [line for line in left(database).stored if name in line and line.startswith("要点")]
    tally.count("imports")
    tally.expect(stored in ([], lines), seed, f"import left {len(stored)} of {len(lines)} lines")


def exporting(database: Path, chance: random.Random, tally: Tally, seed: int) -> None:
    """A document is there whole or not at all, also over an older one."""
    target = Path("minutes.docx")
    _killed(chance, "export", MEETING, "-o", target, "--db", database)
    tally.count("exports")
    if target.exists():
        tally.expect(zipfile.is_zipfile(target), seed, "half a document")


def backing_up(database: Path, chance: random.Random, tally: Tally, seed: int) -> None:
    """A backup is there whole or not at all."""
    target = Path(f"backup-{chance.random()}.db")
    _killed(chance, "backup", target, "--db", database)
    tally.count("backups")
    if target.exists():
        store = Store.open(target)
        tally.expect(store.check() == [], seed, "half a backup")
        store.close()


COMMANDS = (importing, exporting, backing_up)
