"""Which meetings are listed, counted and searched: not those in the trash, and not those that stayed blank."""

from __future__ import annotations

from models.lazy import lazily
from models.store.connection import Connection

with lazily:
    import json

    from models.store import held_files

NOT_TRASHED = "NOT IN (SELECT meeting_id FROM trash)"
"""What is asked of a meeting's id wherever meetings are listed, counted or searched."""

_FACTS = (
    *("name", "theme", "goal", "sponsor", "place", "online", "host", "recorder"),
    *("document_number", "copies", "signed_by", "issuer"),
)
_PARTS = ("topic", "department", "person", "material", "checklist_item", "draft")
BLANK = " AND ".join(
    [
        *(f"m.{fact} = ''" for fact in _FACTS),
        *(f"NOT EXISTS (SELECT 1 FROM {part} WHERE meeting_id = m.id)" for part in _PARTS),
        "(SELECT group_concat(kind || screen) FROM step WHERE meeting_id = m.id) = 'starthome'",
        "m.id NOT IN (SELECT value FROM json_each(held_ids()))",
    ]
)
"""True of a meeting `m` begun on the home screen in which nobody wrote anything, and for which nothing is held."""


def answer_held_ids(connection: Connection) -> None:
    """Lets queries ask for `held_ids`: of which meetings something lies beside the file, not in it; looked for once."""

    def held_ids() -> str:
        return json.dumps(held_files.held_ids(connection.path))

    connection.raw.create_function("held_ids", 0, held_ids)
