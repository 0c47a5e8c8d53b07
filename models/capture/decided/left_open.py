"""What the meeting leaves: set aside for now, or a question nobody could answer.

扩容先放放 等预算下来 · 这两个先park，等合同 · 单子到底卡在哪没弄清楚 · 没人答得上来：合同里算不算变更
"""

from __future__ import annotations

import re

from models.capture.decided.disputes import deferred
from models.capture.decided.settled import is_note
from models.capture.line import Items, Line, Words
from models.capture.unmarked import bare_action
from models.capture.values import OpenIssueLine
from models.capture.words.everyday import EARLIER, FIRST_PERSON, QUESTION
from models.capture.work.actions import open_issue

_NOW = r"(?:先|今天|今儿|暂时|这次|本次|目前|这回)(?:我们|大家)?(?:就|都|也|先)*"
_SURELY = (
    r"不展开|不议|不谈|不讨论|不聊|不碰|不上会|不做决定|不决策|放一放|放放|缓一缓|缓缓|搁一搁|搁置|搁着|挂起"
    r"|挂着|压一压"
    r"|park|pending|shelve|table|parking"
)
"""What is said of a question only."""
_PERHAPS = "放着|放一边|放下|不定|不管|不动|不做|停一停|hold住?|留着|记着|存疑"
"""What may be said of goods as well: with until when behind it alone."""
_LATER = (
    r"(?:等|待)(?!级|于|遇)\S{1,24}|(?:放|留|拖|推|挪|移)(?:到|在|至)\S{1,16}|下[次回]\S{0,12}|以后\S{0,10}"
    r"|回头\S{0,10}|后面\S{0,10}"
    r"|(?:[^\s,，]{1,10})?再(?:议|说|定|谈|讨论|看|上会|碰|聊)"
)
_SHELVED = re.compile(
    rf"(?P<what>[^,，;；。:]{{0,20}}?)[\s,，]*+(?:{_NOW}(?:(?P<sure>{_SURELY})|(?:{_PERHAPS}))|(?P<parked>park"
    rf"|pending))"
    rf"(?:了|吧|一下)*(?:\s*+$|[\s,，]\s*+(?P<rest>(?P<later>{_LATER})?.*))[。.!！]?"
)
_UNTIL = re.compile(
    r"(?P<what>[^,，;；。:]{2,20}?)[\s,，]*+(?:等|待)[^,，;；。]{2,20}?(?:再|之后再|以后再|后再)(?:议|上会"
    r"|讨论)(?:吧|了)?\s*+[。.!！]?"
)
_NEXT_TIME = re.compile(
    r"(?P<what>[^,，;；。:]{2,16}?)(?:(?:就|先)?(?:留|放|推|拖|挪|移)(?:到|在|至)(?:下[次回周]|下个月|明年|年后"
    r"|节后|以后|[\d一二三四五六七八九十]{1,2}月)"
    r"(?:再?(?:说|议|定|谈|讨论|看))?|(?:下[次回]|年后|节后|下个?月|明年|以后)再(?:议|讨论|上会)"
    r"|下次(?:会上?)?再(?:说|谈))(?:吧|了)?\s*+[。.!！]?"
)
_ANOTHER_TIME = re.compile(
    r"(?!暂?不)(?P<what>[^,;。:]{2,20}?)(?:[\s,，]++|$)(?:那?就?|先)?(?:下[次回]|回头|以后|改天|会后|过几天)(?:会上?)?再(?:说|议|定|讨论|谈|聊|碰|听|过)(?:吧|了)?\s*+[。.!！]?"
)
_PROPOSED = re.compile(
    r"[你]|不行|实在|真|建议|提议|能不能|要不|是不是|可不可以|如果|要是|的话|可以|希望|最好|客户|对方|说"
    r"|[把将给了]|\b(?:i|i'd|would|could|should|might|must)\b"
)
"""What makes of it what somebody proposes, or does with a thing."""


_LATER_ON = (_UNTIL, _NEXT_TIME, _ANOTHER_TIME)


def shelved(words: Words, line: Line, doubt: bool) -> Items | None:
    """Something set aside for now, with until when (扩容先放放 等预算下来, 这两个先park, 二期等图纸定版再议)."""
    if QUESTION.search(words.low) or words.low.isascii():
        return None
    match = _SHELVED.fullmatch(words.low)
    if match is not None and not (match["sure"] or match["parked"] or match["later"]):
        match = None
    match = match or next(filter(None, (shape.fullmatch(words.low) for shape in _LATER_ON)), None)
    if match is None or _PROPOSED.search(match["what"]) or FIRST_PERSON.search(match["what"]):
        return None
    if not is_note(words, line):
        return None
    return (deferred(words, line, None, doubt),)


_NOBODY = (
    r"(?:在场|现场|大家|今天|会上|目前|还是|最后|谁|都|也)*"
    r"(?:没有?人(?:能)?(?:知道|晓得|答得(?:上来|出来?)|回答(?:得?(?:上来|了))?|说得(?:清楚?|准|上来)|讲得清"
    r"|说清楚?|清楚|敢(?:说|定|拍板|接)|吭声|接话|能答)"
    r"|(?:谁也|谁都|都)(?:不知道|说不(?:清楚?|准|上来)|答不(?:上来|出来)|不清楚|不敢定)"
    r"|没有?(?:说|弄|搞|理|问|查|讲|扯|掰扯|讨论|谈)(?:清楚?|明白|出来|出个?结果)|没有?(?:个)?(?:结论|定论|答案"
    r"|着落|下文|说法|头绪)"
    r"|没有?定(?:下来)?|还没有?(?:人)?定|说不清楚?|答不上来|弄不清楚?|搞不清楚?|不明确|待确认|待定|悬着)(?:了|呢)?"
)
_ASKS = re.compile(
    r"到底|究竟|还是|要不要|能不能|是不是|算不算|该不该|可不可以|有没有|(?P<verb>[\u3400-\u9fff])不(?P=verb)"
    r"|[谁哪几]|怎么|多少|什么|多久|如何|是否|为啥|[?？]"
)
_STILL_OPEN = re.compile(r"定|结论|答案|着落|下文|说法|头绪|不明确|待|悬着")
_DISPUTED = re.compile(r"到底|究竟|今天|还是|要不要|该不该|算不算|(?P<verb>[\u3400-\u9fff])不(?P=verb)|谁")
"""What nobody decided is an open issue while somebody speaks only where it was disputed (收不收费没定)."""
_UNANSWERED = re.compile(
    rf"(?P<what>\S[^;；。]{{2,50}}?)[\s,，?？]*+(?P<nobody>{_NOBODY})(?:[。.!！]?$|[,，。;；.\s]++(?P<rest>\S.*))"
)
_NOBODY_KNOWS = re.compile(_NOBODY)
_FIRST_NOBODY = re.compile(rf"{_NOBODY}\s*+[:,，]\s*+(?P<what>\S.*)")


def unanswered(words: Words, line: Line, doubt: bool) -> Items | None:
    """An open issue: a question, and that nobody knows; with whoever is to find out (…没人知道，李经理明天去问)."""
    if _NOBODY_KNOWS.search(words.low) is None or not is_note(words, line):
        return None
    if EARLIER.search(words.low) or FIRST_PERSON.search(words.low):
        return None
    first = _FIRST_NOBODY.fullmatch(words.low)
    if first is not None and _ASKS.search(first["what"]):
        line.rule = "nobody_first"
        return (open_issue(words.cut(first.start("what")), line.context, doubt),)
    match = _UNANSWERED.fullmatch(words.low)
    if match is None or _ASKS.search(match["what"]) is None:
        return None
    weak = line.context.somebody_speaks and _STILL_OPEN.search(match["nobody"])
    if weak and _DISPUTED.search(match["what"]) is None:
        return None
    return _with_job(words, match, line, doubt)


def _with_job(words: Words, match: re.Match[str], line: Line, doubt: bool) -> Items:
    """The open issue, and the job that is said behind it of somebody to find out."""
    job = None
    if match["rest"] and line.context.roster.everybody:
        job = bare_action(words.cut(match.start("rest")), line.context, doubt)
    text = words.cut(0, match.end("nobody")) if job else words
    issue = OpenIssueLine(text=text.text(), doubt=doubt)
    return (issue, job) if job else (issue,)
