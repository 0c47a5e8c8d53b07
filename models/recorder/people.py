"""Who is there: departments and people join the meeting as they are named, and come and go."""

from __future__ import annotations

from models.capture.values import AttendanceLine
from models.meeting import Department, Person, new_id
from models.names import department_end
from models.recorder.sheet import Sheet


def department(sheet: Sheet, name: str | None) -> Department | None:
    """The department of this name, which joins the meeting if it is new; None for no name."""
    if not name:
        return None
    for known in sheet.minutes.departments:
        if name == known.name or name in known.aliases.split("、"):
            return known
    highest = max((d.number for d in sheet.minutes.departments), default=0)
    number = sheet.next_place("department", highest)
    company = sheet.organisation.department(name)
    return sheet.add(
        Department(
            id=new_id(),
            meeting_id=sheet.meeting.id,
            number=number,
            name=company.name if company else name,
            aliases="、".join(company.aliases) if company else "",
            company_order=company.place if company else None,
        )
    )


def department_id(sheet: Sheet, name: str | None) -> str | None:
    """Its id."""
    found = department(sheet, name)
    return found.id if found else None


def person(sheet: Sheet, where: str | None, name: str | None) -> Person | None:
    """The person of this name in a department (without one: anywhere), who joins if new; None for no name."""
    if not name:
        return None
    home = department(sheet, where)
    known = sheet.minutes.people(home.id) if home else _everybody(sheet)
    for one in known:
        if name in (one.name, one.full_name):
            return one
    return join(sheet, home, name)


def _everybody(sheet: Sheet) -> list[Person]:
    return sheet.minutes.guests + [p for d in sheet.minutes.departments for p in sheet.minutes.people(d.id)]


def join(sheet: Sheet, home: Department | None, name: str, role: str = "") -> Person:
    """A new person, last in the department; without one a guest."""
    place = home.id if home else None
    highest = max((p.number for p in sheet.minutes.people(place)), default=0)
    company = sheet.organisation.person(home.name, name) if home else None
    return sheet.add(
        Person(
            id=new_id(),
            meeting_id=sheet.meeting.id,
            department_id=place,
            number=sheet.next_place(f"person {place or 'guest'}", highest),
            name=company.name if company else name,
            full_name=company.full_name if company else "",
            title=company.title if company else "",
            head=company.head if company else False,
            company_order=company.place if company else None,
            role=role or ("attendee" if home else "guest"),
        )
    )


def who(sheet: Sheet, where: str | None, name: str | None) -> tuple[str | None, str | None]:
    """The ids of a department and a person; a person named alone brings the own department along."""
    found = person(sheet, where, name)
    if found is None:
        return department_id(sheet, where), None
    return found.department_id, found.id


def speaks(sheet: Sheet, person_id: str | None) -> None:
    """Somebody who speaks is there, if nobody had looked yet."""
    found = sheet.minutes.person(person_id)
    if found is not None and found.attendance == "unknown":
        sheet.change(found, attendance="present")


def named_as_written(sheet: Sheet, words: str) -> None:
    """The host or recorder (市场部王总监) joins the list and is there; a name without department only if known."""
    words = words.strip()
    cut = next(
        (len(d.name) for d in sheet.minutes.departments if words.startswith(d.name)),
        department_end(words.lower(), 0) or 0,
    )
    name = words[cut:].strip(" 　-－—·()（）")
    known = [p for p in _everybody(sheet) if p.name == name]
    if cut or known:
        found = person(sheet, words[:cut] or None, name)
        speaks(sheet, found.id if found else None)


# -- attendance ------------------------------------------------------------------------------------------------


def attend(sheet: Sheet, item: AttendanceLine) -> list[str]:
    """One attendance line; gives the ids of those it is about."""
    home = department(sheet, item.department)
    everybody = sheet.minutes.people(home.id) if home else []
    found = [_attendee(sheet, home, item)] if item.name else everybody
    for one in found:
        _mark(sheet, one, item)
    if item.roll and home and not sheet.minutes.has_entries:
        _call(sheet, home)
    return [one.id for one in found] or ([home.id] if home else [])


def _attendee(sheet: Sheet, home: Department | None, item: AttendanceLine) -> Person:
    known = sheet.minutes.people(home.id) if home else _everybody(sheet)
    for one in known:
        if item.name in (one.name, one.full_name):
            return one
    return join(sheet, home, item.name or "", item.role or "")


def _mark(sheet: Sheet, one: Person, item: AttendanceLine) -> None:
    said = {
        "attendance": item.attendance,
        "role": item.role,
        "reason": item.reason,
        "proxy": item.proxy,
        "arrived_at": sheet.at(item.arrived_at) if item.arrived_at or item.attendance == "late" else None,
        "left_at": sheet.at(item.left_at) if item.left_at or item.attendance == "left" else None,
    }
    sheet.change(one, **{field: value for field, value in said.items() if value is not None})
    if item.proxy:
        _stand_in(sheet, one, item.proxy)


def _stand_in(sheet: Sheet, absent: Person, name: str) -> None:
    """Who stands in is there: from the list, else new in the absent person's department."""
    known = [p for p in _everybody(sheet) if name in (p.name, p.full_name)]
    own = [p for p in known if p.department_id == absent.department_id]
    home = sheet.minutes.department(absent.department_id)
    found = next(iter(own or known), None) or join(sheet, home, name)
    if found.attendance == "unknown":
        sheet.change(found, attendance="present")


def _call(sheet: Sheet, called: Department) -> None:
    """Before the first entry those the roll names stand first, in its order."""
    sheet.roll.append(called.id)
    order = [d for i in dict.fromkeys(sheet.roll) if (d := sheet.minutes.department(i))]
    order += [d for d in sheet.minutes.departments if d.id not in sheet.roll]
    for number, one in enumerate(order, 1):
        if one.number != number:
            sheet.change(one, number=number)


def set_attendance(sheet: Sheet, one: Person, attendance: str, **said: str | None) -> Person:
    """What was chosen for one person; times that the choice needs and nobody said are now."""
    fields = {field: value for field, value in said.items() if value is not None}
    if attendance == "late":
        fields.setdefault("arrived_at", one.arrived_at or sheet.moment.text or "")
    if attendance == "left":
        fields.setdefault("left_at", one.left_at or sheet.moment.text or "")
    cleared = {} if attendance == "left" or "left_at" in fields else {"left_at": None}
    if attendance in ("present", "absent", "unknown") and "arrived_at" not in fields:
        cleared["arrived_at"] = None
    changed = sheet.change(one, attendance=attendance, **fields, **cleared)
    if proxy := said.get("proxy"):
        _stand_in(sheet, changed, proxy)
    return changed


_NEXT = {"unknown": "present", "present": "absent", "absent": "late", "late": "left", "left": "present"}


def cycle(sheet: Sheet, one: Person) -> Person:
    """The next of present, absent, late, left; someone who leaves after coming late keeps both times."""
    following = _NEXT.get(one.attendance, "present")
    changed = set_attendance(sheet, one, following)
    if following == "left" and one.arrived_at:
        changed = sheet.change(changed, arrived_at=one.arrived_at)
    return changed
