"""Markers and phrases a clause can open with (议题：… # … 会议决定，…), and the numbered list behind one.

A Chinese marker is followed by a colon, a number or a space; an English one needs its colon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.capture.line import Words
from models.capture.words.lexicon import COLLECTIVES, MARKERS, either

_NONE = r"无(?:争议|分歧|异议|共识|缺席)?|没有|未有|均无|none|nil|no"
NOTHING = re.compile(rf"(?:{_NONE}|暂无(?:共识|争议|分歧)?|[-—–]+|/|n/?a)[。.!]?")
"""What behind a marker or label says nothing: that there is none, or a stroke in an empty place."""
NONE = re.compile(rf"(?:{_NONE})[。.!]?")
"""What behind a marker or label says that there is none; a stroke or 暂无 does not."""

_FAMILY = {word: row.family for row in MARKERS for word in (*row.zh, *row.en)}
NUMERALS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九十")}
_NUMBER = r"(?:[(]?(?P<number>\d{1,2}(?:\.\d{1,2})?(?!\d)|[一二三四五六七八九十]{1,3})[)]?)"
_CHINESE = re.compile(
    rf"(?P<open>【|\[)?(?P<word>{either(word for row in MARKERS for word in row.zh)})(?(open)[】\]]|)"
    rf"\s{{0,9}}{_NUMBER}?(?P<end>\s{{0,9}}:|(?(open)|(?(number)(?:[、.](?!\d)|\s)|\s)))"
)
_ENGLISH = re.compile(
    rf"(?P<word>{either(word for row in MARKERS for word in row.en)})\s*+#?(?P<number>\d{{1,2}})?\s*+(?P<end>:)"
)
_HASH = re.compile(r"#{1,3}\s*+(?=[^\s\d#])|#{1,3}\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Opening:
    """A marker or phrase at the beginning of a clause; the clause's content begins at `end`."""

    family: str
    end: int
    number: str | None = None
    word: str = ""
    colon: bool = True
    """Whether a colon, bracket or list sign follows, not just a space."""
    marks: bool = True
    """Whether it is a marker, and no phrase."""


def marker_at(words: Words) -> Opening | None:
    """The marker the words begin with, if they do."""
    low = words.low
    if low.startswith("#"):
        hashes = _HASH.match(low)
        return None if hashes is None else Opening("topic", hashes.end())
    match = _CHINESE.match(low) or _ENGLISH.match(low)
    if match is None:
        return None
    colon = not match["end"].isspace()
    return Opening(_FAMILY[match["word"]], match.end(), numeral(match["number"]), match["word"], colon)


def numeral(text: str | None) -> str | None:
    """A number in figures: 二 is 2, 十二 is 12; None stays None."""
    if text is None or text[0].isdigit():
        return text
    tens, ten, units = text.rpartition("十")
    if not ten:
        return str(NUMERALS[text[-1]])
    return str((NUMERALS.get(tens, 1) if tens else 1) * 10 + (NUMERALS[units] if units else 0))


_SUBJECT = f"(?:{either(COLLECTIVES)})"
_OPENERS = (
    (
        "consensus",
        re.compile(
            rf"{_SUBJECT}?(?:一致|均|共同)?(?:一致认为|一致确认|达成一致|达成共识)(?!的)(?:意见)?[,:\s]+|{_SUBJECT}(?:一致认为|一致确认)(?!的)|各方(?:一致)?(?:确认|认可)[,:\s]"
        ),
    ),
    (
        "resolution",
        re.compile(
            r"(?:本次|此次)?会议(?:一致|最终|原则上?|经讨论|讨论)?(?:决定|要求|同意|议定|明确|批准|通过)(?!的|事项|书|权|率|性|了[^,]{0,6}问题|[较很太]|比较|多(?!方|部门)|低(?!于)|高(?!质|标|效|度|于)|不(?:高|多|严|明))[,:\s]*"
        ),
    ),
    (
        "resolution",
        re.compile(
            r"(?!.*[?？吗]\s*$)(?:定了(?:\s*[,:]\s*|\s+)|(?:最后|最终)(?:决定|定了|定下来)(?!权|的|书|因素|性|[没呢])[,:\s]*"
            r"|(?:so )?(?:decided|agreed)\s+[-–—]+\s+)(?=\S)"
        ),
    ),
    ("point", re.compile(r"(?:本次|此次)?会议(?:强调|指出|认为|听取了?|讨论了?|回顾了?)(?!的)[,:\s]*")),
    (
        "deferred",
        re.compile(
            r"(?:[双各多]方)?(?:暂?未能?达成(?:共识|一致(?:意见)?)|没谈拢|没有?谈成|谈不拢|没谈妥|未谈拢|没有?达成(?:共识|一致(?:意见)?))[,:;\s。]"
        ),
    ),
    ("dispute", re.compile(r"\((?:存在|有)(?:争议|分歧)\)\s*+[,:]?\s*+")),
    (
        "next",
        re.compile(
            r"下次(?:会议?|例会|开会)(?:的?(?:召开)?时间)?(?:初步|暂)?(?:定[于在]|安排[于在]|为|是|在|于)?\s*+"
            r"(?=\d|下下?周|本周|周[一二三四五六日]|星期|下个?月|明[天日]|后天)"
            r"|(?:the |our )?next (?:meeting|mtg|session|call)(?: will be| is)?(?: on| at)? "
            r"(?=(?:mon|tue|wed|thu|fri|sat|sun)|\d|next |tomorrow)"
        ),
    ),
)
_KEEPS_WORDS = re.compile(r"(?:原则上?)?(?:同意|批准|通过|要求)\Z")


def opener_at(words: Words) -> Opening | None:
    """The phrase the words begin with that announces a kind without a marker (会议决定，… 未达成共识，…)."""
    for family, shape in _OPENERS:
        match = shape.match(words.low)
        if match is not None:
            end = match.end()
            if family == "point" and not match[0].rstrip().endswith((",", ":")):
                end = 0
            if family == "resolution" and (kept := _KEEPS_WORDS.search(match[0])):
                # 会议同意采购部… without a comma: 同意 is part of what was decided.
                end = kept.start()
            return Opening(family, end, marks=False)
    return None


_ITEM = re.compile(
    r"(?:^|(?<=[;。,、\s:.]))[(]?(?P<figure>\d{1,2})(?:[、.)]|\s(?=[^\d\s]))(?!\d)\s*+|(?P<circle>[①②③④⑤⑥⑦⑧⑨⑩])\s*+|(?:^|(?<=[;。,\s]))(?P<nth>[一二三四五六七八九])是\s*+"
)
_CIRCLES = {circle: number for number, circle in enumerate("①②③④⑤⑥⑦⑧⑨⑩", 1)}
_NUMERALS = {numeral: number for number, numeral in enumerate("一二三四五六七八九", 1)}


def listed(words: Words) -> list[Words]:
    """The items of a numbered list, if it begins with 1 and goes on to 2; else the words as they are."""
    starts: list[tuple[int, int]] = []
    style = ""
    for match in _ITEM.finditer(words.low):
        number = _figure(match)
        if number == len(starts) + 1 and (not style or style == match.lastgroup):
            style = match.lastgroup or ""
            starts.append(match.span())
    if len(starts) < 2 or words.cut(0, starts[0][0]).text():
        return [words]
    ends = [start for start, _ in starts[1:]] + [len(words.low)]
    items = [words.cut(begin, end) for (_, begin), end in zip(starts, ends, strict=True)]
    return [Words.of(item.text()) for item in items if item.text()]


def _figure(match: re.Match[str]) -> int:
    if match["figure"]:
        return int(match["figure"])
    return _CIRCLES[match["circle"]] if match["circle"] else _NUMERALS[match["nth"]]


def items_of(marker: Opening, content: Words) -> list[Words]:
    """The items of a marker's list, also where the marker took the 1 for its own number (决议1.…；2.…)."""
    if marker.number == "1":
        again = listed(Words("1、" + content.raw, "1、" + content.low))
        if len(again) > 1:
            return again
    return listed(content)
