"""Where each department stands on each topic: one value for a department and a topic, from everything it said."""

from __future__ import annotations

from models.findings import department_present
from models.meeting import Department, Topic
from models.minutes import Minutes

ABSENT, SPOKE, NOT_ASKED = "absent", "spoke", "none"
"""What stands beside the stances of an opinion: nobody came; spoke without a stance; has said nothing yet."""


def stance_on(minutes: Minutes, department: Department, topic: Topic) -> str:
    """The latest stance of a department on a topic; SPOKE, NOT_ASKED or ABSENT where it took none."""
    said = [o for o in minutes.opinions(topic.id) if o.department_id == department.id and not o.left_out]
    stances = [opinion.stance for opinion in said if opinion.stance != "none"]
    if stances:
        return stances[-1]
    if said:
        return SPOKE
    return NOT_ASKED if department_present(minutes, department.id) else ABSENT
