"""Every command by name, and every place by digits or a letter."""

from __future__ import annotations

import pytest

from models.recorder import Recorder
from models.store import Store
from tests.meetings.stored import MEETING
from tests.tui.screens import app_of, press, say, seen, shown
from tui.screens.base import CommandScreen
from tui.screens.commands import SCOPES, commands


async def test_the_palette_runs_a_command_found_by_a_word(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+p")
        await say(pilot, "表态板")
        text = seen(pilot)
        assert "Ctrl+R" in text
        assert "Ctrl+O" not in text
        await press(pilot, "enter")
        await pilot.pause()
        assert "○ 未表态" in seen(pilot)


async def test_a_command_without_a_key_is_reached_by_the_palette(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+p")
        await say(pilot, "浅色")
        await press(pilot, "enter")
        await pilot.pause()
        assert app_of(pilot).theme == "light"


@pytest.mark.parametrize(("word", "scope"), [("会前筹备", "prepare"), ("首页", "home"), ("整理", "polish")])
async def test_every_screen_is_reached_by_the_palette(store: Store, word: str, scope: str) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+p")
        await say(pilot, word)
        await press(pilot, "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, CommandScreen)
        assert pilot.app.screen.scope.name == scope


async def test_the_palette_says_when_nothing_fits_and_escape_leaves_it(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+p")
        await say(pilot, "量子")
        assert "没有这样的命令" in seen(pilot)
        await press(pilot, "enter")
        assert "没有这样的命令" in seen(pilot)
        await press(pilot, "escape")
        assert "没有这样的命令" not in seen(pilot)


async def test_a_digit_looks_at_a_topic_from_anywhere(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "f9", "ctrl+g")
        assert "1.1 推广与技术支持协作流程" in seen(pilot)
        await say(pilot, "１")
        await pilot.pause()
        screen = pilot.app.screen
        assert screen.session.looked == store.load("meeting000").topics[0].id  # type: ignore[attr-defined]
        assert len(pilot.app.screen_stack) == 1


@pytest.mark.parametrize("topics", [0, 4])
async def test_a_pane_has_the_same_letter_however_many_topics_there_are(store: Store, topics: int) -> None:
    for number in range(topics):
        Recorder(store, MEETING).accept(f"议题：又一个议题{number}")
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+g", "a")
        await pilot.pause()
        await pilot.pause()
        assert getattr(pilot.app.focused, "id", None) == "attendance"


@pytest.mark.parametrize(
    ("letter", "screen"),
    [("c", "recap"), ("w", "polish"), ("l", "digest"), ("s", "stances"), ("p", "prepare"), ("k", "help")],
)
async def test_each_screen_has_its_letter(store: Store, letter: str, screen: str) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+g", letter)
        await pilot.pause()
        assert pilot.app.screen.scope.name == screen  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("digits", "place"), [(["2"], 2), (["1", "0"], 10), (["1", "2"], 12), (["1", "enter"], 1)]
)
async def test_two_digits_lead_to_a_topic_where_there_are_so_many(
    store: Store, digits: list[str], place: int
) -> None:
    recorder = Recorder(store, MEETING)
    while len(store.load(MEETING).topics) < 12:
        recorder.accept(f"议题：又一个议题{len(store.load(MEETING).topics)}")
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+g", *digits)
        await pilot.pause()
        await pilot.pause()
        looked = pilot.app.screen.session.look.topic_id  # type: ignore[attr-defined]
        assert looked == store.load(MEETING).topics[place - 1].id


@pytest.mark.parametrize("key", ["0", "h"])
async def test_nought_is_home_and_nothing_stands_below_it(store: Store, key: str) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "f9", "ctrl+g", key)
        await pilot.pause()
        assert "查找全部会议" in seen(pilot)
        assert len(pilot.app.screen_stack) == 1


async def test_without_a_meeting_only_home_and_help_are_places(store: Store) -> None:
    async with shown(store, "home", meeting=None) as pilot:
        await press(pilot, "ctrl+g")
        assert "会末回顾" not in seen(pilot)
        await press(pilot, "k")
        assert "按键" in seen(pilot)


@pytest.mark.parametrize("scope", sorted(SCOPES))
def test_no_command_of_a_screen_with_a_text_field_is_a_bare_letter_or_sign(scope: str) -> None:
    for command in commands(scope):
        for key in command.keys:
            assert len(key) > 1, command.id


@pytest.mark.parametrize("scope", sorted(SCOPES))
def test_every_command_has_its_words_and_ids_are_its_scopes(scope: str) -> None:
    declared = commands(scope)
    assert len({c.id for c in declared}) == len(declared)
    for command in declared:
        assert command.id.startswith(f"{scope}.")
        assert command.label
        assert command.help
