"""The meeting as capture lines: a plain text that reads well and, taken in again, gives the meeting again.

What lines cannot say (ids, heads of departments, the parties of a dispute, confirmations, states of actions) is left to
the other forms. Each line is the one that reads back as what it stands for at its place in the file; what has none is
named in a note, which points to the .json file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporters.lines.entries import write_entry
from exporters.lines.lines import Lines, one_line
from exporters.lines.people import attendance
from exporters.options import Options
from models.capture import parse
from models.capture.values import FactLine, TopicLine
from models.meeting import Action, Entry, Topic
from models.minutes import Minutes
from models.text import clean
from models.vocabulary import outcome_label, scenario_label

_SEVERAL = re.compile("[；;、]")
"""What parts one material from the next."""


def export(minutes: Minutes, options: Options) -> bytes:
    """The meeting as UTF-8 text, a line an entry, in the order of typing."""
    written = map(clean, _write(minutes, options).written)
    return ("\n".join(written) + "\n").encode("utf-8", errors="replace")


def unwritten(minutes: Minutes, options: Options) -> list[str]:
    """Where what no line says is to be found (A3, 1.2 财务部), in the order of the file."""
    return list(dict.fromkeys(_write(minutes, options).missing))


def _write(minutes: Minutes, options: Options) -> Lines:
    lines = Lines(minutes, options.language_name)
    unsaid = list(_facts(lines))
    for line in attendance(lines):
        lines.put(line)
    _topics(lines)
    for family, value in unsaid:
        lines.name(lines.say.marker(family), value)
    _next(lines)
    return lines


def _facts(lines: Lines) -> Iterator[tuple[str, str]]:
    """Writes the facts and gives those that no line says."""
    meeting, say = lines.minutes.meeting, lines.say
    online = say.words("线上", "online") + say.colon + meeting.online
    place = meeting.place + (say.bracket(online) if meeting.online else "")
    facts = [
        ("name", meeting.name),
        ("time", _period(meeting.starts_at, meeting.ends_at)),
        ("place", place),
        ("scenario", scenario_label(meeting.scenario)),
        ("theme", meeting.theme),
        ("goal", meeting.goal),
        ("sponsor", meeting.sponsor),
        ("host", meeting.host),
        ("recorder", meeting.recorder),
        ("document_number", meeting.document_number),
        ("copies", meeting.copies),
        ("signed_by", meeting.signed_by),
        ("issuer", meeting.issuer),
        *(("material", material.text) for material in lines.minutes.materials),
    ]
    for family, value in facts:
        if value.strip() and not _fact(lines, family, one_line(value)):
            yield family, one_line(value)


def _fact(lines: Lines, family: str, value: str) -> bool:
    line = lines.say.marked(family, value)
    found = parse(line, lines.context)
    one = found[0] if len(found) == 1 and isinstance(found[0], FactLine) else None
    if one is None or one.field != family or (family != "scenario" and one.value != value):
        return False
    if family == "material" and _SEVERAL.search(value):
        return False
    lines.put(line)
    return True


def _period(starts_at: str | None, ends_at: str | None) -> str:
    if not starts_at:
        return ""
    until = f"-{ends_at[11:16]}" if ends_at and ends_at[:10] == starts_at[:10] else ""
    return starts_at.replace("T", " ") + until


def _topics(lines: Lines) -> None:
    """The entries in the order of typing; the line of a topic stands before the first of its own."""
    minutes = lines.minutes
    entries = [e for e in minutes.all_entries if not (isinstance(e, Action) and e.condition_of)]
    visits = list(dict.fromkeys(entry.topic_id for entry in entries))
    agenda = _Agenda(lines)
    if [topic.id for topic in minutes.topics if topic.id in visits] != visits:
        agenda.open_all()
    live = ""
    last = {entry.topic_id: entry.id for entry in entries}
    for entry in entries:
        if entry.topic_id != live:
            agenda.go_to(entry)
            live = entry.topic_id
        write_entry(lines, entry)
        if last[live] == entry.id:
            _outcome(lines, minutes.topic(live))
    agenda.close()


class _Agenda:
    """Writes the lines of the topics, each before its first entry."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._waiting = list(lines.minutes.topics)
        self._numbers: dict[str, str] = {}
        """The numbers the topics get when the file is read."""

    def open_all(self) -> None:
        """Every topic before the first entry: they are visited in another order than they stand."""
        for topic in self._waiting:
            self._open(topic)
        self._waiting = []

    def go_to(self, entry: Entry) -> None:
        """The line that makes an entry's topic live; topics without entries before it stand there, too."""
        topic = self._lines.minutes.topic(entry.topic_id)
        if topic is None:
            return
        if topic not in self._waiting:
            self._lines.put(self._lines.say.back_to(self._numbers.get(topic.id, topic.number)))
            return
        while self._waiting:
            passed = self._waiting.pop(0)
            self._open(passed)
            if passed is topic:
                return
            _outcome(self._lines, passed)

    def close(self) -> None:
        """The topics that have no entries and stand last."""
        for topic in self._waiting:
            self._open(topic)
            _outcome(self._lines, topic)

    def _open(self, topic: Topic) -> None:
        """The line of a topic; one without a title is made by whatever is said under it, if it is the first."""
        lines = self._lines
        if not topic.title and topic is lines.minutes.topics[0]:
            self._numbers[topic.id] = "1.1"
            return
        title = one_line(topic.title) or lines.say.words("待补", "to be supplied")
        if not lines.write([TopicLine(title=title, minutes=topic.minutes)]):
            lines.write([TopicLine(title=topic.number, minutes=topic.minutes)])
            lines.name(topic.number, title)
        self._numbers[topic.id] = lines.context.live or topic.number


def _outcome(lines: Lines, topic: Topic | None) -> None:
    if topic and topic.no_dispute:
        lines.put(lines.say.marked("dispute", lines.say.words("无", "none")))
    if topic and topic.outcome:
        lines.put(lines.say.marked("outcome", outcome_label(topic.outcome)))


def _next(lines: Lines) -> None:
    meeting, say = lines.minutes.meeting, lines.say
    if meeting.next_at:
        where = say.clause + say.marked("place", meeting.next_place) if meeting.next_place else ""
        lines.put(say.marked("next", one_line(meeting.next_at.replace("T", " ") + where)))
