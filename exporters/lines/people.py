"""Who was there, as capture lines."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.lines.lines import Lines, one_line
from models.capture.words.idiom import named_together
from models.capture.writing import absence
from models.entry_values import said_name, stand_in
from models.meeting import Department, Person


def attendance(lines: Lines) -> Iterator[str]:
    """The roll, observers and guests, the absent, the late and who left."""
    minutes = lines.minutes
    people = [p for d in minutes.departments for p in minutes.people(d.id)]
    away = [p for p in (*people, *minutes.guests) if p.attendance == "absent"]
    # Whoever is named first in a department stays first in it.
    called = {p.id for d in minutes.departments for p in _called(lines, d)}
    leading = [p for p in away if p.id not in called and _stands_before(lines, p, called)]
    yield from (_absent(lines, person) for person in leading)
    yield from _roll(lines)
    yield from _line(lines, "observer", [_name(lines, p) for p in people if p.role == "observer"])
    yield from _line(lines, "guest", [_name(lines, p) for p in minutes.guests])
    yield from (_absent(lines, person) for person in away if person not in leading)
    for person in (*people, *minutes.guests):
        if person.attendance in ("late", "left"):
            at = person.arrived_at if person.attendance == "late" else person.left_at
            yield lines.say.marked(person.attendance, f"{_name(lines, person)} {at[11:16] if at else ''}")


def _absent(lines: Lines, person: Person) -> str:
    said = [part for part in (person.reason, stand_in(person)) if part]
    name = _name(lines, person)
    return one_line(absence(name, said, lines.say) if said else lines.say.marked("absent", name))


def _called(lines: Lines, department: Department) -> list[Person]:
    """Whom the roll names: who came and, where names have no form that tells them, who is away too."""
    people = [p for p in lines.minutes.people(department.id) if p.role == "attendee"]
    away = ("absent",) if department.name.isascii() else ()
    return [p for p in people if p.attendance in ("present", "late", "left", *away)]


def _stands_before(lines: Lines, person: Person, called: set[str]) -> bool:
    peers = lines.minutes.people(person.department_id) if person.department_id else []
    return any(peer.number > person.number and peer.id in called for peer in peers)


def _roll(lines: Lines) -> Iterator[str]:
    minutes, say = lines.minutes, lines.say
    listed = []
    for department in minutes.departments:
        came = _called(lines, department)
        names = say.comma.join(said_name(minutes, p.id) or "" for p in came)
        listed += [department.name + say.colon + names] if names else []
    yield from _line(lines, "present", listed)


def _name(lines: Lines, person: Person) -> str:
    """Department and person together; a guest has none."""
    department = lines.minutes.department_name(person.department_id)
    return named_together(department, said_name(lines.minutes, person.id) or "")


def _line(lines: Lines, family: str, names: list[str]) -> Iterator[str]:
    if names:
        yield lines.say.marked(family, one_line(lines.say.clause.join(names)))
