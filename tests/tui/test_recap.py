"""The recap screen: pages confirmed, findings taken, corrections in place, the close."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.meeting import Action, Objection, OpenIssue, Person, Resolution
from models.minutes import Minutes
from models.recorder import Recorder
from models.store import Store
from tests.meetings.people import LINES
from tests.meetings.stored import MEETING, NOW, prepare
from tests.tui.screens import app_of, press, say, seen, shown
from tui.screens.recap.screen import RecapScreen


def stored(store: Store) -> Minutes:
    """The meeting as it stands in the file."""
    return store.load(MEETING)


def action(store: Store, code: str) -> Action:
    found = stored(store).numbered(code)
    assert isinstance(found, Action)
    return found


async def test_the_page_reads_out_what_was_decided_with_what_is_missing_below(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "pagedown", "pagedown")
        text = seen(pilot)
        assert "由财务部孙主管负责，市场部配合，于9月25日（周五，中秋节放假）前" in text
        assert "缺完成时限（写作“待定”）" in text
        assert "研发部未发言" in text


async def test_enter_confirms_page_after_page_with_who_and_how_many(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "enter", "enter")
        assert "2/4 页已确认" in seen(pilot)
    pages = {c.page: (c.by, c.head_count) for c in stored(store).confirmations}
    first = stored(store).topics[0].id
    assert pages == {"attendance": ("市场部王总监", 5), first: ("市场部王总监", 5)}


async def test_an_item_changed_after_its_confirmation_loses_it(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "enter", "enter", "pageup")
        assert "✓ 15:52 市场部王总监已确认，在场 5 人" in seen(pilot)
        await press(pilot, "down", "down", "down", "space")
        assert "行动 A1" in seen(pilot)
        await press(pilot, "1")
        await say(pilot, "，含海报")
        await press(pilot, "enter")
        assert "确认后有改动" in seen(pilot)
        assert "1/4 页已确认" in seen(pilot)
        await press(pilot, "enter")
        assert "2/4 页已确认" in seen(pilot)


async def test_correcting_an_item_comes_back_to_where_one_was(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "pagedown", "down", "down", "down", "space", "1")
        assert "更正A1" in seen(pilot)
        await press(pilot, "ctrl+u")
        await say(pilot, "行动：提供亮点说明与海报 @陈工程师 /9月24日")
        await press(pilot, "enter")
        text = seen(pilot)
        assert "于9月24日（周四）前提供亮点说明与海报" in text
        assert "议题 1.1" in text
    assert action(store, "A1").due == "2026-09-24"


async def test_escape_leaves_an_item_as_it_was(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "pagedown", "down", "down", "down", "space", "1")
        await say(pilot, "不要")
        await press(pilot, "escape")
        assert "请主持人宣读" in seen(pilot)
    assert action(store, "A1").task == "提供产品功能亮点说明"


async def test_an_item_put_back_unchanged_is_not_said_to_be_corrected(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        before, steps = action(store, "A1"), len(store.steps(MEETING))
        await press(pilot, "pagedown", "down", "down", "down", "space", "1", "enter")
        assert "更正" not in seen(pilot)
        assert "请主持人宣读" in seen(pilot)
    assert action(store, "A1") == before
    assert len(store.steps(MEETING)) == steps


async def test_pages_do_not_turn_while_an_item_is_being_corrected(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "pagedown", "down", "down", "down", "space", "1", "pagedown", "ctrl+n")
        assert "议题 1.1" in seen(pilot)
        assert "更正A1" in seen(pilot)


async def test_a_digit_takes_what_a_finding_offers(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "pagedown", "pagedown", "down", "down", "space")
        assert "前一个工作日 9月24日（周四）" in seen(pilot)
        await press(pilot, "1")
        assert "于9月24日（周四）前" in seen(pilot)
    assert (action(store, "A2").due, action(store, "A2").due_by_hand) == ("2026-09-24", True)


async def test_the_full_width_space_opens_the_menu_too(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "pagedown", "down")
        await say(pilot, "\u3000")
        assert "异议：谁、什么" in seen(pilot)
        await press(pilot, "escape")
        assert "异议：谁、什么" not in seen(pilot)


async def test_an_objection_is_kept_with_who_and_what(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "pagedown", "down", "down", "space", "2")
        await say(pilot, "财务部：成本未核算")
        await press(pilot, "enter")
        assert "异议 财务部：成本未核算" in seen(pilot)
    (objection,) = stored(store).all(Objection)
    assert (objection.by, objection.text) == ("财务部", "成本未核算")
    assert objection.item == stored(store).all(Resolution)[0].id


async def test_what_is_left_open_is_marked_as_to_be_checked(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "pagedown", "down", "down", "down", "space", "3")
    assert action(store, "A1").doubt


async def test_the_next_gap_is_found_on_whatever_page_and_its_offer_taken(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "ctrl+n")
        assert "议题 1.2" in seen(pilot)
        await press(pilot, "space")
        assert "转为遗留问题" in seen(pilot)
        await press(pilot, "1")
    minutes = stored(store)
    assert [d.status for d in minutes.disagreements(minutes.topics[1].id)] == ["deferred"]
    assert [i.text for i in minutes.all(OpenIssue)] == ["推广费用占比取30%还是25%"]


async def test_a_finding_let_pass_is_not_said_again_and_undo_brings_it_back(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "ctrl+n")
        before = len([line for line in seen(pilot).splitlines() if "尚无共识" in line])
        await press(pilot, "space", "3")
        assert [w.rule for w in stored(store).waivers] == ["R13"]
        assert "R13" not in seen(pilot)
        await press(pilot, "ctrl+z")
        assert "R13" in seen(pilot)
        assert before == len([line for line in seen(pilot).splitlines() if "尚无共识" in line])


async def test_a_silent_department_is_said_to_have_no_objection_at_one_key(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "pagedown", "pagedown")
        screen = pilot.app.screen
        place = next(
            n
            for n, f in enumerate(screen.session.page.findings)
            if f.rule == "silent"  # type: ignore[attr-defined]
        )
        for _step in range(place + 1):
            await press(pilot, "ctrl+n")
        await press(pilot, "space", "1")
    minutes = stored(store)
    last = minutes.opinions(minutes.topics[1].id)[-1]
    assert (minutes.department_name(last.department_id), last.stance, last.text) == (
        "研发部",
        "support",
        "无意见",
    )


async def test_attendance_is_mended_on_its_page(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, *["down"] * 6, "space")
        assert "缺席：原因与代参会" in seen(pilot)
        await press(pilot, "1")
    assert [p.attendance for p in stored(store).all(Person) if p.name == "刘总监"] == ["present"]


async def test_the_projector_view_hides_what_is_not_for_everybody(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "pagedown", "pagedown", "ctrl+l")
        text = seen(pilot)
        assert "还差什么" not in text
        assert "逐项回顾" not in text
        assert "缺完成时限" not in text
        assert "上市总预算500万元不变" in text
        await press(pilot, "ctrl+l")
        assert "还差什么" in seen(pilot)


async def test_closing_warns_and_one_key_leaves_everything_for_afterwards(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, *["enter"] * 4)
        text = seen(pilot)
        assert "应到 6 人，实到 5 人" in text
        assert "1 处争议尚无共识" in text
        assert "纪要初稿应于9月18日（周五）前整理完成" in text
        await press(pilot, "enter")
        assert stored(store).meeting.closed_at is None
        await press(pilot, "1")
        assert "已于 15:52 散会" in seen(pilot)
        assert "Ctrl+O 导出纪要文档" in seen(pilot)
    meeting = stored(store).meeting
    assert (meeting.closed_at, meeting.closed_by) == ("2026-09-16T15:52", "市场部王总监")


async def test_the_second_choice_at_the_close_goes_to_the_first_gap(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, *["enter"] * 5, "2")
        assert "议题 1.2" in seen(pilot)
    assert stored(store).meeting.closed_at is None


async def test_a_meeting_in_which_nothing_is_missing_closes_at_once(tmp_path: Path) -> None:
    clean = [
        line for line in LINES if "30%还是25%" not in line and "待定" not in line and "9月25日" not in line
    ]
    opened = prepare(
        tmp_path / "b.db",
        *clean,
        "研发部：无意见",
        "行动：提交三档占比的成本测算 @孙主管 +市场部 /9月24日",
    )
    async with shown(opened, "recap") as pilot:
        assert "处待补" not in seen(pilot)
        await press(pilot, *["enter"] * 5)
        assert "已于 15:52 散会" in seen(pilot)
    opened.close()


async def test_what_another_window_adds_is_there_within_a_second(store: Store) -> None:
    from models.recorder import Recorder

    async with shown(store, "recap") as pilot:
        await press(pilot, "pagedown", "pagedown")
        other_store = Store.open(store.path)
        Recorder(other_store, MEETING).accept("行动：补充渠道数据清单 @李经理 /9月24日")
        other_store.close()
        pilot.app.screen._tick()  # type: ignore[attr-defined]
        await pilot.pause()
        assert "补充渠道数据清单" in seen(pilot)


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_every_page_fits_its_screen_in_english(store: Store, size: tuple[int, int]) -> None:
    async with shown(store, "recap", language="en", size=size) as pilot:
        for _page in range(5):
            assert "Recap" in seen(pilot)
            assert all(len(line) <= size[0] for line in seen(pilot).splitlines())
            await press(pilot, "pagedown")
        assert "By department" in seen(pilot)


async def test_a_terminal_without_room_says_what_it_needs(store: Store) -> None:
    async with shown(store, "recap", size=(60, 20)) as pilot:
        assert "80×24" in seen(pilot)


async def test_the_reason_of_an_absence_is_typed_inside_the_brackets_and_read_above_the_line(
    store: Store,
) -> None:
    async with shown(store, "recap") as pilot:
        screen = app_of(pilot).screen
        assert isinstance(screen, RecapScreen)
        person = next(p for p in stored(store).all(Person) if p.name == "李经理")
        screen.asking.ask_absence(person)
        await say(pilot, "年底关账")
        assert screen.asking.bar.text == "缺席：市场部李经理（年底关账）"
        assert any("│ → " in line and "年底关账" in line for line in seen(pilot).splitlines())
        await press(pilot, "enter")
        assert stored(store).get(Person, person.id).reason == "年底关账"  # type: ignore[union-attr]


@pytest.mark.parametrize("line", ["缺席：销售部赵经理（）年底关账", "请假：销售部赵经理()年底关账"])
def test_what_is_typed_behind_the_brackets_is_the_reason_too(store: Store, line: str) -> None:
    Recorder(store, MEETING, clock=lambda: NOW).accept(line)
    assert "年底关账" in (next(p for p in stored(store).all(Person) if p.name == "赵经理").reason or "")


async def test_a_correction_is_stored_in_the_reading_that_is_shown(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        screen = app_of(pilot).screen
        assert isinstance(screen, RecapScreen)
        screen.asking.ask_correction(action(store, "A2").id)
        await press(pilot, "ctrl+u")
        await say(pilot, "行动：重新测算 @财务部 /下周五前")
        assert "→ 行动" in seen(pilot)
        await press(pilot, "enter")
        assert action(store, "A2").task == "重新测算"


async def test_an_objection_is_shown_as_who_and_what_while_it_is_typed(store: Store) -> None:
    async with shown(store, "recap") as pilot:
        screen = app_of(pilot).screen
        assert isinstance(screen, RecapScreen)
        item = screen.session.find(action(store, "A2").id)
        assert item is not None
        screen.asking.ask_objection(item)
        await say(pilot, "财务部：来不及")
        assert "→ 财务部  来不及" in seen(pilot)
