"""The stance board (表态): departments by topics, each cell a sign and a word, so that no colour is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from textual.app import ComposeResult
from textual.geometry import Region, Size
from textual.layout import Layout

from models import wording
from models.i18n import _
from models.meeting import Department, Opinion, Topic
from models.stances import ABSENT, NOT_ASKED, SPOKE, stance_on
from models.vocabulary import outcome_label, stance_label
from tui.screens.base import CommandScreen
from tui.screens.stances.commands import STANCES
from tui.theme import style
from tui.widgets.cells import Paragraph, Span, fit, width
from tui.widgets.drawn import Row
from tui.widgets.hints import key_line
from tui.widgets.notice import Notice
from tui.widgets.pane import Pane
from tui.widgets.places import Places, framed
from tui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from tui.app import JiyaoApp

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
_TICK = 1.0


class BoardPane(Pane):
    """The table: a line for each department; columns that do not fit are reached by the arrows."""

    def __init__(self, screen: StancesScreen) -> None:
        super().__init__("board")
        self._screen = screen

    def draw(self, key: str) -> list[Paragraph]:
        """The heading, or one department's row."""
        return [Paragraph(self._screen.heading_row() if key == "-head" else self._screen.row_of(key))]


class StancesScreen(CommandScreen):
    """Departments by topics; the cell one is on is spelled out below."""

    scope = STANCES

    def __init__(self, jiyao: JiyaoApp) -> None:
        super().__init__(jiyao)
        assert jiyao.meeting is not None
        self.meeting = jiyao.meeting
        self.header, self.footer = Row("header"), Row("footer")
        self.board, self.words = BoardPane(self), ReadingPane("words")
        self.column = 0
        self._layout = Places(_places)

    def compose(self) -> ComposeResult:
        """The board, and below it what was said."""
        yield self.header
        yield self.board
        yield self.words
        yield self.footer
        yield Notice("too-small", self.too_small)

    @property
    def layout(self) -> Layout:
        """Arranges by name and size."""
        return self._layout

    # -- what is shown --------------------------------------------------------------------------------------------

    @property
    def departments(self) -> list[Department]:
        """Those with a stake: the recorder's own is left out unless it spoke."""
        minutes = self.meeting.minutes
        own = wording.recorder_department(minutes)
        spoken = {opinion.department_id for opinion in minutes.all(Opinion)}
        return [d for d in minutes.departments if d.id != own or d.id in spoken]

    @property
    def topics(self) -> list[Topic]:
        """The columns."""
        return self.meeting.minutes.topics

    def on_mount(self) -> None:
        """On the live topic."""
        ids = [t.id for t in self.topics]
        live = self.meeting.minutes.meeting.live_topic_id
        self.column = ids.index(live) if live in ids else 0
        self.set_focus(self.board)
        self.show()
        self.board.choose(next((d.id for d in self.departments), None))
        self.show()
        self.set_interval(_TICK, self._tick)

    def _tick(self) -> None:
        if self.meeting.poll():
            self.show()

    def on_resize(self) -> None:
        """The columns that fit may be others."""
        self.show()

    def show(self) -> None:
        """Brings the board in line with the meeting."""
        p, meeting = self.jiyao.palette, self.meeting.minutes.meeting
        title: list[Span] = [(" ◆ " + _("Stance board") + "  ", style(p.accent, bold=True))]
        self.header.show([*title, (meeting.name or meeting.theme, style(p.text, bold=True))])
        self.footer.show(key_line((*self.commands, *self.jiyao.commands), p, self.size.width))
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
        p, minutes = self.jiyao.palette, self.meeting.minutes
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
        p, minutes = self.jiyao.palette, self.meeting.minutes
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
        who = self.meeting.minutes.person_name(opinion.person_id)
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

    def action_back(self) -> None:
        """Esc."""
        self.app.pop_screen()


def _word(value: str) -> str:
    words = {SPOKE: _("spoke"), NOT_ASKED: _("not asked yet"), ABSENT: _("nobody there")}
    return words.get(value) or stance_label(value)


def _cell(text: str, cells: int, look: Style) -> list[Span]:
    shown = fit(text, cells - 1)
    return [(shown + " " * (cells - width(shown)), look)]


def _places(size: Size) -> dict[str, Region]:
    return framed(size, _rows)


def _rows(body: Region) -> dict[str, Region]:
    words = max(6, body.height * 30 // 100)
    board = body.height - words
    return {
        "board": Region(0, body.y, body.width, board),
        "words": Region(0, body.y + board, body.width, words),
    }
