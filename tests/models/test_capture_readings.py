"""What Shift+Tab steps through, and what decides between readings: speaker, disputes, candidates, facts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from models.capture import Context, Dispute, Written, parse, readings, to_json
from tests.meetings.contexts import EMPTY, MEETING, OFFICE, PREPARED, assert_reads, read


def _all(line: str, context: Context) -> list[list[dict[str, Any]]]:
    return [[to_json(item) for item in reading.items] for reading in readings(line, context)]


def _kinds(line: str, context: Context) -> list[str]:
    return ["+".join(item["kind"] for item in reading) for reading in _all(line, context)]


def test_a_blank_line_has_no_reading() -> None:
    assert readings(" 　\t", EMPTY) == []
    assert parse("\x1b[2J", EMPTY) == ()


SPEAKING = replace(MEETING, speaker=("财务部", "孙主管"))


@pytest.mark.parametrize(
    ("line", "stance"),
    [
        ("还要核算成本", "none"),
        ("同意", "support"),
        ("同意，但要先核算", "conditional"),
        ("不同意提高占比", "oppose"),
        ("保留意见", "reserve"),
        ("弃权", "abstain"),
        ("不同意见有三点", "none"),
        ("支持团队只有三人", "none"),
        ("反对的声音不多", "none"),
        ("我部支持，前提是预算不变", "conditional"),
    ],
)
def test_a_plain_line_is_the_speakers_with_the_stance_of_its_first_words(line: str, stance: str) -> None:
    assert_reads(
        line,
        [{"kind": "opinion", "department": "财务部", "person": "孙主管", "stance": stance, "text": line}],
        SPEAKING,
    )


def test_while_somebody_speaks_a_bare_agreement_is_no_resolution() -> None:
    assert read("同意采购部引入第二供应商", SPEAKING)[0]["kind"] == "opinion"
    assert read("同意采购部引入第二供应商", MEETING)[0]["kind"] == "resolution"


def test_an_owner_with_a_due_is_an_action_whoever_speaks_and_the_speaker_is_offered() -> None:
    line = "李经理周五前提交方案"
    assert read(line, MEETING)[0]["kind"] == "action"
    assert read(line, SPEAKING)[0]["kind"] == "action"
    assert "opinion" in _kinds(line, SPEAKING)
    assert "point" in _kinds(line, MEETING)


def test_with_a_colon_a_line_is_an_opinion_and_action_its_second_reading() -> None:
    assert _kinds("市场部：素材周五前给", MEETING)[:2] == ["opinion", "action"]
    action = _all("市场部：素材周五前给", MEETING)[1][0]
    assert (action["owner_department"], action["due"]) == ("市场部", "2026-09-18")


def test_a_fact_is_speech_once_entries_stand_and_still_offered() -> None:
    assert _kinds("地点：二号楼", PREPARED) == ["fact", "point"]
    assert _kinds("地点：离客户太远", MEETING)[:2] == ["point", "fact"]
    assert _kinds("地点：离客户太远", SPEAKING)[:2] == ["opinion", "fact"]


@pytest.mark.parametrize(
    "line",
    [
        "主持：林薇",
        "记录：小满",
        "主持人：王总监",
        "地点：三楼会议室",
        "时间：14:00-16:00",
        "chair: Rosa Kemp",
        "place: Room 4",
    ],
)
def test_who_leads_who_records_where_and_when_can_be_said_while_somebody_speaks(line: str) -> None:
    assert _kinds(line, SPEAKING)[:2] == ["fact", "opinion"]


@pytest.mark.parametrize(
    "line",
    [
        "时间：来不及",
        "时间：下周三下午3点",
        "地点：太远了",
        "记录：上周三没换价签",
        "主持：这事谁来主持",
        "time: we need two weeks",
    ],
)
def test_what_only_begins_like_such_a_fact_is_still_speech(line: str) -> None:
    assert _kinds(line, SPEAKING)[0] == "opinion"


def test_two_whom_a_name_fits_are_offered_and_neither_is_taken() -> None:
    best, *others = _all("行动：提交方案 @李经理 /周五", OFFICE)
    assert (best[0]["owner"], best[0]["task"]) == (None, "提交方案 @李经理")
    assert best[0]["candidates"] == ["市场部李经理", "销售部李经理"]
    owners = [
        (reading[0]["owner_department"], reading[0]["owner"], reading[0]["task"])
        for reading in others
        if reading[0]["kind"] == "action"
    ]
    assert owners == [("市场部", "李经理", "提交方案"), ("销售部", "李经理", "提交方案")]


def test_a_speaker_whom_the_name_does_not_settle_leaves_the_words() -> None:
    best, *others = _all("李经理：本周出方案", OFFICE)
    assert (best[0]["department"], best[0]["text"]) == (None, "李经理：本周出方案")
    assert [reading[0]["department"] for reading in others[:2]] == ["市场部", "销售部"]


def test_initials_that_fit_two_are_candidates() -> None:
    best, *others = _all("scb：没问题", OFFICE)
    assert best[0]["candidates"] == ["市场部", "生产部"]
    assert [reading[0]["department"] for reading in others[:2]] == ["市场部", "生产部"]


OPEN = (
    Dispute("a", 1, "推广费用占比取30%还是25%"),
    Dispute("b", 2, "是否增设紧急通道"),
    Dispute("c", 3, "上线时间"),
)


@pytest.mark.parametrize(
    ("line", "settles"),
    [
        ("共识1：按28%", "a"),
        ("共识二：不增设", "b"),
        ("共识：紧急通道由研发部负责", "b"),
        ("共识：推广费用占比28%", "a"),
        ("搁置：紧急通道等预算批复", "b"),
        ("没谈拢，下次再说", None),
    ],
)
def test_a_consensus_settles_the_dispute_numbered_or_sharing_words_with_it_and_else_stands_alone(
    line: str, settles: str | None
) -> None:
    assert read(line, replace(MEETING, disputes=OPEN))[0]["settles"] == settles


@pytest.mark.parametrize(
    ("latest", "line", "settles"),
    [
        ("c", "共识：先这么办", "c"),
        ("c", "共识：例会改为双周", None),
        ("c", "共识：先把合同条款逐条过完再说", None),
        ("other", "共识：先这么办", None),
        (None, "共识：先这么办", None),
    ],
)
def test_only_a_short_answer_right_behind_a_dispute_settles_it_without_a_word_in_common(
    latest: str | None, line: str, settles: str | None
) -> None:
    assert read(line, replace(MEETING, disputes=OPEN, latest_id=latest))[0]["settles"] == settles


def test_settled_disputes_are_not_settled_again_and_without_any_it_stands_alone() -> None:
    settled = tuple(replace(one, status="settled") for one in OPEN)
    assert read("共识：推广费用占比28%", replace(MEETING, disputes=settled))[0]["settles"] is None


def test_the_other_disputes_are_further_readings() -> None:
    found = _all("共识：紧急通道由研发部负责", replace(MEETING, disputes=OPEN))
    assert [reading[0].get("settles") for reading in found if reading[0]["kind"] == "consensus"] == [
        "b",
        "c",
        "a",
        None,
    ]


def test_disputes_opened_by_the_same_line_are_settled_in_turn() -> None:
    items = read("争议：首响归谁；争议：口径；共识：口径统一为自然时；共识：首响归客服部", MEETING)
    assert [item.get("settles") for item in items] == [None, None, "#2", "#1"]


@pytest.mark.parametrize("line", ["分歧：——", "争议：暂无", "共识：无", "共识：暂无", "缺席：无"])
def test_nothing_gives_nothing(line: str) -> None:
    assert read(line, MEETING) == []
    assert _kinds(line, MEETING)[-1] == "point"


@pytest.mark.parametrize("line", ["争议：无", "分歧：没有", "争议点：无争议。", "dispute: none"])
def test_that_nothing_is_disputed_marks_the_topic(line: str) -> None:
    assert [(one["kind"], one["field"]) for one in read(line, MEETING)] == [("mark", "no_dispute")]


@pytest.mark.parametrize(
    ("line", "old", "new"),
    [
        ("更正：10个=>12个", "10个", "12个"),
        ("更正：10个＝＞12个", "10个", "12个"),
        ("改：10个=12个", "10个", "12个"),
        ("s/10个/12个/", "10个", "12个"),
        ("ｓ／10个／12个／", "10个", "12个"),
    ],
)
def test_a_correction_shows_what_it_will_change(line: str, old: str, new: str) -> None:
    entries = (Written("e2", "point", "别的"), Written("e1", "opinion", "约10个工作日"))
    expected = {"kind": "replacement", "old": old, "new": new, "found_in": "e1", "preview": "约12个工作日"}
    assert_reads(line, [expected], replace(MEETING, latest_texts=entries))
    assert_reads(line, [expected], replace(MEETING, latest_texts=lambda: entries))


def test_a_correction_that_finds_nothing_says_so() -> None:
    assert_reads("更正：甲=>乙", [{"kind": "replacement", "found_in": None}])


def test_the_others_have_no_opinion_each_for_itself() -> None:
    context = replace(MEETING, unspoken=("研发部", "财务部"))
    assert_reads(
        "其他部门无意见",
        [
            {"kind": "opinion", "department": name, "stance": "support", "text": "无意见"}
            for name in ("研发部", "财务部")
        ],
        context,
    )


def test_a_doubt_mark_marks_its_entry_and_is_not_part_of_the_text() -> None:
    assert_reads(
        "争议：占比？？；共识：28%",
        [
            {"kind": "dispute", "dispute": "占比", "doubt": True},
            {"kind": "consensus", "consensus": "28%", "doubt": False},
        ],
    )


def test_words_after_verbatim_are_plain_whatever_they_say() -> None:
    assert_reads("原文：行动：不是行动??", [{"kind": "point", "text": "行动：不是行动??", "doubt": False}])
    assert_reads("\\市场部：不是意见", [{"kind": "point", "text": "市场部：不是意见"}])


def test_an_entry_for_another_topic_leaves_the_live_ones_speaker_and_disputes() -> None:
    context = replace(SPEAKING, disputes=OPEN)
    assert_reads("1.2补：工期两周", [{"kind": "point", "topic": "1.2", "text": "工期两周"}], context)
    assert_reads("1.2补：共识：按28%", [{"kind": "consensus", "topic": "1.2", "settles": None}], context)


@pytest.mark.parametrize(
    "line",
    [
        "行动：核算成本 @孙主管 +市场部 /下周五",
        "行动:核算成本 @孙主管 +市场部 /下周五",
        "行动　核算成本　＠孙主管　＋市场部　、下周五",
        "行动﹕核算成本@孙主管+市场部 、下周五",
        "行动项：核算成本；负责人：财务部孙主管；配合部门：市场部；完成时限：下周五",
        "行动项：核算成本 负责人：孙主管 配合：市场部 截止：下周五",
        "【行动】核算成本 @4.1 +1 /下周五",
        "待办：核算成本 @szg +sc /下周五",
        "行动：财务部孙主管核算成本，市场部配合，下周五",
        "行动：由财务部孙主管负责核算成本，市场部配合，下周五",
        "todo: 核算成本 owner: 孙主管 with: 市场部 due: 下周五",
    ],
)
def test_one_action_in_many_spellings(line: str) -> None:
    expected = {"kind": "action", "task": "核算成本", "owner_department": "财务部", "owner": "孙主管"}
    assert_reads(line, [{**expected, "cooperating": ["市场部"], "due": "2026-09-25"}])


@pytest.mark.parametrize(
    "head",
    [
        *(
            "市场部李经理：",
            "市场部 李经理：",
            "市场部-李经理：",
            "市场部—李经理：",
            "市场部（李经理）：",
            "市场部(李经理):",
        ),
        *(
            "市场部:李经理：",
            "李经理（市场部）：",
            "【市场部】李经理：",
            "市场/李经理：",
            "李经理：",
            "1.2：",
        ),
        *("ljl：", "lijingli:", "市场部李经理 ", "市场部李经理﹕"),
    ],
)
def test_one_speaker_in_many_spellings(head: str) -> None:
    assert_reads(
        f"{head}占比太低",
        [{"kind": "opinion", "department": "市场部", "person": "李经理", "text": "占比太低"}],
    )


def test_the_whole_line_is_text_where_a_change_is_not_one() -> None:
    for line in ("A4 纸不够", "A3的进度慢", "D1", "撤销合同"):
        assert_reads(line, [{"kind": "point", "text": line}])


def test_the_second_reading_of_an_entry_for_another_topic_goes_there_too() -> None:
    second = _all("1.1补：研发部：周五前给接口", MEETING)[1]
    assert [(one["kind"], one["topic"], one["owner_department"], one["task"]) for one in second] == [
        ("action", "1.1", "研发部", "给接口")
    ]
