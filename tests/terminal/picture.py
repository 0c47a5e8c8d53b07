"""Draws a pyte screen as a picture, so that a person can look at what the program showed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyte
from PIL import Image, ImageDraw, ImageFont
from pyte.screens import Char
from wcwidth import wcwidth

INK, PAPER = "#d8d8d8", "#101010"
ANSI = {
    "black": "000000",
    "red": "cd3131",
    "green": "0dbc79",
    "brown": "e5e510",
    "blue": "2472c8",
    "magenta": "bc3fbc",
    "cyan": "11a8cd",
    "white": "e5e5e5",
    "brightblack": "666666",
    "brightred": "f14c4c",
    "brightgreen": "23d18b",
    "brightbrown": "f5f543",
    "brightblue": "3b8eea",
    "brightmagenta": "d670d6",
    "brightcyan": "29b8db",
    "brightwhite": "ffffff",
}
FONTS = [
    ("DejaVuSansMono.ttf", 0),
    ("NotoSansCJK-Regular.ttc", 7),
    ("NotoSansCJK-Regular.ttc", 2),
    ("NotoSansMono-Regular.ttf", 0),
    ("Menlo.ttc", 0),
    ("PingFang.ttc", 0),
]
"""File and face: a narrow one first, then one that has Chinese; looked for where the system keeps its fonts."""


@dataclass(frozen=True)
class Cells:
    """The grid in pixels, and the fonts that fill it."""

    narrow: ImageFont.FreeTypeFont
    wide: ImageFont.FreeTypeFont
    width: int
    height: int
    ascent: int


def draw(screen: pyte.Screen, path: str | Path, size: int = 18) -> None:
    """Writes the screen as a PNG; `size` is the height of its letters in pixels. OSError when no font is found."""
    cells = _cells(size)
    image = Image.new("RGB", (cells.width * screen.columns, cells.height * screen.lines), PAPER)
    canvas = ImageDraw.Draw(image)
    for y in range(screen.lines):
        for x in range(screen.columns):
            if screen.buffer[y][x].data:
                _draw_cell(canvas, cells, x, y, screen.buffer[y][x])
    if not screen.cursor.hidden:
        left, top = screen.cursor.x * cells.width, screen.cursor.y * cells.height
        canvas.rectangle([left, top, left + 1, top + cells.height - 1], fill="#ffffff")
    image.save(path)


def _cells(size: int) -> Cells:
    fonts = list(_fonts(size))
    if not fonts:
        raise OSError("no monospace font found (Debian: fonts-dejavu-core fonts-noto-cjk)")
    narrow, wide = fonts[0], fonts[min(1, len(fonts) - 1)]
    width = max(round(narrow.getlength("M")), (int(wide.getlength("中")) + 1) // 2)
    ascent, descent = narrow.getmetrics()
    return Cells(narrow, wide, width, ascent + descent, ascent)


def _fonts(size: int) -> Iterator[ImageFont.FreeTypeFont]:
    for name, face in FONTS:
        try:
            yield ImageFont.truetype(name, size, index=face)
        except OSError:
            continue


def _draw_cell(canvas: ImageDraw.ImageDraw, cells: Cells, x: int, y: int, cell: Char) -> None:
    ink, paper = _colour(cell.fg, INK), _colour(cell.bg, PAPER)
    if cell.reverse:
        ink, paper = paper, ink
    double = wcwidth(cell.data[0]) == 2
    left, top = x * cells.width, y * cells.height
    right, bottom = left + cells.width * (2 if double else 1), top + cells.height
    canvas.rectangle([left, top, right - 1, bottom - 1], fill=paper)
    if cell.data.strip():
        font = cells.wide if double else cells.narrow
        for shift in (0.0, 0.6) if cell.bold else (0.0,):
            canvas.text((left + shift, top + cells.ascent), cell.data, font=font, fill=ink, anchor="ls")
    if cell.underscore:
        canvas.line([left, bottom - 2, right, bottom - 2], fill=ink)


def _colour(name: str, default: str) -> str:
    code = ANSI.get(name, name)
    return f"#{code}" if name != "default" and len(code) == 6 else default
