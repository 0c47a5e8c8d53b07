"""A store in memory, in which lines are read before anything is written where others would have to wait."""

from __future__ import annotations

from pathlib import Path

from models.ids import new_id
from models.meeting import TABLES, Meeting
from models.minutes import Minutes
from models.store.connection import Connection
from models.store.log import Log
from models.store.migrations import migrate
from models.store.rows import load, shape, values
from models.store.step import Step
from models.store.triggers import drop_triggers, renew_triggers

_NAMES = ("company_department", "company_person", "company_import", "name_code")
"""What a file knows of all meetings: whom words may name."""


def open_scratch(like: Connection) -> Connection:
    """A file in memory without meetings, which knows the names another one knows."""
    scratch = Connection(Path("in memory"), mode="memory")
    migrate(scratch)
    with scratch.immediate():
        for table in _NAMES:
            _copy(like, scratch, table)
    return scratch


def copy_meeting(source: Connection, scratch: Connection, minutes: Minutes) -> None:
    """Puts a meeting into the scratch file, where what it refers to elsewhere is missing and not missed."""
    scratch.execute("PRAGMA foreign_keys=OFF")
    with scratch.immediate():
        drop_triggers(scratch)
        for kind in TABLES:
            form = shape(kind)
            rows = ([*values(row, form.columns)] for row in minutes.all(kind))
            with scratch.translating():
                scratch.raw.executemany(form.insert, rows)
    renew_triggers(scratch)
    numbers = source.rows("SELECT * FROM counter WHERE meeting_id = ?", (minutes.meeting.id,))
    with scratch.immediate():
        for row in numbers:
            scratch.execute(f"INSERT OR REPLACE INTO counter VALUES ({', '.join('?' * len(row))})", row)


def _copy(source: Connection, target: Connection, table: str) -> None:
    """The rows of a table that are not there yet."""
    rows = source.rows(f"SELECT * FROM {table}")
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        with target.translating():
            target.raw.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)


def hand_over(scratch: Connection, target: Connection, meeting_id: str, log: Log, label: str) -> None:
    """Writes a meeting of the scratch file to another: begun empty, then everything in one step that can be undone."""
    minutes = load(scratch, meeting_id)
    log.create(Meeting(id=meeting_id, meeting_id=meeting_id), (), "")
    with log.step(meeting_id, label, new_id(), "") as step:
        for line_id, text in scratch.rows(
            "SELECT id, text FROM line WHERE meeting_id = ? ORDER BY rowid", (meeting_id,)
        ):
            step.line(text, line_id)
        step.update(minutes.meeting)
        for kind in TABLES:
            for row in minutes.all(kind) if kind is not Meeting else ():
                step.insert(row)
        _count(scratch, step)
    _copy(scratch, target, "name_code")


def _count(scratch: Connection, step: Step) -> None:
    """The numbers that were given go on from where they are."""
    where = "SELECT name, value FROM counter WHERE meeting_id = ?"
    for name, value in scratch.rows(where, (step.meeting_id,)):
        step.next_number(name, value - 1)
