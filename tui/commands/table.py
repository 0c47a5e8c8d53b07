"""Answers for people in a shell: columns that stay aligned with Chinese in them, whatever was typed into the cells."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence

GAP = "  "


def table(rows: Iterable[Sequence[object]], heads: Sequence[str] = ()) -> str:
    """Lines of aligned columns, empty ones left out; on a terminal the last is cut where the line would break."""
    from tui.widgets.cells import fit, shown, width

    lines = [[shown(str(cell)) for cell in row] for row in rows]
    filled = [number for number, column in enumerate(zip(*lines, strict=True)) if any(column)]
    if heads and lines:
        lines.insert(0, list(heads))
    lines = [[line[number] for number in filled] for line in lines]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    room = max(20, shutil.get_terminal_size().columns - sum(widths[:-1]) - len(GAP) * (len(widths) - 1))

    def set_line(cells: Sequence[str]) -> str:
        padded = [cell + " " * (wide - width(cell)) for cell, wide in zip(cells, widths, strict=True)]
        last = fit(cells[-1], room) if sys.stdout.isatty() else cells[-1]
        return GAP.join([*padded[:-1], last]).rstrip()

    return "\n".join(map(set_line, lines))


def fields(pairs: Iterable[tuple[str, object]], indent: str = "") -> str:
    """Names and values below each other, those without a value left out."""
    given = [(f"{indent}{name}", value) for name, value in pairs if value not in (None, "")]
    return table(given)


def day(moment: str | None) -> str:
    """A moment as people read it in a list: 2026-09-16 14:00."""
    return (moment or "").replace("T", " ")[:16]
