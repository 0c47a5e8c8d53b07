"""The kind of a new meeting is the one its name speaks of, and none where it speaks of none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.store import Store
from tests.tui.screens import NOW, press, say, shown


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "a.db", clock=lambda: NOW)
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
