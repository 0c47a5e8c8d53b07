"""Jobs typed in English in a hurry, in any order of thing, owner and day, and what stays the last speaker's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.capture import to_json
from models.i18n import language
from models.meeting import Meeting
from models.names import codes_of
from models.recorder import Recorder
from models.store import Store
from tests.meetings.stored import MEETING, empty_store

ROLL = (
    "present: Design: Anna Kowalski, Ben Osei; Legal: Carla Diaz; Stores: Mr Finch; Payroll: Lin de Boer;"
    " Warehouse: Omar Haddad; IT: Jun Tanaka"
)


@pytest.fixture
def recorder(tmp_path: Path) -> Iterator[Recorder]:
    """A meeting in which Anna speaks, on Monday, 30 November 2026."""
    with language("en"):
        store: Store = empty_store(tmp_path / "a.db")
        store.create(Meeting(id=MEETING, meeting_id=MEETING, name="Fit-out", starts_at="2026-11-30T14:00"))
        made = Recorder(store, MEETING)
        for line in (ROLL, "topic: shelving", "Anna: the shelves came late"):
            made.accept(line)
            made.keep_codes({name: codes_of(name) for name in made.names_without_codes()})
        yield made
        store.close()


def read(recorder: Recorder, line: str) -> list[dict[str, object]]:
    return [to_json(item) for item in recorder.readings(line)[0].items]


@pytest.mark.parametrize(
    ("line", "owner", "task", "due"),
    [
        ("oak samples here by 11 Dec (Ben)", "Ben Osei", "oak samples here", "2026-12-11"),
        ("call the carpenter - Omar", "Omar Haddad", "call the carpenter", None),
        ("floor plan, Jun, by Friday", "Jun Tanaka", "floor plan", "2026-12-04"),
        ("floor plan (Jun, Friday)", "Jun Tanaka", "floor plan", "2026-12-04"),
        ("Jun, socket plan by Friday", "Jun Tanaka", "socket plan", "2026-12-04"),
        ("Carla to call, Friday", "Carla Diaz", "call", "2026-12-04"),
        ("badge list -> Lin", "Lin de Boer", "badge list", None),
        ("lease to be checked by Carla by 9 Dec", "Carla Diaz", "lease to be checked", "2026-12-09"),
        ("notice to go out from Carla", "Carla Diaz", "notice to go out", None),
        ("Carla has the action to ring the landlord", "Carla Diaz", "ring the landlord", None),
        ("Omar's got the action on the keys", "Omar Haddad", "keys", None),
        ("action on Ben to redraw the plan", "Ben Osei", "redraw the plan", None),
        ("AP Lin: pay the deposit by Friday", "Lin de Boer", "pay the deposit", "2026-12-04"),
        ("Omar rings the haulier today", "Omar Haddad", "rings the haulier", "2026-11-30"),
        (
            "Ben also looks for a cheaper oak, by mid December",
            "Ben Osei",
            "looks for a cheaper oak",
            "2026-12-15",
        ),
        ("Anna sends the drawings by Friday", "Anna Kowalski", "sends the drawings", "2026-12-04"),
        ("Jun pls send the wiring list", "Jun Tanaka", "send the wiring list", None),
        ("Omar - tell the drivers by Friday", "Omar Haddad", "tell the drivers", "2026-12-04"),
        ("Ben - layout drawings by 11 Dec", "Ben Osei", "layout drawings", "2026-12-11"),
        ("Jun is going to test the sockets by Friday", "Jun Tanaka", "test the sockets", "2026-12-04"),
        ("Lin to pay the deposit by tmrw", "Lin de Boer", "pay the deposit", "2026-12-01"),
        ("Lin to pay the deposit next wk", "Lin de Boer", "pay the deposit", "2026-12-11"),
    ],
)
def test_a_job_in_passing_has_its_owner_and_day_whoever_speaks(
    recorder: Recorder, line: str, owner: str, task: str, due: str | None
) -> None:
    (item,) = read(recorder, line)
    assert (item["kind"], item["owner"], item["task"], item["due"]) == ("action", owner, task, due)


@pytest.mark.parametrize(
    ("line", "owner", "task", "helpers"),
    [
        ("Ben and Jun to measure the room", "Ben Osei", "measure the room with Jun", ["Jun Tanaka"]),
        ("Ben + Jun to measure the room", "Ben Osei", "measure the room with Jun", ["Jun Tanaka"]),
        (
            "Ben & Jun will measure the room by Friday",
            "Ben Osei",
            "measure the room with Jun",
            ["Jun Tanaka"],
        ),
        ("Jun to test the sockets w/ Omar", "Jun Tanaka", "test the sockets w/ Omar", ["Omar Haddad"]),
        (
            "Jun to test the sockets, Omar helping",
            "Jun Tanaka",
            "test the sockets, Omar helping",
            ["Omar Haddad"],
        ),
        ("Jun to check w/ Omar", "Jun Tanaka", "check w/ Omar", []),
    ],
)
def test_who_does_it_with_the_owner_helps(
    recorder: Recorder, line: str, owner: str, task: str, helpers: list[str]
) -> None:
    (item,) = read(recorder, line)
    assert (item["kind"], item["owner"], item["task"]) == ("action", owner, task)
    assert item["helpers"] == helpers


def test_departments_that_do_it_together_own_it_and_help(recorder: Recorder) -> None:
    (item,) = read(recorder, "Stores & IT to label the racks by Friday")
    assert (item["owner_department"], item["cooperating"]) == ("Stores", ["IT"])
    assert item["task"] == "label the racks with IT"


def test_two_who_are_named_with_their_jobs_have_one_each(recorder: Recorder) -> None:
    first, second = read(recorder, "Ben sends the plan round tmrw, Jun cuts the cable list by 9 Dec")
    assert (first["owner"], first["due"]) == ("Ben Osei", "2026-12-01")
    assert (second["owner"], second["due"]) == ("Jun Tanaka", "2026-12-09")


@pytest.mark.parametrize("line", ["Carla has the action", "Carla owns this", "Carla on point for that"])
def test_who_has_the_action_owns_the_one_just_typed(recorder: Recorder, line: str) -> None:
    recorder.accept("action: ring the landlord")
    (item,) = read(recorder, line)
    assert (item["kind"], item["owner"]) == ("slots", "Carla Diaz")


@pytest.mark.parametrize(
    "line",
    [
        "drafts of the lease by 11 Dec",
        "new quote from the joiner by Friday",
        "send the plan round by Friday",
        "board to decide in January",
        "Petra to order the paint by Friday",
        "Petra and Paul to order the paint",
        "someone to water the plants over Christmas",
        "all to read the lease before Friday",
        "Agreed, oak for the counter",
        "Lighting",
        "right, lighting",
        "lighting budget approved",
        "motion carried",
        "no objections to the oak",
        "7 for, 1 against",
        "badge list - Lin",
        "badge list (Lin)",
        "agreed same rota as last year",
        "Carla's team can't take it",
        "volunteers",
        "show of hands: 5 for",
        "both fine with that",
        "Q from Carla - who signs",
        "actions from last time: all done",
    ],
)
def test_a_line_that_is_hardly_the_speakers_asks_whose_it_is(recorder: Recorder, line: str) -> None:
    (item,) = read(recorder, line)
    assert (item["kind"], item["person"], item["asks"]) == ("opinion", None, "who")


def test_what_stands_behind_a_department_and_a_dash_is_its_opinion(recorder: Recorder) -> None:
    (item,) = read(recorder, "Stores - three people short")
    assert (item["kind"], item["department"], item["text"]) == ("opinion", "Stores", "three people short")


def test_what_follows_a_question_may_be_anybodys_answer(recorder: Recorder) -> None:
    recorder.accept("Carla: why so late?")
    (item,) = read(recorder, "the lorry broke down")
    assert (item["person"], item["asks"]) == (None, "who")


@pytest.mark.parametrize(
    "line",
    [
        "we'll have it by Friday",
        "it'll be there by 11 Dec",
        "we can't do that by Friday, Carla",
        "that came from Carla",
        "thanks to Omar we saved a day",
        "I spoke to the carpenter with Ben",
        "the lease has to be checked by a lawyer",
        "the plan was drawn by Ben last year",
        "if Carla signs it we can start on Friday",
        "oak costs twice as much as pine",
        "two of them are broken",
        "need another week for the doors",
        "delivery is every Friday",
        "we looked at three rooms on Friday",
        "the old racks are from 2012",
        "some of the shelves don't fit",
        "I'd ask Omar to check it",
        "the board wants it before Christmas",
        "we have to be out by 31 Dec",
        "the van was late on Monday too",
        "agreed, but only for the counter",
        "nobody has measured the door yet",
        "that's the one next to the lift",
        "Finch's list is out of date",
        "Agree to paint one wall first",
        "Time to order the paint",
        "mostly",
        "thanks to the new racks it fits",
        "the shared drive is full",
        "both doors are too narrow",
        "Omar, we can't do that by Friday",
    ],
)
def test_what_only_sounds_like_a_job_stays_the_speakers(recorder: Recorder, line: str) -> None:
    (item,) = read(recorder, line)
    assert (item["kind"], item["person"], item.get("asks")) == ("opinion", "Anna Kowalski", None)


@pytest.mark.parametrize(
    "line",
    [
        "Omar - we'll have the keys by 9 Dec",
        "Omar - builders hand over 9 Dec, a week later than promised",
        "Omar - no room left",
        "Omar - on leave next week",
        "Omar flagged the delay",
        "Omar promised the keys by Friday",
        "Omar asked Ben to come along",
        "Omar gave a quick update on the keys",
    ],
)
def test_what_somebody_says_or_is_said_to_say_is_his_opinion_and_no_job(
    recorder: Recorder, line: str
) -> None:
    recorder.accept("topic: handover")
    (item,) = read(recorder, line)
    assert (item["kind"], item["person"], item["stance"]) == ("opinion", "Omar Haddad", "none")


@pytest.mark.parametrize(
    "line", ["Omar looks tired today", "Omar gets back on Friday", "Omar works from home on Friday"]
)
def test_what_is_told_of_somebody_is_no_job_of_his(recorder: Recorder, line: str) -> None:
    (item,) = read(recorder, line)
    assert item["kind"] != "action"
