"""一、会议基本信息: the facts of the meeting, eight rows in a fixed order and those that are there beside them."""

from __future__ import annotations

from exporters.content.context import NOTHING, Draft
from exporters.parts import Cell, Paragraph, Span, Table, TableRow, plain
from exporters.punctuation import bare, tidy
from models import called, participation
from models.i18n import _
from models.meeting import Department, Person
from models.wording import named

_CAME = ("present", "late", "left", "unknown")


def facts(draft: Draft) -> Table:
    """The table of facts; what the template asks for and nobody said is shown as missing."""
    meeting = draft.meeting
    rows: list[tuple[str, Cell]] = [
        (_("Meeting name"), draft.or_missing(meeting.name)),
        (_("Meeting time"), meeting_time(draft)),
        (_("Meeting place"), draft.or_missing(meeting_place(draft))),
        (_("Hosted by"), draft.or_missing(meeting.host)),
        (_("Recorded by"), draft.or_missing(meeting.recorder)),
        (_("Attendees by department"), _attending(draft)),
        (_("Absentees and reasons"), _absent(draft)),
        (_("Meeting theme"), draft.or_missing(meeting.theme)),
    ]
    if draft.minutes.expected:
        rows.append((_("Expected and present"), plain(_head_count(draft))))
    rows += [
        (label, plain(tidy(text)))
        for label, text in (
            (_("Meeting goal"), meeting.goal),
            (_("Sponsoring department"), meeting.sponsor),
            (_("Materials attached"), draft.say.clause.join(bare(m.text) for m in draft.minutes.materials)),
        )
        if text
    ]
    table_rows = tuple(TableRow((plain(label), cell)) for label, cell in rows)
    return Table("facts", ("item", "content"), (_("Item"), _("Content")), table_rows)


def meeting_time(draft: Draft) -> Cell:
    """When the meeting is or was, or that nobody said."""
    meeting = draft.meeting
    if not meeting.starts_at:
        return (Paragraph((draft.missing(),)),)
    ends_at = meeting.ends_at or meeting.adjourned_at
    return plain(draft.say.span(meeting.starts_at, ends_at))


def meeting_place(draft: Draft) -> str:
    """The room, with the platform in brackets; empty where neither is known."""
    place, online = tidy(draft.meeting.place), tidy(draft.meeting.online)
    if not online or online in place:
        return place
    label = _("online")
    if not place:
        return f"{label}{draft.say.colon}{online}"
    return place + draft.say.bracket(f"{label}{draft.say.colon}{online}")


def _head_count(draft: Draft) -> str:
    return _("{expected} expected, {attending} present").format(
        expected=draft.minutes.expected, attending=draft.minutes.attending
    )


def _attending(draft: Draft) -> Cell:
    pieces = [piece for d in draft.departments if (piece := _of_department(draft, d))]
    if not pieces and not draft.minutes.guests:
        return (Paragraph((draft.missing(),)),)
    lines = [Paragraph((Span(draft.say.clause.join(pieces)),))] if pieces else []
    lines += [Paragraph((Span(line),)) for line in (_observers(draft), _guests(draft)) if line]
    return tuple(lines)


def _of_department(draft: Draft, department: Department) -> str:
    people = [p for p in draft.people(department.id) if p.role == "attendee"]
    came = [_attendee(draft, p) for p in people if p.attendance in _CAME]
    listed = {p.name for p in draft.people(department.id)}
    came += [
        _stand_in(draft, p.proxy, p)
        for p in people
        if p.attendance == "absent" and p.proxy and p.proxy not in listed
    ]
    if not came:
        return ""
    return f"{department.name}{draft.say.colon}{draft.say.comma.join(came)}"


def _attendee(draft: Draft, person: Person) -> str:
    name = draft.person(person, within=True)
    absent = [p for p in draft.people(person.department_id) if p.attendance == "absent"]
    replaced = next((p for p in absent if called.goes_by(person, p.proxy)), None)
    if replaced:
        return _stand_in(draft, name, replaced)
    remark = _remark(draft, person)
    return name + (draft.say.bracket(remark) if remark else "")


def _stand_in(draft: Draft, name: str, absent: Person) -> str:
    words = _("for {name}").format(name=draft.person(absent, within=True))
    return tidy(name) + draft.say.bracket(words)


def _remark(draft: Draft, person: Person) -> str:
    """When somebody came or went, and who was never checked off, in a draft."""
    if not draft.by_name:
        return ""
    if person.attendance == "late":
        if person.arrived_at:
            return _("arrived {time}").format(time=person.arrived_at[11:16])
        return _("late")
    if person.attendance == "left":
        return _("left {time}").format(time=person.left_at[11:16]) if person.left_at else _("left early")
    return ""


def _observers(draft: Draft) -> str:
    seen = [
        named(d.name, draft.person(p, within=True))
        for d in draft.departments
        for p in draft.people(d.id)
        if p.role != "attendee" and p.attendance in _CAME
    ]
    return _listed(draft, _("Observers"), seen)


def _guests(draft: Draft) -> str:
    seen = [p.name for p in draft.minutes.guests if p.attendance in _CAME]
    return _listed(draft, _("Guests"), seen)


def _listed(draft: Draft, label: str, names: list[str]) -> str:
    return label + draft.say.colon + draft.say.comma.join(names) if names else ""


def _absent(draft: Draft) -> Cell:
    groups = [(d.name, draft.people(d.id)) for d in draft.departments] + [("", draft.minutes.guests)]
    absent = [(name, p) for name, people in groups for p in people if p.attendance == "absent"]
    if not absent:
        return plain(_("none") if participation.roll_called(draft.minutes) else NOTHING)
    found: list[Span] = []
    for i, (department, person) in enumerate(absent):
        found += [Span(draft.say.clause)] if i else []
        found += _absentee(draft, department, person)
    return (Paragraph(tuple(found)),)


def _absentee(draft: Draft, department: str, person: Person) -> list[Span]:
    say = draft.say
    name = (department + ("" if say.chinese else ": ") if department else "") + draft.person(
        person, within=True
    )
    stand_in = _("{name} attending instead").format(name=tidy(person.proxy)) if person.proxy else ""
    after = (("，" if say.chinese else ", ") + stand_in if stand_in else "") + say.closing
    if person.reason:
        return [Span(name + say.opening + bare(person.reason) + after)]
    return [Span(name + say.opening), draft.missing(), Span(after)]
