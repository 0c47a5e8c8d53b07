"""Attendance lists: 出席：市场部：李经理、张专员；研发部：王工 · 缺席：研发部周总监（客户拜访，王工代参会）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from models.capture.line import Context, Words
from models.capture.markers import NOTHING
from models.capture.named.mentions import Mention, mention_at
from models.capture.present.attendance_entries import Entry, is_house, lines_of
from models.capture.present.attendance_notes import TIME, minutes_late, proxy_at
from models.capture.present.gathered import chinese, english
from models.capture.present.gathered.english_notes import NAME, department_of, is_english_post
from models.capture.present.gathered.tongue import Place, Who
from models.capture.values import AttendanceLine
from models.capture.words.lexicon import marked
from models.names import is_department, is_whole_name
from models.roster import Named
from models.spoken import unpadded_list

_EXCEPTIONS = ("absent", "late", "left")
"""The markers behind whose names a reason is said."""
_BRACKETS = re.compile(r"\([^()]*\)?")
_PART = re.compile(r"(?:[^、,/;|(]|\([^()]*\)|\([^()]*$)+")
_HEADING = re.compile(r"([^:()\d][^:()]*):(?!\d)")
_TOKEN = re.compile(r"(?:[^\s(]|\([^()]*\)?)+")
_CHINESE = re.compile("[\u3400-\u9fff]")
_LATIN_NAME = re.compile(r"[A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]*){0,3}")
_LATIN_TIME = re.compile(
    r"\s+(?:(?:joined|arrived|came|came in|left|dropped off)\s+)?(?:at\s+)?(?=\d{1,2}(?::\d{2}|\s?[ap]m\b))"
)
_COUNT = re.compile(r"\s*+(?:等)?(?:\d{1,5}|[一二三四五六七八九十两]{1,4})\s*+人$|\s*+等人?$")
_PROSE = re.compile(
    r"本次|此次|会议|共有|共计|总计|组成|成员|人员|\d\s*+[名人位]|^由|^均|^都|包括|分别|如下|详见|见附|名单|签到"
    r"|参会|参加|出席|到会|到齐|全到|大家|我们|情况|的|了|吗|[?？!！…]|^\d+$"
)
"""What stands in a sentence about who is there, and in nobody's name."""
_LONGEST_NAME = 24
_DUTY_BEHIND = re.compile(rf"(?<=[\u3400-\u9fff]{{2}})(?:{marked('host')}|{marked('recorder')})$")
"""What somebody of the list does at the meeting, behind the name (顾馆长主持)."""
_DASH = re.compile(r"\s+[-–—]\s+")
_MYSELF = re.compile(r"(?:me|myself|i|i'm|i am)\b(?! lin| yang| chen)")
_AND = re.compile(r"\s*+(?:、|和|与|及|以及|\band\b|&)\s*+")
_INSIDE_LIST = re.compile(r"[、，,/ ]")
_REASONS = re.compile("[因会假差病访外休事庭堵忙晚]|路上|在路|线上")


def roll(
    words: Words, family: str, reason: str, context: Context, doubt: bool = False
) -> tuple[AttendanceLine, ...]:
    """The attendance of everybody in the list; nothing for 无. `reason` is what the marker says itself (请假)."""
    words = Words.of(unpadded_list(words.raw.strip()))
    if NOTHING.fullmatch(words.low):
        return ()
    found: list[AttendanceLine] = []
    for group in _groups(words):
        for entry in _Reader(family, context).read(group.strip()):
            found += lines_of(entry, family, reason, context, doubt)
    return tuple(found)


def _groups(words: Words) -> Iterator[Words]:
    """The parts between semicolons and full stops and before a further 【部门】, brackets kept whole."""
    depth, start = 0, 0
    for pos, sign in enumerate(words.low):
        depth += (sign == "(") - (sign == ")")
        if depth <= 0 and (sign in ";。" or (sign == "【" and pos > start)):
            yield words.cut(start, pos)
            start = pos + (sign != "【")
    yield words.cut(start)


def _pieces(group: Words) -> Iterator[Words]:
    """Names with their brackets; a department's colon ends a piece of its own; Latin names keep their spaces."""
    for match in _PART.finditer(group.low):
        part = group.cut(*match.span()).strip()
        while (colon := _HEADING.match(part.low)) is not None:
            yield part.cut(0, colon.end())
            part = part.cut(colon.end()).strip()
        if _CHINESE.search(_BRACKETS.sub("", part.low)):
            yield from (part.cut(*token.span()) for token in _TOKEN.finditer(part.low))
        elif part:
            time = _LATIN_TIME.search(part.low)
            yield part.cut(0, time.start() if time else None)
            yield from (part.cut(time.end()),) if time else ()


def _behind_brackets(piece: Words) -> list[str]:
    """What is said of somebody behind the brackets, as if it stood in them: 李经理（）出差."""
    closing = piece.low.rfind(")")
    behind = piece.cut(closing + 1).text() if closing >= 0 else ""
    return [behind] if behind and not behind.startswith((":", "：")) and not _COUNT.fullmatch(behind) else []


class _Reader:
    """Reads one group: a department's heading holds for all names after it, one before a name for new names."""

    def __init__(self, family: str, context: Context) -> None:
        self._family = family
        self._context = context
        self._heading: str | None = None
        self._near: str | None = None
        self._entries: list[Entry] = []

    def read(self, group: Words) -> list[Entry]:
        """People and departments of one group of the list, in order, each with its notes."""
        for piece in _pieces(group):
            self._piece(piece)
        return self._joined()

    def _piece(self, piece: Words) -> None:
        opening = piece.low.find("(")
        head = (piece if opening < 0 else piece.cut(0, opening)).strip()
        notes = [
            piece.raw[one.start() + 1 : one.end()].rstrip(")）") for one in _BRACKETS.finditer(piece.low)
        ]
        if self._family in _EXCEPTIONS:
            notes += _behind_brackets(piece)
        if not head:
            self._note(notes)
        elif head.low.endswith(":"):
            self._heads(head.cut(0, -1).strip(), notes)
        else:
            said = _COUNT.sub("", head.raw)
            duty = _DUTY_BEHIND.search(said)
            self._name(
                Words.of(said[: duty.start()] if duty else said), [*notes, *([duty[0]] if duty else [])]
            )

    def _note(self, notes: list[str]) -> None:
        if self._entries:
            self._entries[-1].notes += notes

    def _heads(self, head: Words, notes: list[str]) -> None:
        found = mention_at(head, 0, self._context, short=True)
        known = found is not None and found.end == len(head.low) and found.department
        self._heading = known or head.text()
        self._entries.append(Entry(None, self._heading, notes))

    def _name(self, head: Words, notes: list[str]) -> None:
        found = self._at(head)
        behind = head.cut(found.end).text() if found else ""
        joined = _AND.match(head.low, found.end) if found and found.person else None
        if found and joined and self._at(head.cut(joined.end())):
            self._name(head.cut(0, found.end), [])
            self._name(head.cut(joined.end()), notes)
            return
        if (formed := self._formed(head, found)) is not None:
            self._near = None if self._family == "guest" else formed.department
            self._entries.append(Entry(formed, formed.department, notes))
        elif found is not None and found.certain and found.person:
            self._person(head, found, [*([behind] if behind else []), *notes])
        elif found is not None and found.certain and not behind:
            self._department(found.department, notes)
        elif found is not None and not found.certain and not behind:
            self._several(head, found, notes)
        elif found is not None and found.certain and is_whole_name(behind):
            self._entries.append(Entry(Named(found.department, behind), found.department, notes))
        elif head:
            self._unknown(head, notes)

    def _formed(self, head: Words, found: Mention | None) -> Named | None:
        """A department and a name nobody knows that run together (前厅陈姐, Legal - Simon Frost)."""
        if self._heading is not None or (found is not None and found.known):
            return None
        place = Place(self._context, None, first=True, alone=True, missing=False)
        who = (one for tongue in (english, chinese) for one in tongue.names(head, place))
        whole = (_with_home(one, head, place) for one in who if not one.weak or one.end < len(head.low))
        return next((self._at_home(one) for one in whole if one is not None and one.department), None)

    def _at_home(self, who: Named) -> Named:
        """Somebody of the department as the meeting calls it (供应链 for 供应链管理部)."""
        found = self._context.roster.resolve(who.department or "")
        known = found.who[0] if len(found.who) == 1 and found.sure and not found.who[0].person else who
        return replace(who, department=known.department)

    def _at(self, head: Words) -> Mention | None:
        """Who a piece begins with; a piece that is one person's initials or one's beginning of a department too."""
        if not head:
            return None
        found = mention_at(head, 0, self._context, short=True)
        whole = self._context.roster.resolve(head.raw) if found is None or found.end < len(head.low) else None
        if whole is None or not whole.who:
            return found
        return Mention(0, len(head.low), whole.who, sure=whole.sure)

    def _department(self, name: str | None, notes: list[str]) -> None:
        self._heading = name
        listed = [note for note in notes if self._lists_people(note, name)]
        self._entries.append(Entry(None, name, [note for note in notes if note not in listed]))
        for note in listed:
            for word in _INSIDE_LIST.split(note):
                self._name(Words.of(word.strip()), [])

    def _lists_people(self, note: str, department: str | None) -> bool:
        """Whether the brackets behind a department hold its people."""
        words = Words.of(_INSIDE_LIST.split(note)[0].strip())
        own = self._context.roster.person(department, words.low, 0)
        if own is not None and own[0] == len(words.low):
            return True
        found = mention_at(words, 0, self._context) if words else None
        return found is not None and found.end == len(words.low) and any(who.person for who in found.who)

    def _person(self, head: Words, found: Mention, notes: list[str]) -> None:
        """A known or well-formed name: of the department in brackets, else the heading's, else its own."""
        department = self._heading
        for note in notes:
            named = mention_at(Words.of(note), 0, self._context, short=True)
            if named is not None and named.end == len(note) and named.certain and named.person is None:
                department, notes = named.department, [one for one in notes if one != note]
        word = head.raw[found.start : found.end]
        if self._family == "guest" and word not in (found.who[0].person, found.who[0].label):
            # 陈老师 who comes as a guest is not 陈工程师 of the house.
            found = replace(found, who=(Named(None, word),), known=False)
        who = self._within(found.who[0], word, department)
        if who.department and head.raw.startswith(who.department):
            self._near = who.department
        self._entries.append(Entry(who, who.department, notes))

    def _within(self, who: Named, word: str, department: str | None) -> Named:
        if department is None and who.department is None and not who.number:
            department = self._near
        if department is None or who.department == department:
            return who
        own = self._context.roster.person(department, Words.of(word).low, 0)
        return own[1][0] if own is not None and len(own[1]) == 1 else Named(department, word)

    def _several(self, head: Words, found: Mention, notes: list[str]) -> None:
        own = self._context.roster.person(self._heading, head.low, 0) if self._heading else None
        if own is not None and own[0] == len(head.low) and len(own[1]) == 1:
            self._entries.append(Entry(own[1][0], self._heading, notes))
        else:
            self._entries.append(Entry(None, None, notes, found.candidates))

    def _unknown(self, head: Words, notes: list[str]) -> None:
        """A word of no name's form: a department, a note about the person before, else a new name."""
        dash = _DASH.search(head.raw) if head.raw.isascii() else None
        if dash is not None and department_of(head.raw[: dash.start()], self._context):
            self._heads(head.cut(0, dash.start()), [])
            self._name(head.cut(dash.end()), notes)
            return
        if is_department(head.raw):
            self._heading = head.raw
            self._entries.append(Entry(None, head.raw, notes))
        elif self._entries and self._is_note(head):
            self._entries[-1].notes += [head.raw, *notes]
        elif len(parts := _joined(head)) > 1:
            for part in parts:
                self._name(part, notes)
        elif _MYSELF.match(head.low):
            # Who types is written down as the recorder, and not by this word.
            return
        elif len(head.raw) <= _LONGEST_NAME and (self._family == "guest" or not _PROSE.search(head.low)):
            home, notes = self._home_of(notes)
            head = _without_post(head)
            who = self._department_and_name(head) or Named(home or self._heading or self._near, head.raw)
            self._entries.append(Entry(who, who.department, notes))

    def _home_of(self, notes: list[str]) -> tuple[str | None, list[str]]:
        """The department that brackets behind an English name say, and the other notes."""
        homes = [note for note in notes if note.isascii() and department_of(note, self._context)]
        home = department_of(homes[0], self._context) if homes else None
        return home, [note for note in notes if note not in homes[:1]]

    def _department_and_name(self, head: Words) -> Named | None:
        """A department and a name without any sign between them: a known one by a beginning, or one of that form."""
        for cut in range(min(len(head.raw) - 1, 8), 1, -1):
            known = self._context.roster.resolve(head.raw[:cut])
            if (
                len(known.who) == 1
                and not known.who[0].person
                and known.sure
                and is_whole_name(head.raw[cut:])
            ):
                return Named(known.who[0].department, head.raw[cut:].strip(_BETWEEN))
        return _department_and_name(head)

    def _is_note(self, head: Words) -> bool:
        low = head.low
        if self._is_latin_name(head.raw):
            return False
        if TIME.match(low) or minutes_late(low) is not None or proxy_at(low):
            return True
        return self._family in ("absent", "late", "left") and (
            len(low) > 4 or _REASONS.search(low) is not None
        )

    def _is_latin_name(self, raw: str) -> bool:
        """Whether it is a name and no reason: Bob White, and behind a department's colon Robert."""
        name = _LATIN_NAME.fullmatch(raw)
        return name is not None and (" " in raw or self._entries[-1].who is None)

    def _joined(self) -> list[Entry]:
        """Departments stand for themselves only where no name of theirs follows; a guest's house goes with the name."""
        kept: list[Entry] = []
        for place, entry in enumerate(self._entries):
            following = self._entries[place + 1] if place + 1 < len(self._entries) else None
            if following is None or following.who is None:
                kept.append(entry)
            elif entry.who is None and not entry.candidates and following.department == entry.department:
                following.notes = [*entry.notes, *following.notes]
            elif self._family == "guest" and is_house(entry.who) and not entry.notes:
                following.who = Named(None, f"{entry.who.person if entry.who else ''}{following.who.person}")
            else:
                kept.append(entry)
        return kept


def _without_post(head: Words) -> Words:
    """An English name without the post behind it (Margaret Holroyd MD, Tom Birkett QA tech)."""
    name = NAME.match(head.raw) if head.raw.isascii() else None
    post = head.raw[name.end() :].strip() if name else ""
    return head.cut(0, name.end()) if name and post and is_english_post(post) else head


def _with_home(who: Who, head: Words, place: Place) -> Named | None:
    """A name that is all of a piece, or all but a department behind it (maria gomez hr)."""
    if who.end == len(head.low):
        return who.named
    if not (who.named.person or "").isascii():
        return None
    said = english.notes(head.cut(who.end), place._replace(alone=False), bracketed=False) or ()
    home = [one.department for one in said if one.department]
    if len(said) == 1 and said[0].strong and not home and is_english_post(head.cut(who.end).text()):
        # A post behind the name says nothing of the department before it (Production - Gareth Pugh plant manager).
        return who.named
    return replace(who.named, department=home[0]) if len(said) == 1 and home else None


_BETWEEN = " -–—·/"


def _department_and_name(head: Words) -> Named | None:
    for cut in range(2, min(len(head.raw) - 1, 9)):
        if not is_department(head.raw[:cut]) or is_department(head.raw[: cut + 1]):
            continue
        # A Latin name is never cut: Grace is nobody of Gr.
        if not (head.low[cut - 1].isascii() and head.low[cut].isascii() and head.low[cut].isalnum()):
            return Named(head.raw[:cut], head.raw[cut:].strip(_BETWEEN))
    return None


def _joined(head: Words) -> list[Words]:
    """The names of a piece that 和 or and joins; the piece as it is where those are no names."""
    cuts = [cut.span() for cut in _AND.finditer(head.low)]
    edges = [0, *(edge for cut in cuts for edge in cut), len(head.low)]
    parts = [head.cut(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    named = (is_whole_name(part.raw) or _LATIN_NAME.fullmatch(part.raw) for part in parts)
    return parts if len(parts) > 1 and all(named) else [head]
