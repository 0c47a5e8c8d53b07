"""What an English sentence says was decided: we agreed to … · let's go with … · motion to … carried 7-1."""

from __future__ import annotations

import re

from models.capture.decided.disputes import consensus, paired
from models.capture.decided.motions import MOTION_ENDED, ended, vote
from models.capture.decided.resolutions import resolution
from models.capture.line import Items, Line, Words
from models.capture.values import ContinuationLine
from models.capture.words.everyday import CLAUSE, LONG_PAST, QUESTION
from models.capture.work.english_work import known_names

_AGREED = r"(?:agreed|decided|resolved)(?: unanimously)?,? (?:to|that|on(?! (?:most|some|many|few|that|this)\b)) (?=\S)"
_MINUTES = r"(?:the )?(?:draft )?minutes"
_DECIDED = re.compile(
    rf"(?:so,? |then |ok(?:ay)?,? )*(?:we(?:'ve| have)?|it was|it's been|it has been)(?: all| also"
    rf"| then| now)*"
    rf" {_AGREED}"
    r"|(?:so,? |then |ok(?:ay)?,? )*let's (?:all )?(?:go with|go for|go ahead with|stick with"
    r"|proceed with|settle on"
    rf"|agree (?:to|that)) (?=\S)|(?:resolved|decided)(?: unanimously)?,? (?:that|to) (?=\S)"
    rf"|{_MINUTES} (?:of|from|for) .{{3,60}}?(?: unanimously)? (?:approved|accepted|adopted|agreed"
    rf"|confirmed)\b"
    rf"|(?:approved|accepted|adopted) {_MINUTES}\b"
)
_BY_ALL = re.compile(
    rf"(?:the )?(?:meeting|committee|board|group|team)(?: has| have)?(?: also| then)? {_AGREED}"
)
"""Taken where nobody speaks: else it may be an account of somebody's."""
_MOTION = re.compile(r"(?:the |a )?motion (?:to|that|for) (?=\S)")
_MOVED = re.compile(
    r"(?:proposed|moved|seconded) (?:and seconded )?by \S.{1,40}|(?:moved|seconded): \S.{1,40}"
)


def decided_in_english(words: Words, line: Line, doubt: bool) -> Items | None:
    """A resolution by its first words, or the consensus on the dispute whose words it shares."""
    if QUESTION.search(words.low):
        return None
    if said := _moved(words, line, doubt):
        return said
    found = _DECIDED.match(words.low) or (not line.context.somebody_speaks and _BY_ALL.match(words.low))
    if (
        found
        and not long_past(words)
        and not (found[0].endswith(("with ", "for ")) and _of_somebody(words, found.end(), line))
    ):
        return resolved(words, line, doubt)
    return (
        (resolution(words, line.context, doubt),) if _MOTION.match(words.low) and ended(words.raw) else None
    )


def long_past(words: Words) -> bool:
    """Whether the first clause tells of what was long ago, and decides nothing."""
    clause = CLAUSE.match(words.low)
    return clause is not None and LONG_PAST.search(clause[0]) is not None


def _of_somebody(words: Words, pos: int, line: Line) -> bool:
    """Whether it is with somebody that one goes (let's go with Bob on this), and not with something of his."""
    names = known_names(words, pos, line.context)
    return bool(names) and not words.low.startswith(("'s", "’s"), names[-1].end)


def _moved(words: Words, line: Line, doubt: bool) -> Items | None:
    """What is said of the resolution just typed: how it was voted on, or who moved and seconded it."""
    if line.context.latest_kind != "resolution":
        return None
    if MOTION_ENDED.fullmatch(words.low):
        line.rule = "ended"
        return (vote(words, doubt),)
    return (ContinuationLine(text=words.text(), doubt=doubt),) if _MOVED.fullmatch(words.low) else None


def resolved(said: Words, line: Line, doubt: bool) -> Items:
    """A resolution, or the consensus on the dispute whose words it shares."""
    if paired(line, said.text()):
        line.rule = "consensus"
        return (consensus(said, line, None, doubt),)
    return (resolution(said, line.context, doubt),)
