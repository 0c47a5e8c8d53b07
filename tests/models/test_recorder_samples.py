"""Both sample meetings, read in from their files: every entry's kind, speaker, owner and due."""

from __future__ import annotations

import pytest

from models.meeting import (
    Action,
    Disagreement,
    Entry,
    OpenIssue,
    Opinion,
    Resolution,
    new_id,
)
from models.minutes import Minutes
from models.recorder import Recorder
from models.store import Store
from tests.meetings.stored import Clock, sample_lines, typed


def imported(store: Store, name: str) -> Minutes:
    recorder, lines = typed(store, meeting=new_id()), sample_lines(name)
    assert recorder.import_lines(lines) == []
    assert [line.text for line in store.lines(recorder.minutes.meeting.id)] == lines
    return recorder.minutes


def told(minutes: Minutes, entry: Entry) -> str:
    """What matters of an entry, on one line."""
    name = minutes.department_name
    mark = " ??" if entry.doubt else ""
    if isinstance(entry, Opinion):
        stance = "" if entry.stance == "none" else f" {entry.stance}"
        return f"opinion {name(entry.department_id)}{stance}{mark}: {entry.text}"
    if isinstance(entry, Disagreement):
        return f"{entry.status}: {entry.dispute} | {entry.consensus}{entry.reason}"
    if isinstance(entry, Resolution):
        more = f" ({name(entry.executing_department_id)})" if entry.executing_department_id else ""
        return f"{entry.code}: {entry.text}{more}{' from ' + entry.effective if entry.effective else ''}"
    if isinstance(entry, Action):
        owner = name(entry.owner_department_id) + minutes.person_name(entry.owner_id)
        helpers = "".join(f" +{d.name}" for d in minutes.cooperating(entry.id))
        condition = minutes.get(Resolution, entry.condition_of)
        of = f" if {condition.code}" if condition else ""
        return f"{entry.code}{of}: {entry.task} @{owner}{helpers} /{entry.due_text} = {entry.due} {entry.due_flags}"
    if isinstance(entry, OpenIssue):
        lead = name(entry.lead_department_id) + minutes.person_name(entry.lead_id)
        return f"{entry.code}: {entry.text} @{lead} /{entry.revisit_text} = {entry.revisit}"
    return f"{entry.table}: {entry.text}"  # type: ignore[attr-defined]


def page(minutes: Minutes) -> list[str]:
    found = []
    for topic in minutes.topics:
        found.append(f"# {topic.number} {topic.title} {topic.minutes} {topic.outcome}")
        found += [told(minutes, entry) for entry in minutes.topic_entries(topic.id)]
    return found


def roll(minutes: Minutes) -> list[str]:
    return [
        f"{d.number} {d.name}: " + " ".join(f"{p.name}={p.attendance}" for p in minutes.people(d.id))
        for d in minutes.departments
    ]


def test_the_launch_meeting(store: Store) -> None:
    minutes = imported(store, "launch")
    facts = minutes.meeting
    assert (facts.name, facts.scenario) == ("2026年Q3新产品上市跨部门协作启动会", "kickoff")
    assert (facts.starts_at, facts.ends_at) == ("2026-09-16T14:00", "2026-09-16T16:00")
    assert (facts.place, facts.online) == ("总部3楼第一会议室", "腾讯会议，会议号 682 114 903")
    assert (facts.host, facts.recorder) == ("市场部王总监", "行政部何专员")
    assert roll(minutes) == [
        "1 市场部: 王总监=present 李经理=present 张专员=present",
        "2 研发部: 陈工程师=present 刘总监=absent",
        "3 销售部: 赵经理=present 钱主管=present",
        "4 财务部: 孙主管=present",
        "5 行政部: 何专员=present",
    ]
    absent = minutes.people(minutes.departments[1].id)[1]
    assert (absent.reason, absent.proxy) == ("客户拜访", "陈工程师")
    assert page(minutes) == [
        "# 1.1 产品推广与技术支持协作流程 30 agreed",
        "background: 首发活动定在10月中旬，市场部与研发部尚无固定对接节点",
        "point: 如何明确市场部推广活动与研发部技术支持的对接节点及响应标准",
        "opinion 市场部: 需研发部于9月23日前提供“产品功能亮点说明”，用于推广素材制作",
        "opinion 研发部: 要求市场部提前7天提交推广需求，预留技术调试时间",
        "opinion 销售部: 亮点说明请同步一份，培训要用",
        "settled: 是否需增设紧急响应通道 | 研发部设置7×24小时紧急接口，市场部需提交书面紧急申请",
        "D1: 自10月起，推广支持需求分为“常规流程（48小时）”与“紧急流程（12小时）”两种 from 2026-10-01",
        "A1: 提供产品功能亮点说明 @研发部陈工程师 +市场部 /9月23日 = 2026-09-23 ",
        "A2: 完成流程文档定稿 @市场部李经理 +研发部 +销售部 /本月底前 = 2026-09-30 ",
        "# 1.2 销售提成预算分配方案 25 None",
        "background: 上市预算500万元已获批，推广费用与提成的占比待定",
        "opinion 销售部: 建议推广费用占比30%，提成占比50%，提成低于50%将影响渠道签约意愿",
        "opinion 财务部 oppose: 参考同类产品，推广费用应控制在25%，提成占比55%，需进一步核算成本",
        "opinion 市场部 support: 推广费用不低于30%，首月集中投放",
        "deferred: 推广费用占比取30%还是25%，销售部、市场部与财务部意见不一致 | 待财务部核算三档占比后于下次例会再议",
        "D2: 上市总预算500万元不变",
        "A3 if D2: 提交三档占比的成本测算 @财务部孙主管 /下周五前 = 2026-09-25 非工作日",
        "A4: 提供近两年同类产品的渠道数据 @销售部赵经理 /3个工作日内 = 2026-09-20 ",
        "Q1: 推广费用占比 @财务部孙主管 /下周五 = 2026-09-25",
        "# 1.3 上市时间节点对齐 20 agreed",
        "opinion 研发部 ??: 测试10月12日完成，之前不能对外承诺",
        "opinion 销售部: 培训需要5个工作日，最早10月9日开始",
        "opinion 市场部: 预热10月8日启动",
        "settled:  | 10月15日正式上市，10月8日起预热",
        "D3: 产品上市日定为2026年10月15日",
        "A5: 提交培训排期 @销售部钱主管 +研发部 /国庆节后第一个工作日前 = 2026-10-08 ",
        "A6: 确认测试完成时间 @研发部陈工程师 /待定 = None 无明确时限",
    ]
    dispute = minutes.disagreements(minutes.topics[1].id)[0]
    assert [d.name for d in minutes.parties(dispute.id)] == ["市场部", "销售部", "财务部"]


def test_the_complaint_meeting(store: Store) -> None:
    minutes = imported(store, "complaint")
    facts = minutes.meeting
    assert (facts.name, facts.scenario) == ("客户投诉响应流程问题专项协调会", "problem")
    assert (facts.starts_at, facts.ends_at) == ("2026-09-22T09:30", "2026-09-22T11:00")
    assert roll(minutes) == [
        "1 客服部: 吴经理=present 孙主管=present",
        "2 技术部: 周经理=late 郑工=present",
        "3 市场部: 冯经理=present",
        "4 法务部: 蒋律师=present",
        "5 综合管理部: 何专员=present",
        "6 销售部: 沈总监=absent",
    ]
    assert minutes.people(minutes.departments[1].id)[0].arrived_at == "2026-09-22T09:45"
    assert page(minutes) == [
        "# 1.1 首次响应责任 None None",
        "background: 近两周投诉37起,其中响应超时21起",
        "opinion 客服部: 首响应由我部负责,但技术类问题无法判断",
        "opinion 技术部: 夜间值班目前无人，7x24小时需要增加编制",
        "opinion 客服部: 高峰期在10:00-12:00",
        "opinion 法务部: 超时投诉已有2起进入监管渠道，建议书面明确时限",
        "settled: 首响归客服部还是技术部 | 首响归客服部，技术支持归技术部",
        "settled: 24小时口径是自然时还是工作时 | 口径统一为自然时",
        "D1: 首响2小时内完成，归客服部 (客服部)",
        "D2: 自11月起，投诉响应分为常规流程（48小时）与紧急流程（12小时） from 2026-11-01",
        "A1: 修订投诉话术 @客服部孙主管 +法务部 /10月10日前 = 2026-10-10 ",
        "A2: 给出夜间值班排班方案 @技术部周经理 +客服部 /国庆节前 = 2026-09-30 ",
        "A3: add the escalation phone to the website @市场部冯经理 /Q4末 = 2026-12-31 ",
        "# 1.2 系统改造 None inconclusive",
        "opinion 技术部 conditional: 工单系统改造约12个工作日，前提是需求本周内冻结",
        "opinion 市场部 reserve: 改造期间活动页不能停",
        "opinion 客服部 support: 同意",
        "D3: 同意工单系统改造",
        "A4 if D3: 冻结需求 @技术部郑工 /9月30日前 = 2026-09-30 ",
        "A5 if D3: 确认字段清单 @客服部孙主管 /下周三前 = 2026-09-30 ",
        "note: 沈总监会后单独同步",
    ]


@pytest.mark.parametrize("name", ["launch", "complaint"])
def test_a_meeting_typed_line_by_line_is_the_one_that_is_imported(store: Store, name: str) -> None:
    recorder = typed(store)
    for line in sample_lines(name):
        if not recorder.names_without_codes() or line.startswith("kfb"):
            from models.names import codes_of

            recorder.keep_codes({one: codes_of(one) for one in recorder.names_without_codes()})
        accepted = recorder.accept(line)
        assert not accepted.miss
        assert accepted.label
    assert page(recorder.minutes) == page(imported(store, name))
    assert roll(recorder.minutes) == roll(imported(store, name))


@pytest.mark.parametrize("name", ["launch", "complaint"])
def test_a_whole_meeting_is_undone_and_done_again_line_by_line(store: Store, name: str) -> None:
    minutes = imported(store, name)
    recorder = Recorder(store, minutes.meeting.id, clock=Clock())
    end = page(recorder.minutes)
    assert recorder.undo()
    assert (page(recorder.minutes), roll(recorder.minutes)) == ([], [])
    assert recorder.undo() is None
    assert recorder.redo()
    assert page(recorder.minutes) == end
