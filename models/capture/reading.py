"""All the ways to read a line: the best first, then what Shift+Tab steps through."""

from __future__ import annotations

import re
from dataclasses import replace

from models.capture.actions import action
from models.capture.changes import replacement
from models.capture.facts import fact
from models.capture.families import recognise
from models.capture.lexicon import FACTS, marked
from models.capture.line import LONG, Context, Line, Words
from models.capture.markers import marker_at
from models.capture.opinions import plain
from models.capture.speaker import speaker_at
from models.capture.split import clauses
from models.capture.topics import into_topic
from models.capture.values import (
    ActionLine,
    ConsensusLine,
    ContinuationLine,
    DeferredLine,
    OpinionLine,
    Parsed,
    PointLine,
    Reading,
)
from models.roster import Named
from models.text import clean

_BULLET = re.compile(
    r"(?:[-*•·●○◆■▪–—]\s*+|\d{1,2}[.、)](?!\d)\s*+|\(\d{1,2}\)\s*+|[①②③④⑤⑥⑦⑧⑨⑩]\s*+|\d{1,2}:\d{2}\s+)"
)
_CONTINUES = re.compile(r"(?:…+|\.{3,}|。{3,})\s*+")
_VERBATIM = re.compile(rf"(?:{marked('plain')})\s*+:\s*+|\\")


def parse(line: str, context: Context) -> tuple[Parsed, ...]:
    """The values of a line's best reading; none for a blank line."""
    words = Words.of(clean(line)).strip()
    return _best(words, context) if words else ()


def readings(line: str, context: Context) -> list[Reading]:
    """How a line can be read, the best way first and plain text always among the others; [] for a blank one."""
    words = Words.of(clean(line)).strip()
    if not words:
        return []
    best = _best(words, context)
    others = (
        *_by_candidate(words, best, context),
        *_by_dispute(words, best, context),
        *_by_kind(words, best, context),
    )
    unique = dict.fromkeys((best, *others, plain(words, context)))
    return [Reading(items) for items in unique]


def _best(words: Words, context: Context) -> tuple[Parsed, ...]:
    if match := _VERBATIM.match(words.low):
        return plain(words.cut(match.end()).strip() or words, context)
    if match := _CONTINUES.match(words.low):
        return _continued(words, words.cut(match.end()), context)
    if found := replacement(words, context):
        return (found,)
    words = _without_bullet(words, context)
    into = into_topic(words, context)
    if into is not None and into[1]:
        items = _clauses(into[1], replace(context, speaker=None, facts_open=False, disputes=()))
        return tuple(replace(item, topic=into[0]) for item in items)
    return _clauses(words, context)


def _without_bullet(words: Words, context: Context) -> Words:
    """The line without the dash, list number or time it was pasted with, if a marker or speaker follows."""
    bullet = _BULLET.match(words.low)
    if bullet is None:
        return words
    rest = words.cut(bullet.end())
    marker = marker_at(rest)
    if marker is not None and marker.colon:
        return rest
    speaker = speaker_at(rest, context)
    return rest if speaker is not None and speaker.by == "colon" else words


def _continued(words: Words, rest: Words, context: Context) -> tuple[Parsed, ...]:
    rest, doubt = rest.undoubted()
    if not rest.text():
        return plain(words, context)
    return (ContinuationLine(text=rest.raw.strip(), doubt=doubt),)


def _clauses(words: Words, context: Context) -> tuple[Parsed, ...]:
    if not words.low.strip("?？ "):
        # Nothing but the sign: the last entry is what is doubted.
        return (
            (ContinuationLine(text="", doubt=True),) if context.latest_kind else (PointLine(text=words.raw),)
        )
    line = Line.of(context)
    items: list[Parsed] = []
    for clause in clauses(words, context):
        made = recognise(clause, line)
        items += made
        line.first = False
        line.context = _after(line.context, made)
    return tuple(items)


def _after(context: Context, made: tuple[Parsed, ...]) -> Context:
    """The context the next clause of the line is read in: whoever spoke last goes on speaking."""
    last = made[-1] if made else None
    if isinstance(last, OpinionLine) and last.speaks and (last.department or last.person):
        return replace(context, speaker=(last.department, last.person))
    return replace(context, speaker=None) if isinstance(last, PointLine) else context


def _by_candidate(words: Words, best: tuple[Parsed, ...], context: Context) -> list[tuple[Parsed, ...]]:
    """The readings in which a word that fits several means each of them in turn."""
    labels = {label for item in best for label in item.candidates}
    if not labels or context.choices:
        return []
    low = words.low
    found = []
    for who in context.roster.everybody:
        if who.label not in labels:
            continue
        choices = [replace(context, choices={word: who}) for word in _spelt(low, who, context)]
        found += [_best(words, choice) for choice in choices]
    return found


def _spelt(low: str, who: Named, context: Context) -> list[str]:
    """The words of the line that fit this one among others."""
    fits = []
    for pos in range(min(len(low), 500)):
        at = context.roster.at(low, pos, short=True)
        if at is not None and len(at[1]) > 1 and who in at[1]:
            fits.append(low[pos : at[0]])
    fits += [
        code[0] for code in re.finditer(r"[a-z][a-z0-9&]*", low) if who in context.roster.by_code(code[0])
    ]
    return list(dict.fromkeys(fits))


def _by_dispute(words: Words, best: tuple[Parsed, ...], context: Context) -> list[tuple[Parsed, ...]]:
    """The readings in which a consensus settles, or a deferral sets aside, another dispute, or none."""
    place = next((i for i, item in enumerate(best) if isinstance(item, (ConsensusLine, DeferredLine))), None)
    if place is None:
        return []
    item = best[place]
    assert isinstance(item, (ConsensusLine, DeferredLine))
    here = [f"#{i + 1}" for i in range(sum(one.kind == "dispute" for one in best[:place]))]
    ids = [*(one.id for one in reversed(context.disputes) if one.status == "open"), *here]
    others = [other for other in ids if other != item.settles]
    alone = [None] if item.settles is not None else []
    return [(*best[:place], replace(item, settles=other), *best[place + 1 :]) for other in (*others, *alone)]


def _by_kind(words: Words, best: tuple[Parsed, ...], context: Context) -> list[tuple[Parsed, ...]]:
    """The readings as another kind: an opinion or point as an action and back, a fact as speech and back."""
    found: list[tuple[Parsed, ...]] = []
    if into := into_topic(words, context):
        number, rest = into
        return [
            tuple(replace(item, topic=number) for item in items) for items in _by_kind(rest, best, context)
        ]
    words = _without_bullet(words, context)
    marker = marker_at(words)
    if marker is not None and marker.family in FACTS:
        if not context.facts_open:
            found.append((fact(marker.family, words.cut(marker.end), context),))
        return found
    if len(best) == 1 and isinstance(best[0], (OpinionLine, PointLine)) and len(words.low) <= LONG:
        unmarked, doubt = (words.cut(marker.end) if marker else words).undoubted()
        found.append((action(unmarked, context, doubt),))
    if len(best) == 1 and isinstance(best[0], ActionLine):
        spoken = recognise(words, Line.of(replace(context, speaker=context.speaker or (None, None))))
        if marker is None and isinstance(spoken[0], OpinionLine) and spoken[0].department:
            found.append(spoken)
    return found
