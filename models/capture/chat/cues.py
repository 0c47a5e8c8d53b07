"""Cues of .srt and .vtt files and of transcripts with spans of time: who says what from when to when.

00:00:05.000 --> 00:00:08.000 ⏎ <v 李经理>先做一版方案</v> becomes [+0:00:05] 李经理：先做一版方案.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from models.text import fold_lower

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?"
_SPAN = re.compile(rf"\s*+{_TIME}\s*+-->\s*+{_TIME}(?:\s.*)?", re.DOTALL)
_ID = re.compile(r"\s*+(?:\d+|[0-9a-f-]{8,}(?:/\d+-\d+)?)\s*+", re.IGNORECASE)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,60})>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^>]{0,60}>|<\d{1,2}:[\d:.]+>")
_SPEAKS = re.compile(r"([^\s:：][^:：<>]{0,38}?)\s*[:：]\s*(?=\S)")
_ENDS = re.compile(r"[。.!?！？…][”\"’']?\s*$")
_APART = 5.0
"""Seconds of silence after which the same speaker begins a line anew."""
_LONG = 200
"""Characters after which a line ends with the next sentence's end."""
_REMARK = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_NOBODY, _POINT = "？", ("要点", "point")
"""In front of what somebody says and nobody knows who; where no cue names anybody, of what is nobody's."""
_HEADINGS = ("webvtt", "note", "style", "region", "kind:", "language:")


@dataclass(slots=True)
class Cue:
    """What is said in one span of time; several that go on with one sentence become one."""

    number: int
    """The number (from 1) of the line it begins on."""
    begins: float
    ends: float
    lines: list[str] = field(default_factory=list)
    name: str = ""

    @property
    def text(self) -> str:
        """All that is said."""
        gap = " " if all(line.isascii() for line in self.lines) else ""
        return gap.join(self.lines)

    @property
    def line(self) -> str:
        """The cue as a line: [+0:00:05] 李经理：先做一版方案."""
        minutes, seconds = divmod(int(self.begins), 60)
        when = f"[+{minutes // 60}:{minutes % 60:02}:{seconds:02}] "
        return f"{when}{self.name}{': ' if self.name.isascii() else '：'}{self.text}"


def cues_of(lines: Sequence[tuple[int, str]]) -> list[Cue] | None:
    """The cues of numbered lines, by speaker and sentence; None where the lines are no cues."""
    found: list[Cue] = []
    for number, text in lines:
        if "-->" in text and (span := _SPAN.fullmatch(text)):
            if found and found[-1].lines and _ID.fullmatch(found[-1].lines[-1]):
                found[-1].lines.pop()
            found.append(Cue(number, *_seconds(span)))
        elif found and text.strip() and not _REMARK.match(text):
            found[-1].lines.append(text.strip())
    if not found or not _are_first(lines, found[0].number):
        return None
    return _headed(_joined(_named(found)))


def _are_first(lines: Sequence[tuple[int, str]], number: int) -> bool:
    """Whether nothing but a file's own heading and the first cue's id stand before the cues."""
    before = [text.strip() for place, text in lines if place < number and text.strip()]
    return all(_ID.fullmatch(text) or fold_lower(text).startswith(_HEADINGS) for text in before)


def _seconds(span: re.Match[str]) -> tuple[float, float]:
    hours, minutes, seconds, parts, *end = (int(part or 0) for part in span.groups())
    begins = hours * 3600 + minutes * 60 + seconds + parts / 1000
    return begins, end[0] * 3600 + end[1] * 60 + end[2] + end[3] / 1000


def _named(cues: list[Cue]) -> Iterable[Cue]:
    """The cues that say something, each with its speaker: by a voice tag, a line of the name alone, or a colon."""
    alone = _names_alone(cues)
    for cue in cues:
        if alone and len(cue.lines) > 1:
            cue.name = cue.lines.pop(0)
        for one in _by_voice(cue):
            one.lines = [text for line in one.lines if (text := html.unescape(_TAG.sub("", line)).strip())]
            if one.lines and not one.name and (match := _SPEAKS.match(one.lines[0])):
                one.name, one.lines[0] = match[1].strip(), one.lines[0][match.end() :]
            if one.lines:
                yield one


def _by_voice(cue: Cue) -> list[Cue]:
    """A cue in the parts of its voice tags: several may speak within one."""
    parts = _VOICE.split("\n".join(cue.lines))
    if len(parts) == 1:
        return [cue]
    made = [Cue(cue.number, cue.begins, cue.ends, parts[0].split("\n"), cue.name)]
    for name, said in zip(parts[1::2], parts[2::2], strict=True):
        made.append(Cue(cue.number, cue.begins, cue.ends, said.split("\n"), html.unescape(name).strip()))
    return made


def _names_alone(cues: Sequence[Cue]) -> bool:
    """Whether the first line of every cue is a name: there is always more, and few names come again and again."""
    firsts = [cue.lines[0] for cue in cues if cue.lines]
    if any(len(cue.lines) < 2 for cue in cues if cue.lines) or any("<v" in first for first in firsts):
        return False
    short = all(len(first) <= 40 and not _ENDS.search(first) and ":" not in first for first in firsts)
    return short and (len(firsts) < 3 or len(set(firsts)) * 2 <= len(firsts) + 1)


def _headed(cues: list[Cue]) -> list[Cue]:
    """The cues, each with something in front: one without a name is not the last speaker's."""
    spoken = any(cue.name for cue in cues)
    for cue in cues:
        cue.name = cue.name or (_NOBODY if spoken else _POINT[cue.text.isascii()])
    return cues


def _joined(cues: Iterable[Cue]) -> list[Cue]:
    """The cues with those that go on with the same speaker's sentence added to the one before."""
    found: list[Cue] = []
    for cue in cues:
        last = found[-1] if found else None
        if last is None or cue.name != last.name or cue.begins - last.ends > _APART or _is_whole(last):
            found.append(cue)
        else:
            last.lines += cue.lines
            last.ends = cue.ends
    return found


def _is_whole(cue: Cue) -> bool:
    return _ENDS.search(cue.text) is not None or len(cue.text) > _LONG
