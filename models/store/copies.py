"""Copies of the file: whole, under another name, and told from the file they were made of."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from models.store.connection import Connection
from models.store.errors import denied


def copy_to(connection: Connection, target: Path) -> None:
    """Writes a copy that appears under its name only when it is complete; it is a file of its own, with its own id."""
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        connection.execute("VACUUM INTO ?", (str(unfinished),))
        _give_id(unfinished)
        unfinished.replace(target)
    except OSError as error:
        raise denied(error, target) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _give_id(path: Path) -> None:
    copy = Connection(path)
    try:
        if copy.value("SELECT 1 FROM sqlite_master WHERE name = 'file'"):
            copy.execute("UPDATE file SET id = lower(hex(randomblob(8)))")
    finally:
        copy.close()


def unused(path: Path, word: str) -> Path:
    """A name beside the file that says what a copy is for, and that no file has yet: jiyao.schema-4.db."""
    names = (
        path.with_name(f"{path.stem}.{word}{n}{path.suffix}")
        for n in ("", *map("-{}".format, range(2, 1000)))
    )
    return next(name for name in names if not name.exists())
