"""The base of what stands between the recorder and a screen: one meeting, open on one screen of one window.

A session knows no widget. The screen asks it to do things and shows the `Result`; failures of the store come out as
words. What only one screen can do stands beside that screen, in its own `session.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from models.i18n import _
from models.store import DamagedStore, GoneStore, MadeElsewhere, StoreError
from tui.result import Result

if TYPE_CHECKING:
    from models.capture.values import Reading
    from models.findings import Finding
    from models.minutes import Minutes
    from models.recorder import Accepted, Recorder
    from models.store.drafts import Draft
    from tui.open_meeting import OpenMeeting


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

    def accept(self, line: str, reading: Reading | None = None) -> Result:
        """Stores a line, by its best reading where none is given."""
        return self._try(lambda: _told(self.recorder.accept(line, reading)))

    def retype(self, row_id: str, line: str, reading: Reading | None = None) -> Result:
        """Stores a line in place of an entry; one left as it was is no change, and nothing is said of it."""
        return self._try(lambda: _told(self.recorder.retype(row_id, line, reading)))

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
            return Result(told(error), ok=False)
        if result.ok and saves and result.changed:
            self.undone = 0
            self.saved_at = f"{self.clock():%H:%M:%S}"
        return result

    def keep_anew(self) -> None:
        """The file is another one: what stands unfinished is kept there at the next look."""
        self.trouble = ""

    # -- undo and redo --------------------------------------------------------------------------------------------

    def undo(self) -> Result:
        """Takes the latest step back, saying which."""
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


def _told(accepted: Accepted) -> Result:
    words = accepted.message or accepted.label
    return Result(words, not accepted.miss, tuple(accepted.touched), accepted.adjourned, accepted.changed)
