"""Lines as strangers typed them, with nobody known: what they name stands in a field and is never lost."""

from __future__ import annotations

import pytest

from models.capture import parse, to_json
from tests.models.capturing import EMPTY


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
