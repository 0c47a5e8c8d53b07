"""Closing a meeting: recap pages confirmed, objections, and the close with its last numbers."""

from __future__ import annotations

from models import numbering, participation
from models.i18n import _
from models.meeting import (
    NUMBERED,
    Confirmation,
    Objection,
    Person,
    Waiver,
    new_id,
)
from models.numbering import Renumbering
from models.recorder import step_names, topics
from models.recorder.step import MeetingStep
from models.recorder.steps import Steps


class Closing:
    """Ends the recording; every method is one step."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps

    def confirm(self, page: str, by: str = "", *, keep_gaps: bool = False) -> Renumbering:
        """Confirms a recap page: attendance, a topic's id, or open; gives the numbers that changed.

        With the first page numbers become consecutive, or their gaps are kept.
        """
        topic = self._steps.minutes.topic(page)
        name = step_names.label(self._steps.minutes, topic) if topic else _("Recap")
        with self._steps.begin(_("Confirmation of {page}").format(page=name)) as step:
            changed = _settle_numbers(step, keep_gaps=keep_gaps)
            _confirm(step, page, by)
            return _told(step, changed)

    def object_to(self, row_id: str, by: str, text: str) -> None:
        """Keeps what somebody holds against an item."""
        with self._steps.begin(_("Objection to {item}").format(item=self._steps.name_of(row_id))) as step:
            _object_to(step, row_id, by, text)

    def close(self, by: str = "", *, keep_gaps: bool = False) -> Renumbering:
        """Closes the meeting, and keeps who did and when; gives the numbers that changed.

        Numbers become consecutive now if no page was confirmed before, or their gaps are kept.
        """
        with self._steps.begin(_("Close of the meeting")) as step:
            changed = _settle_numbers(step, keep_gaps=keep_gaps)
            _close(step, by)
            return _told(step, changed)


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
    """Ends the meeting: hours count from now, who and when is kept."""
    now = step.moment.now.isoformat(timespec="minutes")
    if step.meeting.adjourned_at is None:
        topics.end(step, _real_end(step, now))
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


def _settle_numbers(step: MeetingStep, *, keep_gaps: bool) -> Renumbering:
    """Makes the numbers consecutive, once, or keeps their gaps, which answers the rule that asks for none."""
    if numbering.is_settled(step.meeting):
        return {}
    if keep_gaps:
        step.change(step.meeting, gaps_kept=True)
        _waive_gaps(step)
        return {}
    changed = numbering.pending(step.minutes)
    for row, number in numbering.moves(step.minutes):
        step.change(row, number=number, changed_at=row.changed_at)
    step.change(step.meeting, numbered_at=step.moment.now.isoformat(timespec="seconds"))
    return changed


def _waive_gaps(step: MeetingStep) -> None:
    now, meeting_id = step.moment.now.isoformat(timespec="minutes"), step.meeting.id
    for kind in NUMBERED:
        item = f"{meeting_id}/{kind.table}"
        step.add(Waiver(id=new_id(), meeting_id=meeting_id, rule=numbering.GAPS_RULE, item=item, at=now))


def _told(step: MeetingStep, changed: Renumbering) -> Renumbering:
    """The changes of number, which the name of the step tells too."""
    if changed:
        said = _("{step}, numbers {changes}")
        step.label = said.format(step=step.label, changes=numbering.in_words(changed))
    return changed
