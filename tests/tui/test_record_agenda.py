"""The agenda beside the meeting: the topic looked at is always in view, and a new one finds room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.style import Style

from models.meeting import Meeting, Topic
from models.store import Store
from tests.meetings.stored import MEETING, prepare
from tests.tui.screens import press, say, seen, shown
from tui.widgets.line_widget import frame_row
from tui.widgets.typesetting import spans_width


@pytest.fixture
def long(tmp_path: Path) -> Iterator[Store]:
    opened = prepare(tmp_path / "a.db", *(f"议题：第{n}块目标 (10分钟)" for n in range(1, 13)))
    yield opened
    opened.close()


async def test_the_live_topic_of_a_long_agenda_is_in_view_when_the_meeting_opens(long: Store) -> None:
    async with shown(long, "record") as pilot:
        await pilot.pause()
        assert "▶ 1.12 第12块目标" in seen(pilot)
        assert "1.1 第1块目标" not in seen(pilot)


async def test_the_topic_looked_at_comes_into_view(long: Store) -> None:
    async with shown(long, "record") as pilot:
        await press(pilot, *["pageup"] * 11)
        assert "◉ 1.1 第1块目标" in seen(pilot)
        await press(pilot, "escape")
        assert "▶ 1.12 第12块目标" in seen(pilot)


async def test_a_second_topic_does_not_push_the_first_out_of_a_short_agenda(tmp_path: Path) -> None:
    store = prepare(tmp_path / "a.db", "议题：甲题 (10分钟)")
    async with shown(store, "record") as pilot:
        await say(pilot, "议题：乙题 (10分钟)")
        await press(pilot, "enter")
        await pilot.pause()
        text = seen(pilot)
        assert "1.1 甲题" in text
        assert "▶ 1.2 乙题" in text
    store.close()


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_a_meeting_opens_where_the_recording_stopped(tmp_path: Path, size: tuple[int, int]) -> None:
    lines = ["议题：甲题", "出席：市场部：李经理", *(f"市场部：第{n}句话" for n in range(1, 60))]
    store = prepare(tmp_path / "a.db", *lines)
    async with shown(store, "record", size=size) as pilot:
        await pilot.pause()
        assert "第59句话" in seen(pilot)
        assert "第1句话" not in seen(pilot)
    store.close()


@pytest.fixture
def prepared(tmp_path: Path) -> Iterator[Store]:
    """A meeting with an agenda of which nothing has begun."""
    opened = Store.open(tmp_path / "b.db")
    meeting = Meeting(id=MEETING, meeting_id=MEETING, name="例会", starts_at="2026-09-16T14:00")
    titles = ("甲题", "乙题")
    opened.create(
        meeting,
        [
            Topic(id=title, meeting_id=MEETING, seq=n, number=f"1.{n}", title=title)
            for n, title in enumerate(titles, 1)
        ],
    )
    yield opened
    opened.close()


async def test_an_agenda_of_which_nothing_has_begun_is_walked_and_begun_by_enter(prepared: Store) -> None:
    async with shown(prepared, "record") as pilot:
        assert "尚无议题" not in seen(pilot)
        assert "◉ 1.1 甲题" in seen(pilot)
        await press(pilot, "pagedown")
        assert "◉ 1.2 乙题" in seen(pilot)
        await press(pilot, "pageup", "enter")
        assert "▶ 1.1 甲题" in seen(pilot)


@pytest.mark.parametrize("line", ["下一个议题", "next topic"])
async def test_the_next_topic_of_an_agenda_that_has_not_begun_is_its_first(
    prepared: Store, line: str
) -> None:
    async with shown(prepared, "record") as pilot:
        await say(pilot, line)
        await press(pilot, "enter")
        assert "▶ 1.1 甲题" in seen(pilot)
        await say(pilot, line)
        await press(pilot, "enter")
        assert "▶ 1.2 乙题" in seen(pilot)


@pytest.mark.parametrize("cells", range(12, 40))
def test_a_frame_is_as_wide_as_its_place_however_long_its_words(cells: int) -> None:
    line = Style()
    words = [("Opinions by department", line), (" F3", line)]
    for right in ((), [("3 open", line)]):
        assert spans_width(frame_row(words, right, "╭╮", cells, line)) == cells
