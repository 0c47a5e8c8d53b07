"""The bar in which everything is typed.

Textual's own inputs drop characters, lose lines of a paste and let keys overtake each other, so this is an editor of
its own: each key acts before it returns, and what was typed leaves the bar only when it has been accepted.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from models.text import shown
from tui.result import Result
from tui.theme import style
from tui.widgets import typesetting
from tui.widgets.editor import Editor
from tui.widgets.line_widget import LineWidget, frame_row, strip_of
from tui.widgets.typesetting import Span

MAX_ROWS = 3
"""Rows of text in view; longer text scrolls."""
_MOST_SAID = 6
"""Rows of a message in view."""
_SETTLE = 0.5
"""Seconds after emptying the bar in which Backspace does not yet mean the speaker."""

Reader = Callable[[str, int], Sequence[Sequence[Span]]]
"""How a line will be understood, the best way first, each in about so many cells."""


def unread(_line: str, _cells: int) -> Sequence[Sequence[Span]]:
    """For a bar in which something else is typed than lines of a meeting."""
    return ()


class CaptureBar(LineWidget, can_focus=True):
    """A line being typed, with its reading above it and the speaker before it."""

    class Resized(Message):
        """The bar needs another number of rows."""

    class SpeakerEnded(Message):
        """Backspace was pressed twice in the empty bar."""

    def __init__(self, read: Reader = unread, monotonic: Callable[[], float] = time.monotonic) -> None:
        super().__init__(id="bar")
        self.editor = Editor()
        self.prompt: Sequence[Span] = ()
        self.title: Sequence[Span] = ()
        self.hints: Sequence[Span] = ()
        self.empty_hint: Sequence[Span] = ()
        self.message: Sequence[Span] = ()
        """Stands in place of the reading until the next key changes the text."""
        self._said: Result | None = None
        self.choice = 0
        """Which reading is taken."""
        self._read = read
        self._monotonic = monotonic
        self._readings: tuple[str, Sequence[Sequence[Span]]] = ("", ())
        self._emptied_at = 0.0
        self._presses = 0
        self._height = 4
        self._first_row = 0
        self._rows: list[list[Span]] = []

    # -- text -----------------------------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """What stands in the bar."""
        return self.editor.text

    def split(self) -> tuple[str, str]:
        """What stands before the cursor and what stands behind it."""
        return self.text[: self.editor.cursor], self.text[self.editor.cursor :]

    def put(self, text: str, cursor: int | None = None) -> None:
        """Another text with nothing to undo."""
        self.editor.reset(text, cursor)
        self._changed()

    def dress(
        self,
        *,
        prompt: Sequence[Span],
        title: Sequence[Span],
        hints: Sequence[Span] = (),
        empty_hint: Sequence[Span] = (),
    ) -> None:
        """Sets the words before the text, in the frame's upper and lower edge, and where nothing is typed."""
        new = (prompt, title, hints, empty_hint)
        if new != (self.prompt, self.title, self.hints, self.empty_hint):
            self.prompt, self.title, self.hints, self.empty_hint = new
            self.refresh()

    def say(self, result: Result) -> None:
        """Shows what came of something, if there are words for it, in place of the reading until the text changes."""
        if result.words:
            p = self.palette
            sign: Span = ("✓ ", style(p.good)) if result.ok else ("✗ ", style(p.bad))
            self.message = [sign, (result.words, style(p.text if result.ok else p.bad))]
            self._said = result
            self._moved()

    @property
    def said(self) -> Result | None:
        """What the message says came of something."""
        return self._said if self.message else None

    def insert(self, text: str, *, alone: bool = False) -> None:
        """Text at the cursor."""
        self.editor.insert(text, alone=alone)
        self._changed()

    def replace(self, start: int, end: int, text: str) -> None:
        """Text in place of a range."""
        self.editor.replace(start, end, text)
        self._changed()

    def clear(self) -> None:
        """Empties the bar; undo brings the text back."""
        if self.editor.clear():
            self._changed()

    def undo(self) -> bool:
        """One step of typing back."""
        return self._changed_if(self.editor.undo())

    def redo(self) -> bool:
        """One undone step of typing again."""
        return self._changed_if(self.editor.redo())

    def _changed_if(self, did: bool) -> bool:
        if did:
            self._changed()
        return did

    def _changed(self) -> None:
        if not self.editor.text:
            self._emptied_at = self._monotonic()
        self._presses = 0
        self.choice = 0
        self.message = ()
        self._moved()

    def _moved(self) -> None:
        if self.wanted_height(self.size.width) != self._height:
            self._height = self.wanted_height(self.size.width)
            self.post_message(self.Resized())
        self.refresh()

    # -- keys -----------------------------------------------------------------------------------------------------

    def take_key(self, event: events.Key) -> bool:
        """Gives a key to the text: it types or edits; False leaves the key to others."""
        if text := typed(event):
            self.insert(text)
            return True
        if edit := _EDITS.get(event.key):
            if edit(self.editor):
                self._changed()
            elif event.key == "backspace":
                self._backspace_in_empty()
            return bool(self.text) or event.key == "backspace"
        if (move := _MOVES.get(event.key)) and self.text:
            move(self.editor)
            self._moved()
            return True
        return bool(self.text) and self._take_row_key(event.key)

    def _take_row_key(self, key: str) -> bool:
        width = self._text_width(self.size.width)
        if key in ("up", "down"):
            if not self.editor.vertical(width, -1 if key == "up" else 1):
                (self.editor.start if key == "up" else self.editor.end)()
        elif key == "home":
            self.editor.row_start(width)
        elif key == "end":
            self.editor.row_end(width)
        else:
            return False
        self._moved()
        return True

    def _backspace_in_empty(self) -> None:
        if self.text or self._monotonic() - self._emptied_at < _SETTLE:
            return
        self._presses += 1
        if self._presses == 2:
            self._presses = 0
            self.post_message(self.SpeakerEnded())

    # -- layout ---------------------------------------------------------------------------------------------------

    def _text_width(self, width: int) -> int:
        return max(8, width - 5 - typesetting.spans_width(self.prompt))

    def wanted_height(self, width: int) -> int:
        """Rows it needs at a width: frame, reading, and up to three rows of text."""
        return 2 + self._above(width) + min(MAX_ROWS, len(self.editor.rows(self._text_width(width))))

    def _above(self, width: int) -> int:
        """Rows between the frame and the text: one for the reading, more for a long message."""
        return len(self._message_rows(width)) if self.message else 1

    def _message_rows(self, width: int) -> list[list[Span]]:
        return typesetting.Paragraph(self.message).first_lines(max(8, width - 4), _MOST_SAID)

    def caret(self) -> Offset | None:
        """The caret's cell on the terminal; None while the bar has no place."""
        region = self.region
        return region.offset + self.caret_cell() if region.area else None

    def caret_cell(self) -> Offset:
        """Where the caret stands in the widget."""
        width = self._text_width(self.size.width)
        row, cell = self.editor.place(width)
        self._keep_in_view(row)
        x = 2 + typesetting.spans_width(self.prompt) + min(cell, width)
        return Offset(x, 1 + self._above(self.size.width) + row - self._first_row)

    def _keep_in_view(self, row: int) -> None:
        room = max(1, self.size.height - 2 - self._above(self.size.width))
        count = len(self.editor.rows(self._text_width(self.size.width)))
        first = min(self._first_row, max(0, count - room))
        self._first_row = max(row - room + 1, min(first, row))

    # -- drawing --------------------------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Reading, then the rows of text in view."""
        width = self._text_width(self.size.width)
        row, cell = self.editor.place(width)
        self._keep_in_view(row)
        ranges = self.editor.rows(width)
        room = max(1, self.size.height - 2 - self._above(self.size.width))
        self._rows = self._upper_rows()
        for number in range(self._first_row, min(len(ranges), self._first_row + room)):
            spans = self._text_row(ranges[number], cell if number == row else None)
            self._rows.append([*self._lead(number), *spans])

    def row(self, y: int) -> Strip:
        """One row of the frame."""
        width, height = self.size
        line = style(self.palette.accent if self.has_focus else self.palette.line)
        if y == 0:
            return strip_of(frame_row(self.title, (), "╭╮", width, line), width)
        if y == height - 1:
            return strip_of(frame_row((), self.hints, "╰╯", width, line), width)
        inside = self._rows[y - 1] if y <= len(self._rows) else []
        return Strip.join(
            [strip_of([("│ ", line)], 2), strip_of(inside, width - 3), strip_of([("│", line)], 1)]
        )

    def _lead(self, number: int) -> list[Span]:
        wide = typesetting.spans_width(self.prompt)
        return list(self.prompt) if number == 0 else [(" " * wide, style(self.palette.text))]

    def _text_row(self, span: tuple[int, int], caret: int | None) -> list[Span]:
        text = self.text[slice(*span)]
        plain = style(self.palette.text)
        if caret is None:
            return [(shown(text), plain)]
        at = self.editor.cursor
        end = typesetting.after(self.text, at) if at < span[1] else at
        under = shown(self.text[at:end]) or " "
        block = style(self.palette.ground, background=self.palette.text)
        before, behind = shown(self.text[span[0] : at]), shown(self.text[end : span[1]])
        return [(before, plain), (under, block), (behind, plain)]

    def _upper_rows(self) -> list[list[Span]]:
        if self.message:
            return self._message_rows(self.size.width)
        return [self._reading_row()]

    def _reading_row(self) -> list[Span]:
        if not self.text.strip():
            return list(self.empty_hint)
        readings = self.readings()
        if not readings:
            return []
        count = f"  {self.choice + 1}/{len(readings)}" if self.choice else ""
        arrow: Span = ("→ ", style(self.palette.dim))
        return [arrow, *readings[self.choice % len(readings)], (count, style(self.palette.dim))]

    def readings(self) -> Sequence[Sequence[Span]]:
        """How what stands in the bar can be understood."""
        room = self.size.width - 10
        key = f"{self.palette.ground} {room} {self.text}"
        if self._readings[0] != key:
            self._readings = (key, self._read(self.text, room))
        return self._readings[1]

    def read_again(self) -> None:
        """The meeting changed, and with it what the line may mean."""
        self._readings = ("", ())
        self.refresh()

    def next_reading(self) -> None:
        """The line in its next possible sense."""
        if count := len(self.readings()):
            self.choice = (self.choice + 1) % count
            self.message = ()
            self.refresh()

    # -- mouse ----------------------------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """The caret goes where one clicked."""
        upper = 1 + self._above(self.size.width)
        row = event.y - upper + self._first_row
        cell = event.x - 2 - typesetting.spans_width(self.prompt)
        if event.y >= upper:
            self.editor.click(self._text_width(self.size.width), max(0, row), max(0, cell))
            self._moved()


def typed(event: events.Key) -> str:
    """The text a key types, or nothing: everything but control characters counts, U+3000 and joiners too."""
    character = event.character or ""
    if event.key.startswith(("ctrl+", "alt+", "super+", "meta+", "hyper+")):
        return ""
    if not character or any(c < " " or "\x7f" <= c < "\xa0" for c in character):
        return ""
    return character


_EDITS: dict[str, Callable[[Editor], bool]] = {
    "backspace": Editor.backspace,
    "delete": Editor.delete,
    "ctrl+w": Editor.delete_word_left,
}
_MOVES: dict[str, Callable[[Editor], None]] = {
    "left": Editor.left,
    "right": Editor.right,
    "ctrl+left": Editor.word_left,
    "ctrl+right": Editor.word_right,
    "ctrl+home": Editor.start,
    "ctrl+end": Editor.end,
}
