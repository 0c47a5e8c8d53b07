"""The spoken words of the written side, each with what would be written instead."""

from __future__ import annotations

from models import colloquial
from models.colloquial import Spoken
from models.meeting import Action, Department, Person, Resolution
from models.minutes import Minutes
from models.polish.sentences import Sentence, holders

RULE = "R21"
"""The rule of the findings that looks for the same words: a word waived there is waived here."""


def spoken(minutes: Minutes, sentence: Sentence, text: str | None = None) -> list[Spoken]:
    """The spoken words of a sentence (or of the text it is to have), without those that were waived."""
    if not sentence.exported:
        return []
    departments = holders(minutes, sentence)
    rows: tuple[list[Person], list[Department]] = (minutes.all(Person), minutes.departments)
    found = colloquial.find(
        sentence.text if text is None else text,
        decision=sentence.kind in (Resolution, Action),
        department=minutes.department_name(departments[0]) if len(departments) == 1 else "",
        names=(row.name for group in rows for row in group),
    )
    passed = {waiver.item for waiver in minutes.waivers if waiver.rule == RULE}
    return [one for one in found if pass_key(sentence, one.word) not in passed]


def pass_key(sentence: Sentence, word: str) -> str:
    """The key by which a waiver names a word of a sentence."""
    lead = sentence.lead
    item = lead.entry.id if lead else sentence.written.id if sentence.written else ""
    return f"{item}/{word}"
