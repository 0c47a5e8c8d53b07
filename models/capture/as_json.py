"""A parsed value as `jiyao parse --json` prints it."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from models.capture.values import Parsed

_INNER = frozenset({"speaks", "roll"})
"""Fields that say what the recorder does with a value, not what was said."""
_ABSENT = frozenset({"due_text", "effective_text", "revisit_text", "handling", "reason", "preview"})
"""Texts that are absent rather than empty."""


def to_json(item: Parsed) -> dict[str, Any]:
    """The value with its kind, field names as in the interchange format; tuples as lists, absent words as None."""
    made: dict[str, Any] = {"kind": item.kind}
    for one in fields(item):
        value = getattr(item, one.name)
        if one.name in _INNER or (one.name == "topic" and value is None):
            continue
        if value == "" and one.name in _ABSENT:
            value = None
        if isinstance(value, tuple):
            value = [to_json(part) if isinstance(part, Parsed) else part for part in value]
        made[one.name] = None if value == "" else value
    return made
