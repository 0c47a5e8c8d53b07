"""Where a kill may find the program: every screen and dialog, with something half done on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from benchmarks.torture.hands import Hands

Scene = Callable[[Hands, Path], None]


def recording(hands: Hands, _database: Path) -> None:
    """Line after line."""
    hands.reached = "recording"
    while True:
        hands.enter(f"要点：{hands.words()}")


def editing(hands: Hands, _database: Path) -> None:
    """An entry taken back, and other words put behind it."""
    line = f"要点：{hands.words()}"
    hands.enter(line)
    hands.press("up")
    hands.sees("修改")
    hands.reached = "editing"
    more = hands.words()
    hands.type(more)
    hands.rest(more)
    hands.press("enter")


def pasting(hands: Hands, _database: Path) -> None:
    """Many lines at once, taken in one after the other."""
    lines = [f"要点：{hands.words()}" for _ in range(hands.chance.choice((5, 60, 300)))]
    hands.terminal.paste("\n".join(lines))
    hands.sees(f"{len(lines)} 行，各为一条")
    hands.reached = "pasting"
    hands.rest(lines[0])
    hands.claims += lines
    hands.press("enter")
    hands.sees(lines[-1].removeprefix("要点："))
    hands.until(lambda: False)


def waiting(hands: Hands, database: Path) -> None:
    """Another program holds the file; then it lets go."""
    with closing(sqlite3.connect(database, isolation_level=None, timeout=30)) as other:
        other.execute("BEGIN IMMEDIATE")
        for number in range(1, hands.chance.randrange(2, 7)):
            line = f"要点：{hands.words()}"
            hands.type(line)
            hands.terminal.send(b"\r")
            hands.sees(f"{number}行未存入")
            hands.reached = "lines that wait"
            hands.claims.append(line)
    hands.until(lambda: False)


def reason(hands: Hands, _database: Path) -> None:
    """Why somebody is absent."""
    hands.press("f2", "down", "enter")
    hands.sees("缺席")
    _half_typed(hands, "attendance")


def objecting(hands: Hands, _database: Path) -> None:
    """An objection at the recap."""
    hands.press("f9", "pgdn", "pgdn", "down", "down", "space")
    hands.sees("异议：谁")
    row = next(row for row in hands.terminal.text().splitlines() if "异议：谁" in row)
    hands.press(row.split("异议")[0].split()[-1].strip("│▌"))
    hands.sees("的异议")
    _half_typed(hands, "recap")


def polishing(hands: Hands, _database: Path) -> None:
    """A sentence of the document."""
    hands.press("ctrl+p")
    hands.terminal.type("整理")
    hands.press("enter")
    hands.sees("写入纪要")
    hands.press("tab", "enter")
    _half_typed(hands, "polish")


def preparing(hands: Hands, _database: Path) -> None:
    """A field of the form."""
    hands.press("ctrl+p")
    hands.terminal.type("会前筹备")
    hands.press("enter")
    hands.sees("会议主题")
    hands.press("down")
    _half_typed(hands, "prepare")


def beginning_a_topic(hands: Hands, _database: Path) -> None:
    """The title of a new topic."""
    hands.press("ctrl+t")
    _half_typed(hands, "new topic")


def _half_typed(hands: Hands, where: str) -> None:
    words = hands.words()
    hands.type(words)
    hands.reached = where
    hands.rest(words)
    hands.press("enter")
    hands.until(lambda: False)


def exporting(hands: Hands, _database: Path) -> None:
    """The sheet of exports, and its first answer."""
    hands.press("ctrl+o")
    hands.reached = "export"
    hands.press("enter", "enter", "esc")
    hands.enter(f"要点：{hands.words()}")
    exporting(hands, _database)


def looking(hands: Hands, _database: Path) -> None:
    """Every board, menu and list, with a line now and then."""
    keys = ("ctrl+r", "ctrl+l", "ctrl+g", "f12", "f3", "f5", "f8", "ctrl+n", "space", "esc", "ctrl+p", "pgup")
    while True:
        hands.press(*hands.chance.choices(keys, k=6), "esc", "esc", "esc")
        hands.reached = "boards and menus"
        hands.terminal.send(b"\x15")
        hands.enter(f"要点：{hands.words()}")


SCENES: tuple[Scene, ...] = (
    recording,
    editing,
    pasting,
    waiting,
    reason,
    objecting,
    polishing,
    preparing,
    beginning_a_topic,
    exporting,
    looking,
)
