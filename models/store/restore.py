"""A backup in the place of the database: whole or not at all, and what stood there is kept beside it."""

from __future__ import annotations

import datetime as dt
import os
import sys
from contextlib import closing, suppress
from pathlib import Path

from models.store import wal
from models.store.connection import Connection
from models.store.copies import copy_to, unused
from models.store.errors import (
    DamagedStore,
    ForeignDatabase,
    InUse,
    NewerSchema,
    NoSuchFile,
    StoreError,
    denied,
)
from models.store.migrations import APPLICATION_ID, SCHEMA

if sys.platform != "win32":
    import fcntl

_SHARED = (0x4000_0002, 510)
"""The bytes, first and number, of which every connection to a SQLite file holds one locked."""


def restore(backup: Path, path: Path, now: dt.datetime) -> Path | None:
    """Puts a copy of the backup in the place of the file; gives the name under which what stood there is kept.

    StoreError, and nothing is changed, if the backup is none, or if the file is open in some window.
    """
    if not backup.is_file():
        raise NoSuchFile(backup)
    if path.exists() and _in_use(path):
        raise InUse(path)
    ready = path.with_name(f".{path.name}.restored")
    _prepare(backup, ready)
    try:
        kept = _keep(path, now) if path.exists() else None
        ready.replace(path)
    except OSError as error:
        raise denied(error, path) from error
    finally:
        ready.unlink(missing_ok=True)
    return kept


def _prepare(backup: Path, ready: Path) -> None:
    """A sound copy of the backup, with what its own write-ahead log holds."""
    with closing(_reader(backup)) as connection:
        if connection.value("PRAGMA application_id") != APPLICATION_ID:
            raise ForeignDatabase(backup)
        if connection.value("PRAGMA user_version") > SCHEMA:
            raise NewerSchema(backup)
        if (fault := connection.value("PRAGMA quick_check")) != "ok":
            raise DamagedStore(backup, reason=fault)
        copy_to(connection, ready)


def _reader(backup: Path) -> Connection:
    """A connection that changes nothing, also on a medium that cannot be written."""
    try:
        return Connection(backup, mode="ro")
    except StoreError:
        return Connection(backup, mode="ro&immutable=1")


def _keep(path: Path, now: dt.datetime) -> Path:
    """Gives the file and its log another name; the log goes last, for it is nothing without its file."""
    kept = unused(path, f"replaced-{now:%Y%m%d-%H%M}")
    log, index = wal.log_files(path)
    try:
        os.link(path, kept)
    except OSError:
        path.rename(kept)
    with suppress(FileNotFoundError):
        log.rename(wal.log_files(kept)[0])
    with suppress(FileNotFoundError):
        index.unlink()
    wal.forget(path)
    return kept


def _in_use(path: Path) -> bool:
    """Whether some other process has the file open as a database."""
    if sys.platform == "win32":  # it does not let an open file be replaced anyway
        return False
    with path.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED[1], _SHARED[0])
        except OSError:
            return True
    return False
