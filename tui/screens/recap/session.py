"""Session of the recap: the page one is on, its items and findings, and what can be done about them.

It knows no widget. The screen asks it to do things and shows what it says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from models import wording
from models.calendar import WorkCalendar
from models.findings import Offer, Thresholds, take
from models.i18n import _
from models.numbering import Renumbering, in_words, pending
from models.recap import CLOSING, DECIDED, Item, Page, Recap, Summary, recap, summary
from models.store.held import HeldLine
from tui.result import Result
from tui.screens.record.text import named
from tui.session import Session, told_of
from tui.unfinished import Unfinished

if TYPE_CHECKING:
    from models.capture.values import Reading
    from tui.open_meeting import OpenMeeting


class RecapSession(Session):
    """One meeting walked through in one window."""

    def __init__(self, meeting: OpenMeeting, thresholds: Thresholds | None = None) -> None:
        super().__init__(meeting)
        self._thresholds = thresholds or Thresholds()
        self.calendar = WorkCalendar()
        self.unfinished = Unfinished(self, "recap")
        self._known: tuple[tuple[int, object], Recap] | None = None
        self._took_back = False
        """Whether consecutive numbers were taken back here."""
        self.at = self.recap.first_open()
        """The page, from 0."""

    # -- what there is --------------------------------------------------------------------------------------------

    @property
    def recap(self) -> Recap:
        """The whole walk, made anew when the meeting or the day has changed."""
        today = self.clock().date()
        key = (self.minutes.revision, today)
        if self._known is None or self._known[0] != key:
            self._known = (key, recap(self.minutes, self._thresholds, today, self.calendar))
        return self._known[1]

    @property
    def page(self) -> Page:
        """The page one is on."""
        pages = self.recap.pages
        self.at = min(self.at, len(pages) - 1)
        return pages[self.at]

    @property
    def closing(self) -> bool:
        """Whether it is the last one."""
        return self.page.key == CLOSING

    @property
    def closed(self) -> bool:
        """Whether the meeting is closed."""
        return self.minutes.meeting.closed_at is not None

    @property
    def summary(self) -> Summary:
        """What the closing page says."""
        days = self._thresholds.draft_workdays
        return summary(self.minutes, self.clock(), self.calendar, days)

    @property
    def unconfirmed(self) -> list[Page]:
        """The pages not (or no longer) confirmed."""
        return [page for page in self.recap.pages[:-1] if not page.confirmed]

    def item(self, item_id: str | None) -> Item | None:
        """An item of this page."""
        return next((item for item in self.page.items if item.id == item_id), None)

    def find(self, item_id: str) -> Item | None:
        """Goes to the page an item is on, its topic's first."""
        for place, page in enumerate(self.recap.pages):
            if found := next((item for item in page.items if item.id == item_id), None):
                self.at = place
                return found
        return None

    # -- moving ---------------------------------------------------------------------------------------------------

    def turn(self, step: int) -> bool:
        """The next (1) or previous (-1) page; False past the ends."""
        return self.turn_to(self.at + step)

    def turn_to(self, place: int) -> bool:
        """A page by its place; False if there is none."""
        if not 0 <= place < len(self.recap.pages):
            return False
        self.at = place
        return True

    def next_finding(self, after: int | None) -> int | None:
        """Goes on to the next finding, round the walk, and gives its place on its page; None if there are none."""
        all_places = [(n, k) for n, page in enumerate(self.recap.pages) for k in range(len(page.findings))]
        if not all_places:
            return None
        here = (self.at, -1 if after is None else after)
        self.at, place = next((found for found in all_places if found > here), all_places[0])
        return place

    # -- doing ----------------------------------------------------------------------------------------------------

    @property
    def _by(self) -> str:
        """In whose name a page is confirmed: the host reads it out."""
        return self.minutes.meeting.host or self.minutes.meeting.recorder

    def confirm(self, *, keep_gaps: bool = False) -> Result:
        """The whole page is confirmed, and the next one comes; with the first one numbers become consecutive."""
        page = self.page
        name = f"{page.number} {page.title}".strip()
        said = self._numbering(
            lambda: self.recorder.closing.confirm(page.key, self._by, keep_gaps=keep_gaps),
            _("Confirmed: {page}").format(page=name),
        )
        if said.ok:
            self.turn(1)
        return said

    def close(self, *, keep_gaps: bool = False) -> Result:
        """Ends the meeting; numbers become consecutive if no page was confirmed."""
        return self._numbering(
            lambda: self.recorder.closing.close(self._by, keep_gaps=keep_gaps), _("The meeting is closed")
        )

    def _numbering(self, change: Callable[[], Renumbering], words: str) -> Result:
        """Makes a change with which numbers may become others, and says which did; lines that wait go in first."""
        if not (waiting := self.all_in()).ok:
            return waiting
        changed: dict[str, str] = {}
        said = self.do(lambda: changed.update(change()), words)
        if not said.ok or not changed:
            return said
        told = _("{words} · numbers now consecutive: {changes}")
        return replace(said, words=told.format(words=words, changes=in_words(changed)))

    @property
    def asks_numbers(self) -> Renumbering:
        """The numbers that would change though the room knows them, or somebody has just taken that back."""
        heard = self._took_back or self.meeting.store.was_shown(self.meeting.meeting_id, DECIDED)
        return pending(self.minutes) if heard else {}

    def undo(self) -> Result:
        """Takes the latest step back; numbers that were made consecutive by it are asked about from now on."""
        before = self.minutes.meeting.numbered_at
        said = super().undo()
        self._took_back |= bool(before and not self.minutes.meeting.numbered_at)
        return said

    def take(self, offer: Offer) -> Result:
        """Does what a finding offers."""
        return self.do(lambda: take(self.recorder, offer), offer.label)

    def object_to(self, item: Item, words: str) -> Result:
        """An objection, typed as who, a colon, what."""
        title = _("objection to {item}").format(item=item.code or item.label)
        return self.fill(f"objection/{item.id}", words, title + wording.colon())

    def leave_open(self, item_id: str) -> Result:
        """The item is to be looked at again after the meeting."""
        return self.do(lambda: self.recorder.edit(item_id, doubt=True), _("Left open"))

    def correct(self, entry_id: str, line: str, reading: Reading | None, chosen: bool = False) -> Result:
        """An entry in other words; the same ones correct nothing. `chosen` says whether somebody chose the reading."""
        title = _("correct {entry}").format(entry=named(self.minutes.entry(entry_id))) + wording.colon()
        said = self.enter(line, reading, chosen=chosen, editing=entry_id, title=title)
        corrected = _("Corrected: {what}").format(what=said.words) if said.ok and said.words else said.words
        return replace(said, words=corrected)

    def enter(
        self,
        line: str,
        reading: Reading | None,
        *,
        chosen: bool = False,
        editing: str | None = None,
        title: str = "",
    ) -> Result:
        """Stores a line of the meeting, or holds it."""
        known = self.chosen(reading) if reading and chosen else ""
        held = HeldLine("", line, editing=editing, reading=known, into=self.screen, title=title)
        if editing is None:
            return self.now_or_later(lambda: told_of(self.recorder.accept(line, reading)), held)
        return self.now_or_later(lambda: told_of(self.recorder.retype(editing, line, reading)), held)

    def attend(self, person_id: str, attendance: str) -> Result:
        """Somebody's attendance."""
        return self.do(lambda: self.recorder.set_attendance(person_id, attendance), "")
