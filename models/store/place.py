"""The file under an open connection: whether its path still leads to it, and to nothing but what it wrote itself.

SQLite holds the file it opened and does not ask its name again: moved, deleted or replaced, it would go on writing
where nobody looks, and a write-ahead log left under the old name would be laid over whatever took its place. Three
signs tell: the inode; an id in the file, for a copy written over it keeps the inode; and the last change, for an
older state of the same file has the id. The latter two are read from the file alone, past the log, and only when its
time or size has changed, which a checkpoint does now and then and whatever replaces it does, too.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

from models.store.alone import Content, change, content, content_of
from models.store.errors import DamagedStore, GoneStore, MissingStore, ReplacedStore, StoreError, translated
from models.store.wal import set_aside

_MOMENT = 0.003
"""Seconds after which a file is read again that another window may just be writing to."""
_CERTAIN = 0.4
"""Seconds for which a file has to be strange before its log is set aside, or unreadable before it is damaged."""


_LOST: set[tuple[int, int]] = set()
"""Files of this process that something else was written into: SQLite would take the new for the old one, and its locks
and index with it, as long as the old connection is there."""


def refuse_lost(path: Path) -> None:
    """A ReplacedStore for a file that this process has open and may not use any more."""
    if _LOST and _inode(path.stat()) in _LOST:
        raise ReplacedStore(path)


class Place:
    """Watches one file for one connection."""

    def __init__(self, path: Path, raw: sqlite3.Connection) -> None:
        self._path, self._raw = path.absolute(), raw
        found = self._path.stat()
        self._inode, self._written = _inode(found), _written(found)
        self.file_id: str | None = next((row[0] for row in raw.execute("SELECT id FROM file")), None)
        """The id in the file."""
        self._changes: int | None = None
        """How many changes the file alone is known to hold; None until it was looked at."""
        self._error: type[StoreError] | None = None
        self._strange_since: float | None = None
        """Since when the file seems to be another one; a checkpoint under way can look like that for a moment."""
        self._foreign = False

    @property
    def is_lost(self) -> bool:
        """Whether the connection may not write to the file, nor close it: something else was written there."""
        return self._foreign or self._strange_since is not None or self._error is DamagedStore

    def settle(self) -> None:
        """Waits until it is certain whose the file is, at most the moment that takes."""
        with suppress(StoreError):
            self.check()
        if self._strange_since is not None and not self._foreign:
            sleep(_CERTAIN)
            with suppress(StoreError):
                self.check()

    def look(self) -> None:
        """As `check`, and learns first what the file alone holds; takes milliseconds once, so not before a frame."""
        self.check()
        if self._changes is None:
            self._look_inside()

    def check(self) -> None:
        """A GoneStore if the path leads elsewhere, DamagedStore if the file is broken. Takes microseconds."""
        if self._foreign:
            raise ReplacedStore(self._path)
        found = self._stat()
        if found is None:
            self._gone(MissingStore)
        elif _inode(found) != self._inode:
            self._gone(ReplacedStore)
        elif _written(found) != self._written:
            self._look_inside()
            self._written = _written(found)
        self._error = self._strange_since = None

    def _stat(self) -> os.stat_result | None:
        try:
            return self._path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise StoreError(self._path, reason=error.strerror or str(error)) from error

    def _gone(self, kind: type[GoneStore]) -> None:
        """Brings all that was written into the old file, wherever it is now, and leaves no log under its old name."""
        if self._error is not kind:
            self._error = kind
            with suppress(sqlite3.Error):
                self._write_back()
        raise kind(self._path)

    def _write_back(self) -> None:
        """Empties the log into the file, without waiting for whoever reads it."""
        (patience,) = self._raw.execute("PRAGMA busy_timeout").fetchone()
        self._raw.execute("PRAGMA busy_timeout=0")
        self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._raw.execute(f"PRAGMA busy_timeout={patience}")

    def _look_inside(self) -> None:
        """Whether what was written to the file is a checkpoint of this connection or of another window."""
        found = self._read()
        if found is None:
            return
        if self._is_ours(found):
            self._changes = found.changes
            return
        self._strange_since = self._strange_since or monotonic()
        if monotonic() - self._strange_since >= _CERTAIN:
            self._foreign = True
            _LOST.add(self._inode)
            set_aside(self._path)
            _unlock(self._path)
        raise ReplacedStore(self._path)

    def _read(self) -> Content | None:
        """What the file alone holds; None where only its log makes sense of it, as after half a checkpoint."""
        until = monotonic() + (0 if self._error is DamagedStore else _CERTAIN)
        while True:
            try:
                return content(self._path)
            except sqlite3.Error as error:
                reason = getattr(error, "sqlite_errorname", None) or str(error)
            # A checkpoint that a reader holds up leaves pages of two states, but never makes the file smaller.
            if self._path.stat().st_size >= self._written[1]:
                return None
            if monotonic() >= until:
                self._error = DamagedStore
                raise DamagedStore(self._path, reason=reason)
            sleep(_MOMENT)

    def _is_ours(self, found: Content) -> bool:
        """Whether the file holds a state that this connection knows, and not one from before the last look."""
        # A file of an older schema has no id until the log is emptied into it.
        if found.file_id not in (self.file_id, None) or found.changes < (self._changes or 0):
            return False
        if found.last is None or found.last[0] != found.changes:
            # Half a checkpoint: the count and the changes are of two moments, and say nothing of a third.
            return True
        try:
            if found.changes > content_of(self._raw).changes:
                return False
            return change(self._raw, found.last[0]) in (None, tuple(found.last))
        except sqlite3.Error as error:
            wrong = translated(error, self._path)
            self._error = type(wrong)
            raise wrong from error


def _inode(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino


def _written(found: os.stat_result) -> tuple[int, int]:
    return found.st_mtime_ns, found.st_size


def _unlock(path: Path) -> None:
    """Lets go of what this process has locked of the file: closing any handle of it does so."""
    with suppress(OSError):
        os.close(os.open(path, os.O_RDONLY))
