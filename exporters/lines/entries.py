"""Each entry as the line that gives it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from exporters.content.language import parsed
from exporters.lines.wording import Wording, one_line
from models.capture import Context, readings
from models.dates import Anchor, effective, resolve
from models.meeting import (
    Action,
    Background,
    Disagreement,
    Entry,
    Note,
    OpenIssue,
    Opinion,
    Person,
    Point,
    Resolution,
)
from models.roster import Roster

_STANCES = {
    "support": ("支持", "supports"),
    "conditional": ("有条件支持", "conditional support"),
    "oppose": ("反对", "opposes"),
    "reserve": ("保留", "reserves"),
    "abstain": ("弃权", "abstains"),
}
_CLAUSE_ENDS = str.maketrans("；;。", "，，，")
_PLAIN: dict[type[Entry], str] = {Background: "background", Point: "point", Note: "note"}


class EntryLines:
    """Writes the entries one after the other and remembers who speaks."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._minutes = wording.minutes
        self._speaker: tuple[str | None, str | None] | None = None

    def nobody_speaks(self) -> None:
        """A topic begins: the last speaker has ended."""
        self._speaker = None

    def of(self, entry: Entry) -> Iterator[str]:
        """The line or lines of an entry; of several forms the first that is read as it is meant."""
        doubt = "??" if entry.doubt else ""
        if isinstance(entry, Opinion):
            yield self._opinion(entry) + doubt
        elif isinstance(entry, Disagreement):
            yield self._disagreement(entry) + doubt
        elif isinstance(entry, Resolution):
            yield self._resolution(entry) + doubt
            if entry.vote:
                yield self._wording.marked("vote", entry.vote)
        elif isinstance(entry, Action):
            yield self._wording.marked("action", self._task(entry)) + doubt
        elif isinstance(entry, OpenIssue):
            yield self._open_issue(entry) + doubt
        else:
            yield self._plain(entry) + doubt
        if isinstance(entry, Point):
            self._speaker = None

    def _plain(self, entry: Entry) -> str:
        family = _PLAIN[type(entry)]
        text = str(getattr(entry, "text", ""))
        said = {"kind": family, "text": one_line(text)}
        forms = [(self._wording.marked(family, text), said)]
        if isinstance(entry, Point) and self._speaker is None:
            forms.append((self._wording.marked("plain", text), said))
        return self._first_right(forms)

    def _opinion(self, entry: Opinion) -> str:
        text = one_line(entry.text)
        department = self._minutes.department_name(entry.department_id) or None
        person = self._minutes.person_name(entry.person_id) or None
        name = self._wording.name(entry.department_id, entry.person_id)
        if not name:
            return self._wording.marked("point", text)
        chinese, english = _STANCES.get(entry.stance, ("", ""))
        stance = self._wording.words(chinese, f" {english}" if english else "")
        head = name + stance + self._wording.say.colon
        said = {"kind": "opinion", "department": department, "person": person, "stance": entry.stance}
        forms = [(head + text, {**said, "text": text})]
        if self._speaker == (department, person) and entry.stance == "none":
            forms.append((self._wording.marked("plain", text), {**said, "text": text}))
        # A sign that ends a clause would begin another speaker's where a name stands behind it.
        softened = text.translate(_CLAUSE_ENDS)
        forms.append((head + softened, {**said, "text": softened}))
        line = self._first_right(forms)
        self._speaker = (department, person)
        return line

    def _disagreement(self, entry: Disagreement) -> str:
        wording = self._wording
        if not entry.dispute:
            return wording.marked("consensus", entry.consensus)
        line = wording.marked("dispute", entry.dispute)
        if entry.status == "deferred":
            return line + wording.clause(
                "deferred", entry.reason or wording.words("再议", "to be taken up again")
            )
        return line + wording.clause("consensus", entry.consensus) if entry.consensus else line

    def _resolution(self, entry: Resolution) -> str:
        clause = self._wording.say.clause
        words, colon = self._wording.words, self._wording.say.colon
        parts = [self._wording.marked("resolution", entry.text)]
        if name := self._minutes.department_name(entry.executing_department_id):
            parts.append(words("执行", "executed by") + colon + name)
        read = effective(entry.text, self._anchor)
        said = entry.effective_text or _spoken(entry.effective)
        if said and (read is None or read[1] != entry.effective):
            parts.append(words("生效", "effective") + colon + said)
        label = words("条件", "condition") + colon
        parts += [label + self._task(action) for action in self._minutes.conditions(entry.id)]
        return clause.join(parts)

    def _task(self, action: Action) -> str:
        owner = self._wording.name(action.owner_department_id, action.owner_id)
        parts = [one_line(action.task)]
        parts += [f"@{owner}"] if owner else []
        parts += [f"+{department.name}" for department in self._minutes.cooperating(action.id)]
        parts += [f"/{due}"] if (due := self._day(action.due_text, action.due)) else []
        return " ".join(parts)

    def _open_issue(self, entry: OpenIssue) -> str:
        lead = self._wording.name(entry.lead_department_id, entry.lead_id)
        parts = [self._wording.marked("open_issue", entry.text)]
        parts += [f"@{lead}"] if lead else []
        parts += [f"/{revisit}"] if (revisit := self._day(entry.revisit_text, entry.revisit)) else []
        line = " ".join(parts)
        if not entry.handling:
            return line
        handling = (
            self._wording.words("处理方式", "handling") + self._wording.say.colon + one_line(entry.handling)
        )
        return line + self._wording.say.clause + handling

    # -- proof -------------------------------------------------------------------------------------------------

    def _first_right(self, forms: list[tuple[str, dict[str, Any]]]) -> str:
        """The first line that is read as the one value it stands for; the plainest if none is."""
        context = self._context
        for line, expected in forms:
            found = readings(line, context)
            items = found[0].items if found else ()
            if len(items) == 1 and all(getattr(items[0], key) == value for key, value in expected.items()):
                return line
        return forms[0][0]

    @property
    def _context(self) -> Context:
        return Context(anchor=self._anchor, roster=self._roster, speaker=self._speaker, facts_open=False)

    def _day(self, words: str, day: str | None) -> str:
        """The words of a due, or the day itself where they are missing or mean another."""
        words = one_line(words)
        if words and (day is None or resolve(words, self._anchor).date == day):
            return words
        return _spoken(day)

    @cached_property
    def _anchor(self) -> Anchor:
        meeting = self._minutes.meeting
        start, end = parsed(meeting.starts_at or ""), parsed(meeting.adjourned_at or meeting.ends_at or "")
        return Anchor(day=(start or dt.datetime(2000, 1, 1)).date(), starts_at=start, ends_at=end)

    @cached_property
    def _roster(self) -> Roster:
        minutes = self._minutes
        departments = [
            (d.number, d.name, tuple(filter(None, d.aliases.split("、"))), ()) for d in minutes.departments
        ]
        people = [
            (
                minutes.department_name(p.department_id) or None,
                p.number,
                p.name,
                p.full_name,
                p.title,
                (),
                p.attendance,
            )
            for p in minutes.all(Person)
        ]
        return Roster.build(departments, people)


def _spoken(day: str | None) -> str:
    return (day or "").replace("T", " ")
