"""Disagreements: what is disputed, and which dispute a consensus settles or a deferral sets aside."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from models.capture.line import HERE, Context, Dispute, Line, Words
from models.capture.named.strangers import departments_in
from models.capture.values import ConsensusLine, DeferredLine, DisputeLine, known_by
from models.text import normal

Concluded = TypeVar("Concluded", ConsensusLine, DeferredLine)


def choices(disputes: list[Dispute], text: str, context: Context) -> list[str]:
    """The ids of the open disputes that share words with a text, the one that shares most first."""
    words = _meaning(text, context)
    shared = [
        (len(words & _meaning(one.text, context)), one) for one in reversed(disputes) if one.status == "open"
    ]
    return [one.id for count, one in sorted(shared, key=lambda pair: -pair[0]) if count]


_ANSWERS = re.compile("要|不|先|按|选|取|同意")
_SHORT_ANSWER = 8
"""Characters; a longer consensus behind a dispute says itself what it is about."""


def paired(line: Line, text: str) -> str | None:
    """The dispute a text settles: one it shares words with, else the one just before, to which it is a short answer."""
    likely = choices(line.disputes, text, line.context)
    if likely:
        return likely[0]
    last = line.disputes[-1] if line.disputes else None
    if last is None or last.status != "open":
        return None
    if last.line == HERE:
        # 争议：占比；共识：28%: one line says both.
        return last.id
    said = text.strip("。.!！ ")
    answers = len(said) <= _SHORT_ANSWER and _ANSWERS.match(said) is not None
    return last.id if answers and last.id == line.context.latest_id else None


_FILLER = frozenset("，。、；：（）“”？！,.;:()?! \u3000是否的和与及还取按由归在为了不无要先")
_PLAIN = (
    "会议 方案 时间 问题 部门 项目 计划 工作 情况 内容 意见 结果 进行 今年 明年 本周 下周 本月 下月 "
    "我们 大家 各方 一致 同意 改为"
)
_GENERAL = frozenset(_PLAIN.split())
"""What anything may be about: a pair of such characters says nothing of what it belongs to."""
_LATIN = re.compile(r"[a-z][a-z'&-]{2,}")
_PLAIN_ENGLISH = (
    "the and for with that this will are was not but until from before after all one two both "
    "whether stays stay get our out its who has have meeting plan time team date week month next"
)
_ENGLISH_FILLER = frozenset(_PLAIN_ENGLISH.split())


def _meaning(text: str, context: Context) -> set[str]:
    """The pairs of characters and the Latin words that carry meaning: how texts are compared without a dictionary."""
    plain = normal(text)
    for who in context.roster.departments:
        plain = plain.replace(normal(who.department or ""), "，")
    latin = {word for word in _LATIN.findall(plain) if word not in _ENGLISH_FILLER}
    pairs = {one + two for one, two in pairwise(plain) if not (one.isascii() or two.isascii())}
    return latin | {pair for pair in pairs if not (set(pair) & _FILLER or pair in _GENERAL)}


def dispute(words: Words, line: Line, doubt: bool = False) -> DisputeLine:
    """The dispute these words state, with the departments they name as its parties; the line has opened it."""
    line.open_dispute(words.text())
    return DisputeLine(dispute=words.text(), parties=departments_in(words, line.context), doubt=doubt)


def consensus(words: Words, line: Line, number: str | None, doubt: bool = False) -> ConsensusLine:
    """The consensus and the dispute it settles, if one is known."""
    said = _concluded(ConsensusLine(consensus=words.text(), doubt=doubt), words, line, number)
    line.settle_dispute(said.settles)
    return said


def deferred(words: Words, line: Line, number: str | None, doubt: bool = False) -> DeferredLine:
    """The dispute set aside, with the reason."""
    said = _concluded(DeferredLine(reason=words.text(), doubt=doubt), words, line, number)
    line.settle_dispute(said.settles, "deferred")
    return said


def _concluded(item: Concluded, words: Words, line: Line, number: str | None) -> Concluded:
    """The value with the dispute it concludes: the one numbered, else the one paired with it, else none."""
    numbered = next((one.id for one in line.disputes if number and str(one.number) == number), None)
    settles = numbered or paired(line, words.text())
    about = next((one.text for one in line.disputes if one.id == settles), "")
    how = "said" if numbered else "paired"
    return known_by(replace(item, settles=settles, about=about), how, "settles")


def set_aside(text: str, line: Line, doubt: bool) -> DeferredLine | None:
    """The only open dispute of the topic, set aside; None where there is none, or more than one."""
    opened = [one for one in line.disputes if one.status == "open"]
    if len(opened) != 1:
        return None
    line.settle_dispute(opened[0].id, "deferred")
    said = DeferredLine(reason=text, settles=opened[0].id, about=opened[0].text, doubt=doubt)
    return known_by(said, "paired", "settles")
