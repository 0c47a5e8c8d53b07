"""Widgets that draw their lines themselves, in the colours of the palette in use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self, cast

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.theme import Coloured, Palette, style
from tui.widgets.cells import Span, fit_spans, segments, spans_width


class Drawn(Widget):
    """A widget made of spans; a subclass gives its rows."""

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


def strip(spans: Sequence[Span], cells: int, ground: Style | None = None) -> Strip:
    """Spans as a row of exactly this many cells."""
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


def edge(left: Sequence[Span], right: Sequence[Span], corners: str, cells: int, line: Style) -> list[Span]:
    """A border row: corner, words on the left, line, words on the right, corner."""
    room = cells - 4
    left = fit_spans(left, room) if left else ()
    right = right if spans_width(left) + spans_width(right) + 4 <= room else ()
    head: list[Span] = [(corners[0] + "─", line)]
    if left:
        head += [(" ", line), *left, (" ", line)]
    tail: list[Span] = [("─" + corners[1], line)]
    if right:
        tail = [(" ", line), *right, (" ", line), *tail]
    gap = cells - spans_width(head) - spans_width(tail)
    return [*head, ("─" * max(gap, 0), line), *tail]


class Row(Drawn):
    """One row with words on the left and on the right, over the ground of a bar."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._left: Sequence[Span] = ()
        self._right: Sequence[Span] = ()

    @property
    def ground(self) -> str:
        """A bar's own."""
        return self.palette.bar

    def show(self, left: Sequence[Span], right: Sequence[Span] = ()) -> None:
        """Puts up other words."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def row(self, y: int) -> Strip:
        """The left words give way to the right ones."""
        width = self.size.width
        tail = spans_width(self._right)
        left = fit_spans(self._left, max(0, width - tail - (1 if tail else 0)))
        gap = " " * max(0, width - spans_width(left) - tail)
        return strip([*left, (gap, style(self.palette.text)), *self._right], width)
