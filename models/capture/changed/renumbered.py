"""Lines typed before numbers changed: each number a change names becomes the one its item has now."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from models.capture.line import Context
from models.capture.reading import readings
from models.capture.values import ChangeLine
from models.capture.words.lexicon import FORMER, LETTERS
from models.text import fold_lower

_CODE = re.compile(rf"(?<![a-z上])(?P<letter>[{''.join(LETTERS)}])\s*(?P<number>\d{{1,3}})(?![\d.])")


def renumbered(line: str, moved: Mapping[str, str], context: Context) -> str:
    """The line with the numbers of now; `moved` leads to them from those it was typed with, "" where to nobody."""
    named = _named(line, replace(context, codes=context.codes | moved.keys()))
    if not named & moved.keys():
        return line
    codes = ((match, _code(match)) for match in _CODE.finditer(fold_lower(line)))
    cut = [(match.start(), match.end(), moved[code]) for match, code in codes if code in moved]
    for start, end, new in reversed(cut):
        line = f"{line[:start]}{new or FORMER + line[start:end]}{line[end:]}"
    return line


def _named(line: str, context: Context) -> set[str]:
    """The numbers of this meeting's items that the line changes."""
    items = next((reading.items for reading in readings(line, context)), ())
    return {item.target for item in items if isinstance(item, ChangeLine)}


def _code(match: re.Match[str]) -> str:
    return LETTERS[match["letter"]] + match["number"]
