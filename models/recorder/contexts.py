"""The context of a meeting, against which lines are read; made anew only for what has changed."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterable, Mapping

from models import called
from models.calendar import WorkCalendar
from models.capture.line import Context, Dispute, Written
from models.item_words import item_words
from models.kinds import latest_text
from models.meeting import NUMBERED, Department, Numbered, Opinion, Person
from models.minutes import Minutes
from models.names import codes_of
from models.organisation import CompanyPerson, Organisation
from models.recorder.step import anchor
from models.roster import Roster
from models.series import EarlierMeetings
from models.store import Store

_PINYIN = "pypinyin"
_CORRECTABLE = 200
"""How far back 更正 looks."""


class Contexts:
    """Makes the context of one meeting; keeps the roster while nobody joins."""

    def __init__(self, store: Store, earlier: EarlierMeetings, calendar: WorkCalendar | None = None) -> None:
        self._store = store
        self._calendar = calendar
        self._earlier = earlier
        self.learning = False
        """Whether names get their codes as they join; else only once the pinyin library is there anyhow."""
        self._listed: tuple[list[Department], list[Person]] = ([], [])
        self._roster = Roster()
        self._learned: dict[str, tuple[str, ...]] = {}
        self._organisation = Organisation()
        self._stale = True
        """Whether names have codes the roster does not know."""
        self._company: Roster | None = None
        self._titles: list[str] | None = None
        self._spellings: dict[str, tuple[str, ...]] = {}
        self._numbered: list[list[Numbered]] = [[] for _kind in NUMBERED]
        self._codes: frozenset[str] = frozenset()

    def make(self, minutes: Minutes, now: dt.datetime, *, timed: bool = True) -> Context:
        """The context as the meeting stands."""
        meeting = minutes.meeting
        live = minutes.live_topic or next(iter(minutes.topics), None)
        latest = minutes.latest_entry
        return Context(
            anchor=anchor(meeting, now),
            roster=self._roster_of(minutes),
            now=now.strftime("%H:%M") if timed else None,
            speaker=None if meeting.speaker_asks else _speaker(minutes),
            asking=meeting.speaker_asks,
            aside=_speaker(minutes) if meeting.speaker_asks else None,
            topics=tuple((topic.number, topic.title) for topic in minutes.topics),
            live=live.number if live else None,
            begun=minutes.live_topic is not None,
            facts_open=not minutes.has_entries,
            spellings=self._spellings_of(minutes),
            codes=self._codes_of(minutes),
            words_of=lambda number: self._words_of(minutes, number),
            disputes=disputes_of(minutes, live.id) if live else (),
            latest_kind=latest.table if latest else None,
            latest_id=latest.id if latest else None,
            latest_texts=_correctable(minutes),
            unspoken=tuple(d.name for d in _unspoken(minutes, live.id if live else "")),
            previous_codes=self._earlier.codes(meeting),
            calendar=self._calendar,
        )

    def _words_of(self, minutes: Minutes, number: str) -> dict[str, str]:
        """What an item of this or an earlier meeting says now."""
        if number.startswith("上"):
            return self._earlier.words(minutes.meeting, number)
        row = minutes.numbered(number)
        return item_words(minutes, row) if row else {}

    def nameless_codes(self, minutes: Minutes) -> list[str]:
        """The names in the meeting whose pinyin nobody has worked out yet."""
        company = self._store.organisation
        names = dict.fromkeys(
            [
                *(d.name for d in minutes.departments),
                *(name for p in minutes.all(Person) for name in (p.name, p.full_name)),
                *filter(None, (t.title for t in minutes.topics)),
                *(d.name for d in company.departments),
                *(name for p in company.people for name in (p.name, p.full_name)),
            ]
        )
        known = self._store.codes(names) | self._learned
        return [name for name in names if name and name not in known]

    def learn(self, minutes: Minutes) -> None:
        """Works out the missing codes; the first call of a process loads the pinyin library, a third of a second."""
        self.keep({name: codes_of(name) for name in self.nameless_codes(minutes)})

    def keep(self, codes: Mapping[str, Iterable[str]]) -> None:
        """Keeps codes that were worked out; the roster is made again with them."""
        if codes:
            self._learned |= {name: tuple(spelt) for name, spelt in codes.items()}
            self._store.keep_codes(codes)
            self._stale = True
            self._titles = None

    def _spellings_of(self, minutes: Minutes) -> dict[str, tuple[str, ...]]:
        """How the titles of the agenda are spelt."""
        titles = [topic.title for topic in minutes.topics]
        if titles != self._titles:
            self._titles = titles
            self._spellings = self._store.codes(titles) | {
                title: self._learned[title] for title in titles if title in self._learned
            }
        return self._spellings

    def _roster_of(self, minutes: Minutes) -> Roster:
        listed, company = (minutes.departments, minutes.all(Person)), self._store.organisation
        joined = listed[0] is not self._listed[0] or listed[1] is not self._listed[1]
        if joined or self._stale or company is not self._organisation:
            if self.learning or _PINYIN in sys.modules:
                self.learn(minutes)
            if self._stale or company is not self._organisation:
                self._organisation = company
                self._company = self._roster_of_company() if company else None
            self._listed, self._stale = listed, False
            self._roster = self._build(minutes)
        return self._roster

    def _build(self, minutes: Minutes) -> Roster:
        departments, people = self._listed
        every = [d.name for d in departments] + [
            name for p in people for name in (p.name, p.full_name) if name
        ]
        codes = self._store.codes(every) | self._learned
        return Roster.build(
            [
                (d.number, d.name, tuple(filter(None, d.aliases.split("、"))), codes.get(d.name, ()))
                for d in departments
            ],
            [
                (
                    minutes.department_name(p.department_id) or None,
                    p.number,
                    p.name,
                    p.full_name,
                    p.title,
                    _both(codes, p),
                    p.attendance,
                )
                for p in people
            ],
            self._company,
        )

    def _roster_of_company(self) -> Roster:
        """Everybody of the company, nobody with a number."""
        company = self._organisation
        every = [d.name for d in company.departments]
        codes = self._store.codes(
            every + [name for p in company.people for name in (p.name, p.full_name) if name]
        )
        return Roster.build(
            [(0, d.name, d.aliases, codes.get(d.name, ())) for d in company.departments],
            [
                (p.department or None, 0, p.name, p.full_name, p.title, _both(codes, p), "unknown")
                for p in company.people
            ],
        )

    def _codes_of(self, minutes: Minutes) -> frozenset[str]:
        """The numbers that exist; of those given since only the new ones are looked at."""
        numbered: list[list[Numbered]] = [minutes.all(kind) for kind in NUMBERED]
        changed = [(new, old) for new, old in zip(numbered, self._numbered, strict=True) if new is not old]
        self._numbered = numbered
        if all(_goes_on(new, old) for new, old in changed):
            added = [new[-1].code for new, _old in changed]
            self._codes = self._codes | frozenset(added) if added else self._codes
        else:
            self._codes = frozenset(row.code for rows in numbered for row in rows)
        return self._codes


def _both(codes: Mapping[str, tuple[str, ...]], one: Person | CompanyPerson) -> tuple[str, ...]:
    """The spellings of the name as spoken and of the full name."""
    return tuple(dict.fromkeys((*codes.get(one.name, ()), *codes.get(one.full_name, ()))))


def _goes_on(new: list[Numbered], old: list[Numbered]) -> bool:
    """Whether a list is another with one more row at its end."""
    return len(new) == len(old) + 1 and (not old or (new[0] is old[0] and new[-2] is old[-1]))


def _speaker(minutes: Minutes) -> tuple[str | None, str | None] | None:
    meeting = minutes.meeting
    department = minutes.department_name(meeting.speaker_department_id) or None
    person = minutes.person_name(meeting.speaker_person_id) or None
    return (department, person) if department or person else None


def disputes_of(minutes: Minutes, topic_id: str) -> tuple[Dispute, ...]:
    """The disputes of a topic, as a line refers to them."""
    opened = [d for d in minutes.disagreements(topic_id) if d.dispute]
    return tuple(
        Dispute(id=d.id, number=number, text=d.dispute, status=d.status, line=d.line_id)
        for number, d in enumerate(opened, 1)
    )


def _correctable(minutes: Minutes) -> Callable[[], tuple[Written, ...]]:
    latest = minutes.all_entries[-_CORRECTABLE:]
    numbers = {topic.id: topic.number for topic in minutes.topics}
    return lambda: tuple(
        Written(
            e.id,
            e.table,
            latest_text(e),
            numbers.get(e.topic_id, ""),
            e.code,
            e.stance if isinstance(e, Opinion) else "",
        )
        for e in reversed(latest)
    )


def _unspoken(minutes: Minutes, topic_id: str) -> Iterable[Department]:
    """Departments that are there, have said nothing on the topic, and are not the recorder's own."""
    own = called.department_of(minutes, minutes.meeting.recorder)
    for department in minutes.departments:
        silent = not minutes.has_spoken(topic_id, department.id)
        if silent and department != own and is_there(minutes, department):
            yield department


def is_there(minutes: Minutes, department: Department) -> bool:
    """Whether somebody of a department may be in the room; one without names is not known to be away."""
    people = minutes.people(department.id)
    return not people or any(p.attendance not in ("absent", "left") for p in people)
