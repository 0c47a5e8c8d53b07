"""Line widgets: widgets that draw their rows themselves, in the colours of the palette in use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self, cast

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.theme import Coloured, Palette, style
from tui.widgets.typesetting import Span, fit_spans, segments, spans_width


class LineWidget(Widget):
    """Base of the widgets that draw rows of spans; a subclass gives the rows."""

    ALLOW_SELECT = False

    @property
    def palette(self) -> Palette:
        """The colours in use."""
        return cast(Coloured, self.app).palette

    _ready: object = None

    @property
    def ground(self) -> str:
        """The colour behind it."""
        return self.palette.ground

    def prepare(self) -> None:
        """Lays out what `render_line` then draws; called once for each change of state, size or palette."""

    def render_line(self, y: int) -> Strip:
        """One row as Textual wants it."""
        now = (self.size, self.palette)
        if self._ready != now:
            self._ready = now
            self.prepare()
        return self.row(y).apply_style(style(self.palette.text, background=self.ground))

    def row(self, y: int) -> Strip:
        """One prepared row; a subclass gives it."""
        return Strip.blank(self.size.width)

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Everything is laid out again before it is drawn again."""
        self._ready = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


def strip_of(spans: Sequence[Span], cells: int, ground: Style | None = None) -> Strip:
    """Row of exactly this many cells made of spans, cut with … where they are wider."""
    used = spans_width(spans)
    if used > cells:
        spans = fit_spans(spans, cells)
        used = spans_width(spans)
    drawn = segments(spans)
    if ground is not None:
        drawn = list(Segment.apply_style(drawn, ground))
    if used < cells:
        drawn.append(Segment(" " * (cells - used), ground))
    return Strip(drawn, cells)


def frame_row(
    left: Sequence[Span], right: Sequence[Span], corners: str, cells: int, line: Style
) -> list[Span]:
    """Upper or lower row of a frame: corner, words on the left, line, words on the right, corner."""
    room = cells - 4
    left = fit_spans(left, cells - 6) if left else ()
    right = right if spans_width(left) + spans_width(right) + 4 <= room else ()
    head: list[Span] = [(corners[0] + "─", line)]
    if left:
        head += [(" ", line), *left, (" ", line)]
    tail: list[Span] = [("─" + corners[1], line)]
    if right:
        tail = [(" ", line), *right, (" ", line), *tail]
    gap = cells - spans_width(head) - spans_width(tail)
    return [*head, ("─" * max(gap, 0), line), *tail]


class StatusRow(LineWidget):
    """Header, strip or footer: one row with words on the left and on the right, over the ground of a bar."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._left: Sequence[Span] = ()
        self._right: Sequence[Span] = ()

    @property
    def ground(self) -> str:
        """The colour of header and footer."""
        return self.palette.bar

    def show(self, left: Sequence[Span], right: Sequence[Span] = ()) -> None:
        """Replaces the words on the left and on the right; draws only what differs."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def row(self, y: int) -> Strip:
        """The left words give way to the right ones."""
        width = self.size.width
        tail = spans_width(self._right)
        left = fit_spans(self._left, max(0, width - tail - (1 if tail else 0)))
        gap = " " * max(0, width - spans_width(left) - tail)
        return strip_of([*left, (gap, style(self.palette.text)), *self._right], width)
