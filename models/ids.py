"""Names for rows and windows: apart from the rows, because the home screen needs a name and no row."""

from __future__ import annotations

from random import SystemRandom

_random = SystemRandom()
_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"


def new_id() -> str:
    """A short random id, unique over all tables and meetings (ten characters of base 32)."""
    bits = _random.getrandbits(50)
    return "".join(_SIGNS[bits >> place & 31] for place in range(0, 50, 5))
