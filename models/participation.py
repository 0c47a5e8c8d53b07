"""Who takes part: how many are there, who has not spoken yet, and where each department stands.

Whoever came before a topic ended and left after it began took part in it. A time of the other day than the topic's
(a meeting recorded afterwards) is compared by the clock alone.
"""

from __future__ import annotations

from models import wording
from models.meeting import Department, Person, Topic, TopicTime
from models.minutes import Minutes

ABSENT, SPOKE, NOT_ASKED = "absent", "spoke", "none"
"""What stands beside the stances of an opinion: nobody came; spoke without a stance; has said nothing yet."""
_CAME = ("present", "late", "left")


def in_the_room(minutes: Minutes) -> int:
    """The attendees who are there now: they came, and have not left."""
    return sum(p.role == "attendee" and p.attendance in ("present", "late") for p in minutes.all(Person))


def head_count(minutes: Minutes, topic: Topic) -> int | None:
    """The attendees who were there while a topic was discussed; None where nobody knows when, or who came."""
    times = minutes.topic_times(topic.id)
    people = [p for p in minutes.all(Person) if p.role == "attendee" and p.attendance in _CAME]
    if not times or not people:
        return topic.head_count
    return sum(any(_took_part(person, time) for time in times) for person in people)


def in_order_of_discussion(minutes: Minutes) -> list[Topic]:
    """The topics that were discussed, in the order in which they first were."""
    first = {
        topic.id: times[0].began_at for topic in minutes.topics if (times := minutes.topic_times(topic.id))
    }
    return sorted((t for t in minutes.topics if t.id in first), key=lambda t: first[t.id])


def _took_part(person: Person, time: TopicTime) -> bool:
    came_before = person.arrived_at is None or (
        time.ended_at is None
        or _earlier(person.arrived_at, time.ended_at)
        or not _earlier(time.began_at, person.arrived_at)
    )
    stayed = person.attendance != "left" or person.left_at is None or _earlier(time.began_at, person.left_at)
    return came_before and stayed


def _earlier(one: str, other: str) -> bool:
    return one < other if one[:10] == other[:10] else one[11:] < other[11:]


def roll_called(minutes: Minutes) -> bool:
    """Whether it is known of every attendee on the list whether they came."""
    attendees = [p for p in minutes.all(Person) if p.role == "attendee"]
    return bool(attendees) and all(p.attendance != "unknown" for p in attendees)


# -- departments -----------------------------------------------------------------------------------------------


def department_present(minutes: Minutes, department_id: str) -> bool:
    """Whether somebody of the department came; somebody not yet checked does not count as away."""
    people = minutes.people(department_id)
    return not people or any(p.attendance != "absent" or p.proxy for p in people)


def silent_departments(minutes: Minutes, topic: Topic) -> list[Department]:
    """The departments a topic concerns (all, where none is named) that are there and have said nothing under it.

    The recorder's own department has no stake and is never among them.
    """
    spoken = {opinion.department_id for opinion in minutes.opinions(topic.id)}
    own = wording.recorder_department(minutes)
    named = minutes.concerned(topic.id)
    away = {d.id for d in minutes.departments if not department_present(minutes, d.id)}
    listed = named or [d for d in minutes.departments if minutes.people(d.id)]
    return [d for d in listed if d.id not in spoken and d.id != own and d.id not in away]


def stance_on(minutes: Minutes, department: Department, topic: Topic) -> str:
    """The latest stance of a department on a topic; SPOKE, NOT_ASKED or ABSENT where it took none."""
    said = [o for o in minutes.opinions(topic.id) if o.department_id == department.id and not o.left_out]
    stances = [opinion.stance for opinion in said if opinion.stance != "none"]
    if stances:
        return stances[-1]
    if said:
        return SPOKE
    return NOT_ASKED if department_present(minutes, department.id) else ABSENT


def all_in_favour(minutes: Minutes, topic: Topic) -> bool:
    """Whether every department that is there supports a topic; the recorder's own has no stake."""
    own = wording.recorder_department(minutes)
    there = [d for d in minutes.departments if d.id != own and department_present(minutes, d.id)]
    return bool(there) and all(stance_on(minutes, d, topic) == "support" for d in there)
