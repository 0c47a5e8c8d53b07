"""A few words alone on an otherwise empty screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.style import Style
from textual.strip import Strip

from tui.widgets.line_widget import LineWidget, strip_of
from tui.widgets.typesetting import Paragraph, Span, spans_width


class Notice(LineWidget):
    """Says what it is given in the middle, on as many rows as it takes."""

    def __init__(self, name: str, words: Callable[[], Sequence[Span]]) -> None:
        super().__init__(id=name)
        self._words = words
        self._lines: list[list[Span]] = []

    def prepare(self) -> None:
        """Wraps the words."""
        self._lines = Paragraph(self._words()).lines(max(1, self.size.width - 2))

    def row(self, y: int) -> Strip:
        """One row of the block in the middle."""
        width, height = self.size
        place = y - max(0, (height - len(self._lines)) // 2)
        spans = self._lines[place] if 0 <= place < len(self._lines) else []
        left = " " * max(0, (width - spans_width(spans)) // 2)
        return strip_of([(left, Style.null()), *spans], width)
