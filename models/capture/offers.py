"""What can be offered to complete a line with: markers, departments and people, dues, words of the agenda."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from models.capture.line import Context
from models.capture.words import lexicon
from models.capture.words.lexicon import Label, Marker, Outcome
from models.dates import resolve
from models.i18n import _, current
from models.roster import Named
from models.text import fold_lower
from models.vocabulary import presence_label, weekday_name

MARKERS = tuple(row for row in lexicon.MARKERS if row.group != "fact")
FACT_MARKERS = tuple(row for row in lexicon.MARKERS if row.group == "fact")


class WholeLine(NamedTuple):
    """A whole line that can be offered, and what it can be typed by."""

    zh: tuple[str, ...]
    en: tuple[str, ...]
    typed: tuple[str, ...]


WHOLE_LINES = (
    WholeLine(("休息10分钟",), ("break",), ("xx", "xiuxi")),
    WholeLine(("继续",), ("resume",), ("jx", "jixu")),
    WholeLine(("散会",), ("adjourn",), ("sh", "sanhui")),
    WholeLine(("其他部门无意见",), ("others",), ("qt", "qita")),
)
DUES: dict[str, tuple[str, ...]] = {
    "本周五前": ("bzw", "bzwq", "benzhouwu", "zw", "friday"),
    "下周三前": ("xzs", "xzsq", "xiazhousan"),
    "下周五前": ("xzw", "xzwq", "xiazhouwu", "next friday"),
    "本月底前": ("byd", "bydq", "benyuedi", "yd", "end of month"),
    "下周一前": ("xzy", "xzyq", "xiazhouyi"),
    "明天": ("mt", "mingtian", "tomorrow"),
    "本周内": ("bzn", "benzhounei"),
    "下周内": ("xzn", "xiazhounei"),
    "3个工作日内": ("3", "ggz", "sgzr", "working days"),
    "5个工作日内": ("5", "wgzr"),
    "24小时内": ("2", "24", "xs"),
    "48小时内": ("4", "48"),
    "一周内": ("yz", "yizhou"),
    "两周内": ("lz", "liangzhou"),
    "下月底前": ("xyd", "xydq", "xiayuedi"),
    "本季度末": ("bjd", "benjidu", "jd"),
    "年底前": ("nd", "ndq", "niandi"),
    "国庆节前": ("gq", "gqjq", "guoqing"),
    "下次例会前": ("xclh", "xiacilihui"),
    "待定": ("dd", "daiding", "tbd"),
}


Row = Marker | Label | Outcome | WholeLine


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be put in, how it is shown, and a hint beside it; a lower rank comes first."""

    text: str
    label: str
    hint: str = ""
    rank: tuple[int, ...] = ()


def fit(typed: str, word: str, codes: tuple[str, ...]) -> int | None:
    """How well what is typed fits: 0 the word begins so, 1 a spelling, 2 it is inside, 3 letters in order; or None."""
    if not typed:
        return 0
    low = fold_lower(word)
    if low.startswith(typed):
        return 0
    if any(code.startswith(typed) for code in codes):
        return 1
    if typed in low and (len(typed) > 1 or not typed.isascii()):
        return 2
    if typed.isascii() and len(typed) > 1 and any(_in_order(typed, code) for code in codes):
        return 3
    return None


def _in_order(letters: str, code: str) -> bool:
    rest = iter(code)
    return letters[0] == code[:1] and all(letter in rest for letter in letters)


def words(typed: str, rows: Iterable[Row], closing: str, group: int = 0) -> Iterator[Offer]:
    """The words of a table that fit, those of a lower group first; in English by their English names."""
    english = current() == "en"
    for place, row in enumerate(rows):
        word, translated = row.zh[0], row.en[0]
        fits = fit(typed, word, (*row.typed, translated))
        if fits is None:
            continue
        name = translated if english and closing else word
        mark = ": " if name.isascii() else closing
        yield Offer(name + mark, name, translated if name == word else word, (fits, group, place))


_PRESENCE = {"present": 0, "late": 0, "unknown": 1, "left": 2, "absent": 3}


def people(typed: str, context: Context, departments: bool = True) -> Iterator[Offer]:
    """People, and departments if wanted, by name, spelling or number; who spoke last and who is here first."""
    roster = context.roster
    listed = (*(roster.departments if departments else ()), *roster.people)
    for place, who in enumerate(listed):
        fits = _fits(typed, who)
        if fits is None:
            continue
        state = _PRESENCE.get(who.attendance, 1) if who.person else 0
        rank = (fits, _recency(who, context), state, place)
        hint = " ".join(filter(None, (who.number, presence_label(who.attendance) if state in (2, 3) else "")))
        name = _written(who, context)
        yield Offer(_begun(typed, who, name), who.label, hint, rank)
    # The rest of the company only for what is typed: nobody looks through all of it.
    for place, who in enumerate(roster.outside if typed and not typed[0].isdigit() else ()):
        fits = _fits(typed, who) if departments or who.person else None
        if fits is not None:
            rank = (fits, len(context.spoke) + 1, len(_PRESENCE), place)
            yield Offer(who.label, who.label, _("not on the list yet"), rank)


def _begun(typed: str, who: Named, name: str) -> str:
    """The name, or the label where only that goes on from what is typed."""
    begun = typed and not name.lower().startswith(typed) and who.label.lower().startswith(typed)
    return who.label if begun else name


def _fits(typed: str, who: Named) -> int | None:
    if typed and typed[0].isdigit():
        return 0 if who.number == typed else 1 if who.number.startswith(typed) else None
    found = [fit(typed, name, who.codes) for name in (who.person or who.department or "", who.label) if name]
    return min((one for one in found if one is not None), default=None)


def _recency(who: Named, context: Context) -> int:
    """How many others spoke since; those who have not spoken come after all who have."""
    said = (who.department, who.person) if who.person else None
    for place, (department, person) in enumerate(context.spoke):
        if (department, person) == said or (said is None and department == who.department):
            return place
    return len(context.spoke)


def _written(who: Named, context: Context) -> str:
    """The shortest way to write the name that fits nobody else."""
    name = who.person or who.department or ""
    return name if len(context.roster.resolve(name).who) == 1 else who.label


_DAY = re.compile(r"(\d{1,2})[./月-](\d{1,2})?(?:[日号])?$")


def dues(typed: str, context: Context) -> Iterator[Offer]:
    """Dues by their words, spelling or first figure, each with the day it means."""
    found = [(word, fit(typed, word, codes), place) for place, (word, codes) in enumerate(DUES.items())]
    if figure := re.fullmatch(r"\d{1,2}", typed):
        found.append((f"{int(figure[0])}日前", 1, len(found)))
    elif (day := _DAY.fullmatch(typed)) and day[2]:
        found.append((f"{int(day[1])}月{int(day[2])}日前", 0, 0))
    elif day:
        found.append((f"{int(day[1])}月底前", 0, 0))
    for word, fits, place in found:
        if fits is None:
            continue
        due = resolve(word, context.anchor, context.calendar)
        if due.date is None and "待定" not in word and "例会" not in word:
            continue
        yield Offer(word, word, _when(due.date), (fits, place))


def _when(iso: str | None) -> str:
    if iso is None:
        return ""
    day = dt.date.fromisoformat(iso[:10])
    return f"{iso[5:10]} {weekday_name(day)}"


_PARTS = re.compile(r"[与和及的、，,；;（）()\s：:/“”\"]+")


def titles(typed: str, context: Context) -> Iterator[Offer]:
    """The agenda's topics."""
    for place, (number, title) in enumerate(context.topics):
        fits = fit(typed, title, (number, *context.spellings.get(title, ())))
        if fits is not None and title:
            yield Offer(title, title, number, (fits, place))


def agenda_words(typed: str, context: Context) -> Iterator[Offer]:
    """Words of the agenda's titles, and of its topics' departments by their title."""
    if len(typed) < 2:
        return
    seen = set()
    for place, (number, title) in enumerate(context.topics):
        if typed.isascii() and any(code.startswith(typed) for code in context.spellings.get(title, ())):
            yield Offer(title, title, number, (1, place, len(title)))
        for word in (*_PARTS.split(title), title):
            if len(word) > len(typed) and fold_lower(word).startswith(typed) and word not in seen:
                seen.add(word)
                yield Offer(word, word, number, (0, place, len(word)))
