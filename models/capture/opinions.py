"""Opinions: whose they are, with what stance; also of those who say that they have none."""

from __future__ import annotations

import re
from dataclasses import replace

from models.capture.actions import action
from models.capture.context import Context
from models.capture.lexicon import STANCE_OF, STANCES, either
from models.capture.line import Items, Line
from models.capture.mentions import mentions_at
from models.capture.speaker import Speaker, speaker_at
from models.capture.stance import stance_of
from models.capture.values import OpinionLine, PointLine
from models.capture.words import Words

_OTHERS = re.compile(
    r"(?:其[他它余]|剩余|余下|另外几个|其他各)(?:各?部门|各方|几个部门|人|参会部门)(?:均|都|暂|也)*(?:没有?|无)(?:其他|不同)?(?:意见|异议)[。.!]?"
    r"|(?:the )?(?:others|other departments|rest): ?no (?:objections?|comments?|opinion)[.]?"
    r"|(?:the )?(?:others|other departments) (?:have|had|raised?) no (?:objections?|comments?|opinion)[.]?"
    r"|no objections? from (?:the )?others[.]?"
)
_SILENT = re.compile(
    rf"\s*+(?:暂时?|均|都|也)?(?:{either(row.word for row in STANCES if not row.word.isascii())}"
    r"|(?:无|没有?)不同意见|(?:未|没有?|不)(?:发表意见|表态|发言))\s*+[。.!]?$"
)


def plain(words: Words, context: Context, doubt: bool = False) -> Items:
    """Words without any sign: one more opinion of the speaker, else a point."""
    text = words.raw.strip()
    if context.speaker is None:
        return (PointLine(text=text, doubt=doubt),)
    department, person = context.speaker
    return (
        OpinionLine(
            department=department, person=person, stance=stance_of(words.low), text=text, doubt=doubt
        ),
    )


def spoken(words: Words, line: Line, doubt: bool) -> Items | None:
    """An opinion, by a speaker's colon or verb, or by words that say that somebody has none."""
    if _OTHERS.fullmatch(words.low):
        return _others(words, line.context, doubt)
    speaker = speaker_at(words, line.context)
    if speaker is not None and speaker.by == "colon" and line.owners:
        return (action(words, line.context, doubt),)
    if speaker is not None:
        return opinions(words, speaker, doubt)
    found = mentions_at(words, 0, line.context)
    if not found or _SILENT.match(words.low, found[-1].end) is None or not all(one.certain for one in found):
        return None
    who = tuple(one.who[0] for one in found)
    return opinions(words, Speaker(who, found[-1].end), doubt)


def _others(words: Words, context: Context, doubt: bool) -> Items:
    if not context.unspoken:
        return (OpinionLine(stance="support", text=words.text(), speaks=False, doubt=doubt),)
    return tuple(
        OpinionLine(department=name, stance="support", text="无意见", speaks=False, doubt=doubt)
        for name in context.unspoken
    )


def opinions(words: Words, speaker: Speaker, doubt: bool) -> Items:
    """The opinion of everybody who speaks; of two whom the words fit nobody's, with all the words."""
    content = words.cut(speaker.end).text()
    stance = speaker.stance if speaker.stance != "none" else stance_of(content)
    content = _aside(words.cut(0, speaker.end), speaker) + content
    if speaker.candidates:
        nobody = OpinionLine(stance=stance, text=words.text(), candidates=speaker.candidates, doubt=doubt)
        return (_with_missing(nobody),)
    return tuple(
        _with_missing(
            OpinionLine(
                department=who.department, person=who.person, stance=stance, text=content, doubt=doubt
            )
        )
        for who in speaker.who
    )


_BRACKETS = re.compile(r"\(\s*+(?!线上|远程|电话|视频|书面|代表|接口人)([^()]{1,20}?)\s*+\)(?=[^()]*:\s*$)")


def _aside(head: Words, speaker: Speaker) -> str:
    """What stands in brackets behind who speaks and is no name, stance or way of being there: 研发部（含测试）：…"""
    match = _BRACKETS.search(head.low)
    if match is None or match[1] in STANCE_OF:
        return ""
    word = head.raw[slice(*match.span(1))]
    named = any(name and name in word for who in speaker.who for name in (who.person, who.department))
    return "" if named else f"（{word}）"


def _with_missing(item: OpinionLine) -> OpinionLine:
    return item if item.department else replace(item, missing=("department",))
