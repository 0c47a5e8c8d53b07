"""A meeting to record: the clock stands still, four people of three departments are there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.recorder import Recorder
from models.store import Store
from tests.meetings.people import TIMES
from tests.meetings.stored import Clock, empty_store, typed


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = empty_store(tmp_path / "a.db")
    yield opened
    opened.close()


@pytest.fixture
def recorder(store: Store, clock: Clock) -> Recorder:
    roll = "出席：市场部：王总监、李经理；研发部：陈工程师；财务部：孙主管"
    return typed(store, roll, clock=clock, **TIMES)
