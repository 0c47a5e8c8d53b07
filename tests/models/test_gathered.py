"""Who is there, written without a label before the first topic, and who comes and goes later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.capture import parse
from models.capture.values import AttendanceLine, FactLine
from tests.meetings.contexts import EXAMPLES

OPENING = replace(EXAMPLES["zh_CN"], begun=False, speaker=None)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("工程部钱磊、孙晓雯，仓储部周立", ["钱磊", "孙晓雯", "周立"]),
        ("到会的有：办公室高翔 财务科宋梅 总务科老郑", ["高翔", "宋梅", "老郑"]),
        ("信息科吕征 信贷科杨洋也在", ["吕征", "杨洋"]),
        ("Ops Nina / HR Paul", ["Nina", "Paul"]),
        ("校医院没人来", [None]),
        ("保安部葛队，带了个新人小彭旁听", ["葛队", "小彭"]),
        ("Thomas (APAC) 2:30 join，Sales Nina", ["Thomas", "Nina"]),
        ("门店两个店长，城南邵丽，城北付刚（付刚线上）", ["邵丽", "付刚"]),
    ],
)
def test_departments_with_names_are_attendance_before_the_first_topic(line: str, names: list[str]) -> None:
    found = parse(line, OPENING)
    assert [one.name for one in found if isinstance(one, AttendanceLine)] == names
    assert all(isinstance(one, AttendanceLine) for one in found)


@pytest.mark.parametrize(
    ("line", "attendance", "proxy"),
    [
        ("仓储部冯瑶请病假，让小谢替", "absent", "小谢"),
        ("安保部罗强外出培训，丁凯代他来", "absent", "丁凯"),
        ("基建处蒋峰在工地，15点20左右到", "late", None),
    ],
)
def test_reasons_and_stand_ins_are_read_in_everyday_words(
    line: str, attendance: str, proxy: str | None
) -> None:
    (found,) = parse(line, OPENING)
    assert isinstance(found, AttendanceLine)
    assert (found.attendance, found.proxy) == (attendance, proxy)


def test_who_leads_and_who_records_are_facts() -> None:
    found = parse("李强主持会议，丁敏做记录", OPENING)
    said = [(one.field, one.value) for one in found if isinstance(one, FactLine)]
    assert said == [("host", "李强"), ("recorder", "丁敏")]


@pytest.mark.parametrize(
    "line",
    [
        "生产计划",
        "质量问题",
        "销售目标",
        "第一季度销售情况",
        "采购部门意见",
        "财务报表",
        "市场方案 初稿",
        "项目部 进度",
        "主持人讲话",
        "货到了",
        "先说预算",
        "产品部李经理 上季度完成九成",
    ],
)
def test_titles_and_prose_are_nobodys_attendance(line: str) -> None:
    assert not any(isinstance(one, AttendanceLine | FactLine) for one in parse(line, OPENING))


def test_minutes_late_count_from_the_beginning_of_the_meeting() -> None:
    (found,) = parse("市场部苗雨堵车 晚十分钟", OPENING)
    assert isinstance(found, AttendanceLine)
    assert (found.attendance, found.arrived_at, found.reason) == ("late", "14:10", "堵车")


def test_assent_of_one_who_is_named_is_no_attendance_once_somebody_speaks() -> None:
    later = replace(OPENING, begun=True, topics=(("1.1", ""),), live="1.1", speaker=("市场部", "李经理"))
    assert not any(isinstance(one, AttendanceLine) for one in parse("Sister Malone too", later))
