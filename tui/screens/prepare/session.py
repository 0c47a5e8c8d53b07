"""Between the recorder and the prepare screen: what is stored, the scenario's skeleton, what is still missing.

It knows no widget; failures of the store come out as words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models import references, scenarios, wording
from models.called import names_of
from models.config import ConfigError
from models.findings import Finding, Severity, Thresholds, Trigger, check
from models.i18n import _, ngettext
from models.meeting import ChecklistItem
from tui.result import Result
from tui.screens.prepare.fields import Field, Kind, fields_of, text_of, where_mended
from tui.session import Session

if TYPE_CHECKING:
    from models.store.drafts import Draft
    from tui.open_meeting import OpenMeeting

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
        return fields_of(self.minutes, section, at)

    def text(self, field: Field) -> str:
        """What is stored in a field, as it would be typed."""
        return text_of(self.minutes, field)

    # -- changing -------------------------------------------------------------------------------------------------

    def store(self, field: Field, words: str) -> Result:
        """Stores a field; what could not be read is said, and nothing is changed."""
        found: list[Result] = []
        said = self.do(lambda: found.append(self._store(field, words)))
        return said if not said.ok else found[0]

    def _store(self, field: Field, words: str) -> Result:
        if field.kind is Kind.FACT:
            return self._store_fact(field.name, words)
        if not words.strip() and (field.is_new or self.removable(field)):
            return Result() if field.is_new else self.remove(field)
        store = {
            Kind.DEPARTMENT: self._store_people,
            Kind.GUEST: self._store_guest,
            Kind.TOPIC: self._store_topic,
            Kind.MATERIAL: self._store_text,
            Kind.CHECK: self._store_text,
        }
        return store[field.kind](field, words)

    def _store_fact(self, name: str, words: str) -> Result:
        known = {word: plan.key for plan in self.plans for word in (plan.name, plan.key)}
        if name == "scenario" and words.strip() in known:
            # A user's own may have a name in which a built-in one would be recognised.
            self.recorder.edit(self.minutes.meeting.id, scenario=known[words.strip()])
            return Result()
        if self.recorder.preparation.set_fact(name, words):
            return Result()
        return Result(_("This is no time: write it like 2026-11-25 14:00-16:00 or tomorrow 2 pm"), ok=False)

    def _store_people(self, field: Field, words: str) -> Result:
        if self.recorder.preparation.set_people(words, field.id or None):
            return self._stayed(field, words)
        return Result(_("Nobody is named: write it like Marketing: Li Wei, Anna"), ok=False)

    def _stayed(self, field: Field, words: str) -> Result:
        """Says who stays in a department, though the words name them no more, because something names them."""
        stayed = wording.listed(
            f"{person.name} ({places})"
            for person in self.minutes.people(field.id)
            if field.id and not any(name in words for name in names_of(person))
            if (places := references.in_words(self.minutes, person))
        )
        return Result(_("Still named, and so still there: {who}").format(who=stayed) if stayed else "")

    def _store_guest(self, field: Field, words: str) -> Result:
        self.recorder.edit(field.id, name=words.strip())
        return Result()

    def _store_topic(self, field: Field, words: str) -> Result:
        if field.is_new:
            made = self.recorder.preparation.plan_topic(words)
            return Result(touched=(made,)) if made else Result()
        if self.recorder.preparation.set_topic(field.id, field.name, words):
            return Result()
        return Result(_("This is no length: write it like 20 or 1.5 hours"), ok=False)

    def _store_text(self, field: Field, words: str) -> Result:
        if field.is_new:
            add = (
                self.recorder.preparation.add_check
                if field.kind is Kind.CHECK
                else self.recorder.preparation.add_material
            )
            return Result(touched=(add(words.strip()),))
        self.recorder.edit(field.id, text=words.strip())
        return Result()

    def removable(self, field: Field) -> bool:
        """Whether the row of a field can be taken out on it as a whole."""
        return bool(field.id) and field.name in ("", "title")

    def remove(self, field: Field) -> Result:
        """Deletes the department, guest, topic, material or preparation of a field, unless something names it."""
        if who := self._named(field):
            words = _("{who}: stays; F2 while recording, then Del, says who is meant instead")
            return Result(words.format(who=who), ok=False)
        words = _("Deleted: {entry}").format(entry=self.text(field))
        return self.do(lambda: self.recorder.delete(field.id), words)

    def _named(self, field: Field) -> str:
        """Who of a department or guest is named by entries or topics, and where; nothing where nobody is."""
        one = self.minutes.department(field.id) or self.minutes.person(field.id)
        return wording.listed(
            _("{name} stands in {places}").format(name=named.name, places=words)
            for named, words in (references.still_named(self.minutes, one) if one else ())
        )

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
