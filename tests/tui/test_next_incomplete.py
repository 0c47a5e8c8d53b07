"""Ctrl+N leads through everything incomplete or doubtful, over all topics, and says what is wanting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.store import Store
from tests.meetings.stored import prepare
from tests.tui.screens import app_of, press, seen, shown
from tui.screens.record.screen import RecordScreen

LINES = (
    "出席：市场部：李经理、李主管；研发部：陈工程师",
    "议题：一",
    "行动：提交成本测算 @市场部",
    "决议：占28%；执行：市场部",
    "议题：二",
    "研发部：要两周??",
    "决议：12月首发",
    "回1.1",
    "行动：确认完成时间 @陈工程师 /尽快",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = prepare(tmp_path / "a.db", *LINES)
    yield opened
    opened.close()


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_it_goes_topic_by_topic_and_round(store: Store, size: tuple[int, int]) -> None:
    wanted = (
        "第1条，共4条：A1 缺负责人、完成时限",
        "第2条，共4条：A2 缺完成时限",
        "第3条，共4条：意见 待核",
        "第4条，共4条：D2 缺执行部门",
        "第1条，共4条：A1",
    )
    async with shown(store, "record", size=size) as pilot:
        for words in wanted:
            await press(pilot, "ctrl+n")
            assert words in seen(pilot)
        recorder = app_of(pilot).recorder
        assert recorder is not None
        live = recorder.minutes.live_topic
        assert live is not None
        assert live.number == "1.1", "looking moves nothing"


async def test_where_nothing_is_wanting_it_says_so(tmp_path: Path) -> None:
    store = prepare(tmp_path / "b.db", "市场部李经理：同意")
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+n")
        assert "没有待补或待核的记录" in seen(pilot)
    store.close()


async def test_it_goes_on_from_the_entry_that_was_just_put_right(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+n", "ctrl+n", "enter")
        assert "修改 A2" in seen(pilot)
        screen = app_of(pilot).screen
        assert isinstance(screen, RecordScreen)
        screen.bar.put("行动：确认完成时间 @陈工程师 /9月30日")
        await press(pilot, "enter", "ctrl+n")
        assert "第2条，共3条：意见 待核" in seen(pilot)
