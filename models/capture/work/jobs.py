"""Jobs as people type them in a hurry, whoever speaks: the thing first, who does it, and when.

停机方案闫磊写 周五给邵伟审 · 退款姜涛负责，13号前退完 · 软管毛科长换，本周日前 · 名单今天发——小周
"""

from __future__ import annotations

import re
from dataclasses import replace

from models.capture.line import Context, Items, Line, Words
from models.capture.named.mentions import Mention, mention_at, mentions_at
from models.capture.said.opinions import somebodys
from models.capture.unmarked import bare_action, in_the_meeting
from models.capture.values import ActionLine
from models.capture.words.everyday import INTERJECTION, QUESTION
from models.capture.words.job_words import (
    AS_A_RULE,
    AWAY,
    CALLS,
    CLOSES_JOB,
    ERRAND,
    HELPS,
    HELPS_ONLY,
    IF,
    LIGHT,
    SUPPOSED,
)
from models.capture.words.work_verbs import CLOSES, SAYS_NO_MORE, certain_work_verb_at
from models.capture.work.actions import made_action
from models.capture.work.doers import (
    SEPARATES,
    WITH,
    Doer,
    begins,
    clause_start,
    doers_in,
    is_person,
    person_at,
)
from models.capture.work.dues import spans_in
from models.capture.work.slots import Slots
from models.dates import DueSpan, match_at, resolve

_MOST = 160
"""Characters of the longest line in which somebody is given a job in passing."""
_NOT_HERE = re.compile(r"[@+]|:(?!\d)|(?<!\d):")
"""Signs and colons say themselves what is meant."""


def job_told(words: Words, line: Line, doubt: bool) -> Items | None:
    """Actions of known people who are named with what they do, and with a due or a verb that makes it theirs."""
    lead = INTERJECTION.match(words.low)
    said = words.cut(lead.end() if lead else 0)
    low = said.low
    if (
        len(low) > _MOST
        or low.isascii()
        or _NOT_HERE.search(low)
        or QUESTION.search(low)
        or IF.search(low)
        or AWAY.search(low)
    ):
        return None
    if _ITEM_FIRST.match(low):
        return None
    doers = doers_in(said, line.context)
    if not doers:
        made = _signed(said, line.context, doubt) or _falls_to(said, line.context, doubt)
        line.rule = "owner_at_the_end" if made else "third_person"
        return (made,) if made else _of_him(said, line.context, doubt)
    if SUPPOSED.search(low, 0, doers[0].one.start):
        return None
    line.rule = "jobs" if len(doers) > 1 else "job"
    return _jobs(said, doers, line.context, doubt)


_ITEM_FIRST = re.compile(r"第?\d{1,2}条|[adq]\d{1,2}(?!\d)[^,，。]{0,6}?(?:提前|推迟|延|改)")
"""Begins with an item by its number: what follows changes that one."""
_HIM = re.compile("(?:这个|这事|这件事|那个|那|这块)?[他她](?:们)?(?:先|也|会|来|去|再|负责|明天|今天|答应)")


def _of_him(said: Words, context: Context, doubt: bool) -> Items | None:
    """What somebody is said to do of whom only 他 is known: it asks, also while that one speaks."""
    if context.speaker is None or _HIM.match(said.low) is None or not spans_in(said.low):
        return None
    return (somebodys(said, doubt),)


# -- the jobs ------------------------------------------------------------------------------------------------------


def _jobs(said: Words, doers: list[Doer], context: Context, doubt: bool) -> Items | None:
    """The line cut where another job begins, each an action; None where nothing makes the first one a job."""
    low = said.low
    cuts = [0]
    kept = [doers[0]]
    for doer in doers[1:]:
        start = clause_start(low, doer.one.start)
        if start > kept[-1].end:
            cuts.append(start)
            kept.append(doer)
    ends = [*cuts[1:], len(low)]
    made: list[ActionLine] = []
    for doer, start, end in zip(kept, cuts, ends, strict=True):
        job = _job(said.cut(start, end), _moved(doer, start), context, doubt)
        if job is None or (len(kept) == 1 and not _is_job(low, doer, job)):
            return None
        made.append(job)
    if (
        not any(
            job.due_text or doer.strong or low.startswith("把", doer.deed)
            for job, doer in zip(made, kept, strict=True)
        )
        and len(made) > 1
    ):
        return None
    if len(made) == 1 and (plain := _as_plain(said, made[0], context, doubt)):
        return (plain,) if context.somebody_speaks else None
    return tuple(_shared_due(low, made))


_VISITS = re.compile("[看查跑问收谈催学对]|一[下趟遍]")
_LIMIT = re.compile(r"[前内]$")
"""On a day somebody goes somewhere; by a day it is a job."""


def _as_plain(said: Words, made: ActionLine, context: Context, doubt: bool) -> ActionLine | None:
    """The same job by owner and due in the common order, which says more of who works with whom."""
    plain = bare_action(said, context, doubt)
    if plain is None or (plain.owner_department, plain.owner) != (made.owner_department, made.owner):
        return None
    if not (plain.owner_department or plain.owner or plain.candidates):
        return None
    return plain if plain.cooperating or plain.helpers or not (made.cooperating or made.helpers) else None


def _moved(doer: Doer, start: int) -> Doer:
    one = replace(doer.one, start=doer.one.start - start, end=doer.one.end - start)
    return doer._replace(one=one, deed=doer.deed - start, end=doer.end - start)


def _is_job(low: str, doer: Doer, job: ActionLine) -> bool:
    """Whether a due, the verb, or the thing before the name makes it a job and no account of what somebody does."""
    clause = clause_start(low, doer.one.start)
    stop = SEPARATES.search(low, doer.end)
    behind = low[doer.end : stop.start() if stop else len(low)]
    if AS_A_RULE.search(low) and not job.due:
        return False
    if (
        job.due
        and is_person(doer.one)
        and not (
            low.startswith("去", doer.deed) and not _VISITS.search(behind) and not _LIMIT.search(job.due_text)
        )
    ):
        return (
            "了" not in behind
            or "把" in low[doer.one.end : doer.end]
            or match_at(low, doer.one.end) is not None
        )
    if doer.strong:
        brings = "把" in low[doer.one.end : doer.end]
        return ("了" not in behind or brings) and "的" not in behind[:1]
    if _is_errand(low, doer):
        return True
    if _by_limit(low[clause : doer.one.start], low, doer, job):
        return True
    if _goes_for(low, clause, doer, behind):
        return True
    before = low[:clause] if clause == doer.one.start else low[clause : doer.one.start]
    return bool(before.strip()) and CLOSES_JOB.fullmatch(low[doer.deed : doer.end] + behind) is not None


def _by_limit(thing: str, low: str, doer: Doer, job: ActionLine) -> bool:
    """Whether a department stands behind the thing and right before a limit (安全预案年级组周三前交教务处)."""
    if not job.due or is_person(doer.one) or not thing.strip():
        return False
    return _LIMIT.search(job.due_text) is not None and match_at(low, doer.one.end) is not None


def _goes_for(low: str, clause: int, doer: Doer, behind: str) -> bool:
    """Whether a thing stands before somebody who goes to do it (搬家公司合同蒋勇去签)."""
    thing = low[clause : doer.one.start].strip()
    goes = "去" in low[doer.one.end : doer.deed] or low.startswith("去", doer.deed)
    told = "了" in behind or "过" in behind or behind.rstrip("。.").endswith("的")
    return len(thing) > 1 and goes and is_person(doer.one) and not told


_ONCE = re.compile(f"(?![^,，;；。]{{0,10}}[说讲谈]){ERRAND.pattern}")
_GOES = re.compile("去|来|会|得")


def _is_errand(low: str, doer: Doer) -> bool:
    """Whether somebody who begins the line is said to go and do one thing (小周去问一下厂家)."""
    if doer.one.start or not is_person(doer.one) or doer.others:
        return False
    goes = _GOES.search(low, doer.one.end, doer.deed)
    if goes is None:
        return (
            doer.one.end == doer.deed
            and low.startswith("把", doer.deed)
            and _ONCE.match(low, doer.end) is not None
        )
    brings = goes[0] in "得会" and low.startswith("把", doer.deed) and "就" not in low
    return brings or ERRAND.match(low, doer.end) is not None


def _shared_due(low: str, made: list[ActionLine]) -> list[ActionLine]:
    """The due that all have to keep (…，11/6前都要齐), given to those without one."""
    last = made[-1]
    if (
        len(made) < 2
        or not last.due_text
        or not low.partition(last.due_text.lower())[2].lstrip().startswith(("都", "均", "全"))
    ):
        return made
    return [
        one
        if one.due_text
        else replace(
            one,
            due_text=last.due_text,
            due=last.due,
            flags=last.flags,
            missing=tuple(name for name in one.missing if name != "due"),
        )
        for one in made
    ]


def _job(part: Words, doer: Doer, context: Context, doubt: bool) -> ActionLine | None:
    """One action: its owner, its due, who helps, and the task as it was typed."""
    slots = Slots.of(part, context)
    _own(slots, doer.one)
    for other in doer.others:
        slots.cooperate(other.who[0])
    _take_due(slots, doer)
    _take_helpers(slots, doer.end)
    _take_owner(slots, doer)
    slots.known("led")
    return made_action(slots, doubt) if slots.task() and not in_the_meeting(slots) else None


def _own(slots: Slots, one: Mention) -> None:
    """The owner, or whom the words may mean where they fit several or one only perhaps."""
    if one.certain:
        slots.owner = one.who[0]
    else:
        slots.candidates += one.candidates


def _take_owner(slots: Slots, doer: Doer) -> None:
    """A name that begins a clause leaves the task, and 负责 with it; before a verb in the middle it stays."""
    low, start, end = slots.words.low, doer.one.start, doer.one.end
    if not doer.one.certain:
        return
    if called := CALLS.search(low, 0, start):
        start = called.start()
    leading = begins(low, doer.one.start)
    stop = SEPARATES.search(low, doer.end)
    whole = low[doer.deed : stop.start() if stop else len(low)]
    only = LIGHT.fullmatch(whole) is not None
    if doer.others and not (only and leading):
        return
    if doer.strong and LEAVES.match(low, doer.deed):
        end = doer.end
    elif only and leading and low[:start].strip():
        end = doer.deed + len(whole)
    elif not leading:
        return
    elif side := SIDE.match(low, end):
        end = side.end()
    slots.take(start, end)


LEAVES = re.compile("负责|牵头|主责|主办|承办")
SIDE = re.compile("这边|那边|这块|那块")


def _take_helpers(slots: Slots, pos: int) -> None:
    """Who helps, in clauses behind the job: …，财务詹科配合 leaves; 沈律过一遍 stays with the task."""
    low = slots.words.low
    for gap in [match.end() for match in SEPARATES.finditer(low, pos)]:
        named = mentions_at(slots.words, gap, slots.context, short=True) if gap < len(low) else []
        if not named or not all(one.certain and one.known for one in named):
            continue
        helps = HELPS.match(low, named[-1].end)
        if helps is None:
            continue
        for one in named:
            slots.cooperate(one.who[0])
        stop = SEPARATES.search(low, helps.end())
        end = stop.start() if stop else len(low)
        if HELPS_ONLY.fullmatch(low[named[-1].end : end]):
            slots.take(gap, end)


_LEADS_TO = re.compile(r"(?:于|在|争取|务必)\s*+$")


def _take_due(slots: Slots, doer: Doer) -> None:
    """The due of a job: a limit before a day, what stands at the owner's own verb before what comes later."""
    spans = [span for span in spans_in(slots.low) if _says_when(slots, span, doer)]
    if not spans:
        return
    due = min(
        spans, key=lambda span: (not _limits(span), not doer.one.end <= span.start < doer.deed, -span.start)
    )
    start, end = due.start, due.end
    before = _LEADS_TO.search(slots.low, 0, start)
    stop = SEPARATES.search(slots.low, end)
    closes = CLOSES.match(slots.low[end : stop.start() if stop else len(slots.low)])
    if closes is not None and closes["verb"] in SAYS_NO_MORE and not end <= doer.deed <= end + 1:
        end += closes.end("verb")
    slots.due = slots.said(due.start, due.end)
    slots.take(before.start() if before else start, end)


def _limits(span: DueSpan) -> bool:
    return span.tail.endswith(("前", "内", "止"))


_GOES_ON = re.compile(
    r"(?:的|[例晨晚早周月年]会|会议|[以之]?后|份|版|号|活动|大促|数据|报[表告]|账|费用|预算|计划|日历|运营)"
)
_UNTIL = re.compile(r"[到至为从自是过]\s*+$|[0-9]+[.]\s*+$")


def _says_when(slots: Slots, span: DueSpan, doer: Doer) -> bool:
    """Whether a day says when the job is done, and is no part of what is done (11月|运营日历, 改到周五)."""
    low = slots.low
    if span.tail.endswith("起") or low.startswith("起", span.end) or low[span.end - 1] == "起":
        return False
    if _anothers(slots, span.start, doer):
        return False
    if span.vague or (span.kind in ("open", "event", "holiday") and not span.tail):
        return False
    if slots.context.roster.holds(low, span.start, span.end) or _UNTIL.search(low, 0, span.start):
        return False
    if span.kind in ("duration", "periodic") and not _limits(span):
        return False
    if not _limits(span) and _GOES_ON.match(low, span.end):
        return False
    if span.kind == "period" and low[span.end : span.end + 1].isalnum() and not _ends_period(low, span):
        return False
    due = resolve(slots.said(span.start, span.end), slots.context.anchor, slots.context.calendar).date
    return due is None or due[:10] >= slots.context.anchor.day.isoformat()


def _ends_period(low: str, span: DueSpan) -> bool:
    """Whether a period is the end of one (月底, 中旬), or says when something is done."""
    return _limits(span) or low[span.end - 1] in "底初末旬" or certain_work_verb_at(low, span.end)


def _anothers(slots: Slots, pos: int, doer: Doer) -> bool:
    """Whether the clause of a day begins with somebody else: it says when that one does something."""
    start = clause_start(slots.low, pos)
    if not doer.end < start < pos:
        return False
    one = mention_at(slots.rest(), start, slots.context, short=True)
    return one is not None and one.known and one.end <= pos


# -- the owner at the end ------------------------------------------------------------------------------------------

_LAST = re.compile(r"(?P<dash>\s*+(?:——|--)\s*+)|[,;\s]\s*+|[(]\s*+")


def _signed(said: Words, context: Context, doubt: bool) -> ActionLine | None:
    """An action whose owner is signed at its end, before or behind the due (…——晓静 这周内, …今天发出，小周)."""
    for last in reversed(list(_LAST.finditer(said.low))):
        one = person_at(said, last.end(), context) if last.end() < len(said.low) else None
        if one is None:
            continue
        if not is_person(one) or SUPPOSED.search(said.low, 0, one.start) or AS_A_RULE.search(said.low):
            return None
        return _signed_by(said, one, last.start(), context, doubt)
    return None


_FALLS_TO = re.compile(
    r"(?P<thing>[^\s,，;；。我你他]{2,14}?)归(?P<who>[^\s,，;；。]{2,6}?)(?:管|负责|跟|弄|处理|来)?(?:吧|了)?[。.]?"
)


def _falls_to(said: Words, context: Context, doubt: bool) -> ActionLine | None:
    """An action of the person to whom a thing is said to fall (延迟归康师傅)."""
    match = _FALLS_TO.fullmatch(said.low)
    one = person_at(said, match.start("who"), context) if match else None
    if match is None or one is None or not is_person(one) or one.end != match.end("who"):
        return None
    slots = Slots.of(said.cut(*match.span("thing")), context)
    _own(slots, one)
    slots.known("led")
    return made_action(slots, doubt)


_AND_ALL = re.compile(r"(?:一起|一块儿?)(?:弄|做|搞|看|改|跟|办|跑)?(?:吧|了)?")


def _beside(slots: Slots, pos: int) -> int:
    """Where the words end behind an owner at the end that say with whom he does it (铁柱跟运维一起)."""
    joins = WITH.match(slots.words.low, pos)
    named = mentions_at(slots.words, joins.end(), slots.context, short=True) if joins else []
    together = _AND_ALL.match(slots.words.low, named[-1].end) if named else None
    if together is None or not all(one.certain and one.known for one in named):
        return pos
    for one in named:
        slots.cooperate(one.who[0])
    return together.end()


def _signed_by(said: Words, one: Mention, start: int, context: Context, doubt: bool) -> ActionLine | None:
    slots = Slots.of(said, context)
    _own(slots, one)
    _take_due(slots, Doer(one, len(said.low), len(said.low), False))
    end = _beside(slots, one.end)
    rest = slots.low[end:].strip(" ,;。)\x00")
    if rest or not slots.due or slots.low[:start].rstrip().endswith("了"):
        return None
    if one.certain:
        slots.take(start, end + said.low.startswith(")", end))
    slots.known("led")
    return made_action(slots, doubt) if slots.task() else None
