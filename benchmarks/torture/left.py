"""What a killed program left: in the database, in the file of held lines, and beside them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

_WORDS = {
    "point": "text",
    "opinion": "text",
    "note": "text",
    "background": "text",
    "disagreement": "dispute || consensus",
    "resolution": "text",
    "action": "task",
    "open_issue": "text",
}
_ENTRIES = (
    "SELECT words FROM ({}) JOIN meeting ON meeting.id = meeting_id ORDER BY meeting.rowid, seq".format(
        " UNION ALL ".join(
            f"SELECT meeting_id, {words} AS words, seq FROM {kind}" for kind, words in _WORDS.items()
        )
    )
)


@dataclass(frozen=True)
class Left:
    """What another program finds at this moment."""

    entries: list[str]
    """The words of points, opinions and the like, in the order of typing."""
    typed: list[str]
    """Every accepted line as it was typed."""
    offered: list[str]
    """Unfinished lines, which stand in a bar again at the next start, and lines that wait."""
    kept: list[str]
    """Whatever was ever written into a row."""
    faults: list[str]
    """What is broken in the file, in SQLite's words."""

    def holds(self, words: str) -> bool:
        """Whether words that were typed stand anywhere."""
        return any(words in text for text in (*self.typed, *self.offered, *self.kept))


def left(database: Path) -> Left:
    """Looks without changing anything."""
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True, timeout=30)) as outside:
        outside.execute("BEGIN")
        entries = [text for (text,) in outside.execute(_ENTRIES)]
        typed = [text for (text,) in outside.execute("SELECT text FROM line")]
        drafts = [line for (text,) in outside.execute("SELECT text FROM draft") for line in text.split("\n")]
        drafts += [text for (text,) in outside.execute("SELECT value FROM remembered")]
        kept = [row for (row,) in outside.execute("SELECT after FROM change WHERE after IS NOT NULL")]
        faults = [row[0] for row in outside.execute("PRAGMA quick_check") if row[0] != "ok"]
        faults += [str(row) for row in outside.execute("PRAGMA foreign_key_check")]
    return Left(entries, typed, drafts + held(database), kept, faults)


def held(database: Path) -> list[str]:
    """The lines and drafts the database would not take."""
    texts: list[str] = []
    for file in database.parent.glob(f".{database.name}.held-*"):
        if not file.name.endswith("~"):
            texts += _held_in(file)
    return texts


def _held_in(file: Path) -> list[str]:
    """The texts of one such file, which may go away meanwhile."""
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    drafts = [line for draft in said["drafts"].values() for line in draft["text"].split("\n")]
    return [line["text"] for line in said["lines"]] + drafts
