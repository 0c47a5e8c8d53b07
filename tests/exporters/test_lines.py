"""The meeting as capture lines, and what they give when they are taken in again."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporters import export
from exporters.lines import unwritten
from exporters.lines.entries import write_entry
from exporters.lines.lines import Lines
from exporters.lines.people import attendance
from models import demo, i18n, interchange
from models import meeting as m
from models.kinds import text_of
from models.minutes import Minutes
from tests.exporters.choices import options
from tests.meetings.launch import launch
from tests.meetings.rows import Rows
from tests.meetings.stored import imported, sample


def lines(minutes: Minutes, language: str = "zh_CN") -> list[str]:
    return export(minutes, ".txt", options(language=language)).decode("utf-8").split("\n")


def said(minutes: Minutes) -> Any:
    """What the meeting says, without ids, places and times of typing."""

    def without(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: without(v) for k, v in value.items() if k not in ("id", "seq", "at", "item")}
        return [without(one) for one in value] if isinstance(value, list) else value

    return without(interchange.to_dict(minutes))


@pytest.mark.parametrize("name", ["launch", "complaint"])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_sample_meetings_come_back_as_they_were(name: str, language: str) -> None:
    minutes = sample(name)

    assert said(imported(lines(minutes, language))) == said(minutes)


@pytest.mark.parametrize("spoken", ["zh_CN", "en"])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_demonstration_comes_back_as_it_was(spoken: str, language: str) -> None:
    minutes = imported(demo.lines(spoken))

    assert said(imported(lines(minutes, language))) == said(minutes)


def sayable(minutes: Minutes) -> Minutes:
    """The meeting without what no line can say."""
    rows: list[m.Row] = [replace(d, aliases="") for d in minutes.departments]
    rows += [replace(p, head=False, title="") for p in minutes.all(m.Person)]
    rows += [replace(t, head_count=None) for t in minutes.topics]
    rows += [replace(a, status="open", due_flags="") for a in minutes.all(m.Action)]
    rows += [replace(p, left_out=False) for p in minutes.all(m.Point)]
    gone = (m.ChecklistItem, m.TopicDepartment, m.Party, m.Confirmation, m.Objection, m.Waiver)
    minutes.apply(rows, [(kind, row.id) for kind in gone for row in minutes.all(kind)])
    return minutes


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_everything_lines_can_say_comes_back(language: str) -> None:
    minutes = sayable(launch())
    owner = minutes.all(m.Action)[5]
    minutes.apply([replace(owner, owner_department_id=minutes.departments[1].id)])

    found = imported(lines(minutes, language))
    found.apply([replace(a, due_flags="") for a in found.all(m.Action)])
    found.apply([], [(m.Party, party.id) for party in found.all(m.Party)])

    assert said(found) == said(minutes)


def small(*opinions: str) -> Minutes:
    rows = Rows("small00001", name="测试会", starts_at="2026-09-16T14:00")
    d = rows.add(m.Department, number=1, name="市场部")
    rows.add(m.Department, number=2, name="财务部")
    for i, name in enumerate(("李经理", "张专员"), 1):
        rows.add(m.Person, department_id=d, number=i, name=name, attendance="present")
    topic = rows.add(m.Topic, seq=1, number="1.1", title="预算")
    for text in opinions:
        rows.entry(m.Opinion, topic=topic, department_id=d, text=text)
    return rows.minutes()


@pytest.mark.parametrize(
    "text",
    [
        "决议：只是引用的话",
        "行动：引用",
        "同意",
        "财务部：他们是这么说的",
        "原文：引用",
        "…接着说",
        "A1改为：什么",
        "散会",
        "# 不是议题",
        "s/a/b/",
    ],
)
def test_words_that_look_like_a_marker_stay_the_words_of_their_speaker(text: str) -> None:
    minutes = small("先说一句", text)

    found = imported(lines(minutes))

    assert [(o.text, found.department_name(o.department_id)) for o in found.all(m.Opinion)] == [
        ("先说一句", "市场部"),
        (text, "市场部"),
    ]


def test_words_that_would_begin_another_s_opinion_stay_with_their_speaker() -> None:
    minutes = small("先说一句；财务部：他们不同意", "再说一句；财务部：他们不同意")

    found = imported(lines(minutes))

    assert [(o.text, found.department_name(o.department_id)) for o in found.all(m.Opinion)] == [
        ("先说一句；财务部：他们不同意", "市场部"),
        ("再说一句；财务部：他们不同意", "市场部"),
    ]


def test_a_text_of_several_lines_stays_one_entry() -> None:
    found = imported(lines(small("第一行\n第二行")))

    assert [o.text for o in found.all(m.Opinion)] == ["第一行 第二行"]


def test_topics_that_were_gone_back_to_keep_their_numbers_and_the_order_of_typing() -> None:
    rows = Rows("small00001", name="测试会")
    first = rows.add(m.Topic, seq=1, number="1.1", title="预算")
    second = rows.add(m.Topic, seq=2, number="1.2", title="人员")
    for topic, text in ((second, "乙"), (first, "甲"), (second, "丙")):
        rows.entry(m.Point, topic=topic, text=text)
    minutes = rows.minutes()

    found = imported(lines(minutes))

    assert said(found)["topics"] == said(minutes)["topics"]
    assert [point.text for point in sorted(found.all(m.Point), key=lambda p: p.seq)] == ["乙", "甲", "丙"]


def test_an_empty_meeting_is_an_empty_text() -> None:
    assert export(Minutes([m.Meeting(id="x", meeting_id="x")]), ".txt", options()) == b"\n"


# -- what no line says -----------------------------------------------------------------------------------------


def with_entries(*entries: tuple[type[m.Entry], dict[str, Any]]) -> Minutes:
    """A meeting of two departments with these entries under one topic, by id their kind and place (action2)."""
    rows = Rows("entries001", name="测试会", starts_at="2026-09-16T14:00")
    rows.department("市场部", "李经理")
    rows.department("财务部", "孙主管")
    rows.topic("1.1", "预算")
    for place, (kind, said) in enumerate(entries, 1):
        rows.entry(kind, f"{kind.table}{place}", **said)
    return rows.minutes()


TAKEN_APART = {"number": 1, "task": "找 @李经理 谈", "due_text": "9月25日前", "due": "2026-09-25"}


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("zh_CN", "备注：A1“找 @李经理 谈”写不成一行，完整内容见 .json 文件"),
        ("en", "note: A1: “找 @李经理 谈” cannot be written as a line; the .json file has all of it"),
    ],
)
def test_an_action_no_line_says_is_named_and_everything_else_comes_back(language: str, note: str) -> None:
    minutes = with_entries((m.Point, {"text": "甲"}), (m.Action, TAKEN_APART), (m.Point, {"text": "乙"}))

    written = lines(minutes, language)

    assert note in written
    assert unwritten(minutes, options(language=language)) == ["A1"]
    found = imported(written)
    assert [point.text for point in found.all(m.Point)] == ["甲", "乙"]
    assert found.all(m.Action) == []
    assert len(found.all(m.Note)) == 1
    assert [p.name for d in found.departments for p in found.people(d.id)] == ["李经理", "孙主管"]


def test_a_meeting_that_lines_can_say_names_nothing() -> None:
    for name in ("launch", "complaint"):
        assert unwritten(sample(name), options()) == []


def test_the_conditions_of_a_resolution_no_line_says_are_not_lost() -> None:
    minutes = with_entries(
        (m.Resolution, {"number": 1, "text": "先看；财务部：他们不同意", "vote": "赞成4"}),
        (m.Action, {"number": 1, "task": "出测算", "condition_of": "resolution1"}),
    )

    found = imported(lines(minutes))

    assert [action.task for action in found.all(m.Action)] == ["出测算"]
    assert found.all(m.Resolution) == []
    assert unwritten(minutes, options()) == ["D1"]
    assert any("赞成4" in note.text for note in found.all(m.Note))


def test_a_condition_no_line_says_leaves_the_resolution_its_line() -> None:
    minutes = with_entries(
        (m.Resolution, {"number": 1, "text": "占28%", "executing_department_id": "财务部"}),
        (m.Action, {**TAKEN_APART, "condition_of": "resolution1"}),
        (m.Action, {"number": 2, "task": "出测算", "condition_of": "resolution1"}),
    )

    found = imported(lines(minutes))

    assert [resolution.text for resolution in found.all(m.Resolution)] == ["占28%"]
    assert [action.task for action in found.all(m.Action)] == ["出测算"]
    assert unwritten(minutes, options()) == ["A1"]


def test_a_dispute_stays_where_no_line_says_what_became_of_it() -> None:
    minutes = with_entries(
        (m.Disagreement, {"dispute": "要不要备份", "consensus": "要；行动：先问", "status": "settled"})
    )

    found = imported(lines(minutes))

    assert [(d.dispute, d.status) for d in found.all(m.Disagreement)] == [("要不要备份", "open")]
    assert unwritten(minutes, options()) == ["1.1 争议"]


def test_a_point_that_looks_like_two_entries_comes_back_while_somebody_speaks() -> None:
    texts = ("甲；决议：乙", "丙。财务部：丁")
    minutes = with_entries(
        (m.Opinion, {"department_id": "市场部", "text": "先说"}),
        *((m.Point, {"text": text}) for text in texts),
        (m.Opinion, {"department_id": "市场部", "text": "甲；决议：乙"}),
    )

    found = imported(lines(minutes))

    assert [point.text for point in found.all(m.Point)] == list(texts)
    assert [opinion.text for opinion in found.all(m.Opinion)] == ["先说", "甲；决议：乙"]
    assert found.all(m.Resolution) == []
    assert unwritten(minutes, options()) == []


def test_a_topic_whose_title_another_holds_keeps_its_entries() -> None:
    rows = Rows("topics0001", name="测试会")
    for number, title in (("1.1", "预算分配"), ("1.2", "预算")):
        rows.topic(number, title)
        rows.entry(m.Point, topic=number, text=title)
    minutes = rows.minutes()

    found = imported(lines(minutes))

    assert [(t.title, [p.text for p in found.points(t.id)]) for t in found.topics] == [
        ("预算分配", ["预算分配"]),
        ("1.2", ["预算"]),
    ]
    assert unwritten(minutes, options()) == ["1.2"]


def test_a_topic_gone_back_to_is_named_by_the_number_it_gets() -> None:
    rows = Rows("topics0002", name="测试会")
    for number, title in (("2.1", "预算"), ("2.3", "人员")):
        rows.topic(number, title)
    for topic, text in (("2.3", "甲"), ("2.1", "乙"), ("2.3", "丙")):
        rows.entry(m.Point, topic=topic, text=text)

    found = imported(lines(rows.minutes()))

    assert [[p.text for p in found.points(t.id)] for t in found.topics] == [["乙"], ["甲", "丙"]]
    assert found.all(m.Note) == []


_PIECES = """
； 。 ， / @ + ： ？？ 1.1补： 决议： ；行动： 市场部： 负责人：李经理 原文： 条件： 请 周五前 由财务部负责 1、 （
"""
PIECES = [*_PIECES.split(), " @李经理", " /周五前", "; decision: ", "甲", "出方案", "核算成本"]
KINDS: list[tuple[type[m.Entry], str, dict[str, Any]]] = [
    (m.Background, "text", {}),
    (m.Point, "text", {}),
    (m.Note, "text", {}),
    (m.Opinion, "text", {"department_id": "市场部", "person_id": "李经理"}),
    (m.Opinion, "text", {"department_id": "财务部", "stance": "oppose"}),
    (m.Disagreement, "dispute", {"consensus": "先按28%", "status": "settled"}),
    (m.Disagreement, "dispute", {"reason": "下次再议", "status": "deferred"}),
    (m.Resolution, "text", {"number": 1, "executing_department_id": "财务部"}),
    (m.Action, "task", {"number": 1, "owner_department_id": "市场部", "owner_id": "李经理"}),
    (m.Action, "task", {"number": 1, "due_text": "9月25日前", "due": "2026-09-25"}),
    (m.OpenIssue, "text", {"number": 1, "lead_department_id": "财务部", "handling": "先核"}),
]


def told(minutes: Minutes, entry: m.Entry) -> dict[str, Any]:
    """What an entry says: its fields, ids by name, without where, when and behind what it was typed."""
    own = (
        "id",
        "meeting_id",
        "topic_id",
        "seq",
        "at",
        "changed_at",
        "line_id",
        "candidates",
        "due_flags",
        "number",
        "carried",
    )
    said: dict[str, Any] = {"kind": entry.table}
    for field in fields(entry):
        if field.name not in own:
            value = getattr(entry, field.name)
            row = minutes.row(value) if field.name.endswith("_id") else None
            said[field.name] = row.name if isinstance(row, m.Department | m.Person) else value
    return said


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(KINDS), st.lists(st.sampled_from(PIECES), min_size=1, max_size=4)),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(["zh_CN", "en"]),
)
def test_of_any_entries_all_come_back_as_they_were_but_those_that_are_named(
    chosen: list[tuple[tuple[type[m.Entry], str, dict[str, Any]], list[str]]], language: str
) -> None:
    minutes = with_entries(
        *((kind, {**fields, field: "".join(pieces).strip()}) for (kind, field, fields), pieces in chosen)
    )

    written, named = Lines(minutes, language), set()
    with i18n.language(language):
        for line in attendance(written):
            written.put(line)
        for entry in minutes.all_entries:
            before = len(written.missing)
            write_entry(written, entry)
            named |= {text_of(entry)} if len(written.missing) > before else set()
    found = imported(lines(minutes, language))

    # Of what is named a part may come back: a dispute without what became of it.
    wanted = [told(minutes, entry) for entry in minutes.all_entries if text_of(entry) not in named]
    back = [e for e in found.all_entries if not (isinstance(e, m.Note) and ".json" in e.text)]
    assert [told(found, entry) for entry in back if text_of(entry) not in named] == wanted
    assert {p.name for p in found.all(m.Person)} == {"李经理", "孙主管"}
