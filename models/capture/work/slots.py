"""Takes owner, cooperating departments and due out of the words of an action, and leaves the task.

What a sign (@ + /) or a label (负责人：) says comes first; then what the words themselves say at places where nothing
else can be meant: at the beginning, at the end, as a clause of its own. Taken words are blanked out in place, so that
every later look sees a gap where they stood. Where two readings are possible nothing is taken: doubtful beats wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from models.capture.line import Context, Words, trimmed
from models.capture.markers import NONE, NOTHING
from models.capture.named.mentions import LIST, Mention, mention_at
from models.capture.named.strangers import name_at
from models.capture.values import Somebody
from models.capture.words.lexicon import label
from models.capture.words.work_verbs import work_verb_at
from models.dates import Due, deed_at, is_due, match_at, resolve, whole_words_at
from models.roster import Named

GAP = "\x00"
_EDGE = r"(?:^|(?<=[\s,;。;、(（—\x00]))"
_LABEL = re.compile(
    rf"{_EDGE}(?:(?P<owner>{label('owner')})|(?P<with>{label('with')})|(?P<due>{label('due')}))"
    r"(?:\s*+(?::|——|--)\s*+|(?<=[人门限间期])\s+(?=\S)|(?<=[限间期])(?=\d)|(?<=[间限期])为(?=\S)|(?<=间为)(?=\S)"
    r"|(?<=ddl)\s*+(?=\S))"
)
_SIGN = re.compile(r"(?P<name>[@+])\s?|(?:(?<=\s)|(?<=\x00)|^)(?P<due>[/、])\s*+")
_VALUE_END = re.compile(r"[;。\x00]|$")
_NEXT_SIGN = re.compile(r"\s*+@|\s*+(?<!\bt)(?<!\bd)\+|\s[/、]|[;\x00]|$")
_LONGEST_DUE = 200
"""Characters behind a sign beyond which no due ends, so that a line full of signs costs no more for each."""
_APART = " \t\x00\x01,，.。;；:：、@+/()（）—|｜"


@dataclass(slots=True)
class Slots:
    """What has been taken so far, and the words with gaps where it stood."""

    words: Words
    context: Context
    low: str
    owner: Named | None = None
    cooperating: list[str] = field(default_factory=list)
    helpers: list[Somebody] = field(default_factory=list)
    beside: str = ""
    """Who does it with the owner, where their names led the words and stay behind the task (… with Tom)."""
    alone: bool = False
    """Whether it is said that nobody helps."""
    due: str = ""
    candidates: list[str] = field(default_factory=list)
    passing: bool = False
    """Whether the due is a day without 前 or 内 in the middle of the words: enough for an action, not to make one."""
    by_sign: bool = False
    """Whether a sign or label said any of it."""
    by: dict[str, str] = field(default_factory=dict)
    """How owner, cooperating and due are known."""

    @classmethod
    def of(cls, words: Words, context: Context) -> Slots:
        """The slots of words from which nothing has been taken."""
        return cls(words, context, words.low)

    def known(self, how: str) -> None:
        """Keeps that what has been found since the last time is known in this way."""
        for name in ("owner", "cooperating", "helpers", "due"):
            if getattr(self, name):
                self.by.setdefault(name, how)

    def rest(self) -> Words:
        """The words that are left, gaps included, at their places."""
        return Words(self.words.raw, self.low)

    def said(self, start: int, end: int) -> str:
        """Words between two positions, as typed."""
        return self.words.raw[start:end].strip()

    def take(self, start: int, end: int) -> None:
        """Blanks words out in place, so that later looks see a gap."""
        self.low = self.low[:start] + GAP * (end - start) + self.low[end:]

    def cooperate(self, who: Named) -> None:
        """Add who helps: the department, and the person as far as one is named, each once."""
        name, person = who.department, who.person
        if name and name not in self.cooperating:
            self.cooperating.append(name)
        if person and (somebody := Somebody(name, person)) not in self.helpers:
            self.helpers.append(somebody)

    def task(self) -> str:
        """What is left, with its separators tidied where something was taken."""
        kept = (GAP if low == GAP else raw for raw, low in zip(self.words.raw, self.low, strict=True))
        said = "".join(kept) if GAP in self.low else self.words.raw
        task = tidied(_SIGN_ALONE.sub("", said))
        return f"{task.rstrip('.')} with {self.beside}" if task and self.beside else task

    def resolved(self) -> Due:
        """The due against the meeting; empty words and no date where none was found."""
        if not self.due:
            return Due("", None)
        words = re.sub("^(?:时间|时限)(?=待定|未定)", "", self.due)
        return resolve(words, self.context.anchor, self.context.calendar)


_SIGN_ALONE = re.compile(r"(?:(?<=[\s\x00])[@＠+＋/／]\s*+)+$")
_AROUND_GAP = re.compile(r"[\s,，;；、:：—–|｜-]*\x00[\x00\s,，;；、:：—–|｜]*(?:-+\s*+)?")
_EMPTY_BRACKETS = re.compile(r"[(（\[【]\s*+\x00+\s*+[)）\]】]")
_AT_BRACKET = re.compile(r"([(（])[\s,，;；、]+|[\s,，;；、]+([)）])")
_EMPTY_BRACKETS_LEFT = re.compile(r"[(（][)）]")


_BEFORE_STOP = re.compile(r"[\s,，;；、]++(?=[。.!！]$)")


def tidied(raw: str) -> str:
    """The text without its gaps, one separator where two parts meet."""
    if GAP not in raw:
        return trimmed(raw)
    raw = _AROUND_GAP.sub(_join, _EMPTY_BRACKETS.sub(GAP, raw))
    raw = _EMPTY_BRACKETS_LEFT.sub("", _AT_BRACKET.sub(r"\1\2", raw)).replace("。。", "。")
    return trimmed(_BEFORE_STOP.sub("", raw))


def _join(match: re.Match[str]) -> str:
    for sign in "；;，,、":
        if sign in match[0]:
            return "，" if sign in "；，、" else ", "
    return " " if match[0].strip(GAP) else ""


def read_labels(slots: Slots) -> None:
    """Takes what stands behind labels, wherever they are (负责人：… 配合部门：… 完成时限：…)."""
    found = _LABEL.search(slots.low)
    while found is not None:
        pos, following = found.start(), _LABEL.search(slots.low, found.end())
        stop = _VALUE_END.search(slots.low, found.end(), following.start() if following else len(slots.low))
        end = stop.start() if stop else len(slots.low)
        kind = found.lastgroup or ""
        taken = (
            _take_due(slots, found.end(), end)
            if kind == "due"
            else _take_names(slots, kind, found.end(), end)
        )
        if taken is None:
            # Not a value this label can have: it stays text; blanking only its look-alike ends the search.
            slots.low = slots.low[:pos] + "\x01" * (found.end() - pos) + slots.low[found.end() :]
        else:
            slots.by_sign = True
            slots.take(pos, taken)
        # On from here, and not from the beginning: a line may be nothing but labels.
        found = _LABEL.search(slots.low, pos)


def _take_due(slots: Slots, start: int, end: int) -> int | None:
    value = slots.low[start:end].rstrip(" ,，)")
    if not value.strip():
        return end
    if (
        not is_due(value)
        and (stop := match_at(slots.low, start)) is not None
        and _may_follow(slots, stop, end)
    ):
        # 完成时限：本月底前完成流程文档定稿: what follows the due is the task.
        end = stop
    elif not is_due(value) and "," in value and is_due(value[: value.index(",")]):
        end = start + value.index(",")
    else:
        end = start + len(value)
    words = slots.said(start, end)
    if NOTHING.fullmatch(words.lower()) is not None:
        return end
    if slots.due and words != slots.due:
        # Two dues: the first counts, and what was said of the second stays where one sees it.
        return None
    slots.due = words
    return end


def _may_follow(slots: Slots, stop: int, end: int) -> bool:
    """Whether what stands behind a due may: the end, a sign, a deed or somebody who does it; else it is not whole."""
    rest = slots.low[stop:end]
    if not rest or rest[0] in _APART:
        return True
    return stop < end and (
        deed_at(slots.low, stop)
        or work_verb_at(slots.low, stop)
        or mention_at(slots.rest(), stop, slots.context) is not None
    )


def _take_names(slots: Slots, kind: str, start: int, end: int) -> int | None:
    value = slots.rest().cut(start, end)
    if kind == "with" and NONE.fullmatch(value.strip().low):
        slots.alone = True
    if (
        not value.low.strip()
        or NOTHING.fullmatch(value.strip().low)
        or value.strip().low in ("待定", "tbd", "暂无")
    ):
        return end
    found = _names(value, slots.context)
    if not found:
        return None
    if not all(one.certain for one in found):
        slots.candidates += [label for one in found for label in one.candidates]
        return None
    for one in found:
        _give(slots, kind, one.who[0])
    return start + found[-1].end


def _names(value: Words, context: Context) -> list[Mention]:
    found: list[Mention] = []
    pos = len(value.low) - len(value.low.lstrip())
    while (one := name_at(value, pos, context)) is not None:
        found.append(one)
        link = LIST.match(value.low, one.end) or (found and re.compile(r"\s+").match(value.low, one.end))
        if not link:
            break
        pos = link.end()
    return found


def _give(slots: Slots, kind: str, who: Named) -> None:
    known = slots.owner
    if kind != "owner":
        slots.cooperate(who)
    elif known is None:
        slots.owner = who
    elif known.person is None and who.person and who.department in (None, known.department):
        # 责任部门：法务部；责任人：蒋律师 are one owner.
        slots.owner = replace(who, department=known.department)
    elif known.department is None and who.person is None:
        slots.owner = replace(known, department=who.department)
    else:
        slots.cooperate(who)


def read_signs(slots: Slots) -> None:
    """Takes what stands behind signs, from left to right (@李经理 +研发部 /本月底前)."""
    pos = 0
    while (sign := _SIGN.search(slots.low, pos)) is not None:
        read = _due_sign if sign["due"] else _name_sign
        pos = read(slots, sign) or sign.end()


def _name_sign(slots: Slots, sign: re.Match[str]) -> int | None:
    start, low = sign.end(), slots.low
    before = low[sign.start() - 1 : sign.start()]
    found = name_at(slots.rest(), start, slots.context)
    if found is None or _in_a_word(before, low, found, start):
        return None
    if not found.certain:
        slots.candidates += found.candidates
        return found.end
    who = found.who[0]
    # +Legal: only a department cooperates, and nobody knows a person of this name.
    if sign["name"] == "+" and not found.known and who.department is None and (who.person or "").isascii():
        who = Named(who.person)
    first = sign["name"] == "@" and slots.owner is None
    slots.by_sign = True
    _give(slots, "owner" if sign["name"] == "@" else "with", who)
    if first or sign["name"] == "+":
        to = low.startswith(" to ", found.end) and not low[: sign.start()].strip(" \x00")
        slots.take(sign.start(), found.end + 3 * to)
    else:
        # Several @: the others cooperate, and their names stay in the task.
        slots.take(sign.start(), start)
    return _listed(slots, found.end)


def _in_a_word(before: str, low: str, found: Mention, start: int) -> bool:
    """Whether the sign belongs to something else: 50%+30%, a@b.com, +3天, A+B."""
    behind = low[found.end : found.end + 1]
    if low[start].isdigit():
        return bool(before.strip(" \x00,，;；)）")) or behind.isalnum()
    if before.isascii() and before.isalnum():
        return not found.known or low[start].isascii()
    return False


def _listed(slots: Slots, pos: int) -> int:
    """Takes further names of the list that a sign began (+研发部、销售部); returns where it ends."""
    while (link := re.compile(r"[、,/和与及]").match(slots.low, pos)) is not None:
        found = mention_at(slots.rest(), link.end(), slots.context, short=True)
        behind = slots.low[found.end : found.end + 1] if found else ""
        if found is None or not found.certain or (behind and behind not in " ,，;；、@+/\x00)和与及"):
            break
        slots.cooperate(found.who[0])
        slots.take(pos, link.end() if found.person else found.end)
        pos = found.end
    return pos


_UNREAD = re.compile(r"(?:once|after|before|when|until|upon|following|as soon as)\b[^,.;@+]*")


def _due_end(slots: Slots, start: int, end: int, value: str) -> int | None:
    """Where the due behind a sign ends: before a comma, a space or a sign; words no rule reads together stay whole."""
    head = value.replace("，", ",").partition(",")[0]
    if head and is_due(head):
        return start + len(head)
    stop = match_at(slots.low, start)
    if stop is not None and not slots.low[stop : stop + 1].isalnum():
        return stop
    unread = whole_words_at(slots.low, start)
    if unread is not None and _may_follow(slots, unread, len(slots.low)):
        return unread
    clause = _UNREAD.match(slots.low, start)
    return start + len(clause[0].rstrip()) if clause is not None and slots.low[start - 1] == "/" else None


def _due_sign(slots: Slots, sign: re.Match[str]) -> int | None:
    start = sign.end()
    end = _NEXT_SIGN.search(slots.low, start, start + _LONGEST_DUE).start()  # type: ignore[union-attr]
    value = slots.low[start:end]
    if not is_due(value):
        stop = _due_end(slots, start, end, value)
        if stop is None:
            return None
        end = stop
    words = slots.said(start, end)
    if slots.due and words != slots.due:
        return None
    slots.due = words
    slots.by_sign = True
    slots.take(sign.start(), end)
    return end
