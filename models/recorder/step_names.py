"""What a step is called, in the user's words: undo says 已撤销 A3."""

from __future__ import annotations

from collections.abc import Iterable

from models import kinds
from models.capture.values import (
    AttendanceLine,
    BreakLine,
    ChangeLine,
    ConvertLine,
    MarkLine,
    NextLine,
    OpinionLine,
    OutcomeLine,
    Parsed,
    SlotsLine,
    TopicLine,
)
from models.i18n import _, ngettext
from models.meeting import Department, Disagreement, Entry, Meeting, Opinion, Person, Row, Topic
from models.minutes import Minutes
from models.row_words import Told, changed

_MOST = 24
"""Characters of an entry's words that are enough to know it by."""


def label(minutes: Minutes, row: Row | None) -> str:
    """What a row is called."""
    if isinstance(row, Entry):
        return row.code or _entry(minutes, row)
    if isinstance(row, Topic):
        return _("Topic {number}").format(number=row.number)
    if isinstance(row, Department | Person):
        return row.name
    return _("Facts of the meeting") if isinstance(row, Meeting) else _("Change")


def in_words(minutes: Minutes, row: Row | None) -> str:
    """What a row is called, an entry with its first words: A3 “draft the plan”."""
    called = label(minutes, row)
    return _quoted(called, kinds.latest_text(row) if isinstance(row, Entry) else "")


def _quoted(called: str, words: str) -> str:
    cut = words if len(words) <= _MOST else words[: _MOST - 1] + "…"
    return _("{label} “{words}”").format(label=called, words=cut) if words else called


def of_step(minutes: Minutes, called: str, line: str, rows: Iterable[Row], before: Told, after: Told) -> str:
    """What a step was: what it changed of what it is called by; what came or went with its words, else the line."""
    rows = list(rows)
    changes = {row_id: words for row_id in before if (words := changed(before, after, row_id))}
    by_name = [row for row in rows if label(minutes, minutes.row(row.id) or row) == called]
    for row_id in [*(row.id for row in by_name), *changes][: 1 + len(by_name)]:
        if change := changes.get(row_id):
            return _("{label} ({change})").format(label=called, change=change)
    row = next((row for row in by_name if isinstance(row, Entry)), None)
    if row is None:
        return _quoted(called, line.strip())
    words = in_words(minutes, row)
    return _("deleting {what}").format(what=words) if row.id in before and row.id not in after else words


def _entry(minutes: Minutes, entry: Entry) -> str:
    """What an entry without a number is called."""
    if isinstance(entry, Opinion):
        return _opinion(minutes, entry)
    if isinstance(entry, Disagreement) and entry.consensus:
        return _("Consensus")
    return kinds.of(entry).title()


def _opinion(minutes: Minutes, row: Opinion) -> str:
    name = minutes.department_name(row.department_id) or minutes.person_name(row.person_id)
    return _("Opinion of {name}").format(name=name) if name else _("Opinion")


def of_item(minutes: Minutes, item: Parsed) -> str:
    """What a line is called that left no entry."""
    live = minutes.live_topic
    if isinstance(item, TopicLine):
        return label(minutes, live)
    if isinstance(item, OutcomeLine):
        return _("Outcome of {number}").format(number=item.topic or (live.number if live else ""))
    if isinstance(item, MarkLine):
        return _("No dispute on {number}").format(number=item.topic or (live.number if live else ""))
    if isinstance(item, AttendanceLine):
        return _("Attendance of {name}").format(name=item.name or item.department or "")
    if isinstance(item, ChangeLine):
        return item.target
    if isinstance(item, BreakLine):
        return {"start": _("Break"), "end": _("End of the break"), "adjourn": _("End of the meeting")}[
            item.what
        ]
    if isinstance(item, OpinionLine):
        return _("{name} has the floor").format(name=item.person or item.department or "")
    if isinstance(item, SlotsLine | ConvertLine):
        return _("Nothing changed")
    return _("Next meeting") if isinstance(item, NextLine) else _("Facts of the meeting")


def several(labels: Iterable[str]) -> str:
    """What a step of several rows is called: the first, and how many more."""
    found = list(dict.fromkeys(labels))
    if len(found) < 2:
        return found[0] if found else ""
    more = len(found) - 1
    return ngettext("{label} and {n} more", "{label} and {n} more", more).format(label=found[0], n=more)
