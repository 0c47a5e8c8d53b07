"""Due dates, times and periods as people in an office write them, in Chinese and English.

`resolve` turns the words of a due into a date counted from a meeting; `find` and `match_at` say where in a text such
words stand; the others read times of day, meeting times and the day from which a decision holds.
"""

from models.dates.clock import parse_time
from models.dates.core import FLAG_ORDER, Anchor, Due, DueSpan
from models.dates.expressions import warm_up
from models.dates.moments import effective, parse_moment, parse_period
from models.dates.resolve import is_due, resolve
from models.dates.scan import deed_at, find, match_at, whole_words_at

__all__ = [
    "FLAG_ORDER",
    "Anchor",
    "Due",
    "DueSpan",
    "deed_at",
    "effective",
    "find",
    "is_due",
    "match_at",
    "parse_moment",
    "parse_period",
    "parse_time",
    "resolve",
    "warm_up",
    "whole_words_at",
]
