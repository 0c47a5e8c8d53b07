"""What an English note leaves open: set aside for now, not decided, not known, taken up elsewhere.

so we park the rota until January · take that offline · no decision yet on the van · who pays? nobody knows
"""

from __future__ import annotations

import re

from models.capture.decided.disputes import deferred
from models.capture.decided.settled import is_note
from models.capture.line import Items, Line, Words
from models.capture.words.english_verbs import is_english_title
from models.capture.work.actions import open_issue
from models.capture.work.english_work import known_names

MYSELF = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|me|my|mine)\b")
"""Whoever says this of something speaks himself: it is no account of the recorder's."""
LONG_AGO = re.compile(r"\b(?:last (?:week|month|time|year|quarter)|yesterday|ago|back then|in the past)\b")
SO = (
    r"(?:(?:ok(?:ay)?|so|right|fine|then|well|and|in the end|finally|after (?:some|a long|much) (?:debate"
    r"|discussion))[,:]? )*"
)
"""What leads on to a note."""

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b"
)
_DAY = (
    rf"(?:(?:the )?(?:next|following|new year|spring|summer|autumn|fall|winter|end of|start of"
    rf"|beginning of)\b.*"
    rf"|(?:early |mid |late )?{_MONTH}.*|q[1-4]\b.*|(?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b.*"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)(?:day)?\b.*|tomorrow|the (?:board|council|committee"
    r"|agm)\b.*|then)"
)
_LATER = (
    rf" (?:for (?:now|today|the moment|the time being)|(?:un)?til(?:l)? .+|pending .+|next (?:time"
    rf"|meeting|week|month"
    rf"|call|session|year|quarter)\b.*|later(?: on)?|again(?: {_DAY}| in {_DAY})?|another (?:time|day"
    rf"|meeting)"
    rf"|(?:to|in|till|for|at|by|on|over to) {_DAY}|(?:after|when|once) .+|there)"
)
_IT = r"(?:that|this|it|these|those|(?:the|that|this)(?: \S+){1,4}?)(?: one| ones| bit| question| issue| topic| point)?"
_TALK = (
    r"(?:debate|discussion|question|topic|chat|issue|point|thing|one|conversation|details?|bit|rest|argument)"
)
_TALKED = rf"(?:that|this|it|these|those|the rest|(?:the|that|this) (?:\S+ ){{0,3}}{_TALK})(?: one| bit)?"
_LET_US = (
    r"(?:(?:we|let's|lets|we'll|we will|we should|we can|to be|to|be|will|can we|going to)? ?(?:just |all )*)"
)
_MORE = r"(?:[,;:-].*)?"
_SET_ASIDE = re.compile(
    rf"{_LET_US}(?:(?:park|shelve|defer|postpone|adjourn)(?:s|ed|ing)? {_IT}(?:{_LATER}|){_MORE}"
    rf"|(?:leave|put|hold|table|push)(?: {_IT})?(?: off| aside| over| back| forward)?{_LATER}{_MORE}"
    rf"|(?:bring|take|carry|move) (?:that|this|it)(?: one)? (?:back|over|forward|up again){_LATER}{_MORE}"
    rf"|(?:defer|postpone|push|bump|carry|hold|table)(?: over| forward| back)? \S.{{1,40}}?(?: over"
    rf"| back| forward)?"
    rf" (?:to|until|till|for) {_DAY})"
    rf"|(?:\S+ ){{0,5}}?(?:is |are |was |gets |stays )?(?:parked|shelved|deferred|postponed|on hold"
    rf"|put off|held over)"
    rf"(?:{_LATER}|){_MORE}"
    rf"|(?:\S+ ){{1,5}}?(?:is |was )?(?:put|pushed|held|carried) (?:back|over)(?: to| till| until) {_DAY}"
    rf"|(?:carry|carried|hold|held|bring|roll) over(?:{_LATER}| to {_DAY})"
    rf"|{_LET_US}(?:come|coming|circle|circling|get) back (?:to|on) (?:that|this|it"
    rf"|\S.{{1,40}}?)(?: \S+)?{_LATER}"
    r"|(?:one|that's one|something) for (?:next time|another (?:day|time|meeting)|the next (?:meeting"
    r"|call|session))"
)
_ELSEWHERE = re.compile(
    rf"{_LET_US}(?:take|taken|taking|move|continue|discuss|do|sort|sort out|pick up|handle)(?: {_TALKED})?"
    r" (?:offline|off-line|outside (?:of )?(?:the|this) (?:meeting|call)|after (?:the|this) (?:meeting"
    r"|call)|separately)"
    rf"{_MORE}|(?:that |this |that one |this one |one for )?offline(?: please| then)?"
)
_AGAIN = re.compile(
    rf"{_LET_US}(?:revisit|review again|re-?discuss|look at (?:that|this|it) again|pick (?:that|this"
    rf"|it) (?:back )?up(?: again)?"
    rf"|return to (?:that|this|it))(?: \S.{{1,30}}?)??(?:{_LATER}"
    rf"|{_LATER.replace(' (?:', ' (?:at |on |by |in )?(?:', 1)})"
    rf"|(?:to be|will be|being) (?:revisited|reviewed|picked up|discussed|continued"
    rf"|looked at)(?: again)?(?:{_LATER})?"
    r"|(?:revisit|back) (?:it |this |that )?next (?:time|meeting|week|month)"
)
_UNDECIDED = re.compile(
    r"(?:still )?no (?:firm |final |clear )?(?:decision|agreement|conclusion|resolution|consensus"
    r"|outcome)(?: (?:yet|today"
    r"|tonight|made|was|reached|taken|for now|either way|as yet|here))*"
    rf"(?: (?:on|about|re|over|as to|until|till|before|because|bc|pending|without|regarding)\b.*)?{_MORE}"
    r"|(?:(?:it |that |this )?(?:is |was )?(?:still )?(?:not|nothing|isn't|wasn't"
    r"|hasn't been) (?:yet )?(?:been )?(?:decided"
    r"|settled|resolved|concluded|agreed)(?: yet| today| (?:on|about|re) \S.*)*)"
    r"|(?:still )?(?:undecided|tbd|tbc|t\.b\.[cd])"
    rf"|(?:final )?decision (?:is |was )?(?:deferred|postponed|delayed|held over|put off|pending"
    rf"|to follow|tbc|tbd"
    rf"|next (?:time|meeting|week)|on hold)\b.*"
)
_LOT = re.compile(r"(?:for the |into the )?parking lot(?: item)?(?: [-–—=]+|,| for)? +(?=\S)|parking lot$")
_SUBJECT = re.compile(r"(?P<what>\S(?:[^,;:]{0,46}?\S)?)(?: [-–—]+ |: |, |\?+ )")


def set_aside(words: Words, low: str, line: Line, doubt: bool) -> Items | None:
    """Something set aside or left undecided, perhaps behind what it is about (rota gap - take offline)."""
    if MYSELF.search(low) or known_names(words, 0, line.context):
        return None
    if lot := _LOT.match(low):
        rest = words.cut(lot.end()).strip()
        return (open_issue(rest, line.context, doubt),) if rest else (deferred(words, line, None, doubt),)
    start = lead.end() if (lead := re.match(SO, low)) else 0
    subject = _SUBJECT.match(low, start)
    places = [start, *([subject.end()] if subject and is_english_title(subject["what"]) else [])]
    if any(shape.fullmatch(low, place) for place in places for shape in _OPEN):
        return (deferred(words, line, None, doubt),)
    return None


_OPEN = (_SET_ASIDE, _ELSEWHERE, _AGAIN, _UNDECIDED)

_ASKING = r"(?:who|whose|what|when|where|whether|if|how|which|why)"
_KNOWS = (
    r"(?:(?:nobody|no[ -]one|none of us|not one of us)(?: here| in the room| present| really| actually"
    r"| seems to)*"
    r" (?:knows?|knew|could (?:say|tell|answer)|can (?:say|tell|answer)|is sure|was sure|sure|has an answer"
    r"|had an answer|has a clue))"
)
_NOBODY = re.compile(
    rf"{_KNOWS}\b"
    rf"|(?:we |they )?(?:still |also )?(?:don't|dont|do not|didn't) (?:yet )?know {_ASKING}\b"
    rf"|(?:it's |it is |still |that's )*(?:unclear|not clear|undecided|unresolved|an open question"
    rf"|open)(?: yet)? (?:{_ASKING})\b"
    rf"|(?:we have |there's )?no idea {_ASKING}\b|no answer (?:on|to|yet|for)\b|(?:open|unresolved"
    rf"|unanswered) (?:question|issue|point)s?(?: is)?[:,-]"
    r"|still (?:open|unresolved|unanswered|unclear)[:,-]"
)
_ENDS_OPEN = re.compile(rf".{{4,}}?(?:\?+|[,;:]| [-–—]+) ?{_KNOWS}(?: yet| tbh)?$")
_ASKED_OPEN = re.compile(
    rf"(?:{_ASKING}|do we|does|is|are|can we|should we|will)\b.{{4,}}?(?:\?+|[,;:]"
    rf"| [-–—]+) ?(?:still )?(?:not (?:yet )?"
    r"(?:clear|known|decided|sure)|unclear|tbc|tbd|unknown|open|unresolved|no answer|no idea"
    r"|to be checked|not answered"
    r"|anyone's guess)(?: yet)?$"
)
_TOPIC_FIRST = re.compile(r"\S(?:[^,:;]{0,38}\S)?(?:[:,]| -+) ?")


def unanswered(words: Words, low: str, line: Line, doubt: bool) -> Items | None:
    """An open issue: what nobody knows, perhaps behind what it is about (Parking: nobody knows where …)."""
    if MYSELF.search(low) or LONG_AGO.search(low) or not is_note(words, line):
        return None
    first = _TOPIC_FIRST.match(low)
    told = _NOBODY.match(low) or (
        first and not known_names(words, 0, line.context) and _NOBODY.match(low, first.end())
    )
    ends = _ENDS_OPEN.fullmatch(low) or _ASKED_OPEN.fullmatch(low)
    return (open_issue(words, line.context, doubt),) if told or ends else None
