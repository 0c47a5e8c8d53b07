"""Where each part of the recap stands: figures only."""

from __future__ import annotations

from dataclasses import dataclass

from textual.geometry import Region, Size

from tui.widgets.region_layout import framed

_WIDE = 110


@dataclass(frozen=True, slots=True)
class RecapShape:
    """What decides the arrangement."""

    size: Size
    bar: int = 0
    """Rows of the bar while something is typed; 0 while nothing is."""
    projector: bool = False
    foot: int = 1
    """Rows of the footer, more than one while it says something long."""


def regions(shape: RecapShape) -> dict[str, Region]:
    """The place of every part that is shown, by its name."""
    return framed(shape.size, _projector if shape.projector else _beside, shape.bar, shape.foot)


def _projector(body: Region) -> dict[str, Region]:
    margin = max(0, (body.width - 100) // 2)
    return {"page": Region(body.x + margin, body.y, body.width - 2 * margin, body.height)}


def _beside(body: Region) -> dict[str, Region]:
    walk = 40 if body.width >= _WIDE else 28
    missing = min(9, max(5, body.height * 26 // 100))
    right = body.width - walk
    return {
        "walk": Region(body.x, body.y, walk, body.height),
        "page": Region(body.x + walk, body.y, right, body.height - missing),
        "missing": Region(body.x + walk, body.bottom - missing, right, missing),
    }
