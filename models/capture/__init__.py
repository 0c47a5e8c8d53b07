"""What a typed line means: pure functions from a line and its context to values, without store or clock.

A line is cleaned and folded (`words`), its escape and continuation signs are taken off and it is cut into clauses
(`clauses`), each clause is recognised by the first family that knows its beginning (`recognise`), and the family's
module makes the values of `parsed`.
"""

from models.capture.as_json import to_json
from models.capture.complete import Completion, Completions, complete
from models.capture.context import Context, Dispute, Written
from models.capture.describe import Segment, describe
from models.capture.parsed import Parsed, Reading
from models.capture.readings import parse, readings

__all__ = [
    "Completion",
    "Completions",
    "Context",
    "Dispute",
    "Parsed",
    "Reading",
    "Segment",
    "Written",
    "complete",
    "describe",
    "parse",
    "readings",
    "to_json",
]
