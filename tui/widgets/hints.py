"""The line of keys at the foot of a screen: as many as there is room for, help always the last."""

from __future__ import annotations

from collections.abc import Iterable

from tui.keys import Command
from tui.theme import Palette, style
from tui.widgets.cells import Span, width


def key_line(commands: Iterable[Command], palette: Palette, cells: int) -> list[Span]:
    """Keys and their words, the most wanted first, as far as they fit."""
    shown = sorted((c for c in commands if c.rank and c.keys), key=lambda c: c.rank)
    last = [c for c in shown if c.id == "app.help"]
    room = cells - 1 - sum(_width(c) for c in last)
    spans: list[Span] = [(" ", style(palette.text))]
    for command in shown:
        if command in last:
            continue
        if _width(command) > room:
            break
        room -= _width(command)
        spans += _key(command, palette)
    return [*spans, *(span for c in last for span in _key(c, palette))]


def _key(command: Command, palette: Palette) -> list[Span]:
    bold = style(palette.text, bold=True)
    return [(command.key_label, bold), (f" {command.label}  ", style(palette.dim))]


def _width(command: Command) -> int:
    return width(command.key_label) + width(command.label) + 3
