"""How a line will be understood, drawn; and what Tab offers to complete it with.

The grammar is loaded with the first key: the frame stands without it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from rich.style import Style

from models.i18n import ngettext
from models.lazy import lazily
from tui.screens.record.session import RecordSession
from tui.theme import Palette, style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.entry_lines import Ink
from tui.widgets.menu import Choice
from tui.widgets.typesetting import Span, fit, spans_width, width

with lazily:
    from models.capture import description, reading
    from models.capture.named import newcomers

if TYPE_CHECKING:
    from models.capture.description import Segment
    from models.capture.line import Context
    from models.capture.values import Reading
    from models.minutes import Minutes

_LEAST = 10
"""Cells a text keeps however much stands beside it."""


def described(
    reading: Reading, minutes: Minutes, palette: Palette, cells: int, context: Context | None = None
) -> list[Span]:
    """A reading in the colours of the panes; where room is short the words give way, not owner and date.

    Against a context it says who would join the meeting.
    """
    ink, between = Ink(palette, minutes), [description.Segment("┆", "between")]
    new = newcomers.newcomers(reading.items, context) if context is not None else []
    parts = [
        part for n, item in enumerate(reading.items) for part in between[:n] + description.describe(item, new)
    ]
    free = [part.text for part in parts if part.role == "text"]
    if _room(ink, parts, free, cells) < _LEAST:
        # Who else may have been meant gives way before owner and date do.
        parts = [part for part in parts if part.role != "near"]
    room = _room(ink, parts, free, cells)
    if any(width(text) > room for text in free):
        parts = [_shortened(part, max(_LEAST, room)) for part in parts]
    return _spans(ink, parts)


def _room(ink: Ink, parts: list[Segment], free: list[str], cells: int) -> int:
    """The cells that are left for each text beside everything else."""
    fixed = spans_width(_spans(ink, parts)) - sum(width(text) for text in free)
    return (cells - fixed) // max(1, len(free))


def _shortened(part: Segment, room: int) -> Segment:
    return replace(part, text=fit(part.text, room)) if part.role == "text" else part


def _spans(ink: Ink, parts: list[Segment]) -> list[Span]:
    spans: list[Span] = []
    before = "between"
    for part in parts:
        if spans:
            new_group = part.role in ("dim", "label") and before not in ("between", "dim")
            spans.append((" · " if new_group else " ", ink.faint))
        spans.append((part.text, _style(ink, part)))
        before = part.role
    return spans


def _style(ink: Ink, part: Segment) -> Style:
    if part.department:
        department = next((d for d in ink.minutes.departments if d.name == part.department), None)
        return ink.of(department) if department else ink.accent
    return {
        "label": ink.strong,
        "due": ink.strong,
        "person": ink.accent,
        "warning": ink.warn,
        "near": ink.warn,
        "dim": ink.dim,
        "between": ink.faint,
    }.get(part.role, style(ink.palette.text))


def described_all(session: RecordSession, line: str, palette: Palette, cells: int) -> list[list[Span]]:
    """How a line will be understood, the best way first, each in about so many cells; of several how many they are."""
    lines = [one for one in line.split("\n") if one.strip()]
    if len(lines) > 1:
        return [[(lines_waiting(len(lines)), style(palette.text))]]
    return reading.unless_broken(
        lambda: [
            described(found, session.minutes, palette, cells, session.recorder.context)
            for found in session.readings(line)
        ],
        [],
    )


def lines_waiting(count: int) -> str:
    """What pasted lines will be."""
    words = ngettext("{n} line, each an entry of its own", "{n} lines, each an entry of its own", count)
    return words.format(n=count)


def completions(session: RecordSession, bar: CaptureBar, palette: Palette) -> list[Choice]:
    """The choices for what stands left of the cursor, the best first."""
    ink = Ink(palette, session.minutes)
    found = session.recorder.complete(bar.text, bar.editor.cursor)
    return [
        Choice(
            [(fit(one.label, 40), ink.text)],
            partial(bar.replace, one.start, one.end, one.replacement),
            [(fit(one.hint, 30), ink.dim)],
        )
        for one in found
    ]
