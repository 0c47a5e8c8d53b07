"""Converts an entry of one kind into one of another: same id, same place, its words read again as what it now is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from models import i18n
from models.capture.values import ActionLine, ConvertLine, OpinionLine, Parsed
from models.capture.words.idiom import idiom, named_together
from models.capture.words.lexicon import LABELS
from models.capture.writing import helping
from models.entry_values import bare, value_of
from models.kinds import KINDS, Due, Kind, latest_text, of, owner_ids
from models.meeting import ENTRIES, Disagreement, Entry, Opinion
from models.recorder import dates_in_words, entries
from models.recorder.step import MeetingStep


def convert_latest(step: MeetingStep, item: ConvertLine) -> bool:
    """Turns the latest entry into a resolution or an action."""
    latest = step.minutes.entry(step.last) or step.minutes.latest_entry
    if latest is None:
        return False
    convert(step, latest, item.into)
    return True


def convert(step: MeetingStep, entry: Entry, table: str) -> None:
    """Makes an entry one of another kind (the name of its table); nothing happens if it is that already."""
    if entry.table == table:
        return
    kind = next(kind for kind in ENTRIES if kind.table == table)
    item = replace(_item(step, entry, kind), doubt=entry.doubt, topic=None)
    if isinstance(entry, Disagreement) and entry.dispute and latest_text(entry) != entry.dispute:
        # What it was settled by is made into something else, but the dispute stays settled by it.
        item = replace(item, topic=_number(step, entry))
    else:
        step.turn(entry)
    entries.ADDS[type(item)](step, item)


def _item(step: MeetingStep, entry: Entry, kind: type[Entry]) -> Parsed:
    """An entry as a value of the new kind, which keeps what it has a field for and says the rest in its words."""
    words, kept = latest_text(entry), dict[str, Any]()
    if of(entry).more_than_words and not isinstance(entry, Disagreement):
        slots = list(_slots(step, entry, KINDS[kind]))
        kept = {name: value for slot in slots for name, value in slot.kept.items()}
        say = idiom(i18n.current())
        told = [say.labelled(slot.label, slot.told) for slot in slots if slot.told]
        words = say.words("，", ", ").join([words, *told])
    item = _of_words(step, entry, kind, words)
    if any(getattr(item, name) not in ("", None, (), value) for name, value in kept.items()):
        # The words name somebody or a day, too: what stood beside them counts, and they stay as they are.
        item = bare(kind, words)
    return replace(item, **kept)


@dataclass(frozen=True, slots=True)
class _Slot:
    """What stands beside the words of an entry: the fields the new kind keeps it in, and what it has no field for."""

    label: str
    kept: dict[str, Any] = field(default_factory=dict)
    told: str = ""


def _slots(step: MeetingStep, entry: Entry, new: Kind) -> Iterator[_Slot]:
    """Owner, day, remarks, departments and people tied to an entry."""
    old, value = of(entry), value_of(step.minutes, entry)
    labels = {row.takes: row.field for row in reversed(LABELS) if entry.table in row.of}
    if old.owner:
        whose = [getattr(value, name) or "" for name in old.owner.names]
        places = new.owner.names[: 1 if new.row is Opinion else None] if new.owner else ()
        kept = {place: one for place, one in zip(places, whose, strict=False) if one}
        left = [*("" for _ in places), *whose[len(places) :], "", ""][:2]
        yield _Slot(labels["names"], kept | {"candidates": value.candidates}, named_together(*left))
    if old.due:
        yield _day(step, old.due, new.due, value, labels["due"])
    for column in old.remarks:
        text = getattr(value, column)
        yield _Slot(column, {column: text}) if column in new.remarks else _Slot(column, told=text)
    if isinstance(value, ActionLine):
        none = idiom(i18n.current()).words("无", "none") if value.cooperating_none else ""
        yield _Slot("with", told="、".join(helping(value)) or none)


def _day(step: MeetingStep, old: Due, new: Due | None, value: Any, label: str) -> _Slot:
    """The day an entry is due, for a kind that is due as well; the first day of something is said in the words."""
    words, day = getattr(value, old.words), getattr(value, old.day)
    if new is None or new.begins != old.begins:
        return _Slot(label, told=words)
    flags = str(dates_in_words.by_words(step, words)["due_flags"]) if new.flags else ""
    return _Slot(label, {new.words: words, new.day: day, "flags": tuple(filter(None, flags.split("、")))})


def _number(step: MeetingStep, entry: Entry) -> str | None:
    topic = step.minutes.topic(entry.topic_id)
    return topic.number if topic else None


def _of_words(step: MeetingStep, entry: Entry, kind: type[Entry], words: str) -> Parsed:
    """The words as an entry of the kind: read again behind its marker where it holds more than words."""
    item = bare(kind, words)
    if isinstance(item, OpinionLine):
        return replace(item, department=_department(step, entry), speaks=False)
    if not KINDS[kind].more_than_words:
        return item
    found = next((r.items for r in step.read(idiom(i18n.DEFAULT).marked(item.kind, words))), ())
    return found[0] if len(found) == 1 and isinstance(found[0], type(item)) else item


def _department(step: MeetingStep, entry: Entry) -> str | None:
    """The department of an opinion, or the one that owns, executes or leads."""
    return step.minutes.department_name(owner_ids(entry)[0]) or None
