"""Words of the recap as they look wherever they are shown: sentences to be read aloud, and signs of findings."""

from __future__ import annotations

from rich.style import Style

from models.findings import Finding, Severity
from models.recap import Words
from tui.theme import Palette, style
from tui.widgets.typesetting import Span, tied, width

_TIED = 20
"""Cells of a name or date that is not broken."""


def aloud(words: Words, plain: Style, strong: Style) -> list[Span]:
    """A sentence with what matters set off, names and dates kept on one line where they are not too long."""
    return [
        (
            tied(span.text) if span.strong and width(span.text) <= _TIED else span.text,
            strong if span.strong else plain,
        )
        for span in words
    ]


def sign_of(finding: Finding, palette: Palette) -> Span:
    """The sign of a finding in the colour of its severity; hard and soft differ in shape, too."""
    hard = finding.severity is Severity.HARD
    return ("✗ ", style(palette.bad)) if hard else ("⚠ ", style(palette.warn))
