"""What a screen says back to the user; apart from what does things, because every screen needs it at once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """What came of something the user did."""

    words: str = ""
    ok: bool = True
    touched: tuple[str, ...] = ()
    """The rows it changed, to be shown."""
    adjourned: bool = False
