"""The home screen: what is to be done today, what is overdue, and every meeting within reach of a few characters.

It draws the newest meetings at once; what takes a look at everything is read in a thread after the first frame.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.geometry import Region
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import Worker, WorkerState

from models import wording
from models.i18n import _
from models.lazy import lazily
from models.store import StoreError
from tui.keys import Command
from tui.program import Program
from tui.result import Result
from tui.screens.base import CommandScreen, ShowsRows
from tui.screens.home.commands import HOME
from tui.screens.home.panes import ActionsPane, HitsPane, HomePane, MeetingsPane
from tui.screens.home.session import HomeSession, read_all
from tui.screens.home.welcome import welcome
from tui.session import refused
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.list_pane import ListPane
from tui.widgets.menu import Choice, Menu
from tui.widgets.reading_pane import ReadingPane
from tui.widgets.typesetting import Span

with lazily:
    from tui import paths, sample
    from tui.screens.home import beginning, trash

if TYPE_CHECKING:
    from models.meeting import Row
    from tui.screens.home.beginning import Question, TakenFile
    from tui.screens.home.session import Ledger

_PAUSE = 0.12
"""Seconds after the last key before a search looks."""
_KEEPS = 0.5
"""Seconds after which what is typed in answer to a question is kept."""
_WITH_MEETINGS = ("home.open", "home.pane", "home.recap", "home.trash")
_WITHOUT_MEETINGS = ("home.demo",)
"""Commands that are not offered where they have nothing to act on."""
_OURS = frozenset(("up", "down", "enter", "escape", "tab", "pageup", "pagedown", "ctrl+u"))
"""Keys that are never the editor's here."""


class HomeScreen(CommandScreen):
    """The lists of meetings and actions, and the search over everything."""

    scope = HOME
    bar: CaptureBar
    menu: Menu

    def __init__(self, jiyao: Program) -> None:
        super().__init__(jiyao)
        self.session = HomeSession(jiyao)
        self.meetings = MeetingsPane(jiyao.config.figure("draft_workdays", 2) if jiyao.config else 2)
        self.actions, self.hits = ActionsPane(), HitsPane()
        self.welcome = ReadingPane("welcome")
        self.bar = CaptureBar()
        self.menu = Menu()
        self.question: Question | None = None
        """What the bar asks for; None while it searches."""
        self.list: HomePane = self.meetings
        """The list the arrows move in."""
        self._searching: Timer | None = None
        self._keeping: Timer | None = None
        self._after_work: Callable[[TakenFile], None] | None = None
        self._wanted: str | None = None
        """The meeting to be marked as soon as it is in the list."""
        """What is told what comes of the work under way."""

    def parts(self) -> Iterable[Widget]:
        """The lists, of which only some have a place at a time."""
        return (self.meetings, self.actions, self.hits, self.welcome)

    def body(self, room: Region) -> Mapping[str, Region]:
        """What was found, the welcome, or meetings beside actions."""
        if self.searching:
            return {"hits": room}
        if self.empty:
            return {"welcome": room}
        left = room.width * 55 // 100
        return {
            "meetings": Region(0, room.y, left, room.height),
            "actions": Region(left, room.y, room.width - left, room.height),
        }

    @property
    def empty(self) -> bool:
        """Whether there is no meeting at all."""
        return not self.session.ledger.meetings

    @property
    def searching(self) -> bool:
        """Whether hits stand in place of the lists."""
        return self.question is None and bool(self.bar.text.strip())

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
        work = partial(read_all, str(self.jiyao.store.path), self.jiyao.clock)
        self.run_worker(work, thread=True, exclusive=True, exit_on_error=False, name="ledger")

    def work(self, job: Callable[[], TakenFile], done: Callable[[TakenFile], None]) -> None:
        """Does something in a thread, one thing at a time; `done` is told what came of it."""
        if self._after_work is None:
            self._after_work = done
            self.run_worker(job, thread=True, group="work", name="work")

    @on(Worker.StateChanged)
    def _loaded(self, event: Worker.StateChanged) -> None:
        if event.worker.name == "work" and event.state is WorkerState.SUCCESS and self._after_work:
            done, self._after_work = self._after_work, None
            done(cast("TakenFile", event.worker.result))
        if event.worker.name != "ledger":
            return
        if event.state is WorkerState.ERROR:
            self.say(Result(str(event.worker.error), ok=False))
        elif event.state is WorkerState.SUCCESS:
            before = self.empty
            self.session.know(cast("Ledger", event.worker.result))
            if self.empty == before:
                self.show()
            else:
                self.rearrange()

    # -- showing --------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Brings every part in line with what is known."""
        self.meetings.show(self.session.ledger)
        self.actions.show(self.session.ledger)
        if self._wanted in self.meetings.items:
            self.meetings.choose(self._wanted)
            self._wanted = None
        if self.meetings.chosen is None:
            self.meetings.choose_first()
        if self.empty:
            self.welcome.read(welcome(self.jiyao.palette, self.key_of), [])
        self._show_words()

    def _show_words(self) -> None:
        p, now = self.jiyao.palette, self.jiyao.clock()
        day = f"{wording.day_words(now.date(), 0)} {wording.weekday(now.date())}  {now:%H:%M} "
        title = _("Cross-department meeting minutes")
        left: list[Span] = [(" ◆ 纪要 jiyao  ", style(p.accent, bold=True)), (title, style(p.text))]
        self.header.show(left, [(day, style(p.dim))])
        useless = _WITH_MEETINGS if self.empty else _WITHOUT_MEETINGS
        bar, question = self.bar, self.question
        shown = (c for c in (*self.commands, *self.jiyao.commands) if c.id not in useless)
        self.footer.show_keys(self._keys_of(question) if question else shown)
        bar.title = [
            (question.title, style(p.warn)) if question else (_("Search all meetings"), style(p.accent))
        ]
        bar.prompt = [("✎ " if question else "⌕ ", style(p.accent))]
        hint = question.hint if question else _("any characters, from one up")
        bar.empty_hint = [(hint, style(p.faint))]
        bar.refresh()

    def _keys_of(self, question: Question) -> list[Command]:
        """What the keys mean while something is asked."""
        answer, tab, back = (self.command(f"home.{name}") for name in ("open", "pane", "clear"))
        found = [replace(answer, label=question.does or _("Go on"), rank=1)]
        found += [replace(tab, label=_("Complete the path"), rank=2)] if question.files else []
        return [*found, replace(back, rank=3)]

    def rearrange(self) -> None:
        """Gives the lists their places anew."""
        super().rearrange()
        self.show()

    # -- keys -----------------------------------------------------------------------------------------------------

    def take_typed(self, event: events.Key) -> bool:
        """Types into the bar; what moves in a list stays with the list. Ctrl+U empties an answer, not the question."""
        if event.key == "ctrl+u" and self.question is not None:
            self.bar.clear()
            return True
        if event.key in _OURS or (event.key == "delete" and not self.bar.text):
            return False
        before = self.bar.text
        taken = self.bar.take_key(event)
        if self.bar.text != before:
            self._typed()
        # At the end of what is typed Del has nothing to take, and is the editor's all the same.
        return taken or event.key == "delete"

    def take_paste(self, text: str) -> bool:
        """Types a paste into the bar, on one line."""
        self.bar.insert(" ".join(text.split()), alone=True)
        self._typed()
        return True

    def _typed(self) -> None:
        """Searches when the typing pauses; an answer is kept."""
        if self.question is not None:
            self._keep_soon()
            return
        if self._searching is not None:
            self._searching.stop()
        self._searching = self.set_timer(_PAUSE, self.search)

    def _keep_soon(self) -> None:
        if self._keeping is None and self.question is not None and self.question.keeps:
            self._keeping = self.set_timer(_KEEPS, self.keep_draft)

    def keep_draft(self) -> None:
        """Keeps what is typed in answer to a question, which stands there again after a crash."""
        self._keeping = None
        if self.question is None or not self.question.keeps:
            return
        if not self.session.keep_answer(self.question.keeps, self.bar.text):
            self._keep_soon()

    def _end_question(self) -> None:
        if self.question is not None and self.question.keeps:
            self.session.keep_answer(self.question.keeps, "")
        self.question = None

    def _search_now(self) -> None:
        """Searches at once where the typing has not paused yet: Enter acts on what was typed."""
        if self._searching is not None:
            self.search()

    def search(self) -> None:
        """Searches for what stands in the bar."""
        if self._searching is not None:
            self._searching.stop()
            self._searching = None
        if self.searching:
            try:
                self.hits.show(self.bar.text, self.session.search(self.bar.text))
            except StoreError as error:
                self.say(refused(error))
        self.list = self.hits if self.searching else self.meetings
        self.set_focus(self.list)
        self.rearrange()

    def action_choose(self, step: int) -> None:
        """Moves in the list: Up Down PgUp PgDn."""
        self._search_now()
        self.list.choose_next(step)

    def action_other_pane(self) -> None:
        """Goes to the other list; completes a path that is asked for: Tab."""
        if self.question is not None:
            self._complete(self.question)
        elif not self.searching and not self.empty:
            self.list = self.actions if self.list is self.meetings else self.meetings
            self.set_focus(self.list)
            if self.list.chosen is None:
                self.list.choose_first()

    def _complete(self, question: Question) -> None:
        if question.files:
            paths.complete(self.bar, self.menu, question.files, self.say)

    @on(ListPane.Chosen)
    def _clicked(self, message: ListPane.Chosen) -> None:
        self.list = cast(HomePane, message.pane)
        self.set_focus(message.pane)

    def action_clear(self) -> None:
        """Ends the question or the search: Esc, Ctrl+U."""
        self._end_question()
        self.bar.clear()
        self.search()

    # -- an open meeting ------------------------------------------------------------------------------------------

    def action_open(self) -> None:
        """Answers what is asked, else opens what is selected: Enter."""
        if self.question is not None:
            self.question.answer(self.bar.text)
            return
        self._search_now()
        # A list that has only now been found has no place on the screen yet: its first hit is what was typed for.
        scrolled_away = bool(self.list.region.area) and self.was_unseen(self.list)
        if not scrolled_away and (place := self._place()):
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
        """Opens a meeting on the screen that comes next for it, or on the one that shows a row of it."""
        try:
            self.jiyao.open_meeting(meeting_id)
            self.jiyao.show(self.session.screen_of(row_id) if row_id else self._next_screen(meeting_id))
        except StoreError as error:
            self.say(refused(error))
            return
        self._end_question()
        if row_id and (row := self.session.row(row_id)):
            self.app.call_later(self._select, row)

    def _next_screen(self, meeting_id: str) -> str:
        if self.meetings.to_be_polished(meeting_id):
            return "polish"
        return "record" if self.session.has_begun() else "prepare"

    def _select(self, row: Row) -> None:
        """Selects a row on the screen that has just opened."""
        screen = self.jiyao.screen
        if isinstance(screen, ShowsRows):
            self.app.call_after_refresh(screen.go_to, row)

    def action_recap(self) -> None:
        """Opens the recap of the selected meeting: F9."""
        self._search_now()
        if place := self._place():
            try:
                self.jiyao.open_meeting(place[0])
                self.jiyao.over("recap")
            except StoreError as error:
                self.say(refused(error))

    # -- the trash ------------------------------------------------------------------------------------------------

    @cached_property
    def trash(self) -> trash.TrashMenu:
        """What is in the trash, and what can be done with it."""
        return trash.TrashMenu(self.jiyao, self)

    def action_trash(self) -> None:
        """Puts the selected meeting into the trash: Del."""
        if self.list is not self.meetings or self.was_unseen(self.meetings):
            return
        if meeting := self.session.meeting(self.meetings.chosen):
            self.meetings.choose_beside()
            self.trash.put(meeting, self.key_of("home.undo"), self.key_of("home.open_trash"))

    def action_open_trash(self) -> None:
        """Shows what is in the trash: F8."""
        self.trash.open(self.key_of("home.undo"))

    def action_undo(self) -> None:
        """Takes back what was done to the trash last: Ctrl+Z."""
        self.trash.take_back()

    # -- a new meeting --------------------------------------------------------------------------------------------

    @cached_property
    def beginning(self) -> beginning.Beginning:
        """The ways to a new meeting."""
        # Here, because reading files and beginning meetings would make the first frame later.
        return beginning.Beginning(self.jiyao, self)

    def action_new(self) -> None:
        """Asks for the name of a new meeting, then for its scenario: Ctrl+N."""
        self.beginning.ask_name()

    def action_prepare(self) -> None:
        """Prepares a new meeting, or the next of a series where one is selected: Ctrl+T."""
        self.beginning.ask_what_to_prepare(self.session.meeting(self.meetings.chosen))

    def action_import_file(self) -> None:
        """Asks for the path of a file: Ctrl+O."""
        self.beginning.ask_file()

    def taken_in(self, meeting_id: str | None) -> None:
        """Ends the question and shows a meeting that was taken in."""
        self.action_clear()
        self._wanted = meeting_id
        if meeting_id:
            self.list = self.meetings
            self.set_focus(self.meetings)
        self.reload()

    def action_demo(self) -> None:
        """Opens a finished sample, while there is no meeting, in a file that goes when the program ends: F5."""
        if self.empty:
            self.jiyao.store, meeting_id = sample.sample_meeting(self.jiyao.clock)
            self.open(meeting_id)

    def ask(self, question: Question) -> None:
        """Asks for something in the bar."""
        self.question = question
        self.bar.put(self.session.unfinished(question.keeps))
        self.rearrange()

    def choose_from(self, title: str, choices: list[Choice], at: int = 0) -> None:
        """Opens a menu above the bar, the choice at a place marked at first."""
        self.menu.open([(title, style(self.jiyao.palette.accent, bold=True))], choices, at)
