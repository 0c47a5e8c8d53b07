"""Session of the record screen: what is looked at, what is being edited, the unfinished line.

It knows no widget. The screen asks it to do things and shows what it says; failures of the store come out as words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Protocol

from models import i18n, wording
from models.gaps import lacks
from models.kinds import latest_text
from models.lazy import lazily
from models.meeting import Entry
from models.store import StoreError
from models.store.held import HeldLine
from models.whose import as_said, asks
from tui.result import Result
from tui.session import Session, refused
from tui.start import reads_lines

with lazily:
    from models.capture.words import idiom

if TYPE_CHECKING:
    from models.capture.values import Reading
    from models.minutes import Minutes
    from models.series import Carried
    from tui.open_meeting import OpenMeeting

_PATIENCE = timedelta(seconds=15)
"""How long the unfinished line waits after nothing could keep it, which is said each time."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the screen looks at: a meeting, one of its topics, and the time."""

    minutes: Minutes
    topic_id: str | None
    now: datetime
    carried: tuple[Carried, ...] = ()
    """What earlier meetings left open."""

    @property
    def aside(self) -> bool:
        """Whether another topic than the live one is looked at."""
        return self.topic_id != self.minutes.meeting.live_topic_id


class Typing(Protocol):
    """What was typed into the bar, step by step."""

    @property
    def remembers(self) -> bool:
        """Whether a step can be undone or done again."""

    def rewrite(self, anew: Callable[[str], str]) -> None:
        """Gives the texts that undo and redo would bring back as they have to be written by now."""


class RecordSession(Session):
    """One meeting being recorded in one window."""

    def __init__(self, meeting: OpenMeeting) -> None:
        super().__init__(meeting)
        self.looked: str | None = None
        """The topic looked at beside the live one; None looks at the live one."""
        self.editing: str | None = None
        """The entry whose words stand in the bar."""
        self.stash = ""
        """The unfinished line that gave way to an edit."""
        self._typed_after = self.minutes.revision
        """The change after which what stands in the bar was typed: its numbers are those of then."""
        self._gap_at = (-1, -1)
        """Where Ctrl+N was last: the place of the topic, and in it of the entry."""
        self._read: tuple[str, str | None, object, list[Reading]] | None = None
        self._keep_again = self.clock()
        self._kept: tuple[str, int, str | None] | None = ("", 0, None)
        """What is kept of the bar; None where that is not known, after the store refused it."""

    @property
    def look(self) -> Look:
        """What the panes show."""
        if self.minutes.topic(self.looked) is None:
            self.looked = None
        topic_id = self.looked or self.minutes.meeting.live_topic_id
        if topic_id is None and self.minutes.topics:
            # None has begun: the first is where a line would go, and what an imported meeting shows first.
            topic_id = self.minutes.topics[0].id
        return Look(self.minutes, topic_id, self.clock(), self.meeting.carried)

    # -- lines ----------------------------------------------------------------------------------------------------

    def readings(self, line: str) -> list[Reading]:
        """How a line is understood, the best first; asked again for the same line it is not read again."""
        context = self.recorder.context
        known = self._read
        if known is None or known[:2] != (line, self.editing) or known[2] is not context:
            known = (line, self.editing, context, self.recorder.readings(line, self.editing))
            self._read = known
        return known[3]

    def enter(self, line: str, choice: int = 0) -> Result:
        """Stores a line in one of its readings, in the place of the entry that is edited; else it is held."""
        if not reads_lines():
            return self._hold(line, Result(ok=False, later="waits"))
        try:
            readings = self.readings(line)
        except StoreError as error:
            return self._hold(line, refused(error))
        reading = readings[choice % len(readings)] if readings else None
        if self.held.lines and self.held.waiting:
            return self._hold(line, self.behind(), reading if choice else None)
        store = self.accept if self.editing is None else partial(self.retype, self.editing)
        with self.meeting.store.at_once():
            result = store(line, reading)
        return self._hold(line, result, reading if choice else None) if result.later else result

    def _hold(self, line: str, result: Result, chosen: Reading | None = None) -> Result:
        """Puts a line that was not stored on the list above the bar, which is free for the next one."""
        reading = self.chosen(chosen) if chosen else ""
        self.hold(HeldLine("", line, editing=self.editing, reading=reading), result)
        # The line is unfinished no more: what was kept of it goes at the next look.
        self._keep_again = self.clock()
        return result

    def hold_all(self, lines: list[str]) -> None:
        """Puts lines on the list of those that wait, from which they go in one after the other."""
        at = self.clock().isoformat(timespec="seconds")
        self.held.hold(lines, revision=self.minutes.revision, at=at)

    # -- what asks who said it ------------------------------------------------------------------------------------

    def as_kind(self, entry: Entry, family: str) -> str:
        """The line that makes an entry that asks something that is nobody's words: 行动：… 决议：… 议题：…"""
        text = as_said(entry) if family == "action" else latest_text(entry)
        return idiom.idiom(i18n.current()).marked(family, text)

    def owner_in(self, entry: Entry, line: str) -> str:
        """Whom a line names as the owner, in words; nothing where it names nobody."""
        item = next((one.items[0] for one in self.recorder.readings(line, entry.id) if one.items), None)
        return wording.named(getattr(item, "owner_department", "") or "", getattr(item, "owner", "") or "")

    def unsaid(self, row_id: str) -> str:
        """The words of an entry behind a colon, before which whoever said it can be named."""
        entry = self.minutes.entry(row_id)
        colon = "：" if i18n.current() == "zh_CN" else ": "
        return f"{colon}{latest_text(entry)}" if entry is not None and asks(entry) else ""

    def accept(self, line: str, reading: Reading | None = None) -> Result:
        """Stores a line; where it made the topic looked at live, that is no longer looked at beside it."""
        result = super().accept(line, reading)
        if result.ok and self.looked and self.minutes.meeting.live_topic_id == self.looked:
            self.looked = None
        return result

    def keep_anew(self) -> None:
        """The file is another one: what stands in the bar is kept there at the next look."""
        super().keep_anew()
        self._kept, self._keep_again = ("", 0, None), self.clock()

    # -- earlier meetings -----------------------------------------------------------------------------------------

    def carried(self, code: str) -> Carried | None:
        """The item of an earlier meeting by its code, such as 上A2."""
        return next((one for one in self.meeting.carried if one.code == code), None)

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

    def make_live(self) -> Result:
        """Makes the topic that is looked at the live one."""
        look, self.looked = self.look, None
        target = look.topic_id if look.aside else None
        return self.do(lambda: self.recorder.go_live(target)) if target else Result()

    # -- gaps -----------------------------------------------------------------------------------------------------

    @property
    def incomplete(self) -> list[Entry]:
        """Every entry that lacks something, is doubtful or has candidates, topic by topic."""
        entries = [e for topic in self.minutes.topics for e in self.minutes.topic_entries(topic.id)]
        return [
            e for e in entries if not e.left_out and (e.doubt or e.candidates or asks(e) or any(lacks(e)))
        ]

    def next_incomplete(self, after: str | None) -> Entry | None:
        """The incomplete entry that follows one, else the last that was gone to, round the meeting; None for none."""
        place = {t.id: n for n, t in enumerate(self.minutes.topics)}
        here = self.minutes.entry(after)
        passed = (place.get(here.topic_id, -1), here.seq) if here else self._gap_at
        found = self.incomplete
        gap = next((e for e in found if (place[e.topic_id], e.seq) > passed), next(iter(found), None))
        self._gap_at = (place[gap.topic_id], gap.seq) if gap else (-1, -1)
        return gap

    # -- the unfinished line --------------------------------------------------------------------------------------

    def keep(self, text: str, cursor: int, *, patient: bool = False) -> Result:
        """Keeps what stands in the bar, if it changed; `patient` waits a while after nothing could keep it."""
        # What is edited is one line; the unfinished line that gave way to it is kept behind a line end.
        if self.stash:
            text = f"{text}\n{self.stash}"
        state = (text, cursor, self.editing)
        if state == self._kept or (patient and self.clock() < self._keep_again):
            return Result()
        result = self.keep_draft(text, cursor, self.editing, revision=self._typed_after)
        if result.ok:
            self._kept = state
        else:
            self._kept, self._keep_again = None, self.clock() + _PATIENCE
        return result

    def restore(self) -> tuple[str, int]:
        """What stood in the bar when this meeting was last left or lost, and where the cursor was."""
        draft = self.draft()
        if draft is None:
            return "", 0
        self.editing = draft.editing if self.minutes.entry(draft.editing) else None
        self._kept = (draft.text, draft.cursor, self.editing)
        self._typed_after = draft.revision or self._typed_after
        text = draft.text
        if self.editing is not None:
            text, _end, self.stash = text.partition("\n")
        text = self.follow(text)
        return text, min(draft.cursor, len(text))

    def follow(self, text: str, typing: Typing | None = None) -> str:
        """What stands in the bar with the numbers its items have now, if they became others since it was typed.

        What undoing the typing would bring back gets them as well.
        """
        past = typing if typing is not None and typing.remembers else None
        since, self._typed_after = self._typed_after, self.minutes.revision
        # An empty bar and a meeting nobody changed ask nothing: this is looked at with every entry.
        if since == self._typed_after or not (text or self.stash or past):
            return text
        try:
            if not self.meeting.store.renumbered(self.meeting.meeting_id, since):
                return text
            self.stash = self.recorder.renumbered(self.stash, since)
            if past is not None:
                past.rewrite(lambda typed: self.recorder.renumbered(typed, since))
            return text if self.editing is not None else self.recorder.renumbered(text, since)
        except StoreError:
            self._typed_after = since
            return text
