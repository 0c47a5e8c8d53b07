"""What every kind of entry has: its row of facts, and its place in each table that keeps one entry a kind."""

from __future__ import annotations

import ast
import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from exporters import Options, export
from exporters.content import TOLD_IN
from models import interchange
from models.entry_values import LINES
from models.interchange.entries import LISTS
from models.kinds import KINDS, text_of
from models.meeting import (
    ENTRIES,
    Action,
    Background,
    Department,
    Disagreement,
    Entry,
    Meeting,
    Note,
    OpenIssue,
    Opinion,
    Person,
    Point,
    Resolution,
)
from models.minutes import Minutes
from models.recap.read_aloud import SENTENCES
from models.recorder import Recorder
from models.store import Store
from tui.theme import PALETTES
from tui.widgets.entry_lines import DRAWN, Ink

ROOT = Path(__file__).parents[1]
TABLES: dict[str, Mapping[type[Entry], object]] = {
    "the facts": KINDS,
    "the lines": LINES,
    "the file": LISTS,
    "the sentences": SENTENCES,
    "the document": TOLD_IN,
    "the panes": DRAWN,
}
TYPED: dict[type[Entry], tuple[str, str]] = {
    Background: ("背景：渠道价格不一", "渠道价格不一"),
    Point: ("要点：先看三季度的数据", "先看三季度的数据"),
    Opinion: ("市场部：样品很受欢迎", "样品很受欢迎"),
    Disagreement: ("争议：费用占比", "费用占比"),
    Resolution: ("决议：总预算不变", "总预算不变"),
    Action: ("行动：提交测算", "提交测算"),
    OpenIssue: ("遗留：占比取多少", "占比取多少"),
    Note: ("备注：会后发照片", "会后发照片"),
}
"""A line that gives an entry of each kind, and its words."""


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_kind_stands_in_every_table_in_the_order_of_the_document(
    table: Mapping[type[Entry], object],
) -> None:
    assert list(table) == list(ENTRIES)


@pytest.fixture
def recorder(database: Path) -> Iterator[Recorder]:
    store = Store.open(database)
    store.create(Meeting(id="m", meeting_id="m", starts_at="2026-09-16T14:00"))
    made = Recorder(store, "m", clock=lambda: dt.datetime(2026, 9, 16, 14, 0))
    made.import_lines(["出席：市场部：李经理", "议题：上市计划"])
    yield made
    store.close()


@pytest.mark.parametrize("kind", ENTRIES, ids=lambda kind: kind.table)
def test_an_entry_of_every_kind_is_typed_shown_found_written_and_read_again(
    recorder: Recorder, kind: type[Entry]
) -> None:
    line, text = TYPED[kind]
    recorder.accept(line)
    (entry,) = recorder.minutes.all_entries
    drawn = DRAWN[kind](Ink(PALETTES["dark"], recorder.minutes), entry)
    again = Minutes(interchange.loads(interchange.dumps(recorder.minutes)))

    assert (type(entry), text_of(entry)) == (kind, text)
    assert text in "".join(span[0] for paragraph in drawn for span in paragraph.spans)
    assert [hit.row_id for hit in recorder.store.search(text)] == [entry.id]
    assert text in export(recorder.minutes, ".md", Options(notes=True)).decode()
    assert [text_of(one) for one in again.all(kind)] == [text]


@pytest.mark.parametrize("kind", ENTRIES, ids=lambda kind: kind.table)
def test_an_entry_of_every_kind_becomes_one_of_every_other(recorder: Recorder, kind: type[Entry]) -> None:
    line, text = TYPED[kind]
    for other in ENTRIES:
        recorder.accept(line)
        entry = recorder.minutes.all_entries[-1]
        recorder.convert(entry.id, other.table)
        found = recorder.minutes.get(other, entry.id)
        assert found is not None
        assert text_of(found) == text


WITH_EVERYTHING: dict[type[Entry], str] = {
    Resolution: "决议：总预算不变；执行：研发部；生效：9月28日",
    Action: "行动：提交测算 @市场部李经理 +研发部王工 /9月28日前",
    OpenIssue: "遗留：占比取多少；负责人：市场部李经理；处理方式：先核账；再议：9月28日",
}
"""A line with something in every field of those kinds that hold more than words."""


@pytest.mark.parametrize("other", ENTRIES, ids=lambda kind: kind.table)
@pytest.mark.parametrize("kind", WITH_EVERYTHING, ids=lambda kind: kind.table)
def test_what_an_entry_says_beside_its_words_is_still_said_when_it_becomes_another_kind(
    recorder: Recorder, kind: type[Entry], other: type[Entry]
) -> None:
    recorder.accept("出席：研发部：王工")
    recorder.accept(WITH_EVERYTHING[kind])
    (entry,) = recorder.minutes.all_entries
    facts = KINDS[kind]
    columns = [*facts.texts, *facts.remarks, *(facts.owner.columns if facts.owner else ())]
    said = [getattr(entry, column) for column in (*columns, *([facts.due.words] if facts.due else []))]
    tied = [one for tie in facts.links.values() for one in recorder.minutes.linked(tie, entry.id)]
    assert all(said)
    assert len(tied) >= len(facts.links)

    names = {row.id: row.name for kind in (Department, Person) for row in recorder.minutes.all(kind)}
    recorder.convert(entry.id, other.table)

    # An opinion is a department's; which of its people had the task is said in its words.
    written = json.dumps(json.loads(interchange.dumps(recorder.minutes))["topics"], ensure_ascii=False)
    assert [one for one in said if names.get(one, one) not in written] == []
    assert [one.name for one in tied if one.name not in written] == []


@pytest.mark.parametrize("kind", ENTRIES, ids=lambda kind: kind.table)
def test_the_facts_name_columns_that_the_rows_have(kind: type[Entry]) -> None:
    facts = KINDS[kind]
    owner = (facts.owner.department, facts.owner.person) if facts.owner else ()

    assert {*facts.searched, *filter(None, owner)} <= {field.name for field in fields(kind)}
    assert facts.due is None or facts.due.day in {field.name for field in fields(kind)}


def by_kind(tree: ast.AST) -> Iterator[tuple[int, set[str]]]:
    """The tables in a module that are keyed by kinds of entry: their lines and keys."""
    names = {kind.__name__ for kind in ENTRIES}
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            keys: list[Any] = [getattr(key, "id", getattr(key, "attr", None)) for key in node.keys]
            if len(keys) > 3 and names.issuperset(keys):
                yield node.lineno, set(keys)


def test_no_table_by_kind_leaves_a_kind_out() -> None:
    names = {kind.__name__ for kind in ENTRIES}
    found = {
        f"{path.relative_to(ROOT)}:{line}": names - keys
        for package in ("models", "exporters", "tui")
        for path in (ROOT / package).rglob("*.py")
        for line, keys in by_kind(ast.parse(path.read_text(encoding="utf-8")))
    }

    assert len(found) >= len(TABLES) - 1, "the tables are no longer found"
    assert {place: left for place, left in found.items() if left} == {}
