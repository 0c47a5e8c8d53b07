"""What the meeting is, when and where, typed without a label; and the topic without title that early lines leave."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.capture import parse
from models.capture.values import FactLine
from models.recorder import Recorder
from tests.meetings.contexts import EXAMPLES
from tests.models.recording import type_in

OPENING = replace(EXAMPLES["zh_CN"], begun=False, speaker=None, topics=(), live=None)


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("质量周例会", {"name": "质量周例会"}),
        ("2026年9月16日采购协调会会议纪要", {"name": "采购协调会"}),
        ("9月16日 14:00 三楼会议室", {"time": "2026-09-16T14:00", "place": "三楼会议室"}),
        (
            "仓储部周会 9/16 14:30-16:00 线上",
            {"name": "仓储部周会", "time": "2026-09-16T14:30", "place": "线上"},
        ),
        (
            "Weekly ops meeting, 16 Sep 2pm, Room 4",
            {"name": "Weekly ops meeting", "time": "2026-09-16T14:00", "place": "Room 4"},
        ),
    ],
)
def test_name_time_and_place_are_facts_before_the_first_topic(line: str, facts: dict[str, str]) -> None:
    found = parse(line, OPENING)
    assert all(isinstance(one, FactLine) for one in found)
    said = {one.field: one.starts_at or one.value for one in found if isinstance(one, FactLine)}
    assert said == facts


@pytest.mark.parametrize(
    "line",
    [
        "预算",
        "下次会议再说",
        "先开个短会议",
        "9月16日上线",
        "三楼会议室",
        "黄主任列席会议",
        "宣布结束会议",
        "budget review",
        "we need another meeting",
        "14:00",
    ],
)
def test_other_words_before_the_first_topic_are_no_facts(line: str) -> None:
    assert not any(isinstance(one, FactLine) for one in parse(line, OPENING))


def test_a_name_is_no_fact_once_a_topic_is_spoken_of() -> None:
    spoken = replace(EXAMPLES["zh_CN"], speaker=("研发部", "陈工程师"), facts_open=False)
    assert not any(isinstance(one, FactLine) for one in parse("质量周例会", spoken))


def test_a_topic_without_title_goes_with_the_last_entry_under_it(recorder: Recorder) -> None:
    minutes = type_in(recorder, "等人齐了再开始", "议题：调价", "市场部：可以")
    assert [topic.title for topic in minutes.topics] == ["", "调价"]
    recorder.delete(minutes.topic_entries(minutes.topics[0].id)[0].id)
    assert [topic.title for topic in recorder.minutes.topics] == ["调价"]
    recorder.undo()
    assert [topic.title for topic in recorder.minutes.topics] == ["", "调价"]
    first, second = recorder.minutes.topics
    recorder.move(recorder.minutes.topic_entries(first.id)[0].id, second.id)
    assert [topic.title for topic in recorder.minutes.topics] == ["调价"]
    assert len(recorder.minutes.topic_entries(second.id)) == 2
