"""The meeting somebody means: by its id, by a part of it that no other has, or by being the last."""

from __future__ import annotations

from models.store.connection import Connection
from models.store.errors import AmbiguousMeeting, NoSuchMeeting, NoTrashedMeeting, TrashedMeeting
from models.store.listed import BLANK, NOT_TRASHED

_IN_TRASH = "IN (SELECT meeting_id FROM trash)"
_MOST = 9
"""So many ids are named where a reference fits several."""


def find(connection: Connection, reference: str) -> str:
    """The id of the meeting a reference names, which may be `last`; one in the trash is a TrashedMeeting."""
    if reference == "last":
        return _last(connection)
    if found := _only(connection, reference, NOT_TRASHED):
        return found
    if trashed := _fitting(connection, reference, _IN_TRASH):
        raise TrashedMeeting(reference=trashed[0])
    raise NoSuchMeeting(reference=reference)


def find_trashed(connection: Connection, reference: str) -> str:
    """The id of the meeting in the trash that a reference names."""
    if found := _only(connection, reference, _IN_TRASH):
        return found
    raise NoTrashedMeeting(reference=reference)


def _last(connection: Connection) -> str:
    found = connection.value(
        "SELECT latest.meeting_id FROM latest JOIN meeting AS m ON m.id = latest.meeting_id"
        f" WHERE latest.meeting_id {NOT_TRASHED} AND NOT ({BLANK}) ORDER BY latest.step_id DESC LIMIT 1"
    )
    if not found:
        raise NoSuchMeeting(reference="last")
    return str(found)


def _only(connection: Connection, reference: str, where: str) -> str | None:
    """The id of the one meeting that is meant; None where none is, AmbiguousMeeting where several may be."""
    fits = _fitting(connection, reference, where)
    if len(fits) > 1:
        raise AmbiguousMeeting(reference=reference, ids=", ".join(fits))
    return next(iter(fits), None)


def _fitting(connection: Connection, reference: str, where: str) -> list[str]:
    """The ids among some meetings' that hold a reference; the one that is it, alone."""
    part = reference.strip().lower()
    found = connection.rows(
        "SELECT id FROM meeting WHERE (id = ? OR instr(id, ?) > 0)"
        f" AND id {where} ORDER BY id = ? DESC, id LIMIT {_MOST}",
        (reference, part, reference),
    )
    ids = [str(row[0]) for row in found] if part else []
    return ids[:1] if reference in ids else ids
