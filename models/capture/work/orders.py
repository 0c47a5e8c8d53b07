"""Actions that a sentence orders, whoever speaks: 司徒亮把割接窗口明天发群里 · 各单位周五前把名单报办公室."""

from __future__ import annotations

import re

from models.capture.line import Context, Items, Line, Words
from models.capture.named.mentions import Mention, known_at
from models.capture.said.first_clause import conditional, first_clause, opened
from models.capture.values import ActionLine
from models.capture.words.everyday import (
    ALL_DEPARTMENTS,
    DONE,
    EVERY_DEPARTMENT,
    QUESTION,
)
from models.capture.words.lexicon import either
from models.capture.work.actions import made_action, read_slots
from models.capture.work.dues import spans_in
from models.dates import DueSpan, match_at
from models.roster import Named

_BRINGS = re.compile(r"\s*+(?:这边|那边)?(?:先|尽快|也|再|负责|需要?|要)*把")


_HAND_IN = re.compile(
    rf"(?P<who>{either(ALL_DEPARTMENTS)})(?!的|都).*?(?:报|交|发|送|反馈|提供|提交)(?:[^,，。;；了过]{{0,12}}?)(?:给|到|至)(?!了|过)"
)


_EVERY_ONE = re.compile(rf"(?P<who>{either(ALL_DEPARTMENTS)})(?!的|都)")


_EVERY_ONE_OF_IT = re.compile(rf"[^\s,，;；。的]{{2,8}}?(?P<who>{either(ALL_DEPARTMENTS)})(?!的|都)")


def _by_then(said: Words, pos: int) -> re.Match[str] | None:
    """Every department with a limit and something to hand in by it (各单位周五前把名单报办公室)."""
    match = _EVERY_ONE.match(said.low, pos) or _EVERY_ONE_OF_IT.match(said.low, pos)
    stop = match_at(said.low, match.end()) if match else None
    hands = stop and said.low[stop - 1] in "前内" and _HANDS.match(said.low, stop)
    return match if hands else None


_HANDS = re.compile(
    r"[^,，;；。了过]{0,16}?(?:报|交|发|送|提交|反馈|提供|填)(?!告|价|表|货|现|生|[^,，;；。]{0,8}的)"
)


def brought(words: Words, line: Line, doubt: bool) -> Items | None:
    """An action, whoever speaks: somebody known, 把 and a due (司徒亮把割接窗口明天发群里)."""
    said = opened(words)
    who = known_at(said, 0, line.context)
    if who is None or not _brings(said.low, who.end) or conditional(said) or QUESTION.search(said.low):
        return None
    made = _ordered(said, who, line.context, doubt)
    if not made.due_text or DONE.search(said.low) or _over(made, line.context):
        return None
    return (made,)


def _over(made: ActionLine, context: Context) -> bool:
    """Whether it is told of what was done, or of this very meeting (上周把日志补上了, 两点半前把范围敲死)."""
    due, today = made.due or "", context.anchor.day.isoformat()
    return bool(due) and (due[:10] < today or (due[:10] == today and "T" in due))


def _brings(low: str, pos: int) -> bool:
    """Whether 把 follows a name, perhaps behind the due (技术部周五前把日志补上)."""
    due = match_at(low, pos)
    return _BRINGS.match(low, pos) is not None or (due is not None and _BRINGS.match(low, due) is not None)


def _ordered(said: Words, who: Mention | None, context: Context, doubt: bool) -> ActionLine:
    """The action of a sentence whose owner is known, with its due wherever it stands."""
    slots = read_slots(said, context)
    if slots.owner is None and who is not None and who.certain:
        slots.owner = who.who[0]
        slots.take(who.start, who.end)
    spans = () if slots.due else spans_in(slots.low)
    span = next((one for one in spans if not one.vague and not _names_a_period(slots.low, one)), None)
    if span is not None:
        slots.due = slots.said(span.start, span.end)
        slots.take(span.start, span.end)
    slots.known("led")
    return made_action(slots, doubt)


def _names_a_period(low: str, span: DueSpan) -> bool:
    """Whether a period only says which thing is meant (明年预算, 11月运营日历)."""
    return span.kind == "period" and not span.tail and low[span.end : span.end + 1].isalnum()


def handed_in(words: Words, line: Line, doubt: bool) -> Items | None:
    """An action of all departments, whoever speaks (各部门…报给…)."""
    said = opened(words)
    lead = match_at(said.low, 0) or 0
    match = _HAND_IN.match(said.low, lead) or _by_then(said, lead)
    if match is None or DONE.search(first_clause(said)) or conditional(said) or QUESTION.search(said.low):
        return None
    everyone = Mention(*match.span("who"), (Named(EVERY_DEPARTMENT),), known=False)
    return (_ordered(said, everyone, line.context, doubt),)
