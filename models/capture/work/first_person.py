"""Jobs somebody takes on in the first person, and answers that take one on.

我来联系厂家 · 记得报备，我来 · 好的，周四前给
"""

from __future__ import annotations

import re

from models.capture.line import Context, Items, Line, Words
from models.capture.said.first_clause import opened
from models.capture.said.opinions import somebodys
from models.capture.unmarked import in_the_meeting
from models.capture.words.everyday import CONDITION, EARLIER, QUESTION
from models.capture.words.lexicon import VERBS, either
from models.capture.work.actions import made_action
from models.capture.work.doers import deed_after
from models.capture.work.dues import spans_in
from models.capture.work.slots import Slots
from models.dates import DueSpan, match_at, resolve
from models.roster import Named

_SPEECH = (
    f"{either(row.word for row in VERBS)}|讲|看|总结|回答|答|念|读|展示|提|谈(?:谈|一?下|几点|一点)|聊"
    "|问(?:一下|下)?大家|问[个句]|打断|插|举|想|猜|理解|晚|早|的|了|不|过|这|到|之前|以前|自|公司|得"
)
"""What somebody is about to say or tells of his coming, and no job."""
_MINE = re.compile(
    rf"(?:(?:那|行|好|ok)(?:吧|的|了)?[\s,，]*+)?(?P<thing>(?:(?:(?!的(?!事|活|我))[^\s,，;；。:：我]){{2,12}}?(?=我))?)我(?:们)?(?:这边|自己|先|会后|回去|回头|今天|明天)*来(?!{_SPEECH})"
)
_POINTS = re.compile("那|行|好|这个|这事儿?|这块|这条|那个|剩下的?|后面的?|还是")
_IN_CHARGE = re.compile(r"(?:那|行|好)?我(?:们)?(?:这边)?(?:来)?(?:负责(?!人|的)|牵头(?!人))(?=\S)")
_AT_THE_END = re.compile(
    r"(?:那)?(?:记得|别忘了?|回头|会后)?(?P<task>\S.{2,}?)(?:[,，]\s*+|\s+)(?:这个|这事|那个)?我"
    r"(?:来|负责|去办|来(?:弄|做|办|跟|盯|写|出|发|问|催|约|联系))(?:吧|了)?\s*+[。.!！]?"
)
_BARE = re.compile(
    r"(?:那)?(?:还是)?(?:这个|这事儿?|这块|这条|那个)?(?:还是)?我(?:去|来)(?:吧|弄|做|办|跟|盯|写|负责|问)?(?:吧|好了)?\s*+[。.!！]?"
)
_ANSWER = re.compile(
    r"(?:好的|好嘞|好|行|没问题|收到|明白|可以|ok|okay|嗯)(?:的|吧|了|啊)?\s*+[,，]\s*+(?P<rest>\S.{1,30})"
)


def mine(words: Words, line: Line, doubt: bool) -> Items | None:
    """An action of the speaker in the first person; 我来 alone, or 好的 with a day, asks whose it is."""
    said = opened(words)
    if QUESTION.search(said.low) or CONDITION.search(said.low) or EARLIER.search(said.low):
        return None
    if _BARE.fullmatch(said.low) or _takes_one_on(words):
        line.rule = "answer"
        return (somebodys(words, doubt),) if line.context.somebody_speaks else None
    task = _task(said)
    if task is None:
        return None
    line.rule = "mine"
    return _own(task, line.context, doubt)


def _task(said: Words) -> Words | None:
    """What somebody takes on, without the words by which he does so."""
    if (end := _AT_THE_END.fullmatch(said.low)) is not None:
        task = said.cut(*end.span("task"))
        return task if any(deed_after(task.low, pos) for pos in range(len(task.low))) else None
    lead = _MINE.match(said.low) or _IN_CHARGE.match(said.low)
    if lead is None or not said.low[lead.end() :].strip(" 吧。"):
        return None
    if said.low[lead.end() - 1] == "来" and not deed_after(said.low, lead.end()):
        return None
    thing = lead.groupdict().get("thing") or ""
    return said.cut(0 if thing and not _POINTS.fullmatch(thing) else lead.end())


def _takes_one_on(words: Words) -> bool:
    """Whether somebody answers 好的 and says by when, without saying who he is."""
    match = _ANSWER.fullmatch(words.low)
    stop = match_at(match["rest"], 0) if match else None
    return match is not None and stop is not None and deed_after(match["rest"], stop)


def _own(task: Words, context: Context, doubt: bool) -> Items | None:
    slots = Slots.of(task, context)
    if (due := _due(task, context)) is not None:
        slots.due = slots.said(due.start, due.end)
        slots.take(due.start, due.end)
    slots.known("led")
    if context.speaker is not None:
        slots.owner = Named(*context.speaker)
    slots.known("carried")
    return (made_action(slots, doubt),) if slots.task() and not in_the_meeting(slots) else None


def _due(task: Words, context: Context) -> DueSpan | None:
    """The day by which it is to be done."""
    for span in spans_in(task.low):
        day = resolve(task.raw[span.start : span.end], context.anchor, context.calendar).date
        names = span.kind == "period" and not span.tail and task.low[span.end : span.end + 1].isalnum()
        if day is not None and not (span.vague or names) and day[:10] >= context.anchor.day.isoformat():
            return span
    return None
