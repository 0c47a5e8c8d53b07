"""What the steps of the recorder do to a meeting, each module loaded by the first step that needs it.

A meeting is shown before anything is done to it: what only changes it must not stand between the user and the first
frame. `deeds.topics` is `models.recorder.topics`, and so on.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.recorder import (
        accept,
        closing,
        contexts,
        convert,
        edit,
        entries,
        people,
        planning,
        sentences,
        sheet,
        step_names,
        topics,
        typed,
    )

__all__ = [
    "accept",
    "closing",
    "contexts",
    "convert",
    "edit",
    "entries",
    "people",
    "planning",
    "sentences",
    "sheet",
    "step_names",
    "topics",
    "typed",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    return import_module(f"models.recorder.{name}")


def load() -> None:
    """Loads all of them, for a thread that does it while nobody waits."""
    for name in __all__:
        import_module(f"models.recorder.{name}")
