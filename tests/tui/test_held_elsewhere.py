"""A file that takes nothing for a while, on the other screens: nothing is glued, overtaken or lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from models.held import HeldLines
from models.meeting import Action, Confirmation, Meeting, Objection, Opinion
from models.recorder import Recorder
from models.store import Store
from tests.locks import locked
from tests.meetings.people import LINES
from tests.meetings.stored import MEETING, NOW, prepare
from tests.tui.screens import app_of, press, say, seen, shown
from tui.screens.base import WorkScreen
from tui.screens.prepare.screen import PrepareScreen
from tui.session import Session


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    prepare(tmp_path / "a.db", *LINES).close()
    opened = Store.open(tmp_path / "a.db", clock=lambda: NOW)
    yield opened
    opened.close()


async def comes(pilot: Pilot[None], holds: Callable[[], bool]) -> bool:
    """Whether what the program does by its clock comes about."""
    for _n in range(500):
        if holds():
            return True
        await pilot.pause(0.01)
    return False


def form(pilot: Pilot[None]) -> PrepareScreen:
    screen = pilot.app.screen
    assert isinstance(screen, PrepareScreen)
    return screen


def session(pilot: Pilot[None]) -> Session:
    screen = pilot.app.screen
    assert isinstance(screen, WorkScreen)
    found: Session = screen.session
    return found


async def test_what_is_typed_behind_a_field_that_had_to_wait_goes_to_the_field_behind_it(
    tmp_path: Path,
) -> None:
    prepare(tmp_path / "a.db").close()
    store = Store.open(tmp_path / "a.db")
    store.create(Meeting(id="empty00000", meeting_id="empty00000"))
    async with shown(store, "prepare", meeting="empty00000") as pilot:
        with locked(store.path):
            await say(pilot, "新产品上市启动会")
            await press(pilot, "enter")
            assert "锁定" in seen(pilot)
            await say(pilot, "明确跨部门协作方案")
        await press(pilot, "enter")
        assert await comes(pilot, lambda: bool(meeting_now(pilot).theme))
        meeting = meeting_now(pilot)
        assert (meeting.name, meeting.theme) == ("新产品上市启动会", "明确跨部门协作方案")
    store.close()


def meeting_now(pilot: Pilot[None]) -> Meeting:
    return session(pilot).minutes.meeting


async def test_pasted_rows_that_had_to_wait_are_rows_afterwards(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        await press(pilot, "f5")
        with locked(store.path):
            await pilot.app.on_event(events.Paste("成本测算表\n预算草案\n"))
            await pilot.pause()
            await say(pilot, "样品清单")
        await press(pilot, "enter")
        assert await comes(pilot, lambda: len(session(pilot).minutes.materials) > 2)
        assert [m.text for m in session(pilot).minutes.materials][-3:] == [
            "成本测算表",
            "预算草案",
            "样品清单",
        ]


async def test_an_objection_that_had_to_wait_leaves_the_bar_free_and_goes_in_by_itself(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "pagedown", "down", "down", "space", "2")
        await say(pilot, "财务部：成本未核算")
        with locked(store.path):
            await press(pilot, "enter")
            assert "对D1的异议：财务部：成本未核算" in seen(pilot)
            await press(pilot, "space", "2")
            await say(pilot, "另一句")
        assert await comes(pilot, lambda: bool(store.load(MEETING).all(Objection)))
        (said,) = store.load(MEETING).all(Objection)
        assert (said.by, said.text) == ("财务部", "成本未核算")
        assert "另一句" in seen(pilot), "what is being typed is not touched"


async def test_lines_that_wait_go_in_before_a_page_is_confirmed(store: Store) -> None:
    async with shown(store, "record") as pilot:
        with locked(store.path):
            await say(pilot, "行动：补一份清单 @财务部 /周五前")
            await press(pilot, "enter", "f9", "enter")
            assert "1 行未存入" in seen(pilot)
            assert not store.load(MEETING).all(Confirmation)
        await press(pilot, "enter")
        minutes = store.load(MEETING)
        assert minutes.all(Confirmation)
        assert minutes.all(Action)[-1].task == "补一份清单"
        assert "未存入" not in seen(pilot)


async def test_undo_takes_back_no_earlier_step_while_a_line_waits(store: Store) -> None:
    async with shown(store, "record") as pilot:
        before = len(store.load(MEETING).all(Opinion))
        with locked(store.path):
            await say(pilot, "市场部：等着的一句")
            await press(pilot, "enter")
            await press(pilot, "ctrl+z")
            assert "先要存入" in seen(pilot)
        await press(pilot, "ctrl+z")
        assert len(store.load(MEETING).all(Opinion)) == before, "the line went in, and was taken back"
        assert "已撤销" in seen(pilot)


async def test_lines_go_in_of_a_meeting_one_has_left(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app._LOOK", 0.01)
    async with shown(store, "record") as pilot:
        with locked(store.path):
            await say(pilot, "市场部：等着的一句")
            await press(pilot, "enter")
            app_of(pilot).action_home()
            await pilot.pause(0.05)
            assert len(app_of(pilot).meetings[-1].held.lines) == 1
        assert await comes(pilot, lambda: not app_of(pilot).meetings[-1].held.lines)
        assert store.load(MEETING).all(Opinion)[-1].text == "等着的一句"


async def test_what_has_to_wait_in_the_form_is_told_while_one_types_on_and_goes_in_by_itself(
    tmp_path: Path,
) -> None:
    store = Store.open(tmp_path / "b.db", clock=lambda: NOW)
    store.create(Meeting(id="empty00000", meeting_id="empty00000"))
    async with shown(store, "prepare", meeting="empty00000") as pilot:
        with locked(store.path):
            await say(pilot, "新产品上市启动会")
            await press(pilot, "enter")
            await say(pilot, "明确跨部门协作方案")
            assert "1 行未存入" in seen(pilot)
            assert "会议名称：新产品上市启动会" in seen(pilot)
            assert "数据库被锁定" in seen(pilot)
            await press(pilot, "enter")
            await say(pilot, "市场")
            assert "2 行未存入" in seen(pilot)
            form(pilot).let_in()
            assert not meeting_now(pilot).name
        form(pilot).let_in()
        await pilot.pause()
        assert (meeting_now(pilot).name, meeting_now(pilot).theme) == (
            "新产品上市启动会",
            "明确跨部门协作方案",
        )
        assert "未存入" not in seen(pilot)
        assert form(pilot).bar.text == "市场", "what is being typed stays, on the field that follows"
        assert form(pilot).line.at.name == "goal"
    store.close()


async def test_what_is_held_for_a_row_that_has_gone_can_be_dropped(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        await press(pilot, "f5")
        await say(pilot, "成本测算表")
        await press(pilot, "enter", "up")
        with locked(store.path):
            await say(pilot, "（二稿）")
            await press(pilot, "enter")
            assert "1 行未存入" in seen(pilot)
        other = Recorder(store, MEETING, clock=lambda: NOW)
        other.delete(other.minutes.materials[-1].id)
        form(pilot).let_in()
        form(pilot).look_again()
        await pilot.pause()
        assert "这些文字所属的内容已不在" in seen(pilot)
        await press(pilot, "f5", "delete")
        assert "未存入" not in seen(pilot)
        await press(pilot, "ctrl+z")
        assert form(pilot).bar.text == "成本测算表（二稿）"


async def test_a_scenario_that_waits_is_called_by_its_name(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        while form(pilot).line.at.name != "scenario":
            await press(pilot, "down")
        with locked(store.path):
            await press(pilot, "tab", "5")
            assert "场景：流程优化研讨会" in seen(pilot)
        assert await comes(pilot, lambda: session(pilot).minutes.meeting.scenario == "process")


async def test_esc_takes_back_what_is_typed_in_the_form_and_nothing_that_waits(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "b.db", clock=lambda: NOW)
    store.create(Meeting(id="empty00000", meeting_id="empty00000"))
    async with shown(store, "prepare", meeting="empty00000") as pilot:
        with locked(store.path):
            await say(pilot, "新产品上市启动会")
            await press(pilot, "enter")
            await say(pilot, "没说完")
            await press(pilot, "escape")
            assert "1 行未存入" in seen(pilot)
            assert "没说完" not in seen(pilot)
            await press(pilot, "escape", "f2")
            assert "1 行未存入" in seen(pilot)
            assert form(pilot).line.at.key == "department/+", "what waits is left behind, where it belongs"
        form(pilot).let_in()
        await pilot.pause()
        assert meeting_now(pilot).name == "新产品上市启动会"
    store.close()


async def test_words_about_a_lock_go_when_the_lock_has_gone(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app._LOOK", 0.01)
    async with shown(store, "record") as pilot:
        with locked(store.path):
            await press(pilot, "f8", "delete")
            await pilot.pause(0.05)
            assert "锁定" in seen(pilot)
        assert await comes(pilot, lambda: "锁定" not in seen(pilot))
        assert "数据库又可以用了" in seen(pilot)


async def test_nothing_that_is_kept_elsewhere_waits_for_another_program(store: Store) -> None:
    async with shown(store, "record") as pilot:
        store.wait_at_most(3600)
        with locked(store.path):
            await say(pilot, "市场部：等着的一句")
            app_of(pilot).screen.keep_draft()
            await press(pilot, "enter")
            app_of(pilot).screen.let_in()
            assert "1 行未存入" in seen(pilot)
        store.wait_at_most(0)


async def test_home_tells_in_words_what_is_held_of_a_meeting(store: Store) -> None:
    lines = HeldLines(store.held(MEETING, "gone"))
    lines.hold(["市场部：一句", "市场部：又一句"], "locked")
    lines.hold(["更正：没有=>有"], "nowhere", asks=True)
    async with shown(store, "home", meeting=None) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "⚠ 2 行等待存入、1 行待改" in seen(pilot)
        for one in lines.lines:
            lines.drop_stored(one)
        lines.save()
        app_of(pilot).screen.reload()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "等待存入" not in seen(pilot)
