"""How each language writes dates and joins words: grammar, which is not for a translator's catalogue."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

_WEEKDAYS_ZH = "一二三四五六日"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FIGURES = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The joints of a language."""

    chinese: bool
    comma: str
    clause: str
    colon: str
    opening: str
    closing: str
    stop: str
    gap: str
    """Between two facts on one line."""
    dash: str
    """Between two times."""

    def day(self, day: dt.date) -> str:
        """2026年9月25日 · 25 Sep 2026."""
        if self.chinese:
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

    def month_day(self, day: dt.date) -> str:
        """9月25日 · 25 Sep."""
        return f"{day.month}月{day.day}日" if self.chinese else f"{day.day} {_MONTHS[day.month - 1]}"

    def weekday(self, day: dt.date) -> str:
        """周三 · Wednesday."""
        return "周" + _WEEKDAYS_ZH[day.weekday()] if self.chinese else _WEEKDAYS[day.weekday()]

    def moment(self, value: str) -> str:
        """A stored date or time as it is printed; one that cannot be read stands as it is."""
        when = parsed(value)
        if when is None:
            return value
        if "T" not in value:
            return self.day(when)
        return f"{self.day(when)}{'' if self.chinese else ', '}{when:%H:%M}"

    def by(self, value: str) -> str:
        """2026年9月25日前 · by 25 Sep 2026."""
        return f"{self.moment(value)}前" if self.chinese else f"by {self.moment(value)}"

    def since(self, value: str) -> str:
        """2026年10月1日起 · from 1 Oct 2026."""
        return f"{self.moment(value)}起" if self.chinese else f"from {self.moment(value)}"

    def span(self, starts_at: str, ends_at: str | None) -> str:
        """The meeting's time: 2026年9月16日（周三）14:00—16:00, both days where it ends on another."""
        start, end = parsed(starts_at), parsed(ends_at or "")
        if start is None:
            return starts_at
        clock = f"{start:%H:%M}" if "T" in starts_at else ""
        if self.chinese:
            text = f"{self.day(start)}（{self.weekday(start)}）{clock}"
        else:
            text = f"{self.weekday(start)}, {self.day(start)}" + (f", {clock}" if clock else "")
        if end is None or not clock:
            return text
        other_day = "" if end.date() == start.date() else self.day(end) + ("" if self.chinese else ", ")
        return f"{text}{self.dash}{other_day}{end:%H:%M}"

    def stance(self, holders: str, stance: str) -> str:
        """市场部、研发部反对 · Oppose: Marketing, R&D."""
        return holders + stance if self.chinese else f"{stance.capitalize()}: {holders}"

    def bracket(self, text: str) -> str:
        """The text in brackets."""
        return f"{self.opening}{text}{self.closing}"

    def ordinal(self, n: int) -> str:
        """What stands before the heading of a section: 一、 or 1."""
        if not self.chinese:
            return f"{n}. "
        tens, ones = divmod(n, 10)
        return ("十" if tens else "") + (_FIGURES[ones] if ones or not tens else "") + "、"


ZH = Phrases(True, "、", "；", "：", "（", "）", "。", "\u3000\u3000", "—")
EN = Phrases(False, ", ", "; ", ": ", " (", ")", ".", "    ", "–")


def phrases(language: str) -> Phrases:
    """The joints of this language."""
    return ZH if language.startswith("zh") else EN


def parsed(value: str) -> dt.datetime | None:
    """A stored date or time, or None where it is none."""
    try:
        return dt.datetime.fromisoformat(value[:16])
    except ValueError:
        return None
