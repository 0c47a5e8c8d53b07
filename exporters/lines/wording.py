"""Markers and names as capture lines write them in one language."""

from __future__ import annotations

import re

from exporters.content.language import Phrases
from exporters.punctuation import clean
from models.capture.lexicon import MARKER
from models.minutes import Minutes

_BREAKS = re.compile(r"\s*\n\s*")


class Wording:
    """One meeting and the language its lines are written in."""

    def __init__(self, minutes: Minutes, say: Phrases) -> None:
        self.minutes = minutes
        self.say = say

    def words(self, chinese: str, english: str) -> str:
        """The words of the language."""
        return chinese if self.say.chinese else english

    def marker(self, family: str) -> str:
        """The word that announces a kind of line."""
        row = MARKER[family]
        return (row.zh if self.say.chinese else row.en)[0]

    def marked(self, family: str, text: str) -> str:
        """A line with its marker."""
        return self.marker(family) + self.say.colon + one_line(text)

    def clause(self, family: str, text: str) -> str:
        """The same as a further clause of a line."""
        return self.say.clause + self.marked(family, text)

    def name(self, department_id: str | None, person_id: str | None) -> str:
        """Department and person together, as far as they are known; two who are called alike by their full names."""
        person = self.minutes.person(person_id)
        if person is None:
            return self.minutes.department_name(department_id)
        alike = [p for p in self.minutes.people(person.department_id) if p.name == person.name]
        name = person.full_name if len(alike) > 1 and person.full_name else person.name
        department = self.minutes.department_name(department_id or person.department_id)
        gap = " " if department[-1:].isascii() else ""
        return f"{department}{gap}{name}" if department else name


def one_line(text: str) -> str:
    """The text without what would end the line."""
    return _BREAKS.sub(" ", clean(text)).strip()
