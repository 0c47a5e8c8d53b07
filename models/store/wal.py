"""The write-ahead log beside the file, and whose it is.

SQLite lays a log that it finds under the file's name over whatever file stands there. One that a killed program left,
and a backup copied over the file, would be the end of both; so the id of the file stands beside a log in use.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from models.ids import new_id
from models.store.alone import content


def log_files(path: Path) -> tuple[Path, Path]:
    """The log and its index; SQLite names them by the file that a link leads to."""
    real = Path(os.path.realpath(path))
    return real.with_name(f"{real.name}-wal"), real.with_name(f"{real.name}-shm")


def _owner(path: Path) -> Path:
    real = Path(os.path.realpath(path))
    return real.with_name(f"{real.name}-id")


def claim(path: Path, file_id: str | None) -> None:
    """Says beside the log of which file it is; where nothing can be written there it is not said."""
    owner = _owner(path)
    with suppress(OSError):
        if file_id is None or (owner.exists() and owner.read_text(encoding="ascii") == file_id):
            return
        unfinished = owner.with_name(f".{owner.name.removesuffix('-id')}.{new_id()}")
        with os.fdopen(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(file_id)
        unfinished.replace(owner)


def release(path: Path) -> None:
    """Takes away what was said of a log that is no more."""
    log, _index = log_files(path)
    with suppress(OSError):
        if not log.exists():
            _owner(path).unlink(missing_ok=True)


def forget(path: Path) -> None:
    """Takes away what is said of a log that goes with its file."""
    with suppress(OSError):
        _owner(path).unlink()


def leave_strange(path: Path) -> None:
    """Sets a log aside that another file left in the place of this one, before SQLite finds it."""
    log, _index = log_files(path)
    with suppress(OSError, ValueError, sqlite3.Error):
        if not log.stat().st_size:
            return
        owner, found = _owner(path).read_text(encoding="ascii"), content(path.absolute()).file_id
        if found not in (owner, None):
            set_aside(path)


def set_aside(path: Path) -> None:
    """Gives the log another name, under which SQLite never lays it over a file."""
    log, index = log_files(path)
    with suppress(OSError):
        log.replace(log.with_name(f"{log.name}.set-aside"))
    with suppress(OSError):
        index.unlink()
    with suppress(OSError):
        _owner(path).unlink()
