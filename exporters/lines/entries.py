"""Each entry as the line that gives it, or named where no line does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from exporters.lines.lines import Lines, one_line
from models import kinds
from models.capture import Parsed, parse
from models.capture.values import (
    ConsensusLine,
    DeferredLine,
    DisputeLine,
    OpinionLine,
    PointLine,
    ResolutionLine,
    TopicLine,
    VoteLine,
)
from models.capture.writing import plainest, same
from models.entry_values import values_of
from models.meeting import Entry, Resolution

_TEXTS = (
    "text",
    "task",
    "dispute",
    "consensus",
    "reason",
    "handling",
    "due_text",
    "effective_text",
    "revisit_text",
)
"""The fields of values that hold words."""


def write_entry(lines: Lines, entry: Entry) -> None:
    """The line or lines of an entry, behind those that are written."""
    items = [_sayable(lines, item) for item in values_of(lines.minutes, entry)]
    if isinstance(items[0], ResolutionLine) and isinstance(entry, Resolution):
        _resolution(lines, entry, items[0])
    elif isinstance(items[0], OpinionLine | PointLine):
        _words(lines, entry, items[0])
    elif not lines.write(items):
        _apart(lines, entry, items)


def _sayable(lines: Lines, item: Parsed) -> Parsed:
    """A value as far as lines can say it: its words on one line, a dispute between those whom they name."""
    said: dict[str, Any] = {name: one_line(getattr(item, name)) for name in _TEXTS if hasattr(item, name)}
    if isinstance(item, DisputeLine):
        read = parse(lines.say.marked("dispute", said["dispute"]), lines.context)
        said["parties"] = next((one.parties for one in read if isinstance(one, DisputeLine)), ())
    if isinstance(item, ResolutionLine):
        said["conditions"] = tuple(replace(_sayable(lines, one), doubt=False) for one in item.conditions)
    return replace(item, **said)


def _words(lines: Lines, entry: Entry, item: OpinionLine | PointLine) -> None:
    """A line of its own; else, behind a line that says who speaks, the words as they are."""
    nothing = OpinionLine(department=getattr(item, "department", None), person=getattr(item, "person", None))
    if same([item], [nothing]):
        # Such a line would only say who speaks.
        lines.name_entry(entry)
    elif not lines.write([item]):
        bare = lines.line_of([nothing if isinstance(item, OpinionLine) else _here(lines)])
        if bare and (spoken := lines.line_of([item], behind=bare)):
            lines.put(bare)
            lines.put(spoken)
        else:
            _nearly(lines, item)
            lines.name_entry(entry)


def _here(lines: Lines) -> TopicLine:
    """Going to where one is: nobody speaks from there on."""
    topics = dict(lines.context.topics)
    return TopicLine(title=topics.get(lines.context.live or "", ""), number=lines.context.live)


def _nearly(lines: Lines, item: OpinionLine | PointLine) -> None:
    """An opinion whose words take a stance that was taken out by hand: its line, which is named besides."""
    line = plainest([item], lines.context, lines.language)
    found = parse(line, lines.context)
    stances = [one.stance for one in found if isinstance(one, OpinionLine)]
    if isinstance(item, OpinionLine) and stances and same([replace(item, stance=stances[0])], found):
        lines.put(line)


def _apart(lines: Lines, entry: Entry, items: Sequence[Parsed]) -> None:
    """What became of a dispute on a line behind it; what has no line is named."""
    if len(items) == 1 or not lines.write(items[:1]):
        lines.name_entry(entry)
        return
    outcome = items[1]
    if isinstance(outcome, ConsensusLine | DeferredLine):
        outcome = replace(outcome, settles=lines.context.disputes[-1].id)
    if not lines.write([outcome]):
        lines.name(kinds.place_of(lines.minutes, entry), kinds.latest_text(entry))


def _resolution(lines: Lines, entry: Resolution, item: ResolutionLine) -> None:
    """A resolution with the conditions that lines can say, and its vote; else these alone."""
    rows = lines.minutes.conditions(entry.id)
    said = [lines.line_of([condition]) is not None for condition in item.conditions]
    conditions = tuple(condition for condition, can in zip(item.conditions, said, strict=True) if can)
    written = lines.write([replace(item, conditions=conditions)])
    if not written:
        lines.name_entry(entry)
        for condition in conditions:
            lines.write([condition])
    for row, can in zip(rows, said, strict=True):
        if not can:
            lines.name_entry(row)
    if entry.vote and not (written and lines.write([VoteLine(vote=one_line(entry.vote))])):
        lines.name(entry.code, entry.vote)
