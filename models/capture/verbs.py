"""The verbs by which somebody is said to speak, and the words and signs that say a stance."""

from __future__ import annotations

import re

STANCES = {
    "有条件支持": "conditional",
    "有条件同意": "conditional",
    "附条件支持": "conditional",
    "附条件同意": "conditional",
    "不同意": "oppose",
    "不支持": "oppose",
    "不赞成": "oppose",
    "保留意见": "reserve",
    "支持": "support",
    "同意": "support",
    "赞成": "support",
    "反对": "oppose",
    "保留": "reserve",
    "弃权": "abstain",
    "conditional support": "conditional",
    "conditionally supports": "conditional",
    "conditional": "conditional",
    "supports": "support",
    "support": "support",
    "agrees": "support",
    "agree": "support",
    "opposes": "oppose",
    "oppose": "oppose",
    "disagrees": "oppose",
    "reserves": "reserve",
    "reserve": "reserve",
    "abstains": "abstain",
    "abstain": "abstain",
}
SIGNS = {"+": "support", "*": "conditional", "-": "oppose", "=": "reserve"}
_GROUP = "(?:这边|那边|方面|同事|代表|同仁)?"
STANCE = re.compile(rf"\s*+(?:\(\s*+)?(?:表示)?(?P<stance>{'|'.join(STANCES)})(?:\s*+\))?\s*+")
ASIDE = re.compile(
    rf"{_GROUP}(?:\s*+\((?!\s*+(?:{'|'.join(STANCES)})\s*+\))[^()]{{1,20}}\)(?=\s*+\w{{0,6}}\s*+:))?"
)
SIGN = re.compile(r"\s*+(?P<sign>[+*=-])\s*+")
KEPT = frozenset(
    (
        "要求",
        "希望",
        "提醒",
        "承诺",
        "坚持",
        "担心",
        "主张",
        "确认",
        "质疑",
        "建议",
        "同意",
        "不同意",
        "赞成",
        "不赞成",
        "不支持",
        "不赞同",
        "赞同",
        "反对",
        "支持",
        "保留意见",
        "弃权",
    )
)
"""Verbs that stay in the text because they say something themselves; the others leave it with the name."""
_ADVERB = rf"\s*+{_GROUP}(?:均|都|也|则|还|又|再次?|随后|先)?"
# Each verb with what would make it the first half of a noun (说明, 汇报会, 补充协议, 答复函).
VERB = re.compile(
    rf"{_ADVERB}(?P<verb>说(?!明(?![年天日])|法|服)|汇报(?!会|表|单|人|书|稿|材料)|补充(?!协议|说明|会|书|稿|材料)|答复(?!函|会|意见|书|稿|材料)"
    r"|建议(?!会|函|稿|材料|书(?!面)|单(?!独|方|列|项)|表(?!决|明|示|扬))|反映(?!会|材料)|(?:提出|强调|指出|回应)(?!会)|认为|表示)(?!的)"
)
SAYS = re.compile(r"\s*+(?:said|says|thinks|noted|notes|reported|reports|added|adds)(?: that)?\s+")
# With a colon behind, any verb of speech will do.
VERB_BEFORE_COLON = re.compile(
    rf"{_ADVERB}(?P<verb>回复|反馈|说明|解释|报告|介绍|称|答|问|要求|希望|提醒|承诺|坚持|担心|主张|确认|质疑|询问)(?=\s*+:)"
)
_TAKES_SIDES = re.compile(
    rf"{_ADVERB}(?:明确|坚决|原则上?|基本|总体上?|暂)?(?P<verb>不同意|不赞成|不支持|不赞同|同意|赞同|赞成|反对|(?:支持|保留意见|弃权)(?=\s*+[,。;]))(?!的|书|函|率|票|后|前(?!提)|见|意见|声)"
)
LEAD = re.compile(r"(?:会上|会议上|对此|此外|另外|其中|最后|同时|随后|接着|然后)\s*+[,:]?\s*+")
STAYS = re.compile(r"[了过](?!渡|程|年|期)|一[点下些]")


def verb_at(low: str, pos: int) -> re.Match[str] | None:
    """A verb of speech, or one that takes a side, behind a name."""
    return VERB.match(low, pos) or _TAKES_SIDES.match(low, pos)
