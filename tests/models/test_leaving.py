"""Departments and people made by mistake: taken out where nothing names them, else another one takes their place."""

from __future__ import annotations

import pytest

from models.meeting import Action, Department, Disagreement, Opinion, Person, Resolution
from models.recorder import Recorder
from models.references import in_words, places
from models.store import Store
from tests.meetings.stored import everything, typed

LINES = (
    "出席：市场部：李经理；研发部：陈工程师；财务部：孙主管",
    "议题：预算",
    "市场部李经理：要三成",
    "财务：孙主管",
    "争议：研发部与市场部谁出钱",
    "行动：出方案 @陈工程师 +市场部 +财务部 /9月30日",
    "决议：先试点；执行：研发部",
)


@pytest.fixture
def recorder(store: Store) -> Recorder:
    return typed(store, *LINES, starts_at="2026-09-16T14:00", host="财务部孙主管")


def department(recorder: Recorder, name: str) -> Department:
    return next(d for d in recorder.minutes.departments if d.name == name)


def person(recorder: Recorder, name: str) -> Person:
    return next(p for p in recorder.minutes.all(Person) if p.name == name)


def test_what_names_a_department_or_person_is_told_as_people_find_it(recorder: Recorder) -> None:
    minutes = recorder.minutes
    assert places(minutes, department(recorder, "研发部")) == ["D1", "A1", "1.1 争议"]
    assert places(minutes, person(recorder, "陈工程师")) == ["A1"]
    assert places(minutes, person(recorder, "孙主管")) == ["主持人"]
    recorder.accept("来宾：黄老师")
    assert in_words(minutes, person(recorder, "黄老师")) == ""


def test_what_is_named_is_not_taken_out(recorder: Recorder) -> None:
    before = everything(recorder.minutes)
    assert not recorder.leaving.take_out(department(recorder, "研发部").id)
    assert not recorder.leaving.take_out(person(recorder, "陈工程师").id)
    assert everything(recorder.minutes) == before


def test_what_nothing_names_is_taken_out_with_its_people_and_comes_back_by_undo(recorder: Recorder) -> None:
    recorder.accept("出席：法务部：周律师、吴律师")
    before = everything(recorder.minutes)
    assert recorder.leaving.take_out(department(recorder, "法务部").id)
    assert {d.name for d in recorder.minutes.departments} == {"市场部", "研发部", "财务部"}
    assert "周律师" not in {p.name for p in recorder.minutes.all(Person)}
    assert recorder.undo() == "移出法务部"
    assert everything(recorder.minutes) == before


def test_another_department_takes_the_place_of_one_made_by_mistake_everywhere(recorder: Recorder) -> None:
    recorder.accept("出席：研发中心：郑工")
    recorder.accept("研发中心：要两周")
    before = everything(recorder.minutes)
    right = department(recorder, "研发中心")
    recorder.leaving.merge(department(recorder, "研发部").id, right.id)
    minutes = recorder.minutes
    (action,), (resolution,) = minutes.all(Action), minutes.all(Resolution)
    assert (action.owner_department_id, resolution.executing_department_id) == (right.id, right.id)
    (dispute,) = minutes.all(Disagreement)
    assert {d.name for d in minutes.parties(dispute.id)} == {"市场部", "研发中心"}
    assert [(p.name, p.number) for p in minutes.people(right.id)] == [("郑工", 1), ("陈工程师", 2)]
    assert "研发部" not in {d.name for d in minutes.departments}
    recorder.undo()
    assert everything(recorder.minutes) == before


def test_a_department_never_helps_with_what_it_owns_itself_and_nobody_stands_twice(
    recorder: Recorder,
) -> None:
    recorder.leaving.merge(department(recorder, "市场部").id, department(recorder, "研发部").id)
    (action,) = recorder.minutes.all(Action)
    assert {d.name for d in recorder.minutes.cooperating(action.id)} == {"财务部"}
    recorder.undo()
    recorder.leaving.merge(department(recorder, "市场部").id, department(recorder, "财务部").id)
    (action,) = recorder.minutes.all(Action)
    assert [d.name for d in recorder.minutes.cooperating(action.id)] == ["财务部"]


def test_the_same_name_in_both_departments_becomes_one_person(recorder: Recorder) -> None:
    recorder.accept("出席：研发中心：陈工程师")
    right = department(recorder, "研发中心")
    recorder.leaving.merge(department(recorder, "研发部").id, right.id)
    assert [p.name for p in recorder.minutes.people(right.id)] == ["陈工程师"]
    (action,) = recorder.minutes.all(Action)
    assert recorder.minutes.person_name(action.owner_id) == "陈工程师"


def test_a_person_takes_the_place_of_another_with_the_department_that_is_theirs(recorder: Recorder) -> None:
    li, sun = person(recorder, "李经理"), person(recorder, "孙主管")
    recorder.leaving.merge(li.id, sun.id)
    (opinion,) = [o for o in recorder.minutes.all(Opinion) if o.text == "要三成"]
    assert (opinion.person_id, opinion.department_id) == (sun.id, sun.department_id)


def test_an_entry_is_given_to_a_department_and_person_and_to_nobody(recorder: Recorder) -> None:
    (action,), sun = recorder.minutes.all(Action), person(recorder, "孙主管")
    recorder.own(action.id, sun.department_id, sun.id)
    (action,) = recorder.minutes.all(Action)
    assert (action.owner_department_id, action.owner_id) == (sun.department_id, sun.id)
    recorder.own(action.id, None, None)
    (action,) = recorder.minutes.all(Action)
    assert (action.owner_department_id, action.owner_id) == (None, None)
    (resolution,) = recorder.minutes.all(Resolution)
    recorder.own(resolution.id, sun.department_id, sun.id)
    (resolution,) = recorder.minutes.all(Resolution)
    assert resolution.executing_department_id == sun.department_id


def test_a_carried_opinion_that_is_given_to_somebody_is_no_longer_carried(recorder: Recorder) -> None:
    recorder.accept("市场部：第一")
    recorder.accept("第二")
    carried = recorder.minutes.all(Opinion)[-1]
    assert carried.carried
    recorder.own(carried.id, department(recorder, "财务部").id, None)
    said = recorder.minutes.all(Opinion)[-1]
    assert (said.carried, recorder.minutes.department_name(said.department_id)) == (False, "财务部")


def test_pairing_drops_nothing_the_dispute_was_settled_by_before(recorder: Recorder) -> None:
    recorder.accept("共识1：各出一半")
    recorder.accept("议题：云备份")
    recorder.accept("共识：例会改为双周")
    (dispute,) = [d for d in recorder.minutes.all(Disagreement) if d.dispute]
    alone = next(d for d in recorder.minutes.all(Disagreement) if d.consensus == "例会改为双周")
    recorder.pair(alone.id, dispute.id)
    paired = recorder.minutes.get(Disagreement, dispute.id)
    assert paired
    assert (paired.consensus, paired.status) == ("各出一半；例会改为双周", "settled")


def test_whoever_was_seen_under_a_wrong_name_is_there(recorder: Recorder) -> None:
    recorder.accept("出席：研发部：程工程师")
    right = person(recorder, "陈工程师")
    recorder.set_attendance(right.id, "unknown")
    recorder.leaving.merge(person(recorder, "程工程师").id, right.id)
    assert person(recorder, "陈工程师").attendance == "present"
