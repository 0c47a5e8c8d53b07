"""A large meeting: twelve topics, sixty actions, eight departments, names and texts of every length."""

from __future__ import annotations

from models import meeting as m
from models.minutes import Minutes
from tests.meetings.rows import Rows

TOPICS, ACTIONS = 12, 60
_DEPARTMENTS = (
    "市场部",
    "研发部",
    "销售部",
    "财务部",
    "客户服务与质量改进中心",
    "供应链管理部",
    "信息技术部",
    "行政部",
)
_PEOPLE = ("王总监", "李经理", "欧阳工程师")
_TITLES = (
    "年度预算执行情况与四季度费用控制",
    "新产品上市节点",
    "重点客户交付风险、备货节奏与跨区域调拨方案的协同机制",
    "系统改造",
)
_WORDS = (
    "近两周投诉37起，其中响应超时21起，主要集中在夜间与周末",
    "建议先行试点，观察两周后再决定是否全面推广",
    "费用已用82%，超出部分须走追加审批",
    "接口联调需要12个工作日，前提是需求本周内冻结，且测试环境在9月28日之前恢复",
    "同意",
)
_STANCES = ("none", "support", "conditional", "oppose", "reserve", "abstain")


def large() -> Minutes:
    """The meeting."""
    rows = Rows(
        "large00001",
        name="2026年第三季度跨部门目标对齐暨重点项目推进会",
        scenario="alignment",
        theme="对齐三季度目标，明确四季度重点项目的分工、节点与资源保障",
        starts_at="2026-09-22T09:00",
        ends_at="2026-09-22T17:30",
        place="集团总部二号楼十二层多功能厅",
        host="市场部王总监",
        recorder="行政部李经理",
    )
    departments = [rows.add(m.Department, number=i, name=name) for i, name in enumerate(_DEPARTMENTS, 1)]
    people = [
        rows.add(m.Person, department_id=d, number=i, name=name, attendance="present")
        for d in departments
        for i, name in enumerate(_PEOPLE, 1)
    ]
    for number in range(1, TOPICS + 1):
        _topic(rows, number, departments, people)
    return rows.minutes()


def _topic(rows: Rows, number: int, departments: list[str], people: list[str]) -> None:
    title = f"{_TITLES[number % len(_TITLES)]}（{number}）"
    topic = rows.add(m.Topic, seq=number, number=f"1.{number}", title=title, outcome="agreed")
    rows.entry(m.Background, topic=topic, text=_WORDS[number % 5])
    rows.entry(m.Point, topic=topic, text=_WORDS[(number + 1) % 5])
    for place, department in enumerate(departments[: 3 + number % 6]):
        text = "，".join(_WORDS[(number + place + i) % 5] for i in range(1 + place % 3))
        rows.entry(
            m.Opinion, topic=topic, department_id=department, stance=_STANCES[(number + place) % 6], text=text
        )
    rows.entry(
        m.Disagreement, topic=topic, dispute="是否先行试点", consensus="先行试点两周", status="settled"
    )
    if number % 4:
        rows.entry(
            m.Resolution,
            topic=topic,
            number=number - number // 4,
            text=_WORDS[(number + 2) % 5] + "，由各部门按附件执行",
            executing_department_id=departments[number % 8],
            effective_text="自10月起",
            effective="2026-10-01",
        )
    for place in range(ACTIONS // TOPICS):
        count = (number - 1) * (ACTIONS // TOPICS) + place
        action = rows.entry(
            m.Action,
            topic=topic,
            number=count + 1,
            task=f"提交{_TITLES[count % 4]}的实施方案",
            owner_department_id=departments[count % 8],
            owner_id=people[(count % 8) * 3 + count % 3],
            due_text="本月底前",
            due=f"2026-{10 + count % 3}-{10 + count % 18:02}",
            status=("open", "doing", "done")[count % 3],
        )
        for helper in range(count % 4):
            rows.add(m.Cooperation, action_id=action, department_id=departments[(count + 1 + helper) % 8])
