"""Layout as a function from the screen's size to the region of each part, so that figures alone can be tested."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.geometry import Offset, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

SMALLEST = Size(80, 24)
"""Below this a screen only says what it needs."""


def too_small(size: Size) -> bool:
    """Whether there is no room to work in."""
    return size.width < SMALLEST.width or size.height < SMALLEST.height


def framed(
    size: Size, body: Callable[[Region], Mapping[str, Region]], bar: int = 0, foot: int = 1, held: int = 0
) -> dict[str, Region]:
    """Header, footer of some rows, a bar over it where one is wanted, and the parts between them.

    `held` are the rows over the bar for lines that are not stored.
    """
    width, height = size
    if too_small(size):
        return {"too-small": Region(0, 0, width, height)}
    frame = {"header": Region(0, 0, width, 1), "footer": Region(0, height - foot, width, foot)}
    if bar:
        frame["bar"] = Region(0, height - foot - bar, width, bar)
    if held:
        frame["held"] = Region(0, height - foot - bar - held, width, held)
    return frame | dict(body(Region(0, 1, width, height - 1 - foot - bar - held)))


class RegionLayout(Layout):
    """Arranges the parts of a screen by their ids; those that have no place are not shown."""

    name = "places"

    def __init__(self, places: Callable[[Size], Mapping[str, Region]]) -> None:
        self._places = places

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """A placement for each part that has a place at this size."""
        places = self._places(size)
        return [
            WidgetPlacement(places[name], Offset(0, 0), child.styles.margin, child)
            for child in children
            if (name := child.id or "") in places
        ]
