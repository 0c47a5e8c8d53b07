"""What a meeting is made of: one plain dataclass for each table of the store.

A row refers to others by id. Times are local, without zone or seconds ("2026-09-16T14:05"), dates ISO; "" is an
absent text and None an absent reference, date or figure. Rows never change in place: a change is a new row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, ClassVar

from models.ids import new_id as new_id  # noqa: PLC0414 - so that it may be imported from here

_VALUES: dict[type, Callable[[Row], tuple[Any, ...]]] = {}
"""What gives the values of a row of a class, made with the first one that is compared."""


# `eq` and `repr` are written once, in `Row`: generated for each table they take as long to load as all the rest here,
# before the first frame of a meeting.


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Row:
    """One row of one table; `meeting_id` says to which meeting it belongs."""

    table: ClassVar[str]
    id: str
    meeting_id: str

    def __eq__(self, other: object) -> bool:
        kind = type(self)
        if type(other) is not kind:
            return NotImplemented
        values = _VALUES.get(kind) or _VALUES.setdefault(kind, attrgetter(*_columns(self)))
        return values(self) == values(other)

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in _columns(self))
        return f"{type(self).__qualname__}({said})"


def _columns(row: Row) -> list[str]:
    return [field.name for field in fields(row)]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Meeting(Row):
    """The meeting itself: its facts and where its recording stands; `meeting_id` is its own id."""

    table: ClassVar[str] = "meeting"
    name: str = ""
    scenario: str = ""
    theme: str = ""
    goal: str = ""
    sponsor: str = ""
    starts_at: str | None = None
    ends_at: str | None = None
    place: str = ""
    online: str = ""
    host: str = ""
    """As written: 市场部王总监."""
    recorder: str = ""
    document_number: str = ""
    """编号: what the office files it under."""
    copies: str = ""
    """抄送: who gets a copy."""
    signed_by: str = ""
    """签发: who lets it go out."""
    issuer: str = ""
    """发文: in whose name it goes out."""
    status: str = "draft"
    next_at: str | None = None
    next_place: str = ""
    previous_meeting_id: str | None = None
    """The meeting whose actions come back in this one (上A2…)."""
    adjourned_at: str | None = None
    """When the meeting really ended (散会)."""
    recapped_at: str | None = None
    numbered_at: str | None = None
    """When its numbers became consecutive, with seconds; None while they have not."""
    gaps_kept: bool = False
    """Whether the gaps in its numbers are to stay."""
    closed_at: str | None = None
    closed_by: str = ""
    live_topic_id: str | None = None
    speaker_department_id: str | None = None
    speaker_person_id: str | None = None
    speaker_asks: bool = False
    """Whether somebody else has spoken since, and nobody knows who: the speaker is set aside."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Material(Row):
    """A document to be read before the meeting."""

    table: ClassVar[str] = "material"
    seq: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ChecklistItem(Row):
    """A preparation to be ticked off: room, projector, sign-in sheet."""

    table: ClassVar[str] = "checklist_item"
    seq: int
    text: str
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Department(Row):
    """A department in the meeting; its number is its place in the list and never changes once shown."""

    table: ClassVar[str] = "department"
    number: int
    name: str
    aliases: str = ""
    """Other names, with 、 between them."""
    company_order: int | None = None
    """Its place in the company's list, which documents go by; None where the company is not known."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Person(Row):
    """A person in the meeting's list; one without a department is a guest."""

    table: ClassVar[str] = "person"
    department_id: str | None = None
    number: int
    """The place in the department (4.2 is the second person of department 4), or among the guests."""
    name: str
    """As spoken and written in the minutes: 李经理."""
    full_name: str = ""
    title: str = ""
    head: bool = False
    role: str = "attendee"
    attendance: str = "unknown"
    reason: str = ""
    proxy: str = ""
    """Who stands in, on the absent person."""
    arrived_at: str | None = None
    left_at: str | None = None
    company_order: int | None = None
    """The place in the company's list of the department's people."""
    changed_at: str | None = None
    """The last change after the attendance was confirmed; None if there was none."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Topic(Row):
    """One topic of the agenda or one that came up."""

    table: ClassVar[str] = "topic"
    seq: int
    """The order on the agenda."""
    number: str
    """1.1, 1.2 …"""
    title: str = ""
    minutes: int | None = None
    expected: str = ""
    presenter: str = ""
    head_count: int | None = None
    outcome: str | None = None
    no_dispute: bool = False
    """Whether somebody said that nothing is disputed; a dispute clears it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Link(Row):
    """A department or person tied to another row."""

    owner: ClassVar[str]
    """The column with the id of that row."""
    of: ClassVar[type[Department] | type[Person]]
    """What is tied to it."""

    @property
    def tied_id(self) -> str:
        """The id of the department or person."""
        return str(getattr(self, f"{self.of.table}_id"))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class DepartmentLink(Link):
    """A department tied to another row."""

    of: ClassVar[type[Department] | type[Person]] = Department
    department_id: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class TopicDepartment(DepartmentLink):
    """A department the topic concerns."""

    table: ClassVar[str] = "topic_department"
    owner: ClassVar[str] = "topic_id"
    topic_id: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class TopicTime(Row):
    """A stretch of time in which a topic was live."""

    table: ClassVar[str] = "topic_time"
    topic_id: str
    began_at: str
    ended_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Pause(Row):
    """A break of the meeting."""

    table: ClassVar[str] = "pause"
    began_at: str
    minutes: int | None = None
    ended_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Entry(Row):
    """An entry under a topic: the columns that all kinds share."""

    private: ClassVar[bool] = False
    """For the recorder alone: no rule looks at it, and no page or document tells it unasked."""
    topic_id: str
    seq: int
    """The order of typing over all kinds in the meeting."""
    at: str | None = None
    changed_at: str | None = None
    """The last change after it was written; None if there was none."""
    doubt: bool = False
    left_out: bool = False
    """Not for the minutes (不入纪要)."""
    candidates: str = ""
    """Names one word fitted and none was taken, with 、 between them."""
    line_id: str | None = None
    """The typed line it came from."""

    @property
    def code(self) -> str:
        """The number people call it by: A3, D1, Q2; empty for a kind that has none."""
        return ""

    @property
    def holds(self) -> bool:
        """Whether it counts: not left out of the minutes, not cancelled, not superseded."""
        return not self.left_out

    @property
    def told(self) -> bool:
        """Whether the minutes tell it: it counts and is not private."""
        return self.holds and not self.private


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Numbered(Entry):
    """An entry with a number of its own over the whole meeting."""

    letter: ClassVar[str]
    """What its numbers begin with."""
    number: int

    @property
    def code(self) -> str:
        """The letter and the number: D1, A3, Q2."""
        return f"{self.letter}{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Background(Entry):
    """Background of a topic: why it is discussed."""

    table: ClassVar[str] = "background"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Point(Entry):
    """A discussion point of nobody in particular."""

    table: ClassVar[str] = "point"
    text: str
    asks: str = ""
    """who: it is somebody's, and nobody knows whose."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Opinion(Entry):
    """An opinion of a department, perhaps through a person, with its stance."""

    table: ClassVar[str] = "opinion"
    department_id: str | None = None
    person_id: str | None = None
    stance: str = "none"
    text: str
    asks: str = ""
    """who: nobody knows who said it."""
    said_as: str = ""
    """What a chat calls whoever said it, where nobody here is called so."""
    carried: bool = False
    """Whether it is the department's only because nobody else was named since it spoke."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Disagreement(Entry):
    """A dispute and what became of it; a consensus without dispute has an empty dispute."""

    table: ClassVar[str] = "disagreement"
    dispute: str = ""
    consensus: str = ""
    status: str = "open"
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Party(DepartmentLink):
    """A department on one side of a disagreement."""

    table: ClassVar[str] = "party"
    owner: ClassVar[str] = "disagreement_id"
    disagreement_id: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Resolution(Numbered):
    """A resolution: what was decided, who carries it out, from when."""

    table: ClassVar[str] = "resolution"
    letter: ClassVar[str] = "D"
    text: str
    executing_department_id: str | None = None
    effective_text: str = ""
    effective: str | None = None
    vote: str = ""
    superseded_by: str | None = None
    """The resolution that took its place."""

    @property
    def holds(self) -> bool:
        """Whether it counts: not left out, not superseded."""
        return not self.left_out and not self.superseded_by


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Action(Numbered):
    """An action: who does what by when."""

    table: ClassVar[str] = "action"
    letter: ClassVar[str] = "A"
    task: str
    owner_department_id: str | None = None
    owner_id: str | None = None
    cooperating_none: bool = False
    """Whether somebody said that nobody helps; whoever does clears it."""
    for_all: bool = False
    """Whether every department that is there shall do it (各部门), as long as no owner is named."""
    due_text: str = ""
    due: str | None = None
    due_flags: str = ""
    """What is to be known about the due date (非工作日 …), with 、 between."""
    due_by_hand: bool = False
    """Set as a date, not by words: does not follow the meeting's date."""
    status: str = "open"
    condition_of: str | None = None
    """The resolution this action is a condition of."""

    @property
    def holds(self) -> bool:
        """Whether it counts: not left out, not cancelled."""
        return not self.left_out and self.status != "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Cooperation(DepartmentLink):
    """A department that helps with an action."""

    table: ClassVar[str] = "cooperation"
    owner: ClassVar[str] = "action_id"
    action_id: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Helper(Link):
    """A person who helps with an action."""

    table: ClassVar[str] = "helper"
    owner: ClassVar[str] = "action_id"
    of: ClassVar[type[Department] | type[Person]] = Person
    action_id: str
    person_id: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class OpenIssue(Numbered):
    """An open issue: what stays open, who leads it and when it comes back."""

    table: ClassVar[str] = "open_issue"
    letter: ClassVar[str] = "Q"
    text: str
    lead_department_id: str | None = None
    lead_id: str | None = None
    handling: str = ""
    revisit_text: str = ""
    revisit: str | None = None
    settled_at: str | None = None
    """When a later meeting said that it is settled."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Note(Entry):
    """A note for the recorder alone; not exported unless asked."""

    table: ClassVar[str] = "note"
    private: ClassVar[bool] = True
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Written(Row):
    """A sentence of the written minutes, in place of the entries it stands for (see WrittenSource), else a point."""

    table: ClassVar[str] = "written"
    topic_id: str
    seq: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class WrittenSource(Row):
    """One of the entries a written sentence stands for, and what that said when the sentence was written."""

    table: ClassVar[str] = "written_source"
    written_id: str
    item: str
    """The id of the entry."""
    part: str = ""
    """dispute, consensus or reason of a disagreement; other entries have one text only."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Objection(Row):
    """An objection to an item, raised at the recap."""

    table: ClassVar[str] = "objection"
    topic_id: str | None = None
    item: str
    """The id of the entry it is about."""
    by: str
    text: str
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Confirmation(Row):
    """A recap page that was confirmed: attendance, a topic's id, or open (what is still open)."""

    table: ClassVar[str] = "confirmation"
    page: str
    at: str
    by: str = ""
    head_count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Waiver(Row):
    """A finding that was waived: known and let stand."""

    table: ClassVar[str] = "waiver"
    rule: str
    item: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Progress(Row):
    """Progress a later meeting reported on an action or open issue; the newest stands in the item itself."""

    table: ClassVar[str] = "progress"
    item: str
    """The id of the action or open issue."""
    said_in: str
    """The id of the meeting that said it."""
    at: str
    text: str
    """The reason, or what else was said."""
    status: str = ""
    due_before: str | None = None
    due: str | None = None
    """The new date; the same as before where only the state changed."""


ENTRIES: tuple[type[Entry], ...] = (
    Background,
    Point,
    Opinion,
    Disagreement,
    Resolution,
    Action,
    OpenIssue,
    Note,
)
"""The kinds of entry a topic holds, in the order of the document; `models.kinds` states the facts about each."""

NUMBERED: tuple[type[Numbered], ...] = tuple(kind for kind in ENTRIES if issubclass(kind, Numbered))
"""The kinds whose entries have numbers."""

TABLES: tuple[type[Row], ...] = (
    Meeting,
    Material,
    ChecklistItem,
    Department,
    Person,
    Topic,
    TopicDepartment,
    TopicTime,
    Pause,
    *ENTRIES,
    Party,
    Cooperation,
    Helper,
    Written,
    WrittenSource,
    Objection,
    Confirmation,
    Waiver,
    Progress,
)
"""Every table whose rows belong to a meeting and take part in undo, parents before children."""
