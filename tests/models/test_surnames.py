"""Somebody by the bare surname, as hurried recorders write it, where the meeting has one of that name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.capture import Context, parse
from models.capture.values import OpinionLine
from tests.meetings.contexts import EXAMPLES, OFFICE

SPOKEN = replace(EXAMPLES["zh_CN"], speaker=("研发部", "陈工程师"), facts_open=False)


def said(line: str, context: Context = SPOKEN) -> tuple[str | None, str]:
    """Whose opinion a line is, and what it says."""
    (one,) = parse(line, context)
    assert isinstance(one, OpinionLine)
    return one.person, one.stance


@pytest.mark.parametrize(
    ("line", "person", "stance"),
    [
        ("赵：可以", "赵经理", "support"),
        ("赵 认了", "赵经理", "support"),
        ("孙 不同意", "孙主管", "oppose"),
        ("孙觉得下周来得及", "孙主管", "none"),
        ("何：先把样品寄了", "何专员", "none"),
        ("赵 预算不够", "赵经理", "none"),
        ("钱：没意见", "钱主管", "support"),
    ],
)
def test_a_bare_surname_is_whoever_alone_has_it(line: str, person: str, stance: str) -> None:
    assert said(line) == (person, stance)


@pytest.mark.parametrize("line", ["钱 不够", "何时说", "何况同意了", "赵州桥那边", "赵同意就付"])
def test_what_only_begins_with_the_character_of_a_surname_is_no_head(line: str) -> None:
    assert said(line)[0] == "陈工程师"


def test_of_two_with_one_surname_it_is_asked_who_said_it() -> None:
    (one,) = parse("李：可以", OFFICE)
    assert isinstance(one, OpinionLine)
    assert (one.person, one.candidates) == (None, ("市场部李经理", "销售部李经理"))
