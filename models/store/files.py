"""The file: found, made, opened and copied; a new one appears whole or not at all, a strange one stays as it was."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import stat
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_path

from models.ids import new_id
from models.os_words import reason
from models.store.connection import BUSY_SECONDS, Connection
from models.store.errors import (
    DamagedStore,
    EmptyFile,
    ForeignDatabase,
    NewerSchema,
    NoFolder,
    NotADatabase,
    NotAFile,
    OldSqlite,
    ReadOnlyStore,
    StoreError,
    denied,
)
from models.store.migrations import APPLICATION_ID, SCHEMA, migrate
from models.store.place import Place, refuse_lost
from models.store.triggers import renew_triggers
from models.store.wal import leave_strange, log_files


def database_path(option: str | Path | None = None, environ: Mapping[str, str] = os.environ) -> Path:
    """Where the meetings are: the option, else JIYAO_DB, else the platform's folder for user data."""
    if named := option or environ.get("JIYAO_DB"):
        return Path(named).expanduser()
    return user_data_path("jiyao", appauthor=False) / "jiyao.db"


def sqlite_version() -> str:
    """The version of the SQLite that this Python brings."""
    return sqlite3.sqlite_version


def open_file(path: Path, busy_seconds: float = BUSY_SECONDS) -> Connection:
    """A connection to the file in its present schema, made first where there is none."""
    if sqlite3.sqlite_version_info < (3, 37):
        raise OldSqlite(version=sqlite3.sqlite_version)
    if path.name == ":memory:":
        raise NotAFile(path)
    if not path.exists():
        _make(path)
    _look(path)
    refuse_lost(path)
    leave_strange(path)
    connection = Connection(path, busy_seconds)
    try:
        _prepare(connection)
        connection.place = Place(path, connection.raw)
    except BaseException:
        connection.close()
        raise
    return connection


def open_archive(path: Path) -> Connection:
    """A connection that only reads; ReadOnlyStore where reading would have to write first."""
    log, _index = log_files(path)
    if log.exists() and log.stat().st_size:
        raise ReadOnlyStore(path)
    connection = Connection(path, mode="ro&immutable=1")
    try:
        if connection.value("PRAGMA application_id") != APPLICATION_ID:
            raise ForeignDatabase(path)
        if (version := connection.value("PRAGMA user_version")) != SCHEMA:
            raise NewerSchema(path) if version > SCHEMA else ReadOnlyStore(path)
    except BaseException:
        connection.close()
        raise
    return connection


_ROOM = 65_536
"""Bytes; with less a line and its log do not fit."""


def has_room(path: Path) -> bool:
    """Whether the disk of a file has room for a little more; True where the system does not say."""
    try:
        return shutil.disk_usage(path.parent).free >= _ROOM
    except OSError:
        return True


def _prepare(connection: Connection) -> None:
    """Checks whose file it is and how old, and brings it up to date."""
    if connection.value("PRAGMA application_id") != APPLICATION_ID:
        raise ForeignDatabase(connection.path)
    version = connection.value("PRAGMA user_version")
    if version > SCHEMA:
        raise NewerSchema(connection.path)
    connection.execute("PRAGMA journal_mode=WAL")
    if version < SCHEMA:
        migrate(connection)
    elif not connection.value("SELECT count(*) FROM sqlite_master WHERE name = 'open_step'"):
        raise DamagedStore(connection.path, reason="schema")
    else:
        renew_triggers(connection)


def _look(path: Path) -> None:
    """What the file is, as far as its name and size tell.

    It is never opened here: closing it again would let go of the locks that other connections of this process hold,
    after which another process takes their write-ahead log away under them. That it is no database SQLite says.
    """
    try:
        found = path.stat()
    except OSError as error:
        raise StoreError(path, reason=reason(error)) from error
    if stat.S_ISDIR(found.st_mode):
        raise NotADatabase(path)
    if not found.st_size:
        raise EmptyFile(path)
    if not os.access(path, os.R_OK):
        raise StoreError(path, reason=reason(PermissionError(errno.EACCES, "")))
    if not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)):
        raise ReadOnlyStore(path)


def _make(path: Path) -> None:
    """A new file, complete under another name before it gets its own."""
    folder = path.absolute().parent
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NoFolder(folder, reason=reason(error)) from error
    unfinished = folder / f".{path.name}.{new_id()}"
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _fill(unfinished)
        _publish(unfinished, path)
    except OSError as error:
        raise denied(error, path) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _fill(path: Path) -> None:
    connection = Connection(path)
    try:
        migrate(connection)
    finally:
        connection.close()


def _publish(unfinished: Path, path: Path) -> None:
    """Gives the file its name unless another process was first, whose file then counts."""
    try:
        os.link(unfinished, path)
    except FileExistsError:
        return
    except OSError:
        # A file system without hard links.
        if not path.exists():
            unfinished.rename(path)
