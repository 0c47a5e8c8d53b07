"""The recap as data: attendance, a page for each topic, what is still open, closing, each with its findings.

Confirmations belong to pages, but an item that is written or changed afterwards is no longer confirmed, and the
attendance is not once somebody's has changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from models.calendar import WorkCalendar
from models.findings import Finding, Thresholds, Trigger, check
from models.findings.decisions import changed_after, issues_of
from models.i18n import _
from models.meeting import (
    Action,
    Confirmation,
    Disagreement,
    Entry,
    OpenIssue,
    Person,
    Topic,
)
from models.minutes import Minutes
from models.recap.items import Item, Items
from models.recap.read_aloud import READ_BACK, Reader
from models.wording import owner_of_action

ATTENDANCE, OPEN, CLOSING = "attendance", "open", "closing"
"""The pages beside the topics'; the closing page is never confirmed, the meeting is closed on it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the recap: attendance, a topic, what is still open, or the closing."""

    key: str
    title: str
    number: str
    """The number of its topic; empty where it is about none."""
    outcome: str
    """What the topic ended in; empty while that is open."""
    items: tuple[Item, ...]
    findings: tuple[Finding, ...]
    """All that is missing here, those of single items too."""
    confirmation: Confirmation | None
    changed: bool
    """Whether something changed since it was confirmed."""

    @property
    def confirmed(self) -> bool:
        """Whether everything on it stands as it was confirmed."""
        return self.confirmation is not None and not self.changed


@dataclass(frozen=True, slots=True)
class Recap:
    """The recap: its pages and all that is missing on them."""

    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]
    """What is missing anywhere, in the order of the pages; not that pages are unconfirmed, which their marks say."""

    @property
    def to_confirm(self) -> int:
        """How many pages there are to confirm."""
        return len(self.pages) - 1

    @property
    def confirmed(self) -> int:
        """How many of them are."""
        return sum(page.confirmed for page in self.pages)

    def page(self, key: str) -> int:
        """The place of a page; the first where there is none of this key."""
        return next((place for place, page in enumerate(self.pages) if page.key == key), 0)

    def first_open(self) -> int:
        """The first page not yet confirmed; the closing page where all are."""
        return next((n for n, page in enumerate(self.pages) if not page.confirmed), len(self.pages) - 1)


def recap(
    minutes: Minutes,
    thresholds: Thresholds | None = None,
    today: dt.date | None = None,
    calendar: WorkCalendar | None = None,
) -> Recap:
    """The recap of a meeting as it stands."""
    return _Walk(minutes, thresholds, today, calendar or WorkCalendar()).made()


class _Walk:
    """Puts rows, findings and confirmations of one meeting together into pages."""

    def __init__(
        self, minutes: Minutes, thresholds: Thresholds | None, today: dt.date | None, calendar: WorkCalendar
    ) -> None:
        self.minutes = minutes
        found = check(minutes, Trigger.CLOSE, thresholds, today, calendar)
        self.findings = [f for f in found if f.rule != "R18"]
        self.items = Items(minutes, Reader(minutes, calendar), self.findings)
        self.confirmations = {c.page: c for c in minutes.confirmations}

    def made(self) -> Recap:
        pages = [self._attendance(), *map(self._topic, self.minutes.topics), self._open()]
        closing = Page(CLOSING, _("Closing"), "", "", (), (), None, False)
        return Recap((*pages, closing), tuple(f for page in pages for f in page.findings))

    def _attendance(self) -> Page:
        confirmation = self.confirmations.get(ATTENDANCE)
        changed = confirmation is not None and any(
            person.changed_at and person.changed_at > confirmation.at for person in self.minutes.all(Person)
        )
        sure = confirmation is not None and not changed
        told = [p for p in self._people() if p.attendance != "present"]
        items = [
            self.items.head_count(sure),
            *self.items.present(sure),
            *(self.items.person(p, sure) for p in told),
        ]
        findings = tuple(f for f in self.findings if f.topic_id is None)
        return Page(ATTENDANCE, _("Attendance"), "", "", tuple(items), findings, confirmation, changed)

    def _people(self) -> list[Person]:
        groups = [self.minutes.people(d.id) for d in self.minutes.departments]
        return [p for group in [*groups, self.minutes.guests] for p in group]

    def _topic(self, topic: Topic) -> Page:
        entries = self.minutes.topic_entries(topic.id)
        findings = tuple(f for f in self.findings if f.topic_id == topic.id)
        title = topic.title or _("(no title yet)")
        return self._page(topic.id, title, entries, findings, topic.number, topic.outcome or "")

    def _open(self) -> Page:
        """The page of everything that is not settled, once more in one place."""
        entries = [e for e in self.minutes.all_entries if self._unsettled(e)]
        return self._page(OPEN, _("Still open"), entries)

    def _page(
        self,
        key: str,
        title: str,
        entries: list[Entry],
        findings: tuple[Finding, ...] = (),
        number: str = "",
        outcome: str = "",
    ) -> Page:
        confirmation = self.confirmations.get(key)
        told = [e for e in entries if isinstance(e, READ_BACK) or e.told]
        fresh = {e.id for e in told if confirmation and changed_after(e, confirmation.at)}
        items = tuple(
            self.items.entry(e, confirmation is not None and e.id not in fresh) for e in _read_out(entries)
        )
        return Page(key, title, number, outcome, items, findings, confirmation, bool(fresh))

    def _unsettled(self, entry: Entry) -> bool:
        if isinstance(entry, Disagreement):
            aside = entry.status == "deferred" and not issues_of(self.minutes, entry)
            return entry.status == "open" or aside
        if isinstance(entry, Action) and not (entry.due and owner_of_action(self.minutes, entry)):
            return True
        return isinstance(entry, OpenIssue) or entry.doubt or self.items.objected(entry.id)


def _read_out(entries: Iterable[Entry]) -> list[Entry]:
    """The entries of a topic that are read back: consensus, then what was decided, who does what, what is open."""
    kept = [e for e in entries if isinstance(e, READ_BACK) and e.holds]
    return sorted(kept, key=_place)


def _place(entry: Entry) -> tuple[int, int]:
    unsettled = isinstance(entry, Disagreement) and entry.status != "settled"
    return (len(READ_BACK) - 1 if unsettled else READ_BACK.index(type(entry)), entry.seq)
