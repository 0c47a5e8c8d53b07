"""The meeting as capture lines: a plain text that reads well and, taken in again, gives the meeting again.

What lines cannot say (ids, heads of departments, confirmations, states of actions) is left to the other forms. Where a
plain line would be read otherwise than it is meant, another form of it is tried; the grammar itself decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from exporters.content.language import Phrases, phrases
from exporters.lines.entries import EntryLines
from exporters.lines.people import attendance
from exporters.lines.wording import Wording
from exporters.options import Options
from models.meeting import Action, Entry, Topic
from models.minutes import Minutes
from models.vocabulary import outcome_label, scenario_label


def export(minutes: Minutes, options: Options) -> bytes:
    """The meeting as UTF-8 text, a line an entry, in the order of typing."""
    wording = Wording(minutes, phrases(options.language_name))
    lines = [*_facts(wording), *attendance(wording), *_topics(wording), *_next(wording)]
    return ("\n".join(lines) + "\n").encode("utf-8", errors="replace")


def _facts(wording: Wording) -> Iterator[str]:
    meeting, say = wording.minutes.meeting, wording.say
    online = wording.words("线上", "online") + say.colon + meeting.online
    place = meeting.place + (say.bracket(online) if meeting.online else "")
    facts = [
        ("name", meeting.name),
        ("time", _period(say, meeting.starts_at, meeting.ends_at)),
        ("place", place),
        ("scenario", scenario_label(meeting.scenario)),
        ("theme", meeting.theme),
        ("goal", meeting.goal),
        ("sponsor", meeting.sponsor),
        ("host", meeting.host),
        ("recorder", meeting.recorder),
        *(("material", material.text) for material in wording.minutes.materials),
    ]
    yield from (wording.marked(family, value) for family, value in facts if value.strip())


def _period(say: Phrases, starts_at: str | None, ends_at: str | None) -> str:
    if not starts_at:
        return ""
    until = f"-{ends_at[11:16]}" if ends_at and ends_at[:10] == starts_at[:10] else ""
    return starts_at.replace("T", " ") + until


def _topics(wording: Wording) -> Iterator[str]:
    """The entries in the order of typing; the line of a topic stands before the first of its own."""
    minutes = wording.minutes
    lines = EntryLines(wording)
    entries = [e for e in minutes.all_entries if not (isinstance(e, Action) and e.condition_of)]
    visits = list(dict.fromkeys(entry.topic_id for entry in entries))
    in_turn = [topic.id for topic in minutes.topics if topic.id in visits] == visits
    waiting = list(minutes.topics)
    if not in_turn:
        yield from (line for topic in waiting for line in _opened(wording, topic))
        waiting = []
    live = ""
    last = {entry.topic_id: entry.id for entry in entries}
    for entry in entries:
        if entry.topic_id != live:
            yield from _gone_to(wording, waiting, entry, lines)
            live = entry.topic_id
        yield from lines.of(entry)
        if last[live] == entry.id:
            yield from _outcome(wording, minutes.topic(live))
    for topic in waiting:
        yield from _opened(wording, topic)
        yield from _outcome(wording, topic)


def _gone_to(wording: Wording, waiting: list[Topic], entry: Entry, lines: EntryLines) -> Iterator[str]:
    lines.nobody_speaks()
    topic = wording.minutes.topic(entry.topic_id)
    if topic is None:
        return
    if topic not in waiting:
        yield wording.words("回到", "back to ") + topic.number
        return
    while waiting:
        passed = waiting.pop(0)
        yield from _opened(wording, passed)
        if passed is topic:
            return
        yield from _outcome(wording, passed)


def _opened(wording: Wording, topic: Topic) -> Iterator[str]:
    """The line of a topic; one without a title is made by whatever is said under it, if it is the first."""
    minutes = wording.words(f"（{topic.minutes}分钟）", f" ({topic.minutes} min)") if topic.minutes else ""
    if topic.title or topic is not wording.minutes.topics[0]:
        yield wording.marked("topic", (topic.title or wording.words("待补", "to be supplied")) + minutes)


def _outcome(wording: Wording, topic: Topic | None) -> Iterator[str]:
    if topic and topic.outcome:
        yield wording.marked("outcome", outcome_label(topic.outcome))


def _next(wording: Wording) -> Iterator[str]:
    meeting = wording.minutes.meeting
    if meeting.next_at:
        where = wording.clause("place", meeting.next_place) if meeting.next_place else ""
        yield wording.marked("next", meeting.next_at.replace("T", " ") + where)
