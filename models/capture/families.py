"""What one clause is: the first family that knows its beginning makes its values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from models.capture.actions import action, open_issue
from models.capture.attendance_list import roll
from models.capture.disputes import consensus, deferred, dispute
from models.capture.facts import fact, is_moment, is_time, next_meeting
from models.capture.lexicon import FACTS, LISTED, ROLL
from models.capture.line import Items, Line, Words
from models.capture.markers import NOTHING, Opening, marker_at, opener_at
from models.capture.opinions import plain, spoken
from models.capture.resolutions import outcome, resolution, vote
from models.capture.sentences import broken, changed, labelled, present, said
from models.capture.speaker import speaker_at
from models.capture.split import items_of
from models.capture.topics import topic
from models.capture.values import BackgroundLine, ConvertLine, NoteLine, PointLine


def recognise(words: Words, line: Line) -> Items:
    """The values of one clause; none where its words say that there is nothing (争议：无)."""
    words, doubt = words.undoubted()
    words = words.strip()
    if line.owners and marker_at(words) is not None:
        line.owners = False
    for family in _FAMILIES:
        items = family(words, line, doubt)
        if items is not None:
            return items
    return plain(words, line.context, doubt)


def _marked(words: Words, line: Line, doubt: bool) -> Items | None:
    marker = marker_at(words)
    if marker is None:
        return None
    if marker.family in FACTS and not (line.first and line.context.facts_open):
        return None
    return _announced(marker, words.cut(marker.end).strip(), line, doubt)


def _opened(words: Words, line: Line, doubt: bool) -> Items | None:
    marker = opener_at(words)
    if marker is None or (marker.family == "next" and not is_moment(words.cut(marker.end))):
        return None
    return _announced(marker, words.cut(marker.end).strip() or words, line, doubt)


_FAMILIES = (_marked, _opened, changed, broken, spoken, present, labelled, said)


def _announced(marker: Opening, content: Words, line: Line, doubt: bool) -> Items | None:
    """The values of a marker's content."""
    family = marker.family
    if family in ("dispute", "consensus") and NOTHING.fullmatch(content.low):
        return ()
    if family in ("action", "resolution") and not content:
        return (ConvertLine(into=family, doubt=doubt),)
    if family in FACTS:
        return _fact(marker, content, line, doubt)
    if family in ROLL:
        reason = "请假" if marker.word.startswith("请假") else ""
        return roll(content, family, reason, line.context, doubt)
    make = _MAKERS.get(family)
    if make is None or family not in LISTED:
        return None if make is None else make(content, line, marker.number, doubt)
    parts = items_of(marker, content)
    number = marker.number if len(parts) == 1 else None
    return tuple(item for part in parts for item in make(part, line, number, doubt))


def _fact(marker: Opening, content: Words, line: Line, doubt: bool) -> Items | None:
    if marker.family == "time" and not marker.colon and not is_time(content):
        return None
    return (fact(marker.family, content, line.context, doubt),)


def _action(words: Words, line: Line, _number: str | None, doubt: bool) -> Items:
    head = speaker_at(words, line.context)
    line.owners = head is not None and head.by == "colon" and head.stance == "none"
    return (action(words, line.context, doubt),)


def _outcome(words: Words, line: Line, _number: str | None, doubt: bool) -> Items:
    found = outcome(words)
    if found is None:
        return (resolution(words, line.context, doubt),)
    ended, rest = found
    more = rest.text().rstrip("。.")
    return (replace(ended, doubt=doubt), *((PointLine(text=more),) if more else ()))


def _dispute(words: Words, line: Line, _number: str | None, doubt: bool) -> Items:
    return (dispute(words, line, doubt),)


Maker = Callable[[Words, Line, "str | None", bool], Items]
_MAKERS: dict[str, Maker] = {
    "topic": lambda words, line, number, doubt: (topic(words, line.context, number, doubt),),
    "background": lambda words, _line, _number, doubt: (BackgroundLine(text=words.text(), doubt=doubt),),
    "point": lambda words, _line, _number, doubt: (PointLine(text=words.text(), doubt=doubt),),
    "note": lambda words, _line, _number, doubt: (NoteLine(text=words.text(), doubt=doubt),),
    "dispute": _dispute,
    "consensus": lambda words, line, number, doubt: (consensus(words, line, number, doubt),),
    "deferred": lambda words, line, number, doubt: (deferred(words, line, number, doubt),),
    "open_issue": lambda words, line, _number, doubt: (open_issue(words, line.context, doubt),),
    "resolution": lambda words, line, _number, doubt: (resolution(words, line.context, doubt),),
    "action": _action,
    "vote": lambda words, _line, _number, doubt: (vote(words, doubt),),
    "outcome": _outcome,
    "next": lambda words, line, _number, doubt: (next_meeting(words, line.context, doubt),),
}
