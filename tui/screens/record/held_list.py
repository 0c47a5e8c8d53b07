"""The lines that are not stored, above the bar: each with its reason, the last one nearest to where one types."""

from __future__ import annotations

from collections.abc import Callable

from rich.style import Style
from textual.strip import Strip

from models.held import HeldLines
from models.i18n import _, ngettext
from models.store.held import HeldLine
from models.text import shown
from tui.theme import style
from tui.widgets.line_widget import LineWidget, strip_of
from tui.widgets.typesetting import Span, fit, width

_MOST = 4
"""Rows in view, the heading among them."""
_LOW = 30
"""Rows of a screen on which there is one less."""


class HeldList(LineWidget):
    """Draws the last of the lines; of more it says how many there are."""

    def __init__(self, key_of: Callable[[str], str]) -> None:
        super().__init__(id="held")
        self._key_of = key_of
        self._lines: tuple[HeldLine, ...] = ()
        self._kept = True

    @property
    def ground(self) -> str:
        """The colour of what stands over the panes."""
        return self.palette.bar

    def wanted_height(self, rows: int) -> int:
        """The rows it needs on a screen of so many."""
        most = _MOST - (rows < _LOW)
        return min(most, 1 + len(self._lines)) if self._lines else 0

    def show(self, held: HeldLines) -> bool:
        """Shows the lines; whether it needs other rows than before."""
        if (held.lines, held.is_kept) == (self._lines, self._kept):
            return False
        before, self._lines, self._kept = len(self._lines), held.lines, held.is_kept
        self.refresh()
        return before != len(self._lines)

    def row(self, y: int) -> Strip:
        """The heading, or one of the last lines."""
        if y == 0:
            return strip_of(self._heading(), self.size.width)
        shown_lines = self._lines[-(self.size.height - 1) :]
        return strip_of(self._line(shown_lines[y - 1]) if y <= len(shown_lines) else [], self.size.width)

    def _heading(self) -> list[Span]:
        p = self.palette
        count = ngettext("{n} line not stored", "{n} lines not stored", len(self._lines))
        spans: list[Span] = [(" ⚠ " + count.format(n=len(self._lines)), style(p.warn, bold=True))]
        if not self._kept:
            spans.append(("  " + _("kept nowhere: leaving loses them"), style(p.bad, bold=True)))
        keys = _("{up} takes the last one back · {delete} drops it")
        words = keys.format(up=self._key_of("record.take_back"), delete=self._key_of("record.delete"))
        return [*spans, ("  " + words, style(p.dim))]

    def _line(self, line: HeldLine) -> list[Span]:
        p, room = self.palette, self.size.width
        sign, look = self._sign(line)
        reason = fit(shown(self._reason(line)), room * 2 // 5)
        text = fit(shown(line.text), room - width(sign) - width(reason) - 4)
        return [(f" {sign} ", look), (text, style(p.text)), (f"  {reason}", style(p.dim))]

    def _reason(self, line: HeldLine) -> str:
        """Why it is not stored: a line that waits behind another waits for the same."""
        before = (one.reason for one in self._lines if one.reason and not one.asks)
        return line.reason or next(before, "") or _("goes in now")

    def _sign(self, line: HeldLine) -> tuple[str, Style]:
        """Whether it goes in by itself."""
        return ("?", style(self.palette.bad)) if line.asks else ("…", style(self.palette.warn))
