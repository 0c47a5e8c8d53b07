"""Attendance: what an attendance line, or a choice in the list, does to the people of the meeting."""

from __future__ import annotations

from models import called, i18n
from models.capture.values import AttendanceLine
from models.capture.words.idiom import idiom, named_together
from models.capture.writing import absence
from models.entry_values import said_name, stand_in
from models.meeting import Department, Person
from models.minutes import Minutes
from models.recorder import people
from models.recorder.step import MeetingStep


def attend(step: MeetingStep, item: AttendanceLine) -> list[str]:
    """Marks the people of an attendance line; gives the ids of those it is about."""
    home = people.department(step, item.department)
    members = step.minutes.people(home.id) if home else []
    found = [_attendee(step, home, item)] if item.name else members
    for one in found:
        _mark(step, one, item)
    if item.roll and home and not step.minutes.has_entries:
        _call(step, home)
    return [one.id for one in found] or ([home.id] if home else [])


def _attendee(step: MeetingStep, home: Department | None, item: AttendanceLine) -> Person:
    known = step.minutes.people(home.id) if home else people.everybody(step)
    found = called.first_called(known, item.name)
    return found or people.join(step, home, item.name or "", item.role or "")


def _mark(step: MeetingStep, one: Person, item: AttendanceLine) -> None:
    said = {
        "attendance": item.attendance,
        "role": item.role,
        "reason": item.reason,
        "proxy": item.proxy,
        "arrived_at": _arrived(step, item),
        "left_at": step.at(item.left_at) if item.left_at or item.attendance == "left" else None,
    }
    step.change(one, **{field: value for field, value in said.items() if value is not None})
    if item.proxy:
        _stand_in(step, one, item.proxy)


def _arrived(step: MeetingStep, item: AttendanceLine) -> str | None:
    """When somebody came: as said, now where it is said that he is late; not yet where he is still awaited."""
    if item.arrived_at or (item.attendance == "late" and item.arrived_at is None):
        return step.at(item.arrived_at)
    return None


def _stand_in(step: MeetingStep, absent: Person, name: str) -> None:
    """Marks who stands in as present: from the list, else new in the absent person's department."""
    known = [p for p in people.everybody(step) if called.goes_by(p, name)]
    own = [p for p in known if p.department_id == absent.department_id]
    home = step.minutes.department(absent.department_id)
    found = next(iter(own or known), None) or people.join(step, home, name)
    if found.attendance == "unknown":
        step.change(found, attendance="present")


def _call(step: MeetingStep, one: Department) -> None:
    """Puts the departments in the order of the roll, until the first entry stands."""
    step.roll.append(one.id)
    order = [d for i in dict.fromkeys(step.roll) if (d := step.minutes.department(i))]
    order += [d for d in step.minutes.departments if d.id not in step.roll]
    for number, placed in enumerate(order, 1):
        if placed.number != number:
            step.change(placed, number=number)


def choose_attendance(step: MeetingStep, one: Person, attendance: str, **said: str | None) -> Person:
    """Sets what was chosen for one person; times that the choice needs and nobody said are now."""
    fields = {field: value for field, value in said.items() if value is not None}
    if attendance == "late":
        fields.setdefault("arrived_at", one.arrived_at or step.moment.text or "")
    if attendance == "left":
        fields.setdefault("left_at", one.left_at or step.moment.text or "")
    cleared = {} if attendance == "left" or "left_at" in fields else {"left_at": None}
    if attendance in ("present", "absent", "unknown") and "arrived_at" not in fields:
        cleared["arrived_at"] = None
    changed = step.change(one, attendance=attendance, **fields, **cleared)
    if proxy := said.get("proxy"):
        _stand_in(step, changed, proxy)
    return changed


_NEXT = {"unknown": "present", "present": "absent", "absent": "late", "late": "left", "left": "present"}


def next_attendance(step: MeetingStep, one: Person) -> Person:
    """Sets the next of present, absent, late, left; someone who leaves after coming late keeps both times."""
    following = _NEXT.get(one.attendance, "present")
    changed = choose_attendance(step, one, following)
    if following == "left" and one.arrived_at:
        changed = step.change(changed, arrived_at=one.arrived_at)
    return changed


def absence_line(minutes: Minutes, person: Person) -> tuple[str, int]:
    """The line that says why somebody is absent and who stands in, to be filled in, and where the caret goes."""
    say = idiom(i18n.current())
    department = minutes.department_name(person.department_id)
    name = named_together(department, said_name(minutes, person.id) or person.name)
    line = absence(name, [part for part in (person.reason, stand_in(person)) if part], say)
    return line, len(line) - len(say.closing)
