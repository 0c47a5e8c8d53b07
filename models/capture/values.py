"""What a capture line can become: one plain value for each kind, its fields named as in the interchange format.

Departments and people stand here by name, as the meeting calls them where it knows them and as typed where it does
not; whoever applies a value to a meeting finds or creates them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, ClassVar, TypeVar


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person by name, with the department's where there is one."""

    department: str | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A value a line becomes: what every kind shares."""

    kind: ClassVar[str]
    doubt: bool = False
    candidates: tuple[str, ...] = ()
    """Names that one word fitted equally well, so that none was taken (市场部李经理、研发部李经理)."""
    missing: tuple[str, ...] = ()
    """Fields this kind should have and does not: owner_department, owner, due, executing_department, lead …"""
    topic: str | None = None
    """The number of the topic it goes to, where the line says so (1.1补：…); else the live one."""
    at: str | None = field(default=None, compare=False)
    """When it was said, where its line says so: 14:03, 2026-09-16 14:03, or +0:12:05 into a recording."""
    evidence: Mapping[str, str] = field(default_factory=dict, compare=False)
    """By its own field what it is known by: said, led, carried or paired; how it is known makes no other value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicLine(Parsed):
    """A topic opened or made live."""

    kind: ClassVar[str] = "topic"
    title: str
    minutes: int | None = None
    number: str | None = None
    """The topic of the agenda it is; None makes a new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackgroundLine(Parsed):
    """Background of the topic."""

    kind: ClassVar[str] = "background"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointLine(Parsed):
    """A discussion point."""

    kind: ClassVar[str] = "point"
    text: str
    asks: str | None = None
    """who: it is somebody's, and nobody knows whose (谁说的？)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionLine(Parsed):
    """An opinion; names no department where nobody's was certain."""

    kind: ClassVar[str] = "opinion"
    department: str | None = None
    person: str | None = None
    stance: str = "none"
    text: str = ""
    speaks: bool = True
    """Whether its department becomes the speaker (not so for 其他部门无意见)."""
    asks: str | None = None
    """who: somebody said it, and nobody knows who (谁说的？)."""
    said_as: str = ""
    """What a chat calls whoever said it, where nobody here is called so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeLine(Parsed):
    """A dispute."""

    kind: ClassVar[str] = "dispute"
    dispute: str
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsensusLine(Parsed):
    """A consensus and the dispute it settles; None stands alone."""

    kind: ClassVar[str] = "consensus"
    consensus: str
    settles: str | None = None
    """The id of the disagreement, or "#k" for the k-th dispute (from 1) opened by this same line."""
    about: str = field(default="", compare=False)
    """The words of that dispute, for the echo."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeferredLine(Parsed):
    """A dispute set aside, with the reason."""

    kind: ClassVar[str] = "deferred"
    reason: str
    settles: str | None = None
    about: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenIssueLine(Parsed):
    """An open issue."""

    kind: ClassVar[str] = "open_issue"
    text: str
    lead_department: str | None = None
    lead: str | None = None
    handling: str = ""
    revisit_text: str = ""
    revisit: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine(Parsed):
    """An action."""

    kind: ClassVar[str] = "action"
    task: str
    owner_department: str | None = None
    owner: str | None = None
    cooperating: tuple[str, ...] = ()
    helpers: tuple[Somebody, ...] = ()
    """The people who help; their departments stand among those that cooperate, but for the owner's own."""
    cooperating_none: bool = False
    """Whether it says that nobody helps."""
    due_text: str = ""
    due: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionLine(Parsed):
    """A resolution with its conditions, each of them an action."""

    kind: ClassVar[str] = "resolution"
    text: str
    executing_department: str | None = None
    effective_text: str = ""
    effective: str | None = None
    conditions: tuple[ActionLine, ...] = ()
    vote: str = field(default="", compare=False)
    """How a motion ended, where its own words say it (carried 7-1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotsLine(Parsed):
    """Labels alone: what the latest action (or open issue) lacks."""

    kind: ClassVar[str] = "slots"
    owner_department: str | None = None
    owner: str | None = None
    cooperating: tuple[str, ...] = ()
    helpers: tuple[Somebody, ...] = ()
    cooperating_none: bool = False
    """Whether it says that nobody helps."""
    due_text: str = ""
    due: str | None = None
    flags: tuple[str, ...] = ()
    handling: str = ""
    """With revisit_text: what the latest open issue lacks."""
    revisit_text: str = ""
    revisit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertLine(Parsed):
    """An empty 决议： or 行动：, which turns the latest entry into one."""

    kind: ClassVar[str] = "convert"
    into: str
    """resolution or action."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine(Parsed):
    """A change to an item by its number; None leaves a field as it is."""

    kind: ClassVar[str] = "change"
    target: str
    """D1, A3, Q2; 上A2 is action A2 of the previous meeting. Empty: `entry` says which, or it asks (改哪条？)."""
    entry: str | None = None
    """The id of an entry that has no number, or that a correction found as the latest."""
    about: str = field(default="", compare=False)
    """The words of that entry, for the echo."""
    stance: str | None = None
    text: str | None = None
    owner_department: str | None = None
    owner: str | None = None
    cooperating: tuple[str, ...] | None = None
    helpers: tuple[Somebody, ...] | None = None
    executing_department: str | None = None
    due_text: str | None = None
    due: str | None = None
    flags: tuple[str, ...] = ()
    effective_text: str | None = None
    effective: str | None = None
    handling: str | None = None
    status: str | None = None
    reason: str = ""
    conditions: tuple[ActionLine, ...] = ()
    """Further conditions of a resolution."""
    retract: bool = False
    """撤销D1: taken back."""
    was: Mapping[str, str] = field(default_factory=dict, compare=False)
    """What the fields it changes said before, in words: text, owner, cooperating, due, status …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceLine(Parsed):
    """One person's (or, without a name, one department's) attendance; None leaves a field as it is."""

    kind: ClassVar[str] = "attendance"
    department: str | None = None
    name: str | None = None
    attendance: str | None = None
    role: str | None = None
    reason: str | None = None
    proxy: str | None = None
    arrived_at: str | None = None
    """HH:MM; empty where somebody late is still awaited."""
    left_at: str | None = None
    """HH:MM"""
    roll: bool = False
    """From an 出席 line, which sets the order of the departments before the first entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakLine(Parsed):
    """A break, its end, or the meeting's end."""

    kind: ClassVar[str] = "break"
    what: str
    """start, end or adjourn."""
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteLine(Parsed):
    """The vote of the latest resolution."""

    kind: ClassVar[str] = "vote"
    vote: str
    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeLine(Parsed):
    """What the topic ended in."""

    kind: ClassVar[str] = "outcome"
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextLine(Parsed):
    """The next meeting."""

    kind: ClassVar[str] = "next"
    next_at: str | None = None
    next_place: str | None = None
    text: str = ""
    """The words as typed, kept as a note where no time was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkLine(Parsed):
    """That there is none of something, as somebody said (争议：无)."""

    kind: ClassVar[str] = "mark"
    field: str
    """What there is none of: no_dispute of the topic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLine(Parsed):
    """A note."""

    kind: ClassVar[str] = "note"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine(Parsed):
    """A fact of the meeting itself."""

    kind: ClassVar[str] = "fact"
    field: str
    """The family of its marker: name, theme, goal, sponsor, scenario, time, place, host, recorder, material, or one of
    an office file: document_number, copies, signed_by, issuer."""
    value: str
    starts_at: str | None = None
    """With field time: the start; with field time also `ends_at`."""
    ends_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContinuationLine(Parsed):
    """More of the last entry."""

    kind: ClassVar[str] = "continuation"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplacementLine(Parsed):
    """Old words replaced by new ones in the latest entry that holds them."""

    kind: ClassVar[str] = "replacement"
    old: str
    new: str
    found_in: str | None = None
    """The id of that entry; None is a miss."""
    preview: str = ""
    """What its text will be."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a whole line: its values in order."""

    items: tuple[Parsed, ...]


_P = TypeVar("_P", bound=Parsed)


def known_by(item: _P, how: str, *names: str) -> _P:
    """The value with these of its fields, as far as they say something, known in one way (said, led …)."""
    filled = {name: how for name in names if getattr(item, name) not in (None, "", (), "none")}
    return replace(item, evidence={**item.evidence, **filled}) if filled else item


_INNER = frozenset({"speaks", "roll", "about"})
"""Fields that say what the recorder does with a value, not what was said."""
_RARE = frozenset({"topic", "at", "said_as", "cooperating_none"})
"""Fields that stand there only where a line says them."""


def to_json(item: Parsed) -> dict[str, Any]:
    """The value with its kind, field names as in the interchange format; tuples as lists, absent words as None."""
    made: dict[str, Any] = {"kind": item.kind}
    for one in fields(item):
        value = getattr(item, one.name)
        if one.name in (*_INNER, "evidence") or (one.name in _RARE and not value):
            continue
        if one.name == "was":
            if value:
                made["was"] = dict(value)
            continue
        if isinstance(value, tuple):
            value = [_part(part) for part in value]
        made[one.name] = None if value == "" else value
    return {**made, "evidence": dict(item.evidence)}


def _part(part: Any) -> Any:
    """One of several values of a field: people by name, a condition as what it is."""
    if isinstance(part, Somebody):
        return part.name
    return to_json(part) if isinstance(part, Parsed) else part
