"""The polish screen: words, merges, what is left out, spoken words, and that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from textual import events
from textual.pilot import Pilot

from models.meeting import Opinion, Waiver, Written, WrittenSource
from models.minutes import Minutes
from models.polish import sentences
from models.recorder import Recorder
from models.store import Store
from tests.meetings.stored import MEETING, NOW, prepare
from tests.tui.screens import app_of, press, say, seen, shown

LINES = (
    "出席：市场部：王总监、李经理；研发部：陈工程师；财务部：孙主管",
    "议题：推广流程",
    "要点：现在流程有点乱",
    "要点：需求单没有统一格式",
    "市场部李经理：这个素材周五能搞定",
    "市场部：“没法”是客户原话",
    "研发部：要提前7天",
    "决议：流程分为两种；执行：研发部",
    "行动：尽快提交流程文档 @李经理 /9月24日",
    "备注：茶歇很短",
    "议题：预算分配",
    "财务部：咱们控制在25%",
)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.chdir(tmp_path)
    opened = prepare(tmp_path / "a.db", *LINES)
    Recorder(opened, MEETING, clock=lambda: NOW).closing.close("王总监")
    yield opened
    opened.close()


def written(store: Store, topic: int = 0) -> list[str]:
    """The written side as it stands in the file, what is left out in brackets."""
    minutes = store.load(MEETING)
    found = sentences(minutes, minutes.topics[topic].id)
    return [f"（{s.text}）" if s.left_out else s.text for s in found]


def typed(store: Store) -> list[str]:
    """What was typed, as it stands in the file."""
    minutes = store.load(MEETING)
    return [getattr(e, "text", getattr(e, "task", "")) for e in minutes.all_entries]


async def test_both_sides_stand_beside_each_other_in_the_order_of_the_document(store: Store) -> None:
    async with shown(store, "polish") as pilot:
        text = seen(pilot)
        line = next(row for row in text.splitlines() if "要点：现在流程有点乱" in row)
        assert line.index("要点：现在流程有点乱") < line.index("│ 讨论要点") < line.rindex("现在流程有点乱。")
        assert [text.index(word) for word in ("讨论要点", "市场部  ", "研发部  ", "D1", "A1")] == sorted(
            text.index(word) for word in ("讨论要点", "市场部  ", "研发部  ", "D1", "A1")
        )
        assert "议题 1/2" in text


async def test_in_english_the_left_side_is_as_it_was_typed_and_what_changed_is_in_english(
    tmp_path: Path,
) -> None:
    lines = (
        "present: Marketing: Mr Li",
        "mr li: too slow",
        "we need more people",
        "dispute: who pays; consensus: Marketing",
    )
    store = prepare(tmp_path / "a.db", *lines)
    recorder = Recorder(store, MEETING, clock=lambda: NOW)
    recorder.edit(recorder.minutes.all(Opinion)[1].id, text="we need two more people")
    async with shown(store, "polish", language="en") as pilot:
        left = "\n".join(row.split("│")[1] for row in seen(pilot).splitlines() if row.count("│") > 1)
    for words in (
        "mr li: too slow",
        "Marketing Mr Li: we need two",
        "dispute: who pays",
        "consensus: Marketing",
    ):
        assert words in left
    store.close()


async def test_a_sentence_is_worded_anew_and_what_was_typed_stays(store: Store) -> None:
    before = typed(store)
    async with shown(store, "polish") as pilot:
        await press(pilot, "enter")
        assert "改写要点" in seen(pilot)
        await press(pilot, "ctrl+u")
        await say(pilot, "流程不清,亟待梳理")
        assert "流程不清，亟待梳理。" in seen(pilot)
        await press(pilot, "enter")
        assert "✎ 流程不清，亟待梳理。" in seen(pilot)
    assert written(store)[0] == "流程不清,亟待梳理"
    assert typed(store) == before


async def test_marked_sentences_become_one_and_are_split_again(store: Store) -> None:
    before = written(store)
    async with shown(store, "polish") as pilot:
        await press(pilot, "tab", "tab")
        assert "已选 2 句" in seen(pilot)
        await press(pilot, "enter")
        assert "2 句合为一句" in seen(pilot)
        await say(pilot, "，须统一")
        await press(pilot, "enter")
        assert written(store)[0] == "现在流程有点乱；需求单没有统一格式，须统一"
        assert len(written(store)) == len(before) - 1
        assert "由 2 条记录合成" in seen(pilot)
        await press(pilot, "space")
        assert "拆开，各按会上记录" in seen(pilot)
        await press(pilot, "2")
    assert written(store) == before


async def test_resolutions_and_actions_never_become_one(store: Store) -> None:
    async with shown(store, "polish") as pilot:
        await press(pilot, *["down"] * 5, "tab", "tab", "enter")
        assert "一句里最多只能有一项" in seen(pilot)
        assert "已选 2 句" in seen(pilot)
        await press(pilot, "escape")
        assert "已选" not in seen(pilot)


async def test_a_sentence_is_left_out_and_taken_in_again_by_the_same_key(store: Store) -> None:
    async with shown(store, "polish") as pilot:
        await press(pilot, "delete")
        assert written(store)[0] == "（现在流程有点乱）"
        assert "⊘ 不入纪要" in seen(pilot)
        await press(pilot, "delete")
    assert written(store)[0] == "现在流程有点乱"


async def test_a_note_is_shown_and_can_be_made_a_point(store: Store) -> None:
    async with shown(store, "polish") as pilot:
        await press(pilot, *["down"] * 7)
        assert "备注，不入纪要" in seen(pilot)
        await press(pilot, "delete")
        assert "备注不入纪要" in seen(pilot)
        await press(pilot, "space")
        assert "作为讨论要点写入" in seen(pilot)
        await press(pilot, "2")
    assert "茶歇很短" in written(store)[:3]


async def test_a_digit_takes_the_written_form_of_a_spoken_word(store: Store) -> None:
    async with shown(store, "polish") as pilot:
        await press(pilot, "ctrl+n")
        assert "“搞定”改为“完成”" in seen(pilot)
        await press(pilot, "1")
        assert "这个素材周五能完成" in seen(pilot)
        await press(pilot, "ctrl+n")
        assert "“尽快”" in seen(pilot)
    assert "这个素材周五能完成" in written(store)
    assert "这个素材周五能搞定" in typed(store)


async def test_a_full_width_digit_takes_it_too(store: Store) -> None:
    async with shown(store, "polish") as pilot:
        await press(pilot, "ctrl+n")
        await say(pilot, "１")
    assert "这个素材周五能完成" in written(store)


async def test_words_within_quotation_marks_are_left_alone(store: Store) -> None:
    async with shown(store, "polish") as pilot:
        await press(pilot, "down", "down", "down")
        text = seen(pilot)
        assert "“没法”改为" not in text
        assert "按会上记录成文" in text


async def test_the_next_to_look_at_goes_round_the_meeting(store: Store) -> None:
    async with shown(store, "polish") as pilot:
        await press(pilot, "ctrl+n", "ctrl+n", "ctrl+n")
        assert "议题 2/2" in seen(pilot)
        assert "“咱们”改为“本部门”" in seen(pilot)
        await press(pilot, "ctrl+n")
        assert "议题 1/2" in seen(pilot)
        assert "“搞定”改为“完成”" in seen(pilot)


async def test_tab_in_the_bar_writes_the_word_as_it_is_written(store: Store) -> None:
    async with shown(store, "polish") as pilot:
        await press(pilot, "ctrl+n", "enter")
        assert "“搞定”改为“完成”  (Tab)" in seen(pilot)
        await press(pilot, "tab", "enter")
    assert "这个素材周五能完成" in written(store)


async def test_a_word_let_pass_is_no_longer_marked(store: Store) -> None:
    async with shown(store, "polish") as pilot:
        await press(pilot, "ctrl+n", "space")
        assert "此处“搞定”不算口语" in seen(pilot)
        await press(pilot, "5")
        assert "还有 2 句要看" in seen(pilot)
    assert [w.rule for w in store.load(MEETING).all(Waiver)] == ["R21"]


async def test_undo_and_redo_say_what_they_took_back(store: Store) -> None:
    async with shown(store, "polish") as pilot:
        await press(pilot, "tab", "tab", "enter", "enter")
        after = written(store)
        await press(pilot, "ctrl+z")
        assert "已撤销 合并 2 条" in seen(pilot)
        assert written(store)[:2] == ["现在流程有点乱", "需求单没有统一格式"]
        await press(pilot, "ctrl+y")
    assert written(store) == after


async def test_text_that_arrives_goes_to_the_sentence_one_is_on(store: Store) -> None:
    async with shown(store, "polish") as pilot:
        await say(pilot, "，亟待梳理")
        assert "✎ 现在流程有点乱，亟待梳理" in seen(pilot)
        await press(pilot, "escape", "down")
        await pilot.app.on_event(events.Paste("，\n一共三种"))
        await press(pilot, "enter")
    assert written(store)[:2] == ["现在流程有点乱", "需求单没有统一格式， 一共三种"]


async def test_escape_puts_the_words_aside_and_enter_brings_them_back(store: Store) -> None:
    async with shown(store, "polish") as pilot:
        await press(pilot, "enter")
        await say(pilot, "，亟待梳理")
        await press(pilot, "escape")
        assert written(store)[0] == "现在流程有点乱"
        await press(pilot, "down", "up", "enter")
        assert "✎ 现在流程有点乱，亟待梳理" in seen(pilot)


async def test_words_put_aside_are_there_when_the_screen_is_opened_again(store: Store) -> None:
    async with shown(store, "home", meeting=None) as pilot:
        await press(pilot, "enter", "enter")
        await say(pilot, "，亟待梳理")
        await press(pilot, "escape", "escape")
        await pilot.pause()
        assert "查找全部会议" in seen(pilot)
        await press(pilot, "enter", "enter")
        assert "✎ 现在流程有点乱，亟待梳理" in seen(pilot)


async def test_a_later_change_shows_the_sentence_to_be_older(store: Store) -> None:
    async with shown(store, "polish") as pilot:
        await press(pilot, "ctrl+n", "1")
        other = Store.open(store.path)
        recorder = Recorder(other, MEETING)
        entry = next(o for o in recorder.minutes.all(Opinion) if "搞定" in o.text)
        recorder.edit(entry.id, text="这个素材下周一能搞定")
        other.close()
        pilot.app.screen._tick()  # type: ignore[attr-defined]
        await pilot.pause()
        text = seen(pilot)
        assert "↻ 这个素材周五能完成" in text
        assert "这个素材周五能搞定 → 这个素材下周一能搞定" in text
        await press(pilot, "2")
        assert "↻" not in seen(pilot)
    assert "这个素材下周一能搞定" in written(store)


async def test_what_is_still_right_needs_no_further_look(store: Store) -> None:
    async with shown(store, "polish") as pilot:
        await press(pilot, "ctrl+n", "1")
        recorder = app_of(pilot).recorder
        assert recorder is not None
        entry = next(o for o in recorder.minutes.all(Opinion) if "搞定" in o.text)
        recorder.edit(entry.id, text="这个素材本周五能搞定")
        pilot.app.screen.show()  # type: ignore[attr-defined]
        await press(pilot, "1")
    assert "这个素材周五能完成" in written(store)
    minutes = store.load(MEETING)
    assert [s.text for s in minutes.all(WrittenSource)] == ["这个素材本周五能搞定"]


async def test_a_sentence_nobody_typed_can_be_added_and_taken_out(store: Store) -> None:
    async with shown(store, "polish") as pilot:
        await press(pilot, "pagedown", "space")
        assert "补写一句" in seen(pilot)
        await press(pilot, "up", "enter")
        await say(pilot, "会议时间由两小时延长至三小时")
        await press(pilot, "enter")
        assert "会议时间由两小时延长至三小时。" in seen(pilot)
        assert "会后补写" in seen(pilot)
        await press(pilot, "up", "up", "delete")
    assert not store.load(MEETING).all(Written)


async def test_the_document_is_exported_from_here_with_the_written_words(
    store: Store, tmp_path: Path
) -> None:
    async with shown(store, "polish") as pilot:
        await press(pilot, "ctrl+n", "1", "up", "delete", "ctrl+o", "enter")
        await pilot.pause()
        assert "已导出" in seen(pilot)
    (path,) = tmp_path.glob("*.docx")
    words = "\n".join(c.text for t in Document(str(path)).tables for r in t.rows for c in r.cells)
    assert "这个素材周五能完成" in words
    assert "搞定" not in words
    assert "需求单没有统一格式" not in words


async def test_the_closing_page_of_the_recap_leads_here_and_back(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, *["pagedown"] * 5)
        assert "Enter 整理纪要" in seen(pilot)
        await press(pilot, "enter")
        assert "写入纪要" in seen(pilot)
        await press(pilot, "escape")
        assert "会末回顾" in seen(pilot)


async def test_home_opens_a_closed_meeting_here_and_escape_goes_home(store: Store) -> None:
    async with shown(store, "home", meeting=None) as pilot:
        assert "待整理" in seen(pilot)
        await press(pilot, "enter")
        await pilot.pause()
        assert "写入纪要" in seen(pilot)
        await press(pilot, "escape")
        await pilot.pause()
        assert "查找全部会议" in seen(pilot)


async def test_a_search_for_written_words_leads_to_their_sentence(store: Store) -> None:
    recorder = Recorder(store, MEETING, clock=lambda: NOW)
    topic = recorder.minutes.topics[1]
    (found, *_rest) = sentences(recorder.minutes, topic.id)
    recorder.sentences.write(found.parts, "应控制在百分之二十五")
    async with shown(store, "home", meeting=None) as pilot:
        await say(pilot, "百分之二十五")
        pilot.app.screen.search()  # type: ignore[attr-defined]
        await press(pilot, "enter")
        await pilot.pause()
        text = seen(pilot)
        assert "议题 2/2" in text
        assert next(row for row in text.splitlines() if "▌" in row).count("百分之二十五") == 1


async def test_the_list_of_places_leads_here(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+g")
        line = next(row for row in seen(pilot).splitlines() if "整理" in row)
        await press(pilot, line.strip("│ ▌")[0])
        await pilot.pause()
        assert "写入纪要" in seen(pilot)


async def test_a_topic_without_a_word_says_so(tmp_path: Path) -> None:
    opened = prepare(tmp_path / "b.db", "议题：空议题")
    async with shown(opened, "polish") as pilot:
        assert "本议题没有记录" in seen(pilot)
        await press(pilot, "enter", "tab", "delete", "down", "ctrl+n", "1")
        assert "没有口语词" in seen(pilot) or "整理" in seen(pilot)
    opened.close()


async def test_a_meeting_without_topics_stands_too(tmp_path: Path) -> None:
    opened = prepare(tmp_path / "c.db")
    async with shown(opened, "polish") as pilot:
        await press(pilot, "enter", "space", "pagedown", "delete")
        assert "还没有议题" in seen(pilot)
    opened.close()


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
async def test_it_fits_its_screen(store: Store, size: tuple[int, int], language: str) -> None:
    async with shown(store, "polish", language=language, size=size) as pilot:
        for keys in (("tab", "tab"), ("enter",), ("escape", "escape"), ("space",), ("escape", "pagedown")):
            await press(pilot, *keys)
            await _fits(pilot, size)


async def _fits(pilot: Pilot[None], size: tuple[int, int]) -> None:
    from tui.widgets.typesetting import width

    rows = seen(pilot).splitlines()
    assert len(rows) == size[1]
    assert all(width(row) <= size[0] for row in rows)


async def test_a_terminal_without_room_says_what_it_needs(store: Store) -> None:
    async with shown(store, "polish", size=(60, 20)) as pilot:
        assert "80×24" in seen(pilot)


def test_the_written_side_stands_for_what_the_tests_think(store: Store) -> None:
    minutes: Minutes = store.load(MEETING)
    assert len(sentences(minutes, minutes.topics[0].id)) == 8
