"""One thing on a recap page: its sentence, what the walk shows of it, what was objected and what is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models import kinds, wording
from models.findings import Finding
from models.i18n import _
from models.meeting import Action, Disagreement, Entry, Objection, Person
from models.minutes import Minutes
from models.recap.read_aloud import Piece, Reader, Words

_BRIEF = 28
"""Cells of the walk's short texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item on a recap page that can be selected."""

    id: str
    """The id of the row it is about."""
    kind: str
    """resolution, action, open_issue, disagreement, person, department or count (the head-count)."""
    label: str
    """决议, 行动 …"""
    code: str = ""
    """D1, A3 …, where it has a number."""
    words: Words
    brief: str = ""
    """A few words of it for the list of a page."""
    confirmed: bool = False
    objections: tuple[Objection, ...] = ()
    findings: tuple[Finding, ...] = ()
    settled: bool = True
    """False for a dispute that is still open."""


class Items:
    """Makes the items of one meeting."""

    def __init__(self, minutes: Minutes, read: Reader, findings: Iterable[Finding]) -> None:
        self.minutes = minutes
        self.read = read
        self._findings: dict[str, list[Finding]] = defaultdict(list)
        for finding in findings:
            self._findings[finding.item].append(finding)
        self._objections: dict[str, list[Objection]] = defaultdict(list)
        for objection in minutes.all(Objection):
            self._objections[objection.item].append(objection)

    def objected(self, row_id: str) -> bool:
        """Whether somebody objected to it."""
        return row_id in self._objections

    def entry(self, entry: Entry, confirmed: bool) -> Item:
        """The item of an entry, of a kind that is read back."""
        return self._made(
            entry.id,
            entry.table,
            _label(entry),
            self.read.entry(entry),
            confirmed,
            brief=self._brief(entry),
            code=entry.code,
            settled=not (isinstance(entry, Disagreement) and entry.status == "open"),
        )

    def _brief(self, entry: Entry) -> str:
        if isinstance(entry, Action):
            return self._owner_and_due(entry)
        settled = isinstance(entry, Disagreement) and entry.status == "settled"
        text = (settled and kinds.latest_text(entry)) or kinds.text_of(entry)
        return wording.shortened(text, _BRIEF)

    def _owner_and_due(self, action: Action) -> str:
        owner = self.minutes.person_name(action.owner_id)
        name = owner or wording.owner_of_action(self.minutes, action) or _("nobody")
        day = wording.parse_day(self.minutes.meeting.starts_at)
        due = wording.brief_day(action.due, day.year if day else None) if action.due else _("no due date")
        return f"{name} {due}"

    def person(self, person: Person, confirmed: bool) -> Item:
        """The item of a person who was not there all the time."""
        labels = {"absent": _("Absent"), "late": _("Late"), "left": _("Left early")}
        label = labels.get(person.attendance, _("Not checked"))
        name = wording.named(self.minutes.department_name(person.department_id), person.name)
        return self._made(
            person.id, "person", label, self.read.person(person), confirmed, brief=f"{name} {label}"
        )

    def head_count(self, confirmed: bool) -> Item:
        """The item of the head-count: how many were expected and how many came."""
        figures = {"expected": self.minutes.expected, "came": self.minutes.attending}
        words = (Piece(_("{expected} expected, {came} present.").format(**figures), strong=True),)
        brief = _("expected {expected}, present {came}").format(**figures)
        return self._made(self.minutes.meeting.id, "count", _("Head-count"), words, confirmed, brief=brief)

    def present(self, confirmed: bool) -> Iterator[Item]:
        """Items of who is there, one for each department and one for the guests."""
        groups = [(d.id, d.name, self.minutes.people(d.id)) for d in self.minutes.departments]
        groups.append(("guests", _("guests"), self.minutes.guests))
        label = _("Present")
        for row_id, name, people in groups:
            here = wording.listed(p.name for p in people if p.attendance in ("present", "late", "left"))
            if here:
                words = (Piece(name, strong=True), Piece(wording.colon() + here))
                yield self._made(row_id, "department", label, words, confirmed)
                label = ""

    def _made(
        self,
        row_id: str,
        kind: str,
        label: str,
        words: Words,
        confirmed: bool,
        *,
        brief: str = "",
        code: str = "",
        settled: bool = True,
    ) -> Item:
        return Item(
            id=row_id,
            kind=kind,
            label=label,
            code=code,
            words=words,
            brief=brief,
            confirmed=confirmed,
            objections=tuple(self._objections.get(row_id, ())),
            findings=tuple(self._findings.get(row_id, ())),
            settled=settled,
        )


def _label(entry: Entry) -> str:
    """The label of an entry: its kind, of a disagreement what became of it."""
    if not isinstance(entry, Disagreement):
        return kinds.of(entry).title()
    labels = {"open": _("Dispute"), "deferred": _("Set aside")}
    return labels.get(entry.status, _("Consensus"))
