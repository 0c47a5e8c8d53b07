"""Opinions: whose they are, and the stance they take by a word or by their first words."""

from __future__ import annotations

import re
from dataclasses import replace

from models.capture.line import Context, Items, Line, Words
from models.capture.named.mentions import mentions_at
from models.capture.named.speaker import NO_THING, Speaker, known_speakers, speaker_at
from models.capture.values import NoteLine, OpinionLine, PointLine, known_by
from models.capture.words.english_stances import english_stance
from models.capture.words.everyday_stances import everyday_stance
from models.capture.words.lexicon import STANCE_OF, STANCES, either
from models.capture.work.actions import action
from models.text import fold_lower

_OURS = (
    r"(?:我[们部方司]?(?:这边)?|本部门?|我们部门)?(?:对此|对该方案|对方案)?"
    r"(?:表示|总体上?|原则上?|基本上?|完全|坚决|明确|一致|均|都|也|暂时?|仍)*"
)
_NOUN = (
    NO_THING +
    # 同意付款的单据要附合同号: what is agreed to only says which thing is spoken of.
    r"(?![^,，。;；]{1,10}的(?!说法|意见|观点|看法|提议|建议|做法|方案|判断)[^,，。;；的]{1,8}?"
    r"(?:还[没在要是有]|已经|要(?!求)|没有?|都|是|在|会(?!议)|不|得|太))"
)


def _leading(stance: str) -> str:
    """The Chinese words of a stance as the first ones of a text."""
    return "|".join(
        re.escape(row.word) + ("" if row.leads else _ALONE)
        for row in STANCES
        if row.stance == stance and not row.word.isascii()
    )


_ALONE = r"(?=\s*+(?:[,，。;；.!！]|$))"
_YES = rf"(?:{_leading('support')}|没有?不同意见){_NOUN}"
_CONDITION = re.compile(
    rf"{_leading('conditional')}|{_YES}"
    r".*?(?:(?<!不)但(?!凡)|前提|条件是|只要|除非|\b(?:but|if|provided|as long as|on condition|unless)\b"
    r"|(?<=[,，。;])\s*+(?:不过|须先|需先))",
    re.DOTALL,
)
_SUPPORT = re.compile(_YES)
_OPPOSE = re.compile(rf"(?:{_leading('oppose')})(?!见|票|的|意见(?:主要|集中|来自)|声)")
_RESERVE = re.compile(_leading("reserve"))
_ABSTAIN = re.compile(rf"(?:{_leading('abstain')})(?!的|票|权)")
_HEAD = re.compile(_OURS)
_AT_END = re.compile(
    r".*[,，;；]\s*+(?:所以|因此|故)?(?:我[们部方]?|本部门?)?(?:都|均|也)?"
    rf"(?P<stance>{either(row.word for row in STANCES if row.leads and not row.word.isascii())})\s*+[。.!！]?$"
    r"|.*[,;]\s*+(?:so |and )?(?:we|i) (?P<english>disagree|object|oppose it|agree|support it"
    r"|abstain)\s*+[.!]?$",
    re.DOTALL,
)
"""A stance that ends what is said (…，不同意)."""
_FAR = 200
"""A condition that comes later than this many characters no longer qualifies the first words."""


def stance_of(text: str, *, led: bool = False) -> str:
    """The stance the text begins with, else none; `led` where an English verb is said of somebody (supports it)."""
    low = fold_lower(text[:_FAR]).lstrip()
    match = _HEAD.match(low)
    start = match.end() if match else 0
    if _OPPOSE.match(low, start):
        return "oppose"
    if _CONDITION.match(low, start):
        return "conditional"
    if _SUPPORT.match(low, start):
        return "support"
    if _RESERVE.match(low, start):
        return "reserve"
    if _ABSTAIN.match(low, start):
        return "abstain"
    found = english_stance(low, start, led=led)
    return found if found != "none" or len(text) > _FAR else _stance_at_end(low)


def _stance_at_end(low: str) -> str:
    """The stance the text ends with, where it begins with none."""
    match = _AT_END.match(low)
    if match is None:
        return "none"
    return STANCE_OF[match["stance"] or match["english"].removesuffix(" it")]


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


_GROUP = re.compile(r"\s*+(?:这边|那边|那块|这块)")
_FINE = re.compile(r"\s*+(?:也|都|暂时?)?(?:没问题|没有问题|可以|行|ok)(?:的|了|吧)?\s*+[。.!]?$")


def plain(words: Words, context: Context, doubt: bool = False) -> Items:
    """Words without any sign: one more opinion of the speaker, else a point."""
    if context.speaker is not None:
        return (_carried(words, context.speaker, doubt),)
    if context.asking:
        return (somebodys(words, doubt),)
    return (PointLine(text=words.raw.strip(), doubt=doubt),)


_EVERYBODYS = re.compile(r"no (?:objections?|concerns?)\b|agreed (?:to|that|on)\b")
"""Words without a subject that minutes use of the whole room: no stance of whoever happened to speak last."""


def _carried(words: Words, speaker: tuple[str | None, str | None], doubt: bool) -> OpinionLine:
    department, person = speaker
    said = OpinionLine(
        department=department,
        person=person,
        stance="none" if _EVERYBODYS.match(words.low) else stance_of(words.low),
        text=words.raw.strip(),
        doubt=doubt,
    )
    return known_by(known_by(said, "carried", "department", "person"), "led", "stance")


def somebodys(words: Words, doubt: bool, *, assent: bool = False, first: tuple[str, ...] = ()) -> OpinionLine:
    """An opinion that asks whose it is (谁说的？), with whom to offer first; bare assent has no stance."""
    said = OpinionLine(
        stance="none" if assent else stance_of(words.low),
        text=words.raw.strip(),
        speaks=False,
        asks="who",
        candidates=first,
        missing=("department",),
        doubt=doubt,
    )
    return known_by(said, "led", "stance")


def as_speaker(words: Words, context: Context) -> Items:
    """The words as one more opinion of whoever speaks, or spoke before nobody knew who does; else as plain ones."""
    speaker = context.speaker or context.aside
    return plain(words, replace(context, speaker=speaker) if speaker else context)


def others(words: Words, line: Line, doubt: bool) -> Items | None:
    """The opinion of every department that has not spoken (其他部门无意见)."""
    return _others(words, line.context, doubt) if _OTHERS.fullmatch(words.low) else None


def next_owner(words: Words, line: Line, doubt: bool) -> Items | None:
    """One more action of a line in which owners stand before a colon (行动：周经理：…；郑工：…)."""
    if not line.owners:
        return None
    speaker = speaker_at(words, line.context)
    return (action(words, line.context, doubt),) if speaker and speaker.by == "colon" else None


def spoken(words: Words, line: Line, doubt: bool) -> Items | None:
    """An opinion behind its speaker, told by a colon or verb."""
    speaker = speaker_at(words, line.context)
    if speaker is None:
        return None
    line.rule = speaker.rule
    if speaker.by == "verb" and speaker.who and not words.cut(speaker.end).text():
        # 学生会先说: whose turn it is, and nothing anybody said.
        return (NoteLine(text=words.text(), doubt=doubt),)
    return opinions(words, speaker, doubt)


_NO_OBJECTION_FROM = re.compile(r"no (?:objections?|concerns?|complaints?|issues?) from (?:the )?")


def no_objection_from(words: Words, context: Context, doubt: bool) -> Items | None:
    """The consent of those who are named behind it (no concerns from Digital)."""
    match = _NO_OBJECTION_FROM.match(words.low)
    found = mentions_at(words, match.end(), context, short=True) if match else []
    if not found or not all(one.certain and one.known for one in found):
        return None
    if words.low[found[-1].end :].strip(" .!"):
        return None
    speaker = Speaker(tuple(one.who[0] for one in found), 0, "support", by="verb")
    return opinions(words, speaker, doubt)


def silent(words: Words, line: Line, doubt: bool) -> Items | None:
    """An opinion that is nothing but a stance, or none, behind its names (财务部、行政部无意见)."""
    if said := no_objection_from(words, line.context, doubt):
        return said
    found = mentions_at(words, 0, line.context) or known_speakers(words, 0, line.context)
    if not found or not all(one.certain for one in found):
        return None
    group = _GROUP.match(words.low, found[-1].end)
    end = group.end() if group else found[-1].end
    if _SILENT.match(words.low, end) is None and not (group and _FINE.match(words.low, end)):
        return None
    speaker = Speaker(tuple(one.who[0] for one in found), end, by="verb")
    if group and _FINE.match(words.low, end):
        speaker = replace(speaker, stance="support")
    return opinions(words, speaker, doubt)


def _others(words: Words, context: Context, doubt: bool) -> Items:
    return everybodys(words, context, doubt, no_objection(words))


def no_objection(words: Words) -> str:
    """What somebody said of whom a line only says that nothing was held against it, in the line's language."""
    return "no objection" if words.raw.isascii() else "无意见"


def everybodys(words: Words, context: Context, doubt: bool, text: str) -> Items:
    """The consent of every department that is there and has not spoken."""
    if not context.unspoken:
        return (OpinionLine(stance="support", text=words.text(), speaks=False, doubt=doubt),)
    said = (
        OpinionLine(department=name, stance="support", text=text, speaks=False, doubt=doubt)
        for name in context.unspoken
    )
    return tuple(known_by(one, "led", "department", "stance") for one in said)


def opinions(words: Words, speaker: Speaker, doubt: bool) -> Items:
    """The opinion of everybody who speaks; of two whom the words fit nobody's, with all the words."""
    content = words.cut(speaker.end).text()
    led = speaker.by not in ("colon", "dash")
    stance = speaker.stance if speaker.stance != "none" else stance_of(content, led=led)
    if stance == "none":
        stance = everyday_stance(fold_lower(content[:_FAR]).lstrip())
    content = _aside(words.cut(0, speaker.end), speaker) + content
    if speaker.candidates:
        nobody = OpinionLine(stance=stance, text=words.text(), candidates=speaker.candidates, doubt=doubt)
        return (_with_missing(nobody),)
    how = "led" if speaker.by in ("verb", "dash") else "said"
    stance_by = "led" if speaker.stance == "none" else how
    said = (
        OpinionLine(department=who.department, person=who.person, stance=stance, text=content, doubt=doubt)
        for who in speaker.who
    )
    return tuple(
        _with_missing(known_by(known_by(one, how, "department", "person"), stance_by, "stance"))
        for one in said
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
