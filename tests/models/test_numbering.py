"""Numbers become consecutive once, and what was typed with an old one means the item that had it."""

from __future__ import annotations

import pytest

from models.findings import check
from models.meeting import Action, Resolution
from models.recap import ATTENDANCE
from models.recorder import Recorder
from models.store import Store
from tests.meetings.stored import typed

ROLL = "出席：市场部：王总监、李经理；研发部：陈工程师；销售部：钱主管"


@pytest.fixture
def recorder(store: Store) -> Recorder:
    """A1, A3, A4 and D2 stand; A2 and D1 were taken back."""
    lines = ("行动：一", "行动：二", "行动：三", "行动：四", "决议：甲", "决议：乙", "撤销A2", "撤销D1")
    return typed(store, ROLL, "议题：预算", *lines, starts_at="2026-09-16T14:00")


def codes(recorder: Recorder) -> list[tuple[str, str]]:
    rows = [(a.code, a.task) for a in recorder.minutes.all(Action)]
    return rows + [(r.code, r.text) for r in recorder.minutes.all(Resolution)]


GAPS = [("A1", "一"), ("A3", "三"), ("A4", "四"), ("D2", "乙")]
CONSECUTIVE = [("A1", "一"), ("A2", "三"), ("A3", "四"), ("D1", "乙")]


def test_the_first_page_that_is_confirmed_makes_them_consecutive_in_one_step_that_is_undone(
    recorder: Recorder,
) -> None:
    steps = len(recorder.store.steps(recorder.meeting_id))
    changed = recorder.closing.confirm(ATTENDANCE)
    assert changed == {"A3": "A2", "A4": "A3", "D2": "D1"}
    assert codes(recorder) == CONSECUTIVE
    assert len(recorder.store.steps(recorder.meeting_id)) == steps + 1
    undone = recorder.undo() or ""
    assert "A4→A3" in undone
    assert codes(recorder) == GAPS
    recorder.redo()
    assert codes(recorder) == CONSECUTIVE


def test_a_confirmed_page_stays_confirmed_when_numbers_change_with_it(recorder: Recorder) -> None:
    topic = recorder.minutes.topics[0]
    recorder.closing.confirm(topic.id)
    (said,) = recorder.minutes.confirmations
    assert all((row.changed_at or "") <= said.at for row in recorder.minutes.all_entries)


def test_it_happens_once_whatever_goes_afterwards_and_whatever_is_confirmed_again(recorder: Recorder) -> None:
    recorder.closing.confirm(ATTENDANCE)
    recorder.accept("撤销A1")
    assert recorder.closing.confirm(recorder.minutes.topics[0].id) == {}
    assert recorder.closing.close() == {}
    assert [code for code, _words in codes(recorder)] == ["A2", "A3", "D1"]
    recorder.accept("行动：五")
    assert codes(recorder)[2] == ("A4", "五")


def test_the_close_makes_them_consecutive_where_no_page_was_confirmed(recorder: Recorder) -> None:
    assert recorder.closing.close() == {"A3": "A2", "A4": "A3", "D2": "D1"}
    assert codes(recorder) == CONSECUTIVE


def test_gaps_that_are_kept_stay_and_their_rule_does_not_ask_again(recorder: Recorder) -> None:
    assert recorder.closing.confirm(ATTENDANCE, keep_gaps=True) == {}
    recorder.closing.close()
    assert codes(recorder) == GAPS
    assert not [f for f in check(recorder.minutes, "final") if f.rule == "R28-gaps"]
    recorder.accept("撤销A4")
    recorder.accept("行动：五")
    assert codes(recorder)[2] == ("A5", "五"), "a number that was shown is given to nothing else"


def test_gaps_nobody_kept_are_found_in_the_final(recorder: Recorder) -> None:
    recorder.closing.confirm(ATTENDANCE)
    recorder.accept("撤销A1")
    assert [f.rule for f in check(recorder.minutes, "final") if f.rule == "R28-gaps"] == ["R28-gaps"]


@pytest.mark.parametrize(
    ("line", "later"),
    [
        ("A4 @钱主管", "A3 @钱主管"),
        ("行4 @钱主管", "A3 @钱主管"),
        ("a4 /12月4日", "A3 /12月4日"),
        ("Ａ４ @钱主管", "A3 @钱主管"),
        ("A3、A4取消", "A2、A3取消"),
        ("撤销D2", "撤销D1"),
        ("D2改为：占25%", "D1改为：占25%"),
        ("A1 @钱主管", "A1 @钱主管"),
        ("A4 纸还有三包", "A4 纸还有三包"),
        ("市场部：A4 要改", "市场部：A4 要改"),
        ("行动：发A4那份清单", "行动：发A4那份清单"),
        ("A2 @钱主管", "原A2 @钱主管"),
        ("A9 @钱主管", "A9 @钱主管"),
    ],
)
def test_a_line_typed_before_means_the_item_that_had_the_number_then(
    recorder: Recorder, line: str, later: str
) -> None:
    since = recorder.minutes.revision
    recorder.closing.confirm(ATTENDANCE)
    assert recorder.renumbered(line, since) == later


def test_numbers_that_come_back_by_undo_lead_back(recorder: Recorder) -> None:
    recorder.closing.confirm(ATTENDANCE)
    since = recorder.minutes.revision
    recorder.undo()
    assert recorder.renumbered("A3 @钱主管\n市场部：可以", since) == "A4 @钱主管\n市场部：可以"


def test_a_number_whose_item_is_gone_never_means_the_item_that_has_it_now(recorder: Recorder) -> None:
    since = recorder.minutes.revision
    recorder.accept("撤销A3")
    recorder.closing.confirm(ATTENDANCE)
    assert [code for code, _task in codes(recorder)] == ["A1", "A2", "D1"]
    assert recorder.renumbered("A3 @钱主管", since) == "A3 @钱主管", "nobody has it: it asks"
    assert recorder.renumbered("A2 @钱主管", since) == "原A2 @钱主管"


def test_what_was_shown_to_the_room_is_known_and_is_no_step(store: Store, recorder: Recorder) -> None:
    before = (len(store.steps(recorder.meeting_id)), store.revision(recorder.meeting_id))
    assert not store.was_shown(recorder.meeting_id, "digest")
    store.show(recorder.meeting_id, "digest")
    store.show(recorder.meeting_id, "digest")
    assert store.was_shown(recorder.meeting_id, "digest")
    assert (len(store.steps(recorder.meeting_id)), store.revision(recorder.meeting_id)) == before
