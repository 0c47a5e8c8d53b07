"""The stance an opinion takes by its first words: 同意… 同意，但… 不同意… 保留意见."""

from __future__ import annotations

import re

from models.capture.lexicon import STANCES
from models.text import fold_lower

_OURS = (
    r"(?:我[们部方司]?(?:这边)?|本部门?|我们部门)?(?:对此|对该方案|对方案)?"
    r"(?:表示|总体上?|原则上?|基本上?|完全|坚决|明确|一致|均|都|也|暂时?|仍)*"
)
_NOUN = (
    r"(?!书|函|率|的|票|见|团队|人员|系统|部门|服务|工作|力度|需求|流程|热线|接口|量|工程师|单位|后|前(?!提))"
)


def _leading(stance: str) -> str:
    """The words of a stance as the first ones of a text."""
    return "|".join(
        re.escape(row.word) + (r"\b" if row.word.isascii() else "") + ("" if row.leads else _ALONE)
        for row in STANCES
        if row.stance == stance
    )


_ALONE = r"(?=\s*+(?:[,，。;；.!！]|$))"
_YES = rf"(?:{_leading('support')}|没有?不同意见|no objections?\b){_NOUN}"
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
_FAR = 200
"""A condition that comes later than this many characters no longer qualifies the first words."""


def stance_of(text: str) -> str:
    """The stance the text begins with, else none."""
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
    return "abstain" if _ABSTAIN.match(low, start) else "none"
