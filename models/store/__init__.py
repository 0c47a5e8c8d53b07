"""Where meetings stay: one SQLite file, every change durable, logged and to be undone.

The only package that knows SQL. `Store` is what others use; every error it raises is a StoreError of one clear line.
What it gives of lists, drafts, steps and searches has its types in `queries`, `drafts`, `step`, `log` and `search`.
"""

from __future__ import annotations

from models.store.errors import (
    AlreadyStored,
    AmbiguousMeeting,
    BackupExists,
    ChangedSince,
    DamagedStore,
    DiskFull,
    EmptyFile,
    ForeignDatabase,
    GoneStore,
    InUse,
    LockedStore,
    LostLog,
    MadeElsewhere,
    MissingStore,
    NewerSchema,
    NoFolder,
    NoSuchFile,
    NoSuchMeeting,
    NotADatabase,
    NotAFile,
    OldSqlite,
    ReadOnlyStore,
    ReplacedStore,
    StillUsed,
    StoreError,
    TrashedMeeting,
    UnfitRow,
)
from models.store.files import database_path, sqlite_version
from models.store.store import Store

__all__ = [
    "AlreadyStored",
    "AmbiguousMeeting",
    "BackupExists",
    "ChangedSince",
    "DamagedStore",
    "DiskFull",
    "EmptyFile",
    "ForeignDatabase",
    "GoneStore",
    "InUse",
    "LockedStore",
    "LostLog",
    "MadeElsewhere",
    "MissingStore",
    "NewerSchema",
    "NoFolder",
    "NoSuchFile",
    "NoSuchMeeting",
    "NotADatabase",
    "NotAFile",
    "OldSqlite",
    "ReadOnlyStore",
    "ReplacedStore",
    "StillUsed",
    "Store",
    "StoreError",
    "TrashedMeeting",
    "UnfitRow",
    "database_path",
    "sqlite_version",
]
