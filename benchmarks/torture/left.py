"""What a killed program left: in the database, in the file of held lines, and beside them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Left:
    """What another program finds at this moment."""

    stored: list[str]
    """Every accepted line as it was typed."""
    kept: list[str]
    """Unfinished texts, lines that wait, and whatever was ever written into a row."""
    faults: list[str]
    """What is broken in the file, in SQLite's words."""

    def holds(self, words: str) -> bool:
        """Whether words that were typed stand anywhere."""
        return any(words in text for text in (*self.stored, *self.kept))


def left(database: Path) -> Left:
    """Looks without changing anything."""
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as outside:
        stored = [text for (text,) in outside.execute("SELECT text FROM line")]
        kept = [text for (text,) in outside.execute("SELECT text FROM draft")]
        kept += [row for (row,) in outside.execute("SELECT after FROM change WHERE after IS NOT NULL")]
        faults = [row[0] for row in outside.execute("PRAGMA quick_check") if row[0] != "ok"]
        faults += [str(row) for row in outside.execute("PRAGMA foreign_key_check")]
    return Left(stored, kept + held(database), faults)


def held(database: Path) -> list[str]:
    """The lines and drafts the database would not take."""
    texts = []
    for file in database.parent.glob(f".{database.name}.held-*"):
        if not file.name.endswith("~"):
            said = json.loads(file.read_text(encoding="utf-8"))
            texts += [line["text"] for line in said["lines"]]
            texts += [draft["text"] for draft in said["drafts"].values()]
    return texts
