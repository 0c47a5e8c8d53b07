"""What the capture grammar is told of a meeting, and how a reading is compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from models.capture import Context, Written, parse, to_json
from models.capture.examples import Example
from models.dates import Anchor
from models.names import codes_of
from models.roster import Roster
from tests.meetings import people

ANCHOR = Anchor(people.BEGINS.date(), people.BEGINS, people.ENDS)


def roster(
    departments: Mapping[str, list[str]], aliases: Mapping[str, tuple[str, ...]] | None = None
) -> Roster:
    """A roster of departments and the names in them, with their pinyin."""
    return Roster.build(
        [(n, name, (aliases or {}).get(name, ()), codes_of(name)) for n, name in enumerate(departments, 1)],
        [
            (department, n, name, "", "", codes_of(name), "present")
            for department, names in departments.items()
            for n, name in enumerate(names, 1)
        ],
    )


EMPTY = Context(anchor=ANCHOR)
MEETING = Context(
    anchor=ANCHOR,
    roster=roster(people.LAUNCH),
    now="14:20",
    live="1.1",
    topics=(("1.1", "产品推广与技术支持协作流程"), ("1.2", "销售提成预算分配方案")),
    codes=frozenset({"D1", "A2", "A3"}),
    previous_codes=frozenset({"A2"}),
    latest_kind="point",
    facts_open=False,
)
PREPARED = replace(MEETING, facts_open=True)

OFFICE = replace(PREPARED, roster=roster(people.OFFICE, people.OFFICE_ALIASES), latest_kind=None)
EXAMPLES = {
    "zh_CN": replace(
        PREPARED, unspoken=("财务部",), latest_texts=(Written("e1", "opinion", "旧方案太贵", "1.1"),)
    ),
    "en": replace(
        PREPARED,
        roster=roster(people.ENGLISH),
        codes=frozenset({"D1", "A1"}),
        unspoken=("Legal",),
        latest_texts=(Written("e1", "opinion", "the old plan", "1.1"),),
    ),
}
"""What the examples of the grammar are read against."""
CONTEXTS = {"empty": EMPTY, "launch": MEETING, "prepared": PREPARED, "office": OFFICE}

Expected = Mapping[str, Any]


def read(line: str, context: Context = MEETING) -> list[dict[str, Any]]:
    """A line's best reading as JSON."""
    return [to_json(item) for item in parse(line, context)]


def assert_reads(line: str, expected: list[Expected], context: Context = MEETING) -> None:
    """Every value of the reading has at least these fields, and there are no further values."""
    found = read(line, context)
    shown = [{name: item[name] for name in wanted} for item, wanted in zip(found, expected, strict=False)]
    assert [item["kind"] for item in found] == [wanted["kind"] for wanted in expected], found
    assert shown == [dict(wanted) for wanted in expected]


def context_of(example: Example, language: str) -> Context:
    """Where an example is typed: before the first topic, or while somebody speaks."""
    context = EXAMPLES[language]
    first = context.roster.departments[0].department
    speaker = (first, None) if example.spoken else context.speaker
    return replace(context, begun=not example.opening, speaker=speaker)
