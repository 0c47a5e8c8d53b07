"""A meeting begins in one place: empty, with facts, as the next of a series, or from files, all of them or none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.importing import UnreadableError, take_in
from models.meeting import Material
from models.new_meeting import begin
from models.store import Store

NOW = dt.datetime(2026, 11, 25, 14, 0)


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    store = Store.open(database, clock=lambda: NOW)
    yield store
    store.close()


def test_a_fact_that_is_given_stands_before_what_the_previous_meeting_hands_on(store: Store) -> None:
    first = begin(store, name="样品周会", host="市场部李经理", sponsor="市场部")
    second = begin(store, previous_id=first, host="采购部郑经理")
    meeting = store.load(second).meeting
    assert (meeting.name, meeting.sponsor, meeting.host) == ("样品周会", "市场部", "采购部郑经理")
    assert meeting.previous_meeting_id == first


def test_materials_stand_in_the_order_in_which_they_were_named(store: Store) -> None:
    meeting_id = begin(store, materials=["成本测算表", "预算草案"])
    rows = store.load(meeting_id).all(Material)
    assert [(row.seq, row.text) for row in rows] == [(1, "成本测算表"), (2, "预算草案")]


def test_undo_never_takes_a_new_meeting_away(store: Store) -> None:
    assert store.undo(begin(store, name="样品周会"), "w1") is None


def test_files_become_meetings_all_of_them_or_none(store: Store, tmp_path: Path) -> None:
    good, empty, broken = (tmp_path / name for name in ("good.txt", "empty.txt", "broken.json"))
    good.write_text("会议：样品周会\n议题：样品\n", encoding="utf-8")
    empty.write_text("\n", encoding="utf-8")
    broken.write_text("{", encoding="utf-8")
    for other in (empty, broken):
        with pytest.raises(UnreadableError, match=other.name):
            take_in(store, lambda: NOW, [good, other])
        assert list(store.meetings()) == []
    (taken,) = take_in(store, lambda: NOW, [good])
    assert [(m.id, m.name) for m in store.meetings()] == [(taken.meeting_id, "样品周会")]
    assert taken.unplaced == []
