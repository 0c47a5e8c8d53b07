"""The record screen: what a recorder sees and what each key does, over a real store."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from models.config import Config
from models.meeting import Action, Opinion, Person, Point
from models.minutes import Minutes
from models.recorder import Recorder
from models.store import Store
from tests.meetings.people import LINES
from tests.meetings.stored import MEETING, NOW, prepare
from tests.tui.screens import app_of, press, say, seen, shown
from tui.app import make_app
from tui.screens.record.screen import RecordScreen
from tui.theme import PALETTES


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = prepare(tmp_path / "a.db", *LINES)
    yield opened
    opened.close()


def screen_of(pilot: Pilot[None]) -> RecordScreen:
    screen = pilot.app.screen
    assert isinstance(screen, RecordScreen)
    return screen


def minutes_of(pilot: Pilot[None]) -> Minutes:
    recorder = app_of(pilot).recorder
    assert recorder is not None
    return recorder.minutes


def bar_of(pilot: Pilot[None]) -> str:
    return screen_of(pilot).bar.text


async def test_one_glance_gives_everything_at_120_by_36(store: Store) -> None:
    async with shown(store, "record") as pilot:
        text = seen(pilot)
        for words in (
            "● 记录中",
            "已用 112′/120′",
            "▶ 1.2 销售提成预算分配方案",
            "✗刘总监",
            "→ 陈工程师",
            "应到",
            "反对 应控制在25%",
            "研发部    — 尚未发言",
            "尚无共识",
            "1 未决",
            "D2 上市总预算500万元不变",
            "待定",
            "无明确时限",
            "⚠ 1 待补",
            "F12 帮助",
        ):
            assert words.replace(" ", "") in text.replace(" ", ""), words


async def test_80_by_24_keeps_topic_strip_bar_and_one_pane_by_key(store: Store) -> None:
    async with shown(store, "record", size=(80, 24)) as pilot:
        text = seen(pilot)
        assert "1市场✓" in text
        assert "出席 F2" in text
        assert "A3 确认测试完成时间" in text
        await press(pilot, "f5")
        assert "分歧与共识 F5" in seen(pilot)
        assert "出席 F2" not in seen(pilot)
        await press(pilot, "f8")
        assert "决议 F8" in seen(pilot)
        await press(pilot, "f8")
        assert "行动项·遗留问题 F8" in seen(pilot)


async def test_english_shows_no_chinese_of_its_own(store: Store) -> None:
    async with shown(store, "record", language="en") as pilot:
        text = seen(pilot)
        for words in (
            "recording",
            "Agenda",
            "Attendance F2",
            "Opinions by department F3",
            "not spoken yet",
            "F12 Help",
        ):
            assert words in text, words
        for words in ("记录中", "议程", "出席", "尚未发言", "帮助"):
            assert words not in text, words


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


async def test_an_entry_is_edited_in_the_bar_and_keeps_its_number(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "没打完的话")
        await press(pilot, "f8", "f8")
        screen_of(pilot).panes["actions"].choose(_action(pilot, "A2").id)
        await press(pilot, "enter")
        assert "修改 A2" in seen(pilot)
        assert bar_of(pilot).startswith("行动：提交三档占比的成本测算")
        await press(pilot, "ctrl+home", *["right"] * 3)
        await say(pilot, "尽快")
        await press(pilot, "enter")
        assert _action(pilot, "A2").task == "尽快提交三档占比的成本测算"
        assert bar_of(pilot) == "没打完的话"


async def test_escape_never_throws_a_changed_edit_away(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "up", "escape")
        assert "修改" not in seen(pilot)
        await press(pilot, "up")
        await say(pilot, "改")
        await press(pilot, "escape")
        assert "仍在修改" in seen(pilot)
        assert bar_of(pilot).endswith("改")
        await press(pilot, "ctrl+u")
        assert bar_of(pilot) == ""
        assert _action(pilot, "A3").task == "确认测试完成时间"


async def test_in_english_what_is_taken_back_and_not_changed_stays_as_it_was(tmp_path: Path) -> None:
    lines = ("present: Marketing: Mr Li; Legal: Ms Wang", "topic: budget")
    store = prepare(tmp_path / "a.db", *lines)
    async with shown(store, "record", language="en") as pilot:
        await say(pilot, "action: send the report @Mr Li /by Friday")
        await press(pilot, "enter")
        people, action = minutes_of(pilot).all(Person), _action(pilot, "A1")
        steps = len(store.steps(MEETING))
        await press(pilot, "up")
        assert bar_of(pilot) == "action: send the report @Marketing Mr Li /by Friday"
        await press(pilot, "enter")
        assert bar_of(pilot) == ""
        assert "✓" not in seen(pilot).splitlines()[-2]
        assert (_action(pilot, "A1"), minutes_of(pilot).all(Person)) == (action, people)
        assert len(store.steps(MEETING)) == steps
    store.close()


async def test_an_entry_no_line_says_is_opened_with_a_word_about_it_and_stays(store: Store) -> None:
    async with shown(store, "record") as pilot:
        recorder = app_of(pilot).recorder
        assert recorder is not None
        recorder.edit(_action(pilot, "A3").id, task="找 @李经理 谈")
        before = _action(pilot, "A3")
        await press(pilot, "up")
        assert bar_of(pilot).startswith("行动：找 @李经理 谈")
        assert "没有能完整表达它的写法" in seen(pilot)
        await press(pilot, "enter")
        assert bar_of(pilot) == ""
        assert _action(pilot, "A3") == before


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
        row = _action(pilot, "A3")
        screen_of(pilot).go_to(row)
        await press(pilot, "delete")
        assert minutes_of(pilot).entry(row.id) is None
        assert f"已删除 A3“{row.task}”，Ctrl+Z 找回" in seen(pilot)
        await press(pilot, "ctrl+z")
        assert minutes_of(pilot).entry(row.id) == row
        assert f"已撤销 删除 A3“{row.task}”" in seen(pilot)


async def test_undo_takes_typing_first_and_says_which_step_it_takes(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "字")
        await press(pilot, "ctrl+z")
        assert bar_of(pilot) == ""
        assert _action(pilot, "A3")
        await press(pilot, "ctrl+z")
        assert "已撤销 A3" in seen(pilot)
        await press(pilot, "ctrl+y")
        assert "已重做 A3" in seen(pilot)


async def test_attendance_goes_round_by_space_and_enter_asks_reason_and_proxy(store: Store) -> None:
    async with shown(store, "record") as pilot:
        person = minutes_of(pilot).people(minutes_of(pilot).departments[0].id)[1]
        await press(pilot, "f2")
        screen_of(pilot).panes["attendance"].choose(person.id)
        await press(pilot, "space")
        assert minutes_of(pilot).person(person.id).attendance == "absent"  # type: ignore[union-attr]
        await press(pilot, "enter")
        assert bar_of(pilot) == "缺席：市场部李经理（）"
        await say(pilot, "出差，王专员代参会")
        await press(pilot, "enter")
        changed = minutes_of(pilot).person(person.id)
        assert changed is not None
        assert (changed.reason, changed.proxy) == ("出差", "王专员")


@pytest.mark.parametrize(
    ("language", "line"), [("zh_CN", "缺席：市场部李经理（）"), ("en", "absent: 市场部李经理 ()")]
)
async def test_a_reason_that_is_not_given_changes_nobody(store: Store, language: str, line: str) -> None:
    async with shown(store, "record", language=language) as pilot:
        before = minutes_of(pilot).all(Person)
        person = minutes_of(pilot).people(minutes_of(pilot).departments[0].id)[1]
        await press(pilot, "f2")
        screen_of(pilot).panes["attendance"].choose(person.id)
        await press(pilot, "enter")
        assert bar_of(pilot) == line
        await press(pilot, "enter")
        assert minutes_of(pilot).all(Person) == before
        assert bar_of(pilot) == ""


async def test_the_line_of_an_absence_is_read_as_it_is_written_in_english(tmp_path: Path) -> None:
    roll = "attendance: Marketing: Mr Li, Ms Chen; Legal: Bob White"
    opened = prepare(tmp_path / "english.db", roll)
    async with shown(opened, "record", language="en") as pilot:
        people = minutes_of(pilot).all(Person)
        await press(pilot, "f2")
        screen_of(pilot).panes["attendance"].choose(people[0].id)
        await press(pilot, "enter")
        await say(pilot, "on leave")
        await press(pilot, "enter")
        after = minutes_of(pilot).all(Person)
        assert [(p.name, p.attendance, p.reason) for p in after if p.attendance == "absent"] == [
            (people[0].name, "absent", "on leave")
        ]
        assert len(after) == len(people)
    opened.close()


async def test_the_next_gap_is_found_round_the_meeting(store: Store) -> None:
    async with shown(store, "record") as pilot:
        minutes = minutes_of(pilot)
        await say(pilot, "财务部：这个数要核对？？")
        await press(pilot, "enter", "ctrl+n")
        first = screen_of(pilot).pane
        assert first is not None
        doubtful = minutes.entry(first.chosen)
        assert doubtful is None or doubtful.doubt or doubtful == _action(pilot, "A3")
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


async def test_break_and_end_stand_in_the_header(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "休息10分钟")
        await press(pilot, "enter")
        assert "休息中 15:52 起" in seen(pilot)
        await say(pilot, "继续")
        await press(pilot, "enter")
        assert "● 记录中" in seen(pilot)


async def test_saving_is_a_reflex_that_is_answered(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+s")
        assert "全部已保存，最近一次 15:52:00" in seen(pilot)


async def test_a_new_topic_begins_with_its_marker(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+t")
        await say(pilot, "上市时间")
        await press(pilot, "enter")
        live = minutes_of(pilot).live_topic
        assert live is not None
        assert (live.number, live.title) == ("1.3", "上市时间")


def test_the_program_begins_in_the_theme_of_the_configuration(store: Store) -> None:
    for theme in ("dark", "light"):
        settings = Config(Path(), theme=theme)
        assert make_app(store, lambda: NOW, "zh_CN", meeting_id=MEETING, config=settings).theme == theme


async def test_another_theme_recolours_every_word_at_once(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "字")
        app_of(pilot).action_theme()
        await pilot.pause()
        strips = pilot.app.screen._compositor.render_strips()
        used = {
            s.style.color.name
            for strip in strips
            for s in strip
            if s.style and s.style.color and s.text.strip()
        }
        grounds = {s.style.bgcolor.name for strip in strips for s in strip if s.style and s.style.bgcolor}
        light, dark = PALETTES["light"], PALETTES["dark"]
        assert not (used | grounds) & {dark.text, dark.dim, dark.ground, dark.bar, *dark.departments}
        assert {light.text, light.dim} <= used
        assert {light.ground, light.bar} <= grounds


async def test_below_the_smallest_size_the_screen_says_what_it_needs(store: Store) -> None:
    async with shown(store, "record", size=(70, 20)) as pilot:
        assert "80×24" in seen(pilot)
        await say(pilot, "还在记")
        assert bar_of(pilot) == "还在记"


async def test_a_long_meeting_draws_only_what_is_seen(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    recorder_lines = [f"财务部：第{n}条意见" for n in range(3000)]
    from models.recorder import Recorder

    Recorder(store, "meeting000", clock=lambda: dt.datetime(2026, 9, 16, 15, 0)).import_lines(recorder_lines)
    async with shown(store, "record") as pilot:
        # The tick finds nothing new after this, however late it comes.
        screen_of(pilot)._tick()
        await pilot.pause()
        pane = screen_of(pilot).panes["opinions"]
        drawn: list[str] = []
        whole = pane.draw
        monkeypatch.setattr(pane, "draw", lambda key: drawn.append(key) or whole(key))
        await say(pilot, "打字不碰列表")
        assert drawn == []
        await press(pilot, "enter")
        assert len(set(drawn)) < 200
        assert "打字不碰列表" in seen(pilot)


async def test_a_store_that_refuses_holds_the_line_above_the_free_bar_and_takes_it_later(
    tmp_path: Path,
) -> None:
    prepare(tmp_path / "a.db", *LINES).close()
    store = Store.open(tmp_path / "a.db", busy_seconds=0.01)
    other = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    async with shown(store, "record") as pilot:
        other.execute("BEGIN IMMEDIATE")
        await say(pilot, "存不下的话")
        await press(pilot, "enter")
        assert "锁定" in seen(pilot)
        assert "1 行未存入" in seen(pilot)
        assert bar_of(pilot) == ""
        await say(pilot, "后一句")
        await press(pilot, "enter")
        assert "2 行未存入" in seen(pilot)
        other.execute("ROLLBACK")
        app_of(pilot).screen.let_in()
        await pilot.pause()
        assert [one.text for one in minutes_of(pilot).all(Opinion)][-2:] == ["存不下的话", "后一句"]
        assert "未存入" not in seen(pilot)
    other.close()
    store.close()


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


async def test_a_paste_of_one_line_goes_to_the_cursor(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "前后")
        await press(pilot, "left")
        await pilot.app.on_event(events.Paste("中\x00\x1b[1m间"))
        assert bar_of(pilot) == "前中间后"


def _action(pilot: Pilot[None], code: str) -> Action:
    found = minutes_of(pilot).numbered(code)
    assert isinstance(found, Action)
    return found


@pytest.mark.usefixtures("forgiving")
@pytest.mark.parametrize("broken", ["models.capture.reading._best", "tui.screens.record.reading.described"])
async def test_an_unfinished_line_that_breaks_the_grammar_neither_keeps_the_meeting_shut_nor_is_lost(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fails(*_given: object) -> None:
        raise RecursionError

    line = "市场部：这行会让程序出错"
    before = Store.open(tmp_path / "a.db")
    before.keep_draft(MEETING, "window that is gone", line, len(line), None)
    before.close()
    monkeypatch.setattr(broken, fails)
    async with shown(store, "record") as pilot:
        assert line in seen(pilot)
        await press(pilot, "enter")
        assert app_of(pilot).failure is None
        recorder = app_of(pilot).recorder
        assert recorder is not None
        latest = recorder.minutes.latest_entry
        assert latest is not None
        assert latest.text in line


async def _enter(pilot: Pilot[None], line: str) -> None:
    await say(pilot, line)
    await press(pilot, "enter")


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_after_a_new_entry_the_mark_of_its_pane_is_on_it_and_del_takes_what_is_seen(
    store: Store, size: tuple[int, int]
) -> None:
    async with shown(store, "record", size=size) as pilot:
        for number in range(9):
            for department in ("市场部", "研发部", "财务部"):
                screen_of(pilot).session.accept(f"{department}：第{number}条意见")
        await press(pilot, "f3", "end", "escape")
        await _enter(pilot, "市场部：新的一条")
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
        await _enter(pilot, "市场部：倒数第二")
        await _enter(pilot, "市场部：最后一条")
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


async def test_a_line_without_effect_says_so_and_redo_is_still_there(store: Store) -> None:
    async with shown(store, "record") as pilot:
        live = minutes_of(pilot).live_topic
        assert live is not None
        await _enter(pilot, f"议题：{live.title}")
        await _enter(pilot, "要点：一句话")
        await press(pilot, "ctrl+z")
        await _enter(pilot, f"议题：{live.title}")
        assert "：没有变化" in seen(pilot)
        assert bar_of(pilot) == ""
        await press(pilot, "ctrl+y")
        assert "已重做 讨论要点“一句话”" in seen(pilot)


async def test_a_change_that_changes_nothing_says_so_and_stays_above_the_bar(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await _enter(pilot, "行动：出方案 @财务部 /周五前")
        code = minutes_of(pilot).all(Action)[-1].code
        await _enter(pilot, f"{code} @财务部")
        assert f"{code}：没有变化" in seen(pilot)
        assert bar_of(pilot) == ""
        await press(pilot, "up")
        assert bar_of(pilot) == f"{code} @财务部"


async def test_undo_stops_at_what_another_screen_did_and_names_it(store: Store) -> None:
    recorder = Recorder(store, MEETING, clock=lambda: NOW)
    recorder.view.screen = "prepare"
    recorder.preparation.add_check("茶水")
    async with shown(store, "record") as pilot:
        await _enter(pilot, "要点：一句话")
        await press(pilot, "ctrl+z")
        assert "已撤销 讨论要点“一句话”" in seen(pilot)
        await press(pilot, "ctrl+z")
        assert "“会前筹备”" in seen(pilot)
        assert [i.text for i in minutes_of(pilot).checklist][-1] == "茶水"
        await press(pilot, "ctrl+y")
        assert "已重做 讨论要点“一句话”" in seen(pilot)


async def test_the_clock_may_strike_once_more_when_no_screen_is_left(store: Store) -> None:
    async with shown(store, "record") as pilot:
        app = app_of(pilot)
    assert not app.screen_stack
    app._let_in_unseen()
