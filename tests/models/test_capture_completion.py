"""What Tab offers at the cursor, the likeliest first, and what taking it makes of the line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.capture import Context
from models.capture.completion import complete
from models.i18n import language
from models.names import codes_of
from models.roster import Roster
from tests.meetings.contexts import EMPTY, MEETING, OFFICE, PREPARED, read


def _offered(line: str, context: Context = MEETING) -> list[str]:
    """What the line up to | can be completed to; what stands behind stays."""
    before, _bar, behind = line.partition("|")
    return [
        before[: one.start] + one.replacement + "|" + behind
        for one in complete(before + behind, len(before), context)
    ]


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("xd|", "行动：|"),
        ("jue|", "决议：|"),
        ("行|", "行动：|"),
        ("市|", "市场部：|"),
        ("scb|", "市场部：|"),
        ("caiwu|", "财务部：|"),
        ("2|", "研发部：|"),
        ("4.1|", "财务部孙主管：|"),
        ("行动：核算 @s|", "行动：核算 @市场部 |"),
        ("行动：核算 @孙|", "行动：核算 @孙主管 |"),
        ("行动：核算 @sun|", "行动：核算 @孙主管 |"),
        ("行动：核算 @4.|", "行动：核算 @孙主管 |"),
        ("行动：核算 ＠４|", "行动：核算 ＠财务部 |"),
        ("行动：核算 +x|", "行动：核算 +研发部 |"),
        ("行动：核算 /xzw|", "行动：核算 /下周五前 |"),
        ("行动：核算 、下|", "行动：核算 、下周三前 |"),
        ("行动：核算 /11.30|", "行动：核算 /11月30日前 |"),
        ("行动：核算 /25|", "行动：核算 /25日前 |"),
        ("行动：核算；负责人：孙|", "行动：核算；负责人：孙主管 |"),
        ("行动：核算；完成时限：月|", "行动：核算；完成时限：本月底前 |"),
        ("议题：提成|", "议题：销售提成预算分配方案|"),
        ("缺席：刘|", "缺席：刘总监|"),
        ("结论：dc|", "结论：达成一致|"),
        ("争议：占比；gs|", "争议：占比；共识：|"),
        ("请市场|", "请市场部|"),
        ("等ljl|", "等李经理|"),
        ("讨论产品推|", "讨论产品推广|"),
        ("行动：@孙|核算成本", "行动：@孙主管|核算成本"),
        ("市场部l|", "市场部李经理：|"),
        ("决议：占25%；|", "决议：占25%；条件：|"),
        ("行动：核算；|", "行动：核算；负责人：|"),
        ("遗留：签证；z|", "遗留：签证；再议时间：|"),
    ],
)
def test_the_first_offer(line: str, first: str) -> None:
    assert _offered(line)[0] == first


def test_titles_of_the_agenda_are_offered_by_their_pinyin() -> None:
    title = "销售提成预算分配方案"
    context = replace(MEETING, spellings={title: codes_of(title)})
    for typed in ("xs", "xiaoshou", "xstc"):
        assert _offered(f"议题：{typed}|", context)[0] == f"议题：{title}|"
    assert f"讨论{title}|" in _offered("讨论xstc|", context)


def test_at_alone_lists_people_with_their_numbers() -> None:
    found = complete("行动：核算 @", 7, MEETING)
    assert [(one.label, one.hint) for one in found][:4] == [
        ("市场部王总监", "1.1"),
        ("市场部李经理", "1.2"),
        ("市场部张专员", "1.3"),
        ("研发部陈工程师", "2.1"),
    ]


def test_an_empty_bar_offers_the_markers_and_before_the_first_entry_the_facts() -> None:
    assert "会议：|" not in _offered("|")
    assert {"议题：|", "行动：|", "会议：|"} <= set(_offered("|", PREPARED))
    assert "议题：|" in _offered("|", EMPTY)


def test_in_english_markers_are_offered_by_their_english_names() -> None:
    with language("en"):
        assert _offered("act|")[0] == "action: |"


def test_of_two_with_one_name_each_is_written_with_the_department() -> None:
    assert _offered("行动：方案 @li|", OFFICE) == ["行动：方案 @市场部李经理 |", "行动：方案 @销售部李经理 |"]


def test_who_is_here_and_who_spoke_last_comes_first() -> None:
    people = [
        ("市场部", n, name, "", "", (), state)
        for n, (name, state) in enumerate([("张一", "absent"), ("张二", "present"), ("张三", "present")], 1)
    ]
    context = replace(EMPTY, roster=Roster.build([(1, "市场部", (), ())], people))
    assert [one.label for one in complete("@张", 2, context)] == ["市场部张二", "市场部张三", "市场部张一"]
    context = replace(context, spoke=(("市场部", "张三"),))
    assert [one.label for one in complete("@张", 2, context)] == ["市场部张三", "市场部张二", "市场部张一"]


def test_an_offered_due_says_its_day_and_reads_as_one() -> None:
    for one in complete("行动：核算 /", 7, MEETING):
        action = read(f"行动：核算 /{one.replacement}")[0]
        assert action["due_text"] == one.label
        assert (one.hint == "") == (action["due"] is None)
