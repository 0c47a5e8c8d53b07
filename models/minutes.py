"""One meeting with everything recorded in it, held in memory as tables of rows.

It is a projection of the store: `apply` takes row images, be they from a first load, a new line, an undo or another
window, so that everything that shows or exports a meeting reads it from here and from nowhere else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

from models.meeting import (
    ENTRIES,
    TABLES,
    Action,
    Background,
    ChecklistItem,
    Confirmation,
    Cooperation,
    Department,
    Disagreement,
    Entry,
    Material,
    Meeting,
    Note,
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
)

R = TypeVar("R", bound=Row)
E = TypeVar("E", bound=Entry)
T = TypeVar("T")


class Minutes:
    """The rows of one meeting, in the orders in which people read them."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._tables: dict[type[Row], dict[str, Row]] = {table: {} for table in TABLES}
        self._cache: dict[object, object] = {}
        self.revision = 0
        """The last change of the store that stands in here."""
        self.apply(rows)

    def apply(self, rows: Iterable[Row], removed: Iterable[tuple[type[Row], str]] = ()) -> None:
        """Puts new or changed rows in their places and takes removed ones out."""
        for table, row_id in removed:
            self._tables[table].pop(row_id, None)
        for row in rows:
            self._tables[type(row)][row.id] = row
        self._cache.clear()

    # -- rows -------------------------------------------------------------------------------------------------

    def get(self, kind: type[R], row_id: str | None) -> R | None:
        """The row with this id, if it is (still) there."""
        return cast("R | None", self._tables[kind].get(row_id or ""))

    def all(self, kind: type[R]) -> list[R]:
        """All rows of a kind, entries and people in their order."""
        return self._cached(("all", kind), lambda: self._sorted(kind))

    def entry(self, row_id: str | None) -> Entry | None:
        """The entry with this id, of whatever kind."""
        for kind in ENTRIES:
            if found := self._tables[kind].get(row_id or ""):
                return cast(Entry, found)
        return None

    def _sorted(self, kind: type[R]) -> list[R]:
        rows = cast("list[R]", list(self._tables[kind].values()))
        return sorted(rows, key=_order)

    def _cached(self, key: object, make: Callable[[], T]) -> T:
        if key not in self._cache:
            self._cache[key] = make()
        return cast("T", self._cache[key])

    def _of_topic(self, kind: type[E]) -> dict[str, list[E]]:
        def group() -> dict[str, list[E]]:
            found: dict[str, list[E]] = defaultdict(list)
            for row in self.all(kind):
                found[row.topic_id].append(row)
            return found

        return self._cached(("topic", kind), group)

    # -- the meeting itself -----------------------------------------------------------------------------------

    @property
    def meeting(self) -> Meeting:
        """The facts."""
        return next(iter(self.all(Meeting)))

    @property
    def materials(self) -> list[Material]:
        """What was to be read before."""
        return self.all(Material)

    @property
    def checklist(self) -> list[ChecklistItem]:
        """The preparations."""
        return self.all(ChecklistItem)

    @property
    def confirmations(self) -> list[Confirmation]:
        """The recap pages that were confirmed."""
        return self.all(Confirmation)

    @property
    def waivers(self) -> list[Waiver]:
        """The findings knowingly let pass."""
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
        return [p for p in self.all(Person) if p.department_id == department_id]

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
        return self._of_topic(kind).get(topic_id, [])

    def topic_entries(self, topic_id: str) -> list[Entry]:
        """Everything under a topic, in the order of typing."""

        def collect() -> list[Entry]:
            found = [e for kind in ENTRIES for e in self.entries(kind, topic_id)]
            return sorted(found, key=lambda e: e.seq)

        return self._cached(("entries", topic_id), collect)

    @property
    def all_entries(self) -> list[Entry]:
        """Every entry of the meeting, in the order of typing."""

        def collect() -> list[Entry]:
            found: list[Entry] = [e for kind in ENTRIES for e in self.all(kind)]
            return sorted(found, key=lambda e: e.seq)

        return self._cached("entries", collect)

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

    def written(self, topic_id: str) -> list[Written]:
        """The written side of a topic's minutes."""
        return [w for w in self.all(Written) if w.topic_id == topic_id]

    def objections(self, topic_id: str) -> list[Objection]:
        """What was objected to under a topic."""
        return [o for o in self.all(Objection) if o.topic_id == topic_id]

    def parties(self, disagreement_id: str) -> list[Department]:
        """The departments of a disagreement, by number."""
        return self._linked(Party, "disagreement_id", disagreement_id)

    def cooperating(self, action_id: str) -> list[Department]:
        """The departments that help with an action, by number."""
        return self._linked(Cooperation, "action_id", action_id)

    def concerned(self, topic_id: str) -> list[Department]:
        """The departments a topic concerns, by number."""
        return self._linked(TopicDepartment, "topic_id", topic_id)

    def _linked(
        self, link: type[Party | Cooperation | TopicDepartment], column: str, row_id: str
    ) -> list[Department]:
        def group() -> dict[str, list[Department]]:
            found: dict[str, list[Department]] = defaultdict(list)
            for row in self.all(link):
                if department := self.department(row.department_id):
                    found[getattr(row, column)].append(department)
            return {owner: sorted(ds, key=_order) for owner, ds in found.items()}

        return self._cached(("linked", link), group).get(row_id, [])

    def conditions(self, resolution_id: str) -> list[Action]:
        """The actions a resolution depends on."""

        def group() -> dict[str, list[Action]]:
            found: dict[str, list[Action]] = defaultdict(list)
            for action in self.all(Action):
                found[action.condition_of or ""].append(action)
            return found

        return self._cached("conditions", group).get(resolution_id, [])

    def topic_times(self, topic_id: str) -> list[TopicTime]:
        """When the topic was live."""
        return [t for t in self.all(TopicTime) if t.topic_id == topic_id]

    def numbered(self, code: str) -> Resolution | Action | OpenIssue | None:
        """The resolution, action or open issue with a number such as D1, A3 or Q2."""
        kinds: dict[str, type[Resolution] | type[Action] | type[OpenIssue]] = {
            "D": Resolution,
            "A": Action,
            "Q": OpenIssue,
        }
        kind = kinds.get(code[:1].upper())
        rows = self.all(kind) if kind else []
        return next((row for row in rows if row.code == code.upper()), None)


def _order(row: Row) -> tuple[Any, ...]:
    """Rows sort by what orders them: seq, then number, then when they began; ids keep the rest stable."""
    if isinstance(row, Department):
        return (row.number, row.id)
    if isinstance(row, Person):
        return (row.department_id or "", row.number, row.id)
    if isinstance(row, TopicTime | Pause):
        return (row.began_at, row.id)
    return (getattr(row, "seq", 0), row.id)
