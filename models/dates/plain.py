"""Text as the date rules read it: half-width, without the spaces people put inside a date, positions kept."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_WIDE |= dict(zip("　﹕〇○週禮號點兩個內後", " :零零周礼号点两个内后", strict=True))
_WIDE |= dict.fromkeys("‐‑‒–—―－−", "-") | {"〜": "~"}
_TO_NARROW = str.maketrans(_WIDE)

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}
_DIGITS |= {str(value): value for value in range(10)}
NUMERAL = r"(?:\d{1,4}(?:\.\d)?|[零一二两三四五六七八九十百廿]{1,5})"

# A space counts as written inside an expression where it separates a figure from its unit or stands before a tail.
_INNER_SPACE = re.compile(
    r"(?<=[\d零一二两三四五六七八九十半])\s+(?=[年月日号点时天周个小季分工])"
    r"|(?<=[年月日号周第季末底午晚早初旬])\s+(?=[\d一二三四五六七八九十(])"
    r"|(?<=[\d年月日号天周末底旬初度午一二三四五六)期节时点])\s+(?=之?前|以前|[之以]?内|底|末|[上中下]午|下班|[上中下]旬|晚上)"
)
_SPACE = re.compile(r"\s")
# Runs of spaces become one, so that no pattern can be made to try them in every division.
_MORE_SPACE = re.compile(r"(?<=\s)\s+")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text prepared for the rules: `text` to match on, `places` its characters' positions in the original."""

    text: str
    places: tuple[int, ...] | None

    def origin(self, pos: int) -> int:
        """The original position of a position in `text`; of an end, right behind the last character."""
        if self.places is None or pos == 0:
            return pos if self.places is None else self.places[0] if self.places else 0
        return self.places[pos - 1] + 1

    def start(self, pos: int) -> int:
        """The original position of the character at `pos`."""
        return pos if self.places is None or pos >= len(self.places) else self.places[pos]

    def place(self, pos: int) -> int | None:
        """Where the original character at `pos` stands in `text`; None for a space that was taken out."""
        if self.places is None:
            return pos
        found = bisect_left(self.places, pos)
        return found if found < len(self.places) and self.places[found] == pos else None


@lru_cache(maxsize=128)
def plain(text: str) -> Plain:
    """Prepare a text; every character keeps its place, so that what is found can be shown in the original."""
    half = text.translate(_TO_NARROW)
    if _SPACE.search(half) is None:
        return Plain(half, None)
    dropped = {
        pos
        for shape in (_INNER_SPACE, _MORE_SPACE)
        for match in shape.finditer(half)
        for pos in range(*match.span())
    }
    if not dropped:
        return Plain(half, None)
    places = tuple(pos for pos in range(len(half)) if pos not in dropped)
    return Plain("".join(half[pos] for pos in places), places)


def number(text: str) -> int:
    """The value of digits or Chinese numerals up to 999 (二十一, 廿五, 二零二六 digit by digit)."""
    if text.isdigit():
        return int(text)
    if not any(unit in text for unit in "十百廿"):
        return int("".join(str(_DIGITS[char]) for char in text))
    total, current = 0, 0
    for char in text.replace("廿", "二十"):
        if char in "十百":
            total += (current or 1) * (10 if char == "十" else 100)
            current = 0
        else:
            current = _DIGITS[char]
    return total + current


def is_loose_number(text: str) -> bool:
    """Whether two bare numerals stand side by side for a vague amount (两三天, 三五个)."""
    return len(text) == 2 and all(char in "一二两三四五六七八九" for char in text)
