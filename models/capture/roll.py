"""Attendance lists: 出席：市场部：李经理、张专员；研发部：王工 · 缺席：研发部周总监（客户拜访，王工代参会）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from models.capture.context import Context
from models.capture.markers import NOTHING
from models.capture.mentions import mention_at
from models.capture.parsed import AttendanceLine
from models.capture.words import Words, trimmed
from models.dates import parse_time
from models.names import is_department
from models.roster import Named

STATES: dict[str, tuple[str | None, str | None]] = {
    "present": ("present", None),
    "absent": ("absent", None),
    "late": ("late", None),
    "left": ("left", None),
    "observer": ("present", "observer"),
    "guest": ("present", "guest"),
}
"""Attendance and role for each marker."""
_PIECE = re.compile(r"(?:\([^()]*\)|[^、,/;&\s(])+(?:\s*\([^()]*\))*")
_TIME = (
    r"(?:(?:上午|下午|中午|早上|晚上)?\s*\d{1,2}(?::\d{2}|[点时](?:\d{1,2}分?|半|[一三]刻)?))(?:\s*[ap]m)?"
)
TIME = re.compile(_TIME)
_LATE_BY = re.compile(r"(?:迟到|晚到|晚)?(?:约)?\s*(\d{1,3})\s*(?:分钟|min(?:ute)?s?)")
_PROXY = re.compile(
    r"(?:已?(?:经)?(?:安排|委托|指派|派|请|由|委派)|已请)?\s*(?P<name>[^,;。、\s]{2,12}?)\s*(?:代为|代替|替|代)(?:其|他|她)?(?:参会|参加(?:会议)?|出席|与会|到会|开会|会议)?$"
    r"|(?P<english>[a-z][a-z .'-]*?) (?:stands in|standing in|attends instead|as proxy|is proxy)$"
)
_FOR = re.compile(r"(?:代替?|替|for )\s*(?P<name>[^,;。]{2,12})$")
_COUNT = re.compile(r"\s*(?:\d+|[一二三四五六七八九十两]+)\s*人$")
_ALL = re.compile(
    r"(?:全员|全体(?:人员|参会人员)?|所有人(?:员)?|人员)?(?:全部|均|都|已)*(?:到齐|到场|出席|到会|参会|全员|全体|everyone|all)[。.]?$"
)


@dataclass(slots=True)
class _Entry:
    """One person being read, with the notes that follow the name."""

    who: Named | None
    department: str | None
    notes: list[str] = field(default_factory=list)


def roll(words: Words, family: str, context: Context, doubt: bool = False) -> tuple[AttendanceLine, ...]:
    """The attendance of everybody in the list; nothing for 无."""
    if NOTHING.fullmatch(words.strip().low):
        return ()
    if family == "present" and _ALL.fullmatch(words.strip().low) and context.roster.people:
        who = context.roster.people
        return tuple(
            AttendanceLine(department=one.department, name=one.person, attendance="present") for one in who
        )
    found: list[AttendanceLine] = []
    for group in _groups(words):
        for entry in _entries(group, family, context):
            found += _lines(entry, family, context, doubt)
    return tuple(found)


def _groups(words: Words) -> Iterator[Words]:
    """The parts between semicolons, full stops and before a further 部门：, brackets kept whole."""
    depth, start = 0, 0
    for pos, sign in enumerate(words.low):
        depth += (sign == "(") - (sign == ")")
        if depth <= 0 and sign in ";。":
            yield words.cut(start, pos)
            start = pos + 1
    yield words.cut(start)


def _entries(group: Words, family: str, context: Context) -> list[_Entry]:
    group = group.strip()
    department: str | None = None
    entries: list[_Entry] = []
    for piece in _pieces(group):
        head, notes = _split_notes(piece)
        if not head:
            if entries:
                entries[-1].notes += notes
            continue
        if head.low.endswith(":"):
            department = _department(head.cut(0, -1).strip(), context)
            entries.append(_Entry(None, department, notes))
            continue
        department = _add(entries, head, notes, department, family, context)
    return _without_headings(entries)


def _pieces(group: Words) -> Iterator[Words]:
    """Names with their brackets; a department's colon ends a piece of its own; Latin names keep their spaces."""
    for match in re.finditer(r"(?:[^、,/;&(]|\([^()]*\)|\([^()]*$)+", group.low):
        part = group.cut(*match.span()).strip()
        while (colon := re.match(r"([^:()\d][^:()]*):(?!\d)", part.low)) is not None:
            yield part.cut(0, colon.end())
            part = part.cut(colon.end()).strip()
        if re.search("[\u3400-\u9fff]", re.sub(r"\([^()]*\)", "", part.low)):
            for token in re.finditer(r"(?:[^\s(]|\([^()]*\)?)+", part.low):
                yield part.cut(*token.span())
        elif part:
            yield from _latin_pieces(part)


def _latin_pieces(part: Words) -> Iterator[Words]:
    """Zhou 9:45: a Latin name, then perhaps a time."""
    time = re.search(r"\s+(?=\d{1,2}:\d{2})", part.low)
    if time is None:
        yield part
    else:
        yield part.cut(0, time.start())
        yield part.cut(time.end())


def _split_notes(piece: Words) -> tuple[Words, list[str]]:
    """The name and what stands in brackets behind it."""
    opening = piece.low.find("(")
    if opening < 0:
        return piece.strip(), []
    notes = [
        piece.raw[match.start() + 1 : match.end()].rstrip(")）")
        for match in re.finditer(r"\([^()]*\)?", piece.low)
    ]
    return piece.cut(0, opening).strip(), notes


def _department(words: Words, context: Context) -> str:
    found = mention_at(words, 0, context, short=True)
    if found is not None and found.end == len(words.low) and found.department:
        return found.department
    return words.text()


def _add(
    entries: list[_Entry],
    head: Words,
    notes: list[str],
    department: str | None,
    family: str,
    context: Context,
) -> str | None:
    """Add what one piece says; returns the department that holds for the next piece."""
    head = Words.of(_COUNT.sub("", head.raw)) if _COUNT.search(head.low) else head
    found = mention_at(head, 0, context, short=True) if head else None
    behind = head.cut(found.end).text() if found else ""
    if found is not None and found.certain and found.person is None and not behind:
        listed = [note for note in notes if _is_list(note, found.department, context)]
        entries.append(_Entry(None, found.department, [note for note in notes if note not in listed]))
        for note in listed:
            for name in re.split(r"[、，,/ ]", note):
                _add(entries, Words.of(name.strip()), [], found.department, family, context)
        return found.department
    if found is not None and found.certain and found.person:
        who = _within(found.who[0], head.raw[found.start : found.end], department, context)
        entries.append(_Entry(who, who.department, [*([behind] if behind else []), *notes]))
        return department if department is not None else None
    return _add_unknown(
        entries, head, notes, department, family, found is not None and not found.certain, context
    )


def _is_list(note: str, department: str | None, context: Context) -> bool:
    """Whether the brackets behind a department hold its people."""
    words = Words.of(re.split(r"[、，,/ ]", note)[0].strip())
    found = mention_at(words, 0, context) if words else None
    if found is None:
        own = context.roster.person(department, words.low, 0)
        return own is not None and own[0] == len(words.low)
    return found.end == len(words.low) and any(who.person for who in found.who)


def _within(who: Named, word: str, department: str | None, context: Context) -> Named:
    """The person of the list's department, where one was said before."""
    if department is None or who.department == department:
        return who
    own = context.roster.person(department, Words.of(word).low, 0)
    if own is not None and len(own[1]) == 1:
        return own[1][0]
    return Named(department, word) if who.department != department else who


def _add_unknown(
    entries: list[_Entry],
    head: Words,
    notes: list[str],
    department: str | None,
    family: str,
    several: bool,
    context: Context,
) -> str | None:
    if is_department(head.raw):
        entries.append(_Entry(None, head.raw, notes))
        return head.raw
    own = context.roster.person(department, head.low, 0) if department else None
    if own is not None and own[0] == len(head.low) and len(own[1]) == 1:
        entries.append(_Entry(own[1][0], department, notes))
    elif entries and not several and _is_note(head, family):
        entries[-1].notes += [head.raw, *notes]
    elif head:
        split = _department_and_name(head)
        entries.append(
            _Entry(split or Named(department, head.raw), split.department if split else department, notes)
        )
    return department


def _department_and_name(head: Words) -> Named | None:
    for cut in range(2, min(len(head.raw) - 1, 9)):
        if is_department(head.raw[:cut]) and not is_department(head.raw[: cut + 1]):
            return Named(head.raw[:cut], head.raw[cut:].strip(" -–—·/"))
    return None


def _is_note(head: Words, family: str) -> bool:
    """Whether a piece without a name's form is about the person before it: a time, a reason, a stand-in."""
    low = head.low
    if TIME.match(low) or _LATE_BY.fullmatch(low) or _PROXY.match(low):
        return True
    return family in ("absent", "late", "left") and (
        len(low) > 4 or re.search("[因会假差病访外休事]", low) is not None
    )


def _without_headings(entries: list[_Entry]) -> list[_Entry]:
    """Departments stand for themselves only where no name of theirs follows."""
    kept = []
    for entry, following in zip(entries, [*entries[1:], None], strict=True):
        names_follow = (
            following is not None and following.who is not None and following.department == entry.department
        )
        if entry.who is None and names_follow and following is not None:
            following.notes = [*entry.notes, *following.notes]
        else:
            kept.append(entry)
    return kept


def _lines(entry: _Entry, family: str, context: Context, doubt: bool) -> list[AttendanceLine]:
    attendance, role = STATES[family]
    line = AttendanceLine(
        department=None if role == "guest" and entry.who is None else entry.department,
        name=entry.who.person if entry.who else None,
        attendance=attendance,
        role=role,
        roll=family == "present",
        doubt=doubt,
    )
    if entry.who is not None and entry.who.person is None:
        line = replace(line, name=entry.who.label)
    if (
        role == "guest"
        and line.department
        and line.name
        and not context.roster.knows_department(line.department)
    ):
        # A guest has no department: where from is part of the name.
        line = replace(line, name=line.department + line.name, department=None)
    elif role == "guest" and line.name is None and entry.department:
        line = replace(line, name=entry.department, department=None)
    more: list[AttendanceLine] = []
    for note in entry.notes:
        line, extra = noted(line, note, context)
        more += extra
    return [timed(line, context), *more]


def noted(line: AttendanceLine, note: str, context: Context) -> tuple[AttendanceLine, list[AttendanceLine]]:
    """The line with what a note in brackets says: reason, stand-in, time."""
    reasons, more = [], []
    for part in re.split(r"[，,；;]", note):
        words = Words.of(trimmed(part))
        stand_in = proxy_of(words, context)
        instead = _FOR.fullmatch(words.low)
        if stand_in is not None:
            line = replace(line, proxy=stand_in)
        elif instead is not None and line.attendance == "present":
            absent = mention_at(words, instead.start("name"), context)
            department = (absent.department if absent else None) or line.department
            name = (absent.person if absent else None) or words.raw[instead.start("name") :]
            more.append(
                AttendanceLine(department=department, name=name, attendance="absent", proxy=line.name)
            )
        elif (time := clock(words.low)) is not None:
            line = _with_time(line, words.low, time)
        elif words:
            reasons.append(words.raw)
    if reasons:
        line = replace(line, reason="，".join(filter(None, [line.reason, *reasons])))
    return line, more


def _with_time(line: AttendanceLine, low: str, time: str) -> AttendanceLine:
    if line.attendance == "left" or re.search("走|离|退|left", low):
        return replace(line, attendance="left", left_at=time)
    if line.attendance == "absent":
        return replace(line, reason="，".join(filter(None, [line.reason, low])))
    return replace(
        line,
        attendance="late" if line.attendance != "present" or re.search("到|来|进", low) else "present",
        arrived_at=time,
    )


def clock(low: str) -> str | None:
    """The time of day a note says (14:30到会, 下午2点半), as HH:MM."""
    match = TIME.search(low)
    return parse_time(match[0].strip()) if match else None


def proxy_of(words: Words, context: Context) -> str | None:
    """Who stands in (已安排陈工程师代为参会, 王工代); as the meeting calls the person."""
    match = _PROXY.fullmatch(words.low)
    if match is None:
        return None
    group = "name" if match["name"] else "english"
    found = mention_at(words, match.start(group), context)
    if found is not None and found.end == match.end(group) and found.certain and found.person:
        return found.person
    return words.raw[match.start(group) : match.end(group)]


def timed(line: AttendanceLine, context: Context) -> AttendanceLine:
    """The line with the time of now where it needs one and none was said."""
    if line.attendance == "late" and line.arrived_at is None:
        late_by = _LATE_BY.fullmatch(line.reason or "")
        return replace(line, arrived_at=context.now) if late_by is None else line
    if line.attendance == "left" and line.left_at is None:
        return replace(line, left_at=context.now)
    return line
