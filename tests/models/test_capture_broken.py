"""Reading never fails: a line on which the grammar breaks is kept as its words, and no meeting is lost over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.capture import explained, parse, readings
from models.capture import reading as capture_reading
from models.capture.line import Context, Items, Words
from models.capture.values import ActionLine, OpinionLine, PointLine
from models.meeting import Opinion, Point
from models.recorder import Recorder
from tests.meetings.contexts import MEETING
from tests.meetings.people import LINES
from tests.meetings.stored import MEETING as STORED
from tests.meetings.stored import prepare

WORDS = "市场部：这行会让程序出错"
"""A line on which the grammar breaks in these tests."""


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch, forgiving: None) -> None:
    """The grammar breaks on one line and reads every other."""
    best = capture_reading._best

    def broken(words: Words, context: Context, why: list[capture_reading.Why] | None = None) -> Items:
        if words.raw == WORDS:
            raise RecursionError
        return best(words, context, why)

    monkeypatch.setattr(capture_reading, "_best", broken)


@pytest.mark.parametrize("times", [1, 2, 1000])
def test_a_topic_named_before_a_line_again_and_again_is_read(times: int) -> None:
    best, *_others = readings("1.1补：" * times + "市场部：出方案", MEETING)
    assert [item.topic for item in best.items] == ["1.1"]


@pytest.mark.usefixtures("breaks")
def test_a_line_the_grammar_breaks_on_is_a_point_in_doubt_wherever_it_is_read() -> None:
    point = PointLine(text=WORDS, doubt=True)
    assert readings(WORDS, MEETING)[0].items == (point,)
    assert parse(WORDS, MEETING) == (point,)
    assert explained(WORDS, MEETING) == [(point, ("plain", "unread"))]


def test_where_only_another_reading_breaks_the_best_one_stays(
    monkeypatch: pytest.MonkeyPatch, forgiving: None
) -> None:
    def broken(*_given: object) -> list[Items]:
        raise RecursionError

    monkeypatch.setattr(capture_reading, "_by_kind", broken)
    (only,) = readings("行动：出方案 @市场部李经理", MEETING)
    assert isinstance(only.items[0], ActionLine)


@pytest.mark.usefixtures("breaks")
def test_an_import_keeps_the_line_it_breaks_on_and_reads_the_others(tmp_path: Path) -> None:
    store = prepare(tmp_path / "a.db", *LINES)
    recorder = Recorder(store, STORED)
    assert recorder.import_lines(["研发部：接口未联调", WORDS, "研发部：还差两个接口"]) == []
    assert [one.text for one in recorder.minutes.all(Opinion)][-2:] == ["接口未联调", "还差两个接口"]
    kept = recorder.minutes.all(Point)[-1]
    assert (kept.text, kept.doubt) == (WORDS, True)
    store.close()


def test_what_reads_well_is_not_in_doubt() -> None:
    (item,) = parse(WORDS, MEETING)
    assert isinstance(item, OpinionLine)
    assert not item.doubt
