"""Departments and people of the meeting: found by the names a line gives, and joining as they are named."""

from __future__ import annotations

from models import called
from models.capture.named.written_names import written_name
from models.capture.words.everyday import ALL_DEPARTMENTS
from models.meeting import Department, Person, new_id
from models.names import surname_of, title_of
from models.organisation import CompanyPerson
from models.recorder.step import MeetingStep
from models.text import unpadded


def department(step: MeetingStep, name: str | None) -> Department | None:
    """The department of this name, which joins the meeting if it is new; None for no name."""
    if not name or name in ALL_DEPARTMENTS:
        return None
    if (known := called.first_called(step.minutes.departments, name)) is not None:
        return known
    highest = max((d.number for d in step.minutes.departments), default=0)
    number = step.next_place("department", highest)
    company = step.organisation.department(name)
    return step.add(
        Department(
            id=new_id(),
            meeting_id=step.meeting.id,
            number=number,
            name=company.name if company else name,
            aliases="、".join(company.aliases) if company else "",
            company_order=company.place if company else None,
        )
    )


def department_id(step: MeetingStep, name: str | None) -> str | None:
    """The id of the department of this name, which joins the meeting if it is new; None for no name."""
    found = department(step, name)
    return found.id if found else None


def person(step: MeetingStep, where: str | None, name: str | None) -> Person | None:
    """The person of this name in a department (without one: anywhere), who joins if new; None for no name."""
    if not name:
        return None
    home = department(step, where)
    known = step.minutes.people(home.id) if home else everybody(step)
    return called.first_called(known, name) or join(step, home, name)


def everybody(step: MeetingStep) -> list[Person]:
    """All people of the meeting, guests first."""
    return step.minutes.guests + [p for d in step.minutes.departments for p in step.minutes.people(d.id)]


def join(step: MeetingStep, home: Department | None, name: str, role: str = "") -> Person:
    """Adds a person, last in the department; without one a guest."""
    place = home.id if home else None
    highest = max((p.number for p in step.minutes.people(place)), default=0)
    name = unpadded(name)
    company = step.organisation.person(home.name, name) if home else None
    plain, title = _with_title(name)
    return step.add(
        Person(
            id=new_id(),
            meeting_id=step.meeting.id,
            department_id=place,
            number=step.next_place(f"person {place or 'guest'}", highest),
            name=_shown(company) if company else plain,
            full_name=company.full_name if company else plain if title else "",
            title=company.title if company else title,
            head=company.head if company else False,
            company_order=company.place if company else None,
            role=role or ("attendee" if home else "guest"),
        )
    )


def _shown(one: CompanyPerson) -> str:
    """The full name where it is known: the title stands beside it, and who is called by it is found all the same."""
    return one.full_name if one.full_name and not one.name.startswith(one.full_name) else one.name


def _with_title(name: str) -> tuple[str, str]:
    """The full name and title of 王建国总监; a name of another form as it is."""
    title = title_of(name)
    plain = name[: len(name) - len(title)]
    return (plain, title) if title and len(plain) > 1 and surname_of(plain) not in ("", plain) else (name, "")


def who(step: MeetingStep, where: str | None, name: str | None) -> tuple[str | None, str | None]:
    """The ids of a department and a person; a person named alone brings the own department along."""
    found = person(step, where, name)
    if found is None:
        return department_id(step, where), None
    return found.department_id, found.id


def speaks(step: MeetingStep, person_id: str | None) -> None:
    """Marks a speaker as present, if nobody had looked yet."""
    found = step.minutes.person(person_id)
    if found is not None and found.attendance == "unknown":
        step.change(found, attendance="present")


def named_as_written(step: MeetingStep, words: str) -> None:
    """Adds the host or recorder (市场部王总监) to the people, present; a name without department only if known."""
    found = written_name(words, step.context()) if words.strip() else None
    if found is not None:
        _home, one = who(step, found.department, found.person)
        speaks(step, one)
