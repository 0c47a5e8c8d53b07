"""The writer, the inverse of reading: values as the line that reads back as the same values.

The grammar has several ways to say most things and no way to say some. `forms` gives the ways, the most natural first,
and `write` the first of them that reading proves; where none is proved there is no line, and it says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from itertools import islice, product
from typing import Any

from models.capture.line import Context
from models.capture.reading import parse
from models.capture.values import (
    ActionLine,
    BackgroundLine,
    ConsensusLine,
    DeferredLine,
    DisputeLine,
    NoteLine,
    OpenIssueLine,
    OpinionLine,
    Parsed,
    PointLine,
    ResolutionLine,
    TopicLine,
    VoteLine,
)
from models.capture.words.idiom import Idiom, idiom, named_together
from models.dates import resolve

_MOST = 60
"""So many forms are tried: names, signs and labels multiply."""
_DERIVED = frozenset(
    (
        "missing",
        "flags",
        "candidates",
        "evidence",
        "about",
        "at",
        "speaks",
        "conditions",
        "in_favour",
        "against",
        "abstaining",
    )
)
_DATED = {"due_text": "due", "revisit_text": "revisit", "effective_text": "effective"}
"""Words that stand for a date: other words for the same date say the same."""
_SETS = frozenset(("parties", "cooperating", "helpers"))
"""Departments and people in no order."""


def write(items: Sequence[Parsed], context: Context, language: str) -> str | None:
    """The line that, read in this context, gives these values; None where no form of it does."""
    tried = islice(forms(items, context, language), _MOST)
    return next((line for line in tried if same(items, parse(line, context))), None)


def plainest(items: Sequence[Parsed], context: Context, language: str) -> str:
    """The most natural line for values, whether or not it reads back as them; empty for values that have none."""
    return next(forms(items, context, language), "").replace("\n", " ")


def same(wanted: Sequence[Parsed], found: Sequence[Parsed]) -> bool:
    """Whether two readings say the same: what follows from the rest is not compared, and dates count before words."""
    return len(wanted) == len(found) and all(map(_same, wanted, found))


def _same(one: Parsed, other: Parsed) -> bool:
    if type(one) is not type(other) or not set(other.candidates) <= set(one.candidates):
        return False
    if not same(getattr(one, "conditions", ()), getattr(other, "conditions", ())):
        return False
    return all(_equal(one, other, field.name) for field in fields(one) if field.name not in _DERIVED)


def _equal(one: Parsed, other: Parsed, name: str) -> bool:
    mine, theirs = getattr(one, name), getattr(other, name)
    if mine == theirs or (name in _SETS and set(mine) == set(theirs)):
        return True
    date = getattr(one, _DATED[name]) if name in _DATED else None
    return date is not None and date == getattr(other, _DATED[name])


def forms(items: Sequence[Parsed], context: Context, language: str) -> Iterator[str]:
    """The lines that may say these values, the most natural first; none for values that no line is for."""
    say = idiom(language)
    ways = [list(islice(_forms(item, context, say), _MOST)) for item in items]
    head = say.into_topic(items[0].topic) if items and items[0].topic else ""
    for parts in product(*ways) if items else ():
        yield head + say.clause.join(parts)


def _forms(item: Parsed, context: Context, say: Idiom) -> Iterator[str]:
    doubt = say.doubt if item.doubt else ""
    written = _WRITERS.get(type(item))
    return (form + doubt for form in written(item, context, say)) if written else iter(())


# -- words alone -----------------------------------------------------------------------------------------------


def _marked(family: str, field: str) -> Callable[[Any, Context, Idiom], Iterator[str]]:
    """What writes a kind that is a marker and its words."""

    def written(item: Parsed, _context: Context, say: Idiom) -> Iterator[str]:
        yield say.marked(family, getattr(item, field))

    return written


def _point(item: PointLine, context: Context, say: Idiom) -> Iterator[str]:
    yield say.marked("point", item.text)
    if context.speaker is None:
        yield say.marked("plain", item.text)


def _opinion(item: OpinionLine, context: Context, say: Idiom) -> Iterator[str]:
    """The words behind who says them, else as they are while the same one speaks; behind ？ where nobody knows who."""
    if item.asks:
        if context.asking and not item.said_as:
            yield item.text
        for called in (item.said_as,) if item.said_as else (say.stance(item.stance), ""):
            yield say.words("？", "?") + called + say.colon + item.text
        return
    for name in _names(item.department, item.person, context):
        yield name + say.stance(item.stance) + say.colon + item.text
    if not item.department and not item.person:
        yield item.text
    if context.speaker == (item.department, item.person):
        yield item.text
        yield say.marked("plain", item.text)


def _settling(family: str, field: str) -> Callable[[Any, Context, Idiom], Iterator[str]]:
    """What writes a consensus or deferral: alone, or with the number of the dispute it is about."""

    def written(item: ConsensusLine | DeferredLine, context: Context, say: Idiom) -> Iterator[str]:
        words = getattr(item, field)
        yield say.marked(family, words)
        for dispute in context.disputes:
            if dispute.id == item.settles:
                yield say.marked(family, words, str(dispute.number))

    return written


def _topic(item: TopicLine, _context: Context, say: Idiom) -> Iterator[str]:
    """A topic that is there already by its number, a new one by its title."""
    if item.number and not item.minutes:
        yield say.back_to(item.number)
    yield say.marked("topic", item.title + (say.minutes(item.minutes) if item.minutes else ""))


# -- words with slots ------------------------------------------------------------------------------------------


def _names(department: str | None, person: str | None, context: Context) -> Iterator[str]:
    """How somebody is named: department and person together, then shorter, then by number; nothing for nobody."""
    if not department or not person:
        yield from filter(None, [department or person])
    else:
        yield from (
            named_together(department, person),
            f"{department}（{person}）",
            person,
            f"{person}（{department}）",
        )
    for who in (*context.roster.departments, *context.roster.people):
        if (who.department, who.person) == (department, person) and who.number:
            yield who.number


def absence(name: str, said: Sequence[str], say: Idiom) -> str:
    """The line that says somebody is absent, and in brackets why and who stands in: 缺席：市场部李经理（出差）."""
    return say.marked("absent", name + say.bracket(("，" if say.chinese else ", ").join(said)))


def _days(words: str, day: str | None, context: Context) -> list[str]:
    """How a due is said: the words as they were, unless they mean another date now, and the date."""
    other = day is not None and resolve(words, context.anchor, context.calendar).date != day
    return _filled(_spoken(day), words) if other else _filled(words, _spoken(day))


def _spoken(day: str | None) -> str:
    return (day or "").replace("T", " ")


def _filled(*ways: str) -> list[str]:
    """The ways that say something, each once; one empty way where none does."""
    return list(dict.fromkeys(filter(None, ways))) or [""]


def _task(item: ActionLine, context: Context, say: Idiom) -> Iterator[str]:
    """The words of an action without its marker."""
    return _slotted(
        item.task,
        _owners(item.owner_department, item.owner, context),
        helping(item),
        _days(item.due_text, item.due, context),
        say,
        "due",
    )


def helping(item: ActionLine) -> list[str]:
    """Who helps: each person with the department, then the departments of whom nobody is named."""
    people = [named_together(one.department or "", one.name) for one in item.helpers]
    theirs = {one.department for one in item.helpers}
    return [*people, *(name for name in item.cooperating if name not in theirs)]


def _owners(department: str | None, person: str | None, context: Context) -> list[str]:
    return list(_names(department, person, context)) or [""]


def _slotted(
    text: str, owners: list[str], helpers: Sequence[str], days: list[str], say: Idiom, due: str
) -> Iterator[str]:
    """Words with owner, helpers and due: behind them by sign, by label, the due alone by label, the owner in front."""
    for owner, day in product(owners, days):
        at, by = [f"@{owner}"] if owner else [], [f"/{day}"] if day else []
        plus = [f"+{name}" for name in helpers]
        labels = [
            say.labelled(label, value)
            for label, value in (("owner", owner), ("with", say.comma.join(helpers)), (due, day))
            if value
        ]
        yield " ".join([text, *at, *plus, *by])
        yield say.clause.join([text, *labels])
        yield say.clause.join([" ".join([text, *at, *plus]), *labels[len(labels) - len(by) :]])
        yield " ".join([*at, text, *plus, *by])


def _remarks(item: Parsed, say: Idiom) -> list[str]:
    """What is said beside the words of an entry, each behind its label."""
    return [label + say.colon + text for label, text in say.remarks(item)]


def _action(item: ActionLine, context: Context, say: Idiom) -> Iterator[str]:
    remarks = _remarks(item, say)
    remarks += [say.labelled("with", say.words("无", "none"))] if item.cooperating_none else []
    return (say.marked("action", say.clause.join([task, *remarks])) for task in _task(item, context, say))


def _open_issue(item: OpenIssueLine, context: Context, say: Idiom) -> Iterator[str]:
    leads, days = (
        _owners(item.lead_department, item.lead, context),
        _days(item.revisit_text, item.revisit, context),
    )
    for words in _slotted(item.text, leads, (), days, say, "revisit"):
        yield say.marked("open_issue", say.clause.join([words, *_remarks(item, say)]))


def _resolution(item: ResolutionLine, context: Context, say: Idiom) -> Iterator[str]:
    """The words, who carries them out, from when they hold unless they say it themselves, and the conditions."""
    conditions = [say.labelled("condition", _condition(one, context, say)) for one in item.conditions]
    executed = [say.labelled("execute", name) for name in _names(item.executing_department, None, context)]
    days = _filled(item.effective_text, _spoken(item.effective))
    holding = [say.labelled("effective", day) for day in days if day]
    for name, day in product([*executed, ""], ["", *holding]):
        yield say.marked("resolution", say.clause.join(filter(None, [item.text, name, day, *conditions])))


def _condition(item: ActionLine, context: Context, say: Idiom) -> str:
    """A condition as it reads back on its own; the plainest where none does."""
    ways = list(islice(_task(item, context, say), _MOST))
    proved = (way for way in ways if same([item], parse(say.marked("action", way), context)))
    return next(proved, ways[0])


_WRITERS: dict[type[Parsed], Callable[[Any, Context, Idiom], Iterator[str]]] = {
    TopicLine: _topic,
    BackgroundLine: _marked("background", "text"),
    PointLine: _point,
    NoteLine: _marked("note", "text"),
    OpinionLine: _opinion,
    DisputeLine: _marked("dispute", "dispute"),
    ConsensusLine: _settling("consensus", "consensus"),
    DeferredLine: _settling("deferred", "reason"),
    ResolutionLine: _resolution,
    ActionLine: _action,
    OpenIssueLine: _open_issue,
    VoteLine: _marked("vote", "vote"),
}
