"""Who a plain line belongs to: what speaks against the speaker, what stays the speaker's, and how it is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from models import interchange
from models.capture import Context, readings, to_json
from models.capture.line import Dispute, Written
from models.findings import check, take
from models.gaps import lacks
from models.meeting import Action, Opinion, Point, Resolution
from models.recorder import Recorder
from models.store import Store
from models.whose import answers, asks, run_of
from tests.meetings import people
from tests.meetings.contexts import MEETING, roster
from tests.meetings.people import TIMES
from tests.meetings.stored import typed

SPOKEN = replace(
    MEETING,
    roster=roster(people.OFFICE, people.OFFICE_ALIASES),
    speaker=("采购部", None),
    unspoken=("市场部", "财务部"),
    latest_texts=(Written("e1", "opinion", "先试点", "1.1"),),
)
ENGLISH = replace(
    MEETING, roster=roster(people.ENGLISH), speaker=("Marketing", None), unspoken=("Legal", "Sales")
)


@pytest.fixture
def recorder(store: Store) -> Recorder:
    return typed(store, "出席：市场部：王总监；财务部：孙主管", **TIMES)


def _read(line: str, context: Context = SPOKEN) -> dict[str, Any]:
    return to_json(readings(line, context)[0].items[0])


@pytest.mark.parametrize("line", ["没意见", "好的", "OK", "行", "没问题。", "好的，收到", "可以", "嗯"])
def test_bare_assent_is_nobodys_until_somebody_says_whose(line: str) -> None:
    said = _read(line)
    assert (said["kind"], said["asks"], said["department"], said["stance"]) == (
        "opinion",
        "who",
        None,
        "none",
    )
    assert not said["doubt"]


@pytest.mark.parametrize("line", ["no objections", "fine", "OK", "sounds good", "sure"])
def test_bare_assent_in_english_is_nobodys(line: str) -> None:
    said = _read(line, ENGLISH)
    assert (said["asks"], said["department"]) == ("who", None)


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("财务部能月底前付", "财务部"),
        ("财务能月底前付", "财务部"),
        ("市场部来不及改物料", "市场部"),
        ("法务也不能拍板", "法务部"),
        ("采购部可以再等一周", "采购部"),
    ],
)
def test_what_a_department_can_do_may_be_said_by_it_or_of_it(line: str, first: str) -> None:
    said = _read(line)
    assert (said["asks"], said["department"], said["candidates"]) == ("who", None, [first])
    others = [to_json(reading.items[0]).get("department") for reading in readings(line, SPOKEN)[1:3]]
    assert others[0] == "采购部"
    assert first in others


@pytest.mark.parametrize(
    ("line", "department", "stance"),
    [
        ("法务反对：太急", "法务部", "oppose"),
        ("财务反对周五前切换", "财务部", "oppose"),
        ("财务也同意分两批", "财务部", "support"),
        ("那个法务不同意", "法务部", "oppose"),
        ("财务那边没意见", "财务部", "support"),
        ("财务没意见", "财务部", "support"),
        ("财务说要两周", "财务部", "none"),
        ("财务觉得太贵", "财务部", "none"),
        ("对了，财务说要两周", "财务部", "none"),
        ("市场反对这么排", "市场部", "oppose"),
    ],
)
def test_another_department_and_a_verb_of_speech_or_a_stance_is_its_opinion(
    line: str, department: str, stance: str
) -> None:
    said = _read(line)
    assert (said["kind"], said["department"], said["stance"], said["asks"]) == (
        "opinion",
        department,
        stance,
        None,
    )
    assert said["evidence"]["department"] in ("led", "said")


@pytest.mark.parametrize(
    "line",
    [
        "大家都觉得价格高",
        "我们都同意",
        "我们没意见",
        "同意",
        "同意先做两家",
        "请财务尽快出个口径",
        "财务审批要两周",
        "财务同意的话就付",
        "财务同意才能付",
        "财务说了算",
        "财务说的那个数不对",
        "财务负责付款",
        "财务能不能月底前付？",
        "不是财务不同意，是流程太慢",
        "应该是财务的问题",
        "刚才财务说了要两周",
        "改成双周",
        "一致性要保证",
        "成都那边在催",
        "会议系统还没好",
        "大家没意见就这么定",
        "没意见的话就这么定",
        "大家都同意的方案也要签字",
        "大家都同意才上线",
        "可以先做两家",
        "好的方案不止一个",
        "行业里都这样",
        "下一个版本再说",
        "回到刚才的数字，差三万",
        "先这样做两周",
        "客户说太贵",
        "市场反映不错",
        "技术支持：没人",
        "研发能力不够",
        "采购能力要提升",
        "@符号会乱码",
        "各部门都忙",
        "各部门的表格格式不一样",
        "我把方案周五前发出来",
        "都在等采购",
        "这个先放一放再加料的做法不行",
        "不对的地方我来改",
        "错了也没关系",
    ],
)
def test_what_does_not_begin_with_a_sign_against_it_stays_the_speakers(line: str) -> None:
    said = _read(line)
    assert (said["kind"], said["department"], said["asks"]) == ("opinion", "采购部", None)
    assert said["evidence"]["department"] == "carried"


@pytest.mark.parametrize(
    "line",
    [
        "we have no objection",
        "agreed to pay half, though",
        "can Legal pay in June?",
        "support costs went up",
        "fine print is missing",
        "everyone agrees if the price drops",
        "the next topic is harder than this",
        "wrong numbers again",
        "right of way is an issue",
    ],
)
def test_in_english_too(line: str) -> None:
    said = _read(line, ENGLISH)
    assert (said["kind"], said["department"], said["asks"]) == ("opinion", "Marketing", None)


@pytest.mark.parametrize("line", ["都没意见", "大家没意见", "OK，都没意见", "大家都没有异议。"])
def test_the_consent_of_everybody_is_of_those_who_are_there_and_have_not_spoken(line: str) -> None:
    found = readings(line, SPOKEN)[0].items
    assert [(to_json(one)["department"], to_json(one)["stance"]) for one in found] == [
        ("市场部", "support"),
        ("财务部", "support"),
    ]
    assert {one.evidence["department"] for one in found} == {"led"}


@pytest.mark.parametrize("line", ["everyone agrees", "nobody objects", "everyone agrees with that"])
def test_the_consent_of_everybody_in_english(line: str) -> None:
    assert [to_json(one)["department"] for one in readings(line, ENGLISH)[0].items] == ["Legal", "Sales"]


@pytest.mark.parametrize(
    "line", ["大家一致通过", "经讨论，一致同意1月15日上线", "一致同意先上华东", "各方都同意延期"]
)
def test_what_all_decided_is_a_resolution_and_a_consensus_only_where_it_answers_a_dispute(line: str) -> None:
    assert _read(line)["kind"] == "resolution"


def test_what_all_agreed_to_settles_the_dispute_whose_words_it_shares() -> None:
    disputed = replace(SPOKEN, disputes=(Dispute("d", 1, "上线时间放节前还是节后"),))
    said = _read("大家一致同意上线时间放节后", disputed)
    assert (said["kind"], said["settles"], said["evidence"]) == ("consensus", "d", {"settles": "paired"})


@pytest.mark.parametrize(
    ("line", "kind", "department"),
    [
        ("各部门把投入表尽快报给财务部", "action", "各部门"),
        ("各部门把投入表周五前交给财务部", "action", "各部门"),
        ("行动：各部门周五前报送投入表", "action", "各部门"),
    ],
)
def test_an_order_to_all_departments_is_an_action_of_all(line: str, kind: str, department: str) -> None:
    said = _read(line)
    assert (said["kind"], said["owner_department"], said["owner"]) == (kind, department, None)
    assert "owner" not in said["missing"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("先这样", "point"),
        ("没别的了", "point"),
        ("没有就散", "point"),
        ("这个先放一放", "outcome"),
        ("下一个议题", "topic"),
        ("回到第二个议题", "topic"),
        ("哦对了，回到第二个议题", "topic"),
    ],
)
def test_how_a_meeting_goes_on_is_nobodys_opinion(line: str, kind: str) -> None:
    assert _read(line)["kind"] == kind


def test_what_is_put_off_is_the_only_open_dispute() -> None:
    one, two = Dispute("a", 1, "甲"), Dispute("b", 2, "乙")
    assert _read("这个先放一放", replace(SPOKEN, disputes=(one,)))["settles"] == "a"
    assert _read("这个先放一放", replace(SPOKEN, disputes=(one, two)))["kind"] == "outcome"


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("不对，是保留，不是反对", "stance", "reserve"),
        ("错了，是反对", "stance", "oppose"),
        ("不对，是两家，不是试点", "text", "先两家"),
        ("不对，不是试点，是推广", "text", "先推广"),
    ],
)
def test_a_correction_changes_the_latest_entry(line: str, field: str, value: str) -> None:
    said = _read(line)
    assert (said["kind"], said["entry"], said[field]) == ("change", "e1", value)


def test_a_correction_that_fits_nothing_changes_nothing_and_says_so(recorder: Recorder) -> None:
    recorder.accept("市场部：有九家店")
    missed = recorder.accept("错了，机场另算")
    assert missed.miss
    assert missed.message
    assert [o.text for o in recorder.minutes.all(Opinion)] == ["有九家店"]
    recorder.accept("不对，是反对")
    assert [o.stance for o in recorder.minutes.all(Opinion)] == ["oppose"]


def test_a_stance_that_was_not_there_is_not_taken_back(recorder: Recorder) -> None:
    recorder.accept("市场部支持：先试点")
    missed = recorder.accept("不对，是保留，不是反对")
    assert missed.miss
    assert [o.stance for o in recorder.minutes.all(Opinion)] == ["support"]
    recorder.accept("不对，是保留，不是支持")
    assert [o.stance for o in recorder.minutes.all(Opinion)] == ["reserve"]


def test_plain_lines_behind_a_question_ask_too_until_somebody_is_named(recorder: Recorder) -> None:
    for line in ("市场部：先试点", "好的", "但是要快", "财务部：要两周", "再说一句"):
        recorder.accept(line)
    said = recorder.minutes.all(Opinion)
    names = [recorder.minutes.department_name(o.department_id) for o in said]
    assert [(n, o.asks, o.carried) for n, o in zip(names, said, strict=True)] == [
        ("市场部", "", False),
        ("", "who", False),
        ("", "who", False),
        ("财务部", "", False),
        ("财务部", "", True),
    ]


def test_one_answer_is_that_of_the_whole_run_and_can_be_undone(recorder: Recorder) -> None:
    for line in ("财务部：要两周", "市场部：先试点", "好的", "但是要快"):
        recorder.accept(line)
    asked = [o for o in recorder.minutes.all(Opinion) if asks(o)]
    assert run_of(recorder.minutes, asked[1]) == asked
    offered = [recorder.minutes.department_name(a.department_id) for a in answers(recorder.minutes, asked[1])]
    assert offered[:2] == ["市场部", "财务部"]
    first = answers(recorder.minutes, asked[0])[1]
    assert recorder.attribute(asked[1].id, first.department_id, first.person_id) == 2
    answered = recorder.minutes.all(Opinion)[2:]
    assert [recorder.minutes.department_name(o.department_id) for o in answered] == ["财务部", "财务部"]
    assert not any(map(asks, recorder.minutes.all(Opinion)))
    recorder.accept("接着说")
    assert recorder.minutes.department_name(recorder.minutes.all(Opinion)[-1].department_id) == "财务部"
    recorder.undo()
    recorder.undo()
    assert sum(map(asks, recorder.minutes.all(Opinion))) == 2


def test_an_answer_stops_where_the_next_line_names_somebody_else(recorder: Recorder) -> None:
    for line in ("市场部：先试点", "好的", "那就快一点", "财务部能月底前付", "下月也行"):
        recorder.accept(line)
    asked = [o for o in recorder.minutes.all(Opinion) if asks(o)]
    assert run_of(recorder.minutes, asked[0]) == asked[:2]
    assert run_of(recorder.minutes, asked[3]) == asked[2:]
    first = answers(recorder.minutes, asked[0])[0]
    recorder.attribute(asked[0].id, first.department_id, first.person_id)
    assert [o.text for o in recorder.minutes.all(Opinion) if asks(o)] == ["财务部能月底前付", "下月也行"]


def test_what_is_nobodys_in_particular_becomes_a_point_and_the_present_speaker_stays(
    recorder: Recorder,
) -> None:
    for line in ("市场部：先试点", "好的", "财务部：要两周"):
        recorder.accept(line)
    asked = next(o for o in recorder.minutes.all(Opinion) if asks(o))
    recorder.attribute(asked.id, None, None)
    assert [p.text for p in recorder.minutes.all(Point)] == ["好的"]
    assert recorder.context.speaker == ("财务部", None)


def test_a_line_given_to_nobody_on_purpose_is_taken_back_as_it_was(recorder: Recorder) -> None:
    recorder.accept("市场部：先试点")
    recorder.accept("？：反对这么做")
    said = recorder.minutes.all(Opinion)[-1]
    assert (said.asks, said.stance, said.text) == ("who", "oppose", "反对这么做")
    assert recorder.accept("别的").touched
    before = recorder.minutes.all(Opinion)[1]
    assert not recorder.retype(before.id, recorder.typed(before.id)).touched
    assert recorder.minutes.all(Opinion)[1] == before


def test_the_recap_asks_once_for_each_run_and_an_answer_is_one_of_its_offers(recorder: Recorder) -> None:
    for line in ("财务部：要两周", "市场部：先试点", "好的", "但是要快"):
        recorder.accept(line)
    found = [one for one in check(recorder.minutes, "close") if one.rule == "who"]
    assert [(one.severity, "好的" in one.message) for one in found] == [("soft", True)]
    take(recorder, found[0].offers[0])
    assert [recorder.minutes.department_name(o.department_id) for o in recorder.minutes.all(Opinion)][2:] == [
        "市场部",
        "市场部",
    ]
    assert not [one for one in check(recorder.minutes, "close") if one.rule == "who"]


def test_an_order_to_all_departments_adds_none_to_the_list_and_asks_for_nobody(recorder: Recorder) -> None:
    before = [d.name for d in recorder.minutes.departments]
    recorder.accept("各部门把投入表周五前报给财务部")
    action = recorder.minutes.all(Action)[0]
    assert [d.name for d in recorder.minutes.departments] == before
    assert (action.for_all, list(lacks(action))) == (True, [])
    assert not [one for one in check(recorder.minutes, "close") if one.rule == "R16"]
    assert interchange.to_dict(recorder.minutes)["topics"][0]["actions"][0]["owner_department"] == "各部门"


@pytest.fixture
def english(store: Store) -> Recorder:
    """A meeting in English in which Mr Li of Marketing speaks."""
    roll = "attendance: Marketing: Mr Li; Legal: Ms Wang"
    return typed(store, roll, "topic: access", "Mr Li: two weeks", **TIMES)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Client Support: the badge readers are old", "Client Support"),
        ("Ravi Shah: our badge readers are old", "Ravi Shah"),
        ("Ravi: we need a week", "Ravi"),
    ],
)
def test_a_name_in_capitals_nobody_has_before_a_colon_is_asked_for(
    english: Recorder, line: str, name: str
) -> None:
    english.accept(line)
    last = english.minutes.all(Opinion)[-1]
    assert (last.asks, last.said_as, last.department_id) == ("who", name, None)


@pytest.mark.parametrize("line", ["Ravi Shah: the badge readers are old", "Launch Date: 5 May"])
def test_what_may_be_a_name_or_a_heading_is_asked_for_whole(english: Recorder, line: str) -> None:
    english.accept(line)
    last = english.minutes.all(Opinion)[-1]
    assert (last.asks, last.said_as, last.text) == ("who", "", line)


@pytest.mark.parametrize(
    "line",
    ["Ratio: one to fourteen", "Two options: wait or pay", "Budget Review: next week", "Phase Two: in May"],
)
def test_a_heading_before_a_colon_is_still_the_speakers(english: Recorder, line: str) -> None:
    english.accept(line)
    last = english.minutes.all(Opinion)[-1]
    assert (last.asks, last.text) == ("", line)


def test_two_speakers_in_one_english_line_are_parted_at_the_full_stop(english: Recorder) -> None:
    english.accept("Marketing: six weeks. Legal: six weeks is too late")
    first, second = english.minutes.all(Opinion)[-2:]
    assert [first.text, second.text] == ["six weeks.", "six weeks is too late"]
    names = [english.minutes.department_name(one.department_id) for one in (first, second)]
    assert names == ["Marketing", "Legal"]


def test_a_department_that_supports_a_thing_said_behind_its_name_takes_a_stance(recorder: Recorder) -> None:
    for line in ("市场部：先试点", "财务部支持单列服务费", "市场部：再看", "财务部支持团队缺人"):
        recorder.accept(line)
    said = recorder.minutes.all(Opinion)
    names = [recorder.minutes.department_name(o.department_id) for o in said]
    assert names == ["市场部", "财务部", "市场部", "市场部"]
    assert [o.stance for o in said] == ["none", "support", "none", "none"]


@pytest.fixture
def full_names(store: Store) -> Recorder:
    """A meeting of people with full names, in which 邓勇 speaks."""
    roll = "出席：产品部：周敏、林子昂；运营部：鹿鸣；财务部：孙倩；客服部：邓勇；市场部：徐佳怡"
    return typed(store, roll, "议题：会员", "邓勇：先这样安排", **TIMES)


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("孙倩走预算申请，下周五之前", "孙倩"),
        ("鹿鸣12月9号前出迁移方案", "鹿鸣"),
        ("邓勇周三前把外包报价给孙倩", "邓勇"),
    ],
)
def test_who_is_named_first_with_a_due_has_a_job_whoever_speaks(
    full_names: Recorder, line: str, owner: str
) -> None:
    full_names.accept(line)
    (made,) = full_names.minutes.all(Action)
    assert full_names.minutes.person_name(made.owner_id) == owner


@pytest.mark.parametrize("line", ["佳怡+1", "孙倩跟鹿鸣碰一下", "孙倩要先问总部"])
def test_what_begins_with_somebody_else_is_never_the_speakers_unasked(
    full_names: Recorder, line: str
) -> None:
    full_names.accept(line)
    assert full_names.minutes.all(Opinion)[-1].asks == "who"


@pytest.mark.parametrize("line", ["孙倩的预算还没批", "孙倩路那个仓库明年到期"])
def test_what_is_said_of_somebody_is_not_asked_for(full_names: Recorder, line: str) -> None:
    full_names.accept(line)
    said = full_names.minutes.all(Opinion)[-1]
    assert (said.text, said.asks, full_names.minutes.person_name(said.person_id)) == (line, "", "邓勇")


@pytest.mark.parametrize("line", ["子昂：后天更新", "子昂说后天更新"])
def test_somebody_is_called_by_the_given_name(full_names: Recorder, line: str) -> None:
    full_names.accept(line)
    said = full_names.minutes.all(Opinion)[-1]
    assert full_names.minutes.person_name(said.person_id) == "林子昂"


@pytest.mark.parametrize("line", ["定了，先外包8个坐席", "最后决定分两批提测"])
def test_what_is_settled_in_so_many_words_is_a_resolution_whoever_speaks(
    full_names: Recorder, line: str
) -> None:
    full_names.accept(line)
    assert len(full_names.minutes.all(Resolution)) == 1


def test_a_dash_behind_a_name_is_as_good_as_a_colon(english: Recorder) -> None:
    english.accept("Ms Wang - the clause is useless")
    said = english.minutes.all(Opinion)[-1]
    assert (english.minutes.person_name(said.person_id), said.text) == ("Ms Wang", "the clause is useless")


@pytest.mark.parametrize(
    "line",
    [
        "最后决定权在财务",
        "最终决定权归董事会",
        "定了吗？",
        "定了没有？",
        "定了之后再说",
        "定了的事不要再改",
        "最后决定了吗？",
    ],
)
def test_what_only_speaks_of_deciding_decides_nothing(full_names: Recorder, line: str) -> None:
    full_names.accept(line)
    assert full_names.minutes.all(Resolution) == []
    assert full_names.minutes.all(Opinion)[-1].text == line


@pytest.mark.parametrize(
    "line",
    [
        "大家一致同意了吗？",
        "大家都同意先上华东吗？",
        "everyone agreed on that?",
        "Agreed-upon scope is unchanged",
    ],
)
def test_a_question_or_an_old_story_of_agreement_is_no_resolution(full_names: Recorder, line: str) -> None:
    full_names.accept(line)
    assert full_names.minutes.all(Resolution) == []


def test_somebody_else_of_the_speakers_name_is_not_the_speaker(store: Store) -> None:
    recorder = typed(
        store, "出席：市场部：李经理；销售部：李经理", "议题：甲", "市场部李经理：先看数据", **TIMES
    )
    recorder.accept("销售部李经理要去看看")
    last = recorder.minutes.all(Opinion)[-1]
    assert (last.asks, last.department_id) == ("who", None)


@pytest.mark.parametrize("line", ["Sorry, can you repeat that", "Sorry, the vendor is closed on Friday"])
def test_an_apology_that_corrects_nothing_is_an_ordinary_line(english: Recorder, line: str) -> None:
    before = len(english.minutes.all_entries)
    english.accept(line)
    assert len(english.minutes.all_entries) == before + 1


def test_going_with_somebodys_draft_is_decided_and_going_with_somebody_is_not(english: Recorder) -> None:
    english.accept("let's go with Ms Wang's draft")
    assert [one.text for one in english.minutes.all(Resolution)] == ["let's go with Ms Wang's draft"]
    english.accept("let's go with Ms Wang")
    assert len(english.minutes.all(Resolution)) == 1


def test_a_name_put_in_front_of_one_entry_answers_its_whole_run(recorder: Recorder) -> None:
    for line in ("？：排期太紧", "测试也来不及", "两周不够"):
        recorder.accept(line)
    first, *others = recorder.minutes.all(Opinion)[-3:]
    assert all(one.asks for one in (first, *others))

    recorder.retype(first.id, f"研发部：{first.text}")

    assert [
        recorder.minutes.department_name(one.department_id) for one in recorder.minutes.all(Opinion)[-3:]
    ] == ["研发部"] * 3
    assert recorder.minutes.department_name(recorder.minutes.meeting.speaker_department_id) == "研发部"
    recorder.undo()
    assert all(one.asks for one in recorder.minutes.all(Opinion)[-3:])


def test_an_entry_that_is_worded_anew_answers_only_for_itself(recorder: Recorder) -> None:
    for line in ("？：排期太紧", "测试也来不及"):
        recorder.accept(line)
    first, other = recorder.minutes.all(Opinion)[-2:]
    recorder.retype(first.id, "研发部：排期要再加一周")
    assert recorder.minutes.get(Opinion, other.id) == other


def test_a_name_alone_answers_what_asks_and_else_says_whose_turn_it_is(recorder: Recorder) -> None:
    for line in ("？：排期太紧", "测试也来不及", "财务部"):
        recorder.accept(line)
    said = recorder.minutes.all(Opinion)[-2:]
    assert [(recorder.minutes.department_name(one.department_id), one.asks) for one in said] == [
        ("财务部", "")
    ] * 2

    recorder.accept("市场部")
    recorder.accept("先看样品")
    last = recorder.minutes.all(Opinion)[-1]
    assert (recorder.minutes.department_name(last.department_id), last.text) == ("市场部", "先看样品")
    assert all(one.text != "市场部" for one in recorder.minutes.all(Opinion))


def test_a_name_alone_behind_a_question_asks_whose_answer_it_is(recorder: Recorder) -> None:
    for line in ("议题：排期", "市场部：谁来负责？", "孙主管"):
        recorder.accept(line)
    last = recorder.minutes.all(Opinion)[-1]
    assert (last.asks, last.text) == ("who", "孙主管")


def test_an_answer_leaves_what_asks_for_a_reason_of_its_own(recorder: Recorder) -> None:
    for line in ("议题：排期", "？：排期太紧", "测试也来不及", "A9的负责人换成小王", "那就不做了", "哈哈"):
        recorder.accept(line)
    asked = [one for one in recorder.minutes.all(Opinion) if one.asks]
    home = next(one for one in recorder.minutes.departments if one.name == "财务部")
    recorder.attribute(asked[0].id, home.id, None)
    still = [one.text for one in recorder.minutes.all(Opinion) if one.asks]
    assert still == [one.text for one in asked if one.text not in ("排期太紧", "测试也来不及")]
    assert "那就不做了" in still
