"""Where meetings stay: one SQLite file, every change durable, logged and to be undone.

The only package that knows SQL. `Store` is what others use; every error it raises is a StoreError of one clear line.
What it gives of meetings, steps and searches is loaded with the part that gives it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

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
from models.store.store import Store

if TYPE_CHECKING:
    from models.store.drafts import Draft
    from models.store.history import Line, RowChange
    from models.store.queries import LedgerAction, MeetingSummary
    from models.store.search import Hit
    from models.store.steps import Step, StepInfo

__all__ = [
    "AmbiguousMeeting",
    "BackupExists",
    "ChangedSince",
    "DamagedStore",
    "DiskFull",
    "Draft",
    "EmptyFile",
    "ForeignDatabase",
    "Hit",
    "LedgerAction",
    "Line",
    "LockedStore",
    "MeetingSummary",
    "NewerSchema",
    "NoFolder",
    "NoSuchMeeting",
    "NotADatabase",
    "OldSqlite",
    "ReadOnlyStore",
    "RowChange",
    "Step",
    "StepInfo",
    "StillUsed",
    "Store",
    "StoreError",
    "database_path",
    "sqlite_version",
]
_HOMES = {
    "Draft": "drafts",
    "Hit": "search",
    "LedgerAction": "queries",
    "Line": "history",
    "MeetingSummary": "queries",
    "RowChange": "history",
    "Step": "steps",
    "StepInfo": "steps",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"models.store.{_HOMES[name]}"), name)
