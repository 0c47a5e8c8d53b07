"""Who is there, set on the record screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.meeting import Person
from models.store import Store
from tests.meetings.stored import prepare
from tests.tui.record import bar_of, minutes_of, screen_of
from tests.tui.screens import press, say, shown


async def test_attendance_goes_round_by_space_and_enter_asks_reason_and_proxy(store: Store) -> None:
    async with shown(store, "record") as pilot:
        person = minutes_of(pilot).people(minutes_of(pilot).departments[0].id)[1]
        await press(pilot, "f2")
        screen_of(pilot).panes["attendance"].choose(person.id)
        await press(pilot, "space")
        assert minutes_of(pilot).person(person.id).attendance == "absent"  # type: ignore[union-attr]
        await press(pilot, "enter")
        assert bar_of(pilot) == "缺席：市场部李经理（）"
        await say(pilot, "出差，王专员代参会")
        await press(pilot, "enter")
        changed = minutes_of(pilot).person(person.id)
        assert changed is not None
        assert (changed.reason, changed.proxy) == ("出差", "王专员")


@pytest.mark.parametrize(
    ("language", "line"), [("zh_CN", "缺席：市场部李经理（）"), ("en", "absent: 市场部李经理 ()")]
)
async def test_a_reason_that_is_not_given_changes_nobody(store: Store, language: str, line: str) -> None:
    async with shown(store, "record", language=language) as pilot:
        before = minutes_of(pilot).all(Person)
        person = minutes_of(pilot).people(minutes_of(pilot).departments[0].id)[1]
        await press(pilot, "f2")
        screen_of(pilot).panes["attendance"].choose(person.id)
        await press(pilot, "enter")
        assert bar_of(pilot) == line
        await press(pilot, "enter")
        assert minutes_of(pilot).all(Person) == before
        assert bar_of(pilot) == ""


async def test_the_line_of_an_absence_is_read_as_it_is_written_in_english(tmp_path: Path) -> None:
    roll = "attendance: Marketing: Mr Li, Ms Chen; Legal: Bob White"
    opened = prepare(tmp_path / "english.db", roll)
    async with shown(opened, "record", language="en") as pilot:
        people = minutes_of(pilot).all(Person)
        await press(pilot, "f2")
        screen_of(pilot).panes["attendance"].choose(people[0].id)
        await press(pilot, "enter")
        await say(pilot, "on leave")
        await press(pilot, "enter")
        after = minutes_of(pilot).all(Person)
        assert [(p.name, p.attendance, p.reason) for p in after if p.attendance == "absent"] == [
            (people[0].name, "absent", "on leave")
        ]
        assert len(after) == len(people)
    opened.close()
