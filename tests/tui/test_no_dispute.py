"""That nothing is disputed is seen where disputes stand, and goes with the first dispute."""

from __future__ import annotations

from models.store import Store
from tests.tui.screens import press, say, seen, shown


async def test_that_nothing_is_disputed_stands_where_disputes_do(store: Store) -> None:
    async with shown(store, "record") as pilot:
        before = seen(pilot).count("无争议")
        await say(pilot, "议题：复盘")
        await press(pilot, "enter")
        await say(pilot, "争议：无")
        await press(pilot, "enter")
        await say(pilot, "市场部：接着做")
        await press(pilot, "enter")
        assert seen(pilot).count("无争议") == before + 1
        await say(pilot, "争议：要不要推迟")
        await press(pilot, "enter")
        await say(pilot, "市场部：推迟一周")
        await press(pilot, "enter")
        assert seen(pilot).count("无争议") == before
