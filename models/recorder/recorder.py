"""The recorder: the one object through which a screen, a command or an import changes a meeting.

What is done while the meeting is on it does itself; what comes before, at the end and on paper are its parts.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from typing import Any

from models import i18n, kinds
from models.calendar import WorkCalendar
from models.capture.changed.renumbered import renumbered
from models.capture.completion import Completions, complete
from models.capture.line import Context, Items
from models.capture.reading import parse, readings
from models.capture.values import Reading
from models.i18n import _
from models.meeting import Disagreement, Opinion, Person, Waiver, new_id
from models.meeting_view import MeetingView
from models.recorder import accept, changes, convert, edit, placed, step_names, topics
from models.recorder.accept import Accepted
from models.recorder.attendance import absence_line, choose_attendance, next_attendance
from models.recorder.closing import Closing
from models.recorder.contexts import disputes_of
from models.recorder.leaving import Leaving
from models.recorder.preparation import Preparation
from models.recorder.said_by import ask_no_more, named_in_front, said_by, said_by_newcomer
from models.recorder.sentences import Sentences
from models.recorder.step import MeetingStep
from models.recorder.steps import Steps
from models.recorder.taken_back import TakenBack, still_says
from models.store import Store
from models.text import clean, fold
from models.whose import asks, run_of

_MAYBE_CODE = r"(?:^|[@+])\s*[A-Za-z]{2,12}(?=[\s:+@/]|$)"
"""Latin letters where a name may stand: scb："""


class Recorder:
    """Records one meeting in one window; each call that changes anything is one step, durable when it returns."""

    def __init__(
        self,
        store: Store,
        meeting_id: str,
        *,
        clock: Callable[[], dt.datetime] = dt.datetime.now,
        window: str | None = None,
        calendar: WorkCalendar | None = None,
        view: MeetingView | None = None,
    ) -> None:
        """Works on a meeting that is open in a window (`view`), else opens it; StoreError if it cannot be read."""
        self.store = store
        self.meeting_id = meeting_id
        self.view = view or MeetingView(store, meeting_id, window)
        self.minutes = self.view.minutes
        """The meeting as it stands; the object stays the same."""
        self._back: tuple[tuple[str, int, str], TakenBack] | None = None
        self._steps = Steps(self.view, clock, calendar)
        self.preparation = Preparation(self._steps)
        self.closing = Closing(self._steps)
        self.leaving = Leaving(self._steps)
        self.sentences = Sentences(self._steps)

    # -- reading -----------------------------------------------------------------------------------------------

    @property
    def context(self) -> Context:
        """What lines are read against: made anew when the meeting has changed or the minute has."""
        return self._steps.context

    def readings(self, line: str, replacing: str | None = None) -> list[Reading]:
        """How a line is understood, the best first; `replacing` is the id of the entry that was taken back for it.

        The line as it was taken back means what is stored, also where nothing would read it so.
        """
        found = list(readings(line, self._said_by(replacing)))
        back = self.taken_back(replacing)
        return back.readings(line, found) if back else found

    def renumbered(self, text: str, since: int, *, unseen: bool = False) -> str:
        """Lines that were typed after the change `since`, with the numbers their items have now.

        `unseen` says that nobody has looked at them since: what others have made meanwhile cannot be meant.
        """
        moved = self.store.renumbered(self.meeting_id, since, self.view.window if unseen else None)
        if not moved:
            return text
        return "\n".join(renumbered(line, moved, self.context) for line in text.split("\n"))

    def complete(self, line: str, cursor: int) -> Completions:
        """The completions of a line at a cursor (in characters), the best first."""
        return complete(line, cursor, self.context)

    def _said_by(self, entry_id: str | None) -> Context:
        """The context, in which what is typed anew stands where it stood, and an opinion is said by who said it."""
        entry = self.minutes.entry(entry_id)
        if entry is None:
            return self.context
        context, topic = self.context, self.minutes.topic(entry.topic_id)
        if topic is not None and topic != self.minutes.live_topic:
            context = replace(context, live=topic.number, disputes=disputes_of(self.minutes, topic.id))
        if entry == self.minutes.latest_entry:
            return context
        said = self.minutes.get(Opinion, entry.id)
        names = (
            self.minutes.department_name(said.department_id if said else None) or None,
            self.minutes.person_name(said.person_id if said else None) or None,
        )
        return replace(context, speaker=names if any(names) else None)

    def names_without_codes(self) -> list[str]:
        """The names that cannot be typed by their pinyin initials yet: for a thread that asks names.codes_of."""
        return self._steps.contexts.nameless_codes(self.minutes)

    def keep_codes(self, codes: Mapping[str, Iterable[str]]) -> None:
        """Takes the codes of names that were worked out elsewhere; lines are read with them from now on."""
        self._steps.contexts.keep(codes)
        self._steps.forget_context()

    def learn_codes(self, lines: Iterable[str] | None = None) -> None:
        """Lets names have their codes (scb：) at once if one may stand in these lines, or in whatever lines may come.

        Working them out takes a third of a second, which nobody should wait for at a key.
        """
        found = lines is None or any(re.search(_MAYBE_CODE, fold(line)) for line in lines)
        self._steps.contexts.learning = found

    # -- an entry taken back ------------------------------------------------------------------------------------

    def taken_back(self, row_id: str | None) -> TakenBack | None:
        """An entry as the line that stands in the bar when it is taken back; None if it is gone."""
        entry = self.minutes.entry(row_id)
        if entry is None:
            return None
        # Written once for each state of the meeting: while an entry is edited every key asks for it.
        key = (entry.id, self.minutes.revision, i18n.current())
        if self._back is None or self._back[0] != key:
            self._back = (key, TakenBack.of(self.minutes, entry, self._said_by(entry.id)))
        return self._back[1]

    def typed(self, row_id: str) -> str:
        """The line of an entry taken back; nothing if the entry is gone."""
        back = self.taken_back(row_id)
        return back.line if back else ""

    def as_typed(self, row_id: str) -> str:
        """The line an entry was typed as, while it still says the entry; else the line that says it now."""
        entry = self.minutes.entry(row_id)
        if entry is None:
            return ""
        line = clean(self.store.line(entry.line_id) or "").strip()
        if line and still_says(line, self.minutes, entry, self._said_by(row_id)):
            return line
        return self.typed(row_id)

    # -- lines -------------------------------------------------------------------------------------------------

    def accept(self, line: str, reading: Reading | None = None, line_id: str | None = None) -> Accepted:
        """Takes a line as it was read (else as it reads best); StoreError if it could not be saved.

        A line that was held has its `line_id` already, by which it is kept.
        """
        return self._take(line, reading, None, line_id)

    def retype(
        self, row_id: str, line: str, reading: Reading | None = None, line_id: str | None = None
    ) -> Accepted:
        """Puts a line in the place of an entry that was taken back: same id and number where the kind stays.

        The line as it was taken back changes nothing and is no step.
        """
        if self.minutes.entry(row_id) is None:
            return self.accept(line, reading, line_id)
        return self._take(line, reading, row_id, line_id)

    def _take(
        self, line: str, reading: Reading | None, replaced: str | None, line_id: str | None
    ) -> Accepted:
        line = clean(line)
        items = reading.items if reading else next((r.items for r in self.readings(line, replaced)), ())
        if (back := self.taken_back(replaced)) and back.keeps(line, items):
            return Accepted(changed=False)
        if missed := accept.missed(items, self.context):
            return Accepted(message=missed, miss=True)
        if why := changes.refused(items):
            return Accepted(message=why, miss=True)
        if not line.strip():
            return Accepted(changed=False)
        with self._steps.begin() as step:
            step.begin_line(line, line_id)
            entry = step.minutes.entry(replaced)
            if entry:
                step.reuse(entry)
            topic = step.minutes.topic(entry.topic_id) if entry else None
            run = run_of(step.minutes, entry) if entry and asks(entry) else []
            if topic is not None and topic != step.minutes.live_topic:
                # All that it is made into stays where it was.
                items = tuple(replace(item, topic=item.topic or topic.number) for item in items)
            accept.do(step, items)
            step.release()
            if entry and asks(entry):
                named_in_front(step, entry, run)
                ask_no_more(step)
            step.label = accept.step_label(step, items)
        if not step.has_written:
            return accept.without_effect(step, items)
        self._steps.last = accept.about(step, items)
        return Accepted(
            label=step.label,
            touched=step.touched,
            message=step.message,
            adjourned=accept.adjourns(items),
        )

    def fill(self, place: str, words: str, line_id: str | None = None) -> Accepted:
        """Puts words where a screen asked for them (`placed.put`): a field of the form, an objection, a sentence.

        Words that were held have their `line_id` already, by which they are kept.
        """
        with self._steps.of_held(words, line_id) if line_id else nullcontext():
            return placed.put(self, place, words)

    @contextmanager
    def as_of(self, moment: dt.datetime | None) -> Iterator[None]:
        """Within it lines are taken as said at a moment before now; at their own time where none is given."""
        with self._steps.as_of(moment):
            yield

    def import_lines(self, lines: Iterable[str]) -> list[int]:
        """Takes many lines in one step; gives the numbers (from 1) of those that had no place and became notes."""
        lines = list(lines)
        self.learn_codes(lines)
        unplaced = []
        with self._steps.begin(timed=False) as step:
            for number, line in enumerate(lines, 1):
                line = line.strip("\r\n")
                if line.strip() and not _import(step, line):
                    unplaced.append(number)
            step.label = _("Imported lines")
        self._steps.last = None
        return unplaced

    def take_all(self, lines: Iterable[str]) -> list[list[Reading]]:
        """Takes lines in one step; gives how each was understood after those before it."""
        found: list[list[Reading]] = []
        with self._steps.begin() as step:
            for line in lines:
                found.append(list(step.read(line)))
                _do(step, line, found[-1][0].items if found[-1] else ())
        return found

    def undo(self) -> str | None:
        """Takes this window's latest step back and says what it was; None if there is none.

        StoreError if another window has changed since what it left, or if it was made on another screen.
        """
        return self._steps.undo()

    def redo(self) -> str | None:
        """Does again what was undone last and says what it was; None if there is nothing."""
        return self._steps.redo()

    def in_words(self, row_id: str) -> str:
        """What a row is called, an entry with its first words."""
        return step_names.in_words(self.minutes, self.minutes.row(row_id))

    # -- entries and other rows --------------------------------------------------------------------------------

    def edit(self, row_id: str, **fields: Any) -> None:
        """Changes fields of any row.

        `due_text` without `due` works the date out; `due` alone sets it by hand. `parties`, `cooperating` and
        `concerned` take departments by id or name, and all of them. A row that is gone is left alone.
        """
        with self._steps.begin(self._steps.name_of(row_id)) as step:
            if row := step.minutes.row(row_id):
                edit.edit(step, row, fields)

    def attribute(self, row_id: str, department_id: str | None, person_id: str | None) -> int:
        """Says whose an entry is that asks (谁说的？), and all of its run; gives how many that were.

        Without department and person it is nobody's in particular: a point. While the run goes on, so does the speaker.
        """
        with self._steps.begin(self._steps.name_of(row_id)) as step:
            entry = step.minutes.entry(row_id)
            return said_by(step, entry, department_id, person_id) if entry else 0

    def attribute_to_newcomer(self, row_id: str) -> int:
        """Says that an entry that asks is by somebody new, of the name its chat gives; gives how many that were."""
        with self._steps.begin(self._steps.name_of(row_id)) as step:
            entry = step.minutes.entry(row_id)
            return said_by_newcomer(step, entry) if entry else 0

    def move(self, row_id: str, topic_id: str) -> None:
        """Moves an entry under another topic; its number stays."""
        with self._steps.begin(self._steps.name_of(row_id)) as step:
            entry, topic = step.minutes.entry(row_id), step.minutes.topic(topic_id)
            if entry and topic:
                step.change(entry, topic_id=topic.id)
                topics.without_nothing(step, entry)

    def convert(self, row_id: str, kind: str) -> None:
        """Makes an entry one of another kind, named as its table (action, open_issue …); its id stays."""
        with self._steps.begin(self._steps.name_of(row_id)) as step:
            if entry := step.minutes.entry(row_id):
                convert.convert(step, entry, kind)
                step.label = step_names.label(step.minutes, step.minutes.entry(row_id))

    def delete(self, row_id: str) -> None:
        """Deletes a row with what only belongs to it: a topic with all its entries."""
        with self._steps.begin() as step:
            if row := step.minutes.row(row_id):
                step.label = _("deleting {what}").format(what=step_names.in_words(step.minutes, row))
                step.drop(row)
                topics.without_nothing(step, row)

    def own(self, row_id: str, department_id: str | None, person_id: str | None) -> int:
        """Says whose an entry is: who said it, owns it, carries it out or leads it; gives how many entries that were.

        Of an opinion nobody knew the speaker of, the answer is that of its whole run.
        """
        entry = self.minutes.entry(row_id)
        if entry is None:
            return 0
        if asks(entry):
            return self.attribute(row_id, department_id, person_id)
        owner = kinds.of(entry).owner
        said = dict(zip(owner.columns if owner else (), (department_id, person_id), strict=False))
        self.edit(row_id, **said, candidates="", **({"carried": False} if isinstance(entry, Opinion) else {}))
        return 1

    def pair(self, row_id: str, dispute_id: str | None) -> None:
        """Lets the consensus (or the reason for deferring) of one disagreement settle another, or stand alone."""
        with self._steps.begin(self._steps.name_of(row_id)) as step:
            found = step.minutes.get(Disagreement, row_id)
            other = step.minutes.get(Disagreement, dispute_id)
            if found and found != other:
                edit.pair(step, found, other)

    def waive(self, rule: str, item: str) -> None:
        """Waives a finding: what it says is missing is left so, knowingly."""
        with self._steps.begin(rule) as step:
            now = step.moment.now.isoformat(timespec="minutes")
            step.add(Waiver(id=new_id(), meeting_id=step.meeting.id, rule=rule, item=item, at=now))

    # -- where the meeting is, and who is there ----------------------------------------------------------------

    def go_live(self, topic_id: str) -> None:
        """Makes a topic the live one."""
        with self._steps.begin(self._steps.name_of(topic_id)) as step:
            if topic := step.minutes.topic(topic_id):
                topics.go_live(step, topic)

    def end_speaker(self) -> None:
        """Nobody speaks any more."""
        with self._steps.begin(_("Speaker")) as step:
            topics.end_speaker(step)

    def set_attendance(self, person_id: str, attendance: str, **said: str | None) -> None:
        """Sets a person's attendance, with reason, proxy, arrived_at and left_at (ISO) as far as they are said."""
        with self._steps.begin(self._steps.name_of(person_id)) as step:
            if person := step.minutes.person(person_id):
                choose_attendance(step, person, attendance, **said)

    def cycle_attendance(self, person_id: str) -> str:
        """The next of present, absent, late, left, with the time; gives the new value."""
        with self._steps.begin(self._steps.name_of(person_id)) as step:
            person = step.minutes.person(person_id)
            return next_attendance(step, person).attendance if person else ""

    def absence_line(self, person: Person) -> tuple[str, int]:
        """The line that says why somebody is absent and who stands in, to be filled in, and where the caret goes."""
        return absence_line(self.minutes, person)

    def all_present(self) -> int:
        """Everybody nobody has looked for yet is there; gives how many that are."""
        with self._steps.begin(_("Attendance")) as step:
            waiting = [p for p in step.minutes.all(Person) if p.attendance == "unknown"]
            for person in waiting:
                choose_attendance(step, person, "present")
        return len(waiting)


def _import(step: MeetingStep, line: str) -> bool:
    """Takes one of many lines; False for one that had no place."""
    return _do(step, line, parse(line, step.context()))


def _do(step: MeetingStep, line: str, items: Items) -> bool:
    """Does what one of many lines says; False where it had no place."""
    before = step.touched_count
    step.begin_line(line)
    placed = accept.do(step, items)
    step.last = accept.about(step, items, before)
    return placed
