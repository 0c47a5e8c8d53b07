"""A step is whole, undone, seen by other windows; and what is read before one begins."""

from __future__ import annotations

import datetime as dt

import pytest

from models.capture import Reading
from models.i18n import language
from models.meeting import (
    Action,
    Background,
    Disagreement,
    Meeting,
    Opinion,
    Point,
    new_id,
)
from models.recorder import Recorder
from models.recorder.rehearsal import Rehearsal
from models.store import ChangedSince, Store
from tests.meetings.stored import Clock, everything, outside
from tests.models.recording import codes, type_in


def test_undo_says_what_it_took_back_in_the_users_language(recorder: Recorder) -> None:
    with language("en"):
        type_in(recorder, "议题：甲", "财务部：不行", "行动：出方案", "决议：甲；条件：孙主管下周五前核算")
        type_in(
            recorder, "要点：一", "背景：二", "争议：三", "共识：三", "出席：法务部：蒋律师", "休息10分钟"
        )
        said = []
        said += [recorder.undo() for _ in range(10)]
    assert said == [
        "Break “休息10分钟”",
        "Attendance of 蒋律师 “出席：法务部：蒋律师”",
        "Consensus “三”",
        "Dispute “三”",
        "Background “二”",
        "Point “一”",
        "D1 and 1 more “决议：甲；条件：孙主管下周五前核算”",
        "A1 “出方案”",
        "Opinion of 财务部 “不行”",
        "Topic 1.1 “议题：甲”",
    ]


def test_two_windows_show_each_others_entries_and_lose_none(
    store: Store, recorder: Recorder, clock: Clock
) -> None:
    type_in(recorder, "议题：甲")
    other_store = Store.open(store.path, clock=clock)
    other = Recorder(other_store, recorder.meeting_id, clock=clock)
    assert not other.view.poll()
    for n in range(5):
        recorder.accept(f"市场部：一{n}")
        other.accept(f"行动：二{n}")
    assert recorder.view.poll()
    assert other.view.poll()
    assert not other.view.poll()
    assert (
        everything(recorder.minutes)
        == everything(other.minutes)
        == everything(store.load(recorder.meeting_id))
    )
    assert [e.seq for e in recorder.minutes.all_entries] == list(range(1, 11))
    assert codes(other.minutes) == ["A1", "A2", "A3", "A4", "A5"]
    recorder.undo()
    other.view.poll()
    assert len(other.minutes.all(Action)) == 5
    action = other.minutes.all(Action)[0]
    recorder.edit(action.id, task="从另一个窗口改的")
    for _ in range(4):
        other.undo()
    with pytest.raises(ChangedSince):
        other.undo()
    other_store.close()


def test_a_failed_save_leaves_the_meeting_on_the_screen_as_it_is_in_the_file(
    store: Store, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(recorder.minutes)
    raw = outside(store).conn
    raw.execute("CREATE TRIGGER refuse BEFORE INSERT ON action BEGIN SELECT RAISE(ABORT, 'no'); END")
    from models.store import StoreError

    with pytest.raises(StoreError):
        recorder.accept("生产部：行；行动：出方案")
    raw.execute("DROP TRIGGER refuse")
    assert everything(recorder.minutes) == before
    recorder.accept("行动：出方案")
    assert everything(recorder.minutes) == everything(store.load(recorder.meeting_id))


def test_a_draft_is_kept_with_the_entry_that_was_taken_back(recorder: Recorder) -> None:
    recorder.view.keep_draft("市场部：要", 5, "entry")
    draft = recorder.view.draft()
    assert draft
    assert (draft.text, draft.cursor, draft.editing) == ("市场部：要", 5, "entry")
    recorder.view.keep_draft("", 0)
    assert recorder.view.draft() is None


def test_a_line_is_stored_and_no_longer_unfinished_in_one_step(recorder: Recorder) -> None:
    recorder.view.keep_draft("要点：预算三成", 7)
    recorder.accept("要点：预算三成")
    assert recorder.view.draft() is None
    recorder.view.keep_draft("要点：另一句", 6)
    recorder.accept("要点：补一句")
    kept = recorder.view.draft()
    assert kept
    assert kept.text == "要点：另一句"


def test_the_context_is_made_once_per_change_and_minute(recorder: Recorder, clock: Clock) -> None:
    first = recorder.context
    assert recorder.context is first
    clock.now += dt.timedelta(minutes=1)
    second = recorder.context
    assert second is not first
    assert second.roster is first.roster
    recorder.accept("要点：一")
    assert recorder.context.facts_open is False
    assert recorder.context.roster is first.roster


def test_a_locked_file_does_not_keep_names_from_being_read_by_their_initials(
    store: Store, clock: Clock
) -> None:
    meeting = new_id()
    store.create(Meeting(id=meeting, meeting_id=meeting))
    Recorder(store, meeting, clock=clock).accept("出席：市场部：王总监")
    hasty = Store.open(store.path, clock=clock, busy_seconds=0)
    recorder = Recorder(hasty, meeting, clock=clock)
    with store.transaction():
        recorder.keep_codes({"市场部": ("scb",)})
        (item,) = recorder.readings("scb：要加预算")[0].items
    assert (item.kind, getattr(item, "department", None)) == ("opinion", "市场部")
    assert hasty.codes(["市场部"]) == {}
    hasty.close()


def test_a_reading_chosen_among_several_is_the_one_that_is_taken(recorder: Recorder) -> None:
    found = recorder.readings("市场部：周五前出方案")
    wanted = next(r for r in found if any(item.kind == "action" for item in r.items))
    assert isinstance(wanted, Reading)
    recorder.accept("市场部：周五前出方案", wanted)
    assert len(recorder.minutes.all(Action)) == 1
    assert recorder.minutes.all(Background) == recorder.minutes.all(Point) == []


def test_lines_are_rehearsed_one_after_the_other_and_nothing_of_them_stays(
    store: Store, recorder: Recorder
) -> None:
    recorder.accept("议题：甲")
    lines = ["测试组：回归要4天；研发部：接口还没联调", "还差两个接口", "行动：补接口 @李经理", "A1 /9月23日"]
    before = (recorder.minutes.revision, store.lines(recorder.meeting_id))
    rehearsal = Rehearsal(recorder.view, Clock(), lines)
    read = [rehearsal.readings(n) for n in range(len(lines))]
    rehearsal.close()
    assert (recorder.minutes.revision, store.lines(recorder.meeting_id)) == before
    assert [d.name for d in recorder.minutes.departments] == ["市场部", "研发部", "财务部"]
    assert [one[0].items[0].kind for one in read] == ["opinion", "opinion", "action", "change"]
    for line in lines:
        recorder.accept(line)
    said = recorder.minutes.all(Opinion)[-1]
    assert (recorder.minutes.department_name(said.department_id), said.text) == ("研发部", "还差两个接口")


def test_a_line_that_changes_nothing_says_so(recorder: Recorder) -> None:
    assert recorder.accept("决议：首月投放200万").label == "D1"
    assert recorder.accept("决议：").message == "没有变化"


@pytest.mark.parametrize(
    ("line", "undone", "redone"),
    [
        (
            "A1 @孙主管",
            "A1（负责人由财务部孙主管改回市场部李经理）",
            "A1（负责人：市场部李经理 → 财务部孙主管）",
        ),
        ("A1 +研发部", "A1（配合部门由研发部改回（无））", "A1（配合部门：（无） → 研发部）"),
        ("A1完成", "A1（状态由已完成改回未开始）", "A1（状态：未开始 → 已完成）"),
        ("D1改为：占25%", "D1（内容由占25%改回占28%）", "D1（内容：占28% → 占25%）"),
        ("撤销A1", "删除 A1“出方案”", "删除 A1“出方案”"),
        ("结论：达成一致", "1.1的结论（结论由达成一致改回（无））", "1.1的结论（结论：（无） → 达成一致）"),
        (
            "……还要看预算",
            "A1（内容由出方案，还要看预算改回出方案）",
            "A1（内容：出方案 → 出方案，还要看预算）",
        ),
    ],
)
def test_undo_and_redo_say_what_the_change_was(
    recorder: Recorder, line: str, undone: str, redone: str
) -> None:
    type_in(recorder, "议题：甲", "决议：占28%", "行动：出方案 @李经理 /9月25日")
    recorder.accept(line)
    assert recorder.undo() == undone
    assert recorder.redo() == redone


def test_undo_of_what_went_to_another_says_where_it_is_back(recorder: Recorder) -> None:
    type_in(recorder, "议题：甲", "争议：价格", "争议：工期多长", "共识：工期两周", "市场部：先做样品")
    price, term = recorder.minutes.all(Disagreement)
    recorder.pair(term.id, price.id)
    assert recorder.undo() == "共识“工期两周”（争议由价格改回工期多长）"
    assert recorder.redo() == "共识“工期两周”（争议：工期多长 → 价格）"
    recorder.pair(price.id, None)
    assert recorder.undo() == "共识“工期两周”（争议由（无）改回价格）"
    market, others = recorder.minutes.departments[:2]
    (said,) = recorder.minutes.all(Opinion)
    recorder.own(said.id, others.id, None)
    assert recorder.undo() == "市场部的意见“先做样品”（发言人由研发部改回市场部）"
    recorder.leaving.merge(market.id, others.id)
    told = recorder.undo() or ""
    assert told.startswith("市场部并入研发部（市场部的意见“先做样品” 发言人由研发部改回市场部")
    recorder.end_speaker()
    assert recorder.undo() == "发言人（发言人由（无）改回市场部）"


def test_undo_of_a_choice_in_a_menu_says_which_it_was(recorder: Recorder) -> None:
    type_in(recorder, "议题：甲", "财务部反对：太贵")
    (one,) = recorder.minutes.all(Opinion)
    recorder.edit(one.id, stance="support")
    assert recorder.undo() == "财务部的意见“太贵”（表态由支持改回反对）"
    recorder.convert(one.id, "point")
    assert recorder.undo() == "财务部的意见“太贵”（类别由要点改回意见）"
    recorder.edit(one.id, text="很长的话" * 30 + "尾巴")
    recorder.edit(one.id, text="很长的话" * 30 + "结尾")
    told = recorder.undo() or ""
    assert told.endswith("…”（内容由…的话很长的话结尾改回…的话很长的话尾巴）")
