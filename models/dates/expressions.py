"""Finds due expressions: a lead (截至, by), a core that a rule reads, a bracket, a time of day, a tail (前, 内).

The rules are sorted by the characters they can begin with, so that a position where no expression can begin costs
one look into a set.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from models.dates import clock, days, english, english_periods, holidays, lengths, opens, periods
from models.dates.core import Rule
from models.dates.pieces import (
    BRACKET,
    CHOICE,
    CLOSING,
    LEAD_STARTS,
    LISTED,
    NOTE_WORDS,
    RANGE,
    TAIL,
    WEEKDAY_BEHIND,
    lead_at,
)

_RULES: tuple[Rule, ...] = (
    *days.RULES,
    *periods.RULES,
    *lengths.RULES,
    *holidays.RULES,
    *opens.RULES,
    *english.RULES,
    *english_periods.RULES,
    *clock.RULES,
)
# Leads that belong to the words themselves; the others (于, 在) are left outside a span in a running text.
_KEPT_LEADS = ("negative", "from", "limit", "before", "by", "rough")
_COMMA = re.compile(r",? ?")
_TIME = re.compile(clock.TIME, re.IGNORECASE)
_WIDE_TWINS = {chr(code): chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B)}
_WIDE_TWINS |= dict(zip("週禮兩後", "周礼两后", strict=True))
# Most figures in a meeting count money or people; one look at what follows spares them every rule.
_FIGURES = frozenset("0123456789零一二两三四五六七八九十廿")
_COUNTS_TIME = re.compile(
    r"五一|十一|618|六一八|20\d{6}|\d{1,2}\.\d{1,2}\.20\d\d|20\d\d\.\d{1,2}\.\d"
    r"|(?:1[0-2]|0?[1-9])\.(?:[12]\d|3[01]|0[1-9])[之以]?前"
    r"|[\d零一二两三四五六七八九十百廿.]{1,9}[ /:~至到年月日号季周天点时个工小分钟星礼半自a-zA-Z-]"
)

Core = tuple[Rule, "re.Match[str]"]


@dataclass(frozen=True, slots=True)
class Found:
    """One expression in a prepared text, taken apart but not yet read.

    `body` is where it begins without its lead; `second` is the other day of a range, or of a choice (周五或下周一)
    where `choice` is set.
    """

    start: int
    end: int
    rule: Rule
    core: re.Match[str]
    body: int = 0
    lead: str = ""
    second: Core | None = None
    choice: bool = False
    notes: tuple[str, ...] = ()
    time: str = ""
    zone: bool = False
    tail: str = ""
    tail_kind: str = ""

    @property
    def keeps_lead(self) -> bool:
        """Whether the lead is part of the expression's own words."""
        return self.lead in _KEPT_LEADS

    @property
    def is_open(self) -> bool:
        """Whether it only says from when (不早于9月25日, 10月1日后), which is no deadline; a range has its end."""
        if self.lead == "negative" or (self.tail_kind == "after" and self.rule.kind != "duration"):
            return True
        return self.lead == "from" and self.second is None and self.rule.kind != "duration"


def _dispatch(lone: bool, slot: bool) -> dict[str, tuple[Rule, ...]]:
    """The rules by first character; those that may begin with any stand under the empty string."""
    table: dict[str, list[Rule]] = {"": []}
    for rule in _RULES:
        if (rule.lone and not lone) or (rule.slot and not slot):
            continue
        for char in set(rule.starts) or {""}:
            table.setdefault(char, []).append(rule)
    return {char: tuple(rules) for char, rules in table.items()}


_RUNNING = _dispatch(lone=False, slot=False)
_WHOLE = _dispatch(lone=True, slot=False)
_SLOT = _dispatch(lone=True, slot=True)
_NARROW_STARTS = (frozenset(_RUNNING) | LEAD_STARTS) - {""}
# The characters an expression can begin with, in either width.
STARTS = _NARROW_STARTS | {wide for wide, usual in _WIDE_TWINS.items() if usual in _NARROW_STARTS}


def warm_up() -> None:
    """Compile every rule now, so that no keystroke has to; about 50 ms, made for an idle moment."""
    for rule in _RULES:
        _ = rule.shape


def core_at(text: str, pos: int, lone: bool = False) -> Core | None:
    """The longest core beginning at this position of a prepared text."""
    if pos >= len(text):
        return None
    if text[pos] in _FIGURES and _COUNTS_TIME.match(text, pos) is None:
        return None
    best: Core | None = None
    for rule in (_WHOLE if lone else _RUNNING).get(text[pos], ()):
        match = rule.shape.match(text, pos)
        if match is not None and match.end() > pos and (best is None or match.end() > best[1].end()):
            best = rule, match
    return best


def expression_at(text: str, pos: int, lone: bool = False) -> Found | None:
    """The longest expression beginning at this position, with its lead, bracket, time and tail."""
    lead, behind = lead_at(text, pos)
    led = core_at(text, behind, lone) if lead else None
    bare = core_at(text, pos, lone)
    best = _complete(text, pos, lead, led, lone) if led is not None else None
    if bare is not None:
        other = _complete(text, pos, "", bare, lone)
        # Of two equal readings the bare one knows its own lead (before National Day), unless it is a mere event.
        if best is None or other.end > best.end - (bare[0].kind != "event"):
            best = other
    return best


def whole(text: str, slot: bool = False) -> Found | None:
    """The text as one expression from end to end, else None.

    Takes looser forms than a running text does, and the loosest where the text fills a due's `slot`.
    """
    if not text:
        return None
    found = expression_at(text, 0, lone=True)
    if found is not None and _closes(text, found.end):
        return found
    table = _SLOT if slot else _WHOLE
    candidates = (_by_rule(text, rule) for rule in (*table.get(text[0], ()), *table[""]))
    return next((one for one in candidates if one is not None), None)


def _by_rule(text: str, rule: Rule) -> Found | None:
    """The whole text as this rule alone reads it; an event may stretch where another rule would have been longer."""
    match = rule.shape.match(text)
    if match is None:
        return None
    found = _complete(text, 0, "", (rule, match), lone=True)
    if _closes(text, found.end):
        return found
    match = rule.shape.fullmatch(text) if rule.kind == "event" else None
    return Found(0, len(text), rule, match, match.start()) if match is not None else None


def is_note(words: str) -> bool:
    """Whether bracketed words speak of the date beside them."""
    if NOTE_WORDS.fullmatch(words):
        return True
    core = core_at(words, 0)
    return core is not None and core[1].end() == len(words) and core[0].kind in ("day", "weekday")


def _closes(text: str, end: int) -> bool:
    return CLOSING.fullmatch(text, end) is not None


def _complete(text: str, start: int, lead: str, core: Core, lone: bool) -> Found:
    """Take in what belongs to a core behind it: brackets, a range's second day, a time of day, a tail."""
    rule, match = core
    found = Found(start, match.end(), rule, match, match.start(), lead)
    if rule.kind in ("vague", "periodic", "event"):
        return found
    if rule.kind == "weekday":
        found = _dated_weekday(text, found)
    found = _noted(text, found, lone)
    if found.rule.kind in ("day", "weekday", "period"):
        found = _noted(text, _with_second(text, found, lone), lone)
    if found.rule.kind in ("day", "weekday") or (found.rule.kind == "duration" and match[0].endswith("后")):
        time = _TIME.match(text, found.end)
        if time is not None:
            zone = bool(time["zone"])
            found = _noted(text, replace(found, end=time.end(), time=time[0].strip(), zone=zone), lone)
    return _tailed(text, found, lone)


def _dated_weekday(text: str, found: Found) -> Found:
    """周五9月25日, Friday, Sept 25: the date is the expression, the weekday a note to check it by."""
    behind = _COMMA.match(text, found.end)
    core = core_at(text, behind.end()) if behind is not None else None
    if core is None or core[0].kind != "day" or (core[0].weak and "/" not in core[1][0]):
        return found
    if not {"day", "digits"} & core[1].groupdict().keys():
        return found
    return replace(found, end=core[1].end(), rule=core[0], core=core[1], notes=(found.core[0],))


def _with_second(text: str, found: Found, lone: bool) -> Found:
    for shape in (RANGE, CHOICE, LISTED) if lone else (RANGE, CHOICE):
        connector = shape.match(text, found.end)
        core = core_at(text, connector.end()) if connector is not None else None
        if core is None or (shape is RANGE and core[0].kind != found.rule.kind):
            continue
        if core[0].kind in ("day", "weekday", "period"):
            return replace(found, end=core[1].end(), second=core, choice=shape is not RANGE)
    return found


def _tailed(text: str, found: Found, lone: bool) -> Found:
    tail = TAIL.match(text, found.end)
    if tail is None or not _tail_fits(found, tail):
        return found
    words = tail[0].strip(" ,")
    return _noted(text, replace(found, end=tail.end(), tail=words, tail_kind=tail.lastgroup or ""), lone)


def _tail_fits(found: Found, tail: re.Match[str]) -> bool:
    """Whether the core still lacks what this tail would add: a duration has its 内, a holiday its 前."""
    words = found.core[0]
    if found.rule.kind == "duration":
        return tail.lastgroup in ("around", "limit")
    if found.rule.kind == "holiday":
        return tail.lastgroup in ("before", "limit") and words.endswith(("工作日", "天", "日"))
    return True


def _noted(text: str, found: Found, lone: bool) -> Found:
    """Take in brackets that speak of the day: (周五), (9月26日), (中秋); any bracket in a text that is all due."""
    for shape in (BRACKET, WEEKDAY_BEHIND):
        match = shape.match(text, found.end)
        if match is not None and (lone or shape is WEEKDAY_BEHIND or is_note(match["note"])):
            found = replace(found, end=match.end(), notes=(*found.notes, match["note"]))
    return found
