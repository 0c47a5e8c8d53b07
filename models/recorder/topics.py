"""Where the meeting is: topics, the live one, breaks and the end."""

from __future__ import annotations

from typing import Any

from models import participation
from models.capture.values import BreakLine, MarkLine, NextLine, OutcomeLine, TopicLine
from models.i18n import _
from models.meeting import Pause, Row, Topic, TopicTime, new_id
from models.recorder import dates_in_words
from models.recorder.step import MeetingStep

NOBODY: dict[str, Any] = {
    "speaker_department_id": None,
    "speaker_person_id": None,
    "speaker_asks": False,
}
"""The columns of a meeting in which nobody speaks."""


def live(step: MeetingStep) -> Topic:
    """The live topic: the agenda's first where none is, an untitled one where there is no agenda."""
    if found := step.minutes.live_topic:
        return found
    return go_live(step, step.minutes.topics[0] if step.minutes.topics else new_topic(step, ""))


def numbered(step: MeetingStep, number: str | None) -> Topic | None:
    """The topic with this number."""
    return next((t for t in step.minutes.topics if t.number == number), None)


def target(step: MeetingStep, number: str | None) -> Topic:
    """The topic a line names, else the live one."""
    return numbered(step, number) or live(step)


def new_topic(step: MeetingStep, title: str, minutes: int | None = None) -> Topic:
    """A topic at the end of the agenda, numbered on in the section of the last one."""
    topics = step.minutes.topics
    section = topics[-1].number.split(".")[0] if topics else "1"
    highest = max((_place(t) for t in topics if t.number.split(".")[0] == section), default=0)
    return step.add(
        Topic(
            id=new_id(),
            meeting_id=step.meeting.id,
            seq=max((t.seq for t in topics), default=0) + 1,
            number=f"{section}.{step.next_place(f'topic {section}', highest)}",
            title=title,
            minutes=minutes,
        )
    )


def _place(topic: Topic) -> int:
    last = topic.number.rpartition(".")[2]
    return int(last) if last.isdecimal() else 0


def go_live(step: MeetingStep, topic: Topic) -> Topic:
    """Makes a topic the live one; nobody speaks any more, and the time counts for it from now on."""
    if step.meeting.live_topic_id == topic.id:
        return topic
    stop_clock(step)
    if step.moment.text:
        step.add(
            TopicTime(id=new_id(), meeting_id=step.meeting.id, topic_id=topic.id, began_at=step.moment.text)
        )
    step.change(step.meeting, live_topic_id=topic.id, **NOBODY)
    step.touch(topic.id)
    return topic


def stop_clock(step: MeetingStep) -> None:
    """The live topic's time ends now, and its head-count is kept."""
    if step.moment.text and step.meeting.live_topic_id:
        for stretch in step.minutes.topic_times(step.meeting.live_topic_id):
            if stretch.ended_at is None:
                step.change(stretch, ended_at=step.moment.text)
        if topic := step.minutes.live_topic:
            step.change(topic, head_count=participation.head_count(step.minutes, topic))


def end_speaker(step: MeetingStep) -> None:
    """Nobody speaks any more."""
    step.change(step.meeting, **NOBODY)


def topic_line(step: MeetingStep, item: TopicLine) -> bool:
    """A topic of the agenda or a new one, made live; nothing of one that was named and is not there."""
    if "number" in item.missing:
        return False
    known = numbered(step, item.number)
    topic = known or _untitled(step, item) or new_topic(step, item.title, item.minutes)
    if known and item.minutes is not None and known.minutes is None:
        topic = step.change(known, minutes=item.minutes)
    go_live(step, topic)
    end_speaker(step)
    return True


def _untitled(step: MeetingStep, item: TopicLine) -> Topic | None:
    """The topic that was only made to hold a note gets the first title."""
    topics = step.minutes.topics
    if len(topics) != 1 or topics[0].title or step.minutes.has_entries:
        return None
    return step.change(topics[0], title=item.title, minutes=item.minutes)


def without_nothing(step: MeetingStep, gone: Row) -> None:
    """Takes out the topic an entry stood under, where it has no title and nothing stands under it any more."""
    topic = step.minutes.topic(getattr(gone, "topic_id", None) or "")
    if topic is not None and not topic.title and not step.minutes.topic_entries(topic.id):
        step.drop(topic)


def break_line(step: MeetingStep, item: BreakLine) -> bool:
    """A break begins or ends, or the meeting ends."""
    now = step.moment.text or step.meeting.ends_at or step.meeting.starts_at or ""
    running = [p for p in step.minutes.pauses if p.ended_at is None]
    for pause in running:
        step.change(pause, ended_at=now)
    if item.what == "start":
        end_speaker(step)
        step.add(Pause(id=new_id(), meeting_id=step.meeting.id, began_at=now, minutes=item.minutes))
    if item.what == "adjourn":
        end(step, now)
    return bool(running) or item.what != "end"


def end(step: MeetingStep, at: str) -> None:
    """The meeting has really ended; what counts in hours counts from now."""
    stop_clock(step)
    step.change(step.meeting, adjourned_at=at or None, **NOBODY)
    dates_in_words.follow(step, only_hours=True)


def outcome_line(step: MeetingStep, item: OutcomeLine) -> bool:
    """What the topic ended in."""
    step.change(target(step, item.topic), outcome=item.outcome)
    return True


def mark_line(step: MeetingStep, item: MarkLine) -> bool:
    """That a topic has none of something, unless there is one already."""
    topic = target(step, item.topic)
    if item.field == "no_dispute" and any(d.dispute for d in step.minutes.disagreements(topic.id)):
        step.message = _("There is a dispute on this topic: take it out first")
        return True
    step.change(topic, **{item.field: True})
    return True


def next_line(step: MeetingStep, item: NextLine) -> None:
    """When and where the next meeting is, as far as the line says."""
    said = {"next_at": item.next_at, "next_place": item.next_place}
    step.change(step.meeting, **{field: value for field, value in said.items() if value is not None})
