"""What a step is called, in the user's words: undo says 已撤销 A3."""

from __future__ import annotations

from collections.abc import Iterable

from models import kinds, wording
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
from models.row_words import Told, changed, settled_elsewhere

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
    if isinstance(row, Disagreement) and row.dispute and row.consensus:
        # Two that people know as two, in one row.
        both = ((_("Dispute"), row.dispute), (_("Consensus"), row.consensus))
        return wording.listed(_quoted(called, words) for called, words in both)
    called = label(minutes, row)
    return _quoted(called, kinds.latest_text(row) if isinstance(row, Entry) else "")


def _quoted(called: str, words: str) -> str:
    cut = words if len(words) <= _MOST else words[: _MOST - 1] + "…"
    return _("{label} “{words}”").format(label=called, words=cut) if words else called


def of_step(
    minutes: Minutes,
    called: str,
    line: str,
    rows: Iterable[Row],
    before: Told,
    after: Told,
    *,
    back: bool = False,
) -> str:
    """What a step was: what it changed of what it is called by; what came or went with its words, else the line.

    `back` says that it is being taken back: what was changed goes back to what it was.
    """
    rows = list(rows)
    consensus, about = settled_elsewhere(before, after, back=back)
    if about:
        return _("{label} ({change})").format(label=_quoted(_("Consensus"), consensus), change=about)
    changes = _changes(rows, before, after, back=back)
    # What a tie changed is its entry's.
    told = [row for row_id in changes if (row := minutes.row(row_id))]
    by_name = _of_name(minutes, called, [*rows, *told])
    if found := next((row for row in by_name if row.id in changes), None):
        known = _known_by(minutes, found, called)
        return _("{label} ({change})").format(label=known, change=changes[found.id])
    row = next((row for row in by_name if isinstance(row, Entry)), None)
    if row is None:
        typed = line.strip()
        return _with_changes(minutes, _quoted(called, typed if typed != called else ""), called, changes)
    words = in_words(minutes, row)
    return _("deleting {what}").format(what=words) if row.id in before and row.id not in after else words


def _changes(rows: list[Row], before: Told, after: Told, *, back: bool) -> dict[str, str]:
    """What is different of each row. Who speaks changes with most lines, and is told only where nothing else did."""
    alone = all(isinstance(row, Meeting) for row in rows)
    ids = [row_id for row_id in before if alone or before[row_id][0] is not Meeting]
    return {row_id: words for row_id in ids if (words := changed(before, after, row_id, back=back))}


def _of_name(minutes: Minutes, called: str, rows: list[Row]) -> list[Row]:
    """The rows a step is called by; of a step that changed one entry alone, or only where the meeting is, that."""
    if found := [row for row in rows if label(minutes, minutes.row(row.id) or row) == called]:
        return found
    mine = [row for row in rows if not isinstance(row, Meeting)] or rows
    alone = len({row.id for row in mine}) == 1 and isinstance(mine[0], Entry | Meeting)
    return mine if alone else []


def _known_by(minutes: Minutes, row: Row, called: str) -> str:
    """What a changed row is called, with its words where it has no number; a step by its own name."""
    if isinstance(row, Entry) and not row.code:
        return in_words(minutes, minutes.row(row.id) or row)
    return called


def _with_changes(minutes: Minutes, what: str, called: str, changes: dict[str, str]) -> str:
    """A step of several rows: what it changed of the first of them, and of how many more."""
    if not changes:
        return what
    first, *others = changes
    row = minutes.row(first)
    change = f"{in_words(minutes, row)} {changes[first]}" if isinstance(row, Entry) else changes[first]
    if others:
        more = ngettext("{change} and {n} more", "{change} and {n} more", len(others))
        change = more.format(change=change, n=len(others))
    return _("{label} ({change})").format(label=called, change=change)


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
