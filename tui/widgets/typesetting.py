"""Line breaking and widths in terminal cells, the way Chinese is set: by characters, punctuation kept where it belongs.

Textual breaks lines by words and lets them begin with a comma or end with an opening bracket. It also gives emoji
joined by selectors a width that many terminals do not, which leaves ghosts on the screen; so those are drawn as the
plain characters they are made of.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import get_character_cell_size
from rich.segment import Segment
from rich.style import Style

from models.text import shown

NO_START = frozenset("，。；：、！？）】》」』〉〕］｝”’…—～·％℃‰,.;:!?)]}%")
"""What a line never begins with."""
NO_END = frozenset("（【《「『〈〔［｛“‘([{＠@＃#￥$")
"""What a line never ends with."""

_ZWJ = "\u200d"
_TIE = "\u2060"
"""The word joiner: ties characters that must stay on one line; never drawn."""

Span = tuple[str, Style]
"""Some text and how it is drawn."""


class _Widths(dict[str, int]):
    """Cells per character, worked out once for each."""

    def __missing__(self, character: str) -> int:
        drawn = shown(character)
        width = get_character_cell_size(drawn) if drawn and drawn != _TIE else 0
        self[character] = width
        return width


_width = _Widths()


def tied(text: str) -> str:
    """The text so that no line ends within it."""
    return _TIE.join(shown(text))


def width(text: str) -> int:
    """Its cells when drawn."""
    return sum(_width[c] for c in text)


def joins(text: str, index: int) -> bool:
    """Whether the character at index belongs to the same grapheme as the one before it."""
    character, before = text[index], text[index - 1]
    if character == _ZWJ or _extends(character):
        return before != "\n"
    if before == _ZWJ:
        return unicodedata.category(character) == "So"
    return _is_flag_half(character) and _is_flag_half(before) and _flag_run(text, index) % 2 == 1


def _extends(character: str) -> bool:
    if character < "\u0300":
        return False
    return (
        unicodedata.category(character) in ("Mn", "Me", "Mc")
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
    )


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _flag_run(text: str, index: int) -> int:
    """How many halves of flags stand in a row before index."""
    start = index
    while start and _is_flag_half(text[start - 1]):
        start -= 1
    return index - start


def before(text: str, index: int) -> int:
    """Where the grapheme left of index begins."""
    index = max(0, index - 1)
    while index and joins(text, index):
        index -= 1
    return index


def after(text: str, index: int) -> int:
    """Where the grapheme right of index ends."""
    index = min(len(text), index + 1)
    while index < len(text) and joins(text, index):
        index += 1
    return index


def may_break(text: str, index: int) -> bool:
    """Whether a line may end before the character at index."""
    left, right = text[index - 1], text[index]
    if _TIE in (left, right):
        return False
    if left == " ":
        return right != " "
    if right == " " or right in NO_START or left in NO_END:
        return False
    if left < "\u2e80" and right < "\u2e80":
        return False
    return not joins(text, index)


def breaks(text: str, cells: int, start: int = 0) -> list[int]:
    """Where the lines begin when text from start (a line's beginning) is set `cells` wide; spaces may hang out."""
    found = [start]
    used, index = 0, start
    while index < len(text):
        character = text[index]
        if character == "\n":
            index += 1
            found.append(index)
            used = 0
            continue
        used += _width[character]
        if used > cells and index > found[-1] and character != " ":
            index = _break_at(text, found[-1], index)
            found.append(index)
            used = 0
            continue
        index += 1
    return found


def _break_at(text: str, start: int, index: int) -> int:
    """The last good place in (start, index] for a line to end, else index itself."""
    for place in range(index, start, -1):
        if may_break(text, place):
            return place
    while index > start + 1 and joins(text, index):
        index -= 1
    return index


def lines(text: str, cells: int) -> list[tuple[int, int]]:
    """The lines of a text set `cells` wide, as ranges of it."""
    starts = breaks(text, max(1, cells))
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def fit(text: str, cells: int) -> str:
    """The text, cut with … where it is wider than `cells`."""
    text = shown(text)
    if width(text) <= cells:
        return text
    used, index = 0, 0
    while index < len(text) and used + _width[text[index]] <= cells - 1:
        used += _width[text[index]]
        index += 1
    return text[:index] + "…" if cells > 0 else ""


def spans_width(spans: Iterable[Span]) -> int:
    """The cells of several spans side by side."""
    return sum(width(text) for text, _style in spans)


def fit_spans(spans: Sequence[Span], cells: int) -> list[Span]:
    """The spans side by side, cut with … where they are wider than `cells`."""
    if spans_width(spans) <= cells:
        return list(spans)
    kept: list[Span] = []
    room = cells
    for text, style in spans:
        wide = width(text)
        if wide >= room:
            kept.append((fit(text + "…" if wide == room else text, room), style))
            break
        kept.append((text, style))
        room -= wide
    return kept


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Spans set as lines, with a lead before the first and the same indent before the others."""

    spans: Sequence[Span]
    lead: Sequence[Span] = ()
    indent: int = 0
    """Cells; a wider lead pushes the first line to the right."""

    def lines(self, cells: int) -> list[list[Span]]:
        """The lines, each at most `cells` wide."""
        lead = fit_spans(self.lead, cells)
        lead_width = spans_width(lead)
        gap = max(self.indent - lead_width, 0)
        body = _set(self.spans, cells - max(self.indent, lead_width))
        blank = (" " * max(self.indent, lead_width), Style.null())
        first = [*lead, (" " * gap, Style.null())] if gap else lead
        return [[*(first if n == 0 else [blank]), *line] for n, line in enumerate(body)]

    def first_lines(self, cells: int, most: int) -> list[list[Span]]:
        """At most so many of the lines, the last with … where more would follow."""
        found = self.lines(cells)
        if len(found) <= most:
            return found
        return [*found[: most - 1], fit_spans([*found[most - 1], ("…", found[most - 1][-1][1])], cells)]


def _set(spans: Sequence[Span], cells: int) -> list[list[Span]]:
    drawn = [(shown(text), style) for text, style in spans]
    whole = "".join(text for text, _style in drawn)
    ranges = lines(whole, cells)
    return [_cut(drawn, *_trimmed(whole, start, end)) for start, end in ranges]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the spaces at its end, which may hang out."""
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def _cut(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    found, offset = [], 0
    for text, style in spans:
        piece = text[max(0, start - offset) : max(0, end - offset)]
        if piece:
            found.append((piece, style))
        offset += len(text)
    return found


def segments(spans: Iterable[Span]) -> list[Segment]:
    """Spans as what Textual draws; the one way to the terminal, and nothing raw goes it."""
    return [Segment(shown(text).replace(_TIE, ""), style) for text, style in spans]
