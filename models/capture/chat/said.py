"""What is said behind a head with a time: its speaker's, or of somebody nobody here knows, who is asked for."""

from __future__ import annotations

import re
from dataclasses import replace

from models.capture.chat.heads import head_of
from models.capture.chat.times import WHEN, Stamp
from models.capture.line import Context, Items, Line, Words
from models.capture.named.speaker import Speaker, speaker_at
from models.capture.said.opinions import opinions, somebodys
from models.text import name_key

_ANY = "[00:00:00]"
"""A time in the place of one that counts into a recording."""
_INTO_RECORDING = re.compile(r"\[(?P<at>\+\d{1,3}:\d\d:\d\d)\]\s*+")
_IN_FRONT = re.compile(rf"(?P<bracket>[\[(【])?\s*+{WHEN}\s*+(?(bracket)[\])】]\s*+|\s)")
_TWO_NAMES = re.compile(r"(?P<name>[^-_/|·@()\s]+)\s*[-_/|·@(\s]\s*(?P<home>[^-_/|·@()\s]+)\)?")
_GUESSED = ("number", "initials")
"""What a name in a chat may not be taken for: nobody typed it to name somebody of the meeting."""


def at_of(words: Words) -> tuple[str, int]:
    """The time in front of a line, and where the line goes on; nothing and 0 where none stands there."""
    if match := _INTO_RECORDING.match(words.low):
        return match["at"], match.end()
    match = _IN_FRONT.match(words.low)
    stamp = Stamp.of(match) if match else None
    if match is None or stamp is None:
        return "", 0
    return stamp.written(stamp.of_recording and match["bracket"] is not None), match.end()


def said_at_a_time(words: Words, line: Line, doubt: bool) -> Items | None:
    """An opinion behind who said it and when, as chats and transcripts write it: its speaker's, else it asks whose."""
    at, end = at_of(words)
    head = head_of(f"{_ANY} {words.raw[end:]}" if at.startswith("+") else words.raw)
    speaker = _known(head.name, line.context) if head else None
    if head is None or (not (speaker and speaker.who) and not head.sure):
        return None
    content, doubted = Words.of(head.text).undoubted()
    said = _said_by(head.name, speaker, content, doubt or doubted)
    return tuple(replace(one, at=at or head.stamp.written(head.stamp.of_recording)) for one in said)


def _said_by(name: str, speaker: Speaker | None, content: Words, doubt: bool) -> Items:
    """The opinion of somebody by the name a chat gives; where nobody here or several are called so, it asks."""
    if speaker is not None and speaker.who:
        return opinions(content, replace(speaker, end=0), doubt)
    several = speaker.candidates if speaker is not None else ()
    return (replace(somebodys(content, doubt, first=several), said_as=name),)


def _known(name: str, context: Context) -> Speaker | None:
    """Whom a chat calls so: somebody of the meeting or the company, or somebody new of a department that is known."""
    match = _TWO_NAMES.fullmatch(name)
    ways = [name, *([match["home"] + match["name"], match["home"]] if match else ())]
    for way in ways[:2]:
        head = Words.of(f"{way}：")
        speaker = speaker_at(head, context)
        if speaker is None or speaker.end < len(head.low) or speaker.stance != "none":
            continue
        if speaker.rule in _GUESSED and not _is_called(way, speaker):
            labels = tuple(one.label for one in speaker.who) + speaker.candidates
            return replace(speaker, who=(), candidates=labels)
        if speaker.candidates or _is_here(speaker, context):
            return speaker
    return None


def _is_called(name: str, speaker: Speaker) -> bool:
    """Whether it is the whole name of the one who speaks (Amy, which could be initials as well)."""
    return any(name_key(name) == name_key(one.person or one.department or "") for one in speaker.who)


def _is_here(speaker: Speaker, context: Context) -> bool:
    """Whether the one who speaks is of the meeting, of the company, or of a department of the meeting."""
    roster = context.roster
    lists = (roster, *((roster.company,) if roster.company else ()))
    return len(speaker.who) == 1 and all(
        any(one.knows(who.department, who.person) for one in lists)
        or (who.department is not None and roster.knows(who.department))
        for who in speaker.who
    )
