"""What stands around the core of a due expression: leads (截至, by), brackets, connectors, tails (前, 内)."""

from __future__ import annotations

import re

from models.dates.lengths import INSIDE

_NEGATIVE = (
    r"不(?:得|能|可|应|要)?早于|不(?:得|能|可)?在|最早|最快"
    r"|not (?:before|earlier than)\b|no (?:earlier|sooner) than\b|after\b|since\b"
)
_LIMIT = (
    r"(?:最晚|最迟|最多)?不(?:得|能|可|应)?超过|截至|截止(?:到|至|时间|日期)?:?|最晚|最迟|至迟|不(?:得|能|可)?(?:迟|晚)于|迟至|务必(?:在|于)?|赶在"
    r"|(?:ddl|deadline)\b:?|no later than\b|not later than\b|at the latest\b|until\b|till\b|latest\b|due(?: by| on)?\b"
)
_SOFT = (
    r"(?:尽快|尽早|尽量|尽可能|抓紧|原则上)\s*[,(]?|于|在|到|至|争取(?:在)?|力争(?:在)?|预计(?:在|于)?"
    r"|计划(?:在|于)?|on\b|in\b|during\b|within\b|at\b"
)
_LEADS = (
    ("negative", _NEGATIVE),
    ("from", r"自|从|from\b"),
    ("limit", _LIMIT),
    ("before", r"before\b|prior to\b|早于"),
    ("by", r"by\b"),
    ("rough", r"暂定|初定|初步定|大概|大约|约|around\b|about\b"),
    ("soft", _SOFT),
)
_LEAD = re.compile(
    "(?:" + "|".join(f"(?P<{name}>{shape})" for name, shape in _LEADS) + r")(?:到|至|在|于)?\s*",
    re.IGNORECASE,
)
LEAD_STARTS = frozenset("不最截至务赶早于在到争力预计暂初大约自从迟尽抓原NnAaFfSsUuTtLlDdBbPpOoIiWw")

_BEFORE = (
    r"[之以]前|前(?!端|台|景|往|述|期(?!完)|置|沿|线|后|来|去|提(?!交|供|出|报|醒|前|升|请)"
    r"|[一两二三四五六七八九十几半\d]{1,3}个?(?:天|日|周(?![一二三四五六日])|小时|工作日|星期|礼拜|(?<=个)月|年))"
)
_AFTER = r"[之以]后|后(?!端|台|续|期|勤|面|方|果)|起(?!草|诉|步|点|用|动|飞|来|源|码)|开始"
TAIL = re.compile(
    rf"\s*(?:(?P<end>(?:结束|过完)(?:[之以]?前|时)?|为止|截止|止(?!损))|(?P<around>前后|左右|上下(?!游))"
    rf"|(?P<before>{_BEFORE})|(?P<inside>{INSIDE}|之间|期间)|(?P<after>{_AFTER})|(?P<limit>,? ?(?:at the )?latest\b))",
    re.IGNORECASE,
)
BRACKET = re.compile(r"\s*\((?P<note>[^()]{1,16})\)")
WEEKDAY_BEHIND = re.compile(r"\s*,?\s*(?P<note>(?:周|星期|礼拜)[一二三四五六日天])")
RANGE = re.compile(r"\s*(?:[-~至到]|to\b|until\b)\s*", re.IGNORECASE)
CHOICE = re.compile(r"\s*(?:或者?|还是|or\b)\s*", re.IGNORECASE)
LISTED = re.compile(r"\s*、\s*")
NOTE_WORDS = re.compile(
    r"含当[日天]|含|[^()]{0,6}节|中秋|国庆|端午|清明|元旦|五一|工作日|调休|补班|上班|暂定"
)
# What a whole due may end with beside its own words.
CLOSING = re.compile(
    r"\s*(?:完成|提交|定稿|交付|到位|上线|反馈|给出|报送|落实|办结|发布|答复|回复|交|暂定|更新|汇报|同步)?[\s,.。;、!)]*"
)


def lead_at(text: str, pos: int) -> tuple[str, int]:
    """The kind of the lead beginning here and the position behind it; of 尽快，最晚 the one that counts."""
    kind = ""
    for _ in range(3):
        match = _LEAD.match(text, pos) if pos < len(text) and text[pos] in LEAD_STARTS else None
        if match is None:
            break
        kind, pos = match.lastgroup or "", match.end()
        if kind != "soft":
            break
    return kind, pos
