"""Hands at a program that may be killed at any moment: what they typed, and what the screen answered.

A line counts as accepted only when the program itself said so on the screen after its Enter: the words above the bar
were the reading of that line before, and begin with ✓ now.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measuring import JIYAO, SIZE
from tests.terminal.terminal import Terminal

UNFINISHED_SECONDS = 1.0
"""What was typed longer ago may not be lost."""
_SLACK = 0.5
"""A busy machine shows a character later than it is there."""
_STANDS = 2.0
"""For so many seconds at most it goes on standing there: many a kill has to come just then."""
PATIENCE = 90.0
"""Within which a program that lives does what it is asked for, however busy the machine is."""
FOREVER = float("inf")
POINT = "要点："
_SIGNS = ("Enter 记下", "Enter 保存修改")
"""What stands at the capture bar alone, while a line is typed or an entry is edited."""


class TimeUpError(Exception):
    """The moment has come, or the program has ended."""


class StuckError(TimeUpError):
    """The program does not do what it is asked for."""


class Hands:
    """Types at one program until the moment comes."""

    def __init__(self, terminal: Terminal, chance: random.Random, name: str) -> None:
        self.terminal, self.chance = terminal, chance
        self.end = FOREVER
        self.linger = 0.0
        """How long after the place was reached the moment comes."""
        self.accepted: list[str] = []
        """Words of entries the screen said are stored, in the order of typing."""
        self.lines: list[str] = []
        """Words of whole lines that are stored or offered again, exactly once."""
        self.claims: list[str] = []
        """What else must be found somewhere."""
        self.gone: list[str] = []
        """Words of entries the screen said are taken back."""
        self.in_bar = ""
        """What stands in the bar and must stand there again."""
        self.is_elsewhere = False
        """Whether that bar is another meeting's than the one that is opened again: what stands there waits for it."""
        self.is_standing = False
        """Whether a text stands unfinished that may not be lost."""
        self.reached = ""
        """How far it came, for the table."""
        self._name, self._number = name, 0

    def words(self) -> str:
        """A few words that were never typed before."""
        self._number += 1
        rest = "".join(self.chance.choices("费用工期接口测试培训", k=self.chance.randrange(2, 9)))
        return f"第{self._name}命{self._number}句{rest}完"

    def reach(self, where: str) -> None:
        """The place is reached: the moment comes soon."""
        if not self.reached:
            self.reached = where
            self.wait_at_most(self.linger)

    def until(self, holds: Callable[[], bool]) -> None:
        """Waits, but not beyond the moment."""
        patience = time.monotonic() + PATIENCE
        while not holds():
            now = time.monotonic()
            if self.terminal.exit is not None or now > self.end:
                raise TimeUpError
            if self.end == FOREVER and now > patience:
                raise StuckError
            self.terminal.pump(0.05)

    def wait_at_most(self, seconds: float) -> None:
        """The moment comes within this time, wherever the hands are then."""
        self.end = min(self.end, time.monotonic() + seconds)

    def wait_for_the_moment(self) -> None:
        """Does nothing more."""
        self.wait_at_most(self.linger)
        self.until(lambda: False)

    def sees(self, words: str) -> None:
        """Waits until the words stand on the screen."""
        self.until(lambda: self.terminal.shows(words))

    def press(self, *names: str) -> None:
        """Presses keys, each when the screen is still."""
        for name in names:
            self.terminal.press(name)
            if time.monotonic() > self.end or self.terminal.exit is not None:
                raise TimeUpError

    def type(self, text: str) -> None:
        """Types, and waits until all of it stands on the screen."""
        self.terminal.type(text)
        self.sees(text[-24:])

    def rest(self, text: str) -> None:
        """Leaves a text where it stands until none of it may be lost."""
        self.stand(UNFINISHED_SECONDS + _SLACK)
        self.claims.append(text)
        self.is_standing = True

    def enter_key(self) -> None:
        """Enter: what stood there is no longer unfinished."""
        self.terminal.send(b"\r")
        self.in_bar, self.is_standing = "", False

    def stand(self, seconds: float) -> None:
        """Leaves everything as it is for a while, in which the moment may come."""
        later = time.monotonic() + seconds
        self.until(lambda: time.monotonic() > later)

    def enter(self, words: str, resting: float = 0.0, where: str = "") -> None:
        """Types a point and Enter; it is accepted when the screen says so, which it did not before.

        The share `resting` of lines stands for a while before the Enter; with them the place is reached.
        """
        self.type(POINT + words)
        self.until(lambda: self.said.startswith("→"))
        if self.chance.random() < resting:
            self.rest(words)
            self.lines.append(words)
            self.in_bar = words
            if where:
                self.reach(where)
            self.stand(self.chance.uniform(0, _STANDS))
        self.enter_key()
        self.until(lambda: self.said.startswith("✓"))
        self.accepted.append(words)

    @property
    def said(self) -> str:
        """What stands above the capture bar: the reading of what is typed, or what came of the last line."""
        _above, _title, bar = self.terminal.text().rpartition("╭─ 记录")
        return bar.partition("\n")[2].lstrip("│ ")

    @property
    def mine(self) -> list[str]:
        """Accepted words and whole lines, each once, in the order of typing."""
        return sorted({*self.accepted, *self.lines}, key=self._place)

    @staticmethod
    def _place(words: str) -> int:
        return int(words.partition("命")[2].partition("句")[0])


@contextmanager
def started(database: Path, *arguments: str) -> Iterator[Terminal]:
    """The program in a pseudo-terminal; whatever happens it has ended afterwards."""
    terminal = Terminal([*JIYAO, *arguments, "--db", str(database)], *SIZE)
    try:
        yield terminal
    finally:
        terminal.close()


def opened(terminal: Terminal) -> bool:
    """Waits until the record screen stands, whatever is in its bar."""
    return terminal.until(lambda: any(sign in terminal.text() for sign in _SIGNS), PATIENCE)
