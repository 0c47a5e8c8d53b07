"""Meetings made by the program itself: capture lines taken in as `jiyao import` takes them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from models.meeting import Meeting, new_id
from models.minutes import Minutes
from models.recorder import Recorder
from models.store import Store
from tests.exporters.sample import NOW

DATA = Path(__file__).parents[1] / "data"


def imported(lines: Iterable[str]) -> Minutes:
    """The meeting these lines make."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "jiyao.db")
        meeting_id = new_id()
        store.create(Meeting(id=meeting_id, meeting_id=meeting_id))
        recorder = Recorder(store, meeting_id, clock=lambda: NOW)
        recorder.import_lines(lines)
        store.close()
        return recorder.minutes


def sample(name: str) -> Minutes:
    """One of the sample meetings: launch or complaint."""
    return imported((DATA / f"{name}.txt").read_text(encoding="utf-8").split("\n"))
