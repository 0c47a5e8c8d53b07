"""Lines that begin with whose they are, and no verb of speech: a department's side, its job by a day, its view.

质量这边统计了三个月 · 护理那块下周三前排两个人 · 质量部下周一前出报告 · 财务的意见是先付一半 · 听王芳的意思…
"""

from __future__ import annotations

import re

from models.capture.line import Context, Items, Line, Words
from models.capture.named.mentions import Mention, mention_at
from models.capture.named.speaker import Speaker, said_from
from models.capture.said.first_clause import opened
from models.capture.said.opinions import opinions, plain, somebodys
from models.capture.unmarked import in_the_meeting
from models.capture.values import ActionLine
from models.capture.words.everyday import CLAUSE, CONDITION, FIRST_PERSON, ORDINARY_STEMS, QUESTION
from models.capture.words.everyday_stances import WISHES
from models.capture.words.lexicon import STANCE_OF, either
from models.capture.work.actions import made_action
from models.capture.work.doers import deed_after
from models.capture.work.dues import spans_in
from models.capture.work.slots import Slots
from models.dates import DueSpan, match_at, resolve
from models.roster import Named

_NAME = r"(?P<name>[^\s,，。;；:：()]{2,16}?)"
_REPORT = r"(?:数据?|情况|反馈|问题|困难|进度|顾虑|想法)(?:\s*+[,，:是]|\s)"
_SIDE = re.compile(
    rf"{_NAME}\s?(?P<side>这边|那边|这块|那块|这头|那头|方面)(?P<also>也|都|就)?(?:的(?={_REPORT})|(?!儿|的))\s?,?\s?"
)
_AND = re.compile("[、和与跟及]")
_NOBODY = {"客户", "大家", "各位"}
"""What may be a department's stem, and is somebody outside all the same."""
_GRIEVANCE = re.compile(
    r"(?:也|都|就|又|现在|目前|到现在|今天)*(?:一直|老是?|总是?|还没|还是没|还不|迟迟|每次|从来|没人|没给|没有?回|没批|没反馈"
    r"|不给|不配合|不批|不回|不理|不管|拖|催|卡|压着)"
)
"""What others say of a department as often as it says so itself."""

_HAPPENED = re.compile(
    "[^,，;；。]*?(?:(?<!不)(?<!为)(?<!除)了(?!解|不|结)|[\u3400-\u9fff]过(?![程期去来高多大]))"
)
"""What is told of a side that has happened (城管那边开了罚单): others tell it as often."""


_THEN_HOLDS = re.compile(rf"[,，\s](?:所以|就|还|也|都)?(?:{either(WISHES)}|说|不同意|反对)")


def side(words: Words, line: Line, doubt: bool) -> Items | None:
    """What a department's side says or is to do (质量这边…, 护理那块下周三前…), whoever spoke before."""
    said = opened(words)
    match = _SIDE.match(said.low)
    who = _named(match["name"], line.context) if match else ()
    if match is None or not who or len(said.low) == match.end():
        return None
    job = _job(said, match.end(), who, line.context, doubt)
    if job is not None:
        line.rule = "side_job"
        return (job,)
    if _is_speaking(who, line.context):
        # 商品这边能凑两百个 while 商品 speaks: his own side.
        return plain(words, line.context, doubt) if match["side"] == "这边" else None
    return _of_side(said, match, who, line, doubt)


def _of_side(
    said: Words, match: re.Match[str], who: tuple[Named, ...], line: Line, doubt: bool
) -> Items | None:
    """The side's own words behind 这边 or a verb of speech; behind 那边 it may be told of it, and is asked."""
    low, end = said.low, match.end()
    near = match["side"].startswith("这") and match["side"] != "这块"
    asked = QUESTION.search(low) is not None or _ASKS.search(_clause(low, end)) is not None
    verb = said_from(low, end)
    if verb is not None and not (near is False and asked):
        line.rule = "side_says"
        return opinions(said, Speaker(who, verb, by="verb"), doubt)
    if _FINE.match(low, end) and not asked:
        line.rule = "side_agrees"
        return opinions(said, Speaker(who, end, "support", by="verb"), doubt)
    others = _I.search(low, end) if near else FIRST_PERSON.search(low, end)
    if asked or others is not None:
        return None
    if near and not _GRIEVANCE.match(low, end):
        line.rule = "side"
        return opinions(said, Speaker(who, match.start("also") if match["also"] else end, by="verb"), doubt)
    return _perhaps(said, match, who, line, doubt)


def _perhaps(
    said: Words, match: re.Match[str], who: tuple[Named, ...], line: Line, doubt: bool
) -> Items | None:
    """It asks whose it is, where neither a condition nor a grievance makes it the speaker's."""
    low, end = said.low, match.end()
    topic = match["name"] in ORDINARY_STEMS and match["side"] in ("这块", "那块", "方面")
    told = (
        _THEN_HOLDS.search(low, end) is None
        and (_GRIEVANCE.match(low, end) or _HAPPENED.match(low, end))
        and not match["side"].startswith("这")
    )
    if topic or told or not line.context.somebody_speaks or _is_condition(low, end):
        return None
    line.rule = "side_perhaps"
    return (somebodys(said, doubt, first=tuple(one.label for one in who)),)


_ASKS = re.compile("能不能|可不可以|是不是|有没有|行不行|要不要|怎么|(?<!没)(?<!没有)什么|谁|多久|几时")
_FINE = re.compile(
    r"(?:也|都|暂时?|现在)*(?:没(?:有)?(?:什么|啥|别的)?(?:意见|问题|异议)|可以|行|ok|同意)(?:的|了|吧)?\s*+(?=$|[,，。;；!！])"
)
_I = re.compile("我(?!们|方|部|司|这)")


def _clause(low: str, pos: int) -> str:
    match = CLAUSE.match(low, pos)
    return match[0] if match else ""


def _is_condition(low: str, pos: int) -> bool:
    """Whether the rest of the clause is a condition; 才 only says how late something is."""
    return CONDITION.search(_clause(low, pos).replace("才", "")) is not None


def _named(name: str, context: Context) -> tuple[Named, ...]:
    """Whom a whole word names for certain, or each word of a list; nobody where one of them is not certain."""
    if name in _NOBODY:
        return ()
    fit = context.roster.resolve(name)
    if len(fit.who) == 1 and fit.sure and not name.isdecimal():
        return fit.who
    parts = _AND.split(name)
    if len(parts) < 2 or not all(len(part) > 1 for part in parts):
        return ()
    fits = [context.roster.resolve(part) for part in parts]
    return tuple(fit.who[0] for fit in fits) if all(len(fit.who) == 1 and fit.sure for fit in fits) else ()


def _is_speaking(who: tuple[Named, ...], context: Context) -> bool:
    """Whether it is the speaker, or the speaker's own department."""
    if context.speaker is None:
        return False
    department, person = context.speaker
    return all(one.department == department and one.person in (None, person) for one in who)


# -- a job by a day --------------------------------------------------------------------------------------------------

_WANTS = re.compile(
    r"(?:必须|一定)?(?:要|得|想|希望|需要?|等着?)[^,，;；。]{0,8}?(?:到|见|知道|有|结果|才|确认(?=$|[,，]))|[^,，;；。]*?才(?:能|行|可以)"
)
_NOT_TO_DO = re.compile(
    r"[^,，;；。]*?(?:能(?!耗|力)|可以|无法|难以|来不及|没时间|[不没](?:了|完|出|成|到|及|上|掉|[出成完]来))|[^,，;；。]*?(?:已经?|都已|没有?|未|曾)"
    r"|[^,，;；。]*?[\u3400-\u9fff]过(?![程期去来]|一?[遍下])"
)
_TAKES = re.compile(r"(?:先|尽快|也|再|负责|需要?|要|得|统一|全部|都)*把")


def _job(said: Words, end: int, who: tuple[Named, ...], context: Context, doubt: bool) -> ActionLine | None:
    """The action of a side: a limit and something to do by it, or 把 with a day."""
    rest = said.cut(end)
    if len(who) > 1 or QUESTION.search(rest.low) or CONDITION.search(rest.low):
        return None
    behind = match_at(rest.low, 0) or 0
    if _NOT_TO_DO.match(rest.low) or _WANTS.match(rest.low, behind) or _WANTS.match(rest.low):
        return None
    due = _due(rest, context)
    if due is None or not _is_to_do(rest.low, due):
        return None
    slots = Slots.of(rest, context)
    slots.owner = who[0]
    slots.due = slots.said(due.start, due.end)
    slots.take(due.start, due.end)
    slots.known("led")
    return made_action(slots, doubt) if slots.task() and not in_the_meeting(slots) else None


_HANDS_OVER = re.compile(
    r"\s?(?:先|再|就|会|统一|各)*(?:发(?!现|生|言|烧|火|展|愁|薪|工资|布会|票|货)|出(?!差|口|现|入|货|席|面|来|去)|报(?!表|告|价|销)"
    r"|交(?!期|易|流|通)|给(?!力)|提交|提供|公布|通知|补(?!贴|助)|改(?!变|革|为|到|成)|查|排(?!队|名)|整理|统计|汇总|更新|上报|反馈"
    r"|回复|拟|写|填)(?![^,，;；。]{0,10}的)"
)
"""What a department does on a day that makes it a job; of other deeds (参展, 付款) one tells as well."""


def _is_to_do(low: str, due: DueSpan) -> bool:
    """Whether something is to be done by a limit, or 把 makes a job of what a day is said of."""
    if _TAKES.match(low) or _TAKES.match(low, due.end + (low[due.end : due.end + 1] == " ")):
        return True
    if due.start == 0 and _HANDS_OVER.match(low, due.end) and FIRST_PERSON.search(low) is None:
        return True
    if not due.tail.endswith(("前", "内", "止")) and low[due.end - 1] != "底":
        return False
    start = due.end if due.start == 0 else 0
    return deed_after(low, start) or deed_after(low, due.end) or low.startswith(("出来", "给到"), due.end)


def _due(rest: Words, context: Context) -> DueSpan | None:
    """The first due of the first clause that is a day to come."""
    for span in spans_in(_clause(rest.low, 0)):
        if span.vague or span.kind in ("open", "event") or rest.low.startswith("的", span.end):
            continue
        day = resolve(rest.raw[span.start : span.end], context.anchor, context.calendar).date
        if day is not None and day[:10] >= context.anchor.day.isoformat():
            return span
    return None


def due_first(words: Words, line: Line, doubt: bool) -> Items | None:
    """What a department is to do by a day right behind its name (质量部下周一前出报告), else who said it is asked."""
    said = opened(words)
    who = mention_at(said, 0, line.context, short=True)
    if who is None or not who.known or not who.certain or who.person:
        return None
    # 研发部 周四给接口: a space stands for the colon of who speaks.
    stop = match_at(said.low, who.end)
    if stop is None or said.low.startswith("的", stop):
        return None
    stem = said.low[: who.end] in ORDINARY_STEMS
    sure = not stem or _TAKES.match(said.low, stop) is not None
    job = _job(said, who.end, who.who, line.context, doubt)
    if job is not None and sure:
        return (job,)
    if job is None and not (said.low[stop - 1] in "前内底" and not stem):
        return None
    return _asked(said, who, line, doubt)


def _asked(said: Words, who: Mention, line: Line, doubt: bool) -> Items | None:
    """It asks who said what a department is told of by a limit, unless it is that one who speaks, or a condition."""
    context = line.context
    if not context.somebody_speaks or _is_speaking(who.who, context) or QUESTION.search(said.low):
        return None
    if _is_condition(said.low, who.end) or FIRST_PERSON.search(said.low):
        return None
    line.rule = "due_perhaps"
    return (somebodys(said, doubt, first=(who.who[0].label,)),)


# -- whose view a line gives -----------------------------------------------------------------------------------------

_OF = r"(?:这边|那边|这块|那块|方面)?的?"
_VIEW = re.compile(
    rf"{_NAME}(?:这边|那边|这块|那块|方面)?的(?:"
    r"(?:意见|意思|看法|观点|想法|态度|立场|说法|诉求|顾虑|主张|建议)(?:很|比较|也)?(?:明确|清楚|简单|直接)?"
    r"(?:[,，:]|(?:还|也|就|都)?是(?!不是|否|什么|怎么|多少|谁|对|错|好)[,，:]?)"
    r"|意思(?![我咱他你也很不没都就有上跟和是一]|大家|明|明确|清楚|表达))\s*+(?P<what>\S.{2,})"
)
_HEARSAY = re.compile(
    rf"(?:听|按照?|照|据|依|根据)了?{_NAME}{_OF}(?:意思|说法|意见|看法|介绍|讲的?|说的?(?!明|法))"
    r"(?:是|来看|来说|来讲)?[,，]?\s*+(?P<what>\S.{3,})"
)


def view(words: Words, line: Line, doubt: bool) -> Items | None:
    """The opinion whose view is given (财务的意见是…); what is only heard of somebody (听王芳的意思…) is asked."""
    said = opened(words)
    match = _VIEW.match(said.low)
    who = _fits(match["name"], line.context) if match else ()
    if match is not None and len(who) == 1 and not QUESTION.search(said.low):
        if _is_speaking(who, line.context):
            return None
        line.rule = "view"
        return opinions(said, Speaker(who, match.start("what"), by="verb"), doubt)
    return _heard(said, line, doubt) or _backs(said, line, doubt)


_BACKS = re.compile(f"(?:也|都|完全)?(?:{either(word for word in STANCE_OF if not word.isascii())})")


def _backs(said: Words, line: Line, doubt: bool) -> Items | None:
    """It asks who is for or against another department: a stem that is an ordinary word too (市场支持质量提的)."""
    one = mention_at(said, 0, line.context, short=True)
    verb = _BACKS.match(said.low, one.end) if one and one.certain and one.known else None
    if one is None or verb is None or one.person or said.low[: one.end] == "技术":
        return None
    other = mention_at(said, verb.end(), line.context, short=True)
    if other is None or not other.known or other.department == one.department:
        return None
    return _asked(said, one, line, doubt)


def _heard(said: Words, line: Line, doubt: bool) -> Items | None:
    """What is said by what somebody else means or says: perhaps the speaker's, perhaps that one's."""
    match = _HEARSAY.match(said.low)
    who = _fits(match["name"], line.context) if match and line.context.somebody_speaks else ()
    if match is None or not who or _is_speaking(who, line.context) or FIRST_PERSON.match(match["what"]):
        return None
    line.rule = "hearsay"
    return (somebodys(said, doubt, first=tuple(one.label for one in who)),)


def _fits(name: str, context: Context) -> tuple[Named, ...]:
    """Whom a word names, where it is nobody from outside."""
    return () if name in _NOBODY else context.roster.resolve(name).who
