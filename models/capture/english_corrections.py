"""What an English correction replaces: oops, 13 not 14 · correction lift 2 is 20 Oct not 19."""

from __future__ import annotations

import re

from models.capture.corrections_said import latest_with, made
from models.capture.line import Context, Words
from models.capture.values import ChangeLine, ReplacementLine

_LEAD = re.compile(
    r"(?:(?:oops|sorry|correction|no|wait|hang on|actually|my mistake|my bad|typo|i mean|i meant|make that"
    r"|that should (?:be|read|say))[,:.]? +)+"
)
_PLAIN = re.compile(r"(?:it's|its|it is|that's|thats|that is) ")
_NOT = re.compile(
    r"(?P<said>\S.{0,60}?),? (?:and )?not (?P<old>(?!a\b|the\b|just\b|only\b|yet\b|so\b|too\b"
    r"|very\b)[^,;.]{1,24}?)\s*+[.!]?"
)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def english_words(words: Words, context: Context) -> ReplacementLine | ChangeLine | None:
    """New words for old ones of a late entry; where none holds them and it surely is a correction it asks which."""
    lead = _LEAD.match(words.low)
    start = lead.end() if lead else 0
    match = _NOT.fullmatch(words.low, start)
    if match is None or not (lead or _PLAIN.match(words.low)):
        return None
    said, old = (words.raw[slice(*match.span(part))].strip() for part in ("said", "old"))
    found = latest_with(old, context)
    if found is not None and (new := _new_words(said, old)):
        return made(found[1], new, found[0])
    if lead is None or ("sorry" in lead[0] and not _FIGURE.search(old)):
        # Without a word that says so it may be what somebody says of something else.
        return None
    return ChangeLine(target="", text=words.raw[start:].strip(), missing=("target",))


def _new_words(said: str, old: str) -> str:
    """The words that take the place of the old: the first figure for a figure, else as many words from the end."""
    if _FIGURE.fullmatch(old):
        figures = _FIGURE.findall(said)
        return figures[0] if len(figures) == 1 else _fitting(said, figures)
    return " ".join(said.split()[-len(old.split()) :])


def _fitting(said: str, figures: list[str]) -> str:
    """Of several figures the one that begins what is said (13 of 17), where one does (lift 2 is 20 Oct: the last)."""
    if not figures:
        return ""
    return figures[0] if said.startswith(figures[0]) else figures[-1]
