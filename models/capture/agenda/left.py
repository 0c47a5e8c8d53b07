"""A topic that is left: 先这样 says no more on it, 这个先放一放 puts it off, 回到第一个议题 goes on with another."""

from __future__ import annotations

import re

from models.capture.agenda.topics import elsewhere
from models.capture.decided.disputes import set_aside
from models.capture.line import Items, Line, Words
from models.capture.said.first_clause import opened
from models.capture.values import OutcomeLine, PointLine

_ENOUGH = re.compile(
    r"(?:(?:行|好|ok)[\s,，]*+)?(?:今天|那|我们|大家|就)*(?:先这样|到这(?:里|儿)?|先到这(?:里|儿)?|到此为止|没(?:有)?别的了?|没其他的?(?:事)?了?"
    r"|没什么(?:别的|其他的?)?了|没有就散(?:会)?(?:吧)?|没了)(?:吧|了|啊)?\s*+[。.!！]?"
    r"|(?:ok,? |right,? |so,? )?(?:let's|let us) move on(?: then)?\s*+[.!]?"
    r"|(?:anything|any thing) else\??,? ?(?:no|none|nope|nothing)?\s*+[.!]?|any (?:more"
    r"|other) questions\??,? ?(?:no|none)?"
    r"|(?:that's (?:all|it)|nothing else)(?: (?:for|from) \w+)?\s*+[.!]?"
)


def enough(words: Words, line: Line, doubt: bool) -> Items | None:
    """A point of nobody's: no more is said on this (先这样, 没别的了)."""
    if _ENOUGH.fullmatch(opened(words).low) is None:
        return None
    return (PointLine(text=words.text(), doubt=doubt),)


def gone_to(words: Words, line: Line, doubt: bool) -> Items | None:
    """Another topic, made live, with what is said of it (回到第一个议题 · 下一个议题，预算)."""
    found = elsewhere(opened(words), line.context)
    if found is None:
        return None
    topic, rest = found
    said = rest.text()
    return (topic, *((PointLine(text=said, doubt=doubt),) if said else ()))


_SET_ASIDE = re.compile(
    r"(?:这个|这一?条|这件事|这个问题|这个事|这事|此事|该问题|那这个)?(?:我们)?(?:就|还是)?(?:先|暂时|暂且)(?:放一放|放着|搁置|搁一搁|搁着|搁一下|不议|不谈"
    r"|不讨论|缓一缓|挂起)"
    r"(?:吧|了)?\s*+(?=$|[,，。.;；!])"
    r"|(?:let's |we'll |we will )?(?:park|shelve|table) (?:this|that|it)(?: one)?(?: for now)?\s*+(?=$"
    r"|[,.;!])"
    r"|(?:let's |we'll )?come back to (?:this|that|it)(?: one)?(?: later| next time)?\s*+(?=$|[,.;!])"
)


def put_off(words: Words, line: Line, doubt: bool) -> Items | None:
    """The only open dispute set aside (这个先放一放), else the topic itself deferred."""
    said = opened(words)
    match = _SET_ASIDE.match(said.low)
    if match is None:
        return None
    reason = said.cut(match.end()).text().strip("。.!") or words.text()
    deferred = set_aside(reason, line, doubt)
    if deferred is not None:
        return (deferred,)
    more = said.cut(match.end()).text()
    return (OutcomeLine(outcome="deferred", doubt=doubt), *((PointLine(text=more),) if more else ()))
