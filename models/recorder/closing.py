"""Closing a meeting: recap pages confirmed, objections, and the close with its last numbers."""

from __future__ import annotations

from models import participation
from models.i18n import _
from models.meeting import (
    NUMBERED,
    Confirmation,
    Numbered,
    Objection,
    Person,
    new_id,
)
from models.recorder import step_names, topics
from models.recorder.step import MeetingStep
from models.recorder.steps import Steps


class Closing:
    """Ends the recording; every method is one step."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps

    def confirm(self, page: str, by: str = "") -> None:
        """Confirms a recap page: attendance, a topic's id, or open."""
        topic = self._steps.minutes.topic(page)
        name = step_names.label(self._steps.minutes, topic) if topic else _("Recap")
        with self._steps.begin(_("Confirmation of {page}").format(page=name)) as step:
            _confirm(step, page, by)

    def object_to(self, row_id: str, by: str, text: str) -> None:
        """Keeps what somebody holds against an item."""
        with self._steps.begin(_("Objection to {item}").format(item=self._steps.name_of(row_id))) as step:
            _object_to(step, row_id, by, text)

    def close(self, by: str = "") -> None:
        """Closes the meeting: numbers become consecutive once, and who and when is kept."""
        with self._steps.begin(_("Close of the meeting")) as step:
            _close(step, by)


def _confirm(step: MeetingStep, page: str, by: str) -> Confirmation:
    """Confirms a recap page, by whom and before how many; a page confirmed again counts from now."""
    now = max([step.moment.now.isoformat(timespec="minutes"), *_changes(step, page)])
    count = participation.in_the_room(step.minutes)
    if topic := step.minutes.topic(page):
        present = participation.head_count(step.minutes, topic)
        step.change(topic, head_count=count if present is None else present)
    if page == "open":
        step.change(step.meeting, recapped_at=now)
    said = next((c for c in step.minutes.confirmations if c.page == page), None)
    if said is not None:
        return step.change(said, at=now, by=by, head_count=count)
    return step.add(
        Confirmation(id=new_id(), meeting_id=step.meeting.id, page=page, at=now, by=by, head_count=count)
    )


def _changes(step: MeetingStep, page: str) -> list[str]:
    """When the entries of a page were changed: it is confirmed as it stands, so not before any of them."""
    if page == "attendance":
        return [person.changed_at for person in step.minutes.all(Person) if person.changed_at]
    entries = step.minutes.all_entries if page == "open" else step.minutes.topic_entries(page)
    return [entry.changed_at for entry in entries if entry.changed_at]


def _object_to(step: MeetingStep, row_id: str, by: str, text: str) -> Objection:
    """Keeps what somebody holds against an item."""
    entry = step.minutes.entry(row_id)
    return step.add(
        Objection(
            id=new_id(),
            meeting_id=step.meeting.id,
            topic_id=entry.topic_id if entry else None,
            item=row_id,
            by=by,
            text=text,
            at=step.moment.text,
        )
    )


def _close(step: MeetingStep, by: str) -> None:
    """Ends the meeting: hours count from now, numbers become consecutive once, who and when is kept."""
    now = step.moment.now.isoformat(timespec="minutes")
    if step.meeting.adjourned_at is None:
        topics.end(step, _real_end(step, now))
    if step.meeting.closed_at is None:
        for kind in NUMBERED:
            _renumber(step, kind)
    step.change(
        step.meeting,
        recapped_at=step.meeting.recapped_at or now,
        closed_at=step.meeting.closed_at or now,
        closed_by=by,
    )


def _real_end(step: MeetingStep, now: str) -> str:
    """The end of a meeting: now if it is closed on its own day, as planned (if that is known) if it is closed later."""
    planned = step.meeting.ends_at
    return now if planned is None or planned[:10] == now[:10] else planned


def _renumber(step: MeetingStep, kind: type[Numbered]) -> None:
    """Numbers a kind anew, 1, 2, 3 … in reading order: by topic, within it by typing."""
    for number, row in enumerate(_reading_order(step, kind), 1):
        if row.number != number:
            step.change(row, number=number, changed_at=row.changed_at)


def _reading_order(step: MeetingStep, kind: type[Numbered]) -> list[Numbered]:
    return [row for topic in step.minutes.topics for row in step.minutes.entries(kind, topic.id)]
