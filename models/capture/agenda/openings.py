"""What the meeting is, when and where, typed without any label: 质量周例会 9月16日 14:00 三楼会议室."""

from __future__ import annotations

import re

from models.capture.agenda.facts import fact, is_room, is_time_of_day
from models.capture.line import Context, Items, Line, Words
from models.capture.markers import marker_at
from models.capture.present.attendance_said import presence
from models.capture.present.gathered.attended import under_way
from models.capture.values import FactLine
from models.dates import parse_period

_MOST = 80
_WHEN = re.compile(
    r"(?:(?:\d{4}\s?[年/.-]\s?)?\d{1,2}\s?[月/.-]\s?\d{1,2}[日号]?|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}(?: \d{4})?"
    r"|今天|今日|today)?(?:\s?[(（]?(?:周|星期)[一二三四五六日天][)）]?)?[\s,，]{0,2}"
    r"(?:(?:上午|下午|晚上|早上|中午)?\s?\d{1,2}(?:[:：]\d{2}|[点时]半?|(?=\s?[ap]m))(?:\s?[ap]m)?"
    r"(?:\s?[-–—~至到]\s?\d{1,2}(?:[:：]\d{2}|[点时]半?)?(?:\s?[ap]m)?)?)?",
    re.IGNORECASE,
)
_KIND = (
    "例会|周会|月会|季会|早会|晨会|夕会|评审会|协调会|启动会|复盘会|碰头会|推进会|研讨会|专题会|座谈会|办公会"
    "|沟通会|会议"
)
_SENTENCE = re.compile(
    "[了吗呢吧我你他她它要不没有开去来]|取消|推迟|参加|安排|准备|通知|组织|列席|出席|召开|主持|记录|宣布|结束|[上下本这]次|会议会议"
)
"""What makes a sentence about a meeting of words that end like the name of one."""
_TITLE = re.compile(
    rf"(?P<title>\S{{0,20}}?(?:{_KIND}))"
    r"(?:会议)?(?:的)?(?:纪要|记录)?"
    r"|(?:minutes of (?:the )?)?(?P<english>(?:(?!(?:the|we|to|is|in|at|for|no|a)\b)[\w&'/-]+ ){1,5}"
    r"(?:meeting|stand-?up|catch-?up|sync))(?: minutes)?"
)
_BETWEEN = re.compile(r"\s*[,，;；|]\s*|(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")


_DAY = re.compile(r"[月/号日]|[a-z]{3}")


def opening(words: Words, line: Line, doubt: bool) -> Items | None:
    """Name, time and place of the meeting, where a line before the first topic is nothing else."""
    context = line.context
    if not line.first or context.somebody_speaks or under_way(context) or len(words.low) > _MOST:
        return None
    if marker_at(words) is not None or presence(words, context):
        return None
    if context.begun and dict(context.topics).get(context.live or ""):
        return None
    rest, when = _timed(words, context)
    found = [when] if when is not None else []
    for piece in filter(None, _BETWEEN.split(rest.raw)):
        said = _piece(Words.of(piece.strip()), context)
        if said is None:
            return None
        found.append(said)
    fields = [one.field for one in found]
    if not ({"name", "time"} & set(fields)) or len(fields) > len(set(fields)):
        return None
    if fields == ["time"] and not _DAY.search(words.low):
        return None
    return tuple(found)


def _timed(words: Words, context: Context) -> tuple[Words, FactLine | None]:
    """The words without the day and time that stand in them, and the time where one of day was said."""
    places = [match for match in _WHEN.finditer(words.low) if len(match[0].strip(" ,，")) > 2]
    if len(places) != 1:
        return words, None
    start, end = places[0].span()
    said = words.cut(start, end).strip()
    rest = Words.of(f"{words.raw[:start].strip()} , {words.raw[end:].strip()}".strip(" ,"))
    if not is_time_of_day(said) or parse_period(said.raw, context.anchor.day)[0] is None:
        return rest, None
    return rest, fact("time", said, context)


def _piece(words: Words, context: Context) -> FactLine | None:
    """A room, or what the meeting is called."""
    if is_room(words):
        return fact("place", words, context)
    match = _TITLE.fullmatch(words.low)
    if match is None or _SENTENCE.search(match["title"] or ""):
        return None
    part = "title" if match["title"] else "english"
    return fact("name", words.cut(*match.span(part)), context)
