"""Where the mark and the eyes are after a key: what is taken out, put right or taken back leaves one in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.meeting import Action
from tests.locks import locked
from tests.terminal.conftest import Starter
from tests.terminal.record import prepare, said, stored

pytestmark = pytest.mark.usefixtures("forked")


def test_what_is_taken_out_or_merged_leaves_the_mark_beside_it(jiyao: Starter, database: Path) -> None:
    prepare(
        database,
        *("出席：财务部：谭宇", "市场部：第一句", "研发部：第二句", "市场部：第三句", "财务部谭宇：第四句"),
        *("出席：销售部：谭宇", "行动：核对 @谭宇 /周五前"),
    )
    term = jiyao("open", "last")
    term.expect("议题：")
    term.press("f3", "home", "down")
    term.expect("▌ 第三句")
    with locked(database):
        term.press("del")
        term.expect("锁定")
        assert term.shows("▌ 第三句"), "nothing was taken out"
    term.press("del")
    term.expect("已删除")
    term.expect("▌市场部 第一句")
    assert said(database) == ["第一句", "第二句", "第四句"]
    # A screen that only shows says where the step is taken back.
    term.press("ctrl+r", "ctrl+z")
    term.expect("下一步是在“记录”做的：删除")
    term.press("esc", "ctrl+z")
    term.expect("已撤销 删除 市场部的意见“第三句”")
    # Two of one name are one: the mark stays on the list, and what fitted both is clear.
    assert stored(database).all(Action)[0].candidates.count("谭宇") == 2
    term.press("f2", "end")
    term.expect("▌ ✓谭宇")
    term.press("del")
    term.expect("应为谁")
    term.expect("1 销售部谭宇")
    term.press("1")
    term.expect("谭宇并入销售部谭宇")
    term.expect("▌4 财务部 ✓孙主管")
    (action,) = stored(database).all(Action)
    assert (action.candidates, stored(database).person_name(action.owner_id)) == ("", "谭宇")
    term.press("esc", "ctrl+z")
    term.expect("谭宇并入谭宇")
    assert stored(database).all(Action)[0].candidates


def test_what_is_put_right_stays_in_its_topic_and_the_next_gap_is_the_one_behind_it(
    jiyao: Starter, database: Path
) -> None:
    prepare(database, "议题：三", "市场部：先看看??", "研发部：再议??", "议题：四", "研发部：等等??")
    term = jiyao("open", "last")
    term.expect("议题：")
    term.press("ctrl+n", "ctrl+n")
    term.expect("第2条，共3条")
    term.press("enter")
    term.expect("修改")
    # The entry's line, emptied key by key, becomes a line of another kind.
    term.send(b"\x7f" * 12)
    term.expect("✎ ")
    term.line("行动：出方案 @王工程师 /周五前")
    term.expect("A1")
    third = stored(database).topics[-2]
    (action,) = stored(database).all(Action)
    assert action.topic_id == third.id
    term.press("ctrl+n")
    term.expect("第2条，共2条")
