"""A framed text to be read and scrolled, not chosen from."""

from __future__ import annotations

from collections.abc import Sequence

from tui.widgets.list_pane import ListPane
from tui.widgets.typesetting import Paragraph, Span


class ReadingPane(ListPane):
    """Paragraphs one below the other; only those in view are laid out."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._paragraphs: Sequence[Paragraph] = ()

    def read(self, paragraphs: Sequence[Paragraph], title: Sequence[Span] = ()) -> None:
        """Shows another text under another title, from where one was."""
        self._paragraphs = paragraphs
        self.title = title
        self.fill([f"-{n}" for n in range(len(paragraphs))])
        self.refresh()

    def draw(self, key: str) -> list[Paragraph]:
        """One paragraph."""
        return [self._paragraphs[int(key[1:])]]

    def read_on(self, step: int, *, page: bool = False) -> None:
        """By lines, or by pages of which two lines stay in view."""
        self.scroll_lines(step * max(1, self.inner[1] - 2) if page else step)
