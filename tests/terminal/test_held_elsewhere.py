"""A file that takes nothing for a while, on the screens beside recording: each text goes where it was typed for."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.meeting import Meeting, Objection, Resolution, Written
from models.minutes import Minutes
from models.store import Store
from tests.locks import locked
from tests.meetings.people import LINES
from tests.meetings.stored import MEETING
from tests.meetings.stored import prepare as recorded
from tests.terminal.conftest import Starter
from tests.terminal.keys import key
from tests.terminal.record import stored
from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.usefixtures("forked")

FACTS = ("新产品上市启动会", "明确跨部门协作方案", "确定分工和节点", "市场部")


@pytest.fixture
def form(jiyao: Starter, database: Path) -> Terminal:
    store = Store.open(database)
    store.create(Meeting(id=MEETING, meeting_id=MEETING))
    store.close()
    return opened(jiyao)


def opened(jiyao: Starter, size: tuple[int, int] = (120, 36)) -> Terminal:
    """The form of the meeting, reached as hands reach it."""
    term = jiyao("open", MEETING, size=size)
    term.expect("›")
    term.send(key("ctrl+g"))
    term.expect("会前筹备")
    place = next(row for row in term.text().split("\n") if "会前筹备" in row).strip("│ ▌")[0]
    term.type(place)
    term.expect("◆ 会前筹备")
    return term


def facts(minutes: Minutes) -> tuple[str, str, str, str]:
    meeting = minutes.meeting
    return (meeting.name, meeting.theme, meeting.goal, meeting.sponsor)


def materials(minutes: Minutes) -> list[str]:
    return [material.text for material in minutes.materials]


def test_what_is_typed_into_the_form_while_the_file_is_locked_goes_into_its_own_fields(
    form: Terminal, database: Path
) -> None:
    with locked(database):
        form.line(FACTS[0])
        form.expect("1行未存入")
        form.expect("会议主题 ›")
        assert form.shows(f"会议名称：{FACTS[0]}"), "with the field it goes into"
        form.line(FACTS[1])
        form.expect("2行未存入")
        # Each field can be left, by whatever key.
        form.send(key("f5"))
        form.expect("资料 ›")
        form.line("成本测算表")
        form.expect("3行未存入")
        form.send(key("f3"))
        form.expect("议题 ›")
        form.line("预算分配 (20分钟)")
        form.expect("4行未存入")
        form.send(key("f2"))
        form.expect("部门 ›")
        form.line("市场部：李经理")
        form.expect("5行未存入")
        form.type("研发")
        form.expect("› 研发")
        assert facts(stored(database)) == ("", "", "", "")
    form.expect_gone("未存入")
    assert form.shows("› 研发"), "what is being typed is not touched"
    minutes = stored(database)
    assert facts(minutes) == (*FACTS[:2], "", "")
    assert materials(minutes) == ["成本测算表"]
    assert [(topic.title, topic.minutes) for topic in minutes.topics] == [("预算分配", 20)]
    assert [department.name for department in minutes.departments] == ["市场部"]


def test_keys_that_come_all_at_once_stay_in_their_fields_too(form: Terminal, database: Path) -> None:
    with locked(database):
        form.send("".join(f"{line}\r" for line in FACTS).encode() + key("f5") + "甲\r乙\r".encode())
        form.expect("6行未存入")
    form.expect_gone("未存入")
    assert facts(stored(database)) == FACTS
    assert materials(stored(database)) == ["甲", "乙"]


def test_what_waits_stands_in_its_field_and_can_be_changed_there(form: Terminal, database: Path) -> None:
    with locked(database):
        form.line("启动会")
        form.expect("会议主题 ›")
        form.send(key("f5"))
        form.expect("资料 ›")
        form.type("成本表\r预算草案\r样品\r")
        form.expect("4行未存入")
        form.send(key("up") * 2)
        form.expect("资料 › 预算草案")
        form.line("（二稿）")
        form.expect("资料 › 样品")
        form.send(key("del"))
        form.expect("已丢弃：样品")
        form.expect("3行未存入")
        form.send(key("pgup") * 3)
        form.expect("会议名称 › 启动会")
        form.line("（第二次）")
        form.expect("会议主题 ›")
        assert form.shows("3行未存入"), "a field has one text"
    form.expect_gone("未存入")
    assert materials(stored(database)) == ["成本表", "预算草案（二稿）"]
    assert stored(database).meeting.name == "启动会（第二次）"


def test_what_was_dropped_comes_back_into_the_bar(form: Terminal, database: Path) -> None:
    with locked(database):
        form.send(key("f5"))
        form.expect("资料 ›")
        form.line("成本表")
        form.expect("1行未存入")
        form.send(key("up"))
        form.expect("资料 › 成本表")
        form.send(key("del"))
        form.expect("已丢弃：成本表")
        form.send(key("ctrl+z"))
        form.expect("资料 › 成本表")
        form.send(key("enter"))
        form.expect("1行未存入")
    form.expect_gone("未存入")
    assert materials(stored(database)) == ["成本表"]


@pytest.mark.parametrize("by_hand", [True, False], ids=["quit", "kill"])
def test_what_waits_for_the_form_is_offered_again_after_leaving(
    jiyao: Starter, form: Terminal, database: Path, by_hand: bool
) -> None:
    with locked(database):
        form.line(FACTS[0])
        form.expect("1行未存入")
        form.send(key("f5"))
        form.expect("资料 ›")
        form.line("成本测算表")
        form.expect("2行未存入")
        if by_hand:
            form.send(key("ctrl+q"))
            assert form.wait_end() == 0
            assert "有 2 行尚未存入".encode() in form.raw
        else:
            form.kill()
        shown = jiyao("show", MEETING)
        assert shown.wait_end() == 0
        assert "本会议有 2 行尚未存入".encode() in shown.raw
        home = jiyao()
        home.expect("2 行等待存入")
        home.send(key("ctrl+q"))
        assert home.wait_end() == 0
        again = opened(jiyao)
        again.expect("2行未存入")
        assert again.shows(f"会议名称：{FACTS[0]}")
    again.expect_gone("未存入")
    assert stored(database).meeting.name == FACTS[0]
    assert materials(stored(database)) == ["成本测算表"]


def test_what_waits_for_the_form_goes_in_while_one_records(form: Terminal, database: Path) -> None:
    with locked(database):
        form.type(FACTS[0])
        form.expect(f"› {FACTS[0]}")
        form.send(key("f9"))
        form.expect("1行未存入")
        assert form.shows(f"会议名称：{FACTS[0]}")
        form.line("议题：预算")
        form.expect("2行未存入")
    form.expect_gone("未存入")
    assert stored(database).meeting.name == FACTS[0]
    assert [topic.title for topic in stored(database).topics] == ["预算"]


def test_a_time_that_is_none_asks_and_keeps_nothing_up(form: Terminal, database: Path) -> None:
    with locked(database):
        form.line("启动会")
        form.expect("1行未存入")
        form.send(key("down") * 4)
        form.expect("会议时间 ›")
        form.type("等通知\r三楼\r")
        form.expect("3行未存入")
    assert form.until(lambda: stored(database).meeting.place == "三楼"), form.text()
    form.expect("1行未存入")
    assert form.shows("会议时间：等通知")
    assert form.shows("看不懂这个时间")
    form.send(key("up") * 2)
    form.expect("会议时间 › 等通知")
    form.send(key("ctrl+u"))
    form.line("2026-12-25 14:00")
    form.expect_gone("未存入")
    assert stored(database).meeting.starts_at == "2026-12-25T14:00"


def test_a_kill_while_pasted_rows_go_in_loses_none_and_doubles_none(
    jiyao: Starter, form: Terminal, database: Path
) -> None:
    pasted = [f"资料{n}" for n in range(120)]
    form.send(key("f5"))
    form.expect("资料 ›")
    form.paste("\n".join(pasted))
    assert form.until(lambda: len(materials(stored(database))) > 5)
    form.kill()
    first = materials(stored(database))
    assert first == pasted[: len(first)]
    again = opened(jiyao)
    assert again.until(lambda: len(materials(stored(database))) == 120, 60), again.text()
    assert materials(stored(database)) == pasted


def test_saved_tells_the_truth_in_the_form(form: Terminal, database: Path) -> None:
    form.line("启动会")
    form.expect("会议主题 ›")
    form.send(key("ctrl+s"))
    form.expect("全部已保存")
    form.type("说到一半")
    form.send(key("ctrl+s"))
    form.expect("输入栏里的这行已保住但尚未存入，Enter 存入")
    with locked(database):
        form.send(key("enter"))
        form.expect("1行未存入")
        form.send(key("ctrl+s"))
        form.expect("等待存入 1 行")
        assert not form.shows("全部已保存")


# -- bars that only ask ------------------------------------------------------------------------------------------


@pytest.fixture
def meeting(jiyao: Starter, database: Path) -> Terminal:
    recorded(database, *LINES).close()
    term = jiyao("open", MEETING)
    term.expect("议题：")
    return term


def test_an_objection_that_had_to_wait_needs_no_second_enter(meeting: Terminal, database: Path) -> None:
    meeting.press("f9", "pgdn", "down", "down", "space")
    meeting.type("2")
    meeting.expect("的异议")
    meeting.type("财务部：成本未核算")
    with locked(database):
        meeting.send(key("enter"))
        meeting.expect("1行未存入")
        assert meeting.shows("财务部：成本未核算")
        meeting.send(key("ctrl+s"))
        meeting.expect("等待存入 1 行")
        # The bar is free at once, for the next one.
        meeting.press("space")
        meeting.type("2")
        meeting.type("研发部：工期太短\r")
        meeting.expect("2行未存入")
    meeting.expect_gone("未存入")
    assert objections(database) == {"财务部": "成本未核算", "研发部": "工期太短"}
    meeting.press("ctrl+z")
    assert meeting.until(lambda: len(objections(database)) == 1), "undone where it was typed"
    assert objections(database) == {"财务部": "成本未核算"}, "the one that was typed last"


def objections(database: Path) -> dict[str, str]:
    return {one.by: one.text for one in stored(database).all(Objection)}


def test_a_correction_that_had_to_wait_takes_the_place_of_its_entry(
    meeting: Terminal, database: Path
) -> None:
    meeting.press("f9", "pgdn", "down", "down", "space")
    meeting.type("1")
    meeting.expect("更正D1")
    with locked(database):
        meeting.type("，下周起\r")
        meeting.expect("1行未存入")
    meeting.expect_gone("未存入")
    (first, *_others) = stored(database).all(Resolution)
    assert "下周起" in first.text


def test_a_sentence_that_had_to_wait_is_written_and_survives_a_kill(
    jiyao: Starter, meeting: Terminal, database: Path
) -> None:
    meeting.send(key("ctrl+g"))
    meeting.expect("整理")
    place = next(row for row in meeting.text().split("\n") if "整理" in row).strip("│ ▌")[0]
    meeting.type(place)
    meeting.expect("◆ 整理")
    with locked(database):
        meeting.send(key("enter"))
        meeting.expect("✎")
        meeting.send(key("ctrl+u"))
        meeting.line("写好的一句。")
        meeting.expect("1行未存入")
        assert meeting.shows("写好的一句。")
        meeting.kill()
    again = jiyao("open", MEETING)
    assert again.until(lambda: bool(stored(database).all(Written))), again.text()
    assert [one.text for one in stored(database).all(Written)] == ["写好的一句。"]
