"""Between the recorder and the prepare screen: what is stored, the scenario's skeleton, what is still missing.

It knows no widget; failures of the store come out as words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models import scenarios, wording
from models.config import ConfigError
from models.findings import Finding, Severity, Thresholds, Trigger, check
from models.form import NEW, Field, Kind, fields_of, held_in, text_of, where_mended
from models.i18n import _, ngettext
from models.meeting import ChecklistItem
from models.store.held import HeldLine
from tui.result import Result
from tui.screens.prepare.text import label
from tui.session import Session, told_of

if TYPE_CHECKING:
    from models.store.drafts import Draft
    from tui.open_meeting import OpenMeeting

_NEW_ROWS = frozenset(field.key for field in NEW.values())
"""The places of rows that are typed anew."""
_BAR = "form"
"""Under what the unfinished line of the form is kept."""


class PrepareSession(Session):
    """One meeting being prepared in one window."""

    def __init__(self, meeting: OpenMeeting, thresholds: Thresholds | None = None) -> None:
        super().__init__(meeting)
        self._thresholds = thresholds or Thresholds()
        self._checked: tuple[int, str, list[Finding]] = (-1, "", [])
        self._plans: list[scenarios.Plan] | None = None
        self.problem = ""
        """What is wrong with a scenario file of the user's own."""

    # -- fields ---------------------------------------------------------------------------------------------------

    def fields(self, section: str, at: Field | None = None) -> list[Field]:
        """The fields of a section; the topic one is at is opened up."""
        return fields_of(self.minutes, section, at, self.held.lines)

    def text(self, field: Field) -> str:
        """What stands in a field, as it would be typed: what is held for it, else what is stored."""
        held = self.held_in(field)
        return text_of(self.minutes, field) if held is None else held.text

    def held_in(self, field: Field) -> HeldLine | None:
        """What is held for a field, typed into it and not stored."""
        return held_in(field, self.held.lines) if self.held.lines else None

    def arrived_at(self, field: Field) -> Field:
        """The field of the row that was made of what was held, if it was."""
        row_id = self.arrived.get(field.held_id)
        return replace(field, id=row_id, name="title" * (field.kind is Kind.TOPIC)) if row_id else field

    # -- changing -------------------------------------------------------------------------------------------------

    def store(self, field: Field, words: str) -> Result:
        """Stores a field, or holds it where the file takes nothing; what cannot be read changes nothing."""
        held = self.held_in(field)
        return self.fill(field.key, words, self._title(field)) if held is None else self._again(held, words)

    def _again(self, held: HeldLine, words: str) -> Result:
        """Other words for what is held, in its place among what waits; a row that is emptied is none."""
        if not words.strip() and held.place in _NEW_ROWS:
            self.held.drop(held)
            return Result()
        self.held.change(held, words, self.held.waiting[0].reason if self.held.waiting else "")
        said = self.let_in()
        now = next((one for one in self.held.lines if one.id == held.id), None)
        if now is None:
            return said
        words = now.reason if now.asks else said.words or _("Held behind the lines that wait")
        return Result(words, ok=False, later="" if now.asks else "waits", brief=now.reason)

    def hold_rows(self, field: Field, lines: list[str]) -> None:
        """Puts new rows on the list of what waits, from which they go in; one that cannot be read asks there."""
        at = self.clock().isoformat(timespec="seconds")
        self.held.hold(lines, at=at, into=field.place, title=self._title(field))

    def _title(self, field: Field) -> str:
        """The name of a field before what is held for it, with the number of its topic."""
        topic = self.minutes.topic(field.id)
        return f"{topic.number if topic else ''} {label(field)}".strip() + wording.colon()

    def drop(self, field: Field) -> str:
        """Drops what is held for a field and gives its words; what is stored stands there again.

        Where a new row is typed, what is held for a row that has gone meanwhile: it stands nowhere else.
        """
        held = self.held_in(field) or (self._stray if field.is_new else None)
        if held is None:
            return ""
        self.held.drop(held)
        return held.text

    @property
    def _stray(self) -> HeldLine | None:
        """The last line that is held for a row there is none of any more."""
        mine = [line for line in self.held.lines if line.screen == self.screen]
        rows = ((line, Field.of(line.place).id) for line in reversed(mine))
        return next((line for line, row_id in rows if row_id and self.minutes.row(row_id) is None), None)

    def removable(self, field: Field) -> bool:
        """Whether the row of a field can be taken out on it as a whole."""
        return field.is_row

    def remove(self, field: Field) -> Result:
        """Deletes the department, guest, topic, material or preparation of a field, unless something names it."""
        return self._try(lambda: told_of(self.recorder.fill(field.key, "")))

    def toggle(self, field: Field) -> Result:
        """Ticks a preparation off, or takes the tick back."""
        item = self.minutes.get(ChecklistItem, field.id)
        if item is None:
            return Result()
        return self.do(lambda: self.recorder.edit(item.id, done=not item.done))

    def move(self, field: Field, step: int) -> Result:
        """Moves the topic of a field earlier (-1) or later (1) on the agenda."""
        return self.do(lambda: self.recorder.preparation.move_topic(field.id, step))

    def know_company(self) -> Result:
        """Takes over what the company's list knows."""
        company = self.meeting.store.organisation
        return self.do(lambda: self.recorder.preparation.know_company(company))

    # -- the scenario ---------------------------------------------------------------------------------------------

    @property
    def plans(self) -> list[scenarios.Plan]:
        """All scenarios; none where a file of the user's own is broken."""
        if self._plans is None:
            try:
                self._plans = scenarios.plans()
            except ConfigError as error:
                self._plans, self.problem = [], str(error)
        return self._plans

    @property
    def plan(self) -> scenarios.Plan | None:
        """The meeting's scenario."""
        chosen = self.minutes.meeting.scenario
        return next((one for one in self.plans if chosen and chosen in (one.key, one.name)), None)

    def lay_out(self, plan: scenarios.Plan) -> Result:
        """Puts a scenario's skeleton on the agenda and its preparations on the checklist."""
        counted: list[int] = []
        said = self.do(lambda: counted.append(self.recorder.preparation.lay_out(plan)))
        if not said.ok:
            return said
        if not counted[0]:
            return Result(_("Everything of {scenario} is there already").format(scenario=plan.name), ok=False)
        words = ngettext("{scenario}: {n} line added", "{scenario}: {n} lines added", counted[0])
        return Result(words.format(scenario=plan.name, n=counted[0]))

    # -- what is missing ------------------------------------------------------------------------------------------

    @property
    def findings(self) -> list[Finding]:
        """What the agenda still lacks, as the rules have it, the hard before the soft."""
        now = (self.minutes.revision, self.clock().date().isoformat())
        if self._checked[:2] != now:
            found = check(self.minutes, Trigger.AGENDA, self._thresholds, self.clock().date())
            self._checked = (*now, sorted(found, key=lambda f: f.severity is Severity.SOFT))
        return self._checked[2]

    def place(self, finding: Finding) -> Field:
        """The field on which a finding is mended."""
        return where_mended(self.minutes, finding)

    def next_gap(self, at: Field) -> Field | None:
        """The next field on which something is missing, round the form."""
        places = list(dict.fromkeys(self.place(finding) for finding in self.findings))
        here = places.index(at) + 1 if at in places else 0
        return places[here % len(places)] if places else None

    def waive(self, field: Field) -> Result:
        """Waives what is missing on a field knowingly; it is not said again."""
        found = [finding for finding in self.findings if self.place(finding) == field]
        return self.waive_all(found) if found else Result(_("Nothing is missing here"), ok=False)

    # -- the unfinished line --------------------------------------------------------------------------------------

    def keep(self, field: Field, words: str, cursor: int) -> Result:
        """Keeps an unfinished line, so that it stands there again after a crash; an empty one is forgotten."""
        return self.keep_draft(words, cursor, field.key if words else None, _BAR)

    def restore(self) -> tuple[Field, str] | None:
        """The line that stood unfinished when this meeting was last left or lost: its field and its words."""
        barred, formed = self.draft(), self.draft(_BAR)
        found = [draft for draft in (barred, formed) if draft is not None]
        mine = next((draft for draft in found if _of_form(draft)), None)
        others = [draft for draft in found if not _of_form(draft)]
        if mine is not formed or others != [barred] * len(others):
            # Taken over from a window that is no more, and in the wrong one's name.
            kept = (mine.text, mine.cursor, mine.editing) if mine else ("", 0, None)
            self.keep_draft(*kept, _BAR)
            first = others[0] if others else None
            words = "\n".join(draft.text for draft in others)
            left = (first.cursor, first.editing) if first else (0, None)
            self.meeting.keep_draft(words, *left, revision=first.revision if first else None)
        return (Field.of(mine.editing), mine.text) if mine and mine.editing else None


def _of_form(draft: Draft) -> bool:
    """Whether a draft stood in the form; otherwise it stood in the capture bar."""
    return draft.editing is not None and "/" in draft.editing
