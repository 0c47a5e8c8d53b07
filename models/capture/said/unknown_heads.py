"""What stands behind a head that nobody here is called by: Ravi Shah: …, 陈姐：…, ？小明：… It asks who that is."""

from __future__ import annotations

import re
from dataclasses import replace

from models.capture.line import Items, Line, Words
from models.capture.named.mentions import known_at
from models.capture.named.speaker import speaker_at
from models.capture.said.opinions import somebodys
from models.capture.words.lexicon import STANCE_OF, either
from models.name_words import HARDLY_LABELS
from models.names import (
    is_called_so,
    is_first_name,
    is_plain_name,
    may_be_name,
)
from models.text import fold

_HEAD = re.compile(r"(?P<name>[A-Z][\w'’&-]*(?:\.? (?:[A-Z][\w'’&-]*|of|and|&)){0,3})\s*+[:：]\s+(?=\S)")


_NOT_NAMED = {
    "answer",
    "budget",
    "cost",
    "costs",
    "option",
    "part",
    "phase",
    "plan",
    "question",
    "risk",
    "risks",
}
"""What several capital words may end or begin with that are nobody."""


FIRST_PERSON = re.compile(r"(?:we|i|our|my|us)\b|(?:we|i)'")


_ANSWERS = re.compile(
    rf"{FIRST_PERSON.pattern}|(?:sure|yes|yeah|yep|no|nope|ok|okay|well|agreed|fine|maybe|probably|hang on"
    r"|not sure)\b[,.]? "
    r"|(?:it|that|they|he|she)['’ ](?:s|is|are|did|does|was|were|re|has|have|had|will|would|can|should)\b"
)


def stranger_head(words: Words) -> re.Match[str] | None:
    """A head that nobody here is called before a colon: Ravi Shah: …, Client Services: …; one word may be any noun
    (Ratio: 1 to 14), unless somebody speaks of himself behind it (Ravi: we need a week)."""
    match = _HEAD.match(words.raw)
    names = match["name"].lower().split() if match else []
    if match is None or any(name.isdecimal() for name in names):
        return None
    if len(names) == 1 and names[0] in _NOT_NAMED:
        return match if FIRST_PERSON.match(words.low, match.end()) else None
    if len(names) == 1:
        return match if _ANSWERS.match(words.low, match.end()) else None
    return None if {names[0], names[-1]} & _NOT_NAMED else match


_UNKNOWN = re.compile(
    rf"[?](?!\s*+[?])\s*+(?:(?P<stance>{either(STANCE_OF)})|(?P<name>[^\s:,，。?？;；]{{1,24}}?))?\s*+:\s*+"
)


def unknown_speaker(words: Words, line: Line, doubt: bool) -> Items | None:
    """An opinion of whoever it was, on purpose, perhaps by a name nobody here is called by: ？：…, ？小明：…"""
    match = _UNKNOWN.match(words.low)
    if match is None:
        return strange_head(words, line, doubt)
    said = somebodys(words.cut(match.end()), doubt)
    if match["name"]:
        return (replace(said, said_as=words.raw[slice(*match.span("name"))]),)
    return (replace(said, stance=STANCE_OF[match["stance"]]) if match["stance"] else said,)


_STRANGE = re.compile(
    r"(?:(?P<name>[\u3400-\u9fff]{1,4}|[A-Z][a-z]+)\s*+:\s*+(?!\d{2}\b)"
    r"|(?P<given>[A-Z][a-z]+)\s+(?:[-–—]|(?:says?|said|thinks|reckons|agrees|objects|disagrees|wants)(?: that)?,?)\s+)"
    r"(?=\S)"
)


def strange_head(words: Words, line: Line, doubt: bool) -> Items | None:
    """What somebody said whom nobody here is called like (陈姐：…，唐莉：…，Kevin: …): it asks who that is.

    Of a head that may be a heading as well (焦点：…) nothing is taken away.
    """
    match = _STRANGE.match(fold(words.raw))
    if match is None or not line.context.roster.everybody or speaker_at(words, line.context) is not None:
        return None
    name = match["name"] or match["given"]
    if len(name) == 1:
        # 马：… of several 马, or of one whose name nobody knows that way.
        called = line.context.roster.by_surname(name) and line.context.somebody_speaks
        return (replace(somebodys(words.cut(match.end()), doubt), said_as=name),) if called else None
    if match["given"] and (not is_first_name(name.lower()) or known_at(words, 0, line.context)):
        return None
    if is_first_name(name.lower()) or is_plain_name(name) or name in HARDLY_LABELS or is_called_so(name):
        return (replace(somebodys(words.cut(match.end()), doubt), said_as=name),)
    return (somebodys(words, doubt),) if may_be_name(name) and line.context.somebody_speaks else None
