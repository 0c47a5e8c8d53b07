"""People who help with an action: taken from the line, kept, taken back, shown, read out, filed and written."""

from __future__ import annotations

import pytest

from exporters import export
from models import interchange
from models.capture.description import describe
from models.dates.resolve import standard_calendar
from models.i18n import language
from models.meeting import Action
from models.minutes import Minutes
from models.recap.read_aloud import Reader, plain
from models.recorder import Recorder
from models.store import Store
from tests.exporters.choices import options
from tests.meetings.people import TIMES
from tests.meetings.stored import imported, typed
from tui.theme import PALETTES
from tui.widgets.entry_lines import Ink, draw_action


@pytest.fixture
def recorder(store: Store) -> Recorder:
    roll = "出席：市场部：李经理、张专员；研发部：陈工程师、周工；财务部：孙主管"
    return typed(store, roll, "要点：开始", **TIMES)


def helping(minutes: Minutes) -> list[tuple[list[str], list[str], str]]:
    """Of each action the helpers, the departments that cooperate, and the task."""
    return [
        (
            [person.name for person in minutes.helpers(action.id)],
            [department.name for department in minutes.cooperating(action.id)],
            action.task,
        )
        for action in minutes.all(Action)
    ]


@pytest.mark.parametrize(
    ("line", "helpers", "departments", "task"),
    [
        ("行动：出方案 @李经理 @陈工程师 /下周五前", ["陈工程师"], ["研发部"], "出方案 陈工程师"),
        ("行动：出方案 @李经理 @张专员", ["张专员"], [], "出方案 张专员"),
        ("行动：出方案 责任人：李经理、张专员、孙主管", ["张专员", "孙主管"], ["财务部"], "出方案"),
        (
            "行动：出方案；负责人：李经理；配合：陈工程师、财务部",
            ["陈工程师"],
            ["研发部", "财务部"],
            "出方案",
        ),
        ("行动：出方案 @李经理；配合人：周工、陈工程师", ["陈工程师", "周工"], ["研发部"], "出方案"),
        ("行动：出方案 @李经理 +财务部", [], ["财务部"], "出方案"),
        ("行动：出方案 @李经理 @李经理", [], [], "出方案 李经理"),
        ("行动：出方案给陈工程师看 @李经理", [], [], "出方案给陈工程师看"),
    ],
)
def test_who_helps_is_kept_by_name_and_the_own_department_does_not_cooperate(
    recorder: Recorder, line: str, helpers: list[str], departments: list[str], task: str
) -> None:
    recorder.accept(line)

    assert helping(recorder.minutes) == [(helpers, departments, task)]


def test_a_new_helper_joins_the_department_that_was_named(recorder: Recorder) -> None:
    recorder.accept("行动：出方案 @李经理 +法务部蒋律师")

    ((helpers, departments, _task),) = helping(recorder.minutes)
    assert (helpers, departments) == (["蒋律师"], ["法务部"])


def test_helpers_are_added_replaced_and_undone_by_number(recorder: Recorder) -> None:
    recorder.accept("行动：出方案 @李经理 @陈工程师")
    recorder.accept("A1 +孙主管")
    assert helping(recorder.minutes)[0][:2] == (["陈工程师", "孙主管"], ["研发部", "财务部"])
    recorder.accept("A1配合部门改为财务部")
    assert helping(recorder.minutes)[0][:2] == ([], ["财务部"])
    recorder.undo()
    recorder.undo()
    assert helping(recorder.minutes)[0][:2] == (["陈工程师"], ["研发部"])


def test_labels_alone_add_helpers_to_the_latest_action(recorder: Recorder) -> None:
    recorder.accept("行动：出方案 @李经理")
    recorder.accept("配合人：张专员、孙主管")

    assert helping(recorder.minutes)[0][:2] == (["张专员", "孙主管"], ["财务部"])


def test_helpers_are_set_by_hand(recorder: Recorder) -> None:
    recorder.accept("行动：出方案 @李经理")
    action = recorder.minutes.all(Action)[0]
    finance = recorder.minutes.departments[2]
    chosen = recorder.minutes.people(finance.id)[0]
    recorder.edit(action.id, helpers=[chosen.id])

    assert helping(recorder.minutes)[0][0] == ["孙主管"]


def test_two_of_one_name_are_told_apart_in_the_file(store: Store) -> None:
    roll = "出席：市场部：李经理；研发部：李经理、陈工程师；财务部：孙主管"
    recorder = typed(store, roll, "行动：出方案 @孙主管 @研发部李经理 @陈工程师", **TIMES)

    told = interchange.to_dict(recorder.minutes)["topics"][0]["actions"][0]
    again = Minutes(interchange.loads(interchange.dumps(recorder.minutes)))

    assert told["helpers"] == ["研发部李经理", "陈工程师"]
    (action,) = again.all(Action)
    homes = {again.department_name(person.department_id) for person in again.helpers(action.id)}
    assert homes == {"研发部"}


@pytest.mark.parametrize("interface", ["zh_CN", "en"])
def test_an_action_with_helpers_comes_back_from_its_line(recorder: Recorder, interface: str) -> None:
    for line in (
        "行动：出方案 @李经理 @陈工程师 /9月25日前",
        "行动：核算；责任人：孙主管、张专员；配合：研发部",
        "行动：对账 @市场部 +孙主管",
    ):
        recorder.accept(line)
    text = export(recorder.minutes, ".txt", options(language=interface)).decode("utf-8")

    assert helping(imported(text.split("\n"))) == helping(recorder.minutes)


def test_names_stand_behind_their_departments_wherever_an_action_is_shown(recorder: Recorder) -> None:
    line = "行动：出方案；负责人：李经理；配合：陈工程师、张专员、财务部；完成时限：9月25日"
    with language("zh_CN"):
        (reading, *_) = recorder.readings(line)
        above = " ".join(part.text for part in describe(reading.items[0]))
        recorder.accept(line)
        minutes = recorder.minutes
        (action,) = minutes.all(Action)
        drawn = draw_action(Ink(PALETTES["dark"], minutes), action)
        pane = "".join(span[0] for paragraph in drawn for span in paragraph.spans)
        document = export(minutes, ".md", options()).decode("utf-8")

    assert "配合 研发部 陈工程师 张专员 财务部" in above
    assert "张专员、研发部陈工程师、财务部" in pane.replace("\u2060", "").replace("\xa0", " ")
    assert "张专员、研发部陈工程师、财务部" in document


def test_who_helps_is_read_out_by_name(recorder: Recorder) -> None:
    recorder.accept("行动：出方案 @李经理 @陈工程师 /9月25日")
    (action,) = recorder.minutes.all(Action)
    with language("zh_CN"):
        said = plain(Reader(recorder.minutes, standard_calendar()).action(action))

    assert "研发部陈工程师配合" in said


def test_in_english_the_department_stands_behind_the_helper(store: Store) -> None:
    recorder = typed(
        store, "present: Legal: Helen; Sales: Tom, Ann", "action: draft it @Tom @Helen @Ann", **TIMES
    )
    with language("en"):
        document = export(recorder.minutes, ".md", options(language="en")).decode("utf-8")

    assert "Helen (Legal)" in document
    assert helping(recorder.minutes)[0][0] == ["Helen", "Ann"]


def test_the_views_over_all_meetings_say_who_helps(recorder: Recorder, store: Store) -> None:
    recorder.accept("行动：出方案 @李经理 @陈工程师 +财务部 /9月25日")
    recorder.accept("行动：对账 @孙主管 +市场部")
    first, second = store.actions()
    assert (first.helpers, first.cooperating) == ("陈工程师", "研发部、财务部")
    assert first.with_them == ("陈工程师", "财务部")
    assert (second.helpers, second.with_them) == (None, ("市场部",))
