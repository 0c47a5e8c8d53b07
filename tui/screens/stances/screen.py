"""The stance board (表态): departments by topics, each cell a sign and a word, so that no colour is needed."""

from __future__ import annotations

from collections.abc import Iterable

from textual.geometry import Region
from textual.widget import Widget

from models.i18n import _
from tui.program import Program
from tui.screens.base import ShowsTopics, WorkScreen
from tui.screens.stances.commands import STANCES
from tui.screens.stances.panes import BoardPane, OpinionsPane, Table
from tui.session import Session
from tui.theme import style
from tui.widgets.typesetting import Span


class StancesScreen(WorkScreen[Session]):
    """Departments by topics; the cell one is on is spelled out below."""

    scope = STANCES
    tick = 1.0

    def __init__(self, jiyao: Program) -> None:
        super().__init__(jiyao, Session)
        self.board, self.words = BoardPane(), OpinionsPane("words")
        self.column = 0
        """The topic one is on, from 0."""

    def parts(self) -> Iterable[Widget]:
        """The board, and below it what was said."""
        return (self.board, self.words)

    def body(self, room: Region) -> dict[str, Region]:
        """The board over the words."""
        words = max(6, room.height * 30 // 100)
        board = room.height - words
        return {
            "board": Region(0, room.y, room.width, board),
            "words": Region(0, room.y + board, room.width, words),
        }

    @property
    def table(self) -> Table:
        """The table as it stands, with the column one is in."""
        minutes = self.session.minutes
        return Table(minutes, max(0, min(self.column, len(minutes.topics) - 1)))

    def on_mount(self) -> None:
        """Begins on the live topic."""
        minutes = self.session.minutes
        ids = [topic.id for topic in minutes.topics]
        live = minutes.meeting.live_topic_id
        self.column = ids.index(live) if live in ids else 0
        self.set_focus(self.board)
        self.show()
        self.board.choose(next((d.id for d in self.table.departments), None))
        self.show()

    def show(self) -> None:
        """Brings the board in line with the meeting."""
        p, meeting, table = self.jiyao.palette, self.session.minutes.meeting, self.table
        title: list[Span] = [(" ◆ " + _("Stance board") + "  ", style(p.accent, bold=True))]
        self.header.show([*title, (meeting.name or meeting.theme, style(p.text, bold=True))])
        self.board.show(table)
        self.words.show(table, self.board.chosen)

    def action_move(self, down: int, right: int) -> None:
        """Moves to another cell: arrows."""
        if down:
            self.board.choose_next(down)
        self.column = max(0, min(self.table.column + right, len(self.table.topics) - 1))
        self.show()

    def action_look(self) -> None:
        """Goes to the topic on the record screen: Enter."""
        table = self.table
        self.app.pop_screen()
        below = self.app.screen
        if table.topics and isinstance(below, ShowsTopics):
            below.look_at(table.topics[table.column].id)
