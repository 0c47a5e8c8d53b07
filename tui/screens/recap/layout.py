"""Where each part of the recap stands between the header and the footer: figures only."""

from __future__ import annotations

from textual.geometry import Region

_WIDE = 110


def projected(body: Region) -> dict[str, Region]:
    """The page alone, not wider than one reads aloud."""
    margin = max(0, (body.width - 100) // 2)
    return {"page": Region(body.x + margin, body.y, body.width - 2 * margin, body.height)}


def beside(body: Region) -> dict[str, Region]:
    """The page, the walk at its left and what is missing below it."""
    walk = 40 if body.width >= _WIDE else 28
    missing = min(9, max(5, body.height * 26 // 100))
    right = body.width - walk
    return {
        "walk": Region(body.x, body.y, walk, body.height),
        "page": Region(body.x + walk, body.y, right, body.height - missing),
        "missing": Region(body.x + walk, body.bottom - missing, right, missing),
    }
