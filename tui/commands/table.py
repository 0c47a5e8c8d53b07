"""Answers for people in a shell: columns that stay aligned with Chinese in them, whatever was typed into the cells."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence

from models.lazy import lazily
from models.text import shown

with lazily:
    from tui.widgets import typesetting

GAP = "  "
_NARROWEST = 24
"""Cells of the last column, however narrow the terminal is."""


def table(rows: Iterable[Sequence[object]], heads: Sequence[str] = (), indent: str = "") -> str:
    """Lines of aligned columns, empty ones left out; on a terminal the last one is broken where the line would end."""
    lines = [[shown(str(cell)) for cell in row] for row in rows]
    filled = [number for number, column in enumerate(zip(*lines, strict=True)) if any(column)]
    if heads and lines:
        lines.insert(0, list(heads))
    lines = [[line[number] for number in filled] for line in lines]
    widths = [max(map(typesetting.width, column)) for column in zip(*lines, strict=True)][:-1]
    left = len(indent) + sum(widths) + len(GAP) * len(widths)

    def set_line(cells: Sequence[str]) -> str:
        padded = [
            cell + " " * (wide - typesetting.width(cell)) for cell, wide in zip(cells, widths, strict=False)
        ]
        return (indent + GAP.join([*padded, _broken(cells[-1], left)])).rstrip()

    return "\n".join(map(set_line, filter(None, lines)))


def _broken(text: str, left: int) -> str:
    """The text as lines that go on `left` cells from the edge of the terminal; as it is where there is none."""
    if sys.stdout is None or not sys.stdout.isatty():
        return text
    room = max(_NARROWEST, shutil.get_terminal_size().columns - left)
    return ("\n" + " " * left).join(text[start:end].strip() for start, end in typesetting.lines(text, room))


def fields(pairs: Iterable[tuple[str, object]], indent: str = "") -> str:
    """Names and values below each other, those without a value left out."""
    return table(((name, value) for name, value in pairs if value not in (None, "")), indent=indent)


def day(moment: str | None) -> str:
    """A moment as people read it in a list: 2026-09-16 14:00."""
    return (moment or "").replace("T", " ")[:16]
