"""Names for rows and windows: apart from the rows, because the home screen needs a name and no row."""

from __future__ import annotations

from random import SystemRandom

_random = SystemRandom()


def new_id() -> str:
    """A short random id, unique over all tables and meetings (ten characters of base 32)."""
    return "".join(_random.choices("0123456789abcdefghjkmnpqrstvwxyz", k=10))
