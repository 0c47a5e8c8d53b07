"""Result of something a user did on a screen, as the screen says it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """The words for the user, whether it was done, and the rows that are to be shown."""

    words: str = ""
    ok: bool = True
    touched: tuple[str, ...] = ()
    """The rows it changed, to be shown."""
    adjourned: bool = False
    changed: bool = True
    """Whether anything is different from before."""
