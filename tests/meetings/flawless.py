"""The launch meeting in which nothing is wanting, for tests of what is found when something is."""

from __future__ import annotations

from models.meeting import (
    Action,
    Background,
    ChecklistItem,
    Confirmation,
    Disagreement,
    Material,
    OpenIssue,
    Opinion,
    Party,
    Point,
    Resolution,
)
from tests.meetings import people
from tests.meetings.rows import Rows

ID = "meeting"


def flawless() -> Rows:
    """Two topics, three departments with a stake, everything confirmed."""
    rows = Rows(
        ID,
        at="2026-09-16T14:10",
        name="新产品上市跨部门协作启动会",
        scenario="kickoff",
        theme="明确上市协作方案",
        sponsor="市场部",
        place=people.PLACE,
        online=people.ONLINE,
        host=people.HOST,
        recorder=people.RECORDER,
        status="confirming",
        **people.TIMES,
    )
    rows.department("市场部", "王总监", "李经理")
    rows.department("研发部", "陈工程师")
    rows.department("财务部", "孙主管")
    rows.department("行政部", "何专员")
    rows.person("刘总监", "研发部", number=2, attendance="absent", reason="客户拜访", proxy="陈工程师")
    _first_topic(rows)
    _second_topic(rows)
    rows.add(Material, id="资料", seq=1, text="项目计划书")
    rows.add(ChecklistItem, id="会议室", seq=1, text="预订会议室", done=True)
    for page in ("attendance", "1.1", "1.2", "open"):
        rows.add(Confirmation, id=f"c{page}", page=page, at="2026-09-16T15:50", by="王总监", head_count=5)
    return rows


def _first_topic(rows: Rows) -> None:
    rows.topic("1.1", "推广与技术支持协作流程", minutes=30, expected="对接规则", outcome="agreed")
    rows.entry(Background, "背景1", text="首发活动定在10月中旬，尚无固定对接节点")
    rows.entry(Point, "要点1", text="如何明确对接节点及响应标准")
    rows.entry(
        Opinion, "意见市场", department_id="市场部", person_id="李经理", text="需研发部提供产品功能亮点说明"
    )
    rows.entry(
        Opinion, "意见研发", department_id="研发部", person_id="陈工程师", text="要求提前7天提交推广需求"
    )
    rows.entry(
        Opinion, "意见财务", department_id="财务部", person_id="孙主管", stance="support", text="无意见"
    )
    rows.entry(
        Disagreement,
        "争议1",
        dispute="是否需增设紧急响应通道",
        consensus="研发部设置7×24小时紧急接口",
        status="settled",
    )
    rows.add(Party, id="p1", disagreement_id="争议1", department_id="研发部")
    rows.entry(
        Resolution,
        "D1",
        number=1,
        text="推广支持需求分为常规流程与紧急流程两种",
        executing_department_id="研发部",
        effective_text="自10月起",
        effective="2026-10-01",
    )
    rows.entry(
        Action,
        "A1",
        number=1,
        task="提供产品功能亮点说明",
        owner_department_id="研发部",
        owner_id="陈工程师",
        due_text="9月23日",
        due="2026-09-23",
    )
    rows.helps("A1", "市场部")


def _second_topic(rows: Rows) -> None:
    rows.topic("1.2", "销售提成预算分配方案", minutes=25, expected="占比方案", outcome="inconclusive")
    rows.entry(Background, "背景2", "1.2", text="上市预算500万元已获批")
    rows.entry(
        Opinion,
        "意见财务2",
        "1.2",
        department_id="财务部",
        person_id="孙主管",
        stance="oppose",
        text="应控制在25%",
    )
    rows.entry(
        Opinion, "意见市场2", "1.2", department_id="市场部", person_id="李经理", text="推广费用不低于30%"
    )
    rows.entry(Opinion, "意见研发2", "1.2", department_id="研发部", person_id="陈工程师", text="无意见")
    rows.entry(
        Disagreement, "争议2", "1.2", dispute="推广费用占比取30%还是25%", status="deferred", reason="见Q1"
    )
    rows.entry(
        Resolution,
        "D2",
        "1.2",
        number=2,
        text="上市总预算500万元不变",
        executing_department_id="财务部",
        effective_text="自会议之日起",
        effective="2026-09-16",
    )
    rows.entry(
        Action,
        "A2",
        "1.2",
        number=2,
        task="提交三档占比的成本测算",
        owner_department_id="财务部",
        owner_id="孙主管",
        due_text="下周四前",
        due="2026-09-24",
        condition_of="D2",
    )
    rows.helps("A2", "市场部")
    rows.entry(
        OpenIssue,
        "Q1",
        "1.2",
        number=1,
        text="推广费用占比取30%还是25%",
        lead_department_id="财务部",
        lead_id="孙主管",
        revisit_text="9月28日",
        revisit="2026-09-28",
    )
