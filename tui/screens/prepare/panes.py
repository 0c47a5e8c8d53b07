"""The panes of the prepare screen: each draws a section of the form, and one what is still missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from models import wording
from models.findings import Finding
from models.i18n import _, ngettext
from models.meeting import ChecklistItem, Department, Material, Topic
from tui.screens.prepare.session import TOPIC, Preparation
from tui.screens.prepare.text import fact_label, section_label, topic_label
from tui.screens.recap.panes import sign_of
from tui.theme import style
from tui.widgets.carried_lines import carried_line
from tui.widgets.cells import Paragraph, Span, fit, tied, width
from tui.widgets.entry_lines import Ink
from tui.widgets.pane import Pane


@dataclass(frozen=True, slots=True)
class Form:
    """What the panes show: the meeting, where one is, what is being typed there, and what is missing where."""

    preparation: Preparation
    at: str
    typed: str
    missing: dict[str, list[Finding]] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """What stands in a line, with what is being typed."""
        return self.typed if key == self.at else self.preparation.text(key)


class FormPane(Pane):
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
        here = form.preparation.section(form.at) == self.section
        self.title = [(section_label(self.section), self.ink.strong)]
        if self.hint:
            self.title = [*self.title, (f" {self.hint}", self.ink.dim)]
        self.status = [(self.summary(), self.ink.dim)] if self.summary() else ()
        self.fill(self.keys())
        self.chosen = form.at if here else None
        if here:
            self.reveal(form.at)
        self.refresh()

    @property
    def shown(self) -> Form:
        """What it shows."""
        assert self.form is not None
        return self.form

    @property
    def ink(self) -> Ink:
        """Palette and meeting together."""
        return Ink(self.palette, self.shown.preparation.minutes)

    def keys(self) -> list[str]:
        """The items, as keys; headings begin with a hyphen."""
        return self.shown.preparation.keys(self.section, self.shown.at)

    def summary(self) -> str:
        """The words in the lower edge."""
        return ""

    def sign(self, key: str) -> Span:
        """A finding's sign before the line it is mended on."""
        found = self.shown.missing.get(key)
        return sign_of(found[0], self.palette) if found else ("  ", self.ink.text)

    def value(self, words: str) -> Span:
        """What stands in a line."""
        return (words, self.ink.text) if words else ("–", self.ink.faint)

    def plus(self, key: str, words: str) -> list[Paragraph]:
        """The line on which something new is typed."""
        typed = self.shown.text(key)
        lead: list[Span] = [self.sign(key), ("＋ ", self.ink.accent)]
        return [Paragraph([(typed, self.ink.text) if typed else (words, self.ink.faint)], lead, 5)]


class FactsPane(FormPane):
    """Name, theme, time, place, who leads and who records."""

    section = "facts"

    def draw(self, key: str) -> list[Paragraph]:
        """Label and value, on one row."""
        name = key.partition("/")[2]
        cells = 2 + max(width(fact_label(n.partition("/")[2])) for n in self.items) + 2
        lead: list[Span] = [self.sign(key), (fact_label(name), self.ink.dim)]
        text, look = self.value(self.shown.text(key))
        room = max(8, self.inner[0] - cells)
        spans: list[Span] = [(fit(text, room), look)]
        stored = self.shown.preparation
        day = wording.parse_day(stored.minutes.meeting.starts_at)
        if name == "time" and day and text == stored.text(key):
            spans.append((f"  {wording.weekday(day)}", self.ink.dim))
        return [Paragraph(spans, lead, cells)]


class PeoplePane(FormPane):
    """The departments with their contacts."""

    section = "people"

    @property
    def rows(self) -> int:
        """The rows it would fill, with its frame."""
        return len(self.items) + 2

    def summary(self) -> str:
        """How many departments and people."""
        minutes = self.shown.preparation.minutes
        departments, people = len(minutes.departments), minutes.expected + len(minutes.guests)
        return _("{n} departments, {m} people").format(n=departments, m=people) if departments else ""

    def draw(self, key: str) -> list[Paragraph]:
        """Number, name and contacts; what is being typed as it is typed."""
        kind, row_id = key.split("/")
        if row_id == "+":
            return self.plus(key, _("department: contacts"))
        minutes, ink = self.shown.preparation.minutes, self.ink
        department = minutes.get(Department, row_id)
        if kind == "guest" or department is None:
            lead: list[Span] = [self.sign(key), (_("Guest") + " ", ink.dim)]
            return [Paragraph([(self.shown.text(key), ink.text)], lead, 5)]
        number: Span = (f"{department.number:<2} ", ink.of(department, bold=True))
        if key == self.shown.at and self.shown.typed != self.shown.preparation.text(key):
            return [Paragraph([(self.shown.typed, ink.text)], [self.sign(key), number], 5)]
        names = [tied(p.name + ("*" if p.head else "")) for p in minutes.people(department.id)]
        contacts = "、".join(names) if wording.chinese() else ", ".join(names)
        spans: list[Span] = [(department.name, ink.of(department, bold=True)), ("  ", ink.text)]
        spans.append((contacts, ink.text) if contacts else (_("no contact yet"), ink.faint))
        return [Paragraph(spans, [self.sign(key), number], 5)]


class AgendaPane(FormPane):
    """What earlier meetings left, the topics, and what the scenario asks to be settled."""

    section = "agenda"

    def summary(self) -> str:
        """How many topics and minutes."""
        topics = self.shown.preparation.minutes.topics
        words = ngettext("{n} topic, {m} min", "{n} topics, {m} min", len(topics))
        return words.format(n=len(topics), m=sum(t.minutes or 0 for t in topics)) if topics else ""

    def keys(self) -> list[str]:
        """Topics between what came along and what is to be settled."""
        preparation = self.shown.preparation
        carried = [f"-carried/{n}" for n, _one in enumerate(preparation.meeting.carried)]
        plan = preparation.plan
        questions = [f"-question/{n}" for n, _one in enumerate(plan.questions if plan else ())]
        return [
            *(["-earlier", *carried] if carried else []),
            *super().keys(),
            *(["-offer"] if plan and not preparation.minutes.topics else []),
            *(["-questions", *questions] if questions else []),
        ]

    def draw(self, key: str) -> list[Paragraph]:
        """A heading, something carried along, a question, or a field of a topic."""
        if key.startswith("-"):
            return self._around(key[1:])
        _kind, row_id, *rest = key.split("/")
        if row_id == "+":
            return self.plus(key, _("next topic (minutes)"))
        topic = self.shown.preparation.minutes.topic(row_id)
        if topic is None:
            return []
        return self._title(key, topic) if rest == ["title"] else self._field(key, rest[0])

    def _around(self, key: str) -> list[Paragraph]:
        preparation, ink = self.shown.preparation, self.ink
        kind, _slash, place = key.partition("/")
        if kind == "earlier":
            return [Paragraph([(_("Open from earlier meetings"), ink.warn)])]
        if kind == "carried":
            return [carried_line(ink, preparation.meeting.carried[int(place)])]
        plan = preparation.plan
        if plan is None:
            return []
        if kind == "offer":
            words = _("{n} topics, {m} min of {scenario}").format(
                n=len(plan.agenda), m=sum(t.minutes or 0 for t in plan.agenda), scenario=plan.name
            )
            key_label = getattr(self.screen, "skeleton_key", "")
            return [Paragraph([(words, ink.text)], [("   ", ink.text), (f"{key_label} ", ink.accent)], 6)]
        if kind == "questions":
            heading: Span = (_("To be settled: {scenario}").format(scenario=plan.name), ink.dim)
            return [Paragraph([]), Paragraph([heading], [("  ", ink.text)], 2)]
        number = int(place)
        return [Paragraph([(plan.questions[number], ink.dim)], [(f"   {number + 1} ", ink.faint)], 5)]

    def _title(self, key: str, topic: Topic) -> list[Paragraph]:
        ink = self.ink
        lead: list[Span] = [self.sign(key), (f"{topic.number} ", ink.accent)]
        indent = 3 + width(topic.number)
        title = self.shown.text(key) or _("(title to be added)")
        opened = self.shown.at.startswith(f"topic/{topic.id}/")
        first = Paragraph([(title, ink.strong if opened else ink.text)], lead, indent)
        return [first] if opened else [first, *self._folded(topic, indent)]

    def _folded(self, topic: Topic, indent: int) -> list[Paragraph]:
        """What is known of a topic one is not at, on one line; the sign of what is missing."""
        ink, minutes = self.ink, self.shown.preparation.minutes
        parts: list[Span] = [(f"{topic.minutes}′ ", ink.dim)] if topic.minutes else []
        parts += [(f"{d.number}", ink.of(d, bold=True)) for d in minutes.concerned(topic.id)]
        parts += [(f" {topic.presenter}", ink.dim)] if topic.presenter else []
        parts += [(f" → {topic.expected}", ink.dim)] if topic.expected else []
        missing = [f for name in TOPIC for f in self.shown.missing.get(f"topic/{topic.id}/{name}", ())]
        if missing:
            sign, look = sign_of(missing[0], self.palette)
            parts += [(f"  {sign.strip()} " + missing[0].message, look)]
        return [Paragraph(parts, [], indent)] if parts else []

    def _field(self, key: str, name: str) -> list[Paragraph]:
        cells = 8 + max(width(topic_label(n)) for n in TOPIC[1:])
        lead: list[Span] = [("    ", self.ink.text), self.sign(key), (topic_label(name), self.ink.dim)]
        return [Paragraph([self.value(self.shown.text(key))], lead, cells)]


class ThingsPane(FormPane):
    """What is to be read before, and what is to be seen to."""

    section = "things"

    def summary(self) -> str:
        """How much of the checklist is done."""
        checks = self.shown.preparation.minutes.checklist
        return _("{n} of {m} done").format(n=sum(c.done for c in checks), m=len(checks)) if checks else ""

    def keys(self) -> list[str]:
        """Materials, then preparations."""
        found = super().keys()
        place = found.index("material/+") + 1
        return ["-materials", *found[:place], "-checks", *found[place:]]

    def draw(self, key: str) -> list[Paragraph]:
        """A heading, a material, or a preparation with its box."""
        ink, minutes = self.ink, self.shown.preparation.minutes
        if key.startswith("-"):
            words = _("Materials to read before") if key == "-materials" else _("Logistics")
            return [Paragraph([(words, ink.dim)])]
        kind, row_id = key.split("/")
        if row_id == "+":
            return self.plus(key, _("next material") if kind == "material" else _("next preparation"))
        text = self.shown.text(key)
        if minutes.get(Material, row_id):
            return [Paragraph([(text, ink.text)], [self.sign(key), ("· ", ink.accent)], 4)]
        item = minutes.get(ChecklistItem, row_id)
        done = bool(item and item.done)
        box: Span = ("✓ ", ink.good) if done else ("□ ", ink.warn)
        return [Paragraph([(text, ink.dim if done else ink.text)], [("  ", ink.text), box], 4)]


class MissingPane(Pane):
    """What the rules still ask of the agenda, line by line."""

    def __init__(self) -> None:
        super().__init__("missing")
        self.form: Form | None = None
        self.findings: list[Finding] = []
        self.hint = ""

    def show(self, form: Form) -> None:
        """Brings the list in line with the form."""
        self.form, self.findings = form, form.preparation.findings
        p, count = self.palette, len(self.findings)
        self.title = [(_("Still missing"), style(p.text, bold=True)), (f" {self.hint}", style(p.dim))]
        self.status = [(str(count), style(p.warn if count else p.good))]
        self.fill([str(n) for n in range(count)] or ["-complete"])
        here = [str(n) for n, f in enumerate(self.findings) if form.preparation.place(f) == form.at]
        self.reveal(here[0] if here else None)

    def draw(self, key: str) -> list[Paragraph]:
        """Sign, rule, place and what is missing."""
        p = self.palette
        if key.startswith("-"):
            return [Paragraph([(_("The agenda is complete and can go out"), style(p.good))])]
        finding = self.findings[int(key)]
        assert self.form is not None
        here = self.form.preparation.place(finding) == self.form.at
        lead = [sign_of(finding, p), (f"{finding.title:<3} ", style(p.dim))]
        where = f"{finding.where} " if finding.where else ""
        return [Paragraph([(where, style(p.dim)), (finding.message, style(p.text, bold=here))], lead, 6)]
