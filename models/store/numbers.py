"""Where the numbers of items have gone since a change: what was typed with an old one means the item that had it."""

from __future__ import annotations

import json

from models.meeting import NUMBERED
from models.numbering import Renumbering, followed
from models.store.connection import Connection

_LETTERS = {kind.table: kind.letter for kind in NUMBERED}
_MOVED = (
    'SELECT "table", row_id, before, after, "window" FROM change LEFT JOIN step ON step.id = step_id'
    " WHERE change.meeting_id = ? AND change.id > ?"
    f' AND "table" IN ({", ".join("?" * len(_LETTERS))})'
    " AND json_extract(before, '$.number') IS NOT json_extract(after, '$.number') ORDER BY change.id"
)


def renumbered(connection: Connection, meeting_id: str, since: int, window: str | None = None) -> Renumbering:
    """The numbers of a meeting that lead elsewhere than they did after the change `since`.

    With a window, so does the number of an item that another window has made since: nobody there can have meant it.
    """
    pairs: dict[str, tuple[str | None, str | None]] = {}
    strange: set[str] = set()
    for table, row_id, before, after, made_in in connection.rows(_MOVED, (meeting_id, since, *_LETTERS)):
        then, now = _code(table, before), _code(table, after)
        if row_id not in pairs and then is None and window not in (None, made_in):
            strange.add(row_id)
        pairs[row_id] = (pairs[row_id][0] if row_id in pairs else then, now)
    theirs = {now: "" for row_id, (_then, now) in pairs.items() if now and row_id in strange}
    return {**theirs, **followed(pairs.values())}


def _code(table: str, image: str | None) -> str | None:
    return f"{_LETTERS[table]}{json.loads(image)['number']}" if image else None
