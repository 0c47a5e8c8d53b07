"""Where meetings stay: one SQLite file, every change durable, logged and to be undone.

The only package that knows SQL. `Store` is what others use; every error it raises is a StoreError of one clear line.
What a step, the log and a search give has its types in `step`, `log` and `search`.
"""

from __future__ import annotations

from models.store.drafts import Draft
from models.store.errors import (
    AmbiguousMeeting,
    BackupExists,
    ChangedSince,
    DamagedStore,
    DiskFull,
    EmptyFile,
    ForeignDatabase,
    LockedStore,
    NewerSchema,
    NoFolder,
    NoSuchMeeting,
    NotADatabase,
    OldSqlite,
    ReadOnlyStore,
    StillUsed,
    StoreError,
)
from models.store.files import database_path, sqlite_version
from models.store.queries import LedgerAction, MeetingSummary
from models.store.store import Store

__all__ = [
    "AmbiguousMeeting",
    "BackupExists",
    "ChangedSince",
    "DamagedStore",
    "DiskFull",
    "Draft",
    "EmptyFile",
    "ForeignDatabase",
    "LedgerAction",
    "LockedStore",
    "MeetingSummary",
    "NewerSchema",
    "NoFolder",
    "NoSuchMeeting",
    "NotADatabase",
    "OldSqlite",
    "ReadOnlyStore",
    "StillUsed",
    "Store",
    "StoreError",
    "database_path",
    "sqlite_version",
]
