"""Rules about who does what by when: R16, R17, due dates that cannot be meant, and owners who are away."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from models import wording
from models.findings.finding import Convert, Edit, Offer, Severity
from models.findings.registry import CLOSE_AND_FINAL, Case, Hit, rule
from models.i18n import _
from models.meeting import Action, Person
from models.minutes import Minutes

_DAY_OFF_FLAG = "非工作日"
_WORD = re.compile(r"\w")


@rule(
    "R16", Severity.HARD, CLOSE_AND_FINAL, lambda: _("every action has a department and a person responsible")
)
def _actions_owned(case: Case) -> Iterator[Hit]:
    for action in case.entries(Action):
        if action.candidates or (action.for_all and not action.owner_id):
            continue
        if not action.owner_department_id and not action.owner_id:
            yield case.hit(action, _("who is responsible is missing"), part="owner")
        elif not action.owner_id:
            offers = _people(case.minutes, action, action.owner_department_id)
            name = case.minutes.department_name(action.owner_department_id)
            yield case.hit(
                action, _("who in {department} is missing").format(department=name), *offers, part="person"
            )
        elif not action.owner_department_id:
            name = case.minutes.person_name(action.owner_id)
            yield case.hit(
                action, _("the department of {name} is missing").format(name=name), part="department"
            )


def _people(minutes: Minutes, action: Action, department_id: str | None, limit: int = 3) -> list[Offer]:
    """Offers of an owner: the people of a department who are there, heads first."""
    here = [p for p in minutes.people(department_id) if p.attendance != "absent" and p.id != action.owner_id]
    here.sort(key=lambda p: not p.head)
    return [_owner(minutes, action, person) for person in here[:limit]]


def _owner(minutes: Minutes, action: Action, person: Person) -> Offer:
    fields = {"owner_department_id": person.department_id, "owner_id": person.id}
    name = wording.owner_of(minutes, person.department_id, person.id)
    return Offer(_("{name} is responsible").format(name=name), Edit(action.id, fields))


@rule("R16-task", Severity.SOFT, CLOSE_AND_FINAL, lambda: _("every task is clear"), lambda: "R16")
def _tasks_clear(case: Case) -> Iterator[Hit]:
    for action in case.entries(Action):
        if sum(1 for sign in action.task if _WORD.match(sign)) < case.thresholds.task_min:
            yield case.hit(action, _("what is to be done is said in very few words"), part="task")
        helping = [d.id for d in case.minutes.cooperating(action.id)]
        if action.owner_department_id in helping:
            yield case.hit(
                action, _("the responsible department also stands as cooperating"), part="cooperating"
            )


@rule("R17", Severity.HARD, CLOSE_AND_FINAL, lambda: _("every action is due on a day"))
def _actions_due(case: Case) -> Iterator[Hit]:
    for action in case.entries(Action):
        if action.due:
            continue
        words = _("no due date")
        if action.due_text:
            words = _("no due date (it says “{words}”)").format(words=action.due_text)
        yield case.hit(action, words, *_dues(case, action))


def _dues(case: Case, action: Action) -> list[Offer]:
    """Offers of a due day, of those easily meant; none is taken unasked."""
    offers = []
    day = case.day or case.today
    friday = day + dt.timedelta(days=(4 - day.weekday()) % 7 or 7)
    if case.minutes.meeting.next_at:
        offers.append(_due(case, action, case.minutes.meeting.next_at[:10], _("by the next meeting: {day}")))
    if case.calendar.is_workday(friday):
        offers.append(_due(case, action, friday.isoformat(), _("by Friday: {day}")))
    in_five = case.calendar.add_workdays(day, 5).isoformat()
    offers.append(_due(case, action, in_five, _("in 5 working days: {day}")))
    offers.append(Offer(_("make it an open issue"), Convert(action.id, "open_issue")))
    return offers


def _due(case: Case, action: Action, day: str, label: str) -> Offer:
    flags = "、".join(flag for flag in action.due_flags.split("、") if flag and _DAY_OFF_FLAG not in flag)
    fields = {"due": day, "due_by_hand": True, "due_flags": flags if action.due else ""}
    return Offer(label.format(day=wording.spoken_day(day, case.calendar)), Edit(action.id, fields))


@rule(
    "day-off",
    Severity.SOFT,
    CLOSE_AND_FINAL,
    lambda: _("no action is due on a day off"),
    lambda: _("day off"),
)
def _due_on_day_off(case: Case) -> Iterator[Hit]:
    for action in case.entries(Action):
        due = wording.parse_day(action.due)
        if not due or case.calendar.is_workday(due):
            continue
        before = case.calendar.previous_workday(due).isoformat()
        words = _("{day}: {what}").format(
            day=wording.day_words(due), what=wording.day_off_words(due, case.calendar)
        )
        earlier = case.day and before < case.day.isoformat()
        offers = [] if earlier else [_due(case, action, before, _("the working day before: {day}"))]
        offers.append(
            _due(case, action, case.calendar.next_workday(due).isoformat(), _("the working day after: {day}"))
        )
        yield case.hit(action, words, *offers)


@rule(
    "before-meeting",
    Severity.HARD,
    CLOSE_AND_FINAL,
    lambda: _("no action is due before the meeting"),
    lambda: _("due before the meeting"),
)
def _due_before_meeting(case: Case) -> Iterator[Hit]:
    for action in case.entries(Action):
        due = wording.parse_day(action.due)
        if due and case.day and due < case.day and action.status == "open":
            words = _("due on {day}, before the meeting").format(day=wording.day_words(due, case.day.year))
            yield case.hit(action, words)


@rule(
    "absent-owner",
    Severity.SOFT,
    CLOSE_AND_FINAL,
    lambda: _("whoever is responsible was there or represented"),
    lambda: _("responsible and absent"),
)
def _owners_there(case: Case) -> Iterator[Hit]:
    for action in case.entries(Action):
        person = case.minutes.person(action.owner_id)
        if person and person.attendance == "absent" and not person.proxy:
            words = _("{name} is absent and nobody stands in").format(name=person.name)
            yield case.hit(action, words, *_people(case.minutes, action, person.department_id))
