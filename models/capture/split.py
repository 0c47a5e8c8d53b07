"""Where one line holds several entries: ；before a marker, 。 before a speaker, numbered lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.capture.lexicon import FACTS, ROLL
from models.capture.line import Context, Words
from models.capture.markers import Opening, marker_at, opener_at
from models.capture.speaker import LEAD, speaker_at

_BREAK = re.compile(r"[;。,()]|[“”]")
_LEADS_ON = re.compile(rf"(?:{LEAD.pattern})|(?:如果|假如|要是|若|除非|即使|等|因为|由于|既然).*", re.DOTALL)
_AHEAD = 80
"""How many characters a beginning may take: no beginning is longer, and looking at more would be quadratic."""


def clauses(words: Words, context: Context) -> list[Words]:
    """The line cut where a new entry begins."""
    parts: list[Words] = []
    start = 0
    kind = _kind(words, context)
    for pos in _breaks(words.low):
        ahead = words.cut(pos + 1, pos + 1 + _AHEAD).strip()
        if not ahead or not _begins(words.low[pos], ahead, kind, context):
            continue
        if words.low[pos] == "," and _LEADS_ON.fullmatch(words.low[start:pos].strip()):
            continue
        parts.append(words.cut(start, pos + (words.low[pos] == "。")).strip())
        start = pos + 1
        if words.low[pos] != ",":
            kind = _kind(ahead, context)
    parts.append(words.cut(start).strip())
    return [part for part in parts if part]


def _breaks(low: str) -> Iterator[int]:
    """The signs at which a line may be cut: none inside brackets or quotation marks."""
    depth = quoted = 0
    for match in _BREAK.finditer(low):
        sign = match[0]
        if sign in "()":
            depth = max(0, depth + (1 if sign == "(" else -1))
        elif sign in "“”":
            quoted = sign == "“"
        elif not depth and not quoted:
            yield match.start()


def _kind(words: Words, context: Context) -> str:
    """What governs the splitting of a clause: roll, marked, colon (a speaker's) or plain."""
    head = words.cut(0, _AHEAD)
    marker = marker_at(head)
    if marker is not None:
        return "roll" if marker.family in ROLL else "marked"
    if opener_at(head) is not None:
        return "marked"
    speaker = speaker_at(head, context)
    return "plain" if speaker is None or speaker.by == "verb" else "colon"


def _begins(sign: str, ahead: Words, kind: str, context: Context) -> bool:
    if sign == ",":
        if kind != "plain":
            return False
        speaker = speaker_at(ahead, context)
        return speaker is not None and speaker.by == "verb"
    marker = marker_at(ahead)
    if marker is not None and marker.colon and marker.family not in FACTS:
        return True
    if kind == "roll":
        return False
    speaker = speaker_at(ahead, context)
    if speaker is None:
        return False
    return speaker.by == "colon" or kind == "plain" or (sign == "。" and kind == "colon")


_ITEM = re.compile(
    r"(?:^|(?<=[;。,、\s:.]))[(]?(?P<figure>\d{1,2})(?:[、.)]|\s(?=[^\d\s]))(?!\d)\s*+|(?P<circle>[①②③④⑤⑥⑦⑧⑨⑩])\s*+|(?:^|(?<=[;。,\s]))(?P<nth>[一二三四五六七八九])是\s*+"
)
_CIRCLES = {circle: number for number, circle in enumerate("①②③④⑤⑥⑦⑧⑨⑩", 1)}
_NUMERALS = {numeral: number for number, numeral in enumerate("一二三四五六七八九", 1)}


def listed(words: Words) -> list[Words]:
    """The items of a numbered list, if it begins with 1 and goes on to 2; else the words as they are."""
    starts: list[tuple[int, int]] = []
    style = ""
    for match in _ITEM.finditer(words.low):
        number = _figure(match)
        if number == len(starts) + 1 and (not style or style == match.lastgroup):
            style = match.lastgroup or ""
            starts.append(match.span())
    if len(starts) < 2 or words.cut(0, starts[0][0]).text():
        return [words]
    ends = [start for start, _ in starts[1:]] + [len(words.low)]
    items = [words.cut(begin, end) for (_, begin), end in zip(starts, ends, strict=True)]
    return [Words.of(item.text()) for item in items if item.text()]


def _figure(match: re.Match[str]) -> int:
    if match["figure"]:
        return int(match["figure"])
    return _CIRCLES[match["circle"]] if match["circle"] else _NUMERALS[match["nth"]]


def items_of(marker: Opening, content: Words) -> list[Words]:
    """The items of a marker's list, also where the marker took the 1 for its own number (决议1.…；2.…)."""
    if marker.number == "1":
        again = listed(Words("1、" + content.raw, "1、" + content.low))
        if len(again) > 1:
            return again
    return listed(content)
