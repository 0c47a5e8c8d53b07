"""English as it is spoken: who holds what, with which stance, and what is a thing and nobody's stance."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from models.capture import readings, to_json
from tests.meetings.contexts import MEETING, roster

PEOPLE = roster(
    {
        "Marketing": ["Tom Reed", "Grace Hopper"],
        "Legal": ["Lena Fox", "Bob White"],
        "Customer Support": ["Dana Cole"],
    }
)
SPOKEN = replace(MEETING, roster=PEOPLE, speaker=("Marketing", "Tom Reed"))


def _read(line: str) -> dict[str, Any]:
    (item,) = readings(line, SPOKEN)[0].items
    return to_json(item)


@pytest.mark.parametrize(
    ("line", "department", "stance"),
    [
        ("Lena is against renting a second sorter", "Legal", "oppose"),
        ("Lena objects to the July date", "Legal", "oppose"),
        ("Bob does not support the cap", "Legal", "oppose"),
        ("Legal is fine with the lease", "Legal", "support"),
        ("Legal has no objection", "Legal", "support"),
        ("Customer Support are happy with that", "Customer Support", "support"),
        ("no concerns from Legal", "Legal", "support"),
        ("Lena would be OK with it provided the deposit is refundable", "Legal", "conditional"),
        ("Legal supports it if the board signs", "Legal", "conditional"),
        ("Legal supports it, but only in March", "Legal", "conditional"),
        ("Legal agrees subject to board approval", "Legal", "conditional"),
        ("Legal agrees as long as the cap stays", "Legal", "conditional"),
        ("Legal supports it even if it costs more", "Legal", "support"),
        ("Lena wants a cap", "Legal", "none"),
        ("Lena asks who tells the customers", "Legal", "none"),
        ("Lena suggests a video instead", "Legal", "none"),
        ("Bob pointed out that half the block has no wifi", "Legal", "none"),
        ("Bob is worried about the queue", "Legal", "none"),
        ("Bob has reservations about June", "Legal", "reserve"),
        ("Bob abstains", "Legal", "abstain"),
        ("Legal says it has no objection", "Legal", "support"),
        ("Legal says yes, but only in writing", "Legal", "conditional"),
        ("Legal says no", "Legal", "oppose"),
        ("Bob is fine", "Legal", "none"),
    ],
)
def test_what_somebody_is_said_to_hold_is_theirs_with_its_stance(
    line: str, department: str, stance: str
) -> None:
    said = _read(line)
    assert (said["kind"], said["department"], said["stance"]) == ("opinion", department, stance)
    assert said["evidence"]["department"] == "led"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("agreed, provided the dates hold", "conditional"),
        ("support, subject to the crane permit", "conditional"),
        ("we have no objection to January", "support"),
        ("we'd support it if the lifts come first", "conditional"),
        ("fine by us", "support"),
        ("happy with that", "support"),
        ("agree to run one line first", "support"),
        ("against", "oppose"),
        ("we object to the index clause", "oppose"),
        ("we do not support this", "oppose"),
        ("reserving judgement until the draft is out", "reserve"),
        ("the dates do not hold, so we object", "oppose"),
    ],
)
def test_what_is_said_behind_a_colon_and_what_the_speaker_goes_on_to_say_take_their_stance(
    text: str, stance: str
) -> None:
    assert (_read(f"Legal: {text}")["department"], _read(f"Legal: {text}")["stance"]) == ("Legal", stance)
    assert (_read(text)["department"], _read(text)["stance"]) == ("Marketing", stance)


@pytest.mark.parametrize(
    "line",
    [
        "support costs went up 9%",
        "reserve funds can't be used for lifts",
        "object storage is full",
        "agreed rates run out in August",
        "against the plan we are two weeks late",
        "no objections from the union so far",
        "opposing counsel asked for the survey",
        "Legal reports are late again",
        "Lena's team supports two sites",
        "Customer Support requests are up by a third",
        "Legal agreed to that two years ago",
        "if Legal agrees we can sign",
        "once Lena is happy with it we go",
        "Bob was against it last year",
        "abstaining members still count",
        "we agreed on most points, not on the date",
    ],
)
def test_things_conditions_and_old_stories_are_the_speakers_and_no_stance(line: str) -> None:
    said = _read(line)
    assert (said["kind"], said["department"], said["stance"]) == ("opinion", "Marketing", "none")


@pytest.mark.parametrize(
    ("line", "stance"),
    [
        ("支持话术要重写", "none"),
        ("同意付款的单据要附合同号", "none"),
        ("支持多币种的表结构已经建了", "none"),
        ("同意财务的说法，先付一半", "support"),
        ("排期撑不住，不同意", "oppose"),
    ],
)
def test_a_thing_that_begins_with_a_stance_is_none_and_one_at_the_end_counts(line: str, stance: str) -> None:
    assert _read(line)["stance"] == stance


@pytest.mark.parametrize(
    "line",
    [
        "No objections in the meeting, Tom will merge it",
        "no objections, moving forward",
        "opposed to just the onboarding step it covers both",
    ],
)
def test_words_minutes_use_of_the_whole_room_are_no_stance_of_who_spoke_last(line: str) -> None:
    said = _read(line)
    assert (said["department"], said["stance"]) == ("Marketing", "none")


def test_a_verb_that_may_take_a_thing_stays_in_the_text_without_that() -> None:
    assert _read("Lena added a comment")["text"] == "added a comment"
    assert _read("Lena added that it is late")["text"] == "it is late"
    assert _read("Lena says it is late")["text"] == "it is late"
