"""What a meeting says of the items of the one before: 上A2延期到12月11日，缺货 · 上A5、A6已完成 · last A1 is done."""

from __future__ import annotations

import re
from dataclasses import replace

from models.capture.line import Context, Words, trimmed
from models.capture.named.strangers import name_at
from models.capture.values import ChangeLine
from models.capture.words.lexicon import LETTERS
from models.dates import Due, find, match_at, resolve

_PREVIOUS = re.compile(
    r"(?:(?P<back>上+)次?(?:会议)?(?:的)?|(?:re\s+)?(?:last|previous)(?:\s+(?:week|meeting)'?s)?\s+)"
    r"(?P<letter>[aq行遗])\s*+(?P<number>\d{1,3})(?!\d)\s*+(?P<sign>[:,]|- )?\s*+(?:(?:is|was|has been)\s+)?"
)
_STATES = (
    (
        "doing",
        re.compile(
            r"(?=(?:已经?)?完成了?(?:大?约|近|不到)?(?:(?!100)\d{1,3}\s*+%|[一二三四五六七八九]成|一半|大半|大?部分))"
            r"|(?:正在)?(?:进行中|推进中|办理中|处理中|in progress|ongoing)"
            r"|(?:尚|还|仍)?[未没]有?(?:完成|办结|解决)|大?部分完成"
            r"|(?:still open|not (?:yet )?(?:done|complete[d]?|closed))\b"
        ),
    ),
    (
        "done",
        re.compile(
            r"(?:已经?|均已|全部)?(?:完成|办结|关闭|解决|落实|done\b|completed?\b|closed\b|solved\b|settled\b)"
            r"(?! by | when | if | soon| next |(?!100)\d|[一二三四五六七八九]|不了|没|吗|的|时|前)"
        ),
    ),
    (
        "cancelled",
        re.compile(
            r"(?:已)?(?:取消(?!不)|撤销|不做了|cancelled|canceled|dropped)|(?=(?:已)?并入|merged into)"
        ),
    ),
    ("open", re.compile(r"(?:尚?未开始|未启动|not started)")),
)
_LATER = re.compile(
    r"(?:已)?(?:(?:延期|推迟|延后|顺延|延长)(?:[到至为])?|改(?:到|至|期(?:到|至)?|(?=\d{1,2}[月.号日/-]))|"
    r"(?:postponed?|moved|pushed(?: back)?|slipped)(?: (?:to|until))?)\s*+:?\s*+"
)
_HANDED_ON = re.compile(
    r"(?:改由|转由|转给|交由|reassigned to|handed to)\s*+(?P<who>.+?)\s*+(?:负责|牵头|跟进)?[。.]?$"
)
_AGAIN = re.compile(r"(?:再说|再议|再定|再看|再讨论|复议)[。.]?$|$")
_STANDS = re.compile(
    r"已|还[差缺在没有要]|尚|仍|正在|在[等办做走]|等|待|卡在|差|缺|目前|预计"
    r"|waiting|still|needs?\b|blocked|on track|carried over"
)


def later(rest: Words, context: Context) -> tuple[Due | None, str] | None:
    """The new due and the reason where words begin by moving something; no due where no date follows."""
    moved = _LATER.match(rest.low)
    if moved is None:
        return None
    said = rest.cut(moved.end())
    stop = match_at(said.low, 0)
    if stop is None:
        spans = find(said.low)
        stop = spans[0].end if spans and spans[0].start == 0 else None
    if stop is None:
        return None, said.text()
    due = resolve(said.raw[:stop], context.anchor, context.calendar)
    return due, trimmed(said.raw[stop:]).removeprefix("因为").removeprefix("因")


def reported(words: Words, context: Context, doubt: bool) -> ChangeLine | None:
    """What is said of an item of an earlier meeting."""
    match = _PREVIOUS.match(words.low)
    if match is None:
        return None
    target = "上" * len(match["back"] or "上") + LETTERS[match["letter"]] + match["number"]
    # Where no previous meeting is known the words alone say what is meant; whoever applies it keeps a note.
    unknown = bool(context.previous_codes) and target[1:] not in context.previous_codes
    rest = words.cut(match.end())
    made = (
        _handed_on(target, rest, context)
        or _postponed(target, rest, context)
        or _stated(target, rest)
        or _revisited(target, rest, context)
        or (None if unknown else _told(target, rest, bool(match["sign"]), context))
    )
    if made is None:
        return None
    return replace(made, doubt=doubt, missing=("target",) if unknown else made.missing)


def _handed_on(target: str, rest: Words, context: Context) -> ChangeLine | None:
    """A new owner, where one known is named; the words are kept with the item, too."""
    handed = _HANDED_ON.match(rest.low)
    if handed is None:
        return None
    who = rest.cut(*handed.span("who"))
    found = name_at(who, 0, context)
    if found is None or not found.certain or found.end != len(who.low):
        return ChangeLine(target=target, reason=rest.text())
    return ChangeLine(
        target=target, owner_department=found.department, owner=found.person, reason=rest.text()
    )


def _postponed(target: str, rest: Words, context: Context) -> ChangeLine | None:
    moved = later(rest, context)
    if moved is None:
        return None
    due, reason = moved
    if due is None:
        return ChangeLine(target=target, status="late", reason=reason)
    return ChangeLine(
        target=target, due_text=due.text, due=due.date, flags=due.flags, status="late", reason=reason
    )


def _stated(target: str, rest: Words) -> ChangeLine | None:
    for status, shape in _STATES:
        if state := shape.match(rest.low):
            reason = rest.cut(state.end()).text().lstrip("了")
            return ChangeLine(target=target, status=status, reason=reason)
    return None


def _revisited(target: str, rest: Words, context: Context) -> ChangeLine | None:
    """When an open issue comes back (上Q1下季度再说)."""
    stop = match_at(rest.low, 0) if target.lstrip("上").startswith("Q") else None
    if stop is None or not _AGAIN.match(rest.low[stop:].strip()):
        return None
    due = resolve(rest.raw[:stop], context.anchor, context.calendar)
    return ChangeLine(target=target, due_text=due.text, due=due.date, flags=due.flags)


def _told(target: str, rest: Words, signed: bool, context: Context) -> ChangeLine | None:
    """Words that are kept with the item, its state unchanged (已下单, 还差…)."""
    if not context.previous_codes or not rest.text() or not (signed or _STANDS.match(rest.low)):
        return None
    return ChangeLine(target=target, reason=rest.text())
