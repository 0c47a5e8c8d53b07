"""The log: every change of every row, undo and redo from it, and the traps that lie there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.meeting import (
    Action,
    ChecklistItem,
    Cooperation,
    Department,
    Meeting,
    Opinion,
    Resolution,
    Topic,
    new_id,
)
from models.store import ChangedSince, StillUsed, Store
from tests.meetings.stored import Clock, everything, new_meeting, open_store, opinion, outside


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "a.db")


@pytest.fixture
def meeting(store: Store) -> str:
    return new_meeting(store)


def say(store: Store, meeting: str, text: str, window: str = "w") -> Opinion:
    """One opinion as a step of its own."""
    with store.step(meeting, text, window) as step:
        row = opinion(meeting, text, step.next_number("seq"))
        step.line(text)
        step.insert(row)
    return row


def texts(store: Store, meeting: str) -> list[str]:
    return [o.text for o in store.load(meeting).all(Opinion)]


def test_steps_are_undone_and_redone_in_turn_also_after_a_restart(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    meeting = new_meeting(store)
    for text in "abc":
        say(store, meeting, text)
    assert [store.undo(meeting, "w").label for _ in "ab"] == ["c", "b"]  # type: ignore[union-attr]
    store.close()
    store = open_store(tmp_path / "a.db")
    store.join(meeting, "another window")
    assert texts(store, meeting) == ["a"]
    assert store.redo(meeting, "another window").label == "b"  # type: ignore[union-attr]
    assert store.undo(meeting, "another window").label == "b"  # type: ignore[union-attr]
    assert store.undo(meeting, "another window").label == "a"  # type: ignore[union-attr]
    assert store.undo(meeting, "another window") is None
    assert [store.redo(meeting, "another window").label for _ in "abc"] == ["a", "b", "c"]  # type: ignore[union-attr]
    assert store.redo(meeting, "another window") is None
    assert texts(store, meeting) == ["a", "b", "c"]


def test_a_meeting_tells_to_the_second_when_it_was_last_written(tmp_path: Path) -> None:
    clock = Clock()
    store = Store.open(tmp_path / "a.db", clock=clock)
    meeting = new_meeting(store)
    assert store.last_saved(meeting) == "2026-09-16T14:05:30"
    clock.at("14:07")
    say(store, meeting, "a")
    assert store.last_saved(meeting) == "2026-09-16T14:07:30"
    assert store.last_saved("a meeting that is not there") is None


def test_a_new_edit_ends_what_could_be_redone(store: Store, meeting: str) -> None:
    say(store, meeting, "a")
    store.undo(meeting, "w")
    say(store, meeting, "b")
    assert store.redo(meeting, "w") is None
    assert [s.state for s in store.steps(meeting) if s.kind == "edit"] == ["dead", "done"]
    assert store.undo(meeting, "w").label == "b"  # type: ignore[union-attr]
    assert store.undo(meeting, "w") is None


def test_the_making_of_a_meeting_is_not_undone(store: Store, meeting: str) -> None:
    assert store.undo(meeting, "w") is None
    assert store.load(meeting).meeting.name == "启动会"


def test_numbers_given_are_not_given_again_by_undo(store: Store, meeting: str) -> None:
    with store.step(meeting, "", "w") as step:
        assert step.next_number("A") == 1
        step.insert(opinion(meeting, "x"))
    store.undo(meeting, "w")
    with store.step(meeting, "", "w") as step:
        assert [step.next_number("A"), step.next_number("D"), step.next_number("A", above=7)] == [2, 1, 8]


def test_lines_stay_as_typed_when_their_step_is_undone(store: Store, meeting: str) -> None:
    say(store, meeting, "一")
    store.undo(meeting, "w")
    assert [line.text for line in store.lines(meeting)] == ["一"]


def test_a_step_that_fails_leaves_nothing(store: Store, meeting: str) -> None:
    before = store.steps(meeting), store.lines(meeting)
    with pytest.raises(ValueError, match="x"), store.step(meeting, "", "w") as step:
        step.line("x")
        step.next_number("A")
        step.insert(opinion(meeting, "x"))
        raise ValueError("x")
    assert (store.steps(meeting), store.lines(meeting)) == before
    assert texts(store, meeting) == []
    with store.step(meeting, "", "w") as step:
        assert step.next_number("A") == 1


def test_a_step_without_changes_is_no_step_to_undo(store: Store, meeting: str) -> None:
    say(store, meeting, "a")
    with store.step(meeting, "nothing", "w"):
        pass
    with store.step(meeting, "争议：无", "w") as step:
        step.line("争议：无")
    assert [s.label for s in store.steps(meeting)] == ["", "a", "争议：无"]
    assert store.undo(meeting, "w").label == "a"  # type: ignore[union-attr]


def test_parents_and_children_are_undone_whatever_their_order(store: Store, meeting: str) -> None:
    department, action = new_id(), new_id()
    with store.step(meeting, "both", "w") as step:
        step.insert(Cooperation(id=new_id(), meeting_id=meeting, action_id=action, department_id=department))
        step.insert(
            Action(id=action, meeting_id=meeting, topic_id=f"topic-{meeting}", seq=1, number=1, task="x")
        )
        step.insert(Department(id=department, meeting_id=meeting, number=2, name="研发部"))
    end = everything(store.load(meeting))
    store.undo(meeting, "w")
    assert store.load(meeting).all(Action) == []
    store.redo(meeting, "w")
    assert everything(store.load(meeting)) == end


def test_deleting_takes_what_belongs_to_it_and_undo_brings_all_back(store: Store, meeting: str) -> None:
    resolution = Resolution(
        id=new_id(), meeting_id=meeting, topic_id=f"topic-{meeting}", seq=1, number=1, text="x"
    )
    action = Action(
        id=new_id(),
        meeting_id=meeting,
        topic_id=f"topic-{meeting}",
        seq=2,
        number=1,
        task="y",
        condition_of=resolution.id,
    )
    helper = Cooperation(
        id=new_id(), meeting_id=meeting, action_id=action.id, department_id=f"dept-{meeting}"
    )
    with store.step(meeting, "", "w") as step:
        for row in (resolution, action, helper):
            step.insert(row)
    before = everything(store.load(meeting))
    with store.step(meeting, "D1", "w") as step:
        step.delete(resolution)
    assert store.load(meeting).all(Action) == [replace(action, condition_of=None)]
    with store.step(meeting, "topic", "w") as step:
        step.delete(store.load(meeting).topics[0])
    assert store.load(meeting).all(Cooperation) == []
    store.undo(meeting, "w")
    store.undo(meeting, "w")
    assert everything(store.load(meeting)) == before


def test_what_others_still_refer_to_cannot_be_undone_away(store: Store, meeting: str) -> None:
    store.join(meeting, "one")
    store.join(meeting, "two")
    topic = Topic(id=new_id(), meeting_id=meeting, seq=2, number="1.2")
    with store.step(meeting, "1.2", "one") as step:
        step.insert(topic)
    with store.step(meeting, "other", "two") as step:
        step.insert(replace(opinion(meeting, "x"), topic_id=topic.id))
    before = everything(store.load(meeting))
    with pytest.raises(StillUsed):
        store.undo(meeting, "one")
    assert everything(store.load(meeting)) == before
    assert [s.state for s in store.steps(meeting)] == ["done"] * 3


def test_a_window_undoes_its_own_steps_and_those_from_before_it_opened(store: Store, meeting: str) -> None:
    say(store, meeting, "old", "gone")
    store.join(meeting, "one")
    store.join(meeting, "two")
    say(store, meeting, "1", "one")
    say(store, meeting, "2", "two")
    assert store.undo(meeting, "one").label == "1"  # type: ignore[union-attr]
    assert store.undo(meeting, "one").label == "old"  # type: ignore[union-attr]
    assert store.undo(meeting, "one") is None
    assert texts(store, meeting) == ["2"]
    assert store.redo(meeting, "two") is None
    say(store, meeting, "3", "two")
    assert store.redo(meeting, "one").label == "old"  # type: ignore[union-attr]


def test_a_row_another_window_changed_since_is_refused(store: Store, meeting: str) -> None:
    row = say(store, meeting, "mine", "one")
    store.join(meeting, "two")
    with store.step(meeting, "theirs", "two") as step:
        step.update(replace(row, text="theirs"))
    store._opened[meeting, "one"] = 0
    before = everything(store.load(meeting))
    with pytest.raises(ChangedSince, match="mine"):
        store.undo(meeting, "one")
    assert everything(store.load(meeting)) == before


def test_another_column_of_the_same_row_does_not_stand_in_the_way(store: Store, meeting: str) -> None:
    for window in ("one", "two"):
        store.join(meeting, window)
    facts = store.load(meeting).meeting
    with store.step(meeting, "place", "one") as step:
        step.update(replace(facts, place="205", live_topic_id=f"topic-{meeting}"))
    facts = store.load(meeting).meeting
    with store.step(meeting, "theme", "two") as step:
        step.update(replace(facts, theme="x", live_topic_id=None))
    store.undo(meeting, "one")
    now = store.load(meeting).meeting
    assert (now.place, now.theme, now.live_topic_id) == ("", "x", None)
    store.redo(meeting, "one")
    assert store.load(meeting).meeting.place == "205"


def test_triggers_come_back_after_a_transform_and_cover_an_added_column(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    meeting = new_meeting(store)
    table = outside(store).table("opinion")
    outside(store).conn.execute("PRAGMA foreign_keys=OFF")
    table.transform(column_order=["id", "text"])
    assert not [t for t in table.triggers if t.name.startswith("log_")]
    table.add_column("effort", int)
    store.close()

    store = open_store(tmp_path / "a.db")
    assert len([t for t in outside(store).table("opinion").triggers if t.name.startswith("log_")]) == 3
    row = say(store, meeting, "x")
    assert store.history(row.id)[-1].after["effort"] is None
    store.undo(meeting, "w")
    store.redo(meeting, "w")
    assert texts(store, meeting) == ["x"]


def test_triggers_are_left_alone_when_they_are_right(tmp_path: Path) -> None:
    open_store(tmp_path / "a.db").close()
    store = open_store(tmp_path / "a.db")
    version = outside(store).conn.execute("PRAGMA schema_version").fetchone()
    store.close()
    assert outside(open_store(tmp_path / "a.db")).conn.execute("PRAGMA schema_version").fetchone() == version


def test_an_upsert_from_outside_is_logged_with_both_images(store: Store, meeting: str) -> None:
    row = say(store, meeting, "x")
    topic = f"topic-{meeting}"
    with store.transaction():
        outside(store).table("opinion").upsert(
            {"id": row.id, "meeting_id": meeting, "topic_id": topic, "seq": 1, "text": "y"}, pk="id"
        )
    last = store.history(row.id)[-1]
    assert (last.before["text"], last.after["text"], last.at) == ("x", "y", None)


def test_a_replace_is_logged_as_the_loss_of_the_old_row(store: Store, meeting: str) -> None:
    row = say(store, meeting, "x")
    # Not through sqlite-utils, which sets the pragma that matters here on its own.
    store._connection.execute(
        "INSERT OR REPLACE INTO opinion (id, meeting_id, topic_id, seq, text) VALUES (?, ?, ?, 1, 'y')",
        (row.id, meeting, f"topic-{meeting}"),
    )
    assert [(c.before.get("text"), c.after.get("text")) for c in store.history(row.id)] == [
        (None, "x"),
        ("x", None),
        (None, "y"),
    ]


def test_the_history_tells_who_changed_what_and_when(store: Store, meeting: str) -> None:
    row = say(store, meeting, "x", "one")
    with store.step(meeting, "edit", "two") as step:
        step.update(replace(row, text="y"))
    store.undo(meeting, "two")
    found = [(c.window, c.kind, c.after.get("text"), c.at) for c in store.history(row.id)]
    when = "2026-09-16T14:05:30"
    assert found == [
        ("one", "edit", "x", when),
        ("two", "edit", "y", when),
        ("two", "undo", "x", when),
    ]


def test_minutes_follow_from_the_log_whoever_wrote(tmp_path: Path) -> None:
    one, two = open_store(tmp_path / "a.db"), open_store(tmp_path / "a.db")
    meeting = new_meeting(one)
    minutes = two.load(meeting)
    version = two.data_version()
    row = say(one, meeting, "x")
    assert two.data_version() != version
    assert two.refresh(minutes) == {Opinion}
    assert minutes.all(Opinion) == [row]
    assert two.refresh(minutes) == set()
    with one.step(meeting, "", "w") as step:
        step.update(replace(row, text="y"))
        step.delete(row)
        step.insert(ChecklistItem(id=new_id(), meeting_id=meeting, seq=1, text="投影", done=True))
    assert two.refresh(minutes) == {Opinion, ChecklistItem}
    assert everything(minutes) == everything(one.load(meeting))
    assert minutes.checklist[0].done is True


def test_several_steps_in_one_transaction_are_saved_together_or_not_at_all(
    store: Store, meeting: str
) -> None:
    other = new_id()
    with pytest.raises(KeyError), store.transaction():
        store.create(Meeting(id=other, meeting_id=other))
        say(store, meeting, "x")
        raise KeyError
    assert [m.id for m in store.meetings()] == [meeting]
    with store.transaction():
        store.create(Meeting(id=other, meeting_id=other))
        say(store, meeting, "x")
    assert len(store.meetings()) == 2


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store for many meetings, as opening one takes longer than what is tried in it."""
    opened = open_store(tmp_path_factory.mktemp("lasting") / "a.db")
    yield opened
    opened.close()


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=st.characters(exclude_categories=()), max_size=40))
def test_any_text_whatever_comes_back_from_table_log_and_undo(text: str, lasting: Store) -> None:
    store = lasting
    meeting = new_meeting(store)
    row = say(store, meeting, text)
    minutes = store.load(meeting)
    wanted = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert minutes.all(Opinion)[0].text == wanted
    with store.step(meeting, text, "w") as step:
        step.delete(row)
    store.refresh(minutes)
    assert minutes.all(Opinion) == []
    store.undo(meeting, "w")
    store.refresh(minutes)
    assert minutes.all(Opinion)[0].text == wanted
