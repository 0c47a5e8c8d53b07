"""The recorder: the one object through which a screen, a command or an import changes a meeting.

Whatever it does is one step of the store: durable when the call returns, and to be undone as a whole.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from models.i18n import _
from models.meeting import Opinion, new_id
from models.recorder import deeds
from models.recorder.earlier import Carried, Earlier
from models.recorder.polishing import Polishing
from models.recorder.preparing import Preparing

if TYPE_CHECKING:
    from models.calendar import WorkCalendar
    from models.capture.context import Context
    from models.capture.values import Reading
    from models.minutes import Minutes
    from models.recorder.contexts import Contexts
    from models.recorder.sheet import Moment, Sheet
    from models.store import Draft, Store

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
    ) -> None:
        self.store = store
        self.meeting_id = meeting_id
        self.window = window or new_id()
        self._clock = clock
        self._calendar = calendar
        self._earlier = Earlier(store)
        self._known: tuple[int, str, Context] | None = None
        self._last: str | None = None
        self._roll: list[str] = []
        self.minutes: Minutes = store.load(meeting_id)
        """The meeting as it stands; the object stays the same."""
        self._seen = store.data_version()
        self._theirs = False
        """Whether something of another window has come in that `poll` has not told yet."""
        store.join(meeting_id, self.window)

    # -- reading -----------------------------------------------------------------------------------------------

    @cached_property
    def _contexts(self) -> Contexts:
        """Made for the first line: showing a meeting asks for none."""
        return deeds.contexts.Contexts(self.store, self._earlier, self._calendar)

    @property
    def context(self) -> Context:
        """What lines are read against: made anew when the meeting has changed or the minute has."""
        return self._context(deeds.sheet.Moment(self._clock()))

    def _context(self, moment: Moment) -> Context:
        key = (self.minutes.revision, moment.text or "")
        if self._known is None or self._known[:2] != key:
            self._known = (*key, self._contexts.make(self.minutes, moment.now, timed=moment.timed))
        return self._known[2]

    def readings(self, line: str, replacing: str | None = None) -> list[Reading]:
        """How a line is understood, the best first; `replacing` is the id of the entry that was taken back for it."""
        return self._read(line, self._said_by(replacing))

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

    def _read(self, line: str, context: Context) -> list[Reading]:
        from models.capture import readings

        return list(readings(line, context))

    @property
    def carried(self) -> tuple[Carried, ...]:
        """What earlier meetings left open, the nearest first, and what this one has closed of it."""
        return self._earlier.carried(self.minutes.meeting)

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
        if missed := deeds.accept.missed(items):
            return Accepted(message=_("{words} stands in no entry.").format(words=missed.old), miss=True)
        if not line.strip():
            return Accepted()
        with self._writing() as sheet:
            sheet.begin_line(line)
            if entry := sheet.minutes.entry(replaced):
                sheet.reuse(entry)
            deeds.accept.do(sheet, items)
            sheet.release()
            sheet.label = deeds.accept.step_label(sheet, items)
        self._last = deeds.accept.about(sheet, items)
        return Accepted(
            label=sheet.label,
            touched=sheet.touched,
            message=sheet.message,
            adjourned=deeds.accept.adjourns(items),
        )

    def retype(self, row_id: str, line: str, reading: Reading | None = None) -> Accepted:
        """Puts a line in the place of an entry that was taken back: same id and number where the kind stays."""
        if self.minutes.entry(row_id) is None:
            return self.accept(line, reading)
        return self._take(line, reading, row_id)

    def import_lines(self, lines: Iterable[str]) -> list[int]:
        """Takes many lines in one step; gives the numbers (from 1) of those that had no place and became notes."""
        from models.text import fold

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
        placed = deeds.accept.do(sheet, items)
        sheet.last = deeds.accept.about(sheet, items, before)
        return placed

    # -- steps -------------------------------------------------------------------------------------------------

    @contextmanager
    def _writing(self, label: str = "", *, timed: bool = True) -> Iterator[Sheet]:
        """A step in which the minutes are as everybody left them, and after which they are as the step leaves them."""
        moment = deeds.sheet.Moment(self._clock(), timed)
        try:
            with self.store.step(self.meeting_id, label, self.window) as step:
                self._theirs |= bool(self.store.refresh(self.minutes))
                sheet = deeds.sheet.Sheet(
                    self.store,
                    self.minutes,
                    step,
                    moment,
                    lambda line: self._read(line, self._fresh(moment)),
                    self._calendar,
                )
                sheet.label, sheet.last, sheet.roll = label, self._last, self._roll
                yield sheet
                step.label = sheet.label
            self.store.refresh(self.minutes)
        except BaseException:
            self._start_again()
            raise

    def _fresh(self, moment: Moment) -> Context:
        """The context in the middle of a step."""
        self.store.refresh(self.minutes)
        return self._context(moment)

    def _start_again(self) -> None:
        """What a failed step had put into the minutes goes."""
        self.minutes.become(self.store.load(self.meeting_id))
        self._known = None

    def undo(self) -> str | None:
        """Takes this window's latest step back and gives its label; None if there is none.

        StoreError if another window has changed since what it left.
        """
        done = self.store.undo(self.meeting_id, self.window)
        return self._turned(done.label if done else None)

    def redo(self) -> str | None:
        """Does again what was undone last and gives its label; None if there is nothing."""
        done = self.store.redo(self.meeting_id, self.window)
        return self._turned(done.label if done else None)

    def _turned(self, label: str | None) -> str | None:
        self._last = None
        if self.store.refresh(self.minutes) and label is None:
            self._theirs = True
        return label

    def poll(self) -> bool:
        """Takes in what another window has written since; says whether there was anything. Takes microseconds."""
        version = self.store.data_version()
        if version != self._seen:
            self._seen = version
            self._theirs |= bool(self.store.refresh(self.minutes))
        news, self._theirs = self._theirs, False
        return news

    # -- what is being typed -----------------------------------------------------------------------------------

    def keep_draft(self, text: str, cursor: int, editing: str | None = None) -> None:
        """Keeps the unfinished text; `editing` is the id of the entry that was taken back."""
        self.store.keep_draft(self.meeting_id, self.window, text, cursor, editing)

    @property
    def draft(self) -> Draft | None:
        """The unfinished text of this window, or the newest of one that is no more."""
        return self.store.draft(self.meeting_id, self.window)
