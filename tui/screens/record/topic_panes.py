"""The panes over one topic: what it is about, what was said, disputed, decided and handed out."""

from __future__ import annotations

from collections.abc import Sequence

from models import participation
from models.gaps import lacks
from models.i18n import _, ngettext
from models.meeting import (
    Action,
    Background,
    Disagreement,
    Entry,
    Note,
    OpenIssue,
    Opinion,
    Point,
    Resolution,
)
from models.participation import silent_departments
from models.vocabulary import outcome_label
from models.whose import asks
from tui.screens.record.panes import EMPTY, LABEL, MeetingPane, spent
from tui.screens.record.session import Look
from tui.times import topic_minutes
from tui.widgets.carried_lines import carried_line
from tui.widgets.entry_lines import Ink, draw_brief, draw_entry, draw_opinion
from tui.widgets.typesetting import Paragraph, Span, fit, width

_PANES: dict[type[Entry], str] = {
    Background: "topic",
    Point: "topic",
    Opinion: "opinions",
    Disagreement: "disagreements",
    Resolution: "resolutions",
    Action: "actions",
    OpenIssue: "actions",
    Note: "topic",
}
"""The pane that shows entries of each kind on a wide screen."""


def pane_of(entry: Entry, *, wide: bool) -> str:
    """The pane in which an entry is found."""
    if not wide:
        return "all"
    return _PANES[type(entry)]


class TopicPane(MeetingPane):
    """What the topic is about: background, points, notes."""

    def heading(self, look: Look) -> str:
        """The topic's number and title."""
        topic = look.minutes.topic(look.topic_id)
        if topic is None:
            return _("No topic yet")
        return f"{topic.number} {topic.title or _('(title to be added)')}"

    def _titled(self, heading: str) -> list[Span]:
        look = self.look
        ink = self.ink
        if look is None or not look.aside:
            return [(heading, ink.strong)]
        return [(_("looking at") + " ", ink.warn), (heading, ink.warn)]

    def summary(self, look: Look) -> Sequence[Span]:
        """The topic's outcome, its time, and how many were there."""
        topic = look.minutes.topic(look.topic_id)
        if topic is None:
            return ()
        used = topic_minutes(look.minutes, topic.id, look.now)
        spans = [spent(self.ink, used, topic.minutes)]
        if used is not None and (present := participation.head_count(look.minutes, topic)):
            spans.append((" " + _("{n} present").format(n=present), self.ink.dim))
        return [(outcome_label(topic.outcome) + " ", self.ink.good), *spans] if topic.outcome else spans

    def keys(self, look: Look) -> list[str]:
        """Background first, then points and notes in the order of typing."""
        topic_id = look.topic_id or ""
        minutes = look.minutes
        rest: list[Entry] = [*minutes.points(topic_id), *minutes.notes(topic_id)]
        rest.sort(key=lambda e: e.seq)
        found = [e.id for e in [*minutes.backgrounds(topic_id), *rest]]
        return found or [EMPTY]

    def draw(self, key: str) -> list[Paragraph]:
        """One entry."""
        if key == EMPTY:
            return [Paragraph([(_("background: …   point: …"), self.ink.faint)])]
        entry = self.minutes.entry(key)
        return draw_entry(self.ink, entry) if entry else []


class AllPane(TopicPane):
    """Everything of a topic in one pane, for narrow screens."""

    def keys(self, look: Look) -> list[str]:
        """All entries in the order of typing, then who has not spoken."""
        topic = look.minutes.topic(look.topic_id)
        found = [e.id for e in look.minutes.topic_entries(topic.id)] if topic else []
        silent = [f"-{d.id}" for d in silent_departments(look.minutes, topic)] if topic and found else []
        return [*found, *silent] or [EMPTY]

    def draw(self, key: str) -> list[Paragraph]:
        """One entry, or one silence."""
        if key.startswith("-") and key != EMPTY:
            return _silence(self.ink, key[1:], 0)
        if opinion := self.minutes.get(Opinion, key):
            return [draw_brief(self.ink, opinion)]
        return super().draw(key)


class OpinionsPane(MeetingPane):
    """What the departments hold on the topic, and which of those concerned have not spoken."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._first: set[str] = set()
        self._departments: dict[str, str] = {}
        """The department of each opinion that was listed, also of one that is gone by now."""

    def group(self, key: str) -> str:
        """The department that holds an opinion."""
        return self._departments.get(key, "")

    def heading(self, look: Look) -> str:
        """Opinions."""
        return _("Opinions by department")

    def summary(self, look: Look) -> Sequence[Span]:
        """How many departments have spoken."""
        topic = look.minutes.topic(look.topic_id)
        if topic is None:
            return ()
        spoken = len({o.department_id for o in look.minutes.opinions(topic.id) if o.department_id})
        total = spoken + len(silent_departments(look.minutes, topic))
        words = _("{n}/{total} departments have spoken").format(n=spoken, total=total)
        unknown = sum(map(asks, look.minutes.opinions(topic.id)))
        asked: list[Span] = (
            [(_("who said it? {n}").format(n=unknown) + "  ", self.ink.warn)] if unknown else []
        )
        return [*asked, (words, self.ink.dim)] if total else asked

    def keys(self, look: Look) -> list[str]:
        """Opinions by department, then silences."""
        topic = look.minutes.topic(look.topic_id)
        if topic is None:
            return [EMPTY]
        groups = look.minutes.opinions_by_department(topic.id)
        self._first = {opinions[0].id for _d, opinions in groups}
        found = [o.id for _d, opinions in groups for o in opinions]
        self._departments |= {o.id: o.department_id or "" for _d, opinions in groups for o in opinions}
        silent = [f"-{d.id}" for d in silent_departments(look.minutes, topic)]
        self._first.update(silent[:1])
        return [*found, *silent] or [EMPTY]

    def draw(self, key: str) -> list[Paragraph]:
        """One opinion, or one silence."""
        if key == EMPTY:
            return [
                Paragraph([(_("marketing: … · 1: … · who speaks first stays the speaker"), self.ink.faint)])
            ]
        if key.startswith("-"):
            return [*self._gap(key), *_silence(self.ink, key[1:], self.label + 2)]
        opinion = self.minutes.get(Opinion, key)
        if opinion is None:
            return []
        name, look = self.ink.department(opinion.department_id, bold=True)
        name = name or "?"
        beside = width(name) <= LABEL
        indent = self.label + 2 if beside else 2
        if key not in self._first:
            return draw_opinion(self.ink, opinion, (), indent)
        if beside:
            return [*self._gap(key), *draw_opinion(self.ink, opinion, [(name, look)], indent)]
        return [*self._gap(key), Paragraph([(name, look)]), *draw_opinion(self.ink, opinion, (), indent)]

    def _gap(self, key: str) -> list[Paragraph]:
        """An empty line between departments."""
        begins = key in self._first and self.items[:1] != [key]
        return [Paragraph([("", self.ink.text)])] if begins else []


class DisagreementsPane(MeetingPane):
    """What was disputed and what was agreed."""

    def heading(self, look: Look) -> str:
        """Disagreement and consensus."""
        return _("Disagreement and consensus")

    def summary(self, look: Look) -> Sequence[Span]:
        """How many are open, or that nothing is disputed, where somebody said so."""
        count = sum(d.status == "open" for d in look.minutes.disagreements(look.topic_id or ""))
        if count:
            return [(_("{n} unsettled").format(n=count), self.ink.warn)]
        topic = look.minutes.topic(look.topic_id)
        return [(_("nothing disputed"), self.ink.good)] if topic and topic.no_dispute else ()

    def keys(self, look: Look) -> list[str]:
        """Disagreements by id."""
        return [d.id for d in look.minutes.disagreements(look.topic_id or "")] or [EMPTY]

    def draw(self, key: str) -> list[Paragraph]:
        """One disagreement."""
        if key == EMPTY:
            return [Paragraph([(_("dispute: …   consensus: …"), self.ink.faint)])]
        found = self.minutes.get(Disagreement, key)
        return draw_entry(self.ink, found) if found else []


class ResolutionsPane(MeetingPane):
    """What was decided."""

    def heading(self, look: Look) -> str:
        """Resolutions."""
        return _("Resolutions")

    def summary(self, look: Look) -> Sequence[Span]:
        """How many in the whole meeting."""
        total = len(look.minutes.all(Resolution))
        return [(_("{n} in all").format(n=total), self.ink.dim)] if total else ()

    def keys(self, look: Look) -> list[str]:
        """Resolutions by id."""
        return [r.id for r in look.minutes.resolutions(look.topic_id or "")] or [EMPTY]

    def draw(self, key: str) -> list[Paragraph]:
        """One resolution."""
        if key == EMPTY:
            return [Paragraph([(_("resolved: …"), self.ink.faint)])]
        found = self.minutes.get(Resolution, key)
        return draw_entry(self.ink, found) if found else []


class ActionsPane(MeetingPane):
    """Who does what by when, and what stays open."""

    def heading(self, look: Look) -> str:
        """Actions and open issues."""
        return _("Actions, open issues")

    def summary(self, look: Look) -> Sequence[Span]:
        """How many lack something."""
        rows: list[Entry] = [*look.minutes.all(Action), *look.minutes.all(OpenIssue)]
        count = sum(any(lacks(row)) for row in rows)
        words = ngettext("⚠ {n} incomplete", "⚠ {n} incomplete", count).format(n=count)
        return [(words, self.ink.bad)] if count else ()

    def keys(self, look: Look) -> list[str]:
        """Actions, then open issues, by id."""
        topic_id = look.topic_id or ""
        kinds = [kind for kind, pane in _PANES.items() if pane == "actions"]
        rows = [row for kind in kinds for row in look.minutes.entries(kind, topic_id)]
        carried = ["-earlier", *(one.code for one in look.carried)] if look.carried else []
        return [*([row.id for row in rows] or [EMPTY]), *carried]

    def draw(self, key: str) -> list[Paragraph]:
        """One action or open issue, of this meeting or of an earlier one."""
        if key == EMPTY:
            return [Paragraph([(_("action: … @who /by when"), self.ink.faint)])]
        if key == "-earlier":
            return [Paragraph([(_("From earlier meetings"), self.ink.dim)])]
        if carried := next(
            (one for one in (self.look.carried if self.look else ()) if one.code == key), None
        ):
            return [carried_line(self.ink, carried)]
        found = self.minutes.entry(key)
        return draw_entry(self.ink, found) if found else []


def _silence(ink: Ink, department_id: str, indent: int) -> list[Paragraph]:
    name = fit(ink.minutes.department_name(department_id), 24)
    words = _("– not spoken yet")
    return [Paragraph([(words, ink.faint)], [(name, ink.faint)], max(indent, width(name) + 1))]
