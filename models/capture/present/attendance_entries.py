"""What becomes of one entry of an attendance list: its line, with the notes in brackets behind the name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from models.capture.line import Context
from models.capture.present.attendance_notes import noted, timed
from models.capture.present.gathered.english_notes import is_english_post, of_post
from models.capture.values import AttendanceLine
from models.names import bare_name_end, is_department, is_department_stem, is_post, person_end, title_of
from models.roster import Named

STATES: dict[str, tuple[str, str | None]] = {
    "present": ("present", None),
    "absent": ("absent", None),
    "late": ("late", None),
    "left": ("left", None),
    "observer": ("present", "observer"),
    "guest": ("present", "guest"),
}
"""Attendance and role for each marker."""
_ORGANISATION = re.compile(r".{2,}(?:大学|学院|集团|银行|协会|公司|局|院|中心|厂|商|企业|所)")
_DUTIES = re.compile(r"(?:主持人?|记录人?|会议主持|会议记录|host|chair|recorder|scribe)")


@dataclass(slots=True)
class Entry:
    """One person or department of the list, with the notes that follow the name."""

    who: Named | None
    department: str | None
    notes: list[str] = field(default_factory=list)
    candidates: tuple[str, ...] = ()


def lines_of(entry: Entry, family: str, reason: str, context: Context, doubt: bool) -> list[AttendanceLine]:
    """The line of an entry behind a label, and of whoever its notes say is not there."""
    attendance, role = STATES[family]
    line = AttendanceLine(
        department=entry.department,
        name=entry.who.person if entry.who else None,
        attendance=attendance,
        role=role,
        roll=family == "present",
        candidates=entry.candidates,
        doubt=doubt,
    )
    if role == "guest":
        line = _guest(line, entry, context)
    line, more = _with_notes(line, entry, context)
    if reason and not line.reason and line.proxy is None:
        line = replace(line, reason=reason)
    return [timed(line, context), *more]


def _with_notes(
    line: AttendanceLine, entry: Entry, context: Context
) -> tuple[AttendanceLine, list[AttendanceLine]]:
    more: list[AttendanceLine] = []
    for note in entry.notes:
        if (post := _post(note, context)) is not None:
            line = replace(line, department=line.department or post.department)
        elif _DUTIES.fullmatch(note) is None:
            line, extra = noted(line, note, context)
            more += extra
    return line, more


def _post(note: str, context: Context) -> Named | None:
    """A post in brackets (部长, 技术部主管, Head of Claims), which is no reason, with the department it names."""
    if is_english_post(note):
        return Named(of_post(note, context))
    title = "负责人" if note.endswith("负责人") else title_of(note)
    if not title or person_end(note, 0, loose=True) == len(note):
        return None
    before = note[: len(note) - len(title)]
    known = context.roster.resolve(before) if before else None
    if known is not None and len(known.who) == 1 and known.sure and not known.who[0].person:
        return known.who[0]
    if is_department(before):
        return Named(before)
    return Named(None) if not before or is_department_stem(before) or is_post(note) else None


def _guest(line: AttendanceLine, entry: Entry, context: Context) -> AttendanceLine:
    """A guest has no department: where from is part of the name, also as 清华大学（陈老师）."""
    if entry.notes and (is_house(entry.who) or line.name is None):
        people = [note for note in entry.notes if person_end(note, 0) == len(note)]
        if len(people) == 1:
            entry.notes.remove(people[0])
            line = replace(line, name=f"{line.name or ''}{people[0]}")
    if line.department is None or context.roster.knows(line.department):
        return line
    if line.name and line.name.isascii():
        return replace(line, reason=line.department, department=None)
    return replace(line, name=f"{line.department}{line.name or ''}", department=None)


_LONGEST_HOUSE = 40
"""Characters; what is longer is a list of words that became one name."""


def is_house(who: Named | None) -> bool:
    """Whether it is where a guest comes from (清华大学, 德勤) and no name."""
    name = who.person if who is not None else None
    if name is None or name.isascii() or len(name) > _LONGEST_HOUSE:
        return False
    if any(person_end(name, pos, loose=True) == len(name) for pos in range(len(name) - 1)):
        return False
    return _ORGANISATION.fullmatch(name) is not None or bare_name_end(name, 0) != len(name)
