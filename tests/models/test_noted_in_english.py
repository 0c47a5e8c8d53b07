"""What a hurried recorder notes in English is what it says, and never one more opinion of whoever spoke last."""

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
    " Warehouse: Omar Haddad"
)


@pytest.fixture
def recorder(tmp_path: Path) -> Iterator[Recorder]:
    with language("en"):
        store: Store = empty_store(tmp_path / "a.db")
        store.create(Meeting(id=MEETING, meeting_id=MEETING, name="Fit-out", starts_at="2026-11-30T14:00"))
        made = Recorder(store, MEETING)
        for line in (ROLL, "topic: shelving", "Anna: the shelves came 14 days late, 9 Dec at best"):
            made.accept(line)
            made.keep_codes({name: codes_of(name) for name in made.names_without_codes()})
        yield made
        store.close()


def read(recorder: Recorder, line: str) -> list[dict[str, object]]:
    return [to_json(item) for item in recorder.readings(line)[0].items]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("back and forth Anna vs Carla, no movement", "dispute"),
        ("long argument about who signs", "dispute"),
        ("Anna and Carla can't agree on the colour", "dispute"),
        ("Ben wants two shifts, Omar wants one, stuck", "dispute"),
        ("both sides are still at odds", "dispute"),
        ("agreed then, we open on the 14th", "resolution"),
        ("Carla's call in the end: one shift", "resolution"),
        ("settled, we keep the old racks", "resolution"),
        ("so we go with the oak", "resolution"),
        ("two racks per aisle, agreed", "resolution"),
        ("so we park the rota thing until January", "deferred"),
        ("leave that one for next time", "deferred"),
        ("nobody knows who pays for the skip", "open_issue"),
        ("Parking: nobody knows where the vans go", "open_issue"),
        ("still don't know when the keys come", "open_issue"),
        ("the projector died again", "note"),
        ("take that offline", "deferred"),
        ("let's take the colour debate offline", "deferred"),
        ("rota gap - take it offline, Ben and Omar", "deferred"),
        ("no decision yet", "deferred"),
        ("no decision yet on the van", "deferred"),
        ("nothing decided on the hours", "deferred"),
        ("revisit next time", "deferred"),
        ("revisit in January", "deferred"),
        ("defer the skip to Feb", "deferred"),
        ("colour question - leave till January", "deferred"),
        ("bring it back next month", "deferred"),
        ("paint put back to spring", "deferred"),
        ("carry over to next meeting", "deferred"),
        ("over to Ben for the drawings", "point"),
        ("agreed open from the 14th if the landlord says yes", "resolution"),
        ("ok so agreed, trial till January", "resolution"),
        ("motion to fund the racks, moved Osei, second Finch, passes 4-0", "resolution"),
        ("2/ lighting plan", "topic"),
        ("adjourn 4:10", "break"),
        ("parking lot - window seats", "open_issue"),
        ("who pays for the skip? nobody knows", "open_issue"),
        ("who pays for the skip, not clear", "open_issue"),
        ("going round in circles", "dispute"),
        ("agreed we write to the tenants by Friday", "resolution"),
        ("agreed to move the counter", "resolution"),
        ("agreed two racks per aisle", "resolution"),
        ("agreed at last: two racks", "resolution"),
        ("all in favour: open on the 14th", "resolution"),
        ("so two racks it is", "resolution"),
        ("going with the oak", "resolution"),
        ("plan approved unanimously", "resolution"),
        ("motion to close early, carried", "resolution"),
        ("Ben moved to close early, Lin seconded, carried 5-1", "resolution"),
        ("2. Lighting", "topic"),
        ("4) lighting plan", "topic"),
        ("ok so topic 2 - the lighting plan", "topic"),
        ("next: lighting", "topic"),
        ("first item: lighting", "topic"),
        ("moving on - lighting", "topic"),
        ("Item 2 Shop move to Block C", "topic"),
        ("AOB", "topic"),
        ("next: 9 Dec 2pm", "next"),
        ("over to Ben", "point"),
        ("anything else? no", "point"),
        ("adjourned 4.10pm", "break"),
        ("thanks all", "note"),
        ("back in 10 minutes", "note"),
        ("good afternoon everyone", "note"),
        ("10 min break", "break"),
        ("who ordered that lol", "note"),
        ("next one Thurs 10 Dec 9.30 canteen", "next"),
        ("moving on to lighting", "topic"),
        ("Lin had to leave 14:40", "attendance"),
        ("Omar joined 14:20", "attendance"),
    ],
)
def test_a_note_of_the_room_is_nobodys_opinion(recorder: Recorder, line: str, kind: str) -> None:
    assert [item["kind"] for item in read(recorder, line)] == [kind]


@pytest.mark.parametrize(
    "line",
    [
        "the back and forth with the supplier costs a day a week",
        "the argument for oak is weak",
        "no idea is stupid",
        "our shop is still open: nobody complains",
        "that decision cost us a month",
        "we go with them to the site",
        "so it's about money",
        "it's settled that we need racks",
        "I would park the rota until January",
        "last year nobody knew who pays",
        "coffee sales are down",
        "the table in the report is wrong",
        "it's oak, not just any wood",
        "agreed rates are too high",
        "agreed to half of it, though",
        "agreed price was 42k",
        "that leaves the car park",
        "they took the server offline for a day",
        "the parking lot needs new lines",
        "the decision was ours",
        "there is no agreement with the landlord on file if you look",
        "2. we need more light",
        "1. too dark",
        "next week is better",
        "next door is empty",
        "first we need a plan",
        "going with them costs a day",
        "we revisit the numbers every month",
        "that vote was in 2019",
    ],
)
def test_what_only_sounds_like_a_note_stays_the_speakers(recorder: Recorder, line: str) -> None:
    (item,) = read(recorder, line)
    assert (item["kind"], item["person"], item.get("asks")) == ("opinion", "Anna Kowalski", None)


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("oops 13 days not 14", "the shelves came 13 days late, 9 Dec at best"),
        ("Correction shelves are 10 Dec not 9", "the shelves came 14 days late, 10 Dec at best"),
        ("its 12 days, not 14", "the shelves came 12 days late, 9 Dec at best"),
        ("sorry, racks not shelves", "the racks came 14 days late, 9 Dec at best"),
    ],
)
def test_a_correction_in_passing_changes_the_words_it_names(
    recorder: Recorder, line: str, after: str
) -> None:
    recorder.accept(line)
    (topic,) = recorder.minutes.topics
    assert [one.text for one in recorder.minutes.opinions(topic.id)] == [after]


@pytest.mark.parametrize(
    "line",
    [
        "sorry 9 Dec",
        "make that 9 Dec",
        "correction, 9 Dec",
        "oops the 9th",
        "hmm no, 9th",
        "sorry, no, 9 Dec",
    ],
)
def test_another_day_alone_is_that_of_the_action_just_typed(recorder: Recorder, line: str) -> None:
    recorder.accept("action: order racks @Ben /Friday")
    (item,) = read(recorder, line)
    assert (item["kind"], item["target"], item["due"]) == ("change", "A1", "2026-12-09")


@pytest.mark.parametrize("line", ["make that Omar", "no sorry, Omar gets that", "oops, Omar"])
def test_another_name_alone_is_the_owner_of_the_action_just_typed(recorder: Recorder, line: str) -> None:
    recorder.accept("action: order racks @Ben /Friday")
    (item,) = read(recorder, line)
    assert (item["kind"], item["target"], item["owner"]) == ("change", "A1", "Omar Haddad")


def test_another_day_alone_is_that_of_the_words_just_typed_where_they_name_one(recorder: Recorder) -> None:
    recorder.accept("sorry 10 Dec")
    (topic,) = recorder.minutes.topics
    assert [one.text for one in recorder.minutes.opinions(topic.id)] == [
        "the shelves came 14 days late, 10 Dec at best"
    ]


@pytest.mark.parametrize("line", ["sorry 9 Dec", "sorry - Carla + Omar"])
def test_a_value_alone_of_which_nothing_was_typed_asks_which_is_meant(recorder: Recorder, line: str) -> None:
    recorder.accept("Ben: no room left")
    assert recorder.accept(line).miss


@pytest.mark.parametrize(
    "line", ["sorry, Friday is bad for us", "no Friday meeting then", "actually the 9th is better"]
)
def test_what_only_begins_like_a_correction_stays_the_speakers(recorder: Recorder, line: str) -> None:
    (item,) = read(recorder, line)
    assert (item["kind"], item["person"]) == ("opinion", "Anna Kowalski")


def test_a_correction_of_what_nobody_typed_asks_which_is_meant(recorder: Recorder) -> None:
    assert recorder.accept("oops 40 not 41").miss


def test_whoever_is_asked_something_is_not_the_one_who_asks(recorder: Recorder) -> None:
    (item,) = read(recorder, "Carla asked Ben whether the permit is there")
    assert (item["kind"], item["person"]) == ("opinion", "Carla Diaz")


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("A1: Lin helps with that", ("helpers", ["Lin de Boer"])),
        ("A1 due 9 Dec instead, the fair is on the 10th", ("due", "2026-12-09")),
        ("A1 goes to Carla", ("owner", "Carla Diaz")),
    ],
)
def test_a_change_by_number_in_everyday_words_changes_the_item(
    recorder: Recorder, line: str, changed: tuple[str, object]
) -> None:
    recorder.accept("action: order racks @Ben /Friday")
    (item,) = read(recorder, line)
    assert (item["kind"], item[changed[0]]) == ("change", changed[1])


@pytest.mark.parametrize(
    ("line", "stance"),
    [
        ("Carla accepts, grudgingly", "support"),
        ("Carla not happy w/ the oak", "oppose"),
        ("Carla unhappy abt it", "oppose"),
        ("Carla's not happy", "oppose"),
        ("Carla dead against", "oppose"),
        ("Carla disagrees, it's too dark", "oppose"),
        ("Carla isn't convinced", "reserve"),
        ("Carla not keen - too dark", "reserve"),
        ("Carla has concerns abt the light", "reserve"),
        ("Carla would support it if the light is better", "conditional"),
        ("Carla OK with March provided we tell the tenants", "conditional"),
        ("Carla fine w/ it", "support"),
        ("Carla ok to sign", "support"),
        ("Carla yes", "support"),
        ("Carla same here", "support"),
        ("Carla: yes", "support"),
        ("Carla: me too", "support"),
        ("Carla: no", "oppose"),
        ("Carla - fine", "support"),
        ("Carla: no, we looked at all of them", "none"),
        ("Carla - yes, and it's dark", "none"),
        ("Carla worried abt the light", "none"),
        ("Carla could live with two if we get a key", "conditional"),
    ],
)
def test_everyday_consent_is_a_stance(recorder: Recorder, line: str, stance: str) -> None:
    (item,) = read(recorder, line)
    assert (item["person"], item["stance"]) == ("Carla Diaz", stance)


@pytest.mark.parametrize(
    "line",
    [
        "Dr Quill would rather wait",
        "and Mrs Quill signs it by the 18th",
        "no way, Quentin says, it shuts the line",
        "too late for us, says Quentin",
        "make that 14 questions",
        "Dave said it is cheaper from Leeds",
        "Emma will bring the map",
        "Mrs Q - every week we leave it costs 90 quid",
        "leave compensation for now, Ben will take it up",
        "sorry trebled",
        "Decision relaunch 18 Jan, only if 3 swabs are clean",
        "(kettles on, back in 5)",
        "re A3 they've already emailed",
        "Ben's got 41 open bugs",
        "lease wording, Carla, no rush",
        "Quimby: sure, it's six hours for all of them",
        "Anna to chase them is Thursday not Wed, my bad",
        "works for me",
    ],
)
def test_what_a_titled_stranger_or_one_behind_a_comma_says_is_not_the_last_speakers(
    recorder: Recorder, line: str
) -> None:
    (said,) = read(recorder, line)
    assert (said["kind"], said["department"]) == ("opinion", None)
    assert said["asks"] == "who"


@pytest.mark.parametrize("line", ["Emma's photos are on the drive", "Grace period on the lease is ten days"])
def test_a_given_name_that_is_only_spoken_of_does_not_ask(recorder: Recorder, line: str) -> None:
    (said,) = read(recorder, line)
    assert (said["person"], said["asks"]) == ("Anna Kowalski", None)


@pytest.mark.parametrize(
    ("line", "owner", "helpers", "due", "task"),
    [
        (
            "Anna to redo the plan by 18 Dec, Carla to help with the lease",
            "Anna Kowalski", ["Carla Diaz"], "2026-12-18", "redo the plan, Carla to help with the lease",
        ),
        (
            "Anna to get three quotes, Carla to help with access, before 4th Dec",
            "Anna Kowalski", ["Carla Diaz"], "2026-12-04", "get three quotes, Carla to help with access",
        ),
        ("Carla confirm numbers to Anna fri 4 dec", "Carla Diaz", [], "2026-12-04", "confirm numbers to Anna"),
        ("new racking for bay 4, Stores to price it", None, [], None, "new racking for bay 4, price it"),
    ],
)  # fmt: skip
def test_one_job_with_who_helps_and_a_thing_with_who_does_it(
    recorder: Recorder, line: str, owner: str | None, helpers: list[str], due: str | None, task: str
) -> None:
    (said,) = read(recorder, line)
    assert (said["kind"], said["owner"], said["helpers"], said["due"]) == ("action", owner, helpers, due)
    assert said["task"] == task


def test_what_another_does_in_the_present_is_a_job_of_its_own(recorder: Recorder) -> None:
    one, other = read(recorder, "Anna to cut the boards by 16 Dec, Carla does a check only")
    assert (one["owner"], one["due"], one["task"]) == ("Anna Kowalski", "2026-12-16", "cut the boards")
    assert (other["owner"], other["task"]) == ("Carla Diaz", "does a check only")
