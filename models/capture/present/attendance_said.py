"""Attendance said in a sentence.

郑经理到了 · 15:20 赵经理先走 · 周总监因客户拜访缺席，王工代参会 · 郑经理（14:30到会） · 全员到齐
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from models.capture.line import Context, Words, trimmed
from models.capture.named.mentions import Mention, mentions_at
from models.capture.named.strangers import confirmed_at
from models.capture.present.attendance_notes import TIME, came, clock, noted, parts, proxy_of, timed
from models.capture.values import AttendanceLine
from models.capture.work.english_work import known_names
from models.roster import Named

_STATES = {
    ("absent", None): (
        "缺席|没来|没有来|未到(?![账货期位])|没到|未能到会|请假|请了?[病事年]假|未出席|未参会|"
        "(?:不能|无法|未能)(?:参会|参加|出席|到会)|来不了|不来了|缺会|is absent|absent|"
        "(?:can't|cannot|couldn't|could not|won't|will not) (?:make it|be here|be joining|join|attend|come)(?: today)?|"
        "isn't here|not here|not joining|(?:sends|sent) (?:his |her |their )?apologies|"
        "(?:off|out) sick|off today|out today"
    ),
    ("left", None): (
        "先走|先行离开|离席|早退|提前离会|提前离席|提前离开|提前走|先离开|先离席|先离会|离会|"
        "离开会场|离开|走了|下线(?=了)|掉线(?=了)|退出会议|left early|left|leaves|"
        "dropped (?:off|out)?(?: the call)?|is off now|gone|(?:had|has|needs) to (?:leave|go|drop(?: off)?)(?: early)?"
    ),
    ("present", "observer"): "列席",
    ("present", None): (
        "线上参会|线上参加|线上接入|线上出席|远程参会|远程接入|电话接入|电话参会|视频参会|出席|参会|到齐"
    ),
    ("late", None): "迟到|晚到|arrived late|joined late|came late|late",
    (
        "came",
        None,
    ): "到了|到会|已到|到场|刚到|赶到|赶来|来了|进场|入场|上线(?=了)|接入会议|arrived|is here|"
    "joined(?: us| the call)?|(?:dialled|dialed) in|on the call(?= now)|(?:in|here|back)(?: now"
    "|(?=,? (?:at )?\\d))|turned up|showed up",
}
_ADVERBS = (
    "(?:今天|今日|本次|现在|刚刚?|才|还|尚|已经?|也|均|都|全部|要|需|先行|临时"
    r"| ?+(?:has|had|is|was|already|running)\b)* ?"
)
_WORDS = tuple(
    (
        *state,
        re.compile(
            rf"\s*+(?:会议)?{_ADVERBS}(?P<word>{words})(?:会议|本次会议|一步)?(?:\s*+了)?"
            rf"(?:\s*+(?P<minutes>\d{{1,3}})\s*+分钟)?"
            rf"(?:\s*+,?\s*+(?:at\b|于|在)?\s*+(?P<when>{TIME.pattern}))?\s*+(?=$|[,;。.!()])"
        ),
    )
    for state, words in _STATES.items()
)
_BEGINNING = (
    "缺席|没来|没有来|未到|没到|未能|请|未|不能|无法|"
    "来不了|不来|缺会|先|离|早退|提前|走|迟到|晚到|刚到|才到|列席|线上|远程|电话"
)
_REASON = re.compile(
    r"\s*+(?:(?:因(?![公病事故])为?|由于)(?P<reason>[^,;。]{1,40}?)(?:而|,)?|(?P<short>因[公病事故][^,;。]{0,8}?|出差|生病|病假|休假|年假|事假"
    r"|外出|开会|临时有事|有事))"
    rf"(?=[\s,]*(?:今天|今日|本次|临时|要|需|先行|已)*(?:{_BEGINNING}))"
)
_INSTEAD = re.compile(
    r"\s*+(?:委托|由|请)\s*+(?P<proxy>[^,;。]{2,12}?代(?:为|替)?(?:参会|参加|出席|与会|到会))\s*+(?=$|[,;。])"
)
_SENDS = re.compile(
    r"\s*+(?:委托|委派|指派)\s*+(?P<proxy>[^,;。]{2,12}?)\s*+(?:参会|参加(?:会议)?|出席|与会|到会)\s*+(?=$|[,;。])"
)
_FOR_OTHER = re.compile(
    r"\s*+(?:代替|代|替|(?P<english>(?:is |was |will be )?"
    r"(?:deputi[sz]ing|standing in|sitting in|filling in|attending|here) for"
    r"|(?:stands|sits|fills) in for|attends for|is representing))\s*+"
)
_ATTENDS = re.compile(r"\s*+(?:参会|参加(?:会议)?|出席|到会|与会|开会)\s*+[。.]?$")
_TODAY = re.compile(r"\s*+(?:today)?\s*+\.?$")
_TIME_BEHIND = re.compile(rf"\s*+(?:于|在)?\s*+({TIME.pattern})\s*+(?:才|刚)?")
_CAME_AT = re.compile(
    rf"{TIME.pattern}\s*+(?:才|刚)?(?:到会?|到场|到达|来|进|赶到|参会|加入|arrived?)(?:了)?"
)
_REMOTE = re.compile("线上|远程|电话|视频|dialled|dialed")
_AWAY = re.compile("(?:off|out) sick")
_CAUSE = re.compile("原因|因为|因(?!此)|由于")
_USUAL_CAUSE = re.compile("出差|拜访|请假|生病|休假|客户|冲突|有事")


_ON = re.compile(rf"\s*+(?:今天|今日|本次)?(?:\(|因|由于|{_BEGINNING}|{TIME.pattern})")
_LATIN_NAME = re.compile(
    r"[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][a-z'’-]+){1,2}"
    r"(?= (?:is|has|was|had|left|arrived|joined|absent|late|dialled|dialed|dropped off)\b)"
)


def _goes_on(low: str, pos: int) -> bool:
    """Whether words of attendance may follow a name."""
    return _ON.match(low, pos) is not None


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence about attendance: its words, who is named, and the time said before the names."""

    words: Words
    found: list[Mention]
    time: str | None
    context: Context
    doubt: bool


def presence(words: Words, context: Context, doubt: bool = False) -> tuple[AttendanceLine, ...]:
    """Who came, went or stayed away; nothing where the words are not only about that, or fit several people."""
    low = words.low
    if sorry := _APOLOGIES.match(low):
        return _sent_apologies(words, sorry.end(), context, doubt)
    time = TIME.match(low)
    start = time.end() + len(low[time.end() :]) - len(low[time.end() :].lstrip(" ,")) if time else 0
    start += low.startswith("由", start)
    found = confirmed_at(words, start, context, _goes_on) or known_names(words, start, context)
    found = found or _latin(words, start)
    if not found or not all(one.certain for one in found):
        return ()
    sentence = _Sentence(words, found, clock(low[: time.end()]) if time else None, context, doubt)
    end = found[-1].end
    close = low.find(")", end) if low[end : end + 1] == "(" else -1
    return _bracketed(sentence, end, close) if close > 0 else _said(sentence, end)


_APOLOGIES = re.compile(r"(?:apologies|regrets) (?:received |were received )?from (?=\S)")


def _sent_apologies(words: Words, pos: int, context: Context, doubt: bool) -> tuple[AttendanceLine, ...]:
    """Apologies from Joan Pritchard: those are absent who are named, where nobody else is."""
    found = mentions_at(words, pos, context)
    if not found or not all(one.certain and one.person for one in found):
        return ()
    if words.low[found[-1].end :].strip(" ."):
        return ()
    return _made(_Sentence(words, found, None, context, doubt), AttendanceLine(attendance="absent"))


def _latin(words: Words, pos: int) -> list[Mention]:
    """Bob White left at 15:30: a name of two words that nobody knows."""
    name = _LATIN_NAME.match(words.raw, pos)
    return [Mention(pos, name.end(), (Named(None, name[0]),), known=False)] if name else []


def _said(sentence: _Sentence, pos: int) -> tuple[AttendanceLine, ...]:
    """What follows the names: a stand-in, a time, a reason, and the word that says it."""
    words, low = sentence.words, sentence.words.low
    if instead := _INSTEAD.match(low, pos):
        proxy = proxy_of(words.cut(*instead.span("proxy")), sentence.context)
        return _made(sentence, AttendanceLine(attendance="absent", proxy=proxy)) if proxy else ()
    if sends := _SENDS.match(low, pos):
        named = mentions_at(words, sends.start("proxy"), sentence.context)
        if len(named) == 1 and named[0].certain and named[0].person and named[0].end == sends.end("proxy"):
            return _made(sentence, AttendanceLine(attendance="absent", proxy=named[0].person))
    if (other := _FOR_OTHER.match(low, pos)) and (
        absent := mentions_at(words, other.end(), sentence.context)
    ):
        return _stands_in(sentence, absent[0], _TODAY if other["english"] else _ATTENDS)
    if time := _TIME_BEHIND.match(low, pos):
        sentence, pos = replace(sentence, time=clock(time[1]) or sentence.time), time.end()
    if sentence.time is not None and low[pos:].strip(" 。.") in ("到", "到的", "来的", "才到", "来"):
        return _made(sentence, came(AttendanceLine(), sentence.time, sentence.context))
    reason = _REASON.match(low, pos)
    why = words.raw[slice(*reason.span(reason.lastgroup or 0))] if reason else ""
    if reason:
        pos = reason.end() + len(low[reason.end() :]) - len(low[reason.end() :].lstrip(" ,"))
    for attendance, role, shape in _WORDS:
        if match := shape.match(low, pos):
            said = replace(sentence, time=clock(match["when"] or "") or sentence.time)
            return _finished(said, attendance, role, why, match)
    return ()


def _stands_in(sentence: _Sentence, absent: Mention, behind: re.Pattern[str]) -> tuple[AttendanceLine, ...]:
    """Absence of the one named second, with the first as stand-in (李经理代王总监参会)."""
    if len(sentence.found) != 1 or not absent.certain or not behind.match(sentence.words.low, absent.end):
        return ()
    proxy = sentence.found[0].person or sentence.found[0].department
    return _made(replace(sentence, found=[absent]), AttendanceLine(attendance="absent", proxy=proxy))


def _finished(
    sentence: _Sentence, attendance: str, role: str | None, why: str, match: re.Match[str]
) -> tuple[AttendanceLine, ...]:
    """What follows the word may be a stand-in, a reason or brackets; anything else makes the line something else."""
    note = trimmed(sentence.words.raw[match.end() :]).strip("()（）。. ")
    if note and not _is_note(note, attendance, sentence.context):
        return ()
    if attendance != "absent" and not any(one.person for one in sentence.found):
        return ()
    if attendance == "came":
        lines = _made(sentence, came(AttendanceLine(), sentence.time, sentence.context))
    else:
        reason = why or _reason(match)
        lines = _made(sentence, AttendanceLine(attendance=attendance, role=role, reason=reason or None))
    return tuple(noted(one, note, sentence.context)[0] for one in lines) if note else lines


def _reason(match: re.Match[str]) -> str:
    """The reason the word itself gives: 请假, 线上参会, 迟到10分钟."""
    if "假" in match["word"]:
        return (
            match["word"].removeprefix("请了").removeprefix("请") if len(match["word"]) > 2 else match["word"]
        )
    if _AWAY.fullmatch(match["word"]):
        return match["word"]
    remote = _REMOTE.search(match["word"])
    return remote[0] if remote else f"{match['minutes']}分钟" if match["minutes"] else ""


def _is_note(note: str, attendance: str, context: Context) -> bool:
    if any(proxy_of(part, context) for part in parts(note)) or _CAUSE.match(note):
        return True
    return attendance == "absent" and len(note) <= 12 and _USUAL_CAUSE.search(note) is not None


def _bracketed(sentence: _Sentence, opening: int, close: int) -> tuple[AttendanceLine, ...]:
    """郑经理（14:30到会）, 周经理（请假）, 周经理（出差）缺席: words in brackets behind the names."""
    words = sentence.words
    if words.low[close + 1 :].strip(" 。."):
        note = words.raw[opening + 1 : close]
        return tuple(noted(one, note, sentence.context)[0] for one in _said(sentence, close + 1))
    inner = words.cut(opening + 1, close)
    if (time := clock(inner.low)) and _CAME_AT.fullmatch(inner.low):
        return _made(sentence, came(AttendanceLine(), time, sentence.context))
    return _said(replace(sentence, words=inner), 0)


def _made(sentence: _Sentence, line: AttendanceLine) -> tuple[AttendanceLine, ...]:
    """Attendance lines, one for each person named, with the time said."""
    if sentence.time is not None and line.attendance == "left":
        line = replace(line, left_at=sentence.time)
    elif sentence.time is not None and line.attendance == "late":
        line = replace(line, arrived_at=sentence.time)
    lines = (
        replace(line, department=one.department, name=one.person, doubt=sentence.doubt)
        for one in sentence.found
    )
    return tuple(timed(one, sentence.context) for one in lines)
