"""A framed list of which only what is visible is ever laid out.

The list has no height of its own: it knows which item stands at the top and draws downwards until the frame is full,
so that five thousand entries cost a key no more than five.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.theme import Palette, style
from tui.widgets.line_widget import LineWidget, frame_row, strip_of
from tui.widgets.typesetting import Paragraph, Span

Line = list[Span]


class ListPane(LineWidget, can_focus=True):
    """List of items by key, one of them chosen; a subclass draws them."""

    keeps_mark: ClassVar[bool] = False
    """Whether one sees what is chosen also while something else has the focus."""

    keeps_place: ClassVar[bool] = False
    """Whether an item beside the chosen one is chosen where that goes; else none is."""

    class Chosen(Message):
        """An item was clicked on."""

        def __init__(self, pane: ListPane) -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self.items: Sequence[str] = ()
        self.chosen: str | None = None
        self.title: Sequence[Span] = ()
        self.status: Sequence[Span] = ()
        self._edges: tuple[Sequence[Span], Sequence[Span]] = ((), ())
        self._places: dict[str, int] = {}
        self._top = (0, 0)
        self._view: list[tuple[str, Line]] = []
        self._laid: dict[str, list[Line]] = {}
        """The lines of items since they were filled in, at the width and in the colours of `_laid_for`."""
        self._laid_for: tuple[int, Palette | None] = (0, None)

    # -- what a subclass gives ------------------------------------------------------------------------------------

    def draw(self, key: str) -> list[Paragraph]:
        """The paragraphs of an item; a subclass gives them."""
        return []

    def selectable(self, key: str) -> bool:
        """Whether the item can be chosen; headings and hints cannot."""
        return not key.startswith("-")

    def group(self, key: str) -> str:
        """Whose an item is, of a list in which those of one stand together."""
        return ""

    # -- state ----------------------------------------------------------------------------------------------------

    def fill(self, items: Sequence[str]) -> None:
        """Shows other items, keeping the place where one looks at them; draws only what looks different."""
        self._laid.clear()
        before, (place, skip) = self.items, self._top
        self.items = items
        self._places = {key: n for n, key in enumerate(items)}
        # Where the item at the top is gone, the nearest before it that is still there takes its place.
        stayed = next(
            (n for n in range(min(place, len(before) - 1), -1, -1) if before[n] in self._places), None
        )
        gone = stayed is None or stayed != place
        self._top = (0 if stayed is None else self._places[before[stayed]], 0 if gone else skip)
        if self.chosen not in self._places:
            self.chosen = self._left_beside(before) if self.keeps_place else None
        view, self._view = self._view, self._visible() if self.size.height else []
        if (view, self.title, self.status) != (self._view, *self._edges):
            self.refresh()
        self._edges = (self.title, self.status)

    def _left_beside(self, before: Sequence[str]) -> str | None:
        """The item that stands where the chosen one stood, or next to it: of the same group, if there is one."""
        if self.chosen is None or self.chosen not in before:
            return None
        place, mine = before.index(self.chosen), self.group(self.chosen)
        stayed = [key in self._places and self.selectable(key) for key in before]
        near = [
            *(key for key, stays in zip(before[place:], stayed[place:], strict=True) if stays),
            *(key for key, stays in zip(before[place::-1], stayed[place::-1], strict=True) if stays),
        ]
        return next((key for key in near if self.group(key) == mine), next(iter(near), None))

    def reveal(self, key: str | None) -> None:
        """Scrolls as little as is needed to show all of an item."""
        if key is not None and key in self._places:
            top = self._top_showing(self._places[key])
            if top != self._top:
                self._top = top
                self.refresh()

    def bring_back(self) -> bool:
        """Brings a chosen item that is out of view into it again; whether it was out of view."""
        away = self.chosen is not None and all(key != self.chosen for key, _line in self._visible())
        if away:
            self.reveal(self.chosen)
        return away

    def choose(self, key: str | None) -> None:
        """Chooses an item and shows it."""
        self.chosen = key if key in self._places else None
        self.reveal(self.chosen)
        self.refresh()

    def choose_next(self, step: int) -> None:
        """Chooses the next (1) or previous (-1) item that can be; further steps go further."""
        keys = [key for key in self.items if self.selectable(key)]
        if not keys:
            return
        known = self.chosen in keys
        place = keys.index(self.chosen or "") + step if known else self._first_in_view(keys)
        self.choose(keys[max(0, min(place, len(keys) - 1))])

    def choose_beside(self) -> None:
        """Chooses the next item, or the previous where there is none: the chosen one is going to be taken out."""
        going = self.chosen
        self.choose_next(1)
        if self.chosen == going:
            self.choose_next(-1)

    def take_key(self, key: str) -> bool:
        """Moves to the next, previous, first or last item; False for any other key."""
        step = {"up": -1, "down": 1, "home": -len(self.items), "end": len(self.items)}.get(key, 0)
        if step:
            self.choose_next(step)
        return bool(step)

    def choose_first(self) -> None:
        """Chooses the first item that can be."""
        self.choose(next((key for key in self.items if self.selectable(key)), None))

    def _first_in_view(self, keys: list[str]) -> int:
        seen = [key for key, _line in self._view if self.selectable(key)]
        return keys.index(seen[-1]) if seen and seen[-1] in keys else len(keys) - 1

    # -- layout ---------------------------------------------------------------------------------------------------

    @property
    def inner(self) -> tuple[int, int]:
        """The cells and rows inside the frame."""
        return max(1, self.size.width - 4), max(0, self.size.height - 2)

    def height_at(self, width: int) -> int:
        """The rows all items and the frame need at a width; for short lists."""
        lines = (p.lines(max(1, width - 4)) for key in self.items for p in self.draw(key))
        return 2 + sum(len(found) for found in lines)

    def _lines(self, key: str) -> list[Line]:
        if key not in self._laid:
            width = self._laid_for[0]
            self._laid[key] = [line for paragraph in self.draw(key) for line in paragraph.lines(width)]
        return self._laid[key]

    def _lay_anew_if_needed(self) -> None:
        """Forgets lines laid out for another width or theme."""
        now = (self.inner[0], self.palette)
        if now != self._laid_for:
            self._laid_for = now
            self._laid.clear()

    def _top_showing(self, place: int) -> tuple[int, int]:
        """The nearest top at which the item at a place is whole in view."""
        self._lay_anew_if_needed()
        height = self.inner[1]
        if (place, 0) <= self._top:
            return (place, 0)
        used = -self._top[1]
        for n in range(self._top[0], place + 1):
            used += len(self._lines(self.items[n]))
            if used > height:
                return self._top_before(place + 1, height)
        return self._top

    def _top_before(self, end: int, height: int) -> tuple[int, int]:
        """The top from which the items before `end` just fill the height."""
        used = 0
        for n in range(end - 1, -1, -1):
            used += len(self._lines(self.items[n]))
            if used >= height:
                return (n, used - height if n < end - 1 else 0)
        return (0, 0)

    def _from_top(self) -> Iterator[tuple[str, Line]]:
        start, skip = self._top
        for n in range(start, len(self.items)):
            key = self.items[n]
            lines = self._lines(key)
            if n == start:
                lines = lines[skip or int(is_blank(lines[:1])) :]
            for line in lines:
                yield key, line

    def _visible(self) -> list[tuple[str, Line]]:
        self._lay_anew_if_needed()
        height = self.inner[1]
        found: list[tuple[str, Line]] = []
        for item in self._from_top():
            if len(found) == height:
                return found
            found.append(item)
        if self._top > (0, 0) and len(found) < height:
            self._top = self._top_before(len(self.items), height)
            found = [item for item, _n in zip(self._from_top(), range(height), strict=False)]
        return found

    # -- drawing --------------------------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Lays out what is in view."""
        self._view = self._visible()

    def row(self, y: int) -> Strip:
        """One row of the frame."""
        width, height = self.size
        line = style(self.palette.accent if self.has_focus else self.palette.line)
        if y == 0:
            return strip_of(frame_row(self.title, (), "╭╮", width, line), width)
        if y == height - 1:
            return strip_of(frame_row((), self.status, "╰╯", width, line), width)
        content = self._content(y - 1, width - 2)
        right = "┃" if y in self._thumb(height) else "│"
        return Strip.join([strip_of([("│", line)], 1), content, strip_of([(right, line)], 1)])

    def _content(self, row: int, width: int) -> Strip:
        if row >= len(self._view):
            return Strip.blank(width)
        key, spans = self._view[row]
        if key == self.chosen and (self.has_focus or self.keeps_mark) and not is_blank([spans]):
            mark = ("▌", style(self.palette.accent))
            return strip_of([mark, *spans], width, style(self.palette.text, background=self.palette.raised))
        return strip_of([(" ", style(self.palette.text)), *spans], width)

    def _thumb(self, height: int) -> range:
        """The rows of the frame that show which part of the list is in view."""
        shown = len({key for key, _line in self._view})
        rows = height - 2
        all_seen = shown == len(self.items) or len(self._view) < rows
        if not shown or (all_seen and self._top == (0, 0)):
            return range(0)
        size = max(1, rows * shown // len(self.items))
        first = min(rows - size, rows * self._top[0] // max(1, len(self.items)))
        return range(1 + first, 1 + first + size)

    # -- mouse ----------------------------------------------------------------------------------------------------

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three lines on."""
        event.stop()
        self.scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three lines back."""
        event.stop()
        self.scroll_lines(-3)

    def scroll_lines(self, lines: int) -> None:
        """Moves the view without touching what is chosen."""
        self._lay_anew_if_needed()
        place, skip = self._top
        skip += lines
        while skip < 0 and place > 0:
            place -= 1
            skip += len(self._lines(self.items[place]))
        while place < len(self.items) - 1 and skip >= (size := len(self._lines(self.items[place]))):
            place, skip = place + 1, skip - size
        self._top = (place, max(0, skip))
        self.refresh()

    def scroll_on(self, lines: int) -> bool:
        """Moves the view as far as there is more to see; whether it moved."""
        before = self._top
        self.scroll_lines(lines)
        self._view = self._visible()
        return self._top != before

    def on_click(self, event: events.Click) -> None:
        """Chooses what was clicked on."""
        row = event.y - 1
        if 0 <= row < len(self._view) and self.selectable(key := self._view[row][0]):
            self.chosen = key
        self.refresh()
        self.post_message(self.Chosen(self))


def is_blank(lines: Sequence[Line]) -> bool:
    """Whether there is a first line and nothing on it: the space before an item."""
    return bool(lines) and not any(text.strip() for text, _style in lines[0])
