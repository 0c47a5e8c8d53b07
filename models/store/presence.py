"""Whether a window still lives: each holds a lock on a small file of its own beside the database.

The system lets the lock go when the process ends, however it ends. A process id would say less: another process may
have it by now.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import IO

if os.name == "nt":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class Presence:
    """The windows this process keeps alive on one database."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: dict[str, IO[bytes]] = {}

    def _file(self, window: str) -> Path:
        name = "".join(c if c.isalnum() else "-" for c in window)
        return self._path.with_name(f".{self._path.name}.window-{name}")

    def hold(self, window: str) -> None:
        """This window is alive until `leave`, or until its process ends."""
        if window in self._held:
            return
        # Where no such file can be made the window counts as dead, and its draft is offered once too often.
        with suppress(OSError):
            file = self._file(window).open("ab")
            try:
                _take(file)
            except OSError:
                file.close()
                raise
            self._held[window] = file

    def alive(self, window: str) -> bool:
        """Whether some process holds this window."""
        if window in self._held:
            return True
        file = self._file(window)
        if not file.exists():
            return False
        try:
            with file.open("ab") as opened:
                _take(opened)
        except OSError:
            return True
        with suppress(OSError):
            file.unlink()
        return False

    def leave(self) -> None:
        """No window of this process is alive any more."""
        for window, file in self._held.items():
            file.close()
            with suppress(OSError):
                self._file(window).unlink()
        self._held.clear()
