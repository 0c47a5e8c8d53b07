"""The bar of the record screen: reading, completion, where a line goes, what a line without effect says."""

from __future__ import annotations

from textual import events

from models.meeting import Action
from models.store import Store
from tests.tui.record import action_of, bar_of, enter, minutes_of, screen_of
from tests.tui.screens import press, say, seen, shown


async def test_the_reading_stands_above_the_text_while_typing(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "行动：核算 @孙主管 、下周五")
        text = seen(pilot)
        assert "→ 行动项 核算" in text
        assert "负责人 财务部 孙主管" in text
        assert "2026-09-25 周五" in text


async def test_new_lines_go_to_the_live_topic_while_another_is_looked_at(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "pageup")
        text = seen(pilot)
        assert "正在看 1.1 推广与技术支持协作流程" in text
        assert "新内容记入 1.2 销售提成预算分配方案" in text
        await say(pilot, "要点：仍在第二个议题")
        await press(pilot, "enter")
        minutes = minutes_of(pilot)
        assert [p.text for p in minutes.points(minutes.topics[1].id)] == ["仍在第二个议题"]
        assert "正在看 1.1" in seen(pilot)


async def test_enter_in_an_empty_bar_makes_the_looked_at_topic_live_and_escape_goes_back(
    store: Store,
) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "pageup", "escape")
        assert "正在看" not in seen(pilot)
        await press(pilot, "pageup", "enter")
        live = minutes_of(pilot).live_topic
        assert live is not None
        assert live.number == "1.1"
        assert "正在看" not in seen(pilot)


async def test_the_next_gap_is_found_round_the_meeting(store: Store) -> None:
    async with shown(store, "record") as pilot:
        minutes = minutes_of(pilot)
        await say(pilot, "财务部：这个数要核对？？")
        await press(pilot, "enter", "ctrl+n")
        first = screen_of(pilot).pane
        assert first is not None
        doubtful = minutes.entry(first.chosen)
        assert doubtful is None or doubtful.doubt or doubtful == action_of(pilot, "A3")
        await press(pilot, "ctrl+n")
        second = screen_of(pilot).pane
        assert second is not None
        assert second.chosen != first.chosen or second is not first


async def test_backspace_twice_in_an_empty_bar_ends_the_speaker_but_not_at_once(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "财务部：说")
        await press(pilot, "enter")
        now = 100.0
        bar = screen_of(pilot).bar
        bar._monotonic = lambda: now
        await say(pilot, "字")
        await press(pilot, "backspace", "backspace", "backspace")
        assert minutes_of(pilot).meeting.speaker_department_id
        now += 1
        await press(pilot, "backspace", "backspace")
        assert minutes_of(pilot).meeting.speaker_department_id is None
        assert "当前无人发言" in seen(pilot)


async def test_completion_is_chosen_by_digit_only_in_a_menu_that_tab_opened(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "行动：核算 @")
        await say(pilot, "4")
        assert bar_of(pilot).endswith("@4")
        await press(pilot, "backspace", "tab")
        assert "补全" in seen(pilot)
        second = "".join(text for text, _style in screen_of(pilot).menu.choices[1].label)
        await press(pilot, "2")
        assert second.endswith(bar_of(pilot).removeprefix("行动：核算 @").strip())
        await press(pilot, "ctrl+z")
        assert bar_of(pilot).endswith("@")


async def test_the_next_reading_is_taken_with_shift_tab(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "财务部孙主管：下周五前核算成本")
        await press(pilot, "shift+tab")
        assert "→ 行动项" in seen(pilot)
        await press(pilot, "enter")
        assert minutes_of(pilot).all(Action)[-1].task == "核算成本"


async def test_a_new_topic_begins_with_its_marker(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+t")
        await say(pilot, "上市时间")
        await press(pilot, "enter")
        live = minutes_of(pilot).live_topic
        assert live is not None
        assert (live.number, live.title) == ("1.3", "上市时间")


async def test_a_paste_of_one_line_goes_to_the_cursor(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "前后")
        await press(pilot, "left")
        await pilot.app.on_event(events.Paste("中\x00\x1b[1m间"))
        assert bar_of(pilot) == "前中间后"


async def test_a_line_without_effect_says_so_and_redo_is_still_there(store: Store) -> None:
    async with shown(store, "record") as pilot:
        live = minutes_of(pilot).live_topic
        assert live is not None
        await enter(pilot, f"议题：{live.title}")
        await enter(pilot, "要点：一句话")
        await press(pilot, "ctrl+z")
        await enter(pilot, f"议题：{live.title}")
        assert "：没有变化" in seen(pilot)
        assert bar_of(pilot) == ""
        await press(pilot, "ctrl+y")
        assert "已重做 讨论要点“一句话”" in seen(pilot)


async def test_a_change_to_what_stands_already_says_so_and_holds_nothing(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await enter(pilot, "行动：出方案 @财务部 /周五前")
        code = minutes_of(pilot).all(Action)[-1].code
        await enter(pilot, f"{code} @财务部")
        assert f"{code}：没有变化" in seen(pilot)
        assert bar_of(pilot) == ""
        assert "未存入" not in seen(pilot)
