"""The record screen as it is seen: what stands where, at which size, in which language and colours."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from models.config import Config
from models.recorder import Recorder
from models.store import Store
from tests.meetings.stored import MEETING, NOW
from tests.tui.record import bar_of, screen_of
from tests.tui.screens import app_of, press, say, seen, shown
from tui.app import make_app
from tui.theme import PALETTES


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


async def test_break_and_end_stand_in_the_header(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "休息10分钟")
        await press(pilot, "enter")
        assert "休息中 15:52 起" in seen(pilot)
        await say(pilot, "继续")
        await press(pilot, "enter")
        assert "● 记录中" in seen(pilot)


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
