"""A new file for everything there is, when the one that was opened is gone or broken."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from models.i18n import _
from models.store import DamagedStore, GoneStore, StoreError
from tui.result import Result

if TYPE_CHECKING:
    from datetime import datetime

    from models.store import Store
    from tui.program import Program


def go_on_in_new_file(program: Program) -> Result:
    """Writes all there is to a new file beside the old one, else where one can be made, and goes on in it."""
    path = next(_places(program.store.path, program.clock()))
    try:
        if program.meeting is not None:
            program.meeting.go_on_in(path)
        else:
            program.store.go_on_in(path, None)
    except StoreError as error:
        return Result(str(error), ok=False)
    words = _("Everything is in {path}; the recording goes on there")
    return Result(words.format(path=path))


def is_gone(store: Store) -> bool:
    """Whether the file that is open was moved, deleted, replaced or broken."""
    try:
        store.watch()
    except (GoneStore, DamagedStore):
        return True
    except StoreError:
        return False
    return False


def _places(old: Path, now: datetime) -> Iterator[Path]:
    """Names that no file has yet, in folders that can be written: jiyao-20260916-1405.db."""
    for folder in (old.absolute().parent, Path.home(), Path.cwd()):
        if folder.is_dir() and os.access(folder, os.W_OK):
            yield from (
                path
                for n in ("", *map("-{}".format, range(2, 100)))
                if not (path := folder / f"{old.stem}-{now:%Y%m%d-%H%M}{n}{old.suffix or '.db'}").exists()
            )
    yield Path.home() / f"{old.stem}-{now:%Y%m%d-%H%M%S}.db"
