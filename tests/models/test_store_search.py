"""Search over all meetings."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from models.meeting import Meeting, Opinion, Topic, new_id
from models.store import Store
from tests.meetings.stored import new_meeting, open_store, opinion, outside


def filled(tmp_path: Path, *texts: str) -> tuple[Store, str]:
    store = open_store(tmp_path / "a.db")
    meeting = new_meeting(store)
    with store.step(meeting, "", "w") as step:
        for seq, text in enumerate(texts, 1):
            step.insert(opinion(meeting, text, seq))
    return store, meeting


def found(store: Store, text: str) -> set[str]:
    return {hit.text for hit in store.search(text)}


def test_any_run_of_characters_is_found_from_one_up(tmp_path: Path) -> None:
    store, _ = filled(tmp_path, "推广费用占比30%", "培训要５个工作日", "API接口Ａ")
    assert found(store, "费") == {"推广费用占比30%"}
    assert found(store, "费用") == {"推广费用占比30%"}
    assert found(store, "占比30%") == {"推广费用占比30%"}
    assert found(store, "5个") == {"培训要５个工作日"}
    assert found(store, "api") == found(store, "ＡＰＩ") == {"API接口Ａ"}
    assert found(store, "%") == {"推广费用占比30%"}
    assert found(store, "接口 api") == {"API接口Ａ"}
    assert found(store, "没有") == found(store, "_") == found(store, " ") == found(store, "") == set()


def test_names_topics_and_facts_are_found_too(tmp_path: Path) -> None:
    store, meeting = filled(tmp_path)
    assert [(h.table, h.meeting_id, h.meeting) for h in store.search("启动会")] == [
        ("meeting", meeting, "启动会")
    ]
    assert [h.table for h in store.search("预算")] == ["topic"]
    assert [h.table for h in store.search("市场部")] == ["department"]


def test_the_copy_follows_changes_deletions_undo_and_writers_from_outside(tmp_path: Path) -> None:
    store, meeting = filled(tmp_path, "旧话")
    row = store.load(meeting).all(Opinion)[0]
    with store.step(meeting, "", "w") as step:
        step.update(replace(row, text="新话"))
    assert (found(store, "旧话"), found(store, "新话")) == (set(), {"新话"})
    store.undo(meeting, "w")
    assert (found(store, "旧话"), found(store, "新话")) == ({"旧话"}, set())
    with store.step(meeting, "", "w") as step:
        step.delete(row)
    assert found(store, "旧话") == set()
    store.undo(meeting, "w")
    assert found(store, "旧话") == {"旧话"}
    outside(store).conn.execute("UPDATE opinion SET text = '外面写的'")
    assert (found(store, "旧话"), found(store, "外面")) == (set(), {"外面写的"})


def test_the_newest_come_first_and_no_more_than_asked_for(tmp_path: Path) -> None:
    store, _ = filled(tmp_path, *(f"预算{n}" for n in range(9)))
    assert [hit.text for hit in store.search("预算", limit=2)] == ["预算8", "预算7"]


def test_two_hundred_thousand_entries_are_looked_through_without_reading_any_row(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    meeting = new_id()
    store.create(
        Meeting(id=meeting, meeting_id=meeting), [Topic(id="t", meeting_id=meeting, seq=1, number="1")]
    )
    with store.transaction():
        outside(store).conn.executemany(
            'INSERT INTO search (meeting_id, "table", row_id, text) VALUES (?, ?, ?, ?)',
            (
                (meeting, "opinion", f"x{n}", f"第{n}条意见：推广费用需要控制在预算以内")
                for n in range(200_000)
            ),
        )
    started = time.perf_counter()
    assert store.search("没有这样的话") == []
    print(f"{time.perf_counter() - started:.3f} s")
