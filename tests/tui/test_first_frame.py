"""What is not loaded before the first frame: the libraries and the parts of jiyao that only later work needs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.meetings.people import LINES
from tests.meetings.stored import MEETING, prepare

SCRIPT = """
import asyncio, json, sys
from datetime import datetime
from models.store import Store
import tui.app
from tests.loaded import loaded

seen = []

def preload():
    seen.extend(loaded())

tui.app.preload = preload

async def main():
    app = tui.app.make_app(Store.open(sys.argv[1]), datetime.now, sys.argv[3], meeting_id=sys.argv[2] or None)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()

asyncio.run(main())
print(json.dumps(seen))
"""
LIBRARIES = ("sqlite_utils", "docx", "lxml", "pypinyin", "chinese_calendar", "tomllib", "importlib.metadata")
FOR_A_LINE = (
    "models.capture.values",
    "models.capture.reading",
    "models.capture.description",
    "models.dates",
    "models.names",
    "models.roster",
    "models.organisation",
    "models.recorder",
    "models.store.log",
    "models.store.step",
    "models.store.undo",
)
LATER = (
    "models.findings",
    "models.importing",
    "models.new_meeting",
    "models.polish",
    "models.scenarios",
    "models.recap",
    "models.store.search",
    "exporters",
)
FOR_A_MEETING = ("models.meeting", "models.minutes", "models.meeting_view", "tui.screens.record.session")


def loaded(database: Path, meeting: str, language: str = "zh_CN") -> set[str]:
    """Every module that is there when the first frame has been drawn."""
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(database), meeting, language],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert run.returncode == 0, run.stderr[-2000:]
    return set(json.loads(run.stdout))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A file with one meeting."""
    prepare(tmp_path / "a.db", *LINES).close()
    return tmp_path / "a.db"


def test_the_record_screen_stands_before_what_only_lines_and_later_screens_need(database: Path) -> None:
    there = loaded(database, MEETING)
    assert "tui.screens.record.screen" in there
    assert there & {*LIBRARIES, *FOR_A_LINE, *LATER} == set()


def test_what_is_said_of_a_date_is_drawn_without_the_grammar_that_read_it(tmp_path: Path) -> None:
    prepare(
        tmp_path / "a.db", "议题：预算", "行动：市场部李经理国庆节前提交方案", "行动：出预算 /10月1日前"
    ).close()
    assert loaded(tmp_path / "a.db", MEETING, "en") & {*FOR_A_LINE} == set()


def test_the_home_screen_stands_before_any_row_of_a_meeting_is_known(database: Path) -> None:
    there = loaded(database, "")
    assert "tui.screens.home.screen" in there
    assert there & {*LIBRARIES, *FOR_A_LINE, *LATER, *FOR_A_MEETING} == set()


def test_behind_the_first_frame_stands_all_that_the_first_minute_needs_and_nothing_else() -> None:
    script = (
        "import json, tui.start; from tests.loaded import loaded; "
        "tui.start.preload(); print(json.dumps([*loaded()]))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    there = set(json.loads(run.stdout))
    assert {"models.recorder", "models.capture.reading", "models.store.log", "pypinyin", "docx"} <= there
    assert "sqlite_utils" not in there
