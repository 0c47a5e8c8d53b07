"""What a recorder notes of the room in English, whoever speaks: quarrels, decisions, what is parked, what nobody knows.

back and forth Gus vs Helen · Dana's call in the end: automatic · so we park the rota until January
"""

from __future__ import annotations

import re

from models.capture.actions import open_issue
from models.capture.disputes import deferred, dispute
from models.capture.english_work import known_names
from models.capture.everyday import QUESTION
from models.capture.line import Items, Line, Words
from models.capture.resolutions import resolution
from models.capture.settled import is_note
from models.capture.values import NoteLine

_MYSELF = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|me|my|mine)\b")
"""Whoever says this of something speaks himself: it is no account of the recorder's."""
_LONG_AGO = re.compile(r"\b(?:last (?:week|month|time|year|quarter)|yesterday|ago|back then|in the past)\b")
_SO = (
    r"(?:(?:ok(?:ay)?|so|right|fine|then|well|and|in the end|finally|after (?:some|a long|much) (?:debate"
    r"|discussion))[,:]? )*"
)


def noted_in_english(words: Words, line: Line, doubt: bool) -> Items | None:
    """An English note of the recorder's that begins a line and speaks for nobody; None for what may be speech."""
    low = words.low.rstrip(" .!")
    if not low.isascii() or QUESTION.search(low) or not is_note(words, line):
        return None
    for rule, find in _NOTES:
        if found := find(words, low, line, doubt):
            line.rule = rule
            return found
    return None


# -- quarrels --------------------------------------------------------------------------------------------------

_STUCK = (
    r"(?:stuck|deadlock(?:ed)?|stalemate|at odds|no (?:movement|agreement|progress|way forward)"
    r"|going in circles|round in circles)"
)
_QUARREL = re.compile(
    rf"{_SO}(?:(?:a |some |a bit of |lots? of |long |lengthy |heated |much |more )*"
    r"(?:back[ -]and[ -]forth|to[ -]and[ -]fro|argument|disagreement|debate|dispute|clash|row)\b"
    r"(?! (?:clause|resolution|process|club|team|form|is over|was settled|settled)).*"
    rf"|(?:the two|both|both sides|they|the room|opinions?|views) (?:are |were |is |was )?(?:still )?"
    rf"(?:(?:can't|cannot|can not|couldn't|don't|do not|didn't) agree|disagree|split|divided|{_STUCK})\b.*)"
)
_NO_AGREEMENT = re.compile(
    r" ?(?:still |really |both )?(?:(?:can't|cannot|can not|couldn't|could not|don't|do not|didn't|won't) agree\b"
    rf"|(?:are |were )?(?:split|divided|disagree|{_STUCK})\b)(?! (?:with|to) )"
)
_VERSUS = re.compile(r" (?:vs\.?|versus|against) ")
_WANTS = re.compile(r" (?:wants?|prefers?|insists? on|would rather|says?|argues? for)\b")
_ENDS_STUCK = re.compile(rf"[,;:-] ?{_STUCK}$|[,;] (?:can't|couldn't|don't|didn't) agree$")


def _quarrel(words: Words, low: str, line: Line, doubt: bool) -> Items | None:
    if _LONG_AGO.search(low) or _MYSELF.search(low):
        return None
    if _QUARREL.fullmatch(low) or _argue(words, low, line):
        return (dispute(words, line, doubt),)
    return None


def _argue(words: Words, low: str, line: Line) -> bool:
    """Whether two who are known are said to disagree, or to want two things and be stuck."""
    names = known_names(words, 0, line.context)
    if len(names) > 1 and _NO_AGREEMENT.match(low, names[-1].end):
        return True
    if not names:
        return False
    versus = _VERSUS.match(low, names[0].end)
    if versus and known_names(words, versus.end(), line.context):
        return True
    return bool(_ENDS_STUCK.search(low) and _WANTS.match(low, names[0].end))


# -- decisions -------------------------------------------------------------------------------------------------

_DECIDED = re.compile(
    rf"{_SO}(?:(?:that's |it's |all )?(?:(?:decided|settled|deal|approved|signed off)(?: then)?,|(?:agreed|decided"
    rf"|settled"
    r"|deal|approved|signed off)(?: then,|(?: then)?(?::| -+))) (?=\S)"
    r"|(?:final|the) (?:call|decision|answer|verdict|outcome)(?: is| was)?(?:,|:| -+) ?(?=\S)"
    r"|(?:so |then )*(?:we|we're|we are|we'll|we will) (?:go|going|be going) (?:with|for|ahead with) (?!(?:them"
    r"|him|her|you|us|me)\b)(?=\S)"
    r"|(?:so |then )+(?:it's|it is|it'll be) (?!not\b|just\b|about\b|a (?:matter|question)|that\b|why\b|how\b"
    r"|more\b|all\b|been\b|going\b|really\b|still\b|very\b|too\b)(?=\S))"
)
_CALL = re.compile(
    r"(?:'s|’s)? (?:final )?(?:call|decision|ruling)(?: in the end| at the end| then| was| is)*[:,-]+ ?(?=\S)"
    r"|,? (?:finally |then |in the end |eventually )?(?:decides?|decided|rules?|ruled|signs? off|signed off)"
    r"(?:(?: in the end)?[:,-]+ ?| that (?=\S)| on (?=\S)| (?=\S))"
)
_LAST = re.compile(
    r"[,;:-] ?(?:that's |it's |this is )?(?:agreed|decided|settled|signed off|approved|done deal)(?: then| by all)?$"
)
_NOT_YET = re.compile(
    r"\b(?:if they|they (?:have|had|already)|not yet|nothing|nobody|hasn't|haven't|yet to)\b"
)


def _decision(words: Words, low: str, line: Line, doubt: bool) -> Items | None:
    if _MYSELF.search(low[:12]) or _LONG_AGO.search(low):
        return None
    if (match := _DECIDED.match(low)) is not None:
        said = words if "go" in match[0] or "it" in match[0][-8:] else words.cut(match.end())
        return (resolution(said.strip(), line.context, doubt),)
    names = known_names(words, 0, line.context)
    called = _CALL.match(low, names[0].end) if len(names) == 1 else None
    if (called and not _NOT_YET.search(low)) or (_LAST.search(low) and not names):
        # Who decided it stays with what was decided.
        return (resolution(words, line.context, doubt),)
    return None


# -- set aside, open -------------------------------------------------------------------------------------------

_IT = r"(?:that|this|it|these|those|(?:the|that|this)(?: \S+){1,4}?)(?: one| ones| bit| question| issue| topic| point)?"
_UNTIL = (
    r"(?: for now| for today| for the moment| (?:un)?til .+| for (?:the )?next (?:time|meeting|week|month|call"
    r"|session)\b.*"
    r"| pending .+| (?:to|till) (?:next|the next|january|q[1-4])\b.*| there)"
)
_PARKED = re.compile(
    rf"{_SO}(?:(?:we|let's|lets|we'll|we will|we should|to be|be)? ?(?:just |all )*"
    rf"(?:(?:park|shelve|defer|postpone|adjourn)(?:s|ed|ing)? {_IT}(?:{_UNTIL}|)(?:[,;:-].*)?"
    rf"|(?:leave|put|hold|table|push) {_IT}(?: off| aside| over| back)?{_UNTIL}(?:[,;:-].*)?)"
    rf"|(?:\S+ ){{0,5}}?(?:is |are |was |gets |stays )?(?:parked|shelved|deferred|postponed|on hold|put off)"
    rf"(?:{_UNTIL}|)(?:[,;:-].*)?"
    r"|(?:come|coming|we'll come|let's come) back to (?:that|this|it)(?: \S+)? (?:later|next|another|in the next"
    r"|after|when|once)\b.*"
    r"|(?:one|that's one|something) for (?:next time|another (?:day|time|meeting)|the next (?:meeting|call|session)))"
)
_ASKING = r"(?:who|whose|what|when|where|whether|if|how|which|why)"
_NOBODY = re.compile(
    rf"(?:nobody|no[ -]one|none of us|not one of us)(?: here| in the room| present| really| actually| seems to)*"
    rf" (?:knows?|knew|could (?:say|tell|answer)|can (?:say|tell|answer)|is sure|was sure|has an answer"
    rf"|had an answer|has a clue)\b"
    rf"|(?:we |they )?(?:still |also )?(?:don't|do not|didn't) (?:yet )?know {_ASKING}\b"
    rf"|(?:it's |it is |still |that's )*(?:unclear|not clear|undecided|unresolved|an open question"
    rf"|open)(?: yet)? (?:{_ASKING})\b"
    rf"|(?:we have |there's )?no idea {_ASKING}\b|no answer (?:on|to|yet|for)\b|(?:open|unresolved"
    rf"|unanswered) (?:question|issue|point)s?(?: is)?[:,-]"
    r"|still (?:open|unresolved|unanswered|unclear)[:,-]"
)
_TOPIC_FIRST = re.compile(r"\S(?:[^,:;]{0,38}\S)?(?:[:,]| -+) ?")


def _parked(words: Words, low: str, line: Line, doubt: bool) -> Items | None:
    """Something set aside for now: so we park the rota until January, leave that for next time."""
    if _MYSELF.search(low) or not _PARKED.fullmatch(low) or known_names(words, 0, line.context):
        return None
    return (deferred(words, line, None, doubt),)


def _unanswered(words: Words, low: str, line: Line, doubt: bool) -> Items | None:
    """An open issue: what nobody knows, perhaps behind what it is about (Parking: nobody knows where …)."""
    if _MYSELF.search(low) or _LONG_AGO.search(low):
        return None
    first = _TOPIC_FIRST.match(low)
    told = _NOBODY.match(low) or (
        first and not known_names(words, 0, line.context) and _NOBODY.match(low, first.end())
    )
    ends = re.search(r"[,;-] ?(?:nobody|no[ -]one)(?: here)? (?:knows?|knew|could say|could answer)$", low)
    return (open_issue(words, line.context, doubt),) if told or ends else None


# -- the room --------------------------------------------------------------------------------------------------

_ROOM = re.compile(
    r"(?:the |this |my |someone's |somebody's |whose )*(?:projector|screen|wifi|wi-fi|mic|microphone|camera|sound"
    r"|audio|video|zoom|teams|link|battery|phone|mobile|aircon|heating)"
    r"(?:'s| is| has| keeps| just| went| was)*(?: \S+){0,2}? ?(?:died|dead|down|frozen|froze|off|out|buzzing"
    r"|ringing|broken|gone|muted|dropping|dropped|not working|playing up|again)"
    r"|(?:coffee|tea|biscuits|lunch|pizza|sandwiches|cake|food)(?: is| are|'s|'ve| has"
    r"| have)*(?: just)?(?: \S+)?(?: here| arrived| ready| break| up)?"
    r"|(?:can (?:you|everyone|everybody|anyone) (?:hear|see)|(?:you're|you are|he's|she's) (?:on )?mute).*"
    r"|(?:sorry|hang on|hold on|one sec(?:ond)?|just a (?:sec|moment|minute)|brb|back now|bless you|who(?:'s"
    r"| is) (?:typing|eating|driving))"
    r"|(?:it's|its) (?:freezing|boiling|so hot|so cold|too hot|too cold)(?: in here)?|(?:open|close|shut) (?:the"
    r"|a) (?:window|door)"
)
_LAUGH = re.compile(r"(?:.*[ ,])?(?:lol|lmao|haha+|ha ha|hehe|rofl)$")


def _room(words: Words, low: str, line: Line, doubt: bool) -> Items | None:
    """A note no document shows: the whole line is about the room, or only laughs."""
    parts = [part for part in re.split(r"[,;.] ?| - ", low) if part]
    laughs = _LAUGH.fullmatch(low) and len(low) < _JOKE
    if laughs or (parts and all(_ROOM.fullmatch(part) for part in parts)):
        return (NoteLine(text=words.text(), doubt=doubt),)
    return None


_JOKE = 50

_NOTES = (
    ("aside", _room),
    ("unanswered", _unanswered),
    ("parked", _parked),
    ("quarrel", _quarrel),
    ("decision", _decision),
)
