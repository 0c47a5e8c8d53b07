"""What a correction in everyday words replaces: 打错了 2341笔 · 是滨江不是城南 · 上面126个更正为162个."""

from __future__ import annotations

import re

from models.capture.line import Context, Words, Written
from models.capture.values import ChangeLine, ReplacementLine
from models.name_words import ANY_NICKNAME

_LATEST = 6
"""So many entries back a correction without a number may reach."""
_INSTEAD = re.compile(
    r"(?:^|.*?(?:应该?是|应为|说的是|是|为|:|,))\s*+(?P<new>[^,，。;；是为]+?)\s*+[,，]?\s*+(?:而)?(?:不是|非|没有)\s*+(?P<old>[^,，。;；]+?)\s*+[。.!！]?$"
)
_INSTEAD_LATER = re.compile(
    r"(?:^|.*?[,，])\s*+(?:不是|非)\s*+(?P<old>[^,，。;；是]+?)\s*+[,，]?\s*+(?:而|应该?)?是\s*+(?P<new>[^,，。;；]+?)\s*+[。.!！]?$"
)
_NEW = re.compile(r"(?:应该?是|应为|要写|改成|改为|是)?\s*+(?P<new>[^\s,，。;；]{1,12})\s*+[。.!！]?$")
_NUMBER = re.compile(r"(?P<figure>\d+(?:[.,]\d+)?)\s*+(?P<unit>[^\d\s,，。;；]{0,4})")


def other_words(said: Words, context: Context) -> ReplacementLine | None:
    """The words that are replaced, where it is certain which: named, or the only ones of their kind in a late entry."""
    for shape in (_INSTEAD, _INSTEAD_LATER):
        if match := shape.match(said.low):
            old, new = (said.raw[slice(*match.span(part))].strip() for part in ("old", "new"))
            return _replaced(old, new, context)
    match = _NEW.match(said.low)
    return _alike(said.raw[slice(*match.span("new"))], context) if match else None


def _late(context: Context) -> tuple[Written, ...]:
    return tuple(one for one in context.written()[:_LATEST] if one.text)


def _replaced(old: str, new: str, context: Context) -> ReplacementLine | None:
    """The latest entry with the old words, whole numbers only; a unit said once counts for both."""
    figure, wanted = _NUMBER.fullmatch(old), _NUMBER.fullmatch(new)
    if figure and wanted and not figure["unit"]:
        new = wanted["figure"]
    found = latest_with(old, context)
    return made(found[1], new, found[0]) if found else None


def latest_with(old: str, context: Context) -> tuple[Written, re.Match[str]] | None:
    """The latest entry that holds words, a figure whole, and where; None where it holds them twice."""
    for entry in _late(context):
        places = list(re.finditer(_whole(old), entry.text, re.IGNORECASE))
        if places:
            return (entry, places[0]) if len(places) == 1 else None
    return None


def _whole(old: str) -> str:
    """The words as a pattern that finds a figure only where it is whole."""
    before = r"(?<![\d.])" if old[:1].isdigit() else ""
    return before + re.escape(old) + (r"(?![\d]|\.\d)" if old[-1:].isdigit() else "")


def made(place: re.Match[str], new: str, entry: Written) -> ReplacementLine | None:
    """One place of an entry replaced."""
    preview = entry.text[: place.start()] + new + entry.text[place.end() :]
    if preview == entry.text:
        return None
    return ReplacementLine(old=place[0], new=new, found_in=entry.id, preview=preview)


def _alike(new: str, context: Context) -> ReplacementLine | None:
    """What a new value alone takes the place of: the only number of its unit, or the only word like it."""
    figure = _NUMBER.fullmatch(new)
    for entry in _late(context):
        found = _numbers(figure, entry) if figure else _words_like(new, entry)
        if len(found) == 1:
            places = list(re.finditer(_whole(found[0]), entry.text))
            return made(places[0], new, entry) if len(places) == 1 else None
        if found:
            return None
    return None


def _numbers(figure: re.Match[str], entry: Written) -> list[str]:
    """The numbers of an entry with the same unit, without a unit all; of several those as long as the new one."""
    unit = figure["unit"]
    shape = re.compile(rf"(?<![\d.])\d+(?:[.,]\d+)?\s*+{re.escape(unit)}" + ("" if unit else r"(?![\d.])"))
    found = list(dict.fromkeys(match[0] for match in shape.finditer(entry.text)))
    long = [one for one in found if len(one) == len(figure[0])]
    return long if len(found) > 1 and len(long) == 1 else found


_NICKNAME = re.compile(ANY_NICKNAME)


def _words_like(new: str, entry: Written) -> list[str]:
    """The nicknames of an entry, where the new value is one (是小肖)."""
    if not _NICKNAME.fullmatch(new):
        return []
    return [
        one
        for one in dict.fromkeys(re.findall(rf"{new[0]}[\u3400-\u9fff](?!于|的|时|组|区)", entry.text))
        if one != new
    ]


_ANEW = re.compile(
    r"(?P<lead>更正|订正|改正|勘误)?(?:一下)?\s*+[,:]?\s*+(?:刚才|刚刚|上面|前面|上文|纪要里|上一?条)?(?P<late>(?<=[才刚面文里条])|)\s*+(?:那个|说的|写的|记的|的|里的?|里面的?)*"
    r"(?P<old>[^,;。:]{1,16}?)\s*+(?:要|得)?(?P<verb>更正为|更正成|订正为|改正为|应该?是|应为|应该为|改为|改成|不是)\s*+(?P<new>[^,;。:]{1,16}?)\s*+[。.!！]?$"
)


_LATE_NOT = re.compile(
    r"(?:刚才|刚刚|上面|前面)[^,，。;；]{0,16}?(?:不是|非)\s*+(?P<old>[^,，。;；]{1,12}?)\s*+[,，]\s*+(?:而|应该?)?是"
    r"\s*+(?P<new>[^,，。;；]{1,12}?)\s*+[。.!！]?"
)
"""刚才财务那个数不是8万，是6万: of what was typed before, and nothing anybody says of a thing."""


_SAID_WRONG = re.compile(
    r"(?:刚才|刚刚|上面|前面)?(?:那个|说的|写的|记的|的)*(?P<old>[^,，。;；]{1,12}?)(?:说|写|记|打|搞|弄)错了?"
    r"\s*+[,，]\s*+(?:应该?)?是\s*+(?P<new>[^,，。;；]{1,12}?)\s*+[。.!！]?"
)
"""前面8万6说错了，是8万9"""


def in_words(words: Words, context: Context) -> ReplacementLine | ChangeLine | None:
    """Old words and new ones of what was typed before (上面126个更正为162个 · 更正 刚才东区应该是西区)."""
    if told := _LATE_NOT.fullmatch(words.low) or _SAID_WRONG.fullmatch(words.low):
        old, new = (words.raw[slice(*told.span(part))].strip() for part in ("old", "new"))
        return _replaced(old, new, context) or ChangeLine(target="", text=words.text(), missing=("target",))
    match = _ANEW.match(words.low)
    if match is None or not (
        match["lead"] or match["late"] or match["verb"].startswith(("更正", "订正", "改正"))
    ):
        return None
    late = bool(match["lead"]) or match["verb"].startswith(("更正", "订正", "改正"))
    old, new = (words.raw[slice(*match.span(part))].strip() for part in ("old", "new"))
    if match["verb"] == "不是":
        old, new = new, old
    found = _replaced(old, new, context)
    if found is not None or not late:
        return found
    return ChangeLine(target="", text=words.text(), missing=("target",))
