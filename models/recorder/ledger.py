"""The actions of the previous meeting, as they come back in this one: 上A2延期到12月11日，上A2完成."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from models.capture.parsed import ChangeLine, NoteLine
from models.recorder import entries
from models.recorder.sheet import Sheet


def change(sheet: Sheet, item: ChangeLine) -> bool:
    """Changes the action in its own meeting and keeps the words as a note here; False where it is not known."""
    action = sheet.previous_action(item.target.removeprefix("上"))
    if action is None:
        return False
    said: dict[str, Any] = {}
    if item.status is not None:
        said["status"] = item.status
    if item.due_text is not None:
        said |= {"due_text": item.due_text, "due": item.due, "due_flags": "、".join(item.flags)}
        # The words count from this meeting, so the date must not follow that one's.
        said["due_by_hand"] = True
    if said:
        sheet.change_elsewhere(replace(action, **said, changed_at=sheet.moment.text))
    entries.note(sheet, NoteLine(text=sheet.line))
    return True
