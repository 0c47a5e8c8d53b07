"""What a plain line says by its first clause against being the speaker's: everybody's, somebody else's, nobody's.

都没意见 · 大家都同意… · 没意见 · 财务能月底前付 · 同意法务的说法 · 司徒亮把… · 各部门…报给… · 没别的了
"""

from __future__ import annotations

import re
from dataclasses import replace

from models.capture.agenda.topics import elsewhere
from models.capture.decided.disputes import set_aside
from models.capture.line import Context, Items, Line, Words
from models.capture.named.mentions import Mention, mention_at
from models.capture.named.speaker import Speaker, speaker_at, verb_at
from models.capture.said.english_whose import nobodys_in_english
from models.capture.said.everybody import put_to_all
from models.capture.said.first_clause import conditional, first_clause, opened
from models.capture.said.opinions import opinions, somebodys
from models.capture.unmarked import bare_action
from models.capture.values import ActionLine, OutcomeLine, PointLine
from models.capture.words.everyday import (
    ABLE,
    ALL_DEPARTMENTS,
    ASSENT,
    ENGLISH_ABLE,
    EVERY_DEPARTMENT,
    ORDINARY_STEMS,
    QUESTION,
)
from models.capture.words.everyday_stances import ASKED, HOLDS, OBJECTS
from models.capture.words.job_words import DOES
from models.capture.words.lexicon import STANCE_OF, STANCES, either
from models.capture.work.actions import made_action, read_slots
from models.capture.work.dues import spans_in
from models.capture.work.english_jobs import may_be_due
from models.dates import DueSpan, match_at
from models.name_words import HARDLY_LABELS
from models.names import (
    is_called_so,
    is_english_department,
    is_first_name,
    is_plain_name,
    may_be_name,
    title_of,
)
from models.roster import Named
from models.text import fold

_ENOUGH = re.compile(
    r"(?:(?:行|好|ok)[\s,，]*+)?(?:今天|那|我们|大家|就)*(?:先这样|到这(?:里|儿)?|先到这(?:里|儿)?|到此为止|没(?:有)?别的了?|没其他的?(?:事)?了?"
    r"|没什么(?:别的|其他的?)?了|没有就散(?:会)?(?:吧)?|没了)(?:吧|了|啊)?\s*+[。.!！]?"
    r"|(?:ok,? |right,? |so,? )?(?:let's|let us) move on(?: then)?\s*+[.!]?"
    r"|(?:anything|any thing) else\??,? ?(?:no|none|nope|nothing)?\s*+[.!]?|any (?:more"
    r"|other) questions\??,? ?(?:no|none)?"
    r"|(?:that's (?:all|it)|nothing else)(?: (?:for|from) \w+)?\s*+[.!]?"
)
_ASSENTS_TO = either(row.word for row in STANCES if row.stance == "support" and not row.word.isascii())
_SAME_VIEW = re.compile(
    rf"(?:也|都|完全|基本|原则上)*(?:{_ASSENTS_TO}|认可)(?P<name>\S{{1,12}}?)(?:这边|那边)?的?"
    r"(?:说法|意见|观点|看法|提议|建议|方案|判断)"
)
_BRINGS = re.compile(r"\s*+(?:这边|那边)?(?:先|尽快|也|再|负责|需要?|要)*把")
_HAND_IN = re.compile(
    rf"(?P<who>{either(ALL_DEPARTMENTS)})(?!的|都).*?(?:报|交|发|送|反馈|提供|提交)(?:[^,，。;；了过]{{0,12}}?)(?:给|到|至)(?!了|过)"
)
_EVERY_ONE = re.compile(rf"(?P<who>{either(ALL_DEPARTMENTS)})(?!的|都)")


_EVERY_ONE_OF_IT = re.compile(rf"[^\s,，;；。的]{{2,8}}?(?P<who>{either(ALL_DEPARTMENTS)})(?!的|都)")


def _by_then(said: Words, pos: int) -> re.Match[str] | None:
    """Every department with a limit and something to hand in by it (各单位周五前把名单报办公室)."""
    match = _EVERY_ONE.match(said.low, pos) or _EVERY_ONE_OF_IT.match(said.low, pos)
    stop = match_at(said.low, match.end()) if match else None
    hands = stop and said.low[stop - 1] in "前内" and _HANDS.match(said.low, stop)
    return match if hands else None


_HANDS = re.compile(
    r"[^,，;；。了过]{0,16}?(?:报|交|发|送|提交|反馈|提供|填)(?!告|价|表|货|现|生|[^,，;；。]{0,8}的)"
)
_DONE = re.compile("已经?|都已|均已|没有?|未")


def enough(words: Words, line: Line, doubt: bool) -> Items | None:
    """A point of nobody's: no more is said on this (先这样, 没别的了)."""
    if _ENOUGH.fullmatch(opened(words).low) is None:
        return None
    return (PointLine(text=words.text(), doubt=doubt),)


def whose(words: Words, line: Line, doubt: bool) -> Items | None:
    """An opinion that may be anybody's while somebody speaks (没意见, 财务能付, 同意法务的说法 while 法务 speaks)."""
    if not line.context.somebody_speaks:
        return None
    if ASSENT.fullmatch(words.low) or put_to_all(words):
        line.rule = "bare_assent"
        return (somebodys(words, doubt, assent=True),)
    if head := _stranger(words):
        line.rule = "stranger"
        alone = " " not in head["name"] and not _FIRST_PERSON.match(words.low, head.end())
        if alone or not (is_english_department(head["name"]) or _FIRST_PERSON.match(words.low, head.end())):
            # It may be a heading as well (Launch Date: 5 May): asked for, and nothing of it taken away.
            return (somebodys(words, doubt),)
        return (replace(somebodys(words.cut(head.end()), doubt), said_as=head["name"]),)
    said = opened(words)
    if against := nobodys_in_english(words, line.context) or _against(said, line.context):
        line.rule = against
        return (somebodys(words, doubt),)
    line.rule, who = "able", _able(said, line.context)
    if who is None:
        line.rule, who = "answers", _asked_last(said, line.context)
    if who is None:
        line.rule, who = "holds", _holding(said, line.context)
    if who is None:
        return None
    return (somebodys(words, doubt, first=tuple(one.label for one in who.who)),)


def _against(said: Words, context: Context) -> str:
    """The rule by which words are another's of whom nobody knows who it is; none where they may be the speaker's."""
    if _same_view(said, context):
        return "own_view"
    if _OF_THE_MINUTES.match(said.low) or _item_and_somebody(said, context):
        return "of_the_minutes"
    if _another_acts(said, context):
        return "another_acts"
    return "newcomer" if _newcomer_holds(said, context) else ""


_BECOMES = "改(?![造进善革版装建编])|推迟|提前|延[到后期]|换[成给]|取消|删掉?|加上"
_OF_THE_MINUTES = re.compile(
    r"(?:[adq]|行动|决议|遗留)\d{1,2}\s*+(?:改到|改成|改为|推迟|提前|延[到后期]|加上|换成|取消|撤[销掉]|作废)"
    r"|(?:下次|下回|下一次)(?:会议?|开会|碰头|例会)?[^,，。]{0,3}?(?:\d{1,2}[月号日./]|[下本这]?周[一二三四五六日天]|星期|礼拜)"
    r"(?=[^,，。]*(?:[点:：]|会|碰|见|老地方|同一))"
    r"|第[一二三四五六七八九十\d]{1,2}(?:件事?|项|个议题|个事)[,，]?(?:说|讲|谈|聊|看|讨论)"
    rf"|第?\d{{1,2}}[条项]的?[^,，。]{{0,8}}?(?:{_BECOMES})"
    rf"|(?:[adq]|行动|决议|遗留)\d{{1,2}}的?[^,，。\d]{{1,8}}?(?:{_BECOMES})"
    rf"|[^,，。]{{1,6}}(?:那|这)[条项](?:就|先|再|也)?(?:改到|推迟|提前|延[到后期])"
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
    who = _known_at(said, item.end(), context) if item else None
    return (
        who is not None and all(one.person for one in who.who) and not _OF_SOMEBODY.match(said.low, who.end)
    )


_CLAUSES = re.compile(r"[,，;；]\s*+")
_DOES = re.compile(
    rf"(?:[和与跟、]\S{{2,8}}?)?(?:负责|牵头|配合|到(?!底|时|处)|去(?!年)|来(?!自|源|不及)|出(?!差|错|现|问题)"
    rf"|写|做|发|组织|跟进|准备|安排(?!的)|盯|{either(STANCE_OF)})"
)


def _another_acts(said: Words, context: Context) -> bool:
    """Whether a later clause begins with another person and what he does (…这周六通宵，段宏到现场), or with another
    department, what it does and by when (…要重做，后勤找厂家，下周五装好)."""
    due = bool(spans_in(said.low))
    for sign in _CLAUSES.finditer(said.low):
        who = _known_at(said, sign.end(), context)
        if who is None or _is_speaking(who, context):
            continue
        if not all(one.person for one in who.who):
            own = context.speaker is not None and any(one.department == context.speaker[0] for one in who.who)
            if due and not own and DOES.match(said.low, who.end) and not conditional(said):
                return True
            continue
        if _DOES.match(said.low, who.end) and not _HEARSAY.search(said.low[: sign.start()]):
            return True
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
    if last is None or asked is None or QUESTION.search(said.low) or _known_at(said, 0, context):
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


def led(words: Words, line: Line, doubt: bool) -> Items | None:
    """While somebody speaks, a job of another who is named first with a due; else words of whom nobody knows."""
    said = opened(words)
    who = _led_by(said, line.context)
    dash = _DASH.match(said.low, who.end) if who else None
    if who and dash and (line.context.somebody_speaks or not may_be_due(said.cut(dash.end()))):
        line.rule = "dash"
        return opinions(said, Speaker((who.who[0],), dash.end(), by="dash"), doubt) if who.certain else None
    if who is None and (headed := _department_first(said, line.context)):
        line.rule = "dash"
        return opinions(said, headed, doubt)
    if who is None or not line.context.somebody_speaks:
        return None
    if not conditional(said) and not QUESTION.search(said.low) and not _DONE.search(said.low):
        job = bare_action(said, line.context, doubt)
        if job is not None and _DEADLINE.search(job.due_text.lower()):
            return (job,)
    if _is_speaking(who, line.context):
        return None
    return (somebodys(words, doubt, first=tuple(one.label for one in who.who)),)


_DEADLINE = re.compile(r"前|内|底|截止|\bby\b|\bbefore\b|\bend of\b|\beo[dwm]\b|\bcob\b")
"""A day by which something is to be done; on a day alone somebody may just be away."""
_DASH = re.compile(r"\s+[-–—]+\s+(?=\S)")


def _department_first(said: Words, context: Context) -> Speaker | None:
    """A known department before a dash, and what it says (Finance - three people short)."""
    found = _known_at(said, 0, context) if said.low.isascii() else None
    dash = _DASH.match(said.low, found.end) if found and found.certain and not found.person else None
    return Speaker((found.who[0],), dash.end(), by="dash") if found and dash else None


def _is_speaking(who: Mention, context: Context) -> bool:
    return all((one.department, one.person) == context.speaker for one in who.who)


_OF_SOMEBODY = re.compile(r"的|之|[’']s\b|刚才?说|刚刚|说的|提的|讲的|\s*+[,，、]")
"""What makes a name at the beginning the thing spoken of, or of somebody spoken to, and not who speaks or does it."""


_ACTS = re.compile(
    r"\s|$|[0-9+周下明后今月年会本这]|[也再又还先去来走出改弄跟和与同把给约找催拉写做发提报交带看查补定问管搞对核测联跑盯帮陪等排列订买租招收退换修备寄送运装拆调画印谈签审要会得需应可想觉认不没已刚]"
    rf"|负责|牵头|配合|整理|准备|安排|跟进|落实|协调|{either(STANCE_OF)}|[\u3400-\u9fff]{{1,2}}了|估计|预计|答应|承诺"
)
"""What somebody does or says behind the name, and no part of a longer word: 卓远路, 宁静模式."""


_OF_A_THING = re.compile(
    r"[路街楼店厂牌版型式模镇村县市区桥江河湖山院校]|[那这][批些张份台辆家条边]|昨|前天|上[周次个回]|去年|以前|之前|刚"
)
"""What behind a whole name makes a thing of it (卓远路), or tells what was before (韩雪昨天改的接口)."""
_TOLD_OF = re.compile(
    r"\s+(?:to date|(?:is|are|was|were|has|had|have|should|could|would have|would've|may|might|will|won't|did|didn't"
    r"|never)\b)"
)
"""What is told of somebody in English is as a rule the speaker's: Bob was against it last year."""


def _led_by(said: Words, context: Context) -> Mention | None:
    """Somebody known who is named first: it is theirs, or about them."""
    found = _known_at(said, 0, context)
    if found is None or not all(who.person for who in found.who) or _OF_SOMEBODY.match(said.low, found.end):
        return None
    if _TOLD_OF.match(said.low, found.end):
        return None
    name = said.low[found.start : found.end]
    whole = may_be_name(name) and not title_of(name) and name in {who.person for who in found.who}
    if said.low[: found.end].isascii() or _ACTS.match(said.low, found.end):
        return found
    of_a_thing = _OF_A_THING.match(said.low, found.end) or QUESTION.search(said.low)
    return found if whole and not of_a_thing else None


_HEAD = re.compile(r"(?P<name>[A-Z][\w'’&-]*(?:\.? (?:[A-Z][\w'’&-]*|of|and|&)){0,3})\s*+[:：]\s+(?=\S)")
_NOT_NAMED = {
    "answer",
    "budget",
    "cost",
    "costs",
    "option",
    "part",
    "phase",
    "plan",
    "question",
    "risk",
    "risks",
}
"""What several capital words may end or begin with that are nobody."""
_FIRST_PERSON = re.compile(r"(?:we|i|our|my|us)\b|(?:we|i)'")
_ANSWERS = re.compile(
    rf"{_FIRST_PERSON.pattern}|(?:sure|yes|yeah|yep|no|nope|ok|okay|well|agreed|fine|maybe|probably|hang on"
    r"|not sure)\b[,.]? "
    r"|(?:it|that|they|he|she)['’ ](?:s|is|are|did|does|was|were|re|has|have|had|will|would|can|should)\b"
)


def _stranger(words: Words) -> re.Match[str] | None:
    """A head that nobody here is called before a colon: Ravi Shah: …, Client Services: …; one word may be any noun
    (Ratio: 1 to 14), unless somebody speaks of himself behind it (Ravi: we need a week)."""
    match = _HEAD.match(words.raw)
    names = match["name"].lower().split() if match else []
    if match is None or any(name.isdecimal() for name in names):
        return None
    if len(names) == 1 and names[0] in _NOT_NAMED:
        return match if _FIRST_PERSON.match(words.low, match.end()) else None
    if len(names) == 1:
        return match if _ANSWERS.match(words.low, match.end()) else None
    return None if {names[0], names[-1]} & _NOT_NAMED else match


def gone_to(words: Words, line: Line, doubt: bool) -> Items | None:
    """Another topic, made live, with what is said of it (回到第一个议题 · 下一个议题，预算)."""
    found = elsewhere(opened(words), line.context)
    if found is None:
        return None
    topic, rest = found
    said = rest.text()
    return (topic, *((PointLine(text=said, doubt=doubt),) if said else ()))


_SET_ASIDE = re.compile(
    r"(?:这个|这一?条|这件事|这个问题|这个事|这事|此事|该问题|那这个)?(?:我们)?(?:就|还是)?(?:先|暂时|暂且)(?:放一放|放着|搁置|搁一搁|搁着|搁一下|不议|不谈"
    r"|不讨论|缓一缓|挂起)"
    r"(?:吧|了)?\s*+(?=$|[,，。.;；!])"
    r"|(?:let's |we'll |we will )?(?:park|shelve|table) (?:this|that|it)(?: one)?(?: for now)?\s*+(?=$"
    r"|[,.;!])"
    r"|(?:let's |we'll )?come back to (?:this|that|it)(?: one)?(?: later| next time)?\s*+(?=$|[,.;!])"
)


def put_off(words: Words, line: Line, doubt: bool) -> Items | None:
    """The only open dispute set aside (这个先放一放), else the topic itself deferred."""
    said = opened(words)
    match = _SET_ASIDE.match(said.low)
    if match is None:
        return None
    reason = said.cut(match.end()).text().strip("。.!") or words.text()
    deferred = set_aside(reason, line, doubt)
    if deferred is not None:
        return (deferred,)
    more = said.cut(match.end()).text()
    return (OutcomeLine(outcome="deferred", doubt=doubt), *((PointLine(text=more),) if more else ()))


_UNKNOWN = re.compile(
    rf"[?](?!\s*+[?])\s*+(?:(?P<stance>{either(STANCE_OF)})|(?P<name>[^\s:,，。?？;；]{{1,24}}?))?\s*+:\s*+"
)


def unknown_speaker(words: Words, line: Line, doubt: bool) -> Items | None:
    """An opinion of whoever it was, on purpose, perhaps by a name nobody here is called by: ？：…, ？小明：…"""
    match = _UNKNOWN.match(words.low)
    if match is None:
        return strange_head(words, line, doubt)
    said = somebodys(words.cut(match.end()), doubt)
    if match["name"]:
        return (replace(said, said_as=words.raw[slice(*match.span("name"))]),)
    return (replace(said, stance=STANCE_OF[match["stance"]]) if match["stance"] else said,)


_STRANGE = re.compile(
    r"(?:(?P<name>[\u3400-\u9fff]{1,4}|[A-Z][a-z]+)\s*+:\s*+(?!\d{2}\b)"
    r"|(?P<given>[A-Z][a-z]+)\s+(?:[-–—]|(?:says?|said|thinks|reckons|agrees|objects|disagrees|wants)(?: that)?,?)\s+)"
    r"(?=\S)"
)


def strange_head(words: Words, line: Line, doubt: bool) -> Items | None:
    """What somebody said whom nobody here is called like (陈姐：…，唐莉：…，Kevin: …): it asks who that is.

    Of a head that may be a heading as well (焦点：…) nothing is taken away.
    """
    match = _STRANGE.match(fold(words.raw))
    if match is None or not line.context.roster.everybody or speaker_at(words, line.context) is not None:
        return None
    name = match["name"] or match["given"]
    if len(name) == 1:
        # 马：… of several 马, or of one whose name nobody knows that way.
        called = line.context.roster.by_surname(name) and line.context.somebody_speaks
        return (replace(somebodys(words.cut(match.end()), doubt), said_as=name),) if called else None
    if match["given"] and (not is_first_name(name.lower()) or _known_at(words, 0, line.context)):
        return None
    if is_first_name(name.lower()) or is_plain_name(name) or name in HARDLY_LABELS or is_called_so(name):
        return (replace(somebodys(words.cut(match.end()), doubt), said_as=name),)
    return (somebodys(words, doubt),) if may_be_name(name) and line.context.somebody_speaks else None


def _known_at(words: Words, pos: int, context: Context) -> Mention | None:
    """A known department or person at `pos`, by a short name too unless that is an ordinary word."""
    found = mention_at(words, pos, context, short=True)
    if found is None or not found.known or words.low[found.start : found.end] in ORDINARY_STEMS:
        return None
    return found


def _able(said: Words, context: Context) -> Mention | None:
    """Who is said to be able or not, where it is no question and no condition."""
    if QUESTION.search(said.low):
        return None
    found = _known_at(said, 0, context)
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


def brought(words: Words, line: Line, doubt: bool) -> Items | None:
    """An action, whoever speaks: somebody known, 把 and a due (司徒亮把割接窗口明天发群里)."""
    said = opened(words)
    who = _known_at(said, 0, line.context)
    if who is None or not _brings(said.low, who.end) or conditional(said) or QUESTION.search(said.low):
        return None
    made = _ordered(said, who, line.context, doubt)
    if not made.due_text or _DONE.search(said.low) or _over(made, line.context):
        return None
    return (made,)


def _over(made: ActionLine, context: Context) -> bool:
    """Whether it is told of what was done, or of this very meeting (上周把日志补上了, 两点半前把范围敲死)."""
    due, today = made.due or "", context.anchor.day.isoformat()
    return bool(due) and (due[:10] < today or (due[:10] == today and "T" in due))


def _brings(low: str, pos: int) -> bool:
    """Whether 把 follows a name, perhaps behind the due (技术部周五前把日志补上)."""
    due = match_at(low, pos)
    return _BRINGS.match(low, pos) is not None or (due is not None and _BRINGS.match(low, due) is not None)


def _ordered(said: Words, who: Mention | None, context: Context, doubt: bool) -> ActionLine:
    """The action of a sentence whose owner is known, with its due wherever it stands."""
    slots = read_slots(said, context)
    if slots.owner is None and who is not None and who.certain:
        slots.owner = who.who[0]
        slots.take(who.start, who.end)
    spans = () if slots.due else spans_in(slots.low)
    span = next((one for one in spans if not one.vague and not _names_a_period(slots.low, one)), None)
    if span is not None:
        slots.due = slots.said(span.start, span.end)
        slots.take(span.start, span.end)
    slots.known("led")
    return made_action(slots, doubt)


def _names_a_period(low: str, span: DueSpan) -> bool:
    """Whether a period only says which thing is meant (明年预算, 11月运营日历)."""
    return span.kind == "period" and not span.tail and low[span.end : span.end + 1].isalnum()


def handed_in(words: Words, line: Line, doubt: bool) -> Items | None:
    """An action of all departments, whoever speaks (各部门…报给…)."""
    said = opened(words)
    lead = match_at(said.low, 0) or 0
    match = _HAND_IN.match(said.low, lead) or _by_then(said, lead)
    if match is None or _DONE.search(first_clause(said)) or conditional(said) or QUESTION.search(said.low):
        return None
    everyone = Mention(*match.span("who"), (Named(EVERY_DEPARTMENT),), known=False)
    return (_ordered(said, everyone, line.context, doubt),)
