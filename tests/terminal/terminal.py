"""A program in a real pseudo-terminal, with hands to type at it and eyes to read its screen.

It exists because Textual's own pilot waits between keys, drops Chinese punctuation and never meets a terminal:
the order of keys that arrive together, pastes, the cursor's place, kills and resizes can only be seen here.
"""

from __future__ import annotations

import os
import re
import select
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

from tests.terminal.keys import key
from tests.terminal.process import Begin, FromDisk, set_size

PRIVATE = re.compile(rb"\x1b\[[<>=][0-9;:]*[A-Za-z]|\x1b\[\?[0-9;]*\$p|\x1bP.*?\x1b\\", re.DOTALL)
"""Sequences pyte does not know and whose tail it would print."""
UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|P(?:(?!\x1b\\).)*)?\Z", re.DOTALL)
"""A sequence whose end has not arrived yet."""


class Terminal:
    """One program in a pty, its screen kept by pyte; with parse=False only its raw bytes are kept, for timing.

    A variable whose value in `env` is None is taken away from the program. All times are in seconds.
    """

    def __init__(
        self,
        argv: Sequence[str],
        cols: int = 120,
        rows: int = 36,
        env: Mapping[str, str | None] | None = None,
        parse: bool = True,
        begin: Begin = FromDisk,
    ) -> None:
        self.parse = parse
        self.raw = bytearray()
        self.exit: int | None = None
        """Exit status once the program has ended; negative: the signal that ended it."""
        self.screen = pyte.Screen(cols, rows)
        self.stream = pyte.ByteStream(self.screen)
        self._held = b""
        self._text: str | None = None
        environment = _environment(env or {})
        self._process = begin(argv, environment, cols, rows)
        self.pid, self.fd = self._process.pid, self._process.fd

    # -- what a person does ----------------------------------------------------------------------------------

    def send(self, data: bytes) -> None:
        """Sends bytes as they are; what a program that has ended can no longer read is dropped."""
        while data and self.exit is None:
            try:
                sent = os.write(self.fd, data[:1024])
            except OSError:
                self._reap()
                return
            data = data[sent:]
            self.pump(0)

    def type(self, text: str) -> None:
        """Sends text as it arrives from a keyboard or an input method."""
        self.send(text.encode())

    def line(self, text: str) -> None:
        """Sends text and Enter at once, as fast typing does."""
        self.send(text.encode() + b"\r")

    def paste(self, text: str) -> None:
        """Sends text as one bracketed paste."""
        self.send(b"\x1b[200~" + text.encode() + b"\x1b[201~")

    def press(self, *names: str) -> None:
        """Sends keys by name, waiting after each until the screen is still."""
        for name in names:
            self.send(key(name))
            self.settle(0.15, 2)

    def resize(self, cols: int, rows: int) -> None:
        """Gives the terminal another size; the system tells the program."""
        set_size(self.fd, cols, rows)
        self.screen.resize(rows, cols)
        self._text = None

    def kill(self, number: int = signal.SIGKILL, grace: float = 2.0) -> int | None:
        """Sends a signal and gives the exit status; a program still there after `grace` gets SIGKILL."""
        self._signal(number)
        if not self._ended(grace):
            self._signal(signal.SIGKILL)
            self._ended(10.0)
        return self.exit

    # -- what a person sees ----------------------------------------------------------------------------------

    def text(self) -> str:
        """The screen as lines without trailing spaces, put together anew when something was written."""
        if self._text is None:
            screen = self.screen
            rows = (
                "".join(screen.buffer[y][x].data for x in range(screen.columns)) for y in range(screen.lines)
            )
            self._text = "\n".join(row.rstrip() for row in rows) + "\n"
        return self._text

    def shows(self, needle: str) -> bool:
        """Whether the words stand on the screen, spaces aside; where a line of the bar ends depends on other words."""
        return needle.replace(" ", "") in self.text().replace(" ", "").replace("│\n│", "")

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the hardware cursor, from 0: where an input method opens its candidates."""
        return self.screen.cursor.x, self.screen.cursor.y

    def png(self, path: str | Path) -> None:
        """Keeps the screen as a picture; needs pillow and a monospace font."""
        from tests.terminal.picture import draw

        draw(self.screen, path)

    # -- waiting ---------------------------------------------------------------------------------------------

    def pump(self, timeout: float) -> bool:
        """Reads what there is, waiting at most `timeout` for the first of it; True if anything came."""
        got = False
        while self.exit is None:
            ready, _, _ = select.select([self.fd], [], [], timeout)
            if not ready:
                return got
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                data = b""
            if not data:
                self._reap()
                return got
            got, timeout = True, 0
            self._take(data)
        return got

    def until(self, holds: Callable[[], bool], limit: float = 15.0) -> bool:
        """Reads until the condition holds; False when the limit or the program's end came first."""
        end = time.monotonic() + limit
        while not holds():
            if self.exit is not None or time.monotonic() > end:
                return holds()
            self.pump(0.02)
        return True

    def wait(self, needle: str, limit: float = 15.0) -> bool:
        """Until the words stand on the screen, spaces aside."""
        return self.until(lambda: self.shows(needle), limit)

    def wait_raw(self, needle: bytes, start: int = 0, limit: float = 15.0) -> bool:
        """Until the bytes stand in the output after `start`."""
        return self.until(lambda: self.raw.find(needle, start) >= 0, limit)

    def wait_end(self, limit: float = 15.0) -> int | None:
        """Until the program has ended: its exit status, or None if it is still there."""
        self.until(lambda: self.exit is not None, limit)
        return self.exit

    def expect(self, needle: str, limit: float = 15.0) -> None:
        """As `wait`, and fails with the screen when the words never come."""
        assert self.wait(needle, limit), (
            f"never saw {needle!r} (exit {self.exit}); the screen was:\n{self.text()}"
        )

    def expect_gone(self, needle: str, limit: float = 15.0) -> None:
        """Waits until the words no longer stand on the screen, and fails with the screen when they stay."""
        gone = self.until(lambda: not self.shows(needle), limit)
        assert gone, f"{needle!r} stays on the screen:\n{self.text()}"

    def settle(self, quiet: float = 0.3, limit: float = 10.0) -> None:
        """Until nothing has been written for `quiet`."""
        end = time.monotonic() + limit
        while time.monotonic() < end and self.exit is None:
            if not self.pump(quiet):
                return

    def close(self) -> None:
        """Ends the program, if it still runs, and lets the terminal go."""
        if self.exit is None:
            self.kill(signal.SIGTERM)
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1

    # -- inside ----------------------------------------------------------------------------------------------

    def _take(self, data: bytes) -> None:
        self.raw += data
        self._answer(data)
        if self.parse:
            data = PRIVATE.sub(b"", self._held + data)
            cut = UNFINISHED.search(data)
            whole, self._held = (data[: cut.start()], data[cut.start() :]) if cut else (data, b"")
            self.stream.feed(whole)
            self._text = None

    def _answer(self, data: bytes) -> None:
        """What a terminal answers to a program that asks what it is and where its cursor stands."""
        if b"\x1b[c" in data:
            self.send(b"\x1b[?62;c")
        if b"\x1b[6n" in data:
            self.send(b"\x1b[%d;%dR" % (self.screen.cursor.y + 1, self.screen.cursor.x + 1))

    def _signal(self, number: int) -> None:
        if self.exit is None:
            try:
                os.kill(self.pid, number)
            except ProcessLookupError:
                self._reap()

    def _ended(self, limit: float) -> bool:
        """Reads on until the process is gone; a program blocked on a full terminal could not end otherwise."""
        end = time.monotonic() + limit
        while self.exit is None and time.monotonic() < end:
            self.pump(0.02)
            self._reap(wait=False)
        return self.exit is not None

    def _reap(self, wait: bool = True) -> None:
        if self.exit is None:
            self.exit = self._process.ended(wait)


def _environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    given = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "TMUX": None, **changes}
    return {name: value for name, value in given.items() if value is not None}
