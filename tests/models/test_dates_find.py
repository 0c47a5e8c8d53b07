"""Where due expressions stand in a line of a meeting, and where words only look like one."""

from __future__ import annotations

import pytest

from models.dates import DueSpan, find, match_at


def words(text: str, loose: bool = False) -> list[str]:
    return [text[span.start : span.end] for span in find(text, loose)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("市场部：需研发部于9月23日前提供“产品功能亮点说明”", ["9月23日前"]),
        ("市场部:预热素材周五前能出初稿,定稿要等研发的参数", ["周五前"]),
        ("会议要求，各部门于9月22日前反馈确认意见，逾期视为默认。", ["9月22日前"]),
        ("同意采购部引入第二供应商，12月底前完成准入", ["12月底前"]),
        ("行动项：完成流程文档定稿；完成时限：本月底前", ["本月底前"]),
        ("研发部陈工程师——提供产品功能亮点说明——9月23日前", ["9月23日前"]),
        ("市场/李经理：落地页终稿，24小时内", ["24小时内"]),
        ("生产部赵经理：下季度初提交产能扩充方案", ["下季度初"]),
        ("国庆节后第一个工作日，各部门提交复工排期", ["国庆节后第一个工作日"]),
        ("由销售部钱主管于国庆节后第一个工作日前提交培训排期", ["国庆节后第一个工作日前"]),
        ("上线方案评审会：时间待定，研发部牵头", ["待定"]),
        ("售后部每周五17:00前报投诉日报", ["每周五17:00前"]),
        ("9月25日（中秋）前完成样机签收", ["9月25日（中秋）前"]),
        ("决议：同意；条件：9月30日前冻结需求 @郑工；条件：孙主管 下周三前 确认", ["9月30日前", "下周三前"]),
        ("9 月 25 日 前 提交", ["9 月 25 日 前"]),
        ("3天内部署完成", ["3天内"]),
        ("客服部24小时内响应客户", ["24小时内"]),
        ("市场部合同签订后5个工作日内付款", ["合同签订后5个工作日内"]),
        ("市场部资料齐全后3天内补充", ["资料齐全后3天内"]),
        ("李经理尽快补齐资料", ["尽快"]),
        ("培训需要5个工作日，最早10月9日开始", ["最早10月9日开始"]),
        ("上月底的数据，下月底前补齐", ["下月底前"]),
        ("十一前完成，五一劳动节活动方案月底提交", ["十一前", "月底"]),
        ("自9月18日至9月25日完成盘点", ["自9月18日至9月25日"]),
        ("报日报，每天上午十点前", ["每天上午十点前"]),
        ("本周五前9月费用报表报财务", ["本周五前"]),
        ("within 3 days of approval", ["within 3 days of approval"]),
        ("国庆前的周五交稿", []),
        ("9月25日前3天交稿", []),
        ("大下周一前交稿", []),
        ("周五和下周一交稿", []),
        ("Please send it by Nov 30, or next Friday.", ["by Nov 30", "next Friday"]),
    ],
)
def test_the_dues_of_a_line_are_found(line: str, found: list[str]) -> None:
    assert words(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "10月费用报表",
        "48小时内响应流程",
        "3号会议室",
        "产品说明书",
        "财务部：三季度费用已用82%，超出部分须走追加审批",
        "批准追加费用8万元，从市场部Q4预算列支",
        "缓冲期由7天缩短为5天",
        "产品上市日定为2026年10月15日",
        "有效期到12月31日",
        "周会由周五改到周日",
        "上周五例会已讨论",
        "技术部设置7×24小时紧急接口",
        "9:30 开始",
        "占比1.5%，共2.5万元",
        "双方长期合作，近期销量下滑",
        "近三个月内销量下降",
        "自10月1日起执行",
        "We may meet, the sun is out",
        "第3周完成",
        "环节前移",
        "10月测试报告",
        "产业链第二季",
        "今天的会",
    ],
)
def test_what_only_names_or_tells_a_time_is_left_alone(line: str) -> None:
    assert words(line) == []


def test_a_loose_search_shows_what_was_left_alone() -> None:
    assert words("48小时内响应流程", loose=True) == ["48小时内"]
    assert not find("48小时内响应流程", loose=True)[0].free


def test_a_span_says_what_kind_it_is() -> None:
    assert find("周五前") == [DueSpan(0, 3, "weekday", "前")]
    assert find("3天内") == [DueSpan(0, 3, "duration", "内")]
    assert find("尽快")[0].vague
    assert [
        find(text)[0].kind for text in ("每周五", "上线前3天", "本月底前", "国庆前", "最早周五", "2点前")
    ] == [
        "periodic",
        "event",
        "period",
        "holiday",
        "open",
        "time",
    ]


@pytest.mark.parametrize(
    ("text", "pos", "end"),
    [
        ("@李经理 、12月4日 附件", 6, 11),
        ("本月底前完成", 0, 4),
        ("12号能给", 0, 3),
        ("9月25日（周五）17:00前提交", 0, 15),
        ("９月２５日前", 0, 6),
        ("9 月 25 日 前 交", 0, 10),
        ("by end of October we ship", 0, 17),
        ("25%更合适", 0, None),
        ("3号会议室", 0, None),
        ("13号前", 1, None),
        ("每周五", 1, None),
        ("签订后3天内", 3, None),
        ("1.5亿元", 0, None),
        ("市场部", 0, None),
        ("9月 ", 2, None),
        ("周五", 9, None),
        ("周五后的周二交", 0, None),
        ("下月第一个周三的周会", 0, 7),
        ("Friday after next", 0, None),
        ("大下周一前", 1, None),
        ("线下下周五前", 1, None),
        ("每天的上午十点前", 3, None),
    ],
)
def test_an_expression_is_matched_from_its_first_character_to_its_tail(
    text: str, pos: int, end: int | None
) -> None:
    assert match_at(text, pos) == end
