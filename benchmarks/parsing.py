"""How long a line takes to be understood, with two hundred people in the room and with two.

python -m benchmarks.parsing [ROUNDS]
"""

from __future__ import annotations

import sys
import time
from datetime import date

from benchmarks.keys import LINES
from benchmarks.measuring import Result, middle, ms, tell
from models.capture import Context, readings
from models.dates import Anchor
from models.roster import Roster, codes_of

DEPARTMENTS = [
    f"{name}部"
    for name in (
        "市场",
        "研发",
        "销售",
        "财务",
        "行政",
        "客服",
        "采购",
        "法务",
        "产品",
        "运营",
        "质量",
        "生产",
    )
]
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
TITLES = ("总监", "经理", "主管", "工程师", "专员")
KEY = 1 / 60
"""Seconds; a line read in less than one frame is never waited for."""


def measure(rounds: int = 100) -> list[Result]:
    """The median line against the same with a small roster, and the slowest against one frame."""
    few, many = context_of(2), context_of(200)
    times: dict[int, list[float]] = {2: [], 200: []}
    for _ in range(rounds):
        for line in LINES:
            for people, context in ((2, few), (200, many)):
                began = time.perf_counter()
                readings(line, context)
                times[people].append(time.perf_counter() - began)
    small, large, slowest = (
        middle(times[2]),
        middle(times[200]),
        sorted(times[200])[int(len(times[200]) * 0.99)],
    )
    return [
        Result("a line with 200 people, against 2", large / small, 1.5, f"{ms(large)} against {ms(small)}"),
        Result(
            "a line with 200 people, p99 against a frame",
            slowest / KEY,
            1,
            f"{ms(slowest)} against {ms(KEY)}",
        ),
    ]


def context_of(count: int) -> Context:
    """A meeting of so many people in twelve departments."""
    people = [
        (
            DEPARTMENTS[n % len(DEPARTMENTS)],
            n // len(DEPARTMENTS) + 1,
            SURNAMES[n // len(DEPARTMENTS)] + TITLES[n % 5],
        )
        for n in range(count)
    ]
    departments = list(dict.fromkeys(department for department, _, _ in people))
    roster = Roster.build(
        [(n, name, (), codes_of(name)) for n, name in enumerate(departments, 1)],
        [(department, n, name, "", "", codes_of(name), "present") for department, n, name in people],
    )
    return Context(anchor=Anchor(date(2026, 11, 25)), roster=roster, now="14:30")


if __name__ == "__main__":
    sys.exit(tell(measure(*map(int, sys.argv[1:]))))
