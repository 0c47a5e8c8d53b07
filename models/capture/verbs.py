"""The verbs by which somebody is said to speak, and the words and signs that say a stance."""

from __future__ import annotations

import re

from models.capture.lexicon import STANCE_OF, STANCES, VERBS, Stance, either

_STANCE = either(STANCE_OF)
_GROUP = "(?:这边|那边|方面|同事|代表|同仁)?"
STANCE = re.compile(rf"\s*+(?:\(\s*+)?(?:表示)?(?P<stance>{_STANCE})(?:\s*+\))?\s*+")
ASIDE = re.compile(rf"{_GROUP}(?:\s*+\((?!\s*+(?:{_STANCE})\s*+\))[^()]{{1,20}}\)(?=\s*+\w{{0,6}}\s*+:))?")
SIGN = re.compile(r"\s*+(?P<sign>[+*=-])\s*+")
KEPT = frozenset(row.word for row in (*VERBS, *STANCES) if isinstance(row, Stance) or row.keeps)
"""Verbs that stay in the text because they say something themselves; the others leave it with the name."""


def _beside(whatever: bool) -> str:
    """The stances that stand behind a bare name whatever follows, or only where the clause ends."""
    return either(row.word for row in STANCES if row.beside is whatever and not row.word.isascii())


_ADVERB = rf"\s*+{_GROUP}(?:均|都|也|则|还|又|再次?|随后|先)?"
_VERB = "|".join(
    row.word + (f"(?!{row.not_before})" if row.not_before else "") for row in VERBS if not row.colon
)
VERB = re.compile(rf"{_ADVERB}(?P<verb>{_VERB})(?!的)")
SAYS = re.compile(r"\s*+(?:said|says|thinks|noted|notes|reported|reports|added|adds)(?: that)?\s+")
# With a colon behind, any verb of speech will do.
VERB_BEFORE_COLON = re.compile(
    rf"{_ADVERB}(?P<verb>{'|'.join(row.word for row in VERBS if row.colon)})(?=\s*+:)"
)
_TAKES_SIDES = re.compile(
    rf"{_ADVERB}(?:明确|坚决|原则上?|基本|总体上?|暂)?"
    rf"(?P<verb>{_beside(True)}|(?:{_beside(False)})(?=\s*+[,。;]))(?!的|书|函|率|票|后|前(?!提)|见|意见|声)"
)
LEAD = re.compile(r"(?:会上|会议上|对此|此外|另外|其中|最后|同时|随后|接着|然后)\s*+[,:]?\s*+")
STAYS = re.compile(r"[了过](?!渡|程|年|期)|一[点下些]")


def verb_at(low: str, pos: int) -> re.Match[str] | None:
    """A verb of speech, or one that takes a side, behind a name."""
    return VERB.match(low, pos) or _TAKES_SIDES.match(low, pos)
