"""What of the meeting decides how a line is read: a plain value, made once per change and not per key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from models.calendar import WorkCalendar
from models.dates import Anchor
from models.roster import Named, Roster


@dataclass(frozen=True, slots=True)
class Dispute:
    """A disagreement of the live topic; `number` counts from 1 in the order of opening."""

    id: str
    number: int
    text: str
    status: str = "open"
    line: str | int | None = None
    """What the disputes opened by one line share (its step or line); None where that is not known."""


@dataclass(frozen=True, slots=True)
class Written:
    """An entry whose words 更正 may replace: its id, kind and words."""

    id: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a line is read against; without a meeting the anchor is enough."""

    anchor: Anchor
    roster: Roster = field(default_factory=Roster)
    now: str | None = None
    """The time of day, HH:MM."""
    speaker: tuple[str | None, str | None] | None = None
    """Department and person whose opinion a plain line is."""
    spoke: tuple[tuple[str | None, str | None], ...] = ()
    """Who spoke, the latest first, each once: for the order of completions."""
    topics: tuple[tuple[str, str], ...] = ()
    """Number and title, in the agenda's order."""
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The pinyin a title can be typed by, as far as it is worked out."""
    live: str | None = None
    """The live topic's number."""
    facts_open: bool = True
    """Whether the meeting's facts are still taken: until the first entry stands under a topic."""
    codes: frozenset[str] = frozenset()
    """The numbers that exist: D1, A3, Q2."""
    disputes: tuple[Dispute, ...] = ()
    """Those of the live topic, in order of opening."""
    latest_kind: str | None = None
    """The kind of the latest entry."""
    latest_texts: tuple[Written, ...] | Callable[[], tuple[Written, ...]] = ()
    """What 更正 looks through, newest first."""
    unspoken: tuple[str, ...] = ()
    """Departments present that have not spoken on the live topic, without the recorder's own."""
    previous_codes: frozenset[str] = frozenset()
    """The numbers of the previous meeting's items (A2, Q1; 上A2 two back); none where no previous meeting is known."""
    calendar: WorkCalendar | None = None
    choices: Mapping[str, Named] = field(default_factory=dict)
    """Which of several candidates a word shall mean; set while the other readings of a line are made."""

    def written(self) -> tuple[Written, ...]:
        """The entries that can still be corrected, newest first."""
        return self.latest_texts() if callable(self.latest_texts) else self.latest_texts
