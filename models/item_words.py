"""What a numbered item says, field by field in words, and what a change made of it: 负责人：李经理 → 孙主管."""

from __future__ import annotations

from collections.abc import Mapping

from models import wording
from models.i18n import _
from models.kinds import latest_text, of
from models.meeting import Action, Numbered, OpenIssue, Resolution
from models.minutes import Minutes
from models.vocabulary import action_status_label, field_label


def item_words(minutes: Minutes, row: Numbered) -> dict[str, str]:
    """The fields of an item that a line can change, each in words; nothing for what is not said."""
    said = {"text": latest_text(row), **{name: getattr(row, name) for name in of(row).remarks}}
    if isinstance(row, Action):
        said["owner"] = wording.owner_of_action(minutes, row)
        said["cooperating"] = wording.listed(name for _home, name in wording.helping(minutes, row))
        said["due"] = _day(row.due, row.due_text)
        said["status"] = action_status_label(row.status)
    elif isinstance(row, Resolution):
        said["executing_department"] = minutes.department_name(row.executing_department_id)
        said["effective"] = _day(row.effective, row.effective_text)
    elif isinstance(row, OpenIssue):
        said["owner"] = wording.owner_of(minutes, row.lead_department_id, row.lead_id)
        said["due"] = _day(row.revisit, row.revisit_text)
    return said


def _day(day: str | None, words: str) -> str:
    return (day or "").replace("T", " ") or words


def differences(before: Mapping[str, str], after: Mapping[str, str], *, back: bool = False) -> str:
    """What is different afterwards, each field with its old words and its new ones; nothing where nothing is.

    `back` tells of a change that is taken back.
    """
    told = _("{field} back from {new} to {old}") if back else _("{field}: {old} → {new}")
    return " · ".join(
        told.format(field=field_label(name), old=old or _("(none)"), new=after[name] or _("(none)"))
        for name, old in before.items()
        if after[name] != old
    )
