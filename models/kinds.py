"""The kinds of entry a topic holds: one row of facts a kind, and what follows from the facts.

What asks the same of every kind (labels, search, recording, the file) asks here. Where each kind has work of its own
there is one table by kind beside that work: lines in `entry_values`, the file's lists in `interchange.entries`,
sentences in `recap.read_aloud`, sections in `exporters.content`, rows on the screen in `tui.widgets.entry_lines`. A
test proves that none of them leaves a kind out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from models.i18n import _
from models.meeting import (
    Action,
    Background,
    Cooperation,
    Disagreement,
    Entry,
    Helper,
    Link,
    Note,
    OpenIssue,
    Opinion,
    Party,
    Point,
    Resolution,
)
from models.minutes import Minutes


@dataclass(frozen=True, slots=True)
class Owner:
    """The columns that say whose an entry is."""

    wanted: Callable[[], str]
    """What is said to be missing where it is nobody's."""
    department: str
    person: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns there are."""
        return (self.department, self.person) if self.person else (self.department,)

    @property
    def names(self) -> tuple[str, ...]:
        """What a line and the file call them: the columns hold ids, those names."""
        return tuple(column.removesuffix("_id") for column in self.columns)


@dataclass(frozen=True, slots=True)
class Due:
    """The columns that say when: the words as said, and the day they mean."""

    words: str
    day: str
    flags: str = ""
    """What is to be known about the day, as far as it is kept."""
    begins: bool = False
    """Whether it is the first day of something, not the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The facts about one kind of entry."""

    row: type[Entry]
    name: Callable[[], str]
    """What it is called within a sentence or list."""
    title: Callable[[], str]
    """What stands before it as a label."""
    texts: tuple[str, ...] = ("text",)
    """The columns with its words; where there are several, it is known by the first that is filled."""
    remarks: tuple[str, ...] = ()
    """Other columns with words, which a line says behind a label."""
    choices: tuple[str, ...] = ()
    """The other columns that a line says as they are: of a vocabulary, or whether something is so."""
    owner: Owner | None = None
    due: Due | None = None
    links: Mapping[str, type[Link]] = field(default_factory=dict)
    """The rows that tie departments and people to it, by what a line and the file call them."""
    more_than_words: bool = False
    """Whether it holds a number, an owner or a state, and so cannot be told in the sentence of another entry."""

    @property
    def searched(self) -> tuple[str, ...]:
        """The columns a search looks through."""
        return (*self.texts, *self.remarks, *((self.due.words,) if self.due else ()))

    @property
    def said(self) -> tuple[str, ...]:
        """The columns that hold what a line says as it says it: words, choices, and the day the words mean."""
        return (*self.searched, *self.choices, *((self.due.day,) if self.due else ()))


_KINDS = (
    Kind(row=Background, name=lambda: _("background"), title=lambda: _("Background")),
    Kind(row=Point, name=lambda: _("point"), title=lambda: _("Point")),
    Kind(
        row=Opinion,
        name=lambda: _("opinion"),
        title=lambda: _("Opinion"),
        choices=("stance",),
        owner=Owner(lambda: _("department"), "department_id", "person_id"),
    ),
    Kind(
        row=Disagreement,
        name=lambda: _("dispute"),
        title=lambda: _("Dispute"),
        texts=("dispute", "consensus", "reason"),
        links={"parties": Party},
        more_than_words=True,
    ),
    Kind(
        row=Resolution,
        name=lambda: _("resolution"),
        title=lambda: _("Resolution"),
        owner=Owner(lambda: _("executing department"), "executing_department_id"),
        due=Due("effective_text", "effective", begins=True),
        more_than_words=True,
    ),
    Kind(
        row=Action,
        name=lambda: _("action"),
        title=lambda: _("Action"),
        texts=("task",),
        owner=Owner(lambda: _("owner"), "owner_department_id", "owner_id"),
        choices=("cooperating_none",),
        due=Due("due_text", "due", "due_flags"),
        links={"cooperating": Cooperation, "helpers": Helper},
        more_than_words=True,
    ),
    Kind(
        row=OpenIssue,
        name=lambda: _("open issue"),
        title=lambda: _("Open issue"),
        remarks=("handling",),
        owner=Owner(lambda: _("lead"), "lead_department_id", "lead_id"),
        due=Due("revisit_text", "revisit"),
        more_than_words=True,
    ),
    Kind(row=Note, name=lambda: _("note"), title=lambda: _("Note")),
)

KINDS: dict[type[Entry], Kind] = {kind.row: kind for kind in _KINDS}
"""The facts by class of row, in the order of the document."""


def of(entry: Entry) -> Kind:
    """The facts about the kind of an entry."""
    return KINDS[type(entry)]


def text_field(entry: Entry) -> str:
    """The column with the words an entry is known by: of several, the first that is filled."""
    names = of(entry).texts
    return next((name for name in names if getattr(entry, name)), names[0])


def text_of(entry: Entry) -> str:
    """The words an entry is known by."""
    return str(getattr(entry, text_field(entry)))


def latest_field(entry: Entry) -> str:
    """The column with what was said last: a disagreement's consensus or reason once it has one."""
    if not isinstance(entry, Disagreement):
        return text_field(entry)
    if entry.status == "deferred" and entry.reason:
        return "reason"
    return "consensus" if entry.consensus else "dispute"


def latest_text(entry: Entry) -> str:
    """The words said last."""
    return str(getattr(entry, latest_field(entry)))


def text_fields(entry: Entry) -> tuple[str, ...]:
    """Every column with the words of an entry, that of those said last first."""
    if isinstance(entry, Disagreement):
        return tuple(dict.fromkeys((latest_field(entry), "consensus", "reason", "dispute")))
    return of(entry).texts


def owner_ids(entry: Entry) -> tuple[str | None, str | None]:
    """The ids of the department and the person an entry belongs to, as far as its kind has an owner."""
    owner = of(entry).owner
    found = [getattr(entry, column) for column in owner.columns] if owner else []
    return (*found, None, None)[:2]


def day_of(entry: Entry) -> str | None:
    """The day an entry is due, comes back or takes effect; None where none is known."""
    due = of(entry).due
    return getattr(entry, due.day) if due else None


def place_of(minutes: Minutes, entry: Entry) -> str:
    """Where people find an entry: A3, 1.2 财务部, or 1.2 要点."""
    if entry.code:
        return entry.code
    topic = minutes.topic(entry.topic_id)
    department_id, person_id = owner_ids(entry)
    who = minutes.department_name(department_id) or minutes.person_name(person_id)
    return f"{topic.number if topic else ''} {who or of(entry).name()}".strip()
