"""An entry of the record screen taken back into the bar and edited there."""

from __future__ import annotations

from pathlib import Path

from models.meeting import Person
from models.store import Store
from tests.meetings.stored import MEETING, prepare
from tests.tui.record import action_of, bar_of, minutes_of, screen_of
from tests.tui.screens import app_of, press, say, seen, shown


async def test_an_entry_is_edited_in_the_bar_and_keeps_its_number(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "没打完的话")
        await press(pilot, "f8", "f8")
        screen_of(pilot).panes["actions"].choose(action_of(pilot, "A2").id)
        await press(pilot, "enter")
        assert "修改 A2" in seen(pilot)
        assert bar_of(pilot).startswith("行动：提交三档占比的成本测算")
        await press(pilot, "ctrl+home", *["right"] * 3)
        await say(pilot, "尽快")
        await press(pilot, "enter")
        assert action_of(pilot, "A2").task == "尽快提交三档占比的成本测算"
        assert bar_of(pilot) == "没打完的话"


async def test_escape_never_throws_a_changed_edit_away(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "up", "escape")
        assert "修改" not in seen(pilot)
        await press(pilot, "up")
        await say(pilot, "改")
        await press(pilot, "escape")
        assert "仍在修改" in seen(pilot)
        assert bar_of(pilot).endswith("改")
        await press(pilot, "ctrl+u")
        assert bar_of(pilot) == ""
        assert action_of(pilot, "A3").task == "确认测试完成时间"


async def test_in_english_what_is_taken_back_and_not_changed_stays_as_it_was(tmp_path: Path) -> None:
    lines = ("present: Marketing: Mr Li; Legal: Ms Wang", "topic: budget")
    store = prepare(tmp_path / "a.db", *lines)
    async with shown(store, "record", language="en") as pilot:
        await say(pilot, "action: send the report @Mr Li /by Friday")
        await press(pilot, "enter")
        people, action = minutes_of(pilot).all(Person), action_of(pilot, "A1")
        steps = len(store.steps(MEETING))
        await press(pilot, "up")
        assert bar_of(pilot) == "action: send the report @Marketing Mr Li /by Friday"
        await press(pilot, "enter")
        assert bar_of(pilot) == ""
        assert "✓" not in seen(pilot).splitlines()[-2]
        assert (action_of(pilot, "A1"), minutes_of(pilot).all(Person)) == (action, people)
        assert len(store.steps(MEETING)) == steps
    store.close()


async def test_an_entry_no_line_says_is_opened_with_a_word_about_it_and_stays(store: Store) -> None:
    async with shown(store, "record") as pilot:
        recorder = app_of(pilot).recorder
        assert recorder is not None
        recorder.edit(action_of(pilot, "A3").id, task="找 @李经理 谈")
        before = action_of(pilot, "A3")
        await press(pilot, "up")
        assert bar_of(pilot).startswith("行动：找 @李经理 谈")
        assert "没有能完整表达它的写法" in seen(pilot)
        await press(pilot, "enter")
        assert bar_of(pilot) == ""
        assert action_of(pilot, "A3") == before
