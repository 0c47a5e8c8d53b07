"""Panes of the stance board: departments by topics, and what one department said on one topic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.style import Style

from models import wording
from models.i18n import _
from models.meeting import Department, Opinion, Topic
from models.minutes import Minutes
from models.participation import ABSENT, NOT_ASKED, SPOKE, stance_on
from models.vocabulary import outcome_label, stance_label
from tui.theme import style
from tui.widgets.list_pane import ListPane
from tui.widgets.reading_pane import ReadingPane
from tui.widgets.typesetting import Paragraph, Span, fit, width

_SIGNS = {
    "support": ("✓", "good"),
    "conditional": ("◐", "warn"),
    "oppose": ("✗", "bad"),
    "reserve": ("!", "warn"),
    "abstain": ("∅", "dim"),
    SPOKE: ("·", "text"),
    NOT_ASKED: ("○", "faint"),
    ABSENT: ("–", "faint"),
}
_NAME = 16
"""Cells of the column of departments at most."""
_CELL = 14
"""Cells of a topic's column at least."""


@dataclass(frozen=True, slots=True)
class Table:
    """The table of one meeting, and the column one is in."""

    minutes: Minutes
    column: int

    @property
    def departments(self) -> list[Department]:
        """The rows: departments with a stake; the recorder's own is left out unless it spoke."""
        own = wording.recorder_department(self.minutes)
        spoken = {opinion.department_id for opinion in self.minutes.all(Opinion)}
        return [d for d in self.minutes.departments if d.id != own or d.id in spoken]

    @property
    def topics(self) -> Sequence[Topic]:
        """The columns."""
        return self.minutes.topics


class BoardPane(ListPane):
    """The table: a line for each department; columns that do not fit are reached by the arrows."""

    def __init__(self) -> None:
        super().__init__("board")
        self._table: Table | None = None

    def show(self, table: Table) -> None:
        """Brings the table in line with the meeting."""
        self._table = table
        self.title = [
            (f"{sign}{_word(value)} ", style(getattr(self.palette, colour)))
            for value, (sign, colour) in _SIGNS.items()
        ]
        self.fill(["-head", *(d.id for d in table.departments)])
        self.refresh()

    def draw(self, key: str) -> list[Paragraph]:
        """The heading, or one department's row."""
        if self._table is None:
            return []
        table = self._table
        spans = self._heading(table) if key == "-head" else self._row(table, table.minutes.department(key))
        return [Paragraph(spans)]

    def _heading(self, table: Table) -> list[Span]:
        """The topics by number and title."""
        p = self.palette
        names, shown, cell = self._columns(table)
        spans: list[Span] = [(" " * names, style(p.dim))]
        for n in shown:
            topic = table.topics[n]
            look = style(p.accent if n == table.column else p.text, bold=True)
            spans += _cell(f"{topic.number} {topic.title}", cell, look)
        return spans

    def _row(self, table: Table, department: Department | None) -> list[Span]:
        """A department's stance on every topic in view."""
        if department is None:
            return []
        p = self.palette
        names, shown, cell = self._columns(table)
        look = style(p.department(department.number), bold=True)
        spans = _cell(f"{department.number:<2} {department.name}", names, look)
        for n in shown:
            value = stance_on(table.minutes, department, table.topics[n])
            sign, colour = _SIGNS[value]
            here = n == table.column and department.id == self.chosen
            text = f"{sign} {_word(value)}"
            spans += _cell(f"[{text}]" if here else f" {text}", cell, style(getattr(p, colour), bold=here))
        return spans

    def _columns(self, table: Table) -> tuple[int, range, int]:
        """The cells of names, the topics in view, and the cells of each."""
        inner, topics = max(20, self.inner[0] - 1), len(table.topics)
        names = min(_NAME, max((width(d.name) for d in table.departments), default=8)) + 4
        count = max(1, min(topics, (inner - names) // _CELL))
        first = max(0, min(table.column - count + 1, topics - count)) if table.column >= count else 0
        return names, range(first, min(first + count, topics)), (inner - names) // count


class OpinionsPane(ReadingPane):
    """What a department said on a topic, in its own words."""

    def show(self, table: Table, department_id: str | None) -> None:
        """Shows what a department said on the topic one is on."""
        department = table.minutes.department(department_id)
        if department is None or not table.topics:
            self.read([])
            return
        p, topic = self.palette, table.topics[table.column]
        said = [o for o in table.minutes.opinions(topic.id) if o.department_id == department.id]
        lines = [Paragraph(self._opinion(opinion, table.minutes)) for opinion in said]
        if not lines:
            lines = [Paragraph([(_word(stance_on(table.minutes, department, topic)), style(p.dim))])]
        name = f"{department.name} · {topic.number} {topic.title}"
        tail = f"  {outcome_label(topic.outcome)}" if topic.outcome else ""
        self.read(lines, [(fit(name, 60), style(p.text, bold=True)), (tail, style(p.dim))])

    def _opinion(self, opinion: Opinion, minutes: Minutes) -> list[Span]:
        p = self.palette
        sign, colour = _SIGNS[opinion.stance if opinion.stance != "none" else SPOKE]
        return [
            (f"{sign} ", style(getattr(p, colour))),
            (opinion.text, style(p.text)),
            (f"  {minutes.person_name(opinion.person_id)}", style(p.dim)),
        ]


def _word(value: str) -> str:
    words = {SPOKE: _("spoke"), NOT_ASKED: _("not asked yet"), ABSENT: _("nobody there")}
    return words.get(value) or stance_label(value)


def _cell(text: str, cells: int, look: Style) -> list[Span]:
    shown = fit(text, cells - 1)
    return [(shown + " " * (cells - width(shown)), look)]
