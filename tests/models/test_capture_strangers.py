"""Lines as strangers typed them, with nobody known: what they name stands in a field and is never lost."""

from __future__ import annotations

import pytest

from models.capture import parse, to_json
from tests.meetings.contexts import EMPTY, assert_reads


def held(line: str, *names: str) -> list[tuple[object, ...]]:
    """These fields of each value the line becomes."""
    return [tuple(one.get(name) for name in names) for one in map(to_json, parse(line, EMPTY))]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        (
            "absent: Legal: Bob White (on leave, Carol King stands in)",
            [("Legal", "Bob White", "on leave", "Carol King")],
        ),
        ("absent: Legal: Robert (on leave)", [("Legal", "Robert", "on leave", None)]),
        ("absent: Bob White, sick leave", [(None, "Bob White", "sick leave", None)]),
        (
            "absent: Legal: Bob White, Ann Lee; IT: John Smith (ill)",
            [
                ("Legal", "Bob White", None, None),
                ("Legal", "Ann Lee", None, None),
                ("IT", "John Smith", "ill", None),
            ],
        ),
    ],
)
def test_an_english_name_is_somebody_and_no_reason(line: str, who: list[tuple[object, ...]]) -> None:
    assert held(line, "department", "name", "reason", "proxy") == who


@pytest.mark.parametrize(
    ("line", "department", "person"),
    [
        ("药剂科（孙药师）：出院带药可以提前一天备", "药剂科", "孙药师"),
        ("护理部李护士长提出：床位不够", "护理部", "李护士长"),
        ("冯园长：早操改到九点", None, "冯园长"),
    ],
)
def test_people_are_known_by_the_titles_of_other_trades(
    line: str, department: str | None, person: str
) -> None:
    assert held(line, "kind", "department", "person") == [("opinion", department, person)]


@pytest.mark.parametrize(
    ("line", "owner", "task"),
    [
        ("行动：补压测报告 @小周 /明天下班前", "小周", "补压测报告"),
        ("行动：电梯检修公告@老刘 周三前", "老刘", "电梯检修公告"),
        ("行动：排班表（护理部李护士长，12月1日前）", "李护士长", "排班表"),
        ("行动：核对 @小时 数", None, "核对 @小时 数"),
        ("行动：请 @老师 看", None, "请 @老师 看"),
    ],
)
def test_a_nickname_behind_a_sign_owns_and_a_word_of_its_form_does_not(
    line: str, owner: str | None, task: str
) -> None:
    assert held(line, "owner", "task") == [(owner, task)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("李经理先走 15:40", {"name": "李经理", "attendance": "left", "left_at": "15:40"}),
        ("李经理 15:30 离开", {"name": "李经理", "attendance": "left", "left_at": "15:30"}),
        ("王总监离席，15:20", {"name": "王总监", "attendance": "left", "left_at": "15:20"}),
        ("钱主管到会，14:30", {"name": "钱主管", "attendance": "late", "arrived_at": "14:30"}),
        ("赵经理请假，由孙工代会", {"name": "赵经理", "attendance": "absent", "proxy": "孙工"}),
    ],
)
def test_a_time_or_a_stand_in_may_follow_the_word_that_says_it(
    line: str, expected: dict[str, object]
) -> None:
    assert_reads(line, [{"kind": "attendance", **expected}])


@pytest.mark.parametrize(
    "line",
    ["王总监先走，15:00继续讨论", "李经理先走流程", "李经理离开公司后没人管", "刘总监没来，王工代会议记录"],
)
def test_words_of_attendance_within_a_sentence_say_nothing_about_it(line: str) -> None:
    assert_reads(line, [{"kind": "point", "text": line}])


@pytest.mark.parametrize(
    ("line", "minutes"),
    [("休息十分钟", 10), ("休息一刻钟", 15), ("现在休息半小时", 30), ("休息二十分钟", 20)],
)
def test_a_break_is_told_in_chinese_figures_too(line: str, minutes: int) -> None:
    assert held(line, "kind", "what", "minutes") == [("break", "start", minutes)]


def test_more_headings_of_the_list_of_those_present() -> None:
    for line in ("参加人员：市场部李经理", "参会名单：市场部：李经理"):
        assert held(line, "department", "name", "attendance") == [("市场部", "李经理", "present")]


@pytest.mark.parametrize(
    "line", ["other departments have no objection", "The others have no objections.", "others: no objection"]
)
def test_the_others_agree_in_english(line: str) -> None:
    assert held(line, "kind", "stance") == [("opinion", "support")]


@pytest.mark.parametrize(
    ("line", "department"),
    [
        ("decision: cutover on Jan 9, executed by 研发部", "研发部"),
        ("decision: budget stays as it is, carried out by the 财务部", "财务部"),
        ("decision: the plan was led by example", None),
    ],
)
def test_who_carries_out_a_resolution_is_told_in_english_too(line: str, department: str | None) -> None:
    assert_reads(line, [{"kind": "resolution", "executing_department": department}])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("行3改为李经理负责", {"target": "A3", "owner": "李经理", "text": None}),
        ("A3改为由销售部钱主管牵头", {"owner_department": "销售部", "owner": "钱主管", "text": None}),
        ("A3改为完成清单并由李经理负责", {"owner": None, "text": "完成清单并由李经理负责"}),
        ("D1改为由财务部负责", {"owner": None, "text": "由财务部负责"}),
    ],
)
def test_an_action_changed_to_somebody_responsible_keeps_its_task(
    line: str, expected: dict[str, object]
) -> None:
    assert_reads(line, [{"kind": "change", **expected}])


def test_those_who_abstained_are_spoken_of_without_abstaining() -> None:
    assert held("市场部：弃权的有两家", "stance") == [("none",)]
    assert held("市场部：弃权", "stance") == [("abstain",)]


@pytest.mark.parametrize(
    ("line", "person", "text"),
    [
        ("研发部（含测试）：两周", None, "（含测试）两周"),
        ("市场部（线上）反对：太贵", None, "太贵"),
        ("市场部（反对）：太贵", None, "太贵"),
        ("研发部（陈工程师）：两周", "陈工程师", "两周"),
        ("陈工程师（研发部）：两周", "陈工程师", "两周"),
    ],
)
def test_words_in_brackets_behind_who_speaks_stay_unless_they_name_somebody(
    line: str, person: str | None, text: str
) -> None:
    assert held(line, "person", "text") == [(person, text)]
