"""Blocks of a pasted chat or transcript: what each of them says becomes lines of its own, who and when in front.

李经理 14:03 ⏎ 先做一版方案 ⏎ 再看预算 becomes [14:03] 李经理：先做一版方案 and [14:03] 李经理：再看预算.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from models.capture.chat.cues import cues_of
from models.capture.chat.heads import Head, head_of, is_time, may_be_name
from models.capture.line import Words
from models.capture.markers import Opening, marker_at
from models.capture.words.lexicon import LISTED, ROLL

_RULE = re.compile(r"[-—–=_*\s]*")
_TIMED = re.compile(r"\d[:：]\d")


class Numbered(NamedTuple):
    """A line, and the number (from 1) of the line it came from."""

    number: int
    text: str


def one_a_line(lines: Sequence[str]) -> list[Numbered]:
    """The lines with each thing that is said in a chat or transcript on a line of its own; others as they are."""
    plain = [Numbered(number, line) for number, line in enumerate(lines, 1)]
    said = cues_of(plain)
    if said is not None:
        return [Numbered(one.number, one.line) for one in said]
    plain = _times_joined(plain)
    heads = {one.number: head for one in plain if _TIMED.search(one.text) and (head := head_of(one.text))}
    return _unrolled(plain, _believed(plain, heads)) if heads else plain


def _times_joined(lines: list[Numbered]) -> list[Numbered]:
    """The lines with a time that stands alone behind the name on the line before it (王工 ⏎ 14:10 ⏎ 费用太高)."""
    found: list[Numbered] = []
    joined = 0
    for place, (number, text) in enumerate(lines):
        before = found[-1] if found else None
        last = place + 1 == len(lines)
        if before and not last and is_time(text) and before.number == number - 1 and may_be_name(before.text):
            found[-1] = Numbered(before.number, f"{before.text.strip()} {text.strip()}")
            joined += 1
        else:
            found.append(Numbered(number, text))
    first = next((place for place, one in enumerate(lines) if one.text.strip()), 0)
    begins = len(lines) > first + 1 and is_time(lines[first + 1].text)
    return found if joined > 1 or (joined and begins) else lines


def _believed(lines: Sequence[Numbered], heads: dict[int, Head]) -> dict[int, Head]:
    """The heads that are a chat's: a name and a time may stand for something else in lines that are none."""
    filled = [line.number for line in lines if line.text.strip()]
    followed = [
        here
        for here, after in zip(filled, [*filled[1:], 0], strict=True)
        if here in heads and (heads[here].text or (after and after not in heads))
    ]
    several = len(followed) > 1 and len(followed) * 2 >= len(heads)
    if several or (followed and followed[0] == filled[0]):
        return heads
    return {number: head for number, head in heads.items() if head.sure and head.alone}


def _unrolled(lines: Sequence[Numbered], heads: dict[int, Head]) -> list[Numbered]:
    first = next(iter(heads.values()), None)
    recording = first is not None and first.stamp.of_recording
    found: list[Numbered] = []
    here, empty = "", False
    """The beginning of the lines of the block one is in, and whether it says nothing yet."""
    for number, text in lines:
        head = heads.get(number)
        if head is not None:
            found += [Numbered(number, here)] if empty else []
            here, empty = _beginning(head, recording), not head.text
            found += [Numbered(number, _line(here, head.text))] if head.text else []
        elif not here or _RULE.fullmatch(text):
            found += [Numbered(number, text)] if not here else []
        else:
            here, line = _within(here, text)
            empty = False
            found.append(Numbered(number, line))
    return [*found, Numbered(lines[-1].number, here)] if empty else found


def _beginning(head: Head, recording: bool) -> str:
    """What every line of a head's block begins with: [14:03] 李经理："""
    when = head.stamp.written(recording)
    colon = ": " if head.name.isascii() else "："
    return (f"[{when}] " if when else "") + head.name + colon


def _line(beginning: str, text: str) -> str:
    """A line of a block: what it announces by a marker is an entry of its own, at the same time."""
    marker = _marker(text)
    if marker is None or marker.family not in LISTED:
        return beginning + text
    return beginning[: beginning.find("]") + 2] + text


def _within(beginning: str, text: str) -> tuple[str, str]:
    """A line behind a head: the recorder's own 议题：… or 出席：… ends the block."""
    marker = _marker(text)
    if marker is not None and (marker.family == "topic" or marker.family in ROLL):
        return "", text
    return beginning, _line(beginning, text.strip())


def _marker(text: str) -> Opening | None:
    found = marker_at(Words.of(text.strip()))
    return found if found is not None and found.colon else None
