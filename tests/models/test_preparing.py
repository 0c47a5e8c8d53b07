"""What is filled in before the meeting, without any screen: facts, people, agenda, skeleton; each one step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from models import scenarios
from models.findings import check
from models.form import Field, Kind
from models.meeting import Person
from models.recorder import Recorder
from models.recorder.preparation import minutes_of
from models.scenarios import Plan, PlannedTopic
from models.store import Store
from tests.meetings.stored import typed


@pytest.fixture
def recorder(database: Path) -> Iterator[Recorder]:
    store = Store.open(database)
    yield typed(store, clock=lambda: dt.datetime(2026, 11, 22, 9, 30))
    store.close()


def people(recorder: Recorder) -> dict[str, list[str]]:
    minutes = recorder.minutes
    return {d.name: [p.name for p in minutes.people(d.id)] for d in minutes.departments}


def test_a_time_is_read_as_in_the_capture_bar_and_emptied_by_nothing(recorder: Recorder) -> None:
    assert recorder.preparation.set_fact("time", "11月25日下午2点到4点")
    meeting = recorder.minutes.meeting
    assert (meeting.starts_at, meeting.ends_at) == ("2026-11-25T14:00", "2026-11-25T16:00")
    assert not recorder.preparation.set_fact("time", "等通知")
    assert recorder.minutes.meeting.starts_at == "2026-11-25T14:00"
    assert recorder.preparation.set_fact("time", "")
    assert recorder.minutes.meeting.starts_at is None


def test_a_place_keeps_the_online_room_unless_it_names_one(recorder: Recorder) -> None:
    recorder.preparation.set_fact("online", "腾讯会议 812")
    recorder.preparation.set_fact("place", "三楼会议室")
    assert recorder.minutes.meeting.online == "腾讯会议 812"
    recorder.preparation.set_fact("place", "三楼会议室（线上：钉钉 99）")
    meeting = recorder.minutes.meeting
    assert (meeting.place, meeting.online) == ("三楼会议室", "钉钉 99")


def test_host_and_recorder_join_the_list_but_are_not_there_yet(recorder: Recorder) -> None:
    recorder.preparation.set_fact("host", "市场部王总监")
    recorder.preparation.set_fact("recorder", "行政部李专员")
    assert people(recorder) == {"市场部": ["王总监"], "行政部": ["李专员"]}
    assert recorder.minutes.attending == 0


def test_people_are_invited_without_attendance_and_named_twice_are_one(recorder: Recorder) -> None:
    assert recorder.preparation.set_people("市场部：李经理、张专员；研发部：王工")
    assert recorder.preparation.set_people("市场部：李经理；财务部")
    assert people(recorder) == {"市场部": ["李经理", "张专员"], "研发部": ["王工"], "财务部": []}
    assert {p.attendance for d in recorder.minutes.departments for p in recorder.minutes.people(d.id)} == {
        "unknown"
    }


def test_a_departments_own_line_leaves_those_it_names_and_renames_it(recorder: Recorder) -> None:
    recorder.preparation.set_people("市场部：李经理、张专员；研发部：王工")
    home = recorder.minutes.departments[0]
    recorder.preparation.set_people("营销部：张专员、赵主管", home.id)
    assert people(recorder) == {"营销部": ["张专员", "赵主管"], "研发部": ["王工"]}
    assert recorder.minutes.departments[0].id == home.id
    assert not recorder.preparation.set_people("：", home.id)


def test_each_is_one_step_that_undo_takes_back_whole(recorder: Recorder) -> None:
    recorder.preparation.set_people("市场部：李经理、张专员；研发部：王工")
    assert recorder.undo()
    assert people(recorder) == {}
    plan = scenarios.plan("kickoff")
    assert plan
    assert recorder.preparation.lay_out(plan) == 10
    assert recorder.undo()
    assert not recorder.minutes.topics
    assert not recorder.minutes.checklist


def test_departments_of_a_topic_are_named_or_numbered(recorder: Recorder) -> None:
    recorder.preparation.set_people("市场部：李经理；研发部：王工")
    topic_id = recorder.preparation.plan_topic("预算分配 (20分钟)")
    assert topic_id
    assert recorder.preparation.set_topic(topic_id, "departments", "2、财务部")
    assert [d.name for d in recorder.minutes.concerned(topic_id)] == ["研发部", "财务部"]
    topic = recorder.minutes.topic(topic_id)
    assert topic
    assert (topic.number, topic.title, topic.minutes) == ("1.1", "预算分配", 20)
    assert recorder.minutes.meeting.live_topic_id is None


def test_topics_change_places_only_while_nothing_stands_under_them(recorder: Recorder) -> None:
    first, second = recorder.preparation.plan_topic("甲"), recorder.preparation.plan_topic("乙")
    assert first
    assert second
    assert recorder.preparation.move_topic(second, -1)
    assert [(t.number, t.title) for t in recorder.minutes.topics] == [("1.1", "乙"), ("1.2", "甲")]
    assert not recorder.preparation.move_topic(second, -1)
    recorder.accept("要点：开始")
    assert not recorder.preparation.move_topic(first, -1)


@pytest.mark.parametrize(
    ("words", "title", "minutes"),
    [
        ("预算与资源（半小时）", "预算与资源", 30),
        ("预算（1.5小时）", "预算", 90),
        ("预算（一个半小时）", "预算", 90),
        ("预算 半小时", "预算", 30),
        ("预算(40min)", "预算", 40),
        ("Budget (half an hour)", "Budget", 30),
        ("Budget, 20 min", "Budget", 20),
        ("响应时限 2小时", "响应时限 2小时", None),
        ("预算（二期）", "预算（二期）", None),
        ("预算（20）", "预算（20）", None),
    ],
)
def test_a_topics_length_is_read_behind_its_title(
    recorder: Recorder, words: str, title: str, minutes: int | None
) -> None:
    recorder.preparation.plan_topic(words)
    recorder.preparation.plan_topic(f"{title}的第二部分 (30分钟)")
    found = [(t.title, t.minutes) for t in recorder.minutes.topics]
    assert found == [(title, minutes), (f"{title}的第二部分", 30)]


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("20", 20),
        ("20分钟", 20),
        ("约30 min", 30),
        ("1.5小时", 90),
        ("１小时", 60),
        ("1小时半", 90),
        ("半小时", 30),
        ("2 hours", 120),
        ("half an hour", 30),
        ("很久", None),
        ("一个半小时", 90),
        ("两小时", 120),
        ("1小时20分钟", 80),
        ("1h30", 90),
        ("四十分钟", 40),
        ("一刻钟", 15),
        ("20-30分钟", 30),
        ("合同（40min）", None),
        ("3号会议室", None),
        ("下午3点", None),
        ("0", None),
    ],
)
def test_minutes_are_read_in_the_ways_people_write_them(words: str, minutes: int | None) -> None:
    assert minutes_of(words) == minutes


# -- scenarios ---------------------------------------------------------------------------------------------------


def test_the_five_scenarios_are_complete_in_both_languages() -> None:
    for language in ("zh_CN", "en"):
        found = scenarios.plans(language)
        assert [plan.key for plan in found] == ["kickoff", "sync", "problem", "alignment", "process"]
        for plan in found:
            assert plan.name
            assert plan.questions
            assert plan.checklist
            assert 1 <= len(plan.agenda) <= 5
            assert all(topic.title and topic.minutes and topic.expected for topic in plan.agenda)
    assert all(
        len(zh.agenda) == len(en.agenda) and len(zh.questions) == len(en.questions)
        for zh, en in zip(scenarios.plans("zh_CN"), scenarios.plans("en"), strict=True)
    )


def own(text: str, name: str = "review.toml") -> None:
    folder = scenarios.own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_a_users_own_scenario_stands_behind_the_five_under_its_own_name() -> None:
    own('name = "供应商评审会"\nquestions = ["选谁？"]\n[[agenda]]\ntitle = "评审"\nminutes = 40\n')
    assert scenarios.plans()[-1] == Plan(
        "供应商评审会", "供应商评审会", (PlannedTopic("评审", 40),), ("选谁？",)
    )
    assert scenarios.plan("供应商评审会")


def test_a_users_own_file_takes_the_place_of_a_built_in_one() -> None:
    own('[zh]\nname = "我司启动会"\n', "kickoff.toml")
    assert next((plan.key, plan.name) for plan in scenarios.plans()) == ("kickoff", "我司启动会")
    assert len(scenarios.plans()) == 5


@pytest.mark.parametrize("text", ["=", 'agenda = "x"', "[[agenda]]\nminutes = 'long'", "questions = [1]"])
def test_a_broken_file_is_named_in_one_line(text: str) -> None:
    own(text)
    with pytest.raises(scenarios.ConfigError, match=r"review\.toml"):
        scenarios.plans()


def test_a_users_own_scenario_is_no_finding(recorder: Recorder) -> None:
    recorder.preparation.set_fact("scenario", "供应商评审会")
    assert "R29" in {finding.rule for finding in check(recorder.minutes, "agenda")}
    own('name = "供应商评审会"')
    assert "R29" not in {finding.rule for finding in check(recorder.minutes, "agenda")}


def test_a_department_taken_out_in_the_form_goes_with_the_people_on_its_line(recorder: Recorder) -> None:
    recorder.preparation.set_people("市场部：李经理；研发部：王工", None)
    gone = next(one for one in recorder.minutes.departments if one.name == "研发部")
    recorder.fill(Field(Kind.DEPARTMENT, gone.id).key, "")
    assert [one.name for one in recorder.minutes.all(Person)] == ["李经理"]
    recorder.undo()
    assert people(recorder) == {"市场部": ["李经理"], "研发部": ["王工"]}
