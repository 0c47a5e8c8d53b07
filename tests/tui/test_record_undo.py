"""Undo, drafts and a store that refuses, on the record screen: nothing is lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from models.meeting import Opinion
from models.recorder import Recorder
from models.store import Store
from tests.meetings.people import LINES
from tests.meetings.stored import MEETING, NOW, prepare
from tests.tui.record import action_of, bar_of, enter, minutes_of
from tests.tui.screens import app_of, press, say, seen, shown


async def test_undo_takes_typing_first_and_says_which_step_it_takes(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "字")
        await press(pilot, "ctrl+z")
        assert bar_of(pilot) == ""
        assert action_of(pilot, "A3")
        await press(pilot, "ctrl+z")
        assert "已撤销 A3" in seen(pilot)
        await press(pilot, "ctrl+y")
        assert "已重做 A3" in seen(pilot)


async def test_saving_is_a_reflex_that_is_answered(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+s")
        assert "全部已保存，最近一次 15:52:00" in seen(pilot)


async def test_a_store_that_refuses_holds_the_line_above_the_free_bar_and_takes_it_later(
    tmp_path: Path,
) -> None:
    prepare(tmp_path / "a.db", *LINES).close()
    store = Store.open(tmp_path / "a.db", busy_seconds=0.01)
    other = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    async with shown(store, "record") as pilot:
        other.execute("BEGIN IMMEDIATE")
        await say(pilot, "存不下的话")
        await press(pilot, "enter")
        assert "锁定" in seen(pilot)
        assert "1 行未存入" in seen(pilot)
        assert bar_of(pilot) == ""
        await say(pilot, "后一句")
        await press(pilot, "enter")
        assert "2 行未存入" in seen(pilot)
        other.execute("ROLLBACK")
        app_of(pilot).screen.let_in()
        await pilot.pause()
        assert [one.text for one in minutes_of(pilot).all(Opinion)][-2:] == ["存不下的话", "后一句"]
        assert "未存入" not in seen(pilot)
    other.close()
    store.close()


@pytest.mark.usefixtures("forgiving")
@pytest.mark.parametrize("broken", ["models.capture.reading._best", "tui.screens.record.reading.described"])
async def test_an_unfinished_line_that_breaks_the_grammar_neither_keeps_the_meeting_shut_nor_is_lost(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fails(*_given: object) -> None:
        raise RecursionError

    line = "市场部：这行会让程序出错"
    before = Store.open(tmp_path / "a.db")
    before.keep_draft(MEETING, "window that is gone", line, len(line), None)
    before.close()
    monkeypatch.setattr(broken, fails)
    async with shown(store, "record") as pilot:
        assert line in seen(pilot)
        await press(pilot, "enter")
        assert app_of(pilot).failure is None
        recorder = app_of(pilot).recorder
        assert recorder is not None
        latest = recorder.minutes.latest_entry
        assert latest is not None
        assert latest.text in line


async def test_undo_stops_at_what_another_screen_did_and_names_it(store: Store) -> None:
    recorder = Recorder(store, MEETING, clock=lambda: NOW)
    recorder.view.screen = "prepare"
    recorder.preparation.add_check("茶水")
    async with shown(store, "record") as pilot:
        await enter(pilot, "要点：一句话")
        await press(pilot, "ctrl+z")
        assert "已撤销 讨论要点“一句话”" in seen(pilot)
        await press(pilot, "ctrl+z")
        assert "“会前筹备”" in seen(pilot)
        assert [i.text for i in minutes_of(pilot).checklist][-1] == "茶水"
        await press(pilot, "ctrl+y")
        assert "已重做 讨论要点“一句话”" in seen(pilot)


async def test_the_clock_may_strike_once_more_when_no_screen_is_left(store: Store) -> None:
    async with shown(store, "record") as pilot:
        app = app_of(pilot)
    assert not app.screen_stack
    app._let_in_unseen()
