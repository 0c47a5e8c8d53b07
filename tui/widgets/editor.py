"""The text being typed, its cursor, its undo and its lines: all of the capture bar that needs no screen."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tui.widgets import typesetting

_UNDO_DEPTH = 300
_RUN = r"[A-Za-z0-9_]+|[\u2e80-\u2fff\u3040-\ufaff\U00020000-\U0003ffff]+|\s+|."
"""What a step by words goes over; compiled by the first such step."""


@dataclass(frozen=True, slots=True)
class _State:
    text: str
    cursor: int


class Editor:
    """One line of any length; positions are indices into the text and never stand inside a grapheme."""

    def __init__(self, text: str = "", cursor: int | None = None) -> None:
        self.text = text
        self.cursor = len(text) if cursor is None else max(0, min(cursor, len(text)))
        self._undo: list[_State] = []
        self._redo: list[_State] = []
        self._group = ""
        self._layout: tuple[str, int, list[int]] = ("", 0, [0])

    # -- changes ------------------------------------------------------------------------------------------------

    def insert(self, text: str, *, alone: bool = False) -> None:
        """Puts text at the cursor; alone makes it a step of its own for undo."""
        if not text:
            return
        self._remember("" if alone else "insert")
        self.text = self.text[: self.cursor] + text + self.text[self.cursor :]
        self.cursor += len(text)
        if alone or text[-1] in "，。；：、！？,.;:!? \u3000":
            self._group = ""

    def backspace(self) -> bool:
        """Takes out the grapheme left of the cursor; False where there is none."""
        return self._cut(typesetting.before(self.text, self.cursor), self.cursor)

    def delete(self) -> bool:
        """Takes out the grapheme right of the cursor; False where there is none."""
        return self._cut(self.cursor, typesetting.after(self.text, self.cursor))

    def delete_word_left(self) -> bool:
        """Takes out the word left of the cursor."""
        return self._cut(self._word_left(), self.cursor)

    def replace(self, start: int, end: int, text: str) -> None:
        """Puts text in place of a range, as one step, and the cursor behind it."""
        self._remember("")
        self.text = self.text[:start] + text + self.text[end:]
        self.cursor = start + len(text)

    def clear(self) -> bool:
        """Empties the line, as one step; False if it was empty."""
        return self._cut(0, len(self.text), group="")

    def reset(self, text: str = "", cursor: int | None = None) -> None:
        """Begins anew with this text, with nothing to undo."""
        self._undo.clear()
        self._redo.clear()
        self._group = ""
        self.text = text
        self.cursor = len(text) if cursor is None else max(0, min(cursor, len(text)))

    def _cut(self, start: int, end: int, group: str = "cut") -> bool:
        if start == end:
            return False
        self._remember(group)
        self.text = self.text[:start] + self.text[end:]
        self.cursor = start
        return True

    # -- undo ---------------------------------------------------------------------------------------------------

    def _remember(self, group: str) -> None:
        if not group or group != self._group:
            self._undo.append(_State(self.text, self.cursor))
            del self._undo[:-_UNDO_DEPTH]
        self._group = group
        self._redo.clear()

    def undo(self) -> bool:
        """One step of typing back; False where there is none."""
        return self._swap(self._undo, self._redo)

    def redo(self) -> bool:
        """One undone step of typing again; False where there is none."""
        return self._swap(self._redo, self._undo)

    @property
    def remembers(self) -> bool:
        """Whether a step can be undone or done again."""
        return bool(self._undo or self._redo)

    def rewrite(self, anew: Callable[[str], str]) -> None:
        """Gives the texts that undo and redo would bring back as they have to be written by now."""
        for states in (self._undo, self._redo):
            states[:] = [_State(text := anew(one.text), min(one.cursor, len(text))) for one in states]

    def _swap(self, source: list[_State], target: list[_State]) -> bool:
        if not source:
            return False
        target.append(_State(self.text, self.cursor))
        state = source.pop()
        self.text, self.cursor, self._group = state.text, state.cursor, ""
        return True

    # -- moves --------------------------------------------------------------------------------------------------

    def left(self) -> None:
        """One grapheme left."""
        self._move(typesetting.before(self.text, self.cursor))

    def right(self) -> None:
        """One grapheme right."""
        self._move(typesetting.after(self.text, self.cursor))

    def word_left(self) -> None:
        """To the beginning of the word, or of the run of Chinese, left of the cursor."""
        self._move(self._word_left())

    def word_right(self) -> None:
        """To the end of the word, or of the run of Chinese, right of the cursor."""
        for run in re.compile(_RUN, re.S).finditer(self.text, self.cursor):
            if not run.group().isspace():
                return self._move(run.end())
        return self._move(len(self.text))

    def _word_left(self) -> int:
        found = 0
        for run in re.finditer(_RUN, self.text[: self.cursor], re.S):
            if not run.group().isspace():
                found = run.start()
        return found

    def start(self) -> None:
        """To the beginning of everything."""
        self._move(0)

    def end(self) -> None:
        """To the end of everything."""
        self._move(len(self.text))

    def _move(self, cursor: int) -> None:
        self.cursor = cursor
        self._group = ""

    # -- lines --------------------------------------------------------------------------------------------------

    def rows(self, width: int) -> list[tuple[int, int]]:
        """The lines the text makes at a width in cells; one more where the caret would stand past the edge."""
        starts = self._starts(max(2, width))
        ranges = list(zip(starts, [*starts[1:], len(self.text)], strict=True))
        last = ranges[-1]
        if self.cursor == len(self.text) and typesetting.width(self.text[slice(*last)]) >= width:
            ranges.append((len(self.text), len(self.text)))
        return ranges

    def _starts(self, width: int) -> list[int]:
        """Where lines begin; what stands before the first changed character keeps the lines it had."""
        text, had_width, starts = self._layout
        if width != had_width:
            starts = typesetting.breaks(self.text, width)
        elif text != self.text:
            same = _common(text, self.text)
            kept = [s for s in starts if s <= same][:-1] or [0]
            starts = [*kept[:-1], *typesetting.breaks(self.text, width, kept[-1])]
        self._layout = (self.text, width, starts)
        return starts

    def place(self, width: int) -> tuple[int, int]:
        """The row and the cell in it at which the caret stands."""
        rows = self.rows(width)
        for number in range(len(rows) - 1, -1, -1):
            if self.cursor >= rows[number][0]:
                return number, typesetting.width(self.text[rows[number][0] : self.cursor])
        return 0, 0

    def vertical(self, width: int, step: int) -> bool:
        """One row up (-1) or down (1), at about the same cell; False past the first or last row."""
        rows = self.rows(width)
        row, cell = self.place(width)
        target = row + step
        if not 0 <= target < len(rows):
            return False
        self._move(self._at(rows, target, cell))
        return True

    def _at(self, rows: list[tuple[int, int]], row: int, cell: int) -> int:
        index, end = rows[row]
        used = 0
        while index < end:
            following = typesetting.after(self.text, index)
            used += typesetting.width(self.text[index:following])
            if used > cell or (following == end and row < len(rows) - 1):
                break
            index = following
        return index

    def row_start(self, width: int) -> None:
        """To the beginning of the row."""
        self._move(self.rows(width)[self.place(width)[0]][0])

    def row_end(self, width: int) -> None:
        """To the end of the row."""
        rows = self.rows(width)
        row = self.place(width)[0]
        end = rows[row][1]
        self._move(end if row == len(rows) - 1 else typesetting.before(self.text, end))

    def click(self, width: int, row: int, cell: int) -> None:
        """To the grapheme drawn at a cell of a row."""
        rows = self.rows(width)
        self._move(self._at(rows, min(row, len(rows) - 1), cell))


def _common(old: str, new: str) -> int:
    """How many characters both begin with."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[:middle] == new[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
