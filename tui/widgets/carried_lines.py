"""An action or open issue of an earlier meeting as a line: its number there, who, what, by when, and how it slipped."""

from __future__ import annotations

from models.i18n import _
from models.series import Carried
from models.wording import brief_day
from tui.widgets.entry_lines import Ink
from tui.widgets.typesetting import Paragraph, Span, tied, width


def carried_line(ink: Ink, one: Carried) -> Paragraph:
    """One item; what is done is dim and ticked."""
    sign: Span = ("○ ", ink.warn) if one.is_open else ("✓ ", ink.good)
    lead: list[Span] = [sign, (one.code + " ", ink.accent if one.is_open else ink.dim)]
    look = ink.text if one.is_open else ink.dim
    spans: list[Span] = [(tied(one.owner) + " ", ink.strong if one.is_open else ink.dim)] if one.owner else []
    spans.append((one.text, look))
    spans += [(" " + tied(words), kind) for words, kind in _times(ink, one)]
    return Paragraph(spans, lead, 3 + width(one.code))


def _times(ink: Ink, one: Carried) -> list[Span]:
    if not one.is_open:
        return []
    found: list[Span] = [(brief_day(one.due), ink.dim)] if one.due else []
    if one.slips and one.first_due:
        found.append((_("(first {day})").format(day=brief_day(one.first_due)), ink.warn))
    return [*found, (one.reason, ink.dim)] if one.reason else found
