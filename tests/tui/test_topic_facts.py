"""What the screens say of a topic's time against its plan, and of how many were there."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from models.recorder import Recorder
from models.store import Store
from tests.meetings.stored import MEETING, NOW, prepare
from tests.tui.screens import press, seen, shown


def recorded(path: Path) -> Store:
    """A meeting whose first topic took 30 minutes instead of 20, and which one left before the second began."""
    store = prepare(path)
    moment = [NOW.replace(hour=14, minute=0)]
    recorder = Recorder(store, MEETING, clock=lambda: moment[0])
    for minutes, line in (
        (0, "出席：市场部：王总监、李经理；研发部：陈工程师"),
        (0, "议题：占比 (20分钟)"),
        (10, "决议：占28%；执行：市场部"),
        (20, "李经理先走"),
        (0, "议题：时间 (60分钟)"),
        (1, "决议：12月首发；执行：研发部"),
    ):
        moment[0] += dt.timedelta(minutes=minutes)
        recorder.accept(line)
    return store


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_a_topic_over_its_plan_is_told_by_a_sign(tmp_path: Path, size: tuple[int, int]) -> None:
    store = recorded(tmp_path / "a.db")
    async with shown(store, "record", size=size) as pilot:
        await press(pilot, "pageup")
        assert "⚠30′/20′ 3人" in seen(pilot)
        await press(pilot, "pagedown")
        assert "⚠82′/60′ 2人" in seen(pilot)
    store.close()


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_the_closing_page_tells_it_of_all_topics(tmp_path: Path, size: tuple[int, int]) -> None:
    store = recorded(tmp_path / "a.db")
    async with shown(store, "recap", size=size) as pilot:
        await press(pilot, *["pagedown"] * 4)
        await press(pilot, *["down"] * 3)
        assert "按议题" in seen(pilot)
        assert "1.1   ⚠30′/20′   3人" in seen(pilot)
        assert "1.2   ⚠82′/60′   2人" in seen(pilot)
    store.close()


@pytest.mark.parametrize(("language", "line"), [("zh_CN", "⚠30′/20′ 决1 3人"), ("en", "⚠30′/20′ D1  ")])
async def test_the_agenda_counts_heads_where_that_costs_no_row(
    tmp_path: Path, language: str, line: str
) -> None:
    store = recorded(tmp_path / "a.db")
    async with shown(store, "record", language=language) as pilot:
        assert line in seen(pilot)
    store.close()
