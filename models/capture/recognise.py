"""What one clause is: the first family that knows its beginning makes its values."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from models.capture.actions import action, made_action, open_issue, read_slots, slots_alone
from models.capture.changes import change
from models.capture.clauses import items_of
from models.capture.context import Context
from models.capture.disputes import Disputes, consensus, deferred, dispute
from models.capture.facts import fact, is_time, next_meeting
from models.capture.markers import FACTS, LISTED, NOTHING, ROLL, Marker, marker_at, opener_at
from models.capture.mentions import mentions_at
from models.capture.parsed import (
    ActionLine,
    BackgroundLine,
    BreakLine,
    ConvertLine,
    NoteLine,
    OpinionLine,
    Parsed,
    PointLine,
)
from models.capture.presence import presence
from models.capture.resolutions import APPROVED, outcome, resolution, sounds_decided, vote
from models.capture.roll import roll
from models.capture.speaker import Speaker, spaced_speaker, speaker_at
from models.capture.stance import stance_of
from models.capture.topics import gone_back, topic
from models.capture.words import Words

Items = tuple[Parsed, ...]


@dataclass(slots=True)
class Line:
    """The line being read: its context, and what its earlier clauses did."""

    context: Context
    disputes: Disputes
    first: bool = True
    """Whether the clause is the line's first: facts count only there."""
    owners: bool = False
    """Whether the clause before was an action whose owner stood before a colon (行动：周经理：…；郑工：…)."""


def recognise(words: Words, line: Line) -> Items:
    """The values of one clause."""
    words, doubt = words.undoubted()
    words = words.strip()
    if line.owners and marker_at(words) is not None:
        line.owners = False
    for family in (_marked, _opened, _changed, _broken, _spoken, _present, _slots, _sentence):
        items = family(words, line, doubt)
        if items is not None:
            return items
    return plain(words, line.context, doubt)


def plain(words: Words, context: Context, doubt: bool = False) -> Items:
    """Words without any sign: one more opinion of the speaker, else a point."""
    text = words.raw.strip()
    if context.speaker is None:
        return (PointLine(text=text, doubt=doubt),)
    department, person = context.speaker
    return (
        OpinionLine(
            department=department, person=person, stance=stance_of(words.low), text=text, doubt=doubt
        ),
    )


def _marked(words: Words, line: Line, doubt: bool) -> Items | None:
    marker = marker_at(words)
    if marker is None:
        return None
    if marker.family in FACTS and not (line.first and line.context.facts_open):
        return None
    return _announced(marker, words.cut(marker.end).strip(), line, doubt)


def _opened(words: Words, line: Line, doubt: bool) -> Items | None:
    marker = opener_at(words)
    if marker is None:
        return None
    content = words.cut(marker.end).strip()
    return _announced(marker, content, line, doubt) if content else _announced(marker, words, line, doubt)


def _announced(marker: Marker, content: Words, line: Line, doubt: bool) -> Items | None:
    """The values of a marker's content."""
    family = marker.family
    if family in ("dispute", "consensus") and NOTHING.fullmatch(content.low):
        return ()
    if family in ("action", "resolution") and not content:
        return (ConvertLine(into=family, doubt=doubt),)
    if family in FACTS and not marker.colon and family == "time" and not is_time(content):
        return None
    if family in FACTS:
        return (fact(family, content, line.context, doubt),)
    if family in ROLL:
        reason = "请假" if marker.word.startswith("请假") else ""
        return roll(content, family, reason, line.context, doubt)
    make = _MAKERS.get(family)
    if make is None:
        return None
    if family == "action":
        head = speaker_at(content, line.context)
        line.owners = head is not None and head.by == "colon" and head.stance == "none"
    if family in LISTED:
        parts = items_of(marker, content)
        number = marker.number if len(parts) == 1 else None
        return tuple(item for part in parts for item in make(part, line, number, doubt))
    return make(content, line, marker.number, doubt)


Maker = Callable[[Words, Line, "str | None", bool], Items]


def _outcome(words: Words, line: Line, _number: str | None, doubt: bool) -> Items:
    found = outcome(words)
    if found is None:
        return (resolution(words, line.context, doubt),)
    line_of_it, rest = found
    more = rest.text().rstrip("。.")
    return (replace(line_of_it, doubt=doubt), *((PointLine(text=more),) if more else ()))


def _dispute(words: Words, line: Line, _number: str | None, doubt: bool) -> Items:
    line.disputes.open(words.text())
    return (dispute(words, line.context, doubt),)


_MAKERS: dict[str, Maker] = {
    "topic": lambda words, line, number, doubt: (topic(words, line.context, number, doubt),),
    "background": lambda words, _line, _number, doubt: (BackgroundLine(text=words.text(), doubt=doubt),),
    "point": lambda words, _line, _number, doubt: (PointLine(text=words.text(), doubt=doubt),),
    "note": lambda words, _line, _number, doubt: (NoteLine(text=words.text(), doubt=doubt),),
    "dispute": _dispute,
    "consensus": lambda words, line, number, doubt: (consensus(words, line.disputes, number, doubt),),
    "deferred": lambda words, line, number, doubt: (deferred(words, line.disputes, number, doubt),),
    "open_issue": lambda words, line, _number, doubt: (open_issue(words, line.context, doubt),),
    "resolution": lambda words, line, _number, doubt: (resolution(words, line.context, doubt),),
    "action": lambda words, line, _number, doubt: (action(words, line.context, doubt),),
    "vote": lambda words, _line, _number, doubt: (vote(words, doubt),),
    "outcome": _outcome,
    "next": lambda words, line, _number, doubt: (next_meeting(words, line.context, doubt),),
}


def _changed(words: Words, line: Line, doubt: bool) -> Items | None:
    if not line.first:
        return None
    found = gone_back(words, line.context) or change(words, line.context, doubt)
    return None if found is None else (found,)


_BREAKS = (
    (
        "start",
        re.compile(
            r"(?:现在|先|会间|中场|大家)?(?:休息|茶歇|休会)(?:\s*(?P<minutes>\d{1,3})\s*(?:分钟|分|min(?:ute)?s?)?)?(?:一下|片刻)?[。.!]?|break(?:\s*:?\s*(?P<break>\d{1,3})\s*(?:min(?:ute)?s?)?)?[.]?"
        ),
    ),
    ("end", re.compile(r"(?:会议)?继续(?:开会|会议)?[。.!]?|复会[。.]?|resumed?[.]?|continue[.]?")),
    (
        "adjourn",
        re.compile(
            r"(?:会议)?散会(?:了)?[。.!]?|会议(?:到此)?结束[。.!]?|adjourn(?:ed)?[.]?|meeting (?:closed|adjourned)[.]?"
        ),
    ),
)


def _broken(words: Words, _line: Line, doubt: bool) -> Items | None:
    for what, shape in _BREAKS:
        match = shape.fullmatch(words.low)
        if match is not None:
            minutes = next((int(figure) for figure in match.groups() if figure), None)
            return (BreakLine(what=what, minutes=minutes, doubt=doubt),)
    return None


_OTHERS = re.compile(
    r"(?:其[他它余]|剩余|余下|另外几个|其他各)(?:各?部门|各方|几个部门|人|参会部门)(?:均|都|暂|也)*(?:没有?|无)(?:其他|不同|异议)?(?:意见|异议)?[。.!]?|(?:the )?(?:others|other departments|rest): ?(?:no (?:objections?|comments?|opinion))[.]?|no objections? from others[.]?"
)
_SILENT = re.compile(
    r"\s*(?:暂时?|均|都|也)?(?:(?P<agrees>(?:无|没有?)(?:异议|意见|不同意见))|(?P<says>(?:未|没有?|不)(?:发表意见|表态|发言)|暂无意见|弃权|反对|不同意|同意|赞成|支持))\s*[。.!]?$"
)


def _spoken(words: Words, line: Line, doubt: bool) -> Items | None:
    """An opinion, by a speaker's colon or verb, or by words that say that somebody has none."""
    if _OTHERS.fullmatch(words.low):
        return _others(words, line.context, doubt)
    speaker = speaker_at(words, line.context)
    if speaker is not None and speaker.by == "colon" and line.owners:
        return (action(words, line.context, doubt),)
    if speaker is not None:
        return _opinions(words, speaker, doubt)
    found = mentions_at(words, 0, line.context)
    silent = _SILENT.match(words.low, found[-1].end) if found else None
    if silent is None or not all(one.certain for one in found):
        return None
    text = words.cut(found[-1].end).text()
    stance = stance_of(text)
    return tuple(
        OpinionLine(department=one.department, person=one.person, stance=stance, text=text, doubt=doubt)
        for one in found
    )


def _others(words: Words, context: Context, doubt: bool) -> Items:
    if not context.unspoken:
        return (OpinionLine(stance="support", text=words.text(), speaks=False, doubt=doubt),)
    return tuple(
        OpinionLine(department=name, stance="support", text="无意见", speaks=False, doubt=doubt)
        for name in context.unspoken
    )


def _opinions(words: Words, speaker: Speaker, doubt: bool) -> Items:
    content = words.cut(speaker.end).text()
    stance = speaker.stance if speaker.stance != "none" else stance_of(content)
    if speaker.candidates:
        text = words.text()
        return (
            OpinionLine(
                stance=stance, text=text, candidates=speaker.candidates, missing=("department",), doubt=doubt
            ),
        )
    return tuple(
        OpinionLine(
            department=who.department,
            person=who.person,
            stance=stance,
            text=content,
            missing=() if who.department else ("department",),
            doubt=doubt,
        )
        for who in speaker.who
    )


def _present(words: Words, line: Line, doubt: bool) -> Items | None:
    items = presence(words, line.context, doubt)
    if items:
        return items
    several = [one for one in mentions_at(words, 0, line.context) if not one.certain]
    if several and presence(
        words, replace(line.context, choices={words.low[one.start : one.end]: one.who[0] for one in several})
    ):
        # Somebody came or went, but which of two: the words stay, and both are offered.
        return (
            PointLine(
                text=words.text(),
                candidates=tuple(label for one in several for label in one.candidates),
                doubt=doubt,
            ),
        )
    return None


def _slots(words: Words, line: Line, doubt: bool) -> Items | None:
    found = slots_alone(words, line.context, doubt) if _SLOT_SIGN.search(words.low) else None
    return None if found is None else (found,)


_SLOT_SIGN = re.compile(r"[:@+/]|[限间人门]\s")
_AT_ODDS = re.compile(
    r"(?:未能?(?:达成)?(?:统一|一致)|不统一|(?:意见|看法|口径)?(?:不一致|不一|相左)|存在(?:较大|明显|一定)?(?:分歧|争议)|有(?:较大|明显|一定)?(?:分歧|争议)|各执一词|各持己见|争执不下|僵持(?:不下)?)[。.!]?$"
)
LONG = 1000
"""A line longer than this many characters is no bare action: it is text, and looking for a due in it would take long."""
_ABLE = re.compile("能|可以|无法|不能|难以|来不及|才")
_COLON = re.compile(r":(?!\d)|(?<!\d):")
_PAST = re.compile("已经?|未能|没能|曾|均未|没有")


def _sentence(words: Words, line: Line, doubt: bool) -> Items | None:
    """Lines without any colon: two departments at odds, a decision, an owner with a due, a known name and a space."""
    low, context = words.low, line.context
    found = mentions_at(words, 0, context)
    if len(found) > 1 and _AT_ODDS.search(low):
        return _dispute(words, line, None, doubt)
    if APPROVED.match(low):
        return (resolution(words, context, doubt),)
    spaced = spaced_speaker(words, context) if found else None
    if spaced is not None:
        return _opinions(words, spaced, doubt)
    if context.speaker is None and _COLON.search(low) is None:
        if sounds_decided(low):
            return (resolution(words, context, doubt),)
        made = bare_action(words, context, doubt)
        return None if made is None else (made,)
    return None


def bare_action(words: Words, context: Context, doubt: bool = False) -> ActionLine | None:
    """The action a line is that names an owner and a due without saying 行动."""
    if _PAST.search(words.low) or len(words.low) > LONG:
        return None
    slots = read_slots(words, context)
    if slots.owner is None or not slots.due or slots.passing or slots.candidates:
        return None
    if not slots.task() or _ABLE.match(slots.low.lstrip("\x00 ,，")):
        return None
    return made_action(slots, doubt)
