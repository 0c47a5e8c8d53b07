"""The write-ahead log beside the file, and whose it is.

SQLite lays a log that it finds under the file's name over whatever file stands there. One that a killed program left,
and a backup copied over the file, would be the end of both; so beside a log in use stands of which file it is: the id,
how many changes that file held without the log, and its inode.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import suppress
from pathlib import Path

from models.ids import new_id
from models.store.alone import content, is_another

if sys.platform != "win32":
    import fcntl

_USED = 128
"""The byte of the index that everybody who uses it holds locked."""


def log_files(path: Path) -> tuple[Path, Path]:
    """The log and its index; SQLite names them by the file that a link leads to."""
    real = Path(os.path.realpath(path))
    return real.with_name(f"{real.name}-wal"), real.with_name(f"{real.name}-shm")


def log_inode(path: Path) -> int | None:
    """Which file the log is; None if there is none."""
    try:
        return log_files(path)[0].stat().st_ino
    except OSError:
        return None


def _owner(path: Path) -> Path:
    real = Path(os.path.realpath(path))
    return real.with_name(f"{real.name}-id")


def claim(path: Path, file_id: str | None, changes: int) -> None:
    """Says beside the log of which file it is; where nothing can be written there it is not said."""
    owner = _owner(path)
    with suppress(OSError):
        if file_id is None:
            return
        unfinished = owner.with_name(f".{owner.name.removesuffix('-id')}.{new_id()}")
        with os.fdopen(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(f"{file_id} {changes} {path.stat().st_ino}")
        unfinished.replace(owner)


def release(path: Path) -> None:
    """Takes away what was said of a log that is no more, and an empty log whose file was moved or deleted."""
    log, index = log_files(path)
    with suppress(OSError):
        if log.exists() and not path.exists() and not log.stat().st_size and not _is_used(path):
            index.unlink()
            log.unlink()
        if not log.exists():
            _owner(path).unlink(missing_ok=True)


def forget(path: Path) -> None:
    """Takes away what is said of a log that goes with its file."""
    with suppress(OSError):
        _owner(path).unlink()


def leave_strange(path: Path) -> None:
    """Sets a log aside that belongs to another file than stands here now, before SQLite finds it.

    One without content, too, while somebody still has that other file open: its window would write into ours.
    """
    with suppress(OSError, ValueError, sqlite3.Error):
        if (log := log_inode(path)) is None:
            return
        file_id, changes, inode = (*_owner(path).read_text(encoding="ascii").split(), "0", "")[:3]
        moved = inode not in ("", str(path.stat().st_ino))
        if is_another(content(path.absolute()), file_id, int(changes)) or (moved and _is_used(path)):
            set_aside(path, log)


def _is_used(path: Path) -> bool:
    """Whether another process uses the index of the log; not asked on Windows, where none of it can be replaced."""
    if sys.platform == "win32":
        return False
    _log, index = log_files(path)
    with index.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _USED)
        except OSError:
            return True
    return False


def set_aside(path: Path, inode: int | None) -> None:
    """Gives the log, if it is this one, another name, under which SQLite never lays it over a file."""
    log, index = log_files(path)
    if inode is None or log_inode(path) != inode:
        return
    with suppress(OSError):
        if log.stat().st_size:
            log.replace(log.with_name(f"{log.name}.set-aside"))
        else:
            log.unlink()
    with suppress(OSError):
        index.unlink()
    forget(path)
