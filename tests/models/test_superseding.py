"""A resolution that another one replaces."""

from __future__ import annotations

import datetime as dt

import pytest

from models.meeting import Resolution
from models.recorder import Recorder
from models.store import Store
from tests.meetings.stored import typed

NOW = dt.datetime(2026, 9, 16, 14, 5)


@pytest.fixture
def recorder(store: Store) -> Recorder:
    lines = ("决议：占比25%；执行：财务部", "表决：赞成4反对1", "决议：占比28%；执行：财务部")
    return typed(store, *lines, starts_at="2026-09-16T14:00")


def resolution(recorder: Recorder, code: str) -> Resolution:
    found = recorder.minutes.numbered(code)
    assert isinstance(found, Resolution)
    return found


def supersede(recorder: Recorder) -> None:
    old, new = resolution(recorder, "D1"), resolution(recorder, "D2")
    recorder.edit(old.id, superseded_by=new.id)


def test_both_know_of_it_and_one_undo_takes_it_back(recorder: Recorder) -> None:
    supersede(recorder)
    old, new = resolution(recorder, "D1"), resolution(recorder, "D2")
    assert (old.superseded_by, recorder.minutes.superseded(new.id)) == (new.id, [old])
    assert recorder.undo() == "D1“占比25%”"
    assert resolution(recorder, "D1").superseded_by is None
    assert recorder.minutes.superseded(new.id) == []


def test_other_words_leave_the_vote_and_what_replaced_it(recorder: Recorder) -> None:
    supersede(recorder)
    recorder.retype(resolution(recorder, "D1").id, "决议：占比二成五；执行：财务部")
    old = resolution(recorder, "D1")
    assert (old.text, old.vote) == ("占比二成五", "赞成4反对1")
    assert old.superseded_by == resolution(recorder, "D2").id


def test_it_comes_into_force_again_when_the_later_one_is_deleted(recorder: Recorder) -> None:
    supersede(recorder)
    recorder.delete(resolution(recorder, "D2").id)
    assert resolution(recorder, "D1").superseded_by is None
    recorder.undo()
    assert resolution(recorder, "D1").superseded_by == resolution(recorder, "D2").id
