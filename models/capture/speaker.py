"""Who speaks: the beginning of a clause that names a department or person, and perhaps their stance.

市场部：… · 市场部（李经理）反对：… · 2+：… · scb:… · 市场部认为… · 研发部 目前…
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from models.capture.context import Context
from models.capture.mentions import Mention, confirmed_at, mention_at
from models.capture.words import Words
from models.name_words import ENDINGS
from models.names import (
    bare_name_end,
    is_department,
    is_department_stem,
    is_plain_name,
    nickname_end,
    person_end,
)
from models.roster import Named

_MOST = 40
"""How far into a clause its colon may stand."""
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
_SIGNS = {"+": "support", "*": "conditional", "-": "oppose", "=": "reserve"}
_GROUP = "(?:这边|那边|方面|同事|代表|同仁)?"
_STANCE = re.compile(rf"\s*+(?:\(\s*+)?(?:表示)?(?P<stance>{'|'.join(STANCES)})(?:\s*+\))?\s*+")
_ASIDE = re.compile(
    rf"{_GROUP}(?:\s*+\((?!\s*+(?:{'|'.join(STANCES)})\s*+\))[^()]{{1,20}}\)(?=\s*+\w{{0,6}}\s*+:))?"
)
_SIGN = re.compile(r"\s*+(?P<sign>[+*=-])\s*+")
_UNITS = (
    "车间",
    "支行",
    "分行",
    "营业部",
    "门店",
    "工厂",
    "分厂",
    "基地",
    "研究所",
    "学院",
    "项目",
    "站",
    "队",
    "班",
)
"""Other parts of a house, which speak only with somebody's name: 动力车间王主任："""
_KEPT = frozenset(
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
_VERB = re.compile(
    rf"{_ADVERB}(?P<verb>说(?!明(?![年天日])|法|服)|汇报(?!会|表|单|人|书|稿|材料)|补充(?!协议|说明|会|书|稿|材料)|答复(?!函|会|意见|书|稿|材料)"
    r"|建议(?!会|函|稿|材料|书(?!面)|单(?!独|方|列|项)|表(?!决|明|示|扬))|反映(?!会|材料)|(?:提出|强调|指出|回应)(?!会)|认为|表示)(?!的)"
)
_SAYS = re.compile(r"\s*+(?:said|says|thinks|noted|notes|reported|reports|added|adds)(?: that)?\s+")
# With a colon behind, any verb of speech will do.
_VERB_BEFORE_COLON = re.compile(
    rf"{_ADVERB}(?P<verb>回复|反馈|说明|解释|报告|介绍|称|答|问|要求|希望|提醒|承诺|坚持|担心|主张|确认|质疑|询问)(?=\s*+:)"
)
_TAKES_SIDES = re.compile(
    rf"{_ADVERB}(?:明确|坚决|原则上?|基本|总体上?|暂)?(?P<verb>不同意|不赞成|不支持|不赞同|同意|赞同|赞成|反对|(?:支持|保留意见|弃权)(?=\s*+[,。;]))(?!的|书|函|率|票|后|前(?!提)|见|意见|声)"
)
LEAD = re.compile(r"(?:会上|会议上|对此|此外|另外|其中|最后|同时|随后|接着|然后)\s*+[,:]?\s*+")
_STAYS = re.compile(r"[了过](?!渡|程|年|期)|一[点下些]")
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?(?!\d)")
_TIME_OF_DAY = re.compile(
    r"(\d{1,2}):([0-5]\d)(?!\d|\s*+[%号日天个人台套件次条项家份万亿元周月年度倍折米吨组位名款场种])"
)
_TIMES = re.compile(r"\d{1,2}:\d{2}\s*+[-–—~至到]\s*+\d{1,2}:\d{2}")
_CODE = re.compile(r"[a-z][a-z0-9&]*(?=\s*+(?:[+*=-]\s*+)?:)")
_LIST = re.compile(r"\s*+(?:、|,|/|&|和|与|及|以及)\s*+")
_SPACE = re.compile(r"\s+(?=[^\s:])")
_BETWEEN = re.compile(r"\s*+(?:[-–—·/|(]\s*+)?")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, with what stance, and where the words begin."""

    who: tuple[Named, ...]
    end: int
    stance: str = "none"
    by: str = "colon"
    """colon, verb or space: what tells that somebody speaks."""
    candidates: tuple[str, ...] = ()
    """Whom the words fit, where they fit several; `who` is empty then."""


def speaker_at(words: Words, context: Context) -> Speaker | None:
    """Who the words begin with as a speaker by colon or verb."""
    if words.low[:1] in ("【", "["):
        return _bracketed(words, context)
    colon = -1 if is_time_of_day(words.low) else words.low.find(":", 0, _MOST)
    if colon > 0:
        found = _before_colon(words, colon, context)
        if found is not None:
            return found
    return _before_verb(words, context)


def _bracketed(words: Words, context: Context) -> Speaker | None:
    """【市场部】…: the bracket is as good as a colon, which may follow it, as may a person or a stance."""
    found = mention_at(words, 0, context)
    if found is None:
        return None
    who = (found.who[0],) if found.certain else ()
    closed = _closed(words, found.end, who, found.candidates)
    return closed or Speaker(who, found.end, candidates=found.candidates)


def is_time_of_day(low: str) -> bool:
    """Whether a text begins with a time (9:30 开始) and not with a department's number (4:25%更合适)."""
    match = _TIME_OF_DAY.match(low)
    return match is not None and (7 <= int(match[1]) <= 22 or _TIMES.match(low) is not None)


def _before_colon(words: Words, colon: int, context: Context) -> Speaker | None:
    """Who is named before the colon; behind a department's the person may follow with another (市场部:李经理：…)."""
    head = words.cut(0, colon + 1)
    found = _numbered(head, context) or _spelt(head, context) or _named(head, colon, context)
    if found is None or len(found.who) != 1 or found.who[0].person or found.stance != "none":
        return found
    department = found.who[0].department
    second = words.low.find(":", colon + 1, colon + 1 + _MOST)
    if second < 0:
        return found
    person = context.roster.person(department, words.low, colon + 1)
    end = person[0] if person else person_end(words.low, colon + 1)
    if end is None or end > second:
        return found
    who = person[1] if person else (Named(department, words.raw[colon + 1 : end]),)
    longer = _closed(words.cut(0, second + 1), end, who, ()) if len(who) == 1 else None
    return longer or found


def _numbered(head: Words, context: Context) -> Speaker | None:
    """2：, 4.2：, 2+：, 2支持：."""
    number = _NUMBER.match(head.low)
    who = context.roster.by_number(number[0]) if number else None
    return None if number is None or who is None else _closed(head, number.end(), (who,), ())


def _spelt(head: Words, context: Context) -> Speaker | None:
    """scb:, ljl+：."""
    code = _CODE.match(head.low)
    fits = context.roster.by_code(code[0]) if code else ()
    if code is None or not fits:
        return None
    chosen = context.choices.get(code[0])
    fits = (chosen,) if chosen else fits
    return _closed(
        head, code.end(), fits if len(fits) == 1 else (), tuple(one.label for one in fits[1:] and fits)
    )


def _named(head: Words, colon: int, context: Context) -> Speaker | None:
    found: list[Mention] = []
    pos = 0
    while (
        one := mention_at(head, pos, context, short=True) or _formed(head, pos, colon, context)
    ) is not None:
        found.append(_with_plain_name(head, one, colon))
        pos = found[-1].end
        link = _LIST.match(head.low, pos) or _SPACE.match(head.low, pos)
        if link is None:
            break
        pos = link.end()
    if not found:
        return None
    found = _people_of(head, found, context)
    pos = found[-1].end
    certain = all(one.certain for one in found)
    who = tuple(one.who[0] for one in found) if certain else ()
    candidates = () if certain else tuple(label for one in found for label in one.candidates)
    speaker = _closed(head, pos, who, candidates)
    if speaker is None or any(_is_short(one, head.low, context) for one in found):
        # 市场 stands for 市场部 only before a plain colon: 技术支持：… is no stance.
        return speaker if head.low[pos:].strip() == ":" else None
    return speaker


def _people_of(head: Words, found: list[Mention], context: Context) -> list[Mention]:
    """市场部（李经理、张专员）：each of them instead of the department."""
    one = found[-1]
    end = head.low.find(")", one.end) if head.low.startswith("(", one.end) else -1
    if len(found) > 1 or end < 0 or not one.certain or one.person is not None:
        return found
    people: list[Mention] = []
    pos = one.end + 1
    while pos < end:
        known = context.roster.person(one.department, head.low, pos)
        stop = known[0] if known else person_end(head.low, pos)
        if stop is None:
            return found
        who = known[1] if known else (Named(one.department, head.raw[pos:stop]),)
        people.append(Mention(pos, end + 1, who, known=known is not None))
        link = _LIST.match(head.low, stop) or _SPACE.match(head.low, stop)
        pos = link.end() if link else stop
        if link is None and stop != end:
            return found
    return people


def _with_plain_name(head: Words, one: Mention, colon: int) -> Mention:
    """财务部王芳：the rest before the colon is the name of somebody of a department."""
    between = _BETWEEN.match(head.low, one.end)
    start = between.end() if between else one.end
    bracketed = head.low[one.end : start].endswith("(")
    name = _without_stance(head.low[start:colon]).rstrip(")" if bracketed else " ")
    if not one.certain or one.person is not None:
        return one
    if not (_has_plain_form(name) or person_end(name, 0, loose=True) == len(name)):
        return one
    end = start + len(name) + bracketed
    return replace(
        one, end=end, who=(Named(one.department, head.raw[start : start + len(name)]),), known=False
    )


def _is_short(one: Mention, low: str, context: Context) -> bool:
    """Whether a department is named without its ending and without a person."""
    if not one.certain or one.who[0].person is not None:
        return False
    word = low[one.start : one.end].strip("【】[]")
    return not word.isascii() and not word.endswith(ENDINGS) and context.roster.at(low, one.start) is None


def _formed(words: Words, pos: int, colon: int, context: Context) -> Mention | None:
    """A name nobody knows yet, of a department's or person's form, as long as it fills the place before the colon."""
    low = words.low
    whole = _without_stance(low[pos:colon])
    if len(longer := context.roster.beginning(whole)) == 1 and len(whole) > 1:
        return Mention(pos, pos + len(whole), longer)
    pair = _formed_pair(words, pos, whole)
    if pair is not None:
        return pair
    stop = min((place for sign in "、,/" if (place := low.find(sign, pos, colon)) > 0), default=colon)
    head = _without_stance(low[pos:stop])
    if is_department(head):
        return Mention(pos, pos + len(head), (Named(words.raw[pos : pos + len(head)]),), known=False)
    end = person_end(low, pos, loose=True)
    if end == pos + len(head):
        return Mention(pos, end, (Named(None, words.raw[pos:end]),), known=False)
    return _formed_pair(words, pos, head)


def _without_stance(head: str) -> str:
    head = head.rstrip()
    stance = next((word for word in STANCES if head.endswith(word) and len(head) > len(word)), "")
    return head[: len(head) - len(stance)].rstrip()


def _formed_pair(words: Words, pos: int, head: str) -> Mention | None:
    """车间李主任, 华强公司-王总: an unknown department with an unknown person behind."""
    for cut in range(2, min(len(head) - 1, 9)):
        rest = re.match(r"\s*+[-–—/·(]?\s*+", head[cut:])
        start = cut + (rest.end() if rest else 0)
        end = person_end(head, start, loose=True) or bare_name_end(head, start)
        closed = end is not None and head[end:] in ("", ")")
        if closed and end is not None and _of_department(head[:cut], head[start:end]):
            named = Named(words.raw[pos : pos + cut], words.raw[pos + start : pos + end])
            return Mention(pos, pos + len(head), (named,), known=False)
    return None


def _of_department(head: str, name: str) -> bool:
    """Whether somebody called so can be of 车间, or of 后端 without an ending."""
    if is_department(head):
        return _has_plain_form(name) or person_end(name, 0, loose=True) == len(name)
    if head.endswith(_UNITS) and not head.startswith(("本", "各", "第", "该")):
        return person_end(name, 0, loose=True) == len(name)
    return is_department_stem(head) and (nickname_end(name, 0) or person_end(name, 0)) == len(name)


def _has_plain_form(name: str) -> bool:
    return nickname_end(name, 0) == len(name) or is_plain_name(name)


def _closed(words: Words, pos: int, who: tuple[Named, ...], candidates: tuple[str, ...]) -> Speaker | None:
    """The speaker, if only a stance or a verb stands between the name and the colon."""
    low, stance = words.low, "none"
    if match := _ASIDE.match(low, pos):
        pos = match.end()
    if match := _STANCE.match(low, pos):
        pos, stance = match.end(), STANCES[match["stance"]]
    elif match := _SIGN.match(low, pos):
        pos, stance = match.end(), _SIGNS[match["sign"]]
    elif match := _VERB.match(low, pos) or _VERB_BEFORE_COLON.match(low, pos):
        if low[match.end() : match.end() + 1] == ":" and match["verb"] in _KEPT:
            return Speaker(who, match.start("verb"), candidates=candidates)
        pos = match.end()
    pos += len(low[pos:]) - len(low[pos:].lstrip())
    if low[pos : pos + 1] != ":":
        return None
    return Speaker(who, pos + 1, stance, candidates=candidates)


def _before_verb(words: Words, context: Context) -> Speaker | None:
    """市场部认为…: names, perhaps an adverb, and one of the verbs of speech or one that takes a side."""
    lead = LEAD.match(words.low)
    found = confirmed_at(words, lead.end() if lead else 0, context, _speaks)
    low = words.low
    verb = _verb_at(low, found[-1].end) if found else None
    if verb is None:
        return None
    end = verb.end()
    if verb["verb"] in _KEPT or _STAYS.match(low, end):
        end = verb.start("verb")
    certain = all(one.certain for one in found)
    candidates = tuple(label for one in found for label in one.candidates)
    return Speaker(
        tuple(one.who[0] for one in found) if certain else (), end, by="verb", candidates=candidates
    )


def _verb_at(low: str, pos: int) -> re.Match[str] | None:
    return _VERB.match(low, pos) or _TAKES_SIDES.match(low, pos)


def _speaks(low: str, pos: int) -> bool:
    return _verb_at(low, pos) is not None


def _reports(low: str, pos: int) -> bool:
    return _SAYS.match(low, pos) is not None


def spaced_speaker(words: Words, context: Context) -> Speaker | None:
    """研发部 目前…: a space for the colon, behind a known name or one made of a department's words."""
    found = confirmed_at(words, 0, context, _reports)
    if not found or not words.low[found[-1].end : found[-1].end + 1].isspace():
        return None
    low, pos = words.low, found[-1].end
    stance = _STANCE.match(low, pos)
    if stance and low[stance.end() - 1 : stance.end()].isspace():
        pos, value = stance.end(), STANCES[stance["stance"]]
    else:
        value = "none"
    if says := _SAYS.match(low, pos):
        pos = says.end()
    certain = all(one.certain for one in found)
    candidates = tuple(label for one in found for label in one.candidates)
    return Speaker(tuple(one.who[0] for one in found) if certain else (), pos, value, "space", candidates)
