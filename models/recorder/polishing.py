"""The written side through the recorder: sentences written, merged, split and left out, each as one step."""

from __future__ import annotations

from collections.abc import Sequence

from models.i18n import _, ngettext
from models.meeting import Written
from models.polish import Part
from models.recorder import sentences, step_names
from models.recorder.editing import Editing


class Polishing(Editing):
    """Changes what the document says without touching what was typed."""

    def write(self, parts: Sequence[Part], text: str) -> None:
        """Makes one sentence of these texts of entries; they leave any other they stood in.

        A single text written as it was typed is no longer written but typed. Texts that are gone are passed over.
        """
        with self._writing(self._wording(parts)) as sheet:
            sentences.write(sheet, parts, text)

    def add_sentence(self, topic_id: str, text: str) -> str:
        """A discussion point that nobody typed while recording; gives its id."""
        with self._writing(_("Sentence")) as sheet:
            return sentences.new(sheet, topic_id, text).id

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
                now = sentences.text_now(sheet.minutes, (source.item, source.part))
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
        return step_names.several(step_names.label(self.minutes, self.minutes.entry(i)) for i in entry_ids)
