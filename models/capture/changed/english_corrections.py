"""What an English correction replaces: oops, 13 not 14 · correction lift 2 is 20 Oct not 19 · sorry 9 Dec."""

from __future__ import annotations

import re

from models.capture.changed.corrections_said import latest_with, made, other_words
from models.capture.line import Context, Words, Written
from models.capture.values import ChangeLine, ReplacementLine, known_by
from models.capture.work.dues import spans_in
from models.capture.work.english_work import known_names
from models.dates import resolve

_LEAD = re.compile(
    r"(?:(?:oops|sorry|correction|no|wait|hang on|actually|my mistake|my bad|typo|i mean|i meant|make that"
    r"|that should (?:be|read|say))[,:.]? +)+"
)
_PLAIN = re.compile(r"(?:it's|its|it is|that's|thats|that is) ")
_NOT = re.compile(
    r"(?P<said>\S.{0,60}?),? (?:and )?not (?P<old>(?!a\b|the\b|just\b|only\b|yet\b|so\b|too\b"
    r"|very\b)[^,;.]{1,24}?)\s*+[.!]?"
)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def english_words(words: Words, context: Context) -> ReplacementLine | ChangeLine | None:
    """New words for old ones of a late entry; where none holds them and it surely is a correction it asks which."""
    lead = _LEAD.match(words.low)
    start = lead.end() if lead else 0
    match = _NOT.fullmatch(words.low, start)
    if match is None or not (lead or _PLAIN.match(words.low)):
        return None
    said, old = (words.raw[slice(*match.span(part))].strip() for part in ("said", "old"))
    found = _with_its_unit(said, old, context) or latest_with(old, context)
    if found is not None and (new := _new_words(said, old)):
        return made(found[1], new, found[0])
    if lead is None or ("sorry" in lead[0] and not _FIGURE.search(old)):
        # Without a word that says so it may be what somebody says of something else.
        return None
    return ChangeLine(target="", text=words.raw[start:].strip(), missing=("target",))


_FAR = 20
"""So many entries back a figure with its unit is looked for."""


def _with_its_unit(said: str, old: str, context: Context) -> tuple[Written, re.Match[str]] | None:
    """The latest entry with the old figure as a percentage, where the new one is (its 7% they want, not 8)."""
    if not _FIGURE.fullmatch(old) or not re.search(r"\d ?%", said):
        return None
    shape = re.compile(rf"(?<![\d.]){re.escape(old)}(?= ?%)")
    for entry in context.written()[:_FAR]:
        places = list(shape.finditer(entry.text))
        if places:
            return (entry, places[0]) if len(places) == 1 else None
    return None


def _new_words(said: str, old: str) -> str:
    """The words that take the place of the old: the first figure for a figure, else as many words from the end."""
    if _FIGURE.fullmatch(old):
        figures = _FIGURE.findall(said)
        return figures[0] if len(figures) == 1 else _fitting(said, figures)
    return " ".join(said.split()[-len(old.split()) :])


def _fitting(said: str, figures: list[str]) -> str:
    """Of several figures the one that begins what is said (13 of 17), where one does (lift 2 is 20 Oct: the last)."""
    if not figures:
        return ""
    return figures[0] if said.startswith(figures[0]) else figures[-1]


_VALUE_LEAD = re.compile(
    r"(?:(?:h+mm*|er+m?|um+|ah|oh)[,.]? +)*(?P<sorry>sorry|no|actually)(?:,? [-–—] |[,:.]? +)|(?:oops"
    r"|correction"
    r"|make (?:that|it)|i mean|i meant"
    r"|should (?:be|say|read)"
    r"|that should (?:be|say|read)|no wait|wait|my mistake|my bad|typo|scratch that|edit)[,:.]? +(?:- )?"
)
_SMALL = re.compile(r"(?:it's|its|that's|should be|is|on|by|due|the|to|for|make (?:that|it)|i mean) ")


def value_alone(words: Words, context: Context) -> ReplacementLine | ChangeLine | None:
    """A day, a figure or a name that takes the place of the one just typed (sorry 9 Dec, make that Emi, oops 340)."""
    lead = _VALUE_LEAD.match(words.low)
    if lead is None:
        return None
    start = lead.end()
    while more := _VALUE_LEAD.match(words.low, start) or _SMALL.match(words.low, start):
        start = more.end()
    said = words.cut(start, len(words.low.rstrip(" .!")))
    latest = next((one for one in context.written() if one.topic == context.live), None)
    if not said or latest is None:
        return None
    if is_day(said.low):
        return _day(said, latest, context) or (
            None if lead["sorry"] in ("no", "actually") else _asks(words, lead)
        )
    if _FIGURE.fullmatch(said.low.lstrip("£$€").rstrip("%k")):
        return other_words(said, context) or _asks(words, lead)
    return _name(said, latest, context, sure=not lead["sorry"]) or _several(said, lead, words, context)


def _several(said: Words, lead: re.Match[str], words: Words, context: Context) -> ChangeLine | None:
    """A correction to several names, which asks what they take the place of (sorry - Gwen + Amara)."""
    who = known_names(said, 0, context)
    return _asks(words, lead) if len(who) > 1 and not said.low[who[-1].end :].strip() else None


def is_day(low: str) -> bool:
    """Whether words are nothing but a day."""
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)", low):
        return True
    return any(one.start == 0 and one.end == len(low) and not one.vague for one in spans_in(low))


def _asks(words: Words, lead: re.Match[str]) -> ChangeLine:
    """A correction of which nobody knows what it corrects."""
    return ChangeLine(target="", text=words.raw[lead.end() :].strip(), missing=("target",))


def _day(said: Words, latest: Written, context: Context) -> ReplacementLine | ChangeLine | None:
    """Another due of the action just typed, or another day for the only one of the entry."""
    if latest.kind == "action":
        due = resolve(
            f"the {said.raw}" if said.low[-2:] in ("st", "nd", "rd", "th") else said.raw,
            context.anchor,
            context.calendar,
        )
        if due.date is None:
            return None
        made_ = ChangeLine(
            target=latest.code,
            entry=latest.id,
            about=latest.text,
            due_text=due.text,
            due=due.date,
            flags=due.flags,
        )
        return known_by(made_, "paired", "target")
    days = [one for one in spans_in(latest.text.lower()) if one.kind in ("day", "weekday")]
    if len(days) != 1:
        return None
    first = re.match(r"(?:by|on|before) ", latest.text.lower()[days[0].start : days[0].end])
    start = days[0].start + (first.end() if first else 0)
    place = re.compile(re.escape(latest.text[start : days[0].end])).search(latest.text, start)
    return made(place, said.raw, latest) if place else None


_DOES_IT = re.compile(
    r"(?: (?:gets?|takes?|does|has|owns|to (?:do|take|get|own|have)|will (?:do|take|get)|is (?:doing"
    r"|taking|getting))"
    r"|['’]s (?:doing|taking|got|getting)|['’]ll (?:do|take|get))\b"
)
"""What is said of who has the job after all (no sorry, Ewa gets the quote)."""


def _name(said: Words, latest: Written, context: Context, *, sure: bool) -> ChangeLine | None:
    """Another owner of the action just typed."""
    who = known_names(said, 0, context)
    behind = said.low[who[-1].end :] if who else ""
    alone = not behind.strip()
    if (
        len(who) != 1
        or latest.kind != "action"
        or not (alone or _DOES_IT.match(behind))
        or (alone and not sure)
    ):
        return None
    changed = ChangeLine(
        target=latest.code,
        entry=latest.id,
        about=latest.text,
        owner_department=who[0].department,
        owner=who[0].person,
    )
    return known_by(known_by(changed, "led", "owner_department", "owner"), "paired", "target")
