"""Disagreements: what is disputed, and which dispute a consensus settles or a deferral sets aside."""

from __future__ import annotations

from itertools import pairwise

from models.capture.line import Dispute, Line, Words
from models.capture.strangers import departments_in
from models.capture.values import ConsensusLine, DeferredLine, DisputeLine
from models.text import normal


def choices(disputes: list[Dispute], text: str, number: str | None = None) -> list[str]:
    """The ids of the disputes a consensus may settle, the likeliest first.

    The one numbered; else of the open ones the one sharing most words; else, where one line opened several, the
    first of them; else the latest.
    """
    still_open = [one for one in disputes if one.status == "open"]
    numbered = [one for one in disputes if number is not None and str(one.number) == number]
    pairs = _pairs(text)
    shared = {one.id: len(pairs & _pairs(one.text)) for one in still_open}
    best = max(shared.values(), default=0)
    likeliest = [one for one in still_open if best and shared[one.id] == best]
    fallback = _first_of_latest_line(still_open)
    order = [*numbered, *(likeliest[:1] if len(likeliest) == 1 else []), *fallback, *reversed(still_open)]
    return list(dict.fromkeys(one.id for one in order))


def _first_of_latest_line(still_open: list[Dispute]) -> list[Dispute]:
    if not still_open:
        return []
    line = still_open[-1].line
    return [next(one for one in still_open if one.line == line)] if line is not None else still_open[-1:]


_FILLER = frozenset("，。、；：（）“”？！,.;:()?! \u3000是否的和与及还取按由归在为了不无")


def _pairs(text: str) -> set[str]:
    """The pairs of neighbouring characters that carry meaning: how words are compared without a dictionary."""
    plain = normal(text)
    pairs = {one + two for one, two in pairwise(plain)}
    return {pair for pair in pairs if not (set(pair) & _FILLER)}


def dispute(words: Words, line: Line, doubt: bool = False) -> DisputeLine:
    """The dispute these words state, with the departments they name as its parties; the line has opened it."""
    line.open_dispute(words.text())
    return DisputeLine(dispute=words.text(), parties=departments_in(words, line.context), doubt=doubt)


def consensus(words: Words, line: Line, number: str | None, doubt: bool = False) -> ConsensusLine:
    """The consensus and the dispute it settles."""
    settles = next(iter(choices(line.disputes, words.text(), number)), None)
    line.settle_dispute(settles)
    return ConsensusLine(consensus=words.text(), settles=settles, doubt=doubt)


def deferred(words: Words, line: Line, number: str | None, doubt: bool = False) -> DeferredLine:
    """The dispute set aside, with the reason."""
    settles = next(iter(choices(line.disputes, words.text(), number)), None)
    line.settle_dispute(settles, "deferred")
    return DeferredLine(reason=words.text(), settles=settles, doubt=doubt)
