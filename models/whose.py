"""Whose an entry is that asks (谁说的？): the run that one answer answers, and whom to offer."""

from __future__ import annotations

from dataclasses import dataclass

from models.called import goes_by, labelled
from models.i18n import ngettext
from models.meeting import Department, Entry, Opinion, Person, Point
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


Run = list[Opinion | Point]
"""Entries that ask and have one answer."""


def unanswered(minutes: Minutes) -> int:
    """How many statements stand in the minutes of which nobody knows who made them."""
    return sum(asks(e) for topic in minutes.topics for e in minutes.topic_entries(topic.id))


def unanswered_words(count: int) -> str:
    """What is said of them where the minutes go out: how many, and how they are printed."""
    words = ngettext(
        "{n} statement without a name (who said it?); it is printed as a point of nobody's",
        "{n} statements without a name (who said it?); they are printed as points of nobody's",
        count,
    )
    return words.format(n=count)


def as_said(entry: Entry) -> str:
    """The words of an entry, behind the name a chat gives whoever said them (小明：先试点)."""
    text = str(getattr(entry, "text", ""))
    name = entry.said_as if isinstance(entry, Opinion) and entry.asks else ""
    return f"{name}{': ' if name.isascii() else '：'}{text}" if name else text


def run_of(minutes: Minutes, entry: Entry) -> Run:
    """The entry with those that ask right before and behind it: one answer is that of all.

    What a chat gives a name is answered by the name: for everything somebody of this name said in the meeting.
    """
    here = next(((name, run) for name, run in _runs(minutes, entry.topic_id) if entry in run), None)
    if here is None or not here[0]:
        return here[1] if here else []
    named = [run for topic in minutes.topics for name, run in _runs(minutes, topic.id) if name == here[0]]
    return [one for run in named for one in run]


def _runs(minutes: Minutes, topic_id: str) -> list[tuple[str, Run]]:
    """What asks under a topic, run by run; what follows without naming anybody goes on with it.

    A name begins a run, and so does a line that begins with somebody of its own: the one answer may be wrong for it.
    """
    said = [e for e in minutes.topic_entries(topic_id) if isinstance(e, Opinion | Point)]
    runs: list[tuple[str, Run]] = []
    goes_on = False
    for one in sorted(said, key=lambda e: e.seq):
        name = one.said_as if isinstance(one, Opinion) else ""
        if one.asks and goes_on and not (name or one.candidates):
            runs[-1][1].append(one)
        elif one.asks:
            runs.append((name, [one]))
        goes_on = bool(one.asks)
    return runs


def answers(minutes: Minutes, entry: Entry) -> list[Answer]:
    """Who may have said it: whom its words name, the speaker before it, whoever spoke last, whoever else is there."""
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
    silent = [one for one in silent if one.department_id not in known]
    there = [Answer(p.department_id, p.id) for p in minutes.all(Person) if p.attendance != "absent"]
    return list(dict.fromkeys([*made, *silent, *there]))[: _MOST + 1]


def _named(minutes: Minutes, entry: Entry) -> list[Answer]:
    """Whom the words of an entry name: 财务能月底前付 may be 财务's own."""
    rows = [labelled(minutes, name) for name in filter(None, entry.candidates.split("、"))]
    if isinstance(entry, Opinion) and entry.said_as:
        rows += [p for p in minutes.all(Person) if goes_by(p, entry.said_as)]
    people = [Answer(row.department_id, row.id) for row in rows if isinstance(row, Person)]
    return [*people, *(Answer(row.id, None) for row in rows if isinstance(row, Department))]
