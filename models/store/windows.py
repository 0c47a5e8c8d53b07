"""Windows that are alive: each holds a lock on a small file of its own beside the database.

The system lets the lock go when the process ends, however it ends. A process id would say less: another process may
have it by now.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path

if os.name == "nt":
    import msvcrt

    def _take(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


_UNFINISHED = re.compile(r"[0-9a-z]{10}(-journal)?|unfinished(-journal)?|restored")
"""How a file is called while it is being made: see `files`, `copies`, `restore` and `wal`."""
_LONG = 3600
"""Seconds after which nobody is still making a file."""


class LiveWindows:
    """The windows this process keeps alive on one database."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: dict[str, int] = {}

    def _file(self, window: str) -> Path:
        name = "".join(c if c.isalnum() else "-" for c in window)
        return self._path.with_name(f".{self._path.name}.window-{name}")

    def hold(self, window: str) -> None:
        """Keeps a window alive until `leave`, or until its process ends."""
        if window in self._held:
            return
        for left in self._path.parent.glob(f".{self._path.name}.*"):
            what = left.name.removeprefix(f".{self._path.name}.")
            if what.startswith("window-"):
                _clear(left)
            elif _UNFINISHED.fullmatch(what):
                _clear_old(left)
        # Where no such file can be made the window counts as dead, and its draft is offered once too often.
        with suppress(OSError):
            self._held[window] = _locked(self._file(window), os.O_CREAT)

    def alive(self, window: str) -> bool:
        """Whether some process holds this window."""
        return window in self._held or not _clear(self._file(window))

    def leave(self) -> None:
        """Ends all windows of this process."""
        for window, file in self._held.items():
            with suppress(OSError):
                self._file(window).unlink()
            os.close(file)
        self._held.clear()


def _clear_old(path: Path) -> None:
    """Deletes a file that was being made when its program was killed; none takes so long to make."""
    with suppress(OSError):
        if time.time() - path.stat().st_mtime > _LONG:
            path.unlink()


def _locked(path: Path, create: int = 0) -> int:
    """An open file that is locked; OSError where another process has the lock."""
    file = os.open(path, os.O_RDWR | create, 0o600)
    try:
        _take(file)
    except OSError:
        os.close(file)
        raise
    return file


def _clear(path: Path) -> bool:
    """Deletes the file of a window that nobody holds; False where somebody does."""
    try:
        file = _locked(path)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    with suppress(OSError):
        path.unlink()
    os.close(file)
    return True
