"""What a recorder notes of the room in English, whoever speaks: quarrels, decisions, what is parked, what nobody knows.

back and forth Gus vs Helen · Dana's call in the end: automatic · so we park the rota until January
"""

from __future__ import annotations

import re

from models.capture.decided.disputes import dispute
from models.capture.decided.english_left_open import LONG_AGO, MYSELF, SO, set_aside, unanswered
from models.capture.decided.resolutions import resolution
from models.capture.decided.settled import is_note
from models.capture.line import Items, Line, Words
from models.capture.values import NoteLine, PointLine
from models.capture.words.english_verbs import is_english_title
from models.capture.words.everyday import QUESTION
from models.capture.work.english_work import known_names


def noted_in_english(words: Words, line: Line, doubt: bool) -> Items | None:
    """An English note of the recorder's that begins a line and speaks for nobody; None for what may be speech."""
    low = words.low.rstrip(" .!")
    if not low.isascii() or not is_note(words, line):
        return None
    if QUESTION.search(low):
        line.rule = "left_open"
        return unanswered(words, low, line, doubt) or set_aside(words, low, line, doubt)
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
    rf"{SO}(?:(?:a |some |a bit of |lots? of |long |lengthy |heated |much |more )*"
    r"(?:back[ -]and[ -]forth|to[ -]and[ -]fro|argument|disagreement|debate|dispute|clash|row)\b"
    r"(?! (?:clause|resolution|process|club|team|form|is over|was settled|settled)).*"
    rf"|(?:the two|both|both sides|they|the room|opinions?|views) (?:are |were |is |was )?(?:still )?"
    rf"(?:(?:can't|cannot|can not|couldn't|don't|do not|didn't) agree|disagree|split|divided|{_STUCK})\b.*"
    r"|(?:still |just )?(?:going|went) (?:round|around)(?: and round)? in circles.*)"
)
_NO_AGREEMENT = re.compile(
    r" ?(?:still |really |both )?(?:(?:can't|cannot|can not|couldn't|could not|don't|do not|didn't"
    r"|won't) agree\b"
    rf"|(?:are |were )?(?:split|divided|disagree|{_STUCK})\b)(?! (?:with|to) )"
)
_VERSUS = re.compile(r" (?:vs\.?|versus|against) ")
_WANTS = re.compile(r" (?:wants?|prefers?|insists? on|would rather|says?|argues? for)\b")
_ENDS_STUCK = re.compile(rf"[,;:-] ?{_STUCK}$|[,;] (?:can't|couldn't|don't|didn't) agree$")


def _quarrel(words: Words, low: str, line: Line, doubt: bool) -> Items | None:
    if LONG_AGO.search(low) or MYSELF.search(low):
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
    rf"{SO}(?:(?:that's |it's |all )?(?:(?:decided|settled|deal|approved|signed off)(?: then)?,"
    rf"|(?:agreed|decided"
    rf"|settled"
    r"|deal|approved|signed off)(?: then,|(?: then)?(?::| -+))) (?=\S)"
    r"|(?:ok(?:ay)? |so |right )+(?:agreed|decided|settled),? (?=\S)"
    r"|all (?:in favou?r|agreed|for)(?::| -+|,) (?=\S)"
    r"|(?:agreed|decided) (?:at last|in the end|finally|by all|unanimously)(?::| -+|,) (?=\S)"
    r"|(?:final|the) (?:call|decision|answer|verdict|outcome)(?: is| was)?(?:,|:| -+) ?(?=\S)"
    r"|(?:so |then )*(?:we|we're|we are|we'll|we will) (?:go|going|be going) (?:with|for"
    r"|ahead with) (?!(?:them"
    r"|him|her|you|us|me)\b)(?=\S)"
    r"|(?:so |then )+(?:it's|it is|it'll be) (?!not\b|just\b|about\b|a (?:matter|question)|that\b|why\b|how\b"
    r"|more\b|all\b|been\b|going\b|really\b|still\b|very\b|too\b)(?=\S))"
)
_AGREED_TO = re.compile(
    rf"{SO}(?:(?:agreed|decided|resolved)(?: unanimously| at last| finally| in the end)* (?:we |not to "
    r"|to (?!(?:disagree|differ|that|this|it|the|some|a)\b)|on (?!(?:most|some|many|few|that|this|it)\b)"
    r"|against (?!the plan)|(?=open |close |keep |leave |send |stay |stop |start |no |not |\d|two "
    r"|three |four |six |option |both |all (?:of|three|four)))"
    r"|(?:so |then )*(?:going|go) (?:ahead )?with (?!(?:them|him|her|you|us|me|it)\b))(?=\S)"
)
_CALL = re.compile(
    r"(?:'s|’s)? (?:final )?(?:call|decision|ruling)(?: in the end| at the end| then| was| is)*[:,-]+ ?(?=\S)"
    r"|,? (?:finally |then |in the end |eventually )?(?:decides?|decided|rules?|ruled|signs? off|signed off)"
    r"(?:(?: in the end)?[:,-]+ ?| that (?=\S)| on (?=\S)| (?=\S))"
)
_IT_IS = re.compile(r"(?:so |ok |right |then )*(?P<what>[^,;:?]{2,40}?) it is(?: then)?(?:,.*)?")
_BUT = re.compile(r"\b(?:though|but|in principle)\b")
_BY_ALL = re.compile(
    r"(?P<what>[^,;:?]{3,60}?),? (?:was |were |is )?(?:approved|adopted|accepted|passed|carried"
    r"|ratified)(?: unanimously"
    r"| by all| nem\.? con\.?| \d+ ?(?:-|to|v) ?\d+)"
    r"|motion (?:to|that|for) .{3,80}?[,:;-] ?(?:(?:passes|carries|passed|carried) )?(?:\d+ ?(?:-|to"
    r"|v) ?\d+|unanimous|all in favou?r|carried"
    r"|passed|approved|defeated|failed|lost|withdrawn)(?: .{1,20})?"
    r"|(?:(?:proposed|moved) by \S.{1,40}?,? (?:and )?)(?:seconded (?:by )?\S.{1,30}?)?(?:: | to | that )\S.*"
)
_MOVED = re.compile(
    r" (?:moved|moves|proposed|proposes|motioned)(?: to| that| a motion to)? \S.*?\b(?:seconded|seconds"
    r"|2nd|carried|passed"
    r"|approved unanimously|defeated)\b.*"
)
_LAST = re.compile(
    r"[,;:.-] ?(?:that's |it's |this is )?(?:agreed|decided|settled|signed off|approved"
    r"|done deal)(?: then| by all)?$"
)
_NOT_YET = re.compile(
    r"\b(?:if they|they (?:have|had|already)|not yet|nothing|nobody|hasn't|haven't|yet to)\b"
)


def _decision(words: Words, low: str, line: Line, doubt: bool) -> Items | None:
    if MYSELF.search(low[:12]) or LONG_AGO.search(low):
        return None
    if (match := _DECIDED.match(low)) is not None:
        said = words if "go" in match[0] or "it" in match[0][-8:] else words.cut(match.end())
        return (resolution(said.strip(), line.context, doubt),)
    if (_AGREED_TO.match(low) and not _BUT.search(low)) or _moved(words, low, line):
        return (resolution(words, line.context, doubt),)
    names = known_names(words, 0, line.context)
    called = _CALL.match(low, names[0].end) if len(names) == 1 else None
    if (called and not _NOT_YET.search(low)) or (_LAST.search(low) and not names):
        # Who decided it stays with what was decided.
        return (resolution(words, line.context, doubt),)
    return None


def _moved(words: Words, low: str, line: Line) -> bool:
    """Whether words say what it is to be (option B it is), or what was moved and how it ended."""
    chosen = _IT_IS.fullmatch(low)
    if chosen is not None and is_english_title(chosen["what"]):
        return True
    names = known_names(words, 0, line.context)
    return bool(_BY_ALL.fullmatch(low) or (names and _MOVED.fullmatch(low, names[-1].end)))


# -- the floor -------------------------------------------------------------------------------------------------

_OVER_TO = re.compile(
    r"(?:(?:now|and|ok(?:ay)?|right|thanks|so)[,:]? )*(?:handing |handed |hand )?(?:over|back|across"
    r"|floor)(?: now)? to"
    r"(?: you)?,? (?=\S)"
)
_PRESENTS = re.compile(r" (?:next|up next|first|to present|to talk|presenting|presents|has the floor)?")


def _floor(words: Words, low: str, line: Line, doubt: bool) -> Items | None:
    """A point of nobody's: somebody else is to speak now, and what follows is not the last speaker's (over to Tom)."""
    over = _OVER_TO.match(low)
    who = known_names(words, over.end() if over else 0, line.context)
    if not who or not (over or _PRESENTS.fullmatch(low, who[-1].end)):
        return None
    behind = low[who[-1].end :].strip()
    if over and behind and not re.match(r"(?:for|on|about|with|re|to (?:talk|present|update))\b", behind):
        return None
    return (PointLine(text=words.text(), doubt=doubt),)


# -- the room --------------------------------------------------------------------------------------------------

_ROOM = re.compile(
    r"(?:the |this |my |someone's |somebody's |whose )*(?:projector|screen|wifi|wi-fi|mic|microphone"
    r"|camera|sound"
    r"|audio|video|zoom|teams|link|battery|phone|mobile|aircon|heating)"
    r"(?:'s| is| has| keeps| just| went| was)*(?: \S+){0,2}? ?(?:died|dead|down|frozen|froze|off|out|buzzing"
    r"|ringing|broken|gone|muted|dropping|dropped|not working|playing up|again)"
    r"|(?:coffee|tea|biscuits|lunch|pizza|sandwiches|cake|food)(?: is| are|'s|'ve| has"
    r"| have)*(?: just)?(?: \S+)?(?: here| arrived| ready| break| up)?"
    r"|(?:can (?:you|everyone|everybody|anyone) (?:hear|see)|(?:you're|you are|he's|she's) (?:on )?mute).*"
    r"|(?:sorry|hang on|hold on|one sec(?:ond)?|just a (?:sec|moment|minute)|brb|back now|bless you|who(?:'s"
    r"| is) (?:typing|eating|driving))"
    r"|thanks(?:,? (?:all|everyone|everybody|both|[a-z]+))?|cheers(?: all)?|welcome(?: back| all| everyone)*"
    r"|we're back|back (?:at|in) \d{1,2}(?:[:.]\d\d)?(?: ?[ap]m| mins?| minutes)?|let's (?:start|begin"
    r"|vote|crack on"
    r"|get going|make a start)|good (?:morning|afternoon|evening)(?: all| everyone)?"
    r"|call(?:ed)? to order(?: \d.*)?"
    r"|(?:it's|its) (?:freezing|boiling|so hot|so cold|too hot|too cold)(?: in here)?|(?:open|close"
    r"|shut) (?:the"
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
    ("floor", _floor),
    ("unanswered", unanswered),
    ("set_aside", set_aside),
    ("quarrel", _quarrel),
    ("decision", _decision),
)
