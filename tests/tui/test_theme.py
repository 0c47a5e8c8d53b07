"""Both palettes can be read: contrast is measured, and departments next to each other differ."""

from __future__ import annotations

import pytest
from textual.color import Color

from tui.theme import PALETTES, Palette


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in Color.parse(colour).normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_words_stand_out_from_every_ground_they_are_drawn_on(palette: Palette) -> None:
    inks = (
        palette.text,
        palette.dim,
        palette.good,
        palette.warn,
        palette.bad,
        palette.accent,
        *palette.departments,
    )
    weak = [
        (ink, ground, round(contrast(ink, ground), 2))
        for ground in (palette.ground, palette.bar, palette.raised)
        for ink in inks
        if contrast(ink, ground) < 4.5
    ]
    assert not weak


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_even_what_is_faint_can_be_read(palette: Palette) -> None:
    assert contrast(palette.faint, palette.ground) >= 3


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_a_department_keeps_its_colour_and_neighbours_have_others(palette: Palette) -> None:
    assert len(set(palette.departments)) == len(palette.departments)
    assert palette.department(1) == palette.department(1 + len(palette.departments))
    assert palette.department(None) == palette.text
