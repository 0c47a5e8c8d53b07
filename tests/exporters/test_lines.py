"""The meeting as capture lines, and what they give when they are taken in again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from exporters import export
from models import demo, interchange
from models import meeting as m
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
        ("先说一句，财务部：他们不同意", "市场部"),
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
