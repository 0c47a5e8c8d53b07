"""Who is there, said in English at the beginning: SRE - Tom Beck and Yusuf Kara · Ms Hill, finance."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from models.capture.attendance_notes import clock, timed
from models.capture.english_roll_words import (
    BEHIND,
    BRACKET,
    FROM,
    GROUP,
    LABEL,
    LINK,
    NAME,
    ORDINARY,
    PIECE,
    POST,
    PROXY,
    STATES,
    TITLE,
    TYPED_LOW,
    VICE,
)
from models.capture.line import Context, Items, Line, Words
from models.capture.markers import marker_at
from models.capture.values import AttendanceLine, FactLine
from models.english_name_words import LETTERS, LISTED_DEPARTMENTS
from models.names import is_english_department

_WHY = 40
"""Characters of a reason given for who is not there."""


@dataclass(slots=True)
class _One:
    """Somebody of the list: the name, the department once it is known, and what is said besides."""

    name: str
    department: str | None = None
    state: str = ""
    reason: str = ""
    at: str | None = None
    proxy: str | None = None
    chair: bool = False
    recorder: bool = False


def listed(words: Words, line: Line, doubt: bool) -> Items | None:
    """Attendance of everybody named, before anything else stands in the minutes; every word must be understood."""
    context = line.context
    if not context.facts_open or context.somebody_speaks or len(words.low) > 300 or not words.raw.isascii():
        return None
    marker = marker_at(words)
    if marker is not None and marker.colon:
        return None
    found = _Roll(context).read(words)
    if not found:
        return None
    line.rule = "english_list"
    facts = [("host", one.name) for one in found if one.chair]
    facts += [("recorder", one.name) for one in found if one.recorder]
    return (
        *(_line(one, context, doubt) for one in found),
        *(FactLine(field=field, value=value, doubt=doubt) for field, value in facts),
    )


_VALUES = {"online": "present", "stays": "present", "guest": "present", "observer": "present"}


def _line(one: _One, context: Context, doubt: bool) -> AttendanceLine:
    state = _VALUES.get(one.state, one.state or "present")
    made = AttendanceLine(
        department=None if one.state == "guest" else one.department,
        name=one.name,
        attendance=state,
        role=one.state if one.state in ("guest", "observer") else None,
        reason=one.reason or None,
        proxy=one.proxy,
        arrived_at=one.at if state == "late" else None,
        roll=True,
        doubt=doubt,
    )
    return timed(made, context) if state == "late" else made


class _Roll:
    """Reads one line; gives it up at the first piece that is neither a name, a department, nor said of somebody."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._found: list[_One] = []
        self._heading: str | None = None
        self._state = ""
        self._sure = False

    def read(self, words: Words) -> list[_One]:
        """Everybody of the line; nobody where it is no list, or only the form of the names says so."""
        raw = words.raw.strip()
        label = LABEL.match(raw.lower())
        if label is not None:
            self._state = "" if label.lastgroup == "present" else label.lastgroup or ""
            self._sure = label[0].split()[0] not in ("also", "and", "sorry")
            raw = raw[label.end() :]
        for group in _split(raw, GROUP):
            self._heading = None
            first = len(self._found)
            for piece in _split(group, PIECE):
                if not self._piece(piece, first):
                    return []
        return self._found if self._sure else []

    def _piece(self, piece: str, first: int) -> bool:
        """One name with all that is said of it, a department, or more about who was named before."""
        notes = BRACKET.findall(piece)
        plain = BRACKET.sub(" ", piece).strip()
        if not plain:
            return all(self._note(note) for note in notes)
        known = self._department(plain)
        if known is not None:
            return self._of_all(known, first) and all(self._note(note) for note in notes)
        if self._found and (self._proxy(plain) or self._said(plain)):
            return all(self._note(note) for note in notes)
        if self._person(plain, first, notes):
            return all(self._note(note) for note in notes)
        return self._reason(plain) and not notes

    def _of_all(self, department: str, first: int) -> bool:
        """A department alone: that of those named before who have none, else the heading of those who follow."""
        without = [one for one in self._found[first:] if one.department is None]
        self._sure = True
        if not without:
            self._heading = department
        for one in without:
            one.department = department
        return True

    def _person(self, plain: str, first: int, notes: list[str]) -> bool:
        heading, start = self._headed(plain)
        match = NAME.match(plain, start) or self._typed_low(plain, start, bool(notes), first)
        if match is not None and match[0].split()[-1].lower() in LISTED_DEPARTMENTS:
            match = NAME.match(plain[: match.end()].rpartition(" ")[0], start)
        if match is None or not _is_name(match[0]):
            return False
        if heading is not None:
            self._heading, self._sure = heading, True
        self._found.append(_One(_capital(match[0]), self._heading, self._state))
        if re.match(rf"{TITLE} [A-Z]", match[0]) or self._context.roster.is_person(match[0]):
            self._sure = True
        rest = plain[match.end() :]
        return self._behind(rest, first) if rest.strip() else True

    def _typed_low(self, plain: str, start: int, noted: bool, first: int) -> re.Match[str] | None:
        """A name in small letters: with a title, with its department in brackets, or behind another name."""
        match = None if self._missing() else TYPED_LOW.match(plain, start)
        if match is None or re.match(TITLE, match[0]) or self._context.roster.is_person(match[0]):
            return match
        return match if noted or len(self._found) > first else None

    def _headed(self, plain: str) -> tuple[str | None, int]:
        """The department a piece begins with, and where its name begins (QA Helen Strand, IT = Jun Tanaka)."""
        for sign in re.finditer(LINK, plain):
            name = plain[: sign.start()].strip()
            strong = sign[0].strip() in (":", "-", "–", "—", "=")
            rest = plain[sign.end() :]
            known = self._department(name)
            if known and (NAME.match(rest) or TYPED_LOW.match(rest)):
                return known, sign.end()
            if strong and re.fullmatch(r"[A-Z][\w&]*(?: [A-Z&][\w&]*){0,2}", name) and NAME.match(rest):
                return name, sign.end()
        return None, 0

    def _behind(self, rest: str, first: int) -> bool:
        """What stands behind a name: its department, and what is said of the person."""
        one = self._found[-1]
        if self._said(rest.strip(" -–—")):
            return True
        link = BEHIND.match(rest)
        start = link.end() if link else 0
        for end in (*(gap.start() for gap in reversed(list(re.finditer(" ", rest[start:])))), None):
            word = rest[start : None if end is None else start + end].strip(" ,")
            department = self._department(word) or _of_post(word, self._department)
            behind = "" if end is None else rest[start + end :].strip(" ,-–—")
            if department and (not behind or self._said(behind)):
                self._sure = True
                for other in self._found[first:]:
                    other.department = other.department or department
                return True
        if house := FROM.match(rest):
            one.reason = one.reason or house["house"].strip()
            return self._said(rest[house.end() :].strip()) and one.state in ("guest", "observer")
        post = POST.match(rest.lower().strip(" -–—,"))
        behind = rest.strip(" -–—,")[post.end() :].strip(" ,-–—") if post else ""
        if post is None or (behind and not self._said(behind)):
            return False
        self._sure = True
        return True

    def _said(self, text: str) -> bool:
        """Whether all of a text is a state of the last one named."""
        low = text.lower().strip(" .")
        for state, shape in STATES:
            match = shape.fullmatch(low)
            if match is None or not self._found:
                continue
            one, self._sure = self._found[-1], self._sure or state != "me"
            if state in ("chair", "recorder"):
                one.chair, one.recorder = one.chair or state == "chair", one.recorder or state == "recorder"
            elif state != "me":
                one.state = state
                told = state in ("online", "stays") or " on " in f" {low}"
                one.reason = ", ".join(filter(None, (one.reason, text.strip()))) if told else one.reason
            when = match.groupdict()
            if state == "late":
                one.at = clock((when.get("at") or when.get("time") or "").replace(".", ":"))
            return True
        return False

    def _note(self, note: str) -> bool:
        """What brackets say of the one before: department, post, state, or a reason."""
        for part in filter(None, (part.strip() for part in note.split(","))):
            if not self._found:
                return False
            one = self._found[-1]
            department = _of_post(part, self._department) or self._department(part)
            if department is not None:
                one.department, self._sure = one.department or department, True
            elif self._said(part) and one.state:
                continue
            elif not (self._said(part) or POST.match(part.lower()) or self._because(part)):
                return False
        return True

    def _missing(self) -> bool:
        """Whether the last one named is not there: a few words behind may say why."""
        return bool(self._found) and self._found[-1].state in ("absent", "late")

    def _because(self, part: str) -> bool:
        if not self._missing():
            return False
        one = self._found[-1]
        one.reason = ", ".join(filter(None, (one.reason, part)))
        return True

    def _reason(self, plain: str) -> bool:
        """A few words behind somebody who is not there say why."""
        if not self._missing() or len(plain) > _WHY:
            return False
        return not re.search(r"[A-Z][a-z]+ [A-Z]|[:?!]", plain) and self._because(plain)

    def _proxy(self, plain: str) -> bool:
        """Who comes instead of the one just named, who then is not there."""
        match = PROXY.fullmatch(plain.removeprefix("but ").removeprefix("so "))
        name = (match["name"] or match["sent"] or "") if match else ""
        stand = NAME.fullmatch(name) or (self._context.roster.is_person(name) if name else None)
        if not stand:
            return False
        self._found[-1].proxy, self._found[-1].state, self._sure = name, "absent", True
        return True

    def _department(self, word: str) -> str | None:
        """What a department is called: as the meeting has it, else as typed, its usual names with a capital."""
        if not word or len(word) > 30 or not word[0].isalpha():
            return None
        known = self._context.roster.resolve(word)
        if len(known.who) == 1 and known.sure:
            return None if known.who[0].person else known.who[0].department
        bare = re.sub(r"(?i) (?:team|dept\.?|department)$", "", word)
        usual = all(part.lower() in LISTED_DEPARTMENTS or part == "&" for part in bare.split())
        if not (usual or (is_english_department(word) and word[0].isupper() and len(word.split()) < 3)):
            return None
        if any(part.lower() in ORDINARY - LISTED_DEPARTMENTS for part in word.split()):
            return None
        if bare.lower() in LETTERS:
            return bare.upper()
        return bare if bare != bare.lower() else bare[0].upper() + bare[1:]


def _of_post(post: str, department: Callable[[str], str | None]) -> str | None:
    """The department a post belongs to: VP Engineering, Sales Manager; none of a director of the whole."""
    match = VICE.fullmatch(post.strip().lower())
    if match is None:
        return None
    word = "dept" if match["dept"] else "before"
    return department(post.strip()[slice(*match.span(word))])


def _is_name(name: str) -> bool:
    """Whether no word of it is an ordinary one (Budget Review) or a department's (Sales Plan)."""
    return not any(part.lower() in ORDINARY or part.lower() in LISTED_DEPARTMENTS for part in name.split())


def _capital(name: str) -> str:
    """A name typed in small letters as it is written: fiona marsh is Fiona Marsh."""
    return name if name != name.lower() else re.sub(r"(?<![\w'’])[a-z]", lambda one: one[0].upper(), name)


def _split(raw: str, sign: re.Pattern[str]) -> Iterator[str]:
    """The parts between signs that stand in no brackets."""
    start = 0
    for cut in sign.finditer(raw):
        if raw.count("(", 0, cut.start()) > raw.count(")", 0, cut.start()):
            continue
        if part := raw[start : cut.start()].strip():
            yield part
        start = cut.end()
    if part := raw[start:].strip():
        yield part
