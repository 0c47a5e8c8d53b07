"""A company's list: any sensible columns and encodings, kept once, known in every meeting, never part of its undo."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.capture import parse
from models.capture.completion import complete
from models.importing import read_text
from models.meeting import Action, Meeting, Opinion
from models.names import codes_of
from models.organisation import Organisation
from models.organisation.list_file import read_organisation
from models.recorder import Recorder
from models.store import Store
from tests.meetings.stored import typed

LIST = """部门,姓名,职务,是否负责人,次序,别名,邮箱
总经办,,,,1,总办,
研发部,王海,软件工程师,,5,,wh@example.com
研发部,周建国,研发总监,是,4,,zjg@example.com
市场部,李明,市场总监,是,2,,lm@example.com
,张芳,产品专员,,3,小张,zf@example.com
采购部,郑经理,,,6,,
财务部,孙丽,财务主管,,7,,
财务部,孙磊,高级主管,是,8,,
"""


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    store = Store.open(database)
    yield store
    store.close()


@pytest.fixture
def company(store: Store) -> Organisation:
    found = read_organisation(LIST)
    store.keep_organisation(found)
    return found


@pytest.fixture
def recorder(store: Store, company: Organisation) -> Recorder:
    return typed(store, clock=lambda: dt.datetime(2026, 11, 25, 14, 0), starts_at="2026-11-25T14:00")


def names(found: Organisation) -> dict[str, list[str]]:
    return {d.name: [p.name for p in found.people_of(d.name)] for d in found.departments}


def test_people_are_shown_by_their_full_names_and_found_by_surname_and_title(
    company: Organisation,
) -> None:
    assert names(company) == {
        "总经办": [],
        "市场部": ["李明", "张芳"],
        "研发部": ["周建国", "王海"],
        "采购部": ["郑经理"],
        "财务部": ["孙丽", "孙磊"],
    }
    found = company.person("市场部", "李总监")
    assert found
    assert (found.full_name, found.title, found.head, found.email) == (
        "李明",
        "市场总监",
        True,
        "lm@example.com",
    )


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        ("department,name,full name,title,head,order", "Marketing,Li Wei,Li Weiming,Manager,yes,1"),
        (
            "Dept\tEmployee Name\tFull_Name\tJob Title\tIs Head\tNo.",
            "Marketing\tLi Wei\tLi Weiming\tManager\tY\t1",
        ),
        ("所属部门;姓名;全名;职位;负责人;序号", "Marketing;Li Wei;Li Weiming;Manager;Li Wei;1"),
        (
            '"部门（必填）","姓名*","真实姓名","岗位","部门负责人","排序"',
            '"Marketing","Li Wei","Li Weiming","Manager","√","1"',
        ),
    ],
)
def test_columns_are_known_by_many_names_and_signs(heading: str, rows: str) -> None:
    found = read_organisation(f"{heading}\n{rows}\n").person("Marketing", "Li Wei")
    assert found
    assert (found.full_name, found.title, found.head) == ("Li Weiming", "Manager", True)


def test_a_title_row_above_the_headings_and_columns_nobody_wants_are_passed_over() -> None:
    found = read_organisation(
        "公司通讯录2026,,,\n工号,部门,姓名,分机\n001,市场部,李经理,8001\n\n002,市场部,张专员,8002\n"
    )
    assert names(found) == {"市场部": ["李经理", "张专员"]}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_list_may_be_in_any_encoding_spreadsheets_write(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "company.csv"
    path.write_bytes(LIST.encode(encoding))
    assert names(read_organisation(read_text(path)))["市场部"] == ["李明", "张芳"]


@pytest.mark.parametrize("text", ["", "\n\n", "甲,乙,丙\n1,2,3\n", "部门,姓名\n", "just words"])
def test_what_is_no_list_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        read_organisation(text)


def test_another_import_takes_the_place_of_the_whole_list(store: Store, company: Organisation) -> None:
    assert store.organisation == company
    store.keep_organisation(read_organisation("部门,姓名\n法务部,钱律师\n"))
    assert names(store.organisation) == {"法务部": ["钱律师"]}


def test_who_joins_the_meeting_takes_along_what_the_company_knows(recorder: Recorder) -> None:
    recorder.accept("出席：研发部：王工程师；市场部：李总监、外部专家")
    minutes = recorder.minutes
    first, second = minutes.departments
    assert [(d.name, d.number, d.company_order) for d in (first, second)] == [
        ("研发部", 1, 3),
        ("市场部", 2, 2),
    ]
    people = {p.name: p for d in minutes.departments for p in minutes.people(d.id)}
    leader = people["李明"]
    assert (leader.full_name, leader.title, leader.head) == ("李明", "市场总监", True)
    assert people["外部专家"].company_order is None


def test_a_name_only_the_company_knows_is_recognised_and_joins(recorder: Recorder) -> None:
    recorder.accept("议题：预算")
    recorder.accept("张芳：素材周五前出初稿")
    opinion = recorder.minutes.all(Opinion)[0]
    assert recorder.minutes.department_name(opinion.department_id) == "市场部"
    assert recorder.minutes.person_name(opinion.person_id) == "张芳"
    recorder.accept("行动：核算成本 @孙丽 /12月4日前")
    action = recorder.minutes.all(Action)[0]
    assert recorder.minutes.person_name(action.owner_id) == "孙丽"
    assert [d.name for d in recorder.minutes.departments] == ["市场部", "财务部"]


def test_a_name_of_the_meeting_wins_over_the_same_name_in_the_company(recorder: Recorder) -> None:
    recorder.accept("出席：销售部：李总监")
    recorder.accept("议题：预算")
    recorder.accept("李总监：同意")
    opinion = recorder.minutes.all(Opinion)[0]
    assert recorder.minutes.department_name(opinion.department_id) == "销售部"


def test_people_of_the_company_are_not_looked_for_inside_a_text(recorder: Recorder) -> None:
    recorder.accept("议题：预算")
    recorder.accept("要点：请孙丽把上月的账核对一遍")
    assert recorder.minutes.departments == []


def test_names_of_the_company_are_offered_behind_those_of_the_meeting(recorder: Recorder) -> None:
    recorder.accept("出席：销售部：李经理")
    line = "行动：出方案 @李"
    offered = [one.label for one in complete(line, len(line), recorder.context)]
    assert offered[:2] == ["销售部李经理", "市场部李明"]


def test_the_company_is_no_part_of_a_meetings_undo(recorder: Recorder) -> None:
    recorder.store.keep_organisation(Organisation())
    assert recorder.undo() is None
    assert not recorder.store.organisation


def test_a_meeting_that_stood_before_the_import_learns_what_the_company_knows(store: Store) -> None:
    store.create(Meeting(id="m", meeting_id="m"))
    recorder = Recorder(store, "m")
    recorder.accept("出席：市场部：李总监")
    recorder.preparation.know_company(read_organisation(LIST))
    person = recorder.minutes.people(recorder.minutes.departments[0].id)[0]
    assert (person.full_name, person.head) == ("李明", True)
    steps = len(store.steps("m"))
    recorder.preparation.know_company(read_organisation(LIST))
    assert len(store.steps("m")) == steps


@pytest.mark.parametrize(
    "text",
    [
        "星河公司通讯录（2026年9月）,,\n部门,姓名,职务\n市场部,李敏,经理\n",
        "星河公司通讯录（2026年9月）\n部门;姓名;职务\n市场部;李敏;经理\n",
        "通讯录\n\n部门\t姓名\t职务\n市场部\t李敏\t经理\n",
        "sep=;\n部门;姓名;职务\n市场部;李敏;经理\n",
        "部门/姓名/职务/手机\n市场部/李敏/经理/13800000001\n",
        "部门,姓名\n市场部,李　敏（经理）\n",
    ],
)
def test_whatever_stands_above_the_headings_and_parts_the_columns(text: str) -> None:
    found = read_organisation(text)
    assert [(p.department, p.name, p.title) for p in found.people] == [("市场部", "李敏", "经理")]


@pytest.mark.parametrize(
    "text",
    [
        '部门,姓名,职务\n市场部,"李敏,经理\n研发部,陈刚,工程师\n',
        '部门,姓名,职务\n市场部,"李敏,经理\n研发部,"陈刚",工程师\n',
    ],
)
def test_a_quotation_mark_that_is_not_closed_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(ValueError, match="2"):
        read_organisation(text)


def test_a_cell_of_two_lines_is_one_cell() -> None:
    found = read_organisation('部门,姓名,职务\n市场部,李敏,经理\n研发部,"陈刚\n(外派)",工程师\n')
    assert [p.department for p in found.people] == ["市场部", "研发部"]


def test_the_last_part_of_a_path_is_the_department_and_somebody_may_be_of_several() -> None:
    found = read_organisation(
        "姓名,部门,职务\n李敏,星河公司/市场中心/品牌部,经理\n张伟,星河公司/研发部;星河公司/项目组,工程师\n"
        "王芳,星河公司/华东/销售部,经理\n陈刚,星河公司/华北/销售部,经理\n周明,市场部、品牌部,专员\n吴敏,行政/人事部,主管\n"
    )
    assert names(found) == {
        "品牌部": ["李敏", "周明"],
        "研发部": ["张伟"],
        "项目组": ["张伟"],
        "华东销售部": ["王芳"],
        "华北销售部": ["陈刚"],
        "市场部": ["周明"],
        "行政/人事部": ["吴敏"],
    }


def test_two_people_of_one_name_in_a_department_are_two() -> None:
    found = read_organisation(
        "部门,姓名,职务,邮箱\n市场部,张伟,经理,zw1@example.com\n市场部,张伟,专员,zw2@example.com\n"
        "研发部,张伟,工程师,a@example.com\n研发部,张伟,工程师,b@example.com\n研发部,张伟,工程师,b@example.com\n"
    )
    assert names(found) == {"市场部": ["张伟", "张伟2"], "研发部": ["张伟", "张伟2"]}
    assert [p.full_name for p in found.people] == ["张伟"] * 4


def test_people_of_the_company_are_typed_by_the_pinyin_of_their_full_names(recorder: Recorder) -> None:
    recorder.keep_codes({name: codes_of(name) for name in recorder.names_without_codes()})
    for line in ("@zjg 写方案", "@zhoujianguo 写方案", "@周建国 写方案", "@周总 写方案", "@老周 写方案"):
        (action,) = parse(line, recorder.context)
        assert (getattr(action, "owner_department", None), getattr(action, "owner", None)) == (
            "研发部",
            "周建国",
        )
