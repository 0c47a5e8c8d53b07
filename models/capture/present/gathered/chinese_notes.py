"""What hurried recorders write behind a name about being there: 出差来不了 · 让小蔡替 · 9点20左右到 · dial in."""

from __future__ import annotations

import re

from models.capture.line import Words
from models.capture.present.attendance_notes import TIME, clock, minutes_late, proxy_at
from models.capture.present.gathered.tongue import Note
from models.names import title_of

_TIME = TIME.pattern
_SOFTLY = (
    rf"(?:{_TIME}|今天|今日|今早|现在|刚刚?|这会儿?|才|还|也|都|均|俩|一起|已经?|就|会|得|要|先|大概|大约|估计|约|左右|"
    r"以后|之后|前后|再|马上|临时|可能"
    r"|全|人|一直|稍|说是?|will|is|has|had to|just|at|[\s~])*"
)
_CAUSE = (
    r"(?:(?:因为?|由于|要|得|去|有|在|人在|今天|接|赶|被|家里|孩子|身体|飞机|高铁|航班|信号|网络|网不|车|会|客户|临时|出差|外出|开会|堵|路上|生病|"
    r"不舒服|迎检|培训|休|值班|手术|外勤|开|下午|上午|中午)[^,;。:?？!！]{0,14}?)?"
)
_TAIL = rf"(?:了|的|会议|会|下来?|今天|现在)*\s*+(?:{_TIME})?(?:左右|前后|以后)?\s*+[。.!~]*"


def _state(words: str) -> re.Pattern[str]:
    return re.compile(rf"{_SOFTLY}{_CAUSE}{_SOFTLY}(?P<word>{words}){_TAIL}")


_STATES = (
    ("absent", _state(
        "请[病事年产婚]?假|(?:走|脱|抽|分)不开身?|抽不出(?:身|时间)|没空来?|来不了|不来|没来人?|没人来|没派人来?|没到|没来得及来|没有来|未到|缺席|去不了|到不了|过不来|参加不了|"
        "没人[来去]?[替代顶]|无人[替代]|"
        "参会不了|不能来|不能参加|不参加|来不成|on leave|on holiday|on vacation|ooo|off(?: sick| today)?|out sick|"
        "can't make it|not coming|absent"
    )),
    ("left", _state(
        "先走一步|先走|(?<=[点半刻分时要得\\d])走|先下线|先下|先撤|先退|提前走|提前离开|提前下线|早退|离席|离会|走了|下线了|下了|退了|撤了|掉线了?|退出会议|退出了|"
        "drop(?:ped)?(?: off| out)?|left|leaves|log(?:ged)? off|下线"
    )),
    ("late", _state(
        "晚点到|晚点来|晚一点|晚点|晚到|晚些到|晚些|晚一?会儿?|晚来|迟到了?(?:[\\d一二三四五六七八九十两]+来?分钟)?|迟一?会儿?|晚(?:个)?(?:半个?小时|[\\d一二三四五六七八九十两]+来?分钟)|稍后到|稍晚|"
        "在?路上|堵车|running late|late"
    )),
    ("observer", _state("旁听|列席|只听|听会|sit(?:s|ting)? in|observer|observing")),
    ("online", _state(
        "线上|远程|连线|拨进来|拨入|语音接入|语音|视频接入|电话接入|视频|电话|接进来|接入|连进来|线上接进来|线上接入|线上参加|线上参会|远程参会|dial(?:s|ed|led|ing)?"
        "[ -]?in|remote(?:ly)?|online|on (?:zoom|teams)|腾讯会议"
    )),
    ("came", _state(
        "到场|赶到|到会|到齐|过来|赶过来|才来|进来|进会|上线|接入|参加|参会|来|到|在场|出席"
        "|参会|在|join(?:ed|s)?|dial(?:ed|led) in"
        "|arrived?|here|present"
    )),
)  # fmt: skip
_DUTIES = (
    ("host", re.compile("(?:今天|负责)*(?:主持|主持人|主持会议)")),
    ("recorder", re.compile("(?:今天|负责|来)*(?:做|写)?(?:会议)?(?:记录|纪要|记录人|记录员)")),
)
_WEAK = (
    ("absent", re.compile(
        rf"{_SOFTLY}(?:会后看(?:记录|纪要|材料)|出差|出国|外出|休假|病假|年假|事假|产假|培训|迎检|值班"
        r"|去[^,;。]{1,8}(?:开会|培训|出差|学习|检查))[^,;。]{0,4}(?:了|中)?"
    )),
    ("late", re.compile(rf"{_SOFTLY}说?是?(?:堵车|在路上|路上|堵在?[^,;。]{{1,8}})(?:了|呢)?")),
    ("present", re.compile(rf"{_SOFTLY}(?:在[^,;。]{{1,8}}|人在[^,;。]{{1,8}}|代表[^,;。]{{1,12}}|我|本人|me)")),
)  # fmt: skip
_REASON = re.compile(
    rf"{_SOFTLY}{_CAUSE}(?:[^,;。:?？!！]{{0,6}}(?:有事|开会|要忙|急事|检查组?|客户|的事|看病|接待))?"
)
SURELY_WHY = re.compile(
    "家里|家中|有[事个急会]|去|接|赶|信号|网络|网不|开[^,，]{1,8}会|孩子|身体|不舒服|要去|得去|店里|车间有|因"
)
"""How a reason begins that is nobody's name, behind somebody who is not there (家 is a surname)."""
_NO_REASON = re.compile("说|觉得|认为|问题|方案|为什么|怎么|[?？!！:]")
_LIKE_A_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[A-Za-z][A-Za-z'’-]+")
_LONGEST = 24
_NOT_YET = re.compile("马上|快|一会儿?|稍后|待会儿?|再过")
"""Before a word of being there: somebody is not yet (说马上到)."""
_NOBODY = frozenset(["没人", "无人", "没有人", "别人", "有人", "谁", "没谁"])
"""Who comes instead of nobody (没人替)."""
_FAR = 10
"""So far in a stand-in may begin (出差让小蔡替)."""


def note_of(words: Words) -> Note | None:
    """What a piece of a line says about being there; None where it says anything else."""
    words = words.strip()
    if not words or len(words.low) > _LONGEST:
        return None
    if stand_in := _stand_in(words):
        return stand_in
    if duty := next((duty for duty, shape in _DUTIES if shape.fullmatch(words.low)), None):
        return Note(duty, strong=True)
    for state, shape in _STATES:
        match = shape.fullmatch(words.low)
        if match is not None:
            why = _why(words, match)
            reason = "，".join(filter(None, ("线上", why))) if state == "online" else why
            if state == "came" and _NOT_YET.search(words.low[: match.start("word")]):
                state = "late"
            late = minutes_late(match["word"]) if state == "late" else None
            return Note(state, reason, time=clock(words.low) or "", minutes=late, strong=True)
    return _weak(words)


def _stand_in(words: Words) -> Note | None:
    """Who comes instead, perhaps behind why (出差让小蔡替)."""
    for start in range(min(len(words.low), _FAR)):
        span = proxy_at(words.low, start)
        name = words.raw[slice(*span)] if span else ""
        named = _LIKE_A_NAME.fullmatch(name) and title_of(name) != name and name not in _NOBODY
        if named and (not start or _weak(words.cut(0, start).strip())):
            return Note("absent", words.raw[:start].strip(), name, strong=not start)
    return None


def _why(words: Words, match: re.Match[str]) -> str:
    before = words.raw[: match.start("word")]
    before = re.sub(rf"{_TIME}|左右|今天|才|先|要$|也|都|说?马上|说?快$", "", before).strip()
    word = words.raw[slice(*match.span("word"))]
    if "堵" in word:
        return word
    if "假" in word or word.lower().startswith(("on ", "off", "ooo", "out")):
        return "，".join(filter(None, [before, word if len(word) < 3 else word.removeprefix("请")]))
    return before if len(before) > 1 else ""


def _weak(words: Words) -> Note | None:
    if words.low in ("我", "本人", "me"):
        return Note("present")
    for state, shape in _WEAK:
        if shape.fullmatch(words.low):
            return Note(state, words.raw.strip(), time=clock(words.low) or "")
    if _NO_REASON.search(words.low) or not _REASON.fullmatch(words.low):
        return None
    return Note("", words.raw.strip(), time=clock(words.low) or "")
