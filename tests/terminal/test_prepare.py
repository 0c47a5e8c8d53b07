"""Before the meeting in a real terminal: a kick-off prepared from nothing, and a meeting carried over twice."""

from __future__ import annotations

import signal
from collections.abc import Iterable
from pathlib import Path

import pytest

from models.meeting import Action
from models.minutes import Minutes
from models.store import Store
from tests.terminal.conftest import Starter
from tests.terminal.keys import key
from tests.terminal.record import ready
from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.usefixtures("forked")

FORM = (
    "新产品上市启动会",
    "明确跨部门协作方案",
    "确定分工和节点",
    "市场部",
    "",
    "12月25日下午2点到4点",
    "总部3楼第一会议室",
    "腾讯会议 812 345 678",
    "市场部王总监",
    "行政部何专员",
    "市场部：李经理；研发部：陈工程师、王工；财务部：孙主管",
)
FIRST = """会议：样品周会
时间：2026-11-25 14:00-15:30
出席：市场部：李经理；采购部：郑经理
议题：样品采购
决议：向第二供应商采购
行动：@采购部郑经理 完成样品到货 /11月30日前
行动：@市场部李经理 发布预热素材 /11月28日前
议题：预算分配
下次会议：12月2日14:00；地点：二楼会议室
"""


def last(database: Path) -> Minutes:
    store = Store.open(database)
    try:
        return store.load(store.find("last"))
    finally:
        store.close()


def typed(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\r" for line in lines).encode()


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
def test_a_kick_off_is_prepared_from_nothing_and_recorded(
    jiyao: Starter, database: Path, size: tuple[int, int]
) -> None:
    term = jiyao(size=size)
    term.settle()
    term.send(key("ctrl+t"))
    term.expect("会议名称 ›")
    # All at once, as fast as a terminal can hand it over: every line lands where it belongs.
    term.send(typed(FORM))
    term.expect("部门 ›")
    term.send(key("up") * 20)
    term.expect("会议名称 ›")
    term.send(key("down") * 4 + key("tab") + b"1")
    term.expect("会议时间 ›")
    term.send(key("f8") + key("f3") + typed(["预算分配 (20分钟)", "确定占比", "", "1、财务部"]))
    term.expect("下一个议题")
    term.send(key("f5") + typed(["成本测算表"]))
    term.expect("成本测算表")
    minutes = last(database)
    meeting = minutes.meeting
    assert (meeting.name, meeting.theme, meeting.scenario) == (*FORM[:2], "kickoff")
    assert meeting.starts_at is not None
    assert meeting.starts_at.endswith("12-25T14:00")
    listed = {d.name: [p.name for p in minutes.people(d.id)] for d in minutes.departments}
    assert listed == {
        "市场部": ["王总监", "李经理"],
        "行政部": ["何专员"],
        "研发部": ["陈工程师", "王工"],
        "财务部": ["孙主管"],
    }
    assert [(t.number, t.minutes) for t in minutes.topics][-1] == ("1.5", 20)
    assert [m.text for m in minutes.materials] == ["成本测算表"]
    term.send(key("f9"))
    term.expect("记录中" if size[0] > 80 else "›")
    term.send(typed(["市场部：同意", "行动：出方案 @王工 /12月28日前"]))
    assert term.until(lambda: bool(last(database).all(Action))), term.text()


def test_the_line_being_typed_survives_a_kill_and_stands_in_its_place_again(jiyao: Starter) -> None:
    term = jiyao()
    term.settle()
    term.send(key("ctrl+t"))
    term.expect("会议名称 ›")
    term.send(typed(["启动会"]) + "明确新产品".encode())
    term.expect("› 明确新产品")
    term.until(lambda: False, 1.2)
    term.kill(signal.SIGKILL)
    again = jiyao()
    again.expect("启动会")
    again.send(key("enter"))
    again.expect("会议主题 › 明确新产品")


def next_meeting(jiyao: Starter, place: int) -> Terminal:
    """The next after the meeting at this place of the home screen's list, in its form."""
    term = jiyao()
    term.expect("样品周会")
    term.settle()
    term.send(key("down") * place + key("ctrl+t"))
    term.expect("接着")
    term.send(b"2")
    term.expect("以前会议未完成事项")
    return term


def test_a_meeting_carried_over_twice_keeps_one_ledger(
    jiyao: Starter, database: Path, tmp_path: Path
) -> None:
    lines = tmp_path / "first.txt"
    lines.write_text(FIRST, encoding="utf-8")
    assert jiyao("import", lines).wait_end() == 0
    second = next_meeting(jiyao, 0)
    second.expect("上A1")
    second.expect("预算分配")
    second.send(key("f9"))
    second.expect("记录中")
    second.send(typed(["上A1延期到12月11日，缺货", "上A2完成", "行动：@市场部李经理 核对价格 /12月8日前"]))
    second.expect("核对价格")
    second.send(typed(["下次会议：12月9日14:00"]))
    second.settle()
    second.send(key("ctrl+q"))
    assert second.wait_end() == 0
    third = next_meeting(jiyao, 1)
    third.expect("上上A1")
    third.send(key("f9"))
    third.expect("记录中")
    third.send(typed(["上上A1延期到12月18日，海关查验", "上A1完成"]))
    wanted = {
        ("2026-11-25T14:00", "A1"): ("late", "2026-12-18", "2026-11-30", 2),
        ("2026-11-25T14:00", "A2"): ("done", "2026-11-28", None, 0),
        ("2026-12-02T14:00", "A1"): ("done", "2026-12-08", None, 0),
    }
    assert third.until(lambda: ledger(database) == wanted), ledger(database)


def ledger(database: Path) -> dict[tuple[str | None, str], tuple[str, str | None, str | None, int]]:
    """Every action by its meeting's time and its number: state, date, first date, how often it slipped."""
    store = Store.open(database)
    try:
        return {(a.starts_at, a.number): (a.status, a.due, a.first_due, a.slips) for a in store.actions()}
    finally:
        store.close()


def test_twenty_people_are_called_in_one_pass(jiyao: Starter, database: Path, tmp_path: Path) -> None:
    surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
    lines = tmp_path / "roll.txt"
    lines.write_text("会议：点名会\n时间：2026-11-20 14:00\n议题：一\n", encoding="utf-8")
    assert jiyao("import", lines).wait_end() == 0
    store = Store.open(database)
    meeting_id = store.find("last")
    store.close()
    _invite(database, meeting_id, surnames)
    term = jiyao("open", meeting_id)
    term.expect("未核对的 20 人")
    ready(term)
    # One key for everybody, then the exceptions: two absent, one late, one with a reason and a stand-in.
    term.send(key("f2"))
    term.settle()
    term.send(b" " + key("down") + b" " + key("down") * 2 + b"  " + key("down"))
    term.expect("✗钱经理")
    term.send(key("enter") + "出差，丁工代参会".encode() + key("enter"))
    term.expect("→ 丁工")
    assert term.until(lambda: "丁工" in attendance(database)), term.text()
    states = attendance(database)
    assert [states[f"{name}经理"] for name in "赵钱孙李周"] == [
        "present",
        "absent",
        "present",
        "late",
        "absent",
    ]
    assert states["丁工"] == "present"
    # The list has the keys again, at who comes next.
    term.send(b" ")
    term.expect("✗吴经理")


def attendance(database: Path) -> dict[str, str]:
    minutes = last(database)
    return {p.name: p.attendance for d in minutes.departments for p in minutes.people(d.id)}


def _invite(database: Path, meeting_id: str, surnames: str) -> None:
    from models.recorder import Recorder

    store = Store.open(database)
    Recorder(store, meeting_id).preparation.set_people("；".join(f"市场部：{name}经理" for name in surnames))
    store.close()
