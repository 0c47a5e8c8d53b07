"""The line being read: its context, and what its earlier clauses did."""

from __future__ import annotations

from dataclasses import dataclass

from models.capture.context import Context
from models.capture.disputes import Disputes
from models.capture.values import Parsed

Items = tuple[Parsed, ...]
LONG = 1000
"""A line of more characters is text and no bare action: looking for a due in it would take long."""


@dataclass(slots=True)
class Line:
    """What the clauses of one line share."""

    context: Context
    disputes: Disputes
    first: bool = True
    """Whether the clause is the line's first: facts and changes count only there."""
    owners: bool = False
    """Whether the clause before was an action whose owner stood before a colon (行动：周经理：…；郑工：…)."""

    @classmethod
    def of(cls, context: Context) -> Line:
        """A line of which nothing has been read."""
        return cls(context, Disputes.of(context))
