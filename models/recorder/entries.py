"""What a line adds under a topic: one function for each kind of entry."""

from __future__ import annotations

from typing import Any

from models.capture.values import (
    ActionLine,
    BackgroundLine,
    ConsensusLine,
    DeferredLine,
    DisputeLine,
    NoteLine,
    OpenIssueLine,
    OpinionLine,
    PointLine,
    ResolutionLine,
)
from models.kinds import latest_field
from models.meeting import (
    Action,
    Background,
    Cooperation,
    Department,
    Disagreement,
    Link,
    Note,
    OpenIssue,
    Opinion,
    Party,
    Point,
    Resolution,
    new_id,
)
from models.recorder import people, topics
from models.recorder.step import MeetingStep


def background(step: MeetingStep, item: BackgroundLine) -> bool:
    """Why the topic is discussed."""
    step.reused(Background)
    topic = topics.target(step, item.topic)
    step.add(Background(**step.place(topic, item.doubt, item.candidates), text=item.text))
    return True


def point(step: MeetingStep, item: PointLine) -> bool:
    """A point of nobody in particular: whoever spoke in the live topic has ended."""
    step.reused(Point)
    topic = topics.target(step, item.topic)
    if step.now and item.topic is None:
        topics.end_speaker(step)
    step.add(Point(**step.place(topic, item.doubt, item.candidates), text=item.text))
    return True


def note(step: MeetingStep, item: NoteLine) -> bool:
    """For the recorder alone."""
    step.reused(Note)
    topic = topics.target(step, item.topic)
    step.add(Note(**step.place(topic, item.doubt, item.candidates), text=item.text))
    return True


def opinion(step: MeetingStep, item: OpinionLine) -> bool:
    """An opinion; in the live topic its department and person speak from here on, even where no word follows yet."""
    taken_back = step.reused(Opinion)
    topic = topics.target(step, item.topic)
    department_id, person_id = people.who(step, item.department, item.person)
    people.speaks(step, person_id)
    if step.now and item.speaks and item.topic is None:
        step.change(step.meeting, speaker_department_id=department_id, speaker_person_id=person_id)
    if taken_back is None and not item.text and item.stance == "none" and not item.doubt:
        return True
    step.add(
        Opinion(
            **step.place(topic, item.doubt, item.candidates),
            department_id=department_id,
            person_id=person_id,
            stance=item.stance,
            text=item.text,
        )
    )
    return True


def dispute(step: MeetingStep, item: DisputeLine) -> bool:
    """A dispute between the departments its words name."""
    before = step.reused(Disagreement)
    kept: dict[str, Any] = {}
    if before:
        kept = {"consensus": before.consensus, "status": before.status, "reason": before.reason}
    topic = topics.target(step, item.topic)
    parties = [people.department(step, name) for name in item.parties]
    row = step.add(
        Disagreement(**step.place(topic, item.doubt, item.candidates), dispute=item.dispute, **kept)
    )
    step.opened.append(row.id)
    link(step, Party, row.id, parties)
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
    number = step.next_code("D", max((r.number for r in step.minutes.all(Resolution)), default=0))
    row = step.add(
        Resolution(
            executing_department_id=people.department_id(step, item.executing_department),
            **step.place(topic, item.doubt, item.candidates),
            number=number,
            text=item.text,
            effective_text=item.effective_text,
            effective=item.effective,
            vote=before.vote if before else "",
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
    owner_department_id, owner_id = people.who(step, item.owner_department, item.owner)
    helpers = [people.department(step, name) for name in item.cooperating]
    number = step.next_code("A", max((a.number for a in step.minutes.all(Action)), default=0))
    row = step.add(
        Action(
            **step.place(topic or topics.live(step), item.doubt, item.candidates),
            number=number,
            task=item.task,
            owner_department_id=owner_department_id,
            owner_id=owner_id,
            due_text=item.due_text,
            due=item.due,
            due_flags="、".join(item.flags),
            status=before.status if before else "open",
            condition_of=condition_of.id if condition_of else before.condition_of if before else None,
        )
    )
    link(step, Cooperation, row.id, helpers)
    return True


def open_issue(step: MeetingStep, item: OpenIssueLine) -> bool:
    """What stays open."""
    step.reused(OpenIssue)
    topic = topics.target(step, item.topic)
    lead_department_id, lead_id = people.who(step, item.lead_department, item.lead)
    number = step.next_code("Q", max((q.number for q in step.minutes.all(OpenIssue)), default=0))
    step.add(
        OpenIssue(
            **step.place(topic, item.doubt, item.candidates),
            number=number,
            text=item.text,
            lead_department_id=lead_department_id,
            lead_id=lead_id,
            handling=item.handling,
            revisit_text=item.revisit_text,
            revisit=item.revisit,
        )
    )
    return True


# -- departments of an entry -----------------------------------------------------------------------------------


def link(
    step: MeetingStep,
    kind: type[Link],
    owner: str,
    wanted: list[Department | None],
) -> None:
    """Makes these the departments of a disagreement, an action or a topic, and no others."""
    step.touch(owner)
    ids = list(dict.fromkeys(d.id for d in wanted if d))
    present = {row.department_id: row for row in step.minutes.links(kind, owner)}
    for department_id, row in present.items():
        if department_id not in ids:
            step.drop(row)
    for department_id in ids:
        if department_id not in present:
            tied = {kind.owner: owner, "department_id": department_id}
            step.add(kind(id=new_id(), meeting_id=step.meeting.id, **tied))
    if (entry := step.minutes.entry(owner)) and set(ids) != set(present):
        step.outdate(entry)
