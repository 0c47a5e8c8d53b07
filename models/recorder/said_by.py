"""Who said what asks (谁说的？): one answer is that of the whole run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.capture import parse
from models.capture.line import Context
from models.capture.values import OpinionLine
from models.meeting import Entry, Opinion, Point
from models.recorder import people, topics
from models.recorder.convert import convert
from models.recorder.step import MeetingStep
from models.whose import run_of


def said_by(step: MeetingStep, entry: Entry, department_id: str | None, person_id: str | None) -> int:
    """Gives the run of an entry to a department and person, or to nobody; gives how many entries that were."""
    run = _as_one(step, run_of(step.minutes, entry), entry, department_id, person_id)
    # An old run is answered, too: neither topic nor speaker follows from that.
    step.now = False
    goes_on = bool(run) and step.meeting.speaker_asks and run[-1] == _last_said(step, entry)
    _give_all(step, run, department_id, person_id, goes_on=goes_on)
    return len(run)


def _as_one(
    step: MeetingStep,
    run: Sequence[Opinion | Point],
    entry: Entry,
    department_id: str | None,
    person_id: str | None,
) -> list[Opinion | Point]:
    """The entries of a run for which the answer to one holds: each would be this speaker's, had it been known.

    What asks for a reason of its own (a decision, a topic, what somebody else does) is asked for by itself.
    """
    if any(isinstance(one, Opinion) and one.said_as for one in run):
        return list(run)
    names = step.minutes.department_name(department_id) or None, step.minutes.person_name(person_id) or None
    speaker = names if any(names) else (_ANYBODY, None)
    context = replace(step.context(), speaker=speaker, asking=False)
    parts: list[list[Opinion | Point]] = []
    for one in run:
        if parts and _goes_on(one.text, context):
            parts[-1].append(one)
        else:
            parts.append([one])
    return next((part for part in parts if any(one.id == entry.id for one in part)), [])


_ANYBODY = "\x00"
"""Whoever speaks where the answer is that nobody in particular did."""


def _goes_on(text: str, context: Context) -> bool:
    """Whether a line is one more opinion of whoever speaks."""
    items = parse(text, context)
    return all(
        isinstance(item, OpinionLine) and not item.asks and "carried" in item.evidence.values()
        for item in items
    )


def _give_all(
    step: MeetingStep,
    run: Sequence[Opinion | Point],
    department_id: str | None,
    person_id: str | None,
    *,
    goes_on: bool,
) -> None:
    """Gives entries to somebody, who speaks from here on if the last of them was the last thing said."""
    for one in run:
        _give(step, one, department_id, person_id)
    if goes_on and (department_id or person_id):
        step.change(
            step.meeting,
            speaker_department_id=department_id,
            speaker_person_id=person_id,
            speaker_asks=False,
        )
    elif goes_on:
        topics.end_speaker(step)


def named_in_front(step: MeetingStep, before: Entry, run: Sequence[Opinion | Point]) -> None:
    """Gives the run of an entry that asked to whom its line now names, where nothing but the name was put in front."""
    said = step.minutes.get(Opinion, before.id)
    if said is None or said.asks or not (said.department_id or said.person_id):
        return
    if not isinstance(before, Opinion | Point) or said.text != before.text:
        return
    run = _as_one(step, run, before, said.department_id, said.person_id)
    others = [one for one in run if one.id != said.id]
    last = max([said, *others], key=lambda one: one.seq)
    goes_on = step.meeting.speaker_asks and last == _last_said(step, said)
    step.now = False
    _give_all(step, others, said.department_id, said.person_id, goes_on=goes_on)


def said_by_newcomer(step: MeetingStep, entry: Entry) -> int:
    """Lets whoever a chat names join the meeting, as a guest, and gives all that was said by this name to them."""
    name = entry.said_as if isinstance(entry, Opinion) else ""
    joined = people.join(step, None, name) if name else None
    return said_by(step, entry, None, joined.id if joined else None)


def ask_no_more(step: MeetingStep) -> None:
    """Whoever spoke before goes on where the last thing said no longer asks: it was nobody's words."""
    live = step.minutes.live_topic
    said = [e for e in step.minutes.topic_entries(live.id) if isinstance(e, Opinion | Point)] if live else []
    last = max(said, key=lambda e: e.seq, default=None)
    if step.meeting.speaker_asks and (last is None or not last.asks):
        step.change(step.meeting, speaker_asks=False)


def attribute(
    step: MeetingStep, entry: Opinion | Point, department_id: str | None, person_id: str | None
) -> None:
    """Gives one entry to somebody else than it stands under; who said the last of all goes on speaking."""
    is_last = entry == _last_said(step, entry)
    _give(step, entry, department_id, person_id)
    if is_last:
        step.change(
            step.meeting,
            speaker_department_id=department_id,
            speaker_person_id=person_id,
            speaker_asks=False,
        )


def _last_said(step: MeetingStep, entry: Entry) -> Entry | None:
    said = [e for e in step.minutes.topic_entries(entry.topic_id) if isinstance(e, Opinion | Point)]
    return max(said, key=lambda e: e.seq, default=None)


def _give(step: MeetingStep, one: Opinion | Point, department_id: str | None, person_id: str | None) -> None:
    somebody = bool(department_id or person_id)
    named = {"said_as": ""} if isinstance(one, Opinion) else {}
    answered = step.change(one, asks="", candidates="", **named)
    if isinstance(answered, Point) and somebody:
        convert(step, answered, Opinion.table)
    elif isinstance(answered, Opinion) and not somebody:
        convert(step, answered, Point.table)
    said = step.minutes.get(Opinion, one.id)
    if said is not None and somebody:
        step.change(said, department_id=department_id, person_id=person_id)
