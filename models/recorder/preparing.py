"""What is filled in before the meeting: facts, people without attendance, the agenda, a scenario's skeleton.

Words are read as the capture bar reads them, so that a date or a list of people means the same everywhere.
"""

from __future__ import annotations

from models.i18n import _
from models.meeting import Person
from models.organisation import Organisation
from models.recorder import planning
from models.recorder.editing import Editing
from models.scenarios import Plan


class Preparing(Editing):
    """Changes a meeting before it begins; every method is one step."""

    def set_fact(self, field: str, words: str) -> bool:
        """A fact of the meeting by its words, none to empty it; False for a time that is none."""
        with self._writing(_("Facts of the meeting")) as sheet:
            known = {person.id: person.attendance for person in sheet.minutes.all(Person)}
            done = planning.set_fact(sheet, field, words.strip())
            # Who leads or records joins the list; whether they come is not known before the meeting.
            for person in sheet.minutes.all(Person):
                sheet.change(person, attendance=known.get(person.id, "unknown"))
            return done

    def set_people(self, words: str, department_id: str | None = None) -> bool:
        """Departments and their contacts (市场部：李经理、张专员；研发部：王工); False where nobody is named.

        With a department, its people are those of the words and no others.
        """
        with self._writing(_("Departments and people")) as sheet:
            named = planning.named(sheet, words)
            home = sheet.minutes.department(department_id)
            if home is not None and named:
                planning.only_these(sheet, home, named)
            for item in named:
                planning.invite(sheet, item)
            return bool(named)

    def set_topic(self, topic_id: str, field: str, words: str) -> bool:
        """A field of a topic by its words; False for minutes that are none."""
        with self._writing(self._label(topic_id)) as sheet:
            topic = sheet.minutes.topic(topic_id)
            return topic is not None and planning.set_topic(sheet, topic, field, words.strip())

    def plan_topic(self, words: str) -> str | None:
        """A topic at the end of the agenda (预算分配 (20分钟)); gives its id, None for no title."""
        with self._writing() as sheet:
            topic = planning.plan_topic(sheet, words)
            if topic is None:
                return None
            sheet.label = _("Topic {number}").format(number=topic.number)
        return topic.id

    def move_topic(self, topic_id: str, step: int) -> bool:
        """Puts a topic one place earlier (-1) or later (1) on the agenda; only while nothing stands under any."""
        with self._writing(_("Order of the agenda")) as sheet:
            order = sheet.minutes.topics
            place = next((n for n, topic in enumerate(order) if topic.id == topic_id), -1)
            if place < 0 or not 0 <= place + step < len(order) or sheet.minutes.has_entries:
                return False
            one, other = order[place], order[place + step]
            sheet.change(one, seq=other.seq, number=other.number)
            sheet.change(other, seq=one.seq, number=one.number)
        return True

    def lay_out(self, plan: Plan) -> int:
        """Adds a scenario's topics and checklist where they are missing; gives how many lines were added."""
        with self._writing(_("Skeleton of {scenario}").format(scenario=plan.name)) as sheet:
            return planning.lay_out(sheet, plan)

    def know_company(self, company: Organisation) -> None:
        """Gives departments and people what the company's list knows of them and the meeting does not."""
        if next(planning.known(self.minutes.departments, self._everybody(), company), None):
            with self._writing(_("From the company's list")) as sheet:
                for row, fields in list(
                    planning.known(sheet.minutes.departments, self._everybody(), company)
                ):
                    sheet.change(row, **fields)

    def _everybody(self) -> list[tuple[str, Person]]:
        return [(d.name, p) for d in self.minutes.departments for p in self.minutes.people(d.id)]
