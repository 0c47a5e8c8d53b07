"""Who was there, as capture lines."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.lines.wording import Wording
from models.meeting import Person


def attendance(wording: Wording) -> Iterator[str]:
    """The roll, observers and guests, the absent, the late and who left."""
    minutes = wording.minutes
    people = [p for d in minutes.departments for p in minutes.people(d.id)]
    away = [p for p in (*people, *minutes.guests) if p.attendance == "absent"]
    # Whoever is named first in a department stays first in it.
    leading = [p for p in away if any(q.number > p.number for q in _in_the_room(wording, p.department_id))]
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


def _in_the_room(wording: Wording, department_id: str | None) -> list[Person]:
    people = wording.minutes.people(department_id) if department_id else []
    return [p for p in people if p.role == "attendee" and p.attendance in ("present", "late", "left")]


def _roll(wording: Wording) -> Iterator[str]:
    minutes, say = wording.minutes, wording.say
    listed = []
    for department in minutes.departments:
        came = _in_the_room(wording, department.id)
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
