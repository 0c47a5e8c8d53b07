"""The document is made from the written side, and the JSON carries both sides."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from exporters import Options, export
from models import interchange, kinds
from models import meeting as m
from models.minutes import Minutes
from models.polish import sentences
from tests.meetings.launch import launch
from tests.meetings.polished import polished, write


def markdown(minutes: Minutes, **options: Any) -> str:
    return export(minutes, ".md", Options(language="zh_CN", **options)).decode()


def again(minutes: Minutes, taken: tuple[str, ...] = ()) -> Minutes:
    return Minutes(interchange.loads(interchange.dumps(minutes), taken))


def told(minutes: Minutes) -> list[list[tuple[str, bool, int]]]:
    """The written side, topic by topic: text, whether it is left out, how many texts it stands for."""
    return [
        [(s.text, s.left_out, len(s.sources)) for s in sentences(minutes, topic.id)]
        for topic in minutes.topics
    ]


# -- documents -----------------------------------------------------------------------------------------------------


def test_the_document_says_what_was_written_and_not_what_was_typed() -> None:
    typed, text = launch(), markdown(polished())
    first, second = typed.opinions(typed.topics[0].id)[:2]

    assert "两部门均要求提前排期" in text
    assert "于10月8日起预热" in text
    assert first.text not in text
    assert second.text not in text


def test_a_background_left_out_is_not_in_the_document() -> None:
    background = launch().backgrounds(launch().topics[0].id)[0].text
    assert background in markdown(launch())
    assert background not in markdown(polished())


def test_a_sentence_for_opinions_of_two_departments_is_said_to_be_both_departments() -> None:
    minutes = polished()
    names = {minutes.department_name(o.department_id) for o in launch().opinions(launch().topics[0].id)[:2]}
    (label,) = re.findall(r"\*\*([^*]+)\*\*：[^<|]*两部门均要求提前排期", markdown(minutes))
    assert set(label.split("、")) == names


def test_a_sentence_of_its_own_is_a_discussion_point() -> None:
    text = markdown(polished())
    row = next(line for line in text.splitlines() if "会中休息一次。" in line)
    assert row.startswith("| 1.1 ")


def test_word_says_the_same_as_markdown() -> None:
    data = export(polished(), ".docx", Options(language="zh_CN"))
    from io import BytesIO

    from docx import Document

    cells = [
        cell.text for table in Document(BytesIO(data)).tables for row in table.rows for cell in row.cells
    ]
    assert any("两部门均要求提前排期" in cell for cell in cells)


def test_resolutions_actions_and_issues_are_told_in_their_written_words() -> None:
    minutes = launch()
    rows: list[m.Entry] = [minutes.all(kind)[0] for kind in (m.Resolution, m.Action, m.OpenIssue)]
    for row, words in zip(rows, ("改写决议", "改写任务", "改写遗留"), strict=True):
        typed = kinds.text_of(row)
        write(minutes, row.topic_id, words, (row.id, "", typed))
        text = markdown(minutes)
        assert f"| {words} |" in text
        assert f"| {typed} |" not in text


def test_the_calendar_uses_the_written_task_and_the_same_id() -> None:
    minutes = launch()
    action = next(a for a in minutes.all(m.Action) if a.due)
    write(minutes, action.topic_id, "改写任务", (action.id, "", action.task))
    calendar = export(minutes, ".ics", Options(language="zh_CN")).decode().replace("\r\n ", "")
    assert f"SUMMARY:{action.code} 改写任务" in calendar
    assert f"UID:{action.id}" in calendar


def test_remarks_of_all_merged_entries_stand_at_the_sentence() -> None:
    minutes = polished()
    first, second = minutes.opinions(minutes.topics[0].id)[:2]
    findings = {first.id: ("甲处",), second.id: ("乙处",)}
    from exporters.content import document
    from exporters.parts import spans

    made = document(minutes, Options(language="zh_CN", findings=findings))
    said = next(span for span in spans(made) if "两部门均要求" in span.text)
    assert {"甲处", "乙处"} <= set(said.comments)
    assert made.comments == ()


def test_a_meeting_nobody_polished_is_written_as_it_was_typed() -> None:
    assert markdown(launch()) == markdown(again(launch()))


# -- JSON ----------------------------------------------------------------------------------------------------------


def test_the_written_side_survives_json_with_what_each_sentence_stands_for() -> None:
    minutes = polished()
    before = interchange.to_dict(minutes)

    assert before["topics"][0]["written"] == ["两部门均要求提前排期", "于10月8日起预热", "会中休息一次"]
    assert before["topics"][0]["left_out"] == ["background.1"]
    assert interchange.to_dict(again(minutes)) == before
    assert told(again(minutes)) == told(minutes)
    assert markdown(again(minutes)) == markdown(minutes)


def test_ids_that_are_taken_are_replaced_in_what_a_sentence_stands_for() -> None:
    minutes = polished()
    taken = tuple(row.id for kind in m.TABLES for row in minutes.all(kind))

    assert told(again(minutes, taken)) == told(minutes)


def from_file(**topic: Any) -> Minutes:
    return Minutes(interchange.rows({"format": "jiyao-meeting/1", "topics": [topic]}))


def test_sentences_of_a_file_that_says_no_more_are_the_discussion_points() -> None:
    points = [{"text": "现在有点乱"}, {"text": "得改"}]
    minutes = from_file(points=points, written=["流程不清，须修订", "另行通知"])
    topic = interchange.to_dict(minutes)["topics"][0]

    assert told(minutes) == [[("流程不清，须修订", False, 2), ("另行通知", False, 0)]]
    assert topic["written"] == ["流程不清，须修订", "另行通知"]
    assert "written_for" not in topic
    assert "现在有点乱" not in markdown(minutes)


def test_two_sentences_for_one_entry_are_both_told() -> None:
    points = [{"id": "p1", "text": "又慢又乱"}]
    minutes = from_file(points=points, written=["进度滞后", "流程不清"], written_for=[["p1"], ["p1"]])
    text = markdown(minutes)
    assert "进度滞后" in text
    assert "流程不清" in text


@pytest.mark.parametrize("wrong", [[["gone"]], ["gone"], [[3]], "gone", 3])
def test_a_sentence_for_something_the_file_does_not_hold_is_refused(wrong: Any) -> None:
    with pytest.raises(interchange.InterchangeError, match="written_for"):
        from_file(written=["甲"], written_for=wrong)


def test_a_waiver_of_one_word_follows_the_entry_to_its_new_id() -> None:
    minutes = launch()
    entry = minutes.all(m.Opinion)[0]
    waiver = m.Waiver(
        id="v", meeting_id=minutes.meeting.id, rule="R21", item=f"{entry.id}/搞定", at="2026-09-16T15:59"
    )
    minutes.apply([waiver])
    found = again(minutes, (entry.id,))
    new = next(o for o in found.all(m.Opinion) if o.text == entry.text)
    assert [w.item for w in found.waivers if w.rule == "R21"] == [f"{new.id}/搞定"]


def test_a_note_left_out_stays_so() -> None:
    minutes = launch()
    note = minutes.all(m.Note)[0]
    minutes.apply([replace(note, left_out=True)])
    assert [n.left_out for n in again(minutes).all(m.Note)] == [True]
