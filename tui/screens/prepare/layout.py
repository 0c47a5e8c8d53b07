"""Where each part of the prepare screen stands between the header and the bar: figures only."""

from __future__ import annotations

from textual.geometry import Region, Size

_WIDE = Size(110, 30)
_FACTS = 12
"""Rows of the facts with their frame."""


def is_wide(size: Size) -> bool:
    """Whether all sections stand beside each other."""
    return size.width >= _WIDE.width and size.height >= _WIDE.height


def wide(body: Region, people: int) -> dict[str, Region]:
    """All sections and what is missing; `people` are the rows the people would fill."""
    left = body.width * 57 // 100
    right = body.width - left
    most = body.height * 40 // 100
    first = max(6, min(people, most))
    second = (body.height - first) // 2
    return {
        "facts": Region(body.x, body.y, left, _FACTS),
        "agenda": Region(body.x, body.y + _FACTS, left, body.height - _FACTS),
        "people": Region(body.x + left, body.y, right, first),
        "things": Region(body.x + left, body.y + first, right, second),
        "missing": Region(body.x + left, body.y + first + second, right, body.height - first - second),
    }


def narrow(body: Region, section: str) -> dict[str, Region]:
    """One section and what is missing, under the strip of the sections' names."""
    left = body.width * 60 // 100
    return {
        "strip": Region(body.x, body.y, body.width, 1),
        section: Region(body.x, body.y + 1, left, body.height - 1),
        "missing": Region(body.x + left, body.y + 1, body.width - left, body.height - 1),
    }
