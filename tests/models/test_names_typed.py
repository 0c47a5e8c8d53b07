"""Whom a typed name means, wherever one can stand: one, several who are offered, or somebody new."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models.capture import parse, to_json
from models.capture.description import describe
from models.capture.named.newcomers import newcomers
from models.capture.values import ActionLine, OpinionLine
from models.meeting import Person
from models.names import codes_of
from models.recorder import Recorder
from models.store import Store
from tests.meetings.stored import typed

CHINESE = (
    "出席：供应链管理部：韩雪、蒋涛；法务合规部：秦岚；总经理办公室：陈志远；市场部：李敏总监、李思源；"
    "研发部：张伟、王建国总监、周一楠、王中军；财务部：邵经理"
)
ENGLISH = (
    "present: Product: Grace Hopper, Priya Patel; Engineering: Tom Bradley, Mei Lin; R&D: Tom Okafor; "
    "Customer Success: Irene Castellanos; Legal: Bob Hargreaves, Karen Mitchell; FP&A: Sarah Whitfield; "
    "People Ops: Anne-Marie O'Brien; PMO: Luis de la Cruz, Anna von Berg"
)


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    store = Store.open(database)
    yield store
    store.close()


def meeting(store: Store, *lines: str) -> Recorder:
    recorder = typed(store, *lines, clock=lambda: dt.datetime(2026, 9, 16, 14, 20))
    recorder.keep_codes({name: codes_of(name) for name in recorder.names_without_codes()})
    return recorder


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("names")


@pytest.fixture(scope="module")
def chinese(files: Path) -> Iterator[Recorder]:
    """A meeting that is only read; what changes one makes its own."""
    store = Store.open(files / "chinese.db")
    yield meeting(store, CHINESE)
    store.close()


@pytest.fixture(scope="module")
def english(files: Path) -> Iterator[Recorder]:
    store = Store.open(files / "english.db")
    yield meeting(store, ENGLISH)
    store.close()


def reads(recorder: Recorder, line: str, *fields: str) -> list[tuple[Any, ...]]:
    found = (to_json(item) for item in parse(line, recorder.context))
    return [tuple(item.get(field) for field in fields) for item in found]


@pytest.mark.parametrize(
    ("line", "department", "person"),
    [
        ("供应链：催货", "供应链管理部", None),
        ("供应链韩雪：催货", "供应链管理部", "韩雪"),
        ("财务邵经理：先付", "财务部", "邵经理"),
        ("总经办：同意", "总经理办公室", None),
        ("小张：好", "研发部", "张伟"),
        ("张老师：好", "研发部", "张伟"),
        ("王总：同意", "研发部", "王建国"),
        ("王总监：同意", "研发部", "王建国"),
        ("王建国总监：可以", "研发部", "王建国"),
        ("市场部李总：可以", "市场部", "李敏"),
        ("研发部张　伟：再看", "研发部", "张伟"),
        ("张　伟：再看", "研发部", "张伟"),
        ("wjg：好", "研发部", "王建国"),
        ("zhangwei：好", "研发部", "张伟"),
    ],
)
def test_a_name_that_fits_one_is_that_one(
    chinese: Recorder, line: str, department: str, person: str | None
) -> None:
    assert reads(chinese, line, "kind", "department", "person") == [("opinion", department, person)]


@pytest.mark.parametrize(
    ("line", "department", "owner", "task"),
    [
        ("行动：催货 @供应链", "供应链管理部", None, "催货"),
        ("行动：供应链周五前催货", "供应链管理部", None, "催货"),
        ("行动：财务核算成本", "财务部", None, "核算成本"),
        ("行动：出方案 @研发部负责人", "研发部", None, "出方案"),
        ("行动：出稿 @wangjianguo", "研发部", "王建国", "出稿"),
        ("@王建国 写方案", "研发部", "王建国", "写方案"),
        ("行动：王总监周五前交方案", "研发部", "王建国", "交方案"),
        ("行动：@总经理 审批", None, "总经理", "审批"),
        ("行动：财务报表核对", None, None, "财务报表核对"),
        ("行动：周一楠周一前出稿", "研发部", "周一楠", "出稿"),
        ("行动：由王中军代表研发部于周五前答复", "研发部", "王中军", "答复"),
    ],
)
def test_an_owner_is_named_by_what_they_are_called(
    chinese: Recorder, line: str, department: str | None, owner: str | None, task: str
) -> None:
    found = reads(chinese, line, "owner_department", "owner", "task")
    assert found == [(department, owner, task)]


@pytest.mark.parametrize(
    ("line", "candidates"),
    [
        ("老李：再看", ["市场部李敏", "市场部李思源"]),
        ("秦律师：有风险", ["法务合规部秦岚"]),
        ("行动：市场出方案，周五前", ["市场部"]),
    ],
)
def test_what_fits_several_or_says_too_little_is_offered_and_never_taken(
    chinese: Recorder, line: str, candidates: list[str]
) -> None:
    ((found, *whose),) = reads(
        chinese, line, "candidates", "department", "person", "owner_department", "owner"
    )
    assert sorted(found) == sorted(candidates)
    assert not any(whose)


def test_one_who_is_offered_can_be_chosen(chinese: Recorder) -> None:
    others = chinese.readings("行动：市场出方案，周五前")[1:]
    assert any(getattr(one.items[0], "owner_department", None) == "市场部" for one in others)


def test_whoever_is_typed_with_full_name_and_title_is_kept_by_name_with_the_title(chinese: Recorder) -> None:
    known = {p.name: (p.full_name, p.title) for p in chinese.minutes.all(Person)}
    assert known["王建国"] == ("王建国", "总监")
    assert known["邵经理"] == ("", "")


@pytest.mark.parametrize(
    "words", ["供应链", "总经办", "法务", "供应链、法务", "供应链/法务", "6，1", "法务 供应链", "供应链 法务"]
)
def test_departments_of_a_topic_are_those_of_the_meeting(store: Store, words: str) -> None:
    chinese = meeting(store, CHINESE)
    before = [d.name for d in chinese.minutes.departments]
    topic = chinese.preparation.plan_topic("预算")
    assert topic is not None
    chinese.preparation.set_topic(topic, "departments", words)
    assert [d.name for d in chinese.minutes.departments] == before


@pytest.mark.parametrize(
    ("line", "department", "name"),
    [
        ("出席：供应链韩雪", "供应链管理部", "韩雪"),
        ("出席：供应链：蒋涛", "供应链管理部", "蒋涛"),
        ("出席：供应链吴芳", "供应链管理部", "吴芳"),
        ("出席：法务：吴芳", "法务合规部", "吴芳"),
        ("缺席：法务秦岚", "法务合规部", "秦岚"),
        ("出席：研发部王建国总监", "研发部", "王建国"),
        ("出席：研发部：张　伟", "研发部", "张伟"),
        ("出席：研发部：王　芳", "研发部", "王芳"),
    ],
)
def test_a_list_of_those_present_finds_whom_it_names(
    chinese: Recorder, line: str, department: str, name: str
) -> None:
    assert reads(chinese, line, "department", "name") == [(department, name)]


@pytest.mark.parametrize("sign", ["、", "，", "/", "|", "和", "与", " ", "　"])
def test_people_of_a_list_are_parted_by_any_sign(chinese: Recorder, sign: str) -> None:
    found = reads(chinese, f"出席：市场部：李敏{sign}李思源", "department", "name")
    assert [one for one in found if one[1]] == [("市场部", "李敏"), ("市场部", "李思源")]


@pytest.mark.parametrize(
    "line",
    [
        "出席：全到",
        "出席：全员到齐",
        "出席：人都到齐了",
        "都到了",
        "全都到了",
        "大家都到齐了",
        "present: everyone",
    ],
)
def test_all_are_there(chinese: Recorder, line: str) -> None:
    found = reads(chinese, line, "kind", "attendance")
    assert found == [("attendance", "present")] * len(chinese.minutes.all(Person))


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("出席：全到，法务换回秦岚", ("法务合规部", "秦岚", "present", None)),
        ("出席：全到，法务换成吴芳", ("法务合规部", "吴芳", "present", None)),
        ("除李敏外都到了", ("市场部", "李敏", "absent", None)),
        ("都到了，就差李敏", ("市场部", "李敏", "absent", None)),
        ("全员到齐，李敏请假", ("市场部", "李敏", "absent", None)),
    ],
)
def test_all_but_those_of_whom_more_is_said(
    chinese: Recorder, line: str, other: tuple[str, str, str, str | None]
) -> None:
    found = reads(chinese, line, "department", "name", "attendance", "proxy")
    assert found[-1] == other
    assert {one[2] for one in found[:-1]} == {"present"}


@pytest.mark.parametrize(
    "line",
    [
        "参会人：本次会议共有 7 名成员参会，由市场和研发组成。",
        "参会人：大家都在线上，名单见附件",
        "参会人员：详见签到表",
    ],
)
def test_prose_behind_a_heading_of_the_list_is_no_person(chinese: Recorder, line: str) -> None:
    assert reads(chinese, line, "kind", "text") == [("point", line)]


@pytest.mark.parametrize(
    ("line", "department", "person"),
    [
        ("Irene: fine", "Customer Success", "Irene Castellanos"),
        ("Bob from Legal: no", "Legal", "Bob Hargreaves"),
        ("Sarah, FP&A: ok", "FP&A", "Sarah Whitfield"),
        ("Tom (R&D): fine", "R&D", "Tom Okafor"),
        ("Tom Okafor: fine", "R&D", "Tom Okafor"),
        ("CS: fine", "Customer Success", None),
        ("Customer Success: fine", "Customer Success", None),
        ("R&D: fine", "R&D", None),
        ("Ms Patel: ok", "Product", "Priya Patel"),
        ("Dr. Hargreaves: ok", "Legal", "Bob Hargreaves"),
        ("VP Hopper: ok", "Product", "Grace Hopper"),
        ("Anne-Marie: ok", "People Ops", "Anne-Marie O'Brien"),
        ("Anne-Marie O’Brien: ok", "People Ops", "Anne-Marie O'Brien"),
        ("Anna von Berg: ok", "PMO", "Anna von Berg"),
        ("Luis: ok", "PMO", "Luis de la Cruz"),
        ("Mr Hargreaves says no", "Legal", "Bob Hargreaves"),
        ("Dr. Hargreaves agrees", "Legal", "Bob Hargreaves"),
    ],
)
def test_a_latin_name_names_one_speaker(
    english: Recorder, line: str, department: str, person: str | None
) -> None:
    assert reads(english, line, "kind", "department", "person") == [("opinion", department, person)]


@pytest.mark.parametrize(
    ("line", "department", "owner", "task"),
    [
        ("action: send it @BH", "Legal", "Bob Hargreaves", "send it"),
        ("action: send it @CS", "Customer Success", None, "send it"),
        ("action: Sarah to send the deck by Friday", "FP&A", "Sarah Whitfield", "send the deck"),
        ("action: send it (Sarah, Friday)", "FP&A", "Sarah Whitfield", "send it"),
        ("action: Bob from Legal to send the deck", "Legal", "Bob Hargreaves", "send the deck"),
        ("action: People Ops to draft the note", "People Ops", None, "draft the note"),
        ("Karen and Mei to check it", "Legal", "Karen Mitchell", "check it with Mei"),
    ],
)
def test_a_first_name_owns(
    english: Recorder, line: str, department: str, owner: str | None, task: str
) -> None:
    assert reads(english, line, "owner_department", "owner", "task") == [(department, owner, task)]


def test_latin_names_are_never_cut_into_a_department_and_a_rest(store: Store) -> None:
    names = (
        "Csilla Grace Graham Grant Greg Greta Hrvoje Irene Iris Irina Misha Prakash Pratik Preeti Priya Qasim"
    )
    recorder = meeting(store, "present: " + ", ".join(names.split()))
    assert recorder.minutes.departments == []
    assert [p.name for p in recorder.minutes.guests] == names.split()


def test_a_second_person_of_a_first_name_is_somebody_new(store: Store) -> None:
    recorder = meeting(
        store, "present: Engineering: Tom Bradley", "present: R&D: Tom Okafor", "present: R&D: Mei"
    )
    recorder.accept("present: R&D: Mei Lin")
    found = [(p.name, p.reason) for d in recorder.minutes.departments for p in recorder.minutes.people(d.id)]
    assert found == [("Tom Bradley", ""), ("Tom Okafor", ""), ("Mei", ""), ("Mei Lin", "")]


def test_a_surname_nobody_knows_behind_a_known_first_name_is_a_new_speaker(english: Recorder) -> None:
    assert reads(english, "Tom Jones: hello", "kind", "person", "text") == [("opinion", "Tom Jones", "hello")]
    assert reads(english, "Budget Review: ok", "kind", "text") == [("point", "Budget Review: ok")]


def test_departments_of_two_words_stay_whole_in_a_list_of_them(store: Store) -> None:
    english = meeting(store, ENGLISH)
    before = [d.name for d in english.minutes.departments]
    topic = english.preparation.plan_topic("budget")
    assert topic is not None
    english.preparation.set_topic(topic, "departments", "People Ops, CS, Finance")
    assert [d.name for d in english.minutes.departments] == [*before, "Finance"]


def test_a_surname_is_typed_by_the_way_it_is_read_as_one(store: Store) -> None:
    recorder = meeting(
        store, "出席：市场部：陈经理；研发部：沈经理；销售部：贾经理；财务部：夏经理；质量部：单主管"
    )
    for line, person in (("cjl：好", "陈经理"), ("jjl：好", "贾经理"), ("szg：好", "单主管")):
        assert reads(recorder, line, "person") == [(person,)]


def test_people_of_one_name_in_two_departments_are_both_offered(store: Store) -> None:
    recorder = meeting(store, "出席：市场部：张伟；研发部：张伟")
    ((candidates, person),) = reads(recorder, "张伟：好", "candidates", "person")
    assert (sorted(candidates), person) == (["市场部张伟", "研发部张伟"], None)
    assert reads(recorder, "研发部张伟：好", "department", "person") == [("研发部", "张伟")]


def test_who_leads_and_records_is_found_by_what_they_are_called(store: Store) -> None:
    recorder = meeting(store, CHINESE, "主持：供应链韩雪", "记录：小张")
    people = len(CHINESE.replace("；", "、").split("、"))
    assert len(recorder.minutes.all(Person)) == people
    assert len(recorder.minutes.departments) == 6


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("客服部：接不住", "新部门 客服部 接不住"),
        ("法务部：有风险", "新部门 法务部 （法务合规部？） 有风险"),
        ("邵总监：好", "新人员 邵总监 （财务部邵经理？） 好"),
        ("行动：催货 @王健国", "新人员 王健国 （研发部王建国？）"),
        ("出席：供应连：吴芳", "新部门 供应连 （供应链管理部？） 新人员 吴芳"),
        ("决议：上线；执行：品控部", "新部门 品控部"),
    ],
)
def test_who_would_join_is_said_to_be_new_with_those_of_a_name_like_it(
    chinese: Recorder, line: str, said: str
) -> None:
    assert said in echo(chinese, line, 0)


@pytest.mark.parametrize("line", ["供应链：催货", "行动：催货 @王总监", "出席：供应链韩雪", "老李：再看"])
def test_nobody_known_is_said_to_be_new(chinese: Recorder, line: str) -> None:
    assert "新" not in echo(chinese, line, 0)


def test_the_first_list_of_a_meeting_says_of_nobody_that_they_are_new(store: Store) -> None:
    assert "新" not in echo(meeting(store), CHINESE, 0)


def test_somebody_known_of_a_name_like_it_is_the_next_reading(chinese: Recorder) -> None:
    (known,) = chinese.readings("行动：催货 @王健国")[1].items
    assert isinstance(known, ActionLine)
    assert (known.owner_department, known.owner, known.task) == ("研发部", "王建国", "催货")
    (known_department,) = chinese.readings("法务部：有风险")[1].items
    assert isinstance(known_department, OpinionLine)
    assert (known_department.department, known_department.text) == ("法务合规部", "有风险")


def echo(recorder: Recorder, line: str, place: int) -> str:
    """What stands above the bar."""
    items = recorder.readings(line)[place].items
    new = newcomers(items, recorder.context)
    return " ".join(part.text for item in items for part in describe(item, new))


def test_an_ordinary_word_before_support_is_offered_as_a_department(store: Store) -> None:
    recorder = meeting(store, "出席：技术部：李敏；市场部：王芳", "市场部：先这样定")
    first, *others = recorder.readings("技术支持：下周给环境")
    assert isinstance(first.items[0], OpinionLine)
    assert first.items[0].department != "技术部"
    assert any(
        isinstance(one.items[0], OpinionLine)
        and (one.items[0].department, one.items[0].stance, one.items[0].text)
        == ("技术部", "support", "下周给环境")
        for one in others
    )


def test_departments_by_short_names_are_the_parties_of_a_dispute(store: Store) -> None:
    recorder = meeting(store, "出席：技术部：李敏；市场部：王芳")
    assert reads(recorder, "争议：技术和市场对排期意见不一", "parties") == [(["技术部", "市场部"],)]
    assert reads(recorder, "争议：市场反馈和技术方案哪个先做", "parties") == [([],)]


@pytest.mark.parametrize(
    "line", ["Dr Abbott: fine", "Dr. Abbott: fine", "Jane Abbott: fine", "Dr. Jane Abbott: fine"]
)
def test_a_title_with_or_without_point_or_none_is_the_same_person(english: Recorder, line: str) -> None:
    english.accept("present: Clinical: Dr Jane Abbott")
    assert reads(english, line, "department", "person") == [("Clinical", "Dr Jane Abbott")]


def test_mrs_is_not_mr_of_the_same_surname(english: Recorder) -> None:
    english.accept("present: Clinical: Mr Tim Voss")
    assert reads(english, "Mr Voss: no", "person") == [("Mr Tim Voss",)]
    assert reads(english, "Mrs Voss: no", "person") != [("Mr Tim Voss",)]
