"""Where a kill may find the program: every screen and dialog, with something half done on it."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.torture.hands import POINT, Hands

Scene = Callable[[Hands, Path], None]
_HASTY, _UNFINISHED = 0.2, 0.6


def recording(hands: Hands, _database: Path) -> None:
    """Line after line."""
    while True:
        hands.enter(hands.words(), resting=0.4, where="recording")


def hasty(hands: Hands, _database: Path) -> None:
    """Lines that arrive all at once, without a look at the screen in between."""
    for count in itertools.count(1):
        burst = [hands.words() for _ in range(hands.chance.randrange(2, 9))]
        rest = f"余{count}句"
        hands.terminal.type("".join(f"{POINT}{words}\r" for words in burst) + rest)
        # What stands in the bar says that every key before it was taken.
        hands.sees(f"›{rest}")
        # They may be held for a moment, which the screen says: kept, but not yet accepted.
        hands.lines += burst
        hands.until(partial(_are_in, hands))
        hands.accepted += burst
        hands.terminal.send(b"\x15")
        hands.reach("lines all at once")


def _are_in(hands: Hands) -> bool:
    """Whether the screen says that no line waits any more."""
    return not hands.terminal.shows("行未存入")


def editing(hands: Hands, _database: Path) -> None:
    """An entry taken back, and other words put behind it."""
    while True:
        words = hands.words()
        hands.enter(words)
        hands.press("up")
        hands.sees("修改")
        more = hands.words()
        hands.type(more)
        _rested(hands, more, "editing")
        hands.accepted.remove(words)
        hands.claims.append(words)
        hands.enter_key()
        hands.until(lambda: hands.said.startswith("✓"))
        hands.accepted.append(words + more)


def deleting(hands: Hands, _database: Path) -> None:
    """An entry deleted in its pane, and found again."""
    while True:
        words = hands.words()
        hands.type(f"市场部：{words}")
        hands.until(lambda: hands.said.startswith("→"))
        hands.terminal.send(b"\r")
        hands.until(lambda: hands.said.startswith("✓"))
        hands.press("f3", "end")
        hands.reach("deleting")
        hands.claims.append(words)
        hands.terminal.send(b"\x1b[3~")
        hands.sees(f"已删除 市场部的意见“{words}”")
        hands.gone.append(words)
        if hands.chance.random() < 0.5:
            hands.gone.remove(words)
            hands.press("ctrl+z")
            hands.until(lambda: "撤销" in hands.said)
            hands.accepted.append(words)
        hands.press("esc", "esc")


def undoing(hands: Hands, _database: Path) -> None:
    """Steps taken back and made again."""
    while True:
        words = hands.words()
        hands.enter(words)
        hands.reach("undo")
        hands.accepted.remove(words)
        hands.claims.append(words)
        hands.press("ctrl+z")
        hands.until(lambda: "撤销" in hands.said)
        hands.gone.append(words)
        if hands.chance.random() < 0.7:
            hands.gone.remove(words)
            hands.press("ctrl+y")
            hands.until(lambda: "重做" in hands.said)
            hands.accepted.append(words)


def pasting(hands: Hands, _database: Path) -> None:
    """Many lines at once, taken in one after the other."""
    lines = [hands.words() for _ in range(hands.chance.choice((5, 60, 300)))]
    hands.terminal.paste("\n".join(POINT + words for words in lines))
    hands.sees(f"{len(lines)} 行，各为一条")
    hands.rest(lines[0])
    hands.lines += lines
    if hands.chance.random() < 0.2:
        hands.reach("pasted lines, not taken yet")
        hands.wait_for_the_moment()
    hands.enter_key()
    hands.reach("pasted lines")
    hands.sees(lines[-1])
    hands.wait_for_the_moment()


def waiting(hands: Hands, database: Path) -> None:
    """Another program holds the file; then it lets go."""
    with closing(sqlite3.connect(database, isolation_level=None, timeout=30)) as other:
        other.execute("BEGIN IMMEDIATE")
        for number in range(1, hands.chance.randrange(2, 7)):
            words = hands.words()
            hands.type(POINT + words)
            hands.terminal.send(b"\r")
            hands.sees(f"{number}行未存入")
            hands.lines.append(words)
            if number > 1 or hands.chance.random() < 0.3:
                hands.reach("lines that wait")
    hands.reach("lines that waited")
    hands.wait_for_the_moment()


def reason(hands: Hands, _database: Path) -> None:
    """Why somebody is absent."""
    hands.press("f2", "down", "enter")
    hands.sees("缺席")
    _half_typed(hands, "attendance")


def menus(hands: Hands, _database: Path) -> None:
    """The menu of an entry: doubt, another kind, not for the minutes."""
    while True:
        words = hands.words()
        hands.enter(words)
        hands.press("f3", "end", "space")
        hands.sees("标为待核")
        hands.reach("menu of an entry")
        hands.press(hands.chance.choice(("3", "4", "5", "6")))
        hands.press("down", "enter", "esc", "esc", "esc")


def recapping(hands: Hands, _database: Path) -> None:
    """Page after page is confirmed, up to the close and back."""
    hands.enter(hands.words())
    hands.press("f9")
    hands.sees("请主持人宣读")
    hands.reach("recap")
    while True:
        hands.press("enter", *hands.chance.choices(("pgup", "ctrl+n", "ctrl+l", "down", "ctrl+z"), k=4))
        hands.press("esc", "f9", "pgup", "pgup", "pgup")


def objecting(hands: Hands, _database: Path) -> None:
    """An objection at the recap."""
    hands.press("f9")
    hands.sees("请主持人宣读")
    if not hands.terminal.shows("的异议"):
        hands.press("pgup", "pgup", "pgup", "pgup", "pgdn", "pgdn", "down", "down", "space")
        hands.sees("异议：谁")
        row = next(row for row in hands.terminal.text().splitlines() if "异议：谁" in row)
        hands.press(row.split("异议")[0].split()[-1].strip("│▌"))
    hands.sees("的异议")
    _half_typed(hands, "objection at the recap")


def polishing(hands: Hands, _database: Path) -> None:
    """A sentence of the document."""
    hands.press("ctrl+p")
    hands.type("整理")
    hands.press("enter")
    hands.sees("写入纪要")
    hands.press("tab", "enter")
    _half_typed(hands, "polish")


def preparing(hands: Hands, _database: Path) -> None:
    """A field of the form."""
    hands.press("ctrl+p")
    hands.type("会前筹备")
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
    _rested(hands, words, where)
    hands.enter_key()
    hands.wait_for_the_moment()


def _rested(hands: Hands, words: str, where: str) -> None:
    """Mostly the kill comes when the words may no longer be lost, and before Enter."""
    if hands.chance.random() < _HASTY:
        hands.reach(where)
    hands.rest(words)
    hands.reach(where)
    if hands.chance.random() < _UNFINISHED:
        hands.wait_for_the_moment()


def at_home(hands: Hands, _database: Path) -> None:
    """Home: a word looked for, a meeting made."""
    hands.enter(hands.words())
    hands.press("ctrl+g", "0")
    hands.sees("查找全部会议")
    hands.type("费用")
    hands.press("esc", "ctrl+n")
    hands.sees("新建会议：名称")
    hands.terminal.send(b"\x7f" * 30)
    words = hands.words()
    hands.type(words)
    _rested(hands, words, "home")
    hands.enter_key()
    hands.sees("问题协调会")
    hands.press("3")
    hands.sees("Enter 记下")
    hands.is_elsewhere = True
    while True:
        hands.enter(hands.words(), resting=0.3)


def importing_at_home(hands: Hands, database: Path) -> None:
    """A file taken in beside the home screen."""
    file = database.with_name(f"{hands.words()}.txt")
    file.write_text("\n".join(f"市场部：导入第{n}句" for n in range(800)), encoding="utf-8")
    hands.enter(hands.words())
    hands.press("ctrl+g", "0")
    hands.sees("查找全部会议")
    hands.press("ctrl+o")
    hands.type(str(file))
    hands.reach("import at home")
    hands.press("enter")
    hands.wait_for_the_moment()


def exporting(hands: Hands, _database: Path) -> None:
    """The sheet of exports: every document, over an older one of its name, too."""
    while True:
        hands.enter(hands.words())
        hands.press("ctrl+o")
        hands.sees("写到哪里")
        hands.reach("export")
        hands.press(*["down"] * hands.chance.randrange(9))
        hands.press("enter", "enter", "esc", "esc")


def looking(hands: Hands, _database: Path) -> None:
    """Every board, menu and list, with a line now and then."""
    keys = ("ctrl+r", "ctrl+l", "ctrl+g", "f12", "f3", "f5", "f8", "ctrl+n", "space", "esc", "ctrl+p", "pgup")
    while True:
        # Each may have opened one over the last.
        hands.press(*hands.chance.choices(keys, k=6), *["esc"] * 6)
        hands.terminal.send(b"\x15")
        hands.enter(hands.words())
        hands.reach("boards and menus")


SCENES: tuple[Scene, ...] = (
    recording,
    hasty,
    editing,
    deleting,
    undoing,
    pasting,
    waiting,
    reason,
    menus,
    recapping,
    objecting,
    polishing,
    preparing,
    beginning_a_topic,
    at_home,
    importing_at_home,
    exporting,
    looking,
)
