"""The menu of an entry says which entry it is about, for it may stand over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.meeting import Opinion
from models.store import Store
from tests.tui.screens import LINES, app_of, prepare, press, seen, shown
from tui.screens.record import RecordScreen


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = prepare(tmp_path / "a.db", *LINES)
    yield opened
    opened.close()


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
