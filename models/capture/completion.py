"""What Tab offers at the cursor: only what stands before the cursor is ever replaced, nothing behind it moves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.capture import offers
from models.capture.line import Context, Words
from models.capture.markers import marker_at
from models.capture.offers import Offer
from models.capture.words.lexicon import LABELS, OUTCOMES, ROLL, taking

_MOST = 60


@dataclass(frozen=True, slots=True)
class Completion:
    """Puts `replacement` in the place of the line from `start` to `end`, which is the cursor."""

    start: int
    end: int
    replacement: str
    label: str
    hint: str = ""


Completions = tuple[Completion, ...]
"""What can be offered, the best first."""

_NAME_SIGN = re.compile(r"[@+]\s?(?P<typed>[\w.·]*)$")
_DUE_SIGN = re.compile(r"(?:^|\s)[/、]\s*+(?P<typed>[^\s/、@+;]*)$")
_OWNER_VALUE = re.compile(rf"(?:{taking('names')})\s*+:\s*+(?:[^;:]*[、,/])?(?P<typed>[^\s;,、/:]*)$")
_DUE_VALUE = re.compile(rf"(?:{taking('due')})\s*+:\s*+(?P<typed>[^;:]*)$")
_LETTERS = re.compile(r"[a-z0-9.]+$")
_CLAUSE = re.compile(r"[;。]\s*+")
_LONGEST = 8


def complete(line: str, cursor: int, context: Context) -> Completions:
    """The completions at a cursor (a place in the line, counted in characters), ranked; never raises."""
    cursor = max(0, min(cursor, len(line)))
    words = Words.of(line[:cursor])
    closing = "" if line[cursor : cursor + 1].strip() else " "
    for place in (_after_sign, _in_value, _at_beginning, _in_text):
        found = place(words, context, closing)
        if found is not None:
            return found
    return ()


def _made(start: int, end: int, found: Iterable[Offer], closing: str = "") -> Completions:
    ranked = sorted(found, key=lambda offer: offer.rank)[:_MOST]
    return tuple(Completion(start, end, one.text + closing, one.label, one.hint) for one in ranked)


def _after_sign(words: Words, context: Context, closing: str) -> Completions | None:
    end = len(words.low)
    if match := _NAME_SIGN.search(words.low[-20:]):
        typed = match["typed"]
        # @ alone lists people; + is for departments, which come first there.
        wants_departments = bool(typed) or "+" in match[0]
        found = list(offers.people(typed, context, wants_departments))
        return _made(end - len(typed), end, found, closing) or None
    if match := _DUE_SIGN.search(words.low[-20:]):
        typed = match["typed"]
        return _made(end - len(typed), end, offers.dues(typed, context), closing) or None
    return None


def _in_value(words: Words, context: Context, closing: str) -> Completions | None:
    end = len(words.low)
    tail = words.low[-40:]
    if match := _OWNER_VALUE.search(tail):
        found = offers.people(match["typed"], context)
        return _made(end - len(match["typed"]), end, found, closing) or None
    if match := _DUE_VALUE.search(tail):
        return _made(end - len(match["typed"]), end, offers.dues(match["typed"], context), closing) or None
    return None


def _at_beginning(words: Words, context: Context, _closing: str) -> Completions | None:
    """At the beginning of the line or a clause: markers, speakers; behind 议题： the agenda, behind 缺席： people."""
    low = words.low
    start = 0
    for match in _CLAUSE.finditer(low):
        start = match.end()
    start += len(low[start:]) - len(low[start:].lstrip())
    clause = words.cut(start)
    marker = marker_at(clause)
    if marker is not None:
        return _behind_marker(words, start + marker.end, marker.family, context)
    if not re.fullmatch(r"[\w.]*", clause.low) or len(clause.low) > _LONGEST * 2:
        return None
    typed = clause.low
    found = [*offers.words(typed, offers.MARKERS, "："), *_speakers(typed, context)]
    found += _somebody_of(typed, context)
    if start == 0:
        found += offers.words(typed, offers.WHOLE_LINES, "", 60)
        found += offers.words(typed, offers.FACT_MARKERS, "：", 45) if context.facts_open else ()
    else:
        found += _labels(typed, words)
    return _made(start, len(low), found) or None


def _labels(typed: str, words: Words) -> Iterator[Offer]:
    """The labels; first those that the line's beginning takes (决议：…；条件：)."""
    marker = marker_at(words)
    own = [row for row in LABELS if marker is not None and marker.family in row.of]
    yield from offers.words(typed, own, "：", -1)
    yield from offers.words(typed, [row for row in LABELS if row not in own], "：", 40)


def _somebody_of(typed: str, context: Context) -> list[Offer]:
    """People of a known department that what is typed behind its name begins (市场部l)."""
    found = context.roster.at(typed, 0)
    if found is None or len(found[1]) != 1 or found[1][0].person or found[0] == len(typed):
        return []
    department = found[1][0].label
    return [
        Offer(f"{one.label}：", one.label, one.hint, one.rank)
        for one in offers.people(typed[found[0] :], context, departments=False)
        if one.label.startswith(department) and one.label != department
    ]


def _speakers(typed: str, context: Context) -> list[Offer]:
    return [
        Offer(f"{offer.label}：", offer.label, offer.hint, (offer.rank[0], 50, *offer.rank[1:]))
        for offer in offers.people(typed, context)
    ]


def _behind_marker(words: Words, start: int, family: str, context: Context) -> Completions | None:
    start += len(words.low[start:]) - len(words.low[start:].lstrip())
    typed = words.low[start:]
    if family == "topic":
        return _made(start, len(words.low), offers.titles(typed, context)) or None
    if family in ROLL:
        last = re.split(r"[、,;:/\s]", typed)[-1]
        found = offers.people(last, context)
        return _made(len(words.low) - len(last), len(words.low), found) or None
    if family == "outcome":
        return _made(start, len(words.low), offers.words(typed, OUTCOMES, "")) or None
    return None


def _in_text(words: Words, context: Context, _closing: str) -> Completions | None:
    """Inside a text: what the last letters spell, or the longest last characters that begin a name, a due or a word."""
    low, end = words.low, len(words.low)
    if match := _LETTERS.search(low[-_LONGEST * 2 :]):
        typed = match[0]
        if len(typed) < 2 or not typed.isalpha():
            return None
        found = [
            *offers.people(typed, context),
            *_later(offers.dues(typed, context)),
            *_later(offers.agenda_words(typed, context)),
            *_later(offers.words(typed, LABELS, "：")),
        ]
        return _made(end - len(typed), end, found) or None
    for length in range(min(_LONGEST, end), 0, -1):
        typed = low[end - length :]
        if not typed[0].isalnum():
            continue
        found = [one for one in _beginning_with(typed, context) if one.text.lower() != typed]
        if found:
            return _made(end - length, end, found)
    return None


def _beginning_with(typed: str, context: Context) -> list[Offer]:
    """Everything whose characters begin with what is typed."""
    every = (
        *(offers.people(typed, context) if context.roster.begins(typed) else ()),
        *_later(offers.dues(typed, context)),
        *_later(offers.agenda_words(typed, context)),
        *(_later(offers.words(typed, LABELS, "：")) if len(typed) > 1 else ()),
    )
    return [one for one in every if one.rank[-1] >= 0 and one.label.lower().startswith(typed)]


def _later(found: Iterable[Offer]) -> list[Offer]:
    """Offers ranked behind all people that fit as well."""
    return [Offer(one.text, one.label, one.hint, (one.rank[0], 90, *one.rank[1:])) for one in found]
