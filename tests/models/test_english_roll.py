"""Who is there, as English recorders type it before anything else stands in the minutes."""

from __future__ import annotations

import datetime as dt

import pytest

from models.capture import parse
from models.capture.line import Context
from models.capture.values import AttendanceLine, FactLine, PointLine
from models.dates import Anchor
from tests.meetings.contexts import EXAMPLES

START = dt.datetime(2026, 11, 10, 14, 0)
CONTEXT = Context(anchor=Anchor(day=START.date(), starts_at=START))


def there(line: str, context: Context = CONTEXT) -> list[tuple[str | None, str | None, str | None]]:
    """Department, name and attendance of everybody of a line; [] where it is anything else."""
    return [
        (one.department, one.name, one.attendance)
        for one in parse(line, context)
        if isinstance(one, AttendanceLine)
    ]


def test_who_is_covered_for_is_away_and_of_the_same_department() -> None:
    found = there("Finance is Priya today, covering for Graham who's off sick")
    assert found == [("Finance", "Priya", "present"), ("Finance", "Graham", "absent")]


def test_minutes_late_are_taken_from_a_sentence() -> None:
    assert there("Bev in the contact centre says she'll be about 20 mins late") == [
        ("Contact centre", "Bev", "late")
    ]


def test_minutes_late_are_taken_from_what_somebody_said() -> None:
    assert there("Sam from Sales said he'd be 10 min late") == [("Sales", "Sam", "late")]


def test_a_time_before_words_is_no_number_of_a_department() -> None:
    (item,) = parse("1:20 we start with the budget", EXAMPLES["en"])
    assert isinstance(item, PointLine)
    assert item.text.startswith("1:20")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Legal - Rosa Kemp and Idris Vane", [("Legal", "Rosa Kemp"), ("Legal", "Idris Vane")]),
        ("Rosa Kemp, legal", [("Legal", "Rosa Kemp")]),
        ("Rosa Kemp and Idris Vane for Procurement", [("Procurement", "Rosa Kemp"), ("Procurement", "Idris Vane")]),
        ("Design Rosa Kemp, Payroll Idris Vane", [("Design", "Rosa Kemp"), ("Payroll", "Idris Vane")]),
        ("Design: Rosa Kemp. Payroll: Idris Vane", [("Design", "Rosa Kemp"), ("Payroll", "Idris Vane")]),
        ("catering mrs kemp and idris vane", [("Catering", "Mrs Kemp"), ("Catering", "Idris Vane")]),
        ("HR = Rosa Kemp", [("HR", "Rosa Kemp")]),
        (
            "Dougie for Ground Handling, Siân Howells Security, Tom Okafor ATC",
            [("Ground Handling", "Dougie"), ("Security", "Siân Howells"), ("ATC", "Tom Okafor")],
        ),
        (
            "Rosa Kemp (Airside Ops), Stn Officer Bell here for the Fire Service",
            [("Airside Ops", "Rosa Kemp"), ("Fire Service", "Stn Officer Bell")],
        ),
        ("Supply chain = Renee", [("Supply chain", "Renee")]),
        ("Kirsty - resident engagement - on Teams from Leeds", [("Resident engagement", "Kirsty")]),
        ("Design - Rosa Kemp, Mei", [("Design", "Rosa Kemp"), ("Design", "Mei")]),
        (
            "Round the table we've got Rosa Kemp (head of repairs), Tom from housing mgmt and Jo who does our parking",
            [("Repairs", "Rosa Kemp"), ("Housing mgmt", "Tom"), ("Parking", "Jo")],
        ),
        ("Rosa Kemp (Head of Design), Idris Vane (IT)", [("Design", "Rosa Kemp"), ("IT", "Idris Vane")]),
        ("here: Rosa Kemp, Design / Dr Vane, Pharmacy", [("Design", "Rosa Kemp"), ("Pharmacy", "Dr Vane")]),
        ("rosa kemp, idris vane from it, jo bell hr", [(None, "Rosa Kemp"), ("IT", "Idris Vane"), ("HR", "Jo Bell")]),
        ("tove lind sales, rosa kemp hr", [("Sales", "Tove Lind"), ("HR", "Rosa Kemp")]),
        ("here are Jo Bell and Lee Park (both IT)", [("IT", "Jo Bell"), ("IT", "Lee Park")]),
        ("we've got Jo Bell legal, Rosa Kemp payroll", [("Legal", "Jo Bell"), ("Payroll", "Rosa Kemp")]),
        ("in the room - Dr Vane (cardiology), Sister Kemp", [("Cardiology", "Dr Vane"), (None, "Sister Kemp")]),
        ("Attending: rosa kemp hr, jo bell it", [("HR", "Rosa Kemp"), ("IT", "Jo Bell")]),
        ("also here Payroll: Rosa Kemp", [("Payroll", "Rosa Kemp")]),
        ("Rosa Kemp lettings, Idris Vane groundworks", [("Lettings", "Rosa Kemp"), ("Groundworks", "Idris Vane")]),
        ("here: Rosa Kemp (MD, chairing), Jo Bell pest control", [(None, "Rosa Kemp"), ("Pest control", "Jo Bell")]),
        ("here: Rosa Kemp (MD), Jo Bell and Lee Park from lettings",
         [(None, "Rosa Kemp"), ("Lettings", "Jo Bell"), ("Lettings", "Lee Park")]),
        ("Lettings Karen Bell / Comms Rosa Kemp", [("Lettings", "Karen Bell"), ("Comms", "Rosa Kemp")]),
        ("Jo Bell for Finance, Legal Ms Vane till 2.30 only", [("Finance", "Jo Bell"), ("Legal", "Ms Vane")]),
        ("me Rosa Kemp (payroll) typing", [("Payroll", "Rosa Kemp")]),
        ("Karl from marketing on Teams", [("Marketing", "Karl")]),
        ("in the room: Rosa Kemp + Idris Vane also IT", [("IT", "Rosa Kemp"), ("IT", "Idris Vane")]),
        ("In the room: Karen (Finance), two from Sales (Beth, Omar)",
         [("Finance", "Karen"), ("Sales", "Beth"), ("Sales", "Omar")]),
        ("From QA we have Tim and Aisha", [("QA", "Tim"), ("QA", "Aisha")]),
        ("we've got Marcus and Ellie from production, Tim from QA",
         [("Production", "Marcus"), ("Production", "Ellie"), ("QA", "Tim")]),
        ("Finance: Rosa Kemp and her deputy Miles", [("Finance", "Rosa Kemp"), ("Finance", "Miles")]),
        ("Production - Marcus, with a new starter called Ellie", [("Production", "Marcus"), ("Production", "Ellie")]),
        ("Brooke and Hannah are here for Marketing and Docs", [("Marketing", "Brooke"), ("Docs", "Hannah")]),
        ("Anna W. and Anna P. both here from HR", [("HR", "Anna W."), ("HR", "Anna P.")]),
        ("Steve (plant manager), Ola (shift lead)", [(None, "Steve"), (None, "Ola")]),
        ("Jo Park - Customer Care, Rosa Kemp - Sales", [("Customer Care", "Jo Park"), ("Sales", "Rosa Kemp")]),
        ("Present: Dave from ops, Priya Nair (regulatory affairs), me taking notes",
         [("Ops", "Dave"), ("Regulatory affairs", "Priya Nair")]),
    ],
)  # fmt: skip
def test_a_list_of_departments_and_names_is_attendance_without_any_label(
    line: str, expected: list[tuple[str, str]]
) -> None:
    assert there(line) == [(department, name, "present") for department, name in expected]


@pytest.mark.parametrize(
    ("line", "attendance"),
    [
        ("Rosa Kemp (Design) running late", "late"),
        ("Rosa Kemp Design will join at 2.30", "late"),
        ("Rosa Kemp from Design can't make it, trade fair", "absent"),
        ("Rosa Kemp, design, off sick", "absent"),
        ("apols Rosa Kemp (Design)", "absent"),
        ("apologies from Rosa Kemp (Design) - annual leave", "absent"),
        ("Rosa Kemp (Design) on Teams", "present"),
        ("design is Rosa Kemp, only till 3", "present"),
    ],
)
def test_what_is_said_behind_the_name_is_how_somebody_takes_part(line: str, attendance: str) -> None:
    assert there(line) == [("Design", "Rosa Kemp", attendance)]


@pytest.mark.parametrize(
    "line",
    [
        "Rosa Kemp from Design cant make it, trade fair, sent Idris Vane instead",
        "Apols Rosa Kemp Design (trade fair), Idris Vane standing in",
        "Rosa Kemp, Design, off sick, Idris Vane covering",
        "apols Rosa Kemp (Design), Idris Vane sitting in for her",
        "Rosa Kemp, Design, sends apologies, on leave, Idris Vane here for her",
    ],
)
def test_who_stands_in_is_named_with_the_one_who_is_not_there(line: str) -> None:
    (one,) = parse(line, CONTEXT)
    assert isinstance(one, AttendanceLine)
    assert (one.name, one.department, one.attendance, one.proxy) == (
        "Rosa Kemp",
        "Design",
        "absent",
        "Idris Vane",
    )


@pytest.mark.parametrize(
    ("line", "away", "proxy"),
    [
        ("Legal sends apologies (Mr Okoro, stuck in court)", ("Legal", "Mr Okoro", "absent"), None),
        ("Marketing nobody, Design Rosa Kemp", ("Marketing", None, "absent"), None),
        ("no one from IT", ("IT", None, "absent"), None),
        ("IT not represented", ("IT", None, "absent"), None),
        ("Beth joined 14.10, stand-in for Omar", (None, "Omar", "absent"), "Beth"),
        ("Rosa Kemp can't come, sending Wendy instead", (None, "Rosa Kemp", "absent"), "Wendy"),
        ("Kev (SRE) is out today, Lin's covering for him", ("SRE", "Kev", "absent"), "Lin"),
    ],
)
def test_who_is_not_there_is_said_in_everyday_words(
    line: str, away: tuple[str | None, str | None, str], proxy: str | None
) -> None:
    (one,) = [
        one for one in parse(line, CONTEXT) if isinstance(one, AttendanceLine) and one.attendance == "absent"
    ]
    assert ((one.department, one.name, one.attendance), one.proxy) == (away, proxy)


def test_who_types_the_list_is_the_recorder_and_nobodys_name() -> None:
    assert there("Sanjay chairing, I'm taking minutes") == [(None, "Sanjay", "present")]


def test_a_part_nobody_understands_stays_in_doubt_and_the_others_are_there() -> None:
    *found, rest = parse("Rosa Kemp from Design, Idris Vane (IT), screen's broken again", CONTEXT)
    assert [type(one) for one in found] == [AttendanceLine] * 2
    assert isinstance(rest, PointLine)
    assert (rest.text, rest.doubt) == ("screen's broken again", True)


def test_who_sits_in_the_chair_and_who_takes_notes_are_facts_too() -> None:
    values = parse("Rosa Kemp (Design, chair), Idris Vane (Payroll, taking notes)", CONTEXT)
    assert [(one.field, one.value) for one in values if isinstance(one, FactLine)] == [
        ("host", "Rosa Kemp"),
        ("recorder", "Idris Vane"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Budget Review, Marketing",
        "Marketing - Launch Plan",
        "IT: Server Move",
        "Sales are down in March",
        "Rosa Kemp said it is late",
        "price increase, sales",
        "IT: two weeks",
        "sales two weeks and three days",
        "stock levels and lead times (logistics)",
        "sales figures down, marketing on it",
        "we meet finance, online",
        "the budget is late, marketing",
        "Rosa Kemp",
        "Design: we need a week",
        "Design and Payroll disagree on the date",
        "Rosa Kemp, Design, wants another week for the samples",
        "production down two days, quality on hold",
        "Idris Vane to send the list by Friday",
        "stock levels, lead times from sales",
        "order book, price list, sales",
    ],
)
def test_a_sentence_or_a_title_is_no_attendance(line: str) -> None:
    assert there(line) == []


def test_once_something_stands_in_the_minutes_no_list_of_names_is_attendance() -> None:
    later = Context(anchor=CONTEXT.anchor, facts_open=False)
    assert there("Legal - Rosa Kemp and Idris Vane", later) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Karl (IT) running late, Ines from logistics can't make it",
         [("IT", "Karl", "late"), ("Logistics", "Ines", "absent")]),
        ("HR - Carol's on leave", [("HR", "Carol", "absent")]),
    ],
)  # fmt: skip
def test_a_first_name_alone_is_somebody_where_department_or_part_stands_behind_it(
    line: str, expected: list[tuple[str, str, str]]
) -> None:
    assert there(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Rosa Kemp disagrees, Idris Vane agrees",
        "Rosa Kemp happy, Idris Vane fine",
        "Invoices late, orders late",
        "Server Migration blocked",
        "Rosa Kemp lettings",
        "Budget from finance late",
        "Lettings prices up",
        "Ann Poe wants more, Tom Beck less",
    ],
)
def test_what_is_said_of_things_or_held_by_people_is_no_list_of_who_is_there(line: str) -> None:
    assert there(line) == []


def test_posts_in_a_labelled_list_are_no_part_of_names_and_lose_nobody() -> None:
    line = (
        "Present: Margaret Vane MD (chair), Quality - Tom Kemp QA tech;"
        " Production - Gareth Pugh plant manager, Jo Bell"
    )
    assert [found[:2] for found in there(line)] == [
        (None, "Margaret Vane"),
        ("Quality", "Tom Kemp"),
        ("Production", "Gareth Pugh"),
        ("Production", "Jo Bell"),
    ]
