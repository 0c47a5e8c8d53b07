"""A prepared meeting for the tests of the record screen, and what stands of it in the database."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

from models.meeting import Meeting, Opinion, Point
from models.minutes import Minutes
from models.recorder import Recorder
from models.store import Store

MEETING = "record0000"
AT = dt.datetime(2026, 9, 16, 14, 0)
FACTS = (
    "出席：市场部：李经理、张专员；研发部：王工程师；销售部：赵经理；财务部：孙主管",
    "议题：推广流程 (30分钟)",
    "议题：预算分配 (20分钟)",
)


def prepare(database: Path, *lines: str) -> None:
    """A meeting with four departments and two topics, the second live, and these lines recorded."""
    store = Store.open(database)
    store.create(
        Meeting(id=MEETING, meeting_id=MEETING, name="跨部门协作启动会", starts_at="2026-09-16T14:00")
    )
    recorder = Recorder(store, MEETING, clock=lambda: AT)
    for line in (*FACTS, *lines):
        recorder.accept(line)
    store.close()


def stored(database: Path) -> Minutes:
    """The meeting as another program finds it."""
    store = Store.open(database)
    try:
        return store.load(MEETING)
    finally:
        store.close()


def said(database: Path) -> list[str]:
    """The words of points and opinions, in the order of typing."""
    entries = stored(database).all_entries
    return [entry.text for entry in entries if isinstance(entry, Point | Opinion)]


def draft(database: Path) -> str:
    """The unfinished text as it is kept at this moment, whoever's window it is in."""
    outside = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)
    try:
        return "".join(text for (text,) in outside.execute("SELECT text FROM draft"))
    finally:
        outside.close()
