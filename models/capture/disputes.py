"""Disagreements: what is disputed, and which dispute a consensus settles or a deferral sets aside."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from models.capture.context import Context, Dispute
from models.capture.unknown import departments_in
from models.capture.values import ConsensusLine, DeferredLine, DisputeLine
from models.capture.words import Words
from models.text import normal

HERE = "here"
"""What the disputes of the line being read share as their line."""


@dataclass(slots=True)
class Disputes:
    """The disputes of the live topic as they stand while one line is read, those it opens itself included."""

    known: list[Dispute] = field(default_factory=list)
    opened: int = 0

    @classmethod
    def of(cls, context: Context) -> Disputes:
        """As the meeting has them before the line."""
        return cls(list(context.disputes))

    def open(self, text: str) -> None:
        """Add one that the line opens; it is called #1, #2 … until it has an id."""
        self.opened += 1
        number = max((one.number for one in self.known), default=0) + 1
        self.known.append(Dispute(f"#{self.opened}", number, text, line=HERE))

    def settle(self, which: str | None, status: str = "settled") -> None:
        """Mark one as no longer open."""
        self.known = [
            Dispute(one.id, one.number, one.text, status, one.line) if one.id == which else one
            for one in self.known
        ]

    def choices(self, text: str, number: str | None = None) -> list[str]:
        """The ids of the disputes a consensus may settle, the likeliest first.

        The one numbered; else of the open ones the one sharing most words; else, where one line opened several, the
        first of them; else the latest.
        """
        still_open = [one for one in self.known if one.status == "open"]
        numbered = [one for one in self.known if number is not None and str(one.number) == number]
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


def dispute(words: Words, context: Context, doubt: bool = False) -> DisputeLine:
    """The dispute these words state, with the departments they name as its parties."""
    return DisputeLine(dispute=words.text(), parties=departments_in(words, context), doubt=doubt)


def consensus(words: Words, disputes: Disputes, number: str | None, doubt: bool = False) -> ConsensusLine:
    """The consensus and the dispute it settles."""
    settles = next(iter(disputes.choices(words.text(), number)), None)
    disputes.settle(settles)
    return ConsensusLine(consensus=words.text(), settles=settles, doubt=doubt)


def deferred(words: Words, disputes: Disputes, number: str | None, doubt: bool = False) -> DeferredLine:
    """The dispute set aside, with the reason."""
    settles = next(iter(disputes.choices(words.text(), number)), None)
    disputes.settle(settles, "deferred")
    return DeferredLine(reason=words.text(), settles=settles, doubt=doubt)
