"""Lists of the home screen: meetings with their next step, open actions, and what a search found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.style import Style

from models import wording
from models.calendar import WorkCalendar
from models.i18n import _, ngettext
from models.next_step import NextStep, Stage, next_step
from models.text import fold_lower
from models.vocabulary import status_label
from tui.theme import style
from tui.widgets.list_pane import ListPane
from tui.widgets.typesetting import Paragraph, Span, fit, width

_STAGES = tuple(Stage)
_DAY = 7
"""Cells of the column that says when a meeting is."""
_KIND = 12
"""Cells of the column that says what a hit is."""


if TYPE_CHECKING:
    from models.store.held import HeldCount
    from models.store.queries import LedgerAction, MeetingSummary
    from models.store.search import Hit
    from tui.screens.home.session import Ledger


def held_words(held: HeldCount) -> str:
    """What is held of a meeting: lines that go in by themselves, and lines somebody has to put right."""
    parts = []
    if held.waiting:
        words = ngettext("{n} line waits to be stored", "{n} lines wait to be stored", held.waiting)
        parts.append(words.format(n=held.waiting))
    if held.asking:
        words = ngettext("{n} line asks to be put right", "{n} lines ask to be put right", held.asking)
        parts.append(words.format(n=held.asking))
    return wording.listed(parts)


class HomePane(ListPane):
    """A list on the home screen."""

    def style(self, name: str, *, bold: bool = False) -> Style:
        """A colour of the palette as a style."""
        return style(getattr(self.palette, name), bold=bold)

    def choose(self, key: str | None) -> None:
        """Selects an item and shows it with the heading right above it."""
        super().choose(key)
        above = self._places.get(self.chosen or "", 0) - 1
        if above >= 0 and not self.selectable(self.items[above]):
            self.reveal(self.items[above])

    def head(self, words: str, count: int = 0, *, bad: bool = False) -> None:
        """Sets the title, and how many there are."""
        self.title = [(words, self.style("text", bold=True))]
        self.status = [(str(count), self.style("bad" if bad else "dim"))] if count else []


class MeetingsPane(HomePane):
    """Meetings under what is to be done with them, today's first."""

    def __init__(self, draft_workdays: int) -> None:
        super().__init__("meetings")
        self._draft_workdays = draft_workdays
        self._rows: dict[str, tuple[MeetingSummary, NextStep]] = {}
        self._calendar = WorkCalendar()
        self._today = dt.date.min
        self._held: Mapping[str, HeldCount] = {}

    def show(self, ledger: Ledger) -> None:
        """Shows these meetings."""
        self._today = ledger.today
        days = self._draft_workdays
        steps = [(m, next_step(m, ledger.today, self._calendar, days)) for m in ledger.meetings]
        self._rows = {m.id: (m, step) for m, step in steps}
        self._held = ledger.held
        ordered = sorted(steps, key=_when)
        keys: list[str] = []
        for stage in _STAGES:
            ids = [m.id for m, step in ordered if step.stage is stage]
            gap = [f"-gap {stage.value}"] if keys and ids else []
            keys += [*gap, f"-{stage.value}", *ids] if ids else []
        self.head(_("Meetings"), len(steps))
        self.fill(keys)

    def to_be_polished(self, meeting_id: str) -> bool:
        """Whether a meeting is closed and its minutes are being written."""
        found = self._rows.get(meeting_id)
        return found is not None and found[1].stage is Stage.DRAFT and found[0].closed_at is not None

    def draw(self, key: str) -> list[Paragraph]:
        """A heading, or a meeting: when and what, then what is next."""
        if key.startswith("-gap"):
            return [Paragraph([])]
        if key.startswith("-"):
            return [Paragraph([(stage_label(key[1:]), self.style("accent"))])]
        meeting, step = self._rows[key]
        name = meeting.name or _("(meeting without a name)")
        lead: list[Span] = [(self._day(meeting), self.style("dim"))]
        rows = [
            Paragraph([(name, self.style("text", bold=True))], lead, _DAY),
            Paragraph(self._facts(meeting, step), (), _DAY),
        ]
        if held := self._held.get(key):
            rows.append(Paragraph([("⚠ " + held_words(held), self.style("warn"))], (), _DAY))
        return rows

    def _day(self, meeting: MeetingSummary) -> str:
        if not meeting.starts_at:
            return "–"
        today = meeting.starts_at[:10] == self._today.isoformat()
        return meeting.starts_at[11:16] if today else meeting.starts_at[5:10]

    def _facts(self, meeting: MeetingSummary, step: NextStep) -> list[Span]:
        words, look = self._next(meeting, step)
        counts = [
            (_("D{n}"), meeting.resolutions),
            (_("A{n}"), meeting.actions),
            (_("Q{n}"), meeting.open_issues),
        ]
        figures = " ".join(label.format(n=n) for label, n in counts if n)
        tail = f"   {figures}" if figures else ""
        fits = width(words) + width(tail) <= self.inner[0] - _DAY
        return [(words, look), (tail if fits else "", self.style("dim"))]

    def _next(self, meeting: MeetingSummary, step: NextStep) -> tuple[str, Style]:
        if step.stage is Stage.DRAFT and step.draft_due:
            return self._draft(step)
        if step.stage is Stage.DONE:
            return status_label(meeting.status), self.style("dim")
        if step.stage is Stage.COMING:
            return _("to be prepared"), self.style("text")
        if meeting.begun or meeting.resolutions or meeting.actions:
            return _("in progress; recap is next"), self.style("warn")
        return _("to be recorded"), self.style("good")

    def _draft(self, step: NextStep) -> tuple[str, Style]:
        assert step.draft_due is not None
        day = wording.brief_day(step.draft_due.isoformat(), self._today.year)
        if step.days_left < 0:
            late = ngettext("{n} working day late", "{n} working days late", -step.days_left)
            return _("to be polished; draft was due {day}, {late}").format(
                day=day, late=late.format(n=-step.days_left)
            ), self.style("bad")
        left = ngettext("{n} working day left", "{n} working days left", step.days_left).format(
            n=step.days_left
        )
        if step.days_left == 0:
            left = _("today")
        return _("to be polished; draft due {day}, {left}").format(day=day, left=left), self.style("warn")


def _when(row: tuple[MeetingSummary, NextStep]) -> tuple[str, str]:
    """Sort key of a meeting: drafts and coming ones by their day, the others with the newest first."""
    meeting, step = row
    day = meeting.starts_at or meeting.changed_at
    if step.stage in (Stage.DRAFT, Stage.COMING, Stage.TODAY):
        return (day, meeting.id)
    return ("".join(chr(0x10FFFF - ord(sign)) for sign in day), meeting.id)


def stage_label(stage: str) -> str:
    """The heading over the meetings of a stage."""
    return {
        "today": _("Today"),
        "running": _("Not closed yet"),
        "draft": _("Drafts due"),
        "coming": _("Coming"),
        "done": _("Done"),
    }[stage]


class ActionsPane(HomePane):
    """The open actions of all meetings, the overdue first."""

    def __init__(self) -> None:
        super().__init__("actions")
        self.rows: dict[str, LedgerAction] = {}
        self._today = dt.date.min

    def show(self, ledger: Ledger) -> None:
        """Shows these actions."""
        self._today = ledger.today
        self.rows = {action.id: action for action in ledger.actions}
        today = ledger.today.isoformat()
        late = [a.id for a in ledger.actions if a.due and a.due[:10] < today]
        others = [a.id for a in ledger.actions if a.id not in set(late)]
        keys = ["-late", *late] if late else []
        keys += [*(["-gap"] if late else []), "-open", *others] if others else []
        self.head(_("Open actions"), len(self.rows))
        if late:
            words = ngettext("{n} overdue", "{n} overdue", len(late)).format(n=len(late))
            self.status = [(f"⚠ {words} ", self.style("bad")), *self.status]
        self.fill(keys or ["-none" if ledger.whole else "-wait"])

    def draw(self, key: str) -> list[Paragraph]:
        """A heading, or an action: task, then who and when, then where from."""
        if key.startswith("-"):
            words = {
                "-late": _("Overdue"),
                "-open": _("Not overdue"),
                "-none": _("No open actions."),
                "-wait": "…",
                "-gap": "",
            }
            return [Paragraph([(words[key], self.style("bad" if key == "-late" else "dim"))])]
        action = self.rows[key]
        lead: list[Span] = [(action.number, self.style("dim"))]
        owner = wording.named(action.owner_department or "", action.owner or "") or _("nobody")
        beside = f" + {wording.listed(action.with_them)}" if action.with_them else ""
        facts: list[Span] = [
            (owner, self.style("text")),
            (beside, self.style("dim")),
            ("  ", self.style("dim")),
            self._due(action),
        ]
        room = self.inner[0] - 4 - sum(width(text) for text, _look in facts)
        if room > 12:
            facts.append(("  " + fit(action.meeting, room - 2), self.style("dim")))
        return [Paragraph([(action.task, self.style("text"))], lead, 4), Paragraph(facts, (), 4)]

    def _due(self, action: LedgerAction) -> Span:
        if not action.due:
            return (action.due_text or _("no due date"), self.style("warn"))
        day = wording.brief_day(action.due, self._today.year)
        days = (self._today - dt.date.fromisoformat(action.due[:10])).days
        if days > 0:
            late = ngettext("{n} day late", "{n} days late", days).format(n=days)
            return (f"{day} {late}", self.style("bad"))
        return (day, self.style("text"))


class HitsPane(HomePane):
    """What a search found, the words it looked for set off in their place."""

    def __init__(self) -> None:
        super().__init__("hits")
        self.rows: dict[str, Hit] = {}
        self._words: list[str] = []

    def show(self, text: str, hits: Sequence[Hit]) -> None:
        """Shows these hits of a search."""
        self._words = fold_lower(text).split()
        self.rows = {hit.row_id: hit for hit in hits}
        self.head(_("Found: {text}").format(text=text.strip()), len(hits))
        self.fill(list(self.rows) or ["-none"])
        if self.chosen is None and self.rows:
            self.choose(next(iter(self.rows)))

    def draw(self, key: str) -> list[Paragraph]:
        """A hit: the words in their place, then which meeting."""
        if key == "-none":
            return [Paragraph([(_("Nothing holds these words."), self.style("dim"))])]
        hit = self.rows[key]
        day = hit.starts_at[:10] if hit.starts_at else ""
        lead: list[Span] = [(hit.kind, self.style("dim"))]
        where = f"{hit.meeting or _('(meeting without a name)')}  {day}"
        return [
            Paragraph(self._marked(hit.text), lead, _KIND),
            Paragraph([(where, self.style("dim"))], (), _KIND),
        ]

    def _marked(self, text: str) -> list[Span]:
        """The text with every word looked for set off; a long beginning is left out."""
        low = fold_lower(text)
        first = min((place for word in self._words if (place := low.find(word)) >= 0), default=0)
        start = max(0, first - 20) if width(text) > 2 * self.inner[0] else 0
        spans: list[Span] = [("…", self.style("dim"))] if start else []
        place = start
        for begin, end in _ranges(low, self._words, start):
            spans += [(text[place:begin], self.style("text")), (text[begin:end], self._hit_style())]
            place = end
        return [*spans, (text[place:], self.style("text"))]

    def _hit_style(self) -> Style:
        p = self.palette
        return style(p.ground, bold=True, background=p.warn)


def _ranges(low: str, words: Sequence[str], start: int) -> list[tuple[int, int]]:
    """Ranges in which the words stand, without overlaps."""
    found: list[tuple[int, int]] = []
    place = start
    while hits := [(at, -len(word)) for word in words if (at := low.find(word, place)) >= 0]:
        begin, length = min(hits)
        found.append((begin, begin - length))
        place = begin - length
    return found
