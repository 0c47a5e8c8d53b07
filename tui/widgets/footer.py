"""The last row of a screen: as many keys as there is room for, or what was just said in their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.strip import Strip

from tui.keys import Command
from tui.result import Result
from tui.theme import Palette, style
from tui.widgets.line_widget import StatusRow, strip_of
from tui.widgets.typesetting import Paragraph, Span, width

_Hint = tuple[str, str]
"""Keys and their words."""


_MOST = 4
"""Rows a message may take."""


class Footer(StatusRow):
    """The keys of a screen in one row; a message stands in their place until the next key, on as many as it takes."""

    def __init__(self, commands: Iterable[Command] = ()) -> None:
        super().__init__("footer")
        self._commands: Sequence[Command] = tuple(commands)
        self.said: Result | None = None
        """What stands in the keys' place."""
        self._rows: list[list[Span]] = []

    def show_keys(self, commands: Iterable[Command]) -> None:
        """Shows the keys of other commands."""
        if (shown := tuple(commands)) != self._commands:
            self._commands = shown
            self.refresh()

    def say(self, result: Result) -> None:
        """Shows what came of something, if there are words for it."""
        if result.words:
            self.said = result
            self.refresh()

    def hush(self) -> None:
        """Takes the message away: the keys are shown again."""
        if self.said is not None:
            self.said = None
            self.refresh()

    def wanted_height(self, width: int) -> int:
        """The rows it needs at a width."""
        return len(self._message(width)) if self.said is not None else 1

    def _message(self, width: int) -> list[list[Span]]:
        """The message in rows."""
        assert self.said is not None
        sign, words = message(self.said, self.palette)
        return Paragraph([words], [sign]).first_lines(max(8, width - 1), _MOST)

    def prepare(self) -> None:
        """The message, else the keys that fit."""
        width = self.size.width
        self._rows = (
            [key_line(self._commands, self.palette, width)] if self.said is None else self._message(width)
        )

    def row(self, y: int) -> Strip:
        """One row of the message, or the keys."""
        return strip_of(self._rows[y] if y < len(self._rows) else [], self.size.width)


def message(result: Result, palette: Palette) -> list[Span]:
    """What came of something in words, with a sign before it: ✓ done, ✗ not done."""
    sign: Span = (" ✓ ", style(palette.good)) if result.ok else (" ✗ ", style(palette.bad))
    return [sign, (result.words, style(palette.text))]


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
