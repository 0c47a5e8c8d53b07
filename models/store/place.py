"""The file under an open connection: whether its path still leads to it, and to nothing but what SQLite wrote there.

SQLite holds the file it opened and does not ask its name again: moved, deleted or replaced, it would go on writing
where nobody looks, and a write-ahead log left under the old name would be laid over whatever took its place. These
signs tell, and no checkpoint, whole or half, no VACUUM and no migration of any window looks like one of them:

- the path leads to another inode, or to none;
- read alone, past its log, the file has another id (a copy written over it keeps the inode), or holds fewer changes
  than it was seen to hold, more than this connection knows, or another one under a number (another state of it);
- where that reading fails, or the file became smaller, SQLite reads file and log anew, as another window would: then
  all must be in order, for its own protocol knows no half states.

The file is only looked into when its time or size has changed, which a checkpoint does now and then.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from models.os_words import reason
from models.store.alone import Content, change, content, content_of, is_another
from models.store.errors import (
    DamagedStore,
    LostLog,
    MissingStore,
    ReplacedStore,
    StoreError,
    translated,
)
from models.store.wal import claim, log_inode, set_aside

_LOST: set[tuple[int, int]] = set()
"""Files that this process has open and may not use any more: SQLite would share the locks and the index of the old
connection with a new one, and lay the old log over what stands there now."""


def refuse_lost(path: Path) -> None:
    """A ReplacedStore for a file that this process has open and may not use any more."""
    if _LOST and _inode(path.stat()) in _LOST:
        raise ReplacedStore(path)


class Place:
    """Watches one file for one connection."""

    def __init__(self, path: Path, raw: sqlite3.Connection) -> None:
        self._path, self._raw = path.absolute(), raw
        self._file_id: str | None = next((row[0] for row in raw.execute("SELECT id FROM file")), None)
        found = self._path.stat()
        self._inode, self._written = _inode(found), _written(found)
        self._log = log_inode(path)
        self._changes: int | None = None
        """How many changes the file alone is known to hold; None until it was looked at."""
        self._wrong: type[StoreError] | None = None
        """What was wrong at the last look."""
        claim(path, self._file_id, 0)

    def may_close(self) -> bool:
        """Whether SQLite may close the file, and with it empty its log: not where something else stands now."""
        with suppress(StoreError):
            self.check()
        return self._wrong not in (ReplacedStore, DamagedStore)

    def look(self) -> None:
        """As `check`, and at the log as well; learns first what the file alone holds, which takes milliseconds."""
        self.check()
        if self._changes is None:
            self._look_inside(self._path.stat())
        if log_inode(self._path) != self._log:
            self._write_back()
            self._wrong = LostLog
            raise LostLog(self._path)

    def check(self) -> None:
        """A GoneStore if the path leads elsewhere, DamagedStore if the file is broken. Takes microseconds."""
        if self._wrong in (ReplacedStore, LostLog):
            raise self._wrong(self._path)
        found = self._stat()
        if found is None:
            self._missing()
        elif _inode(found) != self._inode:
            self._write_back()
            self._give_up()
        elif _written(found) != self._written:
            self._look_inside(found)
            self._written = _written(found)
        self._wrong = None

    def _stat(self) -> os.stat_result | None:
        try:
            return self._path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise StoreError(self._path, reason=reason(error)) from error

    def _missing(self) -> None:
        """The file may be put back: its log stays, but empty, for all of it is wanted wherever the file is now."""
        if self._wrong is not MissingStore:
            self._wrong = MissingStore
            self._write_back()
        raise MissingStore(self._path)

    def _write_back(self) -> None:
        """Empties the log into the file that is open, without waiting for whoever reads it."""
        with suppress(sqlite3.Error):
            (patience,) = self._raw.execute("PRAGMA busy_timeout").fetchone()
            self._raw.execute("PRAGMA busy_timeout=0")
            self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._raw.execute(f"PRAGMA busy_timeout={patience}")

    def _give_up(self) -> None:
        """Something else stands in the place of the file, for good: no log of ours shall be laid over it."""
        self._wrong = ReplacedStore
        _LOST.add(self._inode)
        set_aside(self._path, self._log)
        raise ReplacedStore(self._path)

    # -- what was written to the file ------------------------------------------------------------------------------

    def _look_inside(self, found: os.stat_result) -> None:
        """Whether what was written to the file is a checkpoint of this connection or of another window."""
        alone = self._alone()
        if self._is_another(alone) and self._is_another(
            self._alone()
        ):  # a page may be read while it is written
            _unlock(self._path)
            self._give_up()
        smaller = found.st_size < self._written[1]
        if alone is None or smaller:
            self._read_anew(whole=smaller)
        before, self._changes = self._changes, (alone.changes if alone else None) or self._changes or 0
        if self._changes != before:
            claim(self._path, self._file_id, self._changes)

    def _alone(self) -> Content | None:
        """What the file alone holds; None where only its log makes sense of it."""
        try:
            return content(self._path)
        except (OSError, sqlite3.Error):
            return None

    def _is_another(self, alone: Content | None) -> bool:
        """Whether this is surely no state of the file that this connection knows, after the one last seen."""
        if alone is None:
            return False
        if is_another(alone, self._file_id, self._changes or 0):
            return True
        try:
            known = content_of(self._raw).changes
            if alone.changes is None or known is None:
                return False
            if alone.last is None or alone.last[0] != alone.changes:
                return alone.changes > known
            return alone.changes > known or change(self._raw, alone.changes) not in (None, alone.last)
        except sqlite3.Error as error:
            self._refuse(error)
            return False

    def _read_anew(self, *, whole: bool) -> None:
        """A DamagedStore unless SQLite, too, finds the file in order, with its log."""
        try:
            # Of a file of no bytes SQLite would delete the log.
            if not self._path.stat().st_size:
                raise sqlite3.DatabaseError("0 B")
            with closing(sqlite3.connect(f"{self._path.as_uri()}?mode=ro", uri=True, timeout=0)) as anew:
                content_of(anew)
                fault = anew.execute("PRAGMA quick_check(1)").fetchone()[0] if whole else "ok"
            if fault != "ok":
                raise sqlite3.DatabaseError(fault)
        except sqlite3.Error as error:
            self._refuse(error)

    def _refuse(self, error: sqlite3.Error) -> None:
        """A DamagedStore if the file is broken; one that cannot be read just now is looked at again."""
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        if code not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise translated(error, self._path) from error
        self._wrong = DamagedStore
        raise DamagedStore(
            self._path, reason=getattr(error, "sqlite_errorname", None) or str(error)
        ) from error


def _inode(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino


def _written(found: os.stat_result) -> tuple[int, int]:
    return found.st_mtime_ns, found.st_size


def _unlock(path: Path) -> None:
    """Lets go of what this process has locked of the file: closing any handle of it does so."""
    with suppress(OSError):
        os.close(os.open(path, os.O_RDONLY))
