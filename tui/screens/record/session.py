"""Between the recorder and the record screen: what is looked at, what is being edited, when was last saved.

It knows no widget. The screen asks it to do things and shows what it says; failures of the store come out as words.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from models.i18n import _
from models.meeting import Entry
from models.store import StoreError
from tui.result import Said as Said  # noqa: PLC0414 - so that it may be imported from here
from tui.screens.record.panes import Look
from tui.widgets.entry_lines import lacks

if TYPE_CHECKING:
    from models.capture.values import Reading
    from models.minutes import Minutes
    from models.recorder import Accepted, Recorder
    from tui.open_meeting import OpenMeeting


_PATIENCE = timedelta(seconds=15)
"""How long the unfinished line waits after the store refused it: a locked file costs each try some seconds."""


class Recording:
    """One meeting being recorded in one window."""

    def __init__(self, meeting: OpenMeeting) -> None:
        self.meeting = meeting
        self.clock = meeting.clock
        self.looked: str | None = None
        """The topic looked at beside the live one; None looks at the live one."""
        self.editing: str | None = None
        """The entry whose words stand in the bar."""
        self.stash = ""
        """The unfinished line that gave way to an edit."""
        self.saved_at = ""
        """HH:MM:SS of the last durable write."""
        self.undone = 0
        """Steps taken back since the last change, which redo brings again before any typing."""
        self._read: tuple[str, str | None, object, list[Reading]] | None = None
        self._keep_again = self.clock()
        self._kept: tuple[str, int, str | None] = ("", 0, None)

    @property
    def recorder(self) -> Recorder:
        """What changes the meeting, made at its first use."""
        return self.meeting.recorder

    @property
    def minutes(self) -> Minutes:
        """The meeting as it stands."""
        return self.meeting.minutes

    @property
    def look(self) -> Look:
        """What the panes show."""
        if self.minutes.topic(self.looked) is None:
            self.looked = None
        topic_id = self.looked or self.minutes.meeting.live_topic_id
        return Look(self.minutes, topic_id, self.clock(), self.meeting.carried)

    def readings(self, line: str) -> list[Reading]:
        """How a line is understood, the best first; asked again for the same line it is not read again."""
        context = self.recorder.context
        known = self._read
        if known is None or known[:2] != (line, self.editing) or known[2] is not context:
            known = (line, self.editing, context, self.recorder.readings(line, self.editing))
            self._read = known
        return known[3]

    # -- lines ----------------------------------------------------------------------------------------------------

    def accept(self, line: str, reading: Reading | None) -> Said:
        """Stores a line, or the new words of the entry being edited."""
        if self.editing is not None:
            return self._retype(self.editing, line, reading)
        said = self._try(lambda: self._told(self.recorder.accept(line, reading)))
        if said.ok and self.looked and self.minutes.meeting.live_topic_id == self.looked:
            self.looked = None
        return said

    def _retype(self, row_id: str, line: str, reading: Reading | None) -> Said:
        said = self._try(lambda: self._told(self.recorder.retype(row_id, line, reading)))
        if said.ok:
            self.editing = None
        return said

    def _told(self, accepted: Accepted) -> Said:
        return Said(
            accepted.message or accepted.label, not accepted.miss, tuple(accepted.touched), accepted.adjourned
        )

    def do(self, change: Callable[[], object], words: str = "", *, saves: bool = True) -> Said:
        """Any other change through the recorder; `saves` says whether it is one of the meeting."""

        def run() -> Said:
            change()
            return Said(words)

        return self._try(run, saves=saves)

    def _try(self, change: Callable[[], Said], *, saves: bool = True) -> Said:
        try:
            said = change()
        except StoreError as error:
            return Said(str(error), ok=False)
        if said.ok and saves:
            self.undone = 0
            self.saved_at = f"{self.clock():%H:%M:%S}"
        return said

    def undo(self) -> Said:
        """Takes the latest step back, saying which."""
        undone = self.undone
        said = self._back(self.recorder.undo, _("Undone: {step}"), _("Nothing to undo"))
        self.undone = undone + said.ok
        return said

    def redo(self) -> Said:
        """Does again what was undone."""
        undone = self.undone
        said = self._back(self.recorder.redo, _("Redone: {step}"), _("Nothing to redo"))
        self.undone = max(0, undone - said.ok)
        return said

    def _back(self, move: Callable[[], str | None], words: str, nothing: str) -> Said:
        def run() -> Said:
            step = move()
            return Said(nothing, ok=False) if step is None else Said(words.format(step=step))

        return self._try(run)

    # -- topics ---------------------------------------------------------------------------------------------------

    def look_on(self, step: int) -> bool:
        """Looks at the next (1) or previous (-1) topic; False past the ends."""
        ids = [t.id for t in self.minutes.topics]
        here = self.look.topic_id
        place = (ids.index(here) if here in ids else 0) + step
        if not 0 <= place < len(ids):
            return False
        self.look_at(ids[place])
        return True

    def look_at(self, topic_id: str | None) -> None:
        """Looks at a topic; None or the live one looks at the live one."""
        self.looked = topic_id if topic_id != self.minutes.meeting.live_topic_id else None

    def make_live(self) -> Said:
        """Makes the topic that is looked at the live one."""
        target, self.looked = self.looked, None
        return self.do(lambda: self.recorder.go_live(target)) if target else Said()

    # -- gaps -----------------------------------------------------------------------------------------------------

    @property
    def incomplete(self) -> list[Entry]:
        """Every entry that lacks something, is doubtful or has candidates, topic by topic."""
        entries = [e for topic in self.minutes.topics for e in self.minutes.topic_entries(topic.id)]
        return [e for e in entries if not e.left_out and (e.doubt or e.candidates or any(lacks(e)))]

    def next_incomplete(self, after: str | None) -> Entry | None:
        """The next of them, round the meeting."""
        place = {t.id: n for n, t in enumerate(self.minutes.topics)}
        here = self.minutes.entry(after)
        passed = (place.get(here.topic_id, -1), here.seq) if here else (-1, -1)
        found = self.incomplete
        return next((e for e in found if (place[e.topic_id], e.seq) > passed), next(iter(found), None))

    # -- the unfinished line --------------------------------------------------------------------------------------

    def keep(self, text: str, cursor: int, *, patient: bool = False) -> Said:
        """Keeps what stands in the bar, if it changed; `patient` waits a while after the store refused it."""
        # What is edited is one line; the unfinished line that gave way to it is kept behind a line end.
        if self.stash:
            text = f"{text}\n{self.stash}"
        state = (text, cursor, self.editing)
        if state == self._kept or (patient and self.clock() < self._keep_again):
            return Said()
        said = self.do(lambda: self.meeting.keep_draft(text, cursor, self.editing), saves=False)
        if said.ok:
            self._kept = state
        else:
            self._keep_again = self.clock() + _PATIENCE
        return said

    def restore(self) -> tuple[str, int]:
        """What stood in the bar when this meeting was last left or lost."""
        draft = self.meeting.draft()
        if draft is None:
            return "", 0
        self.editing = draft.editing if self.minutes.entry(draft.editing) else None
        self._kept = (draft.text, draft.cursor, self.editing)
        text = draft.text
        if self.editing is not None:
            text, _end, self.stash = text.partition("\n")
        return text, min(draft.cursor, len(text))
