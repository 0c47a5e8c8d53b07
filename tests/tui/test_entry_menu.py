"""The menu of an entry says which entry it is about, for it may stand over it."""

from __future__ import annotations

import pytest

from models.meeting import Opinion, Resolution
from models.store import Store
from tests.tui.screens import app_of, press, seen, shown
from tui.screens.record.screen import RecordScreen


@pytest.mark.parametrize(
    ("code", "title"), [("A2", "A2 提交三档占比的成本测算"), (None, "意见 推广费用不低于30%")]
)
async def test_the_menu_quotes_its_entry(store: Store, code: str | None, title: str) -> None:
    async with shown(store, "record") as pilot:
        screen, recorder = pilot.app.screen, app_of(pilot).recorder
        assert isinstance(screen, RecordScreen)
        assert recorder is not None
        entry = recorder.minutes.numbered(code) if code else recorder.minutes.all(Opinion)[-1]
        assert entry is not None
        screen.go_to(entry)
        await press(pilot, "space")
        assert f"╭─ {title} ─" in seen(pilot)


async def test_a_resolution_is_superseded_by_a_later_one_and_comes_into_force_again(store: Store) -> None:
    async with shown(store, "record") as pilot:
        screen, recorder = pilot.app.screen, app_of(pilot).recorder
        assert isinstance(screen, RecordScreen)
        assert recorder is not None
        recorder.accept("1.1补：决议：改为四种；执行：研发部")
        screen.go_to(recorder.minutes.numbered("D1") or recorder.minutes.all_entries[0])
        await press(pilot, "space", "2")
        assert "1 D2 上市总预算" in seen(pilot)
        assert "2 D3 改为四种" in seen(pilot)
        await press(pilot, "2")
        assert "已由D3取代" in seen(pilot)
        assert "取代 D1" in seen(pilot)
        await press(pilot, "ctrl+z")
        assert "取代" not in seen(pilot)
        await press(pilot, "ctrl+y")
        screen.go_to(recorder.minutes.numbered("D1") or recorder.minutes.all_entries[0])
        await press(pilot, "space", "2", "1")
        assert "已由D3取代" not in seen(pilot)
        assert not any(r.superseded_by for r in recorder.minutes.all(Resolution))


async def test_the_last_resolution_has_none_that_could_take_its_place(store: Store) -> None:
    async with shown(store, "record") as pilot:
        screen, recorder = pilot.app.screen, app_of(pilot).recorder
        assert isinstance(screen, RecordScreen)
        assert recorder is not None
        screen.go_to(recorder.minutes.numbered("D2") or recorder.minutes.all_entries[0])
        await press(pilot, "space", "2")
        assert "后面没有别的决议" in seen(pilot)
