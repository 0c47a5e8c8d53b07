"""What a reader of the lines knows at each of them: who was named, who speaks, which topics and disputes there are.

The file is read from its first line on, and what a line means depends on those before it. Each line that is written is
therefore read here as the import reads it, so that the next is proved against what the import will know by then.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from copy import copy
from dataclasses import replace

from models.capture import Context, Dispute, Parsed, parse
from models.capture.named.written_names import written_name
from models.capture.values import (
    ActionLine,
    AttendanceLine,
    ConsensusLine,
    DeferredLine,
    DisputeLine,
    FactLine,
    NoteLine,
    OpenIssueLine,
    OpinionLine,
    PointLine,
    ResolutionLine,
    TopicLine,
)
from models.dates import Anchor
from models.entry_values import LINES
from models.meeting import Disagreement, Numbered
from models.roster import Roster

_CODES = {line: kind.letter for kind, line in LINES.items() if issubclass(kind, Numbered)}
_ENTRIES = {
    **{line.kind: kind.table for kind, line in LINES.items()},
    ConsensusLine.kind: Disagreement.table,
    DeferredLine.kind: Disagreement.table,
}
"""What a kind of value is as an entry."""


class Place:
    """The place in the file that has been reached."""

    def __init__(self, anchor: Anchor) -> None:
        self.context = Context(anchor=anchor)
        self._people: dict[str | None, dict[str, str]] = {}
        """Attendance by name, by department; None are the guests."""
        self._called: list[str] = []
        """The departments the roll has called, whose order it sets."""
        self._disputes: dict[str, tuple[Dispute, ...]] = {}
        self._counts: Counter[str] = Counter()

    def take(self, items: Iterable[Parsed]) -> None:
        """Goes on behind a line that reads as these values."""
        self._counts["line"] += 1
        for item in items:
            for department, person in _named(item):
                self._join(department, person)
            if isinstance(item, FactLine):
                self._fact(item)
            elif isinstance(item, AttendanceLine):
                self._attend(item)
            elif isinstance(item, TopicLine):
                self._go_to(item)
            elif isinstance(item, NoteLine):
                self._live()
            elif item.kind in _ENTRIES:
                self._enter(item)

    def behind(self, line: str) -> Place:
        """The place that one more line would lead to; this one stays."""
        place = copy(self)
        place._people = {department: dict(people) for department, people in self._people.items()}
        place._called, place._disputes = list(self._called), dict(self._disputes)
        place._counts = self._counts.copy()
        place.take(parse(line, self.context))
        return place

    # -- who -------------------------------------------------------------------------------------------------------

    def _join(self, department: str | None, person: str | None) -> None:
        """A department or person named for the first time."""
        known = self._people.get(department)
        if (known is not None and person in (None, *known)) or (department is None and person is None):
            return
        self._people.setdefault(department, {})
        if person is not None:
            self._people[department][person] = "unknown"
        self._list_again()

    def _list_again(self) -> None:
        """The roster as it stands now."""
        first = [name for name in dict.fromkeys(self._called) if name in self._people]
        names = [*first, *(name for name in self._people if name is not None and name not in first)]
        people = [
            (department, number, name, "", "", (), attendance)
            for department, found in self._people.items()
            for number, (name, attendance) in enumerate(found.items(), 1)
        ]
        roster = Roster.build([(number, name, (), ()) for number, name in enumerate(names, 1)], people)
        self.context = replace(self.context, roster=roster)

    def _attend(self, item: AttendanceLine) -> None:
        self._join(item.department, item.name)
        for name in [item.name] if item.name else list(self._people.get(item.department, ())):
            self._people[item.department][name] = item.attendance or self._people[item.department][name]
        if item.roll and item.department and self.context.facts_open:
            self._called.append(item.department)
        self._list_again()

    def _fact(self, item: FactLine) -> None:
        """The time sets what dates count from; who leads and records joins the list."""
        if item.field == "time" and item.starts_at:
            start, end = _moment(item.starts_at), _moment(item.ends_at)
            self.context = replace(
                self.context, anchor=Anchor(start.date(), start, end) if start else self.context.anchor
            )
        elif item.field in ("host", "recorder"):
            found = written_name(item.value, self.context)
            if found is not None:
                self._join(found.department, found.person)

    # -- where -----------------------------------------------------------------------------------------------------

    def _go_to(self, item: TopicLine) -> None:
        topics = self.context.topics
        number = item.number
        if number is None and len(topics) == 1 and not topics[0][1] and self.context.facts_open:
            number, topics = topics[0][0], ((topics[0][0], item.title),)
        elif number is None:
            number = f"1.{len(topics) + 1}"
            topics = (*topics, (number, item.title))
        self._arrive(number, topics)

    def _arrive(self, number: str, topics: tuple[tuple[str, str], ...]) -> None:
        disputes = self._disputes.get(number, ())
        self.context = replace(self.context, topics=topics, live=number, speaker=None, disputes=disputes)

    def _live(self) -> str:
        """The topic that entries go to; one without a title where there is none."""
        if self.context.live is None:
            topics = self.context.topics or (("1.1", ""),)
            self._arrive(topics[0][0], topics)
        assert self.context.live is not None
        return self.context.live

    # -- what ------------------------------------------------------------------------------------------------------

    def _enter(self, item: Parsed) -> None:
        """An entry under the live topic."""
        self._live()
        speaker = self.context.speaker
        if isinstance(item, OpinionLine) and item.speaks:
            speaker = (item.department, item.person) if item.department or item.person else None
        elif isinstance(item, PointLine):
            speaker = None
        for one in (item, *(item.conditions if isinstance(item, ResolutionLine) else ())):
            self._number(one)
        self._dispute(item)
        self.context = replace(
            self.context, speaker=speaker, facts_open=False, latest_kind=_ENTRIES[item.kind]
        )

    def _number(self, item: Parsed) -> None:
        if letter := _CODES.get(type(item)):
            self._counts[letter] += 1
            code = f"{letter}{self._counts[letter]}"
            self.context = replace(self.context, codes=self.context.codes | {code})

    def _dispute(self, item: Parsed) -> None:
        disputes = list(self.context.disputes)
        if isinstance(item, DisputeLine):
            number = len(disputes) + 1
            key = f"{self.context.live}/{number}"
            disputes.append(Dispute(key, number, item.dispute, line=self._counts["line"]))
        elif isinstance(item, ConsensusLine | DeferredLine) and item.settles:
            settled = self._settled(item.settles)
            status = "settled" if isinstance(item, ConsensusLine) else "deferred"
            disputes = [replace(one, status=status) if one.id == settled else one for one in disputes]
        else:
            return
        self._disputes[self._live()] = tuple(disputes)
        self.context = replace(self.context, disputes=tuple(disputes))

    def _settled(self, settles: str) -> str:
        """The dispute meant; "#2" is the second that this line opened."""
        here = [one.id for one in self.context.disputes if one.line == self._counts["line"]]
        return here[int(settles[1:]) - 1] if settles.startswith("#") else settles


def _named(item: Parsed) -> Iterable[tuple[str | None, str | None]]:
    """Whom a value names, so that they join the meeting."""
    if isinstance(item, OpinionLine):
        yield item.department, item.person
    elif isinstance(item, ActionLine):
        yield item.owner_department, item.owner
        yield from ((name, None) for name in item.cooperating)
        yield from ((one.department, one.name) for one in item.helpers)
    elif isinstance(item, OpenIssueLine):
        yield item.lead_department, item.lead
    elif isinstance(item, ResolutionLine):
        yield item.executing_department, None
        for condition in item.conditions:
            yield from _named(condition)
    elif isinstance(item, DisputeLine):
        yield from ((name, None) for name in item.parties)


def _moment(value: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(value) if value else None
