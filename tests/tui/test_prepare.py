"""The prepare screen over a real store: every line of the form by keys, the rules beside it, and on to recording."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from models import scenarios
from models.meeting import ChecklistItem, Material, Meeting, Note, Point
from models.minutes import Minutes
from models.new_meeting import begin
from models.organisation.list_file import read_organisation
from models.recorder import Recorder
from models.store import Store
from tests.meetings.stored import MEETING, NOW
from tests.tui.screens import app_of, press, say, seen, shown
from tui.screens.prepare.screen import PrepareScreen
from tui.screens.record.screen import RecordScreen


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    store = Store.open(database)
    store.create(Meeting(id=MEETING, meeting_id=MEETING, scenario="kickoff"))
    yield store
    store.close()


def form(pilot: Pilot[None]) -> PrepareScreen:
    screen = pilot.app.screen
    assert isinstance(screen, PrepareScreen)
    return screen


def minutes(pilot: Pilot[None]) -> Minutes:
    return form(pilot).session.minutes


async def fill(pilot: Pilot[None], *lines: str) -> None:
    """Types each into the line one is on, Enter behind it; an empty one passes the line over."""
    for line in lines:
        await say(pilot, line)
        await press(pilot, "enter")


FACTS = (
    "新产品上市启动会",
    "明确跨部门协作方案",
    "确定分工和节点",
    "市场部",
    "",
    "9月18日下午2点到4点",
    "总部3楼第一会议室",
    "腾讯会议 812 345 678",
    "市场部王总监",
    "行政部何专员",
)


async def test_a_kick_off_is_prepared_from_nothing_by_keys_alone(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        await fill(pilot, *FACTS)
        assert form(pilot).line.at.key == "department/+"
        await fill(pilot, "市场部：李经理；研发部：陈工程师、王工；财务部：孙主管")
        await press(pilot, "f8")
        await press(pilot, "f3")
        await fill(pilot, "预算分配 (20分钟)", "确定占比", "孙主管", "1、财务部")
        await press(pilot, "f5")
        await fill(pilot, "成本测算表", "预算草案")
        meeting = minutes(pilot).meeting
        assert (meeting.starts_at, meeting.ends_at) == ("2026-09-18T14:00", "2026-09-18T16:00")
        assert (meeting.name, meeting.sponsor, meeting.place) == (FACTS[0], "市场部", "总部3楼第一会议室")
        assert (meeting.host, meeting.recorder, meeting.scenario) == (*FACTS[8:], "kickoff")
        names = {d.name: [p.name for p in minutes(pilot).people(d.id)] for d in minutes(pilot).departments}
        assert names["研发部"] == ["陈工程师", "王工"]
        topic = minutes(pilot).topics[-1]
        assert (topic.number, topic.title, topic.minutes, topic.expected) == (
            "1.5",
            "预算分配",
            20,
            "确定占比",
        )
        assert topic.presenter == "孙主管"
        assert [d.name for d in minutes(pilot).concerned(topic.id)] == ["市场部", "财务部"]
        assert [m.text for m in minutes(pilot).all(Material)] == ["成本测算表", "预算草案"]
        assert len(minutes(pilot).all(ChecklistItem)) == 6


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_what_the_document_says_of_itself_stands_at_the_end_of_the_form(
    store: Store, size: tuple[int, int]
) -> None:
    async with shown(store, "prepare", size=size) as pilot:
        await press(pilot, "f5")
        for _field in range(20):
            if form(pilot).line.at.key == "fact/document_number":
                break
            await press(pilot, "down")
        await fill(pilot, "星办〔2026〕12号", "财务部", "王总监", "星河公司办公室")
        text = seen(pilot)
        for words in ("文档信息", "编号", "星办〔2026〕12号", "抄送", "签发", "发文", "星河公司办公室"):
            assert words in text, words
        meeting = minutes(pilot).meeting
        assert (meeting.document_number, meeting.copies) == ("星办〔2026〕12号", "财务部")
        assert (meeting.signed_by, meeting.issuer) == ("王总监", "星河公司办公室")


async def test_nobody_invited_counts_as_present_before_the_meeting(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        await press(pilot, "f2")
        await fill(pilot, "研发部：陈工程师")
        people = minutes(pilot).people(minutes(pilot).departments[0].id)
        assert [p.attendance for p in people] == ["unknown"]


async def test_what_the_rules_ask_goes_as_the_form_is_filled(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        assert "缺会议主题" in seen(pilot)
        await press(pilot, "down")
        await fill(pilot, "明确协作方案")
        assert "缺会议主题" not in seen(pilot)


async def test_the_next_gap_is_one_key_away_round_the_form(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        places = []
        for _n in range(9):
            await press(pilot, "ctrl+n")
            places.append(form(pilot).line.at.key)
        assert set(places[:8]) == {
            *("fact/sponsor", "fact/theme", "fact/time", "fact/place", "fact/recorder"),
            *("department/+", "topic/+", "material/+"),
        }
        assert places[8] == places[0]


async def test_what_is_missing_on_a_line_can_knowingly_be_let_pass(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        await press(pilot, "down", "ctrl+r")
        assert "缺会议主题" not in seen(pilot)
        assert [waiver.rule for waiver in minutes(pilot).waivers] == ["R1"]
        await press(pilot, "ctrl+z")
        assert "缺会议主题" in seen(pilot)


async def test_the_skeleton_comes_at_one_key_and_only_once(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        assert not minutes(pilot).topics
        await press(pilot, "f8")
        assert [t.number for t in minutes(pilot).topics] == ["1.1", "1.2", "1.3", "1.4"]
        await press(pilot, "f8")
        assert len(minutes(pilot).topics) == 4
        await press(pilot, "ctrl+z")
        assert not minutes(pilot).topics
        assert not minutes(pilot).checklist


async def test_without_a_scenario_the_skeleton_asks_for_one(store: Store) -> None:
    store.create(Meeting(id="other00000", meeting_id="other00000"))
    async with shown(store, "prepare", meeting="other00000") as pilot:
        await press(pilot, "f8")
        assert "流程优化研讨会" in seen(pilot)
        await press(pilot, "5")
        assert minutes(pilot).meeting.scenario == "process"


async def test_a_time_nobody_understands_stays_in_the_bar_and_is_said(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        for _n in range(5):
            await press(pilot, "down")
        await fill(pilot, "等通知")
        assert form(pilot).line.at.key == "fact/time"
        assert form(pilot).bar.text == "等通知"
        assert "看不懂这个时间" in seen(pilot)
        await press(pilot, "escape")
        assert form(pilot).bar.text == ""
        await press(pilot, "down")
        assert form(pilot).line.at.key == "fact/place"


async def test_a_departments_line_says_who_its_people_are(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        await press(pilot, "f2")
        await fill(pilot, "市场部：李经理、张专员；研发部：王工")
        await press(pilot, "up", "up")
        assert form(pilot).bar.text == "市场部：李经理、张专员"
        await press(pilot, "ctrl+u")
        await fill(pilot, "营销部：李经理、赵主管")
        department = minutes(pilot).departments[0]
        assert (department.name, department.number) == ("营销部", 1)
        assert [p.name for p in minutes(pilot).people(department.id)] == ["李经理", "赵主管"]


async def test_del_behind_the_end_of_a_line_takes_it_out_and_undo_brings_it_back(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        await press(pilot, "f2")
        await fill(pilot, "市场部：李经理；研发部：王工")
        await press(pilot, "up", "delete")
        assert [d.name for d in minutes(pilot).departments] == ["市场部"]
        await press(pilot, "ctrl+z")
        assert [d.name for d in minutes(pilot).departments] == ["市场部", "研发部"]
        await press(pilot, "f3")
        await fill(pilot, "预算 (20分钟)")
        await press(pilot, "up", "up", "delete")
        assert minutes(pilot).topics == []


async def test_delete_inside_a_text_is_the_editors(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        await press(pilot, "f5")
        await fill(pilot, "签到表")
        await press(pilot, "up", "home", "delete")
        assert form(pilot).bar.text == "到表"


async def test_space_and_the_ideographic_space_tick_a_preparation_off(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        await press(pilot, "f8", "f5", "down")
        first, second = minutes(pilot).checklist[:2]
        await press(pilot, "space")
        assert minutes(pilot).checklist[0].done
        await press(pilot, "down")
        await say(pilot, "\u3000")
        assert minutes(pilot).checklist[1].done
        await press(pilot, "enter")
        assert [c.done for c in minutes(pilot).checklist[:2]] == [True, False]
        assert (first.text, second.text) == tuple(c.text for c in minutes(pilot).checklist[:2])


async def test_topics_change_places_with_ctrl_and_arrows(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        await press(pilot, "f8", "f3", "up", "ctrl+up")
        titles = [(t.number, t.title) for t in minutes(pilot).topics]
        assert titles[2:] == [("1.3", "风险与沟通机制"), ("1.4", "关键节点与资源")]


async def test_tab_offers_scenarios_departments_and_people_of_the_company(store: Store) -> None:
    store.keep_organisation(
        read_organisation("部门,姓名,职务\n采购部,郑经理,\n采购部,钱工,\n财务部,孙丽,主管\n")
    )
    async with shown(store, "prepare") as pilot:
        await press(pilot, "down", "down", "down")
        await say(pilot, "采")
        await press(pilot, "tab")
        assert form(pilot).bar.text == "采购部"
        await press(pilot, "enter", "tab", "2")
        assert minutes(pilot).meeting.scenario == "sync"
        assert form(pilot).line.at.key == "fact/time"


async def test_tab_with_nothing_to_offer_leaves_a_name_where_it_is_and_goes_on_from_other_lines(
    store: Store,
) -> None:
    async with shown(store, "prepare") as pilot:
        await say(pilot, "启动会")
        await press(pilot, "tab")
        assert (form(pilot).line.at.key, minutes(pilot).meeting.name) == ("fact/theme", "启动会")
        await press(pilot, "f2")
        await say(pilot, "研发部：王")
        await press(pilot, "tab")
        assert (form(pilot).line.at.key, form(pilot).bar.text) == ("department/+", "研发部：王")
        assert "没有以此开头的部门或人员" in seen(pilot)


async def test_a_scenario_of_ones_own_is_chosen_and_brings_its_agenda(store: Store) -> None:
    folder = scenarios.own_folder()
    folder.mkdir(parents=True)
    own = 'name = "采购流程评审会"\n[[agenda]]\ntitle = "评审"\nminutes = 40\n'
    (folder / "review.toml").write_text(own, encoding="utf-8")
    async with shown(store, "prepare") as pilot:
        await press(pilot, "down", "down", "down", "down", "tab", "6")
        assert minutes(pilot).meeting.scenario == "采购流程评审会"
        await press(pilot, "f8")
        assert [t.title for t in minutes(pilot).topics] == ["评审"]


async def test_a_paste_of_several_lines_fills_several_lines(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        await press(pilot, "f5")
        form(pilot).take_paste("成本测算表\n\n预算草案\n")
        await pilot.pause()
        assert [m.text for m in minutes(pilot).materials] == ["成本测算表", "预算草案"]


async def test_an_unfinished_line_of_the_form_never_stands_in_the_capture_bar(store: Store) -> None:
    recorder = Recorder(store, MEETING, clock=lambda: NOW)
    recorder.view.keep_draft("市场部：还没说完", 3)
    async with shown(store, "record") as pilot:
        await say(pilot, "没说完")
        await press(pilot, "ctrl+g")
        app_of(pilot).action_prepare()
        await pilot.pause()
        await press(pilot, "down")
        await say(pilot, "明确新产品")
        form(pilot).keep_draft()
        window = form(pilot).session.meeting.window
        drafts = [store.draft(MEETING, one) for one in (window, f"{window}-form")]
        assert [draft.text for draft in drafts if draft] == ["没说完", "明确新产品"]
        await press(pilot, "enter", "f9")
        assert isinstance(pilot.app.screen, RecordScreen)
        assert pilot.app.screen.bar.text == "没说完"


async def test_f9_goes_on_to_recording_with_what_was_typed_last(store: Store) -> None:
    async with shown(store, "prepare") as pilot:
        await say(pilot, "启动会")
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, RecordScreen)
        assert pilot.app.screen.session.minutes.meeting.name == "启动会"


async def test_the_form_is_reached_from_recording_by_the_list_of_places(store: Store) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+g")
        while "会前筹备" not in str(pilot.app.screen.pane.places[pilot.app.screen.pane.chosen].label):  # type: ignore[attr-defined]
            await press(pilot, "down")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PrepareScreen)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (79, 23)])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
async def test_every_size_and_language_draws_the_form(
    store: Store, size: tuple[int, int], language: str
) -> None:
    async with shown(store, "prepare", size=size, language=language) as pilot:
        await press(pilot, "f8", "f3", "down", "pageup", "pagedown", "pagedown")
        assert "80×24" in seen(pilot) if size == (79, 23) else "1.4" not in form(pilot).line.at.key


async def test_what_is_said_about_an_earlier_action_leaves_the_entry_that_is_being_edited_alone(
    store: Store,
) -> None:
    recorder = Recorder(store, MEETING, clock=lambda: NOW - dt.timedelta(days=7))
    for line in ("议题：样品", "行动：@采购部郑经理 完成样品到货 /9月11日前"):
        recorder.accept(line)
    following = begin(store, previous_id=MEETING)
    now = Recorder(store, following, clock=lambda: NOW)
    for line in ("议题：上市", "要点：先看样品"):
        now.accept(line)
    async with shown(store, "record", meeting=following) as pilot:
        await press(pilot, "up", "f8", "f8", "space", "1")
        assert "修改 要点" in seen(pilot)
    assert [point.text for point in store.load(following).all(Point)] == ["先看样品"]
    assert [action.status for action in store.actions(meeting=MEETING)] == ["done"]


async def test_what_earlier_meetings_left_stands_in_form_and_record_screen(store: Store) -> None:
    before = NOW - dt.timedelta(days=7)
    recorder = Recorder(store, MEETING, clock=lambda: before)
    for line in (
        "议题：样品",
        "行动：@采购部郑经理 完成样品到货 /9月11日前",
        "行动：@市场部李经理 发布素材 /9月12日前",
    ):
        recorder.accept(line)
    following = begin(store, previous_id=MEETING)
    async with shown(store, "prepare", meeting=following) as pilot:
        assert "上A1" in seen(pilot)
        await press(pilot, "f9", "f8", "f8")
        assert "上A2" in seen(pilot)
        await press(pilot, "space", "1")
        await press(pilot, "up", "space", "4")
        await say(pilot, "9月25日，缺货")
        await press(pilot, "enter")
        assert "（原定09-11" in seen(pilot)
    ledger = {a.number: (a.status, a.due, a.first_due) for a in store.actions(meeting=MEETING)}
    assert ledger == {"A1": ("late", "2026-09-25", "2026-09-11"), "A2": ("done", "2026-09-12", None)}
    assert len(store.load(following).all(Note)) == 2
