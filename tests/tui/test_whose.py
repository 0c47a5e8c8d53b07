"""谁说的？ on the screen: what nobody is known to have said is seen, reached by one key and answered by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from models.meeting import Opinion
from models.store import Store
from tests.meetings.stored import prepare
from tests.tui.screens import app_of, press, say, seen, shown

LINES = (
    "出席：市场部：李经理；研发部：陈工程师；财务部：孙主管",
    "议题：上线",
    "研发部：要两周",
    "市场部：先试点",
    "而且要快",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = prepare(tmp_path / "a.db", *LINES)
    yield opened
    opened.close()


def _said(pilot: Pilot[None]) -> list[tuple[str, str]]:
    recorder = app_of(pilot).recorder
    assert recorder is not None
    minutes = recorder.minutes
    return [(minutes.department_name(o.department_id), o.text) for o in minutes.all(Opinion)]


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_one_key_goes_to_it_and_one_digit_answers_its_whole_run(
    store: Store, size: tuple[int, int]
) -> None:
    async with shown(store, "record", size=size) as pilot:
        await say(pilot, "好的")
        assert "谁说的？" in seen(pilot), "the reading says so before Enter"
        await press(pilot, "enter")
        await say(pilot, "那就这么办")
        await press(pilot, "enter")
        assert _said(pilot)[-2:] == [("", "好的"), ("", "那就这么办")]
        await press(pilot, "ctrl+n")
        assert "“好的”是谁说的？" in seen(pilot)
        await press(pilot, "2")
        assert _said(pilot)[-2:] == [("研发部", "好的"), ("研发部", "那就这么办")]
        await press(pilot, "ctrl+z")
        assert _said(pilot)[-2:] == [("", "好的"), ("", "那就这么办")]


async def test_before_enter_the_next_reading_gives_it_to_the_speaker(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "好的")
        await press(pilot, "shift+tab", "enter")
        assert _said(pilot)[-1] == ("市场部", "好的")


async def test_nobody_in_particular_is_an_answer(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "好的")
        await press(pilot, "enter", "ctrl+n", "0")
        assert ("", "好的") not in _said(pilot)
        await press(pilot, "ctrl+n")
        assert "没有待补或待核的记录" in seen(pilot)


async def test_what_is_carried_is_marked_quietly_and_what_asks_is_counted(store: Store) -> None:
    async with shown(store, "record") as pilot:
        assert "〃" in seen(pilot)
        await say(pilot, "财务部能月底前付")
        await press(pilot, "enter")
        assert "谁说的？1" in seen(pilot)
        assert "谁？" in seen(pilot), "the speaker is set aside"
