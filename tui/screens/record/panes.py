"""The panes of the record screen: each knows which part of the meeting it shows, and nothing of the others."""

from __future__ import annotations

from collections.abc import Sequence

from models import participation
from models.i18n import _
from models.meeting import Department, Person, Topic
from models.minutes import Minutes
from tui.screens.record.session import Look
from tui.times import is_over, topic_minutes, used_of_planned
from tui.widgets.entry_lines import Ink, clock
from tui.widgets.list_pane import ListPane
from tui.widgets.typesetting import Paragraph, Span, spans_width, tied, width

EVERYBODY = "everybody"
"""The line of the attendance that stands for all whom nobody has looked for yet."""
LABEL = 8
"""Cells for a department's name beside its lines; a longer one gets a line of its own."""


EMPTY = "-empty"
"""The item of a list with nothing in it: what to type."""


def label_width(minutes: Minutes) -> int:
    """The cells of the widest department name that stands beside its lines."""
    return max((w for d in minutes.departments if (w := width(d.name)) <= LABEL), default=4)


def spent(ink: Ink, used: int | None, planned: int | None) -> Span:
    """The time used against the plan; more than planned is told quietly, by colour and sign."""
    return (used_of_planned(used, planned), ink.warn if is_over(used, planned) else ink.dim)


class MeetingPane(ListPane):
    """A pane over a part of the meeting."""

    keeps_place = True
    hint = ""
    """The key that leads here, as people write it."""
    look: Look | None = None
    label = 4
    """Cells for the name of a department beside its lines."""

    def show(self, look: Look) -> None:
        """Shows what the look says."""
        self.look = look
        self.label = label_width(look.minutes)
        self.title = self._titled(self.heading(look))
        self.status = self.summary(look)
        self.fill(self.keys(look))

    def holds(self, keys: Sequence[str], look: Look) -> bool:
        """Whether one of these rows is among its items now."""
        return not set(keys).isdisjoint(self.keys(look))

    @property
    def ink(self) -> Ink:
        """Palette and meeting together."""
        assert self.look is not None
        return Ink(self.palette, self.look.minutes)

    @property
    def minutes(self) -> Minutes:
        """The meeting shown."""
        return self.ink.minutes

    def heading(self, look: Look) -> str:
        """The title; a subclass gives it."""
        return ""

    def summary(self, look: Look) -> Sequence[Span]:
        """The words in the lower edge."""
        return ()

    def keys(self, look: Look) -> list[str]:
        """The ids of the items in order; a subclass gives them."""
        return []

    def _titled(self, heading: str) -> list[Span]:
        spans: list[Span] = [(heading, self.ink.strong)]
        return [*spans, (f" {self.hint}", self.ink.dim)] if self.hint else spans


class AgendaPane(MeetingPane):
    """The topics, with the time each took against its plan and what came of it."""

    def heading(self, look: Look) -> str:
        """Agenda."""
        return _("Agenda")

    def summary(self, look: Look) -> Sequence[Span]:
        """Which of how many is live."""
        topics = look.minutes.topics
        live = [n for n, t in enumerate(topics, 1) if t.id == look.minutes.meeting.live_topic_id]
        return [(f"{live[0]}/{len(topics)}", self.ink.dim)] if live else ()

    def keys(self, look: Look) -> list[str]:
        """Topics by id."""
        return [t.id for t in look.minutes.topics] or [EMPTY]

    def draw(self, key: str) -> list[Paragraph]:
        """Sign, number and title; time and counts below."""
        ink, look = self.ink, self.look
        if key == EMPTY:
            return [Paragraph([(_("topic: … (20 min)"), ink.faint)])]
        topic = self.minutes.topic(key)
        if topic is None or look is None:
            return []
        live = key == self.minutes.meeting.live_topic_id
        used = topic_minutes(self.minutes, key, look.now)
        looks = ink.strong if live or key == look.topic_id else ink.text if used is not None else ink.dim
        lead = [self._sign(topic, live, used), (f" {topic.number} ", looks)]
        indent = 3 + width(topic.number)
        title = Paragraph([(topic.title or _("(title to be added)"), looks)], lead, indent)
        return [title, Paragraph(self._facts(topic, used), (), indent)]

    def _sign(self, topic: Topic, live: bool, used: int | None) -> Span:
        ink, look = self.ink, self.look
        if look is not None and look.aside and topic.id == look.topic_id:
            return ("◉", ink.warn)
        if live:
            return ("▶", ink.accent)
        if topic.outcome and topic.outcome != "agreed":
            return ("✗" if topic.outcome == "not_agreed" else "…", ink.warn)
        return ("✓", ink.good) if topic.outcome or used is not None else ("○", ink.faint)

    def _facts(self, topic: Topic, used: int | None) -> list[Span]:
        ink, key = self.ink, topic.id
        counts = [
            (_("D{n}"), len(self.minutes.resolutions(key)), ink.dim),
            (_("A{n}"), len(self.minutes.actions(key)), ink.dim),
            (_("Q{n}"), len(self.minutes.open_issues(key)), ink.dim),
            (_("!{n}"), sum(d.status == "open" for d in self.minutes.disagreements(key)), ink.warn),
        ]
        found = [(" " + tied(label.format(n=n)), look) for label, n, look in counts if n]
        return self._with_head_count([spent(ink, used, topic.minutes), *found], topic, used)

    def _with_head_count(self, spans: list[Span], topic: Topic, used: int | None) -> list[Span]:
        """How many were there, where it does not cost a row; the topic's own pane has it anyway."""
        present = participation.head_count(self.minutes, topic) if used is not None else None
        words = " " + tied(_("{n} present").format(n=present))
        room = self.inner[0] - 3 - width(topic.number) - spans_width(spans)
        return [*spans, (words, self.ink.dim)] if present and width(words) <= room else spans


class AttendancePane(MeetingPane):
    """Who is here, by department."""

    def heading(self, look: Look) -> str:
        """Attendance."""
        return _("Attendance")

    def summary(self, look: Look) -> Sequence[Span]:
        """Expected and attending."""
        words = _("expected {n}  here {m}").format(n=look.minutes.expected, m=look.minutes.attending)
        return [(words, self.ink.dim)]

    def keys(self, look: Look) -> list[str]:
        """People by id, and departments with nobody; a heading for a department with a long name."""
        found: list[str] = [EVERYBODY] if len(_unchecked(look.minutes)) > 1 else []
        for department in look.minutes.departments:
            people = look.minutes.people(department.id)
            if not people:
                found.append(department.id)
            elif width(department.name) > LABEL:
                found.append(f"-{department.id}")
            found += [p.id for p in people]
        if look.minutes.guests:
            found += ["-guests", *(p.id for p in look.minutes.guests)]
        return found or [EMPTY]

    def draw(self, key: str) -> list[Paragraph]:
        """One person, a heading, or all who are still to be called."""
        if key == EVERYBODY:
            words = _("Space: all {n} not checked are here").format(n=len(_unchecked(self.minutes)))
            return [Paragraph([(words, self.ink.accent)], [("✓ ", self.ink.good)], 2)]
        if key == EMPTY:
            return [Paragraph([(_("present: marketing: …; absent: …; late: …"), self.ink.faint)])]
        if key == "-guests":
            return [Paragraph([(_("Guests"), self.ink.dim)])]
        if department := self.minutes.department(key.removeprefix("-")):
            return [Paragraph([self._named(department)], self._number(department), 2)]
        person = self.minutes.person(key)
        return [self._person(person)] if person else []

    def _person(self, person: Person) -> Paragraph:
        department = self.minutes.department(person.department_id)
        if department is None or width(department.name) > LABEL:
            return Paragraph(self._presence(person), (), 3)
        lead: list[Span] = []
        if self.minutes.people(department.id)[0].id == person.id:
            lead = [*self._number(department), self._named(department)]
        return Paragraph(self._presence(person), lead, 3 + self.label)

    def _number(self, department: Department) -> list[Span]:
        return [(f"{department.number:<2}", self.ink.of(department, bold=True))]

    def _named(self, department: Department) -> Span:
        return (department.name, self.ink.of(department, bold=True))

    def _presence(self, person: Person) -> list[Span]:
        ink = self.ink
        signs: dict[str, Span] = {
            "present": ("✓", ink.good),
            "late": (_("late "), ink.warn),
            "absent": ("✗", ink.bad),
            "left": (_("left "), ink.warn),
        }
        sign = signs.get(person.attendance, ("·", ink.faint))
        known = ink.dim if person.attendance in ("unknown", "absent") else ink.text
        time = clock(person.left_at if person.attendance == "left" else person.arrived_at)
        notes = [
            time if person.attendance in ("late", "left") else "",
            {"observer": _("observer"), "guest": ""}.get(person.role, ""),
            person.reason,
        ]
        spans: list[Span] = [(tied(sign[0]) + "\u2060", sign[1]), (tied(person.name), known)]
        spans += [(" " + tied(note), ink.dim) for note in notes if note]
        return [*spans, (" " + tied("→ " + person.proxy), ink.text)] if person.proxy else spans


def _unchecked(minutes: Minutes) -> list[Person]:
    return [p for p in minutes.all(Person) if p.attendance == "unknown"]
