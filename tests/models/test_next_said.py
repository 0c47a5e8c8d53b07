"""When and where the next meeting is, as it is said in a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.capture import parse
from models.capture.values import NextLine
from tests.meetings.contexts import EXAMPLES


@pytest.mark.parametrize(
    ("line", "at", "place"),
    [
        ("下次会议在二号楼开，12月9日14:00", "2026-12-09T14:00", "二号楼"),
        ("下次会议地点：东楼302，时间12月9日14:00", "2026-12-09T14:00", "东楼302"),
        ("下次例会12月9日（周三）14:00二号楼205", "2026-12-09T14:00", "二号楼205"),
        ("下次会议，9月22号早上九点，东区会议室", "2026-09-22T09:00", "东区会议室"),
        ("下周二上午9点半，还在三楼小会议室", "2026-09-22T09:30", "三楼小会议室"),
        ("下次会议定在下周二14:00，地点老地方", "2026-09-22T14:00", "老地方"),
        ("下次会议12月9日14:00，地点另定", "2026-12-09T14:00", None),
        (
            "Next meeting will be on Tuesday 15 December at 10:00 in the Boardroom.",
            "2026-12-15T10:00",
            "the Boardroom",
        ),
    ],
)
def test_the_next_meeting_keeps_its_place_wherever_it_is_said(line: str, at: str, place: str | None) -> None:
    spoken = replace(EXAMPLES["zh_CN"], speaker=("研发部", "陈工程师"), facts_open=False)
    (found,) = parse(line, spoken)
    assert isinstance(found, NextLine)
    assert (found.next_at, found.next_place) == (at, place)


@pytest.mark.parametrize(
    "line",
    [
        "下次会议把预算带上",
        "下次会议再讨论12月9日的方案",
        "下次例会看一下二号楼的进度",
        "下周二上午9点半，还在跟客户谈",
    ],
)
def test_what_is_only_to_be_done_next_time_is_no_meeting(line: str) -> None:
    assert not any(isinstance(one, NextLine) for one in parse(line, EXAMPLES["zh_CN"]))
