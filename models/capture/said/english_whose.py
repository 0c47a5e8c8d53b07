"""English lines without a name that are hardly the last speaker's: headings, outcomes, answers, jobs of nobody."""

from __future__ import annotations

import re

from models.capture.decided.settled import LONGEST_NOTE
from models.capture.line import Context, Words
from models.capture.words.english_stances import english_stance
from models.capture.words.english_verbs import THIRD, is_english_title, is_job
from models.capture.work.english_jobs import is_delivery
from models.capture.work.english_work import known_names
from models.names import is_first_name

_LEAD = re.compile(r"(?:(?:ok(?:ay)?|right|so|now|and|then)[,:]? )+")
_OUTCOME = re.compile(
    r"(?P<what>[^,;:?]{2,40}?),? (?:(?:is |was |were |all |now )?(?:approved|accepted|signed off"
    r"|adopted|passed|ratified|rejected"
    r"|withdrawn|voted down|thrown out)|then)(?: then)?$"
)
_OF_THE_ROOM = re.compile(
    r"agreed(?:,| that) \S.*|agreed (?!.*\b(?:is|are|was|were|has|had|have|runs?|expires?|says?"
    r"|costs?)\b)\S.*"
    r"|no (?:objections?|concerns?|comments?|dissent|questions?) (?:to|raised|all round|from the floor)\b.*"
    r"|show of hands\b.*|(?:all|both)(?: of them)? (?:are )?(?:fine|ok|okay|happy|agree|agreed|against"
    r"|opposed|in favou?r)\b.*"
    r"|(?:q|a|question|answer|query)(?: from \S.{1,20}?)?(?: ?:| [-–—]) \S.*"
    r"|(?:actions?|matters|points?) (?:from (?:the )?last|for (?:the )?next) .*"
    r"|(?:vote[sd]?:? )?\d+ (?:votes? )?(?:for|in favou?r|yes)\b.*\b\d+ (?:against|opposed|no)\b.*"
    r"|vote[sd]? \d+ ?[-–] ?\d+.*"
    r"|(?:the )?motion (?:was |is )?(?:carried|passed|defeated|failed|lost|withdrawn|seconded)\b.*"
    r"|(?:someone|somebody|anyone|all|everyone|everybody|both|each (?:team|dept|department|site|school|ward)"
    r"|(?:all )?(?:teams|depts|departments|members|staff)) to [a-z]+ .*"
)
_BODY = (
    r"(?:board|council|governors|committee|trustees|cabinet|exec|executive|management|directors|members"
    r"|parents|staff|client"
    r"|customer|contractor|supplier|vendor|landlord|county|state|hq|head office|union|auditors?"
    r"|insurers?|lawyers?|solicitors?"
    r"|agency|agent|architect|surveyors?|chair|mayor|treasurer|secretary|principal|heads?|nurses"
    r"|doctors|consultants|reps"
    r"|volunteers|owners?|tenants?|residents|police|neighbours|neighbors|school|church|bank)"
)
_STRANGE = r"[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?"
_TO_DO = re.compile(
    rf"(?:(?P<body>(?i:the )?(?i:{_BODY}))|(?P<names>{_STRANGE}(?:(?:,| and| &| \+|, and) {_STRANGE})*))"
    r" to (?P<verb>[a-z]+)(?=[ ,;.]|$)"
)
"""What others than those who are known are to do: the board to decide in March, Raj to check it by Friday."""
_SO_FAR = re.compile(r"\b(?:so far|yet|though|but|provided|providing|if|subject to|as long as|unless)\b")
_BY = re.compile(r".* (?:by|before|no later than) \S.*")


def nobodys_in_english(words: Words, context: Context) -> str:
    """What speaks against a line's being the last speaker's, by rule; nothing where it may well be."""
    low = words.low.rstrip(" .!")
    named = known_names(words, 0, context)
    if named and _TEAM_CAN.match(low, named[-1].end):
        return "team"
    if early := _of_the_minutes(words, low, context):
        return early
    if not low.isascii() or len(low) > LONGEST_NOTE or any(one.person for one in named):
        return ""
    if is_delivery(words) or (is_job(low.partition(" ")[0]) and _BY.fullmatch(low) and is_delivery_of(low)):
        return "delivery"
    if _ENDS_WITH_NAME.search(low) and _owner_last(words, context):
        return "owner_last"
    if not named and _heads(words, low):
        return "heading"
    if _OF_THE_ROOM.fullmatch(low) and not _SO_FAR.search(low):
        return "of_the_room"
    if _strangers_job(words):
        return "strangers_job"
    outcome = _OUTCOME.fullmatch(low)
    if outcome and is_english_title(outcome["what"]):
        return "outcome"
    return "answers" if _answers(context) else ""


_OF_THE_MINUTES = re.compile(
    r"(?:sorry|oops|whoops),? [\w.%£$€-]+(?: [\w.%£$€-]+)?$"
    r"|(?:leave|park) (?!it|that|this|me|us|you|them|him|her)[a-z]+(?: [a-z]+){0,3}"
    r" (?:for now|for the moment|until|till)\b"
    r"|(?:sorry|oops|whoops|correction|no wait|wait)[,:]? (?:no |that'?s |thats |it'?s |its |should |make |not )?.*"
    r"\b(?:not|should (?:be|read|say)|instead|rather)\b"
    r"|(?:that|the) last (?:one|action|item|bit)\b|(?:meet(?:ing)?|see you|back) again (?:on |next )?(?=.*\d)"
    r"|next (?:one|meeting|time|mtg)\b(?=.*\d)|same (?:time|place) next\b"
    r"|(?:[adq]\d{1,2}|(?:action|item|number|no\.) ?\d{1,2}) (?:also|needs?|should|goes|moves?|is now|becomes|can be"
    r"|to be|has to)\b"
    r"|.*\b(?:my bad|my mistake)\b|\(.*\)$|re:? [adq]\d{1,2}\b|[adq]\d{1,2} is\b"
    r"|decision (?=[^?]*[,\d])(?!is\b|was\b|on\b|to\b|for\b|about\b|by\b|mak|point|tree|log)\w"
    r"|(?:scrub|scratch|strike) that\b|make (?:number|item|action) ?\d|(?:sorry,? )?make (?:that|it) (?=[a-z]* ?\d)"
    r"|(?:(?:well|ok|so|and|right),? )*(?:they|we) (?:went (?:back and forth|a?round|on)|argued"
    r"|talked it (?:over|through))\b"
)
"""Begins with what only who writes the minutes says: a slip, the item before, the next meeting."""
_SIGN = re.compile(r"[,;]\s+|\s[-–—+]\s+|\s&\s+")
_DOES = re.compile(
    r"\s+(?:to\s+(?!date\b)[a-z]{2,}|(?:has|have|had|needs?|will have) to\s+[a-z]{2,}|(?:says|said|reckons|thinks)\s*$"
    r"|(?:is|are) to\s)"
    r"|['’]s (?:got|saying|asking|worried)\b"
    r"|['’]s (?:call|(?:going|gonna) to|here|in|back|gone|left|off)\b|\s*$"
)


def _of_the_minutes(words: Words, low: str, context: Context) -> str:
    """The rule by which a line is of who writes the minutes, whoever spoke before."""
    if _OF_THE_MINUTES.match(low):
        return "of_the_minutes"
    titled = _TITLED.match(words.raw) and not known_names(words, 0, context)
    strange = titled or _SAYS.search(words.raw) or _is_stranger(words, context)
    return "another_acts" if strange or _another_acts(words, low, context) else ""


_GIVEN = re.compile(
    r"(?:(?:[Aa]nd|[Ss]o|[Tt]hen|[Bb]ut),? )*(?P<name>[A-Z][a-z]+)(?:['’](?:ll|d)|"
    r"['’]s(?= (?:in|here|late|going|gonna|not|back|got|off|left|gone|joining|leaving|asking|saying)\b)|"
    r" (?:is|was|has|had|will|would|can|could|joined|came|left|wants?|says?|said|thinks?|asked|agrees?d?|objects?"
    r"|disagrees?))"
    r" (?!call\b)"
)


_FIRST_AND_VERB = re.compile(r"(?P<name>[A-Z][a-z]+) (?P<verb>[a-z]+s) \S")


def _is_stranger(words: Words, context: Context) -> bool:
    """Whether a line begins with a given name of nobody here, and what that one is or does (Dave joined …)."""
    match = _GIVEN.match(words.raw) or _FIRST_AND_VERB.match(words.raw)
    if match is None or not is_first_name(match["name"].lower()):
        return False
    if match.re is _FIRST_AND_VERB and match["verb"] not in THIRD:
        return False
    return not known_names(words, match.start("name"), context)


_TITLED = re.compile(
    r"(?:(?:[Aa]nd|[Ss]o|[Tt]hen|[Bb]ut),? )*(?:Dr|Mr|Mrs|Ms|Prof|Cllr|Sgt|Insp|Rev|Sister|Sir|Judge)\.? "
    r"(?:[A-Z][\w'’-]*[a-z](?!['’]s |\w|\s*[-–—:])|[A-Z]\.?\s+[-–—:])"
)
"""Somebody by a title: what follows is said or done by that one, whether or not anybody here is called so."""
_SAYS = re.compile(
    r",\s+(?:(?:says|said|reckons|thinks) (?!I\b|We\b)[A-Z][a-z]+|(?!I |We )[A-Z][a-z]+ (?:says|said|reckons|thinks))"
    r"\s*(?:[,.]|$)"
)
"""Who says it, in the middle or at the end: no way, Luis says, …"""


_AND = re.compile(r"(?:(?:and|so|then|ok|right),? )+|\d{1,2}[:.]\d{2}\s+")
"""What may stand before the name of who does it, the time he does it at among it."""


def _another_acts(words: Words, low: str, context: Context) -> bool:
    """Whether a clause begins with another person who is to do something, or the line ends with one who says it."""
    lead = _AND.match(low)
    for start, sign in (
        (lead.end() if lead else 0, ""),
        *((sign.end(), sign[0].strip()) for sign in _SIGN.finditer(low)),
    ):
        named = known_names(words, start, context)
        others = [one for one in named if one.person and (one.department, one.person) != context.speaker]
        if not others or len(others) < len(named):
            continue
        does = _DOES.match(low, named[-1].end)
        # A name behind a comma at the end may be who is spoken to; between two behind a thing it is whose that is.
        if (
            sign == ","
            and words.low.startswith(",", named[-1].end)
            and is_english_title(words.raw[:start].rstrip(", "))
        ):
            return True
        if does is not None and (does[0].strip() or sign in ("-", "–", "—") or len(others) > 1):
            return True
    return False


_ENDS_WITH_NAME = re.compile(r"\s[-–—]+\s\S+(?: \S+)?$|\([^()]{2,24}\)$")
_TEAM_CAN = re.compile(
    r"['’]s (?:team|lot|people|side|dept|department|crew|guys)? ?(?:can|can't|cannot|could|couldn't)\b"
)


def _owner_last(words: Words, context: Context) -> bool:
    """Whether a thing stands before a dash or bracket with nothing but somebody behind it (cable list - Jun)."""
    sign = _ENDS_WITH_NAME.search(words.low.rstrip(" .!"))
    if sign is None or not is_english_title(words.raw[: sign.start()].rstrip(" (")):
        return False
    start = sign.start() + len(sign[0]) - len(sign[0].lstrip(" -–—("))
    who = known_names(words, start, context)
    return bool(who) and not words.low[who[-1].end :].strip(" .!)")


def _strangers_job(words: Words) -> bool:
    """Whether others than those who are known are to do something; one word may be any verb (Agree to run it first)."""
    match = _TO_DO.match(words.raw)
    if match is None or not (is_job(match["verb"]) or match["verb"] in ("look", "have", "be", "come")):
        return False
    names = match["names"] or ""
    return " " in names or not names or (_BY.fullmatch(words.low) is not None and not is_job(names.lower()))


def is_delivery_of(low: str) -> bool:
    """Whether words that begin with a job end with the day it is due by (send the minutes round by Friday)."""
    return is_delivery(Words.of(low.partition(" ")[2]))


_MOST_WORDS = 3
_SHORT = 4


def _heads(words: Words, low: str) -> bool:
    """Whether a line is a few words that name a thing: with a capital, behind `ok` or `right`, or before a colon."""
    lead = _LEAD.match(low)
    title = words.raw[lead.end() if lead else 0 :].rstrip(".!: ")
    marked = lead is not None or low.endswith(":") or words.raw[:1].isupper()
    marked = marked or (len(low) > _SHORT and low.isalpha() and not low.endswith(("ly", "ing", "ed")))
    marked = marked and english_stance(title.lower()) == "none"
    return marked and len(title.split()) <= _MOST_WORDS and is_english_title(title)


def _answers(context: Context) -> bool:
    """Whether the last thing said is a question: what follows without a name is as a rule another's answer."""
    last = next(iter(context.written()), None)
    return last is not None and last.kind == "opinion" and last.text.rstrip().endswith("?")
