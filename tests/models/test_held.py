"""Lines that could not be stored: what waits and what asks, in which order they go in, and where they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from models.held import HeldLines
from models.meeting import Action, Meeting, Opinion, Person, Point
from models.meeting_view import MeetingView
from models.recorder import Recorder
from models.recorder.letting_in import in_words, let_in
from models.store import LockedStore, MadeElsewhere, Store
from models.store.drafts import Draft
from models.store.held import HeldFile
from models.store.windows import LiveWindows
from tests.locks import locked
from tests.meetings.stored import MEETING, empty_store, typed

FACTS = ("出席：市场部：李经理；研发部：陈工；财务部：孙主管", "议题：排期")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = empty_store(tmp_path / "a.db")
    opened.wait_at_most(0)
    yield opened
    opened.close()


@pytest.fixture
def recorder(store: Store) -> Recorder:
    return typed(store, *FACTS)


def held(recorder: Recorder) -> HeldLines:
    return recorder.view.held


def said(recorder: Recorder) -> list[str]:
    return [e.text for e in recorder.minutes.all_entries if isinstance(e, Point | Opinion)]


def again(store: Store) -> HeldLines:
    """What the next window finds, this one having ended."""
    store._windows.leave()
    return HeldLines(HeldFile(store.path, LiveWindows(store.path), MEETING, "another"))


def test_lines_that_wait_go_in_by_themselves_in_the_order_of_typing(store: Store, recorder: Recorder) -> None:
    with locked(store.path):
        held(recorder).hold(["市场部：第一句", "第二句", "研发部：第三句"], "locked")
        found = let_in(recorder, held(recorder))
        assert isinstance(found.trouble, LockedStore)
        assert not found.stored
    assert let_in(recorder, held(recorder)).stored == 3
    assert said(recorder) == ["第一句", "第二句", "第三句"]
    owners = [recorder.minutes.department_name(o.department_id) for o in recorder.minutes.all(Opinion)]
    assert owners == ["市场部", "市场部", "研发部"], "each is read as the meeting stands then"
    assert not held(recorder).lines


def test_a_correction_that_misses_asks_and_never_goes_in_later(recorder: Recorder) -> None:
    held(recorder).hold(["更正：方安=>计划"], "方安 stands in no entry", asks=True)
    held(recorder).hold(["市场部：方安已经定了"], "locked")
    assert let_in(recorder, held(recorder)).stored == 1
    assert said(recorder) == ["方安已经定了"], "it would fit now, and is left alone"
    assert [line.text for line in held(recorder).lines] == ["更正：方安=>计划"]


def test_a_waiting_line_that_turns_out_to_miss_asks_and_lets_the_others_pass(recorder: Recorder) -> None:
    held(recorder).hold(["A9 @陈工", "市场部：后面的"], "locked")
    found = let_in(recorder, held(recorder))
    assert said(recorder)[-1] == "后面的"
    assert (found.stored, found.asking) == (1, 1)
    assert [(line.text, line.reason) for line in held(recorder).asking] == [
        ("A9 @陈工", "没有A9：还没有任何编号。")
    ]


def test_an_entry_that_was_edited_is_replaced_when_its_line_goes_in(recorder: Recorder) -> None:
    recorder.accept("市场部：原来的话")
    (entry,) = recorder.minutes.all(Opinion)
    held(recorder).hold(["市场部：改过的话"], "locked", editing=entry.id)
    let_in(recorder, held(recorder))
    assert said(recorder) == ["改过的话"]


def test_the_reading_that_was_chosen_is_the_one_that_is_stored(recorder: Recorder) -> None:
    line = "同意成立工作组"
    second = recorder.readings(line)[1]
    held(recorder).hold([line], "locked", reading=in_words(second))
    let_in(recorder, held(recorder))
    assert recorder.minutes.latest_entry is not None
    assert recorder.store.lines(MEETING)[-1].text == line
    recorder.undo()
    recorder.accept(line, second)
    kind = type(recorder.minutes.latest_entry)
    recorder.undo()
    recorder.redo()
    assert type(recorder.minutes.latest_entry) is kind


def test_a_reading_that_is_gone_is_not_replaced_by_another(recorder: Recorder) -> None:
    held(recorder).hold(["同意成立工作组"], "locked", reading="决议 别的什么")
    let_in(recorder, held(recorder))
    assert not recorder.minutes.all_entries
    assert [line.text for line in held(recorder).asking] == ["同意成立工作组"]


def test_somebody_who_came_came_when_it_was_typed(recorder: Recorder) -> None:
    held(recorder).hold(["研发部陈工到了"], "locked", at="2026-09-16T13:41:20")
    let_in(recorder, held(recorder))
    person = next(p for p in recorder.minutes.all(Person) if p.name == "陈工")
    assert person.arrived_at == "2026-09-16T13:41"
    recorder.accept("市场部：后来说的")
    latest = recorder.minutes.latest_entry
    assert latest is not None
    assert latest.at == "2026-09-16T14:05"


def test_a_number_means_the_item_that_had_it_when_the_line_was_typed(recorder: Recorder) -> None:
    for task in ("出方案", "估工期", "核预算"):
        recorder.accept(f"行动：{task}")
    actions = recorder.minutes.all(Action)
    held(recorder).hold(["A3 @陈工"], "locked", revision=recorder.minutes.revision)
    recorder.delete(actions[0].id)
    recorder.closing.confirm("attendance")
    let_in(recorder, held(recorder))
    now = {one.task: recorder.minutes.person_name(one.owner_id) for one in recorder.minutes.all(Action)}
    assert now == {"估工期": "", "核预算": "陈工"}


def test_a_number_of_an_item_that_is_gone_asks_and_becomes_no_point(recorder: Recorder) -> None:
    for task in ("出方案", "估工期"):
        recorder.accept(f"行动：{task}")
    held(recorder).hold(["A1 @陈工"], "locked", revision=recorder.minutes.revision)
    recorder.delete(recorder.minutes.all(Action)[0].id)
    recorder.closing.confirm("attendance")
    let_in(recorder, held(recorder))
    (asking,) = held(recorder).asking
    assert (asking.text, asking.reason) == ("A1 @陈工", "当时的A1已经没有了；有 A1。")
    assert said(recorder) == []
    assert [one.owner_id for one in recorder.minutes.all(Action)] == [None]


def test_a_number_means_an_item_of_this_window_s_own_waiting_lines_and_never_one_made_elsewhere(
    store: Store, recorder: Recorder
) -> None:
    held(recorder).hold(["行动：出方案", "A1 @陈工"], "locked", revision=recorder.minutes.revision)
    let_in(recorder, held(recorder))
    (own,) = recorder.minutes.all(Action)
    assert recorder.minutes.person_name(own.owner_id) == "陈工"
    held(recorder).hold(["行动：估工期", "A2 @孙主管"], "locked", revision=recorder.minutes.revision)
    Recorder(store, MEETING, window="another").accept("行动：别人的")
    let_in(recorder, held(recorder))
    owners = {one.task: recorder.minutes.person_name(one.owner_id) for one in recorder.minutes.all(Action)}
    assert owners == {"出方案": "陈工", "别人的": "", "估工期": ""}
    assert [line.text for line in held(recorder).asking] == ["A2 @孙主管"]


def test_a_kill_between_store_and_list_doubles_no_line(store: Store, recorder: Recorder) -> None:
    held(recorder).hold(["市场部：只说一次"], "locked")
    (line,) = held(recorder).lines
    recorder.accept(line.text, line_id=line.id)
    found = let_in(recorder, again(store))
    assert not found.touched
    assert said(recorder) == ["只说一次"]


def test_of_two_windows_that_took_a_line_over_one_stores_it(
    store: Store, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    held(recorder).hold(["市场部：只说一次", "市场部：后面的"], "locked")
    (line, _behind) = held(recorder).lines
    recorder.accept(line.text, line_id=line.id)
    with monkeypatch.context() as patch:
        patch.setattr(Store, "line", lambda *_arguments: None)  # as it looked a moment before
        let_in(recorder, held(recorder))
    assert said(recorder) == ["只说一次", "后面的"]
    assert not held(recorder).lines


def test_what_breaks_the_program_asks_when_it_is_opened_anew(
    store: Store, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise RuntimeError("nobody foresaw this")

    held(recorder).hold(["毒药", "市场部：后面的"], "locked")
    with monkeypatch.context() as patch, pytest.raises(RuntimeError):
        patch.setattr(Recorder, "accept", broken)
        let_in(recorder, held(recorder))
    next_window = again(store)
    assert [line.text for line in next_window.asking] == ["毒药"]
    let_in(recorder, next_window)
    assert said(recorder) == ["后面的"]


# -- texts that go elsewhere than into the minutes ---------------------------------------------------------------


def wait(recorder: Recorder, into: str, *texts: str) -> None:
    held(recorder).hold(texts, "locked", into=into, title="资料：")


def test_what_was_typed_into_the_form_goes_into_its_fields_in_the_order_of_typing(recorder: Recorder) -> None:
    wait(recorder, "prepare/fact/name", "启动会")
    held(recorder).hold(["市场部：要快"], "locked")
    wait(recorder, "prepare/material/+", "成本表", "预算草案")
    found = let_in(recorder, held(recorder))
    assert found.stored == 4
    assert recorder.minutes.meeting.name == "启动会"
    assert said(recorder) == ["要快"]
    assert [one.text for one in recorder.minutes.materials] == ["成本表", "预算草案"]
    recorder.view.screen = "record"
    with pytest.raises(MadeElsewhere):
        recorder.undo()
    recorder.view.screen = "prepare"
    assert recorder.undo() == "预算草案", "it is undone where it was typed"


def test_a_row_that_a_crash_left_stored_and_held_is_one_row(store: Store, recorder: Recorder) -> None:
    wait(recorder, "prepare/material/+", "成本表")
    (line,) = held(recorder).lines
    recorder.fill(line.place, line.text, line.id)
    let_in(recorder, again(store))
    assert [one.text for one in recorder.minutes.materials] == ["成本表"]


def test_words_that_cannot_be_read_ask_and_can_be_put_right(recorder: Recorder) -> None:
    wait(recorder, "prepare/fact/time", "等通知")
    assert let_in(recorder, held(recorder)).asking == 1
    (line,) = held(recorder).asking
    assert line.words == "资料：等通知"
    held(recorder).change(line, "2026-12-25 14:00", "")
    assert let_in(recorder, held(recorder)).stored == 1
    assert recorder.minutes.meeting.starts_at == "2026-12-25T14:00"


@pytest.mark.parametrize(
    "into",
    ["prepare/topic/gone000000/minutes", "recap/objection/gone000000", "polish/sentence/gone000000/text"],
)
def test_words_for_what_has_gone_meanwhile_ask(recorder: Recorder, into: str) -> None:
    wait(recorder, into, "20")
    assert let_in(recorder, held(recorder)).asking == 1
    assert [line.reason for line in held(recorder).asking] == ["这些文字所属的内容已不在"]


# -- where they are kept ---------------------------------------------------------------------------------------


def test_held_lines_and_the_unfinished_one_survive_the_window(store: Store, recorder: Recorder) -> None:
    with locked(store.path):
        held(recorder).hold(["市场部：等着"], "locked")
        recorder.view.keep_draft("说到一半", 4)
    next_window = again(store)
    assert [line.text for line in next_window.lines] == ["市场部：等着"]
    draft = next_window.draft("")
    assert draft is not None
    assert draft.text == "说到一半"


def test_an_empty_bar_is_empty_again_though_the_store_could_not_be_told(
    store: Store, recorder: Recorder
) -> None:
    recorder.view.keep_draft("市场部：等着", 6)
    with locked(store.path):
        held(recorder).hold(["市场部：等着"], "locked")
        recorder.view.keep_draft("", 0)
        store._windows.leave()
        view = MeetingView(store, MEETING)
        assert view.draft() is None, "the line is held, and nothing stands in the bar"
        assert len(view.held.lines) == 1
    let_in(Recorder(store, MEETING, view=view), view.held)
    view.store_drafts()
    assert not list(store.path.parent.glob(".a.db.held-*"))
    store._windows.leave()
    assert MeetingView(store, MEETING).draft() is None


def test_a_living_window_keeps_its_lines(store: Store, recorder: Recorder) -> None:
    held(recorder).hold(["市场部：我的"], "locked")
    other = Store.open(store.path)
    assert not MeetingView(other, MEETING).held.lines
    other.close()


def test_where_the_folder_takes_nothing_the_state_folder_does(
    store: Store, recorder: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / f".a.db.held-{recorder.view.window}-{MEETING}~").mkdir()
    held(recorder).hold(["市场部：等着"], "locked")
    assert held(recorder).is_kept
    assert [line.text for line in again(store).lines] == ["市场部：等着"]


def test_where_nothing_takes_them_it_is_known(
    recorder: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / f".a.db.held-{recorder.view.window}-{MEETING}~").mkdir()
    held(recorder).hold(["市场部：等着"], "locked")
    assert held(recorder).unkept == ["市场部：等着"]


def test_nothing_is_left_behind_when_all_are_in(store: Store, recorder: Recorder) -> None:
    held(recorder).hold(["市场部：一", "市场部：二"], "locked")
    assert list(store.path.parent.glob(".a.db.held-*"))
    let_in(recorder, held(recorder))
    assert not list(store.path.parent.glob(".a.db.held-*"))


def test_they_move_with_the_meeting_to_a_new_file(store: Store, recorder: Recorder, tmp_path: Path) -> None:
    held(recorder).hold(["市场部：等着"], "gone")
    recorder.view.go_on_in(tmp_path / "new.db")
    assert not list(tmp_path.glob(".a.db.held-*"))
    assert [line.text for line in again(store).lines] == ["市场部：等着"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": "jiyao-held/1"}', "\x00\xff"])
def test_a_file_that_says_nothing_stops_no_meeting_from_opening(
    store: Store, recorder: Recorder, content: str
) -> None:
    (store.path.parent / ".a.db.held-x-y").write_text(content, encoding="latin-1")
    assert not held(recorder).lines
    assert recorder.accept("市场部：照旧").touched


def test_a_draft_of_a_dead_window_is_offered_while_the_file_is_locked_and_only_once(store: Store) -> None:
    recorder = typed(store, *FACTS)
    recorder.view.keep_draft("没说完", 3)
    store._windows.leave()
    next_view = MeetingView(store, MEETING)
    with locked(store.path):
        found = next_view.draft()
        assert found is not None
        assert found.text == "没说完"
    next_view.keep_draft("说完了", 3)
    store._windows.leave()
    last = MeetingView(store, MEETING)
    found = last.draft()
    assert found is not None
    assert found.text == "说完了"
    last.keep_draft("", 0)
    assert MeetingView(store, MEETING).draft() is None


def test_unfinished_lines_of_two_windows_that_are_no_more_are_both_offered(store: Store) -> None:
    alive = [LiveWindows(store.path), LiveWindows(store.path)]
    for windows, name in zip(alive, ("first", "second"), strict=True):
        windows.hold(name)
        beside = HeldLines(HeldFile(store.path, windows, MEETING, name))
        beside.keep_draft("", Draft(f"{name} 半句", 8, None, ""))
    for windows in alive:
        windows.leave()
    found = HeldLines(HeldFile(store.path, LiveWindows(store.path), MEETING, "third")).draft("")
    assert found is not None
    assert found.text.splitlines() == ["first 半句", "second 半句"]


def test_a_meeting_in_which_a_line_is_only_held_is_listed_and_last(tmp_path: Path) -> None:
    opened = empty_store(tmp_path / "b.db")
    begun = Meeting(id="blank00000", meeting_id="blank00000", starts_at="2026-09-16T14:00")
    opened.create(begun, screen="home")
    assert opened.meetings(blank=False) == []
    HeldLines(HeldFile(opened.path, LiveWindows(opened.path), begun.id, "w")).hold(["市场部：来了"], "locked")
    assert [one.id for one in opened.meetings(blank=False)] == [begun.id]
    opened.create(replace(begun, id="newer00000", meeting_id="newer00000"), screen="home")
    assert opened.find("last") == begun.id, "the newer one is blank"
    opened.close()
