"""The home screen: what is to be done today, what is overdue, and every meeting within reach of a few characters.

It draws the newest meetings at once; what takes a look at everything is read in a thread after the first frame.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.geometry import Region
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import Worker, WorkerState

from models import wording
from models.i18n import _
from models.next_step import has_begun
from models.store import StoreError
from tui.result import Result
from tui.screens.base import CommandScreen
from tui.screens.home.commands import HOME
from tui.screens.home.panes import ActionsPane, HitsPane, HomePane, Ledger, MeetingsPane
from tui.screens.home.session import go_to, read_all, screen_of
from tui.screens.home.welcome import welcome
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.cells import Span
from tui.widgets.menu import Choice, Menu
from tui.widgets.pane import Pane
from tui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from models.store import LedgerAction, MeetingSummary
    from tui.program import Program
    from tui.screens.home.questions import Question

_FIRST = 40
"""Meetings read before the first frame."""
_PAUSE = 0.12
"""Seconds after the last key before a search looks."""
_MOST_HITS = 100
_WITH_MEETINGS = ("home.open", "home.pane", "home.recap")
_WITHOUT_MEETINGS = ("home.demo",)
"""Commands that are not offered where they have nothing to act on."""


class HomeScreen(CommandScreen):
    """Meetings, actions, search."""

    scope = HOME
    bar: CaptureBar
    menu: Menu

    def __init__(self, jiyao: Program) -> None:
        super().__init__(jiyao)
        today = jiyao.clock().date()
        self.ledger = Ledger(today, tuple(jiyao.store.meetings(limit=_FIRST)))
        self.meetings, self.actions, self.hits = (
            MeetingsPane(jiyao.config.figure("draft_workdays", 2) if jiyao.config else 2),
            ActionsPane(),
            HitsPane(),
        )
        self.welcome = ReadingPane("welcome")
        self.bar = CaptureBar()
        self.menu = Menu()
        self.question: Question | None = None
        """What the bar asks for; None while it searches."""
        self.list: HomePane = self.meetings
        """The list the arrows move in."""
        self._searching: Timer | None = None

    def parts(self) -> Iterable[Widget]:
        """Meetings, actions and hits, or a welcome where there is nothing yet."""
        return (self.meetings, self.actions, self.hits, self.welcome)

    @property
    def empty(self) -> bool:
        """Whether there is no meeting at all."""
        return not self.ledger.meetings

    @property
    def searching(self) -> bool:
        """Whether hits stand in place of the lists."""
        return self.question is None and bool(self.bar.text.strip())

    def body(self, room: Region) -> dict[str, Region]:
        """Meetings beside actions; hits or the welcome in their place."""
        if self.searching:
            return {"hits": room}
        if self.empty:
            return {"welcome": room}
        left = room.width * 55 // 100
        return {
            "meetings": Region(0, room.y, left, room.height),
            "actions": Region(left, room.y, room.width - left, room.height),
        }

    # -- life -----------------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Shows the newest meetings, then reads the rest."""
        self.set_focus(self.meetings)
        self.show()
        self.meetings.choose_first()
        self.call_after_refresh(self.reload)

    @on(events.ScreenResume)
    def _shown_again(self) -> None:
        self.reload()

    def reload(self) -> None:
        """Reads all meetings and actions anew, in a thread."""
        work = partial(read_all, str(self.jiyao.store.path))
        self.run_worker(work, thread=True, exclusive=True, exit_on_error=False, name="ledger")

    @on(Worker.StateChanged)
    def _loaded(self, event: Worker.StateChanged) -> None:
        if event.worker.name != "ledger":
            return
        if event.state is WorkerState.ERROR:
            self.say(Result(str(event.worker.error), ok=False))
        elif event.state is WorkerState.SUCCESS:
            meetings, actions = cast("tuple[list[MeetingSummary], list[LedgerAction]]", event.worker.result)
            self.ledger = Ledger(self.jiyao.clock().date(), meetings, actions, whole=True)
            self.show()

    # -- showing --------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Brings every part in line with what is known."""
        self.meetings.show(self.ledger)
        self.actions.show(self.ledger)
        if self.meetings.chosen is None:
            self.meetings.choose_first()
        if self.empty:
            self.welcome.read(welcome(self), [])
        self._show_words()

    def _show_words(self) -> None:
        p, now = self.jiyao.palette, self.jiyao.clock()
        day = f"{wording.day_words(now.date(), 0)} {wording.weekday(now.date())}  {now:%H:%M} "
        title = _("Cross-department meeting minutes")
        left: list[Span] = [(" ◆ 纪要 jiyao  ", style(p.accent, bold=True)), (title, style(p.text))]
        self.header.show(left, [(day, style(p.dim))])
        useless = _WITH_MEETINGS if self.empty else _WITHOUT_MEETINGS
        commands = [c for c in (*self.commands, *self.jiyao.commands) if c.id not in useless]
        self.footer.show_keys(commands)
        bar, words = self.bar, self.question.title if self.question else _("Search all meetings")
        bar.title = [(words, style(p.warn if self.question else p.accent))]
        bar.prompt = [("✎ " if self.question else "⌕ ", style(p.accent))]
        hint = self.question.hint if self.question else _("any characters, from one up")
        bar.empty_hint = [(hint, style(p.faint))]
        bar.refresh()

    def rearrange(self) -> None:
        """Gives the lists their places anew, and shows them."""
        super().rearrange()
        self.show()

    # -- keys -----------------------------------------------------------------------------------------------------

    def take_typed(self, event: events.Key) -> bool:
        """Typing; what moves in a list stays with the list."""
        if event.key in ("up", "down", "enter", "escape", "tab", "pageup", "pagedown", "ctrl+u"):
            return False
        before = self.bar.text
        taken = self.bar.take_key(event)
        if self.bar.text != before:
            self._typed()
        return taken

    def take_paste(self, text: str) -> bool:
        """A paste goes where one types, on one line."""
        self.bar.insert(" ".join(text.split()), alone=True)
        self._typed()
        return True

    def _typed(self) -> None:
        """A search looks when the typing pauses."""
        if self.question is not None:
            return
        if self._searching is not None:
            self._searching.stop()
        self._searching = self.set_timer(_PAUSE, self.search)

    def search(self) -> None:
        """Looks for what stands in the bar."""
        if self.searching:
            try:
                self.hits.show(self.bar.text, self.jiyao.store.search(self.bar.text, _MOST_HITS))
            except StoreError as error:
                self.say(Result(str(error), ok=False))
        self.list = self.hits if self.searching else self.meetings
        self.set_focus(self.list)
        self.rearrange()

    def action_choose(self, step: int) -> None:
        """Up Down PgUp PgDn."""
        self.list.choose_next(step)

    def action_other_pane(self) -> None:
        """Tab."""
        if not self.searching and not self.empty:
            self.list = self.actions if self.list is self.meetings else self.meetings
            self.set_focus(self.list)
            if self.list.chosen is None:
                self.list.choose_first()

    @on(Pane.Chosen)
    def _clicked(self, message: Pane.Chosen) -> None:
        self.list = cast(HomePane, message.pane)
        self.set_focus(message.pane)

    def action_clear(self) -> None:
        """Esc, Ctrl+U: the question or the search ends."""
        self.question = None
        self.bar.clear()
        self.search()

    # -- doing ----------------------------------------------------------------------------------------------------

    def action_open(self) -> None:
        """Enter."""
        if self.question is not None:
            self.question.answer(self.bar.text)
        elif place := self._place():
            self.open(*place)

    def _place(self) -> tuple[str, str | None] | None:
        """The meeting one is on, and the row in it."""
        chosen = self.list.chosen or ""
        if hit := self.hits.rows.get(chosen) if self.searching else None:
            return hit.meeting_id, hit.row_id
        if self.list is self.actions and (action := self.actions.rows.get(chosen)):
            return action.meeting_id, action.id
        return (chosen, None) if self.list is self.meetings and chosen else None

    def open(self, meeting_id: str, row_id: str | None = None) -> None:
        """What is next with a meeting: preparing, recording or polishing; for a row where it is found."""
        try:
            self.jiyao.open_meeting(meeting_id)
            self.jiyao.show(screen_of(self.jiyao, row_id) if row_id else self._next_screen(meeting_id))
        except StoreError as error:
            self.say(Result(str(error), ok=False))
            return
        if row_id:
            self.app.call_later(go_to, self.jiyao, row_id)

    def _next_screen(self, meeting_id: str) -> str:
        if self.meetings.to_be_polished(meeting_id):
            return "polish"
        meeting = self.jiyao.meeting
        begun = meeting is None or has_begun(meeting.minutes, self.jiyao.clock())
        return "record" if begun else "prepare"

    def action_recap(self) -> None:
        """F9."""
        if place := self._place():
            try:
                self.jiyao.open_meeting(place[0])
                self.jiyao.over("recap")
            except StoreError as error:
                self.say(Result(str(error), ok=False))

    def action_new(self) -> None:
        """Ctrl+N."""
        from tui.screens.home.questions import ask_name

        self.ask(ask_name(self))

    def action_prepare(self) -> None:
        """Ctrl+T."""
        from tui.screens.home import preparing

        preparing.begin(self)

    def action_import_file(self) -> None:
        """Ctrl+O."""
        from tui.screens.home.questions import ask_file

        self.ask(ask_file(self))

    def action_demo(self) -> None:
        """F5, while there is no meeting: a finished one, in a file that goes when the program ends."""
        if self.empty:
            from tui.sample import sample_meeting

            self.jiyao.store, meeting_id = sample_meeting(self.jiyao, self.jiyao.clock)
            self.open(meeting_id)

    def ask(self, question: Question) -> None:
        """The bar asks for something."""
        self.question = question
        self.bar.put("")
        self.rearrange()

    def choose_from(self, title: str, choices: list[Choice], at: int = 0) -> None:
        """A menu above the bar."""
        self.menu.open([(title, style(self.jiyao.palette.accent, bold=True))], choices, at)
