"""What can go wrong with the file, each as one clear line for people.

SQLite's own words ("unable to open database file") name neither the file nor what to do, so none of them leaves the
store: `translated` turns every error of the library into one of these.
"""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from models.i18n import _
from models.os_words import reason


class StoreError(Exception):
    """Something the store cannot do; `str()` of it is one translated line that says what and where."""

    passes = True
    """Whether the same may be possible later, with the file as it is then."""

    def __init__(self, path: Path | str = "", **words: object) -> None:
        super().__init__(self.sentence().format(path=path, **words))

    def sentence(self) -> str:
        """The line, with the places of its words."""
        return _("The database {path} cannot be used ({reason}).")

    def brief(self) -> str:
        """The same in a word or two, where room is short."""
        return _("database cannot be used") if self.passes else str(self)


class ReadOnlyStore(StoreError):
    """The file or its folder may not be written."""

    def sentence(self) -> str:
        return _("The database {path} is read-only: neither it nor its folder may be write-protected.")

    def brief(self) -> str:
        return _("database read-only")


class LockedStore(StoreError):
    """Another program holds the file for writing and does not let go."""

    def sentence(self) -> str:
        return _("The database {path} is locked by another program; try again when that one has finished.")

    def brief(self) -> str:
        return _("database locked")


class NotADatabase(StoreError):
    """The file is something else, or nothing at all."""

    def sentence(self) -> str:
        return _("{path} is not a jiyao database.")


class NotAFile(StoreError):
    """A name by which SQLite means its memory, where nothing would stay."""

    passes = False

    def sentence(self) -> str:
        return _(
            "{path} is no file; meetings are kept in one. To try jiyao without keeping anything: jiyao demo."
        )


class EmptyFile(StoreError):
    """A file of no bytes stands in the place: perhaps all that is left of a database."""

    def sentence(self) -> str:
        return _("{path} is an empty file, not a jiyao database; delete it if a new one is to be made there.")


class ForeignDatabase(StoreError):
    """A SQLite file that jiyao did not make."""

    def sentence(self) -> str:
        return _("{path} is a database of another program, not of jiyao.")


class DamagedStore(StoreError):
    """The content of the file is broken."""

    def sentence(self) -> str:
        return _("The database {path} is damaged ({reason}); use the latest backup.")

    def brief(self) -> str:
        return _("database damaged")


class GoneStore(StoreError):
    """The file that was opened is no longer the one at its path; what is typed waits until it is again."""

    def brief(self) -> str:
        return _("database gone")


class MissingStore(GoneStore):
    """No file stands at the path any more."""

    def sentence(self) -> str:
        return _("The database {path} is no longer there: it was moved or deleted.")


class ReplacedStore(GoneStore):
    """Another file, or another state of it, stands at the path."""

    def sentence(self) -> str:
        return _("The database {path} was replaced by another file while it was open.")


class LostLog(GoneStore):
    """The log beside the file, which every other window would look for, is gone."""

    def sentence(self) -> str:
        return _("The file {path}-wal, which belongs to the database, was deleted while it was open.")


class NewerSchema(StoreError):
    """A later version of jiyao wrote the file."""

    def sentence(self) -> str:
        return _("The database {path} was written by a newer jiyao; update this one.")


class OldSqlite(StoreError):
    """Python's SQLite is older than 3.37 and knows no STRICT tables."""

    def sentence(self) -> str:
        return _("SQLite {version} is too old: jiyao needs 3.37 or later.")


class DiskFull(StoreError):
    """There is no room for another row."""

    def sentence(self) -> str:
        return _("The disk is full: {path} could not be saved.")

    def brief(self) -> str:
        return _("disk full")


class NoFolder(StoreError):
    """The folder of the file cannot be made."""

    def sentence(self) -> str:
        return _("The folder {path} cannot be made ({reason}).")


class NoSuchMeeting(StoreError):
    """No meeting goes by this reference."""

    passes = False

    def sentence(self) -> str:
        return _("There is no meeting {reference}.")


class TrashedMeeting(StoreError):
    """The meeting this reference names is in the trash."""

    passes = False

    def sentence(self) -> str:
        return _(
            "The meeting {reference} is in the trash: jiyao trash --take-out {reference} brings it back."
        )


class NoTrashedMeeting(StoreError):
    """No meeting in the trash goes by this reference."""

    passes = False

    def sentence(self) -> str:
        return _("There is no meeting {reference} in the trash.")


class AmbiguousMeeting(StoreError):
    """Several meetings go by this reference."""

    passes = False

    def sentence(self) -> str:
        return _("{reference} fits several meetings: {ids}.")


class StillUsed(StoreError):
    """Something that would go is referred to by something that stays."""

    passes = False

    def sentence(self) -> str:
        return _(
            "This cannot be done, because something else in the meeting still refers to it; nothing was changed."
        )


class ChangedSince(StoreError):
    """What was to be undone or redone has been changed since, in another window or from outside."""

    passes = False

    def sentence(self) -> str:
        return _("{label} was changed in another window since; nothing was undone or redone.")


class MadeElsewhere(StoreError):
    """What comes next to be undone or redone was made on another screen, where it is seen."""

    passes = False

    def __init__(self, path: Path | str = "", *, label: str, screen: str = "record", **words: object) -> None:
        self.label, self.screen = label, screen
        super().__init__(path, label=label, **words)

    def sentence(self) -> str:
        return _("{label} was made on another screen; nothing was undone or redone.")


class AlreadyStored(StoreError):
    """A line that was held is in the file: another window that took it over was quicker."""

    passes = False

    def sentence(self) -> str:
        return _("This line is in the database {path} already.")


class UnfitRow(StoreError):
    """A row that no table takes, today or later."""

    passes = False

    def sentence(self) -> str:
        return _("The database {path} does not take this ({reason}).")


class BackupExists(StoreError):
    """A backup never writes over a file."""

    def sentence(self) -> str:
        return _("{path} already exists; a backup does not write over it.")


class NoSuchFile(StoreError):
    """A backup that is not there."""

    def sentence(self) -> str:
        return _("{path}: there is no such file.")


class InUse(StoreError):
    """A window has the database open that is to be replaced."""

    def sentence(self) -> str:
        return _("The database {path} is open in a window: close it first; nothing was changed.")


_BY_CODE: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_BUSY: LockedStore,
    sqlite3.SQLITE_LOCKED: LockedStore,
    sqlite3.SQLITE_READONLY: ReadOnlyStore,
    sqlite3.SQLITE_CORRUPT: DamagedStore,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_NOTADB: NotADatabase,
    sqlite3.SQLITE_CONSTRAINT: UnfitRow,
    sqlite3.SQLITE_MISMATCH: UnfitRow,
    sqlite3.SQLITE_TOOBIG: UnfitRow,
}


def denied(error: OSError, path: Path) -> StoreError:
    """The store's error for what the system denies about a file."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReadOnlyStore(path)
    return StoreError(path, reason=reason(error))


def translated(error: sqlite3.Error, path: Path) -> StoreError:
    """The store's error for one of SQLite's."""
    code = getattr(error, "sqlite_errorcode", 0)
    if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return StillUsed()
    named = getattr(error, "sqlite_errorname", None) or str(error)
    if code & 0xFF == sqlite3.SQLITE_CANTOPEN:
        named = _("it cannot be opened: look at the path and its permissions")
    if code & 0xFF == sqlite3.SQLITE_IOERR:
        named = reason(OSError(errno.EIO, ""))
    if "decode to UTF-8" in str(error):
        return DamagedStore(path, reason="UTF-8")
    return _BY_CODE.get(code & 0xFF, StoreError)(path, reason=named)
