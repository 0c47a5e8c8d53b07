"""What a typed line means: pure functions from a line and its context to values, without store or clock.

A line is cleaned and folded (`words`), its escape and continuation signs are taken off (`reading`) and it is cut into
clauses (`clauses`); each clause is recognised by the first family that knows its beginning (`recognise`), and the
family's module makes the values of `parsed`.

The names below are loaded when they are first used: the values and the context are needed long before the first line
is typed, the grammar is not.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.capture.as_json import to_json
    from models.capture.completion import Completion, Completions, complete
    from models.capture.context import Context, Dispute, Written
    from models.capture.description import Segment, describe
    from models.capture.reading import parse, readings
    from models.capture.values import Parsed, Reading

__all__ = [
    "Completion",
    "Completions",
    "Context",
    "Dispute",
    "Parsed",
    "Reading",
    "Segment",
    "Written",
    "complete",
    "describe",
    "parse",
    "readings",
    "to_json",
]
_HOMES = {
    "as_json": ("to_json",),
    "completion": ("Completion", "Completions", "complete"),
    "context": ("Context", "Dispute", "Written"),
    "description": ("Segment", "describe"),
    "values": ("Parsed", "Reading"),
    "reading": ("parse", "readings"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(name)
    found = getattr(importlib.import_module(f"models.capture.{_HOME[name]}"), name)
    globals()[name] = found
    return found
