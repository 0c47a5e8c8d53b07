"""Owner, cooperating departments and due that the words of an action say without sign or label.

市场部李经理于周五前提交… · 由采购部牵头 · 请财务部… · …，研发部配合 · …，9月23日前
"""

from __future__ import annotations

import re
from dataclasses import replace

from models.capture.mentions import Mention, mention_at, mentions_at, name_at
from models.capture.slots import GAP, Slots
from models.capture.speaker import speaker_at
from models.dates import Span, find

_CLAUSE = re.compile(r"(?:[^,，;；。\x00—|｜]|—(?!—)(?<!——))+")
_LEADS = "牵头负责|牵头|负责|主责|主办|承办|跟进|落实|担任负责人"
_HELPS = "配合|协助|协同|协办|支持|参与"
_OWNS = re.compile(rf"\s*(?:{_LEADS})(?:人)?\s*$")
_HELPED = re.compile(rf"\s*(?:给予|提供|共同)?(?:{_HELPS})\s*$")
_HELPS_WITH = re.compile(r"\s*(?:配合|协助)")
_NAMED = re.compile(
    r"(?P<owner>负责人|责任人|牵头人|牵头部门|责任部门|负责部门)(?:为|是)?|(?P<with>配合部门|协助部门)(?:为|是)?"
)
_BEFORE_NAME = re.compile(r"\s*(?:由|请|请求|责成|委托|安排|要求|归)?\s*")
_CALLS = re.compile(r"(?:由|请|责成|安排)\s*")
_BY = re.compile(r"(?:由|归)\s*")
_JOINT = re.compile(r"\s*(?:、|,|/|&|和|与|及|以及|跟|同|会同|联合)\s*")
_NOT_OWNER = re.compile(
    r"\s*(?:的|认为|提出|表示|反映|说(?!明)|汇报|补充|答复|强调|会同|联合|配合|协助|已经?|未|没|曾|缺席|列席|请假|均)"
)
_WITH_OTHERS = re.compile(r"\s*[与和同]")
_SEPARATOR = re.compile(r"\s*(?:——|--|—|–|:|,|，|-|\||｜|\s)?\s*")
_IN_CHARGE = re.compile(r"\s*(?:负责(?!人)|牵头(?!人))| (?:to|will|shall|must|should) ")
_AT = re.compile(r"\s*(?:需要?|应|须|要|必须|务必|争取|计划|预计)?\s*(?:于|在|by )?\s*")
# Verbs that take what is delivered for an object, whatever noun follows (完成数据迁移, 提交方案).
_DELIVERS = (
    "完成|提交|提供|出具|给出|制定|编制|输出|报送|上报|组织|召开|开展|拟定|起草|形成|签订|签署|修订|梳理|整理|汇总|统计|收集|落实|确定|敲定|选定|锁定|发布|公布|公示|张贴|建立|搭建|准备|补齐|补充|发送|发出|归档|移交|更新|"
    "审核|审批|审定|审查|支付|赔付|走访|拜访|约谈|通报|宣贯|招聘|制作|拍摄|印刷|布置|打样|送审|发函|回函|催收|下单|报销|登记|申请|申报|安装|清点|定稿"
)
# Verbs that are as often part of a noun (反馈机制, 响应流程, 交付标准).
_DEED = (
    "反馈|交付|上线|确认|汇报|启动|核对|核算|测算|评估|调研|安排|联系|通知|回复|答复|处理|解决|优化|调整|部署|测试|验收|培训|采购|到位|明确|对接|协调|跟进|推进|落地|冻结|送样|送检|排查|修复|整改|导入|备货|发货|付款|"
    "结算|盘点|清理|退款|回访|学习|考试|面试|入职|签收|交接|迁移|切换|升级|扩容|压测|演练|复盘|复核|复查|自查|检查|巡检|到货|回款|对账|开票|批复|备案|立项|结项|招标|开标|定标|比价|询价|谈判|投放|调试|试产|量产|投产|封样|响应|改造|改进"
)
_NOUN = "率|度|情况|流程|机制|标准|方案|清单|报表|制度|规则|规范|表|书|会|单|量|时效|服务|政策|要求|费用|数据|通知|体系|系统|计划"
_SMALL = "把|将|向|对|给|与|由|请|再|先|要|须|需|必须|应|拿|出(?!差|口|现|入|货量)|报(?!表|告|价)|交(?!期|易|流)|发(?!布会|票|货单)|做|写|定(?!价|额|金)|补|改|查|开(?!会|发)"
_DOES = re.compile(rf"\s*(?:(?:{_DELIVERS}|{_DEED})(?!率|度|量)|{_SMALL})(?!\w{{0,4}}的)")
_DOES_WITHIN = re.compile(
    rf"\s*(?:(?:{_DELIVERS})(?!率|度|量|时)|(?:{_DEED})(?!{_NOUN})|{_SMALL})(?!\w{{0,4}}的)"
)
_CLOSES = re.compile(
    r"\s*(?P<verb>完成|到位|搞定|提交|定稿|交付|上线|给出|给到|提供|反馈|发布|报送|落实|办结|实施|发出|给|交|发|出)?\s*[。.!！]?\s*$"
)
_SAYS_NO_MORE = frozenset("完成 到位 搞定 办结 给 给到 交 发 出".split())
_TIME_WORD = re.compile(r"\s*(?:完成)?(?:时间|时限|期限|截止)(?:为|是|:)?\s*$")
_PREPOSITION = re.compile(r"(?:^|(?<=[\s\x00,，]))(?:务必|须|应|需|请)?(?:于|在|争取|计划|预计)\s*$|于\s*$")
_FROZEN = re.compile(r"[为到至]\s*$|在\s*$")
_LATIN_LEAD = re.compile(
    r"(?:by|before|until|till|no later than|within|in|end of|due|tomorrow|today|next|this)\b"
)


def read_words(slots: Slots) -> None:
    """What the words themselves say, as far as no sign or label said it."""
    spans = [] if slots.due else [_whole(span, slots.low) for span in find(slots.low, loose=True)]
    _own_clauses(slots)
    _called(slots)
    _beginning(slots, spans)
    if not slots.due:
        _due(slots, [span for span in spans if GAP not in slots.low[span.start : span.end]])


_WITHIN = re.compile("内(?=审[核批定议查])")


def _whole(span: Span, low: str) -> Span:
    """本周内|审核: 内审 is no word here."""
    if not span.tail and _WITHIN.match(low, span.end):
        return replace(span, end=span.end + 1, tail="内")
    return span


def _own_clauses(slots: Slots) -> None:
    """Clauses that are nothing but a name with its part: 研发部牵头 · 质量部、法务部配合 · 市场部李经理."""
    for clause in list(_CLAUSE.finditer(slots.low)):
        first = clause.start() == 0
        for start, end in _pieces(slots.low, clause.start(), clause.end()):
            _own_clause(slots, start, end, first and start == 0)


def _pieces(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """A clause, and its parts between spaces where it has them."""
    whole = low[start:end]
    lead = len(whole) - len(whole.lstrip())
    pieces = [(start + lead, start + len(whole.rstrip()))]
    if " " in whole.strip():
        pieces += [(start + part.start(), start + part.end()) for part in re.finditer(r"\S+", whole)]
    return pieces


def _own_clause(slots: Slots, start: int, end: int, first: bool) -> None:
    piece = slots.rest().cut(start, end)
    if GAP in piece.low or not piece.low:
        return
    if named := _NAMED.match(piece.low):
        person = name_at(piece, named.end(), slots.context, digits=False)
        if person is not None and person.end == len(piece.low):
            _owner(slots, [person], start, end) if named["owner"] else _cooperating(
                slots, [person], start, end
            )
        return
    before = _BEFORE_NAME.match(piece.low)
    found = mentions_at(piece, before.end() if before else 0, slots.context)
    if not found:
        return
    behind = found[-1].end
    if _HELPED.match(piece.low, behind):
        _cooperating(slots, found, start, end)
    elif _OWNS.match(piece.low, behind) or (behind == len(piece.low) and not first and (len(found) == 1)):
        _owner(slots, found, start, end)
    elif not first and _HELPS_WITH.match(piece.low, behind):
        _cooperating(slots, found, 0, 0)


def _cooperating(slots: Slots, found: list[Mention], start: int, end: int) -> None:
    if all(one.certain for one in found):
        for one in found:
            slots.cooperate(one.who[0])
        slots.take(start, end)
    else:
        slots.candidates += [label for one in found for label in one.candidates]


def _owner(slots: Slots, found: list[Mention], start: int, end: int) -> None:
    """Takes one certain name for the owner; of two who would share it neither is taken."""
    if slots.owner is not None:
        return
    if len(found) > 1 or not found[0].certain:
        slots.candidates += [label for one in found for label in (one.candidates or (one.who[0].label,))]
        return
    slots.owner = found[0].who[0]
    slots.take(start, end)


def _called(slots: Slots) -> None:
    """…由法务部负责 in the middle of a clause: the owner, and the words stay unless they end it."""
    if slots.owner is not None or slots.candidates:
        return
    for call in _BY.finditer(slots.low):
        if call.start() == 0:
            continue
        found = mentions_at(slots.rest(), call.end(), slots.context)
        behind = re.compile(rf"\s*(?:{_LEADS})(?!人)").match(slots.low, found[-1].end) if found else None
        if behind is not None:
            ends = not slots.low[behind.end() : behind.end() + 1].isalnum()
            _owner(slots, found, call.start(), behind.end() if ends else call.start())
            return


def _beginning(slots: Slots, spans: list[Span]) -> None:
    """A leading due, a leading name, a due behind it; 由…于… and 请… are leading names too."""
    pos = len(slots.low) - len(slots.low.lstrip(" \x00,，:"))
    lead = _span_at(slots, spans, pos)
    after = _SEPARATOR.match(slots.low, lead.end).end() if lead else pos  # type: ignore[union-attr]
    call = _CALLS.match(slots.low, after)
    if slots.owner is None and not slots.candidates and _headed(slots, after):
        _due_behind_owner(slots, spans, after)
        return
    found = (
        [] if slots.owner is not None or slots.candidates else _leading(slots, call.end() if call else after)
    )
    if found:
        start, end = (call.start() if call else after), found[-1].end
        joined = _JOINT.match(slots.low, end) if len(found) == 1 else None
        if joined and mention_at(slots.rest(), joined.end(), slots.context):
            return
        if not found[0].person and _WITH_OTHERS.match(slots.low, end):
            return
        if len(found) == 1 and not _NOT_OWNER.match(slots.low, end):
            charge = _IN_CHARGE.match(slots.low, end)
            _owner(slots, found, start, charge.end() if charge else end)
        elif len(found) > 1 or not found[0].certain:
            _owner(slots, found, start, end)
    if slots.owner is not None:
        _due_behind_owner(slots, spans, pos)
    elif found:
        _due_behind_owner(slots, spans, found[-1].end)
    if lead is not None and not slots.due and (found or _leads(slots.low, lead)):
        _take_due(slots, lead, lead.start)


def _headed(slots: Slots, pos: int) -> bool:
    """市场/李经理：…: a name with a colon, in any form a speaker has."""
    head = speaker_at(slots.rest().cut(pos), slots.context)
    if (
        head is None
        or head.by != "colon"
        or head.stance != "none"
        or len(head.who) != 1
        or slots.low[pos].isdigit()
    ):
        return False
    slots.owner = head.who[0]
    slots.take(pos, pos + head.end)
    return True


def _leading(slots: Slots, pos: int) -> list[Mention]:
    return mentions_at(slots.rest(), pos, slots.context)


def _span_at(slots: Slots, spans: list[Span], pos: int) -> Span | None:
    at = _AT.match(slots.low, pos)
    places = {pos, at.end() if at else pos}
    return next((span for span in spans if span.start in places and not span.vague), None)


def _due_behind_owner(slots: Slots, spans: list[Span], pos: int) -> None:
    """市场部李经理|于周五前|提交: right behind the owner, whose words are a gap now."""
    gap = re.compile(r"[\x00\s,，:—–|-]*").match(slots.low, pos)
    if gap is None or slots.due:
        return
    at = _AT.match(slots.low, gap.end())
    for place in (gap.end(), at.end() if at else gap.end()):
        span = next((one for one in spans if one.start == place), None)
        if (
            span is not None
            and not span.vague
            and (_limit(span) or "于" in slots.low[gap.end() : place] or _does(slots.low, span))
        ):
            if span.kind == "duration" and not _stands_free(slots.low, span.end):
                continue
            _take_due(slots, span, gap.end())
            return


def _stands_free(low: str, end: int) -> bool:
    """Whether what follows a duration is the deed and not the thing it names (48小时内|响应流程)."""
    return end >= len(low) or not low[end].isalnum() or _DOES_WITHIN.match(low, end) is not None


def _does(low: str, span: Span) -> bool:
    """Whether the deed follows the due, and not the thing a length of time names (48小时内|响应流程)."""
    shape = _DOES_WITHIN if span.kind == "duration" else _DOES
    return shape.match(low, span.end) is not None


def _leads(low: str, span: Span) -> bool:
    """Whether a due at the beginning is the action's, although no owner follows it."""
    behind = low[span.end : span.end + 1]
    if not behind or behind in ",，;；。:\x00—":
        return True
    return _limit(span) and (_does(low, span) or (span.kind == "event" and span.tail != ""))


def _limit(span: Span) -> bool:
    return span.tail.endswith(("前", "内", "截止", "为止", "止")) or span.kind in ("periodic", "event")


def _take_due(slots: Slots, span: Span, start: int) -> None:
    slots.due = slots.said(span.start, span.end)
    slots.passing = (
        not _limit(span)
        and slots.low[span.end : span.end + 1].isalnum()
        and "于" not in slots.low[start : span.start]
    )
    slots.take(start, span.end)


def _due(slots: Slots, spans: list[Span]) -> None:
    """A due as a clause of its own or at the end of the line; a day before a vague word, the last before others."""
    fits = [(span, place) for span in spans if (place := _own_place(slots.low, span)) is not None]
    fits.sort(key=lambda fit: (fit[0].vague, -fit[0].start))
    if fits:
        span, (start, end) = fits[0]
        slots.due = slots.said(span.start, span.end)
        slots.take(start, end)
        if fits[0][0].vague:
            return
        for other, (begin, finish) in fits[1:]:
            if other.vague and slots.low[begin:finish].strip():
                continue


def _own_place(low: str, span: Span) -> tuple[int, int] | None:
    """From where to where a due stands apart from the task, or None where it is part of it."""
    start = span.start
    before = low[:start]
    if (match := _PREPOSITION.search(before[-8:])) or (match := _TIME_WORD.search(before[-8:])):
        start -= len(before[-8:]) - match.start()
    left = low[:start].rstrip()
    spaced = len(left) < start
    begins = not left or left[-1] in ",，;；。:\x00—|｜"
    closing = re.compile(r"[^,，;；。\x00—|｜]*").match(low, span.end)
    end = closing.end() if closing else span.end
    closes = _CLOSES.match(low[span.end : end])
    latin = low[span.start].isascii() and low[span.start].isalpha()
    if closes is not None and (begins or (spaced and not latin)):
        verb = closes["verb"]
        return start, (span.end + closes.end("verb") if verb in _SAYS_NO_MORE else span.end)
    if span.vague:
        return None
    if span.free and _limit(span) and span.kind != "duration" and closes is not None and closes["verb"]:
        return start, span.end
    last = span.free and not low[span.end :].strip(" 。.!！\x00")
    if last and latin and _LATIN_LEAD.match(low, span.start):
        return start, span.end
    if (
        last
        and (_limit(span) or "于" in low[start : span.start])
        and not (span.kind == "duration")
        and not _FROZEN.search(low[:start])
    ):
        return start, span.end
    if _limit(span) and (
        (begins and _does(low, span)) or (spaced and low[span.end : span.end + 1].isspace())
    ):
        return start, span.end
    return None
