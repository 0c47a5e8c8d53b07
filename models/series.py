"""The earlier meetings of the series, and what they left open: shown in this one with where it is from.

上A2 is an action of the previous meeting, 上上A2 of the one before that: numbers are those people have on paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from models import called
from models.item_words import item_words
from models.kinds import day_of, owner_ids, text_of
from models.meeting import Action, Meeting, OpenIssue, Person, Progress
from models.minutes import Minutes
from models.store import NoSuchMeeting, Store
from models.wording import owner_of_action

DEPTH = 6
"""How many meetings are looked back."""


@dataclass(frozen=True, slots=True)
class Carried:
    """An action or open issue of an earlier meeting that is still open, or was closed in this one."""

    code: str
    """上A2, 上上Q1."""
    item: Action | OpenIssue
    meeting: Meeting
    """The meeting it is from."""
    owner: str
    """市场部李经理"""
    progress: tuple[Progress, ...]
    """What later meetings said about it, oldest first."""

    @property
    def text(self) -> str:
        """The task or the question."""
        return text_of(self.item)

    @property
    def due(self) -> str | None:
        """The date it has now."""
        return day_of(self.item)

    @property
    def slips(self) -> tuple[Progress, ...]:
        """The times its date moved."""
        return tuple(one for one in self.progress if one.due_before != one.due)

    @property
    def first_due(self) -> str | None:
        """The date it had at first."""
        return self.slips[0].due_before if self.slips else self.due

    @property
    def reason(self) -> str:
        """What was said last about it."""
        return next((one.text for one in reversed(self.progress) if one.text), "")

    @property
    def is_open(self) -> bool:
        """Whether it still is to be done."""
        if isinstance(self.item, Action):
            return self.item.status not in ("done", "cancelled")
        return self.item.settled_at is None


class EarlierMeetings:
    """The earlier meetings of one meeting, read again only when one of them has changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._chain: tuple[tuple[str, int], ...] = ()
        self._previous: str | None = None
        self._meetings: list[Minutes] = []
        self._shown: tuple[Carried, ...] = ()

    def carried(self, meeting: Meeting) -> tuple[Carried, ...]:
        """What is open of earlier meetings, the nearest first, and what this one has closed of them."""
        if self._read(meeting):
            self._shown = tuple(
                one
                for back, minutes in enumerate(self._meetings, 1)
                for one in _items(minutes, back)
                if one.is_open or any(p.said_in == meeting.id for p in one.progress)
            )
        return self._shown

    def find(self, meeting: Meeting, target: str) -> Action | OpenIssue | None:
        """The item 上A2 or 上上Q1 names."""
        self._read(meeting)
        code = target.lstrip("上")
        back = len(target) - len(code)
        found = self._meetings[back - 1].numbered(code) if 0 < back <= len(self._meetings) else None
        return found if isinstance(found, Action | OpenIssue) else None

    def words(self, meeting: Meeting, target: str) -> dict[str, str]:
        """What the item 上A2 names says, field by field; nothing where there is none."""
        found = self.find(meeting, target)
        back = len(target) - len(target.lstrip("上"))
        return item_words(self._meetings[back - 1], found) if found else {}

    def somebody(
        self, meeting_id: str, department: str | None, person: str | None
    ) -> tuple[str | None, str | None] | None:
        """The ids of a department and person of one of these meetings; None where it has nobody so called."""
        minutes = next(one for one in self._meetings if one.meeting.id == meeting_id)
        homes = [d.id for d in minutes.departments if called.goes_by(d, department)]
        if not person:
            return (homes[0], None) if len(homes) == 1 else None
        fits = [p for p in minutes.all(Person) if called.goes_by(p, person)]
        fits = [p for p in fits if department is None or p.department_id in homes]
        return (fits[0].department_id, fits[0].id) if len(fits) == 1 else None

    def codes(self, meeting: Meeting) -> frozenset[str]:
        """The numbers that can be named, without the first 上: A2, Q1, 上A2."""
        self._read(meeting)
        return frozenset(
            "上" * (back - 1) + row.code
            for back, minutes in enumerate(self._meetings, 1)
            for row in _numbered(minutes)
        )

    def _read(self, meeting: Meeting) -> bool:
        """Brings the meetings up to date; whether anything was new."""
        now = tuple((one, self._store.revision(one)) for one, _ in self._chain)
        if meeting.previous_meeting_id == self._previous and now == self._chain:
            return False
        self._previous, self._meetings = meeting.previous_meeting_id, []
        seen, next_id = {meeting.id}, meeting.previous_meeting_id
        while next_id and next_id not in seen and len(self._meetings) < DEPTH:
            seen.add(next_id)
            if self._store.trash.holds(next_id):
                break
            try:
                self._meetings.append(self._store.load(next_id))
            except NoSuchMeeting:
                break
            next_id = self._meetings[-1].meeting.previous_meeting_id
        self._chain = tuple((one.meeting.id, one.revision) for one in self._meetings)
        return True


def _numbered(minutes: Minutes) -> list[Action | OpenIssue]:
    return [*minutes.all(Action), *minutes.all(OpenIssue)]


def _items(minutes: Minutes, back: int) -> list[Carried]:
    said: dict[str, list[Progress]] = {}
    for one in sorted(minutes.all(Progress), key=lambda p: p.at):
        said.setdefault(one.item, []).append(one)
    return [
        Carried(
            "上" * back + row.code, row, minutes.meeting, _owner(minutes, row), tuple(said.get(row.id, ()))
        )
        for row in _numbered(minutes)
        if not row.left_out
    ]


def _owner(minutes: Minutes, row: Action | OpenIssue) -> str:
    department, person = owner_ids(row)
    if isinstance(row, Action) and not (department or person):
        return owner_of_action(minutes, row)
    return minutes.department_name(department) + minutes.person_name(person)
