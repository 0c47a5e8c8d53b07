"""What was recorded, said so that the host can read it aloud: one sentence for each item, what matters set off.

The sentences are messages of the catalogue with clauses as their fields, because Chinese and English put who, with
whom and by when in different places. Names and dates in them are strong; a screen may show them so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from models import wording
from models.calendar import WorkCalendar
from models.i18n import _
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
from models.minutes import Minutes
from models.vocabulary import action_status_label

_ON, _OFF = "\x02", "\x03"
_ENDINGS = "。；;，,、. "


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence; names, days and numbers are strong."""

    text: str
    strong: bool = False


Words = tuple[Piece, ...]


def plain(words: Words) -> str:
    """A sentence as plain text."""
    return "".join(span.text for span in words)


@dataclass(frozen=True, slots=True)
class Reader:
    """Makes the sentences of one meeting, in the language in use."""

    minutes: Minutes
    calendar: WorkCalendar

    def entry(self, entry: Entry) -> Words:
        """The sentence of any entry, of a kind that is read back."""
        sentence = SENTENCES[type(entry)]
        assert sentence is not None
        return sentence(self, entry)

    def action(self, action: Action) -> Words:
        """The sentence of an action: 由财务部孙主管负责，市场部配合，于9月25日（周五）前提交三档占比的成本测算。"""
        owner = wording.owner_of_action(self.minutes, action)
        who = (
            _("{owner} is responsible").format(owner=_strong(owner))
            if owner
            else _("Nobody is responsible yet")
        )
        sentence = _("{who}{helping}{due}: {task}.") if action.due else _("{who}{helping}; {due}: {task}.")
        due = self._due(action)
        return _spans(
            sentence.format(who=who, helping=self._helping(action), due=due, task=_bare(action.task))
        )

    def _helping(self, action: Action) -> str:
        names = wording.listed(name for _department, name in wording.helping(self.minutes, action))
        return _(", {departments} helping").format(departments=names) if names else ""

    def _due(self, action: Action) -> str:
        if action.due:
            return _(", by {day}").format(day=_strong(self.day(action.due)))
        if action.due_text:
            return _("due: {words}").format(words=action.due_text)
        return _("no due date yet")

    def day(self, value: str) -> str:
        """A date with its weekday and what is special about it."""
        meeting_day = wording.parse_day(self.minutes.meeting.starts_at)
        return wording.spoken_day(value, self.calendar, meeting_day.year if meeting_day else None)

    def resolution(self, resolution: Resolution) -> Words:
        """The sentence of a resolution: 上市总预算500万元不变，由财务部执行，条件为A3。"""
        text = _bare(resolution.text)
        clauses = [text, *self._resolution_clauses(resolution, text)]
        return _spans("".join(clauses) + wording.full_stop())

    def _resolution_clauses(self, resolution: Resolution, text: str) -> list[str]:
        clauses = []
        department = self.minutes.department_name(resolution.executing_department_id)
        if department and department not in text:
            clauses.append(_(", carried out by {department}").format(department=_strong(department)))
        if (when := self._effective(resolution)) and resolution.effective_text not in text:
            clauses.append(when)
        conditions = [_condition(a) for a in self.minutes.conditions(resolution.id)]
        if conditions:
            words = _(", on condition of {actions}")
            clauses.append(words.format(actions=wording.listed(map(_strong, conditions))))
        if resolution.vote:
            clauses.append(_(", vote: {vote}").format(vote=_bare(resolution.vote)))
        if replaced := wording.listed(r.code for r in self.minutes.superseded(resolution.id)):
            clauses.append(_(", in place of {resolutions}").format(resolutions=_strong(replaced)))
        return clauses

    def _effective(self, resolution: Resolution) -> str:
        if resolution.effective_text:
            return _(", effective {words}").format(words=resolution.effective_text)
        if resolution.effective:
            return _(", effective from {day}").format(day=self.day(resolution.effective))
        return ""

    def open_issue(self, issue: OpenIssue) -> Words:
        """The sentence of an open issue: 推广费用占比取30%还是25%，由财务部孙主管牵头，9月25日（周五）再议。"""
        clauses = [_bare(issue.text)]
        if lead := wording.owner_of(self.minutes, issue.lead_department_id, issue.lead_id):
            clauses.append(_(", taken up by {lead}").format(lead=_strong(lead)))
        if issue.handling:
            clauses.append(_(", {handling}").format(handling=_bare(issue.handling)))
        when = self.day(issue.revisit) if issue.revisit else issue.revisit_text
        if when:
            clauses.append(_(", discussed again {when}").format(when=_strong(when)))
        return _spans("".join(clauses) + wording.full_stop())

    def disagreement(self, row: Disagreement) -> Words:
        """The sentence of a disagreement: what was in dispute, and what became of it."""
        dispute, consensus, reason = _bare(row.dispute), _bare(row.consensus), _bare(row.reason)
        if row.status == "deferred":
            return _spans(_deferral(dispute, reason))
        if row.status == "settled" or not dispute:
            sentence = (
                _("On “{dispute}”, the consensus: {consensus}.")
                if dispute
                else "{consensus}" + wording.full_stop()
            )
            return _spans(sentence.format(dispute=dispute, consensus=consensus or _("settled")))
        return _spans(_("{dispute}: no consensus yet.").format(dispute=dispute))

    def person(self, person: Person) -> Words:
        """The sentence of a person's attendance: 研发部刘总监因客户拜访缺席，已安排陈工程师代为参会。"""
        name = _strong(wording.named(self.minutes.department_name(person.department_id), person.name))
        if person.attendance == "absent":
            sentence = _absence(person)
        elif person.attendance == "late":
            sentence = _("{name} arrived at {time}.") if person.arrived_at else _("{name} arrived late.")
        elif person.attendance == "left":
            sentence = _("{name} left at {time}.") if person.left_at else _("{name} left early.")
        else:
            sentence = _("{name}: not checked.")
        at = person.left_at if person.attendance == "left" else person.arrived_at
        return _spans(
            sentence.format(name=name, time=(at or "")[11:16], reason=person.reason, proxy=person.proxy)
        )


SENTENCES: dict[type[Entry], Callable[[Reader, Any], Words] | None] = {
    Background: None,
    Point: None,
    Opinion: None,
    Disagreement: Reader.disagreement,
    Resolution: Reader.resolution,
    Action: Reader.action,
    OpenIssue: Reader.open_issue,
    Note: None,
}
"""How an entry of each kind is read back; None for those nobody reads back, which were only talk."""

READ_BACK: tuple[type[Entry], ...] = tuple(kind for kind, sentence in SENTENCES.items() if sentence)
"""The kinds that are read back, in the order in which that is done."""


def _absence(person: Person) -> str:
    if person.reason and person.proxy:
        return _("{name} is absent ({reason}); {proxy} stands in.")
    if person.proxy:
        return _("{name} is absent; {proxy} stands in.")
    return _("{name} is absent ({reason}).") if person.reason else _("{name} is absent, no reason given.")


def _strong(text: str) -> str:
    return f"{_ON}{text}{_OFF}"


def _deferral(dispute: str, reason: str) -> str:
    """What was set aside and why, as far as either is known."""
    if not dispute:
        sentence = _("Set aside: {reason}.") if reason else _("Set aside.")
    else:
        sentence = _("{dispute}: set aside, {reason}.") if reason else _("{dispute}: set aside.")
    return sentence.format(dispute=dispute, reason=reason)


def _condition(action: Action) -> str:
    """A condition by its number and its words, and how far it is: A3（研发给接口文档，已完成）."""
    words = _bare(action.task)
    if action.status == "open":
        return _("{code} ({words})").format(code=action.code, words=words)
    state = action_status_label(action.status)
    return _("{code} ({words}, {state})").format(code=action.code, words=words, state=state)


def _bare(text: str) -> str:
    """A text as the middle of a sentence: without its own full stop."""
    return text.replace(_ON, "").replace(_OFF, "").rstrip(_ENDINGS)


def _spans(marked: str) -> Words:
    found: list[Piece] = []
    for piece in marked.split(_ON):
        strong, sign, rest = piece.partition(_OFF)
        if not sign:
            found.append(Piece(piece))
            continue
        found += [Piece(strong, True), Piece(rest)]
    return tuple(span for span in found if span.text)
