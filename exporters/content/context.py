"""What the parts of the content share: the meeting, the choices, and how names, gaps and numbers are written."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TypeVar

from exporters.content.language import Phrases, phrases
from exporters.options import Options
from exporters.parts import Cell, Paragraph, Span
from exporters.punctuation import tidy
from models.i18n import _
from models.meeting import Action, Department, Entry, Meeting, Note, Opinion, Person, Topic
from models.minutes import Minutes
from models.polish import AsWritten, company_place, in_document_order
from models.spoken import surname_and_title_of
from models.text import share_words
from models.wording import helping, named

E = TypeVar("E", bound=Entry)

NOTHING = "—"
"""What stands in a place of which nothing was said and nothing has to be supplied."""


class Draft:
    """One meeting about to be written, with the choices for this file."""

    def __init__(self, minutes: Minutes, options: Options) -> None:
        self.told = AsWritten(minutes)
        self.minutes = self.told.minutes
        """The meeting in the words of its written side."""
        self.options = options
        self.say: Phrases = phrases(options.language_name)
        self.final = options.is_final(minutes.meeting)
        self.by_name = not self.final or options.names_in_final
        """Whether stances, speakers and times of arrival are told."""
        self.remarks = not self.final or options.comments_in_final

    @property
    def meeting(self) -> Meeting:
        """The facts."""
        return self.minutes.meeting

    # -- gaps and remarks --------------------------------------------------------------------------------------

    def missing(self, comments: tuple[str, ...] = ()) -> Span:
        """What stands where something has still to be filled in."""
        return Span(_("to be supplied"), missing=True, comments=comments)

    def or_missing(self, text: str) -> Cell:
        """A cell with the text, or with the sign that it is missing."""
        return (Paragraph((Span(tidy(text)) if text.strip() else self.missing(),)),)

    def comments(self, entry: Entry) -> tuple[str, ...]:
        """What a draft remarks beside an entry: its candidates and findings, and its doubt if no finding says it."""
        if not self.remarks:
            return ()
        findings = self.findings(entry.id)
        found: list[str] = []
        if entry.doubt and not findings:
            found.append(_("To be verified: marked ?? while recording"))
        if entry.candidates:
            found.append(_("The name could be any of: {names}").format(names=entry.candidates))
        return (*found, *findings)

    def findings(self, row_id: str) -> tuple[str, ...]:
        """What the findings say about a row and what it stands for, in a draft."""
        told = self.told.stands_for(row_id)
        return tuple(t for i in told for t in self.options.findings.get(i, ())) if self.remarks else ()

    def loose_findings(self) -> tuple[str, ...]:
        """The findings about nothing that has a place of its own in the document, in a draft."""
        placed = {topic.id for topic in self.minutes.topics}
        kept = self.kept(self.minutes.all_entries)
        placed |= {row_id for entry in kept for row_id in self.told.stands_for(entry.id)}
        found = [
            text for row_id, texts in self.options.findings.items() if row_id not in placed for text in texts
        ]
        return tuple(found) if self.remarks else ()

    # -- who ---------------------------------------------------------------------------------------------------

    @cached_property
    def departments(self) -> list[Department]:
        """The host's department first, then as the company lists them, then by number."""
        return in_document_order(self.minutes)

    def people(self, department_id: str | None) -> list[Person]:
        """The people of a department (None: the guests) as the company lists them, then by number."""
        return sorted(self.minutes.people(department_id), key=company_place)

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each department in that order, by id."""
        return {d.id: place for place, d in enumerate(self.departments)}

    @cached_property
    def _spoken(self) -> Counter[tuple[str, str]]:
        """How many are called alike, in each department by its id and everywhere ("")."""
        everybody = [p for d in self.minutes.departments for p in self.minutes.people(d.id)]
        return Counter((place, self._called(p)) for p in everybody for place in ("", p.department_id or ""))

    def holder(self, opinion: Opinion) -> str:
        """Whose opinion it is said to be: the department or departments, for a guest the guest."""
        if departments := self.told.holders(opinion):
            return self.say.comma.join(map(self.minutes.department_name, departments))
        return self.person(self.minutes.person(opinion.person_id))

    def in_order(self, departments: list[Department]) -> str:
        """The names of these departments in the order of the document."""
        ordered = sorted(departments, key=lambda d: self.places.get(d.id, 0))
        return self.say.comma.join(d.name for d in ordered)

    def helping(self, action: Action) -> str:
        """Who helps with an action: people behind their departments, in the order of the document."""
        found = helping(self.minutes, action, lambda person: self.person(person, within=True))
        ordered = sorted(found, key=lambda one: self.places.get(one[0].id, 0) if one[0] else 0)
        return self.say.comma.join(name for _department, name in ordered)

    def person(self, person: Person | None, within: bool = False) -> str:
        """The name as it is printed; the full name where another is called the same (`within` the department)."""
        if person is None:
            return ""
        called = self._called(person)
        alike = self._spoken[(person.department_id or "") if within else "", called]
        return (person.full_name or person.name) if alike > 1 else called

    def _called(self, person: Person) -> str:
        """The full name where it is known, or surname and title where the office wants those."""
        titled = surname_and_title_of(person.name, person.full_name, person.title)
        if self.options.names == "title" and titled:
            return titled
        return person.full_name or person.name

    def who(self, department_id: str | None, person_id: str | None) -> str:
        """Department and person in words, as far as they are known."""
        person = self.minutes.person(person_id)
        department = self.minutes.department_name(department_id or (person.department_id if person else None))
        return named(department, self.person(person, within=bool(department)))

    def owner(self, department_id: str | None, person_id: str | None, comments: tuple[str, ...] = ()) -> Cell:
        """Department and person; what is missing of the two is said."""
        department = self.minutes.department_name(department_id)
        person = self.minutes.person(person_id)
        if person and not department:
            department = self.minutes.department_name(person.department_id)
        name = self.person(person, within=bool(department))
        guest = person is not None and person.department_id is None
        if name and (department or guest):
            return (Paragraph((Span(named(department, name), comments=comments),)),)
        known = Span(department or name)
        gap = self.missing(comments)
        return (Paragraph((known, Span(self.say.comma), gap) if known.text else (gap,)),)

    def untouched(self, topic: Topic) -> bool:
        """Whether nothing that belongs in the minutes was said under a topic."""
        return not any(e for e in self.kept(self.minutes.topic_entries(topic.id)) if not isinstance(e, Note))

    # -- references --------------------------------------------------------------------------------------------

    def open_issue_of(self, topic_id: str, about: str | None = None) -> str:
        """Where an unsettled matter of a topic went: 见遗留问题Q1, or nothing; `about` words, where it shares some."""
        issues = self.kept(self.minutes.open_issues(topic_id))
        if about is not None:
            issues = [issue for issue in issues if share_words(issue.text, about)]
        numbers = self.say.comma.join(issue.code for issue in issues)
        return _("see open issue {number}").format(number=numbers) if numbers else ""

    def kept(self, entries: list[E]) -> list[E]:
        """The entries that belong in the minutes."""
        return [entry for entry in entries if not entry.left_out]
