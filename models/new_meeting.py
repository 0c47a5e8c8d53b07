"""New meetings: where each begins, empty, with facts, or as the next of a series."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from models.meeting import Material, Meeting, Row, new_id
from models.next_meeting import following
from models.store import Store


def begin(
    store: Store,
    *,
    previous_id: str | None = None,
    materials: Iterable[str] = (),
    screen: str = "",
    **facts: Any,
) -> str:
    """Stores a new meeting of these facts, fields of `Meeting`, and gives its id.

    What a previous meeting hands on comes along, except where a fact says otherwise; `screen` is that on which it
    was begun. StoreError if that one is
    not there or the new one cannot be saved.
    """
    meeting, rows = _empty() if previous_id is None else following(store.load(previous_id))
    to_read = [
        Material(id=new_id(), meeting_id=meeting.id, seq=seq, text=text)
        for seq, text in enumerate(materials, 1)
    ]
    store.create(replace(meeting, **facts), [*rows, *to_read], screen=screen)
    return meeting.id


def _empty() -> tuple[Meeting, list[Row]]:
    meeting_id = new_id()
    return Meeting(id=meeting_id, meeting_id=meeting_id), []
