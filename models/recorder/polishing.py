"""The written side through the recorder: sentences written, merged, split and left out, each as one step."""

from __future__ import annotations

from collections.abc import Sequence

from models import polish
from models.i18n import _, ngettext
from models.meeting import Written, WrittenSource, new_id
from models.minutes import Minutes
from models.polish import Part
from models.recorder import labels
from models.recorder.editing import Editing
from models.recorder.sheet import Sheet


class Polishing(Editing):
    """Changes what the document says without touching what was typed."""

    def write(self, parts: Sequence[Part], text: str) -> None:
        """Makes one sentence of these texts of entries; they leave any other they stood in.

        A single text written as it was typed is no longer written but typed. Texts that are gone are passed over.
        """
        with self._writing(self._wording(parts)) as sheet:
            _write(sheet, parts, text)

    def add_sentence(self, topic_id: str, text: str) -> str:
        """A discussion point that nobody typed while recording; gives its id."""
        with self._writing(_("Sentence")) as sheet:
            return _new(sheet, topic_id, text).id

    def split(self, written_id: str) -> None:
        """Takes a written sentence back: every entry it stood for stands for itself again, as typed."""
        written = self.minutes.get(Written, written_id)
        parts = [(s.item, s.part) for s in self.minutes.sources(written_id)]
        with self._writing(self._wording(parts)) as sheet:
            if written and (found := sheet.minutes.get(Written, written_id)):
                sheet.drop(found)

    def still_right(self, written_id: str) -> None:
        """The sentence is right although entries it stands for have changed since it was written."""
        parts = [(s.item, s.part) for s in self.minutes.sources(written_id)]
        with self._writing(self._wording(parts)) as sheet:
            for source in sheet.minutes.sources(written_id):
                now = _text(sheet.minutes, (source.item, source.part))
                if now is None:
                    sheet.drop(source)
                else:
                    sheet.change(source, text=now)

    def leave_out(self, entry_ids: Sequence[str], left_out: bool = True) -> None:
        """Leaves entries out of the minutes (不入纪要), or takes them in again."""
        words = _("Leaving out {entry}") if left_out else _("Taking in {entry}")
        with self._writing(words.format(entry=self._named(entry_ids))) as sheet:
            for entry_id in entry_ids:
                if entry := sheet.minutes.entry(entry_id):
                    sheet.change(entry, left_out=left_out)

    def _wording(self, parts: Sequence[Part]) -> str:
        ids = list(dict.fromkeys(entry_id for entry_id, _part in parts))
        if len(ids) > 1:
            return ngettext("Merging of {n} entry", "Merging of {n} entries", len(ids)).format(n=len(ids))
        return _("Wording of {entry}").format(entry=self._named(ids))

    def _named(self, entry_ids: Sequence[str]) -> str:
        return labels.several(labels.label(self.minutes, self.minutes.entry(i)) for i in entry_ids)


def _write(sheet: Sheet, parts: Sequence[Part], text: str) -> None:
    typed = {part: now for part in parts if (now := _text(sheet.minutes, part)) is not None}
    if not typed:
        return
    kept = _given_up(sheet, typed)
    if len(typed) == 1 and text == next(iter(typed.values())):
        if kept:
            sheet.drop(kept)
        return
    written = sheet.change(kept, text=text) if kept else _new(sheet, _topic(sheet, typed), text)
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


def _new(sheet: Sheet, topic_id: str, text: str) -> Written:
    seq = max((w.seq for w in sheet.minutes.all(Written)), default=0) + 1
    return sheet.add(Written(id=new_id(), meeting_id=sheet.meeting.id, topic_id=topic_id, seq=seq, text=text))


def _text(minutes: Minutes, part: Part) -> str | None:
    """What an entry says now; None if it says it no more."""
    entry = minutes.entry(part[0])
    return dict(polish.texts(entry)).get(part[1]) if entry else None
