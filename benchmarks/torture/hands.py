"""Hands at a program that may be killed at any moment: what they typed, and what the screen answered."""

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


class TimeUpError(Exception):
    """The moment has come, or the program has ended."""


class Hands:
    """Types at one program until the moment comes."""

    def __init__(self, terminal: Terminal, chance: random.Random, name: str) -> None:
        self.terminal, self.chance = terminal, chance
        self.end = float("inf")
        self.accepted: list[str] = []
        """Lines the screen said are stored."""
        self.claims: list[str] = []
        """What else must be found somewhere."""
        self.reached = ""
        """How far it came, for the table."""
        self._name, self._number = name, 0

    def words(self) -> str:
        """A few words that were never typed before."""
        self._number += 1
        rest = "".join(self.chance.choices("费用工期接口测试培训", k=self.chance.randrange(2, 9)))
        return f"第{self._name}命{self._number}句{rest}完"

    def until(self, holds: Callable[[], bool]) -> None:
        """Waits, but not beyond the moment."""
        if not self.terminal.until(holds, max(0.0, self.end - time.monotonic())):
            raise TimeUpError

    def sees(self, words: str) -> None:
        """Waits until the words stand on the screen."""
        self.until(lambda: self.terminal.shows(words))

    def press(self, *names: str) -> None:
        """Presses keys, each when the screen is still."""
        for name in names:
            self.terminal.press(name)
            if time.monotonic() > self.end:
                raise TimeUpError

    def type(self, text: str) -> None:
        """Types, and waits until all of it stands on the screen."""
        self.terminal.type(text)
        self.sees(text[-24:])

    def rest(self, text: str) -> None:
        """Leaves a text where it stands until none of it may be lost."""
        moment = time.monotonic() + UNFINISHED_SECONDS + _SLACK
        self.until(lambda: time.monotonic() > moment)
        self.claims.append(text)

    def enter(self, line: str) -> None:
        """Types a line and Enter; it is accepted when the screen says so, which it did not before."""
        self.type(line)
        self.until(lambda: self.said.startswith("→"))
        if self.chance.random() < 0.3:
            self.rest(line)
        self.terminal.send(b"\r")
        self.until(lambda: self.said.startswith("✓"))
        self.accepted.append(line)

    @property
    def said(self) -> str:
        """What stands above the capture bar: the reading of what is typed, or what came of the last line."""
        _above, _title, bar = self.terminal.text().rpartition("╭─ 记录")
        return bar.partition("\n")[2].lstrip("│ ")


@contextmanager
def started(database: Path, *arguments: str) -> Iterator[Terminal]:
    """The program in a pseudo-terminal; whatever happens it has ended afterwards."""
    terminal = Terminal([*JIYAO, *arguments, "--db", str(database)], *SIZE)
    try:
        yield terminal
    finally:
        terminal.close()
