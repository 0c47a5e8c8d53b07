"""What is not loaded before the first frame: the libraries that only later work needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.tui.screens import LINES, prepare

SCRIPT = """
import asyncio, sys
from datetime import datetime
from models.store import Store
import tui.app

seen = []

def preload():
    seen.extend(m for m in ("sqlite_utils", "docx", "pypinyin", "chinese_calendar", "lxml") if m in sys.modules)

tui.app.preload = preload

async def main():
    app = tui.app.make_app(Store.open(sys.argv[1]), datetime.now, "zh_CN", meeting_id="meeting000")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()

asyncio.run(main())
print("loaded:", *seen)
"""


def test_nothing_heavy_is_loaded_before_the_first_frame(tmp_path: Path) -> None:
    prepare(tmp_path / "a.db", *LINES).close()
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "a.db")],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert run.stdout == "loaded:\n", run.stderr[-2000:]
