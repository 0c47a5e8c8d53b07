"""Which meeting a word of the user names: apart from the lists of meetings, because opening one needs no list."""

from __future__ import annotations

from models.store.connection import Connection
from models.store.errors import AmbiguousMeeting, NoSuchMeeting


def find(connection: Connection, reference: str) -> str:
    """The id of the meeting a reference names."""
    if reference == "last":
        found = connection.value("SELECT meeting_id FROM latest ORDER BY step_id DESC LIMIT 1")
        if not found:
            raise NoSuchMeeting(reference=reference)
        return str(found)
    if connection.value("SELECT 1 FROM meeting WHERE id = ?", (reference,)):
        return reference
    fits = connection.rows(
        "SELECT id FROM meeting WHERE instr(id, ?) > 0 ORDER BY id LIMIT 9", (reference.strip().lower(),)
    )
    if not fits or not reference.strip():
        raise NoSuchMeeting(reference=reference)
    if len(fits) > 1:
        raise AmbiguousMeeting(reference=reference, ids=", ".join(row[0] for row in fits))
    return str(fits[0][0])
