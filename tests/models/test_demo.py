"""The sample meeting shows the product at its best: finished, complete, nothing left that the recap would ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from models import i18n
from models.demo import add_sample
from models.findings import check
from models.minutes import Minutes
from models.store import Store


@pytest.fixture(params=i18n.LANGUAGES)
def sample(request: pytest.FixtureRequest, tmp_path: Path) -> Minutes:
    """The sample of each language."""
    store = Store.open(tmp_path / "demo.db")
    with i18n.language(request.param):
        return store.load(add_sample(store, request.param))


def test_it_is_closed_and_every_page_was_confirmed(sample: Minutes) -> None:
    assert sample.meeting.closed_at == "2026-11-25T15:36"
    assert {c.page for c in sample.confirmations} >= {topic.id for topic in sample.topics}


def test_every_line_found_its_place(sample: Minutes) -> None:
    assert sum(len(sample.notes(topic.id)) for topic in sample.topics) == 1
    assert len(sample.topics) == 3
    assert all(topic.outcome == "agreed" for topic in sample.topics)


def test_every_action_has_an_owner_and_a_day(sample: Minutes) -> None:
    actions = [action for topic in sample.topics for action in sample.actions(topic.id)]
    assert len(actions) == 8
    assert all(action.owner_department_id and action.owner_id and action.due for action in actions)


def test_the_recap_would_ask_for_nothing_more(sample: Minutes) -> None:
    assert [(finding.rule, finding.where, finding.message) for finding in check(sample, "close")] == []


def test_times_pass_while_it_is_recorded(sample: Minutes) -> None:
    times = [entry.at for entry in sample.all_entries]
    assert times == sorted(times, key=str)
    assert len(set(times)) > 20
