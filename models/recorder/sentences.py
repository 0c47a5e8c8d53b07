"""Sentences of the written side as rows: made, merged, given up."""

from __future__ import annotations

from collections.abc import Sequence

from models import polish
from models.meeting import Written, WrittenSource, new_id
from models.minutes import Minutes
from models.polish import Part
from models.recorder.sheet import Sheet


def write(sheet: Sheet, parts: Sequence[Part], text: str) -> None:
    """Makes one sentence of these texts of entries; see `Polishing.write`."""
    typed = {part: now for part in parts if (now := text_now(sheet.minutes, part)) is not None}
    if not typed:
        return
    kept = _given_up(sheet, typed)
    if len(typed) == 1 and text == next(iter(typed.values())):
        if kept:
            sheet.drop(kept)
        return
    written = sheet.change(kept, text=text) if kept else new(sheet, _topic(sheet, typed), text)
    present = {(s.item, s.part): s for s in sheet.minutes.sources(written.id)}
    for (item, part), now in typed.items():
        if source := present.pop((item, part), None):
            sheet.change(source, text=now)
        else:
            sheet.add(
                WrittenSource(
                    id=new_id(),
                    meeting_id=sheet.meeting.id,
                    written_id=written.id,
                    item=item,
                    part=part,
                    text=now,
                )
            )
    for source in present.values():
        sheet.drop(source)


def _given_up(sheet: Sheet, typed: dict[Part, str]) -> Written | None:
    """The sentence these texts already have, the first where they have several; the others lose them."""
    sources = [s for s in sheet.minutes.all(WrittenSource) if (s.item, s.part) in typed]
    ids = sorted({s.written_id for s in sources}, key=lambda i: _seq(sheet, i))
    for other in ids[1:]:
        staying = [s for s in sheet.minutes.sources(other) if (s.item, s.part) not in typed]
        if staying:
            for source in sheet.minutes.sources(other):
                if source not in staying:
                    sheet.drop(source)
        elif row := sheet.minutes.get(Written, other):
            sheet.drop(row)
    return sheet.minutes.get(Written, ids[0]) if ids else None


def _seq(sheet: Sheet, written_id: str) -> int:
    found = sheet.minutes.get(Written, written_id)
    return found.seq if found else 0


def _topic(sheet: Sheet, typed: dict[Part, str]) -> str:
    entry = sheet.minutes.entry(next(iter(typed))[0])
    assert entry is not None
    return entry.topic_id


def new(sheet: Sheet, topic_id: str, text: str) -> Written:
    """A sentence at the end of a topic."""
    seq = max((w.seq for w in sheet.minutes.all(Written)), default=0) + 1
    return sheet.add(Written(id=new_id(), meeting_id=sheet.meeting.id, topic_id=topic_id, seq=seq, text=text))


def text_now(minutes: Minutes, part: Part) -> str | None:
    """What an entry says now; None if it says it no more."""
    entry = minutes.entry(part[0])
    return dict(polish.texts(entry)).get(part[1]) if entry else None
