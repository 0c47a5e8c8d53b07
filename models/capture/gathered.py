"""Who is there, written without any label before the first topic, and who comes and goes while somebody speaks.

产品部林薇、吴哲 研发部姜涛 · 今天来的：运营梁总，物流丁伟 · 财务薛凤请假，让蔡颖替 · 林薇主持 小满记

Before the first topic a line is attendance where every piece of it is a name or something said about being there; later
only where everybody is known and every one is said to come or to go. Anything else stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from models.capture.attendance_said import presence
from models.capture.facts import fact
from models.capture.gathered_names import Who, lone_department, who_at
from models.capture.gathered_notes import Note, attended, note_of, under_way
from models.capture.line import Context, Items, Line, Words
from models.capture.markers import marker_at
from models.capture.values import AttendanceLine
from models.roster import Named

_LABEL = re.compile(
    r"(?:今天|今日|本次|这次|会上)?(?:(?:来|到|参加|参会|在|在场|出席|与会|到会|到场|开会)(?:了|会)?(?:的|人|的人|人员|的人员|的有|有|的同事|名单)"
    r"|都有谁|有谁|人|参会方|来人|人员|名单)\s*+:\s*+"
)
_NOT_BETWEEN = re.compile(r"[A-Za-z0-9&.'’]")
_AND_MORE = re.compile(r"(?:还有|另外|以及|再加|加上|外加|包括|然后是?|其中|有)(?=\S)")
_BRINGS = re.compile(
    r"(?:还|并|也)?带(?:了|着|来)?(?:(?:一个|一位|个|位|两个)?(?:新人|新同事|新来的|同事|实习生|助手|徒弟|下属)?(?:叫)?)"
)
_COUNTED = re.compile(
    r"(?P<department>[^\d\s,;:]{2,6}?)(?:来了)?[两二三四五六七八九\d]+[个位名](?:人|[^\d\s,;:]{1,4})"
)
_DUTY = re.compile(
    r"(?:(?:今天|本次|这次|今日)?(?:会议)?由|今天|本次会议)?\s*+(?P<who>[^\d:,;]{2,16}?)\s*?(?:来)?"
    r"(?P<duty>主持(?:会议|人)?|记录|做?(?:会议)?(?:记录|纪要)|记)(?:的)?[。.]?"
)
_MOST = 120
"""Characters; a longer line is no list of who is there."""
_ALL = re.compile(r"都|均|俩|全")


@dataclass(slots=True)
class _Someone:
    """One person, or a department without one, with what is said of them."""

    who: Named
    weak: bool
    known: bool
    notes: list[Note] = field(default_factory=list)


def gathered(words: Words, line: Line, doubt: bool) -> Items | None:
    """Attendance and duties of a line without label; None for any other line."""
    label = _LABEL.match(words.low)
    if len(words.low) > _MOST or (marker_at(words) and not label) or presence(words, line.context):
        return None
    reader = _Reader(line.context)
    rest = words.cut(label.end()) if label else words
    if not all(reader.take(piece) for piece in _pieces(rest)):
        return None
    return reader.finished(doubt, label is not None)


def glued(content: Words, context: Context, doubt: bool) -> Items | None:
    """Who is there, in a list behind a label that runs departments and names together (前厅陈姐、客房王芳 小王)."""
    reader = _Reader(context)
    if len(content.low) > _MOST or not all(reader.take(piece) for piece in _pieces(content)):
        return None
    found = reader.finished(doubt, labelled=True)
    return found if found and any(getattr(one, "department", None) for one in found) else None


def _pieces(words: Words) -> Iterator[Words]:
    """The parts between signs, and between spaces unless Latin words or figures stand on both sides; brackets whole."""
    depth = start = 0
    for pos, sign in enumerate(words.low):
        depth += (sign == "(") - (sign == ")")
        around = (words.low[pos - 1 : pos], words.low[pos + 1 : pos + 2])
        parts = sign in ",、;。|+" or (sign == "/" and not (around[0].isdigit() and around[1].isdigit()))
        parts |= sign.isspace() and not all(_NOT_BETWEEN.match(one) for one in around)
        if parts and depth <= 0:
            yield words.cut(start, pos).strip()
            start = pos + 1
    yield words.cut(start).strip()


class _Reader:
    """Takes the pieces of a line one after another: names, notes about them, duties."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._department: str | None = None
        self._people: list[_Someone] = []
        self._duties: list[tuple[str, str]] = []

    def take(self, piece: Words) -> bool:
        """Whether the piece was understood."""
        if not piece:
            return True
        if self._duty(piece) or self._note(piece, surely=True):
            return True
        if counted := _COUNTED.fullmatch(piece.low):
            self._department = piece.raw[slice(*counted.span("department"))]
            return True
        brings = _BRINGS.match(piece.low)
        start = brings.end() if brings and brings.end() and self._people else 0
        if not start and (more := _AND_MORE.match(piece.low)):
            start = more.end()
        return self._somebody(piece.cut(start)) or self._note(piece)

    def _duty(self, piece: Words) -> bool:
        match = _DUTY.fullmatch(piece.low)
        if match is None:
            return False
        named = piece.cut(*match.span("who")).strip()
        found = next((one for one in who_at(named, None, self._context) if one.end == len(named.low)), None)
        if found is None or not found.named.person:
            return False
        self._duties.append(("host" if "主持" in match["duty"] else "recorder", named.raw))
        return True

    def _note(self, piece: Words, surely: bool = False) -> bool:
        """Something said of who was named last; of all of the line where it says 都."""
        if not self._people:
            return False
        inner = piece.cut(1, -1) if piece.low.startswith("(") and piece.low.endswith(")") else piece
        note = note_of(inner)
        if note is None or (surely and not note.strong):
            return False
        self._add(note)
        return True

    def _add(self, note: Note) -> None:
        several = note.state == "came" or _ALL.search(note.reason)
        for one in self._people if several else self._people[-1:]:
            one.notes.append(note)

    def _somebody(self, piece: Words) -> bool:
        """A name with what stands behind it; a department alone holds for the names that follow."""
        for found in who_at(piece, self._department, self._context):
            notes = self._behind(piece.cut(found.end).strip())
            if notes is not None:
                self._join(found, notes)
                return True
        return self._of_nobody(piece)

    def _behind(self, rest: Words) -> list[Note] | None:
        """The notes behind a name, in brackets too (付刚线上, 我, 梅姐); None where anything else stands there."""
        notes: list[Note] = []
        if rest.low.startswith("(") and ")" in rest.low:
            close = rest.low.index(")")
            inner = rest.cut(1, close)
            note = note_of(inner) or self._named_again(inner)
            if note is None and len(inner.low) > 4:
                return None
            notes += [note] if note and (note.state or note.reason) else []
            rest = rest.cut(close + 1).strip()
        if rest:
            behind = note_of(rest)
            if behind is None:
                return None
            notes.append(behind)
        return notes

    def _named_again(self, inner: Words) -> Note | None:
        """付刚（付刚线上）: a note that repeats the name."""
        for found in who_at(inner, None, self._context):
            note = note_of(inner.cut(found.end))
            if note is not None:
                return note
        return None

    def _join(self, found: Who, notes: list[Note]) -> None:
        self._department = found.named.department or self._department
        self._people.append(_Someone(found.named, found.weak, found.known, notes))

    def _of_nobody(self, piece: Words) -> bool:
        """A department alone: with nobody of it there (院感科没来人), or as the heading of the next names."""
        for end, name, weak in lone_department(piece, self._context):
            rest = piece.cut(end).strip()
            if not rest or rest.low == ":":
                self._department = name
                return True
            note = note_of(rest)
            if weak and "人" not in rest.low:
                # 设备没到 may be the goods.
                continue
            if note is not None and note.strong and note.state == "absent":
                self._people.append(_Someone(Named(name), weak, self._context.roster.knows(name), [note]))
                return True
        return False

    def finished(self, doubt: bool, labelled: bool) -> Items | None:
        """All of it, where that is enough to be who is there and nothing else."""
        said = [attended(one.who, one.notes, self._context, doubt) for one in self._people]
        if not (said or self._duties) or not self._enough(labelled):
            return None
        lines = [one for one in said if isinstance(one, AttendanceLine)]
        if len(lines) < len(said):
            return None
        facts = [fact(field, Words.of(name), self._context) for field, name in self._duties]
        return (*facts, *lines)

    def _enough(self, labelled: bool) -> bool:
        strong = all(any(note.strong for note in one.notes) for one in self._people)
        if under_way(self._context):
            moved = all(any(_moves(note) for note in one.notes) for one in self._people)
            return (
                bool(self._people) and not self._duties and moved and all(one.known for one in self._people)
            )
        sure = sum(not one.weak for one in self._people)
        return labelled or bool(self._duties) or strong or sure > 0


def _moves(note: Note) -> bool:
    """Whether a note says by itself that somebody comes or goes."""
    return note.strong and note.state in ("came", "left", "late")
