"""A word names whom the meeting knows by it; two who fit are both given back."""

from __future__ import annotations

import subprocess
import sys

import pytest

from models.names import called, codes_of, department_end, is_department, person_end
from models.roster import Roster
from tests.meetings import people
from tests.meetings.contexts import roster

ROSTER = roster(people.OFFICE, {"信息中心": ("IT", "信息")})


def _named(word: str, short: bool = False) -> list[str]:
    found = ROSTER.at(word, 0, short)
    return [who.label for who in found[1]] if found and found[0] == len(word) else []


@pytest.mark.parametrize(
    ("word", "who"),
    [
        ("市场部", ["市场部"]),
        ("it", ["信息中心"]),
        ("冯经理", ["市场部冯经理"]),
        ("沈总", ["销售部沈总监"]),
        ("陈工", ["产品部陈工程师"]),
        ("曾工程师", ["质量部曾工"]),
        ("李经理", ["市场部李经理", "销售部李经理"]),
        ("王总监", []),
        ("市场", []),
        ("信息", []),
    ],
)
def test_names_inside_a_text(word: str, who: list[str]) -> None:
    assert _named(word) == who


def test_a_name_without_its_ending_counts_only_where_a_name_must_stand() -> None:
    assert _named("市场", short=True) == ["市场部"]
    assert _named("信息", short=True) == ["信息中心"]


@pytest.mark.parametrize(
    "text", ["技术部署方案", "采购部分订单", "技术部长", "吴主管部门", "曾工作", "沈总结"]
)
def test_a_longer_word_is_no_name(text: str) -> None:
    assert ROSTER.at(text, 0) is None


def test_the_end_of_the_text_is_no_longer_name() -> None:
    assert ROSTER.at("郑工", 0) == (2, ROSTER.resolve("郑工").who, True)


def test_numbers_name_departments_and_their_people() -> None:
    assert [ROSTER.by_number(number).label for number in ("3", "3.2")] == ["市场部", "市场部李经理"]  # type: ignore[union-attr]
    assert ROSTER.by_number("3.9") is None


@pytest.mark.parametrize(
    ("code", "who"),
    [
        ("scb", "市场部 生产部"),
        ("shichangbu", "市场部"),
        ("cwb", "财务部"),
        ("cw", "财务部"),
        ("ljl", "市场部李经理 销售部李经理"),
        ("sjl", "人力资源部单经理"),
        ("shanjingli", "人力资源部单经理"),
        ("zg", "技术部郑工 质量部曾工"),
    ],
)
def test_pinyin_in_any_reading(code: str, who: str) -> None:
    assert {one.label for one in ROSTER.by_code(code)} == set(who.split())


def test_without_codes_names_still_match() -> None:
    bare = Roster.build([(1, "市场部", (), ())], [("市场部", 1, "李经理", "", "", (), "unknown")])
    assert bare.at("李经理", 0) is not None
    assert bare.by_code("scb") == ()


def test_departments_need_no_people_and_guests_no_department() -> None:
    made = Roster.build([(1, "法务部", ("法律部",), ())], [(None, 1, "陈老师", "", "", (), "present")])
    assert made.resolve("法律部").who[0].department == "法务部"
    assert made.resolve("陈老师").who[0].label == "陈老师"


def test_full_names_and_titles_name_a_person() -> None:
    made = Roster.build([(1, "市场部", (), ())], [("市场部", 1, "李强", "李强", "经理", (), "present")])
    assert {word for word in ("李强", "李经理", "李强经理") if made.resolve(word).who} == {
        "李强",
        "李经理",
        "李强经理",
    }
    assert made.person("市场部", "经理", 0) is not None


def test_an_exact_name_wins_over_what_somebody_else_is_called() -> None:
    made = roster({"市场部": ["王总监"], "总经办": ["王总"]})
    assert [who.label for who in made.resolve("王总").who] == ["总经办王总"]


@pytest.mark.parametrize(
    ("surname", "initials"),
    [
        ("单", "s"),
        ("曾", "z"),
        ("仇", "q"),
        ("解", "x"),
        ("查", "z"),
        ("区", "o"),
        ("覃", "q"),
        ("乐", "y"),
        ("翟", "z"),
        ("盖", "g"),
    ],
)
def test_polyphonic_surnames_are_found_by_the_surnames_reading(surname: str, initials: str) -> None:
    assert f"{initials}jl" in codes_of(f"{surname}经理")


@pytest.mark.parametrize(
    "word", ["市场部", "信息中心", "总经办", "华东销售二部", "质量管理处", "HR", "售后", "车间办公室"]
)
def test_words_of_a_departments_form(word: str) -> None:
    assert is_department(word)


@pytest.mark.parametrize(
    "word",
    [
        "总部",
        "内部",
        "全部",
        "空间布局",
        "不足之处",
        "下一步怎么办",
        "会议室",
        "各部门",
        "本部",
        "第一部",
        "主办",
        "好处",
        "注意",
        "比例",
    ],
)
def test_ordinary_words_are_no_departments(word: str) -> None:
    assert not is_department(word)


def test_new_names_are_known_by_their_form() -> None:
    assert department_end("大客户部认为", 0) == 4
    assert department_end("提交总部审批", 0) is None
    assert person_end("欧阳总监说", 0) == 4
    assert person_end("项目经理说", 0, loose=True) is None
    assert person_end("李明经理说", 0, loose=True) == 4


def test_what_else_people_are_called() -> None:
    assert called("王总监") == ("王总",)
    assert called("陈工程师") == ("陈工",)


def test_the_pinyin_library_is_not_loaded_by_reading_a_line() -> None:
    code = (
        "import sys, datetime; from models.capture import Context, readings;"
        "from models.capture.completion import complete; from models.capture.description import describe;"
        "from models.dates import Anchor;"
        "c = Context(anchor=Anchor(datetime.date(2026, 9, 16)));"
        "readings('scb：好 @ljl', c); complete('sc', 2, c);"
        "from tests.loaded import loaded; sys.exit('pypinyin' in loaded())"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
