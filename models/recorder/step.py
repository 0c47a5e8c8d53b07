"""A step while it is open: what is written into it stands in the store and in the minutes at once.

Everything a value does to the meeting goes through here, so that the row in the store and the row in memory are one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from models import date_order
from models.calendar import WorkCalendar
from models.capture.line import Context
from models.capture.values import Reading
from models.dates import Anchor
from models.iso import sound
from models.meeting import (
    Action,
    Confirmation,
    Entry,
    Meeting,
    Numbered,
    OpenIssue,
    Person,
    Row,
    Topic,
    new_id,
)
from models.minutes import Minutes
from models.organisation import Organisation
from models.series import EarlierMeetings
from models.store import Store
from models.store.step import Step

R = TypeVar("R", bound=Row)
E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Moment:
    """When the step is made; a file that is read in afterwards knows no time of its lines."""

    now: dt.datetime
    timed: bool = True

    @property
    def text(self) -> str | None:
        """The minute, in ISO form; None where no time is known."""
        return self.now.isoformat(timespec="minutes") if self.timed else None


class MeetingStep:
    """An open step of one meeting; writes rows to the store and to the minutes."""

    def __init__(
        self,
        store: Store,
        minutes: Minutes,
        stored: Step,
        moment: Moment,
        read: Callable[[str], Sequence[Reading]],
        context: Callable[[], Context],
        calendar: WorkCalendar | None = None,
    ) -> None:
        self.minutes = minutes
        self.moment = moment
        self.calendar = calendar
        self.read = read
        """How a line is understood as the meeting stands now."""
        self.context = context
        """What a line or name is read against as the meeting stands now."""
        self.said_at: str | None = None
        """When the value being done was said, where its line says so."""
        self.line = ""
        self.line_id: str | None = None
        self.label = ""
        """What undo will call the step."""
        self.has_written = False
        """Whether anything is different from before."""
        self._touched: dict[str, None] = {}
        self.now = True
        """Whether the line is being said now; an old entry typed anew moves neither topic nor speaker."""
        self.last: str | None = None
        """The entry the last line was about, if that is not the newest."""
        self.opened: list[str] = []
        """The disputes this line opened, in order."""
        self.roll: list[str] = []
        """The departments the 出席 lines have called so far."""
        self.message = ""
        self._store = store
        self._stored = stored
        self._reused: Entry | None = None
        self._converting = False
        """Whether the next entry takes an entry's place as one of another kind."""
        self._keeps_line = False
        """Whether it keeps the line that was typed for that, too."""

    def begin_line(self, line: str, line_id: str | None = None) -> None:
        """Begins a line: what is written from here on comes from it, and it is kept as typed."""
        self.line = line
        self.line_id = self._stored.line(line, line_id)
        self.opened = []

    @property
    def touched(self) -> list[str]:
        """The ids of the rows written, in order."""
        return list(self._touched)

    @property
    def touched_count(self) -> int:
        """How many rows that are."""
        return len(self._touched)

    # -- rows --------------------------------------------------------------------------------------------------

    @property
    def meeting(self) -> Meeting:
        """The meeting's facts as they stand."""
        return self.minutes.meeting

    def add(self, row: R) -> R:
        """Writes a new row, or the new form of the entry that is being replaced."""
        if isinstance(row, Person):
            row = replace(row, changed_at=self._person_changed_at())
        if self.minutes.get(type(row), row.id) is None:
            self._stored.insert(row)
        else:
            self._stored.update(row)
        self.has_written = True
        self.minutes.apply([row])
        self.touch(row.id)
        return row

    def change(self, row: R, **fields: Any) -> R:
        """Writes a row with some fields changed; an entry remembers when."""
        changed = replace(row, **fields)
        if changed == row:
            return row
        if isinstance(changed, Entry) and "changed_at" not in fields:
            changed = replace(changed, changed_at=self._changed_at(changed.topic_id))
        elif isinstance(changed, Person):
            changed = replace(changed, changed_at=self._person_changed_at())
        self._stored.update(changed)
        self.has_written = True
        self.minutes.apply([changed])
        if isinstance(row, Topic) and {"title", "outcome"} & fields.keys():
            self._lapse(row)
        self.touch(row.id)
        return changed

    def drop(self, row: Row) -> None:
        """Deletes a row with all that only belongs to it."""
        self._lapse(row)
        self._stored.delete(row)
        self.has_written = True
        self._store.refresh(self.minutes)
        self.touch(row.id)

    def earlier(self, target: str) -> Action | OpenIssue | None:
        """The item of an earlier meeting that 上A2 or 上上Q1 names, where that meeting is known."""
        return EarlierMeetings(self._store).find(self.meeting, target)

    def earlier_owner(
        self, item: Action | OpenIssue, department: str | None, person: str | None
    ) -> tuple[str | None, str | None] | None:
        """The ids by which the meeting of an earlier item knows somebody; None where it does not."""
        earlier = EarlierMeetings(self._store)
        earlier.find(self.meeting, "上A1")
        return earlier.somebody(item.meeting_id, department, person)

    @property
    def organisation(self) -> Organisation:
        """The company, from which full names, titles and the order come."""
        return self._store.organisation

    def change_elsewhere(self, row: Row) -> None:
        """Writes a row of another meeting, as part of this step."""
        self.has_written = True
        self._stored.update(row)

    def add_elsewhere(self, row: Row) -> None:
        """Writes a new row of another meeting, as part of this step."""
        self.has_written = True
        self._stored.insert(row)

    def touch(self, row_id: str) -> None:
        """Counts a row among those the step is about."""
        self._touched.setdefault(row_id)

    # -- numbers -----------------------------------------------------------------------------------------------

    def next_number(self, name: str, above: int = 0) -> int:
        """The next number of a name; it is never given again."""
        return self._stored.next_number(name, above)

    def next_place(self, name: str, above: int) -> int:
        """The next place in a list. Until the first entry the list is being prepared and closes its gaps."""
        if self.minutes.has_entries:
            return self.next_number(name, above)
        return above + 1

    def next_code(self, letter: str, highest: int) -> int:
        """The next D, A or Q. Once consecutive they go on from the last that stands, in a count of their own."""
        if isinstance(self._reused, Numbered) and not self._converting:
            return self._reused.number
        meeting = self.meeting
        if since := meeting.numbered_at or (None if meeting.gaps_kept else meeting.closed_at):
            return self.next_number(f"{letter} after {since}", highest)
        return self.next_number(letter, highest)

    # -- entries -----------------------------------------------------------------------------------------------

    def reuse(self, entry: Entry) -> None:
        """Replaces an entry by the next one written, which takes its id, its number and its order."""
        self._reused = entry
        self.now = entry == self.minutes.latest_entry

    def turn(self, entry: Entry) -> None:
        """Deletes an entry, whose id and order the next one written, of another kind, takes."""
        self.drop(entry)
        self._reused, self._converting, self._keeps_line = entry, True, True

    def reused(self, kind: type[E]) -> E | None:
        """The entry that is being replaced, if the kind stays; one of another kind is deleted, its place is kept."""
        if self._reused is not None and not self._converting and not isinstance(self._reused, kind):
            self.drop(self._reused)
            self._converting = True
        return self._reused if isinstance(self._reused, kind) and not self._converting else None

    def keep(self) -> None:
        """Keeps the entry that was to be replaced: what the line says has changed it instead."""
        self._reused = None

    def release(self) -> None:
        """Deletes the entry that was to be replaced, if nothing has replaced or changed it."""
        gone, self._reused = self._reused, None
        if gone is not None and gone.id not in self._touched:
            self.drop(gone)
        self._converting = False

    def place(self, topic: Topic, doubt: bool, candidates: tuple[str, ...]) -> dict[str, Any]:
        """The fields all entries share, for a new entry under a topic."""
        kept = ("id", "topic_id", "seq", "at", "left_out", *(("line_id",) if self._keeps_line else ()))
        taken, self._reused = self._reused, None
        self._converting = self._keeps_line = False
        common = {
            "meeting_id": self.meeting.id,
            "doubt": doubt,
            "candidates": "、".join(candidates),
            "line_id": self.line_id,
        }
        if taken is not None:
            places = {name: getattr(taken, name) for name in kept}
            return {**common, **places, "changed_at": self._changed_at(taken.topic_id)}
        latest, changed = self.minutes.latest_entry, self._changed_at(topic.id)
        return {
            "id": new_id(),
            "topic_id": topic.id,
            "seq": self.next_number("seq", latest.seq if latest else 0),
            "at": self.moment.text if self.said_at is None else said_at(self.said_at, self.meeting),
            "changed_at": changed if changed != self.moment.text else None,
            **common,
        }

    # -- confirmations -----------------------------------------------------------------------------------------

    def _confirmed(self, *pages: str) -> str:
        """When any of these pages was confirmed last; empty if none was."""
        return max((c.at for c in self.minutes.confirmations if c.page in pages), default="")

    def _changed_at(self, topic_id: str) -> str | None:
        return self._after(self._confirmed(topic_id, "open"))

    def _person_changed_at(self) -> str | None:
        confirmed = self._confirmed("attendance")
        return self._after(confirmed) if confirmed else None

    def outdate(self, entry: Entry) -> None:
        """Counts an entry as changed since its page was confirmed, because something that belongs to it has."""
        if self._confirmed(entry.topic_id, "open"):
            self.change(entry, changed_at=self._changed_at(entry.topic_id))

    def _lapse(self, row: Row) -> None:
        """Withdraws the confirmation of a page: what is deleted, and a topic itself, cannot say that it changed."""
        page = _page_of(row)
        gone = [c for c in self.minutes.confirmations if c.page == page]
        for confirmation in gone:
            self._stored.delete(confirmation)
        self.minutes.apply([], [(Confirmation, c.id) for c in gone])

    def _after(self, confirmed: str) -> str | None:
        """Now, or the minute after a confirmation made in this one: rows keep minutes, and this came later."""
        now = self.moment.text
        if now is None or now > confirmed:
            return now
        later = dt.datetime.fromisoformat(confirmed) + dt.timedelta(minutes=1)
        return later.isoformat(timespec="minutes")

    # -- time --------------------------------------------------------------------------------------------------

    def at(self, clock: str | None) -> str | None:
        """A time of day (HH:MM) on the meeting's day; now, where none is said and the time is known."""
        if clock is None:
            return self.moment.text
        return f"{anchor(self.meeting, self.moment.now).day.isoformat()}T{clock}"


def anchor(meeting: Meeting, now: dt.datetime, *, ended: bool = False) -> Anchor:
    """What due dates of this meeting count from: its own date, or today where it has none."""
    start = dt.datetime.fromisoformat(meeting.starts_at) if meeting.starts_at else None
    end = meeting.adjourned_at or meeting.ends_at
    return Anchor(
        day=(start or now).date(),
        starts_at=start,
        ends_at=dt.datetime.fromisoformat(end) if end else None,
        ended=ended or bool(meeting.adjourned_at),
        day_first=date_order.day_first(),
    )


_SAID = re.compile(r"(?:(?:(?P<year>\d{4})-)?(?P<month>\d\d)-(?P<day>\d\d) )?(?P<clock>\d\d:\d\d)")


def said_at(words: str, meeting: Meeting) -> str | None:
    """The moment a line says something was said at, dated by the meeting; None where that cannot be known."""
    begins = meeting.starts_at
    if words.startswith("+"):
        hours, minutes, seconds = map(int, words[1:].split(":"))
        into = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
        return (dt.datetime.fromisoformat(begins) + into).isoformat(timespec="minutes") if begins else None
    match = _SAID.fullmatch(words)
    if match is None or not (begins or match["year"]):
        return None
    day = f"{match['year'] or (begins or '')[:4]}-{match['month']}-{match['day']}" if match["month"] else ""
    said = f"{day or (begins or '')[:10]}T{match['clock']}"
    return said if sound(said) else None


def _page_of(row: Row) -> str | None:
    """The recap page a row is read out on; a private one is on none."""
    if isinstance(row, Topic):
        return row.id
    if isinstance(row, Person):
        return "attendance"
    return row.topic_id if isinstance(row, Entry) and not row.private else None
