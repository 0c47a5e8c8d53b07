"""Dates and times as rows hold them, in ISO form; what is none, or of no year in which people meet, is none here."""

from __future__ import annotations

import datetime as dt

YEARS = range(1900, 2201)
"""The years of which a date is taken for one: beyond them a slip is likelier, and arithmetic ends."""


def sound(value: str | None) -> str | None:
    """The value if it is a date or time of one of those years, else None."""
    if value is None:
        return None
    try:
        return value if dt.datetime.fromisoformat(value).year in YEARS else None
    except ValueError:
        return None
