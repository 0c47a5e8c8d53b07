"""The process in a terminal: begun from the disk, or copied from one that has loaded the program already."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import termios
from collections.abc import Mapping, Sequence
from typing import Protocol


class Process(Protocol):
    """A program whose terminal is at the other end of `fd`."""

    pid: int
    fd: int

    def ended(self, wait: bool) -> int | None:
        """Its exit status, negative the signal that ended it; None while it runs, if that is not waited for."""


class Begin(Protocol):
    """Begins a program in a terminal of its own, of this size from the first moment."""

    def __call__(
        self, argv: Sequence[str], environment: Mapping[str, str], cols: int, rows: int
    ) -> Process: ...


class FromDisk:
    """A program begun as a shell begins it."""

    def __init__(self, argv: Sequence[str], environment: Mapping[str, str], cols: int, rows: int) -> None:
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            _become(argv, environment, cols, rows)

    def ended(self, wait: bool) -> int | None:
        """See Process."""
        try:
            pid, status = os.waitpid(self.pid, 0 if wait else os.WNOHANG)
        except ChildProcessError:
            return 0
        return os.waitstatus_to_exitcode(status) if pid else None


def _become(argv: Sequence[str], environment: Mapping[str, str], cols: int, rows: int) -> None:
    """In the child: sets the size before the program can ask for it, and becomes the program."""
    try:
        set_size(0, cols, rows)
        os.execvpe(argv[0], list(argv), environment)
    except OSError as error:
        os.write(2, f"{argv[0]}: {error.strerror}\r\n".encode())
    finally:
        os._exit(127)


def set_size(fd: int, cols: int, rows: int) -> None:
    """Gives a terminal its size; the system tells the program in it."""
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))
