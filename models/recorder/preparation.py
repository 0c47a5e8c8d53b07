"""Preparing a meeting: facts, people without attendance, the agenda, a scenario's skeleton.

Words are read as the capture bar reads them, so that a date or a list of people means the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from models import called, references
from models.capture.agenda.planned import cut_off, planned
from models.capture.named.written_names import departments_named
from models.capture.values import AttendanceLine, FactLine, TopicLine
from models.i18n import _
from models.meeting import (
    ChecklistItem,
    Department,
    Material,
    Meeting,
    Person,
    Topic,
    TopicDepartment,
    new_id,
)
from models.organisation import Organisation
from models.recorder import facts, people, topics
from models.recorder.entries import link
from models.recorder.step import MeetingStep
from models.recorder.steps import Steps
from models.scenarios import Plan
from models.text import fold_lower


class Preparation:
    """Changes a meeting before it begins; every method is one step."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps

    def set_fact(self, field: str, words: str) -> bool:
        """Sets a fact of the meeting by its words, none to empty it; False for a time that is none."""
        with self._steps.begin(_("Facts of the meeting")) as step:
            known = {person.id: person.attendance for person in step.minutes.all(Person)}
            done = _set_fact(step, field, words.strip())
            # Who leads or records joins the list; whether they come is not known before the meeting.
            for person in step.minutes.all(Person):
                step.change(person, attendance=known.get(person.id, "unknown"))
            return done

    def set_people(self, words: str, department_id: str | None = None) -> bool:
        """Adds departments and their contacts (市场部：李经理、张专员；研发部：王工); False where nobody is named.

        With a department, its people are those of the words and no others.
        """
        with self._steps.begin(_("Departments and people")) as step:
            named = _named(step, words)
            home = step.minutes.department(department_id)
            if home is not None and named:
                _only_these(step, home, named)
            for item in named:
                _invite(step, item)
            return bool(named)

    def set_topic(self, topic_id: str, field: str, words: str) -> bool:
        """Sets a field of a topic by its words; False for minutes that are none."""
        with self._steps.begin(self._steps.name_of(topic_id)) as step:
            topic = step.minutes.topic(topic_id)
            return topic is not None and _set_topic(step, topic, field, words.strip())

    def plan_topic(self, words: str) -> str | None:
        """Adds a topic at the end of the agenda (预算分配 (20分钟)); gives its id, None for no title."""
        with self._steps.begin() as step:
            topic = _plan_topic(step, words)
            if topic is None:
                return None
            step.label = _("Topic {number}").format(number=topic.number)
        return topic.id

    def move_topic(self, topic_id: str, by: int) -> bool:
        """Puts a topic one place earlier (-1) or later (1) on the agenda; only while nothing stands under any."""
        with self._steps.begin(_("Order of the agenda")) as step:
            order = step.minutes.topics
            place = next((n for n, topic in enumerate(order) if topic.id == topic_id), -1)
            if place < 0 or not 0 <= place + by < len(order) or step.minutes.has_entries:
                return False
            one, other = order[place], order[place + by]
            step.change(one, seq=other.seq, number=other.number)
            step.change(other, seq=one.seq, number=one.number)
        return True

    def lay_out(self, plan: Plan) -> int:
        """Adds a scenario's topics and checklist where they are missing; gives how many lines were added."""
        with self._steps.begin(_("Skeleton of {scenario}").format(scenario=plan.name)) as step:
            return _lay_out(step, plan)

    def know_company(self, company: Organisation) -> None:
        """Gives departments and people what the company's list knows of them and the meeting does not."""
        if next(_known(self._steps.minutes.departments, self._everybody(), company), None):
            with self._steps.begin(_("From the company's list")) as step:
                for row, fields in list(_known(step.minutes.departments, self._everybody(), company)):
                    step.change(row, **fields)

    def add_material(self, text: str) -> str:
        """Adds a material, to be read before the meeting; gives its id."""
        with self._steps.begin(text) as step:
            seq = max((m.seq for m in step.minutes.materials), default=0) + 1
            row = step.add(Material(id=new_id(), meeting_id=step.meeting.id, seq=seq, text=text))
        return row.id

    def add_check(self, text: str) -> str:
        """Adds an item to the checklist; gives its id."""
        with self._steps.begin(text) as step:
            seq = max((c.seq for c in step.minutes.checklist), default=0) + 1
            row = step.add(ChecklistItem(id=new_id(), meeting_id=step.meeting.id, seq=seq, text=text))
        return row.id

    def _everybody(self) -> list[tuple[str, Person]]:
        return [
            (d.name, p) for d in self._steps.minutes.departments for p in self._steps.minutes.people(d.id)
        ]


def _set_fact(step: MeetingStep, field: str, words: str) -> bool:
    """Sets a fact of the meeting by its words; False for a time that is none."""
    if field == "time" and not words:
        facts.change_meeting(step, starts_at=None, ends_at=None)
        return True
    if field == "online":
        facts.change_meeting(step, online=words)
        return True
    if field == "place":
        said = facts.place(words)
        facts.change_meeting(step, **(said if said["online"] else {"place": said["place"]}))
        return True
    if field != "time":
        return facts.fact(step, FactLine(field=field, value=words))
    read = (item for r in step.read(f"时间：{words}") for item in r.items)
    found = next((item for item in read if isinstance(item, FactLine) and item.field == "time"), None)
    return found is not None and facts.fact(step, found)


# -- people ----------------------------------------------------------------------------------------------------


def _named(step: MeetingStep, words: str) -> list[AttendanceLine]:
    """Whom the words name, as an attendance list is read."""
    items = next((r.items for r in step.read(f"出席：{words}")), ())
    return [item for item in items if isinstance(item, AttendanceLine) and (item.department or item.name)]


def _invite(step: MeetingStep, item: AttendanceLine) -> Person | None:
    """Adds somebody to the list; whether they come is not known yet."""
    home = people.department(step, item.department)
    if not item.name:
        return None
    known = step.minutes.people(home.id if home else None)
    found = called.first_called(known, item.name)
    return found or people.join(step, home, item.name, item.role or "")


def _only_these(step: MeetingStep, home: Department, named: list[AttendanceLine]) -> None:
    """Deletes people of a department who are not named any more, neither here nor by anything in the meeting.

    A department under another name keeps its place.
    """
    first = named[0].department
    if first and first != home.name and all(d.name != first for d in step.minutes.departments):
        home = step.change(home, name=first)
    kept = {item.name for item in named if item.department in (home.name, None)}
    for person in step.minutes.people(home.id):
        named_here = any(called.goes_by(person, name) for name in kept)
        if not named_here and not references.places(step.minutes, person):
            step.drop(person)


Change = tuple[Department | Person, dict[str, Any]]


def _known(
    departments: list[Department], everybody: list[tuple[str, Person]], company: Organisation
) -> Iterator[Change]:
    """The rows of a meeting the company knows more of, with the fields that are new."""
    for row in departments:
        if (known := company.department(row.name)) is not None:
            said = {"company_order": known.place, "aliases": row.aliases or "、".join(known.aliases)}
            yield from _new(row, said)
    for department, person in everybody:
        if (one := company.person(department, person.name)) is not None:
            full = one.full_name or (one.name if one.name != person.name else "")
            texts = {"full_name": person.full_name or full, "title": person.title or one.title}
            yield from _new(person, {**texts, "head": person.head or one.head, "company_order": one.place})


def _new(row: Department | Person, said: dict[str, Any]) -> Iterator[Change]:
    if replace(row, **said) != row:
        yield row, said


# -- agenda ----------------------------------------------------------------------------------------------------


def _plan_topic(step: MeetingStep, words: str) -> Topic | None:
    """Adds a topic at the end of the agenda, as a topic line is read; None for no title."""
    line = next((r.items[0] for r in step.read(f"议题：{words}") if r.items), None)
    if not isinstance(line, TopicLine) or not line.title:
        return None
    # A title that holds one of the agenda's is a topic of its own here.
    end, _minutes = cut_off(fold_lower(words)) or (len(words), None)
    return topics.new_topic(step, line.title if line.number is None else words[:end].strip(), line.minutes)


def _set_topic(step: MeetingStep, topic: Topic, field: str, words: str) -> bool:
    """Sets a field of a topic by its words; False for minutes that are none."""
    if field == "minutes":
        minutes = minutes_of(words)
        if minutes is None and words:
            return False
        step.change(topic, minutes=minutes)
    elif field == "departments":
        link(step, TopicDepartment, topic.id, _departments(step, words))
    else:
        step.change(topic, **{field: words})
    return True


def minutes_of(words: str) -> int | None:
    """How long 20, 20分钟, 1.5小时 or half an hour (半小时) is, in minutes; None for anything that says more."""
    low = fold_lower(words).strip()
    return planned(f"{low}分" if low.isdecimal() else low)


def _departments(step: MeetingStep, words: str) -> list[Department | None]:
    """Departments by number, name or what they are called; a new one joins the meeting."""
    found = [people.department(step, name) for name in departments_named(words, step.context())]
    return list({d.id: d for d in found if d}.values())


def _lay_out(step: MeetingStep, plan: Plan) -> int:
    """Adds what of a plan is missing; gives how many lines were added."""
    meeting: Meeting = step.meeting
    if not meeting.scenario:
        step.change(meeting, scenario=plan.key)
    titles = {topic.title for topic in step.minutes.topics}
    new = [one for one in plan.agenda if one.title not in titles]
    for one in new:
        topic = topics.new_topic(step, one.title, one.minutes)
        step.change(topic, expected=one.expected)
    listed = {item.text for item in step.minutes.checklist}
    missing = [text for text in plan.checklist if text not in listed]
    last = max((item.seq for item in step.minutes.checklist), default=0)
    for seq, text in enumerate(missing, last + 1):
        step.add(ChecklistItem(id=new_id(), meeting_id=meeting.id, seq=seq, text=text))
    return len(new) + len(missing)
