"""The recorder: the one object through which a screen, a command or an import changes a meeting.

Whatever it does is one step of the store: durable when the call returns, and to be undone as a whole.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace

from models.calendar import WorkCalendar
from models.capture.context import Context
from models.capture.reading import readings
from models.capture.values import Reading
from models.i18n import _
from models.meeting import Opinion
from models.meeting_view import MeetingView
from models.recorder import accept
from models.recorder.contexts import Contexts
from models.recorder.polishing import Polishing
from models.recorder.preparing import Preparing
from models.recorder.sheet import Moment, Sheet
from models.store import Store
from models.text import fold

_MAYBE_CODE = r"(?:^|[@+])\s*[A-Za-z]{2,12}(?=[\s:+@/]|$)"
"""Latin letters where a name may stand: scb："""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of a line."""

    label: str = ""
    """What undo will call it; empty if the line left nothing to undo."""
    touched: list[str] = field(default_factory=list)
    """The ids of the rows written, in order."""
    message: str = ""
    """What is to be said about it, if anything."""
    adjourned: bool = False
    """Whether the meeting has ended with it."""
    miss: bool = False
    """Whether nothing was stored and the line should stay where it was typed."""


class _RehearsedError(Exception):
    """Ends a step that was only to show how its lines would be read."""


class Recorder(Preparing, Polishing):
    """Records one meeting in one window."""

    def __init__(
        self,
        store: Store,
        meeting_id: str,
        *,
        clock: Callable[[], dt.datetime] = dt.datetime.now,
        window: str | None = None,
        calendar: WorkCalendar | None = None,
        view: MeetingView | None = None,
    ) -> None:
        """Works on a meeting that is open in a window (`view`), else opens it; StoreError if it cannot be read."""
        self.view = view or MeetingView(store, meeting_id, window)
        self.store = store
        self.meeting_id = meeting_id
        self.minutes = self.view.minutes
        """The meeting as it stands; the object stays the same."""
        self._clock = clock
        self._calendar = calendar
        self._contexts = Contexts(store, self.view.earlier, calendar)
        self._known: tuple[int, str, Context] | None = None
        self._last: str | None = None
        self._roll: list[str] = []

    # -- reading -----------------------------------------------------------------------------------------------

    @property
    def context(self) -> Context:
        """What lines are read against: made anew when the meeting has changed or the minute has."""
        return self._context(Moment(self._clock()))

    def _context(self, moment: Moment) -> Context:
        key = (self.minutes.revision, moment.text or "")
        if self._known is None or self._known[:2] != key:
            self._known = (*key, self._contexts.make(self.minutes, moment.now, timed=moment.timed))
        return self._known[2]

    def readings(self, line: str, replacing: str | None = None) -> list[Reading]:
        """How a line is understood, the best first; `replacing` is the id of the entry that was taken back for it."""
        return list(readings(line, self._said_by(replacing)))

    def _said_by(self, entry_id: str | None) -> Context:
        """The context, in which an opinion that is typed anew is said by who said it, whoever speaks now."""
        entry = self.minutes.entry(entry_id)
        if entry is None or entry == self.minutes.latest_entry:
            return self.context
        said = self.minutes.get(Opinion, entry.id)
        names = (
            self.minutes.department_name(said.department_id if said else None) or None,
            self.minutes.person_name(said.person_id if said else None) or None,
        )
        return replace(self.context, speaker=names if any(names) else None)

    def names_without_codes(self) -> list[str]:
        """The names that cannot be typed by their pinyin initials yet: for a thread that asks names.codes_of."""
        return self._contexts.nameless_codes(self.minutes)

    def keep_codes(self, codes: Mapping[str, Iterable[str]]) -> None:
        """Takes the codes of names that were worked out elsewhere; lines are read with them from now on."""
        self._contexts.keep(codes)
        self._known = None

    # -- lines -------------------------------------------------------------------------------------------------

    def accept(self, line: str, reading: Reading | None = None) -> Accepted:
        """Takes a line as it was read (else as it reads best); StoreError if it could not be saved."""
        return self._take(line, reading, None)

    def _take(self, line: str, reading: Reading | None, replaced: str | None) -> Accepted:
        items = reading.items if reading else next((r.items for r in self.readings(line, replaced)), ())
        if missed := accept.missed(items):
            return Accepted(message=_("{words} stands in no entry.").format(words=missed.old), miss=True)
        if not line.strip():
            return Accepted()
        with self._writing() as sheet:
            sheet.begin_line(line)
            if entry := sheet.minutes.entry(replaced):
                sheet.reuse(entry)
            accept.do(sheet, items)
            sheet.release()
            sheet.label = accept.step_label(sheet, items)
        self._last = accept.about(sheet, items)
        return Accepted(
            label=sheet.label,
            touched=sheet.touched,
            message=sheet.message,
            adjourned=accept.adjourns(items),
        )

    def retype(self, row_id: str, line: str, reading: Reading | None = None) -> Accepted:
        """Puts a line in the place of an entry that was taken back: same id and number where the kind stays."""
        if self.minutes.entry(row_id) is None:
            return self.accept(line, reading)
        return self._take(line, reading, row_id)

    def import_lines(self, lines: Iterable[str]) -> list[int]:
        """Takes many lines in one step; gives the numbers (from 1) of those that had no place and became notes."""
        lines = list(lines)
        self._contexts.learning = any(re.search(_MAYBE_CODE, fold(line)) for line in lines)
        unplaced = []
        with self._writing(timed=False) as sheet:
            for number, line in enumerate(lines, 1):
                line = line.strip("\r\n")
                if line.strip() and not self._import(sheet, line):
                    unplaced.append(number)
            sheet.label = _("Imported lines")
        self._last = None
        return unplaced

    def rehearse(self, lines: Iterable[str]) -> list[list[Reading]]:
        """How lines will be understood one after the other, each after those before it; nothing of them stays."""
        found: list[list[Reading]] = []
        with suppress(_RehearsedError), self._writing() as sheet:
            for line in lines:
                found.append(list(sheet.read(line)))
                self._import(sheet, line)
            raise _RehearsedError
        return found

    def _import(self, sheet: Sheet, line: str) -> bool:
        items = next((r.items for r in sheet.read(line)), ())
        before = len(sheet.touched)
        sheet.begin_line(line)
        placed = accept.do(sheet, items)
        sheet.last = accept.about(sheet, items, before)
        return placed

    # -- steps -------------------------------------------------------------------------------------------------

    @contextmanager
    def _writing(self, label: str = "", *, timed: bool = True) -> Iterator[Sheet]:
        """A step in which the minutes are as everybody left them, and after which they are as the step leaves them."""
        moment = Moment(self._clock(), timed)
        try:
            with self.store.step(self.meeting_id, label, self.view.window) as step:
                self.view.take_in()
                sheet = Sheet(
                    self.store,
                    self.minutes,
                    step,
                    moment,
                    lambda line: readings(line, self._fresh(moment)),
                    self._calendar,
                )
                sheet.label, sheet.last, sheet.roll = label, self._last, self._roll
                yield sheet
                step.label = sheet.label
            self.view.refresh()
        except BaseException:
            self._start_again()
            raise

    def _fresh(self, moment: Moment) -> Context:
        """The context in the middle of a step."""
        self.view.refresh()
        return self._context(moment)

    def _start_again(self) -> None:
        """What a failed step had put into the minutes goes."""
        self.view.load_again()
        self._known = None

    def undo(self) -> str | None:
        """Takes this window's latest step back and gives its label; None if there is none.

        StoreError if another window has changed since what it left.
        """
        done = self.store.undo(self.meeting_id, self.view.window)
        return self._turned(done.label if done else None)

    def redo(self) -> str | None:
        """Does again what was undone last and gives its label; None if there is nothing."""
        done = self.store.redo(self.meeting_id, self.view.window)
        return self._turned(done.label if done else None)

    def _turned(self, label: str | None) -> str | None:
        self._last = None
        if label is None:
            self.view.take_in()
        else:
            self.view.refresh()
        return label
