"""Entries that a line adds under a topic: by the facts of the kind, with a function for kinds that ask for more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from models.capture.values import (
    ActionLine,
    ConsensusLine,
    DeferredLine,
    DisputeLine,
    OpinionLine,
    Parsed,
    PointLine,
    ResolutionLine,
    Somebody,
)
from models.capture.words.everyday import EVERY_DEPARTMENT
from models.entry_values import LINES
from models.kinds import KINDS, latest_field, of, owner_ids
from models.meeting import (
    Action,
    Department,
    Disagreement,
    Entry,
    Link,
    Note,
    Numbered,
    Opinion,
    Person,
    Point,
    Resolution,
    new_id,
)
from models.recorder import people, topics
from models.recorder.step import MeetingStep

Adds = Callable[[MeetingStep, Any], bool]
"""A function that does one value to the meeting; False where there is nothing it could be added to."""


def _said(step: MeetingStep, kind: type[Entry], item: Any) -> dict[str, Any]:
    """What a line says of the columns of a kind: words and days as they are, whose it is by id."""
    facts = KINDS[kind]
    said = {column: getattr(item, column) for column in facts.said}
    if facts.due and facts.due.flags:
        said[facts.due.flags] = "、".join(item.flags)
    if facts.owner:
        names = [getattr(item, name) for name in facts.owner.names]
        department_id, person_id = people.who(step, *(*names, None)[:2])
        said |= dict(zip(facts.owner.columns, (department_id, person_id), strict=False))
    return said


Tied = list[Department | Person | None]
"""The departments or people that are tied to an entry."""


def _tied(step: MeetingStep, kind: type[Entry], item: Parsed) -> list[tuple[type[Link], Tied]]:
    """The departments and people a line ties to an entry; new ones join."""
    return [(tie, named(step, getattr(item, field))) for field, tie in KINDS[kind].links.items()]


def _number(step: MeetingStep, kind: type[Numbered]) -> int:
    return step.next_code(kind.letter, max((row.number for row in step.minutes.all(kind)), default=0))


def _adds(kind: type[Entry]) -> Adds:
    """What adds an entry of a kind that asks for nothing beside its facts."""

    def add(step: MeetingStep, item: Parsed) -> bool:
        step.reused(kind)
        topic = topics.target(step, item.topic)
        said, tied = _said(step, kind, item), _tied(step, kind, item)
        if issubclass(kind, Numbered):
            said["number"] = _number(step, kind)
        row = step.add(kind(**step.place(topic, item.doubt, item.candidates), **said))
        _tie(step, row, tied)
        return True

    return add


note = _adds(Note)


def point(step: MeetingStep, item: PointLine) -> bool:
    """A point of nobody in particular: whoever spoke in the live topic has ended."""
    step.reused(Point)
    topic = topics.target(step, item.topic)
    if step.now and item.topic is None:
        topics.end_speaker(step)
    asks = item.asks or ""
    step.add(Point(**step.place(topic, item.doubt, item.candidates), **_said(step, Point, item), asks=asks))
    return True


def opinion(step: MeetingStep, item: OpinionLine) -> bool:
    """An opinion; in the live topic its department and person speak from here on, even where no word follows yet."""
    taken_back = step.reused(Opinion)
    topic = topics.target(step, item.topic)
    said = _said(step, Opinion, item)
    people.speaks(step, said["person_id"])
    if step.now and item.topic is None:
        _goes_on(step, item, said)
    if taken_back is None and not item.text and item.stance == "none" and not item.doubt:
        return True
    carried = item.evidence.get("department", item.evidence.get("person")) == "carried"
    place = step.place(topic, item.doubt, item.candidates)
    step.add(Opinion(**place, **said, asks=item.asks or "", said_as=item.said_as, carried=carried))
    return True


def _goes_on(step: MeetingStep, item: OpinionLine, said: dict[str, Any]) -> None:
    """Whoever said it speaks from here on; where nobody knows who did, the speaker is set aside."""
    if item.asks:
        step.change(step.meeting, speaker_asks=True)
    elif item.speaks:
        speaker = {f"speaker_{column}": said[column] for column in ("department_id", "person_id")}
        step.change(step.meeting, **speaker, speaker_asks=False)


def dispute(step: MeetingStep, item: DisputeLine) -> bool:
    """A dispute between the departments its words name."""
    before = step.reused(Disagreement)
    kept: dict[str, Any] = {}
    if before:
        kept = {"consensus": before.consensus, "status": before.status, "reason": before.reason}
    topic = topics.target(step, item.topic)
    tied = _tied(step, Disagreement, item)
    row = step.add(
        Disagreement(**step.place(topic, item.doubt, item.candidates), dispute=item.dispute, **kept)
    )
    step.opened.append(row.id)
    _tie(step, row, tied)
    if topic.no_dispute:
        step.change(topic, no_dispute=False)
    return True


def consensus(step: MeetingStep, item: ConsensusLine) -> bool:
    """A consensus: of the dispute it settles, else one that stands alone."""
    return _conclude(step, item, consensus=item.consensus, status="settled")


def deferred(step: MeetingStep, item: DeferredLine) -> bool:
    """A dispute set aside, with the reason."""
    return _conclude(step, item, reason=item.reason, status="deferred")


def _conclude(step: MeetingStep, item: ConsensusLine | DeferredLine, **said: Any) -> bool:
    taken_back = step.reused(Disagreement)
    dispute = step.minutes.get(Disagreement, _settled(step, item.settles))
    if taken_back is not None and dispute in (None, taken_back):
        step.keep()
        if latest_field(taken_back) == "dispute":
            said["dispute"] = ""
        step.change(taken_back, **said, doubt=item.doubt)
    elif dispute is None:
        topic = topics.target(step, item.topic)
        step.add(Disagreement(**step.place(topic, item.doubt, item.candidates), **said))
    else:
        if dispute.consensus:
            # Two consensus for one dispute: the second adds to the first.
            said["consensus"] = "；".join(filter(None, [dispute.consensus, said.get("consensus")]))
        step.change(dispute, **said, doubt=dispute.doubt or item.doubt)
    return True


def _settled(step: MeetingStep, settles: str | None) -> str | None:
    """The id of the dispute; "#2" is the second one this line opened."""
    if settles and settles.startswith("#"):
        place = int(settles[1:]) - 1
        return step.opened[place] if place < len(step.opened) else None
    return settles


def resolution(step: MeetingStep, item: ResolutionLine) -> bool:
    """A resolution with its conditions, each an action of its own."""
    before = step.reused(Resolution)
    topic = topics.target(step, item.topic)
    number = _number(step, Resolution)
    row = step.add(
        Resolution(
            **_said(step, Resolution, item),
            **step.place(topic, item.doubt, item.candidates),
            number=number,
            vote=item.vote or (before.vote if before else ""),
            superseded_by=before.superseded_by if before else None,
        )
    )
    for condition in item.conditions:
        action(step, condition, condition_of=row)
    return True


def action(step: MeetingStep, item: ActionLine, condition_of: Resolution | None = None) -> bool:
    """An action, perhaps the condition of a resolution."""
    before = step.reused(Action)
    topic = step.minutes.topic(condition_of.topic_id) if condition_of else topics.target(step, item.topic)
    said = {**_said(step, Action, item), "for_all": item.owner_department == EVERY_DEPARTMENT}
    tied = _tied(step, Action, item)
    number = _number(step, Action)
    row = step.add(
        Action(
            **step.place(topic or topics.live(step), item.doubt, item.candidates),
            **said,
            number=number,
            status=before.status if before else "open",
            condition_of=condition_of.id if condition_of else before.condition_of if before else None,
        )
    )
    _tie(step, row, tied)
    return True


ADDS: dict[type[Parsed], Adds] = {
    **{line: _adds(kind) for kind, line in LINES.items()},
    PointLine: point,
    OpinionLine: opinion,
    DisputeLine: dispute,
    ConsensusLine: consensus,
    DeferredLine: deferred,
    ResolutionLine: resolution,
    ActionLine: action,
}
"""What adds an entry, by the value that asks for one."""


# -- departments and people of an entry ------------------------------------------------------------------------


def named(step: MeetingStep, said: Iterable[str | Somebody]) -> Tied:
    """The departments and people meant, each by id or by name; new ones join."""
    return [_named(step, one) for one in said]


def _named(step: MeetingStep, one: str | Somebody) -> Department | Person | None:
    if isinstance(one, Somebody):
        return people.person(step, one.department, one.name)
    return step.minutes.department(one) or step.minutes.person(one) or people.department(step, one)


def link(
    step: MeetingStep, kind: type[Link], owner: str, wanted: Sequence[Department | Person | None]
) -> None:
    """Makes these the departments or people of a disagreement, an action or a topic, and no others."""
    step.touch(owner)
    ids = list(dict.fromkeys(d.id for d in wanted if d))
    present = {row.tied_id: row for row in step.minutes.links(kind, owner)}
    for tied_id, row in present.items():
        if tied_id not in ids:
            step.drop(row)
    for tied_id in ids:
        if tied_id not in present:
            tied = {kind.owner: owner, f"{kind.of.table}_id": tied_id}
            step.add(kind(id=new_id(), meeting_id=step.meeting.id, **tied))
    entry = step.minutes.entry(owner)
    if entry and set(ids) != set(present):
        step.outdate(entry)
    if isinstance(entry, Action) and ids and entry.cooperating_none:
        step.change(entry, cooperating_none=False)


def untie_owner(step: MeetingStep, row_id: str) -> None:
    """Whoever owns an item does not help with it as well, and it is no longer one of all departments."""
    row = step.minutes.entry(row_id)
    if not isinstance(row, Action):
        return
    if row.for_all and any(owner_ids(row)):
        step.change(row, for_all=False)
    for tie in of(row).links.values():
        tied = step.minutes.linked(tie, row_id)
        helping = [one for one in tied if one.id not in owner_ids(row)]
        if len(helping) < len(tied):
            link(step, tie, row_id, helping)


def _tie(step: MeetingStep, row: Entry, tied: list[tuple[type[Link], Tied]]) -> None:
    for kind, wanted in tied:
        link(step, kind, row.id, wanted)
