"""Forms in which English recorders say who is there, as the pieces a list has: two from Sales (Beth, Omar) is a heading
and two names, no one from IT a department that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.capture.line import Words
from models.capture.present.gathered.english_notes import NAME

_HOME = r"(?P<home>[A-Za-z][\w&'-]*(?: (?:&|and|[A-Za-z][\w&'-]*)){0,3}?)"
_GIVEN = r"[A-ZÀ-Þ][a-zß-ɏ'’-]+"
_COUNTED = re.compile(
    rf"(?:(?:one|two|three|four|five|\d|a couple|some|people|folks|a few)\s+(?:people |folks |of them )?from|from)\s+"
    rf"{_HOME}\s*\((?P<names>[^()]+)\)",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"(?:from|for)\s+(?:the )?{_HOME}\s*,?\s+(?:we (?:have|got|see)|we've got|there(?:'s| is| are)|it(?:'s| is))\s+"
    rf"(?P<names>{_GIVEN}.*)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    rf"(?:no one|nobody|no-one|none)(?: here)?\s+(?:from|for)\s+(?:the )?{_HOME}", re.IGNORECASE
)
_THEIR_APOLOGIES = re.compile(
    rf"{_HOME}\s+(?:has |have )?(?:sends?|sent|gives?|gave)\s+(?:their |its )?(?:apologies|apols|regrets)\s*"
    rf"\((?P<name>(?:{NAME.pattern})|{_GIVEN})(?P<why>,[^()]*)?\)",
    re.IGNORECASE,
)
_EACH_FOR = re.compile(
    rf"(?P<first>{_GIVEN}(?: {_GIVEN})?) and (?P<second>{_GIVEN}(?: {_GIVEN})?)(?: are)?(?: both)?(?: here)?"
    r" (?:for|from) "
    r"(?P<one>[A-Z]\w+) and (?P<other>[A-Z]\w+)(?: respectively)?"
)
_ALONE = re.compile(_GIVEN)
_HOME_BEHIND = re.compile(r".*\s(?P<home>(?:from|in)\s+\w.*)")
_BRINGS = re.compile(
    r"(?:and |with )?(?:(?:her|his|their|our|my|a|an|the)\s+)?(?:new )?(?:deputy|assistant|colleague|boss|manager"
    r"|number two|starter|joiner|trainee|apprentice|graduate|intern|placement student|sidekick)s?"
    r"(?:,? (?:called|named|is))?\s+(?=[A-Z])"
)


def parts(words: Words) -> Iterator[Words]:
    """The words as the pieces that say the same; the words themselves where they have no such form."""
    raw = words.raw.strip()
    if (match := _COUNTED.fullmatch(raw)) or (match := _FROM.fullmatch(raw)):
        yield from _of_home(match["home"], match["names"])
    elif match := _EACH_FOR.fullmatch(raw):
        yield Words.of(f"{match['first']} from {match['one']}")
        yield Words.of(f"{match['second']} from {match['other']}")
    elif match := _NOBODY.fullmatch(raw):
        yield Words.of(f"{match['home']} not here")
    elif match := _THEIR_APOLOGIES.fullmatch(raw):
        yield Words.of(f"{match['home']} - {match['name']} apologies")
        if why := (match["why"] or "").strip(" ,"):
            yield Words.of(why)
    else:
        yield words


def _of_home(home: str, names: str) -> Iterator[Words]:
    """A department's colon, and the names behind it."""
    yield Words.of(f"{home}:")
    yield from (Words.of(name.strip()) for name in re.split(r"\s*(?:,| and | & )\s*", names) if name.strip())


def with_their_home(pieces: Iterator[tuple[Words, str]]) -> Iterator[tuple[Words, str]]:
    """The pieces with the signs before them; a first name that and joins to the next is of the same department
    (Marcus and Ellie from production)."""
    found = list(pieces)
    for (piece, joint), following in zip(found, [*found[1:], None], strict=True):
        joined = following is not None and following[1] in ("and", "&", "plus", "+")
        home = _HOME_BEHIND.fullmatch(following[0].raw) if following and joined else None
        if home and _ALONE.fullmatch(piece.raw):
            yield Words.of(f"{piece.raw} {home['home']}"), joint
        else:
            yield piece, joint


def brought(words: Words) -> int:
    """Where a name begins behind what only says whose it is: her deputy Miles, with a new starter called Ellie."""
    match = _BRINGS.match(words.raw)
    return match.end() if match else 0
