"""The registry of rules: each is one function that looks at a meeting and yields what it finds wanting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TypeVar

from models import kinds, wording
from models.calendar import WorkCalendar
from models.findings.finding import Finding, Offer, Severity, Thresholds, Trigger
from models.i18n import _
from models.meeting import Entry, Topic
from models.minutes import Minutes

E = TypeVar("E", bound=Entry)
Value = str | int | float | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding as a rule yields it; the registry adds the rule's own id, title and severity."""

    item: str
    where: str
    message: str
    topic_id: str | None = None
    offers: tuple[Offer, ...] = ()
    part: str = ""
    severity: Severity | None = None
    """The severity of this hit, where it is not the rule's."""


class Case:
    """The meeting under check with thresholds, day and calendar, and what several rules ask of them."""

    def __init__(
        self, minutes: Minutes, thresholds: Thresholds, today: dt.date, calendar: WorkCalendar
    ) -> None:
        self.minutes = minutes
        self.thresholds = thresholds
        self.today = today
        self.calendar = calendar

    @cached_property
    def day(self) -> dt.date | None:
        """The meeting's date."""
        return wording.parse_day(self.minutes.meeting.starts_at)

    @cached_property
    def recorders_department(self) -> str | None:
        """The id of the recorder's own department."""
        return wording.recorder_department(self.minutes)

    def entries(self, kind: type[E]) -> list[E]:
        """The entries of a kind that go into the minutes and still hold."""
        return self.minutes.holding(kind)

    def hit(
        self,
        entry: Entry,
        message: str,
        *offers: Offer,
        part: str = "",
        severity: Severity | None = None,
    ) -> Hit:
        """A hit on an entry."""
        where = kinds.place_of(self.minutes, entry)
        return Hit(entry.id, where, message, entry.topic_id, offers, part, severity)

    def about_topic(self, topic: Topic, message: str, *offers: Offer, part: str = "") -> Hit:
        """A hit on a topic as a whole."""
        return Hit(topic.id, topic.number, message, topic.id, offers, part)

    def about_meeting(self, where: str, message: str, part: str, *offers: Offer) -> Hit:
        """A hit on the meeting's facts; `part` says which."""
        return Hit(self.minutes.meeting.id, where, message, None, offers, part)


Check = Callable[[Case], Iterable[Hit]]
Words = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: when it is asked, how grave it is, what it asks for in the template's words."""

    id: str
    severity: Severity
    triggers: frozenset[Trigger]
    wording: Words
    check: Check
    title: Words
    """The rule's number in the template, or the name of a rule it does not number."""

    def __call__(self, case: Case) -> Iterator[Finding]:
        """The findings of this rule, waived ones too."""
        for hit in self.check(case):
            severity = hit.severity or self.severity
            yield Finding(
                self.id,
                self.title(),
                severity,
                hit.item,
                hit.topic_id,
                hit.where,
                hit.message,
                hit.offers,
                hit.part,
            )


RULES: dict[str, Rule] = {}
"""Every rule by its id, in the order in which findings are listed."""

CLOSE_AND_FINAL = (Trigger.CLOSE, Trigger.FINAL)


def rule(
    rule_id: str, severity: Severity, triggers: Iterable[Trigger], wording: Words, title: Words | None = None
) -> Callable[[Check], Check]:
    """Registers the function below it as the rule with this id."""

    def register(function: Check) -> Check:
        name = title or (lambda: rule_id)
        RULES[rule_id] = Rule(rule_id, severity, frozenset(triggers), wording, function, name)
        return function

    return register


def check(
    minutes: Minutes,
    trigger: Trigger | str,
    thresholds: Thresholds | None = None,
    today: dt.date | None = None,
    calendar: WorkCalendar | None = None,
) -> list[Finding]:
    """The findings at this moment without those waived: topic by topic, the hard before the soft, as typed."""
    asked = rules(trigger, thresholds)
    case = Case(minutes, thresholds or Thresholds(), today or dt.date.today(), calendar or WorkCalendar())
    waived = {(waiver.rule, waiver.item) for waiver in minutes.waivers}
    found = [f for one in asked for f in one(case) if (f.rule, f.key) not in waived]
    order = {topic.id: place for place, topic in enumerate(minutes.topics)}
    typed = {entry.id: entry.seq for entry in minutes.all_entries} if found else {}
    return sorted(
        found,
        key=lambda f: (order.get(f.topic_id or "", -1), f.severity is Severity.SOFT, typed.get(f.item, -1)),
    )


def rules(trigger: Trigger | str, thresholds: Thresholds | None = None) -> list[Rule]:
    """The rules asked at this moment."""
    off = thresholds.off if thresholds else frozenset()
    return [one for one in RULES.values() if Trigger(trigger) in one.triggers and one.id not in off]


def read_thresholds(settings: Mapping[str, Value]) -> Thresholds:
    """Reads the [findings] section: a figure by its name in `Thresholds`, and `R14 = false` for a rule not asked.

    ValueError for a name that is neither a figure nor a rule, and for a value that cannot be meant.
    """
    names = {f.name for f in fields(Thresholds)} - {"off"}
    for name, value in settings.items():
        if name in names and (type(value) is not int or value < 0):
            raise ValueError(_("{name} must be a whole number").format(name=name))
        if name not in names and name not in RULES:
            raise ValueError(_("there is no figure and no rule {name}").format(name=name))
        if name in RULES and not isinstance(value, bool):
            raise ValueError(_("{name} must be true or false").format(name=name))
    figures = {name: int(str(value)) for name, value in settings.items() if name in names}
    return Thresholds(**figures, off=frozenset(name for name, value in settings.items() if value is False))
