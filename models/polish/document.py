"""The meeting as its document tells it: every text as it was written, and nothing twice."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from models import kinds
from models.meeting import TABLES, Entry, Opinion, Point, Row
from models.minutes import Minutes
from models.polish.sentences import Sentence, WrittenSide, holders


class AsWritten:
    """A meeting with the written sentences in the place of what was typed."""

    def __init__(self, minutes: Minutes) -> None:
        self._typed = minutes
        side = WrittenSide(minutes)
        topics = () if side.empty else minutes.topics
        self._sentences = [sentence for topic in topics for sentence in side.of_topic(topic.id)]

    @cached_property
    def minutes(self) -> Minutes:
        """The rows, with entries that another sentence takes up left out; the meeting itself if nothing is written."""
        if not self._sentences:
            return self._typed
        changed: dict[str, Row] = {}
        for sentence in self._sentences:
            self._write(sentence, changed)
        made = Minutes(row for table in TABLES for row in self._typed.all(table) if row.id not in changed)
        made.apply(changed.values())
        made.revision = self._typed.revision
        return made

    def _write(self, sentence: Sentence, changed: dict[str, Row]) -> None:
        lead = sentence.lead
        if lead is None:
            changed[sentence.id] = _point(sentence)
            return
        for source in sentence.sources:
            if source.entry.id != lead.entry.id:
                changed[source.entry.id] = replace(source.entry, left_out=True)
        # A disagreement has several texts, each of which may have been written.
        entry = changed.get(lead.entry.id, lead.entry)
        assert isinstance(entry, Entry)
        changed[entry.id] = _led(entry, lead.part, sentence)

    def stands_for(self, row_id: str) -> tuple[str, ...]:
        """The ids of all entries told in the place of this one, itself among them."""
        told = self._led_by.get(row_id, ())
        return tuple(dict.fromkeys([row_id, *(i for sentence in told for i in sentence.entries)]))

    def holders(self, opinion: Opinion) -> list[str]:
        """The departments whose opinion it is; more than one where those of several became one sentence."""
        told = self._led_by.get(opinion.id, ())
        found = [i for sentence in told for i in holders(self._typed, sentence)]
        return found or [i for i in (opinion.department_id,) if i]

    @cached_property
    def _led_by(self) -> dict[str, list[Sentence]]:
        found: dict[str, list[Sentence]] = {}
        for sentence in self._sentences:
            if lead := sentence.lead:
                found.setdefault(lead.entry.id, []).append(sentence)
        return found


def _point(sentence: Sentence) -> Point:
    """A sentence that stands for no entry: a discussion point behind the others."""
    written = sentence.written
    assert written is not None
    seq = 1_000_000_000 + written.seq
    return Point(
        id=written.id, meeting_id=written.meeting_id, topic_id=written.topic_id, seq=seq, text=written.text
    )


def _led(entry: Entry, part: str, sentence: Sentence) -> Entry:
    field = part or kinds.text_field(entry)
    sources = [s.entry for s in sentence.sources]
    candidates = dict.fromkeys(name for e in sources for name in e.candidates.split("、") if name)
    common = {
        field: sentence.text,
        "left_out": sentence.left_out,
        "doubt": any(e.doubt for e in sources),
        "candidates": "、".join(candidates),
    }
    if isinstance(entry, Opinion):
        opinions = [e for e in sources if isinstance(e, Opinion)]
        people = {o.person_id for o in opinions if o.person_id}
        stances = {o.stance for o in opinions if o.stance != "none"}
        common["person_id"] = people.pop() if len(people) == 1 else None
        common["stance"] = stances.pop() if len(stances) == 1 else "none"
    return replace(entry, **common)  # type: ignore[arg-type]
