"""A pane of two columns whose lines belong together: what stands on the left is beside what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.strip import Strip

from tui.theme import style
from tui.widgets.line_widget import frame_row, strip_of
from tui.widgets.list_pane import Line, ListPane
from tui.widgets.typesetting import Paragraph, Span, spans_width

_RULE = 3
"""Cells between the columns."""


class ColumnsPane(ListPane):
    """Items of two columns, separated by a line from top to bottom."""

    share = 45
    """The left column's part of the width, in per cent."""
    right_title: Sequence[Span] = ()

    def left(self, key: str) -> list[Paragraph]:
        """The paragraphs on the left side of an item; a subclass gives them."""
        return []

    def right(self, key: str) -> list[Paragraph]:
        """The paragraphs on the right side of an item; a subclass gives them."""
        return []

    def widths(self) -> tuple[int, int]:
        """The cells of the two columns."""
        room = self.inner[0] - _RULE
        left = room * self.share // 100
        return left, room - left

    def _lines(self, key: str) -> list[Line]:
        if key not in self._laid:
            self._laid[key] = self._side_by_side(key)
        return self._laid[key]

    def _side_by_side(self, key: str) -> list[Line]:
        left, right = self.widths()
        pairs = zip_longest(_set(self.left(key), left), _set(self.right(key), right), fillvalue=())
        line = style(self.palette.line)
        return [[*a, (" " * (left - spans_width(a)), line), (" │ ", line), *b] for a, b in pairs]

    def row(self, y: int) -> Strip:
        """The frame has a title over each column."""
        width, height = self.size
        if 0 < y < height - 1:
            return super().row(y)
        line = style(self.palette.accent if self.has_focus else self.palette.line)
        left, top = self.widths()[0] + 4, y == 0
        titles = (self.title, self.right_title) if top else ((), ())
        first = frame_row(titles[0], (), "╭┬" if top else "╰┴", left, line)
        status = () if top else self.status
        second = frame_row(titles[1], status, "─╮" if top else "─╯", width - left, line)
        return strip_of([*first, *second], width)

    def _content(self, row: int, width: int) -> Strip:
        """Below the last item the line between the columns goes on to the frame."""
        if row < len(self._view):
            return super()._content(row, width)
        left = " " * (self.widths()[0] + 2)
        return strip_of([(left + "│", style(self.palette.line))], width)


def _set(paragraphs: list[Paragraph], cells: int) -> list[Line]:
    return [line for paragraph in paragraphs for line in paragraph.lines(cells)]
