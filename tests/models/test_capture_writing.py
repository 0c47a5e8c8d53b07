"""What is written as a line reads back as the same, in both languages, or it is said that no line does."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from models.capture import Context, Dispute, Parsed, parse, to_json
from models.capture.line import Words
from models.capture.named.strangers import departments_in
from models.capture.values import (
    ActionLine,
    BackgroundLine,
    ConsensusLine,
    DeferredLine,
    DisputeLine,
    NoteLine,
    OpenIssueLine,
    OpinionLine,
    PointLine,
    ResolutionLine,
    Somebody,
    TopicLine,
    VoteLine,
)
from models.capture.writing import plainest, write
from models.text import clean
from tests.meetings.contexts import MEETING, OFFICE, roster

ENGLISH = replace(
    MEETING, roster=roster({"Marketing": ["Mr Li", "Ann Chen"], "Legal": ["Ms Wang"], "R&D": ["Tom"]})
)
CONTEXTS = {
    "launch": MEETING,
    "office": replace(OFFICE, facts_open=False, latest_kind="point"),
    "english": ENGLISH,
    "spoken": replace(MEETING, speaker=("市场部", "李经理"), disputes=(Dispute("x", 1, "价格"),)),
}
ORDINARY = (
    "提交方案",
    "上市预算500万元不变",
    "核算成本，分三档",
    "占比取30%还是25%",
    "数据接口由A改B",
    "send the report",
    "price is too high, need a new offer",
    "overseas stock",
)
_PIECES = """
； ; / @ ＠ + ： : ？？ 。 ， 、 （ ） “ … ……
\\ => 1、 2、 1.1补： 决议： ；行动： 市场部： 负责人：李经理 原文： 条件：
执行：财务部 无 请 周五前 由财务部负责 A3改为 s/a/b/ action: due: \x1b[31m \u202e 李经理 Legal 4.2
"""
HOSTILE = [*_PIECES.split(), " @李经理", " /周五前", " @Mr Li", "; decision: ", " +研发部", "\n", "　"]
DUES = (("", None), ("9月25日前", "2026-09-25"), ("尽快", None), ("2026-10-09", "2026-10-09"))


class Values:
    """Makes values of every kind; what is chosen comes from outside, so that it can be drawn or random."""

    def __init__(self, choose: Callable[[Any], Any], text: Callable[[], str], context: Context) -> None:
        self._choose = choose
        self._text = text
        self._context = context

    def of(self, kind: str) -> Parsed:
        """A value of a kind, of which a meeting could hold an entry."""
        made: Parsed = getattr(self, kind)()
        return replace(made, doubt=self._choose((False, False, False, True)))

    def background(self) -> Parsed:
        return BackgroundLine(text=self._text())

    def point(self) -> Parsed:
        return PointLine(text=self._text())

    def note(self) -> Parsed:
        return NoteLine(text=self._text())

    def topic(self) -> Parsed:
        return TopicLine(title=self._text(), minutes=self._choose((None, 20)))

    def vote(self) -> Parsed:
        return VoteLine(vote=self._text())

    def opinion(self) -> Parsed:
        department, person = self._who()
        stances = ("none", "support", "conditional", "oppose", "reserve", "abstain")
        return OpinionLine(
            department=department, person=person, stance=self._choose(stances), text=self._text()
        )

    def dispute(self) -> Parsed:
        text = self._text()
        return DisputeLine(dispute=text, parties=departments_in(Words.of(text), self._context))

    def consensus(self) -> Parsed:
        return ConsensusLine(consensus=self._text(), settles=self._settles())

    def deferred(self) -> Parsed:
        return DeferredLine(reason=self._text(), settles=self._settles())

    def action(self) -> ActionLine:
        department, person = self._choose((None, self._who())) or (None, None)
        helpers = self._helpers(department, person)
        # The department of who helps has its part in it.
        others = dict.fromkeys((*(one.department for one in helpers), self._department()))
        cooperating = tuple(name for name in others if name not in (None, department))
        words, day = self._choose(DUES)
        return ActionLine(
            task=self._text(),
            owner_department=department,
            owner=person,
            cooperating=cooperating,
            cooperating_none=not cooperating and self._choose((False, False, True)),
            helpers=helpers,
            due_text=words,
            due=day,
        )

    def open_issue(self) -> Parsed:
        made = self.action()
        return OpenIssueLine(
            text=made.task,
            lead_department=made.owner_department,
            lead=made.owner,
            revisit_text=made.due_text,
            revisit=made.due,
            handling=self._choose(("", "财务先核", self._text())),
        )

    def resolution(self) -> Parsed:
        words, day = self._choose((("", None), ("自10月起", "2026-10-01")))
        return ResolutionLine(
            text=self._text(),
            executing_department=self._department(),
            effective_text=words,
            effective=day,
            # That nobody cooperates is said of actions alone.
            conditions=self._choose(((), (), (replace(self.action(), cooperating_none=False),))),
        )

    def _who(self) -> tuple[str | None, str | None]:
        known = self._context.roster
        one = self._choose((*known.departments, *known.people))
        return one.department, one.person

    def _helpers(self, department: str | None, person: str | None) -> tuple[Somebody, ...]:
        """Somebody else than the owner who helps, where anybody owns it at all."""
        one = self._choose((None, None, *self._context.roster.people))
        if one is None or department is None or (one.department, one.person) == (department, person):
            return ()
        return (Somebody(one.department, one.person),)

    def _department(self) -> str | None:
        found: str | None = self._choose((None, *(d.department for d in self._context.roster.departments)))
        return found

    def _settles(self) -> str | None:
        found: str | None = self._choose((None, *(d.id for d in self._context.disputes)))
        return found


KINDS = [name for name in vars(Values) if not name.startswith("_") and name != "of"]


def said(item: Parsed) -> Mapping[str, Any]:
    """What a value says: without what follows from the rest, dates instead of the words for them."""
    shown = to_json(item)
    follows = ("candidates", "evidence", "missing", "flags", "in_favour", "against", "abstaining")
    found = {name: value for name, value in shown.items() if name not in follows}
    for words, day in (("due_text", "due"), ("revisit_text", "revisit"), ("effective_text", "effective")):
        if found.get(day):
            del found[words]
    if isinstance(item, ResolutionLine):
        found["conditions"] = [said(one) for one in item.conditions]
    for names in ("parties", "cooperating", "helpers"):
        if names in found:
            found[names] = sorted(found[names], key=str)
    return found


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Ordinary words with hostile pieces anywhere in them, or anything at all."""
    if draw(st.integers(0, 9)) == 0:
        return clean(draw(st.text(max_size=20))).strip()
    text = draw(st.sampled_from(ORDINARY))
    for piece in draw(st.lists(st.sampled_from(HOSTILE), max_size=3)):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + piece + text[place:]
    return text.strip()


@settings(max_examples=600, deadline=None)
@given(st.data(), st.sampled_from(KINDS), st.sampled_from(sorted(CONTEXTS)), st.sampled_from(["zh_CN", "en"]))
def test_what_is_written_reads_back_as_the_same(
    data: st.DataObject, kind: str, where: str, language: str
) -> None:
    context = CONTEXTS[where]
    values = Values(lambda choices: data.draw(st.sampled_from(choices)), lambda: data.draw(texts()), context)
    item = values.of(kind)
    line = write([item], context, language)
    event("no line" if line is None else "a line")
    if line is not None:
        assert "\n" not in line
        assert [said(one) for one in parse(line, context)] == [said(item)]


def without_line(hostile: int) -> Counter[str]:
    """How many of a hundred values of each kind and language have no line, with so many hostile pieces in each text."""
    chance = random.Random(20261130)

    def text() -> str:
        made = chance.choice(ORDINARY)
        for _ in range(hostile):
            place = chance.randrange(len(made) + 1)
            made = made[:place] + chance.choice(HOSTILE) + made[place:]
        return made.strip()

    found: Counter[str] = Counter()
    for kind in KINDS:
        for language, where in (
            ("zh_CN", "launch"),
            ("zh_CN", "office"),
            ("en", "english"),
            ("en", "launch"),
        ):
            values = Values(chance.choice, text, CONTEXTS[where])
            items = [values.of(kind) for _ in range(25)]
            found[kind] += sum(write([one], CONTEXTS[where], language) is None for one in items)
    return found


def test_every_value_of_ordinary_words_has_a_line() -> None:
    assert +without_line(hostile=0) == Counter()


def test_a_sign_of_the_grammar_in_the_words_leaves_four_of_five_values_their_line() -> None:
    found = without_line(hostile=1)
    print(f"no line: {sum(found.values())} of {len(KINDS)}00 {dict(found)}")
    assert sum(found.values()) * 5 <= len(KINDS) * 100


@pytest.mark.parametrize(
    ("language", "item", "line"),
    [
        (
            "zh_CN",
            OpinionLine(department="市场部", person="李经理", stance="oppose", text="太贵"),
            "市场部李经理反对：太贵",
        ),
        (
            "en",
            OpinionLine(department="Marketing", person="Mr Li", stance="oppose", text="no"),
            "Marketing Mr Li opposes: no",
        ),
        (
            "zh_CN",
            ActionLine(
                task="交", owner_department="市场部", owner="李经理", due_text="9月25日前", due="2026-09-25"
            ),
            "行动：交 @市场部李经理 /9月25日前",
        ),
        (
            "en",
            ActionLine(
                task="send it",
                owner_department="Marketing",
                owner="Mr Li",
                due_text="25 September",
                due="2026-09-25",
            ),
            "action: send it @Marketing Mr Li /25 September",
        ),
        ("en", OpenIssueLine(text="price", handling="ask again"), "open: price; handling: ask again"),
        ("en", NoteLine(text="after lunch", doubt=True), "note: after lunch??"),
        (
            "zh_CN",
            ResolutionLine(
                text="占28%",
                executing_department="财务部",
                conditions=(ActionLine(task="出测算", owner_department="市场部"),),
            ),
            "决议：占28%；执行：财务部；条件：出测算 @市场部",
        ),
    ],
)
def test_a_line_is_written_as_people_write_it(language: str, item: Parsed, line: str) -> None:
    context = ENGLISH if language == "en" else MEETING
    assert write([item], context, language) == line


def test_words_that_a_sign_would_take_apart_are_said_by_another_form() -> None:
    speaks = replace(MEETING, speaker=("市场部", None))
    item = OpinionLine(department="市场部", text="先看；财务部：他们不同意")
    assert write([item], speaks, "zh_CN") == "原文：先看；财务部：他们不同意"
    assert write([item], MEETING, "zh_CN") is None


def test_where_no_line_says_it_the_plainest_is_still_there() -> None:
    item = ActionLine(task="找 @李经理 谈")
    assert write([item], MEETING, "zh_CN") is None
    assert plainest([item], MEETING, "zh_CN") == "行动：找 @李经理 谈"
