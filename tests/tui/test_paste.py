"""Several lines pasted at once: what is seen before they are taken, and what the keys do."""

from __future__ import annotations

import threading

import pytest
from textual import events
from textual.pilot import Pilot

from models.meeting import Opinion
from models.recorder.rehearsal import Rehearsal
from models.store import Store
from tests.tui.screens import app_of, press, seen, shown

PASTED = "产品部：12月版本要冻结\n研发部：接口还没联调\n\n还差两个接口\n行动：冻结通知 @李经理 /9月28日"


async def read(pilot: Pilot[None]) -> None:
    """Until the lines in view are read: that is done beside, and no key waits for it."""
    while "→ …" in seen(pilot):
        await pilot.pause()


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_pasted_lines_are_shown_with_their_readings_and_the_keys(
    store: Store, size: tuple[int, int]
) -> None:
    async with shown(store, "record", size=size) as pilot:
        await pilot.app.on_event(events.Paste(PASTED))
        await pilot.pause()
        await read(pilot)
        text = seen(pilot)
        for words in ("粘贴的多行", "4 行，各为一条", "Enter 全部记下", "Esc 返回", "负责人 市场部 李经理"):
            assert words in text, words
        assert "意见 研发部 〃 还差两个接口" in text, (
            "a line without a speaker goes on with the one before it"
        )


async def test_enter_takes_all_lines_and_esc_leaves_them_in_the_bar(store: Store) -> None:
    async with shown(store, "record") as pilot:
        recorder = app_of(pilot).recorder
        assert recorder is not None
        before = len(recorder.minutes.all(Opinion))
        await pilot.app.on_event(events.Paste(PASTED))
        await press(pilot, "escape")
        assert len(recorder.minutes.all(Opinion)) == before
        assert "还差两个接口" in seen(pilot)
        await press(pilot, "enter", "enter")
        assert len(recorder.minutes.all(Opinion)) == before + 3


async def test_lines_that_wait_in_the_bar_are_shown_as_lines_and_not_as_one_opinion(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await pilot.app.on_event(events.Paste(PASTED))
        await press(pilot, "escape")
        assert "→ 4 行，各为一条" in seen(pilot)
        assert "→ 意见" not in seen(pilot)


async def test_the_lines_stand_at_once_and_no_key_waits_until_they_are_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_read = threading.Event()
    readings = Rehearsal.readings
    monkeypatch.setattr(Rehearsal, "readings", lambda self, place: may_read.wait() and readings(self, place))
    async with shown(store, "record") as pilot:
        try:
            await pilot.app.on_event(events.Paste(PASTED))
            await pilot.pause()
            assert "研发部：接口还没联调" in seen(pilot)
            assert "→ 意见" not in seen(pilot)
            await press(pilot, "escape")
            assert "4 行，各为一条" in seen(pilot), "the bar has them again"
            await press(pilot, "enter", "enter")
            recorder = app_of(pilot).recorder
            assert recorder is not None
            assert [one.text for one in recorder.minutes.all(Opinion)][-1] == "还差两个接口"
        finally:
            may_read.set()


async def test_far_lines_are_read_when_they_come_into_view(store: Store) -> None:
    async with shown(store, "record", size=(80, 24)) as pilot:
        await pilot.app.on_event(events.Paste("\n".join(f"要点：第{n}行" for n in range(90))))
        await pilot.pause()
        for _page in range(20):
            await press(pilot, "pagedown")
        await read(pilot)
        assert "→ 讨论要点 第89行" in seen(pilot)


@pytest.mark.parametrize("end", ["\v", "\f", "\x85", "\u2028", "\u2029"])
async def test_a_soft_line_end_pasted_keeps_the_words_of_two_departments_apart(
    store: Store, end: str
) -> None:
    async with shown(store, "record") as pilot:
        recorder = app_of(pilot).recorder
        assert recorder is not None
        await pilot.app.on_event(events.Paste(f"产品部：月底能上{end}研发部：来不及"))
        await press(pilot, "enter")
        assert [one.text for one in recorder.minutes.all(Opinion)][-2:] == ["月底能上", "来不及"]


CHAT = "李经理 14:03\n先做一版\n还差两个接口\n\n小明 14:05\n要两周\n行动：冻结通知 @李经理 /9月28日"


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_a_pasted_chat_is_shown_by_speaker_and_time_and_a_name_nobody_knows_asks(
    store: Store, size: tuple[int, int]
) -> None:
    async with shown(store, "record", size=size) as pilot:
        await pilot.app.on_event(events.Paste(CHAT))
        await pilot.pause()
        await read(pilot)
        text = seen(pilot)
        for words in (
            "4 行，各为一条",
            "[14:03] 李经理：还差两个接口",
            "意见 市场部 李经理 还差两个接口",
            "意见 小明 要两周",
            "谁说的？",
        ):
            assert words in text, words
        await press(pilot, "enter")
        recorder = app_of(pilot).recorder
        assert recorder is not None
        said = recorder.minutes.all(Opinion)[-3:]
        assert [(one.said_as, (one.at or "")[11:]) for one in said] == [
            ("", "14:03"),
            ("", "14:03"),
            ("小明", "14:05"),
        ]


async def test_one_key_says_who_a_name_of_a_chat_is_for_all_it_said(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await pilot.app.on_event(events.Paste(f"{CHAT}\n小明 14:09\n再想想"))
        await press(pilot, "enter")
        for _again in range(20):
            await press(pilot, "ctrl+n")
            if "小明：要两周”是谁说的" in (text := seen(pilot)):
                break
        assert "小明：要两周”是谁说的" in text
        assert "小明（来宾）" in text
        place = next(line for line in text.split("\n") if "小明（来宾）" in line)
        digit = next(char for char in place if char.isdigit())
        await press(pilot, digit)
        recorder = app_of(pilot).recorder
        assert recorder is not None
        guest = recorder.minutes.guests[-1]
        assert guest.name == "小明"
        said = [one.text for one in recorder.minutes.all(Opinion) if one.person_id == guest.id]
        assert said == ["要两周", "再想想"]
