"""Rules about who was there and who said something: R8, R9, R12, R32 and the names nobody can place."""

from __future__ import annotations

from collections.abc import Iterator

from models import wording
from models.called import labelled
from models.capture.values import AttendanceLine, OpinionLine
from models.findings.finding import Attend, Attribute, Edit, Offer, Severity, Write
from models.findings.registry import CLOSE_AND_FINAL, Case, Hit, rule
from models.i18n import _, ngettext
from models.meeting import Action, Department, Entry, OpenIssue, Opinion, Person, Point, Topic
from models.minutes import Minutes
from models.participation import department_present, silent_departments
from models.whose import Answer, answers, as_said, asks, run_of

_CAME = ("present", "late", "left")
_OFFERED = 4
_FEW = 3
"""Up to so many people not checked are asked about one by one."""


def _on(minutes: Minutes, person: Person, message: str, *offers: Offer, part: str = "") -> Hit:
    name = wording.named(minutes.department_name(person.department_id), person.name)
    return Hit(person.id, name, message, None, offers, part)


@rule(
    "R8", Severity.HARD, CLOSE_AND_FINAL, lambda: _("everybody's attendance is checked, absence has a reason")
)
def _attendance(case: Case) -> Iterator[Hit]:
    unchecked = [p for p in case.minutes.all(Person) if p.attendance == "unknown"]
    if len(unchecked) > _FEW:
        words = ngettext("{n} person not checked", "{n} people not checked", len(unchecked))
        everybody = _all_present(case.minutes, unchecked)
        yield case.about_meeting(_("attendance"), words.format(n=len(unchecked)), "unchecked", everybody)
        unchecked = []
    for person in unchecked:
        here = Offer(_("present"), Attend(person.id, "present"))
        away = Offer(_("absent"), Attend(person.id, "absent"))
        yield _on(case.minutes, person, _("attendance not checked"), here, away)
    for person in case.minutes.all(Person):
        if person.attendance == "absent" and not person.reason and person.role == "attendee":
            yield _on(case.minutes, person, _("absent, the reason is missing"), part="reason")


def _all_present(minutes: Minutes, people: list[Person]) -> Offer:
    """The offer that everybody not yet checked is there: one line, as it would be typed."""
    lines = tuple(
        AttendanceLine(
            department=minutes.department_name(p.department_id) or None, name=p.name, attendance="present"
        )
        for p in people
    )
    names = "、".join(wording.named(line.department or "", line.name or "") for line in lines)
    return Offer(_("all of them are present"), Write(f"出席：{names}", lines))


@rule("R9", Severity.SOFT, CLOSE_AND_FINAL, lambda: _("a stand-in is of the same department and counted"))
def _proxies(case: Case) -> Iterator[Hit]:
    minutes = case.minutes
    for person in minutes.all(Person):
        if person.attendance != "absent" or not person.proxy:
            continue
        fits = [p for p in minutes.all(Person) if _same(p.name, person.proxy)]
        if not fits:
            yield _on(
                minutes,
                person,
                _("{name} stands in and is not on the list").format(name=person.proxy),
                _add(case, person),
            )
        elif not any(p.department_id == person.department_id for p in fits):
            yield _on(
                minutes, person, _("{name} stands in from another department").format(name=person.proxy)
            )


def _same(name: str, written: str) -> bool:
    """Whether a name on the list is the one written, which may have its department before it."""
    return bool(name) and (name in written or written in name)


def _add(case: Case, person: Person) -> Offer:
    department = case.minutes.department_name(person.department_id)
    line = AttendanceLine(department=department or None, name=person.proxy, attendance="present")
    return Offer(
        _("put {name} on the list").format(name=person.proxy),
        Write(f"{department}：{person.proxy}到会", (line,)),
    )


@rule("R12", Severity.HARD, CLOSE_AND_FINAL, lambda: _("every opinion is a department's"))
def _opinions_owned(case: Case) -> Iterator[Hit]:
    for opinion in case.entries(Opinion):
        if opinion.department_id or opinion.candidates or opinion.asks:
            continue
        person = case.minutes.person(opinion.person_id)
        if not person or person.role == "attendee":
            yield case.hit(
                opinion, _("whose opinion is “{text}”?").format(text=wording.shortened(opinion.text))
            )


@rule(
    "who",
    Severity.SOFT,
    CLOSE_AND_FINAL,
    lambda: _("of everything said it is known who said it"),
    lambda: _("who said it"),
)
def _whose(case: Case) -> Iterator[Hit]:
    """Of each run of entries that ask, the first: one answer is that of all."""
    asking: list[Opinion | Point] = [*case.entries(Opinion), *case.entries(Point)]
    for entry in asking:
        run = run_of(case.minutes, entry) if entry.asks else []
        if run and run[0].id == entry.id:
            quoted = wording.shortened(as_said(entry))
            message = _("who said “{text}”?").format(text=quoted)
            offers = [_said_by(case.minutes, entry, one) for one in answers(case.minutes, entry)[:_OFFERED]]
            nobody = Offer(_("nobody in particular"), Attribute(entry.id, None, None))
            yield case.hit(entry, message, *offers, nobody)


def _said_by(minutes: Minutes, entry: Entry, answer: Answer) -> Offer:
    person = minutes.person_name(answer.person_id)
    name = wording.named(minutes.department_name(answer.department_id), person)
    return Offer(name, Attribute(entry.id, answer.department_id, answer.person_id))


@rule(
    "R12-two",
    Severity.SOFT,
    CLOSE_AND_FINAL,
    lambda: _("two departments or more on each topic"),
    lambda: "R12",
)
def _two_departments(case: Case) -> Iterator[Hit]:
    for topic in case.minutes.topics:
        spoken = {o.department_id for o in case.minutes.opinions(topic.id) if o.department_id}
        if len(spoken) < 2 and case.minutes.topic_entries(topic.id):
            words = ngettext(
                "only {n} department has spoken", "only {n} departments have spoken", len(spoken)
            )
            yield case.about_topic(topic, words.format(n=len(spoken)))


@rule(
    "silent",
    Severity.SOFT,
    CLOSE_AND_FINAL,
    lambda: _("every department concerned has spoken"),
    lambda: _("not spoken"),
)
def _silent(case: Case) -> Iterator[Hit]:
    for topic in case.minutes.topics:
        if not case.minutes.topic_entries(topic.id):
            continue
        for department in silent_departments(case.minutes, topic):
            words = _("{department} has not spoken").format(department=department.name)
            yield case.about_topic(topic, words, _no_objection(topic, department), part=department.id)


def _no_objection(topic: Topic, department: Department) -> Offer:
    said = _("no objection")
    line = OpinionLine(
        department=department.name, stance="support", text=said, speaks=False, topic=topic.number
    )
    return Offer(f"{department.name}：{said}", Write(f"{topic.number}补：{department.name}：{said}", (line,)))


@rule(
    "unknown-name",
    Severity.HARD,
    CLOSE_AND_FINAL,
    lambda: _("every name is on the list"),
    lambda: _("unknown name"),
)
def _unknown_names(case: Case) -> Iterator[Hit]:
    minutes = case.minutes
    for person in minutes.guests:
        if person.role == "attendee":
            offer = Offer(_("a guest"), Edit(person.id, {"role": "guest"}))
            yield _on(
                minutes,
                person,
                _("nobody knows which department {name} is from").format(name=person.name),
                offer,
            )
    for department in minutes.departments:
        if not minutes.people(department.id):
            words = _("nobody of {name} is on the attendance list").format(name=department.name)
            yield Hit(department.id, department.name, words)


@rule(
    "two-fit",
    Severity.HARD,
    CLOSE_AND_FINAL,
    lambda: _("every name fits one person only"),
    lambda: _("two people fit"),
)
def _two_fit(case: Case) -> Iterator[Hit]:
    for entry in case.minutes.all_entries:
        if entry.candidates and not entry.left_out and not asks(entry):
            names = entry.candidates.split("、")
            offers = [offer for name in names if (offer := _choice(case.minutes, entry, name))]
            yield case.hit(entry, _("the name fits {names}").format(names=wording.listed(names)), *offers)


def _choice(minutes: Minutes, entry: Entry, name: str) -> Offer | None:
    """Offers to take one of the candidates as owner, lead or speaker."""
    fields: dict[type[Entry], tuple[str, str]] = {
        Action: ("owner_department_id", "owner_id"),
        OpenIssue: ("lead_department_id", "lead_id"),
    }
    department_field, person_field = fields.get(type(entry), ("department_id", "person_id"))
    found = labelled(minutes, name)
    if isinstance(found, Person) and hasattr(entry, person_field):
        chosen = {department_field: found.department_id, person_field: found.id, "candidates": ""}
        department = minutes.department_name(found.department_id)
        return Offer(wording.named(department, found.name), Edit(entry.id, chosen))
    if isinstance(found, Department) and hasattr(entry, department_field):
        return Offer(name, Edit(entry.id, {department_field: found.id, "candidates": ""}))
    return None


@rule(
    "not-present",
    Severity.HARD,
    CLOSE_AND_FINAL,
    lambda: _("whoever spoke was present"),
    lambda: _("not present"),
)
def _spoke_unseen(case: Case) -> Iterator[Hit]:
    for opinion in case.entries(Opinion):
        person = case.minutes.person(opinion.person_id)
        if person and (words := _unseen(person, opinion.at)):
            here = Offer(_("{name} was present").format(name=person.name), Attend(person.id, "present"))
            yield case.hit(opinion, words.format(name=person.name), here)
        elif (
            not person
            and opinion.department_id
            and not department_present(case.minutes, opinion.department_id)
        ):
            name = case.minutes.department_name(opinion.department_id)
            yield case.hit(opinion, _("spoke, but nobody of {name} is present").format(name=name))


def _unseen(person: Person, at: str | None) -> str:
    """The reason why somebody cannot have spoken at this time; empty where there is none."""
    if person.attendance == "absent":
        return _("spoke, but {name} is absent")
    if person.attendance == "late" and at and person.arrived_at and at[:16] < person.arrived_at[:16]:
        return _("spoke before {name} arrived")
    if person.attendance == "left" and at and person.left_at and at[:16] > person.left_at[:16]:
        return _("spoke after {name} left")
    return ""


@rule("R32", Severity.SOFT, CLOSE_AND_FINAL, lambda: _("two departments or more are present"))
def _cross_department(case: Case) -> Iterator[Hit]:
    came = {p.department_id for p in case.minutes.all(Person) if p.attendance in _CAME and p.department_id}
    if len(came) < 2:
        words = ngettext("only {n} department is present", "only {n} departments are present", len(came))
        yield case.about_meeting(_("attendance"), words.format(n=len(came)), "departments")
