"""The command answers scripts: one value on stdout, the same words before and after the subcommand, both languages."""

from __future__ import annotations

import io
import json
import re
from datetime import date, timedelta
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract_from_dir

from models import i18n
from tests.catalogues import KEYWORDS, forms
from tests.meetings.stored import DATA
from tests.tui.shell import done, inside
from tui.command import COMMANDS, make_cli
from tui.commands import click_words
from tui.commands.table import table

LAUNCH, COMPLAINT = DATA / "launch.txt", DATA / "complaint.txt"


@pytest.fixture
def launch(database: Path) -> str:
    """The id of the launch meeting, imported."""
    return done("import", LAUNCH).word


# -- new, list, show ---------------------------------------------------------------


def test_new_stores_every_fact_it_is_given(database: Path) -> None:
    facts = {
        "name": "新平台启动会",
        "scenario": "kickoff",
        "theme": "确定切换日期",
        "goal": "分工到人",
        "sponsor": "信息技术部",
        "place": "三楼大会议室",
        "online": "腾讯会议 405 118 276",
        "host": "信息技术部周总监",
        "recorder": "综合管理部叶专员",
    }
    options = [word for name, value in facts.items() for word in (f"--{name}", value)]
    times = ["--at", "2026-11-25 14:00-15:40"]
    meeting = done("new", *options, *times, "--material", "方案", "--material", "统计").word
    stored = done("show", meeting, "--json").json["meeting"]
    assert {name: stored[name] for name in facts} == facts
    assert (stored["starts_at"], stored["ends_at"]) == ("2026-11-25T14:00", "2026-11-25T15:40")
    assert stored["materials"] == ["方案", "统计"]
    assert stored["status"] == "draft"


def test_new_makes_no_topics_and_takes_a_start_alone(database: Path) -> None:
    meeting = done("new", "--at", "2026-11-25 14:00", "--json").json["id"]
    stored = done("show", meeting, "--json").json
    assert stored["topics"] == []
    assert (stored["meeting"]["starts_at"], stored["meeting"]["ends_at"]) == ("2026-11-25T14:00", None)


def test_what_is_given_as_a_fact_cannot_command_a_terminal(database: Path) -> None:
    meeting = done("new", "--name", "a\x1b[31mb\x07c").word
    assert "\x1b" not in done("list").out + done("show", meeting).out


def test_list_tells_the_last_change_first_and_last_means_it(database: Path) -> None:
    first, second = done("new", "--name", "先").word, done("new", "--name", "后").word
    assert [found["id"] for found in done("list", "--json").json] == [second, first]
    assert done("show", "last", "--json").json["meeting"]["id"] == second
    assert done("show", first[:-1], "--json").json["meeting"]["id"] == first


def test_list_says_what_to_do_while_there_is_nothing(database: Path) -> None:
    assert "jiyao new" in done("list").out
    assert done("list", "--json").json == []


def test_show_gives_the_whole_meeting_on_a_page(launch: str) -> None:
    page = done("show", launch).out
    for words in (
        "2026年Q3新产品上市跨部门协作启动会",
        "1.1 产品推广与技术支持协作流程",
        "客户拜访",
        "D1",
        "A1",
        "Q1",
    ):
        assert words in page


def test_show_in_json_is_the_interchange_form(launch: str, tmp_path: Path) -> None:
    done("export", launch, "-o", tmp_path / "m.json")
    assert done("show", launch, "--json").json == json.loads(
        (tmp_path / "m.json").read_text(encoding="utf-8")
    )


# -- import, export ---------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_import_reads_capture_lines_in_any_encoding(database: Path, tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "lines.txt"
    file.write_text("会议：预算会\n市场部：同意\n", encoding=encoding)
    meeting = done("show", done("import", file).word, "--json").json
    assert meeting["meeting"]["name"] == "预算会"
    assert [o["text"] for o in meeting["topics"][0]["opinions"]] == ["同意"]


def test_import_takes_the_facts_first_and_then_everything_said(launch: str) -> None:
    meeting = done("show", launch, "--json").json
    assert meeting["meeting"]["starts_at"] == "2026-09-16T14:00"
    assert [t["title"] for t in meeting["topics"]][1] == "销售提成预算分配方案"
    assert [a["owner"] for t in meeting["topics"] for a in t["actions"]].count("陈工程师") == 2


def test_import_names_on_stderr_the_lines_it_kept_as_notes(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "lines.txt"
    file.write_text("会议：预算会\n\n市场部：同意\n更正：没有的词=>别的\n", encoding="utf-8")
    answer = done("import", file, "--json")
    assert answer.json["unplaced"] == [4]
    assert "4" in answer.err
    topic = done("show", answer.json["id"], "--json").json["topics"][0]
    assert any("没有的词" in note for note in topic["notes"])


def test_export_names_on_stderr_what_no_capture_line_says(launch: str, tmp_path: Path) -> None:
    form, lines = tmp_path / "m.json", tmp_path / "m.txt"
    done("export", launch, "-o", form)
    value = json.loads(form.read_text(encoding="utf-8"))
    actions = [action for topic in value["topics"] for action in topic["actions"]]
    actions[0]["task"] = "找 @李经理 谈"
    form.write_text(json.dumps(value), encoding="utf-8")
    meeting = done("import", form).word
    answer = done("export", meeting, "-o", lines)
    assert answer.out.split() == [str(lines)]
    assert answer.err.count("\n") == 1
    assert actions[0]["number"] in answer.err
    assert ".json" in answer.err
    assert done("export", launch, "-o", lines).err == ""


def test_several_files_are_several_meetings(database: Path) -> None:
    assert len(done("import", LAUNCH, COMPLAINT).out.split()) == 2
    assert len(done("list", "--json").json) == 2


def test_a_meeting_exported_and_taken_in_elsewhere_is_the_same(launch: str, tmp_path: Path) -> None:
    done("export", launch, "-o", tmp_path / "m.json")
    again = done("import", tmp_path / "m.json", "--db", tmp_path / "other.db").word
    there = done("show", again, "--db", tmp_path / "other.db", "--json").json
    assert there == done("show", launch, "--json").json


def test_a_meeting_taken_in_where_it_already_is_becomes_a_second_one(launch: str, tmp_path: Path) -> None:
    done("export", launch, "-o", tmp_path / "m.json")
    assert done("import", tmp_path / "m.json").word != launch
    assert len(done("list", "--json").json) == 2


def test_export_writes_every_form_asked_for(launch: str, tmp_path: Path) -> None:
    files = [tmp_path / f"m{suffix}" for suffix in (".docx", ".md", ".json")]
    options = [word for file in files for word in ("-o", file)]
    assert done("export", launch, *options, "--json").json == list(map(str, files))
    assert files[0].read_bytes().startswith(b"PK")
    assert "产品推广与技术支持协作流程" in files[1].read_text(encoding="utf-8")


def test_the_notice_before_the_meeting_is_written_in_every_form(launch: str, tmp_path: Path) -> None:
    files = [tmp_path / f"notice{suffix}" for suffix in (".docx", ".md", ".ics")]
    done("agenda", launch, *[word for file in files for word in ("-o", file)])
    assert files[0].read_bytes().startswith(b"PK")
    assert "销售提成预算分配方案" in files[1].read_text(encoding="utf-8")
    assert "BEGIN:VCALENDAR" in files[2].read_text(encoding="utf-8")


def test_the_document_is_in_the_language_asked_for(launch: str, tmp_path: Path) -> None:
    for lang, words in (("en", "Resolution"), ("zh", "决议")):
        file = tmp_path / f"{lang}.md"
        done("export", launch, "-o", file, "--lang", lang)
        assert words in file.read_text(encoding="utf-8")


def test_the_final_document_bears_no_mark_of_a_draft(launch: str, tmp_path: Path) -> None:
    draft, final = tmp_path / "draft.md", tmp_path / "final.md"
    done("export", launch, "-o", draft)
    done("export", launch, "-o", final, "--final")
    assert "初稿" in draft.read_text(encoding="utf-8")
    assert "初稿" not in final.read_text(encoding="utf-8")


# -- questions ---------------------------------------------------------------


def test_a_final_document_says_how_many_statements_have_no_name(database: Path, tmp_path: Path) -> None:
    lines = tmp_path / "m.txt"
    lines.write_text(
        "出席：市场部：李经理；财务部：孙主管\n议题：预算\n市场部：先试点\n没意见\n？：太贵\n", "utf-8"
    )
    meeting = done("import", lines).word
    assert "谁说的" not in done("export", meeting, "-o", tmp_path / "d.md").err
    assert "2 处发言" in done("export", meeting, "-o", tmp_path / "f.md", "--final").err


def test_search_finds_two_characters_in_every_meeting(launch: str) -> None:
    done("import", COMPLAINT)
    found = done("search", "工单", "--json").json
    assert found
    assert {hit["meeting"] for hit in found} == {"客户投诉响应流程问题专项协调会"}
    assert "工单" in done("search", "工单").out
    assert done("search", "没有这样的话", "--json").json == []


def test_actions_can_be_narrowed_down(launch: str) -> None:
    everything = done("actions", "--json").json
    assert len(everything) > 4
    assert {a["owner"] for a in done("actions", "--owner", "赵经理", "--json").json} == {"赵经理"}
    assert {a["owner_department"] for a in done("actions", "--department", "财务", "--json").json} == {
        "财务部"
    }
    row = next(row for row in done("actions", "--owner", "赵经理").out.splitlines() if launch in row)
    assert "2026年Q3新产品" in row, "of which meeting it is, and under which topic"
    assert re.search(r" 1\.\d ", row)
    other = done("import", COMPLAINT).word
    assert {a["meeting_id"] for a in done("actions", "--meeting", other, "--json").json} == {other}


def test_overdue_actions_are_those_not_done_before_today(database: Path, tmp_path: Path) -> None:
    yesterday, today = date.today() - timedelta(1), date.today()
    actions = [
        {"number": "A1", "task": "昨天的", "due": yesterday.isoformat()},
        {"number": "A2", "task": "今天的", "due": today.isoformat()},
        {"number": "A3", "task": "做完的", "due": yesterday.isoformat(), "status": "done"},
    ]
    file = tmp_path / "m.json"
    file.write_text(
        json.dumps({"format": "jiyao-meeting/1", "topics": [{"actions": actions}]}), encoding="utf-8"
    )
    done("import", file)
    assert [a["task"] for a in done("actions", "--overdue", "--json").json] == ["昨天的"]


def test_check_says_rule_severity_place_and_message(launch: str) -> None:
    found = done("check", launch, "--json").json
    assert all({"rule", "severity", "where", "message"} <= set(finding) for finding in found)
    assert {finding["severity"] for finding in found} <= {"hard", "soft"}
    assert "R17" in {finding["rule"] for finding in found}
    assert found[0]["message"] in done("check", launch).out


def test_a_rule_the_configuration_switches_off_is_not_asked(launch: str, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("[findings]\nR17 = false\n", encoding="utf-8")
    assert "R17" not in {f["rule"] for f in done("check", launch, "--json", JIYAO_CONFIG=str(file)).json}


# -- parse ---------------------------------------------------------------


def test_parse_understands_a_line_without_a_meeting_or_a_database(database: Path) -> None:
    (item,) = done("parse", "行动：提交方案 @市场部李经理 /11月30日前", "--json").json
    assert (item["kind"], item["task"]) == ("action", "提交方案")
    assert (item["owner_department"], item["owner"]) == ("市场部", "李经理")
    assert not database.exists()


def test_parse_of_nothing_is_an_empty_list(database: Path) -> None:
    assert done("parse", "分歧：——", "--json").json == []
    mark = done("parse", "争议：无", "--json").json
    assert [(one["kind"], one["field"]) for one in mark] == [("mark", "no_dispute")]


def test_parse_knows_the_meetings_names_and_stores_nothing(launch: str) -> None:
    before = done("show", launch, "--json").json
    (item,) = done("parse", "行动：测算成本 @孙主管 /下周五前", "--meeting", launch, "--json").json
    assert (item["owner_department"], item["owner"], item["due"]) == ("财务部", "孙主管", "2026-09-25")
    assert done("show", launch, "--json").json == before


def test_parse_of_stdin_gives_a_list_for_each_line_as_nobodys_speech(launch: str) -> None:
    lines = "市场部：同意\n没有人在说话\n\n分歧：——\n".encode()
    answers = [
        json.loads(line) for line in done("parse", "-", "--meeting", launch, stdin=lines).out.splitlines()
    ]
    assert [[item["kind"] for item in answer] for answer in answers] == [["opinion"], ["point"], [], []]


def test_lines_of_stdin_may_be_in_an_older_encoding_or_in_none(database: Path) -> None:
    lines = "要点：预算\n".encode("gb18030") + b"\xff\xff\n" + "要点：乙".encode()
    answers = [json.loads(line) for line in done("parse", "-", stdin=lines).out.splitlines()]
    assert answers[0][0]["text"] == "预算"
    assert answers[2][0]["text"] == "乙"


@pytest.mark.parametrize("end", ["\n", "\v", "\u2028"])
def test_parse_ends_a_line_where_a_paste_would(launch: str, end: str) -> None:
    lines = f"市场部：月底能上{end}研发部：来不及"
    found = done("parse", lines, "--meeting", launch, "--json").json
    assert [item["department"] for item in found] == ["市场部", "研发部"]
    answers = done("parse", "-", "--meeting", launch, stdin=lines.encode()).out.splitlines()
    assert [json.loads(answer)[0]["text"] for answer in answers] == ["月底能上", "来不及"]


def test_parse_knows_names_by_their_initials_as_the_screen_and_an_import_do(database: Path) -> None:
    file = database.with_name("meeting.txt")
    file.write_text("参会人员：市场部：李经理\n议题：成本\n", encoding="utf-8")
    done("import", file)
    (item,) = done("parse", "scb：先定", "--meeting", "last", "--json").json
    assert (item["kind"], item["department"]) == ("opinion", "市场部")
    (item,) = json.loads(done("parse", "-", "--meeting", "last", stdin="行动：核算 @ljl\n".encode()).out)
    assert item["owner"] == "李经理"


def test_parse_for_people_names_kind_and_fields(database: Path) -> None:
    out = done("parse", "决议：提成占28%；条件：财务部孙主管下周五前提交测算").out
    assert out.startswith("resolution")
    assert "owner_department" in out


def test_parse_says_why_where_it_is_asked_and_only_there(launch: str) -> None:
    line = "财务部认为太贵"
    (item,) = done("parse", line, "--why", "--json").json
    assert item["why"] == {"family": "speaker", "rule": "verb"}
    assert done("parse", line, "--why").out.splitlines()[0] == "opinion  (speaker: verb)"
    assert "why" not in done("parse", line).out
    (plain,) = done("parse", line, "--json").json
    assert plain == {name: value for name, value in item.items() if name != "why"}
    answers = done("parse", "-", "--why", stdin="散会\n分歧：——\n".encode()).out.splitlines()
    assert [[one["why"]["rule"] for one in json.loads(answer)] for answer in answers] == [["adjourn"], []]


# -- looking after it ---------------------------------------------------------------


def test_a_backup_is_a_database_of_the_same_meetings(launch: str, tmp_path: Path) -> None:
    done("backup", tmp_path / "backup.db")
    listed = done("list", "--json", "--db", tmp_path / "backup.db").json
    assert [meeting["id"] for meeting in listed] == [launch]


def test_the_doctor_names_versions_database_and_configuration(launch: str, database: Path) -> None:
    lines = {line["what"]: line["value"] for line in done("doctor", "--json", lang="en").json}
    assert str(database) in lines["database"]
    assert lines["textual"]
    assert lines["SQLite"]


def test_the_doctor_makes_no_database_and_says_what_is_wrong_with_one(database: Path) -> None:
    done("doctor")
    assert not database.exists()
    database.write_text("nonsense", encoding="utf-8")
    answer = inside("doctor", "--json", lang="en")
    assert answer.status == 1
    assert [line["what"] for line in answer.json if not line["well"]] == ["database"]


# -- options and languages ---------------------------------------------------------------


def test_the_shared_options_stand_before_or_after_the_subcommand(tmp_path: Path) -> None:
    file = tmp_path / "mine.db"
    meeting = done("--db", file, "new").word
    for arguments in (["--db", file, "--json", "list"], ["list", "--json", "--db", file]):
        assert [found["id"] for found in done(*arguments).json] == [meeting]
    assert "用法" in done("--lang", "zh", "list", "--help", lang="en").out
    assert "Usage" in done("list", "--help", "--lang=en").out


@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_every_command_has_help_in_both_languages(database: Path, name: str | None) -> None:
    for language in i18n.LANGUAGES:
        with i18n.language(language):
            cli = make_cli()
            command = cli.get_command(click.Context(cli), name) if name else cli
            assert command
            words = [
                command.help or "",
                *(p.help or "" for p in command.params if isinstance(p, click.Option)),
            ]
        assert all(words)
        assert any("\u4e00" <= sign <= "\u9fff" for word in words for sign in word) == (language == "zh_CN")


def test_click_itself_speaks_chinese(database: Path) -> None:
    assert "是不是" in inside("shwo").err
    assert "缺少参数" in inside("show").err
    assert "Missing argument" in inside("show", lang="en").err
    assert all(chinese != english for chinese, english in zip(*map(_sentences, ("zh_CN", "en")), strict=True))


def test_every_sentence_translated_for_click_is_one_that_click_says() -> None:
    source = Path(click.__file__).parent
    found = extract_from_dir(source, method_map=[("**.py", "python")], keywords=KEYWORDS)
    said = {text for _file, _line, message, _comments, _context in found for text in forms(message)}
    assert set(_sentences("en")) <= said


def _sentences(language: str) -> tuple[str, ...]:
    with i18n.language(language):
        return click_words.sentences()


def test_columns_stay_aligned_with_chinese_in_them() -> None:
    lines = table([("市场部", "一"), ("HR", "二"), ("Ａ部", "三")], ("部门", "意见")).splitlines()
    assert lines == ["部门    意见", "市场部  一", "HR      二", "Ａ部    三"]


def test_on_a_terminal_long_texts_go_on_below_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", io.StringIO())
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    assert table([("市场部", "费用" * 20)]).splitlines() == [
        "市场部  " + "费用" * 8,
        *[" " * 8 + "费用" * 8, " " * 8 + "费用" * 4],
    ]
