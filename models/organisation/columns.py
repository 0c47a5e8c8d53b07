"""Which column of a company's list means what, by the many names such columns have."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from models.text import fold_lower

_NOISE = re.compile(r"[\s_\-－—·.:：()（）*#\"'“”]+")
_REMARK = re.compile(r"[(（].*?[)）]")


@cache
def columns() -> dict[str, list[str]]:
    """The names of each column, its most usual one first, by what it holds."""
    return tomllib.loads(Path(__file__).with_name("columns.toml").read_text(encoding="utf-8"))


@cache
def _meanings() -> dict[str, str]:
    return {name: field for field, names in columns().items() for name in names}


def meaning(heading: str) -> str | None:
    """What a column of this heading holds; None for one that is not wanted."""
    low = fold_lower(heading)
    return _meanings().get(_NOISE.sub("", low)) or _meanings().get(_NOISE.sub("", _REMARK.sub("", low)))
