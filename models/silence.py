"""Who has not spoken yet: a question the record screen asks at every entry, and the findings at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models import wording

if TYPE_CHECKING:
    from models.meeting import Department, Topic
    from models.minutes import Minutes


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
