"""The base of what stands between the recorder and a screen: one meeting, open on one screen of one window.

A session knows no widget. The screen asks it to do things and shows the `Result`; failures of the store come out as
words. What only one screen can do stands beside that screen, in its own `session.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from models.i18n import _, ngettext
from models.lazy import lazily
from models.store import DamagedStore, GoneStore, LockedStore, MadeElsewhere, StoreError
from tui.result import Result
from tui.start import reads_lines

with lazily:
    from models.recorder import letting_in
    from models.store import held

if TYPE_CHECKING:
    from models.capture.values import Reading
    from models.findings import Finding
    from models.held import HeldLines
    from models.minutes import Minutes
    from models.recorder import Accepted, Recorder
    from models.store.drafts import Draft
    from models.store.held import HeldLine
    from tui.open_meeting import OpenMeeting

_AT_ONCE = 0.02
"""Seconds that lines which waited may go in at a time; keys come between."""
_AGAIN = 1.0
"""Seconds until a file that is full, gone or broken is tried again: each try reads the whole meeting anew."""


class Session:
    """Changes to the open meeting, each with what it came to, and undo and redo in words."""

    def __init__(self, meeting: OpenMeeting) -> None:
        self.meeting = meeting
        self.clock = meeting.clock
        self.screen = ""
        """The screen it stands behind: what it changes is undone there."""
        self.saved_at = ""
        """HH:MM:SS of the last durable write."""
        self.trouble = ""
        """Why the file cannot be read at present, as `poll` found it."""
        self.undone = 0
        """Steps taken back since the last change, which redo brings again before any typing."""
        self.arrived: dict[str, str] = {}
        """The rows that were made of held lines here, by the line's id."""
        self._try_again = 0.0
        """When lines that wait are tried next, on the monotonic clock."""

    @property
    def minutes(self) -> Minutes:
        """The meeting as it stands."""
        return self.meeting.minutes

    @property
    def recorder(self) -> Recorder:
        """What changes the meeting, made at its first use."""
        return self.meeting.recorder

    def poll(self) -> bool:
        """Whether another window wrote since the last call; the minutes are up to date then."""
        try:
            news, self.trouble = self.meeting.poll(), ""
        except StoreError as error:
            news, self.trouble = False, told(error)
        return news

    # -- changes --------------------------------------------------------------------------------------------------

    def do(self, change: Callable[[], object], words: str = "", *, saves: bool = True) -> Result:
        """Makes a change through the recorder; `saves` says whether it is one of the meeting."""

        def run() -> Result:
            change()
            return Result(words)

        return self._try(run, saves=saves)

    def alter(self, change: Callable[[], object], words: str) -> Result:
        """Makes a change that may leave everything as it was, and says so then."""
        before = self.minutes.revision
        said = self.do(change, words)
        if said.ok and self.minutes.revision == before:
            return Result(_("Nothing changed"), changed=False)
        return said

    def accept(self, line: str, reading: Reading | None = None) -> Result:
        """Stores a line, by its best reading where none is given."""
        return self._try(lambda: told_of(self.recorder.accept(line, reading)))

    def retype(self, row_id: str, line: str, reading: Reading | None = None) -> Result:
        """Stores a line in place of an entry; one left as it was is no change, and nothing is said of it."""
        return self._try(lambda: told_of(self.recorder.retype(row_id, line, reading)))

    def waive_all(self, findings: Iterable[Finding]) -> Result:
        """Waives findings knowingly; they are not said again."""

        def change() -> None:
            for finding in findings:
                self.recorder.waive(finding.rule, finding.key)

        return self.do(change, _("Let pass"))

    def _try(self, change: Callable[[], Result], *, saves: bool = True) -> Result:
        self.meeting.screen = self.screen
        try:
            result = change()
        except MadeElsewhere as elsewhere:
            return Result(_made_elsewhere(elsewhere), ok=False)
        except StoreError as error:
            return refused(error)
        if result.ok and saves and result.changed:
            self.undone = 0
            self.saved_at = f"{self.clock():%H:%M:%S}"
        return result

    @property
    def last_saved(self) -> str:
        """HH:MM:SS of the last durable write, of this window or before it."""
        return self.saved_at or (self.meeting.store.last_saved(self.meeting.meeting_id) or "")[11:]

    def keep_anew(self) -> None:
        """The file is another one: what stands unfinished is kept there at the next look."""
        self.trouble, self._try_again = "", 0.0

    # -- lines that could not be stored ---------------------------------------------------------------------------

    @property
    def held(self) -> HeldLines:
        """The lines that are not stored."""
        return self.meeting.held

    def fill(self, place: str, words: str, title: str) -> Result:
        """Puts words where the screen asked for them, by the key of the place; `title` names it where they are held."""
        line = held.HeldLine("", words, into=f"{self.screen}/{place}", title=title)
        return self.now_or_later(lambda: told_of(self.recorder.fill(place, words)), line)

    def now_or_later(self, change: Callable[[], Result], line: HeldLine) -> Result:
        """Makes a change at once; what must wait is held as a line, behind those that wait, and goes in by itself."""
        if self.held.lines and self.held.waiting:
            result = self.behind()
        else:
            with self.meeting.store.at_once():
                result = self._try(change)
        if result.later == "waits":
            self.hold(line, result)
        return result

    def behind(self) -> Result:
        """Lines wait: this one goes behind them."""
        words = _("Held behind the lines that wait")
        return Result(words, ok=False, later="waits", brief=self.held.waiting[0].reason)

    def hold(self, line: HeldLine, result: Result) -> None:
        """Puts a line that was not stored on the list, with what came of it; what is typed next comes behind it."""
        self.held.hold(
            [line.text],
            result.brief or result.words,
            asks=result.later != "waits",
            editing=line.editing,
            reading=line.reading,
            revision=self.minutes.revision,
            at=self.clock().isoformat(timespec="seconds"),
            into=line.into,
            title=line.title,
        )

    @property
    def let_in_due(self) -> bool:
        """Whether a line waits and may be tried now."""
        return (
            bool(self.held.lines and self.held.waiting) and reads_lines() and monotonic() >= self._try_again
        )

    def chosen(self, reading: Reading) -> str:
        """A reading that was chosen, in words by which it is known again."""
        return letting_in.in_words(reading)

    def held_text(self, line: HeldLine) -> str:
        """A held line with the numbers that its items have now, as far as the store can say."""
        try:
            return letting_in.text_now(self.recorder, line)
        except StoreError:
            return line.text

    def let_in(self, *, all_of_them: bool = False) -> Result:
        """Stores lines that wait, some of them at a time; each counts as done on the screen it was typed on."""
        until = monotonic() + _AT_ONCE
        with nullcontext() if all_of_them else self.meeting.store.at_once():
            found = letting_in.let_in(
                self.recorder, self.held, lambda: not all_of_them and monotonic() > until
            )
        if found.trouble and not isinstance(found.trouble, LockedStore):
            self._try_again = monotonic() + _AGAIN
        self.arrived |= found.rows
        if found.stored:
            if not self.held.waiting:
                self.meeting.store_drafts()
            self.undone = 0
            self.saved_at = f"{self.clock():%H:%M:%S}"
        words = told(found.trouble) if found.trouble else ""
        return Result(
            words,
            not found.trouble,
            tuple(found.touched),
            found.adjourned,
            changed=bool(found.stored or found.asking),
            later="waits" if found.trouble else "",
        )

    def all_in(self) -> Result:
        """Stores all lines that wait, before something that counts on them; not ok while some still wait."""
        if not (self.held.lines and self.held.waiting):
            return Result()
        said, waiting = self.let_in(all_of_them=True), len(self.held.waiting)
        if said.ok:
            return said
        words = ngettext(
            "{n} line waits to be stored first: {reason}",
            "{n} lines wait to be stored first: {reason}",
            waiting,
        )
        return replace(said, words=words.format(n=waiting, reason=said.words))

    # -- undo and redo --------------------------------------------------------------------------------------------

    def undo(self) -> Result:
        """Takes the latest step back, saying which."""
        if not (waiting := self.all_in()).ok:
            return waiting
        undone = self.undone
        result = self._back(self.recorder.undo, _("Undone: {step}"), _("Nothing to undo"))
        self.undone = undone + result.ok
        return result

    def redo(self) -> Result:
        """Does again what was undone."""
        undone = self.undone
        result = self._back(self.recorder.redo, _("Redone: {step}"), _("Nothing to redo"))
        self.undone = max(0, undone - result.ok)
        return result

    def _back(self, move: Callable[[], str | None], words: str, nothing: str) -> Result:
        def run() -> Result:
            step = move()
            return Result(nothing, ok=False) if step is None else Result(words.format(step=step))

        return self._try(run)

    # -- the unfinished line --------------------------------------------------------------------------------------

    def keep_draft(
        self, text: str, cursor: int, editing: str | None, bar: str = "", revision: int | None = None
    ) -> Result:
        """Keeps the unfinished line of a bar, the capture bar where none is named; an empty one is forgotten."""
        return self.do(lambda: self.meeting.keep_draft(text, cursor, editing, bar, revision), saves=False)

    def draft(self, bar: str = "") -> Draft | None:
        """The unfinished line of a bar, as it was left."""
        return self.meeting.draft(bar)


def refused(error: StoreError) -> Result:
    """What the store would not do."""
    return Result(told(error), ok=False, later="waits" if error.passes else "", brief=error.brief())


def told(error: StoreError) -> str:
    """What the store says, and what to do about it where a screen can do something."""
    if not isinstance(error, GoneStore | DamagedStore):
        return str(error)
    offer = _("{error} “{command}” (Ctrl+P) keeps everything.")
    return offer.format(error=error, command=_("Write all to a new file"))


def _made_elsewhere(step: MadeElsewhere) -> str:
    names = {
        "prepare": _("Preparing"),
        "record": _("Recording"),
        "recap": _("Recap"),
        "polish": _("Polish"),
    }
    words = _("Nothing more here. Next comes what “{screen}” did: {step}")
    return words.format(screen=names.get(step.screen, step.screen), step=step.label)


def told_of(accepted: Accepted) -> Result:
    """What came of a line, in words."""
    words = accepted.message or accepted.label
    return Result(
        words,
        not accepted.miss,
        tuple(accepted.touched),
        accepted.adjourned,
        accepted.changed,
        "asks" if accepted.miss else "",
    )
