"""One connection to the file: its settings, its transactions and its errors.

sqlite-utils' own `atomic()` begins deferred, and a deferred transaction that reads before it writes fails at once when
another process writes in between, whatever the busy timeout. So every transaction that writes begins here, immediate.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from models.lazy import lazily

with lazily:
    import ctypes

from models.store.errors import translated
from models.store.place import Place
from models.store.wal import release

BUSY_SECONDS = 5.0
_LARGEST = 2**63 - 1
_SETTINGS = (
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    # Without it a REPLACE from outside would take a row away and the log would not see it.
    "PRAGMA recursive_triggers=ON",
)


class Connection:
    """A connection that says what went wrong in the store's own errors; bound to the thread that made it."""

    def __init__(self, path: Path, busy_seconds: float = BUSY_SECONDS, mode: str = "rw") -> None:
        """Opens a file that is there; `mode` is SQLite's, `ro` or `ro&immutable=1` to read alone."""
        self.path = path
        self.place: Place | None = None
        """What watches the file, once it is open for good."""
        self._busy = round(busy_seconds * 1000)
        self._waits = True
        try:
            self.raw = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={mode}",
                uri=True,
                timeout=busy_seconds,
                isolation_level=None,
            )
        except sqlite3.Error as error:
            raise translated(error, path) from error
        for setting in _SETTINGS:
            self.execute(setting)

    def wait_at_most(self, seconds: float) -> None:
        """How long a write waits for another program that holds the file."""
        self._busy = round(seconds * 1000)
        self.execute(f"PRAGMA busy_timeout={self._busy}")

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Within it a write that would have to wait for another program fails at once."""
        before, self._waits = self._waits, False
        try:
            yield
        finally:
            self._waits = before

    @contextmanager
    def translating(self) -> Iterator[None]:
        """Translates errors of SQLite within it into the store's own."""
        try:
            yield
        except sqlite3.Error as error:
            raise translated(error, self.path) from error

    def execute(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Runs one statement that gives no rows, or whose rows are not wanted."""
        with self.translating():
            return self.raw.execute(sql, values)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self.translating():
            return self.raw.execute(sql, values).fetchall()

    def dicts(self, sql: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """All rows of a query, by column."""
        with self.translating():
            cursor = self.raw.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first figure of a query's first row, None where there is no row."""
        found = self.rows(sql, values)
        return found[0][0] if found else None

    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self.raw.in_transaction

    @contextmanager
    def immediate(self) -> Iterator[None]:
        """A transaction that may write from its beginning, all or nothing; joins one that is open already."""
        if self.in_transaction():
            yield
            return
        self.check_place()
        self._begin()
        try:
            # An undo writes parents and children in any order: references are looked at when all stands.
            self.execute("PRAGMA defer_foreign_keys=ON")
            yield
            self.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def try_writing(self) -> None:
        """Begins to write and takes it back: nothing is changed, and no other window has to look anew."""
        if self.in_transaction():
            return
        self.check_place()
        self._begin()
        self._roll_back()

    def _begin(self) -> None:
        if self._waits:
            self.execute("BEGIN IMMEDIATE")
            return
        # Only here: a read may have to wait a moment while another connection looks after the log.
        self.execute("PRAGMA busy_timeout=0")
        try:
            self.execute("BEGIN IMMEDIATE")
        finally:
            self.execute(f"PRAGMA busy_timeout={self._busy}")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """A transaction that only reads: everything read within it is of one moment."""
        if self.in_transaction():
            yield
            return
        self.execute("BEGIN")
        try:
            yield
        finally:
            self._roll_back()

    def _roll_back(self) -> None:
        """Ends the transaction, if an error such as a full disk has not ended it already."""
        with suppress(sqlite3.Error):
            if self.in_transaction():
                self.raw.execute("ROLLBACK")

    def check_place(self) -> None:
        """A GoneStore if the path leads to another file than the one that is open. Takes microseconds."""
        if self.place is not None:
            self.place.check()

    def close(self) -> None:
        """Lets the file go; one that something else was written into is not touched any more."""
        if self.place is None:
            self.raw.close()
        elif self.place.may_close():
            self.raw.close()
            release(self.path)
        else:
            _abandon(self.raw)


def _abandon(raw: sqlite3.Connection) -> None:
    """Keeps a connection from ever being closed: SQLite would lay its log over what took the place of its file."""
    # A reference nobody gives back; the end of the program lets the file go without SQLite.
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(raw))


def safe(value: Any) -> Any:
    """The value as SQLite can hold it: lone halves of surrogate pairs become U+FFFD, huge figures the largest."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    elif isinstance(value, int):
        return max(-_LARGEST, min(_LARGEST, value))
    return value
