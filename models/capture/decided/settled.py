"""What was decided, agreed on or fought over, as people write it down while it happens.

那就定了 大促不发版 · 梁院拍板 先按八折 · …，这条定了 · 说好下周再测 · 两边都ok了 · 两边争了十几分钟
"""

from __future__ import annotations

import re

from models.capture.decided.conditions import condition
from models.capture.decided.disputes import consensus, dispute
from models.capture.decided.resolutions import resolution
from models.capture.line import Items, Line, Words
from models.capture.markers import marker_at
from models.capture.named.mentions import mentions_at
from models.capture.named.speaker import speaker_at
from models.capture.values import ChangeLine, known_by
from models.capture.words.everyday import BOTH, EARLIER, FIRST_PERSON, QUESTION, WELL
from models.capture.words.everyday_stances import CONSENTS
from models.capture.work.dues import spans_in

_SO = rf"(?:{WELL}|(?:最后|最终|后来|所以|因此|讨论后|商量后)[\s,，]*+)*+"
_GAP = r"(?:\s*+[,，:]\s*+|\s++)"
_TOLD = r"(?!.*(?:吗|呢|没有|不是|还没)\s*+[。.]?$)"
_SETTLED_FIRST = re.compile(
    rf"{_TOLD}{_SO}(?:"
    rf"就?(?:这么|这样|这个|这条|这事)?(?:就)?(?:定了|定下来了?|敲定了?|拍板了|说定了){_GAP}"
    rf"|就?(?:这样|这么)(?:定|办|来|处理)?(?:吧|了)?(?:\s*+[,，:]\s*+)"
    rf"|(?:就agreed?了?|agreed?了){_GAP}"
    r"|(?:那就|就)先?(?:这么|这样)(?:着|办|定|走)(?:吧|了)?\s*+[,，:]\s*+|(?:会上|现场|当场)?(?:就)?(?:决定了"
    r"|定了|敲定了?)\s*+[,，:]\s*+"
    r"|结论(?:就是|是)(?!什么|怎么)|(?<![\w])定\s*+:\s*+)"
    r"(?P<what>\S.{3,})"
)
"""那就定了 … · 那就这样，… · 那就agree了，… · 定：…"""
_SETTLED_LAST = re.compile(
    rf"{_TOLD}{_SO}(?P<what>\S.{{1,}}?)[,，。;；!！\s]++(?:那)?(?:这一?条|这个|这事|这件事|这项)?"
    r"(?:就?(?:这么|这样)?(?:定了|定下来了?|敲定了?)|就(?:这么|这样)(?:定|办))(?:吧|啦|了)?\s*+[。.!！]?"
)
"""…，这条定了 · …，就这么定"""
_PASSED = re.compile(
    r"(?:行|好|没人反对|没意见|没异议|都同意|可以|ok|okay|那)(?:吧|的"
    r"|了)?[\s,，]++(?P<what>\S.{3,}?)[,，。\s]++(?:就?(?:通过|批了|批准"
    r"|过了))(?:了|吧)?\s*+[。.!！]?"
)
"""行 …，通过"""
_HAMMER = re.compile(
    rf"{_TOLD}(?:[^,，。;；]{{0,10}}(?:[吵争聊扯磨辩]|讨论|商量)[^,，。;；]{{0,10}}[,，。;；\s]++)?"
    rf"(?:最后|最终|后来|现场|结果)?[\s,，]*+(?:由|是)?(?P<who>[^\s,，。:;；]{{0,8}}?)(?:最后|最终|当场"
    rf"|现场|直接|已经?|一锤)?拍(?:了)?板"
    r"(?!的|之?前|以?后|才|权|人|再|就|不了|不下|[吧吗呢]|儿)(?:了|定了|定|决定|说|要求|同意"
    r"|通过)?[\s,，:]*+(?P<what>\S.{2,})"
)
"""梁院拍板 …"""
_BY = re.compile(
    r"(?:(?:ok|okay|好|行|嗯)(?:吧|的)?[\s,，]*+)?那就?(?:还是)?(?:就)?(?:按照?"
    r"|照)(?P<what>[^,，。;；]{1,20}?)(?:走|来|办|执行|定|做)(?:吧|了)?(?:[,，;；\s]\s*+\S.*)?[。.]?"
)
"""OK那就按A方案走，月底前切换"""
_ON_CONDITION = re.compile(
    r"(?:(?:行|好|可以|ok|okay|嗯|最后|最终|没问题)(?:了|的|吧)?[\s,，]*+)*+(?:那么?|就)(?!我|咱|你|个|边|也|么|可以|能|行)(?:就|这样|这么|还是|定)*[\s,，]*+"
    r"(?P<what>(?:(?![我咱你]|可以|建议|希望|觉得|如果|[吗呢?？])[^。;；]){2,40}?[,，;；\s]\s*+(?:但是?|不过)?"
    r"(?:前提(?:条件)?|条件)(?:得|必须|还)?(?:是|为|:|\s)\s*+\S.+)"
)
"""那就16号上线，前提是回归全过"""
_NOT_YET = re.compile(r"[等谁要没不请需让找靠还能该得会再别]|可以|如果|[给跟和]")
_AT_LAST = re.compile(
    rf"{_TOLD}(?:最后|最终|后来)(?:{BOTH}|都|一致)*(?:同意|敲定|商定|议定|定的是|定下)(?!的|书|函|权"
    rf"|率)[\s,，:]*+(?P<what>\S.{{3,}})"
)
"""最后同意 …"""
_DECIDED = re.compile(
    rf"{_TOLD}(?:最后|最终|后来|会上)?(?:一致)?(?:决定|敲定|商定|(?<=[后终来上])定)"
    r"(?P<what>(?:先|按|用|采用|不|只|由|在|把|将|分|延|暂缓?|从)(?![了吗呢])\S.{1,})"
)
"""决定先做5个 · 最后定先开5个"""
_DATED = re.compile(
    r"[^,，。;；]{2,18}?(?<![决约规确锁固指制鉴假稳一暂预])定(?:在|于|到)?(?=[\d下本这明后周星一二三四五六七八九十])"
)
_BOUND = re.compile(
    r"[,，;；]\s*+(?:前提|条件|.{2,30}?(?:才行|才可以|才能\S{1,4}|才算|方可)\s*+[。.]?$|否则|不然)"
)
_WE_SAID = re.compile("[我你他她]|已|原|暂|计划|说|希望|建议|想")


def is_note(words: Words, line: Line) -> bool:
    """Whether words may be what a recorder notes of the room: a line's first, short, and nobody's by their head."""
    if not line.first or len(words.low) > LONGEST_NOTE:
        return False
    return marker_at(words) is None and speaker_at(words, line.context) is None


LONGEST_NOTE = 160
"""Characters: what is longer is no note in passing."""


def settled(words: Words, line: Line, doubt: bool) -> Items | None:
    """A resolution, whoever speaks, as a recorder notes it (那就定了 …, …，这条定了, 梁院拍板 …, 行 …，通过)."""
    if QUESTION.search(words.low):
        return None
    if more := _provided(words, line, doubt):
        line.rule = "provided"
        return more
    found = _decision(words)
    if found is None or not is_note(words, line) or _told_of_earlier(words, found):
        return None
    line.rule, what = found
    return (resolution(what, line.context, doubt),)


def _told_of_earlier(words: Words, found: tuple[str, Words]) -> bool:
    """Whether it is told of an earlier time; 按去年的价 in what somebody decides is none."""
    rule, what = found
    if rule == "hammer" and (match := _HAMMER.fullmatch(words.low)):
        return EARLIER.search(words.low[: match.start("what")]) is not None
    return (
        EARLIER.search(words.low if rule != "first" else words.low[: len(words.low) - len(what.low)])
        is not None
    )


def _decision(words: Words) -> tuple[str, Words] | None:
    """What words say was decided, and by which of the ways to say so."""
    for rule, shape in _SETTLED:
        match = shape.fullmatch(words.low)
        if match is not None and not _NOT_YET.search(match.groupdict().get("who") or ""):
            # Who decided it stays with what was decided.
            return rule, words if rule in ("hammer", "at_last", "by") else words.cut(*match.span("what"))
    return ("dated", words) if _is_dated(words) or _is_day_then(words) else None


_SETTLED = (
    ("first", _SETTLED_FIRST),
    ("decided", _DECIDED),
    ("last", _SETTLED_LAST),
    ("passed", _PASSED),
    ("hammer", _HAMMER),
    ("at_last", _AT_LAST),
    ("by", _BY),
    ("on_condition", _ON_CONDITION),
)


def _is_dated(words: Words) -> bool:
    """Whether a day was set for something, on a condition (上线定19号，回归要全过才行)."""
    match = _DATED.match(words.low)
    if match is None or _WE_SAID.search(match[0]) or _BOUND.search(words.low) is None:
        return False
    return any(one.start == match.end() for one in spans_in(words.low))


_DAY_THEN = re.compile(r"(?:那就|那么就|就)(?:还是|先|定|定在|改到|改成)*")


def _is_day_then(words: Words) -> bool:
    """Whether a day is settled on, on a condition (那就12月16日上线，前提是财务先批)."""
    match = _DAY_THEN.match(words.low)
    if match is None or _GIVEN_THAT.search(words.low) is None:
        return False
    return any(one.start == match.end() for one in spans_in(words.low))


_GIVEN_THAT = re.compile(r"[,，;；]\s*+(?:但|不过)?(?:前提|条件)(?:条件)?(?:是|为|:)")
_PROVIDED = re.compile(
    r"(?:但是?|不过)?\s*+(?:(?:前提(?:条件)?|条件)(?:是|为|:)|前提\s)\s*+[,，:]?\s*+(?P<what>\S.{2,})"
)


def _provided(words: Words, line: Line, doubt: bool) -> Items | None:
    """A condition of the resolution just typed (前提是双方签字), whoever speaks."""
    match = _PROVIDED.fullmatch(words.low) if line.context.latest_kind == "resolution" else None
    if match is None:
        return None
    latest = next(iter(line.context.written()), None)
    if latest is None or latest.kind != "resolution" or not is_note(words, line):
        return None
    told = condition(words.cut(match.start("what")), line.context)
    made = ChangeLine(target=latest.code, about=latest.text, conditions=(told,), doubt=doubt)
    return (known_by(made, "paired", "target"),)


_HAVE = r"(?:最后|最终|后来|现在|终于|总算|也|就|都|基本)*"
_PLEASED = rf"(?:ok|okay|没问题|{CONSENTS}|认可|接受|认了|点头|满意|松口)"
_SAID_SO = re.compile(
    rf"(?:[^,，。;；]{{0,10}}(?:[吵争聊扯磨]|讨论|商量|掰扯)[^,，。;；]{{0,10}}[,，。;；\s]++)?{_SO}{BOTH}?{_HAVE}"
    r"(?:说好|商量好|谈妥|谈好|讲好|讲定|谈拢|说拢|谈成|谈下来|各退(?:了)?一步|各让(?:了)?一步|让了一步|达成一致|形成一致|统一意见"
    r"|意见统一)(?!的|是"
    r"|过)(?:了)?[\s,，:]*+(?P<what>\S.{2,})"
)
_BOTH_DO = re.compile(
    rf"(?:这个?|这事|这条|这点|这件事)?(?:上|问题)?\s*+(?:{BOTH}){_HAVE}都?(?:表示)?"
    rf"(?:{_PLEASED}|谈妥|说通|谈拢|说拢|没再[争吵]|不[争吵])(?:了)?\s*+[。.!！]?"
)
_BOTH_IN_THE_END = re.compile(
    rf"(?P<what>\S.{{3,}})[,，;；\s]\s*+(?:{BOTH}{_HAVE}都?|(?:这一?条|这个|这点|这事)(?:最后|后来)?都|都(?=点头|同意|没意见|认了)"
    rf"|(?P<names>\S[^,，;；。]{{2,16}}?)(?:也|最后|后来)?都)(?:表示)?(?:{_PLEASED}|没再[争吵]"
    rf"|不[争吵]了?)(?:了)?\s*+[。.!！]?"
)


def agreed_at_last(words: Words, line: Line, doubt: bool) -> Items | None:
    """A consensus as a recorder notes it (说好先试, 两边都ok了)."""
    if QUESTION.search(words.low) or EARLIER.search(words.low) or _FIRST_SAID.match(words.low):
        return None
    if not (_SAID_SO.fullmatch(words.low) or _BOTH_DO.fullmatch(words.low)) or not is_note(words, line):
        return None
    return (consensus(words, line, None, doubt),)


_SENTENCES = re.compile(r"[。;；]\s*+\S")
_BOTH_AFTER = re.compile("后来|最后|最终|结果")


def both_agreed(words: Words, line: Line, doubt: bool) -> Items | None:
    """A consensus: what came of it, and that both agree (先试三个月，两个人都同意了); not behind who says it."""
    match = _BOTH_IN_THE_END.fullmatch(words.low) if len(words.low) <= LONGEST_NOTE else None
    if match is None or _SENTENCES.search(words.low) or EARLIER.search(words.low):
        return None
    if FIRST_PERSON.search(words.low) or not (_BOTH_AFTER.match(words.low) or is_note(words, line)):
        return None
    if match["names"] and not _several(words.cut(*match.span("names")), line):
        return None
    # 最后李经理拍板先做华东，两家没再争: decided, and not only agreed on.
    return None if marker_at(words) or _decision(words) else (consensus(words, line, None, doubt),)


_FIRST_SAID = re.compile("[我咱]|说好了?[吗吧呢]")


def _several(names: Words, line: Line) -> bool:
    """Whether words are the names of several who are known, and nothing else."""
    found = mentions_at(names, 0, line.context, short=True)
    return len(found) > 1 and all(one.known for one in found) and found[-1].end == len(names.low)


_LONG = (
    r"(?:了|着)?(?:好|整整)?(?:半天|一阵子?|一会儿?|一通|几句|几轮|很久|好久|一番|一架|起来|不休|不下"
    r"|[\d一二三四五六七八九十几多半]+个?(?:多)?(?:分钟|小时|钟头|来回|轮)|很凶|激烈)"
)
_QUARREL = (
    rf"(?:(?:[吵争扯]|争论|争执|争辩|辩论|argued?|debate[d]?|battle[d]?)(?:得)?{_LONG}了?"
    r"|[吵争掐杠]上?起来了?|说不拢|谈不拢|说不到一[块起]|谈不到一[块起]|没说拢|没谈拢|各说各的?|各执一词"
    r"|各持己见|僵住了?|僵着|僵持|僵在[^,，。]{1,10}上了?|[吵争]得(?:不可开交|很凶|很激烈|厉害)"
    r"|没[吵争谈]出(?:个)?结果|争议(?:很大|不小)"
    r"|顶住了|互不相让|谁也不让谁?|谁也说服不了谁|谁也不服谁|都不(?:肯)?(?:让步?|松口)|意见相反|杠上了?)"
)
_FOUGHT = re.compile(
    r"(?:(?:[^\s,，;；。]{2,24}(?:还是|要不要|该不该|能不能)[^\s,，;；。]{1,16}"
    r"|[^\s,，;；。]{0,16}(?:几|多少|哪|谁|怎么)[^\s,，;；。]{0,12})[\s,，]\s*+"
    rf"|[^\s,，;；。]{{2,12}}[\s,，]\s*+(?={BOTH}))?+"
    rf"(?:(?:[这那]事儿?|[这那]个?(?:问题|点|事)?|[这那]条|[这那]块|这件事)(?:上|[,，\s])*)?"
    rf"(?:(?P<both>{BOTH})|(?P<names>[^\s,，;；。]{{2,16}}?))?\s*+(?:在这|为这个?|就这个?|当场|又|还是|一直"
    rf"|始终|开始|已经|为此)*"
    rf"{_QUARREL}(?:也|都|还是)?(?:没个?结果|没结论|没定论)?(?P<rest>(?:[,，;；。\s].*)?)"
)


def fought(words: Words, line: Line, doubt: bool) -> Items | None:
    """A dispute as a recorder notes it: both sides, or two who are known, and that they argued (两边争了十几分钟)."""
    match = _FOUGHT.fullmatch(words.low)
    if match is None or QUESTION.search(words.low) or EARLIER.search(words.low):
        return None
    if FIRST_PERSON.search(words.low[: match.start("rest")]) or not is_note(words, line):
        return None
    if match["names"] and not _argue(words.cut(*match.span("names")), line):
        return None
    return (dispute(words, line, doubt),)


_PAIR = re.compile(r"(?P<one>\S{2,8}?)(?:和|跟|与|、|vs\.?)\s?(?P<other>\S{2,8})")


def _argue(names: Words, line: Line) -> bool:
    """Whether two are named of whom one at least is known here (李经理和施工方吵了几句)."""
    pair = _PAIR.fullmatch(names.low)
    if pair is None or not line.context.roster.everybody:
        return False
    ends = {
        found[0].end if (found := mentions_at(names, start, line.context, short=True)) else 0
        for start in (pair.start("one"), pair.start("other"))
    }
    return bool(ends & {pair.end("one"), pair.end("other")}) or _several(names, line)
