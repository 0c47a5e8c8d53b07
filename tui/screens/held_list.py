"""The lines that are not stored, above the bar, the last one nearest to where one types.

What they wait for stands once, in the heading; what one asks stands with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.strip import Strip

from models.i18n import _, ngettext
from models.text import shown
from tui.theme import Palette, style
from tui.widgets.line_widget import LineWidget, strip_of
from tui.widgets.typesetting import Span, fit, spans_width, width

if TYPE_CHECKING:
    from models.held import HeldLines
    from models.store.held import HeldLine

_MOST = 4
"""Rows in view, the heading among them."""
_AROUND = 4
"""Cells of a row beside its words: the sign before them, one free behind."""
_LOW = 30
"""Rows of a screen on which there is one less."""


class HeldList(LineWidget):
    """Draws the last of the lines; of more it says how many there are."""

    def __init__(self, hint: str = "") -> None:
        super().__init__(id="held")
        self._hint = hint
        """What can be done about the lines, and by which keys."""
        self._lines: tuple[HeldLine, ...] = ()
        self._kept = True
        self._stored = 0

    @property
    def ground(self) -> str:
        """The colour of what stands over the panes."""
        return self.palette.bar

    def wanted_height(self, size: Size) -> int:
        """The rows it needs on a screen of this size."""
        most = _MOST - (size.height < _LOW)
        return 1 + len(self._rows(size.width, most - 1)) if self._lines else 0

    def is_behind(self, held: HeldLines) -> bool:
        """Whether other lines are held than it shows."""
        return (held.lines, held.is_kept) != (self._lines, self._kept)

    def has_missed(self, held: HeldLines) -> bool:
        """Whether lines were stored since it last showed them, by whatever screen."""
        return held.stored > self._stored

    def show(self, held: HeldLines) -> bool:
        """Shows the lines; whether it may need other rows than before."""
        if not self.is_behind(held):
            return False
        self._lines, self._kept, self._stored = held.lines, held.is_kept, held.stored
        self.refresh()
        return True

    def row(self, y: int) -> Strip:
        """The heading, or one of the last rows."""
        if y == 0:
            return strip_of(self._heading(), self.size.width)
        rows = self._rows(self.size.width, self.size.height - 1)
        return strip_of(rows[y - 1] if y <= len(rows) else [], self.size.width)

    def _heading(self) -> list[Span]:
        """How many there are, why those that wait do, and the keys."""
        p, room = self.palette, self.size.width
        count = ngettext("{n} line not stored", "{n} lines not stored", len(self._lines))
        spans: list[Span] = [(" ⚠ " + count.format(n=len(self._lines)), style(p.warn, bold=True))]
        if not self._kept:
            spans.append(("  " + _("kept nowhere: leaving loses them"), style(p.bad, bold=True)))
        if reason := self._waits_for():
            spans.append((f"  {shown(reason)}", style(p.text)))
        fits = spans_width(spans) + 2 + width(self._hint) <= room
        return [*spans, ("  " + self._hint, style(p.dim))] if fits else spans

    def _waits_for(self) -> str:
        """Why lines wait, in words; nothing where none does."""
        if all(line.asks for line in self._lines):
            return ""
        before = (one.reason for one in self._lines if one.reason and not one.asks)
        return next(before, "") or _("goes in now")

    def _rows(self, room: int, most: int) -> list[list[Span]]:
        """The last lines, as many as there are rows for them whole."""
        rows: list[list[Span]] = []
        for line in reversed(self._lines[-most:]):
            of_line = self._rows_of(line, room)
            if len(rows) + len(of_line) > most:
                break
            rows = [*of_line, *rows]
        return rows

    def _rows_of(self, line: HeldLine, room: int) -> list[list[Span]]:
        """A line on a row; what it asks stands behind it, below it where it has no room there."""
        sign, look = sign_of_held(line, self.palette)
        text, reason = shown(line.words), shown(line.reason) if line.asks else ""
        words: list[Span] = [(f" {sign}", look), (fit(text, room - _AROUND), style(self.palette.text))]
        if not reason:
            return [words]
        if _AROUND + width(text) + 2 + width(reason) <= room:
            return [[*words, (f"  {reason}", style(self.palette.dim))]]
        return [words, [(" " * 3, look), (fit(reason, room - _AROUND), style(self.palette.dim))]]


def sign_of_held(line: HeldLine, palette: Palette) -> Span:
    """The sign of a line that is held: whether it goes in by itself, or asks."""
    return ("? ", style(palette.bad)) if line.asks else ("… ", style(palette.warn))
