"""What a store can do, each module loaded when it is first asked for.

Opening a file and listing its meetings must not wait for what reads one meeting, nor that for what changes it.
`parts.search` is `models.store.search`, and so on.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.store import company, drafts, history, loading, queries, references, search, steps, undo

__all__ = ["company", "drafts", "history", "loading", "queries", "references", "search", "steps", "undo"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    return import_module(f"models.store.{name}")
