"""The stance board (表态): departments by topics, each cell a sign and a word, so that no colour is needed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.style import Style
from textual.geometry import Region
from textual.widget import Widget

from models import wording
from models.i18n import _
from models.meeting import Department, Opinion, Topic
from models.stances import ABSENT, NOT_ASKED, SPOKE, stance_on
from models.vocabulary import outcome_label, stance_label
from tui.screens.base import WorkScreen
from tui.screens.stances.commands import STANCES
from tui.session import Session
from tui.theme import style
from tui.widgets.cells import Paragraph, Span, fit, width
from tui.widgets.pane import Pane
from tui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from tui.program import Program

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


class BoardPane(Pane):
    """The table: a line for each department; columns that do not fit are reached by the arrows."""

    def __init__(self, screen: StancesScreen) -> None:
        super().__init__("board")
        self._screen = screen

    def draw(self, key: str) -> list[Paragraph]:
        """The heading, or one department's row."""
        return [Paragraph(self._screen.heading_row() if key == "-head" else self._screen.row_of(key))]


class StancesScreen(WorkScreen[Session]):
    """Departments by topics; the cell one is on is spelled out below."""

    scope = STANCES
    tick = 1.0

    def __init__(self, jiyao: Program) -> None:
        super().__init__(jiyao, Session)
        self.board, self.words = BoardPane(self), ReadingPane("words")
        self.column = 0

    def parts(self) -> Iterable[Widget]:
        """The board, and below it what was said."""
        yield self.board
        yield self.words

    def body(self, room: Region) -> dict[str, Region]:
        """The board over the words."""
        words = max(6, room.height * 30 // 100)
        board = room.height - words
        return {
            "board": Region(0, room.y, room.width, board),
            "words": Region(0, room.y + board, room.width, words),
        }

    # -- what is shown --------------------------------------------------------------------------------------------

    @property
    def departments(self) -> list[Department]:
        """Those with a stake: the recorder's own is left out unless it spoke."""
        minutes = self.session.minutes
        own = wording.recorder_department(minutes)
        spoken = {opinion.department_id for opinion in minutes.all(Opinion)}
        return [d for d in minutes.departments if d.id != own or d.id in spoken]

    @property
    def topics(self) -> list[Topic]:
        """The columns."""
        return self.session.minutes.topics

    def on_mount(self) -> None:
        """On the live topic."""
        ids = [t.id for t in self.topics]
        live = self.session.minutes.meeting.live_topic_id
        self.column = ids.index(live) if live in ids else 0
        self.set_focus(self.board)
        self.show()
        self.board.choose(next((d.id for d in self.departments), None))
        self.show()

    def show(self) -> None:
        """Brings the board in line with the meeting."""
        p, meeting = self.jiyao.palette, self.session.minutes.meeting
        title: list[Span] = [(" ◆ " + _("Stance board") + "  ", style(p.accent, bold=True))]
        self.header.show([*title, (meeting.name or meeting.theme, style(p.text, bold=True))])
        self.board.title = self._legend()
        self.board.fill(["-head", *(d.id for d in self.departments)])
        self.board.refresh()
        self._show_words()

    def _legend(self) -> list[Span]:
        p = self.jiyao.palette
        spans: list[Span] = []
        for value, (sign, colour) in _SIGNS.items():
            spans.append((f"{sign}{_word(value)} ", style(getattr(p, colour))))
        return spans

    def _columns(self) -> tuple[int, range, int]:
        """The cells of names, the topics in view, and the cells of each."""
        inner = max(20, self.board.inner[0] - 1)
        names = min(_NAME, max((width(d.name) for d in self.departments), default=8)) + 4
        count = max(1, min(len(self.topics), (inner - names) // _CELL))
        first = max(0, min(self.column - count + 1, len(self.topics) - count)) if self.column >= count else 0
        return names, range(first, first + count), (inner - names) // count

    def heading_row(self) -> list[Span]:
        """The topics by number and title."""
        p = self.jiyao.palette
        names, shown, cell = self._columns()
        spans: list[Span] = [(" " * names, style(p.dim))]
        for n in shown:
            if n < len(self.topics):
                topic, here = self.topics[n], n == self.column
                look = style(p.accent, bold=True) if here else style(p.text, bold=True)
                spans += _cell(f"{topic.number} {topic.title}", cell, look)
        return spans

    def row_of(self, department_id: str) -> list[Span]:
        """One department's stance on every topic in view."""
        p, minutes = self.jiyao.palette, self.session.minutes
        department = minutes.department(department_id)
        if department is None:
            return []
        names, shown, cell = self._columns()
        look = style(p.department(department.number), bold=True)
        spans = _cell(f"{department.number:<2} {department.name}", names, look)
        for n in shown:
            if n < len(self.topics):
                value = stance_on(minutes, department, self.topics[n])
                sign, colour = _SIGNS[value]
                chosen = n == self.column and department_id == self.board.chosen
                text = f"{sign} {_word(value)}"
                spans += _cell(
                    f"[{text}]" if chosen else f" {text}", cell, style(getattr(p, colour), bold=chosen)
                )
        return spans

    def _show_words(self) -> None:
        """What the department said on the topic, in its own words."""
        p, minutes = self.jiyao.palette, self.session.minutes
        department = minutes.department(self.board.chosen)
        if department is None or not self.topics:
            self.words.read([])
            return
        topic = self.topics[self.column]
        said = [o for o in minutes.opinions(topic.id) if o.department_id == department.id]
        lines = [Paragraph(self._said(opinion)) for opinion in said]
        if not lines:
            lines = [Paragraph([(_word(stance_on(minutes, department, topic)), style(p.dim))])]
        name = f"{department.name} · {topic.number} {topic.title}"
        tail = f"  {outcome_label(topic.outcome)}" if topic.outcome else ""
        self.words.read(lines, [(fit(name, 60), style(p.text, bold=True)), (tail, style(p.dim))])

    def _said(self, opinion: Opinion) -> list[Span]:
        p = self.jiyao.palette
        sign, colour = _SIGNS[opinion.stance if opinion.stance != "none" else SPOKE]
        who = self.session.minutes.person_name(opinion.person_id)
        return [
            (f"{sign} ", style(getattr(p, colour))),
            (opinion.text, style(p.text)),
            (f"  {who}", style(p.dim)),
        ]

    # -- keys -----------------------------------------------------------------------------------------------------

    def action_move(self, down: int, right: int) -> None:
        """Arrows."""
        if down:
            self.board.choose_next(down)
        self.column = max(0, min(self.column + right, len(self.topics) - 1))
        self.show()

    def action_look(self) -> None:
        """Enter: the topic on the record screen."""
        topic = self.topics[self.column].id if self.topics else None
        self.app.pop_screen()
        look_at = getattr(self.app.screen, "look_at", None)
        if topic and look_at:
            look_at(topic)


def _word(value: str) -> str:
    words = {SPOKE: _("spoke"), NOT_ASKED: _("not asked yet"), ABSENT: _("nobody there")}
    return words.get(value) or stance_label(value)


def _cell(text: str, cells: int, look: Style) -> list[Span]:
    shown = fit(text, cells - 1)
    return [(shown + " " * (cells - width(shown)), look)]
