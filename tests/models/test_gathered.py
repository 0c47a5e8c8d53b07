"""Who is there, written without a label before the first topic, and who comes and goes later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.capture import parse
from models.capture.values import AttendanceLine, FactLine
from models.roster import Roster
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
        ("教务处钱主任 德育处孙主任 高一年级李组长", ["钱主任", "孙主任", "李组长"]),
        ("施工方老周、监理何工、甲方代表杨总", ["老周", "何工", "杨总"]),
        ("街道办赵主任，城管队孙队长，物业吴经理列席", ["赵主任", "孙队长", "吴经理"]),
        ("门店两个店长，城南邵丽，城北付刚（付刚线上）", ["邵丽", "付刚"]),
        ("质检部孙洁在，仓储部覃主管请假 没人替", ["孙洁", "覃主管"]),
        ("宏远软件来了两个 尹波（项目经理）、Kevin", ["尹波", "Kevin"]),
        ("采购部韩冰在开别的会，大概15点过来", ["韩冰"]),
        ("仓储部苏梅经理带陶阳，质检部冯瑶", ["苏梅经理", "陶阳", "冯瑶"]),
        ("仓储部苏梅经理和陶敏都到了，质检冯瑶", ["苏梅经理", "陶敏", "冯瑶"]),
        ("人：质检老冯 小鹿（小鹿远程） / 仓储Amy", ["老冯", "小鹿", "Amy"]),
        ("维修老简走不开，在修理厂盯着", ["老简"]),
        (
            "门诊部罗敏主任、护理部唐丽华到，信息科邵科长带小魏一起来的",
            ["罗敏主任", "唐丽华", "邵科长", "小魏"],
        ),
        ("陈列部赵敏带着实习生小尹来了", ["赵敏", "小尹"]),
        ("安保队长刘勇到了，文创的Lily还没来", ["刘勇", "Lily"]),
        ("财务王姐替李会计来的", ["李会计"]),
        ("宣教部两个人，孙悦和小吴", ["孙悦", "小吴"]),
        ("采购部孙莉，代表采购和仓储", ["孙莉"]),
        ("市场部Kevin拨入，法务Amy会后看记录", ["Kevin", "Amy"]),
        ("参会的有行政许姐、IT阿强、财务Lisa", ["许姐", "阿强", "Lisa"]),
    ],
)
def test_departments_with_names_are_attendance_before_the_first_topic(line: str, names: list[str]) -> None:
    found = parse(line, OPENING)
    assert [one.name for one in found if isinstance(one, AttendanceLine)] == names
    assert all(isinstance(one, AttendanceLine) for one in found)


@pytest.mark.parametrize(
    ("line", "names", "left"),
    [
        ("门诊部罗敏到，护理部唐丽华到，打印机又坏了", ["罗敏", "唐丽华"], "打印机又坏了"),
        ("主持人王馆长，记录小丁，其余见签到表", [], "其余见签到表"),
    ],
)
def test_what_is_not_understood_in_a_list_stays_in_doubt_and_the_others_are_there(
    line: str, names: list[str], left: str
) -> None:
    *found, rest = parse(line, OPENING)
    assert [one.name for one in found if isinstance(one, AttendanceLine)] == names
    assert (rest.kind, rest.doubt, getattr(rest, "text", "")) == ("point", True, left)


@pytest.mark.parametrize(
    "line",
    [
        "市场部李经理、研发部王工、财务部孙主管讨论了方案",
        "财务部姚敏，生产部老陈，先把上周的事过一遍",
        "市场部的预算、研发部的进度、财务部的口径都要看",
    ],
)
def test_a_sentence_that_names_several_is_no_list(line: str) -> None:
    assert not any(isinstance(one, AttendanceLine) for one in parse(line, OPENING))


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("今天袁总主持，我记", {"host": "袁总"}),
        ("张总出国，委托李副总主持", {"host": "李副总"}),
        ("主持人王馆长，记录小丁", {"host": "王馆长", "recorder": "小丁"}),
    ],
)
def test_who_has_the_chair_is_a_fact_beside_whoever_else_the_line_names(
    line: str, facts: dict[str, str]
) -> None:
    assert {one.field: one.value for one in parse(line, OPENING) if isinstance(one, FactLine)} == facts


@pytest.mark.parametrize("line", ["总务科贺敏 记录", "总务科贺敏（记录）", "总务科贺敏 做会议记录"])
def test_who_writes_is_said_behind_the_name(line: str) -> None:
    duty, there = parse(line, OPENING)
    assert isinstance(duty, FactLine)
    assert isinstance(there, AttendanceLine)
    assert (duty.field, duty.value, there.department, there.name) == ("recorder", "贺敏", "总务科", "贺敏")


@pytest.mark.parametrize("line", ["仓库带货车过来", "采购部带样品到现场", "记录不全", "没人替他说话"])
def test_what_is_brought_or_written_is_nobodys_attendance(line: str) -> None:
    assert not any(isinstance(one, AttendanceLine) for one in parse(line, OPENING))


@pytest.mark.parametrize(
    ("line", "attendance", "proxy"),
    [
        ("仓储部冯瑶请病假，让小谢替", "absent", "小谢"),
        ("法务部小周代赵律师参加", "absent", "小周"),
        ("后勤老张说马上到", "late", None),
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


SPOKEN = replace(EXAMPLES["zh_CN"], speaker=("研发部", "陈工程师"), facts_open=False)


@pytest.mark.parametrize(
    ("line", "left_at", "reason"),
    [
        ("李经理三点半先走，去接孩子", "15:30", "去接孩子"),
        ("贺工三点四十先走，去接客户", "15:40", "去接客户"),
        ("赵经理先撤了，家里有事", "14:20", "家里有事"),
        ("赵经理四点得走，有个会", "16:00", "有个会"),
        ("李经理掉线了，信号不好", "14:20", "信号不好"),
        ("李经理下线了 开另一个会", "14:20", "开另一个会"),
        ("赵经理要赶飞机，3点50走", "15:50", "要赶飞机"),
        ("Rosa Kemp had to go, client call", "14:20", "client call"),
        ("Rosa Kemp has to leave at 3.30 to catch a train", "15:30", "to catch a train"),
    ],
)
def test_who_leaves_with_a_reason_while_somebody_speaks_has_left(
    line: str, left_at: str, reason: str
) -> None:
    (found,) = parse(line, SPOKEN)
    assert isinstance(found, AttendanceLine)
    assert (found.attendance, found.left_at, found.reason) == ("left", left_at, reason)


@pytest.mark.parametrize(
    "line",
    [
        "李经理先走审批",
        "先走流程，去接口组确认",
        "Rosa Kemp left to fix the server",
        "Rosa Kemp goes to Leeds on Monday",
    ],
)
def test_what_only_sounds_like_leaving_is_nobodys_attendance(line: str) -> None:
    assert not any(isinstance(one, AttendanceLine) for one in parse(line, SPOKEN))


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("出席：前厅陈姐、客房王芳 小王", [("前厅", "陈姐"), ("客房", "王芳"), ("客房", "小王")]),
        ("参会人员：周敏（财务部主管）、何亮（部长）", [("财务部", "周敏"), (None, "何亮")]),
        ("Present: Claims - Rosa Kemp (head of claims), Idris Vane; IT - Jo Bell",
         [("Claims", "Rosa Kemp"), ("Claims", "Idris Vane"), ("IT", "Jo Bell")]),
        ("Attendees: Rosa Kemp (CFO), Idris Vane (Payroll Manager), Jo Bell (Clerk)",
         [(None, "Rosa Kemp"), ("Payroll", "Idris Vane"), (None, "Jo Bell")]),
    ],
)  # fmt: skip
def test_a_list_behind_a_label_takes_department_and_post_from_the_name(
    line: str, people: list[tuple[str | None, str]]
) -> None:
    found = [one for one in parse(line, replace(OPENING, roster=Roster())) if isinstance(one, AttendanceLine)]
    assert [(one.department, one.name) for one in found] == people
    assert not any(one.reason for one in found)


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


def test_who_is_still_awaited_has_not_come_yet() -> None:
    (awaited,) = parse("采购部韩冰路上堵车晚点到", replace(OPENING, now="14:05"))
    assert isinstance(awaited, AttendanceLine)
    assert (awaited.attendance, awaited.arrived_at) == ("late", "")


def test_a_duty_behind_a_name_in_a_list_is_no_part_of_it() -> None:
    found = parse("到会：馆办顾馆长主持，陈列部陆主任、小戴记录", OPENING)
    assert [one.name for one in found if isinstance(one, AttendanceLine)] == ["顾馆长", "陆主任", "小戴"]
