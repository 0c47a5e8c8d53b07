"""Numbers on the screens: when they become consecutive, when that is asked first, what stands in the bar meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.meeting import NUMBERED, Action
from models.recorder import Recorder
from models.store import Store
from tests.meetings.people import LINES
from tests.meetings.stored import MEETING, NOW, prepare
from tests.tui.screens import press, say, seen, shown
from tui.screens.record.screen import RecordScreen


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A2 and A3 stand, A1 was taken back."""
    opened = prepare(tmp_path / "a.db", *LINES, "撤销A1")
    yield opened
    opened.close()


def codes(store: Store) -> list[str]:
    minutes = store.load(MEETING)
    return [row.code for kind in NUMBERED for row in minutes.all(kind)]


async def test_looking_at_the_recap_changes_no_number_and_the_first_enter_says_which_do(store: Store) -> None:
    before = codes(store)
    async with shown(store, "record") as pilot:
        await press(pilot, "f9", "pagedown", "pagedown", "pageup", "ctrl+n", "escape", "f9")
        assert codes(store) == before == ["D1", "D2", "A2", "A3"]
        await press(pilot, "enter")
        assert "编号改为连续：A2→A1 A3→A2" in seen(pilot)
        assert codes(store) == ["D1", "D2", "A1", "A2"]
        await press(pilot, "ctrl+z")
        assert "编号A2→A1 A3→A2" in seen(pilot)
        assert codes(store) == before


async def test_the_second_page_changes_no_number(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "enter")
    Recorder(store, MEETING, clock=lambda: NOW).accept("撤销A1")
    async with shown(store, "recap") as pilot:
        await press(pilot, "enter")
        assert "编号" not in seen(pilot)
    assert codes(store) == ["D1", "D2", "A2"]


async def test_numbers_the_room_has_seen_are_asked_about_and_can_be_kept(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+l", "escape", "f9", "enter")
        text = seen(pilot)
        assert "已定事项展示过" in text
        assert "1 改为连续：A2→A1 A3→A2" in text
        await press(pilot, "escape")
        assert not store.load(MEETING).confirmations, "Esc confirms nothing"
        await press(pilot, "enter", "2")
        assert "已确认：出席" in seen(pilot)
        await press(pilot, "enter", "enter")
    assert codes(store) == ["D1", "D2", "A2", "A3"]
    minutes = store.load(MEETING)
    assert (minutes.meeting.gaps_kept, minutes.meeting.numbered_at) == (True, None)
    assert {w.rule for w in minutes.waivers} == {"R28-gaps"}


async def test_numbers_the_room_has_seen_become_consecutive_where_that_is_wanted(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+l", "escape", "f9", "enter", "1")
        assert "编号改为连续：A2→A1 A3→A2" in seen(pilot)
    assert codes(store) == ["D1", "D2", "A1", "A2"]


async def test_without_a_gap_nothing_is_asked(tmp_path: Path) -> None:
    store = prepare(tmp_path / "b.db", *LINES)
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+l", "escape", "f9", "enter")
        assert "议题 1.1" in seen(pilot)
        assert "编号" not in seen(pilot)
    assert len(store.load(MEETING).confirmations) == 1
    store.close()


async def test_consecutive_numbers_that_were_taken_back_are_asked_about_the_next_time(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "enter", "ctrl+z", "enter")
        assert "2 保留" in seen(pilot)
        await press(pilot, "2")
    assert codes(store) == ["D1", "D2", "A2", "A3"]


async def test_closing_asks_too_where_no_page_was_confirmed(store: Store) -> None:
    store.show(MEETING, "digest")
    async with shown(store, "recap") as pilot:
        await press(pilot, *["pagedown"] * 5, "enter", "1")
        assert "2 保留" in seen(pilot)
        await press(pilot, "2")
        assert "已散会" in seen(pilot)
    assert codes(store) == ["D1", "D2", "A2", "A3"]


async def test_a_line_in_the_bar_changes_the_item_it_was_typed_for(store: Store) -> None:
    meant = store.load(MEETING).numbered("A3")
    assert meant
    async with shown(store, "record") as pilot:
        await say(pilot, "A3 @钱主管")
        await press(pilot, "f9", "enter")
        await press(pilot, "escape")
        text = seen(pilot)
        assert "A2 @钱主管" in text
        assert "编号有变" in text
        await press(pilot, "enter")
    minutes = store.load(MEETING)
    changed = minutes.get(Action, meant.id)
    assert changed
    assert (changed.code, minutes.person_name(changed.owner_id)) == ("A2", "钱主管")


async def test_a_line_in_the_bar_of_another_window_follows_too(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "A3 @钱主管")
        elsewhere = Store.open(store.path)
        Recorder(elsewhere, MEETING, clock=lambda: NOW).closing.confirm("attendance")
        elsewhere.close()
        screen = pilot.app.screen
        assert isinstance(screen, RecordScreen)
        screen._tick()
        await pilot.pause()
        assert "A2 @钱主管" in seen(pilot)
        await press(pilot, "ctrl+z")
        assert "A2 @钱主管" in seen(pilot), "the old number is not typed again by undo"


async def test_a_line_that_was_left_unfinished_means_the_same_item_when_the_meeting_is_opened_again(
    store: Store,
) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "A3 @钱主管")
    store.close()
    again = Store.open(store.path)
    Recorder(again, MEETING, clock=lambda: NOW).closing.confirm("attendance")
    async with shown(again, "record") as pilot:
        assert "A2 @钱主管" in seen(pilot)
    again.close()


async def test_what_undo_brings_back_into_the_bar_is_for_the_item_it_was_typed_for(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "A3 @钱主管")
        await press(pilot, "ctrl+u", "f9", "enter", "escape", "ctrl+z")
        assert "› A2 @钱主管" in seen(pilot)


async def test_a_line_that_was_dropped_is_brought_back_for_the_item_it_was_typed_for(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "A1 @钱主管")  # there is no A1
        await press(pilot, "enter", "delete", "f9", "enter", "escape", "ctrl+z")
        assert "› 原A1 @钱主管" in seen(pilot)
