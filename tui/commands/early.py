"""What is typed before the first frame: a terminal would echo it and turn its Enter into a line feed."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

if sys.platform != "win32":
    import termios

_AS_FOUND = (
    "\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1004l\x1b[?2004l\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h"
)
"""Takes back what the screens switch on: mouse, focus, pastes, keys, the second screen, the hidden cursor."""


class _Ended(SystemExit):
    """A signal that came before the program could take it: it ends as by the signal, the terminal as it was found."""


@contextmanager
def kept() -> Iterator[None]:
    """Within it the terminal holds what is typed, silently and as typed, for the program that will read it."""
    if sys.platform == "win32":  # it hands keys over one by one anyway
        yield
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    quiet = termios.tcgetattr(terminal)
    quiet[0] &= ~termios.ICRNL
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    # The program's own handlers take these places once its loop runs.
    handlers = {number: signal.signal(number, _end) for number in (signal.SIGTERM, signal.SIGHUP)}
    termios.tcsetattr(terminal, termios.TCSANOW, quiet)
    try:
        yield
    except _Ended:
        sys.stderr.write(_AS_FOUND)
        sys.stderr.flush()
        raise
    finally:
        with suppress(termios.error):  # a terminal that is gone has nothing to be set
            termios.tcsetattr(terminal, termios.TCSANOW, before)
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    raise _Ended(128 + number)
