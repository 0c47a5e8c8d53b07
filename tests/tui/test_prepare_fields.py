"""The form's fields: each has a key that leads back to it, stands in a section, and mends the findings of its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.findings import Thresholds, Trigger, check
from models.form import SECTIONS, TOPIC, Field, Kind, fields_of, text_of, where_mended
from models.minutes import Minutes
from tests.meetings.stored import NOW, open_store, typed

LINES = (
    "出席：市场部：王总监、李经理；研发部：陈工程师",
    "出席：赵顾问（来宾）",
    "议题：样品 (20分钟)",
    "议题：预算",
)


@pytest.fixture
def minutes(database: Path) -> Iterator[Minutes]:
    store = open_store(database)
    recorder = typed(store, *LINES)
    recorder.preparation.add_material("成本测算表")
    recorder.preparation.add_check("投影")
    yield recorder.minutes
    store.close()


def every_field(minutes: Minutes) -> list[Field]:
    """The fields of all sections, every topic opened up."""
    opened = [Field(Kind.TOPIC, topic.id, name) for topic in minutes.topics for name in TOPIC]
    return [*(field for section in SECTIONS for field in fields_of(minutes, section)), *opened]


def test_the_key_of_every_field_leads_back_to_it(minutes: Minutes) -> None:
    fields = every_field(minutes)
    assert {field.kind for field in fields} == set(Kind)
    assert [Field.of(field.key) for field in fields] == fields


def test_a_field_stands_in_the_section_that_lists_it(minutes: Minutes) -> None:
    for section in SECTIONS:
        assert {field.section for field in fields_of(minutes, section)} == {section}


def test_only_the_topic_one_is_at_is_opened_up(minutes: Minutes) -> None:
    first, second = minutes.topics
    shown = fields_of(minutes, "agenda", Field(Kind.TOPIC, second.id, "expected"))
    assert [(field.id, field.name) for field in shown if not field.is_new] == [
        (first.id, "title"),
        *((second.id, name) for name in TOPIC),
    ]


def test_nothing_stands_on_the_line_where_a_new_row_is_typed(minutes: Minutes) -> None:
    new = [field for field in every_field(minutes) if field.is_new]
    assert {field.kind for field in new} == {Kind.DEPARTMENT, Kind.TOPIC, Kind.MATERIAL, Kind.CHECK}
    assert {text_of(minutes, field) for field in new} == {""}


def test_every_finding_before_the_meeting_is_mended_on_a_field_there_is(minutes: Minutes) -> None:
    findings = check(minutes, Trigger.AGENDA, Thresholds(), NOW.date())
    assert len({finding.item for finding in findings}) > 2
    assert {where_mended(minutes, finding) for finding in findings} <= set(every_field(minutes))


def test_what_an_empty_meeting_lacks_is_mended_where_it_is_typed(database: Path) -> None:
    store = open_store(database)
    minutes = typed(store).minutes
    found = check(minutes, Trigger.AGENDA, Thresholds(), NOW.date())
    wanted = {"fact/theme", "fact/sponsor", "fact/time", "fact/place", "department/+", "topic/+"}
    assert wanted <= {where_mended(minutes, finding).key for finding in found}
    store.close()
