"""The first clause of a line, behind what people say before they say something: by it one knows whose the line is."""

from __future__ import annotations

from models.capture.line import Words
from models.capture.words.everyday import CLAUSE, CONDITION, INTERJECTION


def opened(words: Words) -> Words:
    """The words without what people say before they say something (OK，… 哦对了，…)."""
    lead = INTERJECTION.match(words.low)
    return words.cut(lead.end() if lead else 0)


def first_clause(words: Words, pos: int = 0) -> str:
    """The clause that begins at a place, without the sign that ends it."""
    match = CLAUSE.match(words.low, pos)
    return match[0] if match else ""


def conditional(words: Words, pos: int = 0) -> bool:
    """Whether the rest of the first clause makes a condition of it (就 才 的话)."""
    return CONDITION.search(first_clause(words, pos)) is not None
