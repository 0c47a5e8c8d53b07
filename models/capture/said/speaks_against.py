"""What speaks against a plain line's being the speaker's: 没意见 · 财务能月底前付 · 同意法务的说法."""

from __future__ import annotations

import re
from dataclasses import replace

from models.capture.line import Context, Items, Line, Words
from models.capture.named.mentions import Mention, is_speaking, known_at, mention_at
from models.capture.named.speaker import verb_at
from models.capture.said.english_whose import nobodys_in_english
from models.capture.said.everybody import put_to_all
from models.capture.said.first_clause import conditional, opened
from models.capture.said.named_first import OF_SOMEBODY
from models.capture.said.opinions import somebodys
from models.capture.said.unknown_heads import FIRST_PERSON, stranger_head
from models.capture.values import ChangeLine, OpinionLine
from models.capture.words.everyday import (
    ABLE,
    ASSENT,
    ENGLISH_ABLE,
    QUESTION,
)
from models.capture.words.everyday_stances import ASKED, HOLDS, OBJECTS
from models.capture.words.job_words import DOES, STRONG
from models.capture.words.lexicon import STANCE_OF, STANCES, either
from models.capture.work.dues import spans_in
from models.names import (
    is_called_so,
    is_english_department,
)

_ASSENTS_TO = either(row.word for row in STANCES if row.stance == "support" and not row.word.isascii())


_SAME_VIEW = re.compile(
    rf"(?:也|都|完全|基本|原则上)*(?:{_ASSENTS_TO}|认可)(?P<name>\S{{1,12}}?)(?:这边|那边)?的?"
    r"(?:说法|意见|观点|看法|提议|建议|方案|判断)"
)


def whose(words: Words, line: Line, doubt: bool) -> Items | None:
    """An opinion that may be anybody's while somebody speaks (没意见, 财务能付, 同意法务的说法 while 法务 speaks)."""
    if not line.context.somebody_speaks:
        return None
    if (alone := _name_alone(words, line.context)) is not None:
        line.rule = "name_alone"
        return (_answer(alone, line.context, doubt) or _turn(words, alone, line.context, doubt),)
    if ASSENT.fullmatch(words.low) or put_to_all(words):
        line.rule = "bare_assent"
        return (somebodys(words, doubt, assent=True),)
    if head := stranger_head(words):
        line.rule = "stranger"
        one_word = " " not in head["name"] and not FIRST_PERSON.match(words.low, head.end())
        if one_word or not (is_english_department(head["name"]) or FIRST_PERSON.match(words.low, head.end())):
            # It may be a heading as well (Launch Date: 5 May): asked for, and nothing of it taken away.
            return (somebodys(words, doubt),)
        return (replace(somebodys(words.cut(head.end()), doubt), said_as=head["name"]),)
    said = opened(words)
    if against := nobodys_in_english(words, line.context) or _against(said, line.context):
        line.rule = against
        return (somebodys(words, doubt, first=_named_in(said, line.context)),)
    line.rule, who = "able", _able(said, line.context)
    if who is None:
        line.rule, who = "answers", _asked_last(said, line.context)
    if who is None:
        line.rule, who = "holds", _holding(said, line.context)
    if who is None:
        return None
    return (somebodys(words, doubt, first=tuple(one.label for one in who.who)),)


_OFFERED = 3
_LOOKED_AT = 60


def _named_in(said: Words, context: Context) -> tuple[str, ...]:
    """Whom the words name, to be offered first for who said them; the likelier the earlier."""
    found: list[str] = []
    pos = 0
    while pos < min(len(said.low), _LOOKED_AT) and len(found) < _OFFERED:
        one = (
            known_at(said, pos, context)
            if not (pos and said.low[pos - 1].isascii() and said.low[pos - 1].isalnum())
            else None
        )
        if one is None:
            pos += 1
            continue
        if not is_speaking(one, context):
            found += [who.label for who in one.who if who.label not in found]
        pos = max(one.end, pos + 1)
    return tuple(found[:_OFFERED])


def _name_alone(words: Words, context: Context) -> Mention | None:
    """Who is named by all of a line."""
    said = words.cut(0, len(words.low.rstrip(" 。.")))
    who = known_at(said, 0, context)
    return who if who is not None and who.certain and who.end == len(said.low) else None


def _answer(who: Mention, context: Context, doubt: bool) -> ChangeLine | None:
    """Who said what asks, named behind it (谁？ 市场部)."""
    last = next((one for one in context.written() if one.kind in ("opinion", "point")), None)
    if not context.asking or last is None:
        return None
    return ChangeLine(
        target="",
        entry=last.id,
        about=last.text,
        owner_department=who.department,
        owner=who.person,
        doubt=doubt,
    )


def _turn(words: Words, who: Mention, context: Context, doubt: bool) -> OpinionLine:
    """Whoever is named alone speaks from here on; behind a question it may be the answer, and it asks whose."""
    last = next(iter(context.written()), None)
    if last is not None and QUESTION.search(last.text.lower()):
        return somebodys(words, doubt)
    return OpinionLine(department=who.department, person=who.person, doubt=doubt)


def _against(said: Words, context: Context) -> str:
    """The rule by which words are another's of whom nobody knows who it is; none where they may be the speaker's."""
    if _same_view(said, context):
        return "own_view"
    if _OF_THE_MINUTES.match(said.low) or _item_and_somebody(said, context):
        return "of_the_minutes"
    if _another_acts(said, context):
        return "another_acts"
    return "newcomer" if _newcomer_holds(said, context) else ""


_BECOMES = "补(?:一[句条]|上|充)|改(?![造进善革版装建编])|推迟|提前|延[到后期]|换[成给]|取消|删掉?|加上|再?加一[句条]"


_OF_THE_MINUTES = re.compile(
    r"(?:[adq]|行动|决议|遗留)\d{1,2}\s*+(?:改到|改成|改为|推迟|提前|延[到后期]|加上|换成|取消|撤[销掉]|作废)"
    r"|(?:下次|下回|下一次)(?:会议?|开会|碰头|例会)?[^,，。]{0,3}?(?:\d{1,2}[月号日./]|[下本这]?周[一二三四五六日天]|星期|礼拜)"
    r"(?=[^,，。]*(?:[点:：]|会|碰|见|老地方|同一))"
    r"|第[一二三四五六七八九十\d]{1,2}(?:件事?|项|个议题|个事)[,，]?(?:说|讲|谈|聊|看|讨论)"
    rf"|第?\d{{1,2}}[条项]的?[^,，。]{{0,8}}?(?:{_BECOMES})"
    rf"|(?:[adq]|行动|决议|遗留)\d{{1,2}}的?[^,，。\d]{{0,8}}?(?:{_BECOMES})"
    rf"|[^,，。]{{1,6}}(?:那|这)[条项](?:就|先|再|也)?(?:改到|推迟|提前|延[到后期])"
    r"|那就(?:先)?不(?![能可会是用必])|[^,，。;；…]{1,10}(?:…+|\.{3,})$"
    r"|还有个?(?:没说清|没定|没解决|遗留)"
    r"|下一?个(?:聊|说|讲|谈|议|看)"
    r"|哈哈|[哎唉诶欸嘿](?:呀|哟)?[,，\s]*(?:谁|空调|暖气|窗|门|灯|投影|话筒|麦克风|咖啡|水杯)|.*(?:哈哈|冷死|热死)了?[。.!！]*$"
    r"|(?:sorry|抱歉|不好意思|哦不|啊不)[,，\s]*(?:上面|刚才|前面|[^,，。]{0,10}(?:应该?是|是))"
    r"|(?:上面|刚才|前面|上一)[那这]?[条句]?[^,，。]{0,4}?(?:[说写记打]错|有误|更正)"
)
"""Begins with what only who writes the minutes says: an item's number, the next meeting, the next topic, a slip."""


_ITEM = re.compile(r"(?:[adq]|行动|决议|遗留)\d{1,2}(?!\d)\s*+")


def _item_and_somebody(said: Words, context: Context) -> bool:
    """Whether an item's number and somebody behind it begin the words (A3小白帮着填)."""
    item = _ITEM.match(said.low)
    who = known_at(said, item.end(), context) if item else None
    return who is not None and all(one.person for one in who.who) and not OF_SOMEBODY.match(said.low, who.end)


_CLAUSES = re.compile(r"[,，;；]\s*+")


_DOES = re.compile(
    rf"(?:[和与跟、]\S{{2,8}}?)?(?:负责|牵头|配合|到(?!底|时|处)|去(?!年)|来(?!自|源|不及)|出(?!差|错|现|问题)"
    rf"|写|做|发|组织|跟进|准备|安排(?!的)|盯|{either(STANCE_OF)})"
)


def _another_acts(said: Words, context: Context) -> bool:
    """Whether a later clause begins with another person and what he does (…这周六通宵，段宏到现场), or with another
    department, what it does and by when (…要重做，后勤找厂家，下周五装好)."""
    due = bool(spans_in(said.low))
    if _done_by_another(said, context):
        return True
    for sign in _CLAUSES.finditer(said.low):
        who = known_at(said, sign.end(), context)
        if who is None or is_speaking(who, context):
            continue
        if not all(one.person for one in who.who):
            own = context.speaker is not None and any(one.department == context.speaker[0] for one in who.who)
            does = DOES.match(said.low, who.end) or STRONG.match(said.low, who.end)
            if due and not own and does and not conditional(said):
                return True
            continue
        if _DOES.match(said.low, who.end) and not _HEARSAY.search(said.low[: sign.start()]):
            return True
    return False


_DID = re.compile(r"(?![\u3400-\u9fff]?过)[\u3400-\u9fff]{1,2}了(?![吗么嘛])")


def _done_by_another(said: Words, context: Context) -> bool:
    """Whether behind the thing itself another is said to have done something with it (恒湿柜崔会计算了)."""
    end = min(len(said.low), _HOLDING_FAR)
    for start in range(2, end - 1):
        found = mention_at(said, start, context)
        if found is None or not found.known or not found.certain or not found.person:
            continue
        whole = found.end - found.start > 1 and not is_speaking(found, context)
        before = said.low[:start]
        return whole and _DID.match(said.low, found.end) is not None and not _HEARSAY.search(before)
    return False


def _newcomer_holds(said: Words, context: Context) -> bool:
    """Whether somebody of a title whom nobody knows yet is said to hold something (周总解释是…, 梅姐反对…)."""
    one = mention_at(said, 0, context, short=True)
    if one is None and is_called_so(said.low[:2]):
        return (verb_at(said.low, 2) or HOLDS.match(said.low, 2) or _DOES.match(said.low, 2)) is not None
    if one is None or one.known or not all(who.person for who in one.who):
        return False
    return HOLDS.match(said.low, one.end) is not None


def _asked_last(said: Words, context: Context) -> Mention | None:
    """Who was asked by the words before (李经理问财务…), where nobody is named: it may be the answer."""
    last = next(iter(context.written()), None)
    asked = ASKED.match(last.text) if last is not None and last.kind == "opinion" else None
    if last is None or asked is None or QUESTION.search(said.low) or known_at(said, 0, context):
        return None
    return mention_at(Words.of(last.text), asked.end(), context, short=True)


_HOLDING_FAR = 16


def _holding(said: Words, context: Context) -> Mention | None:
    """Somebody known of whom the first clause says, behind the thing itself, that he is for or against it."""
    for verb in OBJECTS.finditer(said.low, 2, _HOLDING_FAR + 4):
        for start in range(max(1, verb.start() - 5), verb.start() - 1):
            found = mention_at(said, start, context, short=False)
            if found is not None and found.known and found.end == verb.start() and found.who[0].person:
                return None if _HEARSAY.search(said.low[:start]) or "," in said.low[:start] else found
    return None


_HEARSAY = re.compile(r"[听据因如等让请给跟找和与问对由若]|要是|除非|只要|上次|以前|的$")


def _able(said: Words, context: Context) -> Mention | None:
    """Who is said to be able or not, where it is no question and no condition."""
    if QUESTION.search(said.low):
        return None
    found = known_at(said, 0, context)
    able = (ABLE.match(said.low, found.end) or ENGLISH_ABLE.match(said.low, found.end)) if found else None
    return None if able is None or conditional(said, able.end()) else found


def _same_view(said: Words, context: Context) -> bool:
    """Whether the words assent to what the speaker holds: then somebody else said them."""
    match = _SAME_VIEW.match(said.low)
    if match is None or context.speaker is None:
        return False
    found = mention_at(said, match.start("name"), context, short=True)
    if found is None or found.end < match.end("name") or not found.certain:
        return False
    department, person = context.speaker
    if found.person and found.person != person:
        return False
    return found.department == department or (found.person is not None and found.department is None)
