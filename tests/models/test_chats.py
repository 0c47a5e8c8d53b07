"""Pasted chats and transcripts: each thing said is its speaker's, at its time; whom nobody knows is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from models import interchange
from models.capture.chat.blocks import one_a_line
from models.findings import check
from models.importing import take_in
from models.meeting import Action, Opinion, Point
from models.minutes import Minutes
from models.recorder import Recorder
from models.store import Store
from models.whose import as_said, run_of
from tests.meetings.contexts import MEETING, assert_reads
from tests.meetings.stored import Clock, typed

AT = "时间：2026-09-16 14:00-15:30"
ROLL = "出席：市场部：李经理；研发部：陈工"


@pytest.fixture
def recorder(store: Store) -> Recorder:
    return typed(store, AT, ROLL, "议题：预算")


def _lines(text: str) -> list[str]:
    return [one.text for one in one_a_line(text.split("\n")) if one.text.strip()]


TWO = ["[14:03] 李经理：先做一版", "[14:05] 陈工：要两周"]
INTO = ["[+0:12:05] 李经理：先做一版", "[+0:12:30] 陈工：要两周"]
DATED = ["[2026-09-16 14:03] 李经理：先做一版", "[2026-09-16 14:05] 陈工：要两周"]
ENGLISH = ["[14:03] Li Min: a pilot first", "[14:05] Bob: two weeks"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("李经理 14:03\n先做一版\n陈工 14:05\n要两周", TWO, id="name and time, then words"),
        pytest.param("李经理　14：03\n先做一版\n\n陈工　14：05\n要两周\n", TWO, id="full-width"),
        pytest.param("[14:03] 李经理：先做一版\n[14:05] 陈工：要两周", TWO, id="time in brackets"),
        pytest.param("【14:03】李经理：先做一版\n【14:05】陈工：要两周", TWO, id="time in Chinese brackets"),
        pytest.param("陈工 下午2:05\n要两周\n李经理 下午2:03\n先做一版", TWO[::-1], id="half of the day"),
        pytest.param(
            "李经理(00:12:05): 先做一版\n陈工(00:12:30): 要两周", INTO, id="Tencent Meeting on one line"
        ),
        pytest.param(
            "李经理（00:12:05）：\n先做一版\n\n陈工（00:12:30）：\n要两周", INTO, id="Tencent Meeting on two"
        ),
        pytest.param("00:12:05 李经理\n先做一版\n\n00:12:30 陈工\n要两周", INTO, id="time first"),
        pytest.param(
            "说话人 1 00:05\n先做一版\n说话人 2 01:10\n要两周\n说话人 1 12:40\n好",
            ["[+0:00:05] 说话人 1：先做一版", "[+0:01:10] 说话人 2：要两周", "[+0:12:40] 说话人 1：好"],
            id="Feishu Minutes",
        ),
        pytest.param(
            "李经理 2026/9/16 14:03\n先做一版\n\n陈工 2026/9/16 14:05\n要两周", DATED, id="WeChat on a Mac"
        ),
        pytest.param(
            "李经理 2026-09-16 14:03:21\n先做一版\n陈工 2026-09-16 14:05:09\n要两周",
            DATED,
            id="WeChat, DingTalk",
        ),
        pytest.param(
            "2026-09-16 2:03:38 PM 李经理(87200175)\n先做一版\n\n2026-09-16 2:05:02 PM 陈工(10000)\n要两周",
            DATED,
            id="QQ",
        ),
        pytest.param(
            "李经理, [2026-09-16 14:03]\n先做一版\n\n陈工, [2026-09-16 14:05]\n要两周", DATED, id="Telegram"
        ),
        pytest.param(
            "14:03:21 From Li Min to Everyone:\n\ta pilot first\n14:05:00 From  Bob : two weeks",
            ENGLISH,
            id="Zoom chat",
        ),
        pytest.param(
            "16/09/2026, 14:03 - Li Min: a pilot first\n[14:05, 16/09/2026] Bob: two weeks",
            ENGLISH,
            id="WhatsApp",
        ),
        pytest.param(
            "Li Min  2:03 PM\na pilot first\nBob  2:05 PM\ntwo weeks", ENGLISH, id="Slack, Teams chat"
        ),
        pytest.param(
            "Li Min — Today at 2:03 PM\na pilot first\nBob — Today at 2:05 PM\ntwo weeks",
            ENGLISH,
            id="Discord",
        ),
        pytest.param(
            "Speaker 1 00:00:12\nA pilot first\nSpeaker 2 00:00:15\nTwo weeks",
            ["[+0:00:12] Speaker 1: A pilot first", "[+0:00:15] Speaker 2: Two weeks"],
            id="speakers by number",
        ),
        pytest.param(
            "0:12:5.40 --> 0:12:9.10\n李经理\n先做一版\n0:12:30.40 --> 0:12:35.10\n陈工\n要两周",
            INTO,
            id="Teams document",
        ),
        pytest.param(
            "WEBVTT\n\nNOTE made by somebody\n\na7939eec-6426/32-0\n00:12:05.835 --> 00:12:07.9\n<v 李经理>先做</v>\n\n"
            "a7939eec-6426/33-0\n00:12:08.0 --> 00:12:09.0\n<v 李经理>一版</v>\n\n"
            "00:12:30.435 --> 00:12:35.275\n<v 陈工>要两周</v>",
            INTO,
            id="Teams .vtt",
        ),
        pytest.param(
            "1\n00:12:05,000 --> 00:12:07,000\n李经理：先做一版\n\n2\n00:12:30,000 --> 00:12:35,000\n陈工：要两周",
            INTO,
            id="Zoom .srt",
        ),
    ],
)
def test_each_thing_said_is_a_line_with_its_time_and_speaker(text: str, lines: list[str]) -> None:
    assert _lines(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "王工\n14:10\n费用太高\n李经理\n14:12\n同意\n再压一点",
            ["[14:10] 王工：费用太高", "[14:12] 李经理：同意", "[14:12] 李经理：再压一点"],
        ),
        ("张三\n下午2:10\n可以\n\n李四\n下午2:11\n不行", ["[14:10] 张三：可以", "[14:11] 李四：不行"]),
        ("14:10 王工\n费用太高\n14:12 李经理\n同意", ["[14:10] 王工：费用太高", "[14:12] 李经理：同意"]),
    ],
)
def test_name_and_time_may_stand_on_lines_of_their_own_or_the_time_in_front(
    text: str, lines: list[str]
) -> None:
    assert _lines(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "议题：预算\n14:10\n先看样品",
        "14:10 休息\n先看预算\n14:30 继续",
        "会议：协调会\n市场部：先试\n王工到了 14:10\n研发部：不行\n李经理先走 15:20\n14:03 散会",
        "时间：2026-09-16 14:00\n下次会议 9月20日 14:00\n地点：总部",
        "王工 8:55\n李经理 9:01\n陈工 9:03",
        "9:30 开始\n10:00 休息\n10:15 继续\n先看预算",
        "议题：预算 14:00\n1.1补：研发部：要两周",
        "休息 15:00\n市场部：先试\n继续 15:10\n研发部：不行",
    ],
)
def test_lines_that_are_no_chat_stay_as_they_are(text: str) -> None:
    assert _lines(text) == text.split("\n")


def test_the_recorders_own_topic_ends_a_block_and_a_task_in_it_keeps_its_time() -> None:
    text = "李经理 14:03\n先做一版\n行动：出排期 @陈工\n议题：二期\n市场部：先等等\n陈工 14:20\n要两周"
    assert _lines(text) == [
        "[14:03] 李经理：先做一版",
        "[14:03] 行动：出排期 @陈工",
        "议题：二期",
        "市场部：先等等",
        "[14:20] 陈工：要两周",
    ]


def test_subtitles_without_any_name_are_nobodys_and_one_without_a_name_among_others_asks() -> None:
    nobodys = "1\n00:00:01,000 --> 00:00:04,000\n先做一版。\n2\n00:00:05,000 --> 00:00:09,000\n要两周。"
    assert _lines(nobodys) == ["[+0:00:01] 要点：先做一版。", "[+0:00:05] 要点：要两周。"]
    one = nobodys.replace("先做", "李经理：先做")
    assert _lines(one) == ["[+0:00:01] 李经理：先做一版。", "[+0:00:05] ？：要两周。"]


@pytest.mark.parametrize(
    "line",
    [
        "[14:03] 李经理：先做一版；研发部：等等",
        "【14:03】市场部李经理：先做一版；研发部：等等",
        "李经理（14:03）：先做一版；研发部：等等",
        "李经理 14:03：先做一版；研发部：等等",
        "[14:03] 李经理-市场部：先做一版；研发部：等等",
        "[14:03] 李经理（市场部）：先做一版；研发部：等等",
    ],
)
def test_a_head_with_a_time_is_its_speakers_whole(line: str) -> None:
    said = {
        "kind": "opinion",
        "department": "市场部",
        "person": "李经理",
        "at": "14:03",
        "text": "先做一版；研发部：等等",
    }
    assert_reads(line, [said], MEETING)


@pytest.mark.parametrize("name", ["小明", "说话人 2", "Speaker 1", "scb", "ljl", "Bob Lee", "技术支持"])
def test_whom_nobody_knows_is_asked_for_and_never_the_last_speaker(recorder: Recorder, name: str) -> None:
    recorder.accept("市场部：先试")
    recorder.accept(f"[14:10] {name}：来不及")
    said = recorder.minutes.all(Opinion)[-1]
    assert (said.department_id, said.person_id, said.asks, said.said_as) == (None, None, "who", name)
    assert not recorder.minutes.department_name(recorder.minutes.all(Opinion)[-1].department_id)


def test_the_time_is_kept_dated_by_the_meeting(recorder: Recorder) -> None:
    for line in (
        "[14:03] 李经理：甲",
        "[+0:12:05] 李经理：乙",
        "[2026-09-17 09:01] 李经理：丙",
        "[09-18 09:01] 陈工：丁",
    ):
        recorder.accept(line)
    recorder.accept("[14:30] 行动：出排期 @陈工 /周五")
    days = [one.at for one in recorder.minutes.all(Opinion)]
    assert days == ["2026-09-16T14:03", "2026-09-16T14:12", "2026-09-17T09:01", "2026-09-18T09:01"]
    assert recorder.minutes.all(Action)[-1].at == "2026-09-16T14:30"


def test_a_time_into_a_recording_of_a_meeting_without_a_beginning_is_not_guessed(store: Store) -> None:
    recorder = typed(store, ROLL, "议题：预算", "[+0:12:05] 李经理：先做一版", "[02-31 09:00] 李经理：再看")
    assert [one.at for one in recorder.minutes.all(Opinion)] == [None, None]


def _who(minutes: Minutes) -> list[tuple[str, str, str]]:
    return [
        (minutes.department_name(one.department_id), minutes.person_name(one.person_id), one.text)
        for one in minutes.all(Opinion)
    ]


CHAT = (
    "[14:03] 小明：先做一版",
    "[14:04] 李经理：同意",
    "[14:05] 小明：周五前给",
    "[14:06] 小红：我也来",
    "议题：二期",
    "[14:20] 小明：再说",
)


def test_one_answer_is_that_of_everything_a_name_said_in_the_meeting(recorder: Recorder) -> None:
    for line in CHAT:
        recorder.accept(line)
    first = recorder.minutes.all(Opinion)[0]
    assert [one.text for one in run_of(recorder.minutes, first)] == ["先做一版", "周五前给", "再说"]
    engineer = recorder.minutes.people(recorder.minutes.departments[1].id)[0]
    assert recorder.attribute(first.id, engineer.department_id, engineer.id) == 3
    assert _who(recorder.minutes) == [
        ("研发部", "陈工", "先做一版"),
        ("市场部", "李经理", "同意"),
        ("研发部", "陈工", "周五前给"),
        ("", "", "我也来"),
        ("研发部", "陈工", "再说"),
    ]
    recorder.undo()
    assert [one.asks for one in recorder.minutes.all(Opinion)] == ["who", "", "who", "who", "who"]


def test_somebody_new_joins_as_a_guest_by_the_name_the_chat_gives(recorder: Recorder) -> None:
    for line in CHAT:
        recorder.accept(line)
    assert recorder.attribute_to_newcomer(recorder.minutes.all(Opinion)[0].id) == 3
    assert [guest.name for guest in recorder.minutes.guests] == ["小明"]
    assert [who for who in _who(recorder.minutes) if who[1] == "小明"] == [
        ("", "小明", "先做一版"),
        ("", "小明", "周五前给"),
        ("", "小明", "再说"),
    ]
    recorder.accept("[14:30] 小明：还有一句")
    assert _who(recorder.minutes)[-1] == ("", "小明", "还有一句"), "the name is known from then on"


def test_each_name_is_asked_once_and_what_nobody_answers_keeps_it(recorder: Recorder) -> None:
    for line in CHAT:
        recorder.accept(line)
    asked = [found.message for found in check(recorder.minutes, "close") if found.rule == "who"]
    assert len(asked) == 2
    assert "小明：先做一版" in asked[0]
    assert "小红" in asked[1]
    told = as_said(recorder.minutes.all(Opinion)[0])
    assert told == "小明：先做一版"


def test_a_name_nobody_knows_survives_the_file_and_being_taken_back(recorder: Recorder) -> None:
    recorder.accept("[14:03] 小明：先做一版")
    said = recorder.minutes.all(Opinion)[0]
    assert recorder.typed(said.id) == "？小明：先做一版"
    read = Minutes(interchange.rows(interchange.to_dict(recorder.minutes), set()))
    assert [(one.said_as, one.asks, one.at) for one in read.all(Opinion)] == [
        ("小明", "who", "2026-09-16T14:03")
    ]
    assert not recorder.retype(said.id, "？小明：先做一版").changed


def test_an_imported_chat_has_speakers_times_and_line_numbers_of_the_file(
    store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "chat.txt"
    file.write_text(
        f"会议：协调会\n{AT}\n{ROLL}\n议题：预算\n\n李经理 14:03\n先做一版\n\n小明 14:05\n要两周\n继续\n",
        encoding="utf-8",
    )
    (taken,) = take_in(store, Clock(), [file])
    minutes = store.load(taken.meeting_id)
    assert [(one.at, one.said_as, one.text) for one in minutes.all(Opinion)] == [
        ("2026-09-16T14:03", "", "先做一版"),
        ("2026-09-16T14:05", "小明", "要两周"),
        ("2026-09-16T14:05", "小明", "继续"),
    ]
    assert taken.unplaced == []


@pytest.mark.parametrize("suffix", [".srt", ".vtt", ".txt"])
def test_subtitles_are_imported(store: Store, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"talk{suffix}"
    file.write_text(
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v 李敏>先做一版</v>\n\n2\n"
        "00:00:05.000 --> 00:00:09.000\n要两周\n",
        encoding="utf-8",
    )
    (taken,) = take_in(store, Clock(), [file])
    minutes = store.load(taken.meeting_id)
    assert [(one.said_as, one.asks, one.text) for one in minutes.all(Opinion)] == [
        ("李敏", "who", "先做一版"),
        ("", "who", "要两周"),
    ]
    assert not minutes.all(Point)


@pytest.mark.parametrize(
    ("line", "home"), [("[14:03] Amy：太贵", "财务部"), ("[14:05] Lee: at least 30%", "Marketing")]
)
def test_a_name_of_one_latin_word_is_known_in_a_chat_too(store: Store, line: str, home: str) -> None:
    recorder = typed(store, "出席：Marketing：Lee；财务部：Amy", "议题：甲")
    recorder.accept(line)
    last = recorder.minutes.all(Opinion)[-1]
    assert (recorder.minutes.department_name(last.department_id), last.asks) == (home, "")
