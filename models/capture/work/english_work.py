"""Who is to do something by an English sentence: NAME to VERB · can you, NAME, VERB · NAME takes that."""

from __future__ import annotations

import re

from models.capture.line import Context, Words
from models.capture.named.mentions import Mention, mention_at, mentions_at
from models.capture.words.english_verbs import THIRD, is_job

_GOING = r"(?:(?: (?:is|are)|['’](?:s|re))? (?:going to|gonna))"
SETS_OUT = rf"(?: (?:(?:is |are )?to|will|shall|must|should)|['’]ll|{_GOING}) "
"""What stands in English between somebody and what he is to do."""
_ACTS = re.compile(
    rf"(?: (?P<to>(?:is |are )?to)| (?:will|shall)|['’]ll|{_GOING}) (?:also "
    rf"|then )?(?P<verb>[a-z]+(?:-[a-z]+)*)(?![a-z'])"
)
_WILL = re.compile(rf"(?: (?:will|shall|won't)|['’]ll|{_GOING})(?= )")
_NOTHING_DONE = (
    "a an the this that these those my your his her its our their all some any no not never be have need "
    "me you him it us them each every both date now here there probably likely only still also blame"
)
_NO_DEED = frozenset(_NOTHING_DONE.split())
"""Words behind `to` or `will` that do not begin what somebody does (to the board, will be on leave)."""
_CAN_YOU = r"(?:can|could|would|will) you (?:please |also |then |maybe )*"
_SPOKEN_TO = re.compile(rf"\s*+,\s*+(?:{_CAN_YOU}|please )(?P<verb>[a-z]+)(?![a-z'])")
_ASKED = re.compile(r"(?:(?:can|could|would|will) you(?: please)?\s*+,\s*+|please\s*+,?\s+)(?=[a-z])")
_THEN_ASKED = re.compile(r"\s*+,?\s+(?:please )?(?P<verb>[a-z]+)(?![a-z'])")
_TALK = (
    "hear see say repeat remind explain confirm tell believe imagine clarify speak hold wait mute "
    "unmute stop go "
    "agree live accept support think know remember mean want like need object come stay join"
)
_ONLY_TALK = frozenset(_TALK.split())
"""What somebody is asked to do here and now, in the meeting: no action."""
_IT = r"(?:that|this|it|that one|this one|the action|that action|this action|ownership)"
_TAKES = re.compile(
    r"(?: (?:takes?|took|to take|will take|is taking|picks? up|to pick up|picked up|owns?|to own"
    r"|will own|leads?)"
    rf"|['’]ll (?:take|pick up|own)) {_IT}(?: on| over| up| away)?\s*+[.!]?$"
    r"|(?: (?:has|have|got)|['’]s got)(?: got)? (?:the|that|this) (?:action|task|ball|pen|job"
    r"|ap)(?: point| item)?"
    r"(?: (?:on|for) (?:that|this|it))?\s*+[.!]?$"
    rf"|(?: is|['’]s)? (?:on it|on point(?: for {_IT})?|on the hook(?: for {_IT})?)\s*+[.!]?$"
)
_HAS = re.compile(
    r"(?:(?: (?:has|have|got|takes?|took|owns?))|['’]s got)(?: got)? (?:the|an?|that) (?:action|task"
    r"|ball|pen|job|ap)"
    r"(?: point| item)?(?: to (?=[a-z])| (?:on|for|of)(?: the)? (?=\S)|[:,]? [-–—]* ?(?=\S))"
)
_HELPERS = re.compile(
    r"(?:\bw/ ?|\b(?:together|along|jointly|working|paired) with |\balongside |\bhelped by "
    r"|\bwith (?:help|support)"
    r" from )(?=\S)"
)
_TO_SOMEBODY = re.compile(
    r"\b(?:check|talk|speak|chat|meet|catch up|follow up|discuss|liaise|agree|share|clear|confirm"
    r"|sort it|negotiate"
    r"|touch base|sit down|have a word)(?:s|es|ing|ed)?(?: \S+){0,4} $"
)
"""What one does with somebody who need not help (check w/ Dana)."""
_HELPS = re.compile(
    r" (?:is |are |to |will |can )?(?:help|support|assist)(?:s|ing)?(?: out)?(?: (?:with|on) [^,;.()]{2,48}?)?"
    r"(?=\s*+(?:[,;.)]|$))"
)


def known_names(words: Words, pos: int, context: Context) -> list[Mention]:
    """The known and certain people or departments listed at `pos`, first names too; [] where anybody is unsure."""
    found = mentions_at(words, pos, context, short=True)
    return found if found and all(one.certain and one.known for one in found) else []


def joined_names(words: Words, context: Context) -> Words:
    """The words with `&` between the names they begin with, where a + stands that is no sign (Ann + Tom to check)."""
    found = known_names(words, 0, context) if " + " in words.low else []
    end = found[-1].end if len(found) > 1 else 0
    return Words.of(words.raw[:end].replace(" + ", " & ") + words.raw[end:]) if end else words


def english_deed(words: Words, context: Context) -> str:
    """Whether an English line says that somebody known is to do, or will do, something: to, will, or nothing."""
    found = known_names(words, 0, context)
    return deed_behind(words, found[-1].end) if found else ""


def deed_behind(words: Words, pos: int) -> str:
    """Whether `to` or `will` and a verb stand behind a name that ends here: to, will, or nothing (PR to Legal)."""
    acts = _ACTS.match(words.low, pos)
    if acts is None or acts["verb"] in _NO_DEED or not words.raw[acts.start("verb")].islower():
        return ""
    if acts["to"] and not is_job(acts["verb"]) and re.match(r"\s*+[,:]", words.low[acts.end() :]):
        # nate to gus, is there …: whom he speaks to, and nothing he does.
        return ""
    return "to" if acts["to"] else "will"


def is_to(words: Words, pos: int, context: Context) -> bool:
    """Whether somebody known is to do something at `pos`: a job of its own behind another, and no help with that."""
    said = words.cut(pos)
    found = known_names(said, 0, context)
    return bool(english_deed(said, context)) and _HELPS.match(said.low, found[-1].end) is None


PUT_RIGHT = re.compile(r"\b(?:my bad|my mistake|not \w+ sorry)\b")
"""What says that words put right what was typed before: they give nobody a job."""
_DOES_NEXT = re.compile(r" (?P<verb>[a-z]+) (?=\S)")


def does_next(words: Words, pos: int, context: Context) -> bool:
    """Whether another person is said to do something at `pos`, in the present (…, Miguel does a smoke test)."""
    found = known_names(words, pos, context) if words.low.isascii() else []
    does = _DOES_NEXT.match(words.low, found[-1].end) if found and all(one.person for one in found) else None
    return does is not None and (does["verb"] in THIRD or does["verb"] == "does")


def foretold(words: Words, context: Context) -> bool:
    """Whether a line says of somebody known what will be (Bob will be in court): nobody in particular said so."""
    found = known_names(words, 0, context)
    return bool(found) and _WILL.match(words.low, found[-1].end) is not None


def asked_to(words: Words, context: Context) -> tuple[Mention, int] | None:
    """Who is asked to do something, and where that begins (Mei, can you send … · can you, Mei, send …)."""
    found = known_names(words, 0, context)
    if found:
        asked = _SPOKEN_TO.match(words.low, found[-1].end) if len(found) == 1 else None
    else:
        asks = _ASKED.match(words.low)
        found = known_names(words, asks.end(), context) if asks else []
        asked = _THEN_ASKED.match(words.low, found[-1].end) if len(found) == 1 else None
    if asked is None or asked["verb"] in _ONLY_TALK | _NO_DEED:
        return None
    return found[0], asked.start("verb")


def taken_on(words: Words, context: Context) -> Mention | None:
    """Who takes on what was just said (Irene takes that)."""
    one = mention_at(words, 0, context, short=True)
    if one is None or not one.known or not one.certain:
        return None
    return one if _TAKES.match(words.low, one.end) else None


def charged(words: Words, context: Context) -> tuple[Mention, int] | None:
    """Who has what as his action, and where that begins (Irene has the action to chase them)."""
    one = mention_at(words, 0, context, short=True)
    has = _HAS.match(words.low, one.end) if one is not None and one.known and one.certain else None
    return (one, has.end()) if one and has else None


def helping(words: Words, context: Context) -> list[Mention]:
    """Who is said to help with a job (test it w/ Dev, together with Mei, …, Bob helping)."""
    if not words.low.isascii():
        return []
    found: list[Mention] = []
    for sign in _HELPERS.finditer(words.low):
        if not _TO_SOMEBODY.search(words.low, 0, sign.start()):
            found += known_names(words, sign.end(), context)
    for comma in re.finditer(r"[,;(] ?", words.low):
        named = known_names(words, comma.end(), context)
        if named and _HELPS.match(words.low, named[-1].end):
            found += named
    return found
