"""The line of a bar that only asks for something, kept while it is unfinished: neither Esc nor a crash costs a word."""

from __future__ import annotations

from dataclasses import dataclass

from tui.result import Result
from tui.session import Session

_ASIDE = "~"
"""Before the key of a line that was put aside."""


@dataclass(frozen=True, slots=True)
class Left:
    """What stood unfinished when the screen was last left or lost."""

    key: str
    """What the line is for."""
    line: str
    is_open: bool
    """Whether it was being typed; else it had been put aside."""


class Unfinished:
    """The unfinished line of one screen of one window."""

    def __init__(self, session: Session, screen: str) -> None:
        self._session = session
        self._screen = screen
        self._kept: Left | None = None

    def keep(self, key: str, line: str, *, is_open: bool) -> Result:
        """Makes the line durable; an empty one is forgotten."""
        now = Left(key, line, is_open) if line else None
        if now == self._kept:
            return Result()
        editing = (key if is_open else _ASIDE + key) if line else None
        result = self._session.keep_draft(line, len(line), editing, self._screen)
        if result.ok:
            self._kept = now
        return result

    def restore(self) -> Left | None:
        """The line as it was left."""
        draft = self._session.draft(self._screen)
        if draft is None or not draft.editing:
            return None
        is_open = not draft.editing.startswith(_ASIDE)
        self._kept = Left(draft.editing.removeprefix(_ASIDE), draft.text, is_open)
        return self._kept
