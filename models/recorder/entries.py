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
from models.recorder.sheet import Sheet


def background(sheet: Sheet, item: BackgroundLine) -> bool:
    """Why the topic is discussed."""
    sheet.reused(Background)
    topic = topics.target(sheet, item.topic)
    sheet.add(Background(**sheet.place(topic, item.doubt, item.candidates), text=item.text))
    return True


def point(sheet: Sheet, item: PointLine) -> bool:
    """A point of nobody in particular: whoever spoke in the live topic has ended."""
    sheet.reused(Point)
    topic = topics.target(sheet, item.topic)
    if sheet.now and item.topic is None:
        topics.end_speaker(sheet)
    sheet.add(Point(**sheet.place(topic, item.doubt, item.candidates), text=item.text))
    return True


def note(sheet: Sheet, item: NoteLine) -> bool:
    """For the recorder alone."""
    sheet.reused(Note)
    topic = topics.target(sheet, item.topic)
    sheet.add(Note(**sheet.place(topic, item.doubt, item.candidates), text=item.text))
    return True


def opinion(sheet: Sheet, item: OpinionLine) -> bool:
    """An opinion; in the live topic its department and person speak from here on, even where no word follows yet."""
    taken_back = sheet.reused(Opinion)
    topic = topics.target(sheet, item.topic)
    department_id, person_id = people.who(sheet, item.department, item.person)
    people.speaks(sheet, person_id)
    if sheet.now and item.speaks and item.topic is None:
        sheet.change(sheet.meeting, speaker_department_id=department_id, speaker_person_id=person_id)
    if taken_back is None and not item.text and item.stance == "none" and not item.doubt:
        return True
    sheet.add(
        Opinion(
            **sheet.place(topic, item.doubt, item.candidates),
            department_id=department_id,
            person_id=person_id,
            stance=item.stance,
            text=item.text,
        )
    )
    return True


def dispute(sheet: Sheet, item: DisputeLine) -> bool:
    """A dispute between the departments its words name."""
    before = sheet.reused(Disagreement)
    kept: dict[str, Any] = {}
    if before:
        kept = {"consensus": before.consensus, "status": before.status, "reason": before.reason}
    topic = topics.target(sheet, item.topic)
    parties = [people.department(sheet, name) for name in item.parties]
    row = sheet.add(
        Disagreement(**sheet.place(topic, item.doubt, item.candidates), dispute=item.dispute, **kept)
    )
    sheet.opened.append(row.id)
    link(sheet, Party, row.id, parties)
    return True


def consensus(sheet: Sheet, item: ConsensusLine) -> bool:
    """A consensus: of the dispute it settles, else one that stands alone."""
    return _conclude(sheet, item, consensus=item.consensus, status="settled")


def deferred(sheet: Sheet, item: DeferredLine) -> bool:
    """A dispute set aside, with the reason."""
    return _conclude(sheet, item, reason=item.reason, status="deferred")


def _conclude(sheet: Sheet, item: ConsensusLine | DeferredLine, **said: Any) -> bool:
    taken_back = sheet.reused(Disagreement)
    dispute = sheet.minutes.get(Disagreement, _settled(sheet, item.settles))
    if taken_back is not None and dispute in (None, taken_back):
        sheet.keep()
        if latest_field(taken_back) == "dispute":
            said["dispute"] = ""
        sheet.change(taken_back, **said, doubt=item.doubt)
    elif dispute is None:
        topic = topics.target(sheet, item.topic)
        sheet.add(Disagreement(**sheet.place(topic, item.doubt, item.candidates), **said))
    else:
        if dispute.consensus:
            # Two consensus for one dispute: the second adds to the first.
            said["consensus"] = "；".join(filter(None, [dispute.consensus, said.get("consensus")]))
        sheet.change(dispute, **said, doubt=dispute.doubt or item.doubt)
    return True


def _settled(sheet: Sheet, settles: str | None) -> str | None:
    """The id of the dispute; "#2" is the second one this line opened."""
    if settles and settles.startswith("#"):
        place = int(settles[1:]) - 1
        return sheet.opened[place] if place < len(sheet.opened) else None
    return settles


def resolution(sheet: Sheet, item: ResolutionLine) -> bool:
    """A resolution with its conditions, each an action of its own."""
    before = sheet.reused(Resolution)
    topic = topics.target(sheet, item.topic)
    number = sheet.next_code("D", max((r.number for r in sheet.minutes.all(Resolution)), default=0))
    row = sheet.add(
        Resolution(
            executing_department_id=people.department_id(sheet, item.executing_department),
            **sheet.place(topic, item.doubt, item.candidates),
            number=number,
            text=item.text,
            effective_text=item.effective_text,
            effective=item.effective,
            vote=before.vote if before else "",
            superseded_by=before.superseded_by if before else None,
        )
    )
    for condition in item.conditions:
        action(sheet, condition, condition_of=row)
    return True


def action(sheet: Sheet, item: ActionLine, condition_of: Resolution | None = None) -> bool:
    """An action, perhaps the condition of a resolution."""
    before = sheet.reused(Action)
    topic = sheet.minutes.topic(condition_of.topic_id) if condition_of else topics.target(sheet, item.topic)
    owner_department_id, owner_id = people.who(sheet, item.owner_department, item.owner)
    helpers = [people.department(sheet, name) for name in item.cooperating]
    number = sheet.next_code("A", max((a.number for a in sheet.minutes.all(Action)), default=0))
    row = sheet.add(
        Action(
            **sheet.place(topic or topics.live(sheet), item.doubt, item.candidates),
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
    link(sheet, Cooperation, row.id, helpers)
    return True


def open_issue(sheet: Sheet, item: OpenIssueLine) -> bool:
    """What stays open."""
    sheet.reused(OpenIssue)
    topic = topics.target(sheet, item.topic)
    lead_department_id, lead_id = people.who(sheet, item.lead_department, item.lead)
    number = sheet.next_code("Q", max((q.number for q in sheet.minutes.all(OpenIssue)), default=0))
    sheet.add(
        OpenIssue(
            **sheet.place(topic, item.doubt, item.candidates),
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
    sheet: Sheet,
    kind: type[Link],
    owner: str,
    wanted: list[Department | None],
) -> None:
    """Makes these the departments of a disagreement, an action or a topic, and no others."""
    sheet.touch(owner)
    ids = list(dict.fromkeys(d.id for d in wanted if d))
    present = {row.department_id: row for row in sheet.minutes.links(kind, owner)}
    for department_id, row in present.items():
        if department_id not in ids:
            sheet.drop(row)
    for department_id in ids:
        if department_id not in present:
            tied = {kind.owner: owner, "department_id": department_id}
            sheet.add(kind(id=new_id(), meeting_id=sheet.meeting.id, **tied))
    if (entry := sheet.minutes.entry(owner)) and set(ids) != set(present):
        sheet.outdate(entry)
