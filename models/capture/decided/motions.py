"""Votes and motions: how many for and against, and how what was moved ended (carried 7-1)."""

from __future__ import annotations

import re

from models.capture.line import Words
from models.capture.values import VoteLine
from models.capture.words.lexicon import VOICES, either

_VOICES = tuple(f"(?:{either(words)})" for words in VOICES)
_WORD_FIRST = re.compile(rf"\s*+(?:{'|'.join(_VOICES)})")
_AFTER_WORD = tuple(re.compile(rf"{voice}\s*+:?\s*+(\d{{1,6}})") for voice in _VOICES)
_BEFORE_WORD = tuple(re.compile(rf"(\d{{1,6}})\s*+(?:人|票|votes?)?\s*+{voice}") for voice in _VOICES)


def vote(words: Words, doubt: bool = False) -> VoteLine:
    """The vote, its three figures where they are said."""
    shapes = _AFTER_WORD if _WORD_FIRST.match(words.low) else _BEFORE_WORD
    low = words.low.replace("不同意", "反对")
    counts = [int(match[1]) if (match := shape.search(low)) else None for shape in shapes]
    if counts == [None] * 3 and (tally := _TALLIED.search(low)):
        counts = [int(figure) if figure else None for figure in tally.groups()]
    return VoteLine(
        vote=words.text(), in_favour=counts[0], against=counts[1], abstaining=counts[2], doubt=doubt
    )


_ENDED = (
    r"(?:(?:the )?(?:motion|vote)(?: was| is)?\s+)?(?:not )?(?:carried|passed|defeated|failed|tabled|lost)"
    r"(?: unanimously| nem\.? con\.?| by acclamation)?"
)
_TALLY = (
    r"\d{1,4}\s*+[-–:]\s*+\d{1,4}(?:\s*+[-–:]\s*+\d{1,4})?|\d{1,4} (?:votes )?(?:to|for|in favou?r)\b[^.;]*"
)
_MOTION_ENDS = re.compile(
    rf"\b(?P<how>{_ENDED},?(?: (?:by |with )?\(?(?:{_TALLY})\)?)?)\s*+[.)]?\s*+$", re.IGNORECASE
)
MOTION_ENDED = re.compile(rf"{_ENDED},?(?: (?:by |with )?\(?(?:{_TALLY})\)?)?\s*+[.]?")
"""A line that says nothing but how the last motion ended."""
_TALLIED = re.compile(r"(\d{1,4})\s*+[-–:]\s*+(\d{1,4})(?:\s*+[-–:]\s*+(\d{1,4}))?")


def ended(raw: str) -> str:
    """How a motion ended, by the last words of what was moved (…, seconded by Mei, carried 6-0); else nothing."""
    match = _MOTION_ENDS.search(raw)
    moved = match is not None and (re.search(r"\d|unanimous|\b(?:moved|seconded)\b", raw, re.IGNORECASE))
    return match["how"].strip() if match and moved else ""
