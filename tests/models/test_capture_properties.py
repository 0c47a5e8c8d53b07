"""Whatever is typed is read, without an error, without losing a word, and quickly."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.capture import Dispute, Written, parse, readings, to_json
from models.capture.completion import complete
from models.capture.description import describe
from models.capture.values import NoteLine, OpinionLine, PointLine
from models.roster import Roster
from models.text import clean
from tests.meetings.contexts import CONTEXTS, OFFICE

_PIECES_TEXT = """
市场部 李经理 沈总监 scb ljl 2 4.2 ： : ； ， 。 、 @ + / ＠ ＋ ?? …… （ ） 【 】 “ ” 争议 共识 决议 行动 议题
条件 执行 负责人 配合部门 完成时限 出席 缺席 迟到 9:45 周五前 9月25日前 下周五 待定 尽快 同意 反对 有条件支持
说 认为 由 请 负责 牵头 配合 因出差 代 没来 到了 列席 A3 D1 改为 撤销 上A2 完成 1.1补 更正 => s/ / \\ 原文 无
—— 1、 2、 ① 自10月起 A B 的 提交方案 产品 HR action owner due by Friday # \u0301 👨‍👩‍👧 \u202e \x1b[31m
休息10分钟 下次会议 12月9日14:00 结论 达成一致 表决 赞成4反对1
"""
_PIECES = st.sampled_from(_PIECES_TEXT.split())
_LINES = st.one_of(
    st.text(), st.lists(_PIECES, max_size=14).map("".join), st.lists(_PIECES, max_size=10).map(" ".join)
)
_CONTEXTS = st.one_of(
    st.sampled_from(list(CONTEXTS.values())),
    st.builds(
        lambda speaker, facts, kind, disputes: replace(
            OFFICE,
            speaker=speaker,
            facts_open=facts,
            latest_kind=kind,
            disputes=disputes,
            unspoken=("市场部", "技术部"),
            latest_texts=(Written("e1", "point", "市场部提交方案"),),
        ),
        st.sampled_from([None, ("市场部", None), ("销售部", "沈总监"), (None, "张总")]),
        st.booleans(),
        st.sampled_from([None, "action", "resolution", "open_issue"]),
        st.sampled_from(
            [(), (Dispute("x", 1, "价格"),), (Dispute("x", 1, "价格", "settled"), Dispute("y", 2, "交期"))]
        ),
    ),
)


@settings(max_examples=400, deadline=None)
@given(_LINES, _CONTEXTS)
def test_every_line_has_readings_that_can_be_said_and_printed(line: str, context: object) -> None:
    found = readings(line, context)  # type: ignore[arg-type]
    assert bool(found) == bool(clean(line).strip())
    assert len({reading.items for reading in found}) == len(found)
    for reading in found:
        for item in reading.items:
            shown = to_json(item)
            assert shown["kind"] == item.kind
            assert isinstance(shown["doubt"], bool)
            assert all(part.text for part in describe(item))


@settings(max_examples=200, deadline=None)
@given(_LINES, _CONTEXTS)
def test_plain_text_is_always_among_the_readings_and_loses_nothing(line: str, context: object) -> None:
    found = readings(line, context)  # type: ignore[arg-type]
    if not found:
        return
    whole = clean(line).strip()
    texts = [
        item.text
        for reading in found
        for item in reading.items
        if isinstance(item, (PointLine, OpinionLine, NoteLine))
    ]
    assert whole in [text.strip() for text in texts] or any(
        whole.endswith(text) and whole[0] in "\\原v" for text in texts
    )


@settings(max_examples=200, deadline=None)
@given(_LINES, _CONTEXTS, st.integers(-3, 60))
def test_completions_replace_only_what_stands_before_the_cursor(
    line: str, context: object, cursor: int
) -> None:
    place = max(0, min(cursor, len(line)))
    for one in complete(line, cursor, context):  # type: ignore[arg-type]
        assert 0 <= one.start <= one.end == place
        assert one.replacement
        assert one.label


@settings(max_examples=100, deadline=None)
@given(
    st.text(alphabet="市场部的李经理一二三四五 abc提交方案数据", min_size=1, max_size=60),
    st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31)),
)
def test_a_line_without_signs_keeps_every_word(line: str, day: dt.date) -> None:
    context = replace(CONTEXTS["empty"], anchor=replace(OFFICE.anchor, day=day))
    for item in parse(line, context):
        if isinstance(item, PointLine):
            assert item.text == clean(line).strip()


@pytest.mark.parametrize(
    "sign",
    [
        " ",
        "　",
        "，",
        "、",
        "；",
        "（",
        "）",
        "。",
        "：",
        "@",
        "+",
        "?",
        "…",
        "—",
        "1",
        "的",
        "A ",
        "a",
        "A2、",
        "原A2 ",
        "删除",
        "上面第一条",
        "周五",
        "学工部、",
        "设计院和",
    ],
)
@pytest.mark.parametrize(
    "head", ["", "市场部", "行动：核算 @吴主管 ", "出席：", "缺席：吴主管（", "决议：条件："]
)
def test_ten_thousand_of_one_sign_are_read_like_any_line(sign: str, head: str) -> None:
    # A pattern that tries again for every one of them would not come back.
    line = head + (sign * 10_000)[:10_000] + "周五前"
    assert readings(line, OFFICE)
    complete(line, len(line), OFFICE)


def test_a_run_of_letters_is_not_tried_as_a_name_at_each_of_its_lengths(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []
    beginning = Roster.beginning
    monkeypatch.setattr(
        Roster, "beginning", lambda roster, word: tried.append(word) or beginning(roster, word)
    )
    readings("a" * 10_000, OFFICE)
    assert max(map(len, tried), default=0) < 100
