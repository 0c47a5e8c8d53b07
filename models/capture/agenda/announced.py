"""Topics announced in everyday words: 先说调价 · 第二个，壳体交付 · 下面库存 · last one，IT capex."""

from __future__ import annotations

import re

from models.capture.agenda.topics import topic
from models.capture.line import Context, Items, Line, Words
from models.capture.markers import numeral
from models.capture.named.mentions import mention_at
from models.capture.named.speaker import speaker_at
from models.capture.words.english_verbs import is_english_title
from models.capture.words.everyday import FIRST_PERSON, QUESTION, WELL
from models.capture.work.english_work import known_names

_SO = rf"(?:{WELL})*"
_US = r"(?:我们|咱们?|大家)?(?:就|来|再)*"
_TALK = (
    r"(?:说说|说|讲讲|讲|聊聊|聊|谈谈|谈|讨论|商量|议一议|议|过一遍|过(?!度|程|期|年|去))(?:一下|下|到|的是"
    r"|一?个)?"
)
_LOOK = rf"(?:{_TALK}|看看|看一?下|看(?!来|法|板|病|护)|(?=复盘|汇报|研究|对一下|评审))"
_ORDINAL = "[一二三四五六七八九十]"
_GAP = r"(?:\s*+[,，:、]\s*+|\s++|(?=是))(?:是|就是)?"
_TITLE = r"(?P<title>\S.{1,46}?)\s*+[。.!！]?"
_BEFORE = r"(?P<title>\S.{1,24}?)"
_GOES_ON = r"(?:接着|往下|继续|下面)(?:说|讲|聊|过|讨论)(?:吧|一下)?"
_TOGETHER = r"(?:放在?一起|合在?一起|合并|一块儿?|一起)(?:来)?(?:讲|说|聊|谈|过|议|讨论)(?:吧|了)?"
_YOU = r"\S{1,8}?你(?:来|先来|先说|说|讲)(?:说|讲|一下|吧)*"
_OTHERS = (
    "下一个|下一项|下一件|下个|再一个|再有一个|另外一个|另一个|还有一个|还有个|最后一个|最后一项|最后一件"
)
_CUES = (
    # 第二个，壳体交付 · 第三项 搬迁: which one it is decides whether it is a topic.
    ("nth", re.compile(rf"{_SO}(?:进入|到)?第(?P<nth>{_ORDINAL})(?:个|项|件)(?:议题|议程|事情?|问题)?{_GAP}{_TITLE}")),
    ("nth", re.compile(rf"(?P<nth>{_ORDINAL})、\s*+{_TITLE}")),
    ("other", re.compile(rf"{_SO}(?:{_OTHERS})(?:议题|议程|话题|事情?|问题)?{_GAP}{_TITLE}")),
    ("other", re.compile(
        rf"{_SO}(?:so |now |and |then )*(?:(?:the )?(?:first|next|last|second|third|fourth|final)(?: up"
        rf"| one| item| topic| thing"
        rf"| point| up is| one is| item is| thing is)?|moving on|on to|onto)\s*+(?:[,，:]"
        rf"|[-–—]+)\s*+{_TITLE}")),
    ("nth", re.compile(
        rf"{_SO}(?:so |now |then )*(?:agenda )?(?:item|topic|point) #?(?P<nth>\d{{1,2}})(?:[.):]"
        rf"|\s*+[-–—]+)?\s+{_TITLE}")),
    ("counted", re.compile(rf"{_SO}(?:so |now |then )*#?(?P<nth>\d{{1,2}})(?:[.)/]|\s+[-–—]+)\s*+(?=[a-z]){_TITLE}")),
    ("other", re.compile(
        r"(?P<title>aob|any other business|matters arising|minutes of (?:the )?(?:last|previous) meeting)")),
    ("other", re.compile(
        rf"{_SO}(?:so |now |then |let's |we'll |we're )*(?:mov(?:e|ing) on to|on to|start(?:ing)? with"
        rf"|first up(?: is)?|next up(?: is)?"
        rf"|next (?:item|topic)(?: is)?:?|over to) {_TITLE}")),
    ("goes_on", re.compile(rf"{_SO}(?:接着|接下来|下面|然后|最后|现在){_US}{_LOOK}\s*+{_TITLE}")),
    ("goes_on", re.compile(rf"{_SO}(?:接下来|下面)\s*+(?P<title>\S{{2,10}}?)\s*+[。.]?")),
    ("goes_on", re.compile(rf"{_SO}最后(?:一?个?是)?\s++{_TITLE}")),
    ("opens", re.compile(rf"{_SO}(?:开始|开会|正式开始)(?:吧|了)?[\s,，]++{_TITLE}")),
    ("is", re.compile(rf"{_SO}(?:接着|接下来|下面|然后|最后)(?:是|就是){_TITLE}")),
    ("first", re.compile(rf"{_SO}{_US}(?:说说|讲讲|聊聊)(?P<title>\S.{{1,12}}?)(?:的事情?|这个?事)吧?[。.]?")),
    ("first", re.compile(rf"{_SO}{_US}(?:先|首先|再){_US}{_LOOK}\s*+{_TITLE}")),
    ("first", re.compile(rf"(?:好的?|行|ok|okay|那)(?:吧|了)?[\s,，]++{_US}{_TALK}\s*+{_TITLE}")),
    # 排班怎么弄 接着说 · HC freeze这块，李经理你来
    ("behind", re.compile(rf"{_BEFORE}(?:怎么弄|怎么办|怎么搞)?[\s,，]*+{_GOES_ON}")),
    ("behind", re.compile(rf"{_BEFORE}(?:这一?块|这一?项|这件事|这个)[,，\s]+{_YOU}")),
    ("behind", re.compile(
        rf"{_BEFORE}{_TOGETHER}")),
    ("behind", re.compile(
        rf"{_BEFORE}(?:的事情?|这个?事|的问题)(?:再)?(?:说|讲|聊|谈|过|议)(?:一下|一说|一过)(?:吧)?")),
    # 接着信息科，叫号和自助机: whose turn it is, and what about
    ("turn", re.compile(
        rf"{_SO}(?:接着|接下来|下面|然后|轮到|再轮?到)(?:轮到|到|请|有请|是)?(?P<whose>[^\s,，:、]{{2,8}})\s*+[,，:、]\s*+(?![先请要再把])"
        rf"{_TITLE}")),
)  # fmt: skip
_TAIL = re.compile(r"(?:\s*+(?:吧|了吧)|这个?事情?|的事情?|这一?块|这个问题|这个议题)+$")
_SAID_ALONG = re.compile(r"吧[\s,，]++")
_NO_TITLE = re.compile(
    r"结论|好消息|坏消息|好的|坏的|重点|优点|缺点|原因|一[句点个遍次]|[两三几][句点个]|清楚|明白|到这|这么多?"
    r"|这些|这样|那样"
    r"|[这那它](?!周|月|季|批|次|期)|别的|其他|不|没|再|谁|什么|为什么|怎么"
)
_PREDICATE = re.compile(
    r"[了吗呢你他她它我吧得很太]|(?:应该|必须|需要|建议|希望|觉得|可以|能够?|已经|还是|只能|才|就|也|都|把|被"
    r"|给|让|比较|没有?)"
    r"|(?<![需重主紧摘概纪])要(?!求|点|素|不要)|(?<![要能可是])不(?!良|锈|动产|合格|达标|足)|再(?!生|融资|投"
    r"|保险|培训|制造|认证)"
)
"""What makes a sentence of words, and no title (电子价签上不上 is one)."""
_CHOICE = re.compile(r"(?P<verb>[\u3400-\u9fff])不(?P=verb)|要不要|能不能|是不是")
_OF_ANY = re.compile(r"(?:效果|情况|结果|数据|反应|反馈|进展|样品|现场|合同|报价|图纸|看|一下)$")
"""What one goes and sees: 先看效果 is no topic."""
_COUNTS = re.compile(
    r"(?i:1[.)]|first(?:ly)?,|one,)|第一(?!季|批|次|天|周|版|期|轮|名|时间)|首先|一是|其一|一个是|一方面"
)
_LONG_TITLE, _SHORT_TITLE = 22, 10


def announced(words: Words, line: Line, doubt: bool) -> Items | None:
    """A topic in everyday words, where what is announced is a title and no sentence (先说调价, 第二个，壳体交付)."""
    if QUESTION.search(words.low) or not line.first:
        return None
    for cue, shape in _CUES:
        match = shape.fullmatch(words.low)
        if match is None:
            continue
        said = words.cut(*match.span("title"))
        title = _title(said)
        if not _is_title(cue, title, line.context, along=_SAID_ALONG.search(said.raw) is not None):
            continue
        if cue == "other" and match[0].startswith("over to") and known_names(title, 0, line.context):
            continue
        if cue == "turn" and not _whose_turn(words, match, line.context):
            continue
        found = topic(title, line.context, None, doubt)
        if found.number or _is_next(match.groupdict().get("nth"), cue, line.context):
            line.rule = cue
            return (found,)
    return None


def _whose_turn(words: Words, match: re.Match[str], context: Context) -> bool:
    """Whether a known department is called on, so that what stands behind is what it has to say something about."""
    start, end = match.span("whose")
    one = mention_at(words, start, context, short=True)
    return start > 0 and one is not None and one.known and one.end == end and not one.person


def _title(words: Words) -> Words:
    """The title without what is only said along with it (调价吧, 报销的事)."""
    tail = _TAIL.search(words.low)
    words = words.cut(0, tail.start() if tail and tail.start() > 1 else None).strip()
    return Words.of(_SAID_ALONG.sub(" ", words.raw))


def _is_title(cue: str, title: Words, context: Context, *, along: bool = False) -> bool:
    """Whether words are the title of something, short enough for how they are announced."""
    # 先说调价吧 价签跟系统对不上: what is announced is said first, and what is the matter with it behind.
    if title.low.isascii():
        return _is_english(title, context)
    low = _CHOICE.sub("", title.low.partition(" ")[0] if along else title.low)
    if len(low) < 2 or _NO_TITLE.match(low) or _PREDICATE.search(low) or FIRST_PERSON.search(low):
        return False
    if "," in low or ":" in low or speaker_at(title, context) is not None:
        return False
    if cue == "first" and _OF_ANY.search(low):
        return False
    speaking = context.speaker is not None and context.begun
    if cue == "is" and speaking:
        return False
    return len(low) <= (_SHORT_TITLE if speaking and cue in ("first", "behind") else _LONG_TITLE)


def _is_english(title: Words, context: Context) -> bool:
    """Whether English words name a thing one can talk of, and nobody alone."""
    if speaker_at(title, context) is not None or not is_english_title(title.raw):
        return False
    who = known_names(title, 0, context)
    return not who or bool(title.low[who[-1].end :].strip())


def _is_next(nth: str | None, cue: str, context: Context) -> bool:
    """Whether a topic may begin here: the one with the number that comes next, and none that a speaker counts."""
    if nth is None:
        return cue != "opens" or not _titled(context)
    counted = any(_COUNTS.search(one.text) for one in context.written()[:3] if one.kind == "opinion")
    number = int(numeral(nth) or 0)
    return not counted and number > _titled(context) and (number > 1 or not _titled(context))


def _titled(context: Context) -> int:
    """How many topics have been begun by their title."""
    numbers = [number for number, title in context.topics if title]
    begun = context.begun and context.live in numbers
    return numbers.index(context.live) + 1 if begun and context.live else 0
