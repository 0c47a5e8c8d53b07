"""Panes, marks and menus of the record screen: each key does what is seen to what is marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.meeting import Opinion, Point
from models.store import Store
from tests.locks import locked
from tests.meetings.stored import prepare
from tests.tui.record import action_of, bar_of, enter, minutes_of, screen_of
from tests.tui.screens import press, say, seen, shown


async def test_text_typed_in_a_pane_goes_to_the_bar(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "f3")
        await say(pilot, "打字")
        assert bar_of(pilot) == "打字"
        assert screen_of(pilot).focused is screen_of(pilot).bar


@pytest.mark.parametrize("space", [" ", "\u3000"])
async def test_the_menu_of_an_entry_works_by_digits(store: Store, space: str) -> None:
    async with shown(store, "record") as pilot:
        opinion = minutes_of(pilot).all(Opinion)[-1]
        await press(pilot, "f3")
        screen_of(pilot).panes["opinions"].choose(opinion.id)
        await say(pilot, space)
        assert "1 修改" in seen(pilot)
        await press(pilot, "2", "3")
        changed = minutes_of(pilot).get(Opinion, opinion.id)
        assert changed is not None
        assert changed.stance == "oppose"
        await say(pilot, space)
        await press(pilot, "4", "1")
        moved = minutes_of(pilot).get(Opinion, opinion.id)
        assert moved is not None
        assert moved.topic_id == minutes_of(pilot).topics[0].id


async def test_kind_doubt_and_left_out_are_changed_and_undone_by_step(store: Store) -> None:
    async with shown(store, "record") as pilot:
        row = minutes_of(pilot).all(Opinion)[-1]
        screen_of(pilot).go_to(row)
        await press(pilot, "space", "3")
        await press(pilot, "space", "6")
        entry = minutes_of(pilot).entry(row.id)
        assert entry is not None
        assert entry.doubt
        assert entry.left_out
        await press(pilot, "space", "5", "2")
        assert isinstance(minutes_of(pilot).entry(row.id), Point)
        for _n in range(3):
            await press(pilot, "ctrl+z")
            assert "已撤销" in seen(pilot)
        assert minutes_of(pilot).entry(row.id) == row


async def test_deleting_says_how_to_bring_it_back(store: Store) -> None:
    async with shown(store, "record") as pilot:
        row = action_of(pilot, "A3")
        screen_of(pilot).go_to(row)
        await press(pilot, "delete")
        assert minutes_of(pilot).entry(row.id) is None
        assert f"已删除 A3“{row.task}”，Ctrl+Z 找回" in seen(pilot)
        await press(pilot, "ctrl+z")
        assert minutes_of(pilot).entry(row.id) == row
        assert f"已撤销 删除 A3“{row.task}”" in seen(pilot)


async def test_the_mouse_reaches_entries_and_the_caret(store: Store) -> None:
    async with shown(store, "record") as pilot:
        screen = screen_of(pilot)
        await pilot.click("#actions", offset=(6, 1))
        assert screen.panes["actions"].chosen is not None
        await say(pilot, "甲乙丙")
        await pilot.click("#bar", offset=(screen.bar.caret_cell().x - 4, 2))
        await say(pilot, "中")
        assert bar_of(pilot) == "甲中乙丙"


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_every_entry_of_a_topic_is_reached_by_keys(store: Store, size: tuple[int, int]) -> None:
    async with shown(store, "record", size=size) as pilot:
        await say(pilot, "背景：为什么谈")
        await press(pilot, "enter", "f3")
        minutes = minutes_of(pilot)
        wanted = {e.id for e in minutes.topic_entries(minutes.meeting.live_topic_id or "")}
        reached: set[str] = set()
        for _n in range(8):
            pane = screen_of(pilot).pane
            assert pane is not None
            await press(pilot, "home")
            for _m in range(len(pane.items)):
                reached.add(pane.chosen or "")
                await press(pilot, "down")
            await press(pilot, "right")
        assert wanted <= reached


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_after_a_new_entry_the_mark_of_its_pane_is_on_it_and_del_takes_what_is_seen(
    store: Store, size: tuple[int, int]
) -> None:
    async with shown(store, "record", size=size) as pilot:
        for number in range(9):
            for department in ("市场部", "研发部", "财务部"):
                screen_of(pilot).session.accept(f"{department}：第{number}条意见")
        await press(pilot, "f3", "end", "escape")
        await enter(pilot, "市场部：新的一条")
        await press(pilot, "f3")
        marked = [line for line in seen(pilot).splitlines() if "▌" in line]
        assert any("新的一条" in line for line in marked)
        await press(pilot, "delete")
        gone = {o.text for o in minutes_of(pilot).all(Opinion)}
        assert "新的一条" not in gone
        assert len(gone) >= 9
        assert "市场部的意见“新的一条”" in seen(pilot)


@pytest.mark.parametrize("key", ["delete", "space", "enter"])
async def test_a_key_does_not_act_on_a_marked_row_that_was_scrolled_out_of_view(
    store: Store, key: str
) -> None:
    async with shown(store, "record") as pilot:
        for number in range(30):
            screen_of(pilot).session.accept(f"市场部：第{number}条意见")
        await press(pilot, "f3", "home")
        pane = screen_of(pilot).panes["opinions"]
        before = minutes_of(pilot).all(Opinion)
        pane.scroll_lines(40)
        await pilot.pause()
        assert "▌" not in seen(pilot)
        await press(pilot, key)
        assert "▌" in seen(pilot)
        assert "请再按一次" in seen(pilot)
        assert minutes_of(pilot).all(Opinion) == before
        assert bar_of(pilot) == ""


async def test_deleting_the_last_of_a_pane_leaves_the_mark_on_the_one_before(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await enter(pilot, "市场部：倒数第二")
        await enter(pilot, "市场部：最后一条")
        screen_of(pilot).go_to(minutes_of(pilot).all(Opinion)[-1])
        pane = screen_of(pilot).panes["opinions"]
        await press(pilot, "end")
        last = [key for key in pane.items if pane.selectable(key)][-2:]
        assert pane.chosen == last[1]
        await press(pilot, "delete")
        assert pane.chosen == last[0]


async def test_space_on_a_topic_says_that_there_is_nothing_to_choose(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "f2", "left", "down", "space")
        assert "这里没有可选的" in seen(pilot)


async def test_del_on_a_topic_says_what_it_takes_out(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "f2", "left", "down", "delete")
        assert "Del 只删除条目、人员和部门" in seen(pilot)


@pytest.mark.parametrize(("row", "left"), [(0, "第四句"), (1, "第一句"), (2, "第五句")])
async def test_del_leaves_the_mark_with_the_department_whose_entry_it_took(
    tmp_path: Path, row: int, left: str
) -> None:
    lines = ("市场部：第一句", "研发部：第二句", "市场部：第四句", "研发部：第五句")
    store = prepare(tmp_path / "b.db", "出席：市场部：李经理；研发部：王工", *lines)
    async with shown(store, "record") as pilot:
        await press(pilot, "f3", "home", *["down"] * row, "delete")
        pane = screen_of(pilot).panes["opinions"]
        marked = minutes_of(pilot).get(Opinion, pane.chosen)
        assert marked is not None
        assert marked.text == left
        with locked(store.path):
            await press(pilot, "delete")
            assert pane.chosen == marked.id, "what is not taken out keeps the mark"
    store.close()


@pytest.mark.parametrize(
    "typed", ["行动：出方案 @王工 /周五前", "决议：出方案", "要点：出方案", "市场部：出方案"]
)
async def test_an_entry_typed_anew_stays_in_its_topic_whatever_it_becomes(tmp_path: Path, typed: str) -> None:
    store = prepare(
        tmp_path / "b.db",
        *(
            "出席：市场部：李经理；研发部：王工",
            "议题：一",
            "议题：二",
            "议题：三",
            "回1.3",
            "市场部：先看看",
        ),
        *("议题：四", "研发部：别的"),
    )
    async with shown(store, "record") as pilot:
        before = minutes_of(pilot).all(Opinion)[0]
        await press(pilot, "pageup", "f3", "home", "enter")
        assert "修改 " in seen(pilot)
        screen_of(pilot).bar.put("")
        await enter(pilot, typed)
        now = [
            e
            for e in minutes_of(pilot).all_entries
            if "出方案" in (getattr(e, "text", "") or getattr(e, "task", ""))
        ]
        assert [(e.topic_id, e.seq, e.at) for e in now] == [(before.topic_id, before.seq, before.at)]
        assert "先看看" not in seen(pilot)
    store.close()


async def test_the_menu_of_a_consensus_is_called_by_it(tmp_path: Path) -> None:
    store = prepare(tmp_path / "b.db", "议题：一", "争议：工期多长", "共识：两周", "共识：全部外包")
    async with shown(store, "record") as pilot:
        await press(pilot, "f5", "home", "space")
        assert "共识 两周" in seen(pilot)
        await press(pilot, "escape", "f5", "end", "space")
        assert "共识 全部外包" in seen(pilot)
    store.close()
