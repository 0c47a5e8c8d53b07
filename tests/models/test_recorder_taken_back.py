"""An entry taken back into the bar, and put in again."""

from __future__ import annotations

import pytest

from models.i18n import language
from models.meeting import Action, Disagreement, Entry, Opinion, Point, Resolution
from models.recorder import Recorder
from models.store import Store
from tests.meetings.stored import everything
from tests.models.recording import codes, type_in


def test_an_entry_taken_back_keeps_id_number_and_order_when_its_kind_stays(recorder: Recorder) -> None:
    minutes = type_in(recorder, "行动：出方案 @李经理 +研发部 /9月25日前")
    action = minutes.all(Action)[0]
    assert recorder.typed(action.id) == "行动：出方案 @市场部李经理 +研发部 /9月25日前"
    recorder.retype(action.id, "行动：出新方案 @孙主管 /9月28日")
    again = minutes.all(Action)[0]
    assert (again.id, again.number, again.seq, again.task, again.due) == (
        action.id,
        1,
        action.seq,
        "出新方案",
        "2026-09-28",
    )
    assert minutes.cooperating(action.id) == []
    recorder.retype(action.id, "决议：出新方案")
    assert codes(minutes) == ["D1"]
    recorder.undo()
    recorder.undo()
    assert minutes.all(Action)[0].task == "出方案"
    assert [d.name for d in minutes.cooperating(action.id)] == ["研发部"]


@pytest.mark.parametrize(
    "line",
    [
        "背景：预算已批",
        "要点：怎么分",
        "市场部李经理支持：先投后算",
        "研发部：来不及？？",
        "决议：占28%；执行：财务部",
        "行动：出方案 @市场部李经理 +研发部 /9月25日前",
        "遗留：占比 @财务部孙主管 /下周五",
        "争议：取30%还是25%",
        "共识：先按28%",
        "搁置：下次再议",
        "备注：会后说",
    ],
)
def test_the_line_an_entry_is_taken_back_as_gives_the_same_entry(recorder: Recorder, line: str) -> None:
    minutes = type_in(recorder, line)
    entry = minutes.all_entries[-1]
    before = everything(minutes)
    recorder.retype(entry.id, recorder.typed(entry.id))
    after = minutes.entry(entry.id)
    assert after
    ignored = ("line_id", "changed_at")
    fields = [f for kind in type(entry).__mro__ for f in getattr(kind, "__slots__", ()) if f not in ignored]
    assert {f: getattr(after, f) for f in fields} == {f: getattr(entry, f) for f in fields}
    assert {t: len(rows) for t, rows in before.items()} == {
        t: len(rows) for t, rows in everything(minutes).items()
    }


ENTRIES = [
    "背景：预算已批",
    "要点：怎么分",
    "市场部李经理支持：先投后算",
    "研发部：来不及？？",
    "决议：占28%；执行：财务部",
    "行动：出方案 @市场部李经理 +研发部 /9月25日前",
    "遗留：占比 @财务部孙主管 /下周五；处理方式：先核",
    "争议：取30%还是25%",
    "共识：先按28%",
    "搁置：下次再议",
    "备注：会后说",
]


@pytest.mark.parametrize("spoken", ["zh_CN", "en"])
@pytest.mark.parametrize("line", ENTRIES)
def test_the_line_of_an_entry_typed_once_more_gives_a_second_one_alike(
    recorder: Recorder, line: str, spoken: str
) -> None:
    minutes = type_in(recorder, "议题：预算", line)
    first, before = minutes.all_entries[-1], everything(minutes)
    with language(spoken):
        again = recorder.typed(first.id)
    recorder.delete(first.id)
    recorder.accept(again)
    second = minutes.all_entries[-1]
    ignored = ("id", "seq", "number", "line_id", "changed_at")
    fields = [f for kind in type(first).__mro__ for f in getattr(kind, "__slots__", ()) if f not in ignored]
    assert {f: getattr(second, f) for f in fields} == {f: getattr(first, f) for f in fields}
    assert {t: len(rows) for t, rows in before.items()} == {
        t: len(rows) for t, rows in everything(minutes).items()
    }


@pytest.mark.parametrize("line", ENTRIES)
def test_an_entry_put_back_unchanged_is_no_step(recorder: Recorder, store: Store, line: str) -> None:
    minutes = type_in(recorder, line)
    before, steps = everything(minutes), len(store.steps(recorder.meeting_id))
    entry = minutes.all_entries[-1]
    typed = recorder.typed(entry.id)
    done = recorder.retype(entry.id, typed, recorder.readings(typed, entry.id)[0])
    assert (done.label, done.touched, done.message) == ("", [], "")
    assert everything(minutes) == before
    assert len(store.steps(recorder.meeting_id)) == steps


def test_in_english_an_entry_is_taken_back_in_english_and_nobody_joins(recorder: Recorder) -> None:
    minutes = type_in(
        recorder,
        "present: Marketing: Mr Li; Legal: Ms Wang",
        "topic: budget",
        "action: send the report @Mr Li /by Friday",
    )
    before = everything(minutes)
    action = minutes.all(Action)[0]
    with language("en"):
        line = recorder.typed(action.id)
        assert line == "action: send the report @Marketing Mr Li /by Friday"
        recorder.retype(action.id, line)
        assert everything(minutes) == before
        recorder.retype(action.id, line.replace("report", "reports"))
    after = minutes.all(Action)[0]
    assert (after.task, after.owner_id, after.due) == ("send the reports", action.owner_id, action.due)
    assert minutes.people(None) == []


def test_an_entry_no_line_says_is_kept_unless_it_is_typed_anew(recorder: Recorder) -> None:
    minutes = type_in(recorder, "行动：找人谈 @财务部孙主管")
    action = minutes.all(Action)[0]
    recorder.edit(action.id, task="找 @李经理 谈")
    back = recorder.taken_back(action.id)
    assert back
    assert (back.line, back.whole) == ("行动：找 @李经理 谈 @财务部孙主管", False)
    before = everything(minutes)
    assert recorder.readings(back.line, action.id)[0].items == back.stored
    recorder.retype(action.id, back.line)
    recorder.retype(action.id, back.line, recorder.readings(back.line, action.id)[0])
    assert everything(minutes) == before
    other = recorder.readings(back.line, action.id)[1]
    recorder.retype(action.id, back.line, other)
    assert minutes.all(Action)[0].task != "找 @李经理 谈"


def test_an_entry_is_shown_as_it_was_typed_until_it_says_something_else(recorder: Recorder) -> None:
    minutes = type_in(
        recorder, "市场部：先投", "2026年以前没做过", "任务 出方案@李经理 /周五", "议题：乙", "财务部：太贵"
    )
    first, carried, action = minutes.all_entries[:3]
    assert [recorder.as_typed(entry.id) for entry in (first, carried, action)] == [
        "市场部：先投",
        "2026年以前没做过",
        "任务 出方案@李经理 /周五",
    ]
    recorder.edit(carried.id, text="去年没做过")
    recorder.edit(action.id, task="出新方案")
    with language("en"):
        assert recorder.as_typed(first.id) == "市场部：先投"
        assert recorder.as_typed(carried.id) == "市场部: 去年没做过"
        assert recorder.as_typed(action.id) == "action: 出新方案 @市场部李经理 /周五"


def test_a_line_that_gave_several_entries_is_not_shown_for_each(recorder: Recorder) -> None:
    minutes = type_in(recorder, "市场部、研发部：先投", "市场部：先投；财务部：太贵")
    assert [recorder.as_typed(entry.id) for entry in minutes.all_entries] == [
        "市场部：先投",
        "研发部：先投",
        "市场部：先投",
        "财务部：太贵",
    ]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("行动：出报告 @财务部孙主管", [Action]),
        ("市场部：先试点；研发部：不行", [Opinion, Opinion]),
        ("决议：1.占28%；2.首月投放", [Resolution, Resolution]),
        ("要点：怎么分", [Point]),
        ("争议：取30%还是25%", [Disagreement]),
    ],
)
def test_an_entry_of_another_topic_stays_there_whatever_it_is_made_into(
    recorder: Recorder, line: str, kinds: list[type[Entry]]
) -> None:
    minutes = type_in(recorder, "议题：甲", "市场部：先投后算", "议题：乙", "研发部：开始")
    first, live = minutes.topics
    (entry,) = minutes.topic_entries(first.id)
    recorder.retype(entry.id, line)
    assert [type(one) for one in minutes.topic_entries(first.id)] == kinds
    assert [one.text for one in minutes.opinions(live.id)] == ["开始"]
    assert minutes.live_topic == live
    assert minutes.department_name(minutes.meeting.speaker_department_id) == "研发部", "who speaks goes on"


def test_a_consensus_typed_over_an_entry_settles_a_dispute_of_its_own_topic(recorder: Recorder) -> None:
    minutes = type_in(
        recorder, "议题：甲", "争议：要不要云备份", "要点：备份先上云", "议题：乙", "争议：备份放哪个机房"
    )
    (point,) = minutes.all(Point)
    recorder.retype(point.id, "共识：云备份先做")
    settled = {one.dispute: one.consensus for one in minutes.all(Disagreement)}
    assert settled == {"要不要云备份": "云备份先做", "备份放哪个机房": ""}
