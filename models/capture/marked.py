"""What a marker or phrase announces: 议题：… 会议决定，… and each item of the numbered list behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from models.capture.agenda.facts import (
    fact,
    is_moment,
    is_time,
    met_again,
    next_meeting,
    next_said,
    said_for_sure,
)
from models.capture.agenda.topics import topic
from models.capture.decided.disputes import consensus, deferred, dispute
from models.capture.decided.motions import vote
from models.capture.decided.resolutions import outcome, resolution
from models.capture.decided.settled import LONGEST_NOTE
from models.capture.line import Context, Items, Line, Words
from models.capture.markers import NONE, NOTHING, Opening, items_of, marker_at, opener_at
from models.capture.named.speaker import speaker_at
from models.capture.present.attendance_all import everybody
from models.capture.present.attendance_list import roll
from models.capture.values import (
    ActionLine,
    BackgroundLine,
    ConvertLine,
    MarkLine,
    NoteLine,
    OpenIssueLine,
    Parsed,
    PointLine,
    ResolutionLine,
)
from models.capture.words.english_verbs import is_english_title
from models.capture.words.lexicon import AT_THE_END, FACTS, LISTED, OFFICE, ROLL
from models.capture.work.actions import action, jobs_of, open_issue


def marked(words: Words, line: Line, doubt: bool) -> Items | None:
    """The values of a marker's line (决议：…); a meeting's fact only at its start and before the first entry."""
    marker = marker_at(words)
    if marker is None or (marker.family in FACTS and not _is_open(marker, words, line)):
        return None
    line.rule = marker.family
    items = _announced(marker, words.cut(marker.end).strip(), line, doubt)
    # 行动2 @王工 announces nothing that is to be done: it changes what has the number.
    changes = marker.number and not marker.colon and items and all(_is_empty(item) for item in items)
    return None if changes else items


def _is_empty(item: Parsed) -> bool:
    """Whether an action, a resolution or an open issue has no words of its own."""
    if isinstance(item, ActionLine):
        return not item.task
    return isinstance(item, ResolutionLine | OpenIssueLine) and not item.text


def _is_open(marker: Opening, words: Words, line: Line) -> bool:
    """Whether a fact of the meeting may still be said: once entries stand, where its words can be nothing else."""
    if not line.first:
        return False
    if line.context.facts_open or marker.family in AT_THE_END:
        return True
    return marker.colon and said_for_sure(marker.family, words.cut(marker.end).strip())


def phrased(words: Words, line: Line, doubt: bool) -> Items | None:
    """The values of a line that opens with a phrase instead of a marker (会议决定，…)."""
    phrase = opener_at(words)
    if phrase is None or (phrase.family == "next" and not is_moment(words.cut(phrase.end))):
        return None
    line.rule = phrase.family
    return _announced(phrase, words.cut(phrase.end).strip() or words, line, doubt)


def again(words: Words, line: Line, doubt: bool) -> Items | None:
    """The next meeting in a sentence (下次28号下午2点还是这间, 下周二同一时间再碰), whoever speaks."""
    short = line.first and len(words.low) <= LONGEST_NOTE
    found = met_again(words, line.context, doubt) or next_said(words, line.context, doubt) if short else None
    return None if found is None else (found,)


def _announced(marker: Opening, content: Words, line: Line, doubt: bool) -> Items | None:
    """The values of what stands behind a marker or phrase; None where it announces nothing after all."""
    family = marker.family
    if marker.word == "next" and is_english_title(content.low) and not _WHEN.search(content.low):
        return (topic(content, line.context, None, doubt),)
    if family in ("dispute", "consensus") and NOTHING.fullmatch(content.low):
        said = family == "dispute" and NONE.fullmatch(content.low)
        return (MarkLine(field="no_dispute", doubt=doubt),) if said else ()
    if family in ("action", "resolution") and not content:
        return (ConvertLine(into=family, doubt=doubt),)
    if family in FACTS:
        return _fact(marker, content, line, doubt)
    if family in ROLL:
        return _roll(marker, content, line.context, doubt)
    make = _MAKERS.get(family)
    if make is None or family not in LISTED:
        return None if make is None else make(content, line, marker.number, doubt)
    parts = items_of(marker, content)
    number = marker.number if len(parts) == 1 else None
    return tuple(item for part in parts for item in make(part, line, number, doubt))


_WHEN = re.compile(
    r"\d|\b(?:same|mon|tue|wed|thu|fri|sat|sun|week|month|year|quarter|today|tomorrow|tb[cda]|noon|jan"
    r"|feb|mar|apr|may|june?"
    r"|july?|aug|sep|oct|nov|dec)"
)
"""What behind `next:` says when one meets again; else it is what is talked of next."""


def _roll(marker: Opening, content: Words, context: Context, doubt: bool) -> Items | None:
    """Who is there, or not, as a list names them; None for words that name nobody (参会人：本次会议共有7人)."""
    if marker.family == "present" and (all_there := everybody(content, context, doubt)):
        return all_there
    reason = "请假" if marker.word.startswith("请假") else ""
    found: Items = roll(content, marker.family, reason, context, doubt)
    return found if found or not content or NOTHING.fullmatch(content.low) else None


def _fact(marker: Opening, content: Words, line: Line, doubt: bool) -> Items | None:
    if marker.family == "time" and not marker.colon and not is_time(content):
        return None
    if marker.family in OFFICE and not (marker.colon and content):
        return None
    return (fact(marker.family, content, line.context, doubt),)


def _action(words: Words, line: Line, _number: str | None, doubt: bool) -> Items:
    head = speaker_at(words, line.context)
    line.owners = head is not None and head.by == "colon" and head.stance == "none"
    jobs = jobs_of(words, line.context)
    return tuple(action(job, line.context, doubt) for job in jobs)


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
