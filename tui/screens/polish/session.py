"""Between the recorder and the polish screen: the topic one is on, what is marked, what each key does.

It knows no widget. The screen asks it to do things and shows what it says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from exporters.punctuation import bare, joined, sentence
from models import colloquial, i18n, polish, wording
from models.capture.words.idiom import idiom
from models.colloquial import Spoken
from models.i18n import _, ngettext
from models.kinds import KINDS
from models.meeting import Disagreement, Note, Opinion, Topic
from models.polish import Part, Sentence, Source
from tui.result import Result
from tui.session import Session
from tui.unfinished import Unfinished

if TYPE_CHECKING:
    from tui.open_meeting import OpenMeeting


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer: what one key does for a sentence."""

    label: str
    take: Callable[[], Result]


@dataclass(frozen=True, slots=True)
class _Known:
    """Sentences and findings at one state of the meeting."""

    revision: int
    sentences: dict[str, list[Sentence]]
    spoken: dict[str, list[Spoken]]
    to_look_at: list[tuple[int, str]]
    lines: dict[Part, str] = field(default_factory=dict)
    """The lines on the left, as far as they were shown."""


class PolishSession(Session):
    """The written side of one meeting in one window."""

    def __init__(self, meeting: OpenMeeting) -> None:
        super().__init__(meeting)
        self.at = 0
        """The topic, from 0."""
        self.marked: dict[str, None] = {}
        """The sentences that are to become one, by id, in the order of marking."""
        self.unfinished = Unfinished(self, "polish")
        self._known: _Known | None = None

    # -- what there is --------------------------------------------------------------------------------------------

    @property
    def topics(self) -> Sequence[Topic]:
        """The topics in order."""
        return self.minutes.topics

    @property
    def topic(self) -> Topic | None:
        """The topic one is on; None where the meeting has none."""
        self.at = max(0, min(self.at, len(self.topics) - 1))
        return self.topics[self.at] if self.topics else None

    def _all(self) -> _Known:
        """Every topic's sentences and what is wrong with them, made anew when the meeting has changed."""
        if self._known is None or self._known.revision != self.minutes.revision:
            side = polish.WrittenSide(self.minutes)
            found = {topic.id: side.topic(topic.id) for topic in self.topics}
            words = {s.id: polish.spoken(self.minutes, s) for made in found.values() for s in made}
            look = [
                (n, s.id)
                for n, made in enumerate(found.values())
                for s in made
                if s.exported and (s.stale or words[s.id])
            ]
            self._known = _Known(self.minutes.revision, found, words, look)
        return self._known

    @property
    def sentences(self) -> list[Sentence]:
        """The written side of the topic one is on."""
        return self._all().sentences.get(self.topic.id, []) if self.topic else []

    def sentence(self, sentence_id: str | None) -> Sentence | None:
        """A sentence of this topic."""
        return next((s for s in self.sentences if s.id == sentence_id), None)

    def line(self, source: Source) -> str:
        """What was typed for a text; one of several texts of a disagreement stands behind its own marker."""
        lines = self._all().lines
        if source.key not in lines:
            lines[source.key] = self._line(source)
        return lines[source.key]

    def _line(self, source: Source) -> str:
        entry = source.entry
        if not isinstance(entry, Disagreement):
            return self.recorder.as_typed(entry.id)
        alone = source.part == "dispute" or not entry.dispute
        line = self.recorder.as_typed(entry.id) if alone else ""
        families = {"consensus": "consensus", "reason": "deferred"}
        marked = idiom(i18n.current()).marked(families.get(source.part, "dispute"), source.text)
        return line if line.endswith(source.text) and line else marked

    def holding(self, part: Part) -> str | None:
        """The sentence of this topic that stands for a text now."""
        return next((s.id for s in self.sentences if part in s.parts), None)

    def spoken(self, found: Sentence) -> list[Spoken]:
        """The spoken words of a sentence."""
        return self._all().spoken.get(found.id, [])

    @property
    def to_look_at(self) -> list[tuple[int, str]]:
        """The sentences with a spoken word or older than what they stand for, by the topic's place and by id."""
        return self._all().to_look_at

    def holder(self, found: Sentence) -> str:
        """The holder of the opinion a sentence tells, in words."""
        names = [self.minutes.department_name(i) for i in polish.holders(self.minutes, found)]
        lead = found.lead.entry if found.lead else None
        guest = self.minutes.person_name(lead.person_id) if isinstance(lead, Opinion) and not names else ""
        return wording.listed(names) or guest

    # -- moving ---------------------------------------------------------------------------------------------------

    def turn(self, step: int) -> bool:
        """Turns to the next (1) or previous (-1) topic; False past the ends."""
        if not 0 <= self.at + step < len(self.topics):
            return False
        self.at += step
        self.marked.clear()
        return True

    def next_to_look_at(self, after: str | None) -> str | None:
        """Goes on to the next sentence that wants a look, round the meeting; None if none does."""
        order = [(n, s.id) for n, made in enumerate(self._all().sentences.values()) for s in made]
        places = {found: place for place, found in enumerate(order)}
        here = places.get(
            (self.at, after or ""), next((k for k, o in enumerate(order) if o[0] == self.at), 0) - 1
        )
        later = [found for found in self.to_look_at if places[found] > here]
        found = next(iter([*later, *self.to_look_at]), None)
        if found is None:
            return None
        self.at, sentence_id = found
        return sentence_id

    def go_to(self, written_id: str) -> str | None:
        """Goes to the topic of a written sentence and gives the sentence; None where it is told no more."""
        for place, made in enumerate(self._all().sentences.values()):
            for found in made:
                if found.written and found.written.id == written_id:
                    self.at = place
                    return found.id
        return None

    def mark(self, sentence_id: str | None) -> None:
        """Marks a sentence to become one with others, or takes the mark back."""
        if sentence_id in self.marked:
            del self.marked[sentence_id]
        elif (found := self.sentence(sentence_id)) and found.sources:
            self.marked[found.id] = None

    @property
    def merging(self) -> list[Sentence]:
        """The marked sentences, in the order of the document."""
        return [s for s in self.sentences if s.id in self.marked]

    # -- words ----------------------------------------------------------------------------------------------------

    def as_written(self, found: Sentence, text: str | None = None) -> str:
        """A sentence as the document prints it, in a cell without its full stop."""
        words = found.text if text is None else text
        return sentence(words) if found.kind.table in ("background", "point") else bare(words)

    def name_of(self, found: Sentence) -> str:
        """The name of a sentence where it is asked for."""
        if found.kind is Opinion and (holder := self.holder(found)):
            return holder
        lead = found.lead.entry if found.lead else None
        return (lead.code if lead else "") or KINDS[found.kind].name()

    def joined(self, found: Sequence[Sentence]) -> str:
        """Joins several sentences as the beginning of one."""
        one_holder = len({self.holder(s) for s in found}) == 1 or all(s.kind is Opinion for s in found)
        texts = [s.text if one_holder or not self.holder(s) else self._said_by(s) for s in found]
        return bare(joined(texts))

    def _said_by(self, found: Sentence) -> str:
        return f"{self.holder(found)}{wording.colon()}{found.text}"

    def brief(self, line: str, found: Sentence) -> list[tuple[Spoken, str]]:
        """The spoken words of a line that is being typed for a sentence, with the first way to write each."""
        return [(s, next(iter(s.written), "")) for s in polish.spoken(self.minutes, found, line) if s.written]

    # -- offers ---------------------------------------------------------------------------------------------------

    def offers(self, found: Sentence | None) -> list[Offer]:
        """Offers for a sentence, one a digit: written forms first, then about what it stands for."""
        if found is None:
            return []
        made = [
            Offer(colloquial.form_label(spoken, form), partial(self._take, found, spoken, form))
            for spoken in self.spoken(found)
            for form in spoken.written
        ]
        if found.stale and found.written:
            written_id = found.written.id
            still = Offer(_("still right as it is written"), lambda: self.still_right(written_id))
            made += [still, Offer(_("back to what was typed"), lambda: self.split(found))]
        return made

    def _take(self, found: Sentence, spoken: Spoken, form: str) -> Result:
        return self.write(found, spoken.replaced(found.text, form))

    # -- doing ----------------------------------------------------------------------------------------------------

    def write(self, found: Sentence, text: str) -> Result:
        """Writes a sentence in other words."""
        text = text.strip()
        if text == found.text and not found.stale:
            return Result()
        title = self.name_of(found) + wording.colon()
        if not found.sources and found.written:
            return self.fill(f"written/{found.written.id}", text, title)
        return self.fill(_place(found.parts), text, title)

    def merge(self, found: Sequence[Sentence], text: str) -> Result:
        """Merges sentences into one."""
        parts = [part for one in found for part in one.parts]
        words = ngettext("{n} entry is one sentence now", "{n} entries are one sentence now", len(parts))
        title = ngettext("one sentence for {n}", "one sentence for {n}", len(found)).format(n=len(found))
        said = self.fill(_place(parts), text, title + wording.colon())
        self.marked.clear()
        return replace(said, words=words.format(n=len(parts))) if said.ok else said

    def split(self, found: Sentence) -> Result:
        """Splits a sentence: every entry stands for itself again, as typed."""
        written = found.written
        if written is None or not found.sources:
            return Result()
        return self.do(lambda: self.recorder.sentences.split(written.id), _("As typed again"))

    def still_right(self, written_id: str) -> Result:
        """Confirms that a sentence holds although its entries have changed."""
        return self.do(lambda: self.recorder.sentences.still_right(written_id), _("Still right"))

    def toggle(self, found: Sentence) -> Result:
        """Leaves a sentence out of the minutes, or takes it in again; one that stands for nothing goes."""
        if not found.sources and found.written:
            written_id = found.written.id
            return self.do(lambda: self.recorder.delete(written_id), _("Taken out"))
        if found.kind is Note:
            return Result(_("Notes are never part of the minutes"), ok=False)
        out = not found.left_out
        words = _("Not for the minutes") if out else _("For the minutes again")
        return self.do(lambda: self.recorder.sentences.leave_out(found.entries, out), words)

    def take_note_in(self, found: Sentence) -> Result:
        """Makes a note a discussion point."""
        entry_id = found.entries[0]
        return self.do(lambda: self.recorder.convert(entry_id, "point"), _("A discussion point now"))

    def add(self, text: str) -> Result:
        """Adds a sentence that nobody typed while recording."""
        topic = self.topic
        if topic is None:
            return Result()
        return self.fill(f"addition/{topic.id}", text, _("a sentence of its own") + wording.colon())

    def waive(self, found: Sentence, word: str) -> Result:
        """Waives the finding about a spoken word of a sentence: the word is right here."""
        key = polish.pass_key(found, word)
        return self.do(lambda: self.recorder.waive(polish.RULE, key), _("Let pass"))


def _place(parts: Sequence[Part]) -> str:
    """The key under which words for texts of entries are kept and held."""
    return "sentence/" + ",".join("/".join(part) for part in parts)
