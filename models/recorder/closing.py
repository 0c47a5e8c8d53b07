"""The end of the recording: pages confirmed, objections, findings let pass, and the close with its last numbers."""

from __future__ import annotations

from models import head_count
from models.meeting import (
    NUMBERED,
    Confirmation,
    Numbered,
    Objection,
    Person,
    Waiver,
    new_id,
)
from models.recorder import topics
from models.recorder.sheet import Sheet


def confirm(sheet: Sheet, page: str, by: str) -> Confirmation:
    """A recap page is confirmed, by whom and before how many; a page confirmed again counts from now."""
    now = max([sheet.moment.now.isoformat(timespec="minutes"), *_changes(sheet, page)])
    count = head_count.in_the_room(sheet.minutes)
    if topic := sheet.minutes.topic(page):
        present = head_count.of_topic(sheet.minutes, topic)
        sheet.change(topic, head_count=count if present is None else present)
    if page == "open":
        sheet.change(sheet.meeting, recapped_at=now)
    said = next((c for c in sheet.minutes.confirmations if c.page == page), None)
    if said is not None:
        return sheet.change(said, at=now, by=by, head_count=count)
    return sheet.add(
        Confirmation(id=new_id(), meeting_id=sheet.meeting.id, page=page, at=now, by=by, head_count=count)
    )


def _changes(sheet: Sheet, page: str) -> list[str]:
    """When the entries of a page were changed: it is confirmed as it stands, so not before any of them."""
    if page == "attendance":
        return [person.changed_at for person in sheet.minutes.all(Person) if person.changed_at]
    entries = sheet.minutes.all_entries if page == "open" else sheet.minutes.topic_entries(page)
    return [entry.changed_at for entry in entries if entry.changed_at]


def object_to(sheet: Sheet, row_id: str, by: str, text: str) -> Objection:
    """Somebody holds something against an item."""
    entry = sheet.minutes.entry(row_id)
    return sheet.add(
        Objection(
            id=new_id(),
            meeting_id=sheet.meeting.id,
            topic_id=entry.topic_id if entry else None,
            item=row_id,
            by=by,
            text=text,
            at=sheet.moment.text,
        )
    )


def waive(sheet: Sheet, rule: str, item: str) -> Waiver:
    """A finding is knowingly let pass."""
    now = sheet.moment.now.isoformat(timespec="minutes")
    return sheet.add(Waiver(id=new_id(), meeting_id=sheet.meeting.id, rule=rule, item=item, at=now))


def close(sheet: Sheet, by: str) -> None:
    """Ends the meeting: hours count from now, numbers become consecutive once, who and when is kept."""
    now = sheet.moment.now.isoformat(timespec="minutes")
    if sheet.meeting.adjourned_at is None:
        topics.end(sheet, _real_end(sheet, now))
    if sheet.meeting.closed_at is None:
        for kind in NUMBERED:
            _renumber(sheet, kind)
    sheet.change(
        sheet.meeting,
        recapped_at=sheet.meeting.recapped_at or now,
        closed_at=sheet.meeting.closed_at or now,
        closed_by=by,
    )


def _real_end(sheet: Sheet, now: str) -> str:
    """Closed on its own day a meeting has just ended; closed later it ended as planned, if that is known."""
    planned = sheet.meeting.ends_at
    return now if planned is None or planned[:10] == now[:10] else planned


def _renumber(sheet: Sheet, kind: type[Numbered]) -> None:
    """1, 2, 3 … in reading order: by topic, within it by typing."""
    for number, row in enumerate(_reading_order(sheet, kind), 1):
        if row.number != number:
            sheet.change(row, number=number, changed_at=row.changed_at)


def _reading_order(sheet: Sheet, kind: type[Numbered]) -> list[Numbered]:
    return [row for topic in sheet.minutes.topics for row in sheet.minutes.entries(kind, topic.id)]
