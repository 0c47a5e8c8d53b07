"""What the recorder does beside taking lines: the entry's menu, attendance, the agenda, the recap and the close."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from typing import Any

from models.i18n import _
from models.meeting import ChecklistItem, Disagreement, Material, Person, new_id
from models.minutes import Minutes
from models.recorder import closing, convert, edit, people, step_names, topics, typed
from models.recorder.sheet import Sheet


class Editing(ABC):
    """Changes a meeting by what was chosen, not typed; every method is one step."""

    minutes: Minutes

    @abstractmethod
    def _writing(self, label: str = "", *, timed: bool = True) -> AbstractContextManager[Sheet]:
        """One step."""

    def _label(self, row_id: str) -> str:
        return step_names.label(self.minutes, self.minutes.row(row_id))

    # -- entries -----------------------------------------------------------------------------------------------

    def edit(self, row_id: str, **fields: Any) -> None:
        """Changes fields of any row.

        `due_text` without `due` works the date out; `due` alone sets it by hand. `parties`, `cooperating` and
        `concerned` take departments by id or name, and all of them. A row that is gone is left alone.
        """
        with self._writing(self._label(row_id)) as sheet:
            if row := sheet.minutes.row(row_id):
                edit.edit(sheet, row, fields)

    def move(self, row_id: str, topic_id: str) -> None:
        """Moves an entry under another topic; its number stays."""
        with self._writing(self._label(row_id)) as sheet:
            entry, topic = sheet.minutes.entry(row_id), sheet.minutes.topic(topic_id)
            if entry and topic:
                sheet.change(entry, topic_id=topic.id)

    def convert(self, row_id: str, kind: str) -> None:
        """Makes an entry one of another kind, named as its table (action, open_issue …); its id stays."""
        with self._writing(self._label(row_id)) as sheet:
            if entry := sheet.minutes.entry(row_id):
                convert.convert(sheet, entry, kind)
                sheet.label = step_names.label(sheet.minutes, sheet.minutes.entry(row_id))

    def delete(self, row_id: str) -> None:
        """Deletes a row with what only belongs to it: a topic with all its entries."""
        with self._writing(self._label(row_id)) as sheet:
            if row := sheet.minutes.row(row_id):
                sheet.drop(row)

    def pair(self, row_id: str, dispute_id: str | None) -> None:
        """Lets the consensus (or the reason for deferring) of one disagreement settle another, or stand alone."""
        with self._writing(self._label(row_id)) as sheet:
            found = sheet.minutes.get(Disagreement, row_id)
            other = sheet.minutes.get(Disagreement, dispute_id)
            if found and found != other:
                edit.pair(sheet, found, other)

    def typed(self, row_id: str) -> str:
        """An entry as a line that, typed again, gives it: what stands in the bar when it is taken back."""
        return typed.line_of(self.minutes, row_id)

    # -- where the meeting is ----------------------------------------------------------------------------------

    def go_live(self, topic_id: str) -> None:
        """Makes a topic the live one."""
        with self._writing(self._label(topic_id)) as sheet:
            if topic := sheet.minutes.topic(topic_id):
                topics.go_live(sheet, topic)

    def end_speaker(self) -> None:
        """Nobody speaks any more."""
        with self._writing(_("Speaker")) as sheet:
            topics.end_speaker(sheet)

    # -- preparing ---------------------------------------------------------------------------------------------

    def add_topic(self, title: str, minutes: int | None = None, **fields: Any) -> str:
        """A topic at the end of the agenda, not live; gives its id."""
        with self._writing() as sheet:
            topic = topics.new_topic(sheet, title, minutes)
            edit.edit(sheet, topic, fields)
            sheet.label = step_names.label(sheet.minutes, topic)
        return topic.id

    def add_department(self, name: str, aliases: str = "") -> str:
        """A department at the end of the list, or the one that is there; gives its id."""
        with self._writing(name) as sheet:
            department_id = people.department_id(sheet, name) or ""
            if aliases and (found := sheet.minutes.department(department_id)):
                sheet.change(found, aliases=aliases)
        return department_id

    def add_person(self, department_id: str | None, name: str, **fields: Any) -> str:
        """A person at the end of a department, or a guest; gives the id."""
        with self._writing(name) as sheet:
            person = people.join(sheet, sheet.minutes.department(department_id), name)
            edit.edit(sheet, person, fields)
        return person.id

    def add_material(self, text: str) -> str:
        """Something to be read before; gives its id."""
        with self._writing(text) as sheet:
            seq = max((m.seq for m in sheet.minutes.materials), default=0) + 1
            row = sheet.add(Material(id=new_id(), meeting_id=sheet.meeting.id, seq=seq, text=text))
        return row.id

    def add_check(self, text: str) -> str:
        """A preparation to be ticked off; gives its id."""
        with self._writing(text) as sheet:
            seq = max((c.seq for c in sheet.minutes.checklist), default=0) + 1
            row = sheet.add(ChecklistItem(id=new_id(), meeting_id=sheet.meeting.id, seq=seq, text=text))
        return row.id

    # -- attendance --------------------------------------------------------------------------------------------

    def set_attendance(self, person_id: str, attendance: str, **said: str | None) -> None:
        """Sets a person's attendance, with reason, proxy, arrived_at and left_at (ISO) as far as they are said."""
        with self._writing(self._label(person_id)) as sheet:
            if person := sheet.minutes.person(person_id):
                people.set_attendance(sheet, person, attendance, **said)

    def cycle_attendance(self, person_id: str) -> str:
        """The next of present, absent, late, left, with the time; gives the new value."""
        with self._writing(self._label(person_id)) as sheet:
            person = sheet.minutes.person(person_id)
            return people.cycle(sheet, person).attendance if person else ""

    def all_present(self) -> int:
        """Everybody nobody has looked for yet is there; gives how many that are."""
        with self._writing(_("Attendance")) as sheet:
            waiting = [p for p in sheet.minutes.all(Person) if p.attendance == "unknown"]
            for person in waiting:
                people.set_attendance(sheet, person, "present")
        return len(waiting)

    # -- recap and close ---------------------------------------------------------------------------------------

    def confirm(self, page: str, by: str = "") -> None:
        """Confirms a recap page: attendance, a topic's id, or open."""
        topic = self.minutes.topic(page)
        name = step_names.label(self.minutes, topic) if topic else _("Recap")
        with self._writing(_("Confirmation of {page}").format(page=name)) as sheet:
            closing.confirm(sheet, page, by)

    def object_to(self, row_id: str, by: str, text: str) -> None:
        """Keeps what somebody holds against an item."""
        with self._writing(_("Objection to {item}").format(item=self._label(row_id))) as sheet:
            closing.object_to(sheet, row_id, by, text)

    def waive(self, rule: str, item: str) -> None:
        """Lets a finding pass, knowingly."""
        with self._writing(rule) as sheet:
            closing.waive(sheet, rule, item)

    def close(self, by: str = "") -> None:
        """Closes the meeting: numbers become consecutive once, and who and when is kept."""
        with self._writing(_("Close of the meeting")) as sheet:
            closing.close(sheet, by)
