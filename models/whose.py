"""Whose an entry is that asks (谁说的？): the run that one answer answers, and whom to offer."""

from __future__ import annotations

from dataclasses import dataclass

from models import wording
from models.meeting import Entry, Opinion, Point
from models.minutes import Minutes

_MOST = 8
"""So many others are offered, by the digits 2 to 9."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Somebody who may have said it, by id."""

    department_id: str | None
    person_id: str | None


def asks(entry: Entry) -> bool:
    """Whether nobody knows whose an entry is, and it is asked."""
    return isinstance(entry, Opinion | Point) and bool(entry.asks) and not entry.left_out


def run_of(minutes: Minutes, entry: Entry) -> list[Opinion | Point]:
    """The entry with those that ask right before and behind it: one answer is that of all."""
    said = [e for e in minutes.topic_entries(entry.topic_id) if isinstance(e, Opinion | Point)]
    said.sort(key=lambda e: e.seq)
    place = next((n for n, e in enumerate(said) if e.id == entry.id), None)
    if place is None:
        return []
    first = last = place
    while first > 0 and said[first - 1].asks:
        first -= 1
    while last + 1 < len(said) and said[last + 1].asks:
        last += 1
    return said[first : last + 1]


def answers(minutes: Minutes, entry: Entry) -> list[Answer]:
    """Who may have said it: whom its words name, the speaker before it, then whoever spoke last."""
    first = run_of(minutes, entry)[:1]
    seq = first[0].seq if first else entry.seq
    spoken = [
        o
        for o in reversed(minutes.all_entries)
        if isinstance(o, Opinion) and not o.asks and (o.department_id or o.person_id)
    ]
    before = [o for o in spoken if o.seq < seq and o.topic_id == entry.topic_id]
    said = [Answer(o.department_id, o.person_id) for o in (*before[:1], *spoken)]
    made = [*_named(minutes, entry), *said]
    silent = [Answer(d.id, None) for d in minutes.departments]
    known = {one.department_id for one in made}
    return list(dict.fromkeys([*made, *(one for one in silent if one.department_id not in known)]))[
        : _MOST + 1
    ]


def _named(minutes: Minutes, entry: Entry) -> list[Answer]:
    """Whom the words of an entry name: 财务能月底前付 may be 财务's own."""
    names = entry.candidates.split("、") if entry.candidates else []
    people = [
        Answer(d.id, p.id)
        for d in minutes.departments
        for p in minutes.people(d.id)
        if wording.named(d.name, p.name) in names or d.name + p.name in names
    ]
    return [*people, *(Answer(d.id, None) for d in minutes.departments if d.name in names)]
