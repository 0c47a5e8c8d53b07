"""Who speaks: the beginning of a clause that names a department or person, and perhaps their stance.

市场部：… · 市场部（李经理）反对：… · 2+：… · scb:… · 市场部认为… · 研发部 目前…
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.capture.line import Context, Words
from models.capture.named.mentions import LIST, Mention, mention_at, mentions_at
from models.capture.named.strangers import SPACE, confirmed_at, formed, people_of, with_name_to_colon
from models.capture.words.everyday import (
    CLAUSE,
    CONDITION,
    ENGLISH_ANSWERS,
    ENGLISH_IS,
    ENGLISH_SAYS,
    ENGLISH_TOLD,
    ENGLISH_WANTS,
    INTERJECTION,
    LONG_PAST,
    ORDINARY_STEMS,
    WANTS,
)
from models.capture.words.everyday_stances import AGREES, HOLDS, WISHES, everyday_stance
from models.capture.words.lexicon import SIGNS, STANCE_OF, STANCES, VERBS, Stance, either
from models.name_words import COMPOUND, ENDINGS, SINGLE
from models.names import person_end
from models.roster import Named

_STANCE = either(STANCE_OF)
_GROUP = "(?:这边|那边|那块|这块|方面|同事|代表|同仁)?"
STANCE = re.compile(rf"\s*+(?:\(\s*+)?(?:表示)?(?P<stance>{_STANCE})(?:\s*+\))?\s*+")
ASIDE = re.compile(rf"{_GROUP}(?:\s*+\((?!\s*+(?:{_STANCE})\s*+\))[^()]{{1,20}}\)(?=\s*+\w{{0,6}}\s*+:))?")
SIGN = re.compile(r"\s*+(?P<sign>[+*=-])\s*+")
KEPT = frozenset(row.word for row in (*VERBS, *STANCES) if isinstance(row, Stance) or row.keeps)
"""Verbs that stay in the text because they say something themselves; the others leave it with the name."""


def _beside(whatever: bool) -> str:
    """The stances that stand behind a bare name whatever follows, or only where the clause ends."""
    return either(row.word for row in STANCES if row.beside is whatever and not row.word.isascii())


_ADVERB = rf"\s*+{_GROUP}(?:均|都|也|则|还|又|再次?|随后|先|马上|立刻|立马|当即|当场|接着)?"
_VERB = "|".join(
    row.word + (f"(?!{row.not_before})" if row.not_before else "") for row in VERBS if not row.colon
)
VERB = re.compile(rf"{_ADVERB}(?P<verb>{_VERB})(?!的)")
SAYS = re.compile(r"\s*+(?:said|says|thinks|noted|notes|reported|reports|added|adds)(?: that)?\s+")
# With a colon behind, any verb of speech will do.
VERB_BEFORE_COLON = re.compile(
    rf"{_ADVERB}(?P<verb>{'|'.join(row.word for row in VERBS if row.colon)})(?=\s*+:)"
)
NO_THING = (
    r"(?!书|函|率|度|感|的|票|见|团队|人员|系统|部门|服务|工作|力度|需求|流程|热线|接口|量|工程师|单位|话术|文档|版本|名单|工单"
    r"|材料|协议|岗|平台|后|前(?!提))"
)
"""What begins with a word of assent and is a thing all the same: 支持团队, 同意书."""
_TAKES_SIDES = re.compile(
    rf"{_ADVERB}(?:明确|坚决|原则上?|基本|总体上?|暂)?"
    rf"(?P<verb>{_beside(True)}|(?:{_beside(False)})(?=\s*+[,。;])"
    # 销售二部支持单列服务费: behind a whole name; 客服支持要加强 speaks of a thing.
    rf"|(?<=[部处科组室心也都均])支持{NO_THING})(?!的|书|函|率|度|感|票|后|前(?!提)|见|意见|声)"
)
LEAD = re.compile(r"(?:会上|会议上|对此|此外|另外|其中|最后|同时|随后|接着|然后)\s*+[,:]?\s*+")
STAYS = re.compile(r"[了过](?!渡|程|年|期)|一[点下些]")


def verb_at(low: str, pos: int) -> re.Match[str] | None:
    """A verb of speech, or one that takes a side, behind a name."""
    return VERB.match(low, pos) or _TAKES_SIDES.match(low, pos)


_MOST = 40
"""How far into a clause its colon may stand."""
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?(?!\d)")
_TIME_OF_DAY = re.compile(
    r"(\d{1,2}):([0-5]\d)(?!\d|\s*+[%号日天个人台套件次条项家份万亿元周月年度倍折米吨组位名款场种])"
)
_TIMES = re.compile(r"\d{1,2}:\d{2}\s*+[-–—~至到]\s*+\d{1,2}:\d{2}")
_CODE = re.compile(r"[a-z][a-z0-9&]*(?=\s*+(?:[+*=-]\s*+)?:)")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, with what stance, and where the words begin."""

    who: tuple[Named, ...]
    end: int
    stance: str = "none"
    by: str = "colon"
    """colon, dash, verb or space: what tells that somebody speaks."""
    candidates: tuple[str, ...] = ()
    """Whom the words fit, where they fit several; `who` is empty then."""
    rule: str = ""
    """bracket, number, initials, name or verb: the way in which the speaker was found."""


def speaker_at(words: Words, context: Context) -> Speaker | None:
    """Who the words begin with as a speaker by colon or verb."""
    if words.low[:1] in ("【", "["):
        return _bracketed(words, context)
    colon = -1 if is_time_of_day(words.low) else words.low.find(":", 0, _MOST)
    if colon > 0:
        found = _before_colon(words, colon, context)
        if found is not None:
            return found
    return _before_verb(words, context) or _by_surname(words, colon, context)


def _bracketed(words: Words, context: Context) -> Speaker | None:
    """【市场部】…: the bracket is as good as a colon, which may follow it, as may a person or a stance."""
    found = mention_at(words, 0, context)
    if found is None:
        return None
    who = (found.who[0],) if found.certain else ()
    closed = _closed(words, found.end, who, found.candidates, "bracket")
    return closed or Speaker(who, found.end, candidates=found.candidates, rule="bracket")


_CLOCK = re.compile(r"\d{1,2}:[0-5]\d\s+[a-z]")
"""A time before English words is no department's number (1:20 Walt's in)."""


def is_time_of_day(low: str) -> bool:
    """Whether a text begins with a time (9:30 开始) and not with a department's number (4:25%更合适)."""
    match = _TIME_OF_DAY.match(low)
    return match is not None and (7 <= int(match[1]) <= 22 or _TIMES.match(low) is not None)


def _before_colon(words: Words, colon: int, context: Context) -> Speaker | None:
    """Who is named before the colon; behind a department's the person may follow with another (市场部:李经理：…)."""
    head = words.cut(0, colon + 1)
    number = None if _CLOCK.match(words.low) else _numbered(head, context)
    found = number or _spelt(head, context) or _named(head, colon, context)
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
    longer = _closed(words.cut(0, second + 1), end, who, (), "name") if len(who) == 1 else None
    return longer or found


def _numbered(head: Words, context: Context) -> Speaker | None:
    """By number before a colon: 2：, 4.2：, 2+：, 2支持：."""
    number = _NUMBER.match(head.low)
    who = context.roster.by_number(number[0]) if number else None
    return None if number is None or who is None else _closed(head, number.end(), (who,), (), "number")


def _spelt(head: Words, context: Context) -> Speaker | None:
    """By pinyin initials before a colon: scb：, ljl+：."""
    code = _CODE.match(head.low)
    fits = context.roster.by_code(code[0]) if code else ()
    if code is None or not fits:
        return None
    chosen = context.choices.get(code[0])
    fits = (chosen,) if chosen else fits
    who, several = (fits, ()) if len(fits) == 1 else ((), fits)
    return _closed(head, code.end(), who, tuple(one.label for one in several), "initials")


def _named(head: Words, colon: int, context: Context) -> Speaker | None:
    found: list[Mention] = []
    pos = 0
    while (
        one := mention_at(head, pos, context, short=True) or formed(head, pos, colon, context)
    ) is not None:
        found.append(with_name_to_colon(head, one, colon))
        pos = found[-1].end
        link = LIST.match(head.low, pos) or SPACE.match(head.low, pos)
        if link is None:
            break
        pos = link.end()
    if not found:
        return None
    found = people_of(head, found, context)
    pos = found[-1].end
    certain = all(one.certain for one in found)
    who = tuple(one.who[0] for one in found) if certain else ()
    candidates = () if certain else tuple(label for one in found for label in one.candidates)
    speaker = _closed(head, pos, who, candidates, "name")
    short = any(_is_short(one, head.low, context) for one in found)
    if speaker is None or not short or head.low[pos:].strip() == ":":
        return speaker
    # 技术支持：… is no stance, as little as 市场反馈：… is somebody's; 研发反对：… is.
    word = head.low[found[-1].start : found[-1].end]
    ordinary = found[-1].certain and word in ORDINARY_STEMS and word not in context.choices
    taken = speaker.stance != "none" and not (ordinary and speaker.stance == "support")
    return speaker if taken else None


def _is_short(one: Mention, low: str, context: Context) -> bool:
    """Whether a department is named without its ending and without a person."""
    if not one.certain or one.who[0].person is not None:
        return False
    word = low[one.start : one.end].strip("【】[]")
    return not word.isascii() and not word.endswith(ENDINGS) and context.roster.at(low, one.start) is None


def _closed(
    words: Words, pos: int, who: tuple[Named, ...], candidates: tuple[str, ...], rule: str
) -> Speaker | None:
    """The speaker, if only a stance or a verb stands between the name and the colon."""
    low, stance = words.low, "none"
    if match := ASIDE.match(low, pos):
        pos = match.end()
    if match := STANCE.match(low, pos):
        pos, stance = match.end(), STANCE_OF[match["stance"]]
    elif match := SIGN.match(low, pos):
        pos, stance = match.end(), SIGNS[match["sign"]]
    elif match := VERB.match(low, pos) or VERB_BEFORE_COLON.match(low, pos):
        if low[match.end() : match.end() + 1] == ":" and match["verb"] in KEPT:
            return Speaker(who, match.start("verb"), candidates=candidates, rule=rule)
        pos = match.end()
    pos += len(low[pos:]) - len(low[pos:].lstrip())
    if low[pos : pos + 1] != ":":
        return None
    return Speaker(who, pos + 1, stance, candidates=candidates, rule=rule)


def _before_verb(words: Words, context: Context) -> Speaker | None:
    """市场部认为…: names, perhaps an adverb, and one of the verbs of speech or one that takes a side."""
    low, start = words.low, _start(words.low)
    found = confirmed_at(words, start, context, _speaks) or known_speakers(words, start, context)
    verb = _said_by(found, low) if found else None
    if verb is None or _in_condition(low, verb):
        return None
    certain = all(one.certain for one in found)
    candidates = tuple(label for one in found for label in one.candidates)
    who = tuple(one.who[0] for one in found) if certain else ()
    return Speaker(who, _words_begin(low, verb), by="verb", candidates=candidates, rule="verb")


def _words_begin(low: str, verb: re.Match[str]) -> int:
    """Where what is said begins: behind a verb that only says so, else with the verb."""
    leaves = verb["verb"] in _LEAVES and not STAYS.match(low, verb.end())
    return verb.end() if leaves else verb.start("verb")


def said_from(low: str, pos: int) -> int | None:
    """Where the words begin of somebody named before `pos`, if a verb there says that he speaks or holds something."""
    verb = verb_at(low, pos) or _HELD.match(low, pos) or HOLDS.match(low, pos)
    return None if verb is None else _words_begin(low, verb)


_POINTS = re.compile("(?:这个|那个|这|那)(?![个些样么种])")
_LEAVES = frozenset(row.word for row in VERBS if not row.keeps and not row.colon)
"""The verbs of speech that leave the text with the name."""
_HELD = re.compile(rf"{_ADVERB}(?:明确|坚决|也|更|就|都)?(?P<verb>{WANTS.pattern})")
_SURE = either(row.word for row in STANCES if not row.word.isascii() and row.word != "支持")
_FOR_SURE = re.compile(f"说(?!了不?算)|认为|觉得|{_SURE}")
"""The verbs that make a department of a beginning of its name that is an ordinary word too (市场反对, not 市场反映)."""


def _start(low: str) -> int:
    """Where the sentence itself begins, behind 对了，, 会上， and the like."""
    start = match.end() if (match := INTERJECTION.match(low)) else 0
    return match.end() if (match := LEAD.match(low, start)) else start


def known_speakers(words: Words, pos: int, context: Context) -> list[Mention]:
    """The known names at `pos`, by short ones too (研发反对, 那个后端不同意)."""
    points = _POINTS.match(words.low, pos)
    for start in dict.fromkeys((pos, points.end() if points else pos)):
        found = mentions_at(words, start, context, short=True)
        if found and all(one.known for one in found) and _stands_for(found[-1], words.low):
            return found
    return []


def _stands_for(one: Mention, low: str) -> bool:
    """Whether a name is meant and no ordinary word (市场反映不错, 客户说太贵)."""
    word = low[one.start : one.end]
    if word not in ORDINARY_STEMS:
        return True
    verb = verb_at(low, one.end)
    sure = verb is None or _FOR_SURE.match(verb["verb"]) is not None
    return word != "客户" and sure


_SURNAME = re.compile(rf"(?:{COMPOUND}|[{SINGLE}])(?P<space>\s*+)(?![:\s]*$)")
_NO_SURNAME = frozenset("高常时和都全能应成明向平安相连通关国经于从方双单强金钱车水米花房石路马牛鱼计")
"""Surnames that are words by themselves: before a colon or verb without a space they are no name."""


def _by_surname(words: Words, colon: int, context: Context) -> Speaker | None:
    """Somebody by the bare surname, where the meeting has it: 贺：可以 · 罗 认了 · 孙不同意."""
    match = _SURNAME.match(words.low)
    fits = context.roster.by_surname(match[0].strip()) if match else ()
    if match is None or not fits:
        return None
    who, several = (fits, ()) if len(fits) == 1 else ((), fits)
    candidates = tuple(one.label for one in several)
    plain = match[0].strip() not in _NO_SURNAME
    if colon == match.end() and (plain or everyday_stance(words.low[colon + 1 :].strip()) != "none"):
        return Speaker(who, colon + 1, candidates=candidates, rule="surname")
    low, pos = words.low, match.end()
    verb = verb_at(low, pos) or _HELD.match(low, pos) or HOLDS.match(low, pos) or AGREES.match(low, pos)
    verb = verb if plain or match["space"] else None
    if verb is None and match["space"] and plain:
        return Speaker(who, match.end(), candidates=candidates, rule="surname")
    if verb is None or _in_condition(words.low, verb):
        return None
    return Speaker(who, _words_begin(words.low, verb), by="verb", candidates=candidates, rule="surname")


def _said_by(found: list[Mention], low: str) -> re.Match[str] | None:
    """The verb behind the names by which they are said to speak, to take a side, or to hold something."""
    pos = found[-1].end
    verb = verb_at(low, pos)
    if verb is not None or not all(one.known for one in found):
        return verb
    held = _HELD.match(low, pos) or HOLDS.match(low, pos)
    people = all(one.person or one.candidates for one in found)
    return held or (AGREES.match(low, pos) if people else None)


def _in_condition(low: str, verb: re.Match[str]) -> bool:
    """Whether what somebody is said to hold is only a condition (财务同意就付) or a saying (财务说了算)."""
    if verb["verb"] in _LEAVES:
        return re.match("了不?算", low[verb.end() : verb.end() + 3]) is not None
    clause = CLAUSE.match(low, verb.end())
    if clause is None or verb["verb"] in WISHES:
        return False
    # 王芳没意见 账期跟着评级走就行: a space ends a clause where no comma is typed.
    first = clause[0] if verb["verb"].isascii() else clause[0].partition(" ")[0]
    # 觉得没人复核才是原因 says what it is, and on no condition.
    return CONDITION.search(first.replace("才是", "")) is not None


def _speaks(low: str, pos: int) -> bool:
    return verb_at(low, pos) is not None


def _reports(low: str, pos: int) -> bool:
    return SAYS.match(low, pos) is not None


def _latin(one: Mention, words: Words) -> bool:
    """Whether a name is Latin: behind such a one a space is never a colon."""
    return words.low[one.start : one.end].isascii()


def _english(words: Words, context: Context, found: list[Mention]) -> Speaker | None:
    """Lena says …, Finance wants …: a name and a verb by which it is said to speak or to hold something."""
    low = words.low
    start = match.end() if (match := INTERJECTION.match(low)) else 0
    known = found or [one for one in mentions_at(words, start, context, short=True) if one.known]
    verb = _english_verb(low, known) if known else None
    if verb is None:
        return None
    clause = CLAUSE.match(low, verb.end())
    says = ENGLISH_SAYS.match(verb["verb"]) is not None
    past = verb["verb"].endswith("ed") or verb["verb"].startswith(("was ", "were ", "had "))
    if past and clause is not None and LONG_PAST.search(clause[0]):
        return None
    end = verb.end() if says else verb.start("verb")
    certain = all(one.certain for one in known)
    candidates = tuple(label for one in known for label in one.candidates)
    return Speaker(tuple(one.who[0] for one in known) if certain else (), end, "none", "verb", candidates)


def _english_verb(low: str, known: list[Mention]) -> re.Match[str] | None:
    """The verb behind the names, or what people are said to be or to answer without one."""
    pos = known[-1].end
    people = all(one.person or one.candidates for one in known)
    said = ENGLISH_WANTS.match(low, pos)
    if said or not people:
        return said
    return ENGLISH_IS.match(low, pos) or ENGLISH_ANSWERS.match(low, pos) or ENGLISH_TOLD.match(low, pos)


_SPACE_BEHIND = re.compile(r"\s+(?=[^@＠\s])")
_THEN_CHINESE = re.compile(r"\s+[\u3400-\u9fff]")


def _by_short_name(words: Words, context: Context) -> list[Mention]:
    """Known names by what they are called for short (财务 预付三成), unless that is an ordinary word as well."""
    found = known_speakers(words, 0, context)
    ordinary = any(words.low[one.start : one.end] in ORDINARY_STEMS for one in found)
    return [] if ordinary else found


def spaced_speaker(words: Words, context: Context) -> Speaker | None:
    """研发部 目前…: a space for the colon, behind a known name or one made of a department's words."""
    found = confirmed_at(words, 0, context, _reports)
    if led := _english(words, context, found):
        return led
    found = found or _by_short_name(words, context)
    if not found or not _SPACE_BEHIND.match(words.low, found[-1].end):
        return None
    low, pos = words.low, found[-1].end
    stance = STANCE.match(low, pos)
    chinese = _THEN_CHINESE.match(low, pos) is not None
    if (
        low[pos - 1].isascii()
        and not chinese
        and (_latin(found[-1], words) or not (stance or SAYS.match(low, pos)))
    ):
        # Behind a Latin name a space is never a colon: Bob is on leave. SRE 磁盘告警 is no English sentence.
        return None
    if stance and low[stance.end() - 1 : stance.end()].isspace():
        pos, value = stance.end(), STANCE_OF[stance["stance"]]
    else:
        value = "none"
    if says := SAYS.match(low, pos):
        pos = says.end()
    certain = all(one.certain for one in found)
    candidates = tuple(label for one in found for label in one.candidates)
    return Speaker(tuple(one.who[0] for one in found) if certain else (), pos, value, "space", candidates)
