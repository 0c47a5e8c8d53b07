"""Heads of a chat or transcript: who says something and when, before it or on a line of its own.

李经理 14:03 · 李经理 2026/9/16 14:03:21 · 李经理(00:12:05)：… · [14:03] 李经理：… · 14:03:21 From Li Min to Everyone: …
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.capture.chat.times import WHEN, Stamp
from models.capture.words.lexicon import MARKERS, either
from models.text import fold_lower


@dataclass(frozen=True, slots=True)
class Head:
    """Who says something and when, with what is said behind it on the same line."""

    name: str
    stamp: Stamp
    text: str = ""
    alone: bool = False
    """Whether nothing stands behind it: what is said follows on the next lines."""
    sure: bool = False
    """Whether no line but a chat's looks like this; a name and a time alone may be something else."""


_NAME = r"(?P<name>[^\s:\[\]()<>【】](?:[^:\[\]<>【】]{0,38}?[^\s:\[\]<>【】,])?)"
_TIME_BEHIND = re.compile(
    rf"[>#*\s]*+@?{_NAME}(?:\s*+[,—–-]\s*+|\s++|(?=[\[(<])|(?<=[^\x00-\x7f]))"
    rf"(?P<bracket>[\[(<])?\s*+{WHEN}\s*+[\])>]?\s*+(?::\s*+(?P<text>.*))?",
    re.DOTALL,
)
_TIME_IN_FRONT = re.compile(
    rf"(?P<bracket>[\[(【])?\s*+{WHEN}(?:,\s*+\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})?\s*+[\])】]?\s*+[-–—|]?\s*+(?P<sent>from\s++)?(?P<nick><)?{_NAME}>?"
    r"(?P<account>\s*+\(\d{4,}\)|\s*+<[^<>]{3,60}>)?(?P<to>\s++to\s++[^:]{1,40}?(?:\s*+\(direct message\))?)?"
    r"(?:\s*+:\s*+|(?<=>)\s++|\s*+$)(?P<text>.*)",
    re.DOTALL,
)
_NO_NAME = re.compile(
    r"[，。！？；!?;]|到|离|迟|休息|散会|开始|结束|继续|开会|日期|截止|定在|下次|上次|前$|"
    + either(word for row in MARKERS if row.group != "entry" for word in row.zh)
)
_WORDS = frozenset(word for row in MARKERS for word in (*row.zh, *row.en))


_TIME_ALONE = re.compile(rf"\s*+[\[(<]?\s*+{WHEN}\s*+[\])>]?\s*+")
_LONGEST_NAME = 24


def is_time(line: str) -> bool:
    """Whether nothing but a time stands on a line."""
    return _TIME_ALONE.fullmatch(fold_lower(line)) is not None


def may_be_name(line: str) -> bool:
    """Whether somebody's name may be all of a line, with the time on the next."""
    name = line.strip()
    return 0 < len(name) <= _LONGEST_NAME and ":" not in fold_lower(name) and _is_name(name, sure=False)


def head_of(line: str) -> Head | None:
    """The head a line begins with, or is; None for any other line."""
    low = fold_lower(line)
    if ":" not in low:
        return None
    return _behind(line, low) or _in_front(line, low)


def _behind(line: str, low: str) -> Head | None:
    """李经理 14:03, 李经理(00:12:05)：…"""
    match = _TIME_BEHIND.match(low)
    if match is None or (match["text"] is None and match.end() < len(low.rstrip())):
        return None
    sure = bool(match["second"] or match["year"] or match["noon"] or match["half"])
    return _head(line, match, sure or bool(match["bracket"] and match["text"] is not None))


def _in_front(line: str, low: str) -> Head | None:
    """[14:03] 李经理：…, 2026-09-16 14:03:21 李经理(12345)"""
    match = _TIME_IN_FRONT.match(low)
    if match is None:
        return None
    signs = match["bracket"] or match["second"] or match["year"] or match["sent"] or match["nick"]
    sure = bool(signs or match["to"] or match["noon"] or match["half"])
    return _head(line, match, sure)


def _head(line: str, match: re.Match[str], sure: bool) -> Head | None:
    stamp = Stamp.of(match)
    name = line[slice(*match.span("name"))].strip()
    if stamp is None or not _is_name(name, sure):
        return None
    text = line[slice(*match.span("text"))].strip() if match["text"] else ""
    return Head(name, stamp, text, not text, sure)


def _is_name(name: str, sure: bool) -> bool:
    """Whether somebody may be called so: no marker, no sentence, no figures alone."""
    low = fold_lower(name)
    if low in _WORDS or not any(char.isalpha() for char in name):
        return False
    return sure or _NO_NAME.search(low) is None
