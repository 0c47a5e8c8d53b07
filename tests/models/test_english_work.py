"""English as it is spoken: who takes on what, what is decided on which condition, and what is neither."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from models.capture import readings, to_json
from models.capture.line import Dispute
from models.dates import Anchor
from tests.meetings.contexts import MEETING, roster
from tests.meetings.people import BEGINS, ENDS

PEOPLE = roster(
    {
        "Marketing": ["Tom Reed", "Grace Hopper"],
        "Legal": ["Lena Fox", "Bob White"],
        "Finance": ["Irene Cole"],
    }
)
SPOKEN = replace(MEETING, roster=PEOPLE, speaker=("Marketing", "Grace Hopper"))


def _read(line: str, **changes: Any) -> list[dict[str, Any]]:
    return [to_json(item) for item in readings(line, replace(SPOKEN, **changes))[0].items]


@pytest.mark.parametrize(
    ("line", "jobs"),
    [
        ("Lena and Tom to draft the notice by Friday", [("Lena Fox", ["Tom Reed"], "2026-09-18")]),
        ("action: Lena and Tom to draft the notice", [("Lena Fox", ["Tom Reed"], None)]),
        (
            "Lena to confirm; Tom to publish by Friday",
            [("Lena Fox", [], None), ("Tom Reed", [], "2026-09-18")],
        ),
        (
            "next steps: 1) Lena to confirm; 2) Tom to publish",
            [("Lena Fox", [], None), ("Tom Reed", [], None)],
        ),
        ("next steps: Lena to confirm; Tom to publish", [("Lena Fox", [], None), ("Tom Reed", [], None)]),
        ("action: update the FAQ (Lena, Friday)", [("Lena Fox", [], "2026-09-18")]),
        ("action: spares list - Tom - Friday", [("Tom Reed", [], "2026-09-18")]),
        ("action: Tom - book the hall - Friday", [("Tom Reed", [], "2026-09-18")]),
        ("Tom, can you send the stats by Friday?", [("Tom Reed", [], "2026-09-18")]),
        ("can you, Tom, send the stats", [("Tom Reed", [], None)]),
    ],
)
def test_who_takes_on_what_is_their_action(line: str, jobs: list[tuple[str, list[str], str | None]]) -> None:
    found = _read(line)
    assert [one["kind"] for one in found] == ["action"] * len(jobs)
    assert [(one["owner"], one["helpers"], one["due"]) for one in found] == jobs


def test_who_takes_that_owns_the_action_just_typed() -> None:
    (after,) = _read("Irene takes that", latest_kind="action")
    (alone,) = _read("Irene takes that")
    assert (after["kind"], after["owner"]) == ("slots", "Irene Cole")
    assert (alone["kind"], alone["owner"], alone["task"]) == ("action", "Irene Cole", "Irene takes that")


@pytest.mark.parametrize(
    "line",
    [
        "Tom, can you hear us?",
        "Lena, could you live with June?",
        "action plan from April was never followed",
        "we need to send it to Lena - Friday at the latest",
        "who can send the stats by Friday?",
    ],
)
def test_talk_is_no_action(line: str) -> None:
    assert [one["kind"] for one in _read(line)] == ["opinion"]


@pytest.mark.parametrize(
    ("line", "text", "condition", "department"),
    [
        (
            "decision: ship in May subject to Legal checking the clause",
            "ship in May",
            "Legal checking the clause",
            "Legal",
        ),
        (
            "decision: order two once Finance releases the budget",
            "order two",
            "Finance releases the budget",
            "Finance",
        ),
        (
            "decision: go live in July if the load test passes",
            "go live in July",
            "the load test passes",
            None,
        ),
        (
            "decision: letters go out after Lena has checked them",
            "letters go out",
            "Lena has checked them",
            "Legal",
        ),
        ("decision: if Legal agrees, we sign in May", "we sign in May", "Legal agrees", "Legal"),
        (
            "决议：预算按中档执行，待财务部复核后生效",
            "预算按中档执行，待财务部复核后生效",
            "复核",
            "财务部",
        ),
        ("决议：在法务部确认条款的前提下签约", "在法务部确认条款的前提下签约", "确认条款", "法务部"),
    ],
)
def test_a_decision_has_the_condition_it_says(
    line: str, text: str, condition: str, department: str | None
) -> None:
    (made,) = _read(line) if line.isascii() else _read(line, roster=MEETING.roster)
    (one,) = made["conditions"]
    assert (made["text"], one["task"], one["owner_department"]) == (text, condition, department)


@pytest.mark.parametrize(
    "line",
    [
        "decision: review the list once a week",
        "decision: meet after lunch",
        "decision: the budget is fine if a bit tight",
        "decision: answer within two days if possible",
        "decision: prices are subject to change",
        "决议：待机时间按八小时做",
        "决议：样机借用满一周后归还",
        "决议：待遇方案年后再定",
    ],
)
def test_what_only_sounds_like_a_condition_is_the_decision(line: str) -> None:
    (made,) = _read(line)
    assert made["conditions"] == []


@pytest.mark.parametrize(
    "line",
    [
        "we agreed to run the pilot on belt 2",
        "agreed to close the issue",
        "agreed we write to the tenants by Friday",
        "it was agreed that Legal signs first",
        "let's go with the two-year lease",
        "resolved that support answers complaints",
        "minutes of 3 December approved",
        "motion to pause the portal carried 5-1",
    ],
)
def test_what_was_decided_in_a_sentence_is_a_resolution_whoever_speaks(line: str) -> None:
    (made,) = _read(line)
    assert (made["kind"], made["text"]) == ("resolution", line)


def test_what_was_decided_settles_the_dispute_whose_words_it_shares() -> None:
    (made,) = _read("let's go with the lease", disputes=(Dispute("d1", 1, "lease or buy the sorter"),))
    assert (made["kind"], made["settles"]) == ("consensus", "d1")


@pytest.mark.parametrize(
    "line",
    [
        "we agreed to that last year and nothing happened",
        "the team agreed to help us out",
        "should we have agreed to that?",
        "agreed rates run out in August",
        "let's go through the list first",
        "let's go with Tom to the site",
        "let's agree on a date first",
        "we agreed on most points, not on the date",
    ],
)
def test_an_account_of_what_was_agreed_is_the_speakers(line: str) -> None:
    (made,) = _read(line)
    assert (made["kind"], made["department"]) == ("opinion", "Marketing")


@pytest.mark.parametrize(
    ("line", "vote"),
    [
        ("motion: accept the tender, moved by Tom, seconded by Lena, carried 5-1", "carried 5-1"),
        ("motion: pause the portal, moved by Tom, defeated 2-4", "defeated 2-4"),
        ("motion: adopt the policy, carried unanimously", "carried unanimously"),
        ("decision: the lift carried 12 people", ""),
    ],
)
def test_a_motion_is_a_resolution_with_its_vote_and_keeps_its_words(line: str, vote: str) -> None:
    (made,) = _read(line)
    assert (made["kind"], made["text"], made["vote"] or "") == ("resolution", line.partition(": ")[2], vote)


def test_how_a_motion_ended_is_the_vote_of_the_resolution_just_typed() -> None:
    (made,) = _read("carried 7-1", latest_kind="resolution")
    assert (made["kind"], made["in_favour"], made["against"]) == ("vote", 7, 1)
    (said,) = _read("carried 7-1")
    assert said["kind"] == "opinion"


def test_a_parking_lot_keeps_an_open_issue_and_any_other_business_a_topic() -> None:
    assert [one["kind"] for one in _read("parking lot: who owns the training")] == ["open_issue"]
    assert [one["title"] for one in _read("AOB: holiday dates")] == ["holiday dates"]


AGENDA = (("1.1", "Resident consultation"), ("1.2", "Repairs portal"), ("1.3", "门店系统切换"))


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("moving on to the repairs portal", "1.2"),
        ("说回门店系统切换", "1.3"),
        ("back to resident consultation", None),
    ],
)
def test_a_topic_is_gone_to_by_its_title_unless_it_is_the_live_one(line: str, number: str | None) -> None:
    (made,) = _read(line, topics=AGENDA, live="1.1")
    assert (made["number"] if made["kind"] == "topic" else None) == number


@pytest.mark.parametrize("line", ["王总监开场，三点前把范围敲死", "李经理三点半前必须走完这几项"])
def test_an_hour_of_the_meeting_itself_is_no_due(line: str) -> None:
    anchor = Anchor(BEGINS.date(), BEGINS, ENDS)
    found = _read(line, roster=MEETING.roster, speaker=None, anchor=anchor)
    assert "action" not in [one["kind"] for one in found]


@pytest.mark.parametrize(
    "line",
    [
        "decision: go live. Owner: Legal.",
        "decision: go live; owner: Legal",
        "decision: go live; execute: Legal;",
    ],
)
def test_who_carries_a_decision_out_leaves_its_text(line: str) -> None:
    (made,) = _read(line)
    assert (made["text"].rstrip("."), made["executing_department"]) == ("go live", "Legal")


@pytest.mark.parametrize(
    "line",
    [
        "sorry thats Tuesday not Weds",
        "sorry, 15k in that bit should read 13k",
        "that last one before 16 Oct",
        "meeting again Thurs 19th 1.30",
        "next one 14 Nov same room",
        "need it by then for the leaflets, Irene says",
        "website needs a line on prices, Irene + Bob",
        "transport from Leeds is tight, Irene to tell him today",
        "went round this a while, Irene's call in the end",
        "A4 also needs Bob on it",
        "action 2 goes to Irene",
        "scrub that, Irene's is by 8 Jan",
        "make number 3 Irene",
        "well they went back and forth, it's week 6",
        "and Irene's going to find out why it stopped",
        "10:20 Irene's here",
    ],
)
def test_what_only_who_writes_the_minutes_says_is_not_the_last_speakers(line: str) -> None:
    carried = [one for one in _read(line) if (one.get("evidence") or {}).get("person") == "carried"]
    assert not carried, carried


@pytest.mark.parametrize(
    "line",
    [
        "sorry but we have no more budget",
        "the last two quarters were poor",
        "next week is already full",
        "we meet again what they asked for in May",
        "that is Bob's old supplier",
        "it was fine before, Bob liked it",
        "sales told us to wait, it was a mess",
        "A4 paper is out again",
        "they went over budget twice",
        "make sure it works",
    ],
)
def test_an_ordinary_line_with_somebody_in_it_stays_the_last_speakers(line: str) -> None:
    (said,) = _read(line)
    assert (said["kind"], said["person"], said.get("asks")) == ("opinion", "Grace Hopper", None)
