"""The words of an entry, whatever kind it is."""

from __future__ import annotations

from models.meeting import Action, Disagreement, Entry


def text_field(entry: Entry) -> str:
    """The field that holds what was said last: a disagreement's consensus or reason once it has one."""
    if isinstance(entry, Action):
        return "task"
    if isinstance(entry, Disagreement):
        if entry.status == "deferred" and entry.reason:
            return "reason"
        return "consensus" if entry.consensus else "dispute"
    return "text"


def text_of(entry: Entry) -> str:
    """The words of an entry."""
    return str(getattr(entry, text_field(entry)))


def text_fields(entry: Entry) -> tuple[str, ...]:
    """Every field in which words of the entry stand, those said last first."""
    if isinstance(entry, Disagreement):
        return tuple(dict.fromkeys((text_field(entry), "consensus", "reason", "dispute")))
    return (text_field(entry),)
