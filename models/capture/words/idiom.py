"""How lines are written in each language: markers, labels, stances and the signs between them."""

from __future__ import annotations

from dataclasses import dataclass

from models.capture.values import Parsed
from models.capture.words.lexicon import LABEL, LABELS, MARKER, STANCES, Label, Marker


@dataclass(frozen=True, slots=True)
class Idiom:
    """The words and signs of one language in which lines are written."""

    chinese: bool
    colon: str
    clause: str
    comma: str
    opening: str
    closing: str
    doubt: str = "??"

    def words(self, chinese: str, english: str) -> str:
        """The one of two that belongs to the language."""
        return chinese if self.chinese else english

    def marker(self, family: str) -> str:
        """The word that announces a kind of line."""
        return self._first(MARKER[family])

    def marked(self, family: str, text: str, number: str = "") -> str:
        """A line with its marker, perhaps numbered: 共识2：…, consensus 2: …"""
        gap = " " if number and not self.chinese else ""
        return f"{self.marker(family)}{gap}{number}{self.colon}{text}".rstrip(" ")

    def labelled(self, label: str, text: str) -> str:
        """A clause with its label: 负责人：…, owner: …"""
        return self._first(LABEL[label]) + self.colon + text

    def remarks(self, item: Parsed) -> list[tuple[str, str]]:
        """What a value says beside its own words, each text with the label behind which a line says it."""
        found = ((row, getattr(item, row.field, "")) for row in LABELS if row.takes == "text")
        return [(self._first(row), text) for row, text in found if text]

    def stance(self, stance: str) -> str:
        """The word for a stance, as it stands behind a speaker's name; nothing for none."""
        words = (row.word for row in STANCES if row.stance == stance and row.word.isascii() != self.chinese)
        found = next(words, "")
        return f" {found}" if found and not self.chinese else found

    def _first(self, row: Marker | Label) -> str:
        return (row.zh if self.chinese else row.en)[0]

    def bracket(self, text: str) -> str:
        """The text in brackets."""
        return f"{self.opening}{text}{self.closing}"

    def minutes(self, count: int) -> str:
        """How long a topic may take, as it stands behind its title."""
        return self.words(f"（{count}分钟）", f" ({count} min)")

    def into_topic(self, number: str) -> str:
        """What stands before an entry for another topic: 1.1补："""
        return number + self.words("补", " add") + self.colon

    def back_to(self, number: str) -> str:
        """The line that makes a topic live again: 回到1.1."""
        return self.words("回到", "back to ") + number


_ZH = Idiom(True, "：", "；", "、", "（", "）")
_EN = Idiom(False, ": ", "; ", ", ", " (", ")")


def idiom(language: str) -> Idiom:
    """The words of a language (zh_CN, en)."""
    return _ZH if language == "zh_CN" else _EN


def named_together(department: str, person: str) -> str:
    """Department and person as one name: 市场部李经理, Marketing Mr Li."""
    gap = " " if department and person and department[-1].isascii() else ""
    return f"{department}{gap}{person}"
