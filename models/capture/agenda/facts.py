"""The meeting's own facts and the next meeting's time and place."""

from __future__ import annotations

import re

from models.capture.line import Context, Words, trimmed
from models.capture.values import FactLine, NextLine
from models.capture.words.lexicon import marked
from models.dates import parse_moment, parse_period
from models.names import is_called_so, is_whole_name
from models.vocabulary import scenario_in

_PLACE = re.compile(rf"(?:^|[\s,;。])(?:{marked('place')})\s*+:\s*+")
_TIME_LABEL = re.compile(rf"(?:^|(?<=[\s,;]))(?:{marked('time')})\s*+:\s*+")


def fact(field: str, words: Words, context: Context, doubt: bool = False) -> FactLine:
    """One fact; a time is read as start and end, a scenario as its value where the words name one."""
    value = words.text()
    if field == "time":
        starts_at, ends_at = parse_period(value, context.anchor.day)
        return FactLine(field=field, value=value, starts_at=starts_at, ends_at=ends_at, doubt=doubt)
    if field == "scenario":
        value = scenario_in(words.low) or value
    return FactLine(field=field, value=value, doubt=doubt)


_ROOM_NAME = re.compile(
    r"(?!.*[?？!！,，;；。不没太改换])\S{0,14}?(?:室|楼|厅|食堂|线上|礼堂|会议号|\d号?|腾讯会议|zoom|teams)"
    r"|(?:the |room |zoom |teams )[\w -]{1,20}|[\w -]{1,20} (?:room|office|canteen|hall)"
)
_OTHER_DAY = re.compile(r"[月号日周星期礼拜天明后下本]|\d/\d|[a-z]{3}")
_CLOCKS = re.compile(r"\d{1,2}(?::\d{2}|[点时])|\d\s?[ap]m\b")


def is_room(words: Words) -> bool:
    """Whether words are where a meeting can be (三楼会议室, Room 4, 线上)."""
    return _ROOM_NAME.fullmatch(words.low) is not None


def is_time_of_day(words: Words) -> bool:
    """Whether an hour is named in the words."""
    return _CLOCKS.search(words.low) is not None


def said_for_sure(field: str, words: Words) -> bool:
    """Whether words behind its label are that fact, whatever was said before: a name, a room, a time of day."""
    if field in ("host", "recorder"):
        return is_whole_name(words.raw) or is_called_so(words.raw)
    if field == "place":
        return is_room(words)
    if field != "time" or not is_time_of_day(words) or _OTHER_DAY.search(words.low):
        return False
    return _TIME_RUN.fullmatch(words.low) is not None


_FIGURE = re.compile(r"[\d一二三四五六七八九十明后]")


def is_time(words: Words) -> bool:
    """Whether words may be a meeting's time: 时间 紧 is none."""
    return _FIGURE.search(words.low[:12]) is not None


def next_meeting(words: Words, context: Context, doubt: bool = False) -> NextLine:
    """The next meeting's time and place; the words are kept whole."""
    text = words.text()
    place = _PLACE.search(words.low)
    where = _bare_place(words.raw[place.end() :]) if place else ""
    head = words.cut(0, place.start()) if place else words
    if label := _TIME_LABEL.match(head.low):
        head = head.cut(label.end())
    when = parse_moment(head.text(), context.anchor)
    if not where and when is not None:
        where = _place_behind(head)
    return NextLine(next_at=when, next_place=where or None, text=text, doubt=doubt)


_ENGLISH = (
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{3,6})?|(?:mon|tues?|wed(?:nes)?"
    r"|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|next|tomorrow|week|noon|at|on|in|[ap]m|st|nd|rd|th"
)
_MOMENT = re.compile(
    r"(?:[\d一二两三四五六七八九十下本周星期礼拜年月日号天:点时半分上中下午早晚明后/.()\s~至到—–-]"
    rf"|(?<![a-z])(?:{_ENGLISH})(?![a-z]))+(?=$|[\s,;,，]|在|于)[\s,;，]*(?:在|于)?\s*+(?P<place>.*)$"
)


def _place_behind(head: Words) -> str:
    """下次会议：12月9日14:00 二号楼205: what stands behind the time, separated."""
    match = _MOMENT.match(head.low)
    return "" if match is None else _bare_place(head.raw[match.start("place") : match.end("place")])


_PLACE_WORD = re.compile(
    rf"(?:(?:the )?(?:{marked('place')}))\s*(?:是|在|为|定在|is|:|：)?\s*", re.IGNORECASE
)
_NO_PLACE = re.compile(
    "另定|待定|另行通知|再定|再说|不变|tbc|tbd|to be (?:confirmed|decided|announced)", re.IGNORECASE
)


def _bare_place(raw: str) -> str:
    """The place alone: without its label and full stop; nothing where it is still open (地点另定)."""
    said = trimmed(raw).rstrip("。.")
    label = _PLACE_WORD.match(said)
    said = trimmed(said[label.end() :]) if label else said
    return "" if _NO_PLACE.fullmatch(said) else said


_NEXT = re.compile(
    rf"(?:那|好|ok)?[\s,，]*(?:下[次回]|下一次)(?:的)?(?:会议?|例会|周会|月会|碰头会?|开会)(?:的)?(?:{marked('time')}|安排)?"
    r"(?:(?:就|还|也|暂|先)*(?:定|是|为|改|放|约))*(?=在|到|于|地|[\s,，:：]|\d|[一二三四五六七八九十下本周明后])"
)
_HELD_AT = re.compile(
    rf"(?:(?:就|还是?|也|仍|改|定)*(?:在|到|于)|(?:{marked('place')})(?:是|在|为|定在|:)?|(?=\S*(?:室|楼|厅|食堂|线上|礼堂|\d号?)$))\s*"
    r"(?P<place>\S{2,16}?)(?:开会?|碰头?|举行|召开|见)?"
)
_WHEN = re.compile(rf"(?:(?:{marked('time')})(?:是|为|定在|:)?|在|到|于)?\s*(?P<when>\S.*)")
_NEXT_PIECE = re.compile(r"[,，;；。\s()（）]+")


def next_said(words: Words, context: Context, doubt: bool = False) -> NextLine | None:
    """The next meeting in a sentence that says nothing but when and where (下次会议在二号楼开，12月9日14:00)."""
    head = _NEXT.match(words.low)
    if head is None:
        return None
    times: list[str] = []
    places: list[str] = []
    for piece in filter(None, _NEXT_PIECE.split(words.low[head.end() :])):
        run = _moment_at(piece)
        times += [piece[slice(*run)]] if run else []
        rest = piece[run[1] :] if run else piece
        held = _HELD_AT.fullmatch(rest) if rest else None
        if rest and held is None:
            return None
        places += [_bare_place(held["place"])] if held else []
    when = parse_moment(" ".join(times), context.anchor) if times else None
    if len(places) > 1 or when is None:
        return None
    where = places[0] if places else ""
    return NextLine(next_at=when, next_place=where or None, text=words.text(), doubt=doubt)


def _moment_at(piece: str) -> tuple[int, int] | None:
    """Where a time stands at the beginning of a piece, behind what only leads to it."""
    match = _WHEN.match(piece)
    run = _TIME_RUN.match(piece, match.start("when")) if match else None
    if run is None or not re.search(r"[\d一二两三四五六七八九十天]", run[0]):
        return None
    rest = piece[run.end() :]
    # 14:00二号楼205: a numeral behind the time begins the place.
    glued = _NUMERALS.search(run[0]) if rest else None
    if rest.startswith(_OF_A_HOUSE) and glued is None:
        return None
    return run.start(), run.end() - (len(glued[0]) if glued else 0)


_NUMERALS = re.compile(r"(?<=[\d点分半])[一二三四五六七八九十]号?$")
_OF_A_HOUSE = tuple("楼厅室馆层")


_AGAIN = re.compile(
    r"(?:那|行|好|ok)?[\s,，]*+(?:下[次回]|下一次|next(?: one| time)?)(?:会议?|例会|碰头会?|开会|我们|大家|就"
    r"|再|还是|还|定在?|放在?|约在?|:)*\s*+"
)
_MEETS = (
    r"(?:再|还是|还|继续|接着|准时|都|老)*+(?:碰一?下?|碰头|碰面|碰个头|开会?|见|聚|聚一下|过|来|对一下"
    r"|same time)?(?:吧|了)?"
)
_ROOM = (
    r"(?:(?:还|仍|也)?(?:是|在|就在|还是在?)?\s*+(?P<place>(?:这|那|老|同一?)[^,，;；。\s]{1,8}"
    r"|[^,，;；。]{0,14}?(?:会议室|室|楼|厅|线上|会议|zoom|teams|食堂|\b(?:room|place|canteen|office|online))))?"
)
_BEHIND = re.compile(
    rf"[\s,，]*+{_MEETS}[\s,，]*+{_ROOM}[\s,，]*+{_MEETS}(?:[,，;；\s]\s*+(?:(?:专门|主要|重点|继续|再"
    rf"|接着)*(?:看|过|聊|说|评|议|讨论)\S.*))?[。.!！]?"
)
_SAME_TIME = re.compile(r"(?=\S{0,8}(?:同一时间|老时间|这个时间|这个点|\d{1,2}\s*+[点:]))")
_AGAIN_LAST = re.compile(
    r"\s*+(?:继续|接着)(?:吧)?\s*+[。.!！]?|\s*+(?:再|接着|继续|还)+(?:碰|碰头|碰一下|碰一次|开|开会|聚"
    r"|过一遍)(?:吧)?\s*+[。.!！]?"
)
_TIME_RUN = re.compile(
    r"(?:[\d一二两三四五六七八九十下本周星期礼拜月日号天:点时半刻分上中下午早晚明后大/.\s~至到—–-]|同一时间"
    r"|老时间|[ap]m|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    r"|\b(?:on|at|the)\b|(?<=\d)(?:st|nd|rd|th))+"
)


def met_again(words: Words, context: Context, doubt: bool = False) -> NextLine | None:
    """The next meeting in a sentence without marker (下次28号下午2点还是这间, 下周二同一时间再碰); None for others."""
    again = _AGAIN.match(words.low)
    start = again.end() if again else 0
    run = _TIME_RUN.match(words.low, start)
    if run is None or (again is None and not _SAME_TIME.match(words.low)):
        return None
    when = parse_moment(_clocked(run[0].strip().replace("老时间", "同一时间")), context.anchor)
    same = "还" in words.low[run.end() :]
    behind = (_BEHIND if again or same else _AGAIN_LAST).fullmatch(words.low, run.end())
    if when is None or behind is None:
        return None
    place = behind.groupdict().get("place") or ""
    where = trimmed(words.raw[slice(*behind.span("place"))]) if place else ""
    return NextLine(next_at=when, next_place=where or None, text=words.text(), doubt=doubt)


def _clocked(said: str) -> str:
    """The words with an English 9.30 as 9:30."""
    return re.sub(r"(?<![\d.])(\d{1,2})\.([0-5]\d)(?![\d.])", r"\1:\2", said) if said.isascii() else said


def is_moment(words: Words) -> bool:
    """Whether words are a time and at most a place behind it (12月9日14:00 二号楼205), and not 周五前交材料."""
    return _MOMENT.match(words.low) is not None
