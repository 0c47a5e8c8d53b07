"""The home screen: what is next with each meeting, open actions, search, and how a first meeting begins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from models.importing import TakenIn, take_in
from models.meeting import Meeting
from models.store import Store
from tests.meetings.stored import MEETING, NOW, empty_store
from tests.tui.screens import app_of, press, say, seen, shown
from tui.screens.home import beginning
from tui.screens.home.screen import HomeScreen


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    opened = empty_store(tmp_path / "empty.db", clock=lambda: NOW)
    yield opened
    opened.close()


async def loaded(pilot: Pilot[None]) -> str:
    """The screen once everything has been read."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return seen(pilot)


async def find(pilot: Pilot[None], text: str) -> None:
    """Types into the search and does not wait for the pause after which it looks."""
    await say(pilot, text)
    home = pilot.app.screen
    assert isinstance(home, HomeScreen)
    home.search()
    await pilot.pause()


async def test_an_empty_database_says_how_to_begin(empty: Store) -> None:
    async with shown(empty, "home", meeting=None) as pilot:
        text = await loaded(pilot)
        assert "Ctrl+N" in text
        assert "jiyao demo" in text
        assert "议题：上市时间节点对齐" in text


async def test_a_new_meeting_asks_its_name_and_kind_and_is_recorded_at_once(empty: Store) -> None:
    async with shown(empty, "home", meeting=None) as pilot:
        await press(pilot, "ctrl+n")
        await say(pilot, "年终复盘会")
        await press(pilot, "enter")
        assert "目标对齐会" in seen(pilot)
        await press(pilot, "4")
        await pilot.pause()
        assert "年终复盘会" in seen(pilot)
        assert "记录" in seen(pilot)
    (meeting,) = empty.meetings()
    assert (meeting.name, meeting.scenario, meeting.starts_at) == (
        "年终复盘会",
        "alignment",
        "2026-09-16T15:52",
    )


async def test_a_new_meeting_needs_no_name_and_no_kind(empty: Store) -> None:
    async with shown(empty, "home", meeting=None) as pilot:
        await press(pilot, "ctrl+n", "enter", "6")
    assert [(m.name, m.scenario) for m in empty.meetings()] == [("", "")]


async def test_escape_leaves_the_question(store: Store) -> None:
    async with shown(store, "home", meeting=None) as pilot:
        await press(pilot, "ctrl+n")
        await say(pilot, "没有这个会")
        await press(pilot, "escape")
        assert "查找全部会议" in seen(pilot)
    assert len(store.meetings()) == 1


async def test_meetings_stand_under_what_is_next_with_them_todays_first(store: Store) -> None:
    for name, day, closed in (
        ("上周例会", "2026-09-09", "2026-09-09T16:00"),
        ("明日评审", "2026-09-17", None),
    ):
        store.create(Meeting(id=name, meeting_id=name, name=name, starts_at=f"{day}T10:00", closed_at=closed))
    async with shown(store, "home", meeting=None) as pilot:
        text = await loaded(pilot)
    order = [
        text.index(w) for w in ("今日", "新产品上市启动会", "待交初稿", "上周例会", "待召开", "明日评审")
    ]
    assert order == sorted(order)
    assert "初稿应于 09-11 周五前完成，逾期 3 个工作日" in text


async def test_overdue_actions_come_first_with_the_days_they_are_late(store: Store) -> None:
    from models.recorder import Recorder

    Recorder(store, MEETING).accept("行动：补充渠道数据清单 @李经理 /9月14日")
    async with shown(store, "home", meeting=None) as pilot:
        text = await loaded(pilot)
    assert text.index("补充渠道数据清单") < text.index("提供产品功能亮点说明")
    assert "逾期 2 天" in text
    assert "⚠ 1 项逾期" in text


async def test_search_shows_each_hit_in_its_place_and_opens_it_there(store: Store) -> None:
    async with shown(store, "home", meeting=None) as pilot:
        await find(pilot, "成本")
        text = seen(pilot)
        assert "提交三档占比的成本测算" in text
        assert "新产品上市启动会" in text
        await press(pilot, "enter")
        await pilot.pause()
        await pilot.pause()
        pane = app_of(pilot).screen.focused
        entry = store.load(MEETING).numbered("A2")
        assert entry is not None
        assert getattr(pane, "chosen", None) == entry.id


async def test_enter_right_behind_the_last_character_acts_on_what_was_typed(store: Store) -> None:
    async with shown(store, "home", meeting=None) as pilot:
        await loaded(pilot)
        await say(pilot, "量子")
        await press(pilot, "enter")
        assert isinstance(app_of(pilot).screen, HomeScreen), "no meeting has these words"
        assert "没有找到" in seen(pilot)


async def test_enter_right_behind_the_last_character_opens_the_first_hit(store: Store) -> None:
    async with shown(store, "home", meeting=None) as pilot:
        await loaded(pilot)
        await say(pilot, "成本")
        await press(pilot, "enter")
        await pilot.pause()
        entry = store.load(MEETING).numbered("A2")
        assert entry is not None
        assert getattr(app_of(pilot).screen.focused, "chosen", None) == entry.id


async def test_a_search_that_finds_nothing_says_so_and_escape_ends_it(store: Store) -> None:
    async with shown(store, "home", meeting=None) as pilot:
        await find(pilot, "量子")
        assert "没有找到" in seen(pilot)
        await press(pilot, "escape")
        assert "会议" in seen(pilot)
        assert "没有找到" not in seen(pilot)


async def test_enter_opens_the_meeting_and_tab_leads_to_the_actions(store: Store) -> None:
    async with shown(store, "home", meeting=None) as pilot:
        await loaded(pilot)
        await press(pilot, "tab", "down", "enter")
        await pilot.pause()
        recorder = app_of(pilot).recorder
        assert recorder is not None
        assert recorder.meeting_id == MEETING


async def test_a_file_of_capture_lines_is_taken_in(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "会议.txt"
    file.write_text("会议：流程优化会\n议题：审批\n市场部：太慢\n", encoding="gb18030")
    async with shown(store, "home", meeting=None) as pilot:
        await press(pilot, "ctrl+o")
        await say(pilot, str(file))
        await press(pilot, "enter")
        await loaded(pilot)
        await loaded(pilot)
        assert "流程优化会" in seen(pilot)
    assert {m.name for m in store.meetings()} == {"新产品上市启动会", "流程优化会"}


async def test_enter_opens_the_meeting_that_was_just_taken_in(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "群聊.txt"
    file.write_text("王工 14:10\n费用太高\n李经理 14:12\n同意\n", encoding="utf-8")
    async with shown(store, "home", meeting=None) as pilot:
        await press(pilot, "down", "ctrl+o")
        await say(pilot, str(file))
        await press(pilot, "enter")
        await loaded(pilot)
        await loaded(pilot)
        await press(pilot, "enter")
        await pilot.pause()
        recorder = app_of(pilot).recorder
        assert recorder is not None
        assert recorder.meeting_id != MEETING


async def test_ctrl_u_empties_the_path_and_goes_on_asking(store: Store) -> None:
    async with shown(store, "home", meeting=None) as pilot:
        await press(pilot, "ctrl+o")
        for _ in range(2):
            await press(pilot, "ctrl+u")
            assert pilot.app.screen.question is not None  # type: ignore[attr-defined]
        assert pilot.app.screen.bar.text == ""  # type: ignore[attr-defined]
        await press(pilot, "escape")
        assert pilot.app.screen.question is None  # type: ignore[attr-defined]


async def test_the_screen_answers_while_a_file_is_taken_in_once(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, may_go_on, reads = tmp_path / "会议.txt", Event(), []
    file.write_text("会议：流程优化会\n议题：审批\n", encoding="utf-8")

    def slowly(*arguments: Any) -> list[TakenIn]:
        reads.append(arguments)
        assert may_go_on.wait(60)
        return take_in(*arguments)

    monkeypatch.setattr(beginning, "take_in", slowly)
    async with shown(store, "home", meeting=None) as pilot:
        await press(pilot, "ctrl+o")
        await say(pilot, str(file))
        await press(pilot, "enter")
        assert "正在导入" in seen(pilot)
        await press(pilot, "enter")
        may_go_on.set()
        await loaded(pilot)
        await loaded(pilot)
        assert "已导入" in seen(pilot)
    assert len(reads) == 1
    assert len(store.meetings()) == 2


@pytest.mark.parametrize("name", ["nowhere.txt", "a.xyz"])
async def test_a_file_that_cannot_be_taken_in_is_named_and_the_path_stays(
    store: Store, tmp_path: Path, name: str
) -> None:
    (tmp_path / "a.xyz").write_text("?", encoding="utf-8")
    async with shown(store, "home", meeting=None) as pilot:
        await press(pilot, "ctrl+o")
        await say(pilot, str(tmp_path / name))
        await press(pilot, "enter")
        await loaded(pilot)
        assert name in pilot.app.screen.said.words  # type: ignore[attr-defined]
        assert pilot.app.screen.bar.text.endswith(name)  # type: ignore[attr-defined]
    assert len(store.meetings()) == 1


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_home_speaks_english_and_fits(store: Store, size: tuple[int, int]) -> None:
    async with shown(store, "home", meeting=None, language="en", size=size) as pilot:
        text = await loaded(pilot)
    assert "Open actions" in text
    assert "in progress; recap is next" in text
    assert all(len(line) <= size[0] for line in text.splitlines())


async def test_typing_before_the_first_look_finds_its_way_into_the_search(store: Store) -> None:
    async with shown(store, "home", meeting=None) as pilot:
        await say(pilot, "预算")
        assert pilot.app.screen.bar.text == "预算"  # type: ignore[attr-defined]


async def test_a_first_time_user_sees_the_sample_meeting_and_the_own_file_stays_empty(empty: Store) -> None:
    async with shown(empty, "home", meeting=None) as pilot:
        await press(pilot, "f5")
        await pilot.pause()
        assert "记录" in seen(pilot)
        sample = app_of(pilot).store
        assert sample is not empty
        assert sample.meetings()
    assert empty.meetings() == []
