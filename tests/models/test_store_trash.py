"""The trash: a meeting in it is nowhere to be found, comes out as it was, and goes for good after thirty days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.meeting import Action
from models.new_meeting import begin
from models.recorder import Recorder
from models.store import NoSuchMeeting, Store, TrashedMeeting
from tests.meetings.stored import Clock, empty_store, everything, outside, typed

LINES = ("出席：市场部：李经理", "议题：预算", "行动：出方案 @李经理 /9月30日", "市场部：可以")


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    opened = empty_store(tmp_path / "a.db", clock)
    yield opened
    opened.close()


@pytest.fixture
def two(store: Store) -> Store:
    """Two meetings, of which first000 is put into the trash."""
    typed(store, *LINES, meeting="first00000", name="第一次", starts_at="2026-09-16T14:00")
    typed(store, *LINES, meeting="second0000", name="第二次", starts_at="2026-09-16T14:00")
    store.trash.put("first00000")
    return store


def test_what_is_in_it_is_in_no_list_count_or_search_and_is_named_where_it_is_asked_for(two: Store) -> None:
    assert [m.id for m in two.meetings()] == ["second0000"]
    assert {a.meeting_id for a in two.actions()} == {"second0000"}
    assert {hit.meeting_id for hit in two.search("出方案")} == {"second0000"}
    assert two.find("last") == "second0000"
    with pytest.raises(TrashedMeeting, match="jiyao trash --take-out first00000"):
        two.find("first")
    assert [(one.name, one.until) for one in two.trash.meetings] == [("第一次", dt.date(2026, 10, 16))]


def test_it_comes_out_as_it_was_and_undo_does_not_know_of_it(two: Store) -> None:
    before = everything(two.load("first00000"))
    steps = len(two.steps("first00000"))
    two.trash.take_out("first00000")
    assert {m.id for m in two.meetings()} == {"first00000", "second0000"}
    assert everything(two.load("first00000")) == before
    assert len(two.steps("first00000")) == steps


def test_a_window_that_goes_on_writing_takes_it_out(two: Store) -> None:
    Recorder(two, "first00000").accept("市场部：还没完")
    assert not two.trash.meetings


def test_after_thirty_days_nothing_of_it_is_left(two: Store, clock: Clock) -> None:
    Recorder(two, "second0000").edit("second0000", previous_meeting_id="first00000")
    two.keep_draft("first00000", "w", "没说完", 3)
    two.show("first00000", "digest")
    clock.now += dt.timedelta(days=30)
    assert two.trash.clear() == 0
    clock.now += dt.timedelta(days=1)
    assert two.trash.clear() == 1
    with pytest.raises(NoSuchMeeting):
        two.load("first00000")
    database = outside(two)
    for table in database.tables:
        for column in ("meeting_id", "id"):
            if column in table.columns_dict:
                assert not list(table.rows_where(f"{column} = ?", ["first00000"])), table.name
    assert two.load("second0000").meeting.previous_meeting_id is None
    assert not two.check()


def test_what_is_written_afterwards_is_found_by_search_and_can_be_undone(two: Store) -> None:
    assert two.trash.empty() == 1
    recorder = Recorder(two, "second0000")
    recorder.accept("行动：核对库存")
    assert [hit.text for hit in two.search("核对库存")] == ["核对库存"]
    recorder.undo()
    assert [a.task for a in recorder.minutes.all(Action)] == ["出方案"]


def test_an_earlier_meeting_in_the_trash_hands_nothing_on(two: Store) -> None:
    following = begin(two, previous_id="second0000")
    assert [one.text for one in Recorder(two, following).view.carried] == ["出方案"]
    two.trash.put("second0000")
    assert not Recorder(two, following).view.carried


def test_a_meeting_begun_on_the_screen_in_which_nobody_wrote_is_not_listed(
    store: Store, clock: Clock
) -> None:
    blank = begin(store, screen="home", starts_at="2026-09-16T14:05")
    named = begin(store, screen="home", name="周会")
    by_command = begin(store, starts_at="2026-09-18T10:00")
    assert {m.id for m in store.meetings(blank=False)} == {named, by_command}
    assert {m.id for m in store.meetings()} == {blank, named, by_command}
    store.keep_draft(blank, "w", "说到一半", 4)
    assert blank in {m.id for m in store.meetings(blank=False)}, "an unfinished line is something written"
    store.keep_draft(blank, "w", "", 0)
    Recorder(store, blank).accept("市场部：来了")
    assert blank in {m.id for m in store.meetings(blank=False)}
    second = begin(store, screen="home")
    assert store.find("last") != second
    clock.now += dt.timedelta(days=31)
    assert store.trash.clear() == 1
    with pytest.raises(NoSuchMeeting):
        store.load(second)
