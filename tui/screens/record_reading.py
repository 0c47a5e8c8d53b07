"""How a line will be understood, drawn; and what Tab offers to complete it with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models import capture
from models.minutes import Minutes
from tui.theme import Palette, style
from tui.widgets.cells import Span
from tui.widgets.entry_lines import Ink
from tui.widgets.menu import Choice

if TYPE_CHECKING:
    from models.capture.parsed import Reading
    from tui.screens.record import RecordScreen


def described(reading: Reading, minutes: Minutes, palette: Palette) -> list[Span]:
    """A reading as words in the colours of the panes."""
    ink = Ink(palette, minutes)
    spans: list[Span] = []
    for n, item in enumerate(reading.items):
        if n:
            spans.append((" ┆ ", ink.dim))
        spans += [(text, style(palette.text)) for text, _role in capture.describe(item)]
    return spans


def completions(screen: RecordScreen) -> list[Choice]:
    """The choices for what stands left of the cursor."""
    return []
