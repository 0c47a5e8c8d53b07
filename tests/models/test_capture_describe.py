"""The live reading above the bar says what a line will become, in the words of the language in use."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.capture import parse
from models.capture.description import describe
from models.i18n import language
from tests.meetings.contexts import MEETING, OFFICE, PREPARED


def _said(line: str, context: object = MEETING) -> str:
    return " ┆ ".join(" · ".join(part.text for part in describe(item)) for item in parse(line, context))  # type: ignore[arg-type]


SAID = """
行动：核算三档占比的成本影响 @孙主管 +市场部 、下周五
    行动项 · 核算三档占比的成本影响 · 负责人 · 财务部 · 孙主管 · 配合 · 市场部 · 完成时限 · 2026-09-25 周五 · 中秋节放假，前一工作日 09-24
    Action item · 核算三档占比的成本影响 · owned by · 财务部 · 孙主管 · together with · 市场部 · due · 2026-09-25 Fri · Mid-Autumn Festival; working day before 09-24
行动：梳理流程
    行动项 · 梳理流程 · 缺负责部门、负责人、完成时限
    Action item · 梳理流程 · missing: owning department, person in charge, due date
2-：工期不够??
    意见 · 研发部 · 反对 · 工期不够 · 待核
    Opinion · 研发部 · oppose · 工期不够 · to be checked
争议：占比；共识：28%
    争议 · 占比 ┆ 共识 · 28% · 对应争议“占比”
    Dispute · 占比 ┆ Consensus · 28% · settles the dispute “占比”
缺席：刘总监（客户拜访，陈工代参会）
    出席 · 研发部 · 刘总监 · 缺席 · 客户拜访 · 陈工程师代参会
    Attendance · 研发部 · 刘总监 · absent · 客户拜访 · 陈工程师 stands in
A3 @钱主管 、12月4日
    更改 A3 · 销售部 · 钱主管 · 完成时限 · 2026-12-04 周五
    Change A3 · 销售部 · 钱主管 · due · 2026-12-04 Fri
撤销D1
    撤销 D1
    Retract D1
休息10分钟
    休息 · 10分钟
    Break · 10 min
下次会议：12月9日14:00；地点：205
    下次会议 · 2026-12-09 周三 14:00 · 205
    Next meeting · 2026-12-09 Wed 14:00 · 205
更正：甲=>乙
    更正 · 甲 · → · 乙 · 没有一条含有原词
    Correct · 甲 · → · 乙 · not found in any entry
1.2补：市场部：同意
    记入 1.2 · 意见 · 市场部 · 支持 · 同意
    into 1.2 · Opinion · 市场部 · support · 同意
结论：达成一致
    结论 · 达成一致
    Outcome · agreed
行动：
    上一条转为行动项
    Turn the last entry into an action
"""  # noqa: E501
_SAID = [line.strip() for line in SAID.strip().splitlines()]


@pytest.mark.parametrize(
    ("line", "chinese", "english"), list(zip(_SAID[::3], _SAID[1::3], _SAID[2::3], strict=True))
)
def test_a_reading_is_said_in_both_languages(line: str, chinese: str, english: str) -> None:
    assert _said(line) == chinese
    with language("en"):
        assert _said(line) == english


def test_a_meetings_time_is_said_as_it_was_understood() -> None:
    assert _said("时间：2026年9月16日14:00-16:00", PREPARED).endswith("2026-09-16 周三 14:00—16:00")
    assert _said("时间：改天", PREPARED).endswith("未识别出时间")


def test_two_whom_a_name_fits_are_both_named() -> None:
    assert "是哪一位：市场部李经理 还是 销售部李经理？" in _said("李经理：没问题", OFFICE)


def test_every_part_has_a_role_and_a_departments_part_its_colour() -> None:
    (item,) = parse("行动：核算 @孙主管 +市场部 /下周五", MEETING)
    parts = describe(item)
    assert [(part.role, part.department) for part in parts if part.department] == [
        ("department", "财务部"),
        ("person", "财务部"),
        ("department", "市场部"),
    ]
    assert {part.role for part in parts} <= {"label", "text", "person", "department", "due", "warning", "dim"}


def test_what_a_correction_will_make_is_shown() -> None:
    from models.capture import Written

    context = replace(MEETING, latest_texts=(Written("e", "point", "工期10天"),))
    assert _said("s/10天/12天/", context) == "更正 · 10天 · → · 12天 · 工期12天"
