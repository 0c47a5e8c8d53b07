"""The sentences of the written minutes: which entries each stands for, where it belongs, and whether it is up to date.

As long as nobody writes anything, every text of every entry is a sentence of its own. A written sentence takes the
place of the entries it stands for. Nothing is ever copied back: entries stay as they were typed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from models import kinds
from models.meeting import (
    ENTRIES,
    Disagreement,
    Entry,
    Opinion,
    Point,
    Written,
    WrittenSource,
)
from models.minutes import Minutes
from models.polish.order import in_document_order

Part = tuple[str, str]
"""One text of an entry: the entry's id, and which of its texts (empty but for disagreements)."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text that a sentence stands for."""

    entry: Entry
    part: str
    text: str
    """As it is now."""
    seen: str | None = None
    """As it was when the sentence was written; None where nothing was written for it."""

    @property
    def key(self) -> Part:
        """The entry's id and which of its texts."""
        return self.entry.id, self.part


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the written side, and what stands for it on the left."""

    topic_id: str
    text: str
    sources: tuple[Source, ...]
    """In the order of typing; none for a sentence that stands for itself."""
    written: Written | None = None
    """What was written; None where the sentence is the entry's own text."""
    gone: tuple[str, ...] = ()
    """Texts it stood for that are no longer there."""

    @property
    def id(self) -> str:
        """A key that stays the same as long as it stands for the same entry first."""
        lead = self.lead
        return f"{lead.entry.id}/{lead.part}" if lead else self.written.id if self.written else ""

    @property
    def lead(self) -> Source | None:
        """The source whose place in the document the sentence takes."""
        return min(self.sources, key=_leads, default=None)

    @property
    def kind(self) -> type[Entry]:
        """The kind of entry it is in the document."""
        return type(self.lead.entry) if self.lead else Point

    @property
    def parts(self) -> tuple[Part, ...]:
        """All texts it stands for."""
        return tuple(source.key for source in self.sources)

    @property
    def entries(self) -> tuple[str, ...]:
        """The ids of the entries it stands for."""
        return tuple(dict.fromkeys(source.entry.id for source in self.sources))

    @property
    def left_out(self) -> bool:
        """Whether the minutes leave it out: as its lead, where that is more than words, else as all its sources."""
        lead = self.lead
        if lead is not None and _is_fixed(lead.entry):
            return lead.entry.left_out
        return bool(self.sources) and all(source.entry.left_out for source in self.sources)

    @property
    def exported(self) -> bool:
        """Whether the document shows it; the recorder's own notes are only shown when asked for."""
        return not self.left_out and not self.kind.private

    @property
    def merged(self) -> bool:
        """Whether several texts became this one sentence."""
        return len(self.sources) > 1

    @property
    def stale(self) -> bool:
        """Whether something it stands for has changed or gone since it was written."""
        return bool(self.gone) or bool(self.changed)

    @property
    def changed(self) -> tuple[Source, ...]:
        """The sources that say something else than when the sentence was written."""
        return tuple(s for s in self.sources if s.seen is not None and s.seen != s.text)


def _is_fixed(entry: Entry) -> bool:
    """Whether no other sentence can take an entry up."""
    return kinds.of(entry).more_than_words


def _leads(source: Source) -> tuple[bool, int, int, str]:
    entry = source.entry
    return (not _is_fixed(entry), ENTRIES.index(type(entry)), entry.seq, source.part)


def texts(entry: Entry) -> list[tuple[str, str]]:
    """The texts of an entry, each with its part (dispute, consensus, reason; empty for other kinds)."""
    if not isinstance(entry, Disagreement):
        return [("", kinds.text_of(entry))]
    found = [("dispute", entry.dispute)]
    if entry.consensus or entry.status == "settled":
        found.append(("consensus", entry.consensus))
    elif entry.reason:
        found.append(("reason", entry.reason))
    return [(part, text) for part, text in found if text]


def sentences(minutes: Minutes, topic_id: str) -> list[Sentence]:
    """The written side of one topic, in the order of the document."""
    return WrittenSide(minutes).topic(topic_id)


class WrittenSide:
    """The written sentences of a meeting by what they stand for, looked up once."""

    def __init__(self, minutes: Minutes) -> None:
        self.minutes = minutes
        self._by_part: dict[Part, Written] = {}
        self._of_topic: dict[str, list[Sentence]] = defaultdict(list)
        for written in minutes.all(Written):
            self._take(written)

    def _take(self, written: Written) -> None:
        kept = self.minutes.sources(written.id)
        found = [source for one in kept if (source := self._source(one)) is not None]
        if not found:
            # With everything it stood for it is gone, and comes back with that; but where another sentence
            # stands for all of that, too, it is said beside it.
            if not kept or any((one.item, one.part) in self._by_part for one in kept):
                self._of_topic[written.topic_id].append(Sentence(written.topic_id, written.text, (), written))
            return
        lead = min(found, key=_leads)
        topic_id = lead.entry.topic_id
        here = sorted((s for s in found if s is lead or _taken_up(s, topic_id)), key=_typed)
        parts = {source.key for source in here}
        gone = tuple(one.text for one in kept if (one.item, one.part) not in parts)
        sentence = Sentence(topic_id, written.text, tuple(here), written, gone)
        self._of_topic[topic_id].append(sentence)
        self._by_part |= dict.fromkeys(parts, written)

    def _source(self, kept: WrittenSource) -> Source | None:
        entry = self.minutes.entry(kept.item)
        now = dict(texts(entry)) if entry else {}
        if entry is None or kept.part not in now or (kept.item, kept.part) in self._by_part:
            return None
        return Source(entry, kept.part, now[kept.part], kept.text)

    def of_topic(self, topic_id: str) -> list[Sentence]:
        """The sentences somebody wrote for a topic, in the order of writing."""
        return self._of_topic.get(topic_id, [])

    def covers(self, entry_id: str, field: str) -> bool:
        """Whether somebody wrote a sentence for the text in a field of an entry."""
        return (entry_id, field) in self._by_part or (entry_id, "") in self._by_part

    @property
    def empty(self) -> bool:
        """Whether nothing was written at all."""
        return not self._of_topic

    def topic(self, topic_id: str) -> list[Sentence]:
        """The whole written side of a topic, in the order of the document."""
        return sorted([*self.of_topic(topic_id), *self._unwritten(topic_id)], key=self._place)

    def _unwritten(self, topic_id: str) -> Iterator[Sentence]:
        for entry in self.minutes.topic_entries(topic_id):
            for part, text in texts(entry):
                if (entry.id, part) not in self._by_part:
                    yield Sentence(topic_id, text, (Source(entry, part, text),))

    def _place(self, sentence: Sentence) -> tuple[int, int, int, int]:
        lead = sentence.lead
        if lead is None:
            return (ENTRIES.index(Point), 1, sentence.written.seq if sentence.written else 0, 0)
        order = self._department_place(lead.entry) if isinstance(lead.entry, Opinion) else 0
        part = 0 if lead.part in ("", "dispute") else 1
        return (ENTRIES.index(type(lead.entry)), order, lead.entry.seq, part)

    def _department_place(self, opinion: Opinion) -> int:
        unknown = len(self._department_places) + (opinion.person_id is None)
        return self._department_places.get(opinion.department_id or "", unknown)

    @cached_property
    def _department_places(self) -> dict[str, int]:
        return {d.id: place for place, d in enumerate(in_document_order(self.minutes))}


def _taken_up(source: Source, topic_id: str) -> bool:
    """Whether an entry can stand in a sentence that another leads: it may have moved or become another kind since."""
    return source.entry.topic_id == topic_id and not _is_fixed(source.entry)


def _typed(source: Source) -> tuple[int, str]:
    return (source.entry.seq, source.part)


def can_merge(found: Sequence[Sentence]) -> bool:
    """Whether several sentences can become one: of one topic, and at most one of them more than words."""
    fixed = [s for one in found for s in one.sources if _is_fixed(s.entry)]
    return (
        len(found) > 1
        and len(fixed) < 2
        and all(one.sources for one in found)
        and len({one.topic_id for one in found}) == 1
    )


def holders(minutes: Minutes, sentence: Sentence) -> list[str]:
    """Whose opinion a sentence is: the ids of the departments, in the order of the document."""
    said = {s.entry.department_id for s in sentence.sources if isinstance(s.entry, Opinion)}
    if sentence.kind is not Opinion:
        return []
    return [d.id for d in in_document_order(minutes) if d.id in said]
