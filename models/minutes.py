"""One meeting with everything recorded in it, held in memory as tables of rows.

It is a projection of the store: `apply` takes row images, be they from a first load, a new line, an undo or another
window, so that everything that shows or exports a meeting reads it from here and from nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import attrgetter
from typing import Any, TypeVar, cast

from models.meeting import (
    ENTRIES,
    NUMBERED,
    TABLES,
    Action,
    Background,
    ChecklistItem,
    Confirmation,
    Cooperation,
    Department,
    Disagreement,
    Entry,
    Helper,
    Link,
    Material,
    Meeting,
    Note,
    Numbered,
    Objection,
    OpenIssue,
    Opinion,
    Party,
    Pause,
    Person,
    Point,
    Resolution,
    Row,
    Topic,
    TopicDepartment,
    TopicTime,
    Waiver,
    Written,
    WrittenSource,
)
from models.ordered import Ordered

_FEW = 100
"""More changes than this at once, and sorting anew is quicker."""

R = TypeVar("R", bound=Row)
L = TypeVar("L", bound=Link)
E = TypeVar("E", bound=Entry)
T = TypeVar("T")


class Minutes:
    """The rows of one meeting, in the orders in which people read them.

    Lists it gives are never changed afterwards: a change makes new ones.
    """

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._tables: dict[type[Row], dict[str, Row]] = {table: {} for table in TABLES}
        self._indexes: dict[str, Ordered[Any]] = {}
        self._kinds: dict[str, tuple[type[Row], ...]] = {}
        self.revision = 0
        """The id of the last change of the store that is applied here."""
        self.apply(rows)

    def apply(self, rows: Iterable[Row], removed: Iterable[tuple[type[Row], str]] = ()) -> None:
        """Applies changes: new and changed rows take their places, removed ones go."""
        changes: list[tuple[type[Row], str, Row | None]] = [(kind, row_id, None) for kind, row_id in removed]
        changes += [(type(row), row.id, row) for row in rows]
        if len(changes) > _FEW:
            self._indexes.clear()
        for kind, row_id, row in changes:
            self._put(kind, row_id, row)

    def become(self, other: Minutes) -> None:
        """Replaces all rows by those of another reading of the same meeting."""
        self._tables, self.revision = other._tables, other.revision
        self._indexes.clear()

    def _put(self, kind: type[Row], row_id: str, row: Row | None) -> None:
        before = self._tables[kind].pop(row_id, None)
        if row is not None:
            self._tables[kind][row_id] = row
        for key, index in self._indexes.items():
            if kind in self._kinds[key]:
                if before is not None:
                    index.take(before)
                if row is not None:
                    index.put(row)

    # -- rows -------------------------------------------------------------------------------------------------

    def get(self, kind: type[R], row_id: str | None) -> R | None:
        """The row with this id, if it is (still) there."""
        return cast("R | None", self._tables[kind].get(row_id or ""))

    def all(self, kind: type[R]) -> list[R]:
        """All rows of a kind, entries and people in their order."""
        return self._indexed(f"all {kind.table}", (kind,), _everything, None)

    def entry(self, row_id: str | None) -> Entry | None:
        """The entry with this id, of whatever kind."""
        for kind in ENTRIES:
            if found := self._tables[kind].get(row_id or ""):
                return cast(Entry, found)
        return None

    def row(self, row_id: str) -> Row | None:
        """The row with this id, of whatever table."""
        return next((found for table in self._tables.values() if (found := table.get(row_id))), None)

    @property
    def has_entries(self) -> bool:
        """Whether there are entries under any topic yet; the recorder's own notes do not count."""
        return any(self._tables[kind] for kind in ENTRIES if not kind.private)

    def _indexed(
        self, key: str, kinds: Sequence[type[R]], group: Callable[[Any], Hashable], wanted: Hashable
    ) -> list[R]:
        """The rows of these kinds that fall into the wanted group; the index is made once and then kept."""
        if key not in self._indexes:
            rows = (row for kind in kinds for row in self._tables[kind].values())
            self._indexes[key] = Ordered(rows, group, _order)
            self._kinds[key] = tuple(kinds)
        return self._indexes[key].get(wanted)

    def _by(self, column: str, kind: type[R], wanted: str | None) -> list[R]:
        return self._indexed(f"{kind.table} by {column}", (kind,), attrgetter(column), wanted)

    # -- the meeting itself -----------------------------------------------------------------------------------

    @property
    def meeting(self) -> Meeting:
        """The meeting's own row."""
        return next(iter(self.all(Meeting)))

    @property
    def materials(self) -> list[Material]:
        """The materials, in order."""
        return self.all(Material)

    @property
    def checklist(self) -> list[ChecklistItem]:
        """The checklist of preparations, in order."""
        return self.all(ChecklistItem)

    @property
    def confirmations(self) -> list[Confirmation]:
        """The recap pages that were confirmed."""
        return self.all(Confirmation)

    @property
    def waivers(self) -> list[Waiver]:
        """The findings that were waived."""
        return self.all(Waiver)

    @property
    def pauses(self) -> list[Pause]:
        """The breaks."""
        return self.all(Pause)

    # -- who ---------------------------------------------------------------------------------------------------

    @property
    def departments(self) -> list[Department]:
        """The departments by number."""
        return self.all(Department)

    def department(self, department_id: str | None) -> Department | None:
        """The department with this id."""
        return self.get(Department, department_id)

    def department_name(self, department_id: str | None) -> str:
        """Its name, or nothing."""
        found = self.department(department_id)
        return found.name if found else ""

    def person(self, person_id: str | None) -> Person | None:
        """The person with this id."""
        return self.get(Person, person_id)

    def person_name(self, person_id: str | None) -> str:
        """The name, or nothing."""
        found = self.person(person_id)
        return found.name if found else ""

    def people(self, department_id: str | None) -> list[Person]:
        """The people of a department by number; None asks for the guests."""
        return self._by("department_id", Person, department_id)

    @property
    def guests(self) -> list[Person]:
        """The people without a department."""
        return self.people(None)

    @property
    def expected(self) -> int:
        """应到: everybody on the list but observers and guests."""
        return sum(p.role == "attendee" for p in self.all(Person))

    @property
    def attending(self) -> int:
        """实到: those of them who came, late and early leavers included."""
        return sum(
            p.role == "attendee" and p.attendance in ("present", "late", "left") for p in self.all(Person)
        )

    # -- topics and what stands under them --------------------------------------------------------------------

    @property
    def topics(self) -> list[Topic]:
        """The topics in the order of the agenda."""
        return self.all(Topic)

    def topic(self, topic_id: str | None) -> Topic | None:
        """The topic with this id."""
        return self.get(Topic, topic_id)

    @property
    def live_topic(self) -> Topic | None:
        """The topic under discussion."""
        return self.topic(self.meeting.live_topic_id)

    def entries(self, kind: type[E], topic_id: str) -> list[E]:
        """The entries of one kind under a topic, in the order of typing."""
        return self._by("topic_id", kind, topic_id)

    def holding(self, kind: type[E]) -> list[E]:
        """The entries of one kind that count: not left out, not cancelled, not superseded."""
        return [entry for entry in self.all(kind) if entry.holds]

    def topic_entries(self, topic_id: str) -> list[Entry]:
        """Everything under a topic, in the order of typing."""
        return self._indexed("entries by topic", ENTRIES, attrgetter("topic_id"), topic_id)

    @property
    def all_entries(self) -> list[Entry]:
        """Every entry of the meeting, in the order of typing."""
        return self._indexed("entries", ENTRIES, _everything, None)

    @property
    def latest_entry(self) -> Entry | None:
        """The entry typed last."""
        return self.all_entries[-1] if self.all_entries else None

    def backgrounds(self, topic_id: str) -> list[Background]:
        """The background of a topic."""
        return self.entries(Background, topic_id)

    def points(self, topic_id: str) -> list[Point]:
        """The discussion points of a topic."""
        return self.entries(Point, topic_id)

    def opinions(self, topic_id: str) -> list[Opinion]:
        """The opinions of a topic in the order of typing."""
        return self.entries(Opinion, topic_id)

    def opinions_by_department(self, topic_id: str) -> list[tuple[Department | None, list[Opinion]]]:
        """The opinions of a topic by department, the departments by number, those of nobody last."""
        opinions = self.opinions(topic_id)
        groups = [(d, [o for o in opinions if o.department_id == d.id]) for d in self.departments]
        found: list[tuple[Department | None, list[Opinion]]] = [(d, os) for d, os in groups if os]
        if nobodys := [o for o in opinions if o.department_id is None]:
            found.append((None, nobodys))
        return found

    def disagreements(self, topic_id: str) -> list[Disagreement]:
        """The disputes and consensus of a topic."""
        return self.entries(Disagreement, topic_id)

    def resolutions(self, topic_id: str) -> list[Resolution]:
        """The resolutions of a topic."""
        return self.entries(Resolution, topic_id)

    def actions(self, topic_id: str) -> list[Action]:
        """The actions of a topic."""
        return self.entries(Action, topic_id)

    def open_issues(self, topic_id: str) -> list[OpenIssue]:
        """The open issues of a topic."""
        return self.entries(OpenIssue, topic_id)

    def notes(self, topic_id: str) -> list[Note]:
        """The recorder's notes under a topic."""
        return self.entries(Note, topic_id)

    def has_spoken(self, topic_id: str, department_id: str) -> bool:
        """Whether a department has given an opinion on a topic."""
        group = attrgetter("topic_id", "department_id")
        wanted = (topic_id, department_id)
        return bool(self._indexed("opinions by topic and department", (Opinion,), group, wanted))

    def written(self, topic_id: str) -> list[Written]:
        """The sentences written for a topic; `models.polish` says which entries they stand for, and where."""
        return self._by("topic_id", Written, topic_id)

    def sources(self, written_id: str) -> list[WrittenSource]:
        """The sources of a written sentence: the entries it stands for."""
        return self._by("written_id", WrittenSource, written_id)

    def objections(self, topic_id: str) -> list[Objection]:
        """The objections under a topic."""
        return self._by("topic_id", Objection, topic_id)

    def parties(self, disagreement_id: str) -> list[Department]:
        """The departments of a disagreement, by number."""
        return self._departments(Party, disagreement_id)

    def cooperating(self, action_id: str) -> list[Department]:
        """The departments that help with an action, by number."""
        return self._departments(Cooperation, action_id)

    def helpers(self, action_id: str) -> list[Person]:
        """The people who help with an action, by the numbers of their departments and their own."""
        return [one for one in self.linked(Helper, action_id) if isinstance(one, Person)]

    def concerned(self, topic_id: str) -> list[Department]:
        """The departments a topic concerns, by number."""
        return self._departments(TopicDepartment, topic_id)

    def links(self, kind: type[L], row_id: str) -> list[L]:
        """The rows that tie departments or people to a disagreement, an action or a topic."""
        return self._by(kind.owner, kind, row_id)

    def linked(self, link: type[Link], row_id: str) -> list[Department | Person]:
        """The departments or people such rows tie to it, by number."""
        found = (self.get(link.of, row.tied_id) for row in self.links(link, row_id))
        return sorted((one for one in found if one), key=self._place)

    def _departments(self, link: type[Link], row_id: str) -> list[Department]:
        return [one for one in self.linked(link, row_id) if isinstance(one, Department)]

    def _place(self, one: Department | Person) -> tuple[int, int]:
        """The number of a department, or that of a person's department and the person's own."""
        if isinstance(one, Department):
            return one.number, 0
        home = self.department(one.department_id)
        return home.number if home else 0, one.number

    def conditions(self, resolution_id: str) -> list[Action]:
        """The actions a resolution depends on."""
        return self._by("condition_of", Action, resolution_id)

    def superseded(self, resolution_id: str) -> list[Resolution]:
        """The resolutions in whose place this one stands."""
        return self._by("superseded_by", Resolution, resolution_id)

    def topic_times(self, topic_id: str) -> list[TopicTime]:
        """The stretches of time in which a topic was live."""
        return self._by("topic_id", TopicTime, topic_id)

    def numbered(self, code: str) -> Numbered | None:
        """The resolution, action or open issue with a number such as D1, A3 or Q2."""
        kind = next((kind for kind in NUMBERED if kind.letter == code[:1].upper()), None)
        rows = self._by("code", kind, code.upper()) if kind else []
        return rows[0] if rows else None


def _everything(_row: Row) -> None:
    """The group of an index that has only one."""


def _order(row: Row) -> tuple[Any, ...]:
    """Rows sort by what orders them: seq, then number, then when they began; ids keep the rest stable."""
    if isinstance(row, Department):
        return (row.number, row.id)
    if isinstance(row, Person):
        return (row.department_id or "", row.number, row.id)
    if isinstance(row, TopicTime | Pause):
        return (row.began_at, row.id)
    return (getattr(row, "seq", 0), row.id)
