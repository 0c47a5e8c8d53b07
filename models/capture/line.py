"""The line being read: its words beside their folded twin, what of the meeting decides, what its clauses did."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from models.calendar import WorkCalendar
from models.capture.values import Parsed
from models.dates import Anchor
from models.roster import Named, Roster
from models.text import fold_lower

_DOUBT = re.compile(r"(?<!\s)\s*+[?？]{2,}")
_LEFT = " \u3000,;:、，；：\x00"
_RIGHT = " \u3000,;、，；：\x00"


@dataclass(frozen=True, slots=True)
class Words:
    """Part of a line; `raw` is what is kept, `low` what is looked at."""

    raw: str
    low: str

    @classmethod
    def of(cls, text: str) -> Words:
        """Words of a whole text, folded to half-width lower case beside the typed one."""
        return cls(text, fold_lower(text))

    def cut(self, start: int, end: int | None = None) -> Words:
        """The part between two positions."""
        return Words(self.raw[start:end], self.low[start:end])

    def strip(self) -> Words:
        """The words without spaces at either end."""
        start = len(self.low) - len(self.low.lstrip())
        return self.cut(start, len(self.low.rstrip()))

    def text(self) -> str:
        """What is kept of it: without the spaces and separators around it."""
        return trimmed(self.raw)

    def undoubted(self) -> tuple[Words, bool]:
        """The words without ?? signs, and whether one stood there (待核)."""
        if "??" not in self.low:
            return self, False
        return Words.of(_DOUBT.sub("", self.raw)), True

    def __bool__(self) -> bool:
        return bool(self.low)


def trimmed(raw: str) -> str:
    """A text without the spaces and separators around it; a full stop at its end stays."""
    return raw.lstrip(_LEFT).rstrip(_RIGHT)


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
    topic: str = ""
    """The number of its topic."""
    code: str = ""
    """What people call it by: A3; empty for an opinion and other kinds without number."""
    stance: str = ""
    """An opinion's stance."""


def _no_words(_number: str) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a line is read against; without a meeting the anchor is enough."""

    anchor: Anchor
    roster: Roster = field(default_factory=Roster)
    now: str | None = None
    """The time of day, HH:MM."""
    speaker: tuple[str | None, str | None] | None = None
    """Department and person whose opinion a plain line is."""
    asking: bool = False
    """Whether the last words were somebody's, and nobody knows whose: so is a plain line, then."""
    aside: tuple[str | None, str | None] | None = None
    """Who spoke before those words."""
    spoke: tuple[tuple[str | None, str | None], ...] = ()
    """Who spoke, the latest first, each once: for the order of completions."""
    topics: tuple[tuple[str, str], ...] = ()
    """Number and title, in the agenda's order."""
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The pinyin a title can be typed by, as far as it is worked out."""
    live: str | None = None
    """The live topic's number, the agenda's first where none is live yet."""
    begun: bool = True
    """Whether it is live."""
    facts_open: bool = True
    """Whether the meeting's facts are still taken: until the first entry stands under a topic."""
    codes: frozenset[str] = frozenset()
    """The numbers that exist: D1, A3, Q2."""
    disputes: tuple[Dispute, ...] = ()
    """Those of the live topic, in order of opening."""
    latest_kind: str | None = None
    """The kind of the latest entry."""
    latest_id: str | None = None
    """Its id."""
    latest_texts: tuple[Written, ...] | Callable[[], tuple[Written, ...]] = ()
    """What 更正 looks through, newest first."""
    unspoken: tuple[str, ...] = ()
    """Departments present that have not spoken on the live topic, without the recorder's own."""
    words_of: Callable[[str], Mapping[str, str]] = _no_words
    """What an item by its number says now, field by field (owner, due, status …); nothing of an unknown one."""
    previous_codes: frozenset[str] = frozenset()
    """The numbers of the previous meeting's items (A2, Q1; 上A2 two back); none where no previous meeting is known."""
    calendar: WorkCalendar | None = None
    choices: Mapping[str, Named] = field(default_factory=dict)
    """Which of several candidates a word shall mean; set while the other readings of a line are made."""

    def written(self) -> tuple[Written, ...]:
        """The entries that can still be corrected, newest first."""
        return self.latest_texts() if callable(self.latest_texts) else self.latest_texts

    @property
    def somebody_speaks(self) -> bool:
        """Whether plain words are somebody's, known or not."""
        return self.speaker is not None or self.asking


Items = tuple[Parsed, ...]
LONG = 1000
"""Characters; a longer line is text and no bare action: looking for a due in it would take long."""
HERE = "here"
"""What the disputes of the line being read share as their line."""


@dataclass(slots=True)
class Line:
    """What the clauses of one line share, and what they have done so far."""

    context: Context
    disputes: list[Dispute]
    """Those of the live topic as they stand now, those the line opened included."""
    opened: int = 0
    """How many disputes the line opened."""
    first: bool = True
    """Whether the clause is the line's first: facts and changes count only there."""
    owners: bool = False
    """Whether the clause before was an action whose owner stood before a colon (行动：周经理：…；郑工：…)."""
    rule: str = ""
    """Which rule of its family read the last clause."""

    @classmethod
    def of(cls, context: Context) -> Line:
        """A line at its beginning: nothing of it has been read."""
        return cls(context, list(context.disputes))

    def open_dispute(self, text: str) -> None:
        """Adds a dispute that the line opens; it is called #1, #2 … until it has an id."""
        self.opened += 1
        number = max((one.number for one in self.disputes), default=0) + 1
        self.disputes.append(Dispute(f"#{self.opened}", number, text, line=HERE))

    def settle_dispute(self, which: str | None, status: str = "settled") -> None:
        """Marks a dispute as no longer open."""
        self.disputes = [replace(one, status=status) if one.id == which else one for one in self.disputes]
