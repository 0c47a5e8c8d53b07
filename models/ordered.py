"""Rows kept in groups and in order while single rows come and go.

A meeting of five thousand entries changes by one row at a time; sorting it anew for each would be felt at the bar.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Ordered(Generic[T]):
    """Rows by group, each group sorted; lists once given are never changed, a change makes a new one."""

    def __init__(
        self, rows: Iterable[T], group: Callable[[T], Hashable], order: Callable[[T], tuple[Any, ...]]
    ) -> None:
        """`order` must differ for any two rows."""
        self._group = group
        self._order = order
        found: dict[Hashable, list[T]] = defaultdict(list)
        for row in rows:
            found[group(row)].append(row)
        self._groups = {key: sorted(members, key=order) for key, members in found.items()}

    def get(self, group: Hashable) -> list[T]:
        """The rows of a group in order."""
        return self._groups.get(group, [])

    def put(self, row: T) -> None:
        """Adds a row at its place."""
        members = list(self.get(self._group(row)))
        insort(members, row, key=self._order)
        self._groups[self._group(row)] = members

    def take(self, row: T) -> None:
        """Removes a row, which must be there."""
        members = list(self.get(self._group(row)))
        del members[bisect_left(members, self._order(row), key=self._order)]
        self._groups[self._group(row)] = members
