"""Sentences of the written side: written, merged, split, left out, each as one step."""

from __future__ import annotations

from collections.abc import Sequence

from models import polish
from models.i18n import _, ngettext
from models.meeting import Written, WrittenSource, new_id
from models.minutes import Minutes
from models.polish import Part
from models.recorder import step_names
from models.recorder.step import MeetingStep
from models.recorder.steps import Steps


class Sentences:
    """Changes what the document says without touching what was typed; every method is one step."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps

    def write(self, parts: Sequence[Part], text: str) -> None:
        """Makes one sentence of these texts of entries; they leave any other they stood in.

        A single text written as it was typed is no longer written but typed. Texts that are gone are passed over.
        """
        with self._steps.begin(self._wording(parts)) as step:
            _write(step, parts, text)

    def add(self, topic_id: str, text: str) -> str:
        """Adds a discussion point that nobody typed while recording; gives its id."""
        with self._steps.begin(_("Sentence")) as step:
            return _new(step, topic_id, text).id

    def split(self, written_id: str) -> None:
        """Splits a written sentence: every entry it stood for stands for itself again, as typed."""
        written = self._steps.minutes.get(Written, written_id)
        parts = [(s.item, s.part) for s in self._steps.minutes.sources(written_id)]
        with self._steps.begin(self._wording(parts)) as step:
            if written and (found := step.minutes.get(Written, written_id)):
                step.drop(found)

    def still_right(self, written_id: str) -> None:
        """Confirms a sentence although entries it stands for have changed since it was written."""
        parts = [(s.item, s.part) for s in self._steps.minutes.sources(written_id)]
        with self._steps.begin(self._wording(parts)) as step:
            for source in step.minutes.sources(written_id):
                now = _text_now(step.minutes, (source.item, source.part))
                if now is None:
                    step.drop(source)
                else:
                    step.change(source, text=now)

    def leave_out(self, entry_ids: Sequence[str], left_out: bool = True) -> None:
        """Leaves entries out of the minutes (不入纪要), or takes them in again."""
        words = _("Leaving out {entry}") if left_out else _("Taking in {entry}")
        with self._steps.begin(words.format(entry=self._named(entry_ids))) as step:
            for entry_id in entry_ids:
                if entry := step.minutes.entry(entry_id):
                    step.change(entry, left_out=left_out)

    def _wording(self, parts: Sequence[Part]) -> str:
        ids = list(dict.fromkeys(entry_id for entry_id, _part in parts))
        if len(ids) > 1:
            return ngettext("Merging of {n} entry", "Merging of {n} entries", len(ids)).format(n=len(ids))
        return _("Wording of {entry}").format(entry=self._named(ids))

    def _named(self, entry_ids: Sequence[str]) -> str:
        return step_names.several(self._steps.name_of(i) for i in entry_ids)


def _write(step: MeetingStep, parts: Sequence[Part], text: str) -> None:
    """Makes one sentence of these texts of entries; see `Sentences.write`."""
    typed = {part: now for part in parts if (now := _text_now(step.minutes, part)) is not None}
    if not typed:
        return
    kept = _given_up(step, typed)
    if len(typed) == 1 and text == next(iter(typed.values())):
        if kept:
            step.drop(kept)
        return
    written = step.change(kept, text=text) if kept else _new(step, _topic(step, typed), text)
    present = {(s.item, s.part): s for s in step.minutes.sources(written.id)}
    for (item, part), now in typed.items():
        if source := present.pop((item, part), None):
            step.change(source, text=now)
        else:
            step.add(
                WrittenSource(
                    id=new_id(),
                    meeting_id=step.meeting.id,
                    written_id=written.id,
                    item=item,
                    part=part,
                    text=now,
                )
            )
    for source in present.values():
        step.drop(source)


def _given_up(step: MeetingStep, typed: dict[Part, str]) -> Written | None:
    """The sentence these texts already have, the first where they have several; the others lose them."""
    sources = [s for s in step.minutes.all(WrittenSource) if (s.item, s.part) in typed]
    ids = sorted({s.written_id for s in sources}, key=lambda i: _seq(step, i))
    for other in ids[1:]:
        staying = [s for s in step.minutes.sources(other) if (s.item, s.part) not in typed]
        if staying:
            for source in step.minutes.sources(other):
                if source not in staying:
                    step.drop(source)
        elif row := step.minutes.get(Written, other):
            step.drop(row)
    return step.minutes.get(Written, ids[0]) if ids else None


def _seq(step: MeetingStep, written_id: str) -> int:
    found = step.minutes.get(Written, written_id)
    return found.seq if found else 0


def _topic(step: MeetingStep, typed: dict[Part, str]) -> str:
    entry = step.minutes.entry(next(iter(typed))[0])
    assert entry is not None
    return entry.topic_id


def _new(step: MeetingStep, topic_id: str, text: str) -> Written:
    """Adds a sentence at the end of a topic."""
    seq = max((w.seq for w in step.minutes.all(Written)), default=0) + 1
    return step.add(Written(id=new_id(), meeting_id=step.meeting.id, topic_id=topic_id, seq=seq, text=text))


def _text_now(minutes: Minutes, part: Part) -> str | None:
    """What an entry says now; None if it says it no more."""
    entry = minutes.entry(part[0])
    return dict(polish.texts(entry)).get(part[1]) if entry else None
