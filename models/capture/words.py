"""A stretch of a line: the words as typed beside a folded twin of the same length, on which all matching is done."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.text import fold_lower

_DOUBT = re.compile(r"(?<!\s)\s*+[?？]{2,}")
_LEFT = " \u3000,;:、，；：\x00"
_RIGHT = " \u3000,;、，；：\x00"


@dataclass(frozen=True, slots=True)
class Words:
    """Part of a line; `raw` is what is kept, `low` what is looked at."""

    raw: str
    low: str

    @classmethod
    def of(cls, text: str) -> Words:
        """A whole text with its twin."""
        return cls(text, fold_lower(text))

    def cut(self, start: int, end: int | None = None) -> Words:
        """The part between two positions."""
        return Words(self.raw[start:end], self.low[start:end])

    def strip(self) -> Words:
        """Without spaces at either end."""
        start = len(self.low) - len(self.low.lstrip())
        return self.cut(start, len(self.low.rstrip()))

    def text(self) -> str:
        """What is kept of it: without the spaces and separators around it."""
        return trimmed(self.raw)

    def undoubted(self) -> tuple[Words, bool]:
        """Without ?? signs, and whether one stood there."""
        if "??" not in self.low:
            return self, False
        return Words.of(_DOUBT.sub("", self.raw)), True

    def __bool__(self) -> bool:
        return bool(self.low)


def trimmed(raw: str) -> str:
    """A text without the spaces and separators around it; a full stop at its end stays."""
    return raw.lstrip(_LEFT).rstrip(_RIGHT)
