"""Where the rows of a file go: their ids, their numbers and their order of typing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterator, Mapping
from itertools import count
from typing import TypedDict

from models.dates import Anchor, resolve
from models.i18n import _
from models.interchange.node import Node
from models.meeting import new_id

_LONGEST_ID = 64


class Identity(TypedDict):
    """The two ids every row begins with."""

    id: str
    meeting_id: str


class Places:
    """Gives every object of the file its id, number and place before any row is made, as they refer to each other."""

    def __init__(self, file: Node, lists: Mapping[str, str], taken: Container[str]) -> None:
        """`lists` are those of a topic whose items have ids, with the letter of their numbers, if they have any."""
        self._taken = taken
        self._new: dict[str, str] = {}
        self._of: dict[str, str] = {}
        self._used: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._by_number: dict[tuple[str, int], str] = {}
        self.condition_of: dict[int, str] = {}
        """Actions by number that are conditions, with the id of their resolution."""
        self.meeting_id = self._given(file.child("meeting").text("id"))
        self._anchor = _anchor(file.child("meeting"))
        topics = file.children("topics")
        items = [(key, item) for topic in topics for key in lists for item in topic.children(key)]
        for node in (*topics, *(item for _key, item in items)):
            self._of[node.path] = self._given(node.text("id"))
        self._free_seqs = _unused({seq for _key, item in items if (seq := item.number("seq")) is not None})
        self._number(items, lists)

    def of(self, node: Node) -> str:
        """The id of a topic or entry of the file."""
        return self._of[node.path]

    def known(self, wanted: str) -> str:
        """The id that took the place of one the file mentions, with what stands behind its slash."""
        item, sign, part = wanted.partition("/")
        return self._new.get(item, item) + sign + part

    def fresh(self) -> Identity:
        """The ids of a row the file does not name."""
        return {"id": new_id(), "meeting_id": self.meeting_id}

    def day_of(self, words: str) -> str | None:
        """The day the words of a due mean, counted from the file's meeting; what is not that day was set by hand."""
        return resolve(words, self._anchor).date if words and self._anchor else None

    def seq(self, node: Node | None = None) -> int:
        """The place of an entry in the order of typing; what has none in the file fills the places left free."""
        wanted = node.number("seq") if node else None
        return next(self._free_seqs) if wanted is None else wanted

    def number(self, node: Node) -> int:
        """The figure of a resolution's, action's or open issue's number."""
        return self._numbers[node.path]

    def numbered(self, node: Node, key: str, letter: str) -> str | None:
        """The id of the item whose number stands in a field."""
        figure = node.code(key, letter)
        if figure is None:
            return None
        if (letter, figure) not in self._by_number:
            raise node.wrong(key, _("no {number} in the file").format(number=f"{letter}{figure}"))
        return self._by_number[letter, figure]

    def _given(self, wanted: str) -> str:
        free = 0 < len(wanted) <= _LONGEST_ID and wanted not in self._used and wanted not in self._taken
        given = wanted if free else new_id()
        self._used.add(given)
        if wanted:
            self._new.setdefault(wanted, given)
        return given

    def _number(self, items: list[tuple[str, Node]], lists: Mapping[str, str]) -> None:
        for key, letter in lists.items():
            if letter:
                self._number_list([node for kind, node in items if kind == key], letter)
        for kind, node in items:
            if kind == "resolutions":
                self._conditions(node)

    def _number_list(self, nodes: list[Node], letter: str) -> None:
        given = [figure for node in nodes if (figure := node.code("number", letter)) is not None]
        free = _unused(set(given))
        for node in nodes:
            figure = node.code("number", letter)
            figure = next(free) if figure is None else figure
            if (letter, figure) in self._by_number:
                raise node.wrong("number", _("{number} is there twice").format(number=f"{letter}{figure}"))
            self._numbers[node.path] = figure
            self._by_number[letter, figure] = self.of(node)

    def _conditions(self, node: Node) -> None:
        for figure in node.codes("conditions", "A"):
            if ("A", figure) not in self._by_number:
                raise node.wrong("conditions", _("no {number} in the file").format(number=f"A{figure}"))
            self.condition_of[figure] = self.of(node)


def _anchor(meeting: Node) -> Anchor | None:
    starts_at, ends_at = meeting.time("starts_at"), meeting.time("ends_at")
    if starts_at is None:
        return None
    start, end = dt.datetime.fromisoformat(starts_at), dt.datetime.fromisoformat(ends_at) if ends_at else None
    return Anchor(day=start.date(), starts_at=start, ends_at=end)


def _unused(used: set[int]) -> Iterator[int]:
    return (i for i in count(1) if i not in used)
