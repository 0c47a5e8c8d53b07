"""The two palettes, dark and light: each colour has one name, in style sheets and in drawn lines.

Text keeps a contrast of at least 4.5 : 1 against its ground in both (3 : 1 for what is deliberately faint); a test
measures it. Department colours go by the department's number, so that a department looks the same all meeting long.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from typing import Protocol

from rich.style import Style
from textual.theme import Theme


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour, as #rrggbb."""

    ground: str
    """Behind everything."""
    bar: str
    """Behind the header and the footer."""
    raised: str
    """Behind menus and the chosen line."""
    line: str
    """Borders at rest."""
    accent: str
    """Borders and signs of what has the focus."""
    text: str
    dim: str
    """Times, labels and everything that may be overlooked."""
    faint: str
    """What is not there: nobody spoke, nothing was decided."""
    good: str
    warn: str
    bad: str
    departments: tuple[str, ...]

    def department(self, number: int | None) -> str:
        """The colour of a department by its number; text for nobody's."""
        return self.departments[(number - 1) % len(self.departments)] if number else self.text


class Coloured(Protocol):
    """What has a palette in use: the application."""

    @property
    def palette(self) -> Palette:
        """The colours in use."""


DARK = Palette(
    ground="#0f131a",
    bar="#1b2230",
    raised="#25304a",
    line="#36435a",
    accent="#4fc3d9",
    text="#dde3ec",
    dim="#94a3b8",
    faint="#6f7d93",
    good="#6fd08c",
    warn="#f0c14b",
    bad="#ff7a7a",
    departments=(
        "#5fd7e8",
        "#ffa657",
        "#c792ff",
        "#7ee0a0",
        "#ff8fb1",
        "#8fb5ff",
        "#e3d26f",
        "#9fd3c7",
    ),
)

LIGHT = Palette(
    ground="#fbfaf7",
    bar="#e9e6df",
    raised="#d9e6f2",
    line="#b9b4a8",
    accent="#0b6b86",
    text="#1d2430",
    dim="#525d6c",
    faint="#767f8a",
    good="#1a6e38",
    warn="#8a5a00",
    bad="#b3261e",
    departments=(
        "#0b6b86",
        "#a04b00",
        "#7a35b8",
        "#1a6e38",
        "#b0235f",
        "#2a55b5",
        "#6b5d00",
        "#2d6660",
    ),
)

PALETTES = {"dark": DARK, "light": LIGHT}


def themes() -> list[Theme]:
    """Both palettes as Textual themes, named dark and light."""
    return [_theme(name, palette) for name, palette in PALETTES.items()]


def _theme(name: str, p: Palette) -> Theme:
    own = {k: v for k, v in asdict(p).items() if isinstance(v, str)}
    return Theme(
        name=name,
        dark=name == "dark",
        primary=p.accent,
        secondary=p.dim,
        accent=p.accent,
        warning=p.warn,
        error=p.bad,
        success=p.good,
        foreground=p.text,
        background=p.ground,
        surface=p.ground,
        panel=p.bar,
        variables={f"jy-{k}": v for k, v in own.items()},
    )


@cache
def style(colour: str, *, bold: bool = False, background: str | None = None) -> Style:
    """A drawn style, made once."""
    return Style(color=colour, bold=bold or None, bgcolor=background)
