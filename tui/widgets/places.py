"""A layout that is a function from the screen's size to the place of each part, so that figures alone can be tested."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.geometry import Offset, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget


class Places(Layout):
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
