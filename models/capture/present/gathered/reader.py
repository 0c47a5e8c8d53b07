"""The reader of a list of who is there without label, piece by piece, and of who comes and goes while somebody speaks.

Before the first topic a line is attendance where every piece of it is a name, a department, or something said about
being there; later only where every one is surely somebody and said to come or to go, or behind a label. Anything else
stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import takewhile

from models.capture.agenda.facts import fact
from models.capture.line import Context, Items, Line, Words
from models.capture.markers import marker_at
from models.capture.present.attendance_said import presence
from models.capture.present.gathered import chinese, english
from models.capture.present.gathered.attended import attended, under_way
from models.capture.present.gathered.tongue import Note, Piece, Place, Tongue, Who
from models.capture.values import AttendanceLine, PointLine
from models.roster import Named

_ALL = re.compile(r"都|均|俩|全|\bboth\b|\ball\b")
_BRACKETS = re.compile(r"\(([^()]*)\)?")
_DUTIES = ("host", "recorder")
_ME = ("我", "本人", "我来", "me")
_HOMES = 2
"""So many departments make names of words in small letters beside them."""


@dataclass(slots=True)
class _Someone:
    """One person, or a department without one, with what is said of them."""

    who: Who
    notes: list[Note] = field(default_factory=list)

    @property
    def department(self) -> str | None:
        """The department, before the name or said behind it."""
        return self.who.named.department or next(
            (one.department for one in self.notes if one.department), None
        )

    @property
    def missing(self) -> bool:
        """Whether somebody is not there, not yet or no longer."""
        return _are_missing(self.notes)

    @property
    def told(self) -> bool:
        """Whether a note says by itself how somebody takes part."""
        return any(one.strong for one in self.notes)


def _are_missing(notes: Iterable[Note]) -> bool:
    return any(one.state in ("absent", "late", "left") for one in notes)


def gathered(words: Words, line: Line, doubt: bool) -> Items | None:
    """Attendance and duties of a line without label; None for any other line."""
    if presence(words, line.context):
        return None
    for tongue in (english, chinese):
        if found := _read(tongue, words, line.context, doubt):
            line.rule = tongue.__name__.rpartition(".")[2]
            return found
    return None


def _read(tongue: Tongue, words: Words, context: Context, doubt: bool) -> Items | None:
    label, marker = tongue.label(words), marker_at(words)
    if len(words.low) > tongue.LONGEST or (marker is not None and (marker.colon or label is None)):
        return None
    reader = _Reader(tongue, context, label.state if label else "")
    rest = words.cut(label.end) if label else words
    parts = list(tongue.pieces(rest))
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        if not reader.take(part) and not reader.leave(part, following):
            return None
    return reader.finished(doubt, label is not None, label is not None and label.sure)


class _Reader:
    """Takes the pieces of a line one after another: names, notes about them, duties."""

    def __init__(self, tongue: Tongue, context: Context, state: str) -> None:
        self._tongue = tongue
        self._context = context
        self._said = [Note(state, "online" if state == "online" else "", strong=True)] if state else []
        self._heading: str | None = None
        self._headed = False
        self._group = 0
        self._joined = False
        self._people: list[_Someone] = []
        self._duties: list[tuple[str, str]] = []
        self._left: list[str] = []

    def leave(self, part: Piece, following: Piece | None) -> bool:
        """Whether a piece nobody understands may be left as a remark of its own, so that the others are not lost."""
        on = following is not None and following.listed
        if part.listed or on or not self._tongue.LEAVES or under_way(self._context) or ":" in part.words.low:
            return False
        self._left.append(part.words.raw)
        self._heading = None
        return len(self._left) == 1

    def take(self, part: Piece) -> bool:
        """Whether a piece was understood."""
        if part.new:
            self._heading, self._group = None, len(self._people)
        piece, self._joined = part.words, part.joined
        if not piece or self._duty(piece) or self._stands_in(piece) or self._note(piece, surely=True):
            return True
        lead = self._tongue.lead(piece, not self._people)
        return self._somebody(piece.cut(lead)) or self._department(piece) or self._note(piece)

    def _place(self) -> Place:
        missing = bool(self._people) and self._people[-1].missing
        first = len(self._people) == self._group or not self._joined
        return Place(self._context, self._heading, first, alone=True, missing=missing)

    def _place_behind(self) -> Place:
        """Behind a name: whether its bearer is missing the line's label says."""
        return self._place()._replace(alone=False, missing=_are_missing(self._said))

    def _duty(self, piece: Words) -> bool:
        found = self._tongue.duty(piece)
        if found is None:
            return False
        duty, named = found
        if named.low in _ME:
            return bool(self._duties or self._people)  # whoever writes; it is known who that is
        place = Place(self._context, None, first=True, alone=True, missing=False)
        who = next((one for one in self._tongue.names(named, place) if one.end == len(named.low)), None)
        if who is None or not who.named.person:
            return False
        self._duties.append((duty, named.raw))
        return True

    def _stands_in(self, piece: Words) -> bool:
        """Whether the one named before comes for somebody, who then is not there."""
        name = self._tongue.stood_in_for(piece) if self._people else ""
        if not name:
            return False
        here = self._people[-1]
        found = self._context.roster.resolve(name)
        known = found.who[0] if len(found.who) == 1 and found.sure else None
        away = Named(known.department, known.person) if known else Named(here.department, name)
        note = Note("absent", proxy=here.who.named.person or "", strong=True)
        self._people.append(_Someone(Who(0, away, known=known is not None), [note]))
        return True

    def _note(self, piece: Words, surely: bool = False) -> bool:
        """Something said of who was named last; of all of the line where it says so (都)."""
        if not self._people:
            return False
        notes = self._behind(piece, self._place())
        if not notes or (surely and not all(one.strong for one in notes)):
            return False
        for note in notes:
            several = note.state == "came" or _ALL.search(note.reason)
            for one in self._people if several else self._people[-1:]:
                one.notes.append(note)
        return True

    def _behind(self, rest: Words, place: Place) -> list[Note] | None:
        """The notes behind a name, those in brackets last; None where anything else stands there."""
        plain = Words.of(_BRACKETS.sub(" ", rest.raw.replace("（", "(").replace("）", ")"))).strip()
        found = self._tongue.notes(plain, place, bracketed=False) if plain else []
        for match in _BRACKETS.finditer(rest.low):
            inner = rest.cut(*match.span(1)).strip()
            missing = place.missing or _are_missing(found or ())
            more = self._tongue.notes(inner, place._replace(missing=missing), bracketed=True)
            found = None if found is None or more is None else [*found, *more]
        return found

    def _somebody(self, piece: Words) -> bool:
        """A name with what stands behind it."""
        for found in self._tongue.names(piece, self._place()):
            notes = self._behind(piece.cut(found.end).strip(), self._place_behind())
            if notes is not None:
                if not found.known or _says(piece, found.named.department):
                    self._heading = found.named.department or self._heading
                self._people.append(_Someone(found, [*self._said, *notes]))
                if self._joined:
                    self._belongs(self._people[-1].department or "")
                return True
        return False

    def _belongs(self, department: str) -> None:
        """A department said behind a name is that of those named before who have none."""
        before = self._people[self._group :] if department else []
        if before and before[-1].department == department:
            before = before[:-1]
        for one in takewhile(self._says_nothing, reversed(before)):
            one.notes.append(Note(department=department))

    def _says_nothing(self, one: _Someone) -> bool:
        """Whether a name stands without department, post or anything else, so that the next one's may be its too."""
        return one.department is None and len(one.notes) == len(self._said)

    def _department(self, piece: Words) -> bool:
        """A department alone: nobody of it is there (院感科没来人), or it is of those before it or behind it."""
        for end, name, weak in self._tongue.departments(piece, self._context):
            rest = piece.cut(end).strip()
            if not rest or rest.low == ":":
                self._heads(name)
                return True
            note = next(iter(self._behind(rest, self._place()) or ()), None)
            if weak and "人" not in rest.low[1:]:
                # 设备没到 may be the goods.
                continue
            if note is not None and note.strong and note.state == "absent":
                known = self._context.roster.knows(name)
                self._people.append(_Someone(Who(end, Named(name), weak, known), [note]))
                return True
        return False

    def _heads(self, name: str) -> None:
        before = self._people[self._group :] if self._tongue.BEHIND else []
        without = [one for one in before if one.department is None]
        self._headed = True
        if without:
            self._belongs(name)
        else:
            self._heading = name

    def finished(self, doubt: bool, labelled: bool, sure: bool) -> Items | None:
        """All of it, where that is enough to be who is there and nothing else."""
        for one in self._people:
            own = [note.state for note in one.notes if note.state in _DUTIES]
            self._duties += [(duty, one.who.named.person or "") for duty in own]
        said = [self._attended(one, doubt) for one in self._people]
        if not (said or self._duties) or not self._enough(labelled, sure):
            return None
        lines = [one for one in said if one is not None]
        if len(lines) < len(said) or (self._left and not self._surely_a_list()):
            return None
        facts = [fact(name, Words.of(who), self._context, doubt) for name, who in self._duties]
        return (*facts, *lines, *(PointLine(text=words, doubt=True) for words in self._left))

    def _surely_a_list(self) -> bool:
        """Whether what was understood is who is there whatever else the line says: several, each of a department."""
        placed = [one for one in self._people if one.department or one.who.known]
        homes = {one.department for one in placed}
        told = any(one.told for one in self._people) or bool(self._duties)
        if not self._people:
            return len(self._duties) == len(_DUTIES)
        return len(placed) == len(self._people) and len(homes) >= _HOMES and (told or len(placed) > _HOMES)

    def _attended(self, one: _Someone, doubt: bool) -> AttendanceLine | None:
        who = replace(one.who.named, department=one.department)
        return attended(who, [note for note in one.notes if note.state not in _DUTIES], self._context, doubt)

    def _enough(self, labelled: bool, sure: bool) -> bool:
        told = [one.told for one in self._people]
        if under_way(self._context):
            moved = all(any(_moves(note) for note in one.notes) for one in self._people)
            named = all(_is_surely(one.who) for one in self._people)
            placed = labelled and all(one.who.known or one.department for one in self._people)
            return bool(self._people) and not self._duties and ((moved and named) or placed)
        if self._context.somebody_speaks and not any(one.department or one.told for one in self._people):
            # Sister Malone too: somebody agrees.
            return False
        homes = {one.department for one in self._people if one.department}
        unsure = any(one.who.doubtful or any(note.guessed for note in one.notes) for one in self._people)
        if len(homes) < _HOMES and unsure and not sure:
            return False
        placed = len(homes) >= _HOMES and all(one.department for one in self._people)
        formed = self._headed or placed or any(not one.who.weak for one in self._people)
        strong = any(told) if self._tongue.ONE_IS_ENOUGH else all(told)
        return sure or bool(self._duties) or strong or formed


def _says(piece: Words, department: str | None) -> bool:
    """Whether a piece begins with the department, as far as a short name of it goes."""
    return department is not None and piece.low.startswith(department[:2].lower())


def _is_surely(who: Who) -> bool:
    """Whether it is somebody known, or a name by its form wherever it stands (贺工, Ann Poe)."""
    return who.known or not who.weak or (" " in (who.named.person or "") and not who.doubtful)


def _moves(note: Note) -> bool:
    """Whether a note says by itself that somebody comes or goes."""
    return note.strong and note.state in ("came", "left", "late")
