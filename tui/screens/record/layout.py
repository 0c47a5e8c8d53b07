"""Where each part of the record screen stands: figures only, so that every size can be tested without a screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.geometry import Region, Size

from tui.widgets.region_layout import framed

_WIDE = Size(110, 30)
"""From here on all panes have room beside each other."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What decides the arrangement."""

    size: Size
    bar: int
    """Rows the capture bar needs."""
    agenda: int
    """Rows the agenda would fill."""
    side: str = "attendance"
    """The pane a narrow screen shows beside the topic."""
    held: int = 0
    """Rows that lines which are not stored need."""

    @property
    def wide(self) -> bool:
        """Whether all panes stand beside each other."""
        return self.size.width >= _WIDE.width and self.size.height >= _WIDE.height


def regions(shape: Shape) -> dict[str, Region]:
    """The place of every part that is shown, by its name."""

    def body(region: Region) -> dict[str, Region]:
        return _wide(region, shape.agenda) if shape.wide else _narrow(region, shape.side)

    return framed(shape.size, body, shape.bar, held=shape.held)


def menu_region(shape: Shape, rows: Callable[[int], int], pane: str | None) -> Region:
    """The place of the menu: over the column one is in, `rows` the rows it needs of those there are.

    Over all of it, because Textual blanks wide characters where the edge of something covered would be.
    """
    size, places = shape.size, regions(shape)
    name = pane if pane in places else "opinions" if shape.wide else "all"
    column = places.get(name, Region(0, 0, size.width, 1))
    bottom = size.height - 1 - shape.bar - shape.held if shape.wide else column.bottom
    height = rows(bottom - 1)
    return Region(column.x, bottom - height, column.width, height)


def left_width(width: int) -> int:
    """The cells of the left column of a wide screen."""
    return max(28, width * 25 // 100)


def _wide(body: Region, wanted: int) -> dict[str, Region]:
    left = left_width(body.width)
    right = max(34, body.width * 32 // 100)
    middle = body.width - left - right
    agenda = max(4, min(wanted, body.height * 45 // 100))
    topic = max(5, body.height * 24 // 100)
    thirds = (body.height * 33 // 100, body.height * 26 // 100)
    column = body.x + left + middle
    return {
        "agenda": Region(body.x, body.y, left, agenda),
        "attendance": Region(body.x, body.y + agenda, left, body.height - agenda),
        "topic": Region(body.x + left, body.y, middle, topic),
        "opinions": Region(body.x + left, body.y + topic, middle, body.height - topic),
        "disagreements": Region(column, body.y, right, thirds[0]),
        "resolutions": Region(column, body.y + thirds[0], right, thirds[1]),
        "actions": Region(column, body.y + sum(thirds), right, body.height - sum(thirds)),
    }


def _narrow(body: Region, side: str) -> dict[str, Region]:
    beside = max(28, body.width * 35 // 100)
    return {
        "all": Region(body.x, body.y, body.width - beside, body.height - 1),
        side: Region(body.right - beside, body.y, beside, body.height - 1),
        "strip": Region(body.x, body.bottom - 1, body.width, 1),
    }
