"""A file that takes nothing for a while, on the other screens: nothing is glued, overtaken or lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from models.meeting import Action, Confirmation, Meeting, Objection, Opinion
from models.store import Store
from tests.meetings.people import LINES
from tests.meetings.stored import MEETING, NOW, prepare
from tests.tui.screens import app_of, press, say, seen, shown
from tui.screens.base import WorkScreen
from tui.session import Session


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    prepare(tmp_path / "a.db", *LINES).close()
    opened = Store.open(tmp_path / "a.db", clock=lambda: NOW)
    yield opened
    opened.close()


@contextmanager
def locked(store: Store) -> Iterator[None]:
    """Within it another program holds the file."""
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.close()


def session(pilot: Pilot[None]) -> Session:
    screen = pilot.app.screen
    assert isinstance(screen, WorkScreen)
    found: Session = screen.session
    return found


async def test_what_is_typed_behind_a_field_that_had_to_wait_goes_to_the_field_behind_it(
    tmp_path: Path,
) -> None:
    prepare(tmp_path / "a.db").close()
    store = Store.open(tmp_path / "a.db")
    store.create(Meeting(id="empty00000", meeting_id="empty00000"))
    async with shown(store, "prepare", meeting="empty00000") as pilot:
        with locked(store):
            await say(pilot, "新产品上市启动会")
            await press(pilot, "enter")
            assert "锁定" in seen(pilot)
            await say(pilot, "明确跨部门协作方案")
        await press(pilot, "enter")
        meeting = session(pilot).minutes.meeting
        assert (meeting.name, meeting.theme) == ("新产品上市启动会", "明确跨部门协作方案")
    store.close()


async def test_pasted_rows_that_had_to_wait_are_rows_afterwards(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        await press(pilot, "f5")
        with locked(store):
            await pilot.app.on_event(events.Paste("成本测算表\n预算草案\n"))
            await pilot.pause()
            await say(pilot, "样品清单")
        await press(pilot, "enter")
        assert [m.text for m in session(pilot).minutes.materials][-3:] == [
            "成本测算表",
            "预算草案",
            "样品清单",
        ]


async def test_an_objection_that_had_to_wait_takes_nothing_of_what_was_typed_behind_it(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "pagedown", "down", "down", "space", "2")
        await say(pilot, "财务部：成本未核算")
        with locked(store):
            await press(pilot, "enter")
            assert "锁定" in seen(pilot)
            await say(pilot, "另一句")
        await press(pilot, "enter")
        (said,) = store.load(MEETING).all(Objection)
        assert (said.by, said.text) == ("财务部", "成本未核算")
        await press(pilot, "space", "2")
        assert "另一句" in seen(pilot), "what was typed behind it is put aside"


async def test_lines_that_wait_go_in_before_a_page_is_confirmed(store: Store) -> None:
    async with shown(store, "record") as pilot:
        with locked(store):
            await say(pilot, "行动：补一份清单 @财务部 /周五前")
            await press(pilot, "enter", "f9", "enter")
            assert "1 行未存入" in seen(pilot)
            assert not store.load(MEETING).all(Confirmation)
        await press(pilot, "enter")
        minutes = store.load(MEETING)
        assert minutes.all(Confirmation)
        assert minutes.all(Action)[-1].task == "补一份清单"
        assert "未存入" not in seen(pilot)


async def test_undo_takes_back_no_earlier_step_while_a_line_waits(store: Store) -> None:
    async with shown(store, "record") as pilot:
        before = len(store.load(MEETING).all(Opinion))
        with locked(store):
            await say(pilot, "市场部：等着的一句")
            await press(pilot, "enter")
            await press(pilot, "ctrl+z")
            assert "先要存入" in seen(pilot)
        await press(pilot, "ctrl+z")
        assert len(store.load(MEETING).all(Opinion)) == before, "the line went in, and was taken back"
        assert "已撤销" in seen(pilot)


async def test_lines_go_in_of_a_meeting_one_has_left(store: Store) -> None:
    async with shown(store, "record") as pilot:
        with locked(store):
            await say(pilot, "市场部：等着的一句")
            await press(pilot, "enter")
            app_of(pilot).action_home()
            await pilot.pause()
            app_of(pilot)._let_in_unseen()
        app_of(pilot)._let_in_unseen()
        assert store.load(MEETING).all(Opinion)[-1].text == "等着的一句"
        assert not app_of(pilot).meetings[-1].held.lines
