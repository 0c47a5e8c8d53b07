"""Finds due expressions: a lead (截至, by), a core that a rule reads, a bracket, a time of day, a tail (前, 内).

The rules are sorted by the characters they can begin with, so that a position where no expression can begin costs
one look into a set.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.dates import clock, days, english, holidays, lengths, opens, periods
from models.dates.core import Rule
from models.dates.text import Plain, plain

ALL_RULES: tuple[Rule, ...] = (
    *days.RULES,
    *periods.RULES,
    *lengths.RULES,
    *holidays.RULES,
    *opens.RULES,
    *english.RULES,
)

_LEADS = (
    (
        "negative",
        r"不(?:得|能|可|应|要)?早于|不(?:得|能|可)?在|最早|最快|not (?:before|earlier than)\b|no (?:earlier|sooner) than\b|after\b|from\b|since\b|自|从",
    ),
    (
        "limit",
        r"截至|截止(?:到|至|时间|日期)?:?|最晚|最迟|至迟|不(?:得|能)?(?:迟|晚)于|迟至|务必在|赶在|no later than\b|not later than\b|at the latest\b|until\b|till\b|latest\b|due(?: by| on)?\b",
    ),
    ("before", r"before\b|prior to\b|早于"),
    ("by", r"by\b(?: the)?"),
    (
        "soft",
        r"于|在|到|至|争取(?:在)?|力争(?:在)?|预计(?:在|于)?|计划(?:在|于)?|约|on\b|in\b|during\b|within\b|at\b",
    ),
)
_LEAD_SHAPES = tuple(
    (name, re.compile(rf"(?:{shape})(?:到|至|在|于)?\s*", re.IGNORECASE)) for name, shape in _LEADS
)
_LEAD_STARTS = frozenset("不最截至务赶早于在到争力预计约自从迟NnAaFfSsUuTtLlDdBbPpOoIiWw")
# Leads that belong to the words themselves; the others (于, 在) are left outside a span in a running text.
_KEPT_LEADS = ("negative", "limit", "before", "by")

_BEFORE = (
    r"[之以]前|前(?!端|台|景|往|述|期(?!完)|置|沿|线|后|来|去|提(?!交|供|出|报|醒|前|升|请)|[两三几\d]|一天)"
)
TAIL = re.compile(
    rf"\s*(?:(?P<end>(?:结束|过完)(?:[之以]?前|时)?|为止|截止|止(?!损))|(?P<around>前后|左右|上下(?!游))|(?P<before>{_BEFORE})"
    rf"|(?P<inside>{lengths.INSIDE}|之间|期间)|(?P<after>[之以]后|后(?!端|台|续|期|勤|面|方|果)|起(?!草|诉|步|点|用|动|飞|来|源|码)|开始))"
)
_BRACKET = re.compile(r"\s*\((?P<note>[^()]{1,16})\)")
_WEEKDAY_BEHIND = re.compile(r"\s*[,，]?\s*(?P<note>(?:周|星期|礼拜)[一二三四五六日天])")
_TIME = re.compile(clock.TIME, re.IGNORECASE)
_CONNECTOR = re.compile(r"\s*(?:[-~]|至|到|to\b|until\b)\s*", re.IGNORECASE)
_NOTE_WORDS = re.compile(
    r"含当[日天]|含|[^()]{0,6}节|中秋|国庆|端午|清明|元旦|五一|工作日|调休|补班|上班|暂定"
)


@dataclass(frozen=True, slots=True)
class Found:
    """One expression in a prepared text, taken apart but not yet read."""

    start: int
    end: int
    rule: Rule
    core: re.Match[str]
    lead: str = ""
    second: tuple[Rule, re.Match[str]] | None = None
    notes: tuple[str, ...] = ()
    time: str = ""
    tail: str = ""
    tail_kind: str = ""


def _dispatch(lone: bool) -> tuple[dict[str, tuple[Rule, ...]], tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}
    anywhere = []
    for rule in ALL_RULES:
        if rule.lone and not lone:
            continue
        if not rule.starts:
            anywhere.append(rule)
        for char in set(rule.starts):
            table.setdefault(char, []).append(rule)
    return {char: tuple(rules) for char, rules in table.items()}, tuple(anywhere)


_RUNNING, _ = _dispatch(lone=False)
_WHOLE, _ANYWHERE = _dispatch(lone=True)
_STARTS = frozenset(_RUNNING) | _LEAD_STARTS


def may_start(char: str) -> bool:
    """Whether an expression can begin with this character, in either width."""
    return (char.translate(_NARROW) if char >= "\u2000" else char) in _STARTS


_NARROW = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)} | {
    ord("週"): "周",
    ord("禮"): "礼",
    ord("兩"): "两",
}


def core_at(text: str, pos: int, lone: bool = False) -> tuple[Rule, re.Match[str]] | None:
    """The longest core beginning at this position of a prepared text."""
    if pos >= len(text):
        return None
    best: tuple[Rule, re.Match[str]] | None = None
    for rule in (_WHOLE if lone else _RUNNING).get(text[pos], ()):
        match = rule.shape.match(text, pos)
        if match is not None and match.end() > pos and (best is None or match.end() > best[1].end()):
            best = rule, match
    return best


def lead_at(text: str, pos: int) -> tuple[str, int]:
    """The kind of the lead beginning here and the position behind it."""
    if pos < len(text) and text[pos] in _LEAD_STARTS:
        for name, shape in _LEAD_SHAPES:
            match = shape.match(text, pos)
            if match is not None:
                return name, match.end()
    return "", pos


def expression_at(text: str, pos: int, lone: bool = False) -> Found | None:
    """The longest expression beginning at this position, with its lead, bracket, time and tail."""
    lead, behind = lead_at(text, pos)
    plain_one = core_at(text, pos, lone)
    led_one = core_at(text, behind, lone) if lead else None
    choices = []
    if plain_one is not None:
        choices.append(_complete(text, pos, "", plain_one, lone))
    if led_one is not None:
        choices.append(_complete(text, pos, lead, led_one, lone))
    return max(choices, key=lambda found: found.end, default=None)


def whole(text: str) -> Found | None:
    """The text as one expression from end to end, else None; takes looser forms than a running text does."""
    found = expression_at(text, 0, lone=True)
    if found is not None and _closes(text, found.end):
        return found
    for rule in (*_WHOLE.get(text[:1], ()), *_ANYWHERE):
        match = rule.shape.match(text)
        if match is None:
            continue
        found = _complete(text, 0, "", (rule, match), lone=True)
        if _closes(text, found.end):
            return found
    for rule in _ANYWHERE:
        match = rule.shape.fullmatch(text)
        if match is not None:
            return Found(0, len(text), rule, match)
    return None


_CLOSING = re.compile(r"\s*(?:完成|提交|定稿|交付|到位)?[\s,.，。;；、!]*")


def _closes(text: str, end: int) -> bool:
    return _CLOSING.fullmatch(text, end) is not None


def _complete(text: str, start: int, lead: str, core: tuple[Rule, re.Match[str]], lone: bool) -> Found:
    rule, match = core
    pos, second = match.end(), None
    if rule.kind in ("vague", "periodic", "event"):
        return Found(start, pos, rule, match, lead)
    notes: list[str] = []
    pos = _notes(text, pos, notes, lone)
    if rule.kind in ("day", "weekday", "period"):
        second = _second(text, pos, rule)
        if second is not None:
            pos = _notes(text, second[1].end(), notes, lone)
    time = _TIME.match(text, pos)
    if time is not None and rule.kind in ("day", "weekday"):
        pos = _notes(text, time.end(), notes, lone)
    else:
        time = None
    tail = TAIL.match(text, pos)
    if tail is not None and not _tail_fits(rule, match, tail):
        tail = None
    if tail is not None:
        pos = _notes(text, tail.end(), notes, lone)
    kind = (tail.lastgroup or "") if tail is not None else ""
    words = tail[0].strip() if tail is not None else ""
    return Found(
        start, pos, rule, match, lead, second, tuple(notes), time[0].strip() if time else "", words, kind
    )


def _tail_fits(rule: Rule, match: re.Match[str], tail: re.Match[str]) -> bool:
    """Whether the core still lacks what this tail would add: a duration has its 内, a holiday its 前."""
    if rule.kind == "duration":
        return tail.lastgroup == "around" or match[0].endswith(("月", "天", "日"))
    if rule.kind == "holiday":
        return tail.lastgroup == "before" and match[0].endswith(("工作日", "天", "日"))
    return True


def _notes(text: str, pos: int, notes: list[str], lone: bool) -> int:
    """Collect brackets that say something about the day: (周五), (9月26日), (中秋); and a weekday right behind."""
    for shape in (_BRACKET, _WEEKDAY_BEHIND):
        match = shape.match(text, pos)
        if match is not None and (lone or is_note(match["note"]) or shape is _WEEKDAY_BEHIND):
            if shape is _BRACKET and not is_note(match["note"]):
                continue
            notes.append(match["note"])
            pos = match.end()
    return pos


def is_note(words: str) -> bool:
    """Whether bracketed words speak of the date beside them."""
    if _NOTE_WORDS.fullmatch(words):
        return True
    core = core_at(words, 0)
    return core is not None and core[1].end() == len(words) and core[0].kind in ("day", "weekday")


def _second(text: str, pos: int, rule: Rule) -> tuple[Rule, re.Match[str]] | None:
    connector = _CONNECTOR.match(text, pos)
    if connector is None:
        return None
    found = core_at(text, connector.end())
    return found if found is not None and found[0].kind == rule.kind else None


def prepared(text: str) -> Plain:
    """The text as the rules read it."""
    return plain(text)


def keeps_lead(found: Found) -> bool:
    """Whether the lead is part of the expression's own words."""
    return found.lead in _KEPT_LEADS
