"""Topics: which one of the agenda a title means, and with how many minutes."""

from __future__ import annotations

import re

from models.capture.agenda.planned import cut_off
from models.capture.line import Context, Words
from models.capture.markers import numeral
from models.capture.values import TopicLine
from models.text import normal

_SIGNS = re.compile(r"[\W_]+")
_GO_BACK = re.compile(
    r"(?:回|回到|返回|转到|切到|back to|go to)\s*+(?:议题)?\s*+(?P<number>\d{1,2}\.\d{1,2})\s*+[。.]?$"
)
_TO_TOPIC = re.compile(
    r"(?:我们)?(?:再)?(?:回到|回|返回|转到|转回|回过头(?:来)?(?:看|说)|back to|go back to)\s*+(?:第)?"
    r"(?P<nth>[一二三四五六七八九十\d]{1,3}|(?:the )?(?:first|second|third))\s*+(?:个|项)?\s*+"
    r"(?:议题|议程|话题|topic|item|point)"
)
_NEXT = re.compile(
    r"(?:那|我们|进入|开始|讨论|看|说|接着|now|go to |move on to |on to )*\s*+"
    r"(?:下一个议题|下个议题|下一议题|下一个话题|下一项(?:议程|议题)?|下一个(?=\s*+[吧。.!]?$)"
    r"|(?:the )?next (?:topic|item|one)\b)(?:吧|了)?\s*+"
)
_TO_TITLE = re.compile(
    r"(?:(?:那|好|下面|接下来|接着|现在|我们|再|咱们)*(?:说回|回到|转回|转到|进入|开始讨论|讨论|看|说|讲)(?:一下)?"
    r"|(?:ok(?:ay)?,? |so,? |now |let's |we're |we are )*(?:mov(?:e|ing) on to|on to|turn(?:ing)? to|back to|over to))"
    r"\s*+(?P<title>.{2,60}?)(?:这一?项|这个?议题)?(?:吧|了)?\s*+[。.!]?"
)
_ORDINALS = {"first": "1", "second": "2", "third": "3"}
_INTO = re.compile(
    r"(?:议题)?(?P<number>\d{1,2}\.\d{1,2})\s*+补(?:充)?\s*+:?\s*+|(?P<english>\d{1,2}\.\d{1,2})\s*+(?:add|\+)\s*+:\s*+"
)


def topic(words: Words, context: Context, number: str | None = None, doubt: bool = False) -> TopicLine:
    """The agenda's topic whose title fits, else a new one; a number alone names the agenda's."""
    end, figure = cut_off(words.low) or (None, None)
    title = words.text() if end is None else words.cut(0, end).text()
    known = _fitting(title, context) if title else _numbered(number, context)
    if known is not None:
        return TopicLine(title=known[1] or title, minutes=figure, number=known[0], doubt=doubt)
    return TopicLine(title=title, minutes=figure, doubt=doubt)


def _fitting(title: str, context: Context) -> tuple[str, str] | None:
    """The topic with an equal title, else the only one of which one title contains the other."""
    typed = _bare(title)
    equal = [one for one in context.topics if _bare(one[1]) == typed]
    if equal:
        return equal[0]
    if len(typed) < 2:
        return None
    containing = [
        one for one in context.topics if (known := _bare(one[1])) and (typed in known or known in typed)
    ]
    return containing[0] if len(containing) == 1 else None


def _bare(title: str) -> str:
    return _SIGNS.sub("", normal(title))


def _numbered(number: str | None, context: Context) -> tuple[str, str] | None:
    if number is None:
        return None
    exact = next((one for one in context.topics if one[0] == number), None)
    if exact is not None or not number.isdigit():
        return exact
    place = int(number) - 1
    return context.topics[place] if 0 <= place < len(context.topics) else None


def gone_back(words: Words, context: Context) -> TopicLine | None:
    """回1.1: that topic becomes live again; where there is none of this number it asks which is meant."""
    match = _GO_BACK.match(words.low)
    return _known_or_asked(match["number"], context) if match else None


def _known_or_asked(number: str, context: Context) -> TopicLine | None:
    """The topic of a number; where others have numbers, one that lacks it asks."""
    known = _numbered(number, context)
    if known is not None:
        return TopicLine(title=known[1], number=known[0])
    return TopicLine(title="", number=number, missing=("number",)) if context.topics else None


def elsewhere(words: Words, context: Context) -> tuple[TopicLine, Words] | None:
    """回到第一个议题, 下一个议题，预算: the topic of the agenda that is gone to, and what is said behind."""
    back = _TO_TOPIC.match(words.low)
    if back is not None:
        nth = back["nth"].removeprefix("the ")
        number = _ORDINALS.get(nth) or numeral(nth)
        rest = words.cut(back.end()).strip()
        parted = not rest.low or rest.low[0] in ",，。.:;；-"
        gone = _known_or_asked(number, context) if number and parted else None
        return (gone, rest) if gone else None
    return _next_topic(words, context) or _titled(words, context)


def _titled(words: Words, context: Context) -> tuple[TopicLine, Words] | None:
    """Another topic of the agenda by its title, where that is all that is said (说回门店切换, moving on to repairs)."""
    match = _TO_TITLE.fullmatch(words.low)
    title = words.raw[slice(*match.span("title"))].removeprefix("the ") if match else ""
    known = _fitting(title, context) if len(_bare(title)) > _SHORT_TITLE else None
    if known is None or known[0] == context.live:
        return None
    return TopicLine(title=known[1], number=known[0]), Words.of("")


_SHORT_TITLE = 3
"""Characters by which a title said in passing is not told from other words."""


def _next_topic(words: Words, context: Context) -> tuple[TopicLine, Words] | None:
    match = _NEXT.match(words.low)
    rest = words.cut(match.end()).text().strip("。. ") if match else ""
    if match is None or (rest and words.low[match.end()] not in ",，:"):
        return None
    if rest:
        return topic(Words.of(rest), context), Words.of("")
    numbers = [number for number, _title in context.topics]
    begun = context.begun and context.live in numbers
    place = numbers.index(context.live) + 1 if begun and context.live else 0
    known = context.topics[place] if place < len(numbers) else None
    return (TopicLine(title=known[1], number=known[0]), Words.of("")) if known else None


def into_none(words: Words, context: Context) -> TopicLine | None:
    """3.3补：… where other topics have numbers and none has this one: it asks which is meant."""
    match = _INTO.match(words.low)
    return _known_or_asked(match["number"] or match["english"], context) if match else None


def into_topic(words: Words, context: Context) -> tuple[str, Words] | None:
    """1.1补：…: the number of the topic that gets the entry, and the entry."""
    match = _INTO.match(words.low)
    known = _numbered(match["number"] or match["english"], context) if match else None
    if match is None or known is None:
        return None
    return known[0], words.cut(match.end())
