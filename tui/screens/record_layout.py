"""Where each part of the record screen stands: figures only, so that every size can be tested without a screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.geometry import Offset, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from tui.widgets.places import too_small

_WIDE = Size(110, 30)
"""From here on all panes have room beside each other."""

SIDES = ("attendance", "opinions", "disagreements", "resolutions", "actions")
"""The panes of which a narrow screen shows one beside the topic."""


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

    @property
    def too_small(self) -> bool:
        """Whether there is no room to work in."""
        return too_small(self.size)

    @property
    def wide(self) -> bool:
        """Whether all panes stand beside each other."""
        return self.size.width >= _WIDE.width and self.size.height >= _WIDE.height


def regions(shape: Shape) -> dict[str, Region]:
    """The place of every part that is shown, by its name."""
    width, height = shape.size
    if shape.too_small:
        return {"too-small": Region(0, 0, width, height)}
    body = Region(0, 1, width, height - 2 - shape.bar)
    frame = {
        "header": Region(0, 0, width, 1),
        "bar": Region(0, height - 1 - shape.bar, width, shape.bar),
        "footer": Region(0, height - 1, width, 1),
    }
    return frame | (_wide(body, shape.agenda) if shape.wide else _narrow(body, shape.side))


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


class RecordLayout(Layout):
    """Arranges the parts by name; those that have no place are not shown."""

    name = "record"

    def __init__(self, shape: Callable[[Size], Shape], menu: Callable[[Size], Region]) -> None:
        self._shape = shape
        self._menu = menu

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """A placement for each part that has a place at this size."""
        places = regions(self._shape(size)) | {"menu": self._menu(size)}
        return [
            WidgetPlacement(places[name], Offset(0, 0), child.styles.margin, child)
            for child in children
            if (name := child.id or "") in places
        ]
