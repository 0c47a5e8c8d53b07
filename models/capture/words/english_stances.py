"""The stance an English text begins with: supports it, we have no objection, is against, agreed subject to …

What somebody is said to do (supports, objects to) takes a stance whatever follows; a bare word at the beginning only
where it can be no noun, because support costs, reserve funds and agreed rates are things.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_ADVERBS = (
    r"(?:(?:also|still|now|both|all|fully|strongly|really|very|quite|perfectly|generally|broadly"
    r"|personally|just|only"
    r"|formally|absolutely|certainly|totally|completely|firmly|dead)\s+)*"
)
_SUBJECT = re.compile(
    r"(?:we|i|they|he|she|our team|my team|the team|it(?= ha[sd] no ))(?:'d|'ll|'re|'m|'ve|'s)?\s+"
    rf"{_ADVERBS}(?:(?:would|will|can|could|do|does)\s+)?{_ADVERBS}"
)
_BE = rf"(?:(?:would\s+be|would\s+also\s+be|will\s+be|is|are|am|was|were|be|feels?)\s+)?{_ADVERBS}"
_ENDS = r"(?=\s*(?:[,，;；.。!:]|$))"
_BARE = (
    rf"(?:{_ENDS}|(?=\s+(?:that|this|it|them|the|a|an|to|with|in principle|in part|on|provided"
    rf"|providing|if|but|subject"
    r"|as long|so long|once|unless|because|since|and|both|all|any|you|your|our|their|his|her|option"
    r"|\w+ing)\b))"
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
        r"|oppos(?:e[sd]?|ing)\b|disagree[sd]?\b|(?:do|does|did)(?:n't| not) (?:support|agree|accept"
        r"|approve)\b"
        rf"|(?:can't|cannot|can not|won't|will not|not) (?:support|accept|agree)\b|{_BE}not "
        r"(?:in favou?r|ok|okay|fine|on board|happy|comfortable|having it)\b|rejects?\b|rejected\b"
        r"|vote[sd]? against\b"
        rf"|{_BE}unhappy\b|(?:is|are|was|were)(?:n't|nt)\s+{_ADVERBS}(?:in favou?r|ok|okay|fine"
        rf"|on board|happy|comfortable)\b"
        r"|(?:does|do|did)(?:n't|nt| not) (?:like|want|buy)\b|dislikes?\b|hates?\b|vetoe[sd]\b",
        rf"objects?(?:{_ENDS}|(?=\s+(?:to|strongly)\b))|(?:no|nope|no way)(?=\s*[.!]?$)"
        rf"|(?:strongly )?(?:against|opposed)(?:{_ENDS}|(?=\s+(?:it|this|that)\b))"
        rf"|opposes?(?:{_BARE}|(?=\s+(?:until|unless|because|for|as)\b))|disagree[sd]?\b"
        rf"|not in favou?r\b|no from us\b",
    ),
    _Shapes(
        "abstain",
        r"abstain(?:s|ed|ing)?\b(?!\s+from\s+(?!the vote|voting))",
        rf"abstain(?:s|ed|ing)?(?:{_ENDS}|(?=\s+(?:on|for|because|as|until)\b|\s+from\s+(?:the vote"
        rf"|voting)))",
    ),
    _Shapes(
        "reserve",
        r"reserv(?:e[sd]?|ing)\b|ha(?:s|ve|d) (?:got )?(?:some |strong |serious |a few |major |big "
        r"|real )?(?:reservations"
        rf"|concerns|doubts)\b|{_BE}(?:not|never)\s+{_ADVERBS}(?:convinced|keen|sure)\b"
        rf"|(?:is|are|was|were)(?:n't|nt)\s+{_ADVERBS}(?:convinced|keen|sure)\b"
        rf"|{_BE}(?:un(?:sure|convinced|easy)|sceptical|skeptical|doubtful|dubious|wary|torn)\b",
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
        rf"|{_BE}(?:(?:{_PLEASED})\s+(?:(?:with|by|for|about|to)\b|w/)|(?:{_CONTENT}){_ENDS})"
        rf"|yes{_ENDS}|(?:fine|ok|okay|happy|good) to\b|(?:can |could |would |will )(?:support|back"
        rf"|agree|accept)\b|(?:same(?: here| view)?|too|ditto|likewise|sure|seconds?"
        rf"|good idea)\s*[.!]?$|seconds?(?:ed)? (?:it|that|this)\b|supports?\b"
        rf"|supported\b"
        rf"|agree[sd]?\b|accepts?\b|accepted\b|(?:can |could |would )?(?:go along with|live with)\b"
        rf"|endorse[sd]?\b"
        rf"|approve[sd]?\b|{_BE}(?:for it|in favou?r|in agreement)\b"
        r"|works? for (?:us|me|them)\b|vote[sd]? (?:for|in favou?r)\b",
        rf"no (?:objections?|concerns?|complaints?)\b{_NOT_OURS}|(?:fine|ok|okay|happy)\s+(?:(?:with"
        rf"|by)\b|w/)"
        rf"|(?:supports?|agrees?){_BARE}|(?:can|could|would) (?:go along with|live with|accept)\b"
        r"|(?:that's |all )?fine(?=\s*[.!]?$)|(?:yes|yep|yeah|sure|same|same here|ditto|good idea"
        r"|sounds good|seconded|me too)(?=\s*[.!]?$)|me too(?= (?:if|as long|so long|provided)\b)"
        rf"|agreed(?:{_ENDS}|(?=\s+(?:to|that|with|in principle|subject|provided|if|but|as long|once)\b))"
        r"|(?:all )?(?:for it|in favou?r)\b"
        r"|(?:that|this|it)(?:'s| is)? (?:fine|ok|okay|good) (?:with|by|for) (?:us|me)\b"
        r"|(?:that|this|it) works for (?:us|me)\b",
    ),
)
_PROVIDED = re.compile(
    r"(?<!even )(?<!as )\bif\b|(?<!anything )(?<!nothing )\bbut\b|\bprovid(?:ed|ing)\b|\b(?:as|so) long as\b"
    r"|\bon (?:the |one )?condition\b|\bunless\b|\bsubject to\b|\bonce\b(?! (?:a|per|every|more"
    r"|again)\b)|\bassuming\b"
    r"|\b(?:contingent|conditional) (?:up)?on\b|\bonly (?:when|with|after)\b|\bwith (?:the"
    r"|one) (?:proviso|caveat)\b"
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
