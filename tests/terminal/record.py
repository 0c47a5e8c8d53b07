"""A prepared meeting for the tests of the record screen, and what stands of it in the database."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from models.meeting import Opinion, Point
from models.minutes import Minutes
from models.store import Store
from tests.meetings.people import BEGINS
from tests.meetings.stored import MEETING, copied, typed
from tests.terminal.terminal import Terminal

FACTS = (
    "出席：市场部：李经理、张专员；研发部：王工程师；销售部：赵经理；财务部：孙主管",
    "议题：推广流程 (30分钟)",
    "议题：预算分配 (20分钟)",
)


def prepare(database: Path, *lines: str) -> None:
    """A meeting with four departments and two topics, the second live, and these lines recorded."""
    copied(database, _prepared, *lines)


def _prepared(store: Store, *lines: str) -> None:
    begins = f"{BEGINS:%Y-%m-%dT%H:%M}"
    typed(store, *FACTS, *lines, clock=lambda: BEGINS, name="跨部门协作启动会", starts_at=begins)


def stored(database: Path) -> Minutes:
    """The meeting as another program finds it."""
    store = Store.open(database)
    try:
        return store.load(MEETING)
    finally:
        store.close()


def ready(term: Terminal) -> None:
    """Waits until lines are read at once: in the first moment what is entered is held until the grammar is loaded."""
    term.expect("议题：")
    term.type("好")
    term.expect("→")
    term.press("ctrl+u")


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
