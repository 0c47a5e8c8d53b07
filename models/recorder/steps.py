"""The steps of one meeting in one window, and what a line is read against before, between and within them.

Every step is one of the store's: durable when it ends, or nothing of it, and to be undone as a whole.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from models.calendar import WorkCalendar
from models.capture.line import Context
from models.capture.reading import readings
from models.meeting_view import MeetingView
from models.recorder import step_names
from models.recorder.contexts import Contexts
from models.recorder.step import MeetingStep, Moment
from models.row_words import told
from models.store import StoreError
from models.store.step import StepInfo


class Steps:
    """Begins steps, takes them back and does them again."""

    def __init__(
        self, view: MeetingView, clock: Callable[[], dt.datetime], calendar: WorkCalendar | None
    ) -> None:
        self.minutes = view.minutes
        self.contexts = Contexts(view.store, view.earlier, calendar)
        self.last: str | None = None
        """The entry the last line was about, if that is not the newest."""
        self._roll: list[str] = []
        self._held: tuple[str, str] | None = None
        """The words that were held and their id, kept with the step that is begun next."""
        self._view = view
        self._clock = clock
        self._calendar = calendar
        self._known: tuple[int, str, Context] | None = None

    # -- reading -----------------------------------------------------------------------------------------------

    @property
    def context(self) -> Context:
        """What lines are read against: made anew when the meeting has changed or the minute has."""
        return self._context(Moment(self._clock()))

    def _context(self, moment: Moment) -> Context:
        key = (self.minutes.revision, moment.text or "")
        if self._known is None or self._known[:2] != key:
            try:
                self._known = (*key, self.contexts.make(self.minutes, moment.now, timed=moment.timed))
            except StoreError:
                if self._known is None:
                    raise
        return self._known[2]

    def forget_context(self) -> None:
        """The next line is read against a new context, though neither meeting nor minute has changed."""
        self._known = None

    # -- writing -----------------------------------------------------------------------------------------------

    @contextmanager
    def begin(self, label: str = "", *, timed: bool = True) -> Iterator[MeetingStep]:
        """A step in which the minutes are as everybody left them, and after which they are as the step leaves them.

        `timed` is False for lines of a file, of which nobody knows when they were said.
        """
        moment, view, begun = Moment(self._clock(), timed), self._view, False
        try:
            with view.store.step(view.meeting_id, label, view.window, view.screen) as stored:
                begun = True
                view.take_in()
                step = MeetingStep(
                    view.store,
                    view.minutes,
                    stored,
                    moment,
                    lambda line: readings(line, self._fresh(moment)),
                    lambda: self._fresh(moment),
                    self._calendar,
                )
                step.label, step.last, step.roll = label, self.last, self._roll
                yield step
                self._keep_held(step)
                stored.label = step.label
            view.refresh()
        except BaseException:
            # A file that is gone or broken is not read again: the meeting in memory may be all there is of it.
            with suppress(StoreError):
                if begun:
                    view.load_again()
            self.forget_context()
            raise

    @contextmanager
    def as_of(self, moment: dt.datetime | None) -> Iterator[None]:
        """Within it every step is made at a moment before now, if one is given."""
        clock = self._clock
        if moment is not None:
            self._clock = lambda: moment
        try:
            yield
        finally:
            self._clock = clock

    def _keep_held(self, step: MeetingStep) -> None:
        """Keeps words that were held with the step that has stored them; refused ones may come again."""
        if self._held is not None and step.has_written:
            step.begin_line(*self._held)
            self._held = None

    @contextmanager
    def of_held(self, words: str, line_id: str) -> Iterator[None]:
        """Within it a step keeps words that were held under their id: a crash does not let them in twice."""
        self._held = (words, line_id)
        try:
            yield
        finally:
            self._held = None

    def _fresh(self, moment: Moment) -> Context:
        """The context in the middle of a step."""
        self._view.refresh()
        return self._context(moment)

    def name_of(self, row_id: str) -> str:
        """What a step about a row is called."""
        return step_names.label(self.minutes, self.minutes.row(row_id))

    def undo(self) -> str | None:
        """Takes the window's latest step back and says what it was; None if there is none.

        StoreError if another window has changed since what it left, or if it was made on another screen.
        """
        view = self._view
        return self._moved(view.store.undo(view.meeting_id, view.window, view.screen), back=True)

    def redo(self) -> str | None:
        """Does again what was undone last and says what it was; None if there is nothing."""
        view = self._view
        return self._moved(view.store.redo(view.meeting_id, view.window, view.screen), back=False)

    def _moved(self, done: StepInfo | None, *, back: bool) -> str | None:
        self.last = None
        if done is None:
            self._view.take_in()
            return None
        rows = self._view.store.rows_of(done.id)
        # The minutes are as they were until they are refreshed.
        before = told(self.minutes, rows)
        self._view.refresh()
        after = told(self.minutes, rows)
        if back:
            before, after = after, before
        line = self._view.store.line_of(done.id)
        return step_names.of_step(self.minutes, done.label, line, rows, before, after, back=back)
