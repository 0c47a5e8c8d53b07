"""The families of the grammar: each has examples, reads them, and can be named for every value."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.capture import explained, parse, to_json
from models.capture.examples import SECTIONS, Example
from models.capture.families import FAMILIES
from tests.make_grammar import PAGE, page
from tests.meetings.contexts import EXAMPLES, MEETING, context_of

LINES = [
    pytest.param(family.name, example, language, line, id=f"{family.name}-{line}")
    for family in FAMILIES
    for example in family.examples
    for language in EXAMPLES
    for line in example.lines(language)
]


@pytest.mark.parametrize(("family", "example", "language", "line"), LINES)
def test_every_example_is_read_by_its_family_as_it_says(
    family: str, example: Example, language: str, line: str
) -> None:
    found = explained(line, context_of(example, language))
    assert {value.kind for value, _why in found} == {example.kind}
    assert family in {why.family for _value, why in found}
    assert all(value.doubt == ("??" in line or "？？" in line) for value, _why in found)
    assert not any(value.candidates for value, _why in found)


def test_every_family_shows_an_example_and_every_heading_has_some() -> None:
    assert all(family.examples for family in FAMILIES)
    assert {example.section for family in FAMILIES for example in family.examples} == set(SECTIONS)


def test_the_page_of_the_grammar_is_the_one_the_families_make() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "docs/grammar.md is not of today: make docs"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("原文：决议：不算数", [("verbatim", "verbatim")]),
        ("……接着写", [("continuation", "continuation")]),
        ("更正：旧=>新", [("correction", "arrow")]),
        ("s/旧/新/", [("correction", "substitution")]),
        ("决议1：占28%；行动：出方案", [("marker", "resolution"), ("marker", "action")]),
        ("会议决定，占28%", [("phrase", "resolution")]),
        ("A3 、周五", [("number", "signs")]),
        ("A3改由钱主管负责", [("number", "handed_on")]),
        ("A3改为钱主管牵头", [("number", "new_owner")]),
        ("散会", [("break", "adjourn")]),
        ("【市场部】先试点", [("speaker", "bracket")]),
        ("2：先试点", [("speaker", "number")]),
        ("scb：先试点", [("speaker", "initials")]),
        ("市场部说两周，销售部说来不及", [("speaker", "verb"), ("speaker", "verb")]),
        ("王总监到了", [("attendance", "late")]),
        ("1.2补：市场部：先试点", [("speaker", "name")]),
        ("1、市场部：先试点", [("speaker", "name")]),
        ("争议：无", [("marker", "dispute")]),
        ("先试点", [("plain", "nobody_speaks")]),
    ],
)
def test_what_read_a_line_is_named_for_each_of_its_values(line: str, expected: list[tuple[str, str]]) -> None:
    found = explained(line, MEETING)
    assert [tuple(why) for _value, why in found] == expected
    assert tuple(value for value, _why in found) == parse(line, MEETING)


def test_a_plain_line_is_named_as_the_speakers_while_one_speaks() -> None:
    ((value, why),) = explained("先试点", replace(MEETING, speaker=("市场部", None)))
    assert (to_json(value)["department"], why) == ("市场部", ("plain", "speaker_goes_on"))


def test_a_rule_of_one_clause_is_never_said_of_the_next() -> None:
    found = explained("市场部：先试点；结论：达成一致；负责人：李经理", MEETING)
    assert [tuple(why) for _value, why in found][:2] == [("speaker", "name"), ("marker", "outcome")]
    ((_value, why),) = explained("负责人：李经理", MEETING)
    assert why == ("labels", "labels")
