"""What is being typed at the recap, a correction or an objection, outlives Esc and a crash."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.meeting import Objection, Resolution
from models.store import Store
from tests.meetings.people import LINES
from tests.meetings.stored import MEETING, NOW, prepare
from tests.tui.screens import press, say, seen, shown


@pytest.fixture
def path(tmp_path: Path) -> Path:
    prepare(tmp_path / "a.db", *LINES).close()
    return tmp_path / "a.db"


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """The file in a program of its own."""
    store = Store.open(path, clock=lambda: NOW)
    yield store
    store.close()


TO_D1 = ("pagedown", "down", "down", "space")


@pytest.mark.parametrize(
    ("choice", "title"), [(1, "更正D1"), (2, "对D1的异议")], ids=["correction", "objection"]
)
async def test_after_a_crash_it_stands_in_the_bar_again(path: Path, choice: int, title: str) -> None:
    with opened(path) as store:
        async with shown(store, "recap") as pilot:
            await press(pilot, *TO_D1, str(choice))
            await say(pilot, "财务部：成本未核算")
            async with shown(store, "recap") as other:
                assert title not in seen(other), "the line belongs to the window that types it"
    with opened(path) as store:
        async with shown(store, "recap") as pilot:
            assert title in seen(pilot)
            assert "财务部：成本未核算" in seen(pilot)
            await press(pilot, "enter")
            assert title not in seen(pilot)
    with opened(path) as store:
        async with shown(store, "recap") as pilot:
            assert title not in seen(pilot)
        minutes = store.load(MEETING)
        told = [o.text for o in minutes.all(Objection)] + [r.text for r in minutes.all(Resolution)]
        assert sum("成本未核算" in text for text in told) == 1


async def test_esc_only_puts_it_aside(path: Path) -> None:
    with opened(path) as store:
        async with shown(store, "recap") as pilot:
            await press(pilot, *TO_D1, str(2))
            await say(pilot, "财务部：")
            await press(pilot, "escape")
            assert "的异议" not in seen(pilot)
    with opened(path) as store:
        async with shown(store, "recap") as pilot:
            assert "的异议" not in seen(pilot), "put aside, it does not open by itself"
            await press(pilot, *TO_D1, str(2))
            assert "财务部：" in seen(pilot)
            await say(pilot, "成本未核算")
            await press(pilot, "enter")
        assert [(o.by, o.text) for o in store.load(MEETING).all(Objection)] == [("财务部", "成本未核算")]
