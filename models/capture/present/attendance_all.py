"""Everybody is there, but for those who are named: 全员到齐 · 出席：全到，法务换回秦岚 · 除李敏外都到了."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from models.capture.line import Context, Words
from models.capture.named.mentions import Mention, mention_at, mentions_at
from models.capture.named.strangers import name_at
from models.capture.present.attendance_said import presence
from models.capture.values import AttendanceLine

_WHO = "(?:大家|各部门|各方|全员|全体(?:参会)?(?:人员)?|所有人(?:员)?|参会人员|人员|人(?=都|全|均|已))"
_EACH = "(?:全部|全都|全|都|均|悉数)"
_THERE = "(?:已经?)?(?:到齐|到位|到场|到会|出席|参会|在场|到(?![^了。,;!]))了?"
_ALL = re.compile(
    rf"(?:{_WHO}(?:已经?)?{_EACH}?{_THERE}|(?:已经?)?{_EACH}{_THERE}|到齐了?|全员|全体(?:人员)?|应到尽到"
    r"|(?:everyone|everybody|all)(?:(?:'s| is| are)? (?:here|present|in|there))?|full house)\s*+(?=$|[,;。.!])"
)
_BUT = re.compile(
    r"除了?(?P<names>[^,;。]{2,40}?)(?:以外|之外|外)?,?\s*+(?:其他人?|其余(?:人员?)?|大家)?"
    rf"{_EACH}{_THERE}[。.!]?"
)
_LACKS = re.compile(r"(?:就|只|还|仅)?(?:差|缺|少)了?|只有(?=.*没[来到])")
_INSTEAD = re.compile(r"\s*+(?:换回|换成|换为|换上|换|改由|改派|改为)了?\s*+")
_PART = re.compile(r"[^,;。!]+")


def everybody(words: Words, context: Context, doubt: bool = False) -> tuple[AttendanceLine, ...]:
    """The attendance of everybody on the meeting's list, as far as the words say that all are there."""
    if not context.roster.people:
        return ()
    if but := _BUT.fullmatch(words.low):
        missing = _absent(words.cut(*but.span("names")), context, doubt)
        return _without(missing, context, doubt) if missing else ()
    said = _ALL.match(words.low)
    if said is None:
        return ()
    others: list[AttendanceLine] = []
    for part in _PART.finditer(words.low, said.end()):
        found = _exception(words.cut(*part.span()).strip(), context, doubt)
        if not found:
            return ()
        others += found
    return _without(others, context, doubt)


def _without(others: list[AttendanceLine], context: Context, doubt: bool) -> tuple[AttendanceLine, ...]:
    """All are present but for those of whom something else is said."""
    named = {(one.department, one.name) for one in others}
    present = (
        AttendanceLine(department=one.department, name=one.person, attendance="present", doubt=doubt)
        for one in context.roster.people
        if (one.department, one.person) not in named
    )
    return (*present, *others)


def _exception(part: Words, context: Context, doubt: bool) -> list[AttendanceLine]:
    """What a clause says of those who are not simply there: 法务换回秦岚, 李敏请假, 就差李敏."""
    lacks = _LACKS.match(part.low)
    if lacks and (missing := _absent(part.cut(lacks.end()), context, doubt)):
        return missing
    return list(_instead(part, context, doubt)) or list(presence(part, context, doubt))


def _absent(names: Words, context: Context, doubt: bool) -> list[AttendanceLine]:
    found = mentions_at(names.strip(), 0, context, short=True)
    if not found or not all(one.certain and one.person for one in found):
        return []
    return [replace(_line(one, doubt), attendance="absent") for one in found]


def _instead(part: Words, context: Context, doubt: bool) -> Iterator[AttendanceLine]:
    """Whoever comes for a department from now on."""
    link = _INSTEAD.search(part.low)
    before = mention_at(part.cut(0, link.start()), 0, context, short=True) if link else None
    if before is None or link is None or not before.certain or before.end < link.start():
        return
    after = name_at(part, link.end(), context, digits=False)
    if after is None or not after.certain or not after.person or part.low[after.end :].strip("参会加出席 "):
        return
    home = after.department or before.department
    yield replace(_line(after, doubt), department=home)
    if before.person:
        yield replace(_line(before, doubt), attendance="absent", proxy=after.person)


def _line(one: Mention, doubt: bool) -> AttendanceLine:
    return AttendanceLine(department=one.department, name=one.person, attendance="present", doubt=doubt)
