"""Kills the program (-9) at random moments while it is typed at, and counts what is gone afterwards.

A line counts as accepted once the screen shows that it is stored; what was typed is followed by its clock, because at
most one second of an unfinished line may be gone. Both are looked for by the program that is started next.
"""

from __future__ import annotations

import random
import sqlite3
import time
from pathlib import Path

from benchmarks.measuring import JIYAO, SIZE, expect, scratch
from benchmarks.torture.tally import Tally, rounds
from models.meeting import Meeting, new_id
from models.store import Store
from tests.terminal.terminal import Terminal

NAME = "随时会断电的会"
CLEAR = b"\x15"
"""Ctrl+U."""
DRAFT_SECONDS = 1.0


FIGURE = 1_000
SHORT = 10
LIVES = 10
"""Kills of one round, on one meeting that goes on growing."""


def run(figure: int, seed: int) -> Tally:
    """So many kills."""
    return rounds(lives, range(seed, seed + max(1, figure // LIVES)))


def lives(seed: int) -> Tally:
    """A round of kills."""
    tally, chance = Tally(), random.Random(seed)
    with scratch() as folder:
        path = _meeting(folder / "torture.db")
        for life in range(LIVES):
            _one_life(path, chance, tally, seed, life)
    return tally


def _one_life(path: Path, chance: random.Random, tally: Tally, seed: int, life: int) -> None:
    """Starts, types until the moment comes, kills, and looks at what is there."""
    terminal = Terminal([*JIYAO, "open", "last", "--db", str(path)], *SIZE, parse=False)
    try:
        expect(terminal, NAME)
        terminal.send(CLEAR)
        typist = Typist(terminal, chance, life)
        typist.work(chance.uniform(0.05, 3.0))
        terminal.kill()
    finally:
        terminal.close()
    stored = _column(path, "SELECT text FROM line")
    kept = _column(path, "SELECT text FROM draft")
    tally.count("kills")
    tally.count("accepted lines", len(typist.accepted))
    for line in typist.accepted:
        tally.expect(line in stored, seed, f"lost: {line}")
    # Of two texts one is right: the line may have been accepted in the moment of the kill.
    unfinished = typist.unfinished
    if unfinished:
        tally.count("unfinished lines")
        kept_somewhere = any(text.startswith(unfinished) for text in (*kept, *stored))
        tally.expect(kept_somewhere, seed, f"lost: {unfinished}")


class Typist:
    """Types lines at one program and knows what it was told."""

    def __init__(self, terminal: Terminal, chance: random.Random, life: int) -> None:
        self.terminal, self.chance, self.life = terminal, chance, life
        self.accepted: list[str] = []
        self.unfinished = ""
        """What has stood in the bar for longer than may be lost."""

    def work(self, seconds: float) -> None:
        """Types until so much time has passed, in the middle of whatever it is doing."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._line(end)

    def _line(self, end: float) -> None:
        mark = f"第{self.life}命{len(self.accepted)}句"
        first, rest = f"要点：{mark}", "".join(self.chance.choices("费用工期接口测试培训", k=8))
        if not self._shown(first, mark, end):
            return
        if self.chance.random() < 0.4 and not self._rest_until(
            min(end, time.monotonic() + DRAFT_SECONDS + 0.5), first, end
        ):
            return
        self.unfinished = ""
        self.terminal.send(rest.encode())
        self.terminal.settle(0.05)
        # What comes back now is the entry in its pane: the bar is only drawn again empty.
        if self._shown("\r", mark, end):
            self.accepted.append(first + rest)

    def _shown(self, sent: str, mark: str, end: float) -> bool:
        """Sends, and says whether the mark came back before the end."""
        start = len(self.terminal.raw)
        self.terminal.send(sent.encode())
        return self.terminal.wait_raw(mark.encode(), start, max(0.0, end - time.monotonic()))

    def _rest_until(self, moment: float, text: str, end: float) -> bool:
        """Leaves a text in the bar long enough that none of it may be lost; False when the end came first."""
        self.terminal.until(lambda: False, max(0.0, moment - time.monotonic()))
        if time.monotonic() >= end:
            return False
        self.unfinished = text
        self.terminal.until(lambda: False, self.chance.uniform(0, max(0.0, end - time.monotonic())))
        return time.monotonic() < end


def _meeting(path: Path) -> Path:
    store = Store.open(path)
    meeting_id = new_id()
    store.create(Meeting(id=meeting_id, meeting_id=meeting_id, name=NAME))
    store.close()
    return path


def _column(path: Path, sql: str) -> list[str]:
    database = sqlite3.connect(path)
    try:
        return [text for (text,) in database.execute(sql)]
    finally:
        database.close()
