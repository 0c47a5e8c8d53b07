"""A meeting typed with names as they come: run together, short, or of somebody nobody has listed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.capture.values import AttendanceLine, OpinionLine
from models.i18n import language
from models.meeting import Meeting, Opinion, Person, Resolution
from models.recorder import Recorder
from tests.meetings.stored import MEETING, empty_store

_PEOPLE = "参会：刘总、前厅陈姐、大堂副理何婷、客房王芳 小王、工程老李 张师傅、财务钱会计"


@pytest.fixture
def hotel(tmp_path: Path) -> Iterator[Recorder]:
    with language("zh_CN"):
        store = empty_store(tmp_path / "a.db")
        store.create(Meeting(id=MEETING, meeting_id=MEETING, name="旺季会", starts_at="2026-12-01T14:00"))
        made = Recorder(store, MEETING)
        for line in (_PEOPLE, "议题：排班", "王芳：客房缺六个人，预算8万"):
            made.accept(line)
        yield made
        store.close()


def test_departments_and_names_that_run_together_are_parted(hotel: Recorder) -> None:
    minutes = hotel.minutes
    found = {minutes.department_name(p.department_id): p.name for p in minutes.all(Person)}
    assert found["前厅"] == "陈姐"
    assert found["大堂"] == "何婷"
    assert found["财务"] == "钱会计"


@pytest.mark.parametrize(
    "line",
    ["吴队：保安可以抽两个人", "保安：可以抽两个人", "阿强：我来", "唐莉：要加人", "Kevin：那就加人"],
)
def test_a_head_nobody_is_called_by_asks_and_is_not_the_last_speakers(hotel: Recorder, line: str) -> None:
    (item,) = hotel.readings(line)[0].items
    assert isinstance(item, OpinionLine)
    assert (item.asks, item.said_as) == ("who", line.partition("：")[0])


def test_a_head_that_may_be_a_name_or_a_heading_asks_and_keeps_all_its_words(hotel: Recorder) -> None:
    (item,) = hotel.readings("方晴：加人可以")[0].items
    assert isinstance(item, OpinionLine)
    assert (item.asks, item.said_as, item.text) == ("who", "", "方晴：加人可以")


@pytest.mark.parametrize(
    "line",
    [
        *("何婷很支持", "何婷有点担心排班", "A3的负责人换成小王", "第2条改到周五"),
        *("钱会计那条推迟到月底", "下一个聊排班", "唐姐安排两个人加班"),
        *("哎谁的杯子倒了 哈哈", "唉空调能不能开高点 冷死", "第1条提前到周四吧，周五何婷要去省里"),
        *(
            "何婷勉强同意，借的要先试",
            "备品钱会计算了，8个42万，超了",
        ),
        *(
            "前厅联系酒水供应商，12月中旬",
            "那就不拍后厨，只拍大堂",
            "菜单那个……",
            "决议1补一句，验收后才付款",
        ),
        *("sorry 上面应该是11.8", "标识要重做，前厅找厂家，下周五装好"),
    ],
)
def test_what_begins_with_another_person_or_an_item_is_not_carried(hotel: Recorder, line: str) -> None:
    items = hotel.readings(line)[0].items
    assert not any(isinstance(one, OpinionLine) and one.evidence.get("person") == "carried" for one in items)


@pytest.mark.parametrize("line", ["15:30 Amy走了", "3pm王芳到了"])
def test_a_time_ends_where_a_name_begins(hotel: Recorder, line: str) -> None:
    hotel.accept("出席：市场Amy")
    (item,) = hotel.readings(line)[0].items
    assert isinstance(item, AttendanceLine)
    assert item.name == ("Amy" if "Amy" in line else "王芳")


@pytest.mark.parametrize(
    "line",
    [
        *(
            "成本：太高",
            "注意：别迟到",
            "比例：3比7",
            "车站：人太多",
            "方案：分两批",
            "时间：下周",
            "费用：十万",
        ),
        *("何婷的意见要考虑", "何婷那批床单没到", "12号楼的交换机坏了", "3条线都停了"),
    ],
)
def test_a_label_of_a_thing_is_the_speakers(hotel: Recorder, line: str) -> None:
    (item,) = hotel.readings(line)[0].items
    assert isinstance(item, OpinionLine)
    assert (item.person, item.asks) == ("王芳", None)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("吵了半天，刘总拍板：加班费按1.5倍先批", "resolution"),
        ("中间休息十分钟，抽烟的抽烟", "break"),
        ("下次会12月14号下午两点，还是三楼会议室", "next"),
        ("刚才客房那个数不是8万，是6万", "replacement"),
    ],
)
def test_what_is_noted_in_passing_is_not_the_last_speakers(hotel: Recorder, line: str, kind: str) -> None:
    assert [item.kind for item in hotel.readings(line)[0].items] == [kind]


def test_a_name_nobody_knows_behind_a_label_is_no_new_wording(hotel: Recorder) -> None:
    hotel.accept("决议：不关渠道")
    hotel.accept("D1 执行：小林")
    assert [one.text for one in hotel.minutes.all(Resolution)] == ["不关渠道"]


@pytest.mark.parametrize("line", ["上面8万更正为9万", "刚才客房那个数不是8万，是9万", "写错了，是9万不是8万"])
def test_a_figure_is_found_whole_beside_one_that_holds_it(hotel: Recorder, line: str) -> None:
    hotel.accept("王芳：甲方案预算18万，乙方案预算8万")
    hotel.accept(line)
    assert hotel.minutes.all(Opinion)[-1].text == "甲方案预算18万，乙方案预算9万"


def test_a_short_department_before_somebody_new_is_the_one_that_is_there(hotel: Recorder) -> None:
    hotel.accept("前厅部来宾登记要改")
    before = [one.name for one in hotel.minutes.departments]
    hotel.accept("工程苏主任路上堵车晚点到")
    assert [one.name for one in hotel.minutes.departments] == before


@pytest.mark.parametrize("line", ["决定先做5个，不超过26万", "最后定先开5个，试两周看数据"])
def test_what_is_decided_without_any_subject_is_a_decision(hotel: Recorder, line: str) -> None:
    hotel.accept(line)
    assert [one.text for one in hotel.minutes.all(Resolution)][-1].startswith("先")


def test_what_was_said_wrong_is_put_right_in_the_entry_that_holds_it(hotel: Recorder) -> None:
    hotel.accept("前面8万说错了，是9万")
    assert [one.text for one in hotel.minutes.all(Opinion)] == ["客房缺六个人，预算9万"]
