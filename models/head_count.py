"""How many of the attendees were there: in the room now, and while each topic was discussed.

Whoever came before a topic ended and left after it began took part in it. A time of the other day than the topic's
(a meeting recorded afterwards) is compared by the clock alone.
"""

from __future__ import annotations

from models.meeting import Person, Topic, TopicTime
from models.minutes import Minutes

_CAME = ("present", "late", "left")


def in_the_room(minutes: Minutes) -> int:
    """The attendees who are there now: they came, and have not left."""
    return sum(p.role == "attendee" and p.attendance in ("present", "late") for p in minutes.all(Person))


def of_topic(minutes: Minutes, topic: Topic) -> int | None:
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
