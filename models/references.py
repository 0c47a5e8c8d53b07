"""References to a department or person of the meeting: what keeps it from being taken out, in words."""

from __future__ import annotations

from dataclasses import fields

from models import wording
from models.i18n import _
from models.kinds import KINDS, place_of
from models.meeting import TABLES, Department, Link, Meeting, Person, Row, Topic
from models.minutes import Minutes

_PERSON = frozenset({"person_id", "owner_id", "lead_id", "speaker_person_id"})
_MOST = 4
"""So many are named; of the others their number."""


def columns(kind: type[Row], named: type[Department] | type[Person]) -> tuple[str, ...]:
    """The columns of a table that hold the id of a department, or of a person."""
    names = [field.name for field in fields(kind)]
    if named is Department:
        return tuple(name for name in names if name.endswith("department_id"))
    return tuple(name for name in names if name in _PERSON)


def referring(minutes: Minutes, one: Department | Person) -> list[Row]:
    """The rows that name a department or person: entries, what they are tied to, topics it concerns.

    The people of a department and who has the floor are not among them.
    """
    found: list[Row] = []
    for kind in TABLES:
        if kind not in (Person, Meeting):
            wanted = columns(kind, type(one))
            found += [
                row for row in minutes.all(kind) if any(getattr(row, name) == one.id for name in wanted)
            ]
    return found


def places(minutes: Minutes, one: Department | Person) -> list[str]:
    """Where a department or person is named, as people find it: A2, 1.1 opinion, topic 1.2, host."""
    rows = [_owner(minutes, row) for row in referring(minutes, one)]
    entries = [place_of(minutes, entry) for row in rows if row and (entry := minutes.entry(row.id))]
    topics = [_("topic {number}").format(number=row.number) for row in rows if isinstance(row, Topic)]
    return list(dict.fromkeys([*entries, *topics, *_roles(minutes, one)]))


def _owner(minutes: Minutes, row: Row) -> Row | None:
    """The entry or topic a tie belongs to; any other row is its own."""
    return minutes.row(getattr(row, row.owner)) if isinstance(row, Link) else row


def _roles(minutes: Minutes, one: Department | Person) -> list[str]:
    """Host and recorder are written by name."""
    if isinstance(one, Department):
        return []
    names = {one.name, minutes.department_name(one.department_id) + one.name}
    meeting = minutes.meeting
    roles = {_("host"): meeting.host, _("recorder"): meeting.recorder}
    return [role for role, words in roles.items() if words and words in names]


def in_words(minutes: Minutes, one: Department | Person) -> str:
    """Where it is named, in a few words; nothing where it is named nowhere."""
    found = places(minutes, one)
    if len(found) <= _MOST:
        return wording.listed(found)
    return _("{places} and {n} more").format(places=wording.listed(found[:_MOST]), n=len(found) - _MOST)


def still_named(minutes: Minutes, one: Department | Person) -> list[tuple[Department | Person, str]]:
    """Who of a department with its people, or which person, is named, and where: what keeps it from being taken out."""
    people = minutes.people(one.id) if isinstance(one, Department) else []
    return [(named, words) for named in (one, *people) if (words := in_words(minutes, named))]


OWNED = {kind.row: kind.owner for kind in KINDS.values() if kind.owner}
"""The columns of the kinds of entry that say whose it is."""
