"""What a typed line means: pure functions from a line and its context to values, without store or clock.

`families` lists in their order the kinds of lines that are known; `reading` leads a line through them, `lexicon` has
the words, `values` what a line can become. `completion` offers what goes on from a line, `description` says a value
above the bar, and `writing` writes values as a line. Nothing that stands before the first frame loads this package.
"""

from models.capture.line import Context, Dispute, Written
from models.capture.reading import explained, parse, readings
from models.capture.values import Parsed, Reading, to_json

__all__ = [
    "Context",
    "Dispute",
    "Parsed",
    "Reading",
    "Written",
    "explained",
    "parse",
    "readings",
    "to_json",
]
