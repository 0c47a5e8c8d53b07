"""What any row of a meeting says, field by field in words, and what a step made of it: Topic 1.2 (outcome: – → agreed).

A numbered item says more than its words; that part, which lines ask for too, stands in `item_words`.
"""

from __future__ import annotations

from collections.abc import Iterable

from models import kinds, wording
from models.i18n import _
from models.item_words import differences, item_words
from models.meeting import (
    Department,
    Disagreement,
    Entry,
    Link,
    Meeting,
    Numbered,
    Opinion,
    Person,
    Resolution,
    Row,
    Topic,
)
from models.minutes import Minutes
from models.vocabulary import dispute_label, outcome_label, presence_label, scenario_label, stance_label

_AROUND = 6
"""Characters of a text that stay beside those that are different."""
_MOST = 40
"""Characters of a changed text that are shown."""


def row_words(minutes: Minutes, row: Row) -> dict[str, str]:
    """What a row says; nothing of a row nobody reads."""
    if isinstance(row, Entry):
        return _entry(minutes, row)
    if isinstance(row, Topic):
        length = "" if row.minutes is None else f"{row.minutes}′"
        return {"title": row.title, "length": length, "outcome": outcome_label(row.outcome)}
    if isinstance(row, Person):
        there = presence_label(row.attendance)
        return {"name": row.name, "attendance": there, "reason": row.reason, "proxy": row.proxy}
    if isinstance(row, Department):
        return {"name": row.name}
    return _facts(minutes, row) if isinstance(row, Meeting) else {}


def _entry(minutes: Minutes, row: Entry) -> dict[str, str]:
    said = {"kind": kinds.of(row).name(), **(item_words(minutes, row) if isinstance(row, Numbered) else {})}
    if isinstance(row, Opinion):
        speaker = wording.owner_of(minutes, row.department_id, row.person_id)
        said |= {"text": row.text, "speaker": speaker, "stance": stance_label(row.stance)}
    elif isinstance(row, Disagreement):
        said |= {"dispute": row.dispute, "consensus": row.consensus, "reason": row.reason}
        said["status"] = dispute_label(row.status)
    elif isinstance(row, Resolution):
        said["vote"] = row.vote
    elif not isinstance(row, Numbered):
        said["text"] = kinds.latest_text(row)
    topic = minutes.topic(row.topic_id)
    said["topic"] = topic.number if topic else ""
    return said | {
        "doubt": _yes(row.doubt),
        "left_out": _yes(not row.left_out),
    }


def _yes(holds: bool) -> str:
    return _("yes") if holds else _("no")


def _facts(minutes: Minutes, row: Meeting) -> dict[str, str]:
    names = ("name", "theme", "goal", "sponsor", "place", "host", "recorder", "document_number", "copies")
    said = {name: str(getattr(row, name) or "") for name in (*names, "signed_by", "issuer")}
    said["speaker"] = wording.owner_of(minutes, row.speaker_department_id, row.speaker_person_id)
    time = "–".join(filter(None, (row.starts_at, row.ends_at))).replace("T", " ")
    following = " ".join(filter(None, (row.next_at, row.next_place))).replace("T", " ")
    return said | {"scenario": scenario_label(row.scenario), "time": time, "next": following}


Told = dict[str, tuple[type[Row], dict[str, str]]]
"""What rows say, by their ids."""


def told(minutes: Minutes, rows: Iterable[Row]) -> Told:
    """What the rows of a step say in a meeting, a tie as part of the row it belongs to; what is gone says nothing."""
    ids = dict.fromkeys(getattr(row, row.owner) if isinstance(row, Link) else row.id for row in rows)
    found = {row_id: minutes.row(row_id) for row_id in ids}
    return {row_id: (type(row), row_words(minutes, row)) for row_id, row in found.items() if row}


def changed(before: Told, after: Told, row_id: str, *, back: bool = False) -> str:
    """What is different of a row that stood before and stands after, in words; nothing where nothing is.

    `back` tells of a change that is taken back.
    """
    if row_id not in before or row_id not in after:
        return ""
    (kind, old), (now, new) = before[row_id], after[row_id]
    if kind is not now:
        # Of another kind it has other fields; its kind says enough.
        old, new = {"kind": old["kind"]}, {"kind": new["kind"]}
    pairs = {name: _different(old[name], new[name]) for name in old if old[name] != new[name]}
    return differences(
        {name: pair[0] for name, pair in pairs.items()},
        {name: pair[1] for name, pair in pairs.items()},
        back=back,
    )


def settled_elsewhere(before: Told, after: Told, *, back: bool = False) -> tuple[str, str]:
    """A consensus, or a reason for deferring, that went from one dispute to another, and which; nothing where none did.

    What stands alone is about no dispute.
    """
    for said, about in _settling(before):
        found = (now for words, now in _settling(after) if said in words.split("；") and now != about)
        if said and (said, about) not in _settling(after) and (now := next(found, None)) is not None:
            return said, differences({"dispute": about}, {"dispute": now}, back=back)
    return "", ""


def _settling(rows: Told) -> list[tuple[str, str]]:
    """What settles or defers, and the dispute it does that to."""
    found = [words for kind, words in rows.values() if kind is Disagreement]
    return [(words["consensus"] or words["reason"], words["dispute"]) for words in found]


def _different(old: str, new: str) -> tuple[str, str]:
    """Two texts, of long ones what is different with a little of what stands beside it."""
    if max(len(old), len(new)) <= _MOST:
        return old, new
    start = max(0, _common(old, new) - _AROUND)
    end = max(0, _common(old[start:][::-1], new[start:][::-1]) - _AROUND)
    return _cut(old, start, end), _cut(new, start, end)


def _common(one: str, other: str) -> int:
    """How many characters at their beginning two texts share."""
    different = (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(different, min(len(one), len(other)))


def _cut(text: str, start: int, end: int) -> str:
    part = text[start : len(text) - end]
    more = len(part) > _MOST
    return ("…" if start else "") + (part[:_MOST] if more else part) + ("…" if end or more else "")
