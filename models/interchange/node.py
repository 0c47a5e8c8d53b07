"""One value of a JSON file with the way to it, so that a complaint can say what is wrong and where."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from models.i18n import _
from models.iso import sound
from models.text import clean_lines, shown

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?")


class InterchangeError(ValueError):
    """The file is not a meeting of this format; the message names the field."""


@dataclass(frozen=True, slots=True)
class Node:
    """An object of the file; absent and null are the same everywhere."""

    value: dict[str, Any]
    path: str = ""

    def wrong(self, key: str, problem: str) -> InterchangeError:
        """The error for one of its fields."""
        return InterchangeError(f"{self._at(key)}: {problem}")

    def child(self, key: str) -> Node:
        """The object under a key; one that is absent is empty."""
        return _object(self.value.get(key) or {}, self._at(key))

    def children(self, key: str) -> list[Node]:
        """The objects of a list."""
        return [_object(item, f"{self._at(key)}[{i}]") for i, item in enumerate(self._list(key))]

    def text(self, key: str) -> str:
        """A text, or nothing."""
        return self._a_text(self.value.get(key), key)

    def required(self, key: str) -> str:
        """A text that must be there."""
        if self.value.get(key) is None:
            raise self.wrong(key, _("is missing"))
        return self.text(key)

    def texts(self, key: str) -> list[str]:
        """A list of texts; a single text is a list of one."""
        value = self.value.get(key)
        items = [value] if isinstance(value, str) else self._list(key)
        return [self._a_text(item, f"{key}[{i}]") for i, item in enumerate(items) if item is not None]

    def text_lists(self, key: str) -> list[list[str]]:
        """A list of lists of texts."""
        return [Node({key: item}, self.path).texts(key) for item in self._list(key)]

    def number(self, key: str) -> int | None:
        """A whole number that is not negative."""
        value = self.value.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**53:
            raise self.wrong(key, _("expected a whole number"))
        return value

    def code(self, key: str, letter: str) -> int | None:
        """The figure of a number such as D1, which may also be written 1."""
        value = self.value.get(key)
        return None if value is None else self._figure(value, letter, key)

    def codes(self, key: str, letter: str) -> list[int]:
        """The figures of a list of such numbers."""
        return [self._figure(item, letter, f"{key}[{i}]") for i, item in enumerate(self._list(key))]

    def _figure(self, value: Any, letter: str, key: str) -> int:
        if isinstance(value, str) and re.fullmatch(f"{letter}?[0-9]{{1,9}}", value):
            return int(value.removeprefix(letter))
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9:
            return value
        raise self.wrong(key, _("expected a number like {example}").format(example=f"{letter}1"))

    def flag(self, key: str) -> bool:
        """True or false, false where absent."""
        value = self.value.get(key)
        if value is not None and not isinstance(value, bool):
            raise self.wrong(key, _("expected true or false"))
        return bool(value)

    def choice(self, key: str, allowed: Collection[str], default: str) -> str:
        """One of the words of the format."""
        value = self.text(key) or default
        if value not in allowed:
            raise self.wrong(key, _("expected one of {words}").format(words=", ".join(allowed)))
        return value

    def time(self, key: str) -> str | None:
        """A local time without seconds, 2026-09-20T14:00."""
        value = self.text(key)
        return self._moment(key, value, _MOMENT, "2026-09-20T14:00") if value else None

    def day(self, key: str) -> str | None:
        """A date, perhaps with a time."""
        value = self.text(key)
        if value and _DAY.fullmatch(value):
            return self._moment(key, value, _DAY, "2026-09-25")
        return self.time(key)

    def _moment(self, key: str, value: str, form: re.Pattern[str], example: str) -> str:
        if form.fullmatch(value) and sound(value):
            return value[:16]
        problem = _("{value} is no date or time; expected a form like {example}")
        raise self.wrong(key, problem.format(value=_shown(value), example=example))

    def _list(self, key: str) -> list[Any]:
        value = self.value.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.wrong(key, _("expected a list"))
        return value

    def _a_text(self, value: Any, key: str) -> str:
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.wrong(key, _("expected a text"))
        # A text may have several lines, and like one that is typed nothing that commands a terminal.
        return clean_lines(value)

    def _at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key


def root(value: Any) -> Node:
    """The whole file; InterchangeError where it is not an object."""
    if not isinstance(value, dict):
        raise InterchangeError(_("the file holds no JSON object"))
    return Node(value)


def _object(value: Any, path: str) -> Node:
    if not isinstance(value, dict):
        raise InterchangeError(f"{path}: " + _("expected an object"))
    return Node(value, path)


def _shown(value: str) -> str:
    short = value if len(value) <= 40 else value[:39] + "…"
    return shown(short)
