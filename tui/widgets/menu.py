"""A small numbered list above the bar: completions, or what can be done with an entry.

It is part of the screen and not a screen of its own, so that the keys after the one that opened it act at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.strip import Strip

from tui.theme import style
from tui.widgets.line_widget import LineWidget, frame_row, strip_of
from tui.widgets.typesetting import Span, spans_width

MOST = 9
"""Choices in view at once, as many as there are digits."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a menu."""

    label: Sequence[Span]
    act: Callable[[], None]
    note: Sequence[Span] = ()


class Menu(LineWidget):
    """Choices by digit; closed until something opens it."""

    DEFAULT_CSS = "Menu { layer: overlay; display: none; } Menu.open { display: block; }"

    def __init__(self) -> None:
        super().__init__(id="menu")
        self.title: Sequence[Span] = ()
        self.choices: Sequence[Choice] = ()
        self.zero: Choice | None = None
        """The last choice, where it is taken by the digit 0."""
        self.at = 0

    @property
    def ground(self) -> str:
        """Lighter than what it covers."""
        return self.palette.bar

    @property
    def is_open(self) -> bool:
        """Whether it stands on the screen."""
        return bool(self._all)

    @property
    def _all(self) -> Sequence[Choice]:
        return [*self.choices, *([self.zero] if self.zero else [])]

    def open(
        self, title: Sequence[Span], choices: Sequence[Choice], at: int = 0, zero: Choice | None = None
    ) -> None:
        """Opens with choices, the one at a place selected; `zero` is one more in the last row, taken by 0."""
        self.title, self.choices, self.zero, self.at = title, choices, zero, at
        self.set_class(self.is_open, "open")
        self.refresh(layout=True)

    def close(self) -> None:
        """Closes without a choice."""
        if self.is_open:
            self.open((), ())

    def wanted_height(self, most: int) -> int:
        """Rows it needs, at most those given."""
        return max(1, min(min(len(self.choices), MOST) + (self.zero is not None) + 2, most))

    def take_key(self, key: str, character: str | None) -> bool:
        """Chooses by digit, or by arrows and Enter (or Tab); Esc closes. False for any other key."""
        if character and character.isdecimal():
            self._take_row(int(character) or None)
            return True
        if key in ("up", "down"):
            self.at = (self.at + (1 if key == "down" else -1)) % len(self._all)
            self.refresh()
        elif key in ("enter", "tab"):
            self._take(self._all[self.at])
        elif key == "escape":
            self.close()
        else:
            return False
        return True

    def _take_row(self, digit: int | None) -> None:
        """Takes the choice in the row of a digit, None for that of 0; nothing where there is none."""
        if digit is None:
            found = self.zero
        else:
            place = self._first() + digit - 1
            found = self.choices[place] if digit <= MOST and place < len(self.choices) else None
        if found is not None:
            self._take(found)

    def _take(self, choice: Choice) -> None:
        self.close()
        choice.act()

    def _first(self) -> int:
        """The choice in the first row."""
        rows = self.size.height - 2 - (self.zero is not None) if self.size.height else MOST
        return max(0, min(self.at, len(self.choices) - 1) - min(max(1, rows), MOST) + 1)

    def _is_zeros(self, y: int) -> bool:
        """Whether the choice of 0 stands in a row."""
        return self.zero is not None and y == self.size.height - 2

    def row(self, y: int) -> Strip:
        """One row of the frame."""
        width, height = self.size
        line = style(self.palette.accent)
        if y in (0, height - 1):
            title = self.title if y == 0 else ()
            return strip_of(frame_row(title, (), "╭╮" if y == 0 else "╰╯", width, line), width)
        number = len(self.choices) if self._is_zeros(y) else self._first() + y - 1
        return Strip.join(
            [strip_of([("│", line)], 1), self._choice(y, number, width - 2), strip_of([("│", line)], 1)]
        )

    def _choice(self, digit: int, number: int, width: int) -> Strip:
        if number >= len(self._all) or (number == len(self.choices) and not self._is_zeros(digit)):
            return Strip.blank(width)
        choice, p = self._all[number], self.palette
        here = number == self.at
        spans: list[Span] = [
            ("▌" if here else " ", style(p.accent)),
            (f"{0 if choice is self.zero else digit} ", style(p.accent, bold=True)),
            *choice.label,
        ]
        gap = width - spans_width(spans) - spans_width(choice.note) - 1
        spans += [(" " * max(2, gap), style(p.text)), *choice.note]
        return strip_of(spans, width, style(p.text, background=p.raised) if here else None)

    def on_click(self, event: events.Click) -> None:
        """Takes what was clicked on."""
        if 0 < event.y < self.size.height - 1:
            self._take_row(None if self._is_zeros(event.y) else event.y)
