"""The trash on the home screen and by the command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.store import Store
from tests.meetings.people import LINES
from tests.meetings.stored import MEETING, new_meeting, prepare
from tests.tui.screens import press, say, seen, shown
from tests.tui.shell import done, inside, refused
from tests.tui.test_home import loaded
from tui.screens.home.screen import HomeScreen


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = prepare(tmp_path / "a.db", *LINES)
    new_meeting(opened, name="误建的会")
    yield opened
    opened.close()


async def test_del_puts_the_marked_meeting_away_and_ctrl_z_brings_it_back(store: Store) -> None:
    async with shown(store, "home", meeting=None) as pilot:
        text = await loaded(pilot)
        assert "误建的会" in text
        await press(pilot, *(["down"] if text.index("误建的会") > text.index("新产品上市启动会") else []))
        await press(pilot, "delete")
        assert "已放入回收站：误建的会，Ctrl+Z 取回，F8 看全部" in seen(pilot)
        await loaded(pilot)
        await press(pilot, "up")
        assert "误建的会" not in seen(pilot)
        assert [m.id for m in store.meetings()] == [MEETING]
        await press(pilot, "ctrl+z")
        assert "误建的会" in await loaded(pilot)
        assert len(store.meetings()) == 2


async def test_del_while_something_is_typed_is_the_editors(store: Store) -> None:
    async with shown(store, "home", meeting=None) as pilot:
        await say(pilot, "误建")
        await press(pilot, "left", "delete")
        screen = pilot.app.screen
        assert isinstance(screen, HomeScreen)
        assert screen.bar.text == "误"
        await press(pilot, "delete")
        assert screen.bar.text == "误", "behind the last character there is nothing to take"
        await press(pilot, "left", "delete")
        assert screen.bar.text == ""
    assert len(store.meetings()) == 2


async def test_del_on_an_action_puts_nothing_away(store: Store) -> None:
    async with shown(store, "home", meeting=None) as pilot:
        await loaded(pilot)
        await press(pilot, "tab")
        screen = pilot.app.screen
        assert isinstance(screen, HomeScreen)
        assert screen.list is screen.actions
        assert screen.actions.chosen in screen.actions.rows
        await press(pilot, "delete")
    assert len(store.meetings()) == 2


async def test_f8_takes_out_by_digit_and_deletes_for_good_only_when_told_twice(store: Store) -> None:
    for meeting in store.meetings():
        store.trash.put(meeting.id)
    async with shown(store, "home", meeting=None) as pilot:
        await press(pilot, "f8")
        assert "还剩 30 天" in seen(pilot)
        await press(pilot, "0")
        assert "将彻底删除 2 个会议，不能恢复" in seen(pilot)
        await press(pilot, "enter")
        assert len(store.trash.meetings) == 2, "the marked choice keeps them"
        await press(pilot, "f8", "1")
        assert "已从回收站取回" in seen(pilot)
        assert "Ctrl+Z 放回" in seen(pilot)
        assert len(store.meetings()) == 1
        await press(pilot, "ctrl+z")
        assert "已撤销，重新放入回收站" in seen(pilot)
        assert not store.meetings()
        await press(pilot, "ctrl+z")
        assert "没有可撤销的" in seen(pilot)
        await press(pilot, "f8", "1")
        await press(pilot, "f8", "0", "2")
        assert "回收站已清空" in seen(pilot)
        assert not store.trash.meetings
        await press(pilot, "f8")
        assert "回收站是空的" in seen(pilot)


async def test_a_meeting_begun_and_left_without_a_word_is_not_there(tmp_path: Path) -> None:
    store = prepare(tmp_path / "b.db")
    store.trash.put(MEETING)
    store.trash.empty()
    async with shown(store, "home", meeting=None) as pilot:
        await press(pilot, "ctrl+t")
        await press(pilot, "ctrl+g", "0")
        assert "还没有会议" in await loaded(pilot)
        await press(pilot, "ctrl+n", "enter", "6", "ctrl+g", "0")
        assert "还没有会议" in await loaded(pilot)
    store.close()


def test_the_command_puts_in_lists_takes_out_and_empties(store: Store) -> None:
    database = f"--db={store.path}"
    assert done("trash", MEETING, database).word == MEETING
    (one,) = done("trash", "--json", database).json
    assert (one["id"], one["name"]) == (MEETING, "新产品上市启动会")
    assert {"starts_at", "trashed_at", "until"} <= one.keys()
    assert "保留至" in done("trash", database).out
    assert f"jiyao trash --take-out {MEETING}" in refused("show", MEETING, database)
    assert done("trash", "--take-out", MEETING[:7], database).word == MEETING
    done("show", MEETING, database)
    assert "回收站里没有会议" in refused("trash", "--take-out", MEETING, database)
    done("trash", MEETING, database)
    assert done("trash", "--empty", "--json", database).json == {"deleted": 1}
    refused("show", MEETING, database)
    assert inside("trash", MEETING, "--empty", database).status == 2
