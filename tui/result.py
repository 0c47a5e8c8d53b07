"""Result of something a user did on a screen, as the screen says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


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
    later: Literal["", "waits", "asks"] = ""
    """Of what was not done: whether it may be done as it is when the store can, or somebody has to look at it."""
    brief: str = ""
    """Why it was not done, where the words are long."""
