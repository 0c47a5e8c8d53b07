"""A meeting as the JSON of `jiyao-meeting/1`, and back without loss.

The format is for other programs and for carrying a meeting to another machine: people and departments are named, not
numbered by row ids, so that it can be written by hand. What happened to a line (its history) stays in the database.
`docs/jiyao-meeting-1.schema.json` describes it.
"""

from __future__ import annotations

from models.interchange.reading import InterchangeError, loads, rows
from models.interchange.writing import FORMAT, dumps, to_dict

__all__ = ["FORMAT", "InterchangeError", "dumps", "loads", "rows", "to_dict"]
