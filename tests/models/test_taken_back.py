"""An entry that is edited goes on meaning what is stored, as far as the new words say nothing else."""

from __future__ import annotations

import pytest

from models.capture.values import Reading
from models.meeting import Disagreement
from models.recorder import Recorder
from models.store import Store
from tests.meetings.stored import typed


@pytest.fixture
def recorder(store: Store) -> Recorder:
    return typed(store, "出席：市场部：李经理", "议题：云备份", "争议：要不要云备份")


def alone(recorder: Recorder, line: str) -> Disagreement:
    """A line taken in the reading in which it stands alone, though the first would pair it with the dispute."""
    readings = recorder.readings(line)
    first, second = readings[0].items[0], readings[1]
    assert getattr(first, "settles", None)
    recorder.accept(line, second)
    return recorder.minutes.all(Disagreement)[-1]


def standing(recorder: Recorder) -> list[tuple[str, str, str, str]]:
    return [(d.dispute, d.consensus, d.reason, d.status) for d in recorder.minutes.all(Disagreement)]


@pytest.mark.parametrize(
    ("line", "later", "words"),
    [
        (
            "共识：云备份每季度演练一次",
            "共识：云备份每季度演练两次",
            ("", "云备份每季度演练两次", "", "settled"),
        ),
        ("搁置：云备份的报价", "搁置：云备份的报价，等陈总", ("", "", "云备份的报价，等陈总", "deferred")),
    ],
)
def test_what_stands_alone_stands_alone_in_other_words_too(
    recorder: Recorder, line: str, later: str, words: tuple[str, ...]
) -> None:
    entry = alone(recorder, line)
    reading = recorder.readings(later, entry.id)[0]
    recorder.retype(entry.id, later, reading)
    assert standing(recorder) == [("要不要云备份", "", "", "open"), words]


def test_the_dispute_is_the_second_reading_and_a_number_names_it_at_once(recorder: Recorder) -> None:
    entry = alone(recorder, "共识：云备份每季度演练一次")
    second: Reading = recorder.readings("共识：云备份每季度演练两次", entry.id)[1]
    assert getattr(second.items[0], "about", "") == "要不要云备份"
    recorder.retype(entry.id, "共识1：云备份要做", recorder.readings("共识1：云备份要做", entry.id)[0])
    assert standing(recorder) == [("要不要云备份", "云备份要做", "", "settled")]
