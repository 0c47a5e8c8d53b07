"""The line of keys at the foot of a screen: as many as there is room for, the last one always."""

from __future__ import annotations

from collections.abc import Iterable

from tui.keys import Command
from tui.theme import Palette, style
from tui.widgets.cells import Span, width

_Hint = tuple[str, str]
"""Keys and their words."""


def key_line(commands: Iterable[Command], palette: Palette, cells: int) -> list[Span]:
    """Keys and their words, the most wanted first; commands of one rank share a label, the last is never dropped."""
    ranks: dict[int, list[Command]] = {}
    for command in sorted((c for c in commands if c.rank and c.keys), key=lambda c: c.rank):
        ranks.setdefault(command.rank, []).append(command)
    hints = [
        ("/".join(c.key_label for c in same), same[0].together or same[0].label) for same in ranks.values()
    ]
    spans: list[Span] = [(" ", style(palette.text))]
    for keys, label in _fitting(hints, cells - 1):
        spans += [(keys, style(palette.text, bold=True)), (f" {label}  ", style(palette.dim))]
    return spans


def _fitting(hints: list[_Hint], cells: int) -> list[_Hint]:
    *others, last = hints
    room, kept = cells - _width(last), []
    for hint in others:
        room -= _width(hint)
        if room < 0:
            break
        kept.append(hint)
    return [*kept, last]


def _width(hint: _Hint) -> int:
    return width(hint[0]) + width(hint[1]) + 3
