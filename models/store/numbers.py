"""Where the numbers of items have gone since a change: what was typed with an old one means the item that had it."""

from __future__ import annotations

import json

from models.meeting import NUMBERED
from models.numbering import Renumbering, followed
from models.store.connection import Connection

_LETTERS = {kind.table: kind.letter for kind in NUMBERED}
_MOVED = (
    'SELECT "table", row_id, before, after FROM change WHERE meeting_id = ? AND id > ?'
    f' AND "table" IN ({", ".join("?" * len(_LETTERS))})'
    " AND json_extract(before, '$.number') IS NOT json_extract(after, '$.number') ORDER BY id"
)


def renumbered(connection: Connection, meeting_id: str, since: int) -> Renumbering:
    """The numbers of a meeting that lead elsewhere than they did after the change `since`."""
    pairs: dict[str, tuple[str | None, str | None]] = {}
    for table, row_id, before, after in connection.rows(_MOVED, (meeting_id, since, *_LETTERS)):
        then, now = _code(table, before), _code(table, after)
        pairs[row_id] = (pairs[row_id][0] if row_id in pairs else then, now)
    return followed(pairs.values())


def _code(table: str, image: str | None) -> str | None:
    return f"{_LETTERS[table]}{json.loads(image)['number']}" if image else None
