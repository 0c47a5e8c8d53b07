"""A screen over a real store, with the clock standing still; keys and text arrive as from a terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from models.meeting import Meeting
from models.recorder import Recorder
from models.store import Store
from tui.app import JiyaoApp, make_app

NOW = dt.datetime(2026, 9, 16, 15, 52)
MEETING = "meeting000"
LINES = (
    "主持：市场部王总监",
    "记录：行政部何专员",
    "出席：市场部：王总监、李经理；研发部：陈工程师；财务部：孙主管；行政部：何专员",
    "缺席：研发部刘总监（客户拜访，陈工程师代参会）",
    "议题：推广与技术支持协作流程",
    "市场部李经理：需研发部提供产品功能亮点说明",
    "研发部：要求提前7天提交推广需求",
    "财务部：无意见",
    "争议：是否需增设紧急响应通道；共识：研发部设置7×24小时紧急接口",
    "决议：自10月起推广支持需求分为两种；执行：研发部",
    "行动：提供产品功能亮点说明 @陈工程师 +市场部 /9月23日",
    "结论：达成一致",
    "议题：销售提成预算分配方案",
    "财务部反对：应控制在25%",
    "市场部：推广费用不低于30%",
    "争议：推广费用占比取30%还是25%",
    "决议：上市总预算500万元不变；执行：财务部；生效：本月",
    "行动：提交三档占比的成本测算 @孙主管 +市场部 /9月25日",
    "行动：确认测试完成时间 @陈工程师 /待定",
)
"""A meeting in which 研发部 is silent on the second topic, its dispute is open, A2 is due on a holiday and A3 never."""


def prepare(path: Path, *lines: str, name: str = "新产品上市启动会", meeting: str = MEETING) -> Store:
    """A store with one meeting of these lines."""
    store = Store.open(path, clock=lambda: NOW)
    store.create(
        Meeting(
            id=meeting,
            meeting_id=meeting,
            name=name,
            starts_at="2026-09-16T14:00",
            ends_at="2026-09-16T16:00",
        )
    )
    recorder = Recorder(store, meeting, clock=lambda: NOW - dt.timedelta(minutes=30))
    for line in lines:
        recorder.accept(line)
    return store


@asynccontextmanager
async def shown(
    store: Store,
    screen: str,
    *,
    meeting: str | None = MEETING,
    language: str = "zh_CN",
    size: tuple[int, int] = (120, 36),
) -> AsyncIterator[Pilot[None]]:
    """The program with a screen as its first."""
    app = make_app(store, lambda: NOW, language, meeting_id=meeting, screen=screen)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Keys one after the other."""
    await pilot.press(*keys)
    await pilot.pause()


async def say(pilot: Pilot[None], text: str) -> None:
    """Characters as an input method hands them over."""
    for character in text:
        await pilot.app.on_event(events.Key(_character_to_key(character), character))
    await pilot.pause()


def seen(pilot: Pilot[None]) -> str:
    """The screen as text, a line for each row."""
    app: Any = pilot.app
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def app_of(pilot: Pilot[None]) -> JiyaoApp:
    """The program."""
    assert isinstance(pilot.app, JiyaoApp)
    return pilot.app
