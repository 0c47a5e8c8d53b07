"""Panes of the prepare screen: each draws a section of the form, and one what is still missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from models import wording
from models.findings import Finding
from models.form import FACTS, NEW_CHECK, NEW_MATERIAL, OFFICE, TIME, TOPIC, Field, Kind
from models.i18n import _, ngettext
from models.meeting import ChecklistItem, Topic
from tui.screens.held_list import sign_of_held
from tui.screens.prepare.session import PrepareSession
from tui.screens.prepare.text import fact_label, section_label, topic_label
from tui.theme import style
from tui.widgets.carried_lines import carried_line
from tui.widgets.entry_lines import Ink
from tui.widgets.list_pane import ListPane
from tui.widgets.recap_lines import sign_of
from tui.widgets.typesetting import Paragraph, Span, fit, tied, width


@dataclass(frozen=True, slots=True)
class Form:
    """What the panes show: the meeting, where one is, what is being typed there, and what is missing where."""

    session: PrepareSession
    at: Field
    typed: str
    missing: Mapping[Field, list[Finding]]

    def text(self, field: Field) -> str:
        """What stands in a field, with what is being typed."""
        return self.typed if field == self.at else self.session.text(field)

    def is_changed(self, field: Field) -> bool:
        """Whether what stands in a field is not what is stored: being typed, or held."""
        here = field == self.at and self.typed != self.session.text(field)
        return here or self.session.held_in(field) is not None


class FormPane(ListPane):
    """A section of the form."""

    section: ClassVar[str]

    def __init__(self) -> None:
        super().__init__(self.section)
        self.form: Form | None = None
        self.hint = ""
        """The key that leads here, as people write it."""

    def show(self, form: Form) -> None:
        """Brings the section in line with the form."""
        self.form = form
        here = form.at.section == self.section
        self.title = [(section_label(self.section), self.ink.strong)]
        if self.hint:
            self.title = [*self.title, (f" {self.hint}", self.ink.dim)]
        self.status = [(self.summary(), self.ink.dim)] if self.summary() else ()
        self.fill(self.keys())
        self.chosen = form.at.key if here else None
        self.reveal(self.chosen)
        self.refresh()

    @property
    def shown(self) -> Form:
        """The form that is shown."""
        assert self.form is not None
        return self.form

    @property
    def ink(self) -> Ink:
        """Palette and meeting together."""
        return Ink(self.palette, self.shown.session.minutes)

    def keys(self) -> list[str]:
        """The items, as keys; headings begin with a hyphen."""
        return [field.key for field in self.shown.session.fields(self.section, self.shown.at)]

    def field_of(self, key: str | None) -> Field | None:
        """The field of a line."""
        return Field.of(key) if key else None

    def draw(self, key: str) -> list[Paragraph]:
        """A heading, or a field."""
        return self.draw_heading(key[1:]) if key.startswith("-") else self.draw_field(Field.of(key))

    def draw_heading(self, key: str) -> list[Paragraph]:
        """What stands between the fields; by default nothing does."""
        return []

    def draw_field(self, field: Field) -> list[Paragraph]:
        """A field; by default its sign and what stands in it."""
        return [Paragraph([self.value(self.shown.text(field))], [self.sign(field)], 2)]

    def summary(self) -> str:
        """The words in the lower edge."""
        return ""

    def sign(self, field: Field) -> Span:
        """A finding's sign before the field it is mended on, or that what stands there is held."""
        if held := self.shown.session.held_in(field):
            return sign_of_held(held, self.palette)
        found = self.shown.missing.get(field)
        return sign_of(found[0], self.palette) if found else ("  ", self.ink.text)

    def value(self, words: str) -> Span:
        """What stands in a field, or a dash."""
        return (words, self.ink.text) if words else ("–", self.ink.faint)

    def plus(self, field: Field, words: str) -> list[Paragraph]:
        """The line on which something new is typed."""
        typed = self.shown.text(field)
        lead: list[Span] = [self.sign(field), ("＋ ", self.ink.accent)]
        return [Paragraph([(typed, self.ink.text) if typed else (words, self.ink.faint)], lead, 5)]


class FactsPane(FormPane):
    """Name, theme, time, place, who leads and who records."""

    section = "facts"

    def draw_field(self, field: Field) -> list[Paragraph]:
        """Label and value, on one row."""
        session, ink = self.shown.session, self.ink
        cells = 4 + max(width(fact_label(name)) for name in FACTS)
        lead: list[Span] = [self.sign(field), (fact_label(field.name), ink.dim)]
        text, look = self.value(self.shown.text(field))
        spans: list[Span] = [(fit(text, max(8, self.inner[0] - cells)), look)]
        day = wording.parse_day(session.minutes.meeting.starts_at)
        if field == TIME and day and text == session.text(field):
            spans.append((f"  {wording.weekday(day)}", ink.dim))
        return [Paragraph(spans, lead, cells)]


class PeoplePane(FormPane):
    """The departments with their contacts."""

    section = "people"

    @property
    def rows(self) -> int:
        """The rows it would fill, with its frame."""
        return len(self.items) + 2

    def summary(self) -> str:
        """Summary of how many departments and people."""
        minutes = self.shown.session.minutes
        departments, people = len(minutes.departments), minutes.expected + len(minutes.guests)
        return _("{n} departments, {m} people").format(n=departments, m=people) if departments else ""

    def draw_field(self, field: Field) -> list[Paragraph]:
        """Number, name and contacts; what is being typed as it is typed."""
        if field.is_new:
            return self.plus(field, _("department: contacts"))
        minutes, ink = self.shown.session.minutes, self.ink
        department = minutes.department(field.id)
        if department is None:
            lead: list[Span] = [self.sign(field)]
            lead += [(_("Guest") + " ", ink.dim)] if field.kind is Kind.GUEST else []
            return [Paragraph([(self.shown.text(field), ink.text)], lead, 5)]
        number: Span = (f"{department.number:<2} ", ink.of(department, bold=True))
        if self.shown.is_changed(field):
            return [Paragraph([(self.shown.text(field), ink.text)], [self.sign(field), number], 5)]
        names = [tied(p.name + ("*" if p.head else "")) for p in minutes.people(department.id)]
        contacts = "、".join(names) if wording.chinese() else ", ".join(names)
        spans: list[Span] = [(department.name, ink.of(department, bold=True)), ("  ", ink.text)]
        spans.append((contacts, ink.text) if contacts else (_("no contact yet"), ink.faint))
        return [Paragraph(spans, [self.sign(field), number], 5)]


class AgendaPane(FormPane):
    """What earlier meetings left, the topics, and what the scenario asks to be settled."""

    section = "agenda"

    def __init__(self, skeleton_hint: str) -> None:
        super().__init__()
        self._skeleton_hint = skeleton_hint
        """The key that lays out the scenario's skeleton, as people write it."""

    def summary(self) -> str:
        """Summary of how many topics and minutes."""
        topics = self.shown.session.minutes.topics
        words = ngettext("{n} topic, {m} min", "{n} topics, {m} min", len(topics))
        return words.format(n=len(topics), m=sum(t.minutes or 0 for t in topics)) if topics else ""

    def keys(self) -> list[str]:
        """Topics between what came along and what is to be settled."""
        session = self.shown.session
        carried = [f"-carried/{n}" for n, _one in enumerate(session.meeting.carried)]
        plan = session.plan
        questions = [f"-question/{n}" for n, _one in enumerate(plan.questions if plan else ())]
        return [
            *(["-earlier", *carried] if carried else []),
            *super().keys(),
            *(["-offer"] if plan and not session.minutes.topics else []),
            *(["-questions", *questions] if questions else []),
        ]

    def draw_heading(self, key: str) -> list[Paragraph]:
        """A heading, something carried along, or a question of the scenario."""
        session, ink = self.shown.session, self.ink
        kind, _slash, place = key.partition("/")
        if kind == "earlier":
            return [Paragraph([(_("Open from earlier meetings"), ink.warn)])]
        if kind == "carried":
            return [carried_line(ink, session.meeting.carried[int(place)])]
        plan = session.plan
        if plan is None:
            return []
        if kind == "offer":
            words = _("{n} topics, {m} min of {scenario}").format(
                n=len(plan.agenda), m=sum(t.minutes or 0 for t in plan.agenda), scenario=plan.name
            )
            lead: list[Span] = [("   ", ink.text), (f"{self._skeleton_hint} ", ink.accent)]
            return [Paragraph([(words, ink.text)], lead, 6)]
        if kind == "questions":
            heading: Span = (_("To be settled: {scenario}").format(scenario=plan.name), ink.dim)
            return [Paragraph([]), Paragraph([heading], [("  ", ink.text)], 2)]
        number = int(place)
        return [Paragraph([(plan.questions[number], ink.dim)], [(f"   {number + 1} ", ink.faint)], 5)]

    def draw_field(self, field: Field) -> list[Paragraph]:
        """A topic's title, or another field of it."""
        if field.is_new:
            return self.plus(field, _("next topic (minutes)"))
        topic = self.shown.session.minutes.topic(field.id)
        if topic is None:
            return super().draw_field(field)
        return self._title(field, topic) if field.name == "title" else self._detail(field)

    def _title(self, field: Field, topic: Topic) -> list[Paragraph]:
        ink = self.ink
        lead: list[Span] = [self.sign(field), (f"{topic.number} ", ink.accent)]
        indent = 3 + width(topic.number)
        title = self.shown.text(field) or _("(title to be added)")
        opened = field.is_beside(self.shown.at)
        first = Paragraph([(title, ink.strong if opened else ink.text)], lead, indent)
        if opened:
            return [first]
        held = [f for name in TOPIC[1:] if self.shown.session.held_in(f := Field(Kind.TOPIC, topic.id, name))]
        return [first, *self._folded(topic, indent), *(one for f in held for one in self._detail(f))]

    def _folded(self, topic: Topic, indent: int) -> list[Paragraph]:
        """One line about a topic one is not at, with the sign of what is missing; what is held has lines of its own."""
        ink, minutes = self.ink, self.shown.session.minutes
        parts: list[Span] = [(f"{topic.minutes}′ ", ink.dim)] if topic.minutes else []
        parts += [(f"{d.number}", ink.of(d, bold=True)) for d in minutes.concerned(topic.id)]
        parts += [(f" {topic.presenter}", ink.dim)] if topic.presenter else []
        parts += [(f" → {topic.expected}", ink.dim)] if topic.expected else []
        fields = [Field(Kind.TOPIC, topic.id, name) for name in TOPIC]
        missing = [finding for field in fields for finding in self.shown.missing.get(field, ())]
        if missing:
            sign, look = sign_of(missing[0], self.palette)
            parts += [(f"  {sign.strip()} " + missing[0].message, look)]
        return [Paragraph(parts, [], indent)] if parts else []

    def _detail(self, field: Field) -> list[Paragraph]:
        cells = 8 + max(width(topic_label(name)) for name in TOPIC[1:])
        lead: list[Span] = [
            ("    ", self.ink.text),
            self.sign(field),
            (topic_label(field.name), self.ink.dim),
        ]
        return [Paragraph([self.value(self.shown.text(field))], lead, cells)]


class ThingsPane(FormPane):
    """What is to be read before, and what is to be seen to."""

    section = "things"

    def summary(self) -> str:
        """Summary of how much of the checklist is done."""
        checks = self.shown.session.minutes.checklist
        return _("{n} of {m} done").format(n=sum(c.done for c in checks), m=len(checks)) if checks else ""

    def keys(self) -> list[str]:
        """Materials, then preparations, then what the document says of itself."""
        found = super().keys()
        read, seen_to = found.index(NEW_MATERIAL.key) + 1, found.index(NEW_CHECK.key) + 1
        return ["-materials", *found[:read], "-checks", *found[read:seen_to], "-document", *found[seen_to:]]

    def draw_heading(self, key: str) -> list[Paragraph]:
        """The heading of a list."""
        words = {
            "materials": _("Materials to read before"),
            "checks": _("Logistics"),
            "document": _("On the document"),
        }[key]
        return [Paragraph([(words, self.ink.dim)])]

    def draw_field(self, field: Field) -> list[Paragraph]:
        """A material, a preparation with its box, or a fact of the document."""
        ink, text = self.ink, self.shown.text(field)
        if field.kind is Kind.FACT:
            cells = 4 + max(width(fact_label(name)) for name in OFFICE)
            lead = [self.sign(field), (fact_label(field.name), ink.dim)]
            return [Paragraph([self.value(text)], lead, cells)]
        is_material = field.kind is Kind.MATERIAL
        if field.is_new:
            return self.plus(field, _("next material") if is_material else _("next preparation"))
        if is_material:
            return [Paragraph([(text, ink.text)], [self.sign(field), ("· ", ink.accent)], 4)]
        item = self.shown.session.minutes.get(ChecklistItem, field.id)
        done = bool(item and item.done)
        box: Span = ("✓ ", ink.good) if done else ("□ ", ink.warn)
        return [Paragraph([(text, ink.dim if done else ink.text)], [self.sign(field), box], 4)]


class MissingPane(ListPane):
    """What the rules still ask of the agenda, line by line."""

    def __init__(self) -> None:
        super().__init__("missing")
        self.form: Form | None = None
        self.findings: list[Finding] = []
        self.hint = ""

    def show(self, form: Form) -> None:
        """Brings the list in line with the form."""
        self.form, self.findings = form, form.session.findings
        p, count = self.palette, len(self.findings)
        self.title = [(_("Still missing"), style(p.text, bold=True)), (f" {self.hint}", style(p.dim))]
        self.status = [(str(count), style(p.warn if count else p.good))]
        self.fill([str(n) for n in range(count)] or ["-complete"])
        here = [str(n) for n, f in enumerate(self.findings) if form.session.place(f) == form.at]
        self.reveal(here[0] if here else None)

    def field_of(self, key: str | None) -> Field | None:
        """The field on which the finding of a line is mended."""
        if self.form is None or not (key and key.isdigit()):
            return None
        return self.form.session.place(self.findings[int(key)])

    def draw(self, key: str) -> list[Paragraph]:
        """A finding: sign, rule, place and what is missing."""
        p = self.palette
        if key.startswith("-"):
            return [Paragraph([(_("The agenda is complete and can go out"), style(p.good))])]
        finding = self.findings[int(key)]
        assert self.form is not None
        here = self.field_of(key) == self.form.at
        lead = [sign_of(finding, p), (f"{finding.title:<3} ", style(p.dim))]
        where = f"{finding.where} " if finding.where else ""
        return [Paragraph([(where, style(p.dim)), (finding.message, style(p.text, bold=here))], lead, 6)]
