"""Whom the words of an action name as its owner and as cooperating, without sign or label.

市场部李经理提交… · 由采购部牵头 · 请财务部… · …，研发部配合 · …（李经理，周五前）
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from models.capture.line import Context, Words
from models.capture.named.mentions import Mention, mention_at, mentions_at
from models.capture.named.speaker import speaker_at
from models.capture.named.strangers import by_beginning, confirmed_at, name_at, with_plain_name
from models.capture.words.everyday import ORDINARY_STEMS
from models.capture.words.lexicon import LABEL, either
from models.capture.words.work_verbs import stands_apart, work_verb_at
from models.capture.work.english_work import SETS_OUT, deed_behind, helping
from models.capture.work.slots import GAP, Slots
from models.dates import match_at

_CLAUSE = re.compile(r"(?:[^,，;；。()\x00—–|｜-]|—(?!—)(?<!——)|[-–](?! )|(?<! )[-–])+")
_PART = re.compile(r"\S+")
_LISTED_PART = re.compile(r"(?<=牵头|负责|主办|承办|配合|协助|支持)、")
_LEADS = "牵头负责|牵头|负责|主责|主办|承办|跟进|落实|主导|承担"
_HELPS = "配合|协助|协同|协办|支持|参与"
_OWNS = re.compile(rf"\s*+(?:{_LEADS})(?:人)?\s*+$")
_LEADS_ON = re.compile(rf"\s*+(?:{_LEADS})(?!人)")
_HELPED = re.compile(rf"\s*+(?:给予|提供|共同)?(?:{_HELPS})\s*+$")
_HELPS_WITH = re.compile(r"\s*+(?:配合|协助)")


def _named(field: str) -> str:
    """The words of a label that name somebody, and no work: 牵头人, not 牵头."""
    return either(word for word in LABEL[field].zh if word.endswith(("人", "部门", "方")))


_NAMED = re.compile(rf"(?:(?P<owner>{_named('owner')})|(?P<help>{_named('with')}))(?:为|是)?")
_BEFORE_NAME = re.compile(r"\s*+(?:由|请|请求|责成|委托|安排|要求|归)?\s*+")
_BESIDE = re.compile(r"(?:together )?with ")
_CALLS = re.compile(r"(?:由|请|责成|安排)\s*+")
_BY = re.compile(r"由|归")
_BY_SOMEBODY = re.compile(
    r"由[^,，;；。\x00]{2,12}?(?:完成|负责|牵头|提供|承担|执行|制定|跟进|整理|提交|编制|出具|处理|落实)"
)
_JOINT = re.compile(r"\s*+(?:、|,|/|&|和|与|及|以及|跟|同|会同|联合)\s*+")
_WITH_OTHERS = re.compile(r"\s*+[与和同]")
_NOT_OWNER = re.compile(
    r"\s*+(?:的|那[份个些]|这[份个些](?!周|星期|礼拜|月)|名下|手[上里头]|出差|离职|入职|转正|请假|休假|报销|(?:还是|仍然?|依然|一直|始终|也|都|就)(?:要求"
    r"|希望|认为|觉得|坚持|主张|担心)|要求|希望|交办|交代|关注|关心|提到|认为|提出|表示|反映|说(?!明)|汇报(?!进)|补充|答复|强调|会同|联合|配合|协助|已经?|未|没"
    r"|曾|缺席|列席|请假|均)"
)
# What a department has: its name before one of them says whose, not who does it.
_THING = re.compile(
    r"(?:新|老|旧)?(?:会议室|办公[室区]|机房|仓库|电脑|打印机|空调|门禁|工位|账号|公众号|网站|官网|服务器|系统|档案室)"
)
_IN_ENGLISH = re.compile(SETS_OUT)
_ENGLISH_OWNER = re.compile(rf"{SETS_OUT}|\s+[-–—]+\s+(?=\S)")
_IN_CHARGE = re.compile(rf"\s*+(?:负责(?!人)|牵头(?!人))|{SETS_OUT}")
_TOGETHER = re.compile(r"(?:一起|共同|联合)(?!的)")
_SURE_ENDING = ("部", "事业部")


def read_parts(slots: Slots) -> None:
    """Clauses that are nothing but a name with its part: 研发部牵头 · 质量部、法务部配合 · 市场部李经理."""
    lead = mention_at(slots.rest(), len(slots.low) - len(slots.low.lstrip()), slots.context)
    for clause in list(_CLAUSE.finditer(slots.low)):
        if lead is not None and lead.start < clause.start() and clause.end() < lead.end:
            # 市场部（李经理）周五前…: the bracket belongs to the name that leads.
            continue
        bracketed = slots.low[clause.start() - 1 : clause.start()] == "("
        for number, (start, end) in enumerate(_pieces(slots.low, clause.start(), clause.end())):
            alone = number == 0 and start > 0 and _stands_for_owner(slots, start, end)
            _part(slots, start, end, alone=alone, bracketed=bracketed)


_NEAR = 80
"""So many characters before a clause are looked at."""
_BEFORE_CLAUSE = 8
"""So many characters before a clause may be a name."""
_ENDS = re.compile(r"[\s,，;；。)—|｜\x00-]*")


def _stands_for_owner(slots: Slots, start: int, end: int) -> bool:
    """Whether a clause may be nothing but its owner: at the end or before a due, and not one of several names."""
    behind = _ENDS.match(slots.low, end)
    after = behind.end() if behind else end
    if after < len(slots.low) and match_at(slots.low, after) is None:
        return False
    if match_at(slots.low, start) is not None:
        # A day is nobody, and a line of many days would be looked through for each of them.
        return False
    near = max(0, start - _NEAR)
    before = slots.low[near:start].rstrip(" ,，;；(")
    names = (
        mention_at(Words(slots.words.raw[near:start], before), pos, slots.context)
        for pos in range(max(0, len(before) - _BEFORE_CLAUSE), len(before))
    )
    return slots.low[start - 1] == "(" or not any(one and one.end == len(before) for one in names)


def _pieces(low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A clause, and its parts between spaces where it has them."""
    whole = low[start:end]
    yield start + len(whole) - len(whole.lstrip()), start + len(whole.rstrip())
    if " " in whole.strip():
        yield from ((start + part.start(), start + part.end()) for part in _PART.finditer(whole))
    if cuts := [start + cut.start() for cut in _LISTED_PART.finditer(whole)]:
        yield from zip((start, *(cut + 1 for cut in cuts)), (*cuts, end), strict=True)


def _part(slots: Slots, start: int, end: int, *, alone: bool, bracketed: bool) -> None:
    """Takes a piece for the owner or for who helps; `alone` says that a name by itself may own."""
    first = start == 0
    piece = slots.rest().cut(start, end)
    if GAP in piece.low or not piece.low:
        return
    if named := _NAMED.match(piece.low):
        person = name_at(piece, named.end(), slots.context, digits=False)
        if person is not None and person.end == len(piece.low):
            (take_owner if named["owner"] else _cooperate)(slots, [person], start, end)
        return
    if beside := _BESIDE.match(piece.low):
        other = name_at(piece, beside.end(), slots.context, digits=False)
        if other is not None and other.end == len(piece.low) and not first:
            _cooperate(slots, [other], start, end)
        return
    before = _BEFORE_NAME.match(piece.low)
    begins = before.end() if before else 0
    found = (
        confirmed_at(piece, begins, slots.context, _has_part)
        or by_beginning(piece, begins, slots.context, _has_part)
        or (_first_names(piece, begins, slots.context, _fills) if alone else [])
    )
    if not found:
        return
    found[-1] = with_plain_name(piece, found[-1], lambda low, end: end == len(low))
    behind = found[-1].end
    alone = alone and behind == len(piece.low) and len(found) == 1
    if _HELPED.match(piece.low, behind):
        _cooperate(slots, found, start, end)
    elif _OWNS.match(piece.low, behind) or (alone and (found[0].who[0].person or not bracketed)):
        take_owner(slots, found, start, end)
    elif not first and _HELPS_WITH.match(piece.low, behind):
        _cooperate(slots, found, 0, 0)


def _has_part(low: str, pos: int) -> bool:
    """Whether what follows a name to the end of its clause is only its part: 牵头, 配合, or somebody of it."""
    return _HELPED.match(low, pos) is not None or _OWNS.match(low, pos) is not None


def _cooperate(slots: Slots, found: list[Mention], start: int, end: int) -> None:
    if all(one.certain for one in found):
        for one in found:
            slots.cooperate(one.who[0])
        slots.take(start, end)
    else:
        slots.candidates += [label for one in found for label in one.candidates]


def read_helping(slots: Slots) -> int:
    """Adds who is said to help in English, and says where the first is named; names stay in the task (with Dev)."""
    found = [one for one in helping(slots.words, slots.context) if one.who[0] != slots.owner]
    for one in found:
        slots.cooperate(one.who[0])
    return found[0].start if found else 0


def take_owner(slots: Slots, found: list[Mention], start: int, end: int) -> None:
    """Takes one certain name for the owner; of two who would share it neither is taken, and both are offered."""
    if slots.owner is not None:
        return
    if len(found) > 1 or not found[0].certain:
        slots.candidates += [label for one in found for label in (one.candidates or (one.who[0].label,))]
        return
    slots.owner = found[0].who[0]
    slots.take(start, end)


def read_called(slots: Slots, beginning: int) -> None:
    """…由法务部负责, …，由郑工完成: the owner; in the middle of a clause the words stay in the task.

    What stands at the beginning is read as that (由郑工于周五前…).
    """
    if slots.owner is not None or slots.candidates:
        return
    for call in _BY.finditer(slots.low):
        if call.start() <= beginning:
            continue
        found = confirmed_at(slots.rest(), call.end(), slots.context, _acts_by_call) or by_beginning(
            slots.rest(), call.end(), slots.context, _acts_by_call
        )
        if not found or _NOT_OWNER.match(slots.low, found[-1].end):
            continue
        leads = _LEADS_ON.match(slots.low, found[-1].end)
        if leads is not None:
            ends = not slots.low[leads.end() : leads.end() + 1].isalnum()
            take_owner(slots, found, call.start(), leads.end() if ends else call.start())
            return
        if call[0] == "由" and work_verb_at(slots.low, found[-1].end):
            take_owner(slots, found, call.start(), call.start())
            return


def read_beginning(slots: Slots, pos: int, acting: bool = False) -> int | None:
    """The owner that the words at `pos` begin with, if they do; returns where the name stood ended.

    `acting` takes a department only before a verb of work: an issue may only be about one (市场部预算缺口).
    """
    if slots.owner is not None or slots.candidates:
        return None
    if (end := _headed(slots, pos)) is not None:
        return end
    call = _CALLS.match(slots.low, pos)
    confirms = _acts_by_call if call and call[0].strip() == "由" else _acts
    start = call.end() if call else pos
    found = (
        _first_names(slots.rest(), start, slots.context, _in_english)
        or confirmed_at(slots.rest(), start, slots.context, confirms)
        or by_beginning(slots.rest(), start, slots.context, sets_out)
    )
    if not found or _strange_latin(slots.rest(), found):
        return None
    if (
        call is None
        and slots.low[found[0].start : found[0].end] in ORDINARY_STEMS
        and not _chosen(slots, found)
    ):
        # 市场出方案: an ordinary word as well, so that the department is only offered.
        slots.candidates += [who.label for who in found[0].who]
        return None
    end = found[-1].end
    if len(found) == 1 and found[0].certain:
        if not _may_own(slots, found[0], called=call is not None):
            return None
        if acting and call is None and found[0].person is None and not sets_out(slots.low, end):
            return None
        charge = _IN_CHARGE.match(slots.low, end)
        end = charge.end() if charge else end
    elif slots.low.startswith("的", end):
        return None
    elif all(one.certain for one in found) and (
        _TOGETHER.match(slots.low, end) or _IN_ENGLISH.match(slots.low, end) or sets_out(slots.low, end)
    ):
        return _first_owns(slots, found, pos)
    take_owner(slots, found, pos, end)
    return end


def _first_owns(slots: Slots, found: list[Mention], pos: int) -> int:
    """Of several who do it the first owns; the others help, and their names stay in the task."""
    for one in found[1:]:
        slots.cooperate(one.who[0])
    if deed := _IN_ENGLISH.match(slots.low, found[-1].end):
        slots.beside = slots.said(found[1].start, found[-1].end)
        take_owner(slots, found[:1], pos, deed.end())
        return deed.end()
    joined = _WITH_OTHERS.match(slots.low, found[0].end)
    take_owner(slots, found[:1], pos, found[0].end if joined else found[1].start)
    return found[-1].end


def _first_names(words: Words, pos: int, context: Context, ends: Callable[[str, int], bool]) -> list[Mention]:
    """Known names by a word of them (Grace for Grace Hopper, Karen and Mei), where what follows shows that they are."""
    found = mentions_at(words, pos, context, short=True) if words.low[pos : pos + 1].isascii() else []
    return found if found and all(one.known for one in found) and ends(words.low, found[-1].end) else []


def _strange_latin(words: Words, found: list[Mention]) -> bool:
    """Whether a Latin word nobody knows only looks as if it were to do something (PR to Legal)."""
    low, end = words.low, found[-1].end
    return (
        not found[0].known
        and low[found[0].start : end].isascii()
        and _IN_ENGLISH.match(low, end) is not None
        and not deed_behind(words, end)
    )


def _in_english(low: str, pos: int) -> bool:
    return _ENGLISH_OWNER.match(low, pos) is not None


def sets_out_in_english(low: str, pos: int) -> bool:
    """Whether `to` or `will` stands behind a name."""
    return _IN_ENGLISH.match(low, pos) is not None


def _fills(low: str, pos: int) -> bool:
    return pos == len(low)


def _chosen(slots: Slots, found: list[Mention]) -> bool:
    """Whether this department is what the reader chose for the word."""
    return slots.low[found[0].start : found[0].end] in slots.context.choices


_NO_JOB = re.compile(r"\s*+(?:配合|协助|协同|一起|共同|支持|参与|负责人|给|提供支持)")


def begins_job(low: str, end: int) -> bool:
    """Whether a name that begins a clause goes on with a job of its own, and does not only help."""
    return sets_out(low, end) and _NO_JOB.match(low, end) is None and _NOT_OWNER.match(low, end) is None


def sets_out(low: str, end: int) -> bool:
    """Whether a verb of work or its due follows a name."""
    return work_verb_at(low, end) or low.startswith("于", end) or match_at(low, end) is not None


def _acts(low: str, pos: int) -> bool:
    """Whether a due or 于 follows a name: then even a name of unusual words is somebody who acts, but for a room's."""
    if _IN_CHARGE.match(low, pos):
        return True
    return low[pos - 1] != "室" and (low.startswith("于", pos) or match_at(low, pos) is not None)


def _acts_by_call(low: str, pos: int) -> bool:
    return (
        low.startswith("于", pos)
        or match_at(low, pos) is not None
        or work_verb_at(low, pos)
        or _IN_CHARGE.match(low, pos) is not None
    )


def _headed(slots: Slots, pos: int) -> int | None:
    """市场/李经理：…: a name with a colon, in any form a speaker has; a figure before a colon is no owner."""
    head = speaker_at(slots.rest().cut(pos), slots.context)
    if head is None or head.by != "colon" or head.stance != "none" or len(head.who) != 1:
        return None
    if slots.low[pos].isdigit():
        return None
    slots.owner = head.who[0]
    slots.take(pos, pos + head.end)
    return pos + head.end


def _may_own(slots: Slots, one: Mention, called: bool) -> bool:
    """Whether a leading name is the one who acts, and not part of a longer name, an object, or one of two."""
    low, end = slots.low, one.end
    joined = _JOINT.match(low, end)
    if joined and mention_at(slots.rest(), joined.end(), slots.context):
        return False
    if one.person is None and _THING.match(low, end):
        return False
    if _NOT_OWNER.match(low, end) or (one.person is None and _WITH_OTHERS.match(low, end)):
        return False
    if _BY_SOMEBODY.search(low, end):
        # 市场部方案修改，由设计公司完成: somebody else does it, whom nobody knows.
        return False
    if called or _sure(one, low) or (not one.known and _acts(low, end)):
        return True
    return stands_apart(low, end) or match_at(low, end) is not None


def _sure(one: Mention, low: str) -> bool:
    """Whether a name can hardly be the first half of a word: IT系统, 数据中心机房 and 关总闸 are."""
    word = low[one.start : one.end]
    if word[-1].isascii():
        return False
    if one.known:
        return True
    if one.person is not None:
        return one.department is not None or not word.endswith(("总", "工"))
    return word.endswith(_SURE_ENDING)
