"""Where the meeting is: topics, the live one, breaks and the end."""

from __future__ import annotations

from models import head_count
from models.capture.values import BreakLine, NextLine, OutcomeLine, TopicLine
from models.meeting import Pause, Topic, TopicTime, new_id
from models.recorder import dues
from models.recorder.sheet import Sheet


def live(sheet: Sheet) -> Topic:
    """The live topic: the agenda's first where none is, an untitled one where there is no agenda."""
    if found := sheet.minutes.live_topic:
        return found
    return go_live(sheet, sheet.minutes.topics[0] if sheet.minutes.topics else new_topic(sheet, ""))


def numbered(sheet: Sheet, number: str | None) -> Topic | None:
    """The topic with this number."""
    return next((t for t in sheet.minutes.topics if t.number == number), None)


def target(sheet: Sheet, number: str | None) -> Topic:
    """The topic a line names, else the live one."""
    return numbered(sheet, number) or live(sheet)


def new_topic(sheet: Sheet, title: str, minutes: int | None = None) -> Topic:
    """A topic at the end of the agenda, numbered on in the section of the last one."""
    topics = sheet.minutes.topics
    section = topics[-1].number.split(".")[0] if topics else "1"
    highest = max((_place(t) for t in topics if t.number.split(".")[0] == section), default=0)
    return sheet.add(
        Topic(
            id=new_id(),
            meeting_id=sheet.meeting.id,
            seq=max((t.seq for t in topics), default=0) + 1,
            number=f"{section}.{sheet.next_place(f'topic {section}', highest)}",
            title=title,
            minutes=minutes,
        )
    )


def _place(topic: Topic) -> int:
    last = topic.number.rpartition(".")[2]
    return int(last) if last.isdecimal() else 0


def go_live(sheet: Sheet, topic: Topic) -> Topic:
    """Makes a topic the live one; nobody speaks any more, and the time counts for it from now on."""
    if sheet.meeting.live_topic_id == topic.id:
        return topic
    stop_clock(sheet)
    if sheet.moment.text:
        sheet.add(
            TopicTime(id=new_id(), meeting_id=sheet.meeting.id, topic_id=topic.id, began_at=sheet.moment.text)
        )
    sheet.change(sheet.meeting, live_topic_id=topic.id, speaker_department_id=None, speaker_person_id=None)
    sheet.touch(topic.id)
    return topic


def stop_clock(sheet: Sheet) -> None:
    """The live topic's time ends now, and its head-count is kept."""
    if sheet.moment.text and sheet.meeting.live_topic_id:
        for stretch in sheet.minutes.topic_times(sheet.meeting.live_topic_id):
            if stretch.ended_at is None:
                sheet.change(stretch, ended_at=sheet.moment.text)
        if topic := sheet.minutes.live_topic:
            sheet.change(topic, head_count=head_count.of_topic(sheet.minutes, topic))


def end_speaker(sheet: Sheet) -> None:
    """Nobody speaks any more."""
    sheet.change(sheet.meeting, speaker_department_id=None, speaker_person_id=None)


def topic_line(sheet: Sheet, item: TopicLine) -> bool:
    """A topic of the agenda or a new one, made live."""
    known = numbered(sheet, item.number)
    topic = known or _untitled(sheet, item) or new_topic(sheet, item.title, item.minutes)
    if known and item.minutes is not None and known.minutes is None:
        topic = sheet.change(known, minutes=item.minutes)
    go_live(sheet, topic)
    end_speaker(sheet)
    return True


def _untitled(sheet: Sheet, item: TopicLine) -> Topic | None:
    """The topic that was only made to hold a note gets the first title."""
    topics = sheet.minutes.topics
    if len(topics) != 1 or topics[0].title or sheet.minutes.has_entries:
        return None
    return sheet.change(topics[0], title=item.title, minutes=item.minutes)


def break_line(sheet: Sheet, item: BreakLine) -> bool:
    """A break begins or ends, or the meeting ends."""
    now = sheet.moment.text or sheet.meeting.ends_at or sheet.meeting.starts_at or ""
    running = [p for p in sheet.minutes.pauses if p.ended_at is None]
    for pause in running:
        sheet.change(pause, ended_at=now)
    if item.what == "start":
        end_speaker(sheet)
        sheet.add(Pause(id=new_id(), meeting_id=sheet.meeting.id, began_at=now, minutes=item.minutes))
    if item.what == "adjourn":
        end(sheet, now)
    return bool(running) or item.what != "end"


def end(sheet: Sheet, at: str) -> None:
    """The meeting has really ended; what counts in hours counts from now."""
    stop_clock(sheet)
    sheet.change(sheet.meeting, adjourned_at=at or None, speaker_department_id=None, speaker_person_id=None)
    dues.follow(sheet, only_hours=True)


def outcome_line(sheet: Sheet, item: OutcomeLine) -> bool:
    """What the topic ended in."""
    sheet.change(target(sheet, item.topic), outcome=item.outcome)
    return True


def next_line(sheet: Sheet, item: NextLine) -> None:
    """When and where the next meeting is, as far as the line says."""
    said = {"next_at": item.next_at, "next_place": item.next_place}
    sheet.change(sheet.meeting, **{field: value for field, value in said.items() if value is not None})
