"""The grammar for people: the examples its families carry, and the words of its markers."""

from __future__ import annotations

from collections.abc import Sequence

from models import i18n
from models.capture.examples import SECTIONS, Example
from models.capture.families import FAMILIES
from models.capture.words.lexicon import MARKER
from tui.widgets.typesetting import width

Rows = list[tuple[str, str]]

_WORDS = 3
"""Marker words shown of each kind."""
CELLS = 26
"""So wide is the column of examples; of several lines those are shown that fit, and always the first."""


def grammar() -> list[tuple[str, Rows]]:
    """Headings with what can be typed and what it becomes; forms of the other language are left out."""
    rows: dict[str, Rows] = {section: [] for section in SECTIONS}
    for family in FAMILIES:
        for example in family.examples:
            if shown := _shown(example):
                rows[example.section].append((shown, example.says()))
    return [(SECTIONS[section](), found) for section, found in rows.items() if found]


def _shown(example: Example) -> str:
    if not example.marker:
        return _fitting(example.lines(i18n.current()), "  ")
    row, chinese = MARKER[example.marker], i18n.current() == "zh_CN"
    words = row.zh if chinese else row.en
    return _fitting([word + ("：" if chinese else ":") for word in words[:_WORDS]], " ")


def _fitting(parts: Sequence[str], gap: str) -> str:
    """The parts beside each other, as far as the column reaches."""
    shown = ""
    for part in parts:
        longer = f"{shown}{gap}{part}" if shown else part
        shown = longer if not shown or width(longer) <= CELLS else shown
    return shown
