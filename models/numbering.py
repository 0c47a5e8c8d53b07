"""Numbering of resolutions, actions and open issues: which numbers would change if they became consecutive.

While a meeting is recorded a number once shown is given to nothing else, so gaps stay. They are closed once, at the
first page confirmed in the recap, else at the close, unless somebody wants them kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from models.meeting import NUMBERED, Meeting, Numbered
from models.minutes import Minutes

Renumbering = Mapping[str, str]
"""New numbers by the old ones: A4 -> A3."""

GAPS_RULE = "R28-gaps"
"""The rule that asks for numbers without gaps; whoever keeps the gaps has answered it."""

_MOST = 4
"""So many changes of number are told; the others show on the screen."""


def is_settled(meeting: Meeting) -> bool:
    """Whether the numbers have become consecutive, or their gaps were kept: neither is asked again."""
    return bool(meeting.numbered_at or meeting.gaps_kept or meeting.closed_at)


def moves(minutes: Minutes) -> list[tuple[Numbered, int]]:
    """The items whose number has to change so that there is no gap, each with its new one."""
    wanted = [(row, number) for kind in NUMBERED for number, row in enumerate(_in_order(minutes, kind), 1)]
    return [(row, number) for row, number in wanted if row.number != number]


def _in_order(minutes: Minutes, kind: type[Numbered]) -> list[Numbered]:
    """The items of a kind in the order in which they are read: by topic, within it by typing."""
    return [row for topic in minutes.topics for row in minutes.entries(kind, topic.id)]


def pending(minutes: Minutes) -> Renumbering:
    """The numbers that change when they become consecutive; none once that is settled."""
    if is_settled(minutes.meeting):
        return {}
    return {row.code: f"{row.letter}{number}" for row, number in moves(minutes)}


def in_words(changed: Renumbering) -> str:
    """The changes as people write them: A4→A3 A5→A4 …"""
    told = [f"{old}→{new}" for old, new in changed.items()]
    return " ".join([*told[:_MOST], *(["…"] if len(told) > _MOST else [])])


def followed(moved: Iterable[tuple[str | None, str | None]]) -> Renumbering:
    """Where the numbers of an earlier moment have gone, by pairs of an item's number then and now.

    None stands for an item that was not there yet, or is no more. A number that is another item's now leads to "":
    what was typed with it meant nobody who is still there.
    """
    pairs = list(moved)
    found = {then: now for then, now in pairs if then and now and then != now}
    gone = {then for then, now in pairs if then and not now}
    taken = {now for then, now in pairs if now and then != now and (then or now in gone)}
    return found | dict.fromkeys(sorted(taken - found.keys()), "")
