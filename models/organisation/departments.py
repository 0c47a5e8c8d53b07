"""The departments a cell names: the last part of a path (公司/中心/部), each of several (市场部;品牌部)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from models.name_words import ENDINGS
from models.text import unpadded

_STEP = re.compile(r"\s*[/／\\>＞→]\s*")
_SEVERAL = re.compile(r"\s*[;；|｜\n]\s*")
_LISTED = re.compile(r"\s*[、，,]\s*")
_HOUSE = ("公司", "集团", "总部", "局", "院", "Inc", "Ltd")

Path = tuple[str, ...]


class Departments:
    """What the cells of a column of departments mean, read against each other."""

    def __init__(self, cells: Iterable[str]) -> None:
        cells = set(cells)
        self._tops = Counter(_STEP.split(part)[0] for cell in cells for part in _SEVERAL.split(cell))
        self._cells = {cell: self._paths(cell) for cell in cells}
        above: dict[str, set[Path]] = {}
        for paths in self._cells.values():
            for path in paths:
                above.setdefault(path[-1], set()).add(path[:-1])
        self._twice = {leaf for leaf, parents in above.items() if len(parents - {()}) > 1}
        """Names that departments of different parents share: there the parent's stands before."""

    def named(self, cell: str) -> list[str]:
        """The departments of a cell, by their own names; one without any is its own."""
        return list(dict.fromkeys(self._name(path) for path in self._cells.get(cell, [(cell,)])))

    def _name(self, path: Path) -> str:
        return "".join(path[-2:]) if path[-1] in self._twice else path[-1]

    def _paths(self, cell: str) -> list[Path]:
        return [path for part in _SEVERAL.split(cell) if part for path in self._path(part)] or [(cell,)]

    def _path(self, part: str) -> list[Path]:
        steps = tuple(unpadded(step) for step in _STEP.split(part) if step.strip())
        if len(steps) > 1 and self._is_path(steps):
            return [steps]
        listed = [unpadded(word) for word in _LISTED.split(part) if word.strip()]
        if len(listed) > 1 and all(word.endswith(ENDINGS) for word in listed):
            return [(word,) for word in listed]
        return [(unpadded(part),)]

    def _is_path(self, steps: Path) -> bool:
        """Whether the parts are levels of a house, and not one name with a stroke in it (行政/人事部)."""
        if len(steps) > 2 or steps[0].endswith(_HOUSE) or all(step.endswith(ENDINGS) for step in steps):
            return True
        return self._tops[steps[0]] > 1
