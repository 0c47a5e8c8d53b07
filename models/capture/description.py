"""How a value is said above the capture bar: short parts, each with the role that decides how it is shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from models import i18n
from models.capture.named.newcomers import Newcomer
from models.capture.values import (
    ActionLine,
    AttendanceLine,
    BackgroundLine,
    BreakLine,
    ChangeLine,
    ConsensusLine,
    ContinuationLine,
    ConvertLine,
    DeferredLine,
    DisputeLine,
    FactLine,
    MarkLine,
    NextLine,
    NoteLine,
    OpenIssueLine,
    OpinionLine,
    OutcomeLine,
    Parsed,
    PointLine,
    ReplacementLine,
    ResolutionLine,
    SlotsLine,
    Somebody,
    TopicLine,
    VoteLine,
)
from models.capture.words.idiom import idiom
from models.dates.resolve import standard_calendar
from models.i18n import _
from models.vocabulary import (
    CARRIED,
    action_status_label,
    fact_label,
    field_label,
    flag_words,
    holiday_label,
    missing_words,
    outcome_label,
    presence_label,
    role_label,
    scenario_label,
    stance_label,
    weekday_name,
)


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a description; `role` is label, text, person, department, due, warning, near or dim."""

    text: str
    role: str = "text"
    department: str | None = None
    """The department's name where the part names one or somebody of it, to be shown in its colour."""


Segments = list[Segment]
_QUOTED = 24
"""Characters of a dispute that stand in the echo."""


def describe(item: Parsed, new: Sequence[Newcomer] = ()) -> Segments:
    """The value in the words of the language in use, its parts in order, without separators.

    Of `new` departments and people it says that they are, and whom else may have been meant.
    """
    parts = list(_with_new(_DESCRIBED[type(item)](item), new))
    if item.topic:
        parts.insert(0, Segment(_("into {number}").format(number=item.topic), "dim"))
    if item.doubt:
        parts.append(Segment(_("to be checked"), "warning"))
    if item.candidates and not getattr(item, "asks", None):
        names = _(" or ").join(item.candidates)
        parts.append(Segment(_("which one: {names}?").format(names=names), "warning"))
    return [part for part in parts if part.text]


def _with_new(parts: Segments, new: Sequence[Newcomer]) -> Iterator[Segment]:
    """The parts, each name nobody knows with a word before it and those like it behind."""
    told: set[str] = set()
    for part in parts:
        found = next((one for one in new if part.text == (one.person or one.department)), None)
        if found is None or part.role not in ("department", "person") or part.text in told:
            yield part
            continue
        told.add(part.text)
        yield Segment(_("new person") if found.person else _("new department"), "warning")
        yield part
        if found.near:
            names = _(" or ").join(who.label for who in found.near)
            yield Segment(_("({names}?)").format(names=names), "near")


def _label(text: str) -> Segment:
    return Segment(text, "label")


def _who(department: str | None, person: str | None) -> Iterator[Segment]:
    if department:
        yield Segment(department, "department", department)
    if person:
        yield Segment(person, "person", department)


def _date(iso: str | None) -> str:
    """A date for people: 2026-09-25 Fri, with the time behind it where there is one."""
    if not iso:
        return ""
    day, _separator, time = iso.partition("T")
    weekday = weekday_name(dt.date.fromisoformat(day))
    return " ".join(filter(None, (day, weekday, time)))


def _due(label: str, words: str, iso: str | None, flags: tuple[str, ...]) -> Iterator[Segment]:
    if words:
        yield Segment(label, "dim")
        yield Segment(_date(iso) or words, "due")
        for flag in flags:
            yield Segment(_day_off(iso) if flag == "非工作日" and iso else flag_words(flag), "warning")


def _day_off(iso: str) -> str:
    """Which holiday the day is, and the working day before it."""
    day = dt.date.fromisoformat(iso[:10])
    calendar = standard_calendar()
    before = calendar.previous_workday(day).strftime("%m-%d")
    holiday = calendar.holiday_name(day)
    if holiday is None:
        return _("not a working day; the one before is {day}").format(day=before)
    return _("{holiday}; working day before {day}").format(holiday=holiday_label(holiday), day=before)


def _cooperating(names: tuple[str, ...] | None, helpers: tuple[Somebody, ...] | None) -> Iterator[Segment]:
    """Who helps: each person behind the department, then the departments of whom nobody is named."""
    if names or helpers:
        yield Segment(_("together with"), "dim")
    for one in helpers or ():
        yield from _who(one.department if one.department in (names or ()) else None, one.name)
    for name in names or ():
        if name not in {one.department for one in helpers or ()}:
            yield Segment(name, "department", name)


def _remarks(item: Parsed) -> Iterator[Segment]:
    """What is said beside the words of an entry, each behind its label."""
    for label, text in idiom(i18n.current()).remarks(item):
        yield Segment(label, "dim")
        yield Segment(text)


def _missing(item: Parsed) -> Iterator[Segment]:
    if item.missing and not item.candidates:
        names = _(", ").join(missing_words(name) for name in item.missing)
        yield Segment(_("missing: {names}").format(names=names), "warning")


def _action(item: ActionLine) -> Segments:
    parts = [_label(_("Action item")), Segment(item.task)]
    if item.owner_department or item.owner:
        parts += [Segment(_("owned by"), "dim"), *_who(item.owner_department, item.owner)]
    parts += _cooperating(item.cooperating, item.helpers)
    parts += _due(_("due"), item.due_text, item.due, item.flags)
    return [*parts, *_remarks(item), *_missing(item)]


def _resolution(item: ResolutionLine) -> Segments:
    parts = [_label(_("Resolution")), Segment(item.text)]
    if item.executing_department:
        parts += [Segment(_("carried out by"), "dim"), *_who(item.executing_department, None)]
    parts += _due(_("effective"), item.effective_text, item.effective, ())
    for condition in item.conditions:
        parts += [_label(_("Condition")), *_action(condition)[1:]]
    return [*parts, *_missing(item)]


def _open_issue(item: OpenIssueLine) -> Segments:
    parts = [_label(_("Open issue")), Segment(item.text)]
    if item.lead_department or item.lead:
        parts += [Segment(_("lead"), "dim"), *_who(item.lead_department, item.lead)]
    parts += _remarks(item)
    parts += _due(_("revisit"), item.revisit_text, item.revisit, item.flags)
    return [*parts, *_missing(item)]


def _slots(item: SlotsLine) -> Segments:
    parts = [
        _label(_("Fills in")),
        *_who(item.owner_department, item.owner),
        *_cooperating(item.cooperating, item.helpers),
    ]
    parts += _due(_("due"), item.due_text, item.due, item.flags)
    parts += _remarks(item)
    return [*parts, *_due(_("revisit"), item.revisit_text, item.revisit, ())]


def _opinion(item: OpinionLine) -> Segments:
    parts = [_label(_("Opinion")), *_who(item.department, item.person or item.said_as)]
    if item.evidence.get("department", item.evidence.get("person")) == "carried":
        parts[-1] = replace(parts[-1], text=f"{parts[-1].text} {CARRIED}")
    if item.stance != "none":
        parts.append(Segment(stance_label(item.stance), "label"))
    if item.asks:
        return [*parts, Segment(item.text), Segment(_("who said it?"), "warning")]
    return [*parts, Segment(item.text), *_missing(item)]


def _dispute(item: DisputeLine) -> Segments:
    parts = [_label(_("Dispute")), Segment(item.dispute)]
    return [*parts, *(Segment(name, "department", name) for name in item.parties)]


def _settling(item: ConsensusLine | DeferredLine) -> Segment:
    """Which dispute it is about, by its words, so that a wrong one is seen."""
    if item.settles is None:
        return Segment(_("stands alone"), "dim")
    if not item.about:
        return Segment(_("settles the dispute"), "dim")
    words = item.about if len(item.about) <= _QUOTED else item.about[: _QUOTED - 1] + "…"
    return Segment(_("settles the dispute “{dispute}”").format(dispute=words), "dim")


def _was(item: ChangeLine, name: str) -> Iterator[Segment]:
    """What a field said before it is changed: the old words and an arrow."""
    if name in item.was:
        yield Segment(f"{field_label(name)} {item.was[name] or _('(none)')} →", "dim")


def _label_of(item: ChangeLine, name: str) -> str:
    """The label of a day, unless what it was before has it already."""
    return "" if name in item.was else {"due": _("due"), "effective": _("effective")}[name]


def _status(status: str | None) -> Iterator[Segment]:
    if status:
        yield Segment(action_status_label(status), "label")


def _change(item: ChangeLine) -> Segments:
    unknown = [Segment(_("there is none"), "warning")] if item.target and "target" in item.missing else []
    if item.retract:
        return [_label(_("Retract {number}").format(number=item.target)), *unknown]
    if not item.target and not item.entry:
        return [_label(_("Change")), Segment(item.text or ""), Segment(_("which entry?"), "warning")]
    quoted = _("“{words}”").format(words=item.about[:_QUOTED]) if item.entry else ""
    number = " ".join(filter(None, (item.target, quoted)))
    parts = [_label(_("Change {number}").format(number=number)), *unknown]
    parts += [Segment(stance_label(item.stance), "label")] if item.stance else []
    parts += [*_was(item, "text"), *(Segment(text) for text in (item.text,) if text)]
    parts += [*_was(item, "owner"), *_was(item, "executing_department")]
    parts += _who(item.owner_department or item.executing_department, item.owner)
    parts += [*_was(item, "cooperating"), *_cooperating(item.cooperating, item.helpers)]
    parts += [*_was(item, "due"), *_due(_label_of(item, "due"), item.due_text or "", item.due, item.flags)]
    parts += [
        *_was(item, "effective"),
        *_due(_label_of(item, "effective"), item.effective_text or "", item.effective, ()),
    ]
    parts += [*_was(item, "handling"), *(Segment(text) for text in (item.handling,) if text)]
    parts += [*_was(item, "status"), *_status(item.status)]
    for condition in item.conditions:
        parts += [Segment(_("on condition"), "dim"), Segment(condition.task)]
    if "value" in item.missing:
        return [*parts, Segment(item.reason), Segment(_("nobody known and no day"), "warning")]
    return parts + ([Segment(item.reason, "dim")] if item.reason else [])


def _attendance(item: AttendanceLine) -> Segments:
    words = [role_label(item.role)] if item.role and item.role != "attendee" else []
    if item.attendance and not words:
        words.append(presence_label(item.attendance))
    parts = [
        _label(_("Attendance")),
        *_who(item.department, item.name),
        *(Segment(word, "label") for word in words),
    ]
    parts += [Segment(time, "due") for time in (item.arrived_at, item.left_at) if time]
    parts += [Segment(item.reason, "dim")] if item.reason else []
    return parts + ([Segment(_("{name} stands in").format(name=item.proxy), "dim")] if item.proxy else [])


def _break(item: BreakLine) -> Segments:
    words = {"start": _("Break"), "end": _("Break over"), "adjourn": _("End of the meeting")}[item.what]
    if item.minutes is None:
        return [_label(words)]
    return [_label(words), Segment(_("{n} min").format(n=item.minutes), "due")]


def _topic(item: TopicLine) -> Segments:
    head = _("Topic {number}").format(number=item.number) if item.number else _("New topic")
    if "number" in item.missing:
        return [_label(head), Segment(_("there is none"), "warning")]
    minutes = [Segment(_("{n} min").format(n=item.minutes), "dim")] if item.minutes else []
    return [_label(head), Segment(item.title), *minutes]


def _next(item: NextLine) -> Segments:
    parts = [_label(_("Next meeting"))]
    if item.next_at:
        parts.append(Segment(_date(item.next_at), "due"))
    else:
        parts += [Segment(item.text), Segment(_("no time found"), "warning")]
    return parts + ([Segment(item.next_place)] if item.next_place else [])


def _fact(item: FactLine) -> Segments:
    value = scenario_label(item.value) if item.field == "scenario" else item.value
    parts = [_label(fact_label(item.field)), Segment(value)]
    if item.field == "time":
        read = "—".join(filter(None, (_date(item.starts_at), (item.ends_at or "")[11:])))
        parts.append(Segment(read, "due") if read else Segment(_("no time found"), "warning"))
    return parts


def _replacement(item: ReplacementLine) -> Segments:
    parts = [_label(_("Correct")), Segment(item.old, "dim"), Segment("→", "dim"), Segment(item.new)]
    if item.found_in is None:
        return [*parts, Segment(_("not found in any entry"), "warning")]
    return [*parts, Segment(item.preview, "text")]


def _convert(item: ConvertLine) -> Segments:
    into = (
        _("Turn the last entry into an action")
        if item.into == "action"
        else _("Turn the last entry into a resolution")
    )
    return [_label(into)]


_DESCRIBED: dict[type[Parsed], Callable[[Any], Segments]] = {
    TopicLine: _topic,
    BackgroundLine: lambda item: [_label(_("Background")), Segment(item.text)],
    PointLine: lambda item: [_label(_("Point")), Segment(item.text)],
    OpinionLine: _opinion,
    DisputeLine: _dispute,
    ConsensusLine: lambda item: [_label(_("Consensus")), Segment(item.consensus), _settling(item)],
    DeferredLine: lambda item: [_label(_("Set aside")), Segment(item.reason), _settling(item)],
    OpenIssueLine: _open_issue,
    ActionLine: _action,
    ResolutionLine: _resolution,
    SlotsLine: _slots,
    ConvertLine: _convert,
    ChangeLine: _change,
    AttendanceLine: _attendance,
    BreakLine: _break,
    VoteLine: lambda item: [_label(_("Vote")), Segment(item.vote)],
    OutcomeLine: lambda item: [_label(_("Outcome")), Segment(outcome_label(item.outcome))],
    NextLine: _next,
    MarkLine: lambda _item: [_label(_("Nothing is disputed here"))],
    NoteLine: lambda item: [_label(_("Note")), Segment(item.text)],
    FactLine: _fact,
    ContinuationLine: lambda item: [_label(_("Continues")), Segment(item.text)],
    ReplacementLine: _replacement,
}
