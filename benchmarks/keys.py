"""From a key to the screen and from Enter to what is durable and shown, beside a bare input in the same run.

    python -m benchmarks.keys [KEYS]

The keys make up lines that are read live: speakers, owners, dues. A meeting of five thousand entries is measured too.
"""

from __future__ import annotations

import itertools
import sqlite3
import sys
import time
from datetime import datetime
from pathlib import Path

from benchmarks.bare import READY
from benchmarks.measuring import BARE, JIYAO, Result, middle, ms, p99, running, scratch, seconds_until, tell
from models.meeting import Meeting, new_id
from models.recorder import Recorder
from models.store import Store
from tests.terminal.terminal import Terminal

NAME = "打字速度测量会"
LINES = (
    "市场部：推广费用不低于预算三成",
    "行动：提交成本测算 @财务部孙主管 +市场部 /下周五前",
    "决议：首月集中投放，自10月起执行；条件：孙主管先核算",
    "争议：占比取三成还是两成五，销售部与财务部意见不一致",
)
MANY = 5_000
WARM = 40
"""Keys before those that count: what is loaded after the first frame is then there."""
CLEAR = b"\x15"
"""Ctrl+U."""


def measure(keys: int = 200) -> list[Result]:
    """Keys and Enter in a small meeting, keys in a large one."""
    with scratch() as folder:
        small, large = _meeting(folder / "small.db", 20), _meeting(folder / "large.db", MANY)
        with (
            running(BARE, READY) as bare,
            running(_opening(small), NAME) as few,
            running(_opening(large), NAME) as many,
        ):
            terminals = {"bare": bare, "small": few, "large": many}
            _keys(terminals, WARM)
            keyed = _keys(terminals, keys)
            entered = [_enter(few, number) for number in range(max(20, keys // 8))]
        commit = middle([_raw_commit(folder / "raw.db") for _ in range(100)])
    base = middle(keyed["bare"])
    plain, crowded, enter = middle(keyed["small"]), middle(keyed["large"]), middle(entered)
    return [
        _ratio("key to screen, median", plain, base, 1.8),
        _ratio("key to screen, p99", p99(keyed["small"]), p99(keyed["bare"]), 2),
        _ratio(f"key to screen, {MANY:,} entries against few", crowded, plain, 1.1),
        _ratio("Enter to durable and shown, against a commit and a key", enter, commit + base, 2),
        _ratio("Enter to durable and shown, against 20 ms", enter, 0.020, 1),
    ]


def _ratio(what: str, value: float, base: float, limit: float) -> Result:
    return Result(what, value / base, limit, f"{ms(value)} against {ms(base)}")


def _opening(path: Path) -> list[str]:
    return [*JIYAO, "open", "last", "--db", str(path)]


def _keys(terminals: dict[str, Terminal], count: int) -> dict[str, list[float]]:
    """Seconds from each key to its character, in turn, so that what else the machine does falls on all of them."""
    found: dict[str, list[float]] = {name: [] for name in terminals}
    for line in itertools.cycle(LINES):
        for key in line[: count - len(found["bare"])]:
            for name, terminal in terminals.items():
                found[name].append(seconds_until(terminal, key, key))
                terminal.settle(0.03)
        for terminal in terminals.values():
            terminal.send(CLEAR)
            terminal.settle(0.1)
        if len(found["bare"]) == count:
            break
    return found


def _enter(terminal: Terminal, number: int) -> float:
    """Seconds from Enter until the entry stands in its pane, which it does only after it is durable."""
    mark = f"第{number}条发言已记"
    terminal.send(f"要点：{mark}".encode())
    terminal.settle(0.1)
    took = seconds_until(terminal, "\r", mark)
    terminal.settle(0.1)
    return took


def _meeting(path: Path, entries: int) -> Path:
    store = Store.open(path)
    meeting_id = new_id()
    store.create(Meeting(id=meeting_id, meeting_id=meeting_id, name=NAME, starts_at="2026-11-25T14:00"))
    people = (
        "出席：市场部：李经理、张专员；研发部：王工；财务部：孙主管；销售部：赵经理",
        "议题：推广费用占比",
    )
    spoken = (
        f"{('市场部', '研发部', '财务部', '销售部')[n % 4]}：第{n}条意见，费用与工期需要再核对"
        for n in range(entries)
    )
    Recorder(store, meeting_id, clock=datetime.now).import_lines([*people, *spoken])
    store.close()
    return path


def _raw_commit(path: Path) -> float:
    """Seconds of one durable commit of two rows by sqlite3 alone."""
    database = sqlite3.connect(path, isolation_level=None)
    for setting in ("journal_mode=WAL", "synchronous=FULL"):
        database.execute(f"PRAGMA {setting}")
    database.execute("CREATE TABLE IF NOT EXISTS row (text TEXT)")
    began = time.perf_counter()
    database.execute("BEGIN IMMEDIATE")
    for _ in range(2):
        database.execute("INSERT INTO row VALUES (?)", ("费用与工期需要再核对",))
    database.execute("COMMIT")
    took = time.perf_counter() - began
    database.close()
    return took


if __name__ == "__main__":
    sys.exit(tell(measure(*map(int, sys.argv[1:]))))
