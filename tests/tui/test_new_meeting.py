"""A new meeting: of the kind its name speaks of, and in progress from its first word on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.store import Store
from tests.meetings.stored import NOW, empty_store, prepare
from tests.tui.screens import press, say, seen, shown


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    opened = empty_store(tmp_path / "a.db", clock=lambda: NOW)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("name", "scenario"),
    [("四季度渠道价格专项协调会", "problem"), ("Go-live Kick-off", "kickoff"), ("年终复盘会", "")],
)
async def test_enter_alone_takes_the_kind_the_name_speaks_of(empty: Store, name: str, scenario: str) -> None:
    async with shown(empty, "home", meeting=None) as pilot:
        await press(pilot, "ctrl+n")
        await say(pilot, name)
        await press(pilot, "enter", "enter")
    assert [(m.name, m.scenario) for m in empty.meetings()] == [(name, scenario)]


@pytest.mark.parametrize(
    ("lines", "next_step"),
    [
        (["议题：甲"], "待记录"),
        (["议题：甲", "市场部：要两周"], "记录中"),
        (["议题：甲", "要点：先试点"], "记录中"),
    ],
)
async def test_a_meeting_is_in_progress_once_somebody_has_said_something(
    tmp_path: Path, lines: list[str], next_step: str
) -> None:
    store = prepare(tmp_path / "b.db", *lines)
    async with shown(store, "home", meeting=None) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert next_step in seen(pilot)
    store.close()
