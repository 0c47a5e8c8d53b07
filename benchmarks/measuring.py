"""What the measurements share: starting programs in a pseudo-terminal, timing their bytes, and telling the result."""

from __future__ import annotations

import os
import statistics
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.terminal.terminal import Terminal

ROOT = Path(__file__).resolve().parent.parent
JIYAO = [str(Path(sysconfig.get_path("scripts")) / "jiyao")]
BARE = [sys.executable, str(ROOT / "benchmarks" / "bare.py")]
SIZE = (120, 36)


@dataclass(frozen=True)
class Result:
    """One figure beside what it may be at most."""

    what: str
    ratio: float
    limit: float
    detail: str

    @property
    def held(self) -> bool:
        """Whether the figure is within its limit."""
        return self.ratio <= self.limit

    def __str__(self) -> str:
        mark = "ok  " if self.held else "OVER"
        return f"{mark} {self.what:<58} {self.ratio:6.2f}  (at most {self.limit:g})  {self.detail}"


def tell(results: Sequence[Result]) -> int:
    """Prints the results; exit status 1 if one is over its limit."""
    for result in results:
        print(result, flush=True)
    return 0 if all(result.held for result in results) else 1


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder that is the home of every program started within it, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="jiyao-bench-", ignore_cleanup_errors=True) as name:
        before = dict(os.environ)
        os.environ.update(HOME=name, XDG_CONFIG_HOME=name, XDG_DATA_HOME=name, JIYAO_LANG="zh_CN")
        # An installed program is compiled once; a setting that forbids it would compile ours at every start.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ.setdefault("PYTHONPYCACHEPREFIX", str(Path(name) / "compiled"))
        try:
            yield Path(name)
        finally:
            os.environ.clear()
            os.environ.update(before)


@contextmanager
def running(argv: Sequence[str], ready: str) -> Iterator[Terminal]:
    """The program in a pseudo-terminal, its first frame drawn."""
    terminal = Terminal(argv, *SIZE, parse=False)
    try:
        expect(terminal, ready)
        terminal.settle(0.3)
        yield terminal
    finally:
        terminal.close()


def expect(terminal: Terminal, words: str, start: int = 0) -> None:
    """Waits until the words have been written after a place in the output; RuntimeError if they never are."""
    if not terminal.wait_raw(words.encode(), start, 30):
        tail = bytes(terminal.raw[-600:]).decode("utf-8", "replace")
        raise RuntimeError(f"never saw {words!r}; the last output was {tail!r}")


def seconds_until(terminal: Terminal, sent: str, shown: str) -> float:
    """How long after something is sent the words come back."""
    start = len(terminal.raw)
    began = time.perf_counter()
    terminal.send(sent.encode())
    expect(terminal, shown, start)
    return time.perf_counter() - began


def middle(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)


def p99(values: Sequence[float]) -> float:
    """The value that one in a hundred exceeds."""
    return sorted(values)[min(len(values) - 1, round(len(values) * 0.99))]


def ms(value: float) -> str:
    """Seconds as milliseconds."""
    return f"{value * 1000:.1f} ms"
