"""Migrations: the scripts that bring a file to the present schema, kept count of by sqlite-utils.

sqlite-utils takes a tenth of a second to load, so it is loaded only when there is something to migrate; the pragma
user_version tells an up-to-date file from another without it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from models.lazy import lazily
from models.store.connection import Connection
from models.store.errors import DamagedStore
from models.store.triggers import renew_triggers

with lazily:
    import sqlite_utils

    from models.store import copies

APPLICATION_ID = 0x6A69796F
"""Written into the file's header ("jiyo"), so that it is known for what it is."""
_SCRIPTS = sorted(Path(__file__).parent.glob("*.sql"))
"""One a migration, in order: 001_first.sql …"""
SCHEMA = len(_SCRIPTS)
"""How many migrations there are."""


def migrations() -> sqlite_utils.Migrations:
    """All migrations, oldest first."""
    found = sqlite_utils.Migrations("jiyao")

    for script in _SCRIPTS:
        found(name=script.stem)(_migration(script))
    return found


def _migration(script: Path) -> Callable[[sqlite_utils.Database], None]:
    """A migration that runs a script."""

    def run(db: sqlite_utils.Database, /) -> None:
        for statement in _statements(script.read_text(encoding="utf-8")):
            db.execute(statement)

    return run


def _statements(script: str) -> list[str]:
    """The statements of a script; executescript would commit the migration half way."""
    found, begun = [], ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            found.append(begun)
            begun = ""
    return found


def migrate(connection: Connection) -> None:
    """Brings the file to the present schema and renews the triggers that log every change."""
    # Rebuilding a table would otherwise delete what refers to it; the check at the end stands for it.
    connection.execute("PRAGMA foreign_keys=OFF")
    try:
        with connection.translating(), connection.immediate():
            keep_before(connection)
            migrations().apply(sqlite_utils.Database(connection.raw, execute_plugins=False))
            renew_triggers(connection)
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={SCHEMA}")
            if connection.rows("PRAGMA foreign_key_check"):
                raise DamagedStore(connection.path, reason="foreign_key_check")
    finally:
        connection.execute("PRAGMA foreign_keys=ON")
    # The file alone shall have its id: see `place`.
    connection.rows("PRAGMA wal_checkpoint")


def keep_before(connection: Connection) -> None:
    """Keeps a copy of a file of an older schema beside it; an error ends the migration before it begins."""
    version = connection.value("PRAGMA user_version")
    if not 0 < version < SCHEMA:
        return
    kept = copies.unused(connection.path, f"schema-{version}")
    reader = Connection(connection.path)
    try:
        copies.copy_to(reader, kept)
    finally:
        reader.close()
