"""The launch meeting with everything a meeting can hold, and with what real ones leave open."""

from __future__ import annotations

from models import meeting as m
from models.minutes import Minutes
from tests.meetings import people
from tests.meetings.rows import Rows

_STATES: dict[str, dict[str, object]] = {
    "王总监": {"head": True, "title": "总监"},
    "刘总监": {"attendance": "absent", "reason": "客户拜访", "proxy": "陈工程师", "head": True},
    "钱主管": {"attendance": "late", "arrived_at": "2026-09-16T14:10"},
    "赵经理": {"attendance": "left", "left_at": "2026-09-16T15:20"},
}


def launch(**changes: object) -> Minutes:
    """The kick-off meeting; `changes` are facts of the meeting that are different."""
    facts: dict[str, object] = {
        "name": "2026年Q3新产品上市跨部门协作启动会",
        "scenario": "kickoff",
        "theme": "明确新产品上市涉及的市场推广、技术研发、销售支持、预算分配等跨部门协作方案",
        "goal": "确定上市节点、预算占比和跨部门对接规则",
        "sponsor": "市场部",
        **people.TIMES,
        "place": people.PLACE,
        "online": people.ONLINE,
        "host": people.HOST,
        "recorder": people.RECORDER,
        "next_at": "2026-09-30T14:00",
        "next_place": people.PLACE,
    }
    rows = Rows("launch2026", **{**facts, **changes})
    rows.add(m.Material, seq=1, text="新产品上市项目计划书")
    rows.add(m.ChecklistItem, seq=1, text="签到表", done=True)
    departments, found = _who(rows)
    _topic_one(rows, departments, found)
    _topic_two(rows, departments, found)
    _topic_three(rows, departments, found)
    return rows.minutes()


def _who(rows: Rows) -> tuple[dict[str, str], dict[str, str]]:
    departments: dict[str, str] = {}
    found: dict[str, str] = {}
    for number, (name, names) in enumerate(people.LAUNCH.items(), 1):
        aliases = "市场、MKT" if name == "市场部" else ""
        departments[name] = rows.add(m.Department, number=number, name=name, aliases=aliases)
        for place, person in enumerate(names, 1):
            state = {"attendance": "present"} | _STATES.get(person, {})
            found[person] = rows.add(
                m.Person, department_id=departments[name], number=place, name=person, **state
            )
    found["陈老师"] = rows.add(m.Person, number=1, name="陈老师", role="guest", attendance="present")
    return departments, found


def _topic_one(rows: Rows, d: dict[str, str], p: dict[str, str]) -> None:
    topic = rows.add(
        m.Topic,
        seq=1,
        number="1.1",
        title="产品推广与技术支持协作流程",
        minutes=30,
        outcome="agreed",
        head_count=8,
    )
    for name in ("市场部", "研发部", "销售部"):
        rows.add(m.TopicDepartment, topic_id=topic, department_id=d[name])
    rows.entry(m.Background, topic=topic, text="首发活动定在10月中旬，市场部与研发部尚无固定对接节点")
    rows.entry(m.Point, topic=topic, text="如何明确市场部推广活动与研发部技术支持的对接节点及响应标准")
    said = (
        ("市场部", None, "none", "需研发部于9月23日前提供“产品功能亮点说明”，用于推广素材制作"),
        ("研发部", "陈工程师", "none", "要求市场部提前7天提交推广需求,预留技术调试时间"),
        ("销售部", None, "none", "亮点说明请同步一份，培训要用"),
    )
    for department, person, stance, text in said:
        who = {"department_id": d[department], "person_id": p.get(person or "")}
        rows.entry(m.Opinion, topic=topic, **who, stance=stance, text=text)
    dispute = rows.entry(
        m.Disagreement,
        topic=topic,
        dispute="是否需增设紧急响应通道",
        consensus="研发部设置7×24小时紧急接口，市场部需提交书面紧急申请。",
        status="settled",
    )
    rows.add(m.Party, disagreement_id=dispute, department_id=d["研发部"])
    rows.entry(
        m.Resolution,
        topic=topic,
        number=1,
        text="自10月起，推广支持需求分为“常规流程（48小时）”与“紧急流程（12小时）”两种",
        executing_department_id=d["研发部"],
        effective_text="自10月起",
        effective="2026-10-01",
        vote="赞成7反对0弃权1",
    )
    first = rows.entry(
        m.Action,
        topic=topic,
        number=1,
        task="提供产品功能亮点说明",
        owner_department_id=d["研发部"],
        owner_id=p["陈工程师"],
        due_text="9月23日",
        due="2026-09-23",
    )
    rows.add(m.Cooperation, action_id=first, department_id=d["市场部"])
    second = rows.entry(
        m.Action,
        topic=topic,
        number=2,
        task="完成流程文档定稿",
        owner_department_id=d["市场部"],
        owner_id=p["李经理"],
        due_text="本月底前",
        due="2026-09-30",
        status="doing",
    )
    rows.add(m.Cooperation, action_id=second, department_id=d["销售部"])
    rows.add(m.Cooperation, action_id=second, department_id=d["研发部"])
    rows.add(m.Confirmation, page=topic, at="2026-09-16T15:50", by="市场部王总监", head_count=8)


def _topic_two(rows: Rows, d: dict[str, str], p: dict[str, str]) -> None:
    topic = rows.add(
        m.Topic, seq=2, number="1.2", title="销售提成预算分配方案", minutes=25, outcome="inconclusive"
    )
    rows.entry(m.Background, topic=topic, text="上市预算500万元已获批，推广费用与提成的占比待定")
    held = rows.entry(
        m.Opinion, topic=topic, department_id=d["销售部"], text="建议推广费用占比30%，提成占比50%"
    )
    rows.entry(m.Opinion, topic=topic, department_id=d["销售部"], text="提成低于50%将影响渠道签约意愿")
    rows.entry(
        m.Opinion,
        topic=topic,
        department_id=d["财务部"],
        stance="oppose",
        text="参考同类产品，推广费用应控制在25%，提成占比55%，需进一步核算成本",
    )
    rows.entry(
        m.Opinion,
        topic=topic,
        department_id=d["市场部"],
        stance="support",
        text="推广费用不低于30%，首月集中投放",
    )
    rows.entry(m.Opinion, topic=topic, person_id=p["陈老师"], text="行业均值约为28%")
    dispute = rows.entry(
        m.Disagreement,
        topic=topic,
        dispute="推广费用占比取30%还是25%，销售部、市场部与财务部意见不一致",
        status="deferred",
        reason="待财务部核算三档占比后于下次例会再议",
    )
    for name in ("销售部", "市场部", "财务部"):
        rows.add(m.Party, disagreement_id=dispute, department_id=d[name])
    resolution = rows.entry(m.Resolution, topic=topic, number=2, text="上市总预算500万元不变")
    rows.entry(
        m.Action,
        topic=topic,
        number=3,
        task="提交三档占比的成本测算",
        owner_department_id=d["财务部"],
        owner_id=p["孙主管"],
        due_text="下周五前",
        due="2026-09-25",
        due_flags="非工作日",
        condition_of=resolution,
    )
    rows.entry(
        m.Action,
        topic=topic,
        number=4,
        task="提供近两年同类产品的渠道数据",
        owner_department_id=d["销售部"],
        owner_id=p["赵经理"],
        due_text="3个工作日内",
        due="2026-09-20",
    )
    rows.entry(
        m.OpenIssue,
        topic=topic,
        number=1,
        text="推广费用占比",
        lead_department_id=d["财务部"],
        lead_id=p["孙主管"],
        handling="核算三档占比后提交例会",
        revisit_text="下周五",
        revisit="2026-09-25",
    )
    rows.entry(m.Note, topic=topic, text="会后向王总监确认是否需要追加预算")
    rows.add(
        m.Objection, topic_id=topic, item=held, by="财务部孙主管", text="应写明为建议", at="2026-09-16T15:55"
    )


def _topic_three(rows: Rows, d: dict[str, str], p: dict[str, str]) -> None:
    topic = rows.add(m.Topic, seq=3, number="1.3", title="上市时间节点对齐", minutes=20, outcome="agreed")
    rows.entry(
        m.Opinion,
        topic=topic,
        department_id=d["研发部"],
        text="测试10月12日完成，之前不能对外承诺",
        doubt=True,
    )
    rows.entry(m.Opinion, topic=topic, department_id=d["销售部"], text="培训需要5个工作日，最早10月9日开始")
    rows.entry(m.Opinion, topic=topic, department_id=d["市场部"], text="预热10月8日启动")
    aside = rows.entry(m.Point, topic=topic, text="茶歇后继续", left_out=True)
    rows.entry(m.Disagreement, topic=topic, consensus="10月15日正式上市，10月8日起预热", status="settled")
    rows.entry(
        m.Resolution,
        topic=topic,
        number=3,
        text="产品上市日定为2026年10月15日",
        executing_department_id=d["市场部"],
        effective_text="即日",
        effective="2026-09-16",
    )
    fifth = rows.entry(
        m.Action,
        topic=topic,
        number=5,
        task="提交培训排期",
        owner_department_id=d["销售部"],
        owner_id=p["钱主管"],
        due_text="国庆节后第一个工作日前",
        due="2026-10-08",
    )
    rows.add(m.Cooperation, action_id=fifth, department_id=d["研发部"])
    rows.entry(
        m.Action, topic=topic, number=6, task="确认测试完成时间", owner_id=p["陈工程师"], due_text="待定"
    )
    rows.add(m.Waiver, rule="R17", item=aside, at="2026-09-16T15:59")
