"""A meeting written down row by row, for tests of what reads a meeting; nothing is stored."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from models.meeting import (
    Action,
    Background,
    ChecklistItem,
    Confirmation,
    Cooperation,
    Department,
    Disagreement,
    Material,
    Meeting,
    OpenIssue,
    Opinion,
    Party,
    Person,
    Point,
    Resolution,
    Row,
    Topic,
    Waiver,
)
from models.minutes import Minutes

M = "meeting"


class Sheet:
    """Rows by id; ids are given by the tests so that they can be read in a failure."""

    def __init__(self, **facts: Any) -> None:
        self.rows: dict[str, Row] = {}
        self._seq = 0
        self.put(Meeting(id=M, meeting_id=M, **facts))

    def put(self, row: Row) -> str:
        """Takes a row in."""
        self.rows[row.id] = row
        return row.id

    def change(self, row_id: str, **fields: Any) -> Sheet:
        """Gives fields of a row new values."""
        self.rows[row_id] = replace(self.rows[row_id], **fields)
        return self

    def drop(self, row_id: str) -> Sheet:
        """Takes a row out."""
        del self.rows[row_id]
        return self

    def minutes(self) -> Minutes:
        """The meeting as screens and rules read it."""
        return Minutes(self.rows.values())

    def department(self, name: str, *people: str, attendance: str = "present", number: int = 0) -> str:
        """A department with its people; their ids are their names."""
        number = number or sum(isinstance(r, Department) for r in self.rows.values()) + 1
        self.put(Department(id=name, meeting_id=M, number=number, name=name))
        for place, person in enumerate(people, 1):
            self.person(person, name, number=place, attendance=attendance)
        return name

    def person(self, name: str, department: str | None, **fields: Any) -> str:
        """Somebody in the meeting's list."""
        fields = {"number": 1, "attendance": "present"} | fields
        return self.put(Person(id=name, meeting_id=M, name=name, department_id=department, **fields))

    def topic(self, number: str, title: str, **fields: Any) -> str:
        """A topic; its id is its number."""
        return self.put(
            Topic(id=number, meeting_id=M, seq=self._next(), number=number, title=title, **fields)
        )

    def entry(self, kind: Any, row_id: str, topic: str = "1.1", **fields: Any) -> str:
        """An entry under a topic; the kind is one of the entry classes."""
        fields = {"at": "2026-09-16T14:10"} | fields
        return self.put(kind(id=row_id, meeting_id=M, topic_id=topic, seq=self._next(), **fields))

    def helps(self, action: str, department: str) -> str:
        """A department that helps with an action."""
        row = Cooperation(
            id=f"{action}+{department}", meeting_id=M, action_id=action, department_id=department
        )
        return self.put(row)

    def _next(self) -> int:
        self._seq += 1
        return self._seq


def launch() -> Sheet:
    """A meeting in which nothing is wanting: two topics, three departments with a stake, everything confirmed."""
    sheet = Sheet(
        name="新产品上市跨部门协作启动会",
        scenario="kickoff",
        theme="明确上市协作方案",
        sponsor="市场部",
        starts_at="2026-09-16T14:00",
        ends_at="2026-09-16T16:00",
        place="总部3楼第一会议室",
        online="腾讯会议，会议号 682 114 903",
        host="市场部王总监",
        recorder="行政部何专员",
        status="confirming",
    )
    sheet.department("市场部", "王总监", "李经理")
    sheet.department("研发部", "陈工程师")
    sheet.department("财务部", "孙主管")
    sheet.department("行政部", "何专员")
    sheet.person("刘总监", "研发部", number=2, attendance="absent", reason="客户拜访", proxy="陈工程师")
    _first_topic(sheet)
    _second_topic(sheet)
    sheet.put(Material(id="资料", meeting_id=M, seq=1, text="项目计划书"))
    sheet.put(ChecklistItem(id="会议室", meeting_id=M, seq=1, text="预订会议室", done=True))
    for page in ("attendance", "1.1", "1.2", "open"):
        sheet.put(
            Confirmation(
                id=f"c{page}", meeting_id=M, page=page, at="2026-09-16T15:50", by="王总监", head_count=5
            )
        )
    return sheet


def _first_topic(sheet: Sheet) -> None:
    sheet.topic("1.1", "推广与技术支持协作流程", minutes=30, expected="对接规则", outcome="agreed")
    sheet.entry(Background, "背景1", text="首发活动定在10月中旬，尚无固定对接节点")
    sheet.entry(Point, "要点1", text="如何明确对接节点及响应标准")
    sheet.entry(
        Opinion, "意见市场", department_id="市场部", person_id="李经理", text="需研发部提供产品功能亮点说明"
    )
    sheet.entry(
        Opinion, "意见研发", department_id="研发部", person_id="陈工程师", text="要求提前7天提交推广需求"
    )
    sheet.entry(
        Opinion, "意见财务", department_id="财务部", person_id="孙主管", stance="support", text="无意见"
    )
    sheet.entry(
        Disagreement,
        "争议1",
        dispute="是否需增设紧急响应通道",
        consensus="研发部设置7×24小时紧急接口",
        status="settled",
    )
    sheet.put(Party(id="p1", meeting_id=M, disagreement_id="争议1", department_id="研发部"))
    sheet.entry(
        Resolution,
        "D1",
        number=1,
        text="推广支持需求分为常规流程与紧急流程两种",
        executing_department_id="研发部",
        effective_text="自10月起",
        effective="2026-10-01",
    )
    sheet.entry(
        Action,
        "A1",
        number=1,
        task="提供产品功能亮点说明",
        owner_department_id="研发部",
        owner_id="陈工程师",
        due_text="9月23日",
        due="2026-09-23",
    )
    sheet.helps("A1", "市场部")


def _second_topic(sheet: Sheet) -> None:
    sheet.topic("1.2", "销售提成预算分配方案", minutes=25, expected="占比方案", outcome="inconclusive")
    sheet.entry(Background, "背景2", "1.2", text="上市预算500万元已获批")
    sheet.entry(
        Opinion,
        "意见财务2",
        "1.2",
        department_id="财务部",
        person_id="孙主管",
        stance="oppose",
        text="应控制在25%",
    )
    sheet.entry(
        Opinion, "意见市场2", "1.2", department_id="市场部", person_id="李经理", text="推广费用不低于30%"
    )
    sheet.entry(Opinion, "意见研发2", "1.2", department_id="研发部", person_id="陈工程师", text="无意见")
    sheet.entry(
        Disagreement, "争议2", "1.2", dispute="推广费用占比取30%还是25%", status="deferred", reason="见Q1"
    )
    sheet.entry(
        Resolution,
        "D2",
        "1.2",
        number=2,
        text="上市总预算500万元不变",
        executing_department_id="财务部",
        effective_text="自会议之日起",
        effective="2026-09-16",
    )
    sheet.entry(
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
    sheet.helps("A2", "市场部")
    sheet.entry(
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


def waive(sheet: Sheet, rule: str, item: str) -> Sheet:
    """Lets a finding pass knowingly."""
    sheet.put(Waiver(id=f"w{rule}{item}", meeting_id=M, rule=rule, item=item, at="2026-09-16T15:55"))
    return sheet
