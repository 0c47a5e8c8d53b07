"""The written side: sentences merged, split, left out, worded; nothing typed is touched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from models import polish
from models.meeting import Action, Disagreement, Opinion, Point, Resolution, Written, WrittenSource
from models.minutes import Minutes
from models.polish import AsWritten, Sentence, can_merge, sentences
from models.recorder import Recorder
from models.store import Store
from tests.meetings.stored import MEETING, empty_store, typed

NOW = dt.datetime(2026, 9, 16, 16, 5)
LINES = (
    "主持：研发部陈工程师",
    "出席：市场部：李经理、张专员；研发部：陈工程师；财务部：孙主管",
    "议题：推广流程",
    "背景：上季度推广需求都是临时提的",
    "要点：现在流程有点乱",
    "要点：需求单也没有统一格式",
    "市场部李经理：这个素材周五能搞定",
    "市场部张专员反对：不能压到三天",
    "研发部：要提前7天",
    "财务部：无意见",
    "争议：是否设紧急通道",
    "共识：研发部设紧急接口",
    "决议：流程分为两种；执行：研发部",
    "行动：尽快出流程文档 @李经理 /9月30日",
    "备注：会议室空调坏了",
    "议题：预算",
    "财务部：控制在25%",
)


@pytest.fixture
def recorder(tmp_path: Path) -> Iterator[Recorder]:
    store = empty_store(tmp_path / "a.db", clock=lambda: NOW)
    made = typed(store, *LINES, clock=lambda: NOW, name="启动会", starts_at="2026-09-16T14:00")
    made.closing.close("陈工程师")
    yield made
    store.close()


def side(minutes: Minutes, topic: int = 0) -> list[Sentence]:
    return sentences(minutes, minutes.topics[topic].id)


def said(minutes: Minutes, topic: int = 0) -> list[str]:
    """The written side of a topic as one reads it."""
    return [("（不入）" if s.left_out else "") + s.text for s in side(minutes, topic)]


def sentence(minutes: Minutes, text: str) -> Sentence:
    """The sentence that begins so."""
    return next(s for n in range(len(minutes.topics)) for s in side(minutes, n) if s.text.startswith(text))


def merge(recorder: Recorder, text: str, *beginnings: str) -> Sentence:
    found = [sentence(recorder.minutes, beginning) for beginning in beginnings]
    assert can_merge(found)
    recorder.sentences.write([part for one in found for part in one.parts], text)
    return sentence(recorder.minutes, text)


def test_until_something_is_written_every_entry_speaks_for_itself_in_the_order_of_the_document(
    recorder: Recorder,
) -> None:
    assert said(recorder.minutes) == [
        "上季度推广需求都是临时提的",
        "现在流程有点乱",
        "需求单也没有统一格式",
        "要提前7天",  # the host's department first
        "这个素材周五能搞定",
        "不能压到三天",
        "无意见",
        "是否设紧急通道",
        "研发部设紧急接口",
        "流程分为两种",
        "尽快出流程文档",
        "会议室空调坏了",
    ]
    assert AsWritten(recorder.minutes).minutes is recorder.minutes


def test_a_sentence_worded_anew_leaves_the_entry_as_it_was_typed(recorder: Recorder) -> None:
    before = sentence(recorder.minutes, "这个素材")
    recorder.sentences.write(before.parts, "素材于本周五前完成")

    after = sentence(recorder.minutes, "素材于本周五前完成")
    assert after.id == before.id
    assert after.sources[0].text == "这个素材周五能搞定"
    assert recorder.minutes.get(Opinion, after.entries[0]).text == "这个素材周五能搞定"  # type: ignore[union-attr]


def test_several_entries_become_one_sentence_in_the_place_of_the_first(recorder: Recorder) -> None:
    merged = merge(recorder, "流程不清，需求单格式不一", "需求单", "现在流程")

    assert merged.merged
    assert [s.text for s in merged.sources] == ["现在流程有点乱", "需求单也没有统一格式"]
    assert said(recorder.minutes)[:3] == [
        "上季度推广需求都是临时提的",
        "流程不清，需求单格式不一",
        "要提前7天",
    ]


def test_split_again_every_entry_stands_for_itself_as_it_was_typed(recorder: Recorder) -> None:
    before = said(recorder.minutes)
    merged = merge(recorder, "流程不清，需求单格式不一", "现在流程", "需求单")
    assert merged.written is not None
    recorder.sentences.split(merged.written.id)

    assert said(recorder.minutes) == before
    assert not recorder.minutes.all(Written)
    assert not recorder.minutes.all(WrittenSource)


def test_a_merged_sentence_can_take_up_another_and_give_one_back(recorder: Recorder) -> None:
    merge(recorder, "流程不清，格式不一", "现在流程", "需求单")
    whole = merge(recorder, "背景与流程", "流程不清", "上季度")
    assert len(whole.sources) == 3
    assert len(recorder.minutes.all(Written)) == 1

    recorder.sentences.write([whole.sources[2].key], "需求单格式不统一")
    assert said(recorder.minutes)[:3] == ["上季度推广需求都是临时提的", "现在流程有点乱", "需求单格式不统一"]


def test_a_resolution_takes_up_what_was_said_but_never_another_resolution(recorder: Recorder) -> None:
    minutes = recorder.minutes
    resolution, action = sentence(minutes, "流程分为"), sentence(minutes, "尽快出")
    assert not can_merge([resolution, action])
    assert not can_merge([resolution])
    assert not can_merge([resolution, sentence(minutes, "控制在25%")])

    merged = merge(recorder, "推广流程分为常规与紧急两种", "要提前7天", "流程分为")
    assert merged.kind is Resolution
    written = AsWritten(minutes).minutes
    assert written.numbered("D1").text == "推广流程分为常规与紧急两种"  # type: ignore[union-attr]
    assert [o.left_out for o in written.all(Opinion) if o.text == "要提前7天"] == [True]


def test_both_texts_of_a_disagreement_are_written_apart(recorder: Recorder) -> None:
    recorder.sentences.write(sentence(recorder.minutes, "是否设").parts, "是否增设紧急响应通道")
    recorder.sentences.write(sentence(recorder.minutes, "研发部设").parts, "由研发部设置紧急接口")

    (row,) = AsWritten(recorder.minutes).minutes.all(Disagreement)
    assert (row.dispute, row.consensus) == ("是否增设紧急响应通道", "由研发部设置紧急接口")


def test_opinions_of_two_departments_become_one_of_both(recorder: Recorder) -> None:
    merged = merge(recorder, "均要求预留时间", "要提前7天", "不能压到")
    names = [recorder.minutes.department_name(i) for i in polish.holders(recorder.minutes, merged)]
    assert names == ["研发部", "市场部"]
    (told,) = [o for o in AsWritten(recorder.minutes).minutes.all(Opinion) if o.text == "均要求预留时间"]
    assert AsWritten(recorder.minutes).holders(told) == polish.holders(recorder.minutes, merged)
    assert told.stance == "oppose"


def test_of_two_people_of_a_department_the_sentence_is_the_departments(recorder: Recorder) -> None:
    merge(recorder, "素材可于周五完成，但工期不得少于三天", "这个素材", "不能压到")
    (told,) = [o for o in AsWritten(recorder.minutes).minutes.all(Opinion) if o.text.startswith("素材可于")]
    assert told.person_id is None


def test_an_entry_left_out_keeps_its_place_and_comes_back(recorder: Recorder) -> None:
    entry = sentence(recorder.minutes, "无意见")
    recorder.sentences.leave_out(entry.entries)
    assert "（不入）无意见" in said(recorder.minutes)
    recorder.sentences.leave_out(entry.entries, left_out=False)
    assert "无意见" in said(recorder.minutes)


def test_notes_are_shown_but_are_not_for_the_document(recorder: Recorder) -> None:
    note = sentence(recorder.minutes, "会议室")
    assert not note.exported
    assert not note.left_out


def test_a_later_change_of_an_entry_shows_the_sentence_to_be_older(recorder: Recorder) -> None:
    merged = merge(recorder, "流程不清，需求单格式不一", "现在流程", "需求单")
    assert not merged.stale
    recorder.edit(merged.sources[1].entry.id, text="需求单、排期表都没有统一格式")

    stale = sentence(recorder.minutes, "流程不清")
    assert stale.stale
    assert [(s.seen, s.text) for s in stale.changed] == [
        ("需求单也没有统一格式", "需求单、排期表都没有统一格式")
    ]
    recorder.undo()
    assert not sentence(recorder.minutes, "流程不清").stale


def test_a_sentence_that_is_still_right_is_up_to_date_again(recorder: Recorder) -> None:
    merged = merge(recorder, "流程不清，需求单格式不一", "现在流程", "需求单")
    recorder.edit(merged.sources[1].entry.id, text="需求单没有统一的格式")
    assert merged.written is not None
    recorder.sentences.still_right(merged.written.id)
    assert not sentence(recorder.minutes, "流程不清").stale


def test_a_sentence_worded_anew_after_a_change_is_up_to_date(recorder: Recorder) -> None:
    parts = sentence(recorder.minutes, "现在流程").parts
    recorder.sentences.write(parts, "流程不清")
    recorder.edit(parts[0][0], text="现在流程很乱")
    recorder.sentences.write(parts, "流程混乱")
    assert not sentence(recorder.minutes, "流程混乱").stale


def test_an_entry_deleted_makes_the_sentence_older_and_undo_makes_it_whole(recorder: Recorder) -> None:
    merged = merge(recorder, "流程不清，需求单格式不一", "现在流程", "需求单")
    recorder.delete(merged.entries[0])
    left = sentence(recorder.minutes, "流程不清")
    assert left.gone == ("现在流程有点乱",)
    assert left.stale
    recorder.delete(merged.entries[1])
    assert "流程不清，需求单格式不一" not in said(recorder.minutes)
    recorder.undo()
    recorder.undo()
    assert sentence(recorder.minutes, "流程不清").gone == ()


def test_an_entry_moved_to_another_topic_takes_its_sentence_along(recorder: Recorder) -> None:
    parts = sentence(recorder.minutes, "要提前7天").parts
    recorder.sentences.write(parts, "须提前7天提交需求")
    recorder.move(parts[0][0], recorder.minutes.topics[1].id)
    assert "须提前7天提交需求" in said(recorder.minutes, 1)
    assert "须提前7天提交需求" not in said(recorder.minutes, 0)


def test_a_sentence_written_as_it_was_typed_is_no_longer_written(recorder: Recorder) -> None:
    parts = sentence(recorder.minutes, "现在流程").parts
    recorder.sentences.write(parts, "流程不清")
    recorder.sentences.write(parts, "现在流程有点乱")
    assert not recorder.minutes.all(Written)


def test_every_change_is_one_step_that_undo_names_and_redo_repeats(recorder: Recorder) -> None:
    states = [said(recorder.minutes)]
    merged = merge(recorder, "流程不清，需求单格式不一", "现在流程", "需求单")
    states.append(said(recorder.minutes))
    recorder.sentences.write(merged.parts, "流程不清")
    states.append(said(recorder.minutes))
    recorder.sentences.leave_out(merged.entries)
    states.append(said(recorder.minutes))
    written = sentence(recorder.minutes, "流程不清").written
    assert written is not None
    recorder.sentences.split(written.id)

    for state in reversed(states):
        assert recorder.undo()
        assert said(recorder.minutes) == state
    for state in states[1:]:
        assert recorder.redo()
        assert said(recorder.minutes) == state


def test_a_closed_program_finds_everything_again(recorder: Recorder) -> None:
    merge(recorder, "流程不清，需求单格式不一", "现在流程", "需求单")
    recorder.sentences.leave_out(sentence(recorder.minutes, "无意见").entries)
    again = Store.open(recorder.store.path)
    assert said(again.load(MEETING)) == said(recorder.minutes)
    again.close()


def test_the_spoken_words_of_the_written_side_are_found_by_its_place(recorder: Recorder) -> None:
    def words(beginning: str) -> list[str]:
        return [s.word for s in polish.spoken(recorder.minutes, sentence(recorder.minutes, beginning))]

    assert words("这个素材") == ["搞定"]
    assert words("尽快出") == ["尽快"]
    assert words("现在流程") == []
    recorder.sentences.write(sentence(recorder.minutes, "这个素材").parts, "素材周五完成")
    assert words("素材周五") == []


def test_a_word_let_pass_is_not_offered_again(recorder: Recorder) -> None:
    found = sentence(recorder.minutes, "这个素材")
    recorder.waive(polish.RULE, polish.pass_key(found, "搞定"))
    assert polish.spoken(recorder.minutes, found) == []


def test_what_is_left_out_and_notes_have_no_spoken_words(recorder: Recorder) -> None:
    recorder.sentences.leave_out(sentence(recorder.minutes, "这个素材").entries)
    assert polish.spoken(recorder.minutes, sentence(recorder.minutes, "这个素材")) == []


def test_the_document_tells_every_text_once(recorder: Recorder) -> None:
    merge(recorder, "流程不清，需求单格式不一", "现在流程", "需求单")
    recorder.sentences.write(sentence(recorder.minutes, "尽快出").parts, "于9月30日前完成流程文档")
    told = AsWritten(recorder.minutes)
    kept = [e for e in told.minutes.all_entries if not e.left_out]
    assert [p.text for p in told.minutes.all(Point) if not p.left_out] == ["流程不清，需求单格式不一"]
    assert [a.task for a in told.minutes.all(Action)] == ["于9月30日前完成流程文档"]
    assert len(kept) == len(recorder.minutes.all_entries) - 1
    lead = next(p for p in told.minutes.all(Point) if not p.left_out)
    assert len(told.stands_for(lead.id)) == 2
