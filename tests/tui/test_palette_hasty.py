"""A command chosen in the palette for a screen that is gone before the command runs."""

from __future__ import annotations

from pathlib import Path

from tests.meetings.people import LINES
from tests.meetings.stored import prepare
from tests.tui.screens import press, say, seen, shown
from tui.screens.palette.screen import PaletteScreen


async def test_it_is_dropped_and_leaves_the_screens_below_alone(tmp_path: Path) -> None:
    store = prepare(tmp_path / "a.db", *LINES)
    async with shown(store, "record") as pilot:
        await press(pilot, "f12", "ctrl+p")
        await say(pilot, "返回")
        palette = pilot.app.screen
        assert isinstance(palette, PaletteScreen)
        palette.action_run()
        pilot.app.pop_screen()
        await pilot.pause()
        assert len(pilot.app.screen_stack) == 1
        assert "销售提成预算分配方案" in seen(pilot)
    store.close()
