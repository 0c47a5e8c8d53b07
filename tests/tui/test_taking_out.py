"""What was made by mistake, mended by keys: whose an entry is, which dispute it settles, who is in the list at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from models.meeting import Action, Department, Disagreement, Entry, Opinion, Person
from models.recorder import Recorder
from models.store import Store
from tests.meetings.people import LINES
from tests.meetings.stored import MEETING, prepare
from tests.tui.screens import app_of, press, say, seen, shown
from tui.screens.prepare.screen import PrepareScreen
from tui.screens.record.screen import RecordScreen


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = prepare(tmp_path / "a.db", *LINES, "出席：法务：", "出席：供应链：韩雪")
    yield opened
    opened.close()


def recorder(pilot: Pilot[None]) -> Recorder:
    found = app_of(pilot).recorder
    assert found
    return found


async def menu_of(pilot: Pilot[None], entry: Entry) -> None:
    screen = app_of(pilot).screen
    assert isinstance(screen, RecordScreen)
    screen.go_to(entry)
    await press(pilot, "space")


async def mark(pilot: Pilot[None], row_id: str) -> None:
    """Goes to a row of the attendance."""
    await press(pilot, "f2")
    screen = app_of(pilot).screen
    assert isinstance(screen, RecordScreen)
    screen.panes["attendance"].choose(row_id)


def department(pilot: Pilot[None], name: str) -> Department:
    return next(d for d in recorder(pilot).minutes.departments if d.name == name)


def person(pilot: Pilot[None], name: str) -> Person:
    return next(p for p in recorder(pilot).minutes.all(Person) if p.name == name)


async def test_the_eighth_digit_says_whose_an_entry_is_by_department_and_person(store: Store) -> None:
    async with shown(store, "record") as pilot:
        opinion = recorder(pilot).minutes.all(Opinion)[-1]
        await menu_of(pilot, opinion)
        assert "8 部门与人员 …" in seen(pilot)
        await press(pilot, "8")
        assert "1 市场部 … ✓" in seen(pilot)
        assert "0 不属任何人" in seen(pilot)
        await press(pilot, "3")
        assert "0 只到部门" in seen(pilot)
        await press(pilot, "1")
        assert "已改为财务部孙主管" in seen(pilot)
    said = store.load(MEETING).get(Opinion, opinion.id)
    assert said
    assert store.load(MEETING).person_name(said.person_id) == "孙主管"


async def test_an_actions_owner_goes_to_a_department_alone_and_to_nobody(store: Store) -> None:
    async with shown(store, "record") as pilot:
        action = recorder(pilot).minutes.all(Action)[0]
        await menu_of(pilot, action)
        await press(pilot, "8", "1", "0")
        now = recorder(pilot).minutes.get(Action, action.id)
        assert now
        assert (recorder(pilot).minutes.department_name(now.owner_department_id), now.owner_id) == (
            "市场部",
            None,
        )
        await menu_of(pilot, now)
        await press(pilot, "8", "0")
        assert "已不属任何人" in seen(pilot)
        await press(pilot, "ctrl+z", "ctrl+z")
        assert recorder(pilot).minutes.get(Action, action.id) == action


async def test_a_consensus_is_paired_with_a_dispute_of_another_topic_which_is_named(store: Store) -> None:
    async with shown(store, "record") as pilot:
        recorder(pilot).accept("共识：费用取28%")
        recorder(pilot).accept("议题：别的")
        recorder(pilot).accept("共识：例会改为双周")
        alone = next(d for d in recorder(pilot).minutes.all(Disagreement) if d.consensus == "例会改为双周")
        await menu_of(pilot, alone)
        assert "8 对应争议 …" in seen(pilot)
        await press(pilot, "8")
        assert "1.1 是否需增设紧急响应通道" in seen(pilot)
        assert "1.2 推广费用占比取30%还是25%" in seen(pilot)
        await press(pilot, "2")
        assert "已对应争议“推广费用占比取30%还是25%”" in seen(pilot)
        minutes = recorder(pilot).minutes
        assert minutes.get(Disagreement, alone.id) is None
        paired = next(d for d in minutes.all(Disagreement) if d.dispute.startswith("推广费用"))
        assert paired.consensus.endswith("例会改为双周")
        await press(pilot, "ctrl+z")
        assert recorder(pilot).minutes.get(Disagreement, alone.id) == alone


async def test_a_department_nobody_refers_to_is_reached_and_taken_out(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await mark(pilot, department(pilot, "法务").id)
        await press(pilot, "delete")
        assert "已移出：法务，Ctrl+Z 找回" in seen(pilot)
        assert "法务" not in {d.name for d in recorder(pilot).minutes.departments}
        await press(pilot, "ctrl+z")
        assert "法务" in {d.name for d in recorder(pilot).minutes.departments}


async def test_a_person_nobody_refers_to_is_taken_out_and_a_named_one_asks_who_is_meant(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await mark(pilot, person(pilot, "韩雪").id)
        await press(pilot, "delete")
        assert "已移出：韩雪" in seen(pilot)
        chen = person(pilot, "陈工程师")
        await mark(pilot, chen.id)
        await press(pilot, "delete")
        assert "陈工程师被引用：A1、A3，应为谁？" in seen(pilot)
        await press(pilot, "0")
        assert person(pilot, "陈工程师") == chen
        await press(pilot, "delete", "1")
        assert "陈工程师并入" in seen(pilot)
        actions = recorder(pilot).minutes.all(Action)
        assert not [a for a in actions if a.owner_id == chen.id]
        assert all(a.owner_id for a in actions)


async def test_in_the_form_a_department_that_is_named_stays_and_its_places_are_told(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        screen = app_of(pilot).screen
        assert isinstance(screen, PrepareScreen)
        await press(pilot, "f2", *["up"] * 5)
        await press(pilot, "delete")
        text = seen(pilot)
        assert "被引用，不能移出" in text
        before = {d.name for d in recorder(pilot).minutes.departments}
        assert {"研发部", "财务部", "市场部"} <= before


async def test_in_the_form_somebody_who_is_named_stays_in_the_department(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        finance = department(pilot, "财务部")
        await press(pilot, "f2")
        while "财务部" not in app_of(pilot).screen.bar.text:
            await press(pilot, "up")
        await press(pilot, "ctrl+u")
        await say(pilot, "财务部：周会计")
        await press(pilot, "enter")
        assert "仍被引用，保留：孙主管" in seen(pilot)
        names = {p.name for p in recorder(pilot).minutes.people(finance.id)}
        assert names == {"孙主管", "周会计"}


async def test_a_merge_leaves_one_on_the_attendance(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "供应链韩雪：来不及")
        await press(pilot, "enter")
        (person,) = [p for p in recorder(pilot).minutes.all(Person) if p.name == "韩雪"]
        await mark(pilot, person.id)
        await press(pilot, "delete", "1")
        screen = app_of(pilot).screen
        assert isinstance(screen, RecordScreen)
        pane = screen.panes["attendance"]
        assert screen.focused is pane
        assert pane.chosen is not None
        assert pane.chosen != person.id


async def test_a_name_that_fitted_two_is_clear_once_they_are_one(tmp_path: Path) -> None:
    lines = (
        "出席：研发部：谭宇；市场部：谭宇",
        "议题：一",
        "行动：出方案 @谭宇 /周五前",
        "行动：核对 @谭宇 /周五前",
    )
    store = prepare(tmp_path / "b.db", *lines)
    async with shown(store, "record") as pilot:
        minutes = recorder(pilot).minutes
        first, second = minutes.all(Action)
        assert first.candidates.count("谭宇") == 2
        one, other = [p for p in minutes.all(Person) if p.name == "谭宇"]
        recorder(pilot).own(second.id, other.department_id, other.id)
        assert not minutes.all(Action)[1].candidates, "whose it is was said"
        recorder(pilot).leaving.merge(other.id, one.id)
        first, second = minutes.all(Action)
        assert (first.candidates, first.owner_id) == ("", one.id)
        assert second.owner_id == one.id
    store.close()
