"""谁说的？ on the screen: what nobody is known to have said is seen, reached by one key and answered by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from models.meeting import Action, Opinion, Resolution, Row, Topic
from models.store import Store
from tests.meetings.stored import prepare
from tests.tui.screens import app_of, press, say, seen, shown
from tui.widgets.menu import Menu

LINES = (
    "出席：市场部：李经理；研发部：陈工程师；财务部：孙主管",
    "议题：上线",
    "研发部：要两周",
    "市场部：先试点",
    "而且要快",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = prepare(tmp_path / "a.db", *LINES)
    yield opened
    opened.close()


def _said(pilot: Pilot[None]) -> list[tuple[str, str]]:
    recorder = app_of(pilot).recorder
    assert recorder is not None
    minutes = recorder.minutes
    return [(minutes.department_name(o.department_id), o.text) for o in minutes.all(Opinion)]


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_one_key_goes_to_it_and_one_digit_answers_its_whole_run(
    store: Store, size: tuple[int, int]
) -> None:
    async with shown(store, "record", size=size) as pilot:
        await say(pilot, "好的")
        assert "谁说的？" in seen(pilot), "the reading says so before Enter"
        await press(pilot, "enter")
        await say(pilot, "那就这么办")
        await press(pilot, "enter")
        assert _said(pilot)[-2:] == [("", "好的"), ("", "那就这么办")]
        await press(pilot, "ctrl+n")
        assert "“好的”是谁说的？" in seen(pilot)
        await press(pilot, "2")
        assert _said(pilot)[-2:] == [("研发部", "好的"), ("研发部", "那就这么办")]
        await press(pilot, "ctrl+z")
        assert _said(pilot)[-2:] == [("", "好的"), ("", "那就这么办")]


async def test_before_enter_the_next_reading_gives_it_to_the_speaker(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "好的")
        await press(pilot, "shift+tab", "enter")
        assert _said(pilot)[-1] == ("市场部", "好的")


async def test_nobody_in_particular_is_an_answer(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "好的")
        await press(pilot, "enter", "ctrl+n", "0")
        assert ("", "好的") not in _said(pilot)
        await press(pilot, "ctrl+n")
        assert "没有待补或待核的记录" in seen(pilot)


async def test_what_is_carried_is_marked_quietly_and_what_asks_is_counted(store: Store) -> None:
    async with shown(store, "record") as pilot:
        assert "〃" in seen(pilot)
        await say(pilot, "财务部能月底前付")
        await press(pilot, "enter")
        assert "谁说的？1" in seen(pilot)
        assert "谁？" in seen(pilot), "the speaker is set aside"


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
@pytest.mark.parametrize(
    ("words", "digit", "kind", "becomes"),
    [
        ("陈工程师明天上午重装系统", "6", Action, "重装系统"),
        ("没意见", "7", Resolution, "没意见"),
        ("好的", "8", Topic, "好的"),
    ],
)
async def test_what_asks_may_be_no_words_of_anybody_by_one_digit(
    store: Store, size: tuple[int, int], words: str, digit: str, kind: type[Row], becomes: str
) -> None:
    async with shown(store, "record", size=size) as pilot:
        await say(pilot, f"？：{words}")
        await press(pilot, "enter", "ctrl+n", digit)
        recorder = app_of(pilot).recorder
        assert recorder is not None
        assert becomes in str(recorder.minutes.all(kind)[-1])
        assert ("", words) not in _said(pilot), "it is no opinion any more"
        await press(pilot, "ctrl+z")
        assert ("", words) in _said(pilot)


async def test_the_menu_names_the_owner_an_action_would_have(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "？：孙主管周五前对账")
        await press(pilot, "enter", "ctrl+n")
        assert "财务部孙主管的行动" in seen(pilot)


async def test_the_speaker_goes_on_where_what_asked_was_nobody_s_words(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "？：孙主管周五前对账")
        await press(pilot, "enter", "ctrl+n")
        await _take(pilot, "财务部孙主管的行动")
        await press(pilot, "escape")
        await say(pilot, "还要快")
        await press(pilot, "enter")
        assert _said(pilot)[-1] == ("市场部", "还要快")


async def test_somebody_new_is_named_before_the_words(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "？：我这边没问题")
        await press(pilot, "enter", "ctrl+n")
        await _take(pilot, "别人")
        assert "：我这边没问题" in seen(pilot)
        await say(pilot, "赵处长")
        await press(pilot, "enter")
        recorder = app_of(pilot).recorder
        assert recorder is not None
        (said,) = [o for o in recorder.minutes.all(Opinion) if o.text == "我这边没问题"]
        assert recorder.minutes.person_name(said.person_id) == "赵处长"


async def test_leaving_the_question_for_a_name_changes_nothing(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "？：我这边没问题")
        await press(pilot, "enter", "ctrl+n")
        await _take(pilot, "别人")
        await press(pilot, "escape")
        assert _said(pilot)[-1] == ("", "我这边没问题")
        await say(pilot, "市场部：好")
        await press(pilot, "enter")
        assert _said(pilot)[-2:] == [("", "我这边没问题"), ("市场部", "好")]


async def _take(pilot: Pilot[None], words: str) -> None:
    """Takes the choice of an open menu that has these words, by its digit."""
    menu = app_of(pilot).screen.query_one(Menu)
    place = next(
        n for n, one in enumerate(menu.choices, 1) if words in "".join(text for text, _ in one.label)
    )
    await press(pilot, str(place))
