"""Where the files of held lines are, and whose: by their names, without a look into them.

One lies beside the database, else in the user's state folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from platformdirs import user_state_path

UNFINISHED = "~"
"""Behind the name of a file that is being written."""


def folders(database: Path) -> Iterator[tuple[Path, str]]:
    """Where such files may be, and how their names begin there."""
    yield database.parent, f".{database.name}.held-"
    yield state_folder(), "held-"


def held_files(database: Path) -> Iterator[os.DirEntry[str]]:
    """All such files of all windows and meetings, beside a database and in the state folder."""
    for folder, prefix in folders(database):
        with suppress(OSError), os.scandir(folder) as entries:
            yield from [one for one in entries if _is(one.name, prefix)]


def held_ids(database: Path) -> list[str]:
    """The ids of meetings of which something is held, by the names of the files: also of one that is broken."""
    return [one.name.rpartition("-")[2] for one in held_files(database.absolute())]


def state_folder() -> Path:
    """The folder of the user's state, on a disk that may be another than the database's."""
    return user_state_path("jiyao", appauthor=False)


def _is(name: str, prefix: str) -> bool:
    return name.startswith(prefix) and not name.endswith(UNFINISHED)
