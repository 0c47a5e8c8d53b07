"""Decided so far, the stance board and the help page: what they show, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from models import i18n
from models.capture.families import FAMILIES
from models.capture.words.lexicon import MARKERS
from models.store import Store
from tests.meetings.stored import prepare
from tests.tui.screens import press, say, seen, shown
from tui.screens.commands import commands
from tui.screens.help.grammar import grammar
from tui.screens.help.screen import key_lines
from tui.theme import DARK


async def test_decided_so_far_reads_resolutions_then_actions_by_owner_and_confirms_nothing(
    store: Store,
) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+l")
        text = seen(pilot)
        order = [text.index(w) for w in ("D1", "D2", "研发部陈工程师", "A1", "财务部孙主管", "A2")]
        assert order == sorted(order)
        await press(pilot, "escape")
        assert "已定事项" not in seen(pilot).splitlines()[0]
    assert store.load("meeting000").confirmations == []


async def test_decided_so_far_says_so_when_there_is_nothing(tmp_path: Path) -> None:
    opened = prepare(tmp_path / "b.db", "议题：预算")
    async with shown(opened, "digest") as pilot:
        assert "尚无决议" in seen(pilot)
        assert "尚无行动项" in seen(pilot)
    opened.close()


async def test_the_stance_board_has_a_word_for_every_cell_and_the_words_that_were_said(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+r")
        rows = seen(pilot).splitlines()
        finance = next(line for line in rows if "财务部" in line)
        assert "✓ 支持" in finance
        assert "✗ 反对" in finance
        research = next(line for line in rows if "研发部" in line)
        assert "○ 未表态" in research
        assert not any("行政部" in line for line in rows)
        await press(pilot, "down", "down")
        assert "应控制在25%" in seen(pilot)
        await press(pilot, "left")
        assert "无意见" in seen(pilot)


async def test_enter_on_the_stance_board_looks_at_the_topic(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+r", "left", "enter")
        screen = pilot.app.screen
        first = store.load("meeting000").topics[0].id
        assert screen.session.looked == first  # type: ignore[attr-defined]


async def test_the_stance_board_shows_a_department_that_is_absent(tmp_path: Path) -> None:
    opened = prepare(
        tmp_path / "b.db", "出席：市场部：李经理", "缺席：法务部蒋律师（出差）", "议题：预算", "市场部：同意"
    )
    async with shown(opened, "stances") as pilot:
        law = next(line for line in seen(pilot).splitlines() if "法务部" in line)
        assert "– 缺席" in law
    opened.close()


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_help_shows_keys_and_grammar_and_closes(
    store: Store, language: str, size: tuple[int, int]
) -> None:
    async with shown(store, "record", language=language, size=size) as pilot:
        await press(pilot, "f12")
        text = seen(pilot)
        assert "Shift+Tab" in text
        assert ("议题：" if language == "zh_CN" else "topic:") in text
        await press(pilot, "pagedown", "escape")
        assert seen(pilot) != text


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_key_of_recording_and_recap_stands_on_the_help_page(language: str) -> None:
    with i18n.language(language):
        shown_keys = [
            "".join(text for text, _style in line.lead).strip() for line in key_lines({}, DARK) if line.lead
        ]
        for scope in ("app", "record", "recap", "home"):
            for command in commands(scope):
                assert not command.keys or command.keys_label in shown_keys


@pytest.mark.parametrize(("language", "words"), [("zh_CN", "zh"), ("en", "en")])
def test_the_grammar_page_shows_words_the_grammar_knows(language: str, words: str) -> None:
    known = {name for row in MARKERS for name in getattr(row, words)}
    with i18n.language(language):
        title, rows = grammar()[0]
    assert title
    for example, meaning in rows:
        marks = example.replace("：", ":").split(":")
        assert {mark.strip() for mark in marks if mark.strip()} <= known
        assert meaning


async def test_a_users_own_key_stands_on_the_help_page(store: Store) -> None:
    lines = key_lines({"recap.projector": ("f6",)}, DARK)
    assert any("F6" in text for line in lines for text, _style in line.lead)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_grammar_page_shows_each_form_of_the_language_beside_what_it_becomes(language: str) -> None:
    with i18n.language(language):
        shown = [row for _title, rows in grammar() for row in rows]
        examples = [one for family in FAMILIES for one in family.examples if one.lines(language)]
        assert sorted(says for _line, says in shown) == sorted(one.says() for one in examples)
    lines = [line for line, _says in shown]
    assert all(
        one.marker or any(line.startswith(one.lines(language)[0]) for line in lines) for one in examples
    )


@pytest.mark.parametrize("key", ["ctrl+l", "ctrl+r"])
async def test_a_screen_that_only_shows_says_where_the_next_step_is_taken_back(
    store: Store, key: str
) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "行动：出方案 @王工 /周五前")
        await press(pilot, "enter", key, "ctrl+z")
        assert "“记录”" in seen(pilot)
        await press(pilot, "ctrl+s")
        assert "全部已保存" in seen(pilot)


@pytest.mark.parametrize("key", ["f12", "ctrl+g", "ctrl+p", "ctrl+o"])
async def test_ctrl_s_answers_on_whatever_stands_over_the_meeting(store: Store, key: str) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "行动：出方案 @王工 /周五前")
        await press(pilot, "enter", key, "ctrl+s")
        assert "全部已保存" in seen(pilot)


async def test_ctrl_s_over_pasted_lines_says_that_they_are_no_entries_yet(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await pilot.app.on_event(events.Paste("产品部：甲\n研发部：乙"))
        await pilot.pause()
        await press(pilot, "ctrl+s")
        assert "输入栏" in seen(pilot)
        assert "粘贴的多行" in seen(pilot)
