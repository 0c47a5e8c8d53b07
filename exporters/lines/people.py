"""Who was there, as capture lines."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.lines.wording import Wording
from models.meeting import Department, Person


def attendance(wording: Wording) -> Iterator[str]:
    """The roll, observers and guests, the absent, the late and who left."""
    minutes = wording.minutes
    people = [p for d in minutes.departments for p in minutes.people(d.id)]
    away = [p for p in (*people, *minutes.guests) if p.attendance == "absent"]
    # Whoever is named first in a department stays first in it.
    called = {p.id for d in minutes.departments for p in _called(wording, d)}
    leading = [p for p in away if p.id not in called and _stands_before(wording, p, called)]
    yield from (_absent(wording, person) for person in leading)
    yield from _roll(wording)
    yield from _line(wording, "observer", [_name(wording, p) for p in people if p.role == "observer"])
    yield from _line(wording, "guest", [_name(wording, p) for p in minutes.guests])
    yield from (_absent(wording, person) for person in away if person not in leading)
    for person in (*people, *minutes.guests):
        if person.attendance in ("late", "left"):
            at = person.arrived_at if person.attendance == "late" else person.left_at
            yield wording.marked(person.attendance, f"{_name(wording, person)} {at[11:16] if at else ''}")


def _absent(wording: Wording, person: Person) -> str:
    why = [part for part in (person.reason, _stand_in(person)) if part]
    comma = "，" if wording.say.chinese else ", "
    said = wording.say.bracket(comma.join(why)) if why else ""
    return wording.marked("absent", _name(wording, person) + said)


def _called(wording: Wording, department: Department) -> list[Person]:
    """Whom the roll names: who came and, where names have no form that tells them, who is away too."""
    people = [p for p in wording.minutes.people(department.id) if p.role == "attendee"]
    away = ("absent",) if department.name.isascii() else ()
    return [p for p in people if p.attendance in ("present", "late", "left", *away)]


def _stands_before(wording: Wording, person: Person, called: set[str]) -> bool:
    peers = wording.minutes.people(person.department_id) if person.department_id else []
    return any(peer.number > person.number and peer.id in called for peer in peers)


def _roll(wording: Wording) -> Iterator[str]:
    minutes, say = wording.minutes, wording.say
    listed = []
    for department in minutes.departments:
        came = _called(wording, department)
        names = say.comma.join(p.full_name if _alike(wording, p) else p.name for p in came)
        listed += [department.name + say.colon + names] if names else []
    yield from _line(wording, "present", listed)


def _alike(wording: Wording, person: Person) -> bool:
    names = [p.name for p in wording.minutes.people(person.department_id)]
    return bool(person.full_name) and names.count(person.name) > 1


def _name(wording: Wording, person: Person) -> str:
    return wording.name(person.department_id, person.id)


def _stand_in(person: Person) -> str:
    if not person.proxy:
        return ""
    return f"{person.proxy} stands in" if person.proxy.isascii() else f"{person.proxy}代参会"


def _line(wording: Wording, family: str, names: list[str]) -> Iterator[str]:
    if names:
        yield wording.marked(family, wording.say.clause.join(names))
