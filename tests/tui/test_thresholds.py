"""The figures of the configuration reach every place that goes by them, and the command prints what the recap shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.config import Config, ConfigError, read
from models.findings import read_thresholds
from models.recap import recap
from models.recorder import Recorder
from tests.meetings.people import LINES
from tests.meetings.stored import MEETING, NOW, prepare
from tests.tui.screens import press, seen
from tests.tui.shell import done
from tui.app import make_app
from tui.commands.screens import run
from tui.commands.session import Session

FIGURES = "[findings]\ndraft_workdays = 1\ntask_min = 12\nR5 = false\n"


def configured(tmp_path: Path, text: str = FIGURES) -> Config:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return read(file)


def test_check_prints_the_list_of_the_recap(database: Path, tmp_path: Path) -> None:
    store = prepare(database, *LINES)
    config = configured(tmp_path)
    thresholds = read_thresholds(config.findings)
    shown = [(f.rule, f.where, f.message) for f in recap(store.load(MEETING), thresholds).findings]
    store.close()
    printed = done("check", MEETING, "--json", JIYAO_CONFIG=str(config.path)).json
    asked = [(f["rule"], f["where"], f["message"]) for f in printed if f["rule"] != "R18"]
    assert asked == shown
    assert "R16-task" in {rule for rule, _where, _message in shown}


async def test_closing_page_and_home_go_by_the_configured_day(tmp_path: Path) -> None:
    store = prepare(tmp_path / "a.db", *LINES)
    config = configured(tmp_path)
    Recorder(store, MEETING, clock=lambda: NOW).closing.close("王总监")
    app = make_app(store, lambda: NOW, "zh_CN", meeting_id=MEETING, screen="recap", config=config)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, *["pagedown"] * 5)
        assert "9月17日（周四）" in seen(pilot)
    app = make_app(store, lambda: NOW, "zh_CN", config=config)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "剩 1 个工作日" in seen(pilot)
    store.close()


def test_a_setting_that_cannot_be_meant_is_said_before_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = configured(tmp_path, "[findings]\ncontact_max = 3\n")
    monkeypatch.setenv("JIYAO_CONFIG", str(config.path))
    session = Session(db=tmp_path / "a.db")
    with pytest.raises(ConfigError, match="contact_max"):
        run(session, None)
