"""The longest a line of 5,000 characters takes to be read, over repetitions of everything the grammar looks for.

python -m benchmarks.slow_lines [PAIRS]

Every marker, label, sign, name, due, stance and verb of both languages is repeated, alone and behind an action or a
speaker, and so are PAIRS of them drawn by lot (always the same ones). The time is that of the processor.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator

from benchmarks.measuring import Result, ms, tell
from benchmarks.parsing import context_of
from models.capture import readings
from models.capture.line import Context
from models.capture.words.lexicon import COLLECTIVES, LABELS, MARKERS, OUTCOMES, SIGNS, STANCES, VERBS

LENGTH = 5_000
LIMIT = 0.050
"""Seconds: a line is read anew at every key, and nobody shall wait for it."""
_NAMES = (
    "市场部",
    "赵总监",
    "市场部赵总监",
    "赵",
    "老赵",
    "小明",
    "Bob",
    "Bob Lee",
    "HR",
    "2",
    "2.1",
    "scb",
    "各部门",
    "张三丰",
)
_DUES = (
    "下周五前",
    "12月",
    "12月4日",
    "每周五",
    "3个工作日内",
    "本月最后一个周五",
    "两周后",
    "by Friday",
    "end of month",
    "T+3",
)
_SIGNS = (
    "@",
    "+",
    "/",
    "、",
    "；",
    "，",
    "。",
    "：",
    "（",
    "）",
    "“",
    "？？",
    "=>",
    "->",
    "#",
    "……",
    "1、",
    "①",
    "- ",
    "14:03 ",
)
_WORDS = (
    "请",
    "由",
    "负责",
    "牵头",
    "配合",
    "前提是",
    "待",
    "后",
    "给",
    "找",
    "和",
    "都",
    "也",
    "不对，",
    "上A2",
    "A3",
    "D1",
    "1.1补：",
)
_IN_FRONT = ("", "行动：", "市场部：", "行动：出方案 ", "出席：", "决议：", "action: ")


def pieces() -> list[str]:
    """What is repeated, each once."""
    words = [f"{word}：" for row in (*MARKERS, *LABELS) for word in (*row.zh[:2], *row.en[:1])]
    stances = [f"市场部{row.word}；" for row in STANCES if not row.word.isascii()]
    said = [f"市场部：{row.word}；" for row in STANCES] + [f"市场部{row.word}" for row in VERBS]
    signed = [f"{sign}{name} " for sign in ("@", "+", "") for name in _NAMES] + [
        f"2{sign}：" for sign in SIGNS
    ]
    dues = [f"{sign}{due}" for sign in ("/", " /", "、", "，", "") for due in _DUES]
    others = [*COLLECTIVES, *(word for row in OUTCOMES for word in (*row.zh, *row.en))]
    return list(dict.fromkeys([*words, *stances, *said, *signed, *dues, *_SIGNS, *_WORDS, *others]))


def lines(pairs: int) -> Iterator[str]:
    """The lines: each piece repeated, behind each of what may stand in front of it, then pairs of pieces."""
    found, chance = pieces(), random.Random(9)
    for piece in found:
        for front in _IN_FRONT:
            yield _repeated(front, piece)
    for _ in range(pairs):
        yield _repeated(chance.choice(_IN_FRONT), "".join(chance.sample(found, 2)))


def _repeated(front: str, piece: str) -> str:
    return (front + piece * (LENGTH // len(piece)))[:LENGTH]


def slowest(pairs: int, context: Context) -> list[tuple[float, str]]:
    """How long each line took, the slowest first."""
    taken = []
    for line in lines(pairs):
        began = time.process_time()
        readings(line, context)
        taken.append((time.process_time() - began, line))
    return sorted(taken, reverse=True)


def measure(pairs: int = 200) -> list[Result]:
    """The slowest lines against what a line may take; those over it are named."""
    taken = slowest(pairs, context_of(20))
    over = [one for one in taken if one[0] > LIMIT]
    for seconds, line in over[:40]:
        print(f"     {ms(seconds):>9}  {line[:24]}…")
    what = f"the slowest of {len(taken)} lines of {LENGTH} characters"
    return [Result(what, taken[0][0] / LIMIT, 1, f"{ms(taken[0][0])}, {len(over)} over {ms(LIMIT)}")]


if __name__ == "__main__":
    sys.exit(tell(measure(*map(int, sys.argv[1:]))))
