"""The stance an English text begins with: supports it, we have no objection, is against, agreed subject to …

What somebody is said to do (supports, objects to) takes a stance whatever follows; a bare word at the beginning only
where it can be no noun, because support costs, reserve funds and agreed rates are things.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_ADVERBS = (
    r"(?:(?:also|still|now|both|all|fully|strongly|really|very|quite|perfectly|generally|broadly|personally|just|only"
    r"|formally|absolutely|certainly|totally|completely|firmly|dead)\s+)*"
)
_SUBJECT = re.compile(
    r"(?:we|i|they|he|she|our team|my team|the team|it(?= ha[sd] no ))(?:'d|'ll|'re|'m|'ve|'s)?\s+"
    rf"{_ADVERBS}(?:(?:would|will|can|could|do|does)\s+)?{_ADVERBS}"
)
_BE = rf"(?:(?:would\s+be|would\s+also\s+be|will\s+be|is|are|am|was|were|be|feels?)\s+)?{_ADVERBS}"
_ENDS = r"(?=\s*(?:[,，;；.。!:]|$))"
_BARE = (
    rf"(?:{_ENDS}|(?=\s+(?:that|this|it|them|the|a|an|to|with|in principle|in part|on|provided|providing|if|but|subject"
    r"|as long|so long|once|unless|because|since|and|both|all|any|you|your|our|their|his|her|option|\w+ing)\b))"
)
_NOT_OURS = (
    r"(?!\s+(?:in|at|during|so far|yet|were|was|have been|raised|received|heard)\b)"
    r"(?!\s+(?:from|by|to)\s+(?:the|a|an|any|our|other|their)\b)(?!\s+from\s+(?!us\b|me\b|here\b|my\b))"
)
_HAS = r"(?:(?:have|has|had|with|raises?|raised)\s+)?"
_PLEASED = "fine|ok|okay|happy|good|comfortable|content|on board"
_CONTENT = "ok|okay|happy|comfortable|content|on board"
"""Those that say so also without what about: Bob is fine may be his health."""


class _Shapes(NamedTuple):
    """How one stance is said: of somebody who is said to take it, and by the first words of a text."""

    stance: str
    said: str
    bare: str


_SHAPES = (
    _Shapes(
        "oppose",
        rf"no{_ENDS}|(?:objects?|objected)(?={_ENDS}|\s+(?:to|that|strongly|on)\b)|{_BE}(?:against|opposed)\b"
        r"|oppos(?:e[sd]?|ing)\b|disagree[sd]?\b|(?:do|does|did)(?:n't| not) (?:support|agree|accept|approve)\b"
        rf"|(?:can't|cannot|can not|won't|will not|not) (?:support|accept|agree)\b|{_BE}not "
        r"(?:in favou?r|ok|okay|fine|on board)\b|rejects?\b|rejected\b|vote[sd]? against\b",
        rf"objects?(?:{_ENDS}|(?=\s+(?:to|strongly)\b))"
        rf"|(?:strongly )?(?:against|opposed)(?:{_ENDS}|(?=\s+(?:it|this|that)\b))"
        rf"|opposes?(?:{_BARE}|(?=\s+(?:until|unless|because|for|as)\b))|disagree[sd]?\b|not in favou?r\b|no from us\b",
    ),
    _Shapes(
        "abstain",
        r"abstain(?:s|ed|ing)?\b(?!\s+from\s+(?!the vote|voting))",
        rf"abstain(?:s|ed|ing)?(?:{_ENDS}|(?=\s+(?:on|for|because|as|until)\b|\s+from\s+(?:the vote|voting)))",
    ),
    _Shapes(
        "reserve",
        r"reserv(?:e[sd]?|ing)\b|ha(?:s|ve|d) (?:some |strong |serious |a few |major )?reservations\b",
        rf"reserv(?:e[sd]?|ing)(?:{_ENDS}"
        r"|(?=\s+(?:judge?ment|our|my|its|their|position|opinion|the right|until|for now)\b))"
        r"|(?:some |strong |serious )?reservations about\b",
    ),
    _Shapes(
        "conditional",
        r"conditional(?:ly)?\b(?: support\w*| agree\w*)?",
        rf"conditional{_ENDS}|conditional(?:ly)? (?:supports?|agrees?|on)\b",
    ),
    _Shapes(
        "support",
        rf"{_HAS}no (?:objections?|concerns?|issues?|problems?|complaints?)\b{_NOT_OURS}"
        rf"|{_BE}(?:(?:{_PLEASED})\s+(?:with|by|for|about|to)\b|(?:{_CONTENT}){_ENDS})|yes{_ENDS}|supports?\b"
        rf"|supported\b"
        rf"|agree[sd]?\b|accepts?\b|accepted\b|(?:can |could |would )?(?:go along with|live with)\b|endorse[sd]?\b"
        rf"|approve[sd]?\b|{_BE}(?:for it|in favou?r|in agreement)\b"
        r"|works? for (?:us|me|them)\b|vote[sd]? (?:for|in favou?r)\b",
        rf"no (?:objections?|concerns?|complaints?)\b{_NOT_OURS}|(?:fine|ok|okay|happy)\s+(?:with|by)\b"
        rf"|(?:supports?|agrees?){_BARE}|(?:can|could|would) (?:go along with|live with|accept)\b"
        r"|(?:that's |all )?fine(?=\s*[.!]?$)|me too(?= (?:if|as long|so long|provided)\b)"
        rf"|agreed(?:{_ENDS}|(?=\s+(?:to|that|with|in principle|subject|provided|if|but|as long|once)\b))"
        r"|(?:all )?(?:for it|in favou?r)\b"
        r"|(?:that|this|it)(?:'s| is)? (?:fine|ok|okay|good) (?:with|by|for) (?:us|me)\b"
        r"|(?:that|this|it) works for (?:us|me)\b",
    ),
)
_PROVIDED = re.compile(
    r"(?<!even )(?<!as )\bif\b|(?<!anything )(?<!nothing )\bbut\b|\bprovid(?:ed|ing)\b|\b(?:as|so) long as\b"
    r"|\bon (?:the |one )?condition\b|\bunless\b|\bsubject to\b|\bonce\b(?! (?:a|per|every|more|again)\b)|\bassuming\b"
    r"|\b(?:contingent|conditional) (?:up)?on\b|\bonly (?:when|with|after)\b|\bwith (?:the|one) (?:proviso|caveat)\b"
)
"""What makes consent conditional, wherever it stands behind it."""


def english_stance(low: str, start: int = 0, *, led: bool = False) -> str:
    """The stance the text begins with at `start`, else none; `led` where the words before say who takes it."""
    subject = _SUBJECT.match(low, start)
    pos = subject.end() if subject else start
    for shape in _SHAPES:
        match = re.compile(shape.said if led or subject else shape.bare).match(low, pos)
        if match is not None and not (subject and not led and match[0].endswith("ed")):
            qualified = shape.stance == "support" and _PROVIDED.search(low, match.end())
            return "conditional" if qualified else shape.stance
    return "none"
