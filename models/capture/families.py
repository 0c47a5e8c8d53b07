"""Families of the grammar in the order in which they are tried, each with its examples: the first that reads wins.

Three things are tried after one another: the line as it stands; what is left of it without a list number and without
1.1补：; and each clause of that. `reading` cuts where `beginning` finds that another clause begins, and asks in the
order of this table: marker, phrase, speaker. `speaker.speaker_at` tries brackets; number, initials and name before a
colon; then a verb. What else a line may mean is offered by `reading`, never chosen.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from models.capture import examples
from models.capture.agenda.announced import announced
from models.capture.agenda.left import enough, gone_to, put_off
from models.capture.agenda.openings import opening
from models.capture.changed.changes import changed
from models.capture.changed.corrections import corrected, put_right
from models.capture.chat.said import said_at_a_time
from models.capture.decided.english_decisions import decided_in_english
from models.capture.decided.english_notes import noted_in_english
from models.capture.decided.left_open import shelved, unanswered
from models.capture.decided.settled import agreed_at_last, both_agreed, fought, settled
from models.capture.line import Context, Items, Line, Words
from models.capture.marked import again, marked, phrased
from models.capture.markers import Opening, marker_at, opener_at
from models.capture.named.speaker import Speaker, speaker_at
from models.capture.present.gathered.reader import gathered
from models.capture.said.asides import aside
from models.capture.said.everybody import agreed_by_all, decided_by_all
from models.capture.said.named_first import led
from models.capture.said.opinions import next_owner, others, plain, silent, spoken
from models.capture.said.sides import due_first, side, view
from models.capture.said.speaks_against import whose
from models.capture.said.unknown_heads import unknown_speaker
from models.capture.unmarked import (
    approved,
    asked,
    assigned,
    at_odds,
    broken,
    decided,
    headed,
    labelled,
    owned,
    present,
    signed,
    spaced,
    tasked,
)
from models.capture.values import ContinuationLine, PointLine
from models.capture.words.lexicon import marked as words_of
from models.capture.work.english_jobs import job_in_english
from models.capture.work.first_person import mine
from models.capture.work.jobs import job_told
from models.capture.work.orders import brought, handed_in

Reader = Callable[[Words, Line, bool], Items | None]
"""Reads words of a line, as doubted or not; None where they are not of its family."""


class Family(NamedTuple):
    """One way to understand words, with lines that show it."""

    name: str
    part: str
    """What it reads: the line, the rest of it without list number and topic, or each clause."""
    reads: Reader
    examples: tuple[examples.Example, ...]


_CONTINUES = re.compile(r"(?:…+|\.{3,}|。{3,})\s*+")
_VERBATIM = re.compile(rf"(?:{words_of('plain')})\s*+:\s*+|\\")


def _verbatim(words: Words, line: Line, _doubt: bool) -> Items | None:
    """Plain text, whatever it looks like: 原文：…, \\…"""
    match = _VERBATIM.match(words.low)
    return plain(words.cut(match.end()).strip() or words, line.context) if match else None


def _continued(words: Words, line: Line, _doubt: bool) -> Items | None:
    """More of the last entry: ……接着写."""
    match = _CONTINUES.match(words.low)
    if match is None:
        return None
    rest, doubt = words.cut(match.end()).undoubted()
    if not rest.text():
        return plain(words, line.context)
    return (ContinuationLine(text=rest.raw.strip(), doubt=doubt),)


def _doubted(words: Words, line: Line, _doubt: bool) -> Items | None:
    """Nothing but ??: the last entry is what is doubted."""
    if words.low.strip("?？ "):
        return None
    if line.context.latest_kind:
        return (ContinuationLine(text="", doubt=True),)
    return (PointLine(text=words.raw),)


def _plain(words: Words, line: Line, doubt: bool) -> Items:
    """Words without any sign."""
    line.rule = "speaker_goes_on" if line.context.somebody_speaks else "nobody_speaks"
    return plain(words, line.context, doubt)


FAMILIES = (
    Family("verbatim", "line", _verbatim, examples.VERBATIM),
    Family("continuation", "line", _continued, examples.CONTINUATION),
    Family("correction", "line", corrected, examples.CORRECTION),
    Family("chat", "line", said_at_a_time, examples.CHAT),
    Family("doubt", "rest", _doubted, examples.DOUBT),
    Family("both_agreed", "rest", both_agreed, examples.BOTH_AGREED),
    Family("opening", "rest", opening, examples.OPENING),
    Family("gathered", "rest", gathered, (*examples.GATHERED, *examples.LISTED)),
    Family("marker", "clause", marked, examples.MARKER),
    Family("phrase", "clause", phrased, examples.PHRASE),
    Family("put_right", "clause", put_right, examples.PUT_RIGHT),
    Family("number", "clause", changed, examples.NUMBER),
    Family("headed", "clause", headed, examples.HEADED),
    Family("break", "clause", broken, examples.BREAK),
    Family("others", "clause", others, examples.OTHERS),
    Family("everybody", "clause", agreed_by_all, examples.EVERYBODY),
    Family("together", "clause", decided_by_all, examples.TOGETHER),
    Family("decided_in_english", "clause", decided_in_english, examples.DECIDED_IN_ENGLISH),
    Family("enough", "clause", enough, examples.ENOUGH),
    Family("gone_to", "clause", gone_to, examples.GONE_TO),
    Family("put_off", "clause", put_off, examples.PUT_OFF),
    Family("unknown", "clause", unknown_speaker, examples.UNKNOWN),
    Family("next_owner", "clause", next_owner, examples.NEXT_OWNER),
    Family("noted_in_english", "clause", noted_in_english, examples.NOTED_IN_ENGLISH),
    Family("settled", "clause", settled, examples.SETTLED),
    Family("agreed_at_last", "clause", agreed_at_last, examples.AGREED_AT_LAST),
    Family("fought", "clause", fought, examples.FOUGHT),
    Family("unanswered", "clause", unanswered, examples.UNANSWERED),
    Family("shelved", "clause", shelved, examples.SHELVED),
    Family("again", "clause", again, examples.AGAIN),
    Family("announced", "clause", announced, examples.ANNOUNCED),
    Family("aside", "clause", aside, examples.ASIDE),
    Family("speaker", "clause", spoken, examples.SPEAKER),
    Family("silent", "clause", silent, examples.SILENT),
    Family("view", "clause", view, examples.VIEW),
    Family("side", "clause", side, examples.SIDE),
    Family("attendance", "clause", present, examples.ATTENDANCE),
    Family("labels", "clause", labelled, examples.LABELS),
    Family("signed", "clause", signed, examples.SIGNED),
    Family("assigned", "clause", assigned, examples.ASSIGNED),
    Family("tasked", "clause", tasked, examples.TASKED),
    Family("asked", "clause", asked, examples.ASKED),
    Family("job_in_english", "clause", job_in_english, examples.JOB_IN_ENGLISH),
    Family("at_odds", "clause", at_odds, examples.AT_ODDS),
    Family("approved", "clause", approved, examples.APPROVED),
    Family("brought", "clause", brought, examples.BROUGHT),
    Family("handed_in", "clause", handed_in, examples.HANDED_IN),
    Family("job", "clause", job_told, examples.JOB),
    Family("mine", "clause", mine, examples.MINE),
    Family("due_first", "clause", due_first, examples.DUE_FIRST),
    Family("whose", "clause", whose, examples.WHOSE),
    Family("space", "clause", spaced, examples.SPACE),
    Family("decided", "clause", decided, examples.DECIDED),
    Family("owned", "clause", owned, examples.OWNED),
    Family("led", "clause", led, examples.LED),
    Family("plain", "clause", _plain, examples.PLAIN),
)
_OF = {part: tuple(one for one in FAMILIES if one.part == part) for part in ("line", "rest", "clause")}


def first(part: str, words: Words, line: Line, doubt: bool = False) -> tuple[str, Items] | None:
    """The first family of a part of the line that reads the words, by name, and what it makes of them."""
    line.rule = ""
    for family in _OF[part]:
        items = family.reads(words, line, doubt)
        if items is not None:
            return family.name, items
    return None


def recognise(words: Words, line: Line) -> tuple[str, Items]:
    """The family of one clause and its values; none where its words say that there is nothing (争议：无)."""
    words, doubt = words.undoubted()
    words = words.strip()
    if line.owners and marker_at(words) is not None:
        line.owners = False
    return first("clause", words, line, doubt) or ("plain", _plain(words, line, doubt))


def beginning(words: Words, context: Context) -> Opening | Speaker | None:
    """What words begin with that begins a clause, in the order of the families; None for plain words."""
    return marker_at(words) or opener_at(words) or speaker_at(words, context)
